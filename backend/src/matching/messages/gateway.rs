//! The municipality's own service for messages: SMS or Digital Post, whichever it has behind the address.
//!
//! It is sent `{"to", "language", "text"}` with a bearer token and an `Idempotency-Key`, the same for every try of one
//! text. Where the text is another by then, such as on the next day, its key is too: a service may refuse other words under
//! a key that it knows. An answer of 200–299 means that it has taken the text over; 400, 410 or 422 that this text cannot be sent to
//! this number; anything else, and silence, that it is to be asked again.

use super::phone::Phone;
use crate::config::MessageService;
use crate::words::Lang;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Request, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Serialize;
use std::io;
use std::time::Duration;
use uuid::Uuid;

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub struct Gateway {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    url: String,
    bearer: HeaderValue,
}

/// What the service answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    Taken,
    Refused,
    /// With its status; `None`: it did not answer.
    Again(Option<u16>),
}

#[derive(Serialize)]
struct Body<'a> {
    to: &'a str,
    language: &'a str,
    text: &'a str,
}

impl Gateway {
    pub fn new(service: &MessageService) -> io::Result<Gateway> {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_connect_timeout(Some(CONNECT_WITHIN));
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()?
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", service.secret())).map_err(io::Error::other)?;
        bearer.set_sensitive(true);
        Ok(Gateway {
            client: Client::builder(TokioExecutor::new()).build(connector),
            url: service.url().to_owned(),
            bearer,
        })
    }

    /// Hands over one text of a message.
    pub async fn hand_over(&self, message_id: Uuid, to: &Phone, lang: Lang, text: &str) -> Answer {
        let body = Body {
            to: to.as_str(),
            language: lang.tag(),
            text,
        };
        let Ok(body) = serde_json::to_vec(&body) else {
            return Answer::Refused;
        };
        let request = Request::post(&self.url)
            .header(AUTHORIZATION, self.bearer.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("idempotency-key", key(message_id, &body))
            .body(Full::from(body));
        let Ok(request) = request else {
            return Answer::Again(None);
        };
        match tokio::time::timeout(ANSWER_WITHIN, self.client.request(request)).await {
            Ok(Ok(answer)) => meant(answer.status()),
            Ok(Err(_)) | Err(_) => Answer::Again(None),
        }
    }
}

/// Names a message and what it says, however often it is tried.
fn key(message_id: Uuid, body: &[u8]) -> String {
    format!("{message_id}-{}", &blake3::hash(body).to_hex()[..16])
}

fn meant(status: StatusCode) -> Answer {
    match status {
        _ if status.is_success() => Answer::Taken,
        StatusCode::BAD_REQUEST | StatusCode::GONE | StatusCode::UNPROCESSABLE_ENTITY => Answer::Refused,
        _ => Answer::Again(Some(status.as_u16())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, key, meant};
    use hyper::StatusCode;
    use uuid::Uuid;

    #[test]
    fn the_same_words_have_the_same_key_and_other_words_another() {
        let [one, other] = [1, 2].map(Uuid::from_u128);
        assert_eq!(key(one, b"i morgen"), key(one, b"i morgen"));
        assert_ne!(key(one, b"i morgen"), key(one, b"i dag"));
        assert_ne!(key(one, b"i morgen"), key(other, b"i morgen"));
    }

    #[test]
    fn what_may_be_mended_is_tried_again_and_what_is_wrong_with_the_number_is_not() {
        let of = |status: u16| meant(StatusCode::from_u16(status).unwrap());
        assert_eq!((of(200), of(202)), (Answer::Taken, Answer::Taken));
        for refused in [400, 410, 422] {
            assert_eq!(of(refused), Answer::Refused, "{refused}");
        }
        // A wrong secret, a wrong address, a redirection that is not followed, too many, and trouble.
        for again in [301, 401, 403, 404, 408, 409, 429, 500, 503] {
            assert_eq!(of(again), Answer::Again(Some(again)), "{again}");
        }
    }
}
