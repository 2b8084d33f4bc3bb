//! Who may see what: what the adults of the family have said yes to, taken back with one press, and the question
//! before a yes, with what it would change. Others read what is open to them.

pub mod ask;
pub mod routes;

use super::Paper;
use super::routes::Visit;
use crate::error::Error;
use crate::pages::parts::{choice, column_word, form};
use crate::plan::{Look, Seen};
use ask::{Asked, DAYS};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CardId;
use shared::plan::{Column, Consent, Grantee, Intent, May, Role, Scope, may, view};

pub const CONSENTS: Paper = Paper {
    slug: "consents",
    key: "paper-consents",
    look: Look::Consents,
    is_for: |_| true,
};

/// Where a yes is taken back.
pub fn withdraw_address(visit: &Visit) -> String {
    format!("{}/withdraw", CONSENTS.address(visit.plan_id))
}

/// Everything that is open, and for the family the first step to open something. `card` is what it comes from.
pub fn consents(visit: &Visit, seen: &Seen, card: Option<CardId>) -> Result<Markup, Error> {
    let reader = &visit.reader;
    let is_family = seen.role() == Some(Role::Family);
    let given: Vec<&Consent> = seen.plan.consents().map(|consent| &**consent).collect();
    let about = if is_family { "consents-about" } else { "consents-about-me" };
    Ok(html! {
        p.lead { (reader.say(about)) }
        @if given.is_empty() {
            p.nothing { (reader.say(if is_family { "consents-none" } else { "consents-none-for-me" })) }
        } @else {
            section.day aria-labelledby="open-now" {
                h2 id="open-now" { (reader.say("consents-now")) }
                ul.happened.consents { @for consent in given { (one(visit, seen, consent)?) } }
            }
        }
        @if may_give(seen) { (ask_first(visit, seen, card)) }
    })
}

/// After someone has changed their mind, what is true of it now.
pub fn changed_mind(visit: &Visit, seen: &Seen, to: Grantee, what: Scope) -> Markup {
    let name = whom(visit, seen, to);
    let sees = |card_id: CardId| {
        let mut eyes = seen.plan.members().filter(|member| ask::is_meant(to, member));
        eyes.any(|member| view(&seen.plan, member.member_id).card(card_id).is_some())
    };
    let key = match what {
        Scope::Card(card_id) if sees(card_id) => "consents-still-seen",
        Scope::Column(_) if seen.plan.consents().any(|consent| (consent.to, consent.what) == (to, what)) => "consents-still-seen",
        _ => "consent-text-m",
    };
    html! { p.done role="status" { (visit.reader.say_with(key, &[("name", &name)])) } }
}

fn one(visit: &Visit, seen: &Seen, consent: &Consent) -> Result<Markup, Error> {
    let reader = &visit.reader;
    let consent_id = consent.consent_id;
    let own = may(&seen.plan, seen.member_id, &Intent::WithdrawConsent { consent_id }) == May::Yes;
    let key = if consent.to == Grantee::Member(seen.member_id) {
        "consents-one-me"
    } else {
        "consents-one"
    };
    let (to, what) = (whom(visit, seen, consent.to), scope(visit, seen, consent.what));
    let until = reader.date(consent.until);
    let said = &consent.said_yes_to;
    let given_on = reader.date(Day::in_denmark(consent.at));
    let giver = match seen.plan.member(consent.by) {
        Some(_) if consent.by == seen.member_id => reader.say("history-you"),
        Some(giver) => giver.name.clone(),
        None => reader.say("history-someone"),
    };
    let version = said.version.to_string();
    let given = [
        ("who", giver.as_str()),
        ("date", &given_on),
        ("version", &version),
        ("language", &language(visit, &said.language)),
    ];
    let fields = html! {
        input type="hidden" name="consent_id" value=(consent_id);
        button.answer type="submit" { (reader.say("consents-withdraw")) }
    };
    Ok(html! {
        li {
            div {
                p { b dir="auto" { (reader.say_with(key, &[("name", &to), ("what", &what), ("date", &until)])) } }
                p.hint {
                    (reader.say_with("consents-given", &given))
                    @if said.read_aloud { " " (reader.say("consents-was-read-aloud")) }
                }
                @if own { (form(reader, &withdraw_address(visit), visit.change_id()?, &fields)) }
            }
        }
    })
}

/// The rule book's own answer for the widest thing to open; each single one is judged again.
fn may_give(seen: &Seen) -> bool {
    let intent = Intent::GiveConsent {
        to: Grantee::Role(Role::Network),
        what: Scope::Column(Column::Municipality),
        until: Day::EPOCH,
        text: ask::text("", false),
    };
    may(&seen.plan, seen.member_id, &intent) == May::Yes
}

/// To whom, what and until when. It only leads to the page that says what a yes would change.
fn ask_first(visit: &Visit, seen: &Seen, card: Option<CardId>) -> Markup {
    let reader = &visit.reader;
    let members = seen.plan.members().filter(|member| {
        let to_be_asked = !matches!(member.role, Role::Child | Role::Interpreter);
        to_be_asked && member.left_at.is_none() && member.member_id != seen.member_id
    });
    let days: Vec<(&str, String)> = DAYS.iter().map(|(days, key)| (*days, reader.say(key))).collect();
    html! {
        section.day aria-labelledby="open-more" {
            h2 id="open-more" { (reader.say("consents-give")) }
            p { (reader.say("consents-give-about")) }
            form.sheet-form method="get" action=(CONSENTS.address(visit.plan_id)) {
                input type="hidden" name="lang" value=(reader.choice.tag);
                div.field {
                    label for="to" { (reader.say("consents-to")) }
                    select id="to" name="to" required {
                        @for member in members {
                            option value=(member.member_id) {
                                (member.name) @if !member.relation.is_empty() { " (" (member.relation) ")" }
                            }
                        }
                        @for role in ask::ROLES {
                            option value=(format!("{role:?}")) { (whom(visit, seen, Grantee::Role(role))) }
                        }
                    }
                }
                div.field {
                    label for="what" { (reader.say("consents-what")) }
                    select id="what" name="what" required {
                        optgroup label=(reader.say("consents-one-card")) {
                            @for card_of in seen.plan.cards() {
                                option value=(card_of.card_id) selected[card == Some(card_of.card_id)] dir="auto" { (card_of.words.words) }
                            }
                        }
                        optgroup label=(reader.say("consents-column")) {
                            @for column in Column::ALL {
                                option value=(column_word(column)) { (reader.say(&format!("column-{}", column_word(column)))) }
                            }
                        }
                    }
                }
                (choice("days", &reader.say("consents-until"), &days, None))
                p { button.button type="submit" { (reader.say("consents-show")) } }
            }
        }
    }
}

/// "Birthe", "dig", "alle fra jeres netværk".
pub fn whom(visit: &Visit, seen: &Seen, to: Grantee) -> String {
    let reader = &visit.reader;
    match to {
        Grantee::Member(member_id) if member_id == seen.member_id => reader.say("you"),
        Grantee::Member(member_id) => match seen.plan.member(member_id) {
            Some(member) => member.name.clone(),
            None => reader.say("history-someone"),
        },
        Grantee::Role(role) => reader.say(match role {
            Role::Network => "consents-role-network",
            Role::Coordinator => "consents-role-coordinator",
            Role::Professional => "consents-role-professional",
            Role::Guest | Role::Family | Role::Child | Role::Interpreter => "consents-role-guest",
        }),
    }
}

/// The card's words, or what stands under a heading of the board.
pub fn scope(visit: &Visit, seen: &Seen, what: Scope) -> String {
    let reader = &visit.reader;
    match what {
        Scope::Card(card_id) => match seen.plan.card(card_id) {
            Some(card) => reader.say_with("consents-the-card", &[("card", &card.words.words)]),
            None => reader.say("history-a-card"),
        },
        Scope::Column(column) => {
            let column = reader.say(&format!("column-{}", column_word(column)));
            reader.say_with("consents-the-column", &[("column", &column)])
        }
    }
}

fn language(visit: &Visit, tag: &str) -> String {
    let known = crate::pages::reader::CHOICES.into_iter().find(|choice| choice.tag == tag);
    known.map_or_else(|| tag.to_owned(), |choice| visit.reader.say(choice.key))
}

/// The page before a yes, or where nothing is asked for yet, the list.
pub fn draw(visit: &Visit, seen: &Seen) -> Result<Markup, Error> {
    match Asked::of(visit) {
        Some(asked) if may_give(seen) => ask::before_a_yes(visit, seen, &asked),
        _ => consents(visit, seen, visit.asked("card")),
    }
}
