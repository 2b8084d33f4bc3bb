//! What a screen reader hears: two live regions in the light DOM, and one inside an open dialog.
//!
//! While a card is on its way only the last word counts, at most twice a second.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

const PAUSE_MS: u32 = 500;

#[derive(Clone, Debug)]
pub struct Announcer(Rc<Regions>);

#[derive(Debug)]
struct Regions {
    polite: Option<Element>,
    assertive: Option<Element>,
    /// Where an open dialog would be.
    board: RefCell<Option<Element>>,
    waiting: RefCell<Option<Timeout>>,
}

impl Announcer {
    /// `live` has two children: polite and assertive.
    pub fn new(live: &Element) -> Self {
        let polite = live.first_element_child();
        let assertive = polite.as_ref().and_then(Element::next_element_sibling);
        Announcer(Rc::new(Regions {
            polite,
            assertive,
            board: RefCell::default(),
            waiting: RefCell::default(),
        }))
    }

    pub fn board_is(&self, board: Element) {
        *self.0.board.borrow_mut() = Some(board);
    }

    pub fn say(&self, text: &str) {
        self.0.waiting.take();
        self.0.put(self.0.polite.as_ref(), text);
    }

    /// For what a person must not miss: their change came to nothing.
    pub fn say_now(&self, text: &str) {
        self.0.waiting.take();
        self.0.put(self.0.assertive.as_ref(), text);
    }

    /// Said after a pause, unless something else is said before.
    pub fn say_soon(&self, text: String) {
        let regions = self.0.clone();
        let timeout = Timeout::new(PAUSE_MS, move || regions.put(regions.polite.as_ref(), &text));
        *self.0.waiting.borrow_mut() = Some(timeout);
    }
}

impl PartialEq for Announcer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Regions {
    fn put(&self, region: Option<&Element>, text: &str) {
        let board = self.board.borrow();
        let mirror = board
            .as_ref()
            .and_then(|board| board.query_selector("[data-mirror]").ok().flatten());
        for region in region.into_iter().chain(mirror.as_ref()) {
            // The same words twice are said twice only if the text differs.
            let again = region.text_content().as_deref() == Some(text);
            region.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
        }
    }
}
