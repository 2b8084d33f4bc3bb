//! Laws of the youth gate, on random shifts.

use super::super::ToCome;
use super::{Monday, Saturday, Sunday, YOUNG, ask, day, job, of, shift};
use crate::matching::candidate::AgeBand::{self, From13, From15, From15AtSchool};
use crate::matching::rules::Rules;
use crate::matching::shift::Shift;
use crate::matching::testing::shifts;
use crate::matching::verdict::Verdict;
use crate::matching::week::{Parity, Quarter, Quarters, Weekday};
use crate::matching::words::Demand;
use enumset::EnumSet;
use proptest::prelude::*;

/// One shift on each of some days, the same every week.
fn simple() -> impl Strategy<Value = Vec<Shift>> {
    let days = prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7);
    days.prop_flat_map(|days| {
        days.into_iter()
            .map(|day| {
                (16u8..84, 2u8..40, 0u16..3).prop_map(move |(from, length, pause)| Shift {
                    pause: Quarters(pause),
                    ..shift(day, from, from + length)
                })
            })
            .collect::<Vec<_>>()
    })
}

/// The table of the guidance, read again by somebody else: one shift a day, in quarter hours.
fn broken(age: AgeBand, shifts: &[Shift]) -> Vec<&'static str> {
    let (school, other, week, to, rest) = match age {
        From13 => (8, 28, 48, 80, 56),
        From15AtSchool => (8, 32, 48, 80, 56),
        _ => (32, 32, 160, 88, 48),
    };
    let mut broken = Vec::new();
    let mut say = |is_broken: bool, rule| {
        if is_broken {
            broken.push(rule)
        }
    };
    let hours = |shift: &Shift| shift.length.0 - shift.pause.0;
    let start = |shift: &Shift| u16::from(shift.start.0);
    say(shifts.iter().map(hours).sum::<u16>() > week, "week_h");
    let at = |day: Weekday| shifts.iter().find(|shift| shift.day == day);
    for shift in shifts {
        let is_weekend = matches!(shift.day, Saturday | Sunday);
        say(hours(shift) > if is_weekend { other } else { school }, "day_h");
        say(start(shift) < 24, "window.from");
        say(start(shift) + shift.length.0 > to, "to");
        let next = at(shift.day.plus(1)).map_or(u16::MAX, start).min(start(shift));
        say((96 + next).saturating_sub(start(shift) + shift.length.0) < rest, "rest_h");
        say(hours(shift) > 18 && shift.pause.0 < 2, "break.least");
    }
    let is_off = |day: Weekday| at(day).is_none();
    say(
        !Weekday::ALL.iter().any(|&day| is_off(day) && is_off(day.plus(1))),
        "days_off",
    );
    broken
}

/// Sunday is off, and a day beside it.
fn has_a_sunday(shifts: &[Shift]) -> bool {
    let is_off = |day: Weekday| shifts.iter().all(|shift| shift.day != day);
    is_off(Sunday) && (is_off(Saturday) || is_off(Monday))
}

proptest! {
    #[test]
    fn the_gate_names_a_rule_that_is_broken_and_is_silent_when_none_is(shifts in simple(), age in prop::sample::select(&YOUNG[..])) {
        let said = of(age, shifts.clone());
        let broken = broken(age, &shifts);
        if broken.is_empty() {
            prop_assert_eq!(said, if has_a_sunday(&shifts) { "ok" } else { "judge youth.days_off" });
        } else {
            prop_assert!(broken.iter().any(|rule| said.ends_with(rule)), "{} of {:?}", said, broken);
        }
    }

    /// An hour on each of some days of two weeks, read again by a walk along two months of them.
    #[test]
    fn two_days_off_together_come_back_within_five_days(worked in prop::collection::vec(any::<bool>(), 14)) {
        prop_assume!(worked.contains(&true));
        let each = worked.iter().enumerate().filter(|(_, is_worked)| **is_worked);
        let shifts = each.map(|(at, _)| Shift {
            parity: if at < 7 { Parity::Even } else { Parity::Odd },
            ..shift(Weekday::ALL[at % 7], 60, 64)
        });
        let days: Vec<bool> = worked.iter().copied().cycle().take(56).collect();
        let is_off = |at: usize| !days[at] && (!days[at - 1] || !days[at + 1]);
        let (mut in_a_row, mut most) = (0, 0);
        for at in 1..55 {
            in_a_row = if is_off(at) { 0 } else { in_a_row + 1 };
            most = most.max(in_a_row);
        }
        let expected = match (13..28).filter(|at| at % 7 == 6).all(is_off) {
            _ if most > 5 => "youth.days_off",
            true => "ok",
            false => "judge youth.days_off",
        };
        prop_assert_eq!(of(From15, shifts.collect()), expected);
    }

    /// The search for what it would take asks the figures instead of the gate, and asks them of some shifts before the others.
    #[test]
    fn figures_say_of_shifts_what_the_gate_says_and_of_some_of_them_never_no_where_the_gate_lets_all_be(
        some in shifts(), more in simple(), late in 0u8..48, age in prop::sample::select(&YOUNG[..]),
    ) {
        let some = some.into_iter().map(|shift| Shift {
            start: Quarter((shift.start.0 + late).min(80)),
            length: Quarters(shift.length.0.min(12)),
            ..shift
        });
        let shifts: Vec<Shift> = more.into_iter().take(2).chain(some).collect();
        let (candidate, offer) = job(shifts.clone());
        let rules = Rules::shipped();
        let begins = offer.placement.start;
        let bounds = super::super::bounds(age, &offer.placement, begins, &rules).unwrap();
        let lets = !matches!(ask(age, (candidate, offer), &rules), Verdict::Fail(_));
        prop_assert_eq!(bounds.let_all(&shifts, &ToCome::default()), lets);
        for at in 0..shifts.len() {
            let mut others = shifts.clone();
            let one = others.remove(at);
            let mut to_come = ToCome::default();
            to_come.add(one.parity, one.hours().0);
            for (week, parity) in [Parity::Even, Parity::Odd].into_iter().enumerate() {
                to_come.days |= u16::from(one.parity.meets(parity)) << (7 * week + one.day as usize);
            }
            prop_assert!(!lets || bounds.let_all(&others, &to_come), "without {:?}", one);
            let is_alone = |one: &Shift| others.iter().all(|other| other.day != one.day);
            for other in &others {
                let alone = [is_alone(&one), shifts.iter().filter(|shift| shift.day == other.day).count() == 1];
                prop_assert!(!lets || bounds.let_both_alone(&one, other, alone), "{:?} beside {:?}", one, other);
            }
        }
    }

    #[test]
    fn what_the_younger_may_do_the_older_may_do_too(shifts in shifts()) {
        let may = |age| of(age, shifts.clone()) == "ok";
        prop_assert!(!may(From13) || may(From15AtSchool));
        prop_assert!(!may(From15AtSchool) || may(From15));
    }

    #[test]
    fn every_no_cites_a_rule_of_the_file_that_is_in_force(shifts in shifts(), age in prop::sample::select(&YOUNG[..]), machines in any::<bool>()) {
        let mut job = job(shifts);
        job.1.placement.demands = if machines { Demand::Machines.into() } else { EnumSet::empty() };
        if let Verdict::Fail(violation) = ask(age, job, &Rules::shipped()) {
            let cited = violation.rule.unwrap();
            prop_assert_eq!(Rules::shipped().on(&cited.rule, day("2026-11-30")).map(|rule| rule.cited(day("2026-11-30"))), Some(*cited));
        }
    }
}
