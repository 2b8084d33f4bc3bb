//! What one member sees of a plan. The one place for it: every frame, page and export goes through here.

use super::change::{Assign, Intent};
use super::consent::Consent;
use super::help::Decision;
use super::place::{Column, Kind, Place};
use super::records::{Audience, Card, Cell, LastChange, Member, OtherHelp, Plan, Proposal, Record, Role, Touched};
use crate::ids::{CardId, MemberId};
use std::sync::Arc;

/// The plan as `viewer` sees it; empty for someone who does not sit at the table.
///
/// Seeing a view again changes nothing: `view(&view(plan, m), m) == view(plan, m)`.
pub fn view(plan: &Plan, viewer: MemberId) -> Plan {
    let Some(viewer) = plan.member(viewer).filter(|member| member.left_at.is_none()) else {
        return Plan::default();
    };
    let eyes = Eyes::of(plan, viewer);
    let mut seen = Plan::default();
    for record in plan.records() {
        if let Some(record) = eyes.look_at(plan, record) {
            seen.put(record);
        }
    }
    for help in eyes.other_help(plan) {
        seen.put(Record::OtherHelp(help));
    }
    seen
}

/// Whether the rules let this member be shown the card, once they have a part in it.
pub(super) fn can_be_shown(card: &Card, member: &Member) -> bool {
    match &card.audience {
        Audience::Table => true,
        Audience::Family => matches!(member.role, Role::Family | Role::Child),
        Audience::Only(members) => members.contains(&member.member_id) || member.role == Role::Child,
    }
}

struct Eyes<'a> {
    viewer: &'a Member,
    /// In the order of the ids. A sorted list is as quick as a set here, and much smaller as wasm.
    cards: Vec<CardId>,
}

impl<'a> Eyes<'a> {
    fn of(plan: &Plan, viewer: &'a Member) -> Self {
        let id = viewer.member_id;
        let held: Vec<CardId> = plan
            .agreements()
            .filter(|agreement| agreement.holder == Some(id) || agreement.asked == Some(id))
            .map(|agreement| agreement.card_id)
            .collect();
        let given: Vec<&Consent> = plan
            .consents()
            .map(|consent| &**consent)
            .filter(|consent| consent.is_to(viewer))
            .collect();
        let opened = |card: &Card| given.iter().any(|consent| consent.opens(card));
        let sees = |card: &Card| match (&card.audience, viewer.role) {
            (_, Role::Child | Role::Interpreter) => false,
            (Audience::Only(members), _) => members.contains(&id) || opened(card),
            (_, Role::Family) => true,
            (Audience::Family, _) => opened(card),
            // Of other services a helper knows that they are there, not what they are.
            (Audience::Table, Role::Network | Role::Professional | Role::Guest) => {
                card.kind != Kind::Help || card.who == Some(id) || held.contains(&card.card_id) || opened(card)
            }
            (Audience::Table, Role::Coordinator) => true,
        };
        let cards = plan.cards().filter(|card| sees(card)).map(|card| card.card_id).collect();
        Eyes { viewer, cards }
    }

    fn sees(&self, card: CardId) -> bool {
        self.cards.binary_search(&card).is_ok()
    }

    fn look_at(&self, plan: &Plan, record: &Record) -> Option<Record> {
        match record {
            Record::Head(_) | Record::OtherHelp(_) => Some(record.clone()),
            Record::Member(member) => Some(Record::Member(self.member(member))),
            Record::Card(card) => self.sees(card.card_id).then(|| Record::Card(self.card(card))),
            Record::Cell(cell) => self.cell(cell).map(Record::Cell),
            Record::Consent(consent) if !self.concerned_by_consent(consent) => None,
            Record::Decision(decision) if !self.concerned_by_decision(decision) => None,
            Record::Agreement(_) | Record::Remark(_) | Record::Consent(_) | Record::Decision(_) => {
                let in_sight = record.card_under().is_none_or(|card_id| self.sees(card_id));
                in_sight.then(|| record.clone())
            }
            // One's own voice, and to the family and its contact everybody's.
            Record::Pulse(pulse) => self.hears(pulse.member_id).then(|| record.clone()),
            Record::Movement(movement) => self.hears(movement.member_id).then(|| record.clone()),
            // What is strong is there for everyone to see.
            Record::Strength(_) => (!self.has_no_page()).then(|| record.clone()),
            Record::Proposal(proposal) => self
                .proposal(plan, proposal)
                .then(|| Record::Proposal(self.without_hidden_neighbours(proposal))),
            Record::LastChange(last) => self.last_change(plan, last).map(Record::LastChange),
        }
    }

    /// A telephone number is for those who are there to be called, and for the family's own eyes.
    fn member(&self, member: &Arc<Member>) -> Arc<Member> {
        let own = member.member_id == self.viewer.member_id;
        let to_be_called = matches!(member.role, Role::Coordinator | Role::Professional);
        let hide_phone = !(own || to_be_called || self.viewer.role == Role::Family) && member.phone.is_some();
        let hide_informed = !own && member.informed.is_some();
        if !hide_phone && !hide_informed {
            return member.clone();
        }
        let mut member = Member::clone(member);
        if hide_phone {
            member.phone = None;
        }
        if hide_informed {
            member.informed = None;
        }
        Arc::new(member)
    }

    /// A card does not name a dream that the viewer does not see.
    fn card(&self, card: &Arc<Card>) -> Arc<Card> {
        match card.serves {
            Some(dream) if !self.sees(dream) => Arc::new(Card {
                serves: None,
                ..Card::clone(card)
            }),
            _ => card.clone(),
        }
    }

    fn cell(&self, cell: &Arc<Cell>) -> Option<Arc<Cell>> {
        if cell.cards.iter().all(|card| self.sees(*card)) {
            return Some(cell.clone());
        }
        let cards: Vec<CardId> = cell.cards.iter().copied().filter(|card| self.sees(*card)).collect();
        (!cards.is_empty()).then(|| Arc::new(Cell { cell: cell.cell, cards }))
    }

    /// The family sees what it has opened to whom; others what is opened to them.
    fn concerned_by_consent(&self, consent: &Consent) -> bool {
        self.viewer.role == Role::Family || consent.is_to(self.viewer)
    }

    /// Benefits and their reasons are for the family and its contact, and for whoever wrote them down.
    fn concerned_by_decision(&self, decision: &Decision) -> bool {
        let hears_all = matches!(self.viewer.role, Role::Family | Role::Coordinator);
        hears_all || (decision.by == self.viewer.member_id && !self.has_no_page())
    }

    fn hears(&self, member_id: MemberId) -> bool {
        let hears_all = matches!(self.viewer.role, Role::Family | Role::Coordinator);
        hears_all || member_id == self.viewer.member_id
    }

    fn has_no_page(&self) -> bool {
        matches!(self.viewer.role, Role::Child | Role::Interpreter)
    }

    fn proposal(&self, plan: &Plan, proposal: &Proposal) -> bool {
        let waits = proposal.ran_out_at.is_none();
        let concerned = proposal.by == self.viewer.member_id || (self.viewer.role == Role::Family && waits);
        let target = match target_of(plan, &proposal.intent) {
            Target::Card(card) => self.sees(card),
            Target::None => true,
            Target::Gone => false,
        };
        concerned && target
    }

    /// A proposal does not name a card that the viewer does not see, neither as a neighbour nor as a dream.
    fn without_hidden_neighbours(&self, proposal: &Arc<Proposal>) -> Arc<Proposal> {
        let mut intent = proposal.intent.clone();
        match &mut intent {
            Intent::AddCard(new) => {
                self.hide_neighbours(&mut new.place);
                new.serves = new.serves.filter(|dream| self.sees(*dream));
            }
            Intent::MoveCard { to, .. } => self.hide_neighbours(to),
            Intent::EditCard { edit, .. } => {
                edit.serves = edit
                    .serves
                    .take()
                    .filter(|serves| !matches!(serves, Assign::To(dream) if !self.sees(*dream)));
            }
            _ => {}
        }
        if intent == proposal.intent {
            proposal.clone()
        } else {
            Arc::new(Proposal {
                intent,
                ..Proposal::clone(proposal)
            })
        }
    }

    /// The other neighbour, or the end, counts.
    fn hide_neighbours(&self, place: &mut Place) {
        place.after = place.after.filter(|card| self.sees(*card));
        place.before = place.before.filter(|card| self.sees(*card));
    }

    /// One's own last change, while everything it left behind is still in sight.
    fn last_change(&self, plan: &Plan, last: &LastChange) -> Option<Arc<LastChange>> {
        if last.member_id != self.viewer.member_id {
            return None;
        }
        let in_sight = last.touched.iter().all(|touched| {
            let left_behind = touched.after.is_none() || plan.holds(touched.key);
            left_behind
                && [&touched.before, &touched.after]
                    .into_iter()
                    .flatten()
                    .all(|record| self.may_remember(plan, record))
        });
        if !in_sight {
            return None;
        }
        let mut last = last.clone();
        last.touched.retain(|touched| !self.was_never_told_of(touched));
        for record in last
            .touched
            .iter_mut()
            .flat_map(|touched| [&mut touched.before, &mut touched.after])
            .flatten()
        {
            match record {
                Record::Card(card) => *card = self.card(card),
                Record::Proposal(proposal) => *proposal = self.without_hidden_neighbours(proposal),
                _ => {}
            }
        }
        for place in last.touched.iter_mut().filter_map(|touched| touched.place.as_mut()) {
            self.hide_neighbours(place);
        }
        Some(Arc::new(last))
    }

    /// Another's proposal that had run out, and went unseen together with what it was about.
    fn was_never_told_of(&self, touched: &Touched) -> bool {
        let mut records = [&touched.before, &touched.after].into_iter().flatten();
        records.any(|record| match record {
            Record::Proposal(proposal) => proposal.ran_out_at.is_some() && proposal.by != self.viewer.member_id,
            _ => false,
        })
    }

    /// A record of one's own doing, as long as the card that it is about is not hidden by now.
    fn may_remember(&self, plan: &Plan, record: &Record) -> bool {
        let concerned = match record {
            Record::Decision(decision) => self.concerned_by_decision(decision),
            Record::Consent(consent) => self.concerned_by_consent(consent),
            _ => true,
        };
        let card = match record {
            Record::Card(card) => Some(card.card_id),
            Record::Proposal(proposal) => match target_of(plan, &proposal.intent) {
                Target::Card(card) => Some(card),
                Target::None | Target::Gone => None,
            },
            _ => record.card_under(),
        };
        concerned && card.is_none_or(|card| self.sees(card) || plan.card(card).is_none())
    }

    /// A view that is viewed again keeps the count it has.
    fn other_help(&self, plan: &Plan) -> impl Iterator<Item = OtherHelp> {
        let unseen = |card: &Card, column| {
            card.column == column && card.kind == Kind::Help && card.audience == Audience::Table && !self.sees(card.card_id)
        };
        let told = !matches!(self.viewer.role, Role::Child | Role::Interpreter);
        Column::ALL.into_iter().filter(move |_| told).filter_map(move |column| {
            let hidden = plan.cards().filter(|card| unseen(card, column)).count() as u32;
            (hidden > 0).then(|| OtherHelp {
                column,
                cards: plan.other_help(column) + hidden,
            })
        })
    }
}

impl Plan {
    /// Leaves of a change whose card is not to be seen here what its writer wrote: the words that stood there before
    /// are the card's. Answers whether there were any.
    pub fn leave_own_words(&self, intent: &mut Intent) -> bool {
        let intent = match intent {
            Intent::AcceptProposal {
                instead: Some(instead), ..
            } => &mut **instead,
            intent => intent,
        };
        if !matches!(target_of(self, intent), Target::Gone) {
            return false;
        }
        let texts = match intent {
            Intent::EditCard { edit, .. } => [&mut edit.words, &mut edit.when, &mut edit.why],
            Intent::EditAgreement(edit) => [&mut edit.words, &mut None, &mut None],
            _ => return false,
        };
        let mut any = false;
        for text in texts.into_iter().flatten() {
            any |= !std::mem::take(&mut text.from).is_empty();
        }
        any
    }
}

/// What a proposed change is about.
pub(super) enum Target {
    Card(CardId),
    /// Something new.
    None,
    Gone,
}

pub(super) fn target_of(plan: &Plan, intent: &Intent) -> Target {
    let card = match intent {
        Intent::EditCard { card_id, .. }
        | Intent::MoveCard { card_id, .. }
        | Intent::RemoveCard { card_id }
        | Intent::SetWish { card_id, .. } => Some(*card_id),
        Intent::AddAgreement(new) => Some(new.card_id),
        Intent::EditAgreement(edit) => plan.agreement(edit.agreement_id).map(|agreement| agreement.card_id),
        Intent::RemoveAgreement { agreement_id } => plan.agreement(*agreement_id).map(|agreement| agreement.card_id),
        Intent::AddCard(_) | Intent::AddMember(_) | Intent::AskForSeat(_) | Intent::AddStrength { .. } => return Target::None,
        // The rest is never proposed.
        _ => None,
    };
    match card.filter(|card| plan.card(*card).is_some()) {
        Some(card) => Target::Card(card),
        None => Target::Gone,
    }
}
