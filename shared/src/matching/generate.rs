//! Municipalities of any size, made up from a seed: for benchmarks, for tests, and for trying things out.
//!
//! Every person and every place is drawn from the seed and its own number alone, so the hundred-thousandth is the same
//! whether the others are made or not, and a larger town holds the smaller one. Weeks look as weeks do: day care in the
//! morning, language school twice a week, children every other week. Nobody and nothing in it is real.

mod people;
mod places;
mod trades;
mod words;

use super::candidate::Candidate;
use super::place::{Site, communities};
use super::placement::{Company, Opening, Placement, Workplace};
use super::words::TaskId;
use crate::day::Day;
use crate::ids::{CandidateId, CompanyId, Millis, PlacementId, WorkplaceId, uuid_v7};
use enumset::{EnumSet, EnumSetType};
use trades::TRADES;
use uuid::Uuid;
use xxhash_rust::xxh64::xxh64;

/// A municipality that is as large as one asks for.
#[derive(Clone, Debug)]
pub struct Town {
    seed: u64,
    /// The day on which everything is as it is.
    today: Day,
    /// How many workplaces share the placements.
    workplaces: u32,
    /// Of each trade, the tasks that belong to it.
    tasks: Vec<Vec<TaskId>>,
    /// Where people live, and how many of a thousand.
    homes: Vec<(&'static Site, u32)>,
}

/// A town's places, whole: workplaces and placements that refer to one another.
#[derive(Clone, Debug)]
pub struct Places {
    pub companies: Vec<Company>,
    pub workplaces: Vec<Workplace>,
    pub placements: Vec<Placement>,
    /// Of each placement, its workplace's number.
    at: Vec<u32>,
}

impl Places {
    pub fn openings(&self) -> Vec<Opening<'_>> {
        let pairs = self.placements.iter().zip(&self.at);
        let opening = |(placement, at): (_, &u32)| {
            let workplace = self.workplaces.get(*at as usize)?;
            Some(Opening { placement, workplace })
        };
        pairs.filter_map(opening).collect()
    }
}

impl Town {
    /// With workplaces for about this many placements: two and a half to each.
    pub fn new(seed: u64, today: Day, placements: u32) -> Town {
        let tasks = TRADES
            .iter()
            .map(|trade| super::occupations::tasks_of(trade.isco).map(|task| task.id).collect());
        Town {
            seed,
            today,
            workplaces: (u64::from(placements) * 2).div_ceil(5).max(1) as u32,
            tasks: tasks.collect(),
            homes: communities()
                .iter()
                .map(|site| (site, trades::people_in(&site.community)))
                .collect(),
        }
    }

    pub fn candidates(&self, how_many: u32) -> impl Iterator<Item = Candidate> + '_ {
        (0..how_many).map(|number| self.candidate(number))
    }

    pub fn candidate(&self, number: u32) -> Candidate {
        people::candidate(self, number)
    }

    pub fn places(&self, how_many: u32) -> Places {
        let placements: Vec<(u32, Placement)> = (0..how_many).map(|number| places::placement(self, number)).collect();
        let (at, placements) = placements.into_iter().unzip();
        let workplaces: Vec<Workplace> = (0..self.workplaces).map(|number| places::workplace(self, number)).collect();
        let of = |number: u32| places::company_of(self, number);
        let mut numbers: Vec<u32> = (0..self.workplaces).map(of).collect();
        numbers.dedup();
        Places {
            companies: numbers.into_iter().map(|number| places::company(self, number)).collect(),
            workplaces,
            placements,
            at,
        }
    }

    fn dice(&self, of: Kind, number: u32) -> Dice {
        let mut bytes = [0; 13];
        bytes[..8].copy_from_slice(&self.seed.to_le_bytes());
        bytes[8..12].copy_from_slice(&number.to_le_bytes());
        bytes[12] = of as u8;
        Dice(xxh64(&bytes, 0))
    }

    /// Ids are in the order of the numbers.
    fn id(&self, of: Kind, number: u32) -> Uuid {
        const MADE_AT: Millis = 1_767_225_600_000; // 2026-01-01
        let mut dice = self.dice(of, number);
        let mut random = [0; 10];
        random[..8].copy_from_slice(&dice.next().to_le_bytes());
        random[8..].copy_from_slice(&dice.next().to_le_bytes()[..2]);
        uuid_v7(MADE_AT + Millis::from(number), random)
    }

    fn candidate_id(&self, number: u32) -> CandidateId {
        CandidateId(self.id(Kind::Candidate, number))
    }

    fn company_id(&self, number: u32) -> CompanyId {
        CompanyId(self.id(Kind::Company, number))
    }

    fn workplace_id(&self, number: u32) -> WorkplaceId {
        WorkplaceId(self.id(Kind::Workplace, number))
    }

    fn placement_id(&self, number: u32) -> PlacementId {
        PlacementId(self.id(Kind::Placement, number))
    }
}

/// What is made up; each has numbers of its own.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Candidate,
    Company,
    Workplace,
    Placement,
}

/// Splitmix64: the same numbers everywhere.
#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// 0 up to, but not, `below`.
    fn below(&mut self, below: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(below)) >> 64) as u32
    }

    /// Both included.
    fn between(&mut self, least: u16, most: u16) -> u16 {
        least + self.below(u32::from(most - least) + 1) as u16
    }

    /// So often in a hundred.
    fn percent(&mut self, often: u32) -> bool {
        self.below(100) < often
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u32) as usize]
    }

    /// One, as often as its weight says.
    fn weighed<T: Copy>(&mut self, all: &[(T, u32)]) -> T {
        let mut left = self.below(all.iter().map(|(_, weight)| weight).sum());
        for (one, weight) in all {
            if left < *weight {
                return *one;
            }
            left -= weight;
        }
        all[0].0
    }

    /// Each of them so often in a hundred.
    fn some_of<T: EnumSetType>(&mut self, all: EnumSet<T>, often: u32) -> EnumSet<T> {
        all.iter().filter(|_| self.percent(often)).collect()
    }

    /// At most so many, in order, each once.
    fn few_of<T: Copy + Ord>(&mut self, all: &[T], most: u16) -> Vec<T> {
        let mut few: Vec<T> = (0..most).filter(|_| !all.is_empty()).map(|_| *self.one_of(all)).collect();
        few.sort();
        few.dedup();
        few
    }
}

#[cfg(test)]
mod tests {
    use super::super::bulk::Places;
    use super::super::gates::{Context, Pair};
    use super::super::rules::Rules;
    use super::super::testing::today;
    use super::super::week::Quarters;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_makes_the_same_town_and_another_seed_another() {
        let town = |seed| Town::new(seed, today(), 50);
        let people = |seed| town(seed).candidates(40).collect::<Vec<_>>();
        assert_eq!(people(1), people(1));
        assert_eq!(town(1).places(50).placements, town(1).places(50).placements);
        assert_ne!(people(1), people(2));
    }

    #[test]
    fn a_town_with_more_people_holds_the_one_with_fewer() {
        let town = Town::new(7, today(), 50);
        let few: Vec<Candidate> = town.candidates(10).collect();
        let many: Vec<Candidate> = town.candidates(60).collect();
        assert_eq!(few, many[..10]);
    }

    #[test]
    fn ids_are_in_order_and_everything_refers_to_what_is_there() {
        let town = Town::new(3, today(), 200);
        let places = town.places(200);
        let ids: Vec<CandidateId> = town.candidates(300).map(|one| one.id).collect();
        assert!(ids.is_sorted_by(|one, next| one < next));
        let companies: BTreeSet<CompanyId> = places.companies.iter().map(|one| one.id).collect();
        let workplaces: BTreeSet<WorkplaceId> = places.workplaces.iter().map(|one| one.id).collect();
        assert_eq!(companies.len(), places.companies.len());
        assert!(places.workplaces.iter().all(|one| companies.contains(&one.company)));
        assert!(places.placements.iter().all(|one| workplaces.contains(&one.workplace)));
        assert_eq!(places.openings().len(), 200);
        assert!(
            places
                .openings()
                .iter()
                .all(|one| one.workplace.id == one.placement.workplace)
        );
    }

    #[test]
    fn records_are_as_the_matching_wants_them() {
        let town = Town::new(11, today(), 300);
        for placement in town.places(300).placements {
            assert!(placement.tasks.is_sorted_by(|one, next| one < next), "{}", placement.title);
            assert!(placement.confirmed <= today() && today() <= placement.expires);
            assert!(placement.shifts.len() <= 10 && placement.seats > 0);
            for shift in &placement.shifts {
                assert!((1..=96).contains(&shift.length.0) && shift.start.0 < 96, "{shift:?}");
                assert!(shift.pause < shift.length);
            }
        }
        for candidate in town.candidates(300) {
            assert!(candidate.can.is_sorted_by(|one, next| one < next));
            assert!(candidate.wants_to_learn.is_sorted_by(|one, next| one < next));
            assert!(!candidate.free.is_empty() && !candidate.strengths.is_empty());
            assert!((candidate.needs.can & candidate.needs.cannot).is_empty());
            assert!(candidate.hours.hoped > Quarters(0) && candidate.waiting_since <= today());
        }
    }

    /// A town where nothing fits, or everything, would measure nothing.
    #[test]
    fn some_places_fit_most_people_and_most_places_fit_few() {
        let town = Town::new(5, today(), 400);
        let places = town.places(400);
        let openings = places.openings();
        let rules = &Rules::shipped();
        let context = Context { rules, today: today() };
        let ready = Places::new(openings.iter().copied(), rules.clone(), today());
        let fits: Vec<u32> = town
            .candidates(200)
            .map(|candidate| ready.count(&candidate, &BTreeSet::new()))
            .collect();
        let with = fits.iter().filter(|fits| **fits > 0).count();
        let all: u32 = fits.iter().sum();
        // Of 80,000 pairs.
        assert!((100..=195).contains(&with), "{with} of 200 people have a place");
        assert!((800..=16_000).contains(&all), "{all} pairs fit");
        let pair = Pair {
            candidate: &town.candidate(0),
            opening: openings[0],
            said_no: true,
        };
        assert!(!super::super::list::Match::of(&pair, &context).fits());
    }
}
