//! How the cards lie between the family, its own people and the municipality: one small card for each, in
//! words what has changed, and the moments when the family took something over.

use crate::pages::papers::routes::Visit;
use crate::plan::Seen;
use crate::plan::history::balance::{Balance, Weighed};
use crate::plan::history::{Entry, What};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CardId;
use shared::plan::{Column, Role};
use std::collections::BTreeSet;

/// The most moments that are shown.
const MOMENTS: usize = 20;
/// Cards beyond these are told by the number alone.
const DRAWN: u32 = 16;

pub fn over_time(visit: &Visit, seen: &Seen, weighed: &[Weighed]) -> Markup {
    let reader = &visit.reader;
    html! {
        section.part {
            h2 { (reader.say("balance-title")) }
            @if let (Some(first), Some(last)) = (weighed.first(), weighed.last()) {
                (in_words(visit, seen, first, last))
                div.scroll role="region" aria-label=(reader.say("balance-title")) tabindex="0" {
                    table.side.balance {
                        thead {
                            tr {
                                th scope="col" { (reader.say("movement-day")) }
                                @for key in ["column-ourselves", "column-network", "column-municipality"] {
                                    th scope="col" { (reader.say(key)) }
                                }
                            }
                        }
                        tbody { @for weighed in weighed { (row(visit, weighed)) } }
                    }
                }
            }
        }
    }
}

fn row(visit: &Visit, weighed: &Weighed) -> Markup {
    let Balance {
        ourselves,
        network,
        municipality,
    } = weighed.balance;
    html! {
        tr {
            th scope="row" { (visit.reader.day(weighed.on, visit.today)) }
            td { (ourselves) " " (cards(ourselves)) }
            td { (network) " " (cards(network)) }
            td { (municipality) " " (cards(municipality)) }
        }
    }
}

/// The number stands beside it.
fn cards(count: u32) -> Markup {
    let drawn = count.min(DRAWN);
    html! {
        @if drawn > 0 {
            svg.cards viewBox={ "0 0 " (drawn * 14) " 16" } width=(drawn * 14) height="16" aria-hidden="true" focusable="false" {
                @for card in 0..drawn { rect x=(card * 14 + 1) y="1" width="10" height="14" rx="2" {} }
            }
        }
    }
}

/// What has changed from the first of these days to today.
fn in_words(visit: &Visit, seen: &Seen, first: &Weighed, last: &Weighed) -> Markup {
    let reader = &visit.reader;
    let days = u32::try_from(last.on.days_since(first.on)).unwrap_or_default();
    let ago = match days {
        0..14 => reader.say_count("ago-days", days),
        14..60 => reader.say_count("ago-weeks", days / 7),
        _ => reader.say_count("ago-months", days / 30),
    };
    let whose = whose(seen);
    let (before, now) = (first.balance, last.balance);
    let sentence = |key, before: u32, now: u32| {
        let (before, now) = (reader.say_count("balance-things", before), now.to_string());
        reader.say_with(key, &[("ago", &ago), ("case", whose), ("before", &before), ("now", &now)])
    };
    html! {
        @if days == 0 {
            p { (reader.say_with("balance-begins", &[("case", whose)])) }
        } @else if before == now {
            p { (reader.say_with("balance-same", &[("ago", &ago)])) }
        } @else {
            @if before.ourselves != now.ourselves { p.lead { (sentence("balance-ourselves", before.ourselves, now.ourselves)) } }
            @if before.network != now.network { p { (sentence("balance-network", before.network, now.network)) } }
            @if before.municipality != now.municipality {
                p { (sentence("balance-municipality", before.municipality, now.municipality)) }
            }
        }
    }
}

/// "… – that we do ourselves now": each card that went from the municipality to the family and still lies there.
pub fn moments(visit: &Visit, seen: &Seen, entries: &[Entry]) -> Markup {
    let reader = &visit.reader;
    let moments = taken_over(seen, entries);
    html! {
        @if !moments.is_empty() {
            section.part {
                h2 { (reader.say("moments-title")) }
                ul.moments {
                    @for (card_id, on) in moments {
                        @if let Some(card) = seen.plan.card(card_id) {
                            li {
                                p {
                                    b dir="auto" { (card.words.words) } " – "
                                    (reader.say_with("moments-ourselves", &[("case", whose(seen))]))
                                }
                                p.small { (reader.day(on, visit.today)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The newest first, each card once.
fn taken_over(seen: &Seen, entries: &[Entry]) -> Vec<(CardId, Day)> {
    let mut told: BTreeSet<CardId> = BTreeSet::new();
    let mut moments = Vec::new();
    for entry in entries.iter().rev() {
        for happening in &entry.happenings {
            let (Some(about), What::CardMoved { from, to }) = (&happening.about, &happening.what) else {
                continue;
            };
            let came_over = (from.column, to.column) == (Column::Municipality, Column::Ourselves);
            let lies_there = seen
                .plan
                .card(about.card_id)
                .is_some_and(|card| card.column == Column::Ourselves);
            if came_over && lies_there && told.insert(about.card_id) {
                moments.push((about.card_id, Day::in_denmark(entry.at)));
            }
        }
    }
    moments.truncate(MOMENTS);
    moments
}

/// "I" is said to the family; the others read of it.
fn whose(seen: &Seen) -> &'static str {
    if seen.role() == Some(Role::Family) { "ours" } else { "theirs" }
}
