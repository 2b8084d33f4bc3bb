//! What each intent does to a plan, once it is known that the person may. What is done to cards stands here;
//! the rest beside the records it is about.
//!
//! Every function checks before it writes and gives the plan back untouched with its refusal.

use super::change::{CardEdit, Intent, NewCard, TextEdit};
use super::hand::Hand;
use super::key::Key;
use super::place::{CARDS_IN_NOW, CellId, Kind, Lane, Place, is_legal};
use super::records::{Audience, Card, Cell, Informed, Member, Plan, Record};
use super::refusal::Refusal;
use super::text::{NAME_MAX, Text, WHEN_MAX, WHY_MAX, WORDS_MAX, clean, clean_words};
use super::view::can_be_shown;
use crate::ids::{CardId, ChangeId, MemberId, Millis, ProposalId};
use std::sync::Arc;

impl Plan {
    pub(super) fn carry_out(&mut self, intent: &Intent, id: ChangeId, hand: Hand, at: Millis) -> Result<(), Refusal> {
        let by = hand.said;
        match intent {
            Intent::BeInformed { version, language } => self.be_informed(*version, language, by, at),
            Intent::AddCard(new) => self.add_card(new, id.into(), hand, at),
            Intent::EditCard { card_id, edit } => self.edit_card(*card_id, edit, hand),
            Intent::MoveCard { card_id, to } => self.move_card(*card_id, to, at),
            Intent::RemoveCard { card_id } => self.remove_card(*card_id),
            Intent::RateHelp { card_id, rating } => self.rate_help(*card_id, *rating, by),
            Intent::SetWish { card_id, answers, by } => self.set_wish(*card_id, *answers, *by, at),
            Intent::AnswerWish { card_id, answer } => self.answer_wish(*card_id, answer, id.into(), hand, at),
            Intent::AddDecision { card_id, decision } => self.add_decision(*card_id, decision, id.into(), hand, at),
            Intent::RemoveDecision { decision_id } => self.remove_known(Key::Decision(*decision_id)),
            Intent::AddAgreement(new) => self.add_agreement(new, id.into(), hand, at),
            Intent::EditAgreement(edit) => self.edit_agreement(edit, hand, at),
            Intent::RemoveAgreement { agreement_id } => {
                self.agreement(*agreement_id).ok_or(Refusal::AgreementGone)?;
                self.remove(Key::Agreement(*agreement_id));
                self.remove_strays();
                Ok(())
            }
            Intent::KeepAgreement { agreement_id, kept, on } => self.keep_agreement(*agreement_id, *kept, *on, at),
            Intent::AnswerAsk { agreement_id, yes } => self.answer_ask(*agreement_id, *yes, at),
            Intent::AcceptProposal {
                proposal_id, instead, ..
            } => self.accept(*proposal_id, instead.as_deref(), by, at),
            Intent::DeclineProposal { proposal_id } | Intent::WithdrawProposal { proposal_id } => {
                self.proposal(*proposal_id).ok_or(Refusal::ProposalGone)?;
                self.remove(Key::Proposal(*proposal_id));
                Ok(())
            }
            Intent::Undo { change_id } => self.undo(*change_id, by),
            Intent::AddMember(new) => self.add_member(new, id.into()),
            Intent::AskForSeat(new) => self.add_member(new, by),
            Intent::EditMember { member_id, edit } => self.edit_member(*member_id, edit),
            Intent::RemoveMember { member_id, passes_to } => self.remove_member(*member_id, *passes_to, at),
            Intent::SetStandIn { member_id } => self.set_stand_in(*member_id),
            Intent::PassBaton { to } => self.pass_baton(*to, hand, at),
            Intent::AnswerBaton { yes } => self.answer_baton(*yes, hand),
            Intent::HandPen { to } => self.hand_pen(*to, by, at),
            Intent::TakePen => self.take_pen(),
            Intent::GiveConsent { to, what, until, text } => self.give_consent(*to, *what, *until, text, id.into(), by, at),
            Intent::WithdrawConsent { consent_id } => self.remove_known(Key::Consent(*consent_id)),
            Intent::SayPulse {
                face,
                words,
                promises,
                needs_help,
            } => self.say_pulse(*face, words, *promises, *needs_help, by, at),
            Intent::FollowUp => self.follow_up(at),
            Intent::ReadMovement { task, face, words } => self.read_movement(*task, *face, words, by, at),
            Intent::AddStrength { is, of, words } => self.add_strength(*is, *of, words, id.into(), hand, at),
            Intent::RemoveStrength { strength_id } => self.remove_known(Key::Strength(*strength_id)),
            Intent::AddRemark { card_id, says, words } => self.add_remark(*card_id, *says, words, id.into(), by, at),
            Intent::SettleRemark { remark_id } => self.remove_known(Key::Remark(*remark_id)),
            Intent::Lapse => Err(Refusal::NotAtTheTable),
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

    fn add_card(&mut self, new: &NewCard, card_id: CardId, hand: Hand, at: Millis) -> Result<(), Refusal> {
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
        let by = hand.said;
        let mut card = Card {
            card_id,
            kind: new.kind,
            column: place.column,
            lane: place.lane,
            words: Text::new(clean_words(&new.words)?, hand),
            when: Text::new(clean(&new.when, WHEN_MAX)?, hand),
            why: Text::new(clean(&new.why, WHY_MAX)?, hand),
            who: new.who,
            serves: new.serves,
            audience: audience_of(&new.audience, by),
            picture,
            duty: new.duty,
            added_by: by,
            added_at: at,
            done_at: (place.lane == Some(Lane::Done)).then_some(at),
            help: None,
        };
        if let Some(facts) = &new.help {
            Self::set_help(&mut card, facts)?;
        }
        self.wish_as_placed(&mut card, at);
        self.check_card(&card)?;
        self.put_new(Record::Card(Arc::new(card)))?;
        self.put_in_cell(card_id, &place);
        Ok(())
    }

    fn edit_card(&mut self, card_id: CardId, edit: &CardEdit, hand: Hand) -> Result<(), Refusal> {
        let old = self.card(card_id).ok_or(Refusal::CardGone)?.clone();
        let mut card = Card::clone(&old);
        let edited = |text: &mut Text, edit: &Option<TextEdit>, most: usize, needed: bool| -> Result<(), Refusal> {
            let Some(edit) = edit else { return Ok(()) };
            let to = if needed {
                clean_words(&edit.to)?
            } else {
                clean(&edit.to, most)?
            };
            let from = edit.from.clone();
            text.edit(&TextEdit { from, to }, hand);
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
            card.audience = audience_of(audience, hand.said);
        }
        if let Some(picture) = &edit.picture {
            card.picture = match picture.clone().into_option() {
                Some(name) => Some(clean(&name, NAME_MAX)?),
                None => None,
            };
        }
        if let Some(duty) = &edit.duty {
            card.duty = duty.clone().into_option();
        }
        if let Some(facts) = &edit.help {
            Self::set_help(&mut card, facts)?;
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
            let agreements: Vec<_> = self.agreements_of(card_id).cloned().collect();
            let parts = agreements.iter().flat_map(|agreement| [agreement.holder, agreement.asked]);
            let answers = card.help.as_ref().and_then(|help| help.wish.as_ref()?.answers);
            for member_id in parts.chain([card.who, answers]).flatten() {
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
            self.wish_as_placed(&mut card, at);
            self.check_room_in_now(&card)?;
            self.put(Record::Card(Arc::new(card)));
        }
        self.take_from_cell(card_id, from);
        self.put_in_cell(card_id, to);
        Ok(())
    }

    fn remove_card(&mut self, card_id: CardId) -> Result<(), Refusal> {
        let card = self.card(card_id).ok_or(Refusal::CardGone)?.clone();
        self.take_from_cell(
            card_id,
            CellId {
                column: card.column,
                lane: card.lane,
            },
        );
        self.remove(Key::Card(card_id));
        self.remove_strays();
        Ok(())
    }

    /// What is only there because of a card.
    pub(super) fn under(&self, card_id: CardId) -> Vec<Key> {
        let is_under = |record: &&Record| record.card_under() == Some(card_id);
        self.records().filter(is_under).map(Record::key).collect()
    }

    fn accept(&mut self, id: ProposalId, instead: Option<&Intent>, by: MemberId, at: Millis) -> Result<(), Refusal> {
        let proposal = self.proposal(id).ok_or(Refusal::ProposalGone)?.clone();
        self.remove(Key::Proposal(id));
        match (&proposal.intent, instead) {
            // Whatever the family writes of the one who asked for the seat, it is theirs.
            (Intent::AskForSeat(_), Some(Intent::AddMember(new))) => self.add_member(new, proposal.by),
            (_, Some(own)) => self.carry_out(own, id.into(), Hand::of(by), at),
            (_, None) => {
                let hand = Hand {
                    agreed: Some(by),
                    ..Hand::of(proposal.by)
                };
                self.carry_out(&proposal.intent, id.into(), hand, at)
            }
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
    pub(super) fn check_part_in(&self, card: &Card, member: Option<MemberId>) -> Result<(), Refusal> {
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

    fn remove_strays(&mut self) {
        for key in self.strays() {
            self.remove(key);
        }
    }
}

/// Whoever keeps a card among a few is one of the few.
fn audience_of(audience: &Audience, by: MemberId) -> Audience {
    match audience {
        Audience::Only(members) => {
            let mut few: Vec<MemberId> = vec![];
            for member in members.iter().copied().chain([by]) {
                if let Err(at) = few.binary_search(&member) {
                    few.insert(at, member);
                }
            }
            Audience::Only(few)
        }
        other => other.clone(),
    }
}
