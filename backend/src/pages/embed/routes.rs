//! The sign-in window for pages of other sites, and the code it hands over.

use super::{choose_page, done_page, store};
use crate::app::App;
use crate::auth::{self, TokenHash};
use crate::error::Error;
use crate::pages::reader::Reader;
use crate::pages::routes::Asked;
use crate::words::Lang;
use crate::{demo, random};
use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Html;
use serde::{Deserialize, Serialize};
use shared::ids::{Millis, PersonId};
use std::fmt;

/// A page hands its code in at once; a minute is for a slow connection.
const CODE_MS: Millis = 60_000;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Window {
    /// The origin of the page that opened the window, such as `https://hedensted.dk`.
    #[serde(default)]
    origin: String,
    /// The language of the window.
    lang: Option<String>,
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WindowChoice {
    #[schema(value_type = uuid::Uuid)]
    person_id: PersonId,
    /// The origin of the page that opened the window.
    origin: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    pub code: String,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct Redeemed {
    /// Goes in `Authorization: Bearer …`, and into the board's `token`. It opens the board and nothing else.
    pub session: String,
}

// Both hold a secret, which must not get into a log.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

impl fmt::Debug for Redeemed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redeemed")
    }
}

/// The window in which someone signs in for a page of another site.
#[utoipa::path(
    get,
    path = "/embed/sign-in",
    params(Window),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 403, description = "wrong-origin: the operator has not named that site; no-sign-in: nobody can sign in yet"),
    )
)]
pub async fn show_window(State(app): State<App>, Query(window): Query<Window>, lang: Lang) -> Result<Html<String>, Error> {
    known_site(&app, &window.origin)?;
    if !app.is_demo() {
        return Err(Error::NoSignIn);
    }
    let reader = Reader::new(window.lang.as_deref(), lang);
    Ok(Html(choose_page(&reader, demo::households(), &window.origin)))
}

/// Signs in, and answers with a page that hands a code to the page that opened the window.
#[utoipa::path(
    post,
    path = "/embed/sign-in",
    params(Asked),
    request_body(content = WindowChoice, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "a page that posts `{type: \"fpb-code\", code}` to its opener", content_type = "text/html"),
        (status = 403, description = "wrong-origin, or no-sign-in"),
    )
)]
pub async fn choose_in_window(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    lang: Lang,
    Form(choice): Form<WindowChoice>,
) -> Result<Html<String>, Error> {
    let code = make_code(&app, &headers, &choice).await?;
    Ok(Html(done_page(&asked.reader(lang), &choice.origin, &code)))
}

/// Turns a code into a session. Once, within a minute, and only for the site that the code was made for.
#[utoipa::path(
    post,
    path = "/api/embed/redeem",
    request_body = Code,
    responses(
        (status = 201, body = Redeemed),
        (status = 401, description = "signed-out: the code is unknown, too old or used"),
        (status = 403, description = "wrong-origin"),
    )
)]
pub async fn redeem_code(
    State(app): State<App>,
    headers: HeaderMap,
    Json(body): Json<Code>,
) -> Result<(StatusCode, Json<Redeemed>), Error> {
    app.origins().demand(&headers)?;
    let origin = headers
        .get(ORIGIN)
        .and_then(|origin| origin.to_str().ok())
        .ok_or(Error::WrongOrigin)?;
    let code = TokenHash::of(&body.code);
    let person_id = store::take_code(app.db(), &code, origin, app.clock().now())
        .await?
        .ok_or(Error::SignedOut)?;
    let session = auth::routes::start_elsewhere(&app, person_id).await?;
    Ok((StatusCode::CREATED, Json(Redeemed { session })))
}

async fn make_code(app: &App, headers: &HeaderMap, choice: &WindowChoice) -> Result<String, Error> {
    app.origins().demand_own(headers)?;
    known_site(app, &choice.origin)?;
    if !app.is_demo() {
        return Err(Error::NoSignIn);
    }
    if !demo::people().iter().any(|person| person.person_id == choice.person_id) {
        return Err(Error::BadInput);
    }
    let code = random::secret()?;
    let now = app.clock().now();
    store::add_code(
        app.db(),
        &TokenHash::of(&code),
        choice.person_id,
        &choice.origin,
        now + CODE_MS,
        now,
    )
    .await?;
    Ok(code)
}

fn known_site(app: &App, origin: &str) -> Result<(), Error> {
    if app.origins().embed().iter().any(|known| known == origin) {
        Ok(())
    } else {
        Err(Error::WrongOrigin)
    }
}
