//! Facts of the match in sentences: why a place fits, what is missing, what would make it possible, what to ask.
//!
//! Concrete, one line each; no percentages, no totals, no superlatives.

use super::week_picture::{clock, weekday};
use crate::pages::reader::{Reader, hours_of};
use enumset::{EnumSet, EnumSetType};
use shared::matching::adapt::Step;
use shared::matching::fit::{Because, Known, Part, PayAfter, Reason, Wish};
use shared::matching::occupations;
use shared::matching::place::Mode;
use shared::matching::placement::Placement;
use shared::matching::shift::Shift;
use shared::matching::verdict::{Asked, Clash, Judged, Missing, Question, Trip, YouthRule};
use shared::matching::week::{Quarter, Quarters, Weekday};
use shared::matching::words::{Isco, Kind, Language, Level, TaskId};
use std::fmt::Debug;

pub fn part_name(reader: &Reader, part: Part) -> String {
    reader.say_with("part", &[("case", &case(part))])
}

/// Why this part is what it is.
pub fn because(reader: &Reader, reason: &Reason, placement: &Placement) -> String {
    match &reason.because {
        Because::Wish(Wish::Rank(1)) => {
            reader.say_with("because-wish-first", &[("work", &occupation(reader, placement.occupation))])
        }
        Because::Wish(Wish::Rank(rank)) => reader.say_with(
            "because-wish-rank",
            &[
                ("work", &occupation(reader, placement.occupation)),
                ("rank", &rank.to_string()),
            ],
        ),
        Because::Wish(Wish::Near(wished)) => reader.say_with("because-wish-near", &[("work", &occupation(reader, *wished))]),
        Because::Wish(Wish::Open) => reader.say("because-wish-open"),
        Because::Wish(Wish::Other) => reader.say("because-wish-other"),
        Because::Hours {
            offered: Some(offered),
            hoped: Some(hoped),
        } => {
            let key = if offered <= hoped {
                "because-hours-of"
            } else {
                "because-hours-over"
            };
            reader.say_with(key, &[("offered", &hours_of(*offered)), ("hoped", &hours_of(*hoped))])
        }
        Because::Hours {
            offered: Some(offered),
            hoped: None,
        } => reader.say_with("because-hours", &[("offered", &hours_of(*offered))]),
        Because::Hours { offered: None, .. } => reader.say("because-hours-unknown"),
        Because::Way { minutes: 0..5, .. } => reader.say("because-way-near"),
        Because::Way { by, minutes } => reader.say_with(
            "because-way",
            &[("minutes", &minutes.to_string()), ("by", &by_means(reader, *by))],
        ),
        Because::HowFar { by, metres } => reader.say_with(
            "because-far",
            &[("km", &(metres / 1_000).max(1).to_string()), ("by", &means(reader, *by))],
        ),
        Because::Can { tasks, of } => match tasks.len() {
            0 => reader.say("because-can-none"),
            n if n == usize::from(*of) => reader.say_with("because-can-all", &[("tasks", &task_list(reader, tasks))]),
            _ => reader.say_with("because-can-some", &[("tasks", &task_list(reader, tasks))]),
        },
        Because::Learn { tasks } if tasks.is_empty() => reader.say("because-learn-none"),
        Because::Learn { tasks } => reader.say_with("because-learn", &[("tasks", &task_list(reader, tasks))]),
        Because::Known(Known::Worked) => reader.say("because-known-worked"),
        Because::Known(Known::SameCommunity) => reader.say("because-known-community"),
        Because::Known(Known::No) => reader.say("because-known-no"),
        Because::PayAfter(PayAfter::Now) => reader.say("because-pay-now"),
        Because::PayAfter(PayAfter::FromWeek(week)) => reader.say_with("because-pay-from", &[("week", &week.to_string())]),
        Because::PayAfter(PayAfter::Perhaps) => reader.say("because-pay-perhaps"),
        Because::PayAfter(PayAfter::NotSaid) => reader.say("because-pay-not-said"),
    }
}

/// What stands in the way, as a fact.
pub fn missing(reader: &Reader, missing: &Missing, placement: &Placement) -> String {
    match missing {
        Missing::NotOpen => reader.say("missing-not-open"),
        Missing::Kind { offered } => reader.say_with("missing-kind", &[("kind", &kind(reader, *offered))]),
        Missing::Workplace => reader.say("missing-workplace"),
        Missing::Start { start, from } => reader.say_with(
            "missing-start",
            &[("start", &reader.date(*start)), ("from", &reader.date(*from))],
        ),
        Missing::Ended { on } => reader.say_with("missing-ended", &[("day", &reader.date(*on))]),
        Missing::Weeks { offered, at_most } => {
            reader.say_count_with("missing-weeks", u32::from(*offered), &[("most", &at_most.to_string())])
        }
        Missing::Clashes(clashes) => clash_lines(reader, clashes, placement),
        Missing::TooManyHours { in_all, at_most } => {
            reader.say_with("missing-hours", &[("all", &hours_of(*in_all)), ("most", &hours_of(*at_most))])
        }
        Missing::TooFar { minutes, at_most, by } => {
            let args = [
                ("minutes", &*minutes.to_string()),
                ("most", &*at_most.to_string()),
                ("by", &*by_means(reader, *by)),
            ];
            reader.say_with("missing-far", &args)
        }
        Missing::NoBus(Trip { day, at, is_home }) => {
            let key = if *is_home {
                "missing-no-bus-home"
            } else {
                "missing-no-bus-there"
            };
            let at = clock(reader, i32::from(at.0));
            reader.say_with(key, &[("day", &weekday(reader, *day)), ("at", &at)])
        }
        Missing::Speaks {
            language: spoken,
            level,
            asked,
        } => {
            let asked = level_name(reader, *asked);
            let spoken = language(reader, *spoken);
            match level {
                Some(level) => reader.say_with(
                    "missing-speaks",
                    &[
                        ("language", &spoken),
                        ("asked", &asked),
                        ("level", &level_name(reader, *level)),
                    ],
                ),
                None => reader.say_with("missing-speaks-none", &[("language", &spoken), ("asked", &asked)]),
            }
        }
        Missing::Demands(demands) => reader.say_with("missing-demands", &[("demands", &each(reader, "demand", *demands))]),
        Missing::Lifts { asked, at_most } => reader.say_with(
            "missing-lifts",
            &[("asked", &asked.to_string()), ("most", &at_most.to_string())],
        ),
        Missing::Certificates(papers) => {
            reader.say_with("missing-certificates", &[("papers", &each(reader, "certificate", *papers))])
        }
        Missing::Youth(rule) => youth(reader, *rule),
        Missing::Seats { .. } => reader.say("missing-seats"),
    }
}

/// Shifts of the same hours that lack the same are one line, and there are three at most.
fn clash_lines(reader: &Reader, clashes: &[Clash], placement: &Placement) -> String {
    let mut alike: Vec<(&Clash, &Shift, Vec<Weekday>)> = Vec::new();
    for clash in clashes {
        let Some(shift) = placement.shifts.get(usize::from(clash.shift)) else {
            continue;
        };
        let facts = |clash: &Clash, shift: &Shift| (shift.start, shift.length, clash.before, clash.after);
        match alike.iter_mut().find(|(one, its, _)| facts(one, its) == facts(clash, shift)) {
            Some((_, _, days)) => days.push(clash.day),
            None => alike.push((clash, shift, vec![clash.day])),
        }
    }
    let (first, rest) = alike.split_at(alike.len().min(3));
    let first = first
        .iter()
        .map(|(clash, shift, days)| clash_line(reader, **clash, shift, days));
    let more: usize = rest.iter().map(|(_, _, days)| days.len()).sum();
    let more = (more > 0).then(|| reader.say_count("missing-clash-more", more as u32));
    let said: Vec<String> = first.chain(more).collect();
    said.join(" ")
}

fn clash_line(reader: &Reader, clash: Clash, shift: &Shift, days: &[Weekday]) -> String {
    let shifts = match days {
        [_] => "missing-clash-shift",
        _ => "missing-clash-shifts",
    };
    let shifts = reader.say_with(shifts, &[("days", &on_days(reader, days.to_vec()))]);
    let length = |quarters: Quarters| match quarters {
        Quarters(0..=7) => reader.say_with("clash-minutes", &[("minutes", &quarters.minutes().to_string())]),
        _ => reader.say_with("clash-hours", &[("hours", &hours_of(quarters))]),
    };
    let (start, end) = (start_of(reader, shift), end_of(reader, shift.start, shift.length));
    let key = match (clash.before.0, clash.after.0) {
        (_, 0) => "missing-clash-before",
        (0, _) => "missing-clash-after",
        _ => "missing-clash-both",
    };
    let args = [
        ("shifts", shifts.as_str()),
        ("start", start.as_str()),
        ("end", end.as_str()),
        ("before", &length(clash.before)),
        ("after", &length(clash.after)),
    ];
    reader.say_with(key, &args)
}

pub fn youth(reader: &Reader, rule: YouthRule) -> String {
    match rule {
        YouthRule::Kind => reader.say("youth-kind"),
        YouthRule::DayHours { hours, at_most } => {
            reader.say_with("youth-day", &[("hours", &hours_of(hours)), ("most", &hours_of(at_most))])
        }
        YouthRule::WeekHours { hours, at_most } => {
            reader.say_with("youth-week", &[("hours", &hours_of(hours)), ("most", &hours_of(at_most))])
        }
        YouthRule::Window { day, start, length } => {
            let (start, end) = (clock(reader, i32::from(start.0)), end_of(reader, start, length));
            reader.say_with(
                "youth-window",
                &[("day", &weekday(reader, day)), ("start", &start), ("end", &end)],
            )
        }
        YouthRule::Rest { hours, at_least } => {
            reader.say_with("youth-rest", &[("hours", &hours_of(hours)), ("least", &hours_of(at_least))])
        }
        YouthRule::DaysOff { days, at_most, off } => reader.say_with(
            "youth-days-off",
            &[
                ("days", &days.to_string()),
                ("most", &at_most.to_string()),
                ("off", &off.to_string()),
            ],
        ),
        YouthRule::Break { day } => reader.say_with("youth-break", &[("day", &weekday(reader, day))]),
        YouthRule::Lifting { kilograms, at_most } => reader.say_with(
            "youth-lifting",
            &[("kilograms", &kilograms.to_string()), ("most", &at_most.to_string())],
        ),
        YouthRule::Alone => reader.say("youth-alone"),
        YouthRule::Alcohol => reader.say("youth-alcohol"),
        YouthRule::Machines => reader.say("youth-machines"),
    }
}

/// One change, as what follows "Hvis".
pub fn step(reader: &Reader, step: &Step, placement: &Placement) -> String {
    let shift = |index: u8| placement.shifts.get(usize::from(index));
    match step {
        Step::MoveShift {
            shift: index,
            day,
            start,
        } => {
            let Some(was) = shift(*index) else { return String::new() };
            let (new_start, new_end) = (clock(reader, i32::from(start.0)), end_of(reader, *start, was.length));
            let (was_start, was_end) = (start_of(reader, was), end_of(reader, was.start, was.length));
            let (was_day, day_name) = (weekday(reader, was.day), weekday(reader, *day));
            let key = if *day == was.day { "step-move-time" } else { "step-move-day" };
            let args = [
                ("was_day", was_day.as_str()),
                ("day", day_name.as_str()),
                ("start", new_start.as_str()),
                ("end", new_end.as_str()),
                ("was_start", was_start.as_str()),
                ("was_end", was_end.as_str()),
            ];
            reader.say_with(key, &args)
        }
        Step::Shorten {
            shift: index,
            start,
            length,
        } => {
            let Some(was) = shift(*index) else { return String::new() };
            let args = [
                ("day", &*weekday(reader, was.day)),
                ("start", &*clock(reader, i32::from(start.0))),
                ("end", &*end_of(reader, *start, *length)),
                ("was_start", &*start_of(reader, was)),
                ("was_end", &*end_of(reader, was.start, was.length)),
            ];
            reader.say_with("step-move-time", &args)
        }
        Step::LeaveOut { shift: index } => {
            let Some(was) = shift(*index) else { return String::new() };
            reader.say_with(
                "step-leave-out",
                &[("day", &weekday(reader, was.day)), ("start", &start_of(reader, was))],
            )
        }
        Step::Alike { start, length, .. } => {
            let were: Vec<&Shift> = step.shifts().filter_map(shift).collect();
            let Some(was) = were.first() else { return String::new() };
            let args = [
                ("count", &*reader.say_count("step-count", were.len() as u32)),
                ("case", part_of_day(was)),
                ("days", &*on_days(reader, were.iter().map(|shift| shift.day).collect())),
                ("start", &*clock(reader, i32::from(start.0))),
                ("end", &*end_of(reader, *start, *length)),
                ("was_start", &*start_of(reader, was)),
                ("was_end", &*end_of(reader, was.start, was.length)),
            ];
            reader.say_with("step-alike", &args)
        }
        Step::StartOn(day) => reader.say_with("step-start", &[("day", &reader.date(*day))]),
        Step::FewerWeeks(weeks) => reader.say_count("step-weeks", u32::from(*weeks)),
        Step::LongerWay(minutes) => reader.say_with("step-longer-way", &[("minutes", &minutes.to_string())]),
        Step::By(by) => reader.say_with("step-by", &[("by", &means(reader, *by)), ("how", &by_means(reader, *by))]),
        Step::Lift => reader.say("step-lift"),
        Step::Buddy(spoken) => reader.say_with("step-buddy", &[("language", &language(reader, *spoken))]),
        Step::Spare(demands) => reader.say_with("step-spare", &[("demands", &each(reader, "demand", *demands))]),
        Step::LiftLess(kilograms) => reader.say_with("step-lift-less", &[("kilograms", &kilograms.to_string())]),
        Step::Course(paper) => reader.say_with(
            "step-course",
            &[("paper", &reader.say_with("certificate", &[("case", &case(*paper))]))],
        ),
    }
}

/// What people call a shift: over by two in the afternoon, begun after three, or worked through midnight.
fn part_of_day(shift: &Shift) -> &'static str {
    match (shift.start.0 / 4, shift.end().0) {
        (4.., ..=56) => "morning",
        (15.., ..=96) => "evening",
        (15.., _) => "night",
        _ => "other",
    }
}

/// "mandag–fredag", "mandag og onsdag".
fn on_days(reader: &Reader, mut days: Vec<Weekday>) -> String {
    days.sort_unstable();
    days.dedup();
    let names: Vec<String> = days.iter().map(|day| weekday(reader, *day)).collect();
    match (&*days, &*names) {
        ([first, _, .., last], [from, .., to]) if *last as usize - *first as usize + 1 == days.len() => {
            reader.say_with("week-from-to", &[("from", from), ("to", to)])
        }
        _ => and(reader, &names),
    }
}

/// Who could say yes to it, as the words of a button.
pub fn ask_whom(reader: &Reader, asked: Asked) -> String {
    reader.say_with("ask-whom", &[("case", &case(asked))])
}

/// What to ask.
pub fn question(reader: &Reader, question: &Question) -> String {
    match question {
        Question::Can(demands) => reader.say_with("question-can", &[("demands", &each(reader, "demand", *demands))]),
        Question::Lift(kilograms) => reader.say_with("question-lift", &[("kilograms", &kilograms.to_string())]),
        Question::Speak(spoken) => reader.say_with("question-speak", &[("language", &language(reader, *spoken))]),
        Question::HowLong(by) => reader.say_with("question-how-long", &[("by", &by_means(reader, *by))]),
        Question::Early(Trip { day, at, is_home }) => {
            let key = if *is_home { "question-late" } else { "question-early" };
            let at = clock(reader, i32::from(at.0));
            reader.say_with(key, &[("day", &weekday(reader, *day)), ("at", &at)])
        }
        Question::End => reader.say("question-end"),
        Question::Staff => reader.say("question-staff"),
        Question::Shifts => reader.say("question-shifts"),
        Question::Holiday(day) => reader.say_with("question-holiday", &[("day", &reader.date(*day))]),
        Question::Rule { id, .. } => reader.say_with("question-rule", &[("rule", id)]),
        Question::Judge { what, .. } => judged(reader, what),
    }
}

/// What the municipality is asked to judge.
fn judged(reader: &Reader, what: &Judged) -> String {
    match what {
        Judged::LightWork {
            occupation: work,
            tasks,
            other_tasks,
        } => {
            let work = work.map(|isco| occupation(reader, isco));
            let tasks = tasks.iter().map(|id| task(reader, *id));
            let all: Vec<String> = work.into_iter().chain(tasks).chain(other_tasks.iter().cloned()).collect();
            reader.say_with("judge-light-work", &[("work", &and(reader, &all))])
        }
        Judged::WithoutSunday => reader.say("judge-without-sunday"),
        Judged::SchoolFree => reader.say("judge-school-free"),
        Judged::Weeks(kind) => reader.say_with("judge-weeks", &[("case", &case(*kind))]),
        Judged::Subsidy => reader.say("judge-subsidy"),
    }
}

pub fn kind(reader: &Reader, kind: Kind) -> String {
    reader.say_with("kind", &[("case", &case(kind))])
}

pub fn occupation(reader: &Reader, isco: Isco) -> String {
    occupations::occupation(isco).map_or_else(
        || format!("ISCO {}", isco.0),
        |occupation| named(reader, occupation.da, occupation.en),
    )
}

pub fn task(reader: &Reader, id: TaskId) -> String {
    occupations::task(id).map_or_else(String::new, |task| named(reader, task.da, task.en))
}

fn named(reader: &Reader, da: &str, en: &str) -> String {
    match reader.lang() {
        crate::words::Lang::Da => da.to_owned(),
        crate::words::Lang::En => en.to_owned(),
    }
}

pub fn task_list(reader: &Reader, tasks: &[TaskId]) -> String {
    let all: Vec<String> = tasks.iter().map(|id| task(reader, *id)).collect();
    and(reader, &all)
}

pub fn language(reader: &Reader, language: Language) -> String {
    reader.say_with("language-name", &[("case", language.code())])
}

pub fn level_name(reader: &Reader, level: Level) -> String {
    reader.say_with("level", &[("case", &case(level))])
}

pub fn means(reader: &Reader, by: Mode) -> String {
    reader.say_with("means", &[("case", &case(by))])
}

pub fn by_means(reader: &Reader, by: Mode) -> String {
    reader.say_with("by-means", &[("case", &case(by))])
}

/// What stands in a set, each by its name under `key`.
pub fn each<T: EnumSetType + Debug>(reader: &Reader, key: &str, set: EnumSet<T>) -> String {
    let all: Vec<String> = set.iter().map(|one| reader.say_with(key, &[("case", &case(one))])).collect();
    and(reader, &all)
}

/// "gulve, ruder og trapper".
fn and(reader: &Reader, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => reader.say_with("list-and", &[("first", &first.join(", ")), ("last", last)]),
    }
}

fn start_of(reader: &Reader, shift: &Shift) -> String {
    clock(reader, i32::from(shift.start.0))
}

fn end_of(reader: &Reader, start: Quarter, length: Quarters) -> String {
    let end = i32::from(start.0) + i32::from(length.0);
    clock(reader, if end > 96 { end - 96 } else { end })
}

/// The name of a choice in the Fluent files: as Rust writes it.
fn case(of: impl Debug) -> String {
    format!("{of:?}")
}
