//! Several voices on one plan: how it goes, what has moved, what is strong, and what someone says of a card.

use super::hand::Hand;
use super::key::Key;
use super::records::{Plan, Record};
use super::refusal::Refusal;
use super::text::{NOTE_MAX, Text, clean, clean_words};
use crate::day::Day;
use crate::ids::{CardId, MemberId, Millis, RemarkId, StrengthId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most readings of one member that are kept; the oldest go first.
pub const READINGS: usize = 160;
/// The most strengths and remarks that one plan holds, of each.
pub const VOICES: usize = 200;

/// Five faces, from "it is very hard" to "we manage ourselves".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Face {
    VeryHard,
    Hard,
    SoSo,
    Well,
    Ourselves,
}

impl Face {
    pub const ALL: [Face; 5] = [Face::VeryHard, Face::Hard, Face::SoSo, Face::Well, Face::Ourselves];
}

/// The four core tasks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum CoreTask {
    /// Fritid & Fællesskab.
    Leisure,
    /// Læring.
    Learning,
    /// Beskæftigelse.
    Work,
    /// Social Omsorg.
    Everyday,
}

impl CoreTask {
    pub const ALL: [CoreTask; 4] = [CoreTask::Leisure, CoreTask::Learning, CoreTask::Work, CoreTask::Everyday];
}

/// A member's latest word at a follow-up: how it goes, and whether they need help.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pulse {
    pub member_id: MemberId,
    pub face: Face,
    pub words: String,
    pub needs_help: bool,
    /// Whether the promises made to the family were kept, as a family member sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promises: Option<Promises>,
    pub at: Millis,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Promises {
    Kept,
    Partly,
    NotKept,
}

impl Promises {
    pub const ALL: [Promises; 3] = [Promises::Kept, Promises::Partly, Promises::NotKept];
}

/// A member's own readings, oldest first. Never averaged, neither over people nor over time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Movement {
    pub member_id: MemberId,
    pub readings: Vec<Reading>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub task: CoreTask,
    pub face: Face,
    pub words: String,
    pub on: Day,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Strength {
    pub strength_id: StrengthId,
    pub is: StrengthKind,
    /// Whose it is; nobody's own where it is the whole family's.
    pub of: Option<MemberId>,
    pub words: Text,
    pub at: Millis,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum StrengthKind {
    /// What works.
    Works,
    /// What I can.
    Can,
    /// What I learned.
    Learned,
    /// What we give others.
    Gives,
}

impl StrengthKind {
    pub const ALL: [StrengthKind; 4] = [
        StrengthKind::Works,
        StrengthKind::Can,
        StrengthKind::Learned,
        StrengthKind::Gives,
    ];
}

/// What someone says of a card without changing it. Stands until it is settled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Remark {
    pub remark_id: RemarkId,
    pub card_id: CardId,
    pub says: Says,
    pub words: String,
    pub by: MemberId,
    pub at: Millis,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Says {
    NeedHelp,
    /// "This is wrong."
    Wrong,
    /// "We see this differently." A state, not a quarrel to be won.
    SeeItDifferently,
    /// Of a duty: it does not go together with the rest of the plan.
    DoesNotFit,
}

impl Says {
    pub const ALL: [Says; 4] = [Says::NeedHelp, Says::Wrong, Says::SeeItDifferently, Says::DoesNotFit];
}

impl Plan {
    pub(super) fn say_pulse(
        &mut self,
        face: Face,
        words: &str,
        promises: Option<Promises>,
        needs_help: bool,
        by: MemberId,
        at: Millis,
    ) -> Result<(), Refusal> {
        let words = clean(words, NOTE_MAX)?;
        self.put(Record::Pulse(Arc::new(Pulse {
            member_id: by,
            face,
            words,
            needs_help,
            promises,
            at,
        })));
        Ok(())
    }

    /// The next follow-up is 14 days after this one.
    pub(super) fn follow_up(&mut self, at: Millis) -> Result<(), Refusal> {
        let today = Day::in_denmark(at);
        self.set_head(|head| {
            head.followed_up = Some(today);
            head.next_follow_up = Some(today.plus(super::orphan::SILENT_DAYS as i32));
        })
    }

    pub(super) fn read_movement(
        &mut self,
        task: CoreTask,
        face: Face,
        words: &str,
        by: MemberId,
        at: Millis,
    ) -> Result<(), Refusal> {
        let (words, on) = (clean(words, NOTE_MAX)?, Day::in_denmark(at));
        let mut readings = self
            .movement(by)
            .map(|movement| movement.readings.clone())
            .unwrap_or_default();
        // The last word of a day is that day's.
        readings.retain(|reading| (reading.task, reading.on) != (task, on));
        readings.push(Reading { task, face, words, on });
        let surplus = readings.len().saturating_sub(READINGS);
        readings.drain(..surplus);
        self.put(Record::Movement(Arc::new(Movement { member_id: by, readings })));
        Ok(())
    }

    pub(super) fn add_strength(
        &mut self,
        is: StrengthKind,
        of: Option<MemberId>,
        words: &str,
        strength_id: StrengthId,
        hand: Hand,
        at: Millis,
    ) -> Result<(), Refusal> {
        if let Some(of) = of {
            self.member(of).ok_or(Refusal::MemberGone)?;
        }
        if self.strengths().count() >= VOICES {
            return Err(Refusal::PlanFull);
        }
        let words = Text::new(clean_words(words)?, hand);
        self.put_new(Record::Strength(Arc::new(Strength {
            strength_id,
            is,
            of,
            words,
            at,
        })))
    }

    pub(super) fn add_remark(
        &mut self,
        card_id: CardId,
        says: Says,
        words: &str,
        remark_id: RemarkId,
        by: MemberId,
        at: Millis,
    ) -> Result<(), Refusal> {
        self.card(card_id).ok_or(Refusal::CardGone)?;
        let words = clean(words, NOTE_MAX)?;
        let said = |remark: &&Arc<Remark>| (remark.card_id, remark.says, remark.by) == (card_id, says, by);
        if self
            .remarks_of(card_id)
            .filter(|remark| said(remark))
            .any(|remark| remark.words == words)
        {
            return Ok(());
        }
        if self.remarks_of(card_id).count() >= VOICES {
            return Err(Refusal::PlanFull);
        }
        self.put_new(Record::Remark(Arc::new(Remark {
            remark_id,
            card_id,
            says,
            words,
            by,
            at,
        })))
    }

    pub(super) fn remove_known(&mut self, key: Key) -> Result<(), Refusal> {
        if !self.holds(key) {
            return Err(Refusal::ThingGone);
        }
        self.remove(key);
        Ok(())
    }

    /// What has been said of a card, oldest first.
    pub fn remarks_of(&self, card_id: CardId) -> impl Iterator<Item = &Arc<Remark>> {
        self.remarks().filter(move |remark| remark.card_id == card_id)
    }
}
