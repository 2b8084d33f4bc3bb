//! Places for a person, and people for a place.
//!
//! The two lists are ordered by different things on purpose. Places compete for a person, so they come by fit.
//! People never compete: they come by how long they have waited, and their fit is a reason to read, not a rank.
//! What is equal takes turns: its order is drawn anew each ISO week, so that nobody is first for ever.
//!
//! Where no gate fails, it fits; open questions are asked beside it. Where some gate fails and there is something
//! that somebody could say yes to, it is listed apart with what it would take. All else is left out, and of a no
//! there is no trace.

use super::adapt::{Adaptation, adaptations};
use super::calendar::iso_week;
use super::candidate::Candidate;
use super::fit::{Fit, fit};
use super::gates::{Context, Pair, check, check_all};
use super::placement::Opening;
use super::verdict::{Asked, Gate, Question, Verdict, Violation};
use crate::day::Day;
use crate::ids::{CandidateId, PlacementId};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use uuid::Uuid;
use xxhash_rust::xxh64::xxh64;

/// A person and a place with all there is to say about the two.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Match {
    pub candidate: CandidateId,
    pub placement: PlacementId,
    pub fit: Fit,
    /// What each gate says, in their order.
    pub verdicts: Vec<(Gate, Verdict)>,
    /// What it would take, where a gate fails.
    pub adaptations: Vec<Adaptation>,
}

impl Match {
    /// All that a pair's gates, parts and changes say.
    pub fn of(pair: &Pair<'_>, context: &Context<'_>) -> Match {
        let verdicts = check_all(pair, context);
        let fails = verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Fail(_)));
        Match {
            candidate: pair.candidate.id,
            placement: pair.opening.placement.id,
            fit: fit(pair),
            verdicts,
            adaptations: if fails { adaptations(pair, context) } else { Vec::new() },
        }
    }

    pub fn violations(&self) -> impl Iterator<Item = &Violation> {
        self.verdicts.iter().filter_map(|(_, verdict)| match verdict {
            Verdict::Fail(violation) => Some(violation),
            _ => None,
        })
    }

    /// Each once, though two gates may ask the same.
    pub fn questions(&self) -> Vec<&Question> {
        let mut questions = Vec::new();
        for (_, verdict) in &self.verdicts {
            if let Verdict::Unknown(question) = verdict
                && !questions.contains(&question)
            {
                questions.push(question);
            }
        }
        questions
    }

    pub fn fits(&self) -> bool {
        self.violations().next().is_none()
    }
}

/// The most to show of each list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    pub fits: usize,
    /// What it would take is looked for only as often as needed for so many.
    pub nearly: usize,
}

impl Limit {
    pub const NONE: Limit = Limit {
        fits: usize::MAX,
        nearly: usize::MAX,
    };
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Listed {
    /// Those that no gate fails.
    pub fits: Vec<Match>,
    /// How many there are, shown or not.
    pub fit_in_all: u32,
    /// Those that some gate fails and that a change would make possible, in the same order.
    pub nearly: Vec<Match>,
    /// Questions whose answer counts for more than one of the fits, those first whose yes would open most.
    pub questions: Vec<Asking>,
}

/// A question, and how much hangs on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asking {
    pub question: Question,
    /// The community to which the way is asked for.
    pub to: Option<String>,
    /// Fits with no other open question than what a yes to this one answers.
    pub opens: u32,
    /// Fits that ask it at all.
    pub asked_by: u32,
}

/// Places for a person, those first that fit best. `nos` are the placements to which either side has said no.
pub fn places_for(
    candidate: &Candidate,
    openings: &[Opening<'_>],
    nos: &BTreeSet<PlacementId>,
    context: &Context<'_>,
    limit: Limit,
) -> Listed {
    let pairs = openings.iter().filter(|opening| !nos.contains(&opening.placement.id));
    let pairs = pairs.map(|&opening| Pair {
        candidate,
        opening,
        said_no: false,
    });
    let order = |pair: &Pair<'_>| {
        let placement = pair.opening.placement.id;
        (Reverse(fit(pair).points()), turn(placement.0, context.today), placement.0)
    };
    list(pairs, order, Asked::Company, context, limit)
}

/// People for a place, those first who have waited longest. `nos` are the people who have said no to it, or it to them.
pub fn people_for(
    opening: Opening<'_>,
    candidates: &[Candidate],
    nos: &BTreeSet<CandidateId>,
    context: &Context<'_>,
    limit: Limit,
) -> Listed {
    let pairs = candidates.iter().filter(|candidate| !nos.contains(&candidate.id));
    let pairs = pairs.map(|candidate| Pair {
        candidate,
        opening,
        said_no: false,
    });
    let order = |pair: &Pair<'_>| {
        let candidate = pair.candidate;
        (candidate.waiting_since, turn(candidate.id.0, context.today), candidate.id.0)
    };
    list(pairs, order, Asked::Candidate, context, limit)
}

/// Equals stand in the order of this number, another one each week.
pub(super) fn turn(id: Uuid, today: Day) -> u64 {
    let (year, week) = iso_week(today);
    let mut bytes = [0; 21];
    bytes[..16].copy_from_slice(id.as_bytes());
    bytes[16..20].copy_from_slice(&year.to_be_bytes());
    bytes[20] = week;
    xxh64(&bytes, 0)
}

/// The gates, those first that fail often and cost little to ask.
const CHEAP_FIRST: [Gate; 11] = [
    Gate::Open,
    Gate::Kind,
    Gate::Demands,
    Gate::Certificates,
    Gate::Language,
    Gate::Dates,
    Gate::Travel,
    Gate::Youth,
    Gate::Hours,
    Gate::Week,
    Gate::Ratio,
];

/// What a pair's gates ask, should none of them fail.
fn open_questions(pair: &Pair<'_>, context: &Context<'_>) -> Option<Vec<Question>> {
    let mut questions = Vec::new();
    for gate in CHEAP_FIRST {
        match check(gate, pair, context) {
            Verdict::Ok(_) => {}
            Verdict::Fail(_) => return None,
            Verdict::Unknown(question) => questions.push(question),
        }
    }
    Some(questions)
}

/// `others` is whose side there are many of: what only one of them can answer is asked beside each of them.
fn list<'a, K: Ord>(
    pairs: impl Iterator<Item = Pair<'a>>,
    order: impl Fn(&Pair<'a>) -> K,
    others: Asked,
    context: &Context<'_>,
    limit: Limit,
) -> Listed {
    let (mut fits, mut fails) = (Vec::new(), Vec::new());
    let (mut fit_in_all, mut questions) = (0, Questions::default());
    for pair in pairs {
        match open_questions(&pair, context) {
            Some(asked) => {
                fit_in_all += 1;
                questions.add(&pair, asked, others);
                if limit.fits > 0 {
                    fits.push((order(&pair), pair));
                }
            }
            None if limit.nearly > 0 => fails.push((order(&pair), pair)),
            None => {}
        }
    }
    if (1..fits.len()).contains(&limit.fits) {
        fits.select_nth_unstable_by(limit.fits - 1, |(one, _), (other, _)| one.cmp(other));
    }
    fits.truncate(limit.fits);
    fits.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    fails.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let matches = |pairs: Vec<(K, Pair<'a>)>| pairs.into_iter().map(|(_, pair)| Match::of(&pair, context));
    Listed {
        fits: matches(fits).collect(),
        fit_in_all,
        nearly: matches(fails)
            .filter(|one| !one.adaptations.is_empty())
            .take(limit.nearly)
            .collect(),
        questions: questions.in_order(),
    }
}

#[derive(Default)]
struct Questions(Vec<Asking>);

impl Questions {
    fn add(&mut self, pair: &Pair<'_>, questions: Vec<Question>, others: Asked) {
        let mut each: Vec<Question> = Vec::new();
        for question in questions.into_iter().flat_map(one_by_one) {
            if !each.contains(&question) {
                each.push(question);
            }
        }
        let is_alone = each.len() == 1;
        for question in each.into_iter().filter(|question| question.of() != others) {
            let to = matches!(question, Question::HowLong(_) | Question::Early { .. });
            let to = to.then_some(pair.opening.workplace.site.community.as_str());
            let known = self
                .0
                .iter()
                .position(|asking| asking.question == question && asking.to.as_deref() == to);
            let at = known.unwrap_or_else(|| {
                self.0.push(Asking {
                    question,
                    to: to.map(str::to_owned),
                    opens: 0,
                    asked_by: 0,
                });
                self.0.len() - 1
            });
            self.0[at].asked_by += 1;
            self.0[at].opens += u32::from(is_alone);
        }
    }

    fn in_order(mut self) -> Vec<Asking> {
        // Who lifts more lifts less.
        let lifts = |question: &Question| match question {
            Question::Lift(kilograms) => Some(*kilograms),
            _ => None,
        };
        let alone: Vec<_> = self
            .0
            .iter()
            .filter_map(|asking| Some((lifts(&asking.question)?, asking.opens)))
            .collect();
        for asking in &mut self.0 {
            if let Some(most) = lifts(&asking.question) {
                asking.opens = alone
                    .iter()
                    .filter(|(kilograms, _)| *kilograms <= most)
                    .map(|(_, opens)| opens)
                    .sum();
            }
        }
        self.0.sort_by_key(|asking| Reverse((asking.opens, asking.asked_by)));
        self.0
    }
}

/// What can be answered apart is asked apart.
fn one_by_one(question: Question) -> Vec<Question> {
    match question {
        Question::Can(demands) => demands.iter().map(|demand| Question::Can(demand.into())).collect(),
        question => vec![question],
    }
}

#[cfg(test)]
mod tests;
