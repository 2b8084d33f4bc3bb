//! The addresses of how it goes.

use super::super::answers::FormIds;
use super::super::routes::{Visit, wish};
use super::{FOLLOW_UP, follow_up};
use crate::error::Error;
use crate::pages::parts::empty_is_none;
use axum::extract::Form;
use axum::response::Response;
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{AgreementId, ChangeId};
use shared::plan::{Face, Intent, Kept, Promises};

/// One's own word on how it goes.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SayPulse {
    #[schema(value_type = uuid::Uuid)]
    pub change_id: ChangeId,
    /// `VeryHard`, `Hard`, `SoSo`, `Well` or `Ourselves`.
    #[schema(value_type = String)]
    pub face: Face,
    #[serde(default)]
    pub words: String,
    /// Whether what was promised the family was kept: `Kept`, `Partly` or `NotKept`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub promises: Option<Promises>,
    #[serde(default)]
    pub needs_help: bool,
}

/// How an agreement went.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepAgreement {
    #[schema(value_type = uuid::Uuid)]
    change_id: ChangeId,
    #[schema(value_type = uuid::Uuid)]
    agreement_id: AgreementId,
    /// `Kept`, `Partly` or `NotYet`.
    #[schema(value_type = String)]
    kept: Kept,
    /// Which of its days, where it comes round again.
    #[serde(default, deserialize_with = "empty_is_none")]
    #[schema(value_type = Option<String>)]
    on: Option<Day>,
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowedUp {
    #[schema(value_type = uuid::Uuid)]
    change_id: ChangeId,
}

/// How does it go? For everyone at the table, each with what is theirs.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/follow-up",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_follow_up(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&FOLLOW_UP).await?;
    let content = follow_up(&visit, &seen, &FormIds::from(visit.change_id()?), None);
    Ok(visit.page(&FOLLOW_UP, &seen, &content))
}

/// Say how it goes.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/follow-up",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = SayPulse, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is said; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn say_pulse(visit: Visit, Form(form): Form<SayPulse>) -> Result<Response, Error> {
    let intent = Intent::SayPulse {
        face: form.face,
        words: form.words.clone(),
        promises: form.promises,
        needs_help: form.needs_help,
    };
    hand_in(&visit, form.change_id, intent, Some(&form)).await
}

/// Say how an agreement went.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/follow-up/kept",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = KeepAgreement, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is said; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn keep_agreement(visit: Visit, Form(form): Form<KeepAgreement>) -> Result<Response, Error> {
    let intent = Intent::KeepAgreement {
        agreement_id: form.agreement_id,
        kept: form.kept,
        on: form.on,
    };
    hand_in(&visit, form.change_id, intent, None).await
}

/// "We have followed up."
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/follow-up/done",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = FollowedUp, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written down; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn followed_up(visit: Visit, Form(form): Form<FollowedUp>) -> Result<Response, Error> {
    hand_in(&visit, form.change_id, Intent::FollowUp, None).await
}

async fn hand_in(visit: &Visit, change_id: ChangeId, intent: Intent, said: Option<&SayPulse>) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    let change = wish(change_id, intent);
    visit
        .submit(&FOLLOW_UP, change, |seen| follow_up(visit, seen, &ids, said))
        .await
}
