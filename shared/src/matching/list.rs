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
use super::bulk::{Person, Places, Ranked};
use super::calendar::iso_week;
use super::candidate::Candidate;
use super::fit::{Fit, fit};
use super::gates::{Context, Pair, check, check_all, demands};
use super::place::Mode;
use super::placement::Opening;
use super::verdict::{Asked, Gate, Question, Verdict, Violation};
use crate::day::Day;
use crate::ids::{CandidateId, PlacementId};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
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
        let adaptations = if fails { adaptations(pair, context) } else { Vec::new() };
        Match::with(pair, verdicts, adaptations)
    }

    /// `None` where no gate fails, or where nothing that anybody could say yes to would help.
    fn nearly(pair: &Pair<'_>, context: &Context<'_>) -> Option<Match> {
        let adaptations = adaptations(pair, context);
        (!adaptations.is_empty()).then(|| Match::with(pair, check_all(pair, context), adaptations))
    }

    fn with(pair: &Pair<'_>, verdicts: Vec<(Gate, Verdict)>, adaptations: Vec<Adaptation>) -> Match {
        Match {
            candidate: pair.candidate.id,
            placement: pair.opening.placement.id,
            fit: fit(pair),
            verdicts,
            adaptations,
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
        leave_answered(&mut questions);
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
pub fn places_for(candidate: &Candidate, places: &Places, nos: &BTreeSet<PlacementId>, limit: Limit) -> Listed {
    let context = places.context();
    let mut person = Person::new(candidate, places);
    let mut fits = Vec::new();
    person.each_fit(|place, points| fits.push(Ranked { place, points }));
    let mut nearly = if limit.nearly > 0 { person.perhaps(&fits) } else { Vec::new() };
    if !nos.is_empty() {
        for list in [&mut fits, &mut nearly] {
            list.retain(|one| !nos.contains(&places.opening(one.place).placement.id));
        }
    }
    let mut questions = Questions::default();
    for one in &fits {
        let community = &places.opening(one.place).workplace.site.community;
        questions.add(person.questions(one.place), community, Asked::Company);
    }
    let pair = |place: usize| Pair {
        candidate,
        opening: places.opening(place),
        said_no: false,
    };
    // Places are in the order of their ids.
    let order = |one: &Ranked| (Reverse(one.points), places.turn(one.place), one.place);
    let fit_in_all = fits.len() as u32;
    let fits = first(fits, limit.fits, order).into_iter();
    let mut nearly: BinaryHeap<_> = nearly.iter().map(|one| Reverse(order(one))).collect();
    let nearly = std::iter::from_fn(|| nearly.pop()).map(|Reverse((.., place))| place);
    Listed {
        fits: fits.map(|one| Match::of(&pair(one.place), &context)).collect(),
        fit_in_all,
        nearly: nearly
            .filter_map(|place| Match::nearly(&pair(place), &context))
            .take(limit.nearly)
            .collect(),
        questions: questions.in_order(),
    }
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
    let order = |pair: &Pair<'_>| waiting(pair.candidate, context.today);
    list(pairs, order, Asked::Candidate, context, limit)
}

/// The order of people wherever they are listed: whoever has waited longest comes first.
pub fn waiting(candidate: &Candidate, today: Day) -> (Day, u64, CandidateId) {
    (candidate.waiting_since, turn(candidate.id.0, today), candidate.id)
}

/// Equals stand in the order of this number, another one each week.
pub fn turn(id: Uuid, today: Day) -> u64 {
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

/// All that a pair's gates ask, should none of them fail: also what stands behind the first question of a gate.
fn open_questions(pair: &Pair<'_>, context: &Context<'_>) -> Option<Vec<Question>> {
    let mut questions = Vec::new();
    for gate in CHEAP_FIRST {
        match check(gate, pair, context) {
            Verdict::Ok(_) => {}
            Verdict::Fail(_) => return None,
            Verdict::Unknown(_) if gate == Gate::Demands => {
                let placement = pair.opening.placement;
                questions.extend(demands::asks(&pair.candidate.needs, placement.demands, placement.lifts));
            }
            Verdict::Unknown(question) => questions.push(question),
        }
    }
    Some(questions)
}

/// Every pair asked by every gate. `others` is whose side there are many of: what only one of them can answer is asked
/// beside each of them.
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
                questions.add(&asked, &pair.opening.workplace.site.community, others);
                fits.push(pair);
            }
            None if limit.nearly > 0 => fails.push(pair),
            None => {}
        }
    }
    let fits = first(fits, limit.fits, &order).into_iter();
    let fails = first(fails, usize::MAX, &order).into_iter();
    Listed {
        fits: fits.map(|pair| Match::of(&pair, context)).collect(),
        fit_in_all,
        nearly: fails
            .filter_map(|pair| Match::nearly(&pair, context))
            .take(limit.nearly)
            .collect(),
        questions: questions.in_order(),
    }
}

/// So many of them, the first ones in this order.
fn first<T, K: Ord>(mut all: Vec<T>, most: usize, order: impl Fn(&T) -> K) -> Vec<T> {
    if (1..all.len()).contains(&most) {
        all.select_nth_unstable_by_key(most - 1, &order);
    }
    all.truncate(most);
    all.sort_by_cached_key(order);
    all
}

/// Whether one answer answers both: how one gets somewhere so early is told for all hours at once.
fn is_same(one: &Question, other: &Question) -> bool {
    one == other || matches!((one, other), (Question::Early(_), Question::Early(_)))
}

/// Whoever tells how they get somewhere so early by bus tells how long it takes.
fn leave_answered<Q: Borrow<Question>>(questions: &mut Vec<Q>) {
    if questions
        .iter()
        .any(|question| matches!(question.borrow(), Question::Early(_)))
    {
        questions.retain(|question| *question.borrow() != Question::HowLong(Mode::Bus));
    }
}

#[derive(Default)]
struct Questions {
    all: Vec<Asking>,
    /// Those of one pair, each once.
    each: Vec<Question>,
}

impl Questions {
    /// What the gates of one pair ask.
    fn add(&mut self, asked: &[Question], community: &str, others: Asked) {
        self.each.clear();
        for question in asked {
            match question {
                // What can be answered apart is asked apart.
                Question::Can(demands) => self.each.extend(demands.iter().map(|demand| Question::Can(demand.into()))),
                question if self.each.contains(question) => {}
                question => self.each.push(question.clone()),
            }
        }
        leave_answered(&mut self.each);
        let is_alone = self.each.len() == 1;
        for question in self.each.drain(..).filter(|question| question.about() != others) {
            let to = matches!(question, Question::HowLong(_) | Question::Early { .. });
            let to = to.then_some(community);
            let known = self
                .all
                .iter()
                .position(|asking| is_same(&asking.question, &question) && asking.to.as_deref() == to);
            let at = known.unwrap_or_else(|| {
                self.all.push(Asking {
                    question,
                    to: to.map(str::to_owned),
                    opens: 0,
                    asked_by: 0,
                });
                self.all.len() - 1
            });
            self.all[at].asked_by += 1;
            self.all[at].opens += u32::from(is_alone);
        }
    }

    fn in_order(mut self) -> Vec<Asking> {
        // Who lifts more lifts less.
        let lifts = |question: &Question| match question {
            Question::Lift(kilograms) => Some(*kilograms),
            _ => None,
        };
        let alone: Vec<_> = self
            .all
            .iter()
            .filter_map(|asking| Some((lifts(&asking.question)?, asking.opens)))
            .collect();
        for asking in &mut self.all {
            if let Some(most) = lifts(&asking.question) {
                asking.opens = alone
                    .iter()
                    .filter(|(kilograms, _)| *kilograms <= most)
                    .map(|(_, opens)| opens)
                    .sum();
            }
        }
        self.all.sort_by_key(|asking| Reverse((asking.opens, asking.asked_by)));
        self.all
    }
}

#[cfg(test)]
mod tests;
