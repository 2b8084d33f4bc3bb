//! Every way in which a change can be impossible. Each has one plain sentence in every language
//! (`refusal-…` in the Fluent files) and someone to ask.

use super::place::{Column, Kind};
use crate::ids::MemberId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Refusal {
    /// The card is not there, as far as this person can see.
    CardGone,
    AgreementGone,
    ProposalGone,
    /// Nobody by that id sits at the table.
    MemberGone,
    /// Cards of this kind do not lie there.
    WrongPlace {
        kind: Kind,
        column: Column,
    },
    /// Three goals that everyone can see already lie in `Now`. Swap with one of them.
    NowIsFull,
    NoWords,
    /// More than `most` characters.
    TooLong {
        most: u32,
    },
    /// Only the one who holds the agreement, or the family, says how it went.
    NotYourAgreement,
    /// Only the family answers proposals.
    OnlyTheFamily,
    /// Only the one who made the proposal takes it back.
    NotYourProposal,
    /// The card changed after the person read the proposal. Read it again.
    ProposalChanged,
    /// The last change is another one by now, or there is none.
    NothingToUndo,
    /// Someone has changed the same thing since, so it is not taken back.
    ChangedSince,
    /// The one who is to do it cannot see the card.
    CannotSeeIt {
        member_id: MemberId,
    },
    /// As many cards and agreements as one plan holds.
    PlanFull,
    /// The person does not sit at this table, or has no page of their own.
    NotAtTheTable,
    /// The change's id names something else already.
    IdTaken,
    /// A consent, decision, remark or strength that is not there, as far as this person can see.
    ThingGone,
    /// Only the one who gave or wrote it takes it back.
    NotYours,
    /// Adults do not remove each other: that goes through the primary contact.
    AskTheContact,
    /// A family's last adult does not leave its table.
    LastAtTheTable,
    /// Nobody has been asked, or it is answered already.
    NothingToAnswer,
    /// A day or a rhythm that does not fit: past, too far away, or not one of its days.
    WrongDay,
    /// That belongs to help the family gets.
    NotHelp,
}

/// Who can help when something is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhomToAsk {
    /// The person can do it themselves in another way.
    Yourself,
    TheFamily,
    TheHolder,
    TheContact,
}

impl Refusal {
    /// The message in the Fluent files.
    pub fn key(&self) -> &'static str {
        match self {
            Refusal::CardGone => "refusal-card-gone",
            Refusal::AgreementGone => "refusal-agreement-gone",
            Refusal::ProposalGone => "refusal-proposal-gone",
            Refusal::MemberGone => "refusal-member-gone",
            Refusal::WrongPlace { .. } => "refusal-wrong-place",
            Refusal::NowIsFull => "refusal-now-is-full",
            Refusal::NoWords => "refusal-no-words",
            Refusal::TooLong { .. } => "refusal-too-long",
            Refusal::NotYourAgreement => "refusal-not-your-agreement",
            Refusal::OnlyTheFamily => "refusal-only-the-family",
            Refusal::NotYourProposal => "refusal-not-your-proposal",
            Refusal::ProposalChanged => "refusal-proposal-changed",
            Refusal::NothingToUndo => "refusal-nothing-to-undo",
            Refusal::ChangedSince => "refusal-changed-since",
            Refusal::CannotSeeIt { .. } => "refusal-cannot-see-it",
            Refusal::PlanFull => "refusal-plan-full",
            Refusal::NotAtTheTable => "refusal-not-at-the-table",
            Refusal::IdTaken => "refusal-id-taken",
            Refusal::ThingGone => "refusal-thing-gone",
            Refusal::NotYours => "refusal-not-yours",
            Refusal::AskTheContact => "refusal-ask-the-contact",
            Refusal::LastAtTheTable => "refusal-last-at-the-table",
            Refusal::NothingToAnswer => "refusal-nothing-to-answer",
            Refusal::WrongDay => "refusal-wrong-day",
            Refusal::NotHelp => "refusal-not-help",
        }
    }

    pub fn whom_to_ask(&self) -> WhomToAsk {
        match self {
            Refusal::NotYourAgreement => WhomToAsk::TheHolder,
            Refusal::OnlyTheFamily | Refusal::NotYourProposal | Refusal::CannotSeeIt { .. } => WhomToAsk::TheFamily,
            Refusal::PlanFull | Refusal::NotAtTheTable | Refusal::IdTaken | Refusal::MemberGone => WhomToAsk::TheContact,
            Refusal::AskTheContact | Refusal::LastAtTheTable => WhomToAsk::TheContact,
            Refusal::NotYours => WhomToAsk::TheFamily,
            Refusal::CardGone
            | Refusal::AgreementGone
            | Refusal::ProposalGone
            | Refusal::WrongPlace { .. }
            | Refusal::NowIsFull
            | Refusal::NoWords
            | Refusal::TooLong { .. }
            | Refusal::ProposalChanged
            | Refusal::NothingToUndo
            | Refusal::ChangedSince
            | Refusal::ThingGone
            | Refusal::NothingToAnswer
            | Refusal::WrongDay
            | Refusal::NotHelp => WhomToAsk::Yourself,
        }
    }
}
