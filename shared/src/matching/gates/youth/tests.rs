mod laws;

use super::{Context, youth};
use crate::day::Day;
use crate::matching::candidate::{AgeBand, Candidate};
use crate::matching::rules::{Rules, Standing};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::testing::{Offer, candidate, offer, sample};
use crate::matching::verdict::{Judged, Missing, Question, Verdict, YouthRule};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday};
use crate::matching::words::{Demand, Isco, Kind, TaskId};
use AgeBand::{Adult, From13, From15, From15AtSchool};
use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use enumset::EnumSet;

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
    placement.tasks = vec![TaskId(27)];
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
        Verdict::Fail(violation) => violation.rule.map_or_else(|| "ours".to_owned(), |cited| cited.rule),
        Verdict::Unknown(Question::Rule { id, .. }) => format!("not in force: {id}"),
        Verdict::Unknown(Question::Judge { rule, .. }) => format!("judge {}", rule.rule),
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
    let cited = violation.rule.unwrap();
    assert_eq!(cited.rule, "youth13.school_day_h");
    assert_eq!(
        cited,
        Rules::shipped().cite("youth13.school_day_h", day("2026-11-30")).unwrap()
    );

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
        let days = [Tuesday, Wednesday, Thursday].map(|day| clock(day, 15, 17));
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
        ("2027-02-15", None),
        ("2027-02-15", Some("2027-05-28")),
    ] {
        assert!(
            matches!(holiday_job(from, to), Verdict::Fail(_)),
            "{from} {to:?} has school days"
        );
    }
}

#[test]
fn where_the_file_names_no_holidays_so_late_somebody_is_asked_whether_there_is_school() {
    let of_hours = |days: &[Weekday], end: Option<&str>| {
        let mut job = job(days.iter().map(|&day| with_break(shift(day, 32, 62))).collect());
        (job.1.placement.start, job.1.placement.end) = (day("2027-07-05"), end.map(day));
        job
    };
    // Seven hours on each of four days of two weeks in July: far too much for school, and well within a free week.
    let four = [Monday, Tuesday, Wednesday, Thursday];
    let Verdict::Unknown(Question::Judge { what, rule }) = ask(From13, of_hours(&four, Some("2027-07-16")), &Rules::shipped())
    else {
        panic!("the file that is shipped names no school holidays")
    };
    assert_eq!((what, rule.rule.as_str()), (Judged::SchoolFree, "youth13.free_week_h"));
    // More than a free week may have is too much in any case.
    let six = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday];
    assert_eq!(says(From13, of_hours(&six, Some("2027-07-16"))), "youth13.free_week_h");
    // There is school at some time in what never ends, and in what lasts for a quarter of a year.
    assert_eq!(says(From13, of_hours(&four, None)), "youth13.school_day_h");
    assert_eq!(says(From13, of_hours(&four, Some("2027-10-05"))), "youth13.school_day_h");
    // Who has no school is not asked, nor where the hours would do in a week with school.
    assert_eq!(says(From15, of_hours(&four, Some("2027-07-16"))), "ok");
    let mut short = job(vec![clock(Monday, 15, 17)]);
    (short.1.placement.start, short.1.placement.end) = (day("2027-07-05"), Some(day("2027-07-16")));
    assert_eq!(says(From13, short), "ok");
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
    assert_eq!(as_work(5245, shift(Saturday, 84, 88)), "ok");
    assert_eq!(
        as_work(5244, shift(Saturday, 84, 88)),
        "youth15.window.to",
        "who sells by telephone is in no shop"
    );
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
    assert_eq!(
        of(From13, alternate),
        "judge youth.days_off",
        "the Monday after an even week is an odd one, so there is rest; but a Sunday is worked"
    );
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
fn never_more_than_five_days_lie_between_two_days_off_that_hang_together() {
    let in_weeks = |even: &[Weekday], odd: &[Weekday]| -> Vec<Shift> {
        let of = |days: &[Weekday], parity| -> Vec<Shift> {
            let all = days.iter().map(|&day| Shift {
                parity,
                ..clock(day, 15, 16)
            });
            all.collect()
        };
        [of(even, Parity::Even), of(odd, Parity::Odd)].concat()
    };
    // Each week has two days off together, and yet ten days in a row have none.
    let ten = in_weeks(
        &[Wednesday, Thursday, Friday, Saturday, Sunday],
        &[Monday, Tuesday, Wednesday, Thursday, Friday],
    );
    let Verdict::Fail(violation) = ask(From15, job(ten), &Rules::shipped()) else {
        panic!("ten days in a row")
    };
    let rule = YouthRule::DaysOff {
        days: 10,
        at_most: 5,
        off: 2,
    };
    assert_eq!(violation.missing, Missing::Youth(rule));
    // A day off by itself in the middle of them does not count.
    let with_one = in_weeks(
        &[Wednesday, Thursday, Saturday, Sunday],
        &[Monday, Tuesday, Wednesday, Thursday, Friday],
    );
    assert_eq!(of(From15, with_one), "youth.days_off");
    // Saturday and Sunday off in each week, and five days between.
    let five = [Monday, Tuesday, Wednesday, Thursday, Friday];
    assert_eq!(of(From15, in_weeks(&five, &five)), "ok");
}

#[test]
fn days_off_without_the_sunday_are_for_somebody_to_judge() {
    assert_eq!(
        of(From15, vec![clock(Saturday, 9, 12), clock(Sunday, 9, 12)]),
        "judge youth.days_off"
    );
    assert_eq!(of(From15, vec![clock(Saturday, 9, 12)]), "ok", "Sunday and Monday");
    let every_other = Shift {
        parity: Parity::Odd,
        ..clock(Sunday, 9, 12)
    };
    assert_eq!(of(From15, vec![every_other]), "judge youth.days_off");
    // What is broken counts before what is asked.
    let mut job = job(vec![clock(Sunday, 9, 12)]);
    job.1.placement.lifts = 20;
    assert_eq!(says(From15, job), "youth.lift_kg");
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
        job.1.placement.tasks = vec![TaskId(98)];
        job.1.placement.demands = Demand::Alone.into();
        says(From15, job)
    };
    assert_eq!(newspapers(clock(Monday, 5, 7)), "ok", "the rule is for shops and counters");
}

#[test]
fn what_the_lists_do_not_plainly_call_light_is_for_somebody_to_judge() {
    let of_work = |occupation: u16, tasks: &[u16], others: &[&str]| {
        let mut job = job(vec![clock(Monday, 15, 17)]);
        let placement = &mut job.1.placement;
        placement.occupation = Isco(occupation);
        placement.tasks = tasks.iter().copied().map(TaskId).collect();
        placement.other_tasks = others.iter().map(|&words| words.to_owned()).collect();
        job
    };
    let asked = |job: (Candidate, Offer)| match ask(From13, job, &Rules::shipped()) {
        Verdict::Unknown(Question::Judge { what, rule }) if rule.rule == "youth.light_work" => Some(what),
        Verdict::Ok(_) => None,
        other => panic!("{other:?}"),
    };
    let judged = |occupation: Option<u16>, tasks: &[u16], others: &[&str]| {
        Some(Judged::LightWork {
            occupation: occupation.map(Isco),
            tasks: tasks.iter().copied().map(TaskId).collect(),
            other_tasks: others.iter().map(|&words| words.to_owned()).collect(),
        })
    };
    // Shelves are light, but neither a forklift nor cutting meat is, whatever the work is called.
    assert_eq!(asked(of_work(9334, &[27, 28], &[])), None);
    assert_eq!(asked(of_work(9334, &[27, 25, 36], &[])), judged(None, &[25, 36], &[]));
    // Perhaps is not yes, and what depends on the place is not either.
    assert_eq!(asked(of_work(9334, &[23, 79], &[])), judged(None, &[23, 79], &[]));
    // What the company says in its own words nobody has judged.
    assert_eq!(
        asked(of_work(9334, &[27], &["rydde lager"])),
        judged(None, &[27][1..], &["rydde lager"])
    );
    // An occupation that is not in the list, one of which the list says perhaps, and one of which it says no.
    for occupation in [7121, 9412, 7212] {
        assert_eq!(asked(of_work(occupation, &[27], &[])), judged(Some(occupation), &[], &[]));
    }
    assert_eq!(
        says(From15AtSchool, of_work(7212, &[77], &["brænde"])),
        "judge youth.light_work"
    );
    assert_eq!(says(From15, of_work(7212, &[77], &["brænde"])), "ok");
}

#[test]
fn what_is_not_known_is_asked() {
    assert_eq!(of(From13, Vec::new()), "Shifts");
    let verdict = ask(From13, job(vec![clock(Monday, 15, 17)]), &Rules::default());
    let not_there = |id: &str| {
        Verdict::Unknown(Question::Rule {
            id: id.to_owned(),
            nearest: None,
        })
    };
    assert_eq!(verdict, not_there("youth13.school_day_h"));
    // A rule that has run out is no judgement to make: nobody knows what holds.
    let file = serde_json::to_string(&Rules::shipped()).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&file).unwrap();
    let rules = file["rules"].as_array_mut().unwrap();
    let light = rules.iter_mut().find(|rule| rule["id"] == "youth.light_work").unwrap();
    light["valid_to"] = "2026-10-01".into();
    let rules = Rules::read(&file.to_string()).unwrap();
    let mut welding = job(vec![clock(Monday, 15, 17)]);
    welding.1.placement.occupation = Isco(7212);
    let Verdict::Unknown(question @ Question::Rule { .. }) = ask(From13, welding, &rules) else {
        panic!("it has run out")
    };
    assert_eq!(question.rule().map(|cited| cited.standing), Some(Standing::Expired));
}
