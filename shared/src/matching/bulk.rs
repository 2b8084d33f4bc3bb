//! Many places, ready to be held against one person after another.
//!
//! The same answers as the gates and the fit, prepared so that most pairs cost next to nothing: for each thing
//! that can rule a place out there is the set of places that ask for it, one bit for each, and somebody's way
//! through them is a few dozen sets taken away from one another (`left_over`). What is left is asked pair by
//! pair, with the person's weeks, ways and wishes worked out once (`person`). Where a gate fails, other sets say
//! where no change could mend it, so that what it would take is looked for in few pairs (`near`).
//!
//! Laws hold all of it to the gates, on random people and places: the sets drop no pair that every gate lets be, in
//! the end exactly those are left, with the points of their fit and what they ask, and nothing that could be mended
//! is missing from those that might be.

mod bits;
mod near;
mod person;
#[cfg(test)]
mod tests;

pub(super) use person::{Person, Ranked};

use super::adapt::could_change;
use super::candidate::{AgeBand, Candidate, Spoken, Terms};
use super::fit::{self, Part};
use super::gates::travel::early;
use super::gates::{Context, dates, hours, kind, ratio, youth};
use super::list::turn;
use super::place::Site;
use super::placement::{Opening, Placement, Workplace};
use super::rules::Rules;
use super::verdict::{Question, Verdict};
use super::week::{Quarters, Room};
use super::words::{Certificate, Demand, Isco, Kind, TaskId};
use crate::day::Day;
use crate::ids::{PlacementId, WorkplaceId};
use bits::Bits;
use enumset::EnumSet;
use near::Near;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::ops::Range;
use std::sync::OnceLock;

/// The places of one day, under the rules that count on it. It owns all that it needs, so that it can be kept.
#[derive(Debug)]
pub struct Places {
    rules: Rules,
    today: Day,
    placements: Vec<Placement>,
    workplaces: Vec<Workplace>,
    /// One for each placement, in their order.
    rows: Vec<Row>,
    /// Still there, with a seat.
    open: Bits,
    kinds: BTreeMap<Kind, Bits>,
    /// What the rules for an age keep from it, by age.
    kept_from: [Bits; 4],
    demands: BTreeMap<Demand, Bits>,
    /// By kilograms.
    lifts: BTreeMap<u8, Bits>,
    certificates: BTreeMap<Certificate, Bits>,
    must_speak: Vec<(Spoken, Bits)>,
    near: Near,
    /// Where one must be, and whether early or late.
    ends: Vec<(Site, bool)>,
    /// Of all places, one after the other.
    stints: Vec<Stint>,
    occupations: Vec<Isco>,
    /// Of all places, one after the other.
    tasks: Vec<TaskId>,
}

/// What is left to ask of a place when the sets have been asked.
#[derive(Debug)]
struct Row {
    workplace: WorkplaceId,
    /// Its number.
    at: u32,
    begins: Day,
    can_join_until: Day,
    /// Whether a longest counts, and for whom.
    kind: Kind,
    limited_weeks: Option<u16>,
    /// Longer than the law lets anybody for whom nothing else was entered.
    is_too_long: bool,
    /// Quarter hours of two weeks that the placement leaves free; `None` where no longest week counts or is known.
    room: Option<i32>,
    /// Its number among those that are told apart.
    end: u32,
    /// The same.
    occupation: u32,
    /// None where the company has not said when.
    stints: Range<u32>,
    tasks: Range<u32>,
    offered: Option<Quarters>,
    pay_after: u16,
    /// Its turn among equals.
    turn: u64,
    /// What it asks of the person.
    demands: EnumSet<Demand>,
    lifts: u8,
    asks: Option<Box<Asks>>,
    /// Whether there is a seat under the ratio rule, which is the same for everybody whom it counts for.
    seat: OnceLock<Seat>,
}

/// A shift in one of two alternate weeks.
#[derive(Clone, Copy, Debug)]
struct Stint {
    /// Counted from the even Monday's midnight.
    from: u16,
    length: Quarters,
    /// Which of the placement's.
    shift: u8,
    could_change: bool,
}

/// What is a question of the place itself, whoever the person is.
#[derive(Debug, Default)]
struct Asks {
    /// Of a wage subsidy that nobody has confirmed.
    subsidy: Option<Question>,
    /// How long it may be for somebody for whom nothing was entered; or what everybody asks: when it ends, or whether there
    /// is work on a public holiday.
    weeks: Option<Question>,
    hours: Option<Question>,
    /// By age.
    youth: [Option<Question>; 4],
}

#[derive(Debug)]
enum Seat {
    Free,
    None,
    Asks(Question),
}

const AGES: [AgeBand; 4] = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15, AgeBand::Adult];

impl Places {
    pub fn new<'a>(openings: impl IntoIterator<Item = Opening<'a>>, rules: Rules, today: Day) -> Self {
        let openings: Vec<Opening<'a>> = openings.into_iter().collect();
        let (mut ends, mut occupations) = (Numbers::new(), Numbers::new());
        // One record that is handed in many times is kept once.
        let mut workplaces = Numbers::new();
        let mut must_speak: Vec<(Spoken, Bits)> = Vec::new();
        let none = || Bits::empty(openings.len());
        let mut open = none();
        let mut kept_from = AGES.map(|_| none());
        let (mut kinds, mut demands) = (BTreeMap::new(), BTreeMap::new());
        let (mut lifts, mut certificates) = (BTreeMap::new(), BTreeMap::new());
        let mut near = Near::of(openings.len());
        let (mut stints, mut tasks) = (Vec::new(), Vec::new());
        let mut rows = Vec::with_capacity(openings.len());
        for (at, &opening) in openings.iter().enumerate() {
            let (placement, workplace) = (opening.placement, opening.workplace);
            let begins = placement.begins(today);
            if placement.seats > 0 && dates::lasts(placement, today).is_ok() {
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
                insert(&mut must_speak, must, at, none);
            }
            let mut asks = Asks::default();
            for age in AGES {
                match youth::of_age(age, placement, begins, &rules) {
                    Verdict::Ok(_) => {}
                    Verdict::Fail(_) => kept_from[age as usize].insert(at),
                    Verdict::Unknown(question) => asks.youth[age as usize] = Some(question),
                }
            }
            let room = hours::room(placement, begins, &rules);
            asks.hours = room.as_ref().err().cloned();
            asks.subsidy = kind::unconfirmed(placement, begins, &rules);
            let by_law = dates::by_law(placement, begins, &rules);
            let is_too_long = matches!(by_law, Err(Verdict::Fail(_)));
            asks.weeks = match by_law {
                Err(Verdict::Unknown(question)) => Some(question),
                _ => dates::holiday(placement, begins),
            };
            let is_asked = [&asks.subsidy, &asks.weeks, &asks.hours]
                .into_iter()
                .chain(&asks.youth)
                .any(Option::is_some);
            let site = &workplace.site;
            let is_early = early(placement).is_some();
            let room = room.ok().and_then(|room| room.left);
            near.add(opening, today, room);
            let stints = append(&mut stints, stints_of(placement, today));
            let tasks = append(&mut tasks, placement.tasks.iter().copied());
            rows.push(Row {
                workplace: workplace.id,
                at: workplaces.number(std::ptr::from_ref(workplace), || workplace.clone()),
                begins,
                can_join_until: placement.can_join_until(today),
                kind: placement.kind,
                limited_weeks: dates::limited_weeks(placement, begins),
                is_too_long,
                room,
                end: ends.number((&site.community, site.point, site.island, is_early), || {
                    (site.clone(), is_early)
                }),
                occupation: occupations.number(placement.occupation, || placement.occupation),
                stints,
                tasks,
                offered: fit::offered(placement),
                pay_after: fit::points(Part::PayAfter, fit::pay_after(placement).0),
                turn: turn(placement.id.0, today),
                demands: placement.demands,
                lifts: placement.lifts,
                asks: is_asked.then(|| Box::new(asks)),
                seat: OnceLock::new(),
            });
        }
        Self {
            placements: openings.iter().map(|opening| opening.placement.clone()).collect(),
            workplaces: workplaces.all,
            rules,
            today,
            rows,
            open,
            kinds,
            kept_from,
            demands,
            lifts,
            certificates,
            must_speak,
            near,
            ends: ends.all,
            stints,
            occupations: occupations.all,
            tasks,
        }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The place of this number, as they were handed in.
    pub fn opening(&self, place: usize) -> Opening<'_> {
        Opening {
            placement: &self.placements[place],
            workplace: &self.workplaces[self.rows[place].at as usize],
        }
    }

    /// The turn among equals of the place of this number.
    pub(super) fn turn(&self, place: usize) -> u64 {
        self.rows[place].turn
    }

    /// What they were made ready for.
    pub fn context(&self) -> Context<'_> {
        Context {
            rules: &self.rules,
            today: self.today,
        }
    }

    /// Every place that no gate fails for this person, in the order in which they were handed in, with the points of
    /// its fit. Who has said no to whom is for the caller to leave out.
    pub fn each_fit(&self, candidate: &Candidate, visit: impl FnMut(usize, u16)) {
        Person::new(candidate, self).each_fit(visit);
    }

    /// How many places no gate fails for this person, but for those to which either side has said no.
    pub fn count(&self, candidate: &Candidate, nos: &BTreeSet<PlacementId>) -> u32 {
        let mut count = 0;
        self.each_fit(candidate, |place, _| {
            count += u32::from(nos.is_empty() || !nos.contains(&self.placements[place].id));
        });
        count
    }

    /// What the sets leave over: at least every place that no gate fails.
    fn left_over(&self, candidate: &Candidate) -> Bits {
        let mut left = self.open.clone();
        let mut remove = |places: &Bits| left.remove_all(places);
        let needs = &candidate.needs;
        let kinds = self.kinds.iter().filter(|(kind, _)| !candidate.kinds().contains(**kind));
        kinds.for_each(|(_, places)| remove(places));
        remove(&self.kept_from[candidate.age as usize]);
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
        let speaks = |must: &Spoken| candidate.speaks.is_empty() || lacks(candidate, must) == 0;
        let languages = self.must_speak.iter().filter(|(must, _)| !speaks(must));
        languages.for_each(|(_, places)| remove(places));
        left
    }

    fn stints(&self, row: &Row) -> &[Stint] {
        &self.stints[row.stints.start as usize..row.stints.end as usize]
    }

    fn seat(&self, place: usize) -> &Seat {
        self.rows[place]
            .seat
            .get_or_init(|| match ratio::at(self.opening(place), &self.context()) {
                Verdict::Ok(_) => Seat::Free,
                Verdict::Fail(_) => Seat::None,
                Verdict::Unknown(question) => Seat::Asks(question),
            })
    }
}

impl Row {
    /// Whether it lasts longer than somebody may, as far as that is known.
    fn is_too_long(&self, terms: &Terms) -> bool {
        match terms.longest_weeks(self.kind) {
            Some(most) => self.limited_weeks.is_some_and(|weeks| weeks > most.into()),
            None => self.is_too_long,
        }
    }
}

impl Stint {
    /// With such a way there and back.
    fn lies_in(&self, room: &Room, way: Quarters) -> bool {
        let from = i32::from(self.from) - i32::from(way.0);
        self.length == Quarters(0) || room.holds(from, way + self.length + way)
    }
}

fn stints_of(placement: &Placement, today: Day) -> impl Iterator<Item = Stint> {
    placement.shifts.iter().zip(0_u8..).flat_map(move |(shift, at)| {
        let could_change = could_change(shift);
        let comes = placement.as_it_comes(shift, today);
        let stint = move |from| Stint {
            from,
            length: shift.length,
            shift: at,
            could_change,
        };
        comes.into_iter().flat_map(|shift| shift.starts()).map(stint)
    })
}

/// Adds what belongs to one place, and says where.
fn append<T>(all: &mut Vec<T>, more: impl Iterator<Item = T>) -> Range<u32> {
    let first = all.len() as u32;
    all.extend(more);
    first..all.len() as u32
}

/// How many levels are missing of a language.
fn lacks(candidate: &Candidate, must: &Spoken) -> u8 {
    let spoken = candidate.speaks.iter().find(|spoken| spoken.language == must.language);
    let has = spoken.map_or(0, |spoken| spoken.level as u8 + 1);
    (must.level as u8 + 1).saturating_sub(has)
}

/// Adds a place to the set of one of few things.
fn insert<K: PartialEq>(sets: &mut Vec<(K, Bits)>, key: K, place: usize, none: impl Fn() -> Bits) {
    let known = sets.iter().position(|(one, _)| *one == key);
    let at = known.unwrap_or_else(|| {
        sets.push((key, none()));
        sets.len() - 1
    });
    sets[at].1.insert(place);
}

/// Numbers things as they come, those that are the same by their key alike.
#[derive(Debug)]
struct Numbers<K, T> {
    numbers: HashMap<K, u32>,
    all: Vec<T>,
}

impl<K: Eq + Hash, T> Numbers<K, T> {
    fn new() -> Self {
        Self {
            numbers: HashMap::new(),
            all: Vec::new(),
        }
    }

    fn number(&mut self, key: K, thing: impl FnOnce() -> T) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.all.push(thing());
            self.all.len() as u32 - 1
        })
    }
}
