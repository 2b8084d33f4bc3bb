//! Hands on the board: pointers and keys from the page, fed to `drag`, and what is drawn while a card is on its way.
//!
//! A move of a pointer draws nothing by Yew. One copy of the card, one mark and one reason hang in a layer of
//! their own and are moved through the CSSOM, once a frame. Each pointer has its own drag.

mod keys;
mod press;
mod scroll;
mod signs;

use super::act::Act;
use super::announce::Announcer;
use super::drag::{self, CellBox, Point, Pull};
use super::kit::Env;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use keys::Lifted;
use shared::ids::{CardId, Millis};
use shared::plan::{Card, Plan, is_legal};
use signs::{Signs, cell_of, elements, px, set};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;

/// A click that comes this soon after a drag is the drag's own.
const SWALLOW_MS: u32 = 60;

/// What the hands must know of the plan, as it is on the screen.
#[derive(Clone, Debug)]
pub struct Knows {
    pub plan: Plan,
    pub env: Env,
}

pub struct Hands {
    root: HtmlElement,
    layer: Element,
    act: Callback<Act>,
    announcer: Announcer,
    this: Weak<Hands>,
    knows: RefCell<Option<Knows>>,
    pulls: RefCell<Pulls>,
    keys: RefCell<Option<Lifted>>,
    /// Listeners on the board, for as long as it lives.
    resting: RefCell<Vec<EventListener>>,
    /// Listeners on the whole page, only while something is pressed.
    busy: RefCell<Vec<EventListener>>,
    frame: RefCell<Option<Closure<dyn FnMut()>>>,
    frame_asked: Cell<bool>,
    swallow: Cell<bool>,
    unswallow: RefCell<Option<Timeout>>,
}

/// At most a few: one for each finger on the wall.
#[derive(Default)]
struct Pulls(Vec<Held>);

impl Pulls {
    fn get(&self, pointer: i32) -> Option<&Held> {
        self.0.iter().find(|held| held.pointer == pointer)
    }

    fn get_mut(&mut self, pointer: i32) -> Option<&mut Held> {
        self.0.iter_mut().find(|held| held.pointer == pointer)
    }

    fn remove(&mut self, pointer: i32) -> Option<Held> {
        let index = self.0.iter().position(|held| held.pointer == pointer)?;
        Some(self.0.swap_remove(index))
    }
}

/// One pointer's card.
struct Held {
    pointer: i32,
    pull: Pull,
    touch: bool,
    on_grip: bool,
    /// Dropped with the pointer, so that a press that ended does not lift.
    _hold: Option<Timeout>,
    card: Element,
    /// Where in the card the pointer took hold.
    grab: Point,
    copy: Option<HtmlElement>,
    signs: Signs,
    cells: Vec<CellBox>,
    /// Since when the pointer has been near an edge of the page.
    edge_since: Option<Millis>,
}

impl Hands {
    pub fn new(root: HtmlElement, layer: Element, act: Callback<Act>, announcer: Announcer) -> Rc<Self> {
        let hands = Rc::new_cyclic(|this| Hands {
            root,
            layer,
            act,
            announcer,
            this: this.clone(),
            knows: RefCell::default(),
            pulls: RefCell::default(),
            keys: RefCell::default(),
            resting: RefCell::default(),
            busy: RefCell::default(),
            frame: RefCell::default(),
            frame_asked: Cell::default(),
            swallow: Cell::default(),
            unswallow: RefCell::default(),
        });
        hands.listen();
        hands
    }

    /// The board has been drawn again. What is held stays held, unless someone has taken the card away.
    pub fn drawn(&self, knows: Knows) {
        *self.knows.borrow_mut() = Some(knows);
        let lifted: Vec<(i32, CardId)> = {
            let pulls = self.pulls.borrow();
            pulls
                .0
                .iter()
                .filter(|held| held.pull.lifted)
                .map(|held| (held.pointer, held.pull.card_id))
                .collect()
        };
        for (pointer, card_id) in lifted {
            let Some(card) = self.card_element(card_id) else {
                self.let_go(pointer);
                self.say_gone();
                continue;
            };
            let _ = card.class_list().add_1("ghosted");
            let cells = self.measure(card_id);
            if let Some(held) = self.pulls.borrow_mut().get_mut(pointer) {
                held.card = card;
                held.cells = cells;
                held.pull.aim = None;
            }
        }
        let held_by_keys = self.keys.borrow().as_ref().map(|lifted| lifted.card_id);
        if let Some(card_id) = held_by_keys {
            match self.card_element(card_id) {
                Some(card) => {
                    let _ = card.class_list().add_1("lifted");
                }
                None => {
                    self.put_down();
                    self.say_gone();
                }
            }
        }
    }

    fn say_gone(&self) {
        if let Some(knows) = &*self.knows.borrow() {
            self.announcer.say_now(&knows.env.t("drag-gone"));
        }
        self.act.emit(Act::Gone);
    }

    fn listen(&self) {
        let may_prevent = EventListenerOptions {
            phase: EventListenerPhase::Bubble,
            passive: false,
        };
        let first = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let ears = vec![
            self.ear(&self.root, "pointerdown", may_prevent, Self::pressed),
            // Registered before any touch begins: later would be too late to keep the page from scrolling.
            self.ear(&self.root, "touchmove", may_prevent, |hands, event| {
                if hands.pulls.borrow().0.iter().any(|held| held.touch && held.pull.lifted) {
                    event.prevent_default();
                }
            }),
            self.ear(&self.root, "contextmenu", may_prevent, |hands, event| {
                if hands.pulls.borrow().0.iter().any(|held| held.touch) {
                    event.prevent_default();
                }
            }),
            self.ear(&self.root, "click", first, |hands, event| {
                if hands.swallow.take() {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }),
            self.ear(&self.root, "keydown", may_prevent, |hands, event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    hands.key(event);
                }
            }),
            self.ear(&self.root, "focusout", may_prevent, |hands, _| {
                if hands.keys.borrow().is_some() && !hands.redrawing() {
                    hands.cancel_keys();
                }
            }),
        ];
        *self.resting.borrow_mut() = ears;
    }

    /// The focus also goes when the card is drawn anew in another place; then it comes back.
    fn redrawing(&self) -> bool {
        let held = self.keys.borrow().as_ref().map(|lifted| lifted.card_id);
        held.is_some_and(|card_id| self.card_element(card_id).is_none())
    }

    fn ear(
        &self,
        on: &web_sys::EventTarget,
        name: &'static str,
        options: EventListenerOptions,
        heard: fn(&Hands, &Event),
    ) -> EventListener {
        let this = self.this.clone();
        EventListener::new_with_options(on, name, options, move |event| {
            if let Some(hands) = this.upgrade() {
                heard(&hands, event);
            }
        })
    }

    /// Takes everything of this drag off the page.
    fn let_go(&self, pointer: i32) {
        let Some(held) = self.pulls.borrow_mut().remove(pointer) else {
            return;
        };
        if held.pull.lifted {
            let _ = self.root.release_pointer_capture(pointer);
        }
        if let Some(copy) = &held.copy {
            copy.remove();
        }
        held.signs.clear();
        let _ = held.card.class_list().remove_1("ghosted");
        if let Some(card) = self.card_element(held.pull.card_id) {
            let _ = card.class_list().remove_1("ghosted");
        }
        if held.pull.lifted && held.on_grip {
            // While its card was away the grip was hidden, and lost the focus that the press gave it.
            let grip = held.card.query_selector("[data-grip]").ok().flatten();
            let _ = grip
                .and_then(|grip| grip.dyn_into::<HtmlElement>().ok())
                .map(|grip| grip.focus());
        }
        if self.pulls.borrow().0.is_empty() {
            self.busy.take();
            self.rest();
        }
    }

    fn rest(&self) {
        let _ = self.root.remove_attribute("data-dragging");
        for column in elements(&self.root, ".col[data-off]") {
            let _ = column.remove_attribute("data-off");
        }
    }

    /// Quietens the columns in which this card may not lie at all.
    fn quiet_columns(&self, card: &Card) {
        for column in elements(&self.root, ".col") {
            let cells = elements(&column, "[data-cell]").filter_map(|cell| cell_of(&cell));
            if !cells.into_iter().any(|cell| is_legal(card.kind, cell.column, cell.lane)) {
                let _ = column.set_attribute("data-off", "true");
            }
        }
    }

    fn ask_frame(&self) {
        if self.frame_asked.replace(true) {
            return;
        }
        let mut frame = self.frame.borrow_mut();
        let this = self.this.clone();
        let frame = frame.get_or_insert_with(|| {
            Closure::new(move || {
                if let Some(hands) = this.upgrade() {
                    hands.each_frame();
                }
            })
        });
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(frame.as_ref().unchecked_ref());
        }
    }

    fn each_frame(&self) {
        self.frame_asked.set(false);
        let lifted: Vec<i32> = {
            let pulls = self.pulls.borrow();
            pulls
                .0
                .iter()
                .filter(|held| held.pull.lifted)
                .map(|held| held.pointer)
                .collect()
        };
        for pointer in &lifted {
            self.scroll(*pointer);
            self.follow(*pointer);
        }
        if !lifted.is_empty() {
            self.ask_frame();
        }
    }

    /// Moves the copy under the pointer, and the mark where it would land.
    fn follow(&self, pointer: i32) {
        let (origin, scale) = self.origin();
        let mut pulls = self.pulls.borrow_mut();
        let Some(held) = pulls.get_mut(pointer) else { return };
        let at = Point {
            x: (held.pull.at.x - origin.x) / scale,
            y: (held.pull.at.y - origin.y) / scale,
        };
        if let Some(copy) = &held.copy {
            set(
                copy,
                "transform",
                &format!("translate({},{}) scale(1.03)", px(at.x - held.grab.x), px(at.y - held.grab.y)),
            );
        }
        let spot = drag::aim(&held.cells, at, held.pull.aim);
        if spot == held.pull.aim && held.signs.over.is_some() == spot.is_some() {
            return;
        }
        held.pull.aim = spot;
        let card_id = held.pull.card_id;
        match spot.and_then(|spot| Some((spot, held.cells.iter().find(|cell| cell.cell == spot.cell)?))) {
            Some((spot, cell)) => self.show(&mut held.signs, card_id, spot, Some(cell), Some(at)),
            None => held.signs.clear(),
        }
    }
}

impl std::fmt::Debug for Hands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hands({} pointers)", self.pulls.borrow().0.len())
    }
}

fn point(event: &PointerEvent) -> Point {
    Point {
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
    }
}
