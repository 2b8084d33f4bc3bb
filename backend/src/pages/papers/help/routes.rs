//! The address of the help that a family gets.

use super::super::desk::Desk;
use super::super::fields::{Fields, Wrong};
use super::super::routes::Visit;
use super::facts::{facts_of, rating_of};
use super::{HELP, end_of, help, new_help};
use crate::error::Error;
use crate::plan::Seen;
use axum::Form;
use axum::response::Response;
use maud::Markup;
use shared::plan::{Column, Intent};

/// The help that the family gets, as far as this person sees it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/help",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_help(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&HELP).await?;
    let content = inventory(&visit, &seen, None)?;
    Ok(visit.page(&HELP, &seen, &content))
}

/// One more help, a word on one, or a stop to one. `do` says which form it was.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/help",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    responses(
        (status = 303, description = "done, or proposed to the family; the place to go is the paper"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (
            status = 422,
            description = "refused: the page says why and holds what was written; bad-input: none of its forms",
            content((String = "text/html"), (String = "application/problem+json"))
        ),
    )
)]
pub async fn change_help(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Error> {
    let address = HELP.address(visit.plan_id);
    let again = |seen: &Seen| Ok((visit.reader.say(HELP.key), inventory(&visit, seen, Some(&fields))?));
    visit.submit_one_of(&HELP, &address, &fields, intent(&fields), again).await
}

fn intent(fields: &Fields) -> Result<Intent, Wrong> {
    Ok(match fields.text("do") {
        "add" => {
            let mut intent = new_help(fields.owned("words"));
            if let Intent::AddCard(new) = &mut intent {
                new.who = fields.maybe_chosen("who")?;
                new.help = Some(facts_of(fields)?);
            }
            intent
        }
        "rate" => Intent::RateHelp {
            card_id: fields.chosen("about")?,
            rating: rating_of(fields.text("rating")).ok_or(Wrong::NotOurs)?,
        },
        "stop" => Intent::MoveCard {
            card_id: fields.chosen("about")?,
            to: end_of(Column::NoMore),
        },
        _ => return Err(Wrong::NotOurs),
    })
}

fn inventory(visit: &Visit, seen: &Seen, tried: Option<&Fields>) -> Result<Markup, Error> {
    let address = HELP.address(visit.plan_id);
    let desk = Desk {
        visit,
        seen,
        address: &address,
        tried,
    };
    help(&desk)
}
