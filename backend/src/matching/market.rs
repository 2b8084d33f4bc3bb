//! The market in memory: everyone who looks for work and every placement, so that lists are made in milliseconds.
//!
//! Loaded from the store and kept right by what was written since. It holds nothing that is not stored.
//!
//! A copy of it is cheap: the shelves are shared until one of them is written to. So whoever asks keeps the market as it
//! was when they asked, and the next one is made beside it.

use super::rules::{Mark, RuleFile, counting};
use super::store::{Newer, Stand};
use crate::db::StoreError;
use serde::Serialize;
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, PlacementId, WorkplaceId};
use shared::matching::bulk::Places;
use shared::matching::candidate::Candidate;
use shared::matching::placement::{Company, Opening, Placement, Workplace};
use shared::matching::rules::Rules;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// A record as it is stored.
#[derive(Clone, Debug)]
pub struct Held<T> {
    /// What a writer must have seen.
    pub revision: i64,
    pub thing: T,
    /// Of id and content.
    hash: u128,
}

type Shelf<I, T> = BTreeMap<I, Held<T>>;

#[derive(Clone, Debug, Default)]
pub struct Market {
    stand: Option<Stand>,
    companies: Arc<Shelf<CompanyId, Company>>,
    workplaces: Arc<Shelf<WorkplaceId, Workplace>>,
    placements: Arc<Shelf<PlacementId, Placement>>,
    /// In the order of their ids, side by side: a list of people goes through all of them.
    people: Arc<Vec<Candidate>>,
    /// Beside each of them, in the same order.
    people_held: Arc<Vec<(i64, u128)>>,
    /// The sums of the hashes of all places and of all people, kept right with each change.
    places_hash: u128,
    people_hash: u128,
    nos: Arc<HashMap<CandidateId, BTreeSet<PlacementId>>>,
    rules: Arc<Vec<(RuleFile, Rules)>>,
    /// Made when first asked for, and another one from the first change of what it was made of.
    ready: Arc<Mutex<Option<Arc<Ready>>>>,
}

/// What the lists of one day are made from.
#[derive(Debug)]
pub struct Ready {
    /// The placements that a person has said are still there.
    pub places: Places,
    /// The name of the version of the rules.
    pub version: String,
    today: Day,
}

/// The rules that count on a day, and the name of their version.
#[derive(Clone, Debug)]
pub struct InForce {
    pub rules: Rules,
    pub version: String,
}

impl Market {
    /// `None`: nothing was loaded yet.
    pub fn stand(&self) -> Option<Stand> {
        self.stand
    }

    /// Nothing that is here was written later, or hardly anything.
    pub fn revision(&self) -> i64 {
        self.stand.map_or(0, |stand| stand.revision)
    }

    /// The files of rules that it holds, and from when each counts.
    pub fn rule_marks(&self) -> Vec<Mark> {
        self.rules.iter().map(|(file, _)| file.mark()).collect()
    }

    /// Takes over what is newer. `nos` and `rules` are whole where they are given.
    pub fn take(
        &mut self,
        stand: Stand,
        newer: Newer,
        nos: Option<Vec<(CandidateId, PlacementId)>>,
        rules: Option<Vec<RuleFile>>,
    ) -> Result<(), StoreError> {
        if !newer.workplaces.is_empty() || !newer.placements.is_empty() || rules.is_some() {
            self.ready = Arc::default();
        }
        if let Some(rules) = rules {
            let read = |file: RuleFile| {
                let rules = Rules::read(&file.body).map_err(|_| StoreError::Unreadable("rule_file"))?;
                Ok((file, rules))
            };
            self.rules = Arc::new(rules.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?);
        }
        shelve(&mut self.companies, &mut self.places_hash, newer.companies);
        shelve(&mut self.workplaces, &mut self.places_hash, newer.workplaces);
        shelve(&mut self.placements, &mut self.places_hash, newer.placements);
        self.seat(newer.candidates);
        if let Some(nos) = nos {
            let mut of_each: HashMap<CandidateId, BTreeSet<PlacementId>> = HashMap::new();
            for (candidate_id, placement_id) in nos {
                of_each.entry(candidate_id).or_default().insert(placement_id);
            }
            self.nos = Arc::new(of_each);
        }
        self.stand = Some(stand);
        Ok(())
    }

    fn seat(&mut self, newer: Vec<(CandidateId, i64, Option<Candidate>)>) {
        if newer.is_empty() {
            return;
        }
        let people = Arc::make_mut(&mut self.people);
        let people_held = Arc::make_mut(&mut self.people_held);
        let mut gone = BTreeSet::new();
        let mut added = Vec::new();
        for (id, revision, candidate) in newer {
            let place = people.binary_search_by_key(&id, |candidate| candidate.id).ok();
            let before = place.map_or(0, |place| people_held[place].1);
            let hash = candidate.as_ref().map_or(0, |candidate| hash_of(&id, candidate));
            self.people_hash = self.people_hash.wrapping_sub(before).wrapping_add(hash);
            match (place, candidate) {
                (Some(place), Some(candidate)) => {
                    people[place] = candidate;
                    people_held[place] = (revision, hash);
                }
                (None, Some(candidate)) => added.push((candidate, (revision, hash))),
                (Some(_), None) => drop(gone.insert(id)),
                (None, None) => {}
            }
        }
        if gone.is_empty() && added.is_empty() {
            return;
        }
        let held = std::mem::take(people_held);
        let mut all: Vec<(Candidate, (i64, u128))> = std::mem::take(people).into_iter().zip(held).collect();
        all.retain(|(candidate, _)| !gone.contains(&candidate.id));
        all.extend(added);
        all.sort_by_key(|(candidate, _)| candidate.id);
        (*people, *people_held) = all.into_iter().unzip();
    }

    pub fn candidate(&self, id: CandidateId) -> Option<&Candidate> {
        let place = self.people.binary_search_by_key(&id, |candidate| candidate.id).ok()?;
        self.people.get(place)
    }

    /// What a writer must have seen.
    pub fn candidate_revision(&self, id: CandidateId) -> Option<i64> {
        self.person_held(id).map(|(revision, _)| revision)
    }

    fn person_held(&self, id: CandidateId) -> Option<(i64, u128)> {
        let place = self.people.binary_search_by_key(&id, |candidate| candidate.id).ok()?;
        self.people_held.get(place).copied()
    }

    /// Everybody, in the order of their ids.
    pub fn candidates(&self) -> &[Candidate] {
        &self.people
    }

    pub fn company(&self, id: CompanyId) -> Option<&Held<Company>> {
        self.companies.get(&id)
    }

    pub fn companies(&self) -> impl Iterator<Item = &Held<Company>> {
        self.companies.values()
    }

    pub fn workplace(&self, id: WorkplaceId) -> Option<&Held<Workplace>> {
        self.workplaces.get(&id)
    }

    pub fn workplaces(&self) -> impl Iterator<Item = &Held<Workplace>> {
        self.workplaces.values()
    }

    pub fn placement(&self, id: PlacementId) -> Option<&Held<Placement>> {
        self.placements.get(&id)
    }

    pub fn placements(&self) -> impl Iterator<Item = &Held<Placement>> {
        self.placements.values()
    }

    pub fn opening(&self, id: PlacementId) -> Option<Opening<'_>> {
        let placement = &self.placements.get(&id)?.thing;
        let workplace = &self.workplaces.get(&placement.workplace)?.thing;
        Some(Opening { placement, workplace })
    }

    /// The placements that a person has said are still there.
    pub fn openings(&self, today: Day) -> impl Iterator<Item = Opening<'_>> {
        self.placements
            .iter()
            .filter(move |(_, held)| held.thing.is_there(today))
            .filter_map(|(id, _)| self.opening(*id))
    }

    /// One of them has said no to the other. Which, is not known here.
    pub fn said_no(&self, candidate_id: CandidateId, opening: Opening<'_>) -> bool {
        let placements = self.nos.get(&candidate_id);
        placements.is_some_and(|placements| placements.contains(&opening.placement.id))
    }

    /// The placements that are not shown to a candidate because one side has said no.
    pub fn nos_of(&self, candidate_id: CandidateId) -> BTreeSet<PlacementId> {
        self.nos.get(&candidate_id).cloned().unwrap_or_default()
    }

    /// The people who are not shown to a placement because one side has said no.
    pub fn nos_to(&self, opening: Opening<'_>) -> BTreeSet<CandidateId> {
        let hidden = self
            .nos
            .iter()
            .filter(|(_, placements)| placements.contains(&opening.placement.id));
        hidden.map(|(id, _)| *id).collect()
    }

    /// The file that counts today, and with it those that begin to count later: what begins then is judged by them.
    pub fn in_force(&self, today: Day) -> InForce {
        let starts = self.rules.iter().filter_map(|(file, _)| file.counts_from);
        let starts: BTreeSet<Day> = starts.filter(|from| *from > today).collect();
        let mut later: Option<(Day, Rules)> = None;
        for day in starts.into_iter().rev().chain([today]) {
            let file = self.file_on(day);
            let rules = match later {
                Some((from, rules)) => file.until(from, rules),
                None => file,
            };
            later = Some((day, rules));
        }
        let rules = later.map_or_else(Rules::shipped, |(_, rules)| rules);
        let checked = rules.checked.map(|day| day.to_string()).unwrap_or_default();
        let version = format!("{checked} {:08x}", hash_of(&"rules", &rules) >> 96);
        InForce { rules, version }
    }

    /// The file that counts on a day, by itself.
    fn file_on(&self, day: Day) -> Rules {
        let newest = counting(self.rules.iter().map(|(file, _)| file), day).map(|file| file.rule_file_id);
        let loaded = self.rules.iter().find(|(file, _)| Some(file.rule_file_id) == newest);
        loaded.map_or_else(Rules::shipped, |(_, rules)| rules.clone())
    }

    /// What the lists of a day are made from: the places worked out once, and not for each list anew.
    pub fn ready(&self, today: Day) -> Arc<Ready> {
        let mut kept = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = kept.as_ref().filter(|ready| ready.today == today) {
            return ready.clone();
        }
        let InForce { rules, version } = self.in_force(today);
        let places = Places::new(self.openings(today), rules, today);
        let ready = Arc::new(Ready { places, version, today });
        *kept = Some(ready.clone());
        ready
    }

    /// A hash of everything that a list for this candidate is made of, beside the day, the rules and what somebody has
    /// said no to: of a no there is no trace, and a hash that changes with it would be one.
    pub fn inputs_of_places(&self, candidate_id: CandidateId) -> u128 {
        let own = self.person_held(candidate_id).map_or(0, |(_, hash)| hash);
        hash_of(&"places", &(own, self.places_hash))
    }

    /// The same for a list of everybody.
    pub fn inputs_of_everybody(&self) -> u128 {
        hash_of(&"everybody", &self.people_hash)
    }

    /// The same for a list of people for this placement.
    pub fn inputs_of_people(&self, placement_id: PlacementId) -> u128 {
        hash_of(&"people", &(self.places_hash, self.people_hash, placement_id))
    }
}

fn shelve<I: Ord + Copy + Serialize, T: Clone + Serialize>(
    shelf: &mut Arc<Shelf<I, T>>,
    sum: &mut u128,
    newer: Vec<(I, i64, Option<T>)>,
) {
    if newer.is_empty() {
        return;
    }
    let shelf = Arc::make_mut(shelf);
    for (id, revision, thing) in newer {
        let before = match thing {
            Some(thing) => {
                let hash = hash_of(&id, &thing);
                *sum = sum.wrapping_add(hash);
                shelf.insert(id, Held { revision, thing, hash })
            }
            None => shelf.remove(&id),
        };
        *sum = sum.wrapping_sub(before.map_or(0, |held| held.hash));
    }
}

fn hash_of(id: &impl Serialize, thing: &impl Serialize) -> u128 {
    // What cannot be written as JSON was never read from it.
    let text = serde_json::to_vec(&(id, thing)).unwrap_or_default();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&blake3::hash(&text).as_bytes()[..16]);
    u128::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests;
