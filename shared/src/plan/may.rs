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
    RateHelp,
    SetWish,
    /// Answer a wish that one is asked to answer oneself.
    AnswerMyWish,
    AnswerAnothersWish,
    AddDecision,
    /// Take away a decision that one wrote down oneself.
    RemoveMyDecision,
    AddAgreement,
    EditAgreement,
    RemoveAgreement,
    /// Ask someone else to hold what one holds oneself.
    PassMineOn,
    /// Say yes or no to holding something, when asked.
    AnswerAsMyself,
    /// Tell the answer of someone in the family's own network, who said it on the telephone.
    AnswerForTheNetwork,
    AnswerForAnother,
    /// Say how an agreement goes that one holds oneself.
    SayHowMineGoes,
    SayHowAnothersGoes,
    AnswerProposal,
    WithdrawMyProposal,
    UndoMine,
    AddMember,
    AskForSeat,
    EditMyself,
    /// Change what is said of a child, or of someone in the family's own network.
    EditOurOwn,
    EditAnother,
    Leave,
    RemoveMember,
    RemoveAnAdultOfTheFamily,
    SetStandIn,
    PassBaton,
    /// Say yes or no where one has the baton or is to have it.
    AnswerMyBaton,
    AnswerBaton,
    HandPen,
    /// Give back the pen that one holds.
    GivePenBack,
    TakePen,
    GiveConsent,
    WithdrawMyConsent,
    SayPulse,
    FollowUp,
    ReadMovement,
    AddStrength,
    RemoveMyStrength,
    RemoveStrength,
    AddRemark,
    SettleMyRemark,
    SettleRemark,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum May {
    /// It happens.
    Yes,
    /// It happens, in the words of the one who handed this person the pen.
    ForTheFamily,
    /// It waits for the family's yes.
    Propose,
    No(Refusal),
}

impl Act {
    pub const ALL: [Act; 49] = [
        Act::BeInformed,
        Act::AddCard,
        Act::EditCard,
        Act::MoveCard,
        Act::RemoveCard,
        Act::RateHelp,
        Act::SetWish,
        Act::AnswerMyWish,
        Act::AnswerAnothersWish,
        Act::AddDecision,
        Act::RemoveMyDecision,
        Act::AddAgreement,
        Act::EditAgreement,
        Act::RemoveAgreement,
        Act::PassMineOn,
        Act::AnswerAsMyself,
        Act::AnswerForTheNetwork,
        Act::AnswerForAnother,
        Act::SayHowMineGoes,
        Act::SayHowAnothersGoes,
        Act::AnswerProposal,
        Act::WithdrawMyProposal,
        Act::UndoMine,
        Act::AddMember,
        Act::AskForSeat,
        Act::EditMyself,
        Act::EditOurOwn,
        Act::EditAnother,
        Act::Leave,
        Act::RemoveMember,
        Act::RemoveAnAdultOfTheFamily,
        Act::SetStandIn,
        Act::PassBaton,
        Act::AnswerMyBaton,
        Act::AnswerBaton,
        Act::HandPen,
        Act::GivePenBack,
        Act::TakePen,
        Act::GiveConsent,
        Act::WithdrawMyConsent,
        Act::SayPulse,
        Act::FollowUp,
        Act::ReadMovement,
        Act::AddStrength,
        Act::RemoveMyStrength,
        Act::RemoveStrength,
        Act::AddRemark,
        Act::SettleMyRemark,
        Act::SettleRemark,
    ];

    /// What this intent is when `actor` has it, going by what they see.
    fn of(intent: &Intent, seen: &Plan, actor: MemberId) -> Result<Act, Refusal> {
        let mine = |is: bool, mine, anothers| if is { mine } else { anothers };
        Ok(match intent {
            Intent::BeInformed { .. } => Act::BeInformed,
            Intent::AddCard(_) => Act::AddCard,
            Intent::EditCard { .. } => Act::EditCard,
            Intent::MoveCard { .. } => Act::MoveCard,
            Intent::RemoveCard { .. } => Act::RemoveCard,
            Intent::RateHelp { .. } => Act::RateHelp,
            Intent::SetWish { .. } => Act::SetWish,
            Intent::AnswerWish { card_id, .. } => {
                let card = seen.card(*card_id).ok_or(Refusal::CardGone)?;
                let wish = card.help.as_ref().and_then(|help| help.wish.as_ref());
                let answers = wish.ok_or(Refusal::NothingToAnswer)?.answers;
                mine(answers == Some(actor), Act::AnswerMyWish, Act::AnswerAnothersWish)
            }
            Intent::AddDecision { .. } => Act::AddDecision,
            Intent::RemoveDecision { decision_id } => {
                let decision = seen.decision(*decision_id).ok_or(Refusal::ThingGone)?;
                if decision.by != actor {
                    return Err(Refusal::NotYours);
                }
                Act::RemoveMyDecision
            }
            Intent::AddAgreement(_) => Act::AddAgreement,
            Intent::EditAgreement(edit) => {
                let agreement = seen.agreement(edit.agreement_id).ok_or(Refusal::AgreementGone)?;
                let passes = agreement.holder == Some(actor) && edit.only_passes_on();
                mine(passes, Act::PassMineOn, Act::EditAgreement)
            }
            Intent::RemoveAgreement { .. } => Act::RemoveAgreement,
            Intent::AnswerAsk { agreement_id, .. } => {
                let agreement = seen.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?;
                let asked = agreement.asked.ok_or(Refusal::NothingToAnswer)?;
                let is_network = seen.member(asked).is_some_and(|member| member.role == Role::Network);
                let for_another = mine(is_network, Act::AnswerForTheNetwork, Act::AnswerForAnother);
                mine(asked == actor, Act::AnswerAsMyself, for_another)
            }
            Intent::KeepAgreement { agreement_id, .. } => {
                let agreement = seen.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?;
                mine(agreement.holder == Some(actor), Act::SayHowMineGoes, Act::SayHowAnothersGoes)
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
            Intent::AddMember(_) => Act::AddMember,
            Intent::AskForSeat(_) => Act::AskForSeat,
            Intent::EditMember { member_id, .. } => {
                let role = seen.member(*member_id).ok_or(Refusal::MemberGone)?.role;
                let our_own = matches!(role, Role::Child | Role::Network | Role::Interpreter);
                mine(
                    *member_id == actor,
                    Act::EditMyself,
                    mine(our_own, Act::EditOurOwn, Act::EditAnother),
                )
            }
            Intent::RemoveMember { member_id, .. } => {
                let role = seen.member(*member_id).ok_or(Refusal::MemberGone)?.role;
                let is_contact = seen.contact().is_some_and(|contact| contact.member_id == actor);
                if role == Role::Family && *member_id != actor && !is_contact {
                    return Err(Refusal::AskTheContact);
                }
                let another = mine(role == Role::Family, Act::RemoveAnAdultOfTheFamily, Act::RemoveMember);
                mine(*member_id == actor, Act::Leave, another)
            }
            Intent::SetStandIn { .. } => Act::SetStandIn,
            Intent::PassBaton { .. } => Act::PassBaton,
            Intent::AnswerBaton { .. } => {
                let has_a_part = seen.head().is_some_and(|head| head.batons(actor));
                mine(has_a_part, Act::AnswerMyBaton, Act::AnswerBaton)
            }
            Intent::HandPen { .. } => Act::HandPen,
            Intent::TakePen => mine(seen.pen_of(actor).is_some(), Act::GivePenBack, Act::TakePen),
            Intent::GiveConsent { .. } => Act::GiveConsent,
            Intent::WithdrawConsent { consent_id } => {
                let consent = seen.consent(*consent_id).ok_or(Refusal::ThingGone)?;
                if consent.by != actor {
                    return Err(Refusal::NotYours);
                }
                Act::WithdrawMyConsent
            }
            Intent::SayPulse { .. } => Act::SayPulse,
            Intent::FollowUp => Act::FollowUp,
            Intent::ReadMovement { .. } => Act::ReadMovement,
            Intent::AddStrength { .. } => Act::AddStrength,
            Intent::RemoveStrength { strength_id } => {
                let strength = seen.strength(*strength_id).ok_or(Refusal::ThingGone)?;
                mine(strength.words.by == actor, Act::RemoveMyStrength, Act::RemoveStrength)
            }
            Intent::AddRemark { .. } => Act::AddRemark,
            Intent::SettleRemark { remark_id } => {
                let remark = seen.remark(*remark_id).ok_or(Refusal::ThingGone)?;
                mine(remark.by == actor, Act::SettleMyRemark, Act::SettleRemark)
            }
            Intent::Lapse => return Err(Refusal::NotAtTheTable),
        })
    }
}

/// What a role may do: the table of rights.
pub fn rule(act: Act, role: Role) -> May {
    use Role::{Child, Coordinator, Family, Interpreter, Professional};
    let only = |roles: &[Role], refusal| if roles.contains(&role) { May::Yes } else { May::No(refusal) };
    if matches!(role, Child | Interpreter) {
        return May::No(Refusal::NotAtTheTable);
    }
    match act {
        Act::BeInformed
        | Act::AnswerMyWish
        | Act::RemoveMyDecision
        | Act::PassMineOn
        | Act::AnswerAsMyself
        | Act::SayHowMineGoes
        | Act::WithdrawMyProposal
        | Act::UndoMine
        | Act::EditMyself
        | Act::Leave
        | Act::AnswerMyBaton
        | Act::GivePenBack
        | Act::WithdrawMyConsent
        | Act::SayPulse
        | Act::ReadMovement
        | Act::RemoveMyStrength
        | Act::AddRemark
        | Act::SettleMyRemark => May::Yes,
        Act::AddCard
        | Act::EditCard
        | Act::MoveCard
        | Act::RemoveCard
        | Act::SetWish
        | Act::AddAgreement
        | Act::EditAgreement
        | Act::RemoveAgreement
        | Act::AddMember
        | Act::AddStrength => match role {
            Family => May::Yes,
            _ => May::Propose,
        },
        Act::RateHelp
        | Act::AnswerProposal
        | Act::EditOurOwn
        | Act::RemoveMember
        | Act::AnswerBaton
        | Act::HandPen
        | Act::TakePen
        | Act::GiveConsent => only(&[Family], Refusal::OnlyTheFamily),
        Act::AddDecision => only(&[Family, Coordinator, Professional], Refusal::OnlyTheFamily),
        Act::SetStandIn | Act::PassBaton | Act::FollowUp => only(&[Family, Coordinator], Refusal::OnlyTheFamily),
        Act::AnswerAnothersWish | Act::SettleRemark => only(&[Family, Coordinator], Refusal::NotYours),
        Act::RemoveStrength => only(&[Family], Refusal::NotYours),
        Act::SayHowAnothersGoes | Act::AnswerForTheNetwork => only(&[Family], Refusal::NotYourAgreement),
        Act::AnswerForAnother => May::No(Refusal::NotYourAgreement),
        Act::EditAnother => May::No(Refusal::NotYours),
        // Judged already by whether they are the primary contact.
        Act::RemoveAnAdultOfTheFamily => only(&[Coordinator, Professional], Refusal::AskTheContact),
        // For those who sit at the table there is nothing to ask for.
        Act::AskForSeat => May::No(Refusal::NothingToAnswer),
    }
}

/// Whether the pen lets its holder do this for the family: write, but take nothing away.
fn is_writing(act: Act) -> bool {
    matches!(
        act,
        Act::AddCard | Act::EditCard | Act::MoveCard | Act::SetWish | Act::AddAgreement | Act::EditAgreement | Act::AddStrength
    )
}

/// Whether `actor` may do this, judged by what they see and nothing else.
pub fn may(seen: &Plan, actor: MemberId, intent: &Intent) -> May {
    let Some(member) = seen.member(actor).filter(|member| member.left_at.is_none()) else {
        return match intent {
            Intent::AskForSeat(_) => May::Propose,
            _ => May::No(Refusal::NotAtTheTable),
        };
    };
    match Act::of(intent, seen, actor) {
        Ok(act) => match rule(act, member.role) {
            May::Propose if is_writing(act) && seen.pen_of(actor).is_some() => May::ForTheFamily,
            answer => answer,
        },
        Err(refusal) => May::No(refusal),
    }
}
