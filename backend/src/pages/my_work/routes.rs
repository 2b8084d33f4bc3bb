//! The addresses of the candidate's own pages. Only who looks for work finds them, and only their own.

use super::asks::{DAYS, VERSION, question};
use super::home::Home;
use super::messages::{routes as messages, strip};
use super::not_mine::{SaidNo, named, not_mine};
use super::seen::{Looks, seen};
use super::week::routes as week;
use super::{ADDRESS, Leaf, courses, own_page};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::access::{self, Consultant, Own};
use crate::matching::answers::{self, Yes};
use crate::matching::course::own_courses;
use crate::matching::lists;
use crate::matching::looked::{self, Looked};
use crate::matching::market::Market;
use crate::matching::messages::own::so_far;
use crate::pages::profile;
use crate::pages::reader::Reader;
use crate::pages::routes::SignedIn;
use crate::pages::what_if::routes as what_if;
use crate::{plan, random};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{AskId, Millis, PersonId, PlacementId};
use shared::matching::candidate::{Candidate, Status};
use shared::matching::list::Limit;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;
use std::str::FromStr;

pub fn routes() -> Router<App> {
    let calendar = post(week::read_calendar).layer(DefaultBodyLimit::max(week::LARGEST_FORM));
    Router::new()
        .route("/my-work", get(show_my_work).post(change_my_work))
        .merge(courses::routes::routes())
        .route("/my-work/asks/{placement_id}", get(show_ask).post(answer_ask))
        .route("/my-work/not", get(show_not).post(take_back_no))
        .route("/my-work/seen", get(show_seen))
        .route(
            "/my-work/messages",
            get(messages::show_messages).post(messages::change_messages),
        )
        .route("/my-work/day-jobs", get(messages::show_day_jobs))
        .route("/my-work/week", get(week::show_week).post(week::write_week))
        .route("/my-work/week/calendar", calendar)
}

/// How many of each list stand on the page.
const SHOWN: Limit = Limit { fits: 12, nearly: 4 };
/// How many looks are read at once.
const LOOKS: i64 = 400;

/// Somebody who looks for work, on their own pages. To whoever looks for none, there are no such pages; a form of
/// another site is refused.
#[derive(Debug)]
pub struct Mine {
    pub app: App,
    pub caller: Caller,
    pub own: Own,
    pub reader: Reader,
    pub now: Millis,
    pub today: Day,
    path: String,
    pub query: BTreeMap<String, String>,
}

impl FromRequestParts<App> for Mine {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn { caller, reader, query } = SignedIn::from_request_parts(parts, app).await?;
        let of = |error: Error| error.into_response();
        let own = access::own(app, &caller).await.map_err(of)?;
        let now = app.clock().now();
        Ok(Mine {
            app: app.clone(),
            caller,
            own,
            reader: reader.own(),
            now,
            today: Day::in_denmark(now),
            path: parts.uri.path().to_owned(),
            query,
        })
    }
}

impl Mine {
    /// What stands after the question mark, where it can be read.
    pub fn asked<T: FromStr>(&self, name: &str) -> Option<T> {
        self.query.get(name).and_then(|text| text.parse().ok())
    }

    /// Oneself as one is stored, and the revision of that.
    pub async fn candidate(&self) -> Result<(Candidate, i64), Error> {
        let id = self.own.candidate_id();
        let found = self
            .app
            .desk()
            .ask(move |market| Some((market.candidate(id)?.clone(), market.candidate_revision(id)?)))
            .await?;
        found.ok_or(Error::NotFound)
    }

    /// Writes oneself anew. Answers with the revision that it makes, or with why `write` leaves all as it is.
    pub async fn change<E>(&self, write: impl Fn(&mut Candidate) -> Result<(), E>) -> Result<Result<i64, E>, Error> {
        let (id, by) = (self.own.candidate_id(), self.caller.person_id);
        self.app.desk().change(id, by, write).await
    }

    pub async fn page(&self, leaf: Leaf, content: &Markup) -> Result<Response, Error> {
        self.form_page(StatusCode::OK, leaf, content).await
    }

    /// The page of a form. Where it comes back with what is in the way, its title says so first.
    pub async fn form_page(&self, status: StatusCode, leaf: Leaf, content: &Markup) -> Result<Response, Error> {
        let name = plan::person_name(self.app.db(), self.caller.person_id)
            .await?
            .unwrap_or_default();
        let done = self.query.get("done").map(String::as_str);
        let title = profile::title(&self.reader, status.is_success(), &self.reader.say(leaf.name()));
        let page = own_page(&self.reader, leaf, &self.path, &title, &name, done, content);
        Ok((status, Html(page)).into_response())
    }

    pub fn go(&self, address: &str) -> Response {
        let (address, part) = address
            .split_once('#')
            .map_or((address, ""), |(address, part)| (address, part));
        let mark = if part.is_empty() { "" } else { "#" };
        Redirect::to(&format!("{}{mark}{part}", self.reader.link(address))).into_response()
    }
}

/// The places for me with their reasons, what I am asked, and how things stand.
#[utoipa::path(
    get,
    path = "/my-work",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_my_work(mine: Mine) -> Result<Response, Error> {
    let id = mine.own.candidate_id();
    // Before the list is made, so that nothing comes between the two.
    let since = so_far(&mine.app).await?;
    let places = lists::places_for(&mine.app, &mine.caller, id, SHOWN).await?;
    let asks = answers::asks_of_candidate(mine.app.db(), id).await?;
    let turned_down = answers::turned_down(mine.app.db(), id).await?;
    let asked: Vec<PlacementId> = asks.iter().chain(&turned_down).map(|ask| ask.placement_id).collect();
    let asked_about = mine
        .app
        .desk()
        .ask(move |market| {
            asked
                .into_iter()
                .filter_map(|id| Some((id, lists::offer(market, id)?)))
                .collect::<Vec<_>>()
        })
        .await?;
    let lines = own_courses(&mine.app, mine.own).await?;
    // What has begun stands once on the page, with how it goes, and not also among the places that one could try.
    let runs: BTreeSet<PlacementId> = lines
        .iter()
        .filter(|line| line.course.ended().is_none())
        .map(|line| line.course.placement)
        .collect();
    let mut listed = places.listed;
    for list in [&mut listed.fits, &mut listed.nearly] {
        list.retain(|one| !runs.contains(&one.placement));
    }
    let mut offers = places.offers;
    offers.extend(asked_about);
    let home = Home {
        what_if: what_if::own(&mine, &places.candidate).await?,
        candidate: places.candidate,
        listed,
        offers,
        asks,
        turned_down,
        consultants: access::consultants(mine.app.db()).await?,
        today: mine.today,
        done: mine.query.get("done").cloned(),
    };
    let hears = home.candidate.day_jobs;
    let courses = courses::underway(&mine, &lines).await?;
    let content = html! { (courses) (home.draw(&mine.reader)) @if hears { (strip(&mine.reader, since, None)) } };
    mine.page(Leaf::Home, &content).await
}

/// One thing about oneself.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMyWork {
    /// `looking` or `pause`.
    #[serde(default)]
    status: Option<String>,
    /// `yes`: I would like to hear of jobs for a day or a few, at once. `no`: I would not.
    #[serde(default)]
    day_jobs: Option<String>,
}

/// Take a pause or look again; hear of day jobs or not.
#[utoipa::path(
    post,
    path = "/my-work",
    request_body(content = ChangeMyWork, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn change_my_work(mine: Mine, Form(form): Form<ChangeMyWork>) -> Result<Response, Error> {
    let status = match form.status.as_deref() {
        None => None,
        Some("looking") => Some(Status::Looking),
        Some("pause") => Some(Status::Pause),
        Some(_) => return Err(Error::BadInput),
    };
    let day_jobs = match form.day_jobs.as_deref() {
        None => None,
        Some("yes") => Some(true),
        Some("no") => Some(false),
        Some(_) => return Err(Error::BadInput),
    };
    let write = |candidate: &mut Candidate| -> Result<(), Infallible> {
        candidate.status = status.unwrap_or(candidate.status);
        candidate.day_jobs = day_jobs.unwrap_or(candidate.day_jobs);
        Ok(())
    };
    let Ok(_) = mine.change(write).await?;
    Ok(mine.go(&format!("{ADDRESS}?done=saved")))
}

/// May we tell a company about you?
#[utoipa::path(
    get,
    path = "/my-work/asks/{placement_id}",
    params(("placement_id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such place, or whoever asks looks for no work"),
    )
)]
pub async fn show_ask(mine: Mine, Path(id): Path<String>) -> Result<Response, Error> {
    let question = question(&mine.app, mine.own.candidate_id(), placement(&id)?, mine.today).await?;
    mine.page(Leaf::Ask, &question.draw(&mine.reader)).await
}

/// An answer: `yes`, `no`, `back` for a yes that is taken back, or `away` for one to which the company has said no.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    answer: String,
    /// The text that was read. A yes to another one is asked anew.
    #[serde(default)]
    text_version: u16,
    #[serde(default)]
    read_aloud: bool,
    /// The consultant who sits beside me as I answer; empty where I am alone.
    #[serde(default)]
    present: String,
}

/// Say yes or no to that a company is told about me, take a yes back, or take away what has come to nothing. A no asks nothing
/// and is told to nobody.
#[utoipa::path(
    post,
    path = "/my-work/asks/{placement_id}",
    params(("placement_id" = uuid::Uuid, Path)),
    request_body(content = Answer, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is answered; the place to go is one's own page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such place, or whoever answers looks for no work"),
        (status = 409, description = "the place is not open any more: the page, which says so", content_type = "text/html"),
        (status = 422, description = "bad-input, or the page anew where its text has changed", content_type = "text/html"),
    )
)]
pub async fn answer_ask(mine: Mine, Path(id): Path<String>, Form(form): Form<Answer>) -> Result<Response, Error> {
    let placement_id = placement(&id)?;
    let (db, candidate_id) = (mine.app.db(), mine.own.candidate_id());
    // Only a yes needs a place that is still open. The address that follows does not tell a no from a yes, and leads back
    // to where the places are.
    let done = match form.answer.as_str() {
        "yes" => {
            let question = question(&mine.app, candidate_id, placement_id, mine.today).await?;
            if !question.open {
                // Taken or closed while the page stood open.
                let page = mine.page(Leaf::Ask, &question.draw(&mine.reader)).await?;
                return Ok((StatusCode::CONFLICT, page).into_response());
            }
            if form.text_version != VERSION {
                let page = mine.page(Leaf::Ask, &question.draw(&mine.reader)).await?;
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
            let beside = |consultant: &&Consultant| consultant.person_id.to_string() == form.present;
            let present = match form.present.as_str() {
                "" => None,
                _ => Some(question.consultants.iter().find(beside).ok_or(Error::BadInput)?.person_id),
            };
            let yes = Yes {
                until: mine.today.plus(DAYS),
                at: mine.now,
                text_version: VERSION,
                language: mine.reader.choice.tag.to_owned(),
                read_aloud: form.read_aloud,
                present,
            };
            if !answers::say_yes(db, AskId(random::uuid(mine.now)?), candidate_id, placement_id, &yes).await? {
                return Err(Error::NotFound);
            }
            "answered"
        }
        "no" => {
            let known = move |market: &Market| market.placement(placement_id).map(|_| ());
            mine.app.desk().ask(known).await?.ok_or(Error::NotFound)?;
            answers::say_no(db, candidate_id, placement_id).await?;
            "answered"
        }
        "back" => {
            answers::forget_ask(db, candidate_id, placement_id).await?;
            "back"
        }
        "away" => {
            answers::forget_ask(db, candidate_id, placement_id).await?;
            return Ok(mine.go(&format!("{ADDRESS}?done=away")));
        }
        _ => return Err(Error::BadInput),
    };
    Ok(mine.go(&format!("{ADDRESS}?done={done}#places")))
}

fn placement(id: &str) -> Result<PlacementId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// What I have said no to. Nobody else ever reads it.
#[utoipa::path(
    get,
    path = "/my-work/not",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_not(mine: Mine) -> Result<Response, Error> {
    let nos = answers::own_nos(mine.app.db(), mine.own.candidate_id()).await?;
    let nos: Vec<SaidNo> = mine
        .app
        .desk()
        .ask(move |market| nos.into_iter().map(|id| named(market, id)).collect())
        .await?;
    mine.page(Leaf::Not, &not_mine(&mine.reader, &nos)).await
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBackNo {
    #[schema(value_type = uuid::Uuid)]
    placement: PlacementId,
}

/// Take a no back. Nothing is left of it.
#[utoipa::path(
    post,
    path = "/my-work/not",
    request_body(content = TakeBackNo, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is taken back; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn take_back_no(mine: Mine, Form(form): Form<TakeBackNo>) -> Result<Response, Error> {
    answers::take_back_no(mine.app.db(), mine.own.candidate_id(), form.placement).await?;
    Ok(mine.go("/my-work/not?done=again"))
}

/// Who has seen me.
#[utoipa::path(
    get,
    path = "/my-work/seen",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_seen(mine: Mine) -> Result<Response, Error> {
    let before = mine.asked("before").unwrap_or(Millis::MAX);
    let (id, me) = (mine.own.candidate_id(), mine.caller.person_id);
    let found = looked::looks_at(mine.app.db(), id, me, before, LOOKS).await?;
    let more = i64::try_from(found.len()).is_ok_and(|count| count >= LOOKS);
    let older = found.last().filter(|_| more).map(|look| look.at);
    let looks = by_day(&mine, found).await?;
    mine.page(Leaf::Seen, &seen(&mine.reader, &looks, older, mine.today)).await
}

/// Looks, those of one person at one thing on one day together, the newest first.
async fn by_day(mine: &Mine, found: Vec<Looked>) -> Result<Vec<Looks>, Error> {
    let mut names: HashMap<PersonId, String> = HashMap::new();
    let mut looks: Vec<Looks> = Vec::new();
    for look in found {
        let name = match names.get(&look.person_id) {
            Some(name) => name.clone(),
            None => {
                let name = plan::person_name(mine.app.db(), look.person_id).await?.unwrap_or_default();
                names.insert(look.person_id, name.clone());
                name
            }
        };
        // Oneself, as one came by an older link.
        if name.is_empty() {
            continue;
        }
        let day = Day::in_denmark(look.at);
        let same = |one: &&mut Looks| one.day == day && one.name == name && one.view == look.view;
        match looks.iter_mut().find(same) {
            Some(one) => one.times += 1,
            None => looks.push(Looks {
                day,
                name,
                view: look.view,
                times: 1,
            }),
        }
    }
    Ok(looks)
}
