//! Who decides what. The one place for rights; `RIGHTS.md` beside this crate is made from it.

use super::change::Intent;
use super::records::{Plan, Role};
use super::refusal::Refusal;
use crate::ids::MemberId;

/// What a person does, as far as rights tell it apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Act {
    BeInformed,
    AddCard,
    EditCard,
    MoveCard,
    RemoveCard,
    AddAgreement,
    EditAgreement,
    RemoveAgreement,
    /// Say how an agreement goes that one holds oneself.
    SayHowMineGoes,
    SayHowAnothersGoes,
    AnswerProposal,
    WithdrawMyProposal,
    UndoMine,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum May {
    /// It happens.
    Yes,
    /// It waits for the family's yes.
    Propose,
    No(Refusal),
}

impl Act {
    pub const ALL: [Act; 13] = [
        Act::BeInformed,
        Act::AddCard,
        Act::EditCard,
        Act::MoveCard,
        Act::RemoveCard,
        Act::AddAgreement,
        Act::EditAgreement,
        Act::RemoveAgreement,
        Act::SayHowMineGoes,
        Act::SayHowAnothersGoes,
        Act::AnswerProposal,
        Act::WithdrawMyProposal,
        Act::UndoMine,
    ];

    /// What this intent is when `actor` has it, going by what they see.
    fn of(intent: &Intent, seen: &Plan, actor: MemberId) -> Result<Act, Refusal> {
        Ok(match intent {
            Intent::BeInformed { .. } => Act::BeInformed,
            Intent::AddCard(_) => Act::AddCard,
            Intent::EditCard { .. } => Act::EditCard,
            Intent::MoveCard { .. } => Act::MoveCard,
            Intent::RemoveCard { .. } => Act::RemoveCard,
            Intent::AddAgreement { .. } => Act::AddAgreement,
            Intent::EditAgreement { .. } => Act::EditAgreement,
            Intent::RemoveAgreement { .. } => Act::RemoveAgreement,
            Intent::KeepAgreement { agreement_id, .. } => {
                let agreement = seen.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?;
                if agreement.holder == Some(actor) {
                    Act::SayHowMineGoes
                } else {
                    Act::SayHowAnothersGoes
                }
            }
            Intent::AcceptProposal { .. } | Intent::DeclineProposal { .. } => Act::AnswerProposal,
            Intent::WithdrawProposal { proposal_id } => {
                let proposal = seen.proposal(*proposal_id).ok_or(Refusal::ProposalGone)?;
                if proposal.by != actor {
                    return Err(Refusal::NotYourProposal);
                }
                Act::WithdrawMyProposal
            }
            Intent::Undo { .. } => Act::UndoMine,
        })
    }
}

/// What a role may do: the table of rights.
pub fn rule(act: Act, role: Role) -> May {
    use Role::{Child, Coordinator, Family, Guest, Interpreter, Network, Professional};
    match role {
        Family => return May::Yes,
        Child | Interpreter => return May::No(Refusal::NotAtTheTable),
        Network | Coordinator | Professional | Guest => {}
    }
    match act {
        Act::BeInformed | Act::SayHowMineGoes | Act::WithdrawMyProposal | Act::UndoMine => May::Yes,
        Act::AddCard
        | Act::EditCard
        | Act::MoveCard
        | Act::RemoveCard
        | Act::AddAgreement
        | Act::EditAgreement
        | Act::RemoveAgreement => May::Propose,
        Act::SayHowAnothersGoes => May::No(Refusal::NotYourAgreement),
        Act::AnswerProposal => May::No(Refusal::OnlyTheFamily),
    }
}

/// Whether `actor` may do this, judged by what they see and nothing else.
pub fn may(seen: &Plan, actor: MemberId, intent: &Intent) -> May {
    let Some(member) = seen.member(actor).filter(|member| member.left_at.is_none()) else {
        return May::No(Refusal::NotAtTheTable);
    };
    match Act::of(intent, seen, actor) {
        Ok(act) => rule(act, member.role),
        Err(refusal) => May::No(refusal),
    }
}
