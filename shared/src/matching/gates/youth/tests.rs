use super::{Context, youth};
use crate::day::Day;
use crate::matching::candidate::{AgeBand, Candidate};
use crate::matching::rules::Rules;
use crate::matching::shift::{Leeway, Shift};
use crate::matching::testing::{Offer, candidate, offer, sample, shifts};
use crate::matching::verdict::{Missing, Question, Verdict, YouthRule};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday};
use crate::matching::words::{Demand, Isco, Kind};
use AgeBand::{Adult, From13, From15, From15AtSchool};
use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use enumset::EnumSet;
use proptest::prelude::*;

const YOUNG: [AgeBand; 3] = [From13, From15AtSchool, From15];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// From `from` to `to` in quarter hours since midnight, without a break.
fn shift(day: Weekday, from: u8, to: u8) -> Shift {
    Shift {
        day,
        start: Quarter(from),
        length: Quarters(u16::from(to - from)),
        pause: Quarters(0),
        parity: Parity::Every,
        from_week: 0,
        leeway: Leeway::default(),
    }
}

fn clock(day: Weekday, from: u8, to: u8) -> Shift {
    shift(day, 4 * from, 4 * to)
}

fn with_break(shift: Shift) -> Shift {
    Shift {
        pause: Quarters(2),
        ..shift
    }
}

/// A youth job on shelves from Monday 30 November 2026 on, and somebody for it.
fn job(shifts: Vec<Shift>) -> (Candidate, Offer) {
    let (somebody, mut offer) = sample(&(candidate(), offer()), 7, 1).remove(0);
    let placement = &mut offer.placement;
    placement.kind = Kind::YouthJob;
    placement.occupation = Isco(9334);
    placement.shifts = shifts;
    placement.demands = EnumSet::empty();
    placement.lifts = 0;
    (placement.start, placement.end) = (day("2026-11-30"), None);
    (somebody, offer)
}

fn ask(age: AgeBand, (mut candidate, offer): (Candidate, Offer), rules: &Rules) -> Verdict {
    candidate.age = age;
    let today = day("2026-11-23");
    youth(&offer.with(&candidate), &Context { rules, today })
}

/// The rule that is broken, `ok`, or the rule that somebody is asked about.
fn says(age: AgeBand, job: (Candidate, Offer)) -> String {
    match ask(age, job, &Rules::shipped()) {
        Verdict::Ok(_) => "ok".to_owned(),
        Verdict::Fail(violation) => violation.rule.unwrap_or_else(|| "ours".to_owned()),
        Verdict::Unknown(Question::Rule(rule)) => format!("ask {rule}"),
        Verdict::Unknown(question) => format!("{question:?}"),
    }
}

fn of(age: AgeBand, shifts: Vec<Shift>) -> String {
    says(age, job(shifts))
}

#[test]
fn youth_jobs_are_for_those_under_18_and_they_are_for_youth_jobs() {
    let afternoon = || vec![clock(Monday, 16, 18)];
    assert_eq!(of(Adult, afternoon()), "ours");
    for age in YOUNG {
        assert_eq!(of(age, afternoon()), "ok");
        let (candidate, mut offer) = job(afternoon());
        offer.placement.kind = Kind::PaidHours;
        assert_eq!(says(age, (candidate.clone(), offer.clone())), "ours");
        assert_eq!(says(Adult, (candidate, offer)), "ok");
    }
}

#[test]
fn a_school_day_has_two_hours_and_another_seven_or_eight() {
    let verdict = ask(From13, job(vec![shift(Monday, 64, 73)]), &Rules::shipped());
    let Verdict::Fail(violation) = verdict else {
        panic!("{verdict:?}")
    };
    let (hours, at_most) = (Quarters(9), Quarters(8));
    assert_eq!(violation.missing, Missing::Youth(YouthRule::DayHours { hours, at_most }));
    assert_eq!(violation.rule.as_deref(), Some("youth13.school_day_h"));

    assert_eq!(of(From15AtSchool, vec![shift(Monday, 64, 73)]), "youth13.school_day_h");
    assert_eq!(of(From15, vec![shift(Monday, 64, 73)]), "ok");
    let saturday = |to| vec![with_break(shift(Saturday, 32, to))];
    assert_eq!(of(From13, saturday(62)), "ok", "seven hours and a break");
    assert_eq!(of(From13, saturday(63)), "youth13.other_day_h");
    assert_eq!(of(From15AtSchool, saturday(66)), "ok");
    assert_eq!(of(From15AtSchool, saturday(67)), "youth15school.other_day_h");
    assert_eq!(of(From15, saturday(66)), "ok");
    assert_eq!(of(From15, saturday(67)), "youth15.day_h");
    let twice = vec![clock(Monday, 15, 16), clock(Monday, 17, 19)];
    assert_eq!(of(From13, twice), "youth13.school_day_h", "a day is all of its shifts");
}

#[test]
fn a_school_week_has_twelve_hours() {
    let week = |saturday: u8| {
        let days = [Monday, Tuesday, Wednesday].map(|day| clock(day, 15, 17));
        days.into_iter()
            .chain([with_break(shift(Saturday, 40, saturday))])
            .collect::<Vec<_>>()
    };
    assert_eq!(of(From13, week(40 + 26)), "ok");
    assert_eq!(of(From13, week(40 + 27)), "youth13.school_week_h");
    assert_eq!(of(From15, week(40 + 27)), "ok");
    let mut odd = week(40 + 27);
    odd[0].parity = Parity::Odd;
    assert_eq!(
        of(From13, odd.clone()),
        "youth13.school_week_h",
        "the fuller of two weeks counts"
    );
    odd[3].parity = Parity::Even;
    assert_eq!(of(From13, odd), "ok");
    let Verdict::Ok(spare) = ask(From13, job(vec![clock(Monday, 15, 17)]), &Rules::shipped()) else {
        panic!("it fits")
    };
    assert_eq!(spare, 40);
}

#[test]
fn weeks_wholly_in_the_school_holidays_have_longer_hours() {
    let mut rules = Rules::shipped();
    rules.school_free = vec![crate::matching::rules::Days {
        from: day("2026-12-21"),
        to: day("2027-01-01"),
    }];
    let holiday_job = |from: &str, to: Option<&str>| {
        let mut job = job([Monday, Tuesday, Wednesday, Thursday]
            .map(|day| with_break(shift(day, 32, 62)))
            .to_vec());
        (job.1.placement.start, job.1.placement.end) = (day(from), to.map(day));
        ask(From13, job, &rules)
    };
    assert!(matches!(holiday_job("2026-12-21", Some("2026-12-31")), Verdict::Ok(28)));
    for (from, to) in [
        ("2026-12-21", Some("2027-01-05")),
        ("2026-12-17", Some("2026-12-30")),
        ("2026-12-21", None),
    ] {
        assert!(
            matches!(holiday_job(from, to), Verdict::Fail(_)),
            "{from} {to:?} has school days"
        );
    }
}

#[test]
fn work_lies_between_six_and_twenty_and_older_ones_may_sell_until_twenty_two() {
    for age in YOUNG {
        assert_eq!(
            of(age, vec![clock(Saturday, 6, 8), clock(Saturday, 18, 20)]),
            if age == From15 { "youth15.rest_h" } else { "youth13.rest_h" }
        );
        assert_eq!(of(age, vec![clock(Saturday, 18, 20)]), "ok");
    }
    assert_eq!(of(From13, vec![shift(Saturday, 23, 28)]), "youth13.window.from");
    assert_eq!(of(From15AtSchool, vec![shift(Saturday, 74, 81)]), "youth13.window.to");
    assert_eq!(of(From15, vec![shift(Saturday, 84, 88)]), "ok");
    assert_eq!(of(From15, vec![shift(Saturday, 84, 89)]), "youth15.window.shops_to");
    let as_work = |occupation, shift: Shift| {
        let mut job = job(vec![shift]);
        job.1.placement.occupation = Isco(occupation);
        says(From15, job)
    };
    assert_eq!(as_work(9112, shift(Saturday, 74, 81)), "youth15.window.to");
    assert_eq!(as_work(9621, clock(Saturday, 5, 7)), "ok");
    assert_eq!(as_work(9621, shift(Saturday, 19, 24)), "youth15.window.newspapers_from");
    assert_eq!(as_work(9112, clock(Saturday, 5, 7)), "youth15.window.from");
}

#[test]
fn there_is_rest_from_evening_to_morning() {
    let nights = |last, first| vec![shift(Friday, last - 4, last), shift(Saturday, first, first + 4)];
    assert_eq!(of(From13, nights(72, 32)), "ok", "from 18 to 8 are fourteen hours");
    assert_eq!(of(From13, nights(72, 31)), "youth13.rest_h");
    assert_eq!(of(From15, nights(80, 32)), "ok");
    assert_eq!(of(From15, nights(80, 31)), "youth15.rest_h");
    let over_the_week = vec![shift(Sunday, 70, 74), shift(Monday, 28, 32)];
    assert_eq!(
        of(From13, over_the_week.clone()),
        "youth13.rest_h",
        "Sunday evening and Monday morning"
    );
    let alternate = over_the_week
        .into_iter()
        .map(|shift| Shift {
            parity: Parity::Even,
            ..shift
        })
        .collect();
    assert_eq!(of(From13, alternate), "ok", "the Monday after an even week is an odd one");
}

#[test]
fn two_days_off_lie_together() {
    let hours = |days: &[Weekday]| days.iter().map(|&day| clock(day, 15, 16)).collect::<Vec<_>>();
    assert_eq!(of(From13, hours(&[Monday, Tuesday, Wednesday, Thursday, Friday])), "ok");
    assert_eq!(
        of(From13, hours(&[Monday, Tuesday, Wednesday, Friday, Saturday])),
        "youth.days_off"
    );
    assert_eq!(
        of(From15, hours(&[Tuesday, Wednesday, Thursday, Friday, Saturday])),
        "ok",
        "Sunday and Monday"
    );
    let mut alternate = hours(&[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday]);
    alternate[5].parity = Parity::Even;
    assert_eq!(of(From15, alternate), "youth.days_off", "every week has its own");
}

#[test]
fn a_day_of_more_than_four_and_a_half_hours_has_a_break_of_half_an_hour() {
    assert_eq!(of(From13, vec![shift(Saturday, 40, 58)]), "ok");
    assert_eq!(of(From13, vec![shift(Saturday, 40, 59)]), "youth.break.least");
    assert_eq!(of(From13, vec![with_break(shift(Saturday, 40, 61))]), "ok");
    assert_eq!(
        of(From13, vec![clock(Saturday, 9, 12), clock(Saturday, 13, 16)]),
        "ok",
        "two shifts with an hour between"
    );
    assert_eq!(
        of(From13, vec![clock(Saturday, 9, 12), clock(Saturday, 12, 14)]),
        "youth.break.least"
    );
}

#[test]
fn heavy_things_lonely_evenings_alcohol_and_machines_are_left_out() {
    let with = |age, demand: Option<Demand>, lifts, shift| {
        let mut job = job(vec![shift]);
        job.1.placement.demands = demand.into_iter().collect();
        job.1.placement.lifts = lifts;
        says(age, job)
    };
    let early = || clock(Monday, 15, 17);
    for age in YOUNG {
        assert_eq!(with(age, None, 12, early()), "ok");
        assert_eq!(with(age, None, 13, early()), "youth.lift_kg");
        assert_eq!(with(age, Some(Demand::Machines), 0, early()), "youth.machines");
        assert_eq!(with(age, Some(Demand::Alone), 0, early()), "ok");
        assert_eq!(
            with(age, Some(Demand::Alone), 0, clock(Monday, 17, 19)),
            "youth.alone.weekday_from"
        );
        assert_eq!(
            with(age, Some(Demand::Alone), 0, clock(Saturday, 13, 15)),
            "youth.alone.weekend_from"
        );
        assert_eq!(with(age, Some(Demand::Alone), 0, clock(Saturday, 12, 14)), "ok");
    }
    assert_eq!(with(From13, Some(Demand::Alcohol), 0, early()), "youth.alcohol");
    assert_eq!(with(From15AtSchool, Some(Demand::Alcohol), 0, early()), "youth.alcohol");
    assert_eq!(with(From15, Some(Demand::Alcohol), 0, early()), "ok");
    let newspapers = |shift| {
        let mut job = job(vec![shift]);
        job.1.placement.occupation = Isco(9621);
        job.1.placement.demands = Demand::Alone.into();
        says(From15, job)
    };
    assert_eq!(newspapers(clock(Monday, 5, 7)), "ok", "the rule is for shops and counters");
}

#[test]
fn where_the_list_says_that_it_is_no_light_work_somebody_is_asked() {
    let mut welding = job(vec![clock(Monday, 15, 17)]);
    welding.1.placement.occupation = Isco(7212);
    assert_eq!(says(From13, welding.clone()), "ask youth.light_work");
    assert_eq!(says(From15, welding), "ok");
}

#[test]
fn what_is_not_known_is_asked() {
    assert_eq!(of(From13, Vec::new()), "Shifts");
    let verdict = ask(From13, job(vec![clock(Monday, 15, 17)]), &Rules::default());
    assert_eq!(verdict, Verdict::Unknown(Question::Rule("youth13.school_day_h".to_owned())));
}

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

proptest! {
    #[test]
    fn the_gate_names_a_rule_that_is_broken_and_is_silent_when_none_is(shifts in simple(), age in prop::sample::select(&YOUNG[..])) {
        let said = of(age, shifts.clone());
        let broken = broken(age, &shifts);
        if broken.is_empty() {
            prop_assert_eq!(said, "ok");
        } else {
            prop_assert!(broken.iter().any(|rule| said.ends_with(rule)), "{} of {:?}", said, broken);
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
            let rule = violation.rule.unwrap_or_default();
            prop_assert!(Rules::shipped().on(&rule, day("2026-11-30")).is_some(), "{}", rule);
        }
    }
}
