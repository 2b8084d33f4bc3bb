//! "Det, jeg har valgt fra": what one has said no to, for oneself alone to see and to take back.

use super::Leaf;
use crate::matching::market::Market;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::{CompanyId, PlacementId};
use uuid::Uuid;

/// Something that one has said no to, by the name it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaidNo {
    pub subject_id: Uuid,
    /// Empty where it is gone from the market.
    pub name: String,
}

pub fn named(market: &Market, subject_id: Uuid) -> SaidNo {
    let placement = market
        .opening(PlacementId(subject_id))
        .map(|opening| format!("{}, {}", opening.workplace.name, opening.placement.title));
    let company = || market.company(CompanyId(subject_id)).map(|held| held.thing.name.clone());
    SaidNo {
        subject_id,
        name: placement.or_else(company).unwrap_or_default(),
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
                        input type="hidden" name="subject" value=(no.subject_id);
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
