//! Whether every shift, with the way there and back, lies in the hours that the person is free.
//!
//! Every shift is weighed, also those that begin in a later week of the placement: since shifts are added and
//! never taken away, hours that fit when all have begun fit in every week before. Nothing is known of why
//! somebody is not free, and nothing is told but which quarter hours would be needed.
//!
//! Slack: quarter hours by which the way could be longer at both ends, 16 at the most. Source: the placement's
//! shifts, the week that the person has painted, and the way of the travel gate.

use super::travel::{Way, early, reach};
use super::{Pair, fail};
use crate::matching::shift::{Shift, pattern};
use crate::matching::verdict::{Clash, Gate, Missing, Question, Verdict};
use crate::matching::week::{DAY, Parity, Quarter, Quarters, WEEK, Weeks};

/// More than four hours to spare is simply plenty.
const PLENTY: u16 = 16;

pub(super) fn week(pair: &Pair<'_>) -> Verdict {
    let placement = pair.opening.placement;
    if placement.shifts.is_empty() {
        return Verdict::Unknown(Question::Shifts);
    }
    let free = &pair.candidate.free;
    let work = pattern(&placement.shifts, u8::MAX);
    let fits = |way| work.is_subset(&free.eroded(way));
    let no = |way| fail(Gate::Week, Missing::Clashes(clashes(&placement.shifts, free, way)));
    match reach(pair.candidate, &pair.opening.workplace.site, early(placement).is_some()) {
        Way::Known { minutes, .. } => {
            let way = Quarters::up_from_minutes(minutes);
            if fits(way) { Verdict::Ok(spare(fits, way)) } else { no(way) }
        }
        // Whatever the answer, it lies between no way at all and the longest that they would take.
        Way::Asked(by) => {
            let longest = Quarters::up_from_minutes(pair.candidate.travel.longest);
            if fits(longest) {
                Verdict::Ok(spare(fits, longest))
            } else if fits(Quarters(0)) {
                Verdict::Unknown(Question::HowLong(by))
            } else {
                no(Quarters(0))
            }
        }
    }
}

/// The most quarter hours that could be added to the way, given that it fits as it is.
fn spare(fits: impl Fn(Quarters) -> bool, way: Quarters) -> u32 {
    let (mut can, mut cannot) = (0, PLENTY + 1);
    while cannot - can > 1 {
        let half = (can + cannot) / 2;
        if fits(way + Quarters(half)) {
            can = half;
        } else {
            cannot = half;
        }
    }
    u32::from(can)
}

/// Each shift that does not lie in the free hours, with the quarter hours that are missing.
fn clashes(shifts: &[Shift], free: &Weeks, way: Quarters) -> Vec<Clash> {
    let each = shifts.iter().enumerate().filter_map(|(at, shift)| {
        if shift.with_way(way).is_subset(free) {
            return None;
        }
        let from = i32::from(shift.day.first_quarter()) + i32::from(shift.start.0) - i32::from(way.0);
        let all = way.0 * 2 + shift.length.0;
        let (mut before, mut after) = (0, 0);
        for step in 0..all {
            if !is_free(free, shift.parity, from + i32::from(step)) {
                *(if step < all / 2 { &mut before } else { &mut after }) += 1;
            }
        }
        Some(Clash {
            shift: u8::try_from(at).unwrap_or(u8::MAX),
            day: shift.day,
            leave: Quarter(from.rem_euclid(i32::from(DAY)) as u8),
            before: Quarters(before),
            after: Quarters(after),
        })
    });
    each.collect()
}

/// Whether a quarter hour, counted from the Monday of a week of this parity, is free whenever it comes.
fn is_free(free: &Weeks, parity: Parity, quarter: i32) -> bool {
    let week = i32::from(WEEK);
    let at = quarter.rem_euclid(week) as u16;
    let goes_over = quarter.div_euclid(week) % 2 != 0;
    let (this, other) = (free.even.contains(at), free.odd.contains(at));
    match (parity, goes_over) {
        (Parity::Every, _) => this && other,
        (Parity::Even, false) | (Parity::Odd, true) => this,
        (Parity::Odd, false) | (Parity::Even, true) => other,
    }
}
