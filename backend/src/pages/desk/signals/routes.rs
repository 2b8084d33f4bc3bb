//! The addresses of the signals.

use super::phone::{self, Phone};
use super::{ADDRESS, Signals, Told, signals, strip};
use crate::app::App;
use crate::error::Error;
use crate::matching::access::{self, name_of};
use crate::matching::book::{self, Received};
use crate::matching::looked::{Showing, View};
use crate::matching::messages::{About, store};
use crate::matching::signals::{fitting, whose};
use crate::pages::desk::Tab;
use crate::pages::desk::routes::AtDesk;
use crate::pages::my_work::messages::routes::{Asked, ChangeMessages};
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{DOCTYPE, html};
use serde::Deserialize;
use shared::day::DAY_MS;
use shared::ids::{Millis, SignalId};
use shared::matching::list::Limit;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/signals", get(show_signals))
        .route("/desk/signals/new", get(show_new_signals))
        .route(phone::ADDRESS, post(change_signal_phone))
        .route("/desk/signals/{id}", post(answer_signal))
}

/// People beside each signal.
const SHOWN: Limit = Limit { fits: 5, nearly: 3 };
/// More signals than this have people beside them only when those above are done: each asks about everybody.
const AT_ONCE: usize = 20;
/// More than this stand on the page only when those above are done.
const ON_PAGE: usize = 300;
/// What was finished stands folded on the page for so long.
const FINISHED_MS: Millis = 28 * DAY_MS;

/// What companies have told, whoever has waited longest for a call first, with the people it could fit; and what was
/// finished of late.
#[utoipa::path(
    get,
    path = "/desk/signals",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_signals(at: AtDesk) -> Result<Response, Error> {
    page(&at, None).await
}

/// `wrong` was typed and is no number.
async fn page(at: &AtDesk, wrong: Option<String>) -> Result<Response, Error> {
    let mut open = book::open_signals(at.app.db()).await?;
    let many = book::many_at_once(&open);
    // What a machine may have written comes last. New ones before those that somebody calls about, and of each those
    // first that have waited longest.
    open.sort_by_key(|received| {
        let key = (received.at, received.signal_id);
        (many.contains(&received.signal_id), received.taken_by.is_some(), key)
    });
    let more = open.len().saturating_sub(ON_PAGE);
    open.truncate(ON_PAGE);
    let consultants = access::consultants(at.app.db()).await?;
    let today = at.today;
    let fitted = at
        .app
        .desk()
        .ask(move |market| {
            let fit = |(n, received): (usize, Received)| {
                let signal = &received.signal;
                let fitting = (n < AT_ONCE).then(|| fitting(market, received.signal_id, signal, today, SHOWN));
                let workplace = whose(market, &signal.place);
                let company = workplace.and_then(|workplace| market.company(workplace.company));
                let workplace = workplace.cloned().zip(company.map(|held| held.thing.clone()));
                (received, workplace, fitting)
            };
            open.into_iter().enumerate().map(fit).collect::<Vec<_>>()
        })
        .await?;
    let mut all = Vec::new();
    for (received, workplace, fitting) in fitted {
        if let Some(fitting) = &fitting {
            let people = fitting.fits.iter().chain(&fitting.nearly);
            let candidates: Vec<_> = people.map(|one| one.candidate.id).collect();
            let showing = Showing {
                view: View::People,
                subject_id: Some(received.signal_id.0),
                inputs: fitting.inputs.clone(),
                rules: fitting.rules.clone(),
                shown: candidates.iter().map(|id| id.0).collect(),
                candidates,
            };
            at.look(&showing).await?;
        }
        let mut colleague = None;
        if let Some((_, company)) = &workplace {
            let contacts = book::contacts(at.app.db(), company.id).await?;
            let contact = book::just_called(&contacts, at.caller.person_id, at.now);
            colleague = contact.map(|contact| (name_of(&consultants, contact.by), contact.clone()));
        }
        let caller = received
            .taken_by
            .map(|by| (name_of(&consultants, by), by == at.caller.person_id));
        all.push(Told {
            is_one_of_many: many.contains(&received.signal_id),
            received,
            workplace,
            fitting,
            caller,
            colleague,
        });
    }
    let phone = Phone {
        can_send: at.app.config().message_service.is_some(),
        number: store::number(at.app.db(), at.caller.person_id.0, About::Signal).await?,
        wrong,
    };
    let finished = book::finished_signals(at.app.db(), at.now - FINISHED_MS, ON_PAGE as i64).await?;
    let finished = finished.into_iter().map(|received| {
        let by = received.taken_by.map(|by| name_of(&consultants, by));
        (received, by)
    });
    let shown = Signals {
        all,
        more,
        finished: finished.collect(),
    };
    let content = html! { main id="main" { (signals(&at.reader, &shown, &phone, today)) } };
    Ok(at.page(Tab::Companies, ADDRESS, &at.reader.say("signals-head"), &[], &content))
}

/// The line at the top of the desk, for pages that stand open.
#[utoipa::path(
    get,
    path = "/desk/signals/new",
    responses(
        (status = 200, description = "a part of a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_new_signals(at: AtDesk) -> Html<String> {
    Html(html! { (DOCTYPE) (strip(&at.reader, &at.new_signals)) }.into_string())
}

/// Ask for word to one's phone when a company has written, or take it back.
#[utoipa::path(
    post,
    path = "/desk/signals/phone",
    request_body(content = ChangeMessages, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the signals anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no consultant, or nothing here sends"),
        (status = 422, description = "bad-input, or the page anew where the number cannot be read", content_type = "text/html"),
    )
)]
pub async fn change_signal_phone(at: AtDesk, Form(form): Form<ChangeMessages>) -> Result<Response, Error> {
    let (db, me) = (at.app.db(), at.caller.person_id.0);
    match form.asked(at.app.config())? {
        Asked::Stop => store::take_back(db, me, About::Signal).await?,
        Asked::At(number) => store::ask_for(db, me, About::Signal, &number, at.now).await?,
        Asked::Unread(wrong) => {
            let page = page(&at, Some(wrong)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    }
    Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}?done=phone"))).into_response())
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerSignal {
    /// `take`: I call; `take-over`: in place of a colleague; `leave`: somebody else may; `done`; `reopen`: it was not.
    r#do: String,
}

/// Say that one calls about a signal, that somebody else may, that it is done, or that it was not.
#[utoipa::path(
    post,
    path = "/desk/signals/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = AnswerSignal, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "the place to go is the signals anew; where a colleague was first, they say so"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such signal, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn answer_signal(at: AtDesk, Path(id): Path<String>, Form(form): Form<AnswerSignal>) -> Result<Redirect, Error> {
    let id: SignalId = id.parse().map_err(|_| Error::NotFound)?;
    let (db, me) = (at.app.db(), at.caller.person_id);
    book::signal(db, id).await?.ok_or(Error::NotFound)?;
    let done = match form.r#do.as_str() {
        "take" if book::take_signal(db, id, me).await? => "signal-taken",
        "take-over" if book::take_over_signal(db, id, me).await? => "signal-taken",
        "take" | "take-over" => "signal-other",
        "leave" => {
            book::leave_signal(db, id, me).await?;
            "signal-left"
        }
        "done" => {
            book::close_signal(db, id, at.now).await?;
            "signal-done"
        }
        "reopen" => {
            book::reopen_signal(db, id).await?;
            "signal-open"
        }
        _ => return Err(Error::BadInput),
    };
    let page = at.reader.link(&format!("{ADDRESS}?done={done}&signal={id}"));
    Ok(Redirect::to(&format!("{page}#signal-{id}")))
}
