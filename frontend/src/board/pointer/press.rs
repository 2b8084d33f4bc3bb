//! One pointer from press to release: when its card is lifted, and where it lands.

use super::signs::{Signs, Verdict, lifted_words, px, set};
use super::{Hands, Held, SWALLOW_MS, point};
use crate::board::act::Act;
use crate::board::drag::{self, Drop, HOLD_MS, Heard, Point, Press, Pull};
use crate::say;
use gloo::events::{EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use shared::ids::CardId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

impl Hands {
    pub(super) fn pressed(&self, event: &Event) {
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
    pub(super) fn listen_wide(&self) {
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

    pub(super) fn moved(&self, event: &PointerEvent) {
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

    pub(super) fn held_long(&self, pointer: i32) {
        let lift = self
            .pulls
            .borrow_mut()
            .get_mut(pointer)
            .is_some_and(|held| held.pull.held() == Heard::Lift);
        if lift {
            self.lift(pointer);
        }
    }

    pub(super) fn lift(&self, pointer: i32) {
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

    pub(super) fn released(&self, event: &PointerEvent) {
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

    pub(super) fn cancel_all(&self) {
        let pointers: Vec<i32> = self.pulls.borrow().0.iter().map(|held| held.pointer).collect();
        for pointer in pointers {
            self.cancel(pointer);
        }
    }

    /// Back to where it was, and said so.
    pub(super) fn cancel(&self, pointer: i32) {
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

    pub(super) fn say_cancelled(&self, card_id: CardId) {
        if let Some(knows) = &*self.knows.borrow()
            && let Some(card) = knows.plan.card(card_id)
        {
            let place = knows.env.place(drag::spot_of(&knows.plan, card).cell);
            self.announcer
                .say(&say!(knows.env.words, "drag-cancelled", card: &card.words.words, place: &place));
        }
    }
}
