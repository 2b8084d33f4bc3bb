//! Everything that can go wrong with a request, as one problem body in the reader's language, and the
//! only place where a failed request is logged.

use crate::db::StoreError;
use crate::pages;
use crate::random::NoRandomness;
use crate::words::{Lang, Words};
use axum::Json;
use axum::extract::{FromRequestParts, Request};
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use shared::problem::{Problem, codes};
use std::convert::Infallible;

#[derive(Debug)]
pub enum Error {
    SignedOut,
    /// Not there, or not for this person: the two look the same.
    NotFound,
    BadInput,
    WrongOrigin,
    TooMany,
    NoSignIn,
    Stopping,
    Storage(StoreError),
    Unexpected(&'static str),
}

impl Error {
    pub fn code(&self) -> &'static str {
        match self {
            Error::SignedOut => codes::SIGNED_OUT,
            Error::NotFound => codes::NOT_FOUND,
            Error::BadInput => codes::BAD_INPUT,
            Error::WrongOrigin => codes::WRONG_ORIGIN,
            Error::TooMany => codes::TOO_MANY,
            Error::NoSignIn => codes::NO_SIGN_IN,
            Error::Stopping => codes::STOPPING,
            Error::Storage(_) => codes::STORAGE,
            Error::Unexpected(_) => codes::UNEXPECTED,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Storage(error)
    }
}

impl From<NoRandomness> for Error {
    fn from(_: NoRandomness) -> Self {
        Error::Unexpected("the operating system gave no random bytes")
    }
}

/// Leaves the words to `speak`, which knows the reader's language.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match &self {
            Error::Storage(error) => tracing::error!(%error, "the database did not answer a request"),
            Error::Unexpected(what) => tracing::error!(what, "unexpected"),
            _ => {}
        }
        let code = self.code();
        let mut response = status_of(code).into_response();
        response.extensions_mut().insert(Code(code));
        response
    }
}

/// Gives every failed answer its problem body, or a page for one who reads: ours, and those that axum
/// makes of a path that does not exist, a body that is not JSON, or one that is too large.
pub async fn speak(request: Request, next: Next) -> Response {
    let lang = wished(request.headers());
    let page = wants_page(&request).then(|| request.uri().to_string());
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() || is_spoken(&response) {
        return response;
    }
    let code = response
        .extensions()
        .get::<Code>()
        .map_or_else(|| code_of(status), |code| code.0);
    let mut answer = match page {
        Some(asked) => (status, Html(pages::problem_html(code, &asked, lang))).into_response(),
        None => {
            let kind = [(CONTENT_TYPE, "application/problem+json")];
            let body = Problem {
                status: status.as_u16(),
                ..problem(code, lang)
            };
            (status, kind, Json(body)).into_response()
        }
    };
    let headers = answer.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    if status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    // Such as `Allow` beside a wrong method.
    for (name, value) in response.headers() {
        if !headers.contains_key(name) && name != "content-length" {
            headers.insert(name, value.clone());
        }
    }
    answer
}

/// Whether the answer will stand before a person's eyes as it is. The API speaks to programs whoever asks.
fn wants_page(request: &Request) -> bool {
    let accepts = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok());
    accepts.is_some_and(|accept| accept.contains("text/html")) && !request.uri().path().starts_with("/api/")
}

/// The problem under a code, in one language.
pub fn problem(code: &str, lang: Lang) -> Problem {
    Problem {
        kind: format!("/problems/{code}"),
        code: code.to_string(),
        title: Words::say(lang, &format!("problem-{code}"), &[]),
        status: status_of(code).as_u16(),
        detail: Words::say(lang, &format!("problem-{code}-do"), &[]),
    }
}

/// The language of an answer, problem or page.
impl<S: Send + Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(wished(&parts.headers))
    }
}

fn wished(headers: &HeaderMap) -> Lang {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map(Lang::of_wish)
        .unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Code(&'static str);

/// Whether a handler has said all that is to be said: a page, or a problem of its own.
fn is_spoken(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/problem+json")
}

fn status_of(code: &str) -> StatusCode {
    match code {
        codes::SIGNED_OUT | codes::BAD_TICKET => StatusCode::UNAUTHORIZED,
        codes::NOT_FOUND => StatusCode::NOT_FOUND,
        codes::BAD_INPUT => StatusCode::UNPROCESSABLE_ENTITY,
        codes::TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
        codes::WRONG_ORIGIN | codes::NO_SIGN_IN => StatusCode::FORBIDDEN,
        codes::WRONG_PROTOCOL => StatusCode::UPGRADE_REQUIRED,
        codes::TOO_MANY => StatusCode::TOO_MANY_REQUESTS,
        codes::TOO_SLOW => StatusCode::REQUEST_TIMEOUT,
        codes::STORAGE | codes::STOPPING => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn code_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => codes::SIGNED_OUT,
        StatusCode::FORBIDDEN => codes::WRONG_ORIGIN,
        StatusCode::NOT_FOUND => codes::NOT_FOUND,
        StatusCode::PAYLOAD_TOO_LARGE => codes::TOO_LARGE,
        StatusCode::REQUEST_TIMEOUT => codes::TOO_SLOW,
        StatusCode::TOO_MANY_REQUESTS => codes::TOO_MANY,
        status if status.is_client_error() => codes::BAD_INPUT,
        _ => codes::UNEXPECTED,
    }
}

#[cfg(test)]
mod tests {
    use super::{problem, status_of};
    use crate::words::Lang;
    use axum::http::StatusCode;
    use shared::problem::codes;

    #[test]
    fn every_code_but_the_unexpected_has_a_status_of_its_own_choosing() {
        for code in codes::ALL {
            assert_eq!(
                status_of(code) == StatusCode::INTERNAL_SERVER_ERROR,
                code == codes::UNEXPECTED,
                "{code}"
            );
        }
    }

    #[test]
    fn a_problem_speaks_the_readers_language() {
        let danish = problem(codes::NOT_FOUND, Lang::Da);
        let english = problem(codes::NOT_FOUND, Lang::En);
        assert_ne!(danish.title, english.title);
        assert_eq!(danish.kind, "/problems/not-found");
    }
}
