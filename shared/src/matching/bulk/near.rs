//! Where a change might help: what is left of the pairs that some gate fails, once those are out of which it is plain
//! that nothing anybody could say yes to would mend them.
//!
//! What it would take is looked for in these alone, so none that could be mended may be missing; too many cost time and
//! nothing else. Each reason to leave a pair out is an offer of `adapt` seen from the other side: what a company cannot
//! do without, a shift that stays where nobody is free, more to mend than there may be steps.

use super::bits::Bits;
use super::person::{Person, Ranked};
use super::{Places, Row, Seat, insert, lacks};
use crate::day::Day;
use crate::matching::adapt::{LEVELS_BY_HANDS, MOST_STEPS, could_lie, course_days, keenest, most_less};
use crate::matching::candidate::{AgeBand, Candidate, Status, Travel};
use crate::matching::gates::travel::{Way, reach_by};
use crate::matching::place::road;
use crate::matching::placement::Opening;
use crate::matching::week::{DAY, Quarters};
use crate::matching::words::{Certificate, Demand, Kind, Language};
use enumset::EnumSet;
use std::collections::BTreeMap;

/// What companies could change, as sets of places and as facts of each.
#[derive(Debug)]
pub(super) struct Near {
    /// Places that cannot do without a demand.
    insist: BTreeMap<Demand, Bits>,
    /// By the kilograms that stay.
    lifts: BTreeMap<u8, Bits>,
    /// Where a colleague would show with hands.
    helped: Bits,
    /// Where a colleague speaks it.
    colleagues: Vec<(Language, Bits)>,
    /// Where somebody drives by a community.
    drives: Vec<(String, Bits)>,
    rows: Vec<Could>,
    /// How many there are to be.
    places: usize,
}

/// How far one place could be changed.
#[derive(Debug)]
struct Could {
    /// The latest day on which it could begin.
    latest: Day,
    /// `Placement::weeks_to_settle`.
    weeks: i32,
    /// With a later start there may be fewer.
    is_short: bool,
    /// Quarter hours of two weeks that it could leave free; `None` where that is not known.
    room: Option<i32>,
    /// Its hours could be fewer, or its start later.
    could_be_less: bool,
    certificates: EnumSet<Certificate>,
}

impl Near {
    pub fn of(places: usize) -> Self {
        Self {
            insist: BTreeMap::new(),
            lifts: BTreeMap::new(),
            helped: Bits::empty(places),
            colleagues: Vec::new(),
            drives: Vec::new(),
            rows: Vec::with_capacity(places),
            places,
        }
    }

    /// The next place, with the room that its hours leave as they are.
    pub fn add(&mut self, opening: Opening<'_>, today: Day, room: Option<i32>) {
        let (placement, at) = (opening.placement, self.rows.len());
        let begins = placement.begins(today);
        let (could, places) = (&placement.could, self.places);
        let none = || Bits::empty(places);
        for demand in placement.demands - could.spare {
            self.insist.entry(demand).or_insert_with(none).insert(at);
        }
        let lifts = could.lifts.map_or(placement.lifts, |lifts| lifts.min(placement.lifts));
        self.lifts.entry(lifts).or_insert_with(none).insert(at);
        if could.buddy || placement.mentor {
            self.helped.insert(at);
        }
        for &language in &placement.colleagues_speak {
            insert(&mut self.colleagues, language, at, none);
        }
        for community in &could.lift_from {
            insert(&mut self.drives, community.clone(), at, none);
        }
        let latest = could.start_until.map_or(begins, |until| until.max(begins));
        let less = most_less(&placement.shifts);
        let weeks = placement.weeks_to_settle();
        let is_short = |end: Day| latest > begins && end.days_since(latest) < weeks * 7;
        self.rows.push(Could {
            latest,
            weeks,
            is_short: placement.end.is_some_and(is_short),
            // On a later day another limit may hold.
            room: room
                .filter(|_| latest == begins)
                .map(|room| room.saturating_add_unsigned(less)),
            could_be_less: less > 0 || latest > begins,
            certificates: placement.certificates,
        });
    }
}

/// Somebody who would go by whatever could be had, as far as they could be asked to.
#[derive(Debug)]
pub(super) struct Keen {
    travel: Travel,
    /// The longest way that they could be asked for.
    at_most: u16,
    /// By number of end.
    roads: Vec<Option<Road>>,
}

/// The way to one end at its best.
#[derive(Clone, Copy, Debug)]
struct Road {
    /// No longer than any that they could take; `None` where nothing gets them there.
    way: Option<Quarters>,
    /// Whether it takes a step to get there.
    takes_step: bool,
}

impl Keen {
    fn of(candidate: &Candidate, has_lift: bool, places: &Places) -> Self {
        let (travel, at_most) = keenest(&candidate.travel, has_lift);
        Self {
            // So that whatever nobody knows is asked, however quick the others are.
            travel: Travel { longest: 0, ..travel },
            at_most,
            roads: vec![None; places.ends.len()],
        }
    }

    fn road(&mut self, end: u32, person: &Candidate, places: &Places) -> Road {
        let Self { travel, at_most, roads } = self;
        *roads[end as usize].get_or_insert_with(|| {
            // Nobody has asked what they have.
            if person.travel.by.is_empty() {
                return Road {
                    way: Some(Quarters(0)),
                    takes_step: false,
                };
            }
            let site = &places.ends[end as usize].0;
            let road = road(&person.home, site);
            // Another time may make a bus of none, and none of a bus.
            let both = [false, true];
            let ways = both
                .iter()
                .filter_map(|is_early| match reach_by(travel, site, *is_early, road) {
                    Way::NotThen { .. } => None,
                    Way::Known { minutes, .. } if minutes > *at_most => None,
                    Way::Known { minutes, .. } => Some(Quarters::up_from_minutes(minutes)),
                    Way::Asked(_) => Some(Quarters(0)),
                });
            let is_too_far = |is_early: &bool| reach_by(&person.travel, site, *is_early, road).is_too_far(person.travel.longest);
            Road {
                way: ways.min(),
                takes_step: both.iter().all(is_too_far),
            }
        })
    }
}

impl Person<'_> {
    /// Every place that some gate fails and that a change might make possible: at least those for which there is an
    /// adaptation. `fits` are those that no gate fails.
    pub fn perhaps(&mut self, fits: &[Ranked]) -> Vec<Ranked> {
        if self.candidate.status == Status::Pause {
            return Vec::new();
        }
        let places = self.places;
        let mut left = self.not_hopeless();
        for fit in fits {
            left.remove(fit.place);
        }
        let drives = places.near.drives.iter();
        let driven = drives
            .clone()
            .find(|(community, _)| *community == self.candidate.home.community)
            .map(|(_, places)| places);
        let mut keen = [false, true].map(|has_lift| Keen::of(self.candidate, has_lift, places));
        let mut perhaps = Vec::new();
        for place in left.iter() {
            let has_lift = driven.is_some_and(|driven| driven.contains(place));
            if self.could_be_mended(place, &mut keen[usize::from(has_lift)]) {
                let points = self.points(&places.rows[place]);
                perhaps.push(Ranked { place, points });
            }
        }
        perhaps
    }

    /// What is left of the open places when those are gone that insist on what this person is not or cannot.
    fn not_hopeless(&self) -> Bits {
        let (places, candidate) = (self.places, self.candidate);
        let (near, needs) = (&places.near, &candidate.needs);
        let mut left = places.open.clone();
        let is_adult = candidate.age == AgeBand::Adult;
        let may = |kind: Kind| candidate.kinds().contains(kind) && (kind == Kind::YouthJob) != is_adult;
        for (_, of_kind) in places.kinds.iter().filter(|(kind, _)| !may(**kind)) {
            left.remove_all(of_kind);
        }
        for (_, insist) in near.insist.iter().filter(|(demand, _)| needs.cannot.contains(**demand)) {
            left.remove_all(insist);
        }
        for (_, lift) in near
            .lifts
            .iter()
            .filter(|(least, _)| needs.lifts.is_some_and(|most| **least > most))
        {
            left.remove_all(lift);
        }
        for (certificate, demand) in &places.certificates {
            if !candidate.certificates.contains(*certificate) && course_days(*certificate).is_none() {
                left.remove_all(demand);
            }
        }
        if candidate.speaks.is_empty() {
            return left;
        }
        let mut in_common = Bits::empty(places.len());
        for spoken in &candidate.speaks {
            let colleagues = near.colleagues.iter().filter(|(language, _)| *language == spoken.language);
            colleagues.for_each(|(_, places)| in_common.add_all(places));
        }
        for (must, demand) in &places.must_speak {
            let lacks = lacks(candidate, must);
            if lacks > 0 {
                let mut without = demand.clone();
                without.remove_all(&in_common);
                if lacks <= LEVELS_BY_HANDS {
                    without.remove_all(&near.helped);
                }
                left.remove_all(&without);
            }
        }
        left
    }

    fn could_be_mended(&mut self, place: usize, keen: &mut Keen) -> bool {
        let (places, candidate) = (self.places, self.candidate);
        let (row, could) = (&places.rows[place], &places.near.rows[place]);
        let (needs, terms) = (&candidate.needs, &candidate.terms);
        if terms.excluded.contains(&row.workplace)
            || candidate.from.is_some_and(|from| from > could.latest.max(row.can_join_until))
        {
            return false;
        }
        let is_too_long = row.is_too_long(terms);
        let is_too_soon = candidate.from.is_some_and(|from| from > row.can_join_until);
        let is_too_heavy = needs.lifts.is_some_and(|most| row.lifts > most);
        let mut steps = usize::from(is_too_soon || is_too_long)
            + usize::from(!row.demands.is_disjoint(needs.cannot))
            + usize::from(is_too_heavy)
            + (could.certificates - candidate.certificates).len();
        let has_room = could.room.is_none_or(|room| self.taken(row) <= room);
        let has_steps = |clashes: usize| steps + clashes <= MOST_STEPS;
        let is_fewer = |most: u8| i32::from(most) < could.weeks;
        let may_lose_shifts = could.is_short || is_too_long && terms.longest_weeks(row.kind).is_none_or(is_fewer);
        let clashes = |way| if may_lose_shifts { Some(0) } else { self.clashes(row, way) };
        if !has_room || !clashes(Quarters(0)).is_some_and(has_steps) {
            return false;
        }
        let road = keen.road(row.end, candidate, places);
        let Some((way, clashes)) = road.way.and_then(|way| Some((way, clashes(way)?))) else {
            return false;
        };
        // On a later day there may be more room, or a seat.
        let must_be_less = row.room.is_some_and(|room| self.taken(row) > room) && could.latest == row.begins;
        steps += usize::from(road.takes_step) + clashes.max(usize::from(must_be_less)) + self.languages(place);
        let is_full = || !terms.outside_ratio && matches!(places.seat(place), Seat::None);
        steps <= MOST_STEPS && (may_lose_shifts || self.could_lie(place, way)) && (could.could_be_less || !is_full())
    }

    /// How many shifts clash with such a way, those of the same hours counted as one: they could move together. `None`
    /// where one does that stays.
    fn clashes(&self, row: &Row, way: Quarters) -> Option<usize> {
        let mut hours: Vec<(u16, Quarters)> = Vec::new();
        for stint in self.places.stints(row).iter().filter(|stint| !stint.lies_in(&self.room, way)) {
            if !stint.could_change {
                return None;
            }
            let these = (stint.from % DAY, stint.length);
            if !hours.contains(&these) {
                hours.push(these);
            }
        }
        Some(hours.len())
    }

    /// Whether each shift that clashes would not at some other time, or shorter, or is not needed.
    fn could_lie(&self, place: usize, way: Quarters) -> bool {
        let (places, room) = (self.places, &self.room);
        let placement = &places.placements[place];
        let clashes = places
            .stints(&places.rows[place])
            .iter()
            .filter(|stint| !stint.lies_in(room, way));
        clashes
            .into_iter()
            .all(|stint| could_lie(placement, stint.shift, places.today, room, way))
    }

    /// How many languages it takes a colleague for.
    fn languages(&self, place: usize) -> usize {
        let candidate = self.candidate;
        if candidate.speaks.is_empty() {
            return 0;
        }
        let must = &self.places.placements[place].must_speak;
        let lacked = must.iter().enumerate().filter(|(at, one)| {
            let is_first = must[..*at].iter().all(|before| before.language != one.language);
            lacks(candidate, one) > 0 && is_first
        });
        lacked.count()
    }
}
