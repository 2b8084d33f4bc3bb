//! Who is asking, and from which web page.
//!
//! A session is a random secret that the browser holds, in a cookie on our own pages and as a bearer
//! token on others; the database knows its hash. One that was made for a page of another site says so
//! itself, and opens the board and nothing else: whatever that site's scripts and servers do with it,
//! they read no page of ours. Browsers say in `Origin` which page a request comes
//! from; that is how a page of a stranger is kept from writing in somebody's name.

use super::{TokenHash, store};
use crate::app::App;
use crate::config::Config;
use crate::error::Error;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::{AUTHORIZATION, COOKIE, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use shared::ids::PersonId;
use std::net::SocketAddr;

const COOKIE_NAME: &str = "bordenden_session";
/// What the secret of a session for a page of another site begins with. The stored hash is of all of it.
const ELSEWHERE: &str = "board.";

/// The person who asks, by a session of our own pages that is still going.
#[derive(Clone, Debug)]
pub struct Caller {
    pub person_id: PersonId,
    pub session: TokenHash,
}

/// The person who asks for the board, by a session of our own pages or of another site's.
#[derive(Clone, Debug)]
pub struct AtBoard(pub Caller);

/// The origins that may write: our own, and those the operator named. Compared to the letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origins {
    own: Vec<String>,
    embed: Vec<String>,
}

impl Origins {
    pub fn new(config: &Config, address: SocketAddr) -> Self {
        let own = match &config.public_origin {
            Some(origin) => vec![origin.clone()],
            None => {
                let mut own = vec![format!("http://{address}")];
                if address.ip().is_loopback() || address.ip().is_unspecified() {
                    own.push(format!("http://localhost:{}", address.port()));
                    own.push(format!("http://127.0.0.1:{}", address.port()));
                }
                own
            }
        };
        Origins {
            own,
            embed: config.embed_origins.clone(),
        }
    }

    pub fn embed(&self) -> &[String] {
        &self.embed
    }

    /// Where we are, for a link that is sent to someone.
    pub fn public(&self) -> &str {
        self.own.first().map_or("", String::as_str)
    }

    /// For a POST. One without `Origin` does not come from a page, and carries a session only if its
    /// sender holds one.
    pub fn allow(&self, headers: &HeaderMap) -> Result<(), Error> {
        if headers.contains_key(ORIGIN) {
            self.demand(headers)
        } else {
            Ok(())
        }
    }

    /// For a form of our own pages, which no other site may send for somebody.
    pub fn demand_own(&self, headers: &HeaderMap) -> Result<(), Error> {
        match headers.get(ORIGIN) {
            Some(origin) if !self.own.iter().any(|own| own.as_bytes() == origin.as_bytes()) => Err(Error::WrongOrigin),
            _ => Ok(()),
        }
    }

    /// For a socket: browsers always say where one comes from.
    pub fn demand(&self, headers: &HeaderMap) -> Result<(), Error> {
        let origin = headers.get(ORIGIN).ok_or(Error::WrongOrigin)?;
        let known = self
            .own
            .iter()
            .chain(&self.embed)
            .any(|known| known.as_bytes() == origin.as_bytes());
        if known { Ok(()) } else { Err(Error::WrongOrigin) }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        <Self as OptionalFromRequestParts<App>>::from_request_parts(parts, app)
            .await?
            .ok_or(Error::SignedOut)
    }
}

impl OptionalFromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Error> {
        match secret_in(&parts.headers) {
            Some(secret) if !secret.starts_with(ELSEWHERE) => caller(secret, app).await,
            _ => Ok(None),
        }
    }
}

impl FromRequestParts<App> for AtBoard {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        <Self as OptionalFromRequestParts<App>>::from_request_parts(parts, app)
            .await?
            .ok_or(Error::SignedOut)
    }
}

impl OptionalFromRequestParts<App> for AtBoard {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Error> {
        let Some(secret) = secret_in(&parts.headers) else {
            return Ok(None);
        };
        Ok(caller(secret, app).await?.map(AtBoard))
    }
}

async fn caller(secret: &str, app: &App) -> Result<Option<Caller>, Error> {
    let session = TokenHash::of(secret);
    let person_id = store::person_of(app.db(), &session, app.clock().now()).await?;
    Ok(person_id.map(|person_id| Caller { person_id, session }))
}

/// The secret of a session for a page of another site.
pub(super) fn for_elsewhere(secret: &str) -> String {
    format!("{ELSEWHERE}{secret}")
}

/// The bearer token where there is one, else our cookie.
fn secret_in(headers: &HeaderMap) -> Option<&str> {
    let bearer = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.strip_prefix("Bearer "));
    bearer.or_else(|| {
        let cookies = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
        cookies.flat_map(|text| text.split(';')).find_map(|cookie| {
            let (name, value) = cookie.trim().split_once('=')?;
            (name == COOKIE_NAME).then_some(value)
        })
    })
}

/// The cookie that holds a session, or with an empty secret the one that takes it away. How long a session goes on, the
/// database knows: it ends when it was not used for long, and a cookie that ended by itself would end it in the midst of use.
pub(super) fn cookie(secret: &str, is_https: bool) -> Result<HeaderValue, Error> {
    let age = if secret.is_empty() {
        "; Max-Age=0"
    } else {
        "; Max-Age=34560000"
    };
    let secure = if is_https { "; Secure" } else { "" };
    HeaderValue::from_str(&format!(
        "{COOKIE_NAME}={secret}; Path=/; HttpOnly; SameSite=Lax{age}{secure}"
    ))
    .map_err(|_| Error::Unexpected("a session secret cannot stand in a cookie"))
}

#[cfg(test)]
mod tests {
    use super::{Origins, cookie, secret_in};
    use crate::config::Config;
    use axum::http::header::ORIGIN;
    use axum::http::{HeaderMap, HeaderValue};

    fn headers(list: &[(&'static str, &'static str)]) -> HeaderMap {
        list.iter()
            .map(|(name, value)| (axum::http::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let headers = headers(&[("cookie", "lang=da; bordenden_session=abc; x=y")]);
        assert_eq!(secret_in(&headers), Some("abc"));
    }

    #[test]
    fn a_bearer_token_counts_before_a_cookie() {
        let headers = headers(&[("cookie", "bordenden_session=abc"), ("authorization", "Bearer def")]);
        assert_eq!(secret_in(&headers), Some("def"));
    }

    #[test]
    fn a_cookie_of_almost_our_name_is_not_ours() {
        assert_eq!(
            secret_in(&headers(&[("cookie", "xbordenden_session=abc; bordenden_sessions=def")])),
            None
        );
        assert_eq!(secret_in(&headers(&[("authorization", "Basic abc")])), None);
    }

    #[test]
    fn the_cookie_is_out_of_reach_for_scripts_and_bound_to_https_where_there_is_https() {
        let plain = cookie("abc", false).unwrap();
        assert!(plain.to_str().unwrap().contains("HttpOnly; SameSite=Lax"));
        assert!(!plain.to_str().unwrap().contains("Secure"));
        assert!(cookie("abc", true).unwrap().to_str().unwrap().ends_with("; Secure"));
    }

    fn origins() -> Origins {
        let mut config = Config::new("sqlite:x.db");
        config.embed_origins = vec!["https://hedensted.dk".into()];
        Origins::new(&config, "127.0.0.1:4280".parse().unwrap())
    }

    fn from(origin: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ORIGIN, HeaderValue::from_static(origin))])
    }

    #[test]
    fn our_own_pages_and_named_sites_may_open_a_socket() {
        for origin in ["http://127.0.0.1:4280", "http://localhost:4280", "https://hedensted.dk"] {
            assert!(origins().demand(&from(origin)).is_ok(), "{origin}");
        }
    }

    #[test]
    fn an_origin_that_only_looks_like_ours_is_refused() {
        for origin in [
            "http://127.0.0.1",
            "http://127.0.0.1:4281",
            "https://hedensted.dk.evil.example",
            "null",
            "",
        ] {
            assert!(origins().demand(&from(origin)).is_err(), "{origin}");
            assert!(origins().allow(&from(origin)).is_err(), "{origin}");
        }
    }

    #[test]
    fn a_socket_without_an_origin_is_refused_and_a_post_is_not() {
        assert!(origins().demand(&HeaderMap::new()).is_err());
        assert!(origins().allow(&HeaderMap::new()).is_ok());
    }

    #[test]
    fn a_site_that_shows_the_board_may_not_sign_anyone_in() {
        assert!(origins().demand_own(&from("https://hedensted.dk")).is_err());
        assert!(origins().demand_own(&from("http://localhost:4280")).is_ok());
    }
}
