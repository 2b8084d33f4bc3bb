//! The help a family gets, the wish to end one, the answer to it, and what the municipality has decided.

use super::hand::Hand;
use super::place::Kind;
use super::records::{Card, Plan, Record};
use super::refusal::Refusal;
use super::text::{NAME_MAX, NOTE_MAX, clean};
use crate::day::Day;
use crate::ids::{CardId, DecisionId, MemberId, Millis};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Days within which a wish to end a help is answered, unless the family says another day.
pub const ANSWER_DAYS: i32 = 14;
/// Appointments a week at which one more calls for a second thought. A judgement of ours, not a rule of law.
pub const MANY_APPOINTMENTS: u32 = 5;

/// What is known of a help: each part may be missing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Who gives it where that is nobody at the table: "Sundhedshuset".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub often: Option<Often>,
    /// The day it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Day>,
    /// What must be true for it to end, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub enough_when: String,
    /// Each family member's own word on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rated: Vec<Rated>,
    /// The family's wish to end it. Lasts while the card lies in `NoMore`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<EndWish>,
}

/// So many times in so many weeks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Often {
    /// 1 to 99.
    pub times: u8,
    /// 1 to 52.
    pub weeks: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    pub by: MemberId,
    pub rating: Rating,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Rating {
    Helps,
    DoesNotHelp,
    DoNotKnow,
}

impl Rating {
    pub const ALL: [Rating; 3] = [Rating::Helps, Rating::DoesNotHelp, Rating::DoNotKnow];
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndWish {
    pub asked_at: Millis,
    /// Who answers.
    pub answers: Option<MemberId>,
    /// The last day for the answer.
    pub by: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<WishAnswer>,
}

/// What became of the wish.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishAnswer {
    pub by: MemberId,
    pub at: Millis,
    pub words: String,
    pub how: Answered,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Answered {
    /// It ends on this day, without a formal decision.
    Ends(Day),
    /// It was decided elsewhere; the decision is a record of its own.
    Decided { decision_id: DecisionId, ends: Option<Day> },
    /// It cannot be stopped: the words say why, and whom to talk to.
    Stays { talk_to: MemberId },
}

/// What the municipality has decided, elsewhere and formally. Never disguised as an agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decision {
    pub decision_id: DecisionId,
    /// What it is about, where that lies on the board.
    pub card_id: Option<CardId>,
    pub words: String,
    pub decided_on: Day,
    /// Under which the municipality finds it.
    pub reference: String,
    /// How to complain, and until when.
    pub complain: String,
    pub complain_by: Option<Day>,
    pub by: MemberId,
    pub at: Millis,
}

/// A decision as someone writes it down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    pub words: String,
    pub decided_on: Day,
    pub reference: String,
    pub complain: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complain_by: Option<Day>,
}

/// What is known of a help, as someone writes it down.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpFacts {
    #[serde(default)]
    pub provider: String,
    #[serde(default)]
    pub since: Option<Day>,
    #[serde(default)]
    pub often: Option<Often>,
    #[serde(default)]
    pub ends: Option<Day>,
    #[serde(default)]
    pub enough_when: String,
}

/// An answer to a wish, as someone gives it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum NewAnswer {
    Ends {
        words: String,
        on: Day,
    },
    Decided {
        decision: NewDecision,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends: Option<Day>,
    },
    Stays {
        words: String,
        talk_to: MemberId,
    },
}

/// How much help lies on a family: what it may be asked before one more is added.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Load {
    /// Different people and places that give help.
    pub people: u32,
    /// Appointments in four weeks.
    pub in_four_weeks: u32,
    /// Cards that are a duty.
    pub duties: u32,
}

impl Load {
    /// Whether one more appointment a week would be much.
    pub fn is_much(self) -> bool {
        self.in_four_weeks >= MANY_APPOINTMENTS * 4
    }
}

impl Card {
    /// The day this help ends or ended, by its own end or by the answer to the wish to end it.
    pub fn help_ends(&self) -> Option<Day> {
        let help = self.help.as_ref()?;
        let answered = help.wish.as_ref().and_then(|wish| match wish.answer.as_ref()?.how {
            Answered::Ends(on) => Some(on),
            Answered::Decided { ends, .. } => ends,
            Answered::Stays { .. } => None,
        });
        answered.or(help.ends)
    }
}

impl Plan {
    pub fn load(&self, today: Day) -> Load {
        let mut load = Load::default();
        let (mut members, mut places): (Vec<MemberId>, Vec<&str>) = (vec![], vec![]);
        for card in self.cards() {
            load.duties += u32::from(card.duty == Some(super::records::Duty::Duty) && card.done_at.is_none());
            if card.kind != Kind::Help || card.help_ends().is_some_and(|ends| ends < today) {
                continue;
            }
            let help = card.help.as_deref();
            let provider = help.map_or("", |help| help.provider.as_str());
            match card.who {
                Some(who) if !members.contains(&who) => members.push(who),
                None if !provider.is_empty() && !places.contains(&provider) => places.push(provider),
                _ => {}
            }
            if let Some(often) = help.and_then(|help| help.often) {
                load.in_four_weeks += u32::from(often.times) * 4 / u32::from(often.weeks.max(1));
            }
        }
        load.people = (members.len() + places.len()) as u32;
        load
    }

    /// What moving a card means for its help: the wish to end it begins in `NoMore`, and is over elsewhere.
    pub(super) fn wish_as_placed(&self, card: &mut Card, at: Millis) {
        let wishes = card.kind == Kind::Help && card.column == super::place::Column::NoMore;
        let has = card.help.as_ref().is_some_and(|help| help.wish.is_some());
        if wishes == has {
            return;
        }
        let at_the_table = |id: &MemberId| self.member(*id).is_some_and(|member| member.left_at.is_none());
        let contact = || self.head().and_then(|head| head.primary_contact);
        let wish = wishes.then(|| EndWish {
            asked_at: at,
            answers: card.who.filter(at_the_table).or_else(contact).filter(at_the_table),
            by: Day::in_denmark(at).plus(ANSWER_DAYS),
            answer: None,
        });
        let help = card.help.as_deref().cloned().unwrap_or_default();
        let help = Help { wish, ..help };
        card.help = (help != Help::default()).then(|| Arc::new(help));
    }

    pub(super) fn set_help(card: &mut Card, facts: &HelpFacts) -> Result<(), Refusal> {
        if card.kind != Kind::Help {
            return Err(Refusal::NotHelp);
        }
        if facts
            .often
            .is_some_and(|often| !(1..=99).contains(&often.times) || !(1..=52).contains(&often.weeks))
        {
            return Err(Refusal::WrongDay);
        }
        let old = card.help.as_deref().cloned().unwrap_or_default();
        let help = Help {
            provider: clean(&facts.provider, NAME_MAX)?,
            since: facts.since,
            often: facts.often,
            ends: facts.ends,
            enough_when: clean(&facts.enough_when, NOTE_MAX)?,
            ..old
        };
        card.help = (help != Help::default()).then(|| Arc::new(help));
        Ok(())
    }

    pub(super) fn rate_help(&mut self, card_id: CardId, rating: Rating, by: MemberId) -> Result<(), Refusal> {
        let mut card = self.help_card(card_id)?;
        let mut help = card.help.as_deref().cloned().unwrap_or_default();
        help.rated.retain(|rated| rated.by != by);
        let at = help.rated.partition_point(|rated| rated.by < by);
        help.rated.insert(at, Rated { by, rating });
        card.help = Some(Arc::new(help));
        self.put(Record::Card(Arc::new(card)));
        Ok(())
    }

    /// Another one answers, or by another day.
    pub(super) fn set_wish(&mut self, card_id: CardId, answers: MemberId, by: Day, at: Millis) -> Result<(), Refusal> {
        let mut card = self.help_card(card_id)?;
        let mut help = card.help.as_deref().cloned().unwrap_or_default();
        let wish = help.wish.as_mut().ok_or(Refusal::NothingToAnswer)?;
        if by < Day::in_denmark(at) && by != wish.by {
            return Err(Refusal::WrongDay);
        }
        (wish.answers, wish.by) = (Some(answers), by);
        self.check_part_in(&card, Some(answers))?;
        card.help = Some(Arc::new(help));
        self.put(Record::Card(Arc::new(card)));
        Ok(())
    }

    pub(super) fn answer_wish(
        &mut self,
        card_id: CardId,
        answer: &NewAnswer,
        id: DecisionId,
        hand: Hand,
        at: Millis,
    ) -> Result<(), Refusal> {
        let mut card = self.help_card(card_id)?;
        let mut help = card.help.as_deref().cloned().unwrap_or_default();
        let wish = help.wish.as_mut().ok_or(Refusal::NothingToAnswer)?;
        let (words, how) = match answer {
            NewAnswer::Ends { words, on } => (clean(words, NOTE_MAX)?, Answered::Ends(*on)),
            NewAnswer::Decided { decision, ends } => {
                let how = Answered::Decided {
                    decision_id: id,
                    ends: *ends,
                };
                self.add_decision(Some(card_id), decision, id, hand, at)?;
                (String::new(), how)
            }
            NewAnswer::Stays { words, talk_to } => {
                let words = clean(words, NOTE_MAX)?;
                if words.is_empty() {
                    return Err(Refusal::NoWords);
                }
                self.member(*talk_to).ok_or(Refusal::MemberGone)?;
                (words, Answered::Stays { talk_to: *talk_to })
            }
        };
        let by = hand.said;
        wish.answer = Some(WishAnswer { by, at, words, how });
        card.help = Some(Arc::new(help));
        self.put(Record::Card(Arc::new(card)));
        Ok(())
    }

    pub(super) fn add_decision(
        &mut self,
        card_id: Option<CardId>,
        new: &NewDecision,
        decision_id: DecisionId,
        hand: Hand,
        at: Millis,
    ) -> Result<(), Refusal> {
        if let Some(card_id) = card_id {
            self.card(card_id).ok_or(Refusal::CardGone)?;
        }
        let words = clean(&new.words, NOTE_MAX)?;
        if words.is_empty() {
            return Err(Refusal::NoWords);
        }
        self.put_new(Record::Decision(Arc::new(Decision {
            decision_id,
            card_id,
            words,
            decided_on: new.decided_on,
            reference: clean(&new.reference, NAME_MAX)?,
            complain: clean(&new.complain, NOTE_MAX)?,
            complain_by: new.complain_by,
            by: hand.said,
            at,
        })))
    }

    fn help_card(&self, card_id: CardId) -> Result<Card, Refusal> {
        let card = self.card(card_id).ok_or(Refusal::CardGone)?;
        if card.kind == Kind::Help {
            Ok(Card::clone(card))
        } else {
            Err(Refusal::NotHelp)
        }
    }
}
