//! The part of each of the two pages, and the addresses from which a script fetches the places to think over.

use super::{Sent, Who, part, places, think};
use crate::app::App;
use crate::error::Error;
use crate::matching::what_if::possible;
use crate::pages::desk::routes::AtDesk;
use crate::pages::my_work::{self, routes::Mine};
use axum::Router;
use axum::extract::Path;
use axum::response::Html;
use axum::routing::get;
use maud::Markup;
use shared::matching::candidate::Candidate;

pub const OWN: &str = "/my-work/what-if";

pub fn routes() -> Router<App> {
    Router::new()
        .route(OWN, get(show_own_places))
        .route("/desk/people/{id}/what-if", get(show_their_places))
}

/// The part of one's own page.
pub async fn own(mine: &Mine, candidate: &Candidate) -> Result<Markup, Error> {
    let thought = think(&mine.app, &mine.caller, candidate, Sent::of(&mine.query)).await?;
    let (reader, query) = (&mine.reader, &mine.query);
    Ok(part(reader, Who::Own, candidate, thought.as_ref(), my_work::ADDRESS, query))
}

/// The part of a person's page at the desk.
pub async fn at_desk(at: &AtDesk, candidate: &Candidate) -> Result<Markup, Error> {
    let thought = think(&at.app, &at.caller, candidate, Sent::of(&at.query)).await?;
    let page = format!("/desk/people/{}", candidate.id);
    let (reader, query) = (&at.reader, &at.query);
    Ok(part(reader, Who::Consultant, candidate, thought.as_ref(), &page, query))
}

/// The places that nothing but my days and ways could rule out.
#[utoipa::path(
    get,
    path = "/my-work/what-if",
    responses(
        (status = 200, description = "a part of a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_own_places(mine: Mine) -> Result<Html<String>, Error> {
    let possible = possible(&mine.app, &mine.caller, mine.own.candidate_id()).await?;
    Ok(Html(places(&mine.reader, Who::Own, &possible)))
}

/// The places that nothing but this person's days and ways could rule out.
#[utoipa::path(
    get,
    path = "/desk/people/{id}/what-if",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a part of a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such person, or no consultant"),
    )
)]
pub async fn show_their_places(at: AtDesk, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let possible = possible(&at.app, &at.caller, id).await?;
    Ok(Html(places(&at.reader, Who::Consultant, &possible)))
}
