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

/// The days of a set of days.
pub(super) fn each_day(days: u16) -> impl Iterator<Item = (Parity, Weekday)> {
    let both = WEEKS.into_iter().flat_map(|week| Weekday::ALL.map(|day| (week, day)));
    both.enumerate()
        .filter(move |(at, _)| days >> at & 1 == 1)
        .map(|(_, day)| day)
}

/// What each shift to change could be on each of its days at the least: the day, or none where it is left out, and the
/// fewest quarter hours there.
pub(super) type Least = Vec<(Option<Weekday>, u16)>;

pub(super) fn least_of(choices: &[&Choice]) -> Least {
    let mut least: Least = Vec::new();
    for choice in choices {
        let (day, hours) = (choice.day(), choice.shift.as_ref().map_or(0, |shift| shift.hours().0));
        match least.iter_mut().find(|(known, _)| *known == day) {
            Some((_, fewest)) => *fewest = hours.min(*fewest),
            None => least.push((day, hours)),
        }
    }
    least
}
