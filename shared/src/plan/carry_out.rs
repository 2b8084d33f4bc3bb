//! What each intent does to a plan, once it is known that the person may.
//!
//! Every function checks before it writes and gives the plan back untouched with its refusal.

use super::change::{CardEdit, Intent, NewCard};
use super::place::{CARDS_IN_NOW, CellId, Kind, Lane, Place, is_legal};
use super::records::{Agreement, Audience, Card, Cell, Informed, Kept, Key, Member, Plan, Record};
use super::refusal::Refusal;
use super::text::{Text, WHEN_MAX, WHY_MAX, WORDS_MAX, clean, clean_words};
use super::view::can_be_shown;
use crate::ids::{AgreementId, CardId, ChangeId, MemberId, Millis, ProposalId};
use std::sync::Arc;

/// The longest name of a pictogram or a language, in characters.
const NAME_MAX: usize = 40;

impl Plan {
    pub(super) fn carry_out(&mut self, intent: &Intent, id: ChangeId, by: MemberId, at: Millis) -> Result<(), Refusal> {
        match intent {
            Intent::BeInformed { version, language } => self.be_informed(*version, language, by, at),
            Intent::AddCard(new) => self.add_card(new, id.into(), by, at),
            Intent::EditCard { card_id, edit } => self.edit_card(*card_id, edit, by),
            Intent::MoveCard { card_id, to } => self.move_card(*card_id, to, at),
            Intent::RemoveCard { card_id } => self.remove_card(*card_id),
            Intent::AddAgreement {
                card_id,
                words,
                holder,
                due,
            } => {
                let card = self.card(*card_id).ok_or(Refusal::CardGone)?.clone();
                let words = Text::new(clean_words(words)?, by);
                self.check_part_in(&card, *holder)?;
                let (agreement_id, card_id) = (AgreementId::from(id), *card_id);
                let (holder, due, kept) = (*holder, *due, Kept::NotYet);
                let agreement = Agreement {
                    agreement_id,
                    card_id,
                    words,
                    holder,
                    due,
                    kept,
                    touched_at: at,
                };
                self.put_new(Record::Agreement(Arc::new(agreement)))
            }
            Intent::EditAgreement {
                agreement_id,
                words,
                holder,
                due,
            } => {
                let old = self.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?.clone();
                let mut new = Agreement::clone(&old);
                if let Some(edit) = words {
                    let to = clean_words(&edit.to)?;
                    new.words.edit(
                        &super::TextEdit {
                            from: edit.from.clone(),
                            to,
                        },
                        by,
                    );
                }
                if let Some(holder) = holder {
                    new.holder = holder.clone().into_option();
                    let card = self.card(old.card_id).ok_or(Refusal::CardGone)?.clone();
                    self.check_part_in(&card, new.holder)?;
                }
                if let Some(due) = due {
                    new.due = due.clone().into_option();
                }
                if new != *old {
                    new.touched_at = at;
                    self.put(Record::Agreement(Arc::new(new)));
                }
                Ok(())
            }
            Intent::RemoveAgreement { agreement_id } => {
                self.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?;
                self.remove(Key::Agreement(*agreement_id));
                self.remove_proposals_without_target();
                Ok(())
            }
            Intent::KeepAgreement { agreement_id, kept } => {
                let old = self.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?.clone();
                if old.kept != *kept {
                    let new = Agreement {
                        kept: *kept,
                        touched_at: at,
                        ..Agreement::clone(&old)
                    };
                    self.put(Record::Agreement(Arc::new(new)));
                }
                Ok(())
            }
            Intent::AcceptProposal {
                proposal_id, instead, ..
            } => self.accept(*proposal_id, instead.as_deref(), by, at),
            Intent::DeclineProposal { proposal_id } | Intent::WithdrawProposal { proposal_id } => {
                self.proposal(*proposal_id).ok_or(Refusal::ProposalGone)?;
                self.remove(Key::Proposal(*proposal_id));
                Ok(())
            }
            Intent::Undo { change_id } => self.undo(*change_id, by),
        }
    }

    fn be_informed(&mut self, version: u16, language: &str, by: MemberId, at: Millis) -> Result<(), Refusal> {
        let member = self.member(by).ok_or(Refusal::NotAtTheTable)?;
        if member.informed.as_ref().is_some_and(|informed| informed.version >= version) {
            return Ok(());
        }
        let informed = Some(Informed {
            version,
            language: clean(language, NAME_MAX)?,
            at,
        });
        let member = Member {
            informed,
            ..Member::clone(member)
        };
        self.put(Record::Member(Arc::new(member)));
        Ok(())
    }

    fn add_card(&mut self, new: &NewCard, card_id: CardId, by: MemberId, at: Millis) -> Result<(), Refusal> {
        let place = new.place;
        if !is_legal(new.kind, place.column, place.lane) {
            return Err(Refusal::WrongPlace {
                kind: new.kind,
                column: place.column,
            });
        }
        let picture = match &new.picture {
            Some(name) => Some(clean(name, NAME_MAX)?),
            None => None,
        };
        let card = Card {
            card_id,
            kind: new.kind,
            column: place.column,
            lane: place.lane,
            words: Text::new(clean_words(&new.words)?, by),
            when: Text::new(clean(&new.when, WHEN_MAX)?, by),
            why: Text::new(clean(&new.why, WHY_MAX)?, by),
            who: new.who,
            serves: new.serves,
            audience: audience_of(&new.audience, by),
            picture,
            duty: new.duty,
            added_by: by,
            added_at: at,
            done_at: (place.lane == Some(Lane::Done)).then_some(at),
        };
        self.check_card(&card)?;
        self.put_new(Record::Card(Arc::new(card)))?;
        self.put_in_cell(card_id, &place);
        Ok(())
    }

    fn edit_card(&mut self, card_id: CardId, edit: &CardEdit, by: MemberId) -> Result<(), Refusal> {
        let old = self.card(card_id).ok_or(Refusal::CardGone)?.clone();
        let mut card = Card::clone(&old);
        let edited = |text: &mut Text, edit: &Option<super::TextEdit>, most: usize, needed: bool| -> Result<(), Refusal> {
            let Some(edit) = edit else { return Ok(()) };
            let to = if needed {
                clean_words(&edit.to)?
            } else {
                clean(&edit.to, most)?
            };
            text.edit(
                &super::TextEdit {
                    from: edit.from.clone(),
                    to,
                },
                by,
            );
            Ok(())
        };
        edited(&mut card.words, &edit.words, WORDS_MAX, true)?;
        edited(&mut card.when, &edit.when, WHEN_MAX, false)?;
        edited(&mut card.why, &edit.why, WHY_MAX, false)?;
        if let Some(who) = &edit.who {
            card.who = who.clone().into_option();
        }
        if let Some(serves) = &edit.serves {
            card.serves = serves.clone().into_option();
        }
        if let Some(audience) = &edit.audience {
            card.audience = audience_of(audience, by);
        }
        if let Some(picture) = &edit.picture {
            card.picture = match picture.clone().into_option() {
                Some(name) => Some(clean(&name, NAME_MAX)?),
                None => None,
            };
        }
        if card == *old {
            return Ok(());
        }
        // Only what this edit sets is checked: a person who has left may still be named on an old card.
        let checked = Card {
            who: card.who.filter(|_| edit.who.is_some()),
            serves: card.serves.filter(|_| edit.serves.is_some()),
            ..card.clone()
        };
        self.check_card(&checked)?;
        if edit.audience.is_some() {
            let holders = self.agreements_of(card_id).filter_map(|agreement| agreement.holder);
            for member_id in holders.chain(card.who) {
                self.check_still_sees(&card, member_id)?;
            }
        }
        self.put(Record::Card(Arc::new(card)));
        Ok(())
    }

    fn move_card(&mut self, card_id: CardId, to: &Place, at: Millis) -> Result<(), Refusal> {
        let old = self.card(card_id).ok_or(Refusal::CardGone)?.clone();
        if !is_legal(old.kind, to.column, to.lane) {
            return Err(Refusal::WrongPlace {
                kind: old.kind,
                column: to.column,
            });
        }
        let from = CellId {
            column: old.column,
            lane: old.lane,
        };
        if from != to.cell() {
            let mut card = Card {
                column: to.column,
                lane: to.lane,
                ..Card::clone(&old)
            };
            card.done_at = (to.lane == Some(Lane::Done)).then(|| old.done_at.unwrap_or(at));
            self.check_room_in_now(&card)?;
            self.put(Record::Card(Arc::new(card)));
        }
        self.take_from_cell(card_id, from);
        self.put_in_cell(card_id, to);
        Ok(())
    }

    fn remove_card(&mut self, card_id: CardId) -> Result<(), Refusal> {
        let card = self.card(card_id).ok_or(Refusal::CardGone)?.clone();
        let agreements: Vec<AgreementId> = self.agreements_of(card_id).map(|agreement| agreement.agreement_id).collect();
        self.take_from_cell(
            card_id,
            CellId {
                column: card.column,
                lane: card.lane,
            },
        );
        self.remove(Key::Card(card_id));
        for agreement in agreements {
            self.remove(Key::Agreement(agreement));
        }
        self.remove_proposals_without_target();
        Ok(())
    }

    fn accept(&mut self, id: ProposalId, instead: Option<&Intent>, by: MemberId, at: Millis) -> Result<(), Refusal> {
        let proposal = self.proposal(id).ok_or(Refusal::ProposalGone)?.clone();
        self.remove(Key::Proposal(id));
        match instead {
            Some(own) => self.carry_out(own, id.into(), by, at),
            None => self.carry_out(&proposal.intent, id.into(), proposal.by, at),
        }
    }

    fn check_card(&self, card: &Card) -> Result<(), Refusal> {
        if let Audience::Only(members) = &card.audience
            && members.iter().any(|member| self.member(*member).is_none())
        {
            return Err(Refusal::MemberGone);
        }
        if let Some(dream) = card.serves {
            self.card(dream)
                .filter(|dream| dream.kind == Kind::Dream)
                .ok_or(Refusal::CardGone)?;
        }
        self.check_part_in(card, card.who)?;
        self.check_room_in_now(card)
    }

    /// Whoever is to do something must be at the table, and allowed to see what it is.
    fn check_part_in(&self, card: &Card, member: Option<MemberId>) -> Result<(), Refusal> {
        let Some(member_id) = member else { return Ok(()) };
        let member = self
            .member(member_id)
            .filter(|member| member.left_at.is_none())
            .ok_or(Refusal::MemberGone)?;
        if can_be_shown(card, member) {
            Ok(())
        } else {
            Err(Refusal::CannotSeeIt { member_id })
        }
    }

    /// A card is not hidden from someone who has a part in it. Whoever left sees nothing anyway.
    fn check_still_sees(&self, card: &Card, member_id: MemberId) -> Result<(), Refusal> {
        match self.member(member_id).filter(|member| member.left_at.is_none()) {
            Some(member) if !can_be_shown(card, member) => Err(Refusal::CannotSeeIt { member_id }),
            _ => Ok(()),
        }
    }

    /// Counts only what everyone at the table sees, so that the answer tells nobody of a hidden card.
    pub(super) fn check_room_in_now(&self, card: &Card) -> Result<(), Refusal> {
        let takes_a_seat =
            |card: &Card| card.kind == Kind::Goal && card.lane == Some(Lane::Now) && card.audience == Audience::Table;
        let others = self
            .cards()
            .filter(|other| other.card_id != card.card_id && takes_a_seat(other))
            .count();
        if takes_a_seat(card) && others >= CARDS_IN_NOW {
            Err(Refusal::NowIsFull)
        } else {
            Ok(())
        }
    }

    pub(super) fn put_in_cell(&mut self, card_id: CardId, place: &Place) {
        let mut cards = self.cell(place.cell()).to_vec();
        cards.insert(place.index_in(&cards), card_id);
        self.put(Record::Cell(Arc::new(Cell {
            cell: place.cell(),
            cards,
        })));
    }

    pub(super) fn take_from_cell(&mut self, card_id: CardId, cell: CellId) {
        let cards: Vec<CardId> = self.cell(cell).iter().copied().filter(|other| *other != card_id).collect();
        if cards.is_empty() {
            self.remove(Key::Cell(cell));
        } else {
            self.put(Record::Cell(Arc::new(Cell { cell, cards })));
        }
    }

    fn remove_proposals_without_target(&mut self) {
        let gone = |proposal: &&Arc<super::Proposal>| {
            matches!(super::view::target_of(self, &proposal.intent), super::view::Target::Gone)
        };
        let gone: Vec<ProposalId> = self.proposals().filter(gone).map(|proposal| proposal.proposal_id).collect();
        for proposal in gone {
            self.remove(Key::Proposal(proposal));
        }
    }
}

/// Whoever keeps a card among a few is one of the few.
fn audience_of(audience: &Audience, by: MemberId) -> Audience {
    match audience {
        Audience::Only(members) => {
            let mut members: Vec<MemberId> = members.iter().copied().chain([by]).collect();
            members.sort_unstable();
            members.dedup();
            Audience::Only(members)
        }
        other => other.clone(),
    }
}
