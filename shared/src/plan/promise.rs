//! Agreements: who is asked to hold one, who has said yes, when it comes round again, and how it went.

use super::change::{Assign, TextEdit};
use super::hand::Hand;
use super::records::{Agreement, Card, Kept, Plan, Record, Role};
use super::refusal::Refusal;
use super::text::{NOTE_MAX, Text, clean, clean_words};
use crate::day::Day;
use crate::ids::{AgreementId, CardId, MemberId, Millis};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most times that one agreement remembers of how it went; the oldest go first.
pub const TICKS: usize = 60;
const MINUTES_A_DAY: u16 = 24 * 60;

/// An agreement that comes round again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeats {
    /// Which days of the week: bit 0 is Monday, bit 6 Sunday. At least one.
    pub weekdays: u8,
    /// Every how many weeks, 1 to 8, counted from the week of `from`.
    pub every_weeks: u8,
    /// The minute of the day, below 1,440.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u16>,
    pub from: Day,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// How it went on one of its days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    pub on: Day,
    pub kept: Kept,
}

/// An agreement as someone makes it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAgreement {
    pub card_id: CardId,
    pub words: String,
    /// Who is to hold it. It is asked of them, unless they themselves said so.
    pub holder: Option<MemberId>,
    pub due: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub so_that: String,
}

/// A change to an agreement. What is left out stays.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementEdit {
    pub agreement_id: AgreementId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<TextEdit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Assign<MemberId>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Assign<Day>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Assign<Repeats>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub so_that: Option<String>,
}

impl AgreementEdit {
    /// An edit that changes nothing yet.
    pub fn of(agreement_id: AgreementId) -> Self {
        AgreementEdit {
            agreement_id,
            words: None,
            holder: None,
            due: None,
            repeats: None,
            so_that: None,
        }
    }

    /// Whether it only asks someone to hold it.
    pub(super) fn only_passes_on(&self) -> bool {
        let asks = matches!(self.holder, Some(Assign::To(_)));
        asks && self.words.is_none() && self.due.is_none() && self.repeats.is_none() && self.so_that.is_none()
    }
}

impl Repeats {
    pub fn falls_on(&self, day: Day) -> bool {
        if day < self.from || self.until.is_some_and(|until| day > until) || self.weekdays & (1 << day.weekday()) == 0 {
            return false;
        }
        let monday = self.from.plus(-i32::from(self.from.weekday()));
        (day.days_since(monday) / 7) % i32::from(self.every_weeks.max(1)) == 0
    }

    /// The first day from `day` on that it falls on, within the longest round there is.
    pub fn next_from(&self, day: Day) -> Option<Day> {
        let first = day.max(self.from);
        (0..7 * 8 + 7).map(|days| first.plus(days)).find(|day| self.falls_on(*day))
    }

    fn check(&self) -> Result<(), Refusal> {
        let is_round = self.weekdays != 0
            && self.weekdays < 1 << 7
            && (1..=8).contains(&self.every_weeks)
            && self.at.is_none_or(|at| at < MINUTES_A_DAY)
            && self.until.is_none_or(|until| until >= self.from);
        if is_round { Ok(()) } else { Err(Refusal::WrongDay) }
    }
}

impl Plan {
    pub(super) fn add_agreement(
        &mut self,
        new: &NewAgreement,
        agreement_id: AgreementId,
        hand: Hand,
        at: Millis,
    ) -> Result<(), Refusal> {
        let card = self.card(new.card_id).ok_or(Refusal::CardGone)?.clone();
        if let Some(repeats) = &new.repeats {
            repeats.check()?;
        }
        let mut agreement = Agreement {
            agreement_id,
            card_id: new.card_id,
            words: Text::new(clean_words(&new.words)?, hand),
            holder: None,
            asked: None,
            due: new.due,
            repeats: new.repeats,
            so_that: clean(&new.so_that, NOTE_MAX)?,
            kept: Kept::NotYet,
            ticks: vec![],
            touched_at: at,
        };
        self.ask(&mut agreement, &card, new.holder, hand)?;
        self.put_new(Record::Agreement(Arc::new(agreement)))
    }

    pub(super) fn edit_agreement(&mut self, edit: &AgreementEdit, hand: Hand, at: Millis) -> Result<(), Refusal> {
        let old = self.agreement(edit.agreement_id).ok_or(Refusal::AgreementGone)?.clone();
        let mut new = Agreement::clone(&old);
        if let Some(words) = &edit.words {
            let to = clean_words(&words.to)?;
            let from = words.from.clone();
            new.words.edit(&TextEdit { from, to }, hand);
        }
        if let Some(holder) = &edit.holder {
            let card = self.card(old.card_id).ok_or(Refusal::CardGone)?.clone();
            self.ask(&mut new, &card, holder.clone().into_option(), hand)?;
        }
        if let Some(due) = &edit.due {
            new.due = due.clone().into_option();
        }
        if let Some(repeats) = &edit.repeats {
            new.repeats = repeats.clone().into_option();
            if let Some(repeats) = &new.repeats {
                repeats.check()?;
            }
        }
        if let Some(so_that) = &edit.so_that {
            new.so_that = clean(so_that, NOTE_MAX)?;
        }
        if new != *old {
            new.touched_at = at;
            self.put(Record::Agreement(Arc::new(new)));
        }
        Ok(())
    }

    /// Asks someone to hold it. Whoever holds it now keeps it until that one says yes; a child and an interpreter,
    /// who have no page to say it on, hold it at once.
    fn ask(&self, agreement: &mut Agreement, card: &Card, who: Option<MemberId>, hand: Hand) -> Result<(), Refusal> {
        self.check_part_in(card, who)?;
        agreement.asked = None;
        let Some(id) = who else {
            agreement.holder = None;
            return Ok(());
        };
        let has_a_page = self
            .member(id)
            .is_some_and(|member| !matches!(member.role, Role::Child | Role::Interpreter));
        if hand.is_word_of(id) || !has_a_page {
            agreement.holder = Some(id);
        } else if agreement.holder != Some(id) {
            agreement.asked = Some(id);
        }
        Ok(())
    }

    pub(super) fn answer_ask(&mut self, id: AgreementId, yes: bool, at: Millis) -> Result<(), Refusal> {
        let old = self.agreement(id).ok_or(Refusal::AgreementGone)?.clone();
        let asked = old.asked.ok_or(Refusal::NothingToAnswer)?;
        self.put(Record::Agreement(Arc::new(Agreement {
            holder: if yes { Some(asked) } else { old.holder },
            asked: None,
            touched_at: at,
            ..Agreement::clone(&old)
        })));
        Ok(())
    }

    pub(super) fn keep_agreement(&mut self, id: AgreementId, kept: Kept, on: Option<Day>, at: Millis) -> Result<(), Refusal> {
        let old = self.agreement(id).ok_or(Refusal::AgreementGone)?.clone();
        let mut new = Agreement::clone(&old);
        match (on, old.repeats) {
            (Some(on), Some(repeats)) if repeats.falls_on(on) => {
                new.ticks.retain(|tick| tick.on != on);
                let at = new.ticks.partition_point(|tick| tick.on < on);
                new.ticks.insert(at, Tick { on, kept });
                let surplus = new.ticks.len().saturating_sub(TICKS);
                new.ticks.drain(..surplus);
            }
            (Some(_), _) => return Err(Refusal::WrongDay),
            (None, _) => new.kept = kept,
        }
        if new != *old {
            new.touched_at = at;
            self.put(Record::Agreement(Arc::new(new)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Repeats;
    use proptest::prelude::*;

    #[test]
    fn every_other_tuesday_falls_on_every_other_tuesday() {
        let day = |text: &str| text.parse().unwrap();
        let repeats = Repeats {
            weekdays: 0b10,
            every_weeks: 2,
            at: None,
            from: day("2026-11-25"),
            until: None,
        };
        assert_eq!(repeats.next_from(day("2026-11-01")), Some(day("2026-12-08")));
        assert_eq!(repeats.next_from(day("2026-12-09")), Some(day("2026-12-22")));
    }

    proptest! {
        #[test]
        fn the_next_day_is_one_it_falls_on_and_none_lies_between(weekdays in 1u8..128, every_weeks in 1u8..=8, start in 0i32..400, ahead in 0i32..400) {
            let from = "2026-01-01".parse::<crate::day::Day>().unwrap().plus(start);
            let repeats = Repeats { weekdays, every_weeks, at: None, from, until: None };
            let day = from.plus(ahead);
            let next = repeats.next_from(day).expect("it goes on for ever");
            prop_assert!(repeats.falls_on(next));
            prop_assert!((0..next.days_since(day)).all(|days| !repeats.falls_on(day.plus(days))));
        }
    }
}
