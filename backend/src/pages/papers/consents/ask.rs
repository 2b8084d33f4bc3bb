//! The page before a yes: the text, what a yes would change, and two answers of the same weight.

use super::routes::Given;
use super::{CONSENTS, scope, whom};
use crate::error::Error;
use crate::pages::papers::routes::Visit;
use crate::pages::parts::{Trouble, column_word, form, two_answers};
use crate::plan::Seen;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CardId;
use shared::plan::{Card, Column, ConsentText, Grantee, Member, Refusal, Role, Scope, view};
use std::sync::Arc;

/// Raised whenever the words of `consent-text-c` change: what someone said yes to must be found again.
pub const VERSION: u16 = 1;
/// How long a yes can last, in days.
pub const DAYS: [(&str, &str); 3] = [
    ("14", "consents-14-days"),
    ("91", "consents-3-months"),
    ("365", "consents-a-year"),
];
/// Whom one can open something to all at once.
pub const ROLES: [Role; 4] = [Role::Network, Role::Coordinator, Role::Professional, Role::Guest];

/// What someone thinks of saying yes to.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub to: Grantee,
    pub what: Scope,
    pub until: Day,
}

impl Asked {
    pub fn of(visit: &Visit) -> Option<Asked> {
        let days: String = visit.asked("days")?;
        let days: i32 = DAYS.iter().find(|(offered, _)| *offered == days)?.0.parse().ok()?;
        Some(Asked {
            to: grantee(&visit.asked::<String>("to")?)?,
            what: scope_of(&visit.asked::<String>("what")?)?,
            until: visit.today.plus(days),
        })
    }
}

/// A member by id, or everyone of a role by its name.
pub fn grantee(text: &str) -> Option<Grantee> {
    let by_role = ROLES.into_iter().find(|role| format!("{role:?}") == text);
    by_role.map(Grantee::Role).or_else(|| text.parse().ok().map(Grantee::Member))
}

/// A card by id, or a column by its name.
pub fn scope_of(text: &str) -> Option<Scope> {
    let by_name = Column::ALL.into_iter().find(|column| column_word(*column) == text);
    by_name.map(Scope::Column).or_else(|| text.parse().ok().map(Scope::Card))
}

pub fn grantee_text(to: Grantee) -> String {
    match to {
        Grantee::Member(member_id) => member_id.to_string(),
        Grantee::Role(role) => format!("{role:?}"),
    }
}

pub fn scope_text(what: Scope) -> String {
    match what {
        Scope::Card(card_id) => card_id.to_string(),
        Scope::Column(column) => column_word(column).to_owned(),
    }
}

pub fn text(language: &str, read_aloud: bool) -> ConsentText {
    ConsentText {
        version: VERSION,
        language: language.to_owned(),
        read_aloud,
    }
}

/// Whether this member would see by it.
pub fn is_meant(to: Grantee, member: &Member) -> bool {
    let named = match to {
        Grantee::Member(member_id) => member_id == member.member_id,
        Grantee::Role(role) => role == member.role,
    };
    named && member.left_at.is_none()
}

/// The cards that someone would come to see by a yes. Worked out on what the giver sees: a yes opens nothing else.
///
/// Errors: what the yes itself would be refused for.
fn new_cards(visit: &Visit, seen: &Seen, asked: &Asked) -> Result<Vec<Arc<Card>>, Refusal> {
    let mut cards: Vec<Arc<Card>> = Vec::new();
    let meant: Vec<_> = seen.plan.members().filter(|member| is_meant(asked.to, member)).collect();
    // Also where nobody of that role sits there yet, to hear whether it would be refused.
    let eyes = meant.iter().map(|member| member.member_id).chain([seen.member_id]);
    for viewer in eyes {
        let after = seen
            .plan
            .seen_with_consent(asked.to, asked.what, seen.member_id, viewer, visit.now)?;
        let before = view(&seen.plan, viewer);
        let is_new = |card_id: CardId| before.card(card_id).is_none();
        cards.extend(after.cards().filter(|card| is_new(card.card_id)).cloned());
    }
    cards.sort_by_key(|card| card.card_id);
    cards.dedup_by_key(|card| card.card_id);
    Ok(cards)
}

pub fn before_a_yes(visit: &Visit, seen: &Seen, asked: &Asked) -> Result<Markup, Error> {
    let reader = &visit.reader;
    let cards = match new_cards(visit, seen, asked) {
        Ok(cards) => cards,
        Err(refusal) => {
            return Ok(html! {
                (Trouble::Refused(Some(refusal)).summary(reader, seen))
                (super::consents(visit, seen, None)?)
            });
        }
    };
    let (name, what) = (whom(visit, seen, asked.to), scope(visit, seen, asked.what));
    let until = reader.date(asked.until);
    let key = match asked.what {
        Scope::Card(_) => "consent-text-c",
        Scope::Column(_) => "consent-text-c-column",
    };
    let answers = two_answers(
        "answer",
        [("yes", &reader.say("consents-yes")), ("no", &reader.say("consents-no"))],
    );
    let fields = html! {
        (Given::hidden(asked, reader.choice.tag))
        label.check {
            input type="checkbox" name="read_aloud" value="true";
            span { (reader.say("consents-read-aloud")) }
        }
        (answers)
    };
    Ok(html! {
        h2 { (reader.say_with("consents-question", &[("name", &name), ("what", &what), ("date", &until)])) }
        section.day {
            h3 { (reader.say("consents-would-change")) }
            @if cards.is_empty() {
                p { (reader.say_with("consents-nothing-changes", &[("name", &name)])) }
            } @else {
                p { (reader.say_with("consents-would-see", &[("name", &name)])) }
                ul.opened { @for card in &cards { li dir="auto" { (card.words.words) } } }
            }
        }
        blockquote.consent-text lang=(reader.lang().tag()) {
            p { (reader.say_with(key, &[("name", &name), ("what", &what)])) }
            p.hint { (reader.say_with("consents-text-version", &[("version", &VERSION.to_string())])) }
        }
        (form(reader, &CONSENTS.address(visit.plan_id), visit.change_id()?, &fields))
    })
}
