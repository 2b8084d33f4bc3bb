//! Many people against many places.
//!
//! The same answers as the gates and the fit, prepared so that most pairs cost next to nothing: for each thing
//! that can rule a place out there is the set of places that ask for it, one bit for each, and somebody's way
//! through them is a few dozen sets taken away from one another (`left_over`). What is left is asked pair by
//! pair, with the person's weeks, ways and wishes worked out once (`each_fit`). Two laws hold it to the gates, on
//! random people and places: the sets drop no pair that every gate lets be, and in the end exactly those are
//! left, with the points of their fit.

mod bits;
#[cfg(test)]
mod tests;

use super::candidate::{Candidate, Spoken, Status};
use super::fit::{self, Part};
use super::gates::travel::{Way, early, reach};
use super::gates::{Context, Pair, check, dates, hours};
use super::place::Site;
use super::placement::Opening;
use super::shift::pattern;
use super::verdict::{Gate, Verdict};
use super::week::{Quarters, Weeks};
use super::words::{Certificate, Demand, Isco, Kind, TaskId};
use crate::day::Day;
use bits::Bits;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::OnceLock;

/// The places of one day, ready to be held against people.
#[derive(Debug)]
pub struct Places<'a> {
    context: Context<'a>,
    rows: Vec<Row<'a>>,
    /// Still there, with a seat.
    open: Bits,
    kinds: BTreeMap<Kind, Bits>,
    demands: BTreeMap<Demand, Bits>,
    /// By kilograms.
    lifts: BTreeMap<u8, Bits>,
    certificates: BTreeMap<Certificate, Bits>,
    must_speak: Vec<(Spoken, Bits)>,
    /// Where one must be, and whether early or late.
    ends: Vec<(&'a Site, bool)>,
    patterns: Vec<Weeks>,
    occupations: Vec<Isco>,
}

/// What is left to ask of a place when the sets have been asked.
#[derive(Debug)]
struct Row<'a> {
    opening: Opening<'a>,
    begins: Day,
    limited_weeks: Option<u16>,
    /// Quarter hours of two weeks that the placement leaves free; `None` where no longest week counts or is known.
    room: Option<i32>,
    /// Its number among those that are told apart.
    end: usize,
    /// The same; `None` where the company has not said when.
    pattern: Option<usize>,
    occupation: usize,
    offered: Option<Quarters>,
    pay_after: u16,
    /// Whether there is no seat under the ratio rule, which is the same for everybody whom it counts for.
    is_full: OnceLock<bool>,
}

/// Somebody, with what is the same for many places worked out once.
struct Person<'a> {
    candidate: &'a Candidate,
    taken: i32,
    hoped: Option<Quarters>,
    can: Bits,
    learns: Bits,
    /// Points of the wish, by number of occupation.
    wishes: Vec<u16>,
    /// By number of end.
    roads: Vec<Option<Road>>,
    /// When the person could be at work with a way of so many quarter hours.
    free: Vec<Option<Weeks>>,
}

/// The way to one end.
#[derive(Clone, Copy)]
struct Road {
    /// `None`: a question.
    way: Option<Quarters>,
    is_too_far: bool,
    points: u16,
    is_home: bool,
}

impl<'a> Places<'a> {
    pub fn new(openings: impl IntoIterator<Item = Opening<'a>>, context: Context<'a>) -> Self {
        let openings: Vec<Opening<'a>> = openings.into_iter().collect();
        let (mut ends, mut patterns, mut occupations) = (Numbers::new(), Numbers::new(), Numbers::new());
        let mut must_speak: Vec<(Spoken, Bits)> = Vec::new();
        let none = || Bits::empty(openings.len());
        let mut open = none();
        let (mut kinds, mut demands) = (BTreeMap::new(), BTreeMap::new());
        let (mut lifts, mut certificates) = (BTreeMap::new(), BTreeMap::new());
        let mut rows = Vec::with_capacity(openings.len());
        for (at, &opening) in openings.iter().enumerate() {
            let placement = opening.placement;
            if placement.seats > 0 && dates::lasts(placement, context.today).is_ok() {
                open.insert(at);
            }
            kinds.entry(placement.kind).or_insert_with(none).insert(at);
            lifts.entry(placement.lifts).or_insert_with(none).insert(at);
            for demand in placement.demands {
                demands.entry(demand).or_insert_with(none).insert(at);
            }
            for certificate in placement.certificates {
                certificates.entry(certificate).or_insert_with(none).insert(at);
            }
            for &must in &placement.must_speak {
                match must_speak.iter_mut().find(|(spoken, _)| *spoken == must) {
                    Some((_, places)) => places.insert(at),
                    None => {
                        let mut places = none();
                        places.insert(at);
                        must_speak.push((must, places));
                    }
                }
            }
            let begins = placement.begins(context.today);
            let site = &opening.workplace.site;
            let is_early = early(placement).is_some();
            let has_shifts = !placement.shifts.is_empty();
            rows.push(Row {
                opening,
                begins,
                limited_weeks: dates::limited_weeks(placement, begins),
                room: hours::room(placement, begins, context.rules).ok().and_then(|room| room.left),
                end: ends.number((&site.community, site.point, site.island, is_early), (site, is_early)),
                pattern: has_shifts
                    .then(|| pattern(&placement.shifts, u8::MAX))
                    .map(|weeks| patterns.number(weeks, weeks)),
                occupation: occupations.number(placement.occupation, placement.occupation),
                offered: fit::offered(placement),
                pay_after: fit::points(Part::PayAfter, fit::pay_after(placement).0),
                is_full: OnceLock::new(),
            });
        }
        Self {
            context,
            rows,
            open,
            kinds,
            demands,
            lifts,
            certificates,
            must_speak,
            ends: ends.all,
            patterns: patterns.all,
            occupations: occupations.all,
        }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The place of this number, as they were handed in.
    pub fn opening(&self, place: usize) -> Opening<'a> {
        self.rows[place].opening
    }

    /// What the sets leave over: at least every place that no gate fails.
    fn left_over(&self, candidate: &Candidate) -> Bits {
        let mut left = self.open.clone();
        let mut remove = |places: &Bits| left.remove_all(places);
        let needs = &candidate.needs;
        let kinds = self.kinds.iter().filter(|(kind, _)| !candidate.kinds().contains(**kind));
        kinds.for_each(|(_, places)| remove(places));
        let demands = self.demands.iter().filter(|(demand, _)| needs.cannot.contains(**demand));
        demands.for_each(|(_, places)| remove(places));
        let lifts = self
            .lifts
            .iter()
            .filter(|(lifts, _)| needs.lifts.is_some_and(|most| **lifts > most));
        lifts.for_each(|(_, places)| remove(places));
        let certificates = self.certificates.iter();
        let certificates = certificates.filter(|(certificate, _)| !candidate.certificates.contains(**certificate));
        certificates.for_each(|(_, places)| remove(places));
        let speaks = |must: &Spoken| {
            let spoken = candidate.speaks.iter().find(|spoken| spoken.language == must.language);
            candidate.speaks.is_empty() || spoken.is_some_and(|spoken| spoken.level >= must.level)
        };
        let languages = self.must_speak.iter().filter(|(must, _)| !speaks(must));
        languages.for_each(|(_, places)| remove(places));
        left
    }

    /// Every place that no gate fails for this person, in the order in which they were handed in, with the points of
    /// its fit. Who has said no to whom is for the caller to leave out.
    pub fn each_fit(&self, candidate: &Candidate, mut visit: impl FnMut(usize, u16)) {
        if candidate.status == Status::Pause {
            return;
        }
        let mut person = Person::new(candidate, self);
        for place in self.left_over(candidate).iter() {
            let row = &self.rows[place];
            if person.may(row, &self.context) && person.can_be_there(row, self) && self.has_seat(row, candidate) {
                visit(place, person.points(row, self));
            }
        }
    }

    fn has_seat(&self, row: &Row<'_>, candidate: &Candidate) -> bool {
        let fails = || fails(Gate::Ratio, candidate, row, &self.context);
        candidate.terms.outside_ratio || !row.is_full.get_or_init(fails)
    }
}

fn fails(gate: Gate, candidate: &Candidate, row: &Row<'_>, context: &Context<'_>) -> bool {
    let pair = Pair {
        candidate,
        opening: row.opening,
        said_no: false,
    };
    matches!(check(gate, &pair, context), Verdict::Fail(_))
}

impl<'a> Person<'a> {
    fn new(candidate: &'a Candidate, places: &Places<'_>) -> Self {
        let tasks = |tasks: &[TaskId]| {
            let mut set = Bits::empty(tasks.iter().map(|task| usize::from(task.0) + 1).max().unwrap_or(0));
            tasks.iter().for_each(|task| set.insert(task.0.into()));
            set
        };
        let wish = |&occupation: &Isco| fit::points(Part::Wish, fit::wish(&candidate.wanted, occupation).0);
        let longest = Quarters::up_from_minutes(candidate.travel.longest);
        Self {
            candidate,
            taken: hours::taken(candidate.hours),
            hoped: fit::hoped(candidate),
            can: tasks(&candidate.can),
            learns: tasks(&candidate.wants_to_learn),
            wishes: places.occupations.iter().map(wish).collect(),
            roads: vec![None; places.ends.len()],
            free: vec![None; usize::from(longest.0) + 1],
        }
    }

    /// Dates, terms, hours and youth rules.
    fn may(&self, row: &Row<'_>, context: &Context<'_>) -> bool {
        let terms = &self.candidate.terms;
        let is_too_long = row
            .limited_weeks
            .zip(terms.longest_weeks)
            .is_some_and(|(weeks, most)| weeks > most.into());
        self.candidate.from.is_none_or(|from| from <= row.begins)
            && !is_too_long
            && row.room.is_none_or(|room| self.taken <= room)
            && !terms.excluded.contains(&row.opening.workplace.id)
            && !fails(Gate::Youth, self.candidate, row, context)
    }

    fn can_be_there(&mut self, row: &Row<'_>, places: &Places<'_>) -> bool {
        let road = self.road(row.end, places);
        if road.is_too_far {
            return false;
        }
        // A way that nobody knows is no shorter than none.
        let way = road.way.unwrap_or_default();
        let free = self.free[usize::from(way.0)].get_or_insert_with(|| self.candidate.free.eroded(way));
        row.pattern.is_none_or(|pattern| places.patterns[pattern].is_subset(free))
    }

    fn road(&mut self, end: usize, places: &Places<'_>) -> Road {
        *self.roads[end].get_or_insert_with(|| {
            let (site, is_early) = places.ends[end];
            let way = reach(self.candidate, site, is_early);
            let minutes = match way {
                Way::Known { minutes, .. } => Some(minutes),
                Way::Asked(_) => None,
            };
            Road {
                way: minutes.map(Quarters::up_from_minutes),
                is_too_far: minutes.is_some_and(|minutes| minutes > self.candidate.travel.longest),
                points: fit::points(Part::Way, fit::distance(self.candidate, site, way).0),
                is_home: site.community == self.candidate.home.community,
            }
        })
    }

    fn points(&mut self, row: &Row<'_>, places: &Places<'_>) -> u16 {
        let tasks = &row.opening.placement.tasks;
        let count = |set: &Bits| tasks.iter().filter(|task| set.contains(task.0.into())).count();
        let road = self.road(row.end, places);
        let worked = self.candidate.knows.contains(&row.opening.workplace.id);
        self.wishes[row.occupation]
            + fit::points(Part::Hours, fit::hours(row.offered, self.hoped))
            + road.points
            + fit::points(Part::Can, fit::can(count(&self.can), tasks.len()))
            + fit::points(Part::Learn, fit::learn(count(&self.learns)))
            + fit::points(Part::Known, fit::known(worked, road.is_home).0)
            + row.pay_after
    }
}

/// Numbers things as they come, those that are the same by their key alike.
struct Numbers<K, T> {
    numbers: HashMap<K, usize>,
    all: Vec<T>,
}

impl<K: Eq + Hash, T> Numbers<K, T> {
    fn new() -> Self {
        Self {
            numbers: HashMap::new(),
            all: Vec::new(),
        }
    }

    fn number(&mut self, key: K, thing: T) -> usize {
        *self.numbers.entry(key).or_insert_with(|| {
            self.all.push(thing);
            self.all.len() - 1
        })
    }
}
