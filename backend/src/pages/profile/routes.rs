//! The addresses of the form: one's own profile, and anybody's at the desk.

use super::conflict::conflict;
use super::erase;
use super::known::{keeps_own, workplaces};
use super::{Filled, Named, Sent, Slips, Who, form, read, terms_in_words};
use crate::app::App;
use crate::error::Error;
use crate::matching::access;
use crate::matching::looked::{Showing, View};
use crate::matching::{Put, Thing};
use crate::pages::address::with_query;
use crate::pages::desk::Tab;
use crate::pages::desk::done::noted;
use crate::pages::desk::filters::people::WhichPeople;
use crate::pages::desk::people::address;
use crate::pages::desk::routes::AtDesk;
use crate::pages::my_work::routes::Mine;
use crate::pages::my_work::{Leaf, courses};
use crate::pages::own_page;
use crate::pages::reader::Reader;
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{CandidateId, PersonId};
use shared::matching::candidate::Candidate;
use shared::matching::place::Mode;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/my-work/profile", get(show_own_profile).post(write_own_profile))
        .route("/desk/people/new", get(show_new_person).post(add_person))
        .route("/desk/people/{id}/edit", get(show_person_form).post(write_person))
        .route("/my-work/profile/erase", post(erase_own_profile))
        .route("/desk/people/{id}/erase", post(erase_person))
}

const OWN: &str = "/my-work/profile";
const NEW: &str = "/desk/people/new";

/// A candidate as they are stored, and what the form needs beside.
struct Stored {
    candidate: Candidate,
    revision: i64,
    workplaces: Vec<Named>,
    rules: String,
}

async fn stored(app: &App, id: CandidateId, today: Day) -> Result<Stored, Error> {
    let found = app
        .desk()
        .ask(move |market| {
            Some(Stored {
                candidate: market.candidate(id)?.clone(),
                revision: market.candidate_revision(id)?,
                workplaces: workplaces(market),
                rules: market.in_force(today).version,
            })
        })
        .await?;
    found.ok_or(Error::NotFound)
}

/// What became of a form.
enum Outcome {
    /// Under this revision.
    Saved(i64),
    /// The form again, with what stands in the way.
    Again(StatusCode, Markup),
}

/// One who fills in a form that is stored under a revision.
struct Writing<'a> {
    app: &'a App,
    reader: &'a Reader,
    who: Who,
    by: PersonId,
    action: &'a str,
    today: Day,
}

impl Writing<'_> {
    fn draw(&self, stored: &Stored, sent: &Sent, slips: Slips, above: Markup) -> Markup {
        let terms = terms_in_words(self.reader, &stored.candidate.terms, &stored.workplaces);
        form(
            self.reader,
            &Filled {
                who: self.who,
                action: self.action,
                sent,
                seen: Some(stored.revision),
                slips,
                above,
                terms: &terms,
                workplaces: &stored.workplaces,
            },
        )
    }

    fn fresh(&self, stored: &Stored) -> Markup {
        let sent = Sent::of(self.reader, &stored.candidate, &stored.workplaces, self.who);
        self.draw(stored, &sent, Slips::default(), html! {})
    }

    /// Writes over the revision that was seen. Where somebody else was first, both are shown.
    async fn write(&self, id: CandidateId, sent: &Sent) -> Result<Outcome, Error> {
        let before = stored(self.app, id, self.today).await?;
        let seen: i64 = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
        let mine = match read(sent, &before.candidate, self.who, &before.workplaces) {
            Ok(mine) => mine,
            Err(slips) => {
                let kept = Stored {
                    revision: seen,
                    ..before
                };
                return Ok(Outcome::Again(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    self.draw(&kept, sent, slips, html! {}),
                ));
            }
        };
        let thing = Thing::Candidate(Box::new(mine.clone()));
        if let Put::Saved(revision) = self.app.desk().put(&thing, Some(seen), self.by).await? {
            return Ok(Outcome::Saved(revision));
        }
        let now = stored(self.app, id, self.today).await?;
        let above = conflict(self.reader, &mine, &now.candidate, &now.workplaces, self.who);
        Ok(Outcome::Again(
            StatusCode::CONFLICT,
            self.draw(&now, sent, Slips::default(), above),
        ))
    }
}

fn own<'a>(mine: &'a Mine) -> Writing<'a> {
    Writing {
        app: &mine.app,
        reader: &mine.reader,
        who: Who::Own,
        by: mine.caller.person_id,
        action: OWN,
        today: mine.today,
    }
}

fn at_desk<'a>(at: &'a AtDesk, action: &'a str) -> Writing<'a> {
    Writing {
        app: &at.app,
        reader: &at.reader,
        who: Who::Consultant,
        by: at.caller.person_id,
        action,
        today: at.today,
    }
}

/// My profile: what I am good at, what I would like, and what work may ask of me.
#[utoipa::path(
    get,
    path = "/my-work/profile",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_own_profile(mine: Mine) -> Result<Response, Error> {
    let stored = stored(&mine.app, mine.own.candidate_id(), mine.today).await?;
    let signed = courses::signed(&mine).await?;
    let content = html! { (signed) (own(&mine).fresh(&stored)) (erase::draw(&mine.reader, "/my-work/profile/erase")) };
    mine.page(Leaf::Profile, &content).await
}

/// Change my profile.
#[utoipa::path(
    post,
    path = "/my-work/profile",
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 409, description = "somebody else was first: the page, with both", content_type = "text/html"),
        (status = 422, description = "bad-input, or the page with what could not be read", content_type = "text/html"),
    )
)]
pub async fn write_own_profile(mine: Mine, Form(sent): Form<Sent>) -> Result<Response, Error> {
    match own(&mine).write(mine.own.candidate_id(), &sent).await? {
        Outcome::Saved(_) if keeps_own(&sent) => Ok(mine.go(&format!("{OWN}?done=saved-own"))),
        Outcome::Saved(_) => Ok(mine.go(&format!("{OWN}?done=saved"))),
        Outcome::Again(status, content) => mine.form_page(status, Leaf::Profile, &content).await,
    }
}

fn desk_page(at: &AtDesk, status: StatusCode, path: &str, title: &str, content: &Markup) -> Response {
    let content = html! { main.wide-list.profile-page id="main" { h1 { (title) } (content) } };
    at.form_page(status, Tab::People, path, title, &content)
}

/// What the list beside them is narrowed to stays so.
fn kept(at: &AtDesk) -> String {
    at.kept(&WhichPeople::read(&at.query).given)
}

fn edit_address(at: &AtDesk, id: CandidateId) -> String {
    with_query(&format!("/desk/people/{id}/edit"), &kept(at))
}

/// The profile of somebody who looks for work, for a consultant to fill in with them.
#[utoipa::path(
    get,
    path = "/desk/people/{id}/edit",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such person, or no consultant"),
    )
)]
pub async fn show_person_form(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let stored = stored(&at.app, id, at.today).await?;
    look(&at, id, &stored).await?;
    let path = edit_address(&at, id);
    let content = html! {
        (at_desk(&at, &path).fresh(&stored))
        (own_page::at_desk(&at.reader, id, access::way_in(at.app.db(), id).await?))
        (erase::draw(&at.reader, &format!("/desk/people/{id}/erase")))
    };
    Ok(desk_page(&at, StatusCode::OK, &path, &stored.candidate.first_name, &content))
}

/// Change the profile of somebody who looks for work.
#[utoipa::path(
    post,
    path = "/desk/people/{id}/edit",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the person's page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person, or no consultant"),
        (status = 409, description = "somebody else was first: the page, with both", content_type = "text/html"),
        (status = 422, description = "bad-input, or the page with what could not be read", content_type = "text/html"),
    )
)]
pub async fn write_person(at: AtDesk, Path(id): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let path = edit_address(&at, id);
    match at_desk(&at, &path).write(id, &sent).await? {
        Outcome::Saved(revision) => {
            let page = with_query(&address(id, &kept(&at)), &noted(&sent, revision));
            Ok(Redirect::to(&at.reader.link(&page)).into_response())
        }
        Outcome::Again(status, content) => {
            let stored = stored(&at.app, id, at.today).await?;
            look(&at, id, &stored).await?;
            Ok(desk_page(&at, status, &path, &stored.candidate.first_name, &content))
        }
    }
}

/// `yes`: whoever presses is sure.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Erase {
    sure: String,
}

impl Erase {
    fn is_sure(&self) -> Result<(), Error> {
        if self.sure == "yes" { Ok(()) } else { Err(Error::BadInput) }
    }
}

/// Take my profile away for good.
#[utoipa::path(
    post,
    path = "/my-work/profile/erase",
    request_body(content = Erase, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "nothing is left that says anything of them; the place to go is the sign-in page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no profile"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn erase_own_profile(mine: Mine, Form(form): Form<Erase>) -> Result<Redirect, Error> {
    form.is_sure()?;
    erase::erase(&mine.app, mine.own.candidate_id(), mine.caller.person_id).await?;
    Ok(Redirect::to(&mine.reader.link("/?done=erased")))
}

/// Take somebody's profile away for good, as they have asked for.
#[utoipa::path(
    post,
    path = "/desk/people/{id}/erase",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = Erase, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "nothing is left that says anything of them; the place to go is the desk"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn erase_person(at: AtDesk, Path(id): Path<String>, Form(form): Form<Erase>) -> Result<Redirect, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    form.is_sure()?;
    erase::erase(&at.app, id, at.caller.person_id).await?;
    Ok(Redirect::to(&at.reader.link("/desk/people?done=erased")))
}

/// Writes down that this consultant sees what a person has said of themselves.
async fn look(at: &AtDesk, id: CandidateId, stored: &Stored) -> Result<(), Error> {
    let showing = Showing {
        view: View::Candidate,
        subject_id: Some(id.0),
        inputs: format!("revision {}", stored.revision),
        rules: stored.rules.clone(),
        shown: vec![id.0],
        candidates: vec![id],
    };
    at.look(&showing).await?;
    Ok(())
}

/// Somebody who looks for work and is not here yet.
#[utoipa::path(
    get,
    path = "/desk/people/new",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_new_person(at: AtDesk) -> Result<Response, Error> {
    let workplaces = at.app.desk().ask(workplaces).await?;
    let sent = Sent::of(
        &at.reader,
        &somebody(CandidateId::MIN, at.today),
        &workplaces,
        Who::Consultant,
    );
    Ok(new_page(&at, StatusCode::OK, &sent, Slips::default(), &workplaces))
}

/// Add somebody who looks for work.
#[utoipa::path(
    post,
    path = "/desk/people/new",
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "they are here; the place to go is their page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "bad-input, or the page with what could not be read", content_type = "text/html"),
    )
)]
pub async fn add_person(at: AtDesk, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let workplaces = at.app.desk().ask(workplaces).await?;
    let id = CandidateId(random::uuid(at.now)?);
    let candidate = match read(&sent, &somebody(id, at.today), Who::Consultant, &workplaces) {
        Ok(candidate) => candidate,
        Err(slips) => return Ok(new_page(&at, StatusCode::UNPROCESSABLE_ENTITY, &sent, slips, &workplaces)),
    };
    let thing = Thing::Candidate(Box::new(candidate));
    match at.app.desk().put(&thing, None, at.caller.person_id).await? {
        Put::Saved(revision) => {
            let page = format!("/desk/people/{id}?{}", noted(&sent, revision));
            Ok(Redirect::to(&at.reader.link(&page)).into_response())
        }
        Put::Stale | Put::Kept => Err(Error::Unexpected("a new id was there already")),
    }
}

fn new_page(at: &AtDesk, status: StatusCode, sent: &Sent, slips: Slips, workplaces: &[Named]) -> Response {
    let filled = Filled {
        who: Who::Consultant,
        action: NEW,
        sent,
        seen: None,
        slips,
        above: html! {},
        terms: &[],
        workplaces,
    };
    desk_page(at, status, NEW, &at.reader.say("profile-new"), &form(&at.reader, &filled))
}

/// Of whom nothing is known yet.
fn somebody(id: CandidateId, today: Day) -> Candidate {
    let mut somebody = Candidate::new(id, today);
    somebody.travel.by = Mode::Walk.into();
    somebody
}
