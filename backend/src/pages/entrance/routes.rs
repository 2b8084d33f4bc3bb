//! The addresses of the companies' entrance: the page, the form for other sites, and what is sent in.

use super::{ADDRESS, Filled, Shown, caller, entrance_page, form, refused_words, sent};
use crate::app::App;
use crate::error::Error;
use crate::matching::entrance::{self, Refused};
use crate::matching::{access, book};
use crate::pages::frame;
use crate::pages::profile::Sent;
use crate::pages::reader::Reader;
use crate::pages::routes::Asked;
use crate::words::Lang;
use axum::extract::{ConnectInfo, Form, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use maud::{DOCTYPE, html};
use serde::{Deserialize, Serialize};
use shared::ids::SignalId;
use shared::matching::signal::Signal;
use shared::problem::codes;
use std::net::SocketAddr;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/company-entry", get(show_entrance).post(send_form))
        .route("/company-entry/form", get(show_form))
        .route("/company-entry.js", get(show_script))
        .route("/company-entry.css", get(show_style))
        .route("/company-entry.d.ts", get(show_types))
        .route("/api/signals", post(send_signal))
}

/// What the page can be asked with.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AskedPage {
    /// The language of the page: `da`, `en`, or the made-up `en-XA` and `ar-XB`.
    lang: Option<String>,
    /// `sent`: word that it has come.
    #[serde(default)]
    done: String,
}

/// The companies' entrance: five questions, and somebody calls.
#[utoipa::path(
    get,
    path = "/company-entry",
    params(AskedPage),
    responses((status = 200, description = "a page", content_type = "text/html"))
)]
pub async fn show_entrance(State(app): State<App>, Query(asked): Query<AskedPage>, lang: Lang) -> Result<Html<String>, Error> {
    let reader = Reader::new(asked.lang.as_deref(), lang);
    let who = access::entrance(app.db()).await?;
    let pass = app.entrance().pass(app.clock().now())?;
    let sent = Sent::default();
    let shown = match asked.done.as_str() {
        "sent" => Shown::Thanks,
        _ => Shown::Form(Filled {
            sent: &sent,
            pass: &pass,
            refused: None,
        }),
    };
    Ok(Html(entrance_page(&reader, who.as_ref(), &shown)))
}

/// What a company tells, from the page. Whatever is refused comes back with every word that was written.
#[utoipa::path(
    post,
    path = "/company-entry",
    params(Asked),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "the fields of the form"),
    responses(
        (status = 303, description = "it has come; the place to go is the word of thanks"),
        (status = 403, description = "wrong-origin"),
        (status = 422, description = "the form again, with what to do and every word that was written", content_type = "text/html"),
        (status = 429, description = "the same, for one who has sent too often", content_type = "text/html"),
    )
)]
pub async fn send_form(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    lang: Lang,
    Form(fields): Form<Sent>,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    let reader = asked.reader(lang);
    let signal = sent::signal(&fields);
    let from = address(&app, peer, &headers);
    let refused = match take(&app, fields.get("pass"), fields.get("website"), &signal, &from).await? {
        Ok(_) => return Ok(Redirect::to(&reader.link(&format!("{ADDRESS}?done=sent"))).into_response()),
        Err(refused) => refused,
    };
    let pass = next_pass(&app, fields.get("pass"), refused)?;
    let who = access::entrance(app.db()).await?;
    let shown = Shown::Form(Filled {
        sent: &fields,
        pass: &pass,
        refused: Some(refused),
    });
    Ok((status(refused), Html(entrance_page(&reader, who.as_ref(), &shown))).into_response())
}

/// The form alone, for `company-entry.js` to put into a page of another site.
#[utoipa::path(
    get,
    path = "/company-entry/form",
    params(Asked),
    responses((status = 200, description = "the form, with a pass of its own", content_type = "text/html"))
)]
pub async fn show_form(State(app): State<App>, Query(asked): Query<Asked>, lang: Lang) -> Result<Html<String>, Error> {
    let reader = asked.reader(lang);
    let who = access::entrance(app.db()).await?;
    let pass = app.entrance().pass(app.clock().now())?;
    let sent = Sent::default();
    let filled = Filled {
        sent: &sent,
        pass: &pass,
        refused: None,
    };
    let content = html! {
        (DOCTYPE)
        div.entry-frame dir=(reader.choice.dir) lang=(reader.choice.tag) {
            (caller(&reader, who.as_ref()))
            (form(&reader, &filled))
            p.thanks id="entry-thanks" tabindex="-1" hidden { b { (reader.say("entrance-thanks")) } " " (reader.say("entrance-thanks-next")) }
        }
    };
    Ok(Html(content.into_string()))
}

/// What a company tells, with the pass of the form it was written in.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentSignal {
    /// As the form carries it.
    pass: String,
    /// A field that people do not see. It must be empty.
    #[serde(default)]
    website: String,
    #[schema(value_type = Object)]
    signal: Signal,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TakenSignal {
    #[schema(value_type = uuid::Uuid)]
    signal_id: SignalId,
}

/// A problem with the pass to send the same words with once more.
#[derive(Debug, Serialize)]
struct RefusedSignal {
    r#type: String,
    code: &'static str,
    title: String,
    status: u16,
    detail: String,
    pass: String,
}

/// What a company tells, from a page of another site that the operator has named, or from a program.
#[utoipa::path(
    post,
    path = "/api/signals",
    params(Asked),
    request_body = SentSignal,
    responses(
        (status = 201, body = TakenSignal),
        (status = 400, description = "bad-input"),
        (status = 403, description = "wrong-origin"),
        (status = 422, description = "bad-input: `detail` says what to do, and `pass` is for sending the same words once more"),
        (status = 429, description = "too-many, with the same"),
    )
)]
pub async fn send_signal(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    lang: Lang,
    Json(body): Json<SentSignal>,
) -> Result<Response, Error> {
    app.origins().allow(&headers)?;
    let from = address(&app, peer, &headers);
    let refused = match take(&app, &body.pass, &body.website, &body.signal, &from).await? {
        Ok(signal_id) => return Ok((StatusCode::CREATED, Json(TakenSignal { signal_id })).into_response()),
        Err(refused) => refused,
    };
    let reader = asked.reader(lang);
    let code = if refused.is_too_many() {
        codes::TOO_MANY
    } else {
        codes::BAD_INPUT
    };
    let problem = RefusedSignal {
        r#type: format!("/problems/{code}"),
        code,
        title: reader.say("entrance-refused"),
        status: status(refused).as_u16(),
        detail: refused_words(&reader, refused),
        pass: next_pass(&app, &body.pass, refused)?,
    };
    Ok((status(refused), [(CONTENT_TYPE, "application/problem+json")], Json(problem)).into_response())
}

/// The custom element `<company-entry>`, for pages of other sites.
#[utoipa::path(get, path = "/company-entry.js", responses((status = 200, description = "a module", content_type = "text/javascript")))]
pub async fn show_script() -> Response {
    file(
        "text/javascript; charset=utf-8",
        include_str!("../../../pages/company-entry.js"),
    )
}

/// The style of the form, which `company-entry.js` adopts.
#[utoipa::path(get, path = "/company-entry.css", responses((status = 200, description = "a style sheet", content_type = "text/css")))]
pub async fn show_style() -> Response {
    file(frame::ENTRANCE_STYLE.media_type, frame::ENTRANCE_STYLE.body)
}

/// The types of `<company-entry>` and of what it tells its page.
#[utoipa::path(get, path = "/company-entry.d.ts", responses((status = 200, description = "types for TypeScript", content_type = "text/plain")))]
pub async fn show_types() -> Response {
    file("text/plain; charset=utf-8", include_str!("../../../pages/company-entry.d.ts"))
}

/// Of an address that does not change with its content.
fn file(kind: &'static str, body: &'static str) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], body).into_response()
}

/// Lets a signal in and keeps it. The same one twice is one, and what came in is never refused later.
async fn take(app: &App, pass: &str, trap: &str, signal: &Signal, from: &str) -> Result<Result<SignalId, Refused>, Error> {
    let now = app.clock().now();
    let signal_id = match app.entrance().examine(pass, trap, signal, now) {
        Ok(signal_id) => signal_id,
        Err(refused) => return Ok(Err(refused)),
    };
    let mut stored = book::signal(app.db(), signal_id).await?;
    if stored.is_none() {
        if let Err(refused) = app.entrance().count(signal, from, now) {
            return Ok(Err(refused));
        }
        if book::add_signal(app.db(), signal_id, signal, now).await? {
            return Ok(Ok(signal_id));
        }
        // The same form in the same moment.
        stored = book::signal(app.db(), signal_id).await?;
    }
    Ok(if stored.as_ref() == Some(signal) {
        Ok(signal_id)
    } else {
        Err(Refused::SentBefore)
    })
}

fn next_pass(app: &App, pass: &str, refused: Refused) -> Result<String, Error> {
    Ok(if refused.keeps_pass() {
        pass.to_owned()
    } else {
        app.entrance().pass(app.clock().now())?
    })
}

fn status(refused: Refused) -> StatusCode {
    if refused.is_too_many() {
        StatusCode::TOO_MANY_REQUESTS
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// Whose sending counts against the limit.
pub fn address(app: &App, peer: SocketAddr, headers: &HeaderMap) -> String {
    // An operator who names a public origin has a proxy in front.
    entrance::address(peer.ip(), forwarded(headers), app.config().public_origin.is_some())
}

/// What the proxy has written down. Some write a line of their own below the one that came.
fn forwarded(headers: &HeaderMap) -> Option<&str> {
    let mut lines = headers.get_all("x-forwarded-for").iter();
    lines.next_back().and_then(|line| line.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::forwarded;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn of_two_lines_the_one_that_the_sender_made_up_is_not_believed() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        for line in ["203.0.113.66", "198.51.100.7"] {
            headers.append("x-forwarded-for", HeaderValue::from_static(line));
        }
        assert_eq!(forwarded(&headers), Some("198.51.100.7"));
    }
}
