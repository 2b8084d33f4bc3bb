//! Places for a person and people for a place, as one reader is about to see them.
//!
//! Each comes together with the proof that the look was written down, so no list can be shown without.

use super::access::{self, Reader};
use super::looked::{Disclosed, Showing, View, disclose};
use super::market::Market;
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::random;
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::gates::Context;
use shared::matching::list::{Limit, Listed, Match, people_for as list_people, places_for as list_places};
use shared::matching::placement::{Company, Placement, Workplace};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A placement with where it is and whose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub placement: Placement,
    pub workplace: Workplace,
    pub company: Company,
}

/// What a list was made of, for whoever asks later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeOf {
    pub today: Day,
    /// A hash of everything that was known.
    pub inputs: String,
    /// The version of the rules of law.
    pub rules: String,
}

/// Places for one candidate.
#[derive(Clone, Debug)]
pub struct Places {
    pub reader: Reader,
    pub candidate: Candidate,
    pub listed: Listed,
    /// Those that are listed.
    pub offers: BTreeMap<PlacementId, Offer>,
    pub made_of: MadeOf,
    _disclosed: Disclosed,
}

/// People for one placement.
#[derive(Clone, Debug)]
pub struct People {
    pub offer: Offer,
    pub listed: Listed,
    /// Those who are listed.
    pub candidates: BTreeMap<CandidateId, Candidate>,
    pub made_of: MadeOf,
    _disclosed: Disclosed,
}

/// For the candidate themselves and for consultants. To everybody else there is no such candidate.
pub async fn places_for(app: &App, caller: &Caller, candidate_id: CandidateId, limit: Limit) -> Result<Places, Error> {
    let reader = access::reader_of(app, caller, candidate_id).await?;
    let today = Day::in_denmark(app.clock().now());
    let (candidate, listed, offers, made_of) = app
        .desk()
        .ask(move |market| {
            let candidate = market.candidate(candidate_id)?;
            let ready = market.ready(today);
            let listed = list_places(candidate, &ready.places, &market.nos_of(candidate_id), limit);
            let offers = shown(&listed)
                .filter_map(|one| Some((one.placement, offer(market, one.placement)?)))
                .collect();
            let inputs = market.inputs_of_places(candidate_id);
            Some((
                candidate.clone(),
                listed,
                offers,
                made_of(today, inputs, ready.version.clone()),
            ))
        })
        .await?
        .ok_or(Error::NotFound)?;
    let shown = shown(&listed).map(|one| one.placement.0).collect();
    let disclosed = write_down(app, caller, View::Places, candidate_id.0, &made_of, shown, vec![candidate_id]).await?;
    Ok(Places {
        reader,
        candidate,
        listed,
        offers,
        made_of,
        _disclosed: disclosed,
    })
}

/// For consultants alone.
pub async fn people_for(app: &App, caller: &Caller, placement_id: PlacementId, limit: Limit) -> Result<People, Error> {
    access::consultant(app, caller).await?;
    let today = Day::in_denmark(app.clock().now());
    let (offer, listed, candidates, made_of) = app
        .desk()
        .ask(move |market| {
            let opening = market.opening(placement_id)?;
            let in_force = market.in_force(today);
            let rules = &in_force.rules;
            let nos = market.nos_to(opening);
            let listed = list_people(opening, market.candidates(), &nos, &Context { rules, today }, limit);
            let candidates: BTreeMap<CandidateId, Candidate> = shown(&listed)
                .filter_map(|one| Some((one.candidate, market.candidate(one.candidate)?.clone())))
                .collect();
            let inputs = market.inputs_of_people(placement_id);
            Some((
                offer(market, placement_id)?,
                listed,
                candidates,
                made_of(today, inputs, in_force.version),
            ))
        })
        .await?
        .ok_or(Error::NotFound)?;
    let people: Vec<CandidateId> = shown(&listed).map(|one| one.candidate).collect();
    let shown = people.iter().map(|id| id.0).collect();
    let disclosed = write_down(app, caller, View::People, placement_id.0, &made_of, shown, people).await?;
    Ok(People {
        offer,
        listed,
        candidates,
        made_of,
        _disclosed: disclosed,
    })
}

fn shown(listed: &Listed) -> impl Iterator<Item = &Match> {
    listed.fits.iter().chain(&listed.nearly)
}

/// A placement with its workplace and company, where all three are there.
pub fn offer(market: &Market, placement_id: PlacementId) -> Option<Offer> {
    let opening = market.opening(placement_id)?;
    Some(Offer {
        placement: opening.placement.clone(),
        workplace: opening.workplace.clone(),
        company: market.company(opening.workplace.company)?.thing.clone(),
    })
}

pub(super) fn made_of(today: Day, inputs: u128, rules: String) -> MadeOf {
    MadeOf {
        today,
        inputs: format!("{inputs:032x}"),
        rules,
    }
}

pub(super) async fn write_down(
    app: &App,
    caller: &Caller,
    view: View,
    subject_id: Uuid,
    made_of: &MadeOf,
    shown: Vec<Uuid>,
    candidates: Vec<CandidateId>,
) -> Result<Disclosed, Error> {
    let now = app.clock().now();
    let showing = Showing {
        view,
        subject_id: Some(subject_id),
        inputs: made_of.inputs.clone(),
        rules: made_of.rules.clone(),
        shown,
        candidates,
    };
    Ok(disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?)
}
