//! What is drawn while a card is on its way, and the measuring for it.

use super::{Hands, Knows};
use crate::board::drag::{self, CellBox, Point, Rect, Spot};
use crate::board::kit::Env;
use crate::board::move_menu::now_is_full;
use crate::board::reasons;
use crate::say;
use shared::ids::CardId;
use shared::plan::{Card, CellId, Lane, Refusal, is_legal};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The space between two cards, where the mark lies.
const GAP: f64 = 12.0;

/// What is drawn where the card would land.
#[derive(Default)]
pub(super) struct Signs {
    pub(super) mark: Option<HtmlElement>,
    pub(super) reason: Option<HtmlElement>,
    pub(super) over: Option<Element>,
}

pub(super) enum Verdict {
    Yes,
    /// It may be let go here: then one of the three is asked for.
    Full,
    No(Refusal),
}

impl Hands {
    pub(super) fn show(&self, signs: &mut Signs, card_id: CardId, spot: Spot, cell: Option<&CellBox>, at: Option<Point>) {
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

    pub(super) fn verdict(&self, card_id: CardId, cell: CellId) -> Verdict {
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

    pub(super) fn card_element(&self, card_id: CardId) -> Option<Element> {
        self.root.query_selector(&format!("[data-card=\"{card_id}\"]")).ok().flatten()
    }

    /// Where the board begins in the window, and how much larger a page may have drawn it.
    pub(super) fn origin(&self) -> (Point, f64) {
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

    pub(super) fn measure(&self, held: CardId) -> Vec<CellBox> {
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
    pub(super) fn clear(&self) {
        for sign in [&self.mark, &self.reason].into_iter().flatten() {
            sign.remove();
        }
        if let Some(over) = &self.over {
            let _ = over.remove_attribute("data-over");
        }
    }
}

pub(super) fn lifted_words(knows: &Knows, card: &Arc<Card>) -> String {
    let spot = drag::spot_of(&knows.plan, card);
    let (env, total) = (&knows.env, knows.plan.cell(spot.cell).len());
    say!(env.words, "drag-lifted", card: &card.words.words, place: &env.place(spot.cell), n: spot.index + 1, total: total)
}

pub(super) fn over_words(env: &Env, spot: Spot, total: usize) -> String {
    say!(env.words, "drag-over-column", column: &env.place(spot.cell), n: spot.index + 1, total: total)
}

/// Whole pixels: to write fractions would bring a fifth of the size of this crate.
pub(super) fn px(value: f64) -> String {
    format!("{}px", value.round() as i32)
}

pub(super) fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

pub(super) fn elements(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = within.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, |list| list.length());
    (0..length).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into::<Element>().ok())
}

pub(super) fn cell_of(element: &Element) -> Option<CellId> {
    element.get_attribute("data-cell")?.parse().ok()
}
