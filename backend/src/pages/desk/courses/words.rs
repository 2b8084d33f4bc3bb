//! Steps and stages in words.

use crate::pages::reader::{Reader, hours_of};
use shared::matching::course::{Course, NotNow, Stage, Step, What, With};

pub fn stage(reader: &Reader, stage: Stage) -> String {
    reader.say_with("course-stage", &[("case", &format!("{stage:?}"))])
}

/// "fra 1. december til 25. januar".
pub fn lasts(reader: &Reader, course: &Course) -> String {
    let (from, until) = course.span();
    let from = reader.date(from);
    match until {
        Some(until) => reader.say_with("course-from-until", &[("from", &from), ("until", &reader.date(until))]),
        None => reader.say_with("course-from", &[("from", &from)]),
    }
}

/// What was said or done.
pub fn step(reader: &Reader, step: Step) -> String {
    match step {
        Step::Apply => reader.say("course-did-apply"),
        Step::Confirm => reader.say("course-did-confirm"),
        Step::NobodyToConfirm => reader.say("course-did-nobody"),
        Step::Grant => reader.say("course-did-grant"),
        Step::Begin => reader.say("course-did-begin"),
        Step::FollowUp { week, with } => {
            reader.say_with("course-did-talk", &[("week", &week.to_string()), ("with", with_text(with))])
        }
        Step::Extend { until } => reader.say_with("course-did-extend", &[("until", &reader.date(until))]),
        Step::Hours { hours } => reader.say_with("course-did-hours", &[("hours", &hours_of(hours))]),
        Step::Job { hours } => reader.say_with("course-did-job", &[("hours", &hours_of(hours))]),
        Step::End => reader.say("course-did-end"),
    }
}

pub fn with_text(with: With) -> &'static str {
    match with {
        With::Both => "both",
        With::Person => "person",
        With::Workplace => "workplace",
    }
}

/// What is waited for.
pub fn what(reader: &Reader, course: &Course, name: &str) -> String {
    let Some(next) = course.next() else {
        return reader.say("course-next-nothing");
    };
    match next.what {
        What::Application => reader.say("course-next-application"),
        What::Confirmation => reader.say("course-next-confirmation"),
        What::Answer => reader.say("course-next-answer"),
        What::FirstDay => reader.say("course-next-first-day"),
        What::FollowUp(one) => {
            let week = one.week.to_string();
            let with = with_text(one.with);
            reader.say_with("course-next-talk", &[("week", &week), ("with", with), ("name", name)])
        }
        What::LastDay => reader.say("course-next-last-day"),
        What::Signature => reader.say("course-next-signature"),
    }
}

pub fn not_now(reader: &Reader, why: NotNow) -> String {
    reader.say_with("course-not-now", &[("case", &format!("{why:?}"))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use shared::day::Day;
    use shared::matching::week::Quarters;

    #[test]
    fn every_stage_step_and_refusal_has_words_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let reader = Reader::new(Some(lang.tag()), lang);
            let mut said: Vec<String> = Stage::ALL.iter().map(|one| stage(&reader, *one)).collect();
            said.extend(NotNow::ALL.iter().map(|why| not_now(&reader, *why)));
            let hours = Quarters::from_hours(12);
            let with = [With::Both, With::Person, With::Workplace];
            let talks = with.map(|with| Step::FollowUp { week: 4, with });
            let until = Day::EPOCH;
            let steps = [
                Step::Apply,
                Step::Confirm,
                Step::NobodyToConfirm,
                Step::Grant,
                Step::Begin,
                Step::Extend { until },
                Step::Hours { hours },
                Step::Job { hours },
                Step::End,
            ];
            said.extend(steps.into_iter().chain(talks).map(|one| step(&reader, one)));
            let count = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count, "{lang:?}: {said:#?}");
            assert!(said.iter().all(|words| !words.contains("course-")), "{said:#?}");
        }
    }
}
