//! The addresses of what comes after a yes, at the desk.

use super::list::{AT_ONCE, List};
use super::one::One;
use super::section;
use super::sheet::sheet;
use super::steps::{Act, Pressed, Talk, written_hours};
use super::words::not_now;
use super::{ADDRESS, address, back_to};
use crate::app::App;
use crate::error::Error;
use crate::matching::access::name_of;
use crate::matching::course::links::{self, Made};
use crate::matching::course::{self, Agreed, Line, Which};
use crate::matching::looked::{Showing, View};
use crate::matching::market::Market;
use crate::matching::{access, answers, book};
use crate::pages::address::with_query;
use crate::pages::desk::Tab;
use crate::pages::desk::done::saved;
use crate::pages::desk::routes::AtDesk;
use crate::pages::frame::{self, Files, page};
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::html;
use serde::Deserialize;
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::matching::course::NotNow;
use shared::matching::decimals::read_hours;
use shared::matching::search::Query;
use shared::matching::shift::final_hours;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/courses", get(show_courses))
        .route("/desk/courses/new", get(show_new_course).post(begin_course))
        .route("/desk/courses/no", post(write_company_no))
        .route("/desk/courses/{id}", get(show_course).post(take_step))
        .route("/desk/courses/{id}/sheet", get(show_sheet))
        .route("/desk/courses/{id}/link", post(make_link))
}

const KEYS: &[(&str, &str)] = &[("J K", "key-next"), ("/", "key-search")];
const ONE_KEYS: &[(&str, &str)] = &[("B", "key-step"), ("P", "key-sheet"), ("Z", "key-undo")];

/// Who has said yes and waits; then what is on its way, what is due first on top.
#[utoipa::path(
    get,
    path = "/desk/courses",
    params(("q" = Option<String>, Query, description = "words to look for")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_courses(at: AtDesk) -> Result<Response, Error> {
    let sought = Query::new(at.sought());
    let (shown, in_all) = course::open(&at.app, &at.caller, &sought, AT_ONCE).await?;
    let ready = section::of_everybody(&at, &sought).await?;
    let list = List {
        reader: &at.reader,
        today: at.today,
        me: at.caller.person_id,
        just: at.asked("course"),
    };
    let content = html! { main id="main" { (list.page(&shown.lines, in_all, at.sought(), &ready)) } };
    Ok(at.page(Tab::Courses, ADDRESS, &at.reader.say("desk-courses"), KEYS, &content))
}

/// Write down that the three have talked: the form.
#[utoipa::path(
    get,
    path = "/desk/courses/new",
    params(("person" = uuid::Uuid, Query), ("placement" = uuid::Uuid, Query)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such person or place, or no consultant"),
    )
)]
pub async fn show_new_course(at: AtDesk) -> Result<Response, Error> {
    let (Some(person), Some(placement)) = (at.asked::<CandidateId>("person"), at.asked::<PlacementId>("placement")) else {
        return Err(Error::NotFound);
    };
    let today = at.today;
    let talk = at
        .app
        .desk()
        .ask(move |market| {
            let placement = market.opening(placement)?.placement;
            let weeks = placement.end.map(|end| end.days_since(placement.start));
            let from = placement.begins(today);
            Some(Talk {
                person: person.to_string(),
                placement: placement.id.to_string(),
                talked: today.to_string(),
                from: from.to_string(),
                until: weeks.map(|days| from.plus(days).to_string()).unwrap_or_default(),
                hours: written_hours(final_hours(&placement.shifts)),
            })
        })
        .await?
        .ok_or(Error::NotFound)?;
    new_page(&at, person, &talk, None).await
}

async fn new_page(at: &AtDesk, person: CandidateId, talk: &Talk, refused: Option<NotNow>) -> Result<Response, Error> {
    let placement: PlacementId = talk.placement.parse().map_err(|_| Error::BadInput)?;
    let names = at
        .app
        .desk()
        .ask(move |market| {
            let name = market.candidate(person)?.first_name.clone();
            Some((name, market.opening(placement)?.workplace.name.clone()))
        })
        .await?;
    let (name, workplace) = names.ok_or(Error::NotFound)?;
    at.look(&Showing {
        view: View::Courses,
        subject_id: Some(person.0),
        inputs: String::new(),
        rules: String::new(),
        shown: vec![placement.0],
        candidates: vec![person],
    })
    .await?;
    let reader = &at.reader;
    let content = html! {
        main.wide-list id="main" {
            div.head { h1 { (reader.say("course-new")) } span.faint { bdi { (name) } " · " bdi { (workplace) } } }
            p.empty { (reader.say("course-new-about")) }
            @if let Some(refused) = refused { div.trouble role="alert" { p { (not_now(reader, refused)) } } }
            (talk.form(reader, at.today))
        }
    };
    let path = format!("{ADDRESS}/new?person={person}&placement={placement}");
    let page = at.page(Tab::Courses, &path, &reader.say("course-new"), &[], &content);
    Ok(if refused.is_some() {
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    } else {
        page
    })
}

/// Write down that the three have talked. Only on a yes of the person that counts today.
#[utoipa::path(
    post,
    path = "/desk/courses/new",
    request_body(content = Talk, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the course"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person or place, no yes, or no consultant"),
        (status = 422, description = "bad-input, or the form with what stands in the way", content_type = "text/html"),
    )
)]
pub async fn begin_course(at: AtDesk, Form(talk): Form<Talk>) -> Result<Response, Error> {
    let person: CandidateId = talk.person.parse().map_err(|_| Error::BadInput)?;
    let placement: PlacementId = talk.placement.parse().map_err(|_| Error::BadInput)?;
    let until = if talk.until.is_empty() {
        Ok(None)
    } else {
        talk.until.parse().map(Some)
    };
    let (Ok(talked), Ok(from), Ok(until), Some(hours)) = (talk.talked.parse(), talk.from.parse(), until, read_hours(&talk.hours))
    else {
        return new_page(&at, person, &talk, Some(NotNow::Bounds)).await;
    };
    let agreed = Agreed {
        talked,
        from,
        until,
        hours,
    };
    match course::begin(&at.app, at.caller.person_id, person, placement, agreed).await? {
        Ok(id) => Ok(Redirect::to(&at.reader.link(&format!("{}?done=saved-course", address(id)))).into_response()),
        Err(refused) => new_page(&at, person, &talk, Some(refused)).await,
    }
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompanyNo {
    #[schema(value_type = uuid::Uuid)]
    person: CandidateId,
    #[schema(value_type = uuid::Uuid)]
    placement: PlacementId,
    /// The page that was pressed on: `person` or `place`, else the list.
    #[serde(default)]
    back: String,
}

/// Write down that the company says no to somebody who has said yes, this time. Nobody asks why. The two are not shown to
/// each other any more, and the person reads it on their own page.
#[utoipa::path(
    post,
    path = "/desk/courses/no",
    request_body(content = CompanyNo, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written, or there is no yes that nothing has begun on; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person or place, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn write_company_no(at: AtDesk, Form(form): Form<CompanyNo>) -> Result<Redirect, Error> {
    let CompanyNo { person, placement, back } = form;
    let known = move |market: &Market| market.candidate(person).and(market.placement(placement)).map(|_| ());
    at.app.desk().ask(known).await?.ok_or(Error::NotFound)?;
    let written = answers::company_no(at.app.db(), person, placement, at.caller.person_id, at.now).await?;
    // Whether the yes was taken back, a no was said or something has begun, the answer is the same.
    let done = written.map_or_else(|| "done=no-yes".to_owned(), |change| saved("company-no", change));
    Ok(Redirect::to(
        &at.reader.link(&with_query(&back_to(&back, person, placement), &done)),
    ))
}

/// One course: where it stands, what comes next, and everything that was said.
#[utoipa::path(
    get,
    path = "/desk/courses/{id}",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such course, or no consultant"),
    )
)]
pub async fn show_course(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    one_page(&at, id_of(&id)?, None, None).await
}

fn id_of(id: &str) -> Result<CourseId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn line_of(at: &AtDesk, id: CourseId) -> Result<Line, Error> {
    let shown = course::shown(&at.app, &at.caller, Which::One(id)).await?;
    shown.lines.into_iter().next().ok_or(Error::NotFound)
}

async fn one_page(
    at: &AtDesk,
    id: CourseId,
    refused: Option<(NotNow, &Pressed)>,
    made: Option<&Made>,
) -> Result<Response, Error> {
    let line = line_of(at, id).await?;
    let consultants = access::consultants(at.app.db()).await?;
    let origin = at.app.origins().public().to_string();
    let one = One {
        line: &line,
        me: at.caller.person_id,
        by: &name_of(&consultants, line.course.by),
        today: at.today,
        link_waits: course::link_waits(at.app.db(), id, at.now).await?,
        made: made.map(|made| (made, origin.as_str())),
        refused: refused.map(|(why, _)| not_now(&at.reader, why)),
        typed: refused.map(|(_, pressed)| pressed),
    };
    let content = html! { main.at-place.at-course id="main" { (one.draw(&at.reader)) } };
    let page = at.page(Tab::Courses, &address(id), &line.candidate.first_name, ONE_KEYS, &content);
    Ok(if refused.is_some() {
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    } else {
        page
    })
}

/// Write down what somebody has said or done, or take one's own last step back.
#[utoipa::path(
    post,
    path = "/desk/courses/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = Pressed, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the course, or the list"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such course, or no consultant"),
        (status = 422, description = "bad-input, or the page with what stands in the way", content_type = "text/html"),
    )
)]
pub async fn take_step(at: AtDesk, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Result<Response, Error> {
    let (id, by) = (id_of(&id)?, at.caller.person_id);
    let done = match pressed.act(at.today).ok_or(Error::BadInput)? {
        Act::Take(step, on) => match course::take_step(&at.app, by, id, step, on, pressed.is_early()).await? {
            Ok(()) => "saved-course",
            Err(refused) => return one_page(&at, id, Some((refused, &pressed)), None).await,
        },
        Act::Unread => return one_page(&at, id, Some((NotNow::Bounds, &pressed)), None).await,
        Act::Undo => match course::take_back(&at.app, by, id).await? {
            Ok(()) => "taken-back",
            Err(NotNow::NoSeat) => return one_page(&at, id, Some((NotNow::NoSeat, &pressed)), None).await,
            Err(_) => "nothing",
        },
        Act::Gone => {
            let done = if course::forget_course(at.app.db(), id).await? {
                "removed-course"
            } else {
                "nothing"
            };
            return Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}?done={done}"))).into_response());
        }
    };
    let page = if pressed.is_from_the_list() {
        format!("{}#c-{id}", at.reader.link(&format!("{ADDRESS}?done={done}&course={id}")))
    } else {
        at.reader.link(&format!("{}?done={done}", address(id)))
    };
    Ok(Redirect::to(&page).into_response())
}

/// The sheet that the company copies into its application.
#[utoipa::path(
    get,
    path = "/desk/courses/{id}/sheet",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page to print", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such course, nothing to apply for, or no consultant"),
    )
)]
pub async fn show_sheet(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id_of(&id)?;
    let line = line_of(&at, id).await?;
    if !line.course.kind.is_applied_for() {
        return Err(Error::NotFound);
    }
    let contacts = book::contacts(at.app.db(), line.offer.company.id).await?;
    let content = sheet(&at.reader, &line, contacts.first(), &address(id), at.today);
    let files = Files {
        styles: &[&frame::DESK_STYLE.address],
        scripts: &[&frame::DESK_SCRIPT.address],
    };
    let path = format!("{}/sheet", address(id));
    let page = page(&at.reader, &path, &at.reader.say("sheet-title"), "at-desk", files, &content);
    Ok(Html(page).into_response())
}

/// Make a link by which somebody at the workplace signs what the person now can. It is shown once.
#[utoipa::path(
    post,
    path = "/desk/courses/{id}/link",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "the page with the link", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such course, nothing to sign, or no consultant"),
    )
)]
pub async fn make_link(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id_of(&id)?;
    let made = links::make(&at.app, id).await?.ok_or(Error::NotFound)?;
    one_page(&at, id, None, Some(&made)).await
}
