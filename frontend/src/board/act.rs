//! What a person can do on the board, before it is a change: every button and dialog says one of these.

use super::drag::Drop;
use shared::day::Day;
use shared::ids::{AgreementId, CardId, ChangeId, MemberId, ProposalId, RemarkId};
use shared::plan::{CellId, Column, Intent, Kept, Says};

#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// The plan, who is here, or what is saved has changed.
    Changed,
    /// Show the next cards of a long list.
    MoreCards,
    Column(Column),
    ShowAll(CellId),
    Listen(CardId),
    Hide,
    Close,
    ToastOver(u32),

    Add(CellId),
    Edit(CardId),
    Move(CardId),
    More(CardId),
    AskRemove(CardId),
    AddAgreement(CardId),
    EditAgreement(AgreementId),
    AskRemoveAgreement(AgreementId),
    Keep(AgreementId),
    Read(ProposalId),
    Texts,

    Drop(Drop),
    /// Someone took away the card that was held.
    Gone,
    SwapWith(CardId),
    Informed,
    Wish(Box<Wish>),
    SetKept(AgreementId, Kept),
    AnswerAsk(AgreementId, bool),
    Say(CardId, Says),
    Settle(RemarkId),
    TakePen,
    AskWish(CardId),
    SetWish(CardId, MemberId, Day),
    Reply(ProposalId, Reply, String),
    Withdraw(ProposalId),
    Also(Written, Also),
    Undo,
    Dismiss(ChangeId),
    Again(ChangeId),
}

/// A whole change from a dialog.
#[derive(Clone, PartialEq, Debug)]
pub struct Wish {
    pub intent: Intent,
    /// Why, where it becomes a proposal.
    pub why: String,
    pub instead: Option<Instead>,
    /// What the person goes on to once it is done.
    pub then: Option<Box<Act>>,
}

/// The wish is the family's own version of this proposal, as they saw it.
#[derive(Clone, PartialEq, Debug)]
pub struct Instead {
    pub proposal_id: ProposalId,
    pub seen: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reply {
    Yes,
    Change,
    No,
}

/// A text that two people may have written at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    Words(CardId),
    When(CardId),
    Why(CardId),
    Agreement(AgreementId),
}

/// What to do with the other's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Also {
    Take,
    Leave,
}
