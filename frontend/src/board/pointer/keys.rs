//! A card lifted by keys: Space, arrows, Space; Esc puts it back.

use super::Hands;
use super::signs::{Signs, Verdict, lifted_words};
use crate::board::act::Act;
use crate::board::drag::{self, Drop, Spot, Step};
use shared::ids::CardId;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A card lifted by keys.
pub(super) struct Lifted {
    pub(super) card_id: CardId,
    pub(super) spot: Spot,
    pub(super) signs: Signs,
}

impl Hands {
    pub(super) fn key(&self, event: &KeyboardEvent) {
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

    pub(super) fn cancel_keys(&self) {
        let card_id = self.keys.borrow().as_ref().map(|lifted| lifted.card_id);
        self.put_down();
        if let Some(card_id) = card_id {
            self.say_cancelled(card_id);
        }
    }

    pub(super) fn put_down(&self) {
        let Some(lifted) = self.keys.take() else { return };
        lifted.signs.clear();
        if let Some(card) = self.card_element(lifted.card_id) {
            let _ = card.class_list().remove_1("lifted");
        }
        self.rest();
    }
}
