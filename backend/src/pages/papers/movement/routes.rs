//! The addresses of what moves.

use super::super::answers::FormIds;
use super::super::routes::{Visit, wish};
use super::{MOVEMENT, movement};
use crate::error::Error;
use crate::plan;
use axum::extract::Form;
use axum::response::Response;
use serde::Deserialize;
use shared::ids::ChangeId;
use shared::plan::{CoreTask, Face, Intent};

/// One's own reading of one core task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadMovement {
    #[schema(value_type = uuid::Uuid)]
    pub change_id: ChangeId,
    /// `Leisure`, `Learning`, `Work` or `Everyday`.
    #[schema(value_type = String)]
    pub task: CoreTask,
    /// `VeryHard`, `Hard`, `SoSo`, `Well` or `Ourselves`.
    #[schema(value_type = String)]
    pub face: Face,
    #[serde(default)]
    pub words: String,
}

/// What has moved: everyone's own readings side by side, and how the cards lay.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/movement",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_movement(visit: Visit) -> Result<Response, Error> {
    let (seen, growth) = plan::growth_for(&visit.app, &visit.caller, visit.plan_id, MOVEMENT.look, visit.today).await?;
    let content = movement(&visit, &seen, &FormIds::from(visit.change_id()?), Some(&growth), None);
    Ok(visit.page(&MOVEMENT, &seen, &content))
}

/// Say how one thing goes.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/movement",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = ReadMovement, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is said; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn read_movement(visit: Visit, Form(form): Form<ReadMovement>) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    let intent = Intent::ReadMovement {
        task: form.task,
        face: form.face,
        words: form.words.clone(),
    };
    let change = wish(form.change_id, intent);
    visit
        .submit(&MOVEMENT, change, |seen| movement(&visit, seen, &ids, None, Some(&form)))
        .await
}
