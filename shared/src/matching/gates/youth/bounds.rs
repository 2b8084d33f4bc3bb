//! The youth rules of one shift by itself and of two together, in figures.

use crate::matching::shift::Shift;
use crate::matching::week::{DAY, WEEK};

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
        let hours = one.hours().0 + other.hours().0;
        let are_together = one.parity.meets(other.parity);
        let is_too_much = hours > self.week || one.day == other.day && hours > self.days[one.day as usize];
        !(are_together && is_too_much) && self.let_rest(one, other) && self.let_rest(other, one)
    }

    /// Whether there is time off enough between a shift and one that begins within a day of it.
    fn let_rest(&self, one: &Shift, next: &Shift) -> bool {
        if !self.is_soon(one) {
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

    /// Whether it lacks a break that only another shift of the same day could make.
    pub fn lacks_break(&self, shift: &Shift) -> bool {
        shift.hours().0 > self.break_over && shift.pause.0 < self.break_least
    }
}
