//! The address of who has looked.

use super::super::routes::Visit;
use super::{LOOKED, PAGE, looked};
use crate::error::Error;
use crate::plan;
use axum::response::Response;
use shared::ids::Millis;

/// Who has looked at the plan, for the family to read. `own` also tells of the reader's own looks.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/looked",
    params(
        ("plan_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
        ("own" = Option<bool>, Query),
        ("before" = Option<i64>, Query),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, no seat at its table, or not of the family"),
    )
)]
pub async fn show_looked(visit: Visit) -> Result<Response, Error> {
    let with_own = visit.asked("own").unwrap_or(false);
    // The look that is being written now is not news to the one who looks.
    let before: Millis = visit.asked("before").unwrap_or(visit.now);
    let (seen, looks) = plan::looks_for(&visit.app, &visit.caller, visit.plan_id, with_own, before, PAGE).await?;
    let content = looked(&visit, &seen, &looks, with_own);
    Ok(visit.page(&LOOKED, &seen, &content))
}
