//! "Det, jeg har valgt fra": what one has said no to, for oneself alone to see and to take back.

use super::Leaf;
use crate::matching::market::Market;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::PlacementId;
use shared::matching::placement::Opening;

/// Something that one has said no to, by the name it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaidNo {
    pub placement_id: PlacementId,
    /// Empty where it is gone from the market.
    pub name: String,
}

pub fn named(market: &Market, placement_id: PlacementId) -> SaidNo {
    let name = |opening: Opening<'_>| format!("{}, {}", opening.workplace.name, opening.placement.title);
    SaidNo {
        placement_id,
        name: market.opening(placement_id).map(name).unwrap_or_default(),
    }
}

pub fn not_mine(reader: &Reader, nos: &[SaidNo]) -> Markup {
    html! {
        p.lead { (reader.say("not-about")) }
        @if nos.is_empty() { p.nothing { (reader.say("not-nothing")) } }
        ul.rows {
            @for no in nos {
                li {
                    p { @if no.name.is_empty() { (reader.say("not-gone")) } @else { bdi lang=[reader.danish()] { (no.name) } } }
                    form method="post" action=(reader.link(Leaf::Not.address())) {
                        input type="hidden" name="placement" value=(no.placement_id);
                        button.answer type="submit" {
                            (reader.say("not-take-back"))
                            @if !no.name.is_empty() { span.unseen lang=[reader.danish()] { " " (no.name) } }
                        }
                    }
                }
            }
        }
    }
}
