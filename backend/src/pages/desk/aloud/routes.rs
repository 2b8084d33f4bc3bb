//! The address of a question that is read aloud.

use super::aloud_page;
use crate::app::App;
use crate::error::Error;
use crate::matching::answers::{self, Ask, Yes};
use crate::matching::looked::{Showing, View};
use crate::matching::market::Market;
use crate::pages::address::with_query;
use crate::pages::desk::courses::back_to;
use crate::pages::desk::people::address;
use crate::pages::desk::routes::AtDesk;
use crate::pages::my_work::asks::{DAYS, Question, VERSION, question};
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use shared::ids::{AskId, CandidateId, PlacementId};

pub fn routes() -> Router<App> {
    Router::new().route("/desk/people/{id}/aloud", get(show_aloud).post(answer_aloud))
}

/// The question as it waits for an answer. Whoever was not asked, has answered or has said no is not found: the three look
/// the same.
async fn waiting(at: &AtDesk, id: CandidateId, placement: PlacementId) -> Result<Question, Error> {
    let question = question(&at.app, id, placement, at.today).await?;
    let waits = question.open && question.ask.as_ref().is_some_and(|ask| ask.yes.is_none());
    if waits { Ok(question) } else { Err(Error::NotFound) }
}

/// Writes down that this consultant sees what a company would be told of them.
async fn show(at: &AtDesk, question: &Question) -> Result<Html<String>, Error> {
    let (id, today) = (question.candidate.id, at.today);
    let known = move |market: &Market| (market.candidate_revision(id), market.in_force(today).version);
    let (revision, rules) = at.app.desk().ask(known).await?;
    let showing = Showing {
        view: View::Candidate,
        subject_id: Some(id.0),
        inputs: format!("revision {}", revision.ok_or(Error::NotFound)?),
        rules,
        shown: vec![id.0],
        candidates: vec![id],
    };
    at.look(&showing).await?;
    Ok(Html(aloud_page(&at.reader, question)))
}

/// The question that somebody was asked, to be read aloud to them.
#[utoipa::path(
    get,
    path = "/desk/people/{id}/aloud",
    params(("id" = uuid::Uuid, Path), ("placement" = uuid::Uuid, Query, description = "the place that they were asked about")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no question waits for an answer, or no consultant"),
    )
)]
pub async fn show_aloud(at: AtDesk, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let placement: PlacementId = at.asked("placement").ok_or(Error::NotFound)?;
    show(&at, &waiting(&at, id, placement).await?).await
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidAloud {
    #[schema(value_type = uuid::Uuid)]
    placement: PlacementId,
    /// `yes` or `no`, as they said it; `back`: they have changed their mind about a yes that was read aloud to them.
    answer: String,
    /// The text that was read.
    text_version: u16,
    /// The page on which a yes is taken back: `person` or `place`, else the list of those who have said yes.
    #[serde(default)]
    back: String,
}

/// Write down what somebody said to a question that was read aloud to them: a yes with who read it, and of a no nothing but
/// that the two do not meet. The address that follows does not tell one from the other. Or that they have changed their mind
/// about such a yes: nothing is left of it.
#[utoipa::path(
    post,
    path = "/desk/people/{id}/aloud",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = SaidAloud, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is answered, and the place to go is the person's page; or taken back, and it is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no question waits for an answer, or no consultant"),
        (status = 422, description = "bad-input, or the page anew where its text has changed", content_type = "text/html"),
    )
)]
pub async fn answer_aloud(at: AtDesk, Path(id): Path<String>, Form(form): Form<SaidAloud>) -> Result<Response, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    if form.answer == "back" {
        return take_back(&at, id, &form).await;
    }
    let question = waiting(&at, id, form.placement).await?;
    match form.answer.as_str() {
        "yes" if form.text_version != VERSION => {
            let page = show(&at, &question).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        "yes" => {
            let yes = Yes {
                until: at.today.plus(DAYS),
                at: at.now,
                text_version: VERSION,
                language: at.reader.choice.tag.to_owned(),
                read_aloud: true,
                present: Some(at.caller.person_id),
            };
            if !answers::say_yes(at.app.db(), AskId(random::uuid(at.now)?), id, form.placement, &yes).await? {
                return Err(Error::NotFound);
            }
        }
        "no" => answers::say_no(at.app.db(), id, form.placement).await?,
        _ => return Err(Error::BadInput),
    }
    let done = format!("done=answered&person={id}&placement={}", form.placement);
    Ok(Redirect::to(&at.reader.link(&with_query(&address(id, ""), &done))).into_response())
}

/// Where they have done so themselves, or something has begun on it, nothing is written and the page says so.
async fn take_back(at: &AtDesk, id: CandidateId, form: &SaidAloud) -> Result<Response, Error> {
    let asks = answers::asks_of_candidate(at.app.db(), id).await?;
    let is_it = |ask: &Ask| ask.placement_id == form.placement && ask.was_read_aloud() && !ask.used;
    let done = if asks.iter().any(is_it) {
        answers::forget_ask(at.app.db(), id, form.placement).await?;
        "taken-back"
    } else {
        "no-yes"
    };
    let page = with_query(&back_to(&form.back, id, form.placement), &format!("done={done}"));
    Ok(Redirect::to(&at.reader.link(&page)).into_response())
}
