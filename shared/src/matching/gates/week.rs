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
use crate::matching::place::Mode;
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
    let way = reach(pair.candidate, &pair.opening.workplace.site, early(placement).is_some());
    match lies(&work, free, way, pair.candidate.travel.longest) {
        Lies::Inside(way) => Verdict::Ok(spare(|way| work.is_subset(&free.eroded(way)), way)),
        Lies::Perhaps(by) => Verdict::Unknown(Question::HowLong(by)),
        Lies::Outside(way) => fail(Gate::Week, Missing::Clashes(clashes(&placement.shifts, free, way))),
    }
}

/// Where the hours at work lie, with the way there and back of so many quarter hours.
pub(crate) enum Lies {
    Inside(Quarters),
    /// It depends on a way that nobody has looked up.
    Perhaps(Mode),
    Outside(Quarters),
}

/// Whether these hours at work lie in the free ones.
pub(crate) fn lies(work: &Weeks, free: &Weeks, way: Way, longest: u16) -> Lies {
    let fits = |way| work.is_subset(&free.eroded(way));
    match way {
        // That it does not go then is the travel gate's to say.
        Way::Known { minutes, .. } | Way::NotThen { minutes, .. } => {
            let way = Quarters::up_from_minutes(minutes);
            if fits(way) { Lies::Inside(way) } else { Lies::Outside(way) }
        }
        // Whatever the answer, it lies between no way at all and the longest that they would take.
        Way::Asked(by) => {
            let longest = Quarters::up_from_minutes(longest);
            if fits(longest) {
                Lies::Inside(longest)
            } else if fits(Quarters(0)) {
                Lies::Perhaps(by)
            } else {
                Lies::Outside(Quarters(0))
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

#[cfg(test)]
mod tests {
    use super::{early, week};
    use crate::matching::gates::fail;
    use crate::matching::place::Mode;
    use crate::matching::testing::{candidate, offer, plain_candidate, plain_offer};
    use crate::matching::verdict::{Clash, Gate, Missing, Question, Verdict, Violation};
    use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
    use proptest::prelude::*;

    fn clash(shift: u8, day: Weekday, leave: u8, before: u16, after: u16) -> Clash {
        Clash {
            shift,
            day,
            leave: Quarter(leave),
            before: Quarters(before),
            after: Quarters(after),
        }
    }

    #[test]
    fn the_way_there_and_back_lies_in_the_free_hours() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        // Free from 6 to 18; at work from 8 to 13, with eleven minutes of way: seven quarter hours are left in the morning.
        assert_eq!(week(&offer.with(&candidate)), Verdict::Ok(7));
        // Day care opens at 7:45 and closes at 13:15 on Tuesdays: just enough.
        let (every, tuesday) = (Parity::Every, Weekday::Tuesday);
        candidate.free.remove(every, tuesday, Quarter(0), Quarters(31));
        candidate.free.remove(every, tuesday, Quarter(53), Quarters(43));
        assert_eq!(week(&offer.with(&candidate)), Verdict::Ok(0));
        // At 8:00 and at 13:00 it is not.
        candidate.free.remove(Parity::Odd, tuesday, Quarter(31), Quarters(1));
        candidate.free.remove(Parity::Even, tuesday, Quarter(51), Quarters(2));
        let clashes = vec![clash(1, tuesday, 31, 1, 2)];
        assert_eq!(week(&offer.with(&candidate)), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn a_shift_that_comes_in_a_later_week_must_fit_too() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        let mut later = offer.placement.shifts[0].clone();
        later.day = Weekday::Saturday;
        later.from_week = 5;
        offer.placement.shifts.push(later);
        let clashes = vec![clash(5, Weekday::Saturday, 31, 11, 11)];
        assert_eq!(week(&offer.with(&candidate)), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn the_night_of_an_odd_sunday_goes_into_an_even_monday() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        candidate.free = Weeks::ALWAYS;
        let night = &mut offer.placement.shifts[0];
        (night.day, night.start, night.length) = (Weekday::Sunday, Quarter(88), Quarters(32));
        night.parity = Parity::Odd;
        offer.placement.shifts.truncate(1);
        candidate.free.remove(Parity::Odd, Weekday::Monday, Quarter(0), Quarters(96));
        assert_eq!(week(&offer.with(&candidate)), Verdict::Ok(16));
        candidate.free.remove(Parity::Even, Weekday::Monday, Quarter(24), Quarters(1));
        let clashes = vec![clash(0, Weekday::Sunday, 87, 0, 1)];
        assert_eq!(week(&offer.with(&candidate)), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn with_a_way_that_nobody_knows_it_is_a_question_only_where_the_way_decides() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        candidate.travel.by = Mode::Bus.into();
        // Even half an hour each way would fit, with six quarter hours to spare in the morning.
        assert_eq!(week(&offer.with(&candidate)), Verdict::Ok(6));
        candidate
            .free
            .remove(Parity::Every, Weekday::Friday, Quarter(0), Quarters(31));
        assert_eq!(week(&offer.with(&candidate)), Verdict::Unknown(Question::HowLong(Mode::Bus)));
        candidate
            .free
            .remove(Parity::Every, Weekday::Friday, Quarter(0), Quarters(33));
        assert!(matches!(week(&offer.with(&candidate)), Verdict::Fail(_)));
    }

    #[test]
    fn no_shifts_are_a_question() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.shifts.clear();
        assert_eq!(week(&offer.with(&candidate)), Verdict::Unknown(Question::Shifts));
    }

    proptest! {
        #[test]
        fn to_be_free_when_it_clashes_is_enough_and_each_clash_is_real(candidate in candidate(), offer in offer()) {
            let pair = offer.with(&candidate);
            let Verdict::Fail(Violation { missing: Missing::Clashes(clashes), .. }) = week(&pair) else { return Ok(()) };
            prop_assert!(!clashes.is_empty());
            let mut freer = candidate.clone();
            for clash in &clashes {
                let shift = &offer.placement.shifts[usize::from(clash.shift)];
                prop_assert!(clash.before + clash.after > Quarters(0));
                prop_assert_eq!(shift.day, clash.day);
                let way = (u16::from(shift.start.0) + 96 * 20 - u16::from(clash.leave.0)) % 96;
                freer.free = freer.free | shift.with_way(Quarters(way));
            }
            prop_assert!(!matches!(week(&offer.with(&freer)), Verdict::Fail(_)));
            let mut without = offer.clone();
            without.placement.shifts.retain(|shift| {
                let at = offer.placement.shifts.iter().position(|one| one == shift);
                !clashes.iter().any(|clash| Some(usize::from(clash.shift)) == at)
            });
            // Without the early ones there may be a bus, and a way.
            if early(&without.placement).is_some() == early(&offer.placement).is_some() {
                prop_assert!(!matches!(week(&without.with(&candidate)), Verdict::Fail(_)));
            }
        }

        #[test]
        fn more_free_hours_never_turn_a_yes_into_a_no(
            candidate in candidate(), offer in offer(), day in 0..7u16, start in 0..96u8, length in 1..60u16,
        ) {
            let mut freer = candidate.clone();
            freer.free.insert(Parity::Every, Weekday::Monday.plus(day), Quarter(start), Quarters(length));
            match (week(&offer.with(&candidate)), week(&offer.with(&freer))) {
                (Verdict::Ok(before), Verdict::Ok(after)) => prop_assert!(before <= after),
                (Verdict::Ok(_), other) => prop_assert!(false, "{:?}", other),
                (Verdict::Unknown(_), other) => prop_assert!(!matches!(other, Verdict::Fail(_))),
                (Verdict::Fail(_), _) => {}
            }
        }
    }
}
