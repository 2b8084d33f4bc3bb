//! How a paper is asked for and written on: a visit of one person to one plan.

use super::fields::{Fields, Wrong};
use super::people::routes as people;
use super::{
    Here, Paper, card, consents, export, follow_up, help, history, looked, movement, plan_frame, see_as, start, strengths,
};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::pages::parts::{Done, Trouble};
use crate::pages::reader::Reader;
use crate::pages::routes::SignedIn;
use crate::plan::{self, Seen};
use crate::random;
use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{ChangeId, Millis, PlanId};
use shared::live::wire::{Outcome, RefuseClass};
use shared::plan::{Change, Intent};
use std::collections::BTreeMap;
use std::str::FromStr;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/plans/{plan_id}/new", get(history::routes::show_new))
        .route("/plans/{plan_id}/history", get(history::routes::show_history))
        .route(
            "/plans/{plan_id}/cards/{card_id}/history",
            get(history::routes::show_card_history),
        )
        .route(
            "/plans/{plan_id}/follow-up",
            get(follow_up::routes::show_follow_up).post(follow_up::routes::say_pulse),
        )
        .route("/plans/{plan_id}/follow-up/kept", post(follow_up::routes::keep_agreement))
        .route("/plans/{plan_id}/follow-up/done", post(follow_up::routes::followed_up))
        .route(
            "/plans/{plan_id}/movement",
            get(movement::routes::show_movement).post(movement::routes::read_movement),
        )
        .route(
            "/plans/{plan_id}/strengths",
            get(strengths::routes::show_strengths).post(strengths::routes::add_strength),
        )
        .route("/plans/{plan_id}/strengths/remove", post(strengths::routes::remove_strength))
        .route(
            "/plans/{plan_id}/cards/{card_id}",
            get(card::routes::show_card).post(card::routes::change_card),
        )
        .route(
            "/plans/{plan_id}/help",
            get(help::routes::show_help).post(help::routes::change_help),
        )
        .route(
            "/plans/{plan_id}/people",
            get(people::show_people).post(people::change_people),
        )
        .route("/plans/{plan_id}/people/{member_id}", get(people::show_member))
        .route("/plans/{plan_id}/people/{member_id}/link", post(people::change_link))
        .route("/plans/{plan_id}/seat", get(people::show_seat).post(people::ask_for_a_seat))
        .route(
            "/invitations/{token}",
            get(people::show_invitation).post(people::accept_invitation),
        )
        .route("/plans/{plan_id}/looked", get(looked::routes::show_looked))
        .route("/plans/{plan_id}/as", get(see_as::routes::choose_whom))
        .route(
            "/plans/{plan_id}/consents",
            get(consents::routes::show_consents).post(consents::routes::answer_consent),
        )
        .route("/plans/{plan_id}/consents/withdraw", post(consents::routes::withdraw_consent))
        .merge(start::routes::routes())
        .merge(export::routes::routes())
        .route("/plans/{plan_id}/as/{member_id}", get(see_as::routes::show_as))
}

/// One person at the papers of one plan. Whoever is not signed in is sent to sign in, and a form of
/// another site is refused before anything is read of it.
#[derive(Debug)]
pub struct Visit {
    pub app: App,
    pub caller: Caller,
    pub plan_id: PlanId,
    pub reader: Reader,
    pub now: Millis,
    pub today: Day,
    path: BTreeMap<String, String>,
    query: BTreeMap<String, String>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn { caller, reader, query } = SignedIn::from_request_parts(parts, app).await?;
        let of = |error: Error| error.into_response();
        let path = <Path<BTreeMap<String, String>> as FromRequestParts<App>>::from_request_parts(parts, app).await;
        let Path(path) = path.map_err(IntoResponse::into_response)?;
        let plan_id = path.get("plan_id").and_then(|text| text.parse().ok());
        let now = app.clock().now();
        Ok(Visit {
            app: app.clone(),
            caller,
            plan_id: plan_id.ok_or(Error::NotFound).map_err(of)?,
            reader,
            now,
            today: Day::in_denmark(now),
            path,
            query,
        })
    }
}

impl Visit {
    /// What stands in the braces of the address. What cannot be an id names nothing.
    pub fn named<T: FromStr>(&self, name: &str) -> Result<T, Error> {
        let text = self.path.get(name).ok_or(Error::NotFound)?;
        text.parse().map_err(|_| Error::NotFound)
    }

    /// What stands after the question mark, where it can be read.
    pub fn asked<T: FromStr>(&self, name: &str) -> Option<T> {
        self.query.get(name).and_then(|text| text.parse().ok())
    }

    /// The plan as this person sees it, once it is written down that they look at it on this paper.
    pub async fn look(&self, paper: &Paper) -> Result<Seen, Error> {
        plan::view_if(&self.app, &self.caller, self.plan_id, paper.look, paper.is_for).await
    }

    /// An id for a form that does not know its own yet.
    pub fn change_id(&self) -> Result<ChangeId, Error> {
        Ok(ChangeId(random::uuid(self.now)?))
    }

    pub fn link(&self, paper: &Paper) -> String {
        self.reader.link(&paper.address(self.plan_id))
    }

    /// The paper with this content, and with word of what was just done.
    pub fn page(&self, paper: &Paper, seen: &Seen, content: &Markup) -> Response {
        self.page_at(
            paper,
            &paper.address(self.plan_id),
            &self.reader.say(paper.key),
            seen,
            content,
        )
    }

    /// The same for one that has an address and a title of its own.
    pub fn page_at(&self, paper: &Paper, address: &str, title: &str, seen: &Seen, content: &Markup) -> Response {
        let content = html! {
            @if let Some(done) = self.asked::<Done>("done") { (done.notice(&self.reader)) }
            (content)
        };
        let here = Here { paper, address, title };
        Html(plan_frame(&self.reader, self.plan_id, seen, here, &content)).into_response()
    }

    /// Hands a wish in, by the same way as a board. `form` draws the paper once more where the answer is no.
    pub async fn submit(&self, paper: &Paper, change: Change, form: impl FnOnce(&Seen) -> Markup) -> Result<Response, Error> {
        Ok(match self.hand_in(paper, change, form).await? {
            Ok(done) => self.go_to(paper, done),
            Err(refused) => refused,
        })
    }

    /// The same for a form that leads elsewhere. Answers with the paper where the answer is no.
    pub async fn hand_in(
        &self,
        paper: &Paper,
        change: Change,
        form: impl FnOnce(&Seen) -> Markup,
    ) -> Result<Result<Done, Response>, Error> {
        let no = match self.decide(change).await? {
            Ok(done) => return Ok(Ok(done)),
            Err(no) => no,
        };
        let draw = |seen: &Seen| Ok((self.reader.say(paper.key), form(seen)));
        self.again(paper, &paper.address(self.plan_id), &no, draw).await.map(Err)
    }

    /// The same for one of a paper's many small forms, as it was read. `draw` gives the title and the content of the
    /// paper, and may find that it is not there.
    pub async fn submit_one_of(
        &self,
        paper: &Paper,
        address: &str,
        fields: &Fields,
        read: Result<Intent, Wrong>,
        draw: impl FnOnce(&Seen) -> Result<(String, Markup), Error>,
    ) -> Result<Response, Error> {
        let decided = match read {
            Ok(intent) => {
                let (change_id, why) = (fields.chosen("change_id")?, fields.owned("why_ask"));
                self.decide(Change { change_id, intent, why }).await?
            }
            Err(Wrong::Refused(refusal)) => Err((Trouble::Refused(Some(refusal)), StatusCode::UNPROCESSABLE_ENTITY)),
            Err(Wrong::NotOurs) => return Err(Error::BadInput),
        };
        match decided {
            Ok(done) => Ok(self.go(address, done)),
            Err(no) => self.again(paper, address, &no, draw).await,
        }
    }

    async fn decide(&self, change: Change) -> Result<Decided, Error> {
        let member_id = plan::demand_seat(&self.app, self.caller.person_id, self.plan_id).await?;
        let outcome = self.app.hub().decide(self.plan_id, member_id, change).await;
        Ok(done_or_trouble(outcome.ok_or(Error::Stopping)?))
    }

    /// The paper once more, with what went wrong above it.
    async fn again(
        &self,
        paper: &Paper,
        address: &str,
        (trouble, status): &(Trouble, StatusCode),
        draw: impl FnOnce(&Seen) -> Result<(String, Markup), Error>,
    ) -> Result<Response, Error> {
        let seen = self.look(paper).await?;
        let (title, content) = draw(&seen)?;
        let content = html! { (trouble.summary(&self.reader, &seen)) (content) };
        Ok((*status, self.page_at(paper, address, &title, &seen, &content)).into_response())
    }

    /// To the paper anew, so that loading it again sends nothing twice.
    pub fn go_to(&self, paper: &Paper, done: Done) -> Response {
        self.go(&paper.address(self.plan_id), done)
    }

    /// The same for one that has an address of its own.
    pub fn go(&self, address: &str, done: Done) -> Response {
        let address = format!("{address}?done={}", done.text());
        Redirect::to(&self.reader.link(&address)).into_response()
    }
}

/// What came of a wish: it is done, or what a page says instead, and with which status.
type Decided = Result<Done, (Trouble, StatusCode)>;

/// What the answer to a wish is to the one who sent the form.
pub fn done_or_trouble(outcome: Outcome) -> Decided {
    match outcome {
        Outcome::Applied | Outcome::Known => Ok(Done::Saved),
        Outcome::Proposed => Ok(Done::Asked),
        Outcome::Refused {
            class: RefuseClass::Never,
            refusal,
        } => Err((Trouble::Refused(refusal), StatusCode::UNPROCESSABLE_ENTITY)),
        Outcome::Refused { .. } => Err((Trouble::Later, StatusCode::SERVICE_UNAVAILABLE)),
    }
}

/// A wish of one form.
pub fn wish(change_id: ChangeId, intent: Intent) -> Change {
    let why = String::new();
    Change { change_id, intent, why }
}
