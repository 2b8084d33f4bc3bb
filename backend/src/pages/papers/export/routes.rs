//! The addresses of what is taken along and of what is kept.

use super::super::routes::Visit;
use super::copy::{Copy, data, readable};
use super::filed::{document, reading};
use super::{EXPORT, FileForm, Trouble, export};
use crate::app::App;
use crate::error::Error;
use crate::pages::parts::Done;
use crate::plan::filing::{self, may_file};
use crate::plan::{self, Look, Seen};
use axum::extract::Form;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use shared::ids::ChangeId;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/plans/{plan_id}/export", get(show_export).post(file_plan))
        .route("/plans/{plan_id}/export.json", get(fetch_data))
        .route("/plans/{plan_id}/export.html", get(show_readable))
        .route("/plans/{plan_id}/filed/{filed_id}", get(show_filed))
        .route("/plans/{plan_id}/filed/{filed_id}/document.txt", get(fetch_filed))
}

/// What one can take along, and for the family and its contact what is kept.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/export",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_export(visit: Visit) -> Result<Response, Error> {
    show(&visit, None).await
}

/// Keeps the plan of today as a document that nobody can change: `met_on`, `kle`, and `present` once for each member
/// who sat at the table. For the coordinator.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/export",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "kept; the place to go is the paper"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such plan, no seat at its table, or not its coordinator"),
        (status = 422, description = "something is missing; the page says what", content_type = "text/html"),
    )
)]
pub async fn file_plan(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Error> {
    let form = FileForm::of(fields);
    let filed_id = form.change_id.ok_or(Error::BadInput)?;
    let asked = match form.read(filed_id, visit.today) {
        Ok(asked) => asked,
        Err(trouble) => return show(&visit, Some((&form, trouble))).await,
    };
    let seen = filing::view_to_file(&visit.app, &visit.caller, visit.plan_id).await?;
    let (filed, body) = document(&visit, &seen, asked, &form);
    if filed.present.is_empty() {
        // None of those named sits at this table.
        return Err(Error::BadInput);
    }
    filing::keep(&visit.app, visit.plan_id, &filed, &body).await?;
    Ok(visit.go_to(&EXPORT, Done::Saved))
}

async fn show(visit: &Visit, sent: Option<(&FileForm, Trouble)>) -> Result<Response, Error> {
    let is_for = if sent.is_some() { may_file } else { EXPORT.is_for };
    let seen = plan::view_if(&visit.app, &visit.caller, visit.plan_id, EXPORT.look, is_for).await?;
    let filed = filing::list(&visit.app, visit.plan_id, &seen).await?;
    let content = export(visit, &seen, &filed, visit.change_id()?, sent);
    let page = visit.page(&EXPORT, &seen, &content);
    let status = if sent.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, page).into_response())
}

/// Everything that this person sees of the plan, as data to keep or to take elsewhere.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/export.json",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, body = Copy),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn fetch_data(visit: Visit) -> Result<Response, Error> {
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, Look::Copy).await?;
    let name = format!("attachment; filename=\"plan-{}.json\"", visit.today);
    Ok(([(CONTENT_DISPOSITION, name)], Json(data(&visit, &seen, &entries))).into_response())
}

/// The same as a page to read and to print.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/export.html",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_readable(visit: Visit) -> Result<Response, Error> {
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, Look::Copy).await?;
    Ok(Html(readable(&visit, &seen, entries)).into_response())
}

/// A document that is kept, to read. For the family and its coordinator.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/filed/{filed_id}",
    params(("plan_id" = uuid::Uuid, Path), ("filed_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such document, as far as this person sees"),
    )
)]
pub async fn show_filed(visit: Visit) -> Result<Response, Error> {
    let (seen, filed, body) = read(&visit).await?;
    let address = format!("/plans/{}/filed/{}", visit.plan_id, filed.filed_id);
    let day = super::document::date(&visit.reader, filed.met_on);
    let title = visit.reader.say_with("export-filed-from", &[("date", &day)]);
    Ok(visit.page_at(&EXPORT, &address, &title, &seen, &reading(&visit, &seen, &filed, &body)))
}

/// The same document, byte for byte as it is kept.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/filed/{filed_id}/document.txt",
    params(("plan_id" = uuid::Uuid, Path), ("filed_id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "the document", content_type = "text/plain"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such document, as far as this person sees"),
    )
)]
pub async fn fetch_filed(visit: Visit) -> Result<Response, Error> {
    let (_, filed, body) = read(&visit).await?;
    let name = format!("attachment; filename=\"plan-{}.txt\"", filed.met_on);
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, name),
    ];
    Ok((headers, body).into_response())
}

async fn read(visit: &Visit) -> Result<(Seen, filing::Filed, Vec<u8>), Error> {
    let filed_id: ChangeId = visit.named("filed_id")?;
    filing::read(&visit.app, &visit.caller, visit.plan_id, filed_id).await
}
