//! The addresses of what is strong.

use super::super::answers::FormIds;
use super::super::routes::{Visit, wish};
use super::{STRENGTHS, removal, strengths};
use crate::error::Error;
use crate::pages::parts::empty_is_none;
use axum::extract::Form;
use axum::response::Response;
use serde::Deserialize;
use shared::ids::{ChangeId, MemberId, StrengthId};
use shared::plan::{Change, Intent, StrengthKind};

/// Something that is strong. From others than the family it is a proposal.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddStrength {
    #[schema(value_type = uuid::Uuid)]
    pub change_id: ChangeId,
    /// `Works`, `Can`, `Learned` or `Gives`.
    #[schema(value_type = String)]
    pub is: StrengthKind,
    /// Whose it is; empty where it is the whole family's.
    #[serde(default, deserialize_with = "empty_is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub of: Option<MemberId>,
    pub words: String,
    #[serde(default)]
    pub why: String,
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveStrength {
    #[schema(value_type = uuid::Uuid)]
    change_id: ChangeId,
    #[schema(value_type = uuid::Uuid)]
    strength_id: StrengthId,
}

/// What works, what we can, what we have learned, what we give.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/strengths",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_strengths(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&STRENGTHS).await?;
    let content = strengths(&visit, &seen, &FormIds::from(visit.change_id()?), None);
    Ok(visit.page(&STRENGTHS, &seen, &content))
}

/// Write down something that is strong.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/strengths",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = AddStrength, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written, or proposed; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn add_strength(visit: Visit, Form(form): Form<AddStrength>) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    let change = Change {
        change_id: form.change_id,
        intent: Intent::AddStrength {
            is: form.is,
            of: form.of,
            words: form.words.clone(),
        },
        why: form.why.clone(),
    };
    visit
        .submit(&STRENGTHS, change, |seen| strengths(&visit, seen, &ids, Some(&form)))
        .await
}

/// Take one away again: one's own, or any of them for the family.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/strengths/remove",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = RemoveStrength, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is gone; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn remove_strength(visit: Visit, Form(form): Form<RemoveStrength>) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    let change = wish(form.change_id, removal(form.strength_id));
    visit
        .submit(&STRENGTHS, change, |seen| strengths(&visit, seen, &ids, None))
        .await
}
