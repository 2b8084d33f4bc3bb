//! The gates: what must hold of a pair of a person and a place.
//!
//! Each gate is one small pure function of a pair, in a file of its own. It says `Ok` with how much there was
//! to spare, `Fail` with what is missing, or `Unknown` with the question whose answer would decide. None of
//! them looks at another gate's verdict, so that each can be shown, mended and asked again alone. A gate that
//! cannot know never guesses: an unknown is neither a yes nor a no.

mod certificates;
pub(crate) mod dates;
pub(crate) mod demands;
pub(crate) mod hours;
pub(crate) mod kind;
mod language;
mod open;
pub mod ratio;
pub mod travel;
pub(crate) mod week;
pub mod youth;

pub use hours::FULL_WEEK;

use super::candidate::Candidate;
use super::placement::Opening;
use super::rules::Rules;
use super::verdict::{Gate, Judged, Missing, Question, Verdict, Violation};
use crate::day::Day;
use enumset::EnumSet;

/// Somebody and somewhere: what every gate judges.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    pub candidate: &'a Candidate,
    pub opening: Opening<'a>,
    /// The person or the company has said no to the other. Which of them, and why, nobody is told.
    pub said_no: bool,
}

/// What is the same for every pair of one run.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub rules: &'a Rules,
    pub today: Day,
}

impl Pair<'_> {
    /// The first day on which the person could begin.
    pub fn begins(&self, today: Day) -> Day {
        self.opening.placement.begins(today)
    }
}

/// What one gate says of a pair.
pub fn check(gate: Gate, pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    match gate {
        Gate::Open => open::open(pair),
        Gate::Kind => kind::kind(pair, context),
        Gate::Dates => dates::dates(pair, context),
        Gate::Week => week::week(pair, context),
        Gate::Hours => hours::hours(pair, context),
        Gate::Travel => travel::travel(pair),
        Gate::Language => language::language(pair),
        Gate::Demands => demands::demands(pair),
        Gate::Certificates => certificates::certificates(pair),
        Gate::Youth => youth::youth(pair, context),
        Gate::Ratio => ratio::ratio(pair, context),
    }
}

/// What every gate says, in the order in which they are asked.
pub fn check_all(pair: &Pair<'_>, context: &Context<'_>) -> Vec<(Gate, Verdict)> {
    EnumSet::<Gate>::all()
        .iter()
        .map(|gate| (gate, check(gate, pair, context)))
        .collect()
}

/// A gate's no where the law has no part in it: it is the person's or the company's own.
fn fail(gate: Gate, missing: Missing) -> Verdict {
    Verdict::Fail(Violation {
        gate,
        missing,
        rule: None,
    })
}

/// A gate's no by a rule of law, which is cited as it stands on the day on which the person would begin.
fn fail_by(rule: &str, gate: Gate, missing: Missing, rules: &Rules, day: Day) -> Verdict {
    Verdict::Fail(Violation {
        gate,
        missing,
        rule: rules.cite(rule, day),
    })
}

/// What is asked where the file has no rule of this id that can be reckoned with on the day.
fn not_in_force(rule: &str, rules: &Rules, day: Day) -> Question {
    Question::Rule {
        id: rule.to_owned(),
        nearest: rules.cite(rule, day),
    }
}

/// What the law leaves to somebody's judgement; where the file has no such rule for the day, the rule itself is asked for.
fn judge(what: Judged, rule: &str, rules: &Rules, day: Day) -> Question {
    match rules.on(rule, day) {
        Some(found) => Question::Judge {
            what,
            rule: Box::new(found.cited(day)),
        },
        None => not_in_force(rule, rules, day),
    }
}

#[cfg(test)]
mod tests;
