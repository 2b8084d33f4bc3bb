//! Signing in and out, and the ticket that opens a socket.

use super::caller::{cookie, for_elsewhere};
use super::store::{self, Admission};
use super::{AtBoard, TokenHash};
use crate::app::App;
use crate::error::Error;
use crate::matching::access;
use crate::pages::address::is_own;
use crate::pages::reader::Reader;
use crate::words::Lang;
use crate::{plan, random};
use axum::Json;
use axum::extract::{Form, Path, Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use shared::live::limits;
use std::fmt;

/// The socket's address, beside our own origin.
pub const SOCKET_PATH: &str = "/api/live";

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[schema(value_type = uuid::Uuid)]
    pub person_id: PersonId,
}

/// Where to go afterwards.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct GoTo {
    /// The plan to open; without it, or without a seat there, the person's first.
    #[param(value_type = Option<uuid::Uuid>)]
    plan_id: Option<PlanId>,
    /// A page of ours that they were going to. It counts before the plan, where it is theirs.
    to: Option<String>,
    /// The language of the page.
    lang: Option<String>,
}

impl GoTo {
    fn place(&self, path: &str, preferred: Lang) -> String {
        match &self.lang {
            Some(lang) => Reader::new(Some(lang), preferred).link(path),
            None => path.to_string(),
        }
    }
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoSession {
    #[schema(value_type = uuid::Uuid)]
    pub person_id: PersonId,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct StartedSession {
    /// The secret itself; the server keeps only its hash.
    pub session: String,
}

/// Who is asking, and the tables they sit at.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Session {
    #[schema(value_type = uuid::Uuid)]
    pub person_id: PersonId,
    pub name: String,
    pub plans: Vec<SessionPlan>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SessionPlan {
    #[schema(value_type = uuid::Uuid)]
    pub plan_id: PlanId,
    #[schema(value_type = uuid::Uuid)]
    pub member_id: MemberId,
    /// What the family calls itself.
    pub name: String,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct Ticket {
    /// Opens one socket to this plan, within half a minute.
    pub ticket: String,
    /// Where.
    pub socket: String,
    #[schema(value_type = i64)]
    pub expires_at: Millis,
}

// Neither prints its secret.
impl fmt::Debug for StartedSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StartedSession").finish_non_exhaustive()
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ticket")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Choose who to be, in the demo municipality.
#[utoipa::path(
    post,
    path = "/sign-in",
    params(GoTo),
    request_body(content = SignIn, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "signed in; the place to go is the person's plan"),
        (status = 403, description = "wrong-origin, or no-sign-in where the database is not the demo's"),
        (status = 422, description = "bad-input: nobody by that id"),
    )
)]
pub async fn sign_in(
    State(app): State<App>,
    Query(go_to): Query<GoTo>,
    headers: HeaderMap,
    lang: Lang,
    Form(form): Form<SignIn>,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    known(&app, form.person_id).await?;
    let secret = open_session(&app, form.person_id, random::secret()?).await?;
    let plans = plan::plans_of(app.db(), form.person_id).await?;
    let wanted = plans
        .iter()
        .find(|seat| Some(seat.plan_id) == go_to.plan_id)
        .or(plans.first());
    let path = match (&go_to.to, wanted) {
        (Some(to), _) if is_own(to) && is_theirs(&app, form.person_id, to, &plans).await? => to.clone(),
        (_, Some(seat)) => format!("/plans/{}", seat.plan_id),
        (_, None) => at_work(&app, form.person_id).await?.to_owned(),
    };
    go_on(&app, &secret, &go_to.place(&path, lang))
}

/// Whether a page of ours is for this person: nobody is to begin with a page that they do not have.
async fn is_theirs(app: &App, person_id: PersonId, to: &str, plans: &[plan::Seat]) -> Result<bool, Error> {
    let path = to.split('?').next().unwrap_or_default();
    let mut parts = path.split('/').skip(1);
    Ok(match parts.next() {
        Some("desk") => access::find_consultant(app.db(), person_id).await?.is_some(),
        Some("my-work") => access::candidate_of(app.db(), person_id).await?.is_some(),
        Some("plans") => {
            let plan_id = parts.next().unwrap_or_default();
            plans.iter().any(|seat| seat.plan_id.to_string() == plan_id)
        }
        Some("") => false,
        _ => true,
    })
}

/// Where one goes who sits at no table: to the desk, to the page of one's own work, or back to the door.
async fn at_work(app: &App, person_id: PersonId) -> Result<&'static str, Error> {
    if access::find_consultant(app.db(), person_id).await?.is_some() {
        return Ok("/desk");
    }
    let candidate = access::candidate_of(app.db(), person_id).await?;
    Ok(if candidate.is_some() { "/my-work" } else { "/" })
}

/// Signs a person in who has shown in another way who they are, and sends their browser on.
pub async fn sign_in_and_go(app: &App, person_id: PersonId, place: &str) -> Result<Response, Error> {
    let secret = open_session(app, person_id, random::secret()?).await?;
    go_on(app, &secret, place)
}

fn go_on(app: &App, secret: &str, place: &str) -> Result<Response, Error> {
    let cookie = cookie(secret, app.config().is_https())?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(place)).into_response())
}

/// Ends the session everywhere, at once also in open windows.
#[utoipa::path(
    post,
    path = "/sign-out",
    params(GoTo),
    responses((status = 303, description = "signed out"), (status = 403, description = "wrong-origin"))
)]
pub async fn sign_out(
    State(app): State<App>,
    Query(go_to): Query<GoTo>,
    headers: HeaderMap,
    lang: Lang,
    caller: Option<AtBoard>,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    if let Some(AtBoard(caller)) = caller {
        store::end_session(app.db(), &caller.session).await?;
        app.sockets().end_session(&caller.session);
    }
    let cookie = cookie("", app.config().is_https())?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&go_to.place("/", lang))).into_response())
}

/// Who is asking.
#[utoipa::path(
    get,
    path = "/api/session",
    responses((status = 200, body = Session), (status = 401, description = "signed-out"))
)]
pub async fn show_session(State(app): State<App>, AtBoard(caller): AtBoard) -> Result<Json<Session>, Error> {
    let name = plan::person_name(app.db(), caller.person_id).await?.unwrap_or_default();
    let listed = plan::names_for(&app, &caller, None).await?;
    let plans = listed.into_iter().map(|plan::Listed { seat, name }| SessionPlan {
        plan_id: seat.plan_id,
        member_id: seat.member_id,
        name,
    });
    Ok(Json(Session {
        person_id: caller.person_id,
        name,
        plans: plans.collect(),
    }))
}

/// A session in the demo municipality for a page of another site, which holds it as a bearer token. It opens the board
/// and nothing else.
#[utoipa::path(
    post,
    path = "/api/demo/sessions",
    request_body = DemoSession,
    responses(
        (status = 201, body = StartedSession),
        (status = 403, description = "wrong-origin, or no-sign-in where the database is not the demo's"),
        (status = 422, description = "bad-input: nobody by that id"),
    )
)]
pub async fn start_demo_session(
    State(app): State<App>,
    headers: HeaderMap,
    Json(body): Json<DemoSession>,
) -> Result<(StatusCode, Json<StartedSession>), Error> {
    app.origins().allow(&headers)?;
    let session = start_elsewhere(&app, body.person_id).await?;
    Ok((StatusCode::CREATED, Json(StartedSession { session })))
}

/// A ticket for one socket to this plan. Asked for with `content-type: application/json`, which a form
/// of a strange page cannot send.
#[utoipa::path(
    post,
    path = "/api/plans/{plan_id}/tickets",
    params(("plan_id" = uuid::Uuid, Path)),
    request_body = serde_json::Value,
    responses(
        (status = 201, body = Ticket),
        (status = 401, description = "signed-out"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn create_ticket(
    State(app): State<App>,
    headers: HeaderMap,
    AtBoard(caller): AtBoard,
    Path(plan_id): Path<PlanId>,
    // Nothing is read from it; that it is JSON is the point.
    _body: Json<serde_json::Value>,
) -> Result<(StatusCode, Json<Ticket>), Error> {
    app.origins().allow(&headers)?;
    let member_id = plan::demand_seat(&app, caller.person_id, plan_id).await?;
    let ticket = random::secret()?;
    let now = app.clock().now();
    let expires_at = now + limits::TICKET_MS;
    let admission = Admission {
        session: caller.session,
        plan_id,
        member_id,
    };
    store::add_ticket(app.db(), &TokenHash::of(&ticket), &admission, expires_at, now).await?;
    Ok((
        StatusCode::CREATED,
        Json(Ticket {
            ticket,
            socket: SOCKET_PATH.into(),
            expires_at,
        }),
    ))
}

/// A new session of the board for a page of another site.
pub async fn start_elsewhere(app: &App, person_id: PersonId) -> Result<String, Error> {
    known(app, person_id).await?;
    open_session(app, person_id, for_elsewhere(&random::secret()?)).await
}

/// Without the demo's mark nobody can be signed in, until the municipality has said how people prove who they are.
async fn known(app: &App, person_id: PersonId) -> Result<(), Error> {
    if !app.is_demo() {
        return Err(Error::NoSignIn);
    }
    plan::person_name(app.db(), person_id).await?.ok_or(Error::BadInput)?;
    Ok(())
}

async fn open_session(app: &App, person_id: PersonId, secret: String) -> Result<String, Error> {
    store::start_session(app.db(), &TokenHash::of(&secret), person_id, app.clock().now()).await?;
    Ok(secret)
}
