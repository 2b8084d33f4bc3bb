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

/// The settings do not go together.
#[derive(Debug, PartialEq, Eq)]
pub enum Conflict {
    NoDatabase,
    Origin(String),
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
    use super::{Conflict, DatabaseUrl, database, origin};

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
