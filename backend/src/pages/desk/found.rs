//! What a page of the desk tells, found in the market.

use super::compare::Half;
use super::filters::Given;
use super::filters::people::WhichPeople;
use super::filters::places::{WhichPlaces, runs_out};
use super::map::Town;
use super::people::AT_ONCE;
use super::places::{self, Found};
use crate::matching::lists::offer;
use crate::matching::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::{Candidate, Status};
use shared::matching::gates::{Context, Pair};
use shared::matching::list::Match;
use shared::matching::place;
use shared::matching::placement::Opening;

/// How long a placement that has run out is still called about.
const LAPSED_DAYS: i32 = 28;

/// People, longest wait first.
#[derive(Debug)]
pub struct People {
    pub rows: Vec<Row>,
    /// How many are found, and how many there are.
    pub found: usize,
    pub in_all: usize,
}

#[derive(Debug)]
pub struct Row {
    pub candidate: Candidate,
    /// How many places fit; `None`: not looked for, as with somebody on a pause.
    pub places: Option<u32>,
    /// Written since the search was last opened.
    pub fresh: bool,
}

/// Also the version of the rules of law that the places were found by. `since`: a revision of the market.
pub fn people(market: &Market, which: &WhichPeople, since: Option<i64>, today: Day) -> (People, String) {
    let ready = market.ready(today);
    let mut found: Vec<&Candidate> = market
        .candidates()
        .iter()
        .filter(|candidate| which.keeps(candidate, today))
        .collect();
    found.sort_by_key(|candidate| (candidate.waiting_since, candidate.id));
    let (count, in_all) = (found.len(), market.candidates().len());
    let rows = found.into_iter().take(AT_ONCE).map(|candidate| {
        let is_looking = candidate.status == Status::Looking;
        let places = is_looking.then(|| ready.places.count(candidate, &market.nos_of(candidate.id)));
        Row {
            candidate: candidate.clone(),
            places,
            fresh: is_newer(market.candidate_revision(candidate.id), since),
        }
    });
    let people = People {
        rows: rows.collect(),
        found: count,
        in_all,
    };
    (people, ready.version.clone())
}

/// The communities, and the towns outside them for orientation.
pub fn towns() -> Vec<Town> {
    let of = |sites: &'static [place::Site], outside| {
        sites.iter().map(move |site| Town {
            name: site.community.clone(),
            point: site.point,
            outside,
        })
    };
    of(place::communities(), false).chain(of(place::towns(), true)).collect()
}

/// Two places for a person, side by side; `None` where one of them is not there, or somebody has said no.
pub fn halves(
    market: &Market,
    id: CandidateId,
    left: PlacementId,
    right: PlacementId,
    today: Day,
) -> Option<(Candidate, [Half; 2], String, String)> {
    let candidate = market.candidate(id)?.clone();
    let in_force = market.in_force(today);
    let context = Context {
        rules: &in_force.rules,
        today,
    };
    let half = |placement: PlacementId| {
        let opening = market.opening(placement)?;
        // Refused, it is off this list as off all others, and no look is written that would hold it.
        if market.said_no(id, opening) {
            return None;
        }
        let pair = Pair {
            candidate: &candidate,
            opening,
            said_no: false,
        };
        Some(Half {
            one: Match::of(&pair, &context),
            place: offer(market, placement)?,
        })
    };
    let halves = [half(left)?, half(right)?];
    Some((
        candidate,
        halves,
        format!("{:032x}", market.inputs_of_places(id)),
        in_force.version,
    ))
}

pub fn places(market: &Market, which: &WhichPlaces, since: Option<i64>, today: Day) -> Found {
    let all = market
        .placements()
        .filter_map(|held| market.opening(held.thing.id))
        .filter(|opening| which.keeps(opening, today));
    let is_called = |opening: &Opening<'_>| {
        let (placement, since) = (opening.placement, today.days_since(opening.placement.expires));
        (1..=LAPSED_DAYS).contains(&since) && placement.end.is_none_or(|end| today <= end)
    };
    let mut lapsed: Vec<Opening<'_>> = all.filter(is_called).collect();
    let mut open: Vec<Opening<'_>> = market.openings(today).filter(|opening| which.keeps(opening, today)).collect();
    open.sort_by_key(|opening| (opening.placement.expires, opening.placement.id));
    lapsed.sort_by_key(|opening| (opening.placement.expires, opening.placement.id));
    let offers = |list: &[Opening<'_>]| {
        list.iter()
            .take(places::AT_ONCE)
            .filter_map(|opening| offer(market, opening.placement.id))
            .collect()
    };
    let shown = open.iter().take(places::AT_ONCE).map(|opening| opening.placement.id);
    let is_fresh = |id: &PlacementId| is_newer(market.placement(*id).map(|held| held.revision), since);
    Found {
        offers: offers(&open),
        fresh: shown.filter(is_fresh).collect(),
        found: open.len(),
        in_all: market.openings(today).count(),
        running_out: open.iter().filter(|opening| runs_out(opening.placement, today)).count() as u32,
        lapsed: offers(&lapsed),
    }
}

fn is_newer(revision: Option<i64>, since: Option<i64>) -> bool {
    since.is_some_and(|since| revision > Some(since))
}

/// How far the market has come.
pub fn revision(market: &Market) -> i64 {
    market.stand().map_or(0, |stand| stand.revision)
}

/// What a search looks for.
#[derive(Debug)]
pub enum Which {
    People(Box<WhichPeople>),
    Places(Box<WhichPlaces>),
}

impl Which {
    pub fn given(&self) -> &Given {
        match self {
            Which::People(which) => &which.given,
            Which::Places(which) => &which.given,
        }
    }
}

/// How many each search finds that were written since its revision, and how far the market has come.
pub fn fresh(market: &Market, searches: &[(Which, i64)], today: Day) -> (Vec<u32>, i64) {
    let counts = searches.iter().map(|(which, since)| match which {
        Which::People(which) => {
            let newer = |candidate: &&Candidate| is_newer(market.candidate_revision(candidate.id), Some(*since));
            let newer = market.candidates().iter().filter(newer);
            newer.filter(|candidate| which.keeps(candidate, today)).count() as u32
        }
        Which::Places(which) => {
            let newer =
                |opening: &Opening<'_>| is_newer(market.placement(opening.placement.id).map(|held| held.revision), Some(*since));
            let newer = market.openings(today).filter(newer);
            newer.filter(|opening| which.keeps(opening, today)).count() as u32
        }
    });
    (counts.collect(), revision(market))
}
