//! What a page of the desk tells, found in the market.

use super::compare::Half;
use super::map::Town;
use super::people::AT_ONCE;
use super::places::{self, Found};
use super::sought::Sought;
use crate::matching::lists::offer;
use crate::matching::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::calendar::monday;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::gates::{Context, Pair};
use shared::matching::list::Match;
use shared::matching::place;
use shared::matching::placement::Opening;

/// How long a placement that has run out is still called about.
const LAPSED_DAYS: i32 = 28;

/// People, longest wait first, each with how many places fit; `None`: not looked for, as with somebody on a pause.
pub struct People {
    pub rows: Vec<(Candidate, Option<u32>)>,
    /// How many more there are than are shown.
    pub more: usize,
}

/// Also the version of the rules of law that the places were found by.
pub fn people(market: &Market, sought: &Sought, today: Day) -> (People, String) {
    let ready = market.ready(today);
    let mut found: Vec<&Candidate> = market
        .candidates()
        .iter()
        .filter(|candidate| sought.is_in_person(candidate))
        .collect();
    found.sort_by_key(|candidate| (candidate.waiting_since, candidate.id));
    let more = found.len().saturating_sub(AT_ONCE);
    let rows = found.into_iter().take(AT_ONCE).map(|candidate| {
        let is_looking = candidate.status == Status::Looking;
        let places = is_looking.then(|| ready.places.count(candidate, &market.nos_of(candidate.id)));
        (candidate.clone(), places)
    });
    (
        People {
            rows: rows.collect(),
            more,
        },
        ready.version.clone(),
    )
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
        let pair = Pair {
            candidate: &candidate,
            opening,
            said_no: market.said_no(id, opening),
        };
        (!pair.said_no)
            .then(|| {
                Some(Half {
                    one: Match::of(&pair, &context),
                    place: offer(market, placement)?,
                })
            })
            .flatten()
    };
    let halves = [half(left)?, half(right)?];
    Some((
        candidate,
        halves,
        format!("{:032x}", market.inputs_of_places(id)),
        in_force.version,
    ))
}

pub fn places(market: &Market, sought: &Sought, today: Day) -> Found {
    let sunday = monday(today).plus(6);
    let all = market
        .placements()
        .filter_map(|held| market.opening(held.thing.id))
        .filter(|opening| sought.is_in_place(opening));
    let is_called = |opening: &Opening<'_>| {
        let (placement, since) = (opening.placement, today.days_since(opening.placement.expires));
        (1..=LAPSED_DAYS).contains(&since) && placement.end.is_none_or(|end| today <= end)
    };
    let mut lapsed: Vec<Opening<'_>> = all.filter(is_called).collect();
    let mut open: Vec<Opening<'_>> = market.openings(today).filter(|opening| sought.is_in_place(opening)).collect();
    open.sort_by_key(|opening| (opening.placement.expires, opening.placement.id));
    lapsed.sort_by_key(|opening| (opening.placement.expires, opening.placement.id));
    let offers = |list: &[Opening<'_>]| {
        list.iter()
            .take(places::AT_ONCE)
            .filter_map(|opening| offer(market, opening.placement.id))
            .collect()
    };
    Found {
        offers: offers(&open),
        in_all: open.len(),
        running_out: open.iter().filter(|opening| opening.placement.expires <= sunday).count() as u32,
        lapsed: offers(&lapsed),
    }
}
