//! One card with everything about it. A section is there when it has something to say, and what waits for the
//! reader comes first.

mod about;
mod deeds;
mod promises;
pub mod rhythm;
pub mod routes;
mod voices;
pub mod wish;

use super::Paper;
use super::desk::Desk;
use super::history::latest;
use super::{card_address, help};
use crate::error::Error;
use crate::plan::Look;
use crate::plan::history::Entry;
use maud::{Markup, html};
use shared::plan::{Card, Kind};

/// Among the links it is not: it is reached from the card itself.
pub const CARD: Paper = Paper {
    slug: "cards",
    key: "paper-card",
    look: Look::Card,
    is_for: |_| true,
};

/// `entries` is what happened to the card, oldest first.
pub fn card(desk: &Desk<'_>, card: &Card, entries: &[Entry]) -> Result<Markup, Error> {
    let history = format!("{}/history", card_address(desk.visit.plan_id, card.card_id));
    Ok(html! {
        (waits(desk, card))
        (about::about(desk, card)?)
        @if card.kind == Kind::Help {
            (wish::wish(desk, card)?)
            (help::facts::facts(desk, card)?)
        }
        (promises::promises(desk, card)?)
        (voices::duty(desk, card)?)
        (voices::voices(desk, card)?)
        (wish::decisions(desk, card)?)
        section.leaf {
            h2 { (desk.say("this-card-history")) }
            (latest(desk.visit, desk.seen, entries))
            p { a.way href=(desk.reader().link(&history)) { (desk.say("this-card-history-all")) } }
        }
    })
}

/// What this reader is asked for, with the way to it.
fn waits(desk: &Desk<'_>, card: &Card) -> Markup {
    let me = Some(desk.me());
    let wish = card.help.as_ref().and_then(|help| help.wish.as_ref());
    let answers = wish.is_some_and(|wish| wish.answers == me && wish.answer.is_none());
    let asked: Vec<_> = desk
        .plan()
        .agreements_of(card.card_id)
        .filter(|agreement| agreement.asked == me)
        .collect();
    html! {
        @if let Some(pen) = desk.plan().pen_of(desk.me()) {
            p.banner { (desk.say_with("this-card-pen", &[("name", desk.name(pen.says))])) }
        }
        @if answers || !asked.is_empty() {
            section.waits aria-labelledby="waits" {
                h2 id="waits" { (desk.say("this-card-waits")) }
                ul {
                    @if answers { li { a href="#wish" { (desk.say("this-card-waits-wish")) } } }
                    @for agreement in asked {
                        li { a href={ "#promise-" (agreement.agreement_id) } { (desk.say("ask-me")) } }
                    }
                }
            }
        }
    }
}
