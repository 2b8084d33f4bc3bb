//! From two views of one reader to what happened between them.

mod agreement;
mod help;

use super::{Field, Happening, How, OfAgreement, OfConsent, OfHead, OfMember, What, Wish};
use shared::ids::{CardId, MemberId, ProposalId};
use shared::plan::{
    Agreement, AgreementEdit, Card, CellId, Consent, Head, Intent, Key, Member, Plan, Proposal, Record, Scope, diff,
};

/// `intent` says of what kind the change was; it is asked only about what stands in the difference.
pub fn between(before: &Plan, after: &Plan, intent: Option<&Intent>, reader: MemberId) -> Vec<Happening> {
    let patch = diff(before, after);
    let teller = Teller { before, after, reader };
    let mut told: Vec<Happening> = Vec::new();
    told.extend(patch.forget.iter().filter_map(|key| teller.gone(*key, intent)));
    for record in &patch.put {
        teller.became(record, &mut told);
    }
    // A no or a yes comes before what it brought about, a step back before everything.
    told.sort_by_key(|happening| !matches!(happening.what, What::Answered { .. }));
    if !told.is_empty() && matches!(intent, Some(Intent::Undo { .. })) {
        told.insert(0, Happening::of_plan(What::Undid));
    }
    told
}

struct Teller<'a> {
    before: &'a Plan,
    after: &'a Plan,
    reader: MemberId,
}

impl Teller<'_> {
    fn gone(&self, key: Key, intent: Option<&Intent>) -> Option<Happening> {
        match key {
            Key::Card(card_id) => {
                let card = self.before.card(card_id)?;
                Some(Happening::of_card(card_id, &card.words.words, What::CardGone))
            }
            Key::Agreement(agreement_id) => {
                let agreement = self.before.agreement(agreement_id)?;
                // Where its card went too, that says it all.
                let card = self.after.card(agreement.card_id)?;
                Some(of(card, agreement::is(agreement, OfAgreement::Gone)))
            }
            Key::Proposal(proposal_id) => {
                let proposal = self.before.proposal(proposal_id)?;
                Some(self.answered(proposal, answer_to(proposal_id, intent?)?))
            }
            Key::Remark(remark_id) => {
                let card = self.after.card(self.before.remark(remark_id)?.card_id)?;
                Some(of(card, What::RemarkSettled))
            }
            Key::Decision(decision_id) => {
                let decision = self.before.decision(decision_id)?;
                let words = decision.words.clone();
                self.under(decision.card_id, What::DecisionGone { words })
            }
            Key::Consent(consent_id) => {
                let consent = self.before.consent(consent_id)?;
                self.consent(consent, OfConsent::Ended)
            }
            Key::Strength(strength_id) => {
                let words = self.before.strength(strength_id)?.words.words.clone();
                Some(Happening::of_plan(What::StrengthGone { words }))
            }
            _ => None,
        }
    }

    fn became(&self, record: &Record, told: &mut Vec<Happening>) {
        match record {
            Record::Card(card) => match self.before.card(card.card_id) {
                Some(old) => changes_of_card(old, card, told),
                None => told.push(of(card, What::CardAdded { to: cell_of(card) })),
            },
            Record::Agreement(agreement) => self.agreement(agreement, told),
            Record::Proposal(proposal) if self.before.proposal(proposal.proposal_id).is_none() => {
                let what = What::Proposed {
                    wish: wish_of(&proposal.intent),
                    why: proposal.why.clone(),
                };
                told.push(self.of_proposal(proposal, what));
            }
            Record::Proposal(proposal) => {
                let was_waiting = |old: &Proposal| old.ran_out_at.is_none();
                if proposal.ran_out_at.is_some() && self.before.proposal(proposal.proposal_id).is_some_and(|old| was_waiting(old))
                {
                    told.push(self.answered(proposal, How::RanOut));
                }
            }
            Record::Cell(cell) => {
                let mut old = self.before.cell(cell.cell).to_vec();
                let mut new = cell.cards.clone();
                if old != new {
                    old.sort();
                    new.sort();
                    // Else a card came or went, which its own record tells.
                    if old == new {
                        told.push(Happening::of_plan(What::Reordered { cell: cell.cell }));
                    }
                }
            }
            Record::Member(member) => told.extend(self.member(member)),
            Record::Head(head) => told.extend(self.before.head().and_then(|old| change_of_head(old, head))),
            Record::Remark(remark) if self.before.remark(remark.remark_id).is_none() => {
                let (says, words) = (remark.says, remark.words.clone());
                told.extend(self.under(Some(remark.card_id), What::Remarked { says, words }));
            }
            Record::Decision(decision) if self.before.decision(decision.decision_id).is_none() => {
                let words = decision.words.clone();
                told.extend(self.under(decision.card_id, What::DecisionWritten { words }));
            }
            Record::Consent(consent) => told.extend(self.consent(consent, OfConsent::Given(consent.until))),
            Record::Pulse(pulse) => {
                let words = pulse.words.clone();
                told.push(Happening::of_plan(What::Pulse { words }));
            }
            Record::Movement(_) => told.push(Happening::of_plan(What::Movement)),
            Record::Strength(strength) => {
                let words = strength.words.words.clone();
                told.push(Happening::of_plan(What::StrengthWritten { words }));
            }
            // Counts, ways back, and what came into sight together with its card.
            Record::Remark(_) | Record::Decision(_) | Record::LastChange(_) | Record::OtherHelp(_) => {}
        }
    }

    fn agreement(&self, agreement: &Agreement, told: &mut Vec<Happening>) {
        let Some(card) = self.after.card(agreement.card_id) else {
            return;
        };
        match self.before.agreement(agreement.agreement_id) {
            Some(old) => told.extend(agreement::changes(old, agreement).into_iter().map(|what| of(card, what))),
            None => told.extend(self.under(Some(card.card_id), agreement::is(agreement, OfAgreement::Made))),
        }
    }

    /// Of something that lies under a card, or under none. What came into sight with its card is another time's.
    fn under(&self, card_id: Option<CardId>, what: What) -> Option<Happening> {
        let Some(card_id) = card_id else {
            return Some(Happening::of_plan(what));
        };
        self.before.card(card_id)?;
        Some(of(self.after.card(card_id)?, what))
    }

    fn consent(&self, consent: &Consent, is: OfConsent) -> Option<Happening> {
        let (to, scope) = (consent.to, consent.what);
        let what = What::Consent { to, scope, is };
        match scope {
            Scope::Card(card_id) => {
                // Given, it may have brought the card into sight; ended, taken it out.
                let card = self.after.card(card_id).or(self.before.card(card_id))?;
                Some(of(card, what))
            }
            Scope::Column(_) => Some(Happening::of_plan(what)),
        }
    }

    fn member(&self, member: &Member) -> Option<Happening> {
        let member_id = member.member_id;
        let is = match self.before.member(member_id) {
            None => OfMember::Came,
            Some(old) if old.left_at.is_none() && member.left_at.is_some() => OfMember::Left,
            Some(old) if old.left_at.is_some() && member.left_at.is_none() => OfMember::Came,
            Some(old) if old.informed != member.informed => {
                // Of the others it is not shown.
                let is = OfMember::Informed;
                return (member_id == self.reader).then(|| Happening::of_plan(What::Member { member_id, is }));
            }
            Some(_) => OfMember::Changed,
        };
        Some(Happening::of_plan(What::Member { member_id, is }))
    }

    fn answered(&self, proposal: &Proposal, how: How) -> Happening {
        let (from, wish) = (proposal.by, wish_of(&proposal.intent));
        self.of_proposal(proposal, What::Answered { from, wish, how })
    }

    fn of_proposal(&self, proposal: &Proposal, what: What) -> Happening {
        let card_under = |agreement_id| {
            let agreement = self.before.agreement(agreement_id).or(self.after.agreement(agreement_id));
            agreement.map(|agreement| agreement.card_id)
        };
        let card_id: Option<CardId> = match &proposal.intent {
            Intent::AddCard(card) => {
                // The card takes the id of its proposal.
                let card_id = CardId(proposal.proposal_id.0);
                return Happening::of_card(card_id, &card.words, what);
            }
            Intent::EditCard { card_id, .. }
            | Intent::MoveCard { card_id, .. }
            | Intent::RemoveCard { card_id }
            | Intent::SetWish { card_id, .. } => Some(*card_id),
            Intent::AddAgreement(new) => Some(new.card_id),
            Intent::EditAgreement(AgreementEdit { agreement_id, .. })
            | Intent::RemoveAgreement { agreement_id }
            | Intent::KeepAgreement { agreement_id, .. } => card_under(*agreement_id),
            _ => None,
        };
        let card = card_id.and_then(|card_id| self.before.card(card_id).or(self.after.card(card_id)));
        match card {
            Some(card) => of(card, what),
            None => Happening::of_plan(what),
        }
    }
}

fn of(card: &Card, what: What) -> Happening {
    Happening::of_card(card.card_id, &card.words.words, what)
}

fn changes_of_card(old: &Card, card: &Card, told: &mut Vec<Happening>) {
    let (from, to) = (cell_of(old), cell_of(card));
    if from != to {
        told.push(of(card, What::CardMoved { from, to }));
    }
    let texts = [
        (Field::Words, &old.words, &card.words),
        (Field::When, &old.when, &card.when),
        (Field::Why, &old.why, &card.why),
    ];
    for (field, from, to) in texts.into_iter().filter(|(_, from, to)| from.words != to.words) {
        let (from, to) = (from.words.clone(), to.words.clone());
        told.push(of(card, What::Worded { field, from, to }));
    }
    if old.who != card.who {
        told.push(of(card, What::Who { to: card.who }));
    }
    if old.serves != card.serves {
        told.push(of(card, What::Serves { to: card.serves }));
    }
    if old.audience != card.audience {
        let audience = card.audience.clone();
        told.push(of(card, What::ShownTo { audience }));
    }
    if old.picture != card.picture {
        told.push(of(card, What::Picture));
    }
    if old.duty != card.duty {
        told.push(of(card, What::Duty { to: card.duty }));
    }
    if let Some(help) = card.help.as_ref().filter(|help| old.help.as_ref() != Some(help)) {
        let changes = help::changes(old.help.as_deref(), help);
        told.extend(changes.into_iter().map(|is| of(card, What::Help(is))));
    }
}

fn change_of_head(old: &Head, head: &Head) -> Option<Happening> {
    let is = if old.primary_contact != head.primary_contact {
        OfHead::Contact(head.primary_contact)
    } else if old.stand_in != head.stand_in {
        OfHead::StandIn(head.stand_in)
    } else if old.pen != head.pen {
        head.pen.map_or(OfHead::PenBack, |pen| OfHead::PenGiven(pen.writes))
    } else if old.baton != head.baton {
        match head.baton {
            None => OfHead::BatonStays,
            Some(baton) if old.baton.is_some_and(|old| old.to == baton.to) => OfHead::BatonAgreed(baton.to),
            Some(baton) => OfHead::BatonUnderWay(baton.to),
        }
    } else if old.followed_up != head.followed_up {
        OfHead::FollowedUp(head.next_follow_up)
    } else {
        OfHead::Other
    };
    Some(Happening::of_plan(What::Head(is)))
}

fn cell_of(card: &Card) -> CellId {
    let (column, lane) = (card.column, card.lane);
    CellId { column, lane }
}

fn answer_to(proposal_id: ProposalId, intent: &Intent) -> Option<How> {
    let (answered, how) = match intent {
        Intent::AcceptProposal { proposal_id, .. } => (proposal_id, How::Yes),
        Intent::DeclineProposal { proposal_id } => (proposal_id, How::No),
        Intent::WithdrawProposal { proposal_id } => (proposal_id, How::TakenBack),
        Intent::Lapse => return Some(How::RanOut),
        _ => return None,
    };
    (*answered == proposal_id).then_some(how)
}

fn wish_of(intent: &Intent) -> Wish {
    match intent {
        Intent::AddCard(_) => Wish::AddCard,
        Intent::EditCard { .. } => Wish::EditCard,
        Intent::MoveCard { .. } => Wish::MoveCard,
        Intent::RemoveCard { .. } => Wish::RemoveCard,
        Intent::AddAgreement { .. } => Wish::AddAgreement,
        Intent::EditAgreement { .. } => Wish::EditAgreement,
        Intent::RemoveAgreement { .. } => Wish::RemoveAgreement,
        Intent::SetWish { answers, by, .. } => Wish::Answers {
            answers: *answers,
            by: *by,
        },
        Intent::AddMember(new) => Wish::Member { name: new.name.clone() },
        Intent::AskForSeat(new) => Wish::Seat { name: new.name.clone() },
        Intent::AddStrength { of, words, .. } => Wish::Strength {
            of: *of,
            words: words.clone(),
        },
        _ => Wish::Other,
    }
}
