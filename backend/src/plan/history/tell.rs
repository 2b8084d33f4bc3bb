//! From two views of one reader to what happened between them.

use super::{Field, Happening, How, What, Wish};
use shared::ids::{CardId, MemberId, ProposalId};
use shared::plan::{Agreement, AgreementEdit, Card, CellId, Head, Intent, Key, Member, Plan, Proposal, Record, diff};

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
                let words = agreement.words.words.clone();
                // Where its card went too, that says it all.
                let card = self.after.card(agreement.card_id)?;
                Some(Happening::of_card(
                    card.card_id,
                    &card.words.words,
                    What::AgreementGone { words },
                ))
            }
            Key::Proposal(proposal_id) => {
                let proposal = self.before.proposal(proposal_id)?;
                let what = What::Answered {
                    from: proposal.by,
                    how: answer_to(proposal_id, intent?)?,
                };
                Some(self.of_proposal(proposal, what))
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
            // A count, a way back, and what is told of by something else.
            _ => {}
        }
    }

    fn agreement(&self, agreement: &Agreement, told: &mut Vec<Happening>) {
        let Some(card) = self.after.card(agreement.card_id) else {
            return;
        };
        let words = || agreement.words.words.clone();
        let Some(old) = self.before.agreement(agreement.agreement_id) else {
            // One that came into sight with its card was made another time.
            if self.before.card(agreement.card_id).is_some() {
                told.push(of(card, What::AgreementMade { words: words() }));
            }
            return;
        };
        if old.words.words != agreement.words.words {
            let from = old.words.words.clone();
            told.push(of(card, What::AgreementWorded { from, to: words() }));
        }
        if old.holder != agreement.holder {
            let (words, to) = (words(), agreement.holder);
            told.push(of(card, What::AgreementHeld { words, to }));
        }
        if old.due != agreement.due {
            let (words, to) = (words(), agreement.due);
            told.push(of(card, What::AgreementDue { words, to }));
        }
        if old.kept != agreement.kept {
            let (words, to) = (words(), agreement.kept);
            told.push(of(card, What::AgreementKept { words, to }));
        }
    }

    fn member(&self, member: &Member) -> Option<Happening> {
        let member_id = member.member_id;
        let what = match self.before.member(member_id) {
            None => What::MemberCame { member_id },
            Some(old) if old.left_at.is_none() && member.left_at.is_some() => What::MemberLeft { member_id },
            Some(old) if old.left_at.is_some() && member.left_at.is_none() => What::MemberCame { member_id },
            Some(old) if old.informed != member.informed => {
                // Of the others it is not shown.
                return (member_id == self.reader).then(|| Happening::of_plan(What::Informed));
            }
            Some(_) => What::MemberChanged { member_id },
        };
        Some(Happening::of_plan(what))
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
            Intent::EditCard { card_id, .. } | Intent::MoveCard { card_id, .. } | Intent::RemoveCard { card_id } => {
                Some(*card_id)
            }
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
}

fn change_of_head(old: &Head, head: &Head) -> Option<Happening> {
    if old.primary_contact != head.primary_contact {
        let to = head.primary_contact;
        return Some(Happening::of_plan(What::Contact { to }));
    }
    Some(Happening::of_plan(What::Other))
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
        _ => Wish::Other,
    }
}
