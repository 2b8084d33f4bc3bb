//! Hands on the board: pointers and keys from the page, fed to `drag`, and what is drawn while a card is on its way.
//!
//! A move of a pointer draws nothing by Yew. One copy of the card, one mark and one reason hang in a layer of
//! their own and are moved through the CSSOM, once a frame. Each pointer has its own drag.

use super::act::Act;
use super::announce::Announcer;
use super::drag::{self, CellBox, Drop, HOLD_MS, Heard, Point, Press, Pull, Rect, Spot, Step};
use super::kit::Env;
use super::move_menu::now_is_full;
use super::reasons;
use crate::{clock, say};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use shared::ids::{CardId, Millis};
use shared::plan::{Card, CellId, Lane, Plan, Refusal, is_legal};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;

/// The space between two cards, where the mark lies.
const GAP: f64 = 12.0;
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

/// A card lifted by keys.
struct Lifted {
    card_id: CardId,
    spot: Spot,
    signs: Signs,
}

/// What is drawn where the card would land.
#[derive(Default)]
struct Signs {
    mark: Option<HtmlElement>,
    reason: Option<HtmlElement>,
    over: Option<Element>,
}

enum Verdict {
    Yes,
    /// It may be let go here: then one of the three is asked for.
    Full,
    No(Refusal),
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

    // Pointers ---------------------------------------------------------------------------------------------

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

    // Each frame -------------------------------------------------------------------------------------------

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

    /// Near an edge what can scroll does: the inner before the outer.
    fn scroll(&self, pointer: i32) {
        let Some((at, since)) = self.pulls.borrow().get(pointer).map(|held| (held.pull.at, held.edge_since)) else {
            return;
        };
        let now = clock::now();
        let lasted = since.map_or(0, |since| now - since);
        let mut near = false;
        for area in scrollers(&self.root) {
            let rect = visible(&area);
            let dy = drag::scroll_speed(at.y, rect.y, rect.y + rect.h, lasted);
            let dx = drag::scroll_speed(at.x, rect.x, rect.x + rect.w, lasted);
            near |= dx != 0.0 || dy != 0.0;
            let before = (area.scroll_left(), area.scroll_top());
            if dx.abs() >= 1.0 || dy.abs() >= 1.0 {
                area.set_scroll_top(before.1 + dy.round() as i32);
                area.set_scroll_left(before.0 + dx.round() as i32);
            }
            if before != (area.scroll_left(), area.scroll_top()) {
                break;
            }
        }
        if let Some(held) = self.pulls.borrow_mut().get_mut(pointer) {
            held.edge_since = near.then(|| held.edge_since.unwrap_or(now));
        }
    }

    fn show(&self, signs: &mut Signs, card_id: CardId, spot: Spot, cell: Option<&CellBox>, at: Option<Point>) {
        signs.clear();
        let knows = self.knows.borrow();
        let Some(knows) = &*knows else { return };
        let env = &knows.env;
        let verdict = self.verdict(card_id, spot.cell);
        let element = elements(&self.root, "[data-cell]").find(|cell| cell_of(cell) == Some(spot.cell));
        if let Some(element) = &element {
            let _ = element.set_attribute("data-over", if matches!(verdict, Verdict::No(_)) { "no" } else { "yes" });
        }
        signs.over = element;
        let total = cell.map_or_else(
            || drag::others(&knows.plan, spot.cell, card_id).len(),
            |cell| cell.cards.len(),
        ) + 1;
        let reason = match &verdict {
            Verdict::Yes => None,
            Verdict::Full => Some((env.t("drag-full-title"), env.t("drag-full-body"))),
            Verdict::No(refusal) => Some((env.t("drag-no-title"), reasons::whole(*refusal, env))),
        };
        if let (false, Some(cell)) = (matches!(verdict, Verdict::No(_)), cell) {
            let line = drag::mark(cell, spot.index, GAP);
            signs.mark = self.draw("mark", &[("", &env.t("drag-mark"))]);
            if let Some(mark) = &signs.mark {
                set(mark, "position", "absolute");
                set(mark, "inset", "0 auto auto 0");
                set(mark, "inline-size", &px(line.w));
                set(mark, "transform", &format!("translate({},{})", px(line.x), px(line.y - 10.0)));
            }
        }
        if let Some((title, body)) = &reason {
            signs.reason = self.draw("reason", &[("strong", title), ("", body)]);
            if let (Some(reason), Some(cell)) = (&signs.reason, cell) {
                // Where the eyes are: beside the hand, or at the mark where there is no hand.
                let y = at.map_or_else(|| drag::mark(cell, spot.index, GAP).y, |at| at.y) + 2.0 * GAP;
                set(reason, "transform", &format!("translate({},{})", px(cell.area.x), px(y)));
            }
        }
        let text = match &reason {
            Some((title, body)) => format!("{title}. {body}"),
            None => over_words(env, spot, total),
        };
        self.announcer.say_soon(text);
    }

    fn draw(&self, class: &str, parts: &[(&str, &str)]) -> Option<HtmlElement> {
        let document = self.root.owner_document()?;
        let drawn = document.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        drawn.set_class_name(class);
        for (tag, text) in parts {
            let node = match *tag {
                "" => document.create_text_node(text).unchecked_into::<web_sys::Node>(),
                tag => {
                    let element = document.create_element(tag).ok()?;
                    element.set_text_content(Some(text));
                    element.unchecked_into()
                }
            };
            let _ = drawn.append_child(&node);
        }
        let _ = self.layer.append_child(&drawn);
        Some(drawn)
    }

    fn verdict(&self, card_id: CardId, cell: CellId) -> Verdict {
        let knows = self.knows.borrow();
        let Some((knows, card)) = knows.as_ref().and_then(|knows| Some((knows, knows.plan.card(card_id)?))) else {
            return Verdict::No(Refusal::CardGone);
        };
        if !is_legal(card.kind, cell.column, cell.lane) {
            Verdict::No(Refusal::WrongPlace {
                kind: card.kind,
                column: cell.column,
            })
        } else if cell.lane == Some(Lane::Now) && now_is_full(&knows.plan, card) {
            if knows.env.proposes {
                Verdict::No(Refusal::NowIsFull)
            } else {
                Verdict::Full
            }
        } else {
            Verdict::Yes
        }
    }

    // Keys -------------------------------------------------------------------------------------------------

    fn key(&self, event: &KeyboardEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        let key = event.key();
        if (event.ctrl_key() || event.meta_key()) && key == "z" && !event.shift_key() {
            let writing = target.closest("input, textarea, select, dialog").ok().flatten().is_some();
            if !writing {
                event.prevent_default();
                self.act.emit(Act::Undo);
            }
            return;
        }
        let on_grip = target.closest("[data-grip]").ok().flatten();
        let Some(card) = on_grip.and_then(|grip| grip.closest("[data-card]").ok().flatten()) else {
            return;
        };
        let lifted = self.keys.borrow().is_some();
        let rtl = self.knows.borrow().as_ref().is_some_and(|knows| knows.env.rtl);
        let step = match key.as_str() {
            " " | "Enter" if !lifted => {
                event.prevent_default();
                return self.lift_by_key(&card);
            }
            _ if !lifted => return,
            " " | "Enter" => {
                event.prevent_default();
                return self.drop_by_key();
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                return self.cancel_keys();
            }
            "Tab" => {
                event.prevent_default();
                if let Some(knows) = &*self.knows.borrow() {
                    self.announcer.say(&knows.env.t("drag-how"));
                }
                return;
            }
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "ArrowLeft" if rtl => Step::After,
            "ArrowLeft" => Step::Before,
            "ArrowRight" if rtl => Step::Before,
            "ArrowRight" => Step::After,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        self.step(step);
    }

    fn lift_by_key(&self, element: &Element) {
        let card_id = element.get_attribute("data-card").and_then(|id| id.parse::<CardId>().ok());
        let knows = self.knows.borrow();
        let Some((knows, card)) = knows.as_ref().and_then(|knows| Some((knows, knows.plan.card(card_id?)?))) else {
            return;
        };
        if !knows.env.writes || self.pulls.borrow().0.iter().any(|held| Some(held.pull.card_id) == card_id) {
            return;
        }
        let _ = element.class_list().add_1("lifted");
        self.quiet_columns(card);
        let spot = drag::spot_of(&knows.plan, card);
        *self.keys.borrow_mut() = Some(Lifted {
            card_id: card.card_id,
            spot,
            signs: Signs::default(),
        });
        self.announcer
            .say(&format!("{} {}", lifted_words(knows, card), knows.env.t("drag-how")));
    }

    fn step(&self, step: Step) {
        let Some((card_id, was)) = self.keys.borrow().as_ref().map(|lifted| (lifted.card_id, lifted.spot)) else {
            return;
        };
        let targets = {
            let knows = self.knows.borrow();
            let Some((knows, card)) = knows.as_ref().and_then(|knows| Some((knows, knows.plan.card(card_id)?))) else {
                return;
            };
            drag::targets(&knows.plan, card)
        };
        let spot = drag::step(&targets, was, step);
        let cells = self.measure(card_id);
        let mut keys = self.keys.borrow_mut();
        let Some(lifted) = keys.as_mut() else { return };
        lifted.spot = spot;
        self.show(
            &mut lifted.signs,
            card_id,
            spot,
            cells.iter().find(|cell| cell.cell == spot.cell),
            None,
        );
        if let Some(mark) = &lifted.signs.mark {
            let rect = mark.get_bounding_client_rect();
            let height = web_sys::window()
                .and_then(|window| window.inner_height().ok()?.as_f64())
                .unwrap_or_default();
            if rect.top() < 0.0 || rect.bottom() > height {
                mark.scroll_into_view_with_bool(rect.top() < 0.0);
            }
        }
    }

    fn drop_by_key(&self) {
        let Some((card_id, spot)) = self.keys.borrow().as_ref().map(|lifted| (lifted.card_id, lifted.spot)) else {
            return;
        };
        let cards = self
            .knows
            .borrow()
            .as_ref()
            .map(|knows| drag::others(&knows.plan, spot.cell, card_id))
            .unwrap_or_default();
        if matches!(self.verdict(card_id, spot.cell), Verdict::No(_)) {
            return self.cancel_keys();
        }
        self.put_down();
        self.act.emit(Act::Drop(Drop {
            card_id,
            place: drag::place(&cards, spot),
        }));
    }

    fn cancel_keys(&self) {
        let card_id = self.keys.borrow().as_ref().map(|lifted| lifted.card_id);
        self.put_down();
        if let Some(card_id) = card_id {
            self.say_cancelled(card_id);
        }
    }

    fn put_down(&self) {
        let Some(lifted) = self.keys.take() else { return };
        lifted.signs.clear();
        if let Some(card) = self.card_element(lifted.card_id) {
            let _ = card.class_list().remove_1("lifted");
        }
        self.rest();
    }

    // Measuring --------------------------------------------------------------------------------------------

    fn card_element(&self, card_id: CardId) -> Option<Element> {
        self.root.query_selector(&format!("[data-card=\"{card_id}\"]")).ok().flatten()
    }

    /// Where the board begins in the window, and how much larger a page may have drawn it.
    fn origin(&self) -> (Point, f64) {
        let rect = self.root.get_bounding_client_rect();
        let own = f64::from(self.root.offset_width());
        let scale = if own > 0.0 && rect.width() > 0.0 {
            rect.width() / own
        } else {
            1.0
        };
        (
            Point {
                x: rect.left(),
                y: rect.top(),
            },
            scale,
        )
    }

    fn measure(&self, held: CardId) -> Vec<CellBox> {
        let (origin, scale) = self.origin();
        let local = |element: &Element| {
            let rect = element.get_bounding_client_rect();
            Rect {
                x: (rect.left() - origin.x) / scale,
                y: (rect.top() - origin.y) / scale,
                w: rect.width() / scale,
                h: rect.height() / scale,
            }
        };
        let held = held.to_string();
        let cells = elements(&self.root, "[data-cell]").filter_map(|cell| {
            let area = local(&cell);
            let id = cell_of(&cell).filter(|_| area.w > 0.0 && area.h > 0.0)?;
            let cards = elements(&cell, "[data-card]").filter_map(|card| {
                let id = card.get_attribute("data-card").filter(|id| *id != held)?;
                Some((id.parse().ok()?, local(&card)))
            });
            Some(CellBox {
                cell: id,
                area,
                cards: cards.collect(),
            })
        });
        cells.collect()
    }
}

impl Signs {
    fn clear(&self) {
        for sign in [&self.mark, &self.reason].into_iter().flatten() {
            sign.remove();
        }
        if let Some(over) = &self.over {
            let _ = over.remove_attribute("data-over");
        }
    }
}

impl std::fmt::Debug for Hands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hands({} pointers)", self.pulls.borrow().0.len())
    }
}

fn lifted_words(knows: &Knows, card: &Arc<Card>) -> String {
    let spot = drag::spot_of(&knows.plan, card);
    let (env, total) = (&knows.env, knows.plan.cell(spot.cell).len());
    say!(env.words, "drag-lifted", card: &card.words.words, place: &env.place(spot.cell), n: spot.index + 1, total: total)
}

fn over_words(env: &Env, spot: Spot, total: usize) -> String {
    say!(env.words, "drag-over-column", column: &env.place(spot.cell), n: spot.index + 1, total: total)
}

fn point(event: &PointerEvent) -> Point {
    Point {
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
    }
}

/// Whole pixels: to write fractions would bring a fifth of the size of this crate.
fn px(value: f64) -> String {
    format!("{}px", value.round() as i32)
}

fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

fn elements(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = within.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, |list| list.length());
    (0..length).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into::<Element>().ok())
}

fn cell_of(element: &Element) -> Option<CellId> {
    element.get_attribute("data-cell")?.parse().ok()
}

/// Everything around the board that can scroll, from the inside out, through shadow roots.
fn scrollers(from: &HtmlElement) -> Vec<Element> {
    let mut found = vec![];
    let mut next = Some(from.clone().unchecked_into::<Element>());
    while let Some(element) = next {
        let more = element.scroll_height() > element.client_height() + 1 || element.scroll_width() > element.client_width() + 1;
        if more && scrolls(&element) {
            found.push(element.clone());
        }
        next = element.parent_element().or_else(|| {
            let root = element.get_root_node();
            js_sys::Reflect::get(&root, &JsValue::from_str("host")).ok()?.dyn_into().ok()
        });
    }
    let page = from.owner_document().and_then(|document| document.scrolling_element());
    found.extend(page);
    found.dedup();
    found
}

fn scrolls(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let overflow = style
        .and_then(|style| style.get_property_value("overflow-y").ok())
        .unwrap_or_default();
    overflow == "auto" || overflow == "scroll"
}

/// The part of the window in which an area shows.
fn visible(area: &Element) -> Rect {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let Some(window) = web_sys::window() else {
        return Rect::default();
    };
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let rect = area.get_bounding_client_rect();
    let (left, top) = (rect.left().max(0.0), rect.top().max(0.0));
    Rect {
        x: left,
        y: top,
        w: rect.right().min(width) - left,
        h: rect.bottom().min(height) - top,
    }
}
