//! One person, held against places that are ready.

use super::bits::Bits;
use super::{Places, Row, Seat};
use crate::matching::candidate::{Candidate, Status};
use crate::matching::fit::{self, Part};
use crate::matching::gates::travel::{self, Way, reach};
use crate::matching::gates::{demands, hours};
use crate::matching::verdict::Question;
use crate::matching::week::{Quarters, Room};
use crate::matching::words::{Isco, TaskId};

/// Somebody, with what is the same for many places worked out once.
pub struct Person<'a> {
    pub(super) candidate: &'a Candidate,
    pub(super) places: &'a Places,
    hoped: Option<Quarters>,
    can: Bits,
    learns: Bits,
    /// Points of the wish, by number of occupation.
    wishes: Vec<u16>,
    /// By number of end.
    roads: Vec<Option<Road>>,
    pub(super) room: Room,
    asked: Vec<Question>,
}

/// A place by its number, and the points of its fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ranked {
    pub place: usize,
    pub points: u16,
}

/// The way to one end.
#[derive(Clone, Copy)]
struct Road {
    way: Way,
    is_too_far: bool,
    points: u16,
    is_home: bool,
}

impl Road {
    /// A way that nobody knows is no shorter than none.
    fn quarters(self) -> Quarters {
        match self.way {
            Way::Known { minutes, .. } | Way::NotThen { minutes, .. } => Quarters::up_from_minutes(minutes),
            Way::Asked(_) => Quarters(0),
        }
    }
}

impl<'a> Person<'a> {
    pub fn new(candidate: &'a Candidate, places: &'a Places) -> Self {
        let tasks = |tasks: &[TaskId]| {
            let mut set = Bits::empty(tasks.iter().map(|task| usize::from(task.0) + 1).max().unwrap_or(0));
            tasks.iter().for_each(|task| set.insert(task.0.into()));
            set
        };
        let wish = |&occupation: &Isco| fit::points(Part::Wish, fit::wish(&candidate.wanted, occupation).0);
        Self {
            candidate,
            places,
            hoped: fit::hoped(candidate),
            can: tasks(&candidate.can),
            learns: tasks(&candidate.wants_to_learn),
            wishes: places.occupations.iter().map(wish).collect(),
            roads: vec![None; places.ends.len()],
            room: Room::of(&candidate.free),
            asked: Vec::new(),
        }
    }

    /// Every place that no gate fails, in the order of their numbers, with the points of its fit.
    pub fn each_fit(&mut self, mut visit: impl FnMut(usize, u16)) {
        if self.candidate.status == Status::Pause {
            return;
        }
        for place in self.places.left_over(self.candidate).iter() {
            let row = &self.places.rows[place];
            if self.may(row) && self.can_be_there(row) && self.has_seat(place) {
                visit(place, self.points(row));
            }
        }
    }

    /// Dates, terms and hours.
    fn may(&self, row: &Row) -> bool {
        let terms = &self.candidate.terms;
        self.candidate.from.is_none_or(|from| from <= row.can_join_until)
            && !row.is_too_long(terms)
            && row.room.is_none_or(|room| self.taken(row) <= room)
            && !terms.excluded.contains(&row.workplace)
    }

    /// Quarter hours of two weeks that are taken already, beside this place.
    pub(super) fn taken(&self, row: &Row) -> i32 {
        hours::taken(self.candidate.hours, row.kind)
    }

    fn can_be_there(&mut self, row: &Row) -> bool {
        // Most clash however near they live.
        if !self.is_free(row, Quarters(0)) {
            return false;
        }
        let road = self.road(row.end);
        !road.is_too_far && self.is_free(row, road.quarters())
    }

    /// Whether every shift lies in the free hours, with such a way there and back.
    fn is_free(&self, row: &Row, way: Quarters) -> bool {
        self.places.stints(row).iter().all(|stint| stint.lies_in(&self.room, way))
    }

    fn has_seat(&self, place: usize) -> bool {
        self.candidate.terms.outside_ratio || !matches!(self.places.seat(place), Seat::None)
    }

    fn road(&mut self, end: u32) -> Road {
        let (candidate, places) = (self.candidate, self.places);
        *self.roads[end as usize].get_or_insert_with(|| {
            let (site, is_early) = &places.ends[end as usize];
            let way = reach(candidate, site, *is_early);
            Road {
                way,
                is_too_far: way.is_too_far(candidate.travel.longest),
                points: fit::points(Part::Way, fit::distance(candidate, site, way).0),
                is_home: site.community == candidate.home.community,
            }
        })
    }

    /// The points of its fit, whatever its gates say.
    pub(super) fn points(&mut self, row: &Row) -> u16 {
        let tasks = &self.places.tasks[row.tasks.start as usize..row.tasks.end as usize];
        let count = |set: &Bits| tasks.iter().filter(|task| set.contains(task.0.into())).count();
        let road = self.road(row.end);
        let worked = self.candidate.knows.contains(&row.workplace);
        self.wishes[row.occupation as usize]
            + fit::points(Part::Hours, fit::hours(row.offered, self.hoped))
            + road.points
            + fit::points(Part::Can, fit::can(count(&self.can), tasks.len()))
            + fit::points(Part::Learn, fit::learn(count(&self.learns)))
            + fit::points(Part::Known, fit::known(worked, road.is_home).0)
            + row.pay_after
    }

    /// What the gates of a place ask that none of them fails, in the order of `list::CHEAP_FIRST`.
    pub fn questions(&mut self, place: usize) -> &[Question] {
        let mut into = std::mem::take(&mut self.asked);
        into.clear();
        let (candidate, places) = (self.candidate, self.places);
        let row = &places.rows[place];
        let asks = row.asks.as_deref();
        into.extend(asks.and_then(|asks| asks.subsidy.clone()));
        into.extend(demands::asks(&candidate.needs, row.demands, row.lifts));
        let placement = &places.placements[place];
        if candidate.speaks.is_empty() {
            into.extend(placement.must_speak.first().map(|must| Question::Speak(must.language)));
        }
        // What was entered for the person answers how long it may be, and never when it ends.
        if row.limited_weeks.is_none() || candidate.terms.longest_weeks(row.kind).is_none() {
            into.extend(asks.and_then(|asks| asks.weeks.clone()));
        }
        let road = self.road(row.end);
        if let Way::Asked(by) = road.way {
            into.push(travel::asks(by, placement));
        }
        if let Some(asks) = asks {
            into.extend(asks.youth[candidate.age as usize].clone());
            into.extend(asks.hours.clone());
        }
        match road.way {
            _ if row.stints.is_empty() => into.push(Question::Shifts),
            Way::Asked(by) => {
                let longest = Quarters::up_from_minutes(candidate.travel.longest);
                if !self.is_free(row, longest) {
                    into.push(Question::HowLong(by));
                }
            }
            Way::Known { .. } | Way::NotThen { .. } => {}
        }
        if !candidate.terms.outside_ratio
            && let Seat::Asks(question) = places.seat(place)
        {
            into.push(question.clone());
        }
        self.asked = into;
        &self.asked
    }
}
