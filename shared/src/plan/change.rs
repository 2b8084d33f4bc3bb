//! What a person can want of a plan. One variant per intent; `Plan::submit` judges it.

use super::consent::{ConsentText, Grantee, Scope};
use super::help::{HelpFacts, NewAnswer, NewDecision, Rating};
use super::place::{Kind, Place};
use super::promise::{AgreementEdit, NewAgreement};
use super::records::{Audience, Duty, Kept};
use super::table::{MemberEdit, NewMember};
use super::voices::{CoreTask, Face, Promises, Says, StrengthKind};
use crate::day::Day;
use crate::ids::{AgreementId, CardId, ChangeId, ConsentId, DecisionId, MemberId, ProposalId, RemarkId, StrengthId};
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
    AddAgreement(NewAgreement),
    EditAgreement(AgreementEdit),
    RemoveAgreement {
        agreement_id: AgreementId,
    },
    /// How it went: kept, partly, not yet.
    KeepAgreement {
        agreement_id: AgreementId,
        kept: Kept,
        /// Which of its days, where it comes round again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
    },
    /// "Yes, I will" or "no, I cannot", by the one who is asked to hold it.
    AnswerAsk {
        agreement_id: AgreementId,
        yes: bool,
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
    /// One's own word on a help.
    RateHelp {
        card_id: CardId,
        rating: Rating,
    },
    /// Who answers the wish to end a help, and by when.
    SetWish {
        card_id: CardId,
        answers: MemberId,
        by: Day,
    },
    /// A decision among them takes the change's id.
    AnswerWish {
        card_id: CardId,
        answer: NewAnswer,
    },
    /// The new decision's id is the change's id.
    AddDecision {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        card_id: Option<CardId>,
        decision: NewDecision,
    },
    RemoveDecision {
        decision_id: DecisionId,
    },
    /// The new member's id is the change's id.
    AddMember(NewMember),
    /// Someone who does not sit at the table asks to. The seat's id is theirs already.
    AskForSeat(NewMember),
    EditMember {
        member_id: MemberId,
        edit: MemberEdit,
    },
    /// Also oneself. What they held is asked of `passes_to`.
    RemoveMember {
        member_id: MemberId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        passes_to: Option<MemberId>,
    },
    SetStandIn {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member_id: Option<MemberId>,
    },
    PassBaton {
        to: MemberId,
    },
    AnswerBaton {
        yes: bool,
    },
    HandPen {
        to: MemberId,
    },
    TakePen,
    /// The new consent's id is the change's id.
    GiveConsent {
        to: Grantee,
        what: Scope,
        until: Day,
        text: ConsentText,
    },
    WithdrawConsent {
        consent_id: ConsentId,
    },
    SayPulse {
        face: Face,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promises: Option<Promises>,
        #[serde(default)]
        needs_help: bool,
    },
    /// "We have followed up." The next time is 14 days later.
    FollowUp,
    ReadMovement {
        task: CoreTask,
        face: Face,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// The new strength's id is the change's id.
    AddStrength {
        is: StrengthKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<MemberId>,
        words: String,
    },
    RemoveStrength {
        strength_id: StrengthId,
    },
    /// The new remark's id is the change's id.
    AddRemark {
        card_id: CardId,
        says: Says,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// It has been talked about.
    SettleRemark {
        remark_id: RemarkId,
    },
    /// What time alone has ended by now. Only nobody wishes it.
    Lapse,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<HelpFacts>,
}

impl NewCard {
    /// A card with these words and nothing else, for the whole table.
    pub fn new(kind: Kind, place: Place, words: String) -> Self {
        NewCard {
            kind,
            place,
            words,
            when: String::new(),
            why: String::new(),
            who: None,
            serves: None,
            audience: Audience::Table,
            picture: None,
            duty: None,
            help: None,
        }
    }
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Assign<Duty>>,
    /// What is known of a help, as one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<HelpFacts>,
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
