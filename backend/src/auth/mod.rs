//! Who is asking, and what they may open.
//!
//! Secrets are random and of 256 bits; only their hashes are stored. A session survives a restart and
//! ends on sign-out. Sockets carry no cookie: they show a ticket that a session asked for, good for once.

mod caller;
mod link;
pub mod routes;
mod store;

pub use caller::{AtBoard, Caller, Origins};
pub use link::{Closed, Made};
pub use store::{Admission, still_admitted, use_ticket};

/// The hash of a secret: what is stored of it, and how it is named in memory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TokenHash(String);

impl TokenHash {
    pub fn of(secret: &str) -> Self {
        TokenHash(blake3::hash(secret.as_bytes()).to_hex().to_string())
    }

    /// A hash as it was stored.
    pub fn read(hash: String) -> Self {
        TokenHash(hash)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::TokenHash;

    #[test]
    fn what_is_stored_does_not_hold_the_secret() {
        assert!(!TokenHash::of("hemmelig").as_str().contains("hemmelig"));
    }
}
