//! The addresses of the desk. Only consultants find them, and every list is written down before it is shown.

use super::compare::{CompareView, compare};
use super::courses;
use super::done::done;
use super::filters::people::WhichPeople;
use super::filters::places::WhichPlaces;
use super::filters::{Bar, Given, chips};
use super::found::{self, People};
use super::keys::{COMPARE_KEYS, LIST_KEYS, PERSON_KEYS, PLACE_KEYS};
use super::people::{self, address};
use super::person::{PersonView, person};
use super::place::{PlaceView, place};
use super::places::places;
use super::searches::routes::saved;
use super::signals::strip;
use super::{Here, Tab, desk_page};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::access::{self, Consultant};
use crate::matching::answers::{Ask, waiting_yeses};
use crate::matching::book::{Received, open_signals};
use crate::matching::course::courses_of_candidate;
use crate::matching::lists;
use crate::matching::looked::{Showing, View, disclose};
use crate::matching::market::Market;
use crate::matching::searches::List;
use crate::matching::{answers, looked};
use crate::pages::address::with_query;
use crate::pages::profile;
use crate::pages::reader::Reader;
use crate::pages::routes::SignedIn;
use crate::pages::what_if::routes as what_if;
use crate::random;
use axum::Router;
use axum::extract::{Form, FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{AskId, CandidateId, Millis, PlacementId};
use shared::matching::gates::Context;
use shared::matching::gates::ratio::seats_for;
use shared::matching::list::Limit;
use std::collections::BTreeMap;
use std::str::FromStr;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(show_desk))
        .route("/desk/people", get(show_people))
        .route("/desk/people/{id}", get(show_person))
        .route("/desk/people/{id}/ask", post(ask_person))
        .route("/desk/places", get(show_places))
        .route("/desk/places/{id}", get(show_place))
        .merge(super::aloud::routes::routes())
        .merge(super::companies::routes::routes())
        .merge(super::courses::routes::routes())
        .merge(super::done::routes::routes())
        .merge(super::exchange::routes::routes())
        .merge(super::rules::routes::routes())
        .merge(super::place_form::routes::routes())
        .merge(super::signals::routes::routes())
        .merge(super::searches::routes::routes())
        .route("/desk/compare", get(show_compare))
}

/// How many of each list stand on a page.
pub const SHOWN: Limit = Limit { fits: 12, nearly: 6 };

/// A consultant at the desk. To whoever is none, nothing here exists; a form of another site is refused.
#[derive(Debug)]
pub struct AtDesk {
    pub app: App,
    pub caller: Caller,
    pub consultant: Consultant,
    pub reader: Reader,
    pub now: Millis,
    pub today: Day,
    /// What companies have told and nobody has taken, the oldest first.
    pub new_signals: Vec<Received>,
    /// Yeses that nothing has begun on.
    pub yeses: usize,
    pub query: BTreeMap<String, String>,
}

impl FromRequestParts<App> for AtDesk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn { caller, reader, query } = SignedIn::from_request_parts(parts, app).await?;
        let of = |error: Error| error.into_response();
        let consultant = access::consultant(app, &caller).await.map_err(of)?;
        let now = app.clock().now();
        let mut new_signals = open_signals(app.db()).await.map_err(|error| of(error.into()))?;
        new_signals.retain(|received| received.taken_by.is_none());
        let yeses = waiting_yeses(app.db(), Day::in_denmark(now)).await;
        Ok(AtDesk {
            app: app.clone(),
            caller,
            consultant,
            reader,
            now,
            today: Day::in_denmark(now),
            new_signals,
            yeses: yeses.map_err(|error| of(error.into()))?.len(),
            query,
        })
    }
}

impl AtDesk {
    /// What stands after the question mark, where it can be read.
    pub fn asked<T: FromStr>(&self, name: &str) -> Option<T> {
        self.query.get(name).and_then(|text| text.parse().ok())
    }

    /// What a list is narrowed to, and since when something in it is new, for the addresses that lead on from it.
    pub fn kept(&self, given: &Given) -> String {
        given.kept(self.asked("since"))
    }

    pub fn sought(&self) -> &str {
        self.query.get("q").map(|text| text.trim()).unwrap_or_default()
    }

    /// Writes down that this consultant is about to see this.
    pub async fn look(&self, showing: &Showing) -> Result<looked::Disclosed, Error> {
        let look_id = random::uuid(self.now)?;
        Ok(disclose(self.app.db(), look_id, self.caller.person_id, showing, self.now).await?)
    }

    /// The page of a form. Where it comes back with what is in the way, its title says so first.
    pub fn form_page(&self, status: StatusCode, tab: Tab, path: &str, title: &str, content: &Markup) -> Response {
        let title = profile::title(&self.reader, status.is_success(), title);
        (status, self.page(tab, path, &title, &[], content)).into_response()
    }

    pub fn page(&self, tab: Tab, path: &str, title: &str, keys: &[(&str, &str)], content: &Markup) -> Response {
        let given = match tab {
            Tab::People => Some(WhichPeople::read(&self.query).given),
            Tab::Places => Some(WhichPlaces::read(&self.query).given),
            Tab::Companies | Tab::Courses | Tab::Rules | Tab::Exchange => None,
        };
        let here = Here {
            tab,
            path,
            title,
            consultant: &self.consultant.name,
            today: self.today,
            sought: self.sought(),
            given: given.as_ref(),
            new_signals: self.new_signals.len(),
            yeses: self.yeses,
        };
        let done = done(&self.reader, tab, path, &self.query, given.as_ref());
        let content = html! { (strip(&self.reader, &self.new_signals)) (done) (content) };
        Html(desk_page(&self.reader, &here, keys, &content)).into_response()
    }
}

/// The desk begins with the people.
#[utoipa::path(get, path = "/desk", responses((status = 303, description = "the place to go is the people")))]
pub async fn show_desk(at: AtDesk) -> Redirect {
    Redirect::to(&at.reader.link("/desk/people"))
}

/// Everyone who looks for work, longest wait first.
#[utoipa::path(
    get,
    path = "/desk/people",
    params(
        ("q" = Option<String>, Query, description = "words to look for"),
        ("near" = Option<String>, Query, description = "a community where they live"),
        ("km" = Option<u32>, Query, description = "or so many kilometres around it: 5, 10 or 20"),
        ("work" = Option<u16>, Query, description = "an occupation that they want, as ISCO code"),
        ("kind" = Option<String>, Query, description = "a kind of placement that is possible"),
        ("hours" = Option<String>, Query, description = "hours hoped for: `1-10`, `11-20` or `21-37`"),
        ("free" = Option<String>, Query, description = "hours at which they are free, such as `mon-thu 9-12`"),
        ("language" = Option<String>, Query, description = "a language that they speak"),
        ("waited" = Option<u32>, Query, description = "weeks at the least: 4, 13, 26 or 52"),
        ("status" = Option<String>, Query, description = "`Looking`, `Underway` or `Pause`"),
        ("days" = Option<String>, Query, description = "`yes`: would like to hear of jobs for a day or a few"),
        ("since" = Option<i64>, Query, description = "what was written after this revision is marked as new"),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_people(at: AtDesk) -> Result<Response, Error> {
    let which = WhichPeople::read(&at.query);
    let saved = saved(&at, List::People, &which.given).await?;
    let people = people_of(&at, &which).await?;
    let bar = Bar {
        list: List::People,
        given: &which.given,
        filters: &which.filters(&at.reader),
        found: people.found,
        in_all: people.in_all,
        saved: &saved,
    };
    let content = html! {
        main.desk-list id="main" {
            (bar.draw(&at.reader))
            (draw(&people, &at, &which, None))
        }
    };
    let path = with_query(people::ADDRESS, &which.given.query());
    Ok(at.page(Tab::People, &path, &at.reader.say("desk-people"), LIST_KEYS, &content))
}

/// One person, their week, and the places for them.
#[utoipa::path(
    get,
    path = "/desk/people/{id}",
    params(("id" = uuid::Uuid, Path), ("place" = Option<uuid::Uuid>, Query, description = "the place whose shifts lie in the week")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such person, or no consultant"),
    )
)]
pub async fn show_person(mut at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let places = lists::places_for(&at.app, &at.caller, id, SHOWN).await?;
    let view = PersonView {
        what_if: what_if::at_desk(&at, &places.candidate).await?,
        places,
        asks: asks_to_show(&mut at, id).await?,
        consultants: access::consultants(at.app.db()).await?,
        chosen: at.asked("place"),
        towns: found::towns(),
        workplaces: at.app.desk().ask(profile::known::workplaces).await?,
        courses: courses::of_person(&at, id).await?,
    };
    let which = WhichPeople::read(&at.query);
    let people = people_of(&at, &which).await?;
    let kept = at.kept(&which.given);
    let content = html! {
        main.desk.chosen id="main" {
            a.back href=(at.reader.link(&with_query(people::ADDRESS, &kept))) { (at.reader.say("desk-all-people")) }
            (draw(&people, &at, &which, Some(id)))
            (person(&at.reader, &view, &kept, at.today))
        }
    };
    let path = address(id, &kept);
    Ok(at.page(Tab::People, &path, &view.places.candidate.first_name, PERSON_KEYS, &content))
}

/// What they were asked. The address that follows an answer does not tell a yes from a no, and of a no there is nothing here to
/// take back: then no way back is offered either.
async fn asks_to_show(at: &mut AtDesk, id: CandidateId) -> Result<Vec<Ask>, Error> {
    let asks = answers::asks_of_candidate(at.app.db(), id).await?;
    let (answered, about) = (at.asked::<PlacementId>("placement"), at.query.get("done").map(String::as_str));
    let is_yes = |ask: &Ask| Some(ask.placement_id) == answered && ask.was_read_aloud() && !ask.used;
    if about == Some("answered") && !asks.iter().any(is_yes) {
        at.query.remove("placement");
    }
    Ok(asks)
}

/// Two places side by side for one person.
#[utoipa::path(
    get,
    path = "/desk/compare",
    params(("person" = uuid::Uuid, Query), ("left" = uuid::Uuid, Query), ("right" = uuid::Uuid, Query)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such person or place, or no consultant"),
    )
)]
pub async fn show_compare(at: AtDesk) -> Result<Response, Error> {
    let (Some(id), Some(left), Some(right)) = (at.asked("person"), at.asked("left"), at.asked("right")) else {
        return Err(Error::NotFound);
    };
    let today = at.today;
    let made = at
        .app
        .desk()
        .ask(move |market| found::halves(market, id, left, right, today))
        .await?;
    let (candidate, halves, inputs, rules) = made.ok_or(Error::NotFound)?;
    let showing = Showing {
        view: View::Places,
        subject_id: Some(id.0),
        inputs,
        rules,
        shown: vec![left.0, right.0],
        candidates: vec![id],
    };
    at.look(&showing).await?;
    let courses = courses_of_candidate(at.app.db(), id).await?;
    let open = courses
        .iter()
        .map(|held| &held.course)
        .filter(|course| course.ended().is_none());
    let view = CompareView {
        begun: open.map(|course| (course.placement, course.id)).collect(),
        asks: answers::asks_of_candidate(at.app.db(), id).await?,
        consultants: access::consultants(at.app.db()).await?,
        candidate,
        halves,
    };
    let content = html! { main.wide-list id="main" { (compare(&at.reader, &view, today)) } };
    let path = format!("/desk/compare?person={id}&left={left}&right={right}");
    Ok(at.page(Tab::People, &path, &at.reader.say("compare-title"), COMPARE_KEYS, &content))
}

/// Every place that somebody has said is still there.
#[utoipa::path(
    get,
    path = "/desk/places",
    params(
        ("q" = Option<String>, Query, description = "words to look for"),
        ("near" = Option<String>, Query, description = "a community where they are"),
        ("km" = Option<u32>, Query, description = "or so many kilometres around it: 5, 10 or 20"),
        ("work" = Option<u16>, Query, description = "an occupation, as ISCO code"),
        ("kind" = Option<String>, Query, description = "a kind of placement"),
        ("hours" = Option<String>, Query, description = "hours a week: `1-10`, `11-20` or `21-37`"),
        ("within" = Option<String>, Query, description = "hours within which all shifts lie, such as `mon-fri 8-16`"),
        ("danish" = Option<String>, Query, description = "the most Danish that is asked for: `none`, or a level such as `A2`"),
        ("language" = Option<String>, Query, description = "a language that is asked for or spoken there"),
        ("tomorrow" = Option<String>, Query, description = "`yes`: jobs for a day or a few that are on tomorrow"),
        ("expiring" = Option<String>, Query, description = "`yes`: those that run out before the week is over"),
        ("paid" = Option<String>, Query, description = "`yes`: the company expects pay afterwards"),
        ("mentor" = Option<String>, Query, description = "`yes`: with somebody at one's side"),
        ("since" = Option<i64>, Query, description = "what was written after this revision is marked as new"),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_places(at: AtDesk) -> Result<Response, Error> {
    let (which, since, today) = (WhichPlaces::read(&at.query), at.asked("since"), at.today);
    let saved = saved(&at, List::Places, &which.given).await?;
    let asked = which.clone();
    let ask = move |market: &_| found::places(market, &asked, since, today);
    let found = at.app.desk().ask(ask).await?;
    let bar = Bar {
        list: List::Places,
        given: &which.given,
        filters: &which.filters(&at.reader),
        found: found.found,
        in_all: found.in_all,
        saved: &saved,
    };
    let content = html! { main.desk-list id="main" { (bar.draw(&at.reader)) (places(&at.reader, &found, today)) } };
    let path = with_query("/desk/places", &which.given.query());
    Ok(at.page(Tab::Places, &path, &at.reader.say("desk-places"), LIST_KEYS, &content))
}

/// One place and the people for it.
#[utoipa::path(
    get,
    path = "/desk/places/{id}",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such place, or no consultant"),
    )
)]
pub async fn show_place(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: PlacementId = id.parse().map_err(|_| Error::NotFound)?;
    let people = lists::people_for(&at.app, &at.caller, id, SHOWN).await?;
    let (offer, today) = (&people.offer, at.today);
    let rules = at.app.desk().ask(move |market| market.in_force(today).rules).await?;
    let context = Context { rules: &rules, today };
    let seats = seats_for(offer.opening(), &context);
    let asks = answers::asks_of_placement(at.app.db(), id).await?;
    let held = at
        .app
        .desk()
        .ask(move |market| market.placement(id).map(|held| held.revision))
        .await?;
    let view = PlaceView {
        people,
        asks,
        consultants: access::consultants(at.app.db()).await?,
        seats,
        revision: held.ok_or(Error::NotFound)?,
        courses: courses::of_place(&at, id).await?,
    };
    let content = html! { main.at-place id="main" { (place(&at.reader, &view, today)) } };
    let path = format!("/desk/places/{id}");
    let offer = &view.people.offer;
    let title = format!("{} · {}", offer.placement.title, offer.workplace.name);
    Ok(at.page(Tab::Places, &path, &title, PLACE_KEYS, &content))
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskPerson {
    #[schema(value_type = uuid::Uuid)]
    placement: PlacementId,
    /// `place`: the question was asked on the place's page.
    #[serde(default)]
    back: String,
}

/// Ask a person whether a company may be told about them. Nothing is sent to the company.
#[utoipa::path(
    post,
    path = "/desk/people/{id}/ask",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = AskPerson, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "they are asked; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person or place, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn ask_person(at: AtDesk, Path(id): Path<String>, Form(form): Form<AskPerson>) -> Result<Redirect, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let placement = form.placement;
    let known = at
        .app
        .desk()
        .ask(move |market| {
            let opening = market.opening(placement)?;
            market.candidate(id).map(|_| market.said_no(id, opening))
        })
        .await?;
    // Somebody who has said no is not asked again, and the answer here is the same, however often: nobody is told that they
    // have.
    if !known.ok_or(Error::NotFound)? {
        let ask_id = AskId(random::uuid(at.now)?);
        answers::ask(at.app.db(), ask_id, id, placement, at.caller.person_id, at.now).await?;
    }
    // Back to the row that was pressed, beside the list as it was narrowed.
    let (page, row) = match form.back.as_str() {
        "place" => (format!("/desk/places/{placement}"), format!("#who-{id}")),
        _ => {
            let kept = at.kept(&WhichPeople::read(&at.query).given);
            let page = with_query(&address(id, &kept), &format!("place={placement}"));
            (page, format!("#p-{placement}"))
        }
    };
    let page = with_query(&page, &format!("done=asked&person={id}&placement={placement}"));
    Ok(Redirect::to(&format!("{}{row}", at.reader.link(&page))))
}

/// Those who are found, once it is written down that they are shown.
async fn people_of(at: &AtDesk, which: &WhichPeople) -> Result<People, Error> {
    let (which, since, today) = (which.clone(), at.asked("since"), at.today);
    let ask = move |market: &Market| (found::people(market, &which, since, today), market.inputs_of_everybody());
    let ((people, rules), inputs) = at.app.desk().ask(ask).await?;
    let shown: Vec<CandidateId> = people.rows.iter().map(|row| row.candidate.id).collect();
    let showing = Showing {
        view: View::Everyone,
        subject_id: None,
        inputs: format!("{inputs:032x}"),
        rules,
        shown: shown.iter().map(|id| id.0).collect(),
        candidates: shown,
    };
    at.look(&showing).await?;
    Ok(people)
}

fn draw(people: &People, at: &AtDesk, which: &WhichPeople, chosen: Option<CandidateId>) -> Markup {
    let chips = match chosen {
        Some(_) => chips(&at.reader, people::ADDRESS, &which.given, &which.filters(&at.reader)),
        None => html! {},
    };
    let list = people::List {
        people,
        chosen,
        kept: &at.kept(&which.given),
        chips: &chips,
        today: at.today,
    };
    list.draw(&at.reader)
}
