//! The way back from one's own last act at the desk.

use crate::app::App;
use crate::error::Error;
use crate::matching::answers::{self, Ask};
use crate::matching::market::Market;
use crate::matching::{Put, ThingId, book};
use crate::pages::address::{is_own, with_query};
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
    /// It is the answer to the question that is taken back, as it was written down on reading it aloud; the question waits anew.
    #[serde(default)]
    answered: bool,
    /// What was done with the record: it is not done after all.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    signal: Option<SignalId>,
    /// The page that it was pressed on, and the place to go.
    #[serde(default)]
    back: String,
}

impl Undo {
    /// Nobody is led anywhere but to a page of the desk.
    fn back(&self) -> Option<&str> {
        let back = self.back.as_str();
        (is_own(back) && back.starts_with("/desk/") && !back.contains('#')).then_some(back)
    }
}

/// Take one's own last act at the desk back.
#[utoipa::path(
    post,
    path = "/desk/undo",
    request_body(content = Undo, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is taken back; the place to go is the page that it was pressed on, or else a list"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn undo(at: AtDesk, Form(form): Form<Undo>) -> Result<Redirect, Error> {
    let (app, me) = (&at.app, at.caller.person_id);
    if let (Some(person), Some(placement)) = (form.person, form.placement) {
        if form.answered {
            answers::reopen_ask(app.db(), person, placement, me, at.now).await?;
        } else {
            let asks = answers::asks_of_candidate(app.db(), person).await?;
            let is_mine = |ask: &Ask| ask.placement_id == placement && ask.asked_by == Some(me) && ask.yes.is_none();
            if asks.iter().any(is_mine) {
                answers::forget_ask(app.db(), person, placement).await?;
            }
        }
        // Where there was no question, as with somebody who has said no, the answer is the same.
        return Ok(to_the_row(&at, form.back(), person, placement));
    }
    let go = |page: &str, done: &str| Redirect::to(&at.reader.link(&with_query(page, &format!("done={done}"))));
    if let Some((person, _)) = answers::take_back_company_no(app.db(), me, form.change, at.now).await? {
        let page = form.back().map_or_else(|| address(person, ""), str::to_owned);
        return Ok(go(&page, "taken-back"));
    }
    let undone = app.desk().undo(me, form.change).await?;
    let done = if matches!(undone, Some((_, Put::Saved(_)))) {
        if let Some(signal) = form.signal {
            book::reopen_signal(app.db(), signal).await?;
        }
        "taken-back"
    } else {
        "nothing"
    };
    // What was added is gone now, and its own page with it.
    let gone = match undone {
        Some((id, _)) => app.desk().ask(move |market| gone(market, id)).await?,
        None => None,
    };
    let list = match undone {
        Some((ThingId::Placement(_), _)) => "/desk/places",
        Some((ThingId::Company(_) | ThingId::Workplace(_), _)) => "/desk/companies",
        Some((ThingId::Candidate(_), _)) | None => "/desk/people",
    };
    let is_there = |back: &&str| gone.is_none_or(|gone| !back.contains(&gone));
    Ok(go(form.back().filter(is_there).unwrap_or(list), done))
}

/// The id of a record that is not there, as it would stand in the address of a page.
fn gone(market: &Market, id: ThingId) -> Option<String> {
    let (is_there, id) = match id {
        ThingId::Company(id) => (market.company(id).is_some(), id.to_string()),
        ThingId::Workplace(id) => (market.workplace(id).is_some(), id.to_string()),
        ThingId::Placement(id) => (market.placement(id).is_some(), id.to_string()),
        ThingId::Candidate(id) => (market.candidate(id).is_some(), id.to_string()),
    };
    (!is_there).then_some(id)
}

/// Back to the row of the two, on the page of either of them.
fn to_the_row(at: &AtDesk, back: Option<&str>, person: CandidateId, placement: PlacementId) -> Redirect {
    let of_person = address(person, "");
    let (page, row) = match back {
        Some(back) if back.starts_with("/desk/places/") => (back.to_owned(), format!("#who-{person}")),
        Some(back) if !back.starts_with(&of_person) => (back.to_owned(), String::new()),
        back => (
            with_query(back.unwrap_or(&of_person), &format!("place={placement}")),
            format!("#p-{placement}"),
        ),
    };
    Redirect::to(&format!("{}{row}", at.reader.link(&with_query(&page, "done=taken-back"))))
}
