//! What a person can want of a plan. One variant per intent; `Plan::submit` judges it.

use super::place::{Kind, Place};
use super::records::{Audience, Duty, Kept};
use crate::day::Day;
use crate::ids::{AgreementId, CardId, ChangeId, MemberId, ProposalId};
use serde::{Deserialize, Serialize};

/// One intent of one person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub change_id: ChangeId,
    pub intent: Intent,
    /// Why, in the person's own words; goes with the proposal if it becomes one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Intent {
    /// "I have read what is stored about us and who must pass things on."
    BeInformed {
        version: u16,
        language: String,
    },
    /// The new card's id is the change's id.
    AddCard(NewCard),
    EditCard {
        card_id: CardId,
        edit: CardEdit,
    },
    MoveCard {
        card_id: CardId,
        to: Place,
    },
    RemoveCard {
        card_id: CardId,
    },
    /// The new agreement's id is the change's id.
    AddAgreement {
        card_id: CardId,
        words: String,
        holder: Option<MemberId>,
        due: Option<Day>,
    },
    EditAgreement {
        agreement_id: AgreementId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<TextEdit>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<Assign<MemberId>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Assign<Day>>,
    },
    RemoveAgreement {
        agreement_id: AgreementId,
    },
    /// How it went: kept, partly, not yet.
    KeepAgreement {
        agreement_id: AgreementId,
        kept: Kept,
    },
    /// Yes to what was seen: `seen` is `Plan::proposal_hash` of what the person had before their eyes.
    /// With `instead` it is a yes to that, the family's own version.
    AcceptProposal {
        proposal_id: ProposalId,
        seen: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<Box<Intent>>,
    },
    /// No thank you. Asks nothing.
    DeclineProposal {
        proposal_id: ProposalId,
    },
    /// The one who proposed takes it back.
    WithdrawProposal {
        proposal_id: ProposalId,
    },
    /// Take back one's own last change.
    Undo {
        change_id: ChangeId,
    },
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCard {
    pub kind: Kind,
    pub place: Place,
    pub words: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<CardId>,
    #[serde(default)]
    pub audience: Audience,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Duty>,
}

/// Only what is named changes. Each field is one unit of meaning: the last one in server order wins.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardEdit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<TextEdit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<TextEdit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<TextEdit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Assign<MemberId>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<Assign<CardId>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Assign<String>>,
}

/// New words, and the words the writer saw when they began.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextEdit {
    pub from: String,
    pub to: String,
}

/// Sets a field that may also be empty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Assign<T> {
    Clear,
    To(T),
}

impl<T> Assign<T> {
    pub fn into_option(self) -> Option<T> {
        match self {
            Assign::Clear => None,
            Assign::To(value) => Some(value),
        }
    }
}

impl<T> From<Option<T>> for Assign<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Assign::Clear, Assign::To)
    }
}
