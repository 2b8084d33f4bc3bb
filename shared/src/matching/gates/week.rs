//! Whether every shift, with the way there and back, lies in the hours that the person is free.
//!
//! Every shift that comes at all until the last day is weighed, in the weeks in which it does, also where it begins in a
//! later week of the placement: since shifts are added and never taken away, hours that fit when all have begun fit in
//! every week before. Nothing is known of why somebody is not free, and nothing is told but which quarter hours would be
//! needed.
//!
//! Slack: quarter hours by which the way could be longer at both ends, 16 at the most. Source: the placement's
//! shifts, the week that the person has painted, and the way of the travel gate.

use super::travel::{Way, early, reach};
use super::{Context, Pair, fail};
use crate::day::Day;
use crate::matching::place::Mode;
use crate::matching::placement::Placement;
use crate::matching::verdict::{Clash, Gate, Missing, Question, Verdict};
use crate::matching::week::{DAY, Parity, Quarter, Quarters, WEEK, Weeks};

/// More than four hours to spare is simply plenty.
const PLENTY: u16 = 16;

pub(super) fn week(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let (placement, today) = (pair.opening.placement, context.today);
    let free = &pair.candidate.free;
    let Some(work) = work(placement, today) else {
        return Verdict::Unknown(Question::Shifts);
    };
    let way = reach(pair.candidate, &pair.opening.workplace.site, early(placement).is_some());
    match lies(&work, free, way, pair.candidate.travel.longest) {
        Lies::Inside(way) => Verdict::Ok(spare(|way| work.is_subset(&free.eroded(way)), way)),
        Lies::Perhaps(by) => Verdict::Unknown(Question::HowLong(by)),
        Lies::Outside(way) => fail(Gate::Week, Missing::Clashes(clashes(placement, today, free, way))),
    }
}

/// The hours at work when all shifts have begun, for somebody who begins as soon as they could; `None` where no shift
/// comes until the last day, or the company has named none.
pub(crate) fn work(placement: &Placement, today: Day) -> Option<Weeks> {
    let shifts = placement.shifts.iter();
    let come = shifts.filter_map(|shift| placement.as_it_comes(shift, today));
    come.map(|shift| shift.weeks()).reduce(|all, more| all | more)
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
fn clashes(placement: &Placement, today: Day, free: &Weeks, way: Quarters) -> Vec<Clash> {
    let each = placement.shifts.iter().enumerate().filter_map(|(at, shift)| {
        let shift = placement.as_it_comes(shift, today)?;
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
    use super::{early, reach, week};
    use crate::day::Day;
    use crate::matching::calendar::{monday, parity, turns};
    use crate::matching::candidate::Candidate;
    use crate::matching::gates::travel::Way;
    use crate::matching::gates::{Context, fail};
    use crate::matching::place::Mode;
    use crate::matching::rules::Rules;
    use crate::matching::testing::{Offer, candidate, offer, plain_candidate, plain_offer, today};
    use crate::matching::verdict::{Clash, Gate, Missing, Question, Verdict, Violation};
    use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
    use proptest::prelude::*;

    fn asked(offer: &Offer, candidate: &Candidate) -> Verdict {
        let (rules, today) = (Rules::default(), today());
        week(&offer.with(candidate), &Context { rules: &rules, today })
    }

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
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(7));
        // Day care opens at 7:45 and closes at 13:15 on Tuesdays: just enough.
        let (every, tuesday) = (Parity::Every, Weekday::Tuesday);
        candidate.free.remove(every, tuesday, Quarter(0), Quarters(31));
        candidate.free.remove(every, tuesday, Quarter(53), Quarters(43));
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(0));
        // At 8:00 and at 13:00 it is not.
        candidate.free.remove(Parity::Odd, tuesday, Quarter(31), Quarters(1));
        candidate.free.remove(Parity::Even, tuesday, Quarter(51), Quarters(2));
        let clashes = vec![clash(1, tuesday, 31, 1, 2)];
        assert_eq!(asked(&offer, &candidate), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn a_shift_that_comes_in_a_later_week_must_fit_too() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        let mut later = offer.placement.shifts[0].clone();
        later.day = Weekday::Saturday;
        later.from_week = 5;
        offer.placement.shifts.push(later);
        let clashes = vec![clash(5, Weekday::Saturday, 31, 11, 11)];
        assert_eq!(asked(&offer, &candidate), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn a_job_for_one_day_asks_of_that_day_alone() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        // Tuesday 24 November 2026 lies in week 48.
        let tuesday: Day = "2026-11-24".parse().unwrap();
        (offer.placement.start, offer.placement.end) = (tuesday, Some(tuesday));
        candidate.free = Weeks::EMPTY;
        candidate
            .free
            .insert(Parity::Even, Weekday::Tuesday, Quarter(28), Quarters(40));
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(3));
        // A week later it is week 49.
        (offer.placement.start, offer.placement.end) = (tuesday.plus(7), Some(tuesday.plus(7)));
        let clashes = vec![clash(1, Weekday::Tuesday, 31, 11, 11)];
        assert_eq!(asked(&offer, &candidate), fail(Gate::Week, Missing::Clashes(clashes)));
        // On a Saturday none of the shifts comes.
        (offer.placement.start, offer.placement.end) = (tuesday.plus(4), Some(tuesday.plus(4)));
        assert_eq!(asked(&offer, &candidate), Verdict::Unknown(Question::Shifts));
    }

    #[test]
    fn a_shift_that_would_begin_after_the_last_day_is_not_asked_of() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        let mut later = offer.placement.shifts[0].clone();
        (later.day, later.from_week) = (Weekday::Saturday, 4);
        offer.placement.shifts.push(later);
        let saturday = monday(offer.placement.start).plus(4 * 7 + 5);
        offer.placement.end = Some(saturday.plus(-1));
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(7));
        offer.placement.end = Some(saturday);
        assert!(matches!(asked(&offer, &candidate), Verdict::Fail(_)));
    }

    /// Whether each turn that really comes, with the way there and back, lies in the free hours of its days. After the
    /// Sunday of an odd week comes an even Monday, also after a week 53.
    fn is_free_on_each_day(offer: &Offer, candidate: &Candidate, way: u16) -> Option<bool> {
        let placement = &offer.placement;
        let until = placement.end.unwrap_or(placement.start.plus(70));
        let turns = turns(&placement.shifts, placement.start, placement.begins(today()), until);
        let free = turns.map(|turn| {
            let shift = &placement.shifts[usize::from(turn.shift)];
            let from = i32::from(shift.day.first_quarter()) + i32::from(shift.start.0) - i32::from(way);
            (0..i32::from(way * 2 + shift.length.0)).all(|step| {
                let at = from + step;
                let is_own_week = (0..672).contains(&at);
                let is_even = (parity(turn.day) == Parity::Even) == is_own_week;
                let week = if is_even { candidate.free.even } else { candidate.free.odd };
                week.contains(at.rem_euclid(672) as u16)
            })
        });
        let free: Vec<bool> = free.collect();
        (!free.is_empty()).then(|| free.iter().all(|free| *free))
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
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(16));
        candidate.free.remove(Parity::Even, Weekday::Monday, Quarter(24), Quarters(1));
        let clashes = vec![clash(0, Weekday::Sunday, 87, 0, 1)];
        assert_eq!(asked(&offer, &candidate), fail(Gate::Week, Missing::Clashes(clashes)));
    }

    #[test]
    fn with_a_way_that_nobody_knows_it_is_a_question_only_where_the_way_decides() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        candidate.travel.by = Mode::Bus.into();
        // Even half an hour each way would fit, with six quarter hours to spare in the morning.
        assert_eq!(asked(&offer, &candidate), Verdict::Ok(6));
        candidate
            .free
            .remove(Parity::Every, Weekday::Friday, Quarter(0), Quarters(31));
        assert_eq!(asked(&offer, &candidate), Verdict::Unknown(Question::HowLong(Mode::Bus)));
        candidate
            .free
            .remove(Parity::Every, Weekday::Friday, Quarter(0), Quarters(33));
        assert!(matches!(asked(&offer, &candidate), Verdict::Fail(_)));
    }

    #[test]
    fn no_shifts_are_a_question() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.shifts.clear();
        assert_eq!(asked(&offer, &candidate), Verdict::Unknown(Question::Shifts));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_week_fits_where_every_turn_that_really_comes_does(candidate in candidate(), offer in offer(), days in 0..40i32) {
            let mut offer = offer;
            offer.placement.end = offer.placement.end.map(|_| offer.placement.begins(today()).plus(days));
            let is_early = early(&offer.placement).is_some();
            let Way::Known { minutes, .. } = reach(&candidate, &offer.workplace.site, is_early) else { return Ok(()) };
            match is_free_on_each_day(&offer, &candidate, Quarters::up_from_minutes(minutes).0) {
                Some(true) => prop_assert!(matches!(asked(&offer, &candidate), Verdict::Ok(_))),
                Some(false) => prop_assert!(matches!(asked(&offer, &candidate), Verdict::Fail(_))),
                None => prop_assert_eq!(asked(&offer, &candidate), Verdict::Unknown(Question::Shifts)),
            }
        }
    }

    proptest! {
        #[test]
        fn to_be_free_when_it_clashes_is_enough_and_each_clash_is_real(candidate in candidate(), offer in offer()) {
            let Verdict::Fail(Violation { missing: Missing::Clashes(clashes), .. }) = asked(&offer, &candidate) else { return Ok(()) };
            prop_assert!(!clashes.is_empty());
            let mut freer = candidate.clone();
            for clash in &clashes {
                let shift = &offer.placement.shifts[usize::from(clash.shift)];
                prop_assert!(clash.before + clash.after > Quarters(0));
                prop_assert_eq!(shift.day, clash.day);
                let way = (u16::from(shift.start.0) + 96 * 20 - u16::from(clash.leave.0)) % 96;
                freer.free = freer.free | shift.with_way(Quarters(way));
            }
            prop_assert!(!matches!(asked(&offer, &freer), Verdict::Fail(_)));
            let mut without = offer.clone();
            without.placement.shifts.retain(|shift| {
                let at = offer.placement.shifts.iter().position(|one| one == shift);
                !clashes.iter().any(|clash| Some(usize::from(clash.shift)) == at)
            });
            // Without the early ones there may be a bus, and a way.
            if early(&without.placement).is_some() == early(&offer.placement).is_some() {
                prop_assert!(!matches!(asked(&without, &candidate), Verdict::Fail(_)));
            }
        }

        #[test]
        fn more_free_hours_never_turn_a_yes_into_a_no(
            candidate in candidate(), offer in offer(), day in 0..7u16, start in 0..96u8, length in 1..60u16,
        ) {
            let mut freer = candidate.clone();
            freer.free.insert(Parity::Every, Weekday::Monday.plus(day), Quarter(start), Quarters(length));
            match (asked(&offer, &candidate), asked(&offer, &freer)) {
                (Verdict::Ok(before), Verdict::Ok(after)) => prop_assert!(before <= after),
                (Verdict::Ok(_), other) => prop_assert!(false, "{:?}", other),
                (Verdict::Unknown(_), other) => prop_assert!(!matches!(other, Verdict::Fail(_))),
                (Verdict::Fail(_), _) => {}
            }
        }
    }
}
