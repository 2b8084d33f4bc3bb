//! The addresses of our own pages.

use super::address::{is_own, with_query};
use super::desk::routes as desk;
use super::embed::routes as embed;
use super::entrance::routes as entrance;
use super::frame;
use super::my_part::routes as my_part;
use super::my_work::routes as my_work;
use super::own_page::routes as own_page;
use super::papers;
use super::papers::routes::Visit;
use super::plan_page::plan_page;
use super::problem_page::problem_page;
use super::profile::routes as profile;
use super::reader::Reader;
use super::sign_in::{AtDoor, door, sign_in_page};
use super::skills::routes as skills;
use super::what_if::routes as what_if;
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::words::Lang;
use crate::{demo, plan};
use axum::Router;
use axum::extract::{ConnectInfo, FromRequestParts, OptionalFromRequestParts, Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::SocketAddr;

pub fn routes() -> Router<App> {
    Router::new()
        .merge(papers::routes::routes())
        .merge(desk::routes())
        .merge(my_work::routes())
        .merge(own_page::routes())
        .merge(profile::routes())
        .merge(skills::routes())
        .merge(what_if::routes())
        .route("/", get(show_sign_in))
        .route("/my-part", get(my_part::show_my_part).post(my_part::answer_ask))
        .route("/plans/{plan_id}", get(show_plan_page))
        .route("/problems/{code}", get(show_problem))
        .route("/pages/{name}", get(show_file))
        .route("/embed/sign-in", get(embed::show_window).post(embed::choose_in_window))
}

/// What a page of another site may ask: the companies' entrance, which is nobody's own, and where it turns the code of a
/// sign-in window into a session of the board.
pub fn for_other_sites() -> Router<App> {
    entrance::routes().route("/api/embed/redeem", post(embed::redeem_code))
}

/// What any page of ours can be asked with.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The language of the page: `da`, `en`, or the made-up `en-XA` and `ar-XB`.
    pub lang: Option<String>,
}

impl Asked {
    pub fn reader(&self, preferred: Lang) -> Reader {
        Reader::new(self.lang.as_deref(), preferred)
    }
}

/// Whoever asks for a page that is somebody's own. Who is not signed in is sent to sign in, and a form of another site
/// is refused before anything is read of it.
#[derive(Debug)]
pub struct SignedIn {
    pub caller: Caller,
    pub reader: Reader,
    /// What stands after the question mark.
    pub query: BTreeMap<String, String>,
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let of = |error: Error| error.into_response();
        if parts.method != Method::GET {
            app.origins().demand_own(&parts.headers).map_err(of)?;
        }
        let Ok(lang) = Lang::from_request_parts(parts, app).await;
        let query = Query::<BTreeMap<String, String>>::from_request_parts(parts, app).await;
        let Query(query) = query.map_err(IntoResponse::into_response)?;
        let reader = Reader::new(query.get("lang").map(String::as_str), lang);
        let caller = <Caller as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await;
        let Some(caller) = caller.map_err(of)? else {
            return Err(Redirect::to(&reader.link(&way_in(app, parts))).into_response());
        };
        Ok(SignedIn { caller, reader, query })
    }
}

/// Whoever knocks with a link, in the language that it is asked for in. One address knocks so often in an hour and no
/// oftener, and a form of another site is refused before anything is read of it.
#[derive(Debug)]
pub struct WithLink {
    pub app: App,
    pub reader: Reader,
}

impl FromRequestParts<App> for WithLink {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let of = |error: Error| error.into_response();
        if parts.method != Method::GET {
            app.origins().demand_own(&parts.headers).map_err(of)?;
        }
        let Ok(lang) = Lang::from_request_parts(parts, app).await;
        let asked = Query::<Asked>::from_request_parts(parts, app).await;
        let Query(asked) = asked.map_err(IntoResponse::into_response)?;
        let peer = ConnectInfo::<SocketAddr>::from_request_parts(parts, app).await;
        let ConnectInfo(peer) = peer.map_err(IntoResponse::into_response)?;
        if !app
            .entrance()
            .may_knock(&entrance::address(app, peer, &parts.headers), app.clock().now())
        {
            return Err(of(Error::TooMany));
        }
        Ok(WithLink {
            app: app.clone(),
            reader: asked.reader(lang),
        })
    }
}

/// The sign-in page, which leads back to where they were going. Of a form it is the page that it stood on, and the
/// sign-in page says that nothing of it is written.
fn way_in(app: &App, parts: &Parts) -> String {
    if parts.method == Method::GET {
        return door(&without_language(parts.uri.path(), parts.uri.query()));
    }
    let page = page_of_form(&parts.headers, app.origins().public());
    with_query(&page.map_or_else(|| "/".to_owned(), |page| door(&page)), "sent=lost")
}

/// The page of ours that a form was sent from.
fn page_of_form(headers: &HeaderMap, origin: &str) -> Option<String> {
    let from = headers.get(REFERER)?.to_str().ok()?;
    let path = from.strip_prefix(origin).filter(|path| path.starts_with('/'))?;
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    Some(without_language(path, query))
}

/// The links of a page say its language anew.
fn without_language(path: &str, query: Option<&str>) -> String {
    let parts = query.unwrap_or_default().split('&');
    let kept: Vec<&str> = parts.filter(|part| !part.is_empty() && !part.starts_with("lang=")).collect();
    with_query(path, &kept.join("&"))
}

/// What the sign-in page can be asked with.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AskedDoor {
    /// The language of the page.
    lang: Option<String>,
    /// A page of ours to go on to.
    to: Option<String>,
    /// `lost`: what was sent by somebody who was signed out is not written.
    sent: Option<String>,
    /// `erased`: a profile was just taken away.
    done: Option<String>,
}

/// Who are you?
#[utoipa::path(
    get,
    path = "/",
    params(AskedDoor),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 403, description = "no-sign-in: the database is not the demo's"),
    )
)]
pub async fn show_sign_in(
    State(app): State<App>,
    Query(asked): Query<AskedDoor>,
    lang: Lang,
    caller: Option<Caller>,
) -> Result<Html<String>, Error> {
    if !app.is_demo() {
        return Err(Error::NoSignIn);
    }
    let me = match &caller {
        Some(caller) => plan::person_name(app.db(), caller.person_id).await?,
        None => None,
    };
    let reader = Reader::new(asked.lang.as_deref(), lang);
    let at = AtDoor {
        me: me.as_deref(),
        to: asked.to.as_deref().filter(|to| is_own(to)),
        word: match (asked.sent.as_deref(), asked.done.as_deref()) {
            (Some("lost"), _) => Some("signin-lost"),
            (_, Some("erased")) => Some("signin-erased"),
            _ => None,
        },
    };
    Ok(Html(sign_in_page(&reader, demo::households(), at)))
}

/// A plan: the board, and the same plan as plain text inside it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}",
    params(("plan_id" = uuid::Uuid, Path), Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_plan_page(visit: Visit) -> Result<Html<String>, Error> {
    let seen = plan::view_for(&visit.app, &visit.caller, visit.plan_id, plan::Look::Page).await?;
    let others = plan::names_for(&visit.app, &visit.caller, Some(visit.plan_id)).await?;
    let page = plan_page(&visit.reader, visit.plan_id, &seen, &others, visit.today, visit.now);
    Ok(Html(page))
}

/// What a problem's code means, and what to do.
#[utoipa::path(
    get,
    path = "/problems/{code}",
    params(("code" = String, Path), Asked),
    responses((status = 200, description = "a page", content_type = "text/html"), (status = 404, description = "not-found: no such code"))
)]
pub async fn show_problem(Path(code): Path<String>, Query(asked): Query<Asked>, lang: Lang) -> Result<Html<String>, Error> {
    if !shared::problem::codes::ALL.contains(&code.as_str()) {
        return Err(Error::NotFound);
    }
    Ok(Html(problem_page(&asked.reader(lang), &code, "")))
}

/// The style sheet, the icon and the one script of our pages.
#[utoipa::path(
    get,
    path = "/pages/{name}",
    params(("name" = String, Path)),
    responses((status = 200, description = "the file"), (status = 404, description = "not-found"))
)]
pub async fn show_file(Path(name): Path<String>) -> Result<Response, Error> {
    let file = frame::file(&name).ok_or(Error::NotFound)?;
    // The address of a file holds the hash of its content.
    let headers = [
        (CONTENT_TYPE, file.media_type),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, file.body).into_response())
}

/// For every address that is none of ours.
pub async fn not_found() -> Error {
    Error::NotFound
}
