//! What a page of the desk tells, found in the market.

use super::compare::Half;
use super::filters::people::WhichPeople;
use super::filters::places::{WhichPlaces, runs_out};
use super::fresh::is_newer;
use super::map::Town;
use super::people::AT_ONCE;
use super::places::{self, Found};
use super::routes::SHOWN;
use crate::matching::lists::offer;
use crate::matching::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::{Candidate, Status};
use shared::matching::list::{places_for, waiting};
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
    let mut found: Vec<&Candidate> = market.candidates().iter().collect();
    which.keep(&mut found, today);
    found.sort_by_cached_key(|candidate| waiting(candidate, today));
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

/// Two places for a person, side by side; `None` where one of them does not stand on their list. Why it does not, whether
/// it is gone or somebody has said no, is told by nothing here.
pub fn halves(
    market: &Market,
    id: CandidateId,
    left: PlacementId,
    right: PlacementId,
    today: Day,
) -> Option<(Candidate, [Half; 2], String, String)> {
    let candidate = market.candidate(id)?.clone();
    let ready = market.ready(today);
    let listed = places_for(&candidate, &ready.places, &market.nos_of(id), SHOWN);
    let half = |placement: PlacementId| {
        let mut all = listed.fits.iter().chain(&listed.nearly);
        Some(Half {
            one: all.find(|one| one.placement == placement)?.clone(),
            place: offer(market, placement)?,
        })
    };
    let halves = [half(left)?, half(right)?];
    let inputs = format!("{:032x}", market.inputs_of_places(id));
    Some((candidate, halves, inputs, ready.version.clone()))
}

pub fn places(market: &Market, which: &WhichPlaces, since: Option<i64>, today: Day) -> Found {
    let all = market.placements().filter_map(|held| market.opening(held.thing.id));
    let is_called = |opening: &Opening<'_>| {
        let (placement, since) = (opening.placement, today.days_since(opening.placement.expires));
        (1..=LAPSED_DAYS).contains(&since) && placement.end.is_none_or(|end| today <= end)
    };
    let mut lapsed: Vec<Opening<'_>> = all.filter(is_called).collect();
    let mut open: Vec<Opening<'_>> = market.openings(today).collect();
    which.keep(&mut lapsed, today);
    which.keep(&mut open, today);
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
