//! Every setting of the service and its default.

use crate::clock::Clock;
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;

/// Where the database of a first try lies.
pub const DEMO_DATABASE: &str = "sqlite:data/bordenden.db";

#[derive(Clone, Debug)]
pub struct Config {
    pub database_url: DatabaseUrl,
    /// Fill an empty database with the demo municipality.
    pub demo: bool,
    /// Where `cargo xtask wasm` put the widget.
    pub assets: PathBuf,
    /// How browsers reach us, such as `https://bordenden.example`; needed behind a proxy.
    pub public_origin: Option<String>,
    /// The origins of other sites whose pages may show the board.
    pub embed_origins: Vec<String>,
    /// The most pages that SQLite may fill: a way to bound the disk.
    pub max_page_count: Option<u32>,
    /// What sends word to people's telephones; without it they are told on their pages alone.
    pub message_service: Option<MessageService>,
    pub clock: Clock,
    /// Takes out the one rule that the kill test exists for.
    #[cfg(feature = "testing")]
    pub ack_before_commit: bool,
}

impl Config {
    pub fn new(database_url: impl Into<String>) -> Self {
        Config {
            database_url: DatabaseUrl(database_url.into()),
            demo: false,
            assets: PathBuf::from("target/widget"),
            public_origin: None,
            embed_origins: Vec::new(),
            max_page_count: None,
            message_service: None,
            clock: Clock::default(),
            #[cfg(feature = "testing")]
            ack_before_commit: false,
        }
    }

    /// Browsers reach us over https, so that cookies may demand it.
    pub fn is_https(&self) -> bool {
        self.public_origin
            .as_deref()
            .is_some_and(|origin| origin.starts_with("https://"))
    }
}

/// A database address. Its password never reaches a log.
#[derive(Clone)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_postgres(&self) -> bool {
        self.0.starts_with("postgres:") || self.0.starts_with("postgresql:")
    }
}

impl From<String> for DatabaseUrl {
    fn from(url: String) -> Self {
        DatabaseUrl(url)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_postgres() { "postgres://…" } else { &self.0 })
    }
}

/// The municipality's own service for messages. Its secret never reaches a log.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageService {
    url: String,
    secret: String,
}

impl MessageService {
    /// Numbers and the secret travel encrypted, or do not leave this machine. With the demo they do not: there anyone
    /// may be anyone, and write any number.
    pub fn new(url: &str, secret: Option<String>, demo: bool) -> Result<MessageService, Conflict> {
        let uri: hyper::Uri = url.parse().map_err(|_| Conflict::MessageUrl(url.into()))?;
        let host = uri.host().ok_or_else(|| Conflict::MessageUrl(url.into()))?;
        let is_here = ["127.0.0.1", "[::1]", "localhost"].contains(&host);
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if is_here => {}
            _ => return Err(Conflict::MessageUrl(url.into())),
        }
        if demo && !is_here {
            return Err(Conflict::DemoSends);
        }
        let secret = secret.filter(|secret| !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic()));
        Ok(MessageService {
            url: url.to_owned(),
            secret: secret.ok_or(Conflict::NoMessageSecret)?,
        })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn secret(&self) -> &str {
        &self.secret
    }
}

impl fmt::Debug for MessageService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageService")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// The settings do not go together.
#[derive(Debug, PartialEq, Eq)]
pub enum Conflict {
    NoDatabase,
    Origin(String),
    MessageUrl(String),
    NoMessageSecret,
    DemoSends,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Conflict::NoDatabase => {
                write!(
                    f,
                    "others could reach the demo at this --host; name a database with --database-url, or leave --host out"
                )
            }
            Conflict::Origin(origin) => write!(f, "not an origin such as https://example.dk: {origin}"),
            Conflict::MessageUrl(url) => {
                write!(
                    f,
                    "--message-url must begin with https://, or name a service on this machine: {url}"
                )
            }
            Conflict::NoMessageSecret => write!(
                f,
                "the message service needs a secret: put it into BORDENDEN_MESSAGE_SECRET, letters and digits without blanks"
            ),
            Conflict::DemoSends => write!(
                f,
                "in the demo anyone may write any number; leave --message-url out, or name a service on this machine"
            ),
        }
    }
}

/// Which database, and whether it is the demo's. Without a named database it is, and then only for this machine.
pub fn database(named: Option<String>, demo: bool, host: IpAddr) -> Result<(DatabaseUrl, bool), Conflict> {
    match named {
        Some(url) => Ok((DatabaseUrl(url), demo)),
        None if host.is_loopback() => Ok((DatabaseUrl(DEMO_DATABASE.into()), true)),
        None => Err(Conflict::NoDatabase),
    }
}

/// An origin as browsers write it: scheme, host, perhaps a port, and nothing after.
pub fn origin(text: &str) -> Result<String, Conflict> {
    let bad = || Conflict::Origin(text.into());
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .ok_or_else(bad)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.is_empty() || !host.chars().all(plain) {
        return Err(bad());
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::{Conflict, DatabaseUrl, MessageService, database, origin};

    #[test]
    fn without_a_named_database_only_this_machine_is_served_and_with_the_demo() {
        let (url, demo) = database(None, false, "127.0.0.1".parse().unwrap()).unwrap();
        assert!(demo && url.as_str() == "sqlite:data/bordenden.db");
        assert_eq!(
            database(None, true, "0.0.0.0".parse().unwrap()).unwrap_err(),
            Conflict::NoDatabase
        );
    }

    #[test]
    fn a_named_database_is_the_demo_only_when_asked() {
        assert!(
            !database(Some("sqlite:x.db".into()), false, "0.0.0.0".parse().unwrap())
                .unwrap()
                .1
        );
        assert!(
            database(Some("sqlite:x.db".into()), true, "0.0.0.0".parse().unwrap())
                .unwrap()
                .1
        );
    }

    #[test]
    fn a_password_in_a_database_address_is_not_printed() {
        let url = DatabaseUrl::from("postgres://maja:hemmelig@localhost/plan".to_string());
        assert!(!format!("{url:?}").contains("hemmelig"));
    }

    #[test]
    fn a_message_service_is_reached_encrypted_or_on_this_machine_and_knows_us_by_a_secret() {
        let new = |url: &str, secret: &str, demo| MessageService::new(url, Some(secret.into()), demo).map(|_| ());
        assert_eq!(new("https://sms.example.dk/send", "hemmelig", false), Ok(()));
        assert_eq!(new("http://127.0.0.1:9000/", "hemmelig", true), Ok(()));
        for url in [
            "http://sms.example.dk/send",
            "ftp://127.0.0.1/",
            "sms.example.dk",
            "/send",
            "",
        ] {
            assert_eq!(new(url, "hemmelig", false), Err(Conflict::MessageUrl(url.into())), "{url}");
        }
        for secret in ["", "to ord", "æ"] {
            assert_eq!(new("https://sms.example.dk/", secret, false), Err(Conflict::NoMessageSecret));
        }
        assert_eq!(new("https://sms.example.dk/", "hemmelig", true), Err(Conflict::DemoSends));
        let service = MessageService::new("https://sms.example.dk/", Some("hemmelig".into()), false).unwrap();
        assert!(!format!("{service:?}").contains("hemmelig"));
    }

    #[test]
    fn an_origin_has_no_path_and_no_capitals() {
        assert!(origin("https://hedensted.dk").is_ok());
        assert!(origin("http://127.0.0.1:4280").is_ok());
        for wrong in [
            "hedensted.dk",
            "https://",
            "https://hedensted.dk/",
            "https://Hedensted.dk",
            "*",
            "null",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
