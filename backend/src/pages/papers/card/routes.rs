//! The address of one card.

use super::super::card_address;
use super::super::desk::Desk;
use super::super::fields::Fields;
use super::super::history::of_card;
use super::super::routes::Visit;
use super::{CARD, card, deeds};
use crate::error::Error;
use crate::plan::history::Entry;
use crate::plan::{self, Seen};
use axum::Form;
use axum::response::Response;
use maud::Markup;
use shared::ids::CardId;

/// One card with everything about it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/cards/{card_id}",
    params(("plan_id" = uuid::Uuid, Path), ("card_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such card, as far as this person sees"),
    )
)]
pub async fn show_card(visit: Visit) -> Result<Response, Error> {
    let card_id: CardId = visit.named("card_id")?;
    let (seen, entries) = plan::history_for(&visit.app, &visit.caller, visit.plan_id, CARD.look).await?;
    let address = card_address(visit.plan_id, card_id);
    let (title, content) = sheet(&visit, &seen, card_id, &of_card(entries, card_id), None)?;
    Ok(visit.page_at(&CARD, &address, &title, &seen, &content))
}

/// One change to it, or to what stands under it. `do` says which form it was; the page has them all.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/cards/{card_id}",
    params(("plan_id" = uuid::Uuid, Path), ("card_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 303, description = "done, or proposed to the family; the place to go is the card"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such card, as far as this person sees"),
        (
            status = 422,
            description = "refused: the page says why and holds what was written; bad-input: none of its forms",
            content((String = "text/html"), (String = "application/problem+json"))
        ),
    )
)]
pub async fn change_card(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Error> {
    let card_id: CardId = visit.named("card_id")?;
    let address = card_address(visit.plan_id, card_id);
    let again = |seen: &Seen| sheet(&visit, seen, card_id, &[], Some(&fields));
    visit
        .submit_one_of(&CARD, &address, &fields, deeds::intent(card_id, &fields), again)
        .await
}

/// The title and what stands under it. A card that this person does not see is not there.
fn sheet(
    visit: &Visit,
    seen: &Seen,
    card_id: CardId,
    entries: &[Entry],
    tried: Option<&Fields>,
) -> Result<(String, Markup), Error> {
    let found = seen.plan.card(card_id).ok_or(Error::NotFound)?;
    let address = card_address(visit.plan_id, card_id);
    let desk = Desk {
        visit,
        seen,
        address: &address,
        tried,
    };
    Ok((found.words.words.clone(), card(&desk, found, entries)?))
}
