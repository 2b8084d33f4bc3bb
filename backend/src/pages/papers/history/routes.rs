//! The addresses of what happened.

use super::super::routes::Visit;
use super::{HISTORY, NEW, digest, history, of_card};
use crate::error::Error;
use crate::plan;
use axum::response::Response;
use shared::ids::CardId;

/// What others did since this person's last visit, card by card.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/new",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_new(visit: Visit) -> Result<Response, Error> {
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, NEW.look).await?;
    let since = plan::last_look(&visit.app, visit.plan_id, seen.member_id).await?;
    let content = digest(&visit, &seen, &entries, since);
    Ok(visit.page(&NEW, &seen, &content))
}

/// What happened to the plan, newest first; `before` the change of that number.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/history",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked, ("before" = Option<i64>, Query)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_history(visit: Visit) -> Result<Response, Error> {
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, HISTORY.look).await?;
    let address = HISTORY.address(visit.plan_id);
    let content = history(&visit, &seen, entries, visit.asked("before"), &address);
    Ok(visit.page(&HISTORY, &seen, &content))
}

/// The same for one card.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/cards/{card_id}/history",
    params(
        ("plan_id" = uuid::Uuid, Path),
        ("card_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
        ("before" = Option<i64>, Query),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such card, as far as this person sees"),
    )
)]
pub async fn show_card_history(visit: Visit) -> Result<Response, Error> {
    let card_id: CardId = visit.named("card_id")?;
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, HISTORY.look).await?;
    let card = seen.plan.card(card_id).ok_or(Error::NotFound)?;
    let address = format!("/plans/{}/cards/{card_id}/history", visit.plan_id);
    let content = history(&visit, &seen, of_card(entries, card_id), visit.asked("before"), &address);
    let title = visit.reader.say_with("history-of-card", &[("card", &card.words.words)]);
    Ok(visit.page_at(&HISTORY, &address, &title, &seen, &content))
}
