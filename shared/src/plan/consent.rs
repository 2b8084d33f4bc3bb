//! A yes to being seen: who, what, until when, to which text. It opens cards to eyes that would not see them.

use super::key::Key;
use super::place::Column;
use super::records::{Audience, Card, Member, Plan, Record, Role};
use super::refusal::Refusal;
use super::text::{NAME_MAX, clean};
use super::view::view;
use crate::day::Day;
use crate::ids::{CardId, ConsentId, MemberId, Millis};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A consent lasts at most this long; then it is asked for anew.
pub const CONSENT_DAYS: i32 = 366;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Consent {
    pub consent_id: ConsentId,
    /// Who gave it, and who alone withdraws it.
    pub by: MemberId,
    pub to: Grantee,
    pub what: Scope,
    /// The last day on which it counts.
    pub until: Day,
    pub said_yes_to: ConsentText,
    pub at: Millis,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Grantee {
    Member(MemberId),
    Role(Role),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Scope {
    Card(CardId),
    /// Every card there, now and later, but none that is kept among a few.
    Column(Column),
}

/// The text that was on the screen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentText {
    pub version: u16,
    pub language: String,
    /// Whether it was read aloud to the person.
    #[serde(default)]
    pub read_aloud: bool,
}

impl Consent {
    pub(super) fn is_to(&self, member: &Member) -> bool {
        match self.to {
            Grantee::Member(id) => id == member.member_id,
            Grantee::Role(role) => role == member.role,
        }
    }

    /// Whether it opens this card. A card kept among a few is opened by the one who wrote it, and one by one.
    pub(super) fn opens(&self, card: &Card) -> bool {
        match (self.what, &card.audience) {
            (Scope::Card(card_id), Audience::Only(_)) => card_id == card.card_id && card.added_by == self.by,
            (Scope::Card(card_id), _) => card_id == card.card_id,
            (Scope::Column(_), Audience::Only(_)) => false,
            (Scope::Column(column), _) => column == card.column,
        }
    }
}

impl Plan {
    #[allow(clippy::too_many_arguments, reason = "the fields of one consent and who gives it when")]
    pub(super) fn give_consent(
        &mut self,
        to: Grantee,
        what: Scope,
        until: Day,
        text: &ConsentText,
        consent_id: ConsentId,
        by: MemberId,
        at: Millis,
    ) -> Result<(), Refusal> {
        match to {
            Grantee::Member(member) => {
                self.with_a_page(member)?;
            }
            Grantee::Role(Role::Family | Role::Child | Role::Interpreter) => return Err(Refusal::MemberGone),
            Grantee::Role(_) => {}
        }
        if let Scope::Card(card_id) = what {
            let card = self.card(card_id).ok_or(Refusal::CardGone)?;
            if matches!(card.audience, Audience::Only(_)) && card.added_by != by {
                return Err(Refusal::NotYours);
            }
        }
        let today = Day::in_denmark(at);
        if until < today || until > today.plus(CONSENT_DAYS) {
            return Err(Refusal::WrongDay);
        }
        let said_yes_to = ConsentText {
            language: clean(&text.language, NAME_MAX)?,
            ..text.clone()
        };
        self.put_new(Record::Consent(Arc::new(Consent {
            consent_id,
            by,
            to,
            what,
            until,
            said_yes_to,
            at,
        })))
    }

    /// What a member would see if this consent were given: "what would change if I said yes".
    ///
    /// Errors: what the consent itself would be refused for.
    pub fn seen_with_consent(
        &self,
        to: Grantee,
        what: Scope,
        by: MemberId,
        viewer: MemberId,
        at: Millis,
    ) -> Result<Plan, Refusal> {
        let mut after = self.clone();
        let text = ConsentText {
            version: 0,
            language: String::new(),
            read_aloud: false,
        };
        after.give_consent(to, what, Day::in_denmark(at), &text, ConsentId::MAX, by, at)?;
        let mut seen = view(&after, viewer);
        seen.remove(Key::Consent(ConsentId::MAX));
        Ok(seen)
    }
}
