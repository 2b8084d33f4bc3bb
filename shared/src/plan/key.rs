//! What a record is filed under: on the wire, in the database and in a plan's order.

use super::place::{CellId, Column};
use crate::ids::{AgreementId, CardId, ConsentId, DecisionId, MemberId, ProposalId, RemarkId, StrengthId};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Key {
    Head,
    Member(MemberId),
    Card(CardId),
    Cell(CellId),
    Agreement(AgreementId),
    Proposal(ProposalId),
    LastChange(MemberId),
    OtherHelp(Column),
    Consent(ConsentId),
    Decision(DecisionId),
    Remark(RemarkId),
    /// A member's latest word at a follow-up.
    Pulse(MemberId),
    /// A member's readings.
    Movement(MemberId),
    Strength(StrengthId),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Head => write!(f, "head"),
            Key::Member(id) => write!(f, "member/{id}"),
            Key::Card(id) => write!(f, "card/{id}"),
            Key::Cell(id) => write!(f, "cell/{id}"),
            Key::Agreement(id) => write!(f, "agreement/{id}"),
            Key::Proposal(id) => write!(f, "proposal/{id}"),
            Key::LastChange(id) => write!(f, "last-change/{id}"),
            Key::OtherHelp(column) => write!(f, "other-help/{column:?}"),
            Key::Consent(id) => write!(f, "consent/{id}"),
            Key::Decision(id) => write!(f, "decision/{id}"),
            Key::Remark(id) => write!(f, "remark/{id}"),
            Key::Pulse(id) => write!(f, "pulse/{id}"),
            Key::Movement(id) => write!(f, "movement/{id}"),
            Key::Strength(id) => write!(f, "strength/{id}"),
        }
    }
}

/// The text was not a key as `Key` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        if text == "head" {
            return Ok(Key::Head);
        }
        let (kind, id) = text.split_once('/').ok_or(NotAKey)?;
        fn id_of<T: FromStr>(id: &str) -> Result<T, NotAKey> {
            id.parse().map_err(|_| NotAKey)
        }
        Ok(match kind {
            "member" => Key::Member(id_of(id)?),
            "card" => Key::Card(id_of(id)?),
            "cell" => Key::Cell(id_of(id)?),
            "agreement" => Key::Agreement(id_of(id)?),
            "proposal" => Key::Proposal(id_of(id)?),
            "last-change" => Key::LastChange(id_of(id)?),
            "other-help" => Key::OtherHelp(id_of::<CellId>(id)?.column),
            "consent" => Key::Consent(id_of(id)?),
            "decision" => Key::Decision(id_of(id)?),
            "remark" => Key::Remark(id_of(id)?),
            "pulse" => Key::Pulse(id_of(id)?),
            "movement" => Key::Movement(id_of(id)?),
            "strength" => Key::Strength(id_of(id)?),
            _ => return Err(NotAKey),
        })
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|NotAKey| de::Error::custom("not the key of a record"))
    }
}
