//! What a candidate reads of it themselves: what they were told of, and which jobs have come while their page stood open.
//!
//! Both name places, so both come with the proof that the look was written down.

use super::day_jobs::{day_jobs, fitting};
use super::{About, Outcome, store};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::access::Own;
use crate::matching::lists::{self, MadeOf, Offer, offer};
use crate::matching::looked::{Disclosed, View};
use crate::matching::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, Millis, PlacementId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A text as the one who got it reads of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub about: About,
    pub at: Millis,
    /// `None` while it waits.
    pub outcome: Option<Outcome>,
    /// The jobs that it told of; `None` for what is not there for them any more. Of a question it says no more than that there was
    /// one.
    pub jobs: Vec<Option<Offer>>,
}

#[derive(Debug)]
pub struct History {
    pub lines: Vec<Line>,
    _disclosed: Disclosed,
}

/// Jobs for a day or a few that were written since.
#[derive(Debug)]
pub struct News {
    /// Names what it was made of, so that a page which has it need not be sent it again.
    pub tag: String,
    pub offers: Vec<Offer>,
    _disclosed: Option<Disclosed>,
}

/// So many are named on an open page.
const NAMED: usize = 3;

/// How far the market is, for a page to ask what has come since.
pub async fn so_far(app: &App) -> Result<i64, Error> {
    app.desk()
        .ask(|market| market.stand().map_or(0, |stand| stand.revision))
        .await
}

/// What somebody was told of and is about to be, the newest first.
pub async fn history(app: &App, caller: &Caller, own: Own) -> Result<History, Error> {
    let id = own.candidate_id();
    let now = app.clock().now();
    let told = store::told_to(app.db(), id.0).await?;
    let subjects: Vec<Uuid> = told.iter().map(|told| told.subject_id).collect();
    let (mut offers, made_of) = app
        .desk()
        .ask(move |market| {
            let there = day_jobs(market, now).filter(|opening| !market.said_no(id, *opening));
            let named = there.filter(|opening| subjects.contains(&opening.placement.id.0));
            let offers: BTreeMap<Uuid, Offer> = named
                .filter_map(|opening| Some((opening.placement.id.0, offer(market, opening.placement.id)?)))
                .collect();
            (offers, made_of(market, id, now))
        })
        .await?;
    let shown = offers.keys().copied().collect();
    let disclosed = write_down(app, caller, id, &made_of, shown).await?;
    let mut lines: Vec<Line> = Vec::new();
    for message in told.chunk_by(|one, next| one.message_id == next.message_id) {
        let jobs = message.iter().filter(|told| told.about == About::DayJob);
        lines.push(Line {
            about: message[0].about,
            at: message[0].at,
            outcome: message[0].outcome,
            jobs: jobs.map(|told| offers.remove(&told.subject_id)).collect(),
        });
    }
    Ok(History {
        lines,
        _disclosed: disclosed,
    })
}

/// What has come since the market was at `since`; `None` where it is what `known` names. Nobody has looked then.
pub async fn news(app: &App, caller: &Caller, own: Own, since: i64, known: &str) -> Result<Option<News>, Error> {
    let id = own.candidate_id();
    let now = app.clock().now();
    let known = known.to_owned();
    let found = app
        .desk()
        .ask(move |market| {
            let made_of = made_of(market, id, now);
            let tag = tag(&made_of, since, &market.nos_of(id));
            (tag != known).then(|| (new_jobs(market, id, since, now), tag, made_of))
        })
        .await?;
    let Some((offers, tag, made_of)) = found else {
        return Ok(None);
    };
    let disclosed = if offers.is_empty() {
        None
    } else {
        let shown = offers.iter().map(|offer| offer.placement.id.0).collect();
        Some(write_down(app, caller, id, &made_of, shown).await?)
    };
    Ok(Some(News {
        tag,
        offers,
        _disclosed: disclosed,
    }))
}

/// By the same gates as a text to the phone, whether they have asked for one or not.
fn new_jobs(market: &Market, id: CandidateId, since: i64, now: Millis) -> Vec<Offer> {
    let jobs = fitting(market, &[(id, since)], now).remove(&id).unwrap_or_default();
    jobs.into_iter().take(NAMED).filter_map(|job| offer(market, job)).collect()
}

fn made_of(market: &Market, id: CandidateId, now: Millis) -> MadeOf {
    let today = Day::in_denmark(now);
    lists::made_of(today, market.inputs_of_places(id), market.in_force(today).version)
}

/// A no counts here and in nothing that is written down: the tag goes to nobody but the candidate.
fn tag(made_of: &MadeOf, since: i64, nos: &BTreeSet<PlacementId>) -> String {
    let all = format!("{} {} {} {since} {nos:?}", made_of.inputs, made_of.rules, made_of.today);
    blake3::hash(all.as_bytes()).to_hex()[..32].to_owned()
}

async fn write_down(app: &App, caller: &Caller, id: CandidateId, made_of: &MadeOf, shown: Vec<Uuid>) -> Result<Disclosed, Error> {
    lists::write_down(app, caller, View::Places, id.0, made_of, shown, vec![id]).await
}
