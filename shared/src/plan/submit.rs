//! The rule book: the only way a plan changes.
//!
//! The server decides with it on the whole plan; a browser predicts with it on what it holds. A
//! change is judged on `view(plan, actor)` and nothing else, so no answer can tell of a record
//! that the actor does not see; then it is carried out on the plan at hand.

use super::change::{Change, Intent};
use super::hand::Hand;
use super::key::Key;
use super::may::{May, may};
use super::patch::diff;
use super::records::{Audience, LastChange, Plan, Proposal, Record, Role, Touched};
use super::refusal::Refusal;
use super::text::{WHY_MAX, clean};
use super::view::{Target, target_of, view};
use crate::ids::{CardId, ChangeId, MemberId, Millis, ProposalId};
use crate::live::limits;
use std::sync::Arc;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    Applied,
    /// It waits for the family's yes.
    Proposed,
    /// Allowed, and already so.
    Nothing,
    Refused(Refusal),
}

impl Plan {
    /// Judges one change and carries it out. Total: any change by anyone gets an answer, and a plan
    /// that is refused something is untouched.
    pub fn submit(&mut self, change: &Change, actor: MemberId, at: Millis) -> Answer {
        match self.judged(change, actor, at) {
            Ok((_, Answer::Nothing)) => Answer::Nothing,
            Ok((next, answer)) => {
                *self = next;
                answer
            }
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    /// The plan as it would be after a yes to the proposal; `None` where it can no longer be carried out.
    pub fn preview(&self, proposal_id: ProposalId) -> Option<Plan> {
        let proposal = self.proposal(proposal_id)?;
        let mut after = self.clone();
        after
            .carry_out(&proposal.intent, proposal_id.into(), Hand::of(proposal.by), proposal.at)
            .ok()?;
        Some(after)
    }

    /// What the family says yes to: the proposal and what it would change, in sixteen hexadecimal digits.
    pub fn proposal_hash(&self, proposal_id: ProposalId) -> Option<String> {
        let proposal = self.proposal(proposal_id)?;
        let mut hash = xxhash_rust::xxh64::Xxh64::new(0);
        hash.update(&serde_json::to_vec(&proposal.intent).unwrap_or_default());
        if let Target::Card(card_id) = target_of(self, &proposal.intent) {
            hash.update(&serde_json::to_vec(&self.card(card_id)).unwrap_or_default());
            for agreement in self.agreements_of(card_id) {
                hash.update(&serde_json::to_vec(agreement).unwrap_or_default());
            }
        }
        Some(format!("{:016x}", hash.digest()))
    }

    fn judged(&self, change: &Change, actor: MemberId, at: Millis) -> Result<(Plan, Answer), Refusal> {
        if actor == MemberId::NOBODY && change.intent == Intent::Lapse {
            let mut next = self.clone();
            let ended = next.lapse(at);
            return Ok((next, if ended { Answer::Applied } else { Answer::Nothing }));
        }
        let seen = view(self, actor);
        let (proposed, hand) = match (may(&seen, actor, &change.intent), seen.pen_of(actor)) {
            (May::ForTheFamily, Some(pen)) => (
                false,
                Hand {
                    wrote: Some(actor),
                    ..Hand::of(pen.says)
                },
            ),
            (May::Yes | May::ForTheFamily, _) => (false, Hand::of(actor)),
            (May::Propose, _) => (true, Hand::of(actor)),
            (May::No(refusal), _) => return Err(refusal),
        };
        let why = clean(&change.why, WHY_MAX)?;
        seen.check(&change.intent, actor, proposed)?;
        if matches!(change.intent, Intent::AskForSeat(_)) && self.knows_already(actor)? {
            return Ok((seen, Answer::Nothing));
        }
        let mut rehearsal = seen.clone();
        rehearsal.carry_out(&change.intent, change.change_id, hand, at)?;
        if rehearsal == seen {
            return Ok((rehearsal, Answer::Nothing));
        }

        let mut next = self.clone();
        if proposed {
            let proposal_id = ProposalId::from(change.change_id);
            let proposal = Proposal {
                proposal_id,
                by: actor,
                at,
                why,
                intent: change.intent.clone(),
                ran_out_at: None,
            };
            next.put_new(Record::Proposal(Arc::new(proposal)))?;
        } else {
            next.take_as_seen(&seen, &change.intent, actor);
            next.carry_out(&change.intent, change.change_id, hand, at)?;
        }
        self.remember(&seen, &mut next, change, actor, at);
        next.lapse_what_came_back(self, at);
        Ok((next, if proposed { Answer::Proposed } else { Answer::Applied }))
    }

    /// What is judged on the actor's view alone, before anything is carried out.
    fn check(&self, intent: &Intent, actor: MemberId, proposed: bool) -> Result<(), Refusal> {
        let adds = matches!(intent, Intent::AddCard(_) | Intent::AddAgreement(_)) || proposed;
        let is_family = self.member(actor).is_some_and(|member| member.role == Role::Family);
        if adds && self.cards().count() + self.agreements().count() + self.proposals().count() >= limits::RECORDS {
            return Err(Refusal::PlanFull);
        }
        match intent {
            // Who may see a card is the family's to say, also while someone else has the pen.
            Intent::AddCard(card) if !is_family && card.audience != Audience::Table => Err(Refusal::OnlyTheFamily),
            Intent::EditCard { edit, .. } if !is_family && edit.audience.is_some() => Err(Refusal::OnlyTheFamily),
            Intent::AcceptProposal {
                proposal_id,
                seen,
                instead,
            } => {
                let hash = self.proposal_hash(*proposal_id).ok_or(Refusal::ProposalGone)?;
                let proposable = instead
                    .as_deref()
                    .is_none_or(|intent| !matches!(target_of(self, intent), Target::Gone));
                if hash == *seen && proposable {
                    Ok(())
                } else {
                    Err(Refusal::ProposalChanged)
                }
            }
            _ => Ok(()),
        }
    }

    /// Whether this stranger has asked for a seat before.
    ///
    /// Errors: they have, or had, one.
    fn knows_already(&self, stranger: MemberId) -> Result<bool, Refusal> {
        if self.member(stranger).is_some() {
            return Err(Refusal::NotAtTheTable);
        }
        Ok(self
            .proposals()
            .any(|proposal| proposal.by == stranger && proposal.ran_out_at.is_none()))
    }

    /// Adds a record whose key must be free.
    pub(super) fn put_new(&mut self, record: Record) -> Result<(), Refusal> {
        if self.holds(record.key()) {
            return Err(Refusal::IdTaken);
        }
        self.put(record);
        Ok(())
    }

    /// A yes is to the proposal as the person saw it, and taking back follows the neighbours that they see.
    fn take_as_seen(&mut self, seen: &Plan, intent: &Intent, actor: MemberId) {
        match intent {
            Intent::AcceptProposal { proposal_id, .. } => {
                if let Some(proposal) = seen.proposal(*proposal_id) {
                    self.put(Record::Proposal(proposal.clone()));
                }
            }
            Intent::Undo { .. } => {
                if let (Some(whole), Some(seen)) = (self.last_change(actor), seen.last_change(actor)) {
                    let mut last = LastChange::clone(whole);
                    for seen in &seen.touched {
                        let same = last.touched.iter_mut().find(|touched| touched.key == seen.key);
                        if let Some(touched) = same {
                            touched.place = seen.place;
                        }
                    }
                    self.put(Record::LastChange(Arc::new(last)));
                }
            }
            _ => {}
        }
    }

    /// Notes in `next` what the actor would need to take this change back.
    fn remember(&self, seen: &Plan, next: &mut Plan, change: &Change, actor: MemberId, at: Millis) {
        let is_kept = |key: &Key| !matches!(key, Key::Cell(_) | Key::LastChange(_));
        match change.intent {
            Intent::BeInformed { .. } => return,
            // Taken back by their own opposites, by those who may.
            Intent::Undo { .. } | Intent::GiveConsent { .. } | Intent::WithdrawConsent { .. } => {
                return next.remove(Key::LastChange(actor));
            }
            _ => {}
        }
        let patch = diff(self, next);
        let other = patch
            .put
            .iter()
            .map(Record::key)
            .chain(patch.forget.iter().copied())
            .filter(is_kept);
        let mut keys: Vec<Key> = other.collect();
        let of_a_person = |key: &Key| matches!(key, Key::Head | Key::Member(_) | Key::Pulse(_) | Key::Movement(_));
        if keys.iter().any(of_a_person) {
            return next.remove(Key::LastChange(actor));
        }
        // A card that only changed its place within a cell is as it was; that it moved must be noted all the same.
        let moved = self
            .moved_by(&change.intent)
            .filter(|card| next.card(*card).is_some())
            .map(Key::Card);
        keys.extend(moved.filter(|key| !keys.contains(key)));
        let touched = keys
            .into_iter()
            .map(|key| {
                let before = self.get(key).cloned();
                let place = match key {
                    Key::Card(card_id) => seen.card(card_id).map(|card| seen.place_of(card)),
                    _ => None,
                };
                Touched {
                    key,
                    after: next.get(key).cloned(),
                    before,
                    place,
                }
            })
            .collect();
        let last = LastChange {
            member_id: actor,
            change_id: change.change_id,
            at,
            touched,
        };
        next.put(Record::LastChange(Arc::new(last)));
    }

    fn moved_by(&self, intent: &Intent) -> Option<CardId> {
        match intent {
            Intent::MoveCard { card_id, .. } => Some(*card_id),
            Intent::AcceptProposal {
                instead: Some(instead), ..
            } => self.moved_by(instead),
            Intent::AcceptProposal { proposal_id, .. } => self
                .proposal(*proposal_id)
                .and_then(|proposal| self.moved_by(&proposal.intent)),
            _ => None,
        }
    }
}

/// The change that takes back a member's own last one, if there is one to take back.
pub fn undo_of(plan: &Plan, member: MemberId, change_id: ChangeId) -> Option<Change> {
    let last = plan.last_change(member)?;
    Some(Change {
        change_id,
        intent: Intent::Undo {
            change_id: last.change_id,
        },
        why: String::new(),
    })
}
