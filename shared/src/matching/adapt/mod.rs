//! What it would take: the fewest, cheapest changes after which no gate fails, and who could say yes to each.
//!
//! A change is offered only where the company has said that it could, or where somebody could reasonably be asked
//! (`offers`). It is one thing to ask of one of them: to begin all five mornings half an hour later is one change. No more
//! than three at once: who has to change more than that has found another place. What is returned is never trusted: the
//! steps are taken, every gate is asked again of the changed pair, and only what none of them fails is shown. Questions
//! that nobody has answered stay questions.
//!
//! Of two adaptations the one that is no worse in steps, in the company's cost and in that of the person and the
//! municipality beats the other. What nothing beats is the front; three of it are shown. Since a step always costs
//! something, an adaptation of the front fails some gate as soon as one of its steps is taken away.
//!
//! The search is exact (the tests hold it against trying every set of three steps) and takes a few microseconds, and where
//! a youth job has six shifts that could be nearly anywhere, a hundred. Dates, travel, language, demands and certificates
//! are each gate's own, so the ways through them are listed gate by gate and put together; shifts hang together by the
//! week, the hours, youth rules and the ratio rule: `weeks` keeps what was found of them, and `run` searches.

mod lay;
mod minimal;
mod offers;
mod rest;
mod run;
mod steps;
#[cfg(test)]
mod tests;
mod weeks;
mod young;

pub(super) use offers::{LEVELS_BY_HANDS, could_change, could_lie, keenest, most_less};
pub(super) use steps::course_days;
use steps::taken;
pub use steps::{COSTS, Changed, Step, apply};

use super::candidate::AgeBand;
use super::gates::{Context, Pair, check, check_all};
use super::verdict::{Asked, Gate, Verdict};
use enumset::EnumSet;
use lay::ways;
use minimal::{Found, Front};
use rest::Rest;
use serde::{Deserialize, Serialize};
use weeks::Shifts;

/// More changes than this at once are not an adaptation.
pub const MOST_STEPS: usize = 3;

/// Changes after which no gate fails: tried, and each of them needed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Adaptation {
    /// One to three.
    pub steps: Vec<Change>,
    /// The gates that failed and do not any more, in their order.
    pub cures: Vec<Gate>,
    /// What it costs the company, by the table of `steps`.
    pub company: u32,
    /// What it costs the person and the municipality.
    pub others: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    pub step: Step,
    /// Who could say yes.
    pub asked: Asked,
    /// What it would cost them, by the table of `steps`.
    pub cost: u32,
}

/// What it would take for no gate to fail: at most three ways, the fewest changes first. None where nothing fails, or
/// where nothing that anybody could say yes to would help.
pub fn adaptations(pair: &Pair<'_>, context: &Context<'_>) -> Vec<Adaptation> {
    let failing = failing(pair, context);
    let cures: Vec<Gate> = failing.iter().collect();
    minimal::chosen(front(pair, context, failing).0)
        .into_iter()
        .map(|found| Adaptation {
            company: found.company,
            others: found.others,
            cures: cures.clone(),
            steps: found
                .steps
                .into_iter()
                .map(|(cost, step)| Change {
                    step,
                    asked: step.asked(),
                    cost,
                })
                .collect(),
        })
        .collect()
}

/// The gates that fail.
fn failing(pair: &Pair<'_>, context: &Context<'_>) -> EnumSet<Gate> {
    let verdicts = check_all(pair, context).into_iter();
    let fails = verdicts.filter(|(_, verdict)| matches!(verdict, Verdict::Fail(_)));
    fails.map(|(gate, _)| gate).collect()
}

/// All that nothing beats, in order, and how often the search among shifts looked at something for it.
fn front(pair: &Pair<'_>, context: &Context<'_>, failing: EnumSet<Gate>) -> (Vec<Found>, u64) {
    let mut front = Front::default();
    if failing.is_empty() || failing.contains(Gate::Open) || failing.contains(Gate::Kind) {
        return (Vec::new(), 0);
    }
    let mut shifts = Shifts::of(pair);
    for found in without_shifts(pair, context, failing) {
        let Some(changed) = taken(&found.plain_steps(), pair, context) else {
            continue;
        };
        let ways = ways(&changed.candidate, &pair.opening.workplace.site);
        let mut rest = Rest::of(changed, pair, context);
        if !rest.could_be_young() {
            continue;
        }
        for count in 0..=MOST_STEPS - found.steps.len() {
            let room = front.room(found.steps.len() + count, found.others);
            let Some(limit) = room.and_then(|room| room.checked_sub(found.company)) else {
                continue;
            };
            let Some((cost, mut steps)) = shifts.cheapest(&mut rest, ways, count, limit) else {
                continue;
            };
            steps.extend(&found.steps);
            let whole = Found {
                steps,
                company: found.company + cost,
                others: found.others,
            };
            if is_cured(&whole, pair, context) {
                front.add(whole);
            }
            if count == 0 {
                break;
            }
        }
    }
    (front.in_order(), shifts.looks)
}

/// Never by trust: the steps are taken and every gate is asked.
fn is_cured(found: &Found, pair: &Pair<'_>, context: &Context<'_>) -> bool {
    apply(&found.plain_steps(), pair, context).is_some_and(|changed| self::failing(&changed.pair(pair), context).is_empty())
}

/// What one gate could be passed by.
type Offers = fn(&Pair<'_>, &Context<'_>) -> Vec<Step>;

/// Every way through the gates that do not see shifts, by at most three steps, the fewest first.
fn without_shifts(pair: &Pair<'_>, context: &Context<'_>, failing: EnumSet<Gate>) -> Vec<Found> {
    let is_adult = pair.candidate.age == AgeBand::Adult;
    let mut all = vec![Found::default()];
    for gate in [Gate::Dates, Gate::Travel, Gate::Language, Gate::Demands, Gate::Certificates] {
        let (offers, is_of_use): (Offers, bool) = match gate {
            // A later start may find a free seat, or another rule, or leave a shift that clashes no day to come on; and before
            // it there may be time for a course.
            Gate::Dates => (
                offers::dates,
                !is_adult
                    || !failing.is_disjoint(Gate::Hours | Gate::Ratio | Gate::Certificates)
                    || failing.contains(Gate::Week) && offers::could_lose_shifts(pair, context),
            ),
            // A quicker way leaves more of the week, and other shifts may go without a bus that is known.
            Gate::Travel => (|pair, _| offers::travel(pair), sees_way(pair, failing)),
            Gate::Language => (|pair, _| offers::language(pair), false),
            Gate::Demands => (|pair, _| offers::demands(pair), !is_adult),
            _ => (|pair, _| offers::certificates(pair), false),
        };
        if !failing.contains(gate) && !is_of_use {
            continue;
        }
        let ways = ways_through(gate, &offers(pair, context), pair, context);
        all = all
            .iter()
            .flat_map(|found| ways.iter().filter_map(|way| found.with(way)))
            .collect();
    }
    all.sort_by_key(|found| (found.steps.len(), found.company + found.others));
    all
}

/// Whether the way has a say in what fails, or may have once shifts are changed: by youth rules they move, and then there
/// may be less room around them.
fn sees_way(pair: &Pair<'_>, failing: EnumSet<Gate>) -> bool {
    let [late, early] = ways(pair.candidate, &pair.opening.workplace.site);
    failing.contains(Gate::Week) || failing.contains(Gate::Youth) || late != early
}

/// Each set of at most three of these steps after which this gate does not fail.
fn ways_through(gate: Gate, offers: &[Step], pair: &Pair<'_>, context: &Context<'_>) -> Vec<Found> {
    let mut sets = vec![Found::default()];
    for step in offers {
        let cost = step.cost(pair, context);
        let one = match step.asked() {
            Asked::Company => Found {
                steps: vec![(cost, *step)],
                company: cost,
                others: 0,
            },
            Asked::Candidate | Asked::Municipality => Found {
                steps: vec![(cost, *step)],
                company: 0,
                others: cost,
            },
        };
        let more: Vec<Found> = sets.iter().filter_map(|set| set.with(&one)).collect();
        sets.extend(more);
    }
    sets.retain(|set| {
        taken(&set.plain_steps(), pair, context).is_some_and(|changed| match gate {
            // It may hang on the shifts how long the way is.
            Gate::Travel => {
                let ways = ways(&changed.candidate, &pair.opening.workplace.site);
                ways.iter().any(Option::is_some)
            }
            _ => !matches!(check(gate, &changed.pair(pair), context), Verdict::Fail(_)),
        })
    });
    sets
}
