//! What "what if I could start at nine?" is thought over with: the places that nothing but a person's days and ways
//! could rule out, and those days and ways.
//!
//! The look is written down as for a list, and it is the same whatever is then supposed: of a thought nothing is kept.

use super::access;
use super::lists::{Offer, made_of, offer, write_down};
use super::looked::{Disclosed, View};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use shared::day::Day;
use shared::ids::CandidateId;
use shared::matching::fit::fit;
use shared::matching::gates::Pair;
use shared::matching::what_if::{Effect, Life, Spot, WhatIf, effects, is_possible};
use std::cmp::Reverse;

/// More places than this nobody thinks over at once; those that fit best are kept.
const MOST: usize = 1_000;

/// Places in the order of their fit as it is now.
#[derive(Clone, Debug)]
pub struct Possible {
    pub life: Life,
    pub offers: Vec<Offer>,
    /// Beside each offer: all that a browser is told to think with. Nobody's number of employees is in it.
    pub spots: Vec<Spot>,
    _disclosed: Disclosed,
}

impl Possible {
    /// The places that the supposition opens, and those that it closes.
    pub fn suppose(&self, what_if: &WhatIf) -> [Vec<&Offer>; 2] {
        let all = effects(&self.life, what_if, &self.spots);
        [Effect::Opens, Effect::Closes].map(|effect| {
            let each = self.offers.iter().zip(&all).filter(|(_, one)| **one == effect);
            each.map(|(offer, _)| offer).collect()
        })
    }
}

/// For the candidate themselves and for consultants. To everybody else there is no such candidate.
pub async fn possible(app: &App, caller: &Caller, candidate_id: CandidateId) -> Result<Possible, Error> {
    access::reader_of(app, caller, candidate_id).await?;
    let today = Day::in_denmark(app.clock().now());
    let found = app.desk().ask(move |market| {
        let candidate = market.candidate(candidate_id)?;
        let ready = market.ready(today);
        let (places, context) = (&ready.places, ready.places.context());
        let nos = market.nos_of(candidate_id);
        let openings = (0..places.len()).map(|place| places.opening(place));
        let openings = openings.filter(|opening| !nos.contains(&opening.placement.id));
        let pairs = openings.map(|opening| Pair {
            candidate,
            opening,
            said_no: false,
        });
        let mut possible: Vec<_> = pairs
            .filter(|pair| is_possible(pair, &context))
            .map(|pair| (Reverse(fit(&pair).points()), pair.opening.placement.id))
            .collect();
        possible.sort_unstable();
        possible.truncate(MOST);
        let offers: Vec<Offer> = possible.into_iter().filter_map(|(_, id)| offer(market, id)).collect();
        let inputs = market.inputs_of_places(candidate_id);
        Some((Life::from(candidate), offers, made_of(today, inputs, ready.version.clone())))
    });
    let (life, offers, made_of) = found.await?.ok_or(Error::NotFound)?;
    let shown = offers.iter().map(|offer| offer.placement.id.0).collect();
    let disclosed = write_down(app, caller, View::Places, candidate_id.0, &made_of, shown, vec![candidate_id]).await?;
    let spot = |offer: &Offer| Spot::of(offer.opening(), today);
    Ok(Possible {
        life,
        spots: offers.iter().map(spot).collect(),
        offers,
        _disclosed: disclosed,
    })
}
