//! The addresses of seeing as another.

use super::super::routes::Visit;
use super::{SEE_AS, as_member, choose};
use crate::error::Error;
use crate::plan;
use axum::response::Response;
use shared::ids::MemberId;

/// Whose eyes shall it be? For the family.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/as",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, no seat at its table, or not of the family"),
    )
)]
pub async fn choose_whom(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&SEE_AS).await?;
    let content = choose(&visit, &seen);
    Ok(visit.page(&SEE_AS, &seen, &content))
}

/// The plan exactly as this member sees it, to read only. For the family.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/as/{member_id}",
    params(
        ("plan_id" = uuid::Uuid, Path),
        ("member_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan or member, no seat at its table, or not of the family"),
    )
)]
pub async fn show_as(visit: Visit) -> Result<Response, Error> {
    let member_id: MemberId = visit.named("member_id")?;
    let (seen, theirs) = plan::view_as(&visit.app, &visit.caller, visit.plan_id, member_id).await?;
    let member = seen.plan.member(member_id).ok_or(Error::NotFound)?;
    let content = as_member(&visit, &seen, member, &theirs);
    let address = format!("{}/{member_id}", SEE_AS.address(visit.plan_id));
    let title = visit.reader.say_with("as-title", &[("name", &member.name)]);
    Ok(visit.page_at(&SEE_AS, &address, &title, &seen, &content))
}
