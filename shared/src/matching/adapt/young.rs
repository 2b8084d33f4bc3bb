//! On which days the shifts of somebody young may lie, whatever the time of the day: hours of a day and of a week, and days
//! off. It sorts out most sets of shifts before any of them is asked about.

use super::lay::Choice;
use crate::matching::gates::youth::Bounds;
use crate::matching::shift::Shift;
use crate::matching::week::{Parity, Weekday};

/// What is worked on each day of an even and of an odd week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Worked {
    /// Quarter hours.
    hours: [[u16; 7]; 2],
    shifts: [[u8; 7]; 2],
}

const WEEKS: [Parity; 2] = [Parity::Even, Parity::Odd];

impl Worked {
    pub fn of<'a>(shifts: impl IntoIterator<Item = &'a Shift>) -> Worked {
        let add = |worked: Worked, shift: &Shift| worked.and(shift.parity, shift.day, shift.hours().0);
        shifts.into_iter().fold(Worked::default(), add)
    }

    /// With one more shift of so many quarter hours.
    pub fn and(mut self, parity: Parity, day: Weekday, hours: u16) -> Worked {
        for (week, _) in WEEKS.iter().enumerate().filter(|(_, week)| parity.meets(**week)) {
            self.hours[week][day as usize] += hours;
            self.shifts[week][day as usize] += 1;
        }
        self
    }

    /// Whether no day and no week holds too much, should so much more come to each of the weeks.
    pub fn is_within(&self, bounds: &Bounds, more: [u16; 2]) -> bool {
        let days = |week: &[u16; 7]| week.iter().zip(&bounds.days).all(|(hours, most)| hours <= most);
        let weeks = self.hours.iter().zip(more);
        self.hours.iter().all(days)
            && weeks
                .into_iter()
                .all(|(week, more)| week.iter().sum::<u16>() + more <= bounds.week)
    }

    /// The days that are worked on, a bit for each.
    pub fn days(&self) -> u16 {
        let each = self.shifts.iter().flatten().enumerate();
        each.fold(0, |days, (day, shifts)| days | u16::from(*shifts > 0) << day)
    }
}

/// The days of two weeks on which a shift of a day lies, a bit for each.
pub(super) fn days_of(parity: Parity, day: Option<Weekday>) -> u16 {
    let weeks = WEEKS.iter().enumerate().filter(|(_, week)| parity.meets(**week));
    day.map_or(0, |day| {
        weeks.fold(0, |days, (week, _)| days | 1 << (7 * week + day as usize))
    })
}

/// Whether shifts of these days can be in each other's way, or in that of each other's rest: days beside each other. None
/// lasts longer than a day and a night, and rest is asked of as long a time from the first hour of a day.
pub(super) fn are_near(one: Option<Weekday>, other: Option<Weekday>) -> bool {
    one.zip(other).is_some_and(|(one, other)| {
        let apart = (one as usize).abs_diff(other as usize);
        apart <= 1 || apart == 6
    })
}

/// What a shift could become on one of its days.
#[derive(Debug)]
pub(super) struct OnDay {
    /// None where it is left out, or where days do not count.
    pub day: Option<Weekday>,
    /// The fewest quarter hours there.
    pub fewest: u16,
    /// What the cheapest costs.
    pub least: u32,
    /// By their places among the choices, the cheapest first.
    pub choices: Vec<usize>,
}

/// The choices of one shift, the cheapest first, each with those of the same day where days count.
pub(super) fn by_day(choices: &[Choice], do_days_count: bool) -> Vec<OnDay> {
    let mut all: Vec<OnDay> = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        let day = choice.day().filter(|_| do_days_count);
        let hours = choice.hours_of_day();
        match all.iter_mut().find(|on_day| on_day.day == day) {
            Some(on_day) => {
                on_day.fewest = on_day.fewest.min(hours);
                on_day.choices.push(at);
            }
            None => all.push(OnDay {
                day,
                fewest: hours,
                least: choice.cost,
                choices: vec![at],
            }),
        }
    }
    all
}
