//! The youth rules of one shift by itself, of two together and of all of them, in figures.

use super::pattern::{Worked, days_off, times_off, touched, two_weeks};
use crate::matching::shift::Shift;
use crate::matching::week::{DAY, Parity, Quarters, WEEK};

/// In quarter hours. What no rule in force says is as wide as can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Bounds {
    /// No work before this one of a day, since midnight, nor after this one, Monday first.
    pub from: u16,
    pub to: [u16; 7],
    /// The most of a day and of a week.
    pub days: [u16; 7],
    pub week: u16,
    /// Time off in the day and night that begin with the first hour of work.
    pub rest: u16,
    /// With more than these a day holds a break of at least so much.
    pub break_over: u16,
    pub break_least: u16,
    /// Days off together in each seven.
    pub off: Option<u8>,
}

/// What is known of shifts that are still to come to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct ToCome {
    /// The days of two weeks on which they may lie, a bit for each. There they may make a break, or a rest of what was none.
    pub days: u16,
    /// At least so many quarter hours in an even and in an odd week.
    pub hours: [u16; 2],
}

impl ToCome {
    /// At least so many more in each week of a parity.
    pub fn add(&mut self, parity: Parity, hours: u16) {
        let weeks = [Parity::Even, Parity::Odd].into_iter().zip(&mut self.hours);
        weeks
            .filter(|(week, _)| parity.meets(*week))
            .for_each(|(_, all)| *all += hours);
    }
}

impl Bounds {
    /// False where the gate refuses every set of shifts that this one is in.
    pub fn let_one(&self, shift: &Shift) -> bool {
        let hours = shift.hours().0;
        u16::from(shift.start.0) >= self.from
            && shift.end().0 <= self.to[shift.day as usize]
            && hours <= self.days[shift.day as usize]
            && hours <= self.week
            && (DAY.saturating_sub(shift.length.0) >= self.rest || !self.is_soon(shift))
    }

    /// False where the gate refuses every set of shifts that both are in.
    pub fn let_both(&self, one: &Shift, other: &Shift) -> bool {
        self.let_both_alone(one, other, [false; 2])
    }

    /// The same where the one, or the other, is known to be by itself on its day, in each week.
    pub fn let_both_alone(&self, one: &Shift, other: &Shift, are_alone: [bool; 2]) -> bool {
        let hours = one.hours().0 + other.hours().0;
        let are_together = one.parity.meets(other.parity);
        let is_too_much = hours > self.week || one.day == other.day && hours > self.days[one.day as usize];
        !(are_together && is_too_much) && self.let_rest(one, other, are_alone[0]) && self.let_rest(other, one, are_alone[1])
    }

    /// Whether there is time off enough between a shift and one that begins within a day of it.
    fn let_rest(&self, one: &Shift, next: &Shift, is_alone: bool) -> bool {
        let start = |shift: &Shift| shift.day.first_quarter() + u16::from(shift.start.0);
        let is_within_a_day = (start(next) + WEEK - start(one)) % WEEK < DAY;
        if !is_within_a_day || !is_alone && !self.is_soon(one) {
            return true;
        }
        let around = 2 * WEEK;
        one.starts().all(|from| {
            next.starts().all(|then| {
                let after = (then + around - from) % around;
                let before = after.saturating_sub(one.length.0);
                let behind = DAY.saturating_sub(after + next.length.0);
                after >= DAY || before.max(behind) >= self.rest
            })
        })
    }

    /// Too soon in the day for a shift before it with all the time off in between. Only that could make a rest of what is
    /// none: whatever else is added leaves less time off.
    fn is_soon(&self, shift: &Shift) -> bool {
        u16::from(shift.start.0) <= self.from + self.rest
    }

    /// False where the gate refuses every set of shifts that is made of these and of what is to come, as far as their hours,
    /// days, breaks and rest are known. Where nothing is to come it says what the gate says of them.
    pub fn let_all(&self, shifts: &[Shift], to_come: &ToCome) -> bool {
        let two_weeks = two_weeks(shifts);
        let is_within = |day: usize, worked: &Worked| worked.hours.0 <= self.days[day % 7];
        let week = |days: &[Worked], more: u16| days.iter().map(|worked| worked.hours.0).sum::<u16>() + more <= self.week;
        let is_in_window = |shift: &Shift| u16::from(shift.start.0) >= self.from && shift.end().0 <= self.to[shift.day as usize];
        let is_settled = |day: usize| to_come.days >> day & 1 == 0;
        let (over, least) = (Quarters(self.break_over), Quarters(self.break_least));
        let rests = || times_off(shifts, &two_weeks).all(|(day, hours)| !is_settled(day) || hours.0 >= self.rest);
        let mut days = two_weeks.iter().enumerate();
        days.all(|(day, worked)| is_within(day, worked) && (!is_settled(day) || worked.has_break(over, least)))
            && week(&two_weeks[..7], to_come.hours[0])
            && week(&two_weeks[7..], to_come.hours[1])
            && shifts.iter().all(is_in_window)
            && self.let_days(touched(&two_weeks))
            && (to_come.days == u16::MAX || rests())
    }

    /// Whether there are days off enough where these of two weeks are worked on, a bit for each.
    pub fn let_days(&self, touched: u16) -> bool {
        self.off.is_none_or(|off| days_off(touched, off).1 <= 7 - off)
    }
}
