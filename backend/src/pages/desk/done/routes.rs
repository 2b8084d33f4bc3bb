//! The way back from one's own last act at the desk.

use crate::app::App;
use crate::error::Error;
use crate::matching::{Put, ThingId, answers, book};
use crate::pages::address::with_query;
use crate::pages::desk::filters::people::WhichPeople;
use crate::pages::desk::people::address;
use crate::pages::desk::routes::AtDesk;
use axum::Router;
use axum::extract::Form;
use axum::response::Redirect;
use axum::routing::post;
use serde::Deserialize;
use shared::ids::{CandidateId, PlacementId, SignalId};

pub fn routes() -> Router<App> {
    Router::new().route("/desk/undo", post(undo))
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The change of a record that is taken back, or the company's no, by the revision that it made, should it be one's last;
    /// without one, the last.
    #[serde(default)]
    change: Option<i64>,
    /// The question that is taken back, instead of a change.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    person: Option<CandidateId>,
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    placement: Option<PlacementId>,
    /// What was done with the record: it is not done after all.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    signal: Option<SignalId>,
}

/// Take one's own last act at the desk back.
#[utoipa::path(
    post,
    path = "/desk/undo",
    request_body(content = Undo, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is taken back; the place to go is the desk"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn undo(at: AtDesk, Form(form): Form<Undo>) -> Result<Redirect, Error> {
    let app = &at.app;
    if let (Some(person), Some(placement)) = (form.person, form.placement) {
        let asks = answers::asks_of_candidate(app.db(), person).await?;
        let own = asks
            .iter()
            .any(|ask| ask.placement_id == placement && ask.asked_by == Some(at.caller.person_id) && ask.yes.is_none());
        if own {
            answers::forget_ask(app.db(), person, placement).await?;
        }
        // Where there was no question, as with somebody who has said no, the answer is the same.
        let kept = at.kept(&WhichPeople::read(&at.query).given);
        let page = with_query(&address(person, &kept), &format!("place={placement}&done=taken-back"));
        return Ok(Redirect::to(&format!("{}#p-{placement}", at.reader.link(&page))));
    }
    if let Some((person, _)) = answers::take_back_company_no(app.db(), at.caller.person_id, form.change, at.now).await? {
        let page = with_query(&address(person, ""), "done=taken-back");
        return Ok(Redirect::to(&at.reader.link(&page)));
    }
    let undone = app.desk().undo(at.caller.person_id, form.change).await?;
    let done = if matches!(undone, Some((_, Put::Saved(_)))) {
        if let Some(signal) = form.signal {
            book::reopen_signal(app.db(), signal).await?;
        }
        "taken-back"
    } else {
        "nothing"
    };
    let page = match undone {
        Some((ThingId::Placement(_), _)) => "/desk/places",
        Some((ThingId::Company(_) | ThingId::Workplace(_), _)) => "/desk/companies",
        Some((ThingId::Candidate(_), _)) | None => "/desk/people",
    };
    Ok(Redirect::to(&at.reader.link(&format!("{page}?done={done}"))))
}
