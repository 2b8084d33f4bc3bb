//! Hands on the board: pointers and keys from the page, fed to `drag`, and what is drawn while a card is on its way.
//!
//! A move of a pointer draws nothing by Yew. One copy of the card, one mark and one reason hang in a layer of
//! their own and are moved through the CSSOM, once a frame. Each pointer has its own drag.

mod keys;
mod scroll;
mod signs;

use super::act::Act;
use super::announce::Announcer;
use super::drag::{self, CellBox, Drop, HOLD_MS, Heard, Point, Press, Pull};
use super::kit::Env;
use crate::say;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use keys::Lifted;
use shared::ids::{CardId, Millis};
use shared::plan::{Card, Plan, is_legal};
use signs::{Signs, Verdict, cell_of, elements, lifted_words, px, set};
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

    fn pressed(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| plain && self.knows.borrow().as_ref().is_some_and(|knows| knows.env.writes)) else {
            return;
        };
        let near = |selector: &str| target.closest(selector).ok().flatten();
        let on_grip = near("[data-grip]").is_some();
        let used_otherwise = near("button, a, input, textarea, select, summary, dialog, [contenteditable]").is_some();
        let Some(card) = near("[data-card]").filter(|_| on_grip || !used_otherwise) else {
            return;
        };
        let Some(card_id) = card.get_attribute("data-card").and_then(|id| id.parse::<CardId>().ok()) else {
            return;
        };
        let pointer = event.pointer_id();
        let taken = self.pulls.borrow().0.iter().any(|held| held.pull.card_id == card_id);
        if taken || self.pulls.borrow().get(pointer).is_some() || self.keys.borrow().is_some() {
            return;
        }
        let touch = event.pointer_type() == "touch";
        let press = if on_grip || !touch { Press::Direct } else { Press::Hold };
        let at = point(event);
        let hold = (press == Press::Hold).then(|| {
            let this = self.this.clone();
            Timeout::new(HOLD_MS, move || {
                if let Some(hands) = this.upgrade() {
                    hands.held_long(pointer);
                }
            })
        });
        let pull = Pull::new(card_id, press, at);
        let held = Held {
            pointer,
            pull,
            touch,
            on_grip,
            _hold: hold,
            card,
            grab: Point::default(),
            copy: None,
            signs: Signs::default(),
            cells: vec![],
            edge_since: None,
        };
        self.pulls.borrow_mut().0.push(held);
        self.listen_wide();
    }

    /// While something is pressed the whole page is listened to, and not a moment longer.
    fn listen_wide(&self) {
        if !self.busy.borrow().is_empty() {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let may_prevent = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let quiet = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: true,
        };
        // The window's own: what happens to elements in it only passes by on its way down.
        let own = EventListenerOptions {
            phase: EventListenerPhase::Bubble,
            passive: true,
        };
        let cancel: fn(&Hands, &Event) = |hands, _| hands.cancel_all();
        let mut ears = vec![
            self.ear(&window, "pointermove", quiet, |hands, event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    hands.moved(event);
                }
            }),
            self.ear(&window, "pointerup", quiet, |hands, event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    hands.released(event);
                }
            }),
            self.ear(&window, "pointercancel", quiet, |hands, event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    hands.cancel(event.pointer_id());
                }
            }),
            self.ear(&window, "keydown", may_prevent, |hands, event| {
                let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
                if escape && hands.pulls.borrow().0.iter().any(|held| held.pull.lifted) {
                    event.prevent_default();
                    event.stop_propagation();
                    hands.cancel_all();
                }
            }),
            self.ear(&window, "blur", own, cancel),
            self.ear(&window, "resize", own, cancel),
        ];
        if let Some(document) = window.document() {
            ears.push(self.ear(&document, "visibilitychange", quiet, cancel));
        }
        *self.busy.borrow_mut() = ears;
    }

    fn moved(&self, event: &PointerEvent) {
        let pointer = event.pointer_id();
        let heard = match self.pulls.borrow_mut().get_mut(pointer) {
            // A second button, or one that was let go where nobody saw it.
            Some(held) if !held.touch && event.buttons() != 1 => None,
            Some(held) => Some(held.pull.moved(point(event))),
            None => return,
        };
        match heard {
            None | Some(Heard::LetGo) => self.cancel(pointer),
            Some(Heard::Lift) => self.lift(pointer),
            Some(Heard::Nothing | Heard::Follow) => {}
        }
    }

    fn held_long(&self, pointer: i32) {
        let lift = self
            .pulls
            .borrow_mut()
            .get_mut(pointer)
            .is_some_and(|held| held.pull.held() == Heard::Lift);
        if lift {
            self.lift(pointer);
        }
    }

    fn lift(&self, pointer: i32) {
        let Some((card_id, card, from)) = self
            .pulls
            .borrow()
            .get(pointer)
            .map(|held| (held.pull.card_id, held.card.clone(), held.pull.from))
        else {
            return;
        };
        if let Some(selection) = web_sys::window().and_then(|window| window.get_selection().ok().flatten()) {
            let _ = selection.remove_all_ranges();
        }
        // The release is heard also outside the window.
        let _ = self.root.set_pointer_capture(pointer);
        let cells = self.measure(card_id);
        let (_, scale) = self.origin();
        let rect = card.get_bounding_client_rect();
        let grab = Point {
            x: (from.x - rect.left()) / scale,
            y: (from.y - rect.top()) / scale,
        };
        let copy = card
            .clone_node_with_deep(true)
            .ok()
            .and_then(|copy| copy.dyn_into::<HtmlElement>().ok());
        if let Some(copy) = &copy {
            for name in ["data-card", "id"] {
                let _ = copy.remove_attribute(name);
            }
            let _ = copy.set_attribute("aria-hidden", "true");
            let _ = copy.set_attribute("inert", "");
            let _ = copy.class_list().add_1("held");
            set(copy, "inline-size", &px(rect.width() / scale));
            let _ = self.layer.append_child(copy);
        }
        let _ = card.class_list().add_1("ghosted");
        let _ = self.root.set_attribute("data-dragging", "true");
        if let Some(held) = self.pulls.borrow_mut().get_mut(pointer) {
            held.cells = cells;
            held.grab = grab;
            held.copy = copy;
        }
        if let Some(knows) = &*self.knows.borrow()
            && let Some(plan_card) = knows.plan.card(card_id)
        {
            self.quiet_columns(plan_card);
            self.announcer.say(&lifted_words(knows, plan_card));
        }
        self.ask_frame();
    }

    fn released(&self, event: &PointerEvent) {
        let pointer = event.pointer_id();
        let lifted = self.pulls.borrow().get(pointer).is_some_and(|held| held.pull.lifted);
        if !lifted {
            self.let_go(pointer);
            return;
        }
        if let Some(held) = self.pulls.borrow_mut().get_mut(pointer) {
            held.pull.at = point(event);
        }
        self.follow(pointer);
        let landed = {
            let pulls = self.pulls.borrow();
            pulls.get(pointer).and_then(|held| {
                let spot = held.pull.aim?;
                let cards: Vec<CardId> = held
                    .cells
                    .iter()
                    .find(|cell| cell.cell == spot.cell)?
                    .cards
                    .iter()
                    .map(|(card, _)| *card)
                    .collect();
                Some((held.pull.card_id, spot.cell, drag::place(&cards, spot)))
            })
        };
        self.swallow_click();
        match landed {
            Some((card_id, cell, place)) if !matches!(self.verdict(card_id, cell), Verdict::No(_)) => {
                self.let_go(pointer);
                self.act.emit(Act::Drop(Drop { card_id, place }));
            }
            _ => self.cancel(pointer),
        }
    }

    fn swallow_click(&self) {
        self.swallow.set(true);
        let this = self.this.clone();
        *self.unswallow.borrow_mut() = Some(Timeout::new(SWALLOW_MS, move || {
            if let Some(hands) = this.upgrade() {
                hands.swallow.set(false);
            }
        }));
    }

    fn cancel_all(&self) {
        let pointers: Vec<i32> = self.pulls.borrow().0.iter().map(|held| held.pointer).collect();
        for pointer in pointers {
            self.cancel(pointer);
        }
    }

    /// Back to where it was, and said so.
    fn cancel(&self, pointer: i32) {
        let was = self
            .pulls
            .borrow()
            .get(pointer)
            .filter(|held| held.pull.lifted)
            .map(|held| held.pull.card_id);
        self.let_go(pointer);
        if let Some(card_id) = was {
            self.say_cancelled(card_id);
        }
    }

    fn say_cancelled(&self, card_id: CardId) {
        if let Some(knows) = &*self.knows.borrow()
            && let Some(card) = knows.plan.card(card_id)
        {
            let place = knows.env.place(drag::spot_of(&knows.plan, card).cell);
            self.announcer
                .say(&say!(knows.env.words, "drag-cancelled", card: &card.words.words, place: &place));
        }
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
