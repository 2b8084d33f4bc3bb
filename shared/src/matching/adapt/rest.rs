//! The pair as steps that change no shift have left it, asked what its gates say of one set of shifts after another.

use super::steps::{Changed, has_work};
use crate::day::Day;
use crate::matching::calendar::comes;
use crate::matching::gates::youth::{self, Bounds};
use crate::matching::gates::{Context, Pair, check};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::verdict::{Gate, Verdict};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday};

/// The first day and the last.
pub(super) type Dates = (Day, Day);

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
    has_shifts: bool,
    dates: Option<Dates>,
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
            has_shifts: !placement.shifts.is_empty(),
            dates: placement
                .end
                .filter(|end| end.days_since(begins) < 7 * placement.weeks_to_settle())
                .map(|end| (placement.start, end)),
            changed,
        }
    }

    /// The first day and the last, where these are so near to each other that not every shift comes in all its weeks.
    pub fn dates(&self) -> Option<Dates> {
        self.dates
    }

    /// In which weeks a shift comes, as `Placement::as_it_comes` says; `None`: in none.
    pub fn parity(&self, shift: &Shift) -> Option<Parity> {
        match self.dates {
            Some((start, end)) => comes(shift, start, start.max(self.context.today), Some(end)),
            None => Some(shift.parity),
        }
    }

    fn verdict(&self, gate: Gate) -> Verdict {
        check(gate, &self.changed.pair(self.was), self.context)
    }

    /// False where youth rules refuse any shifts at all: they look at more than shifts.
    pub fn could_be_young(&mut self) -> bool {
        self.changed.placement.shifts.clear();
        if self.has_shifts {
            // A quarter hour after noon breaks no rule of hours.
            self.changed
                .placement
                .shifts
                .push(quarters(Parity::Every, Weekday::Monday, Quarter(52), 1));
        }
        !matches!(self.verdict(Gate::Youth), Verdict::Fail(_))
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
