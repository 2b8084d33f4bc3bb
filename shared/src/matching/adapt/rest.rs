//! The pair as steps that change no shift have left it, asked what its gates say of one set of shifts after another.

use super::steps::{Changed, has_work};
use super::young::each_day;
use crate::day::Day;
use crate::matching::gates::youth::{self, Bounds};
use crate::matching::gates::{Context, Pair, check};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::verdict::{Gate, Missing, Verdict, YouthRule};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday};
use std::collections::HashMap;

/// The pair as the other steps have left it, with one set of shifts after another tried in it.
#[derive(Debug)]
pub(super) struct Rest<'a> {
    was: &'a Pair<'a>,
    context: &'a Context<'a>,
    pub changed: Changed,
    /// The most hours in two weeks that hours and ratio let pass; once it is known.
    most_hours: Option<Option<u32>>,
    /// Of somebody young, who has a youth job.
    pub bounds: Option<Bounds>,
    /// Whether there was any work before the steps.
    pub had_work: bool,
    /// Whether there are days off enough with work on these days, as far as it was asked.
    days_off: HashMap<u16, bool>,
}

impl<'a> Rest<'a> {
    pub fn of(changed: Changed, was: &'a Pair<'a>, context: &'a Context<'a>) -> Self {
        let placement = &changed.placement;
        let begins = placement.begins(context.today);
        Self {
            was,
            context,
            most_hours: None,
            bounds: youth::bounds(was.candidate.age, placement, begins, context.rules),
            had_work: has_work(was, context.today),
            days_off: HashMap::new(),
            changed,
        }
    }

    /// The first day and the last.
    pub fn dates(&self) -> (Day, Option<Day>) {
        (self.changed.placement.start, self.changed.placement.end)
    }

    /// `Placement::as_it_comes`.
    pub fn as_it_comes(&self, shift: &Shift) -> Option<Shift> {
        self.changed.placement.as_it_comes(shift, self.context.today)
    }

    fn verdict(&self, gate: Gate) -> Verdict {
        check(gate, &self.changed.pair(self.was), self.context)
    }

    /// The youth rule that these shifts break.
    fn broken(&mut self, shifts: &[Shift]) -> Option<Missing> {
        self.changed.placement.shifts.clear();
        self.changed.placement.shifts.extend_from_slice(shifts);
        match self.verdict(Gate::Youth) {
            Verdict::Fail(violation) => Some(violation.missing),
            _ => None,
        }
    }

    /// Whether the youth rules hold for these shifts.
    pub fn young_may(&mut self, shifts: &[Shift]) -> bool {
        self.broken(shifts).is_none()
    }

    /// Whether these shifts, or more beside them, may hold. Another shift of a day can make a break or a rest of what was
    /// none, and never anything else better.
    pub fn young_may_with_more(&mut self, shifts: &[Shift]) -> bool {
        let missing = self.broken(shifts);
        missing.is_none_or(|missing| matches!(missing, Missing::Youth(YouthRule::Break { .. } | YouthRule::Rest { .. })))
    }

    /// Whether there are days off enough with work on these days.
    pub fn has_days_off(&mut self, days: u16) -> bool {
        if let Some(known) = self.days_off.get(&days) {
            return *known;
        }
        // A quarter hour after noon breaks no rule of hours.
        let short = each_day(days).map(|(parity, day)| quarters(parity, day, Quarter(52), 1));
        let missing = self.broken(&short.collect::<Vec<_>>());
        let has_days_off = !matches!(missing, Some(Missing::Youth(YouthRule::DaysOff { .. })));
        self.days_off.insert(days, has_days_off);
        has_days_off
    }

    /// The most hours in two weeks, up to `now`, for which hours and ratio hold; `None`: not even for none.
    pub fn most_hours(&mut self, now: u32) -> Option<u32> {
        if let Some(most) = self.most_hours {
            return most;
        }
        let most = if self.hours_hold(now) {
            Some(now)
        } else if self.hours_hold(0) {
            let (mut hold, mut fail) = (0, now);
            while fail - hold > 1 {
                let half = hold.midpoint(fail);
                *(if self.hours_hold(half) { &mut hold } else { &mut fail }) = half;
            }
            Some(hold)
        } else {
            None
        };
        self.most_hours = Some(most);
        most
    }

    fn hours_hold(&mut self, hours: u32) -> bool {
        self.changed.placement.shifts.clear();
        let length = u16::try_from(hours).unwrap_or(u16::MAX);
        let all = quarters(Parity::Even, Weekday::Monday, Quarter(0), length);
        self.changed.placement.shifts.push(all);
        [Gate::Hours, Gate::Ratio]
            .into_iter()
            .all(|gate| !matches!(self.verdict(gate), Verdict::Fail(_)))
    }
}

/// A plain shift.
fn quarters(parity: Parity, day: Weekday, start: Quarter, length: u16) -> Shift {
    Shift {
        day,
        start,
        length: Quarters(length),
        pause: Quarters(0),
        parity,
        from_week: 0,
        leeway: Leeway::default(),
    }
}
