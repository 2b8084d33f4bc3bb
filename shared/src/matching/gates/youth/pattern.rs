//! What a pattern of shifts makes of each day of two alternate weeks, as the youth rules look at it.

use crate::matching::shift::Shift;
use crate::matching::week::{DAY, Parity, Quarters};

/// A day of two alternate weeks, Monday of the even one first.
#[derive(Clone, Copy, Default)]
pub(super) struct Worked {
    /// Of the shifts that begin on it, breaks left out.
    pub hours: Quarters,
    /// The first quarter hour of the first, and the one after the last, counted from the first Monday.
    pub first: u16,
    pub last: u16,
    pub is_worked: bool,
    /// Worked, or a night of the day before runs into it.
    pub is_touched: bool,
}

impl Worked {
    pub fn has_break(&self, over: Quarters, least: Quarters) -> bool {
        let idle = (self.last - self.first).saturating_sub(self.hours.0);
        self.hours <= over || idle >= least.0
    }
}

/// Each shift on each of the fourteen days that it begins on.
fn positions(shifts: &[Shift]) -> impl Iterator<Item = (usize, &Shift)> {
    [(0, Parity::Even), (7, Parity::Odd)]
        .into_iter()
        .flat_map(move |(week, parity)| {
            let of_week = shifts.iter().filter(move |shift| shift.parity.meets(parity));
            of_week.map(move |shift| (week + shift.day as usize, shift))
        })
}

pub(super) fn two_weeks(shifts: &[Shift]) -> [Worked; 14] {
    let mut days = [Worked::default(); 14];
    for (index, shift) in positions(shifts) {
        let midnight = index as u16 * DAY;
        let (start, end) = (midnight + u16::from(shift.start.0), midnight + shift.end().0);
        let day = &mut days[index];
        day.hours += shift.hours();
        day.first = if day.is_worked { day.first.min(start) } else { start };
        day.last = day.last.max(end);
        (day.is_worked, day.is_touched) = (true, true);
        if end > midnight + DAY {
            days[(index + 1) % 14].is_touched = true;
        }
    }
    days
}

/// Each worked day with the longest time off in the day and night that begin with its first hour.
pub(super) fn times_off<'a>(shifts: &[Shift], two_weeks: &'a [Worked; 14]) -> impl Iterator<Item = (usize, Quarters)> + use<'a> {
    let ring = 14 * DAY;
    let mut blocks: Vec<(u16, u16)> = positions(shifts)
        .flat_map(|(index, shift)| {
            let start = index as u16 * DAY + u16::from(shift.start.0);
            let end = start + shift.length.0;
            [(start, end), (start + ring, end + ring)]
        })
        .collect();
    blocks.sort_unstable();
    let worked = two_weeks.iter().enumerate().filter(|(_, worked)| worked.is_worked);
    worked.map(move |(index, worked)| {
        let mut end = worked.first;
        let mut hours = Quarters(0);
        let tomorrow = worked.first + DAY;
        let today = blocks.iter().filter(|block| (worked.first..tomorrow).contains(&block.0));
        for &(next, last) in today.chain([&(tomorrow, tomorrow)]) {
            hours = hours.max(Quarters(next.saturating_sub(end)));
            end = end.max(last);
        }
        (index, hours)
    })
}

/// Which of fourteen days are off where so many have to be off together, a bit for each, and the most days between two of
/// them.
pub(super) fn days_off(touched: u16, off: u8) -> (u16, u8) {
    const ALL: u16 = (1 << 14) - 1;
    let later = |days: u16, by: u8| (days << by | days >> (14 - by)) & ALL;
    let free = !touched & ALL;
    // A day off by itself, or too few of them together, is none of those that are meant.
    let last = (1..off).fold(free, |last, by| last & later(free, by));
    let is_off = (1..off).fold(last, |all, by| all | later(last, 14 - by));
    let (mut between, mut most) = (0, 0);
    for day in 0..28 {
        between = if is_off >> (day % 14) & 1 == 1 { 0 } else { between + 1 };
        most = most.max(between);
    }
    (is_off, most.min(14))
}

/// The days of two weeks that are worked on or run into, a bit for each.
pub(super) fn touched(two_weeks: &[Worked; 14]) -> u16 {
    let days = two_weeks.iter().enumerate().filter(|(_, worked)| worked.is_touched);
    days.fold(0, |touched, (day, _)| touched | 1 << day)
}
