//! Jobs for a day, and somebody whom each of them fits.

use crate::socket::person;
use backend::app::App;
use backend::matching::store::{Put, Thing};
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::place::Mode;
use shared::matching::placement::Placement;
use shared::matching::shift::Shift;
use shared::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use shared::matching::words::Kind;
use uuid::Uuid;

/// A placement of the demo whose workplace the jobs are at.
const AT: &str = "Bagerimedhjælper";

/// Gives somebody time, a car and no limits.
pub async fn let_everything_fit(app: &App, id: CandidateId, wish: &str) {
    let held = app
        .desk()
        .ask(move |market| Some((market.candidate(id)?.clone(), market.candidate_revision(id)?)));
    let (mut one, revision): (Candidate, i64) = held.await.expect("the market").expect("somebody of the demo");
    let mut free = Weeks::EMPTY;
    for day in Weekday::ALL {
        free.insert(Parity::Every, day, Quarter(0), Quarters(96));
    }
    one.wish = wish.to_owned();
    one.free = free;
    one.terms.kinds |= Kind::DayJob;
    (one.terms.placement_weeks, one.terms.subsidy_weeks) = (None, None);
    one.needs.cannot = Default::default();
    one.travel.by |= Mode::Car;
    one.travel.longest = 240;
    one.from = None;
    put(app, Thing::Candidate(Box::new(one)), Some(revision)).await;
}

/// From ten to two on one day.
pub async fn add_day_job(app: &App, n: u128, day: Day, title: &str) -> PlacementId {
    let known = app.desk().ask(|market| {
        let found = market.placements().find(|held| held.thing.title == AT);
        found.map(|held| held.thing.clone())
    });
    let id = PlacementId(Uuid::from_u128(n));
    let job = Placement {
        id,
        kind: Kind::DayJob,
        title: title.to_owned(),
        shifts: vec![Shift {
            day: Weekday::of(day),
            start: Quarter(40),
            length: Quarters(16),
            pause: Quarters(0),
            parity: Parity::Every,
            from_week: 0,
            leeway: Default::default(),
        }],
        must_speak: Vec::new(),
        demands: Default::default(),
        certificates: Default::default(),
        lifts: 0,
        seats: 2,
        start: day,
        end: Some(day),
        confirmed: Day::in_denmark(app.clock().now()),
        expires: day,
        ..known.await.expect("the market").expect("a placement of the demo")
    };
    put(app, Thing::Placement(Box::new(job)), None).await;
    id
}

/// Writes a job anew, as it is or with a change.
pub async fn write_again(app: &App, id: PlacementId, change: impl FnOnce(&mut Placement)) {
    let held = app
        .desk()
        .ask(move |market| market.placement(id).map(|held| (held.thing.clone(), held.revision)));
    let (mut job, revision) = held.await.expect("the market").expect("a job");
    change(&mut job);
    put(app, Thing::Placement(Box::new(job)), Some(revision)).await;
}

async fn put(app: &App, thing: Thing, seen: Option<i64>) {
    let put = app.desk().put(&thing, seen, person("Mette Lindholm")).await;
    assert!(matches!(put, Ok(Put::Saved(_))), "nobody else writes");
}
