//! The address of the page on which a company signs.

use super::{Filled, closed_page, sign_page, thanks_page};
use crate::app::App;
use crate::error::Error;
use crate::matching::course::links::{self, NAME_MAX};
use crate::pages::routes::{Asked, WithLink};
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use shared::matching::words::TaskId;

pub fn routes() -> Router<App> {
    Router::new().route("/skills/{token}", get(show_signature).post(sign))
}

/// What a person now can: the tasks of their placement, for somebody there to sign. Looking uses nothing up.
#[utoipa::path(
    get,
    path = "/skills/{token}",
    params(("token" = String, Path), Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
        (status = 429, description = "too-many"),
    )
)]
pub async fn show_signature(WithLink { app, reader }: WithLink, Path(token): Path<String>) -> Result<Response, Error> {
    Ok(match links::look_at(&app, &token).await? {
        Ok(to_sign) => Html(sign_page(&reader, &token, &to_sign, &Filled::default())).into_response(),
        Err(closed) => (StatusCode::GONE, Html(closed_page(&reader, &token, closed))).into_response(),
    })
}

/// Sign, and use the link up. The person sees it first and decides what stands.
#[utoipa::path(
    post,
    path = "/skills/{token}",
    params(("token" = String, Path), Asked),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`task`, once for each, and `name`"),
    responses(
        (status = 200, description = "a page that says thank you", content_type = "text/html"),
        (status = 403, description = "wrong-origin"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
        (status = 422, description = "the page again, with what to do", content_type = "text/html"),
        (status = 429, description = "too-many"),
    )
)]
pub async fn sign(
    WithLink { app, reader }: WithLink,
    Path(token): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let gone = |closed| (StatusCode::GONE, Html(closed_page(&reader, &token, closed))).into_response();
    let to_sign = match links::look_at(&app, &token).await? {
        Ok(to_sign) => to_sign,
        Err(closed) => return Ok(gone(closed)),
    };
    let filled = read(&fields);
    if filled.refused.is_some() {
        let page = sign_page(&reader, &token, &to_sign, &filled);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    }
    let first_name = to_sign.first_name.clone();
    Ok(match links::sign(&app, &token, to_sign, &filled.name, &filled.tasks).await? {
        Ok(()) => Html(thanks_page(&reader, &token, &first_name)).into_response(),
        Err(closed) => gone(closed),
    })
}

fn read(fields: &[(String, String)]) -> Filled {
    let all = |name: &'static str| {
        fields
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    };
    let tasks: Vec<TaskId> = all("task").filter_map(|id| id.parse().ok().map(TaskId)).collect();
    let name = all("name").next().unwrap_or_default().to_owned();
    let is_name = !name.is_empty() && name.chars().count() <= NAME_MAX;
    let refused = if !is_name || all("website").any(|trap| !trap.is_empty()) {
        Some("skills-no-name")
    } else if tasks.is_empty() {
        Some("skills-no-task")
    } else {
        None
    };
    Filled { tasks, name, refused }
}
