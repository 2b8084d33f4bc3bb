//! The address at which a promise is kept.

use super::super::ADDRESS;
use crate::app::App;
use crate::error::Error;
use crate::matching::book;
use crate::pages::desk::routes::AtDesk;
use axum::Router;
use axum::extract::{Form, Path};
use axum::response::Redirect;
use axum::routing::post;
use serde::Deserialize;
use shared::ids::{CompanyId, ContactId};

pub fn routes() -> Router<App> {
    Router::new().route("/desk/companies/{id}/promises", post(keep_promise))
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerPromise {
    /// The talk in which it was promised.
    #[schema(value_type = uuid::Uuid)]
    talk: ContactId,
    /// `kept`: today; `open`: not after all.
    r#do: String,
}

/// Say that what was promised to a company is kept, or that it is not after all.
#[utoipa::path(
    post,
    path = "/desk/companies/{id}/promises",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = AnswerPromise, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the company anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such talk with this company, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn keep_promise(at: AtDesk, Path(id): Path<String>, Form(form): Form<AnswerPromise>) -> Result<Redirect, Error> {
    let id: CompanyId = id.parse().map_err(|_| Error::NotFound)?;
    let (kept, done) = match form.r#do.as_str() {
        "kept" => (Some(at.today), "promise-kept"),
        "open" => (None, "promise-open"),
        _ => return Err(Error::BadInput),
    };
    if !book::keep_promise(at.app.db(), id, form.talk, kept).await? {
        return Err(Error::NotFound);
    }
    let page = format!("{ADDRESS}/{id}?done={done}&company={id}&talk={}", form.talk);
    Ok(Redirect::to(&at.reader.link(&page)))
}
