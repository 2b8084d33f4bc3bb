//! The help that a family gets, on one paper: first whether there is any that it does not want, then how much it is
//! together, and what it waits for an answer on.

pub mod facts;
pub mod routes;

use super::card::wish::{end_of, waiting};
use super::desk::{As, Blank, Desk};
use super::{Paper, card_address};
use crate::error::Error;
use crate::plan::Look;
use maud::{Markup, html};
use shared::plan::{Answered, Card, Column, EndWish, Help, Intent, Kind, Load, NewCard, Role};

pub const HELP: Paper = Paper {
    slug: "help",
    key: "paper-help",
    look: Look::Help,
    is_for: |_| true,
};

pub fn help(desk: &Desk<'_>) -> Result<Markup, Error> {
    let today = desk.visit.today;
    let all = || desk.plan().cards().filter(|card| card.kind == Kind::Help);
    let has_ended = |card: &Card| card.help_ends().is_some_and(|ends| ends < today);
    let today_given: Vec<_> = all()
        .filter(|card| card.column == Column::Municipality && !has_ended(card))
        .collect();
    let no_more: Vec<_> = all()
        .filter(|card| card.column == Column::NoMore && !has_ended(card))
        .collect();
    let ended: Vec<_> = all().filter(|card| has_ended(card)).collect();
    let hidden = desk.plan().other_help(Column::Municipality) + desk.plan().other_help(Column::NoMore);
    Ok(html! {
        section.leaf {
            @if desk.is_family() {
                h2 { (desk.say("empty-nomore")) }
                p.hint { (desk.say("our-help-question-about")) }
            } @else {
                h2 { (desk.say("column-help")) }
            }
            @if today_given.is_empty() { p { (desk.say("our-help-none")) } }
            @for card in today_given { (given(desk, card)?) }
            @if hidden > 0 { p.hint { (desk.reader().say_count("column-other-help", hidden)) } }
        }
        @if !no_more.is_empty() {
            section.leaf {
                h2 { (desk.say("our-help-stopped")) }
                @for card in no_more { (wished_away(desk, card)) }
            }
        }
        (load(desk))
        (add(desk)?)
        @if !ended.is_empty() {
            section.leaf {
                h2 { (desk.say("our-help-ended")) }
                ul.plain-list { @for card in ended { li { (title(desk, card)) } } }
            }
        }
    })
}

fn title(desk: &Desk<'_>, card: &Card) -> Markup {
    let address = card_address(desk.visit.plan_id, card.card_id);
    html! { a.way href=(desk.reader().link(&address)) dir="auto" { (card.words.words) } }
}

/// One help as it is today, with the button that says stop.
fn given(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let id = card.card_id.to_string();
    let none = Help::default();
    let help = card.help.as_deref().unwrap_or(&none);
    let stop = Intent::MoveCard {
        card_id: card.card_id,
        to: end_of(Column::NoMore),
    };
    Ok(html! {
        article.promise {
            h3 { (title(desk, card)) }
            dl.known {
                @if let Some(who) = card.who.and_then(|who| desk.plan().member(who)) {
                    dt { (desk.say("card-who-help")) }
                    dd { bdi { (who.name) } }
                }
                @if !card.when.words.is_empty() {
                    dt { (desk.say("card-when")) }
                    dd dir="auto" { (card.when.words) }
                }
                (facts::known(desk, card))
            }
            (facts::enough(desk, card))
            (facts::ratings(desk, help))
            div.presses {
                (facts::rate(desk, card, &id)?)
                @if let Some(deed) = desk.deed("stop", &id, &stop) { (desk.button(deed, &desk.say("our-help-stop"))?) }
            }
        }
    })
}

fn wished_away(desk: &Desk<'_>, card: &Card) -> Markup {
    let wish = card.help.as_ref().and_then(|help| help.wish.as_ref());
    html! {
        article.promise {
            h3 { (title(desk, card)) }
            @match wish {
                Some(EndWish { answer: Some(answer), .. }) => {
                    @match (card.help_ends(), answer.how) {
                        (Some(ends), _) => p { (desk.say_with("wish-ends-on", &[("date", &desk.reader().date(ends))])) },
                        (None, Answered::Stays { .. }) => p { (desk.say("wish-stays-title")) },
                        (None, _) => p { (desk.say("decision-elsewhere")) },
                    }
                }
                Some(wish) => (waiting(desk, wish)),
                None => p { (desk.say("wish-said-stop")) },
            }
        }
    }
}

/// How much it is together, for those who see it all.
fn load(desk: &Desk<'_>) -> Markup {
    if !matches!(desk.seen.role(), Some(Role::Family | Role::Coordinator)) {
        return html! {};
    }
    let Load {
        people,
        in_four_weeks,
        duties,
    } = desk.plan().load(desk.visit.today);
    html! {
        section.leaf {
            h2 { (desk.say("our-help-load")) }
            p.hint { (desk.say("our-help-load-about")) }
            ul.plain-list {
                li { (desk.reader().say_count("our-help-load-people", people)) }
                li { (desk.reader().say_count("our-help-load-times", in_four_weeks)) }
                li { (desk.reader().say_count("our-help-load-duties", duties)) }
            }
        }
    }
}

/// One more help. Where there is much already, that is said first; it can be added all the same.
fn add(desk: &Desk<'_>) -> Result<Markup, Error> {
    let Some(deed) = desk.deed("add", "", &new_help(String::new())) else {
        return Ok(html! {});
    };
    let load = desk.plan().load(desk.visit.today);
    let mut who = desk.members(|member| !matches!(member.role, Role::Child | Role::Interpreter));
    who.insert(0, (String::new(), desk.say("card-who-nobody")));
    let blank = Blank::default();
    let fields = html! {
        @if load.is_much() {
            p.note { (desk.reader().say_count("our-help-much", load.in_four_weeks / 4)) }
        }
        (desk.field(deed, Blank { name: "words", label: "card-add-title-help", most: 200, must: true, ..blank }, As::Line))
        (desk.field(deed, Blank { name: "who", label: "card-who-help", ..blank }, As::Select(&who)))
        (facts::fields(desk, deed, &Help::default()))
    };
    Ok(html! {
        section.leaf {
            h2 { (desk.say("our-help-more")) }
            (desk.folded(deed, &desk.say("card-add-help"), &fields)?)
        }
    })
}

/// A help at the end of what the municipality helps with.
fn new_help(words: String) -> Intent {
    Intent::AddCard(NewCard::new(Kind::Help, end_of(Column::Municipality), words))
}
