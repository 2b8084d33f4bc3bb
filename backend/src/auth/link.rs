//! A link that is good for one use: the secret in it, and until when it counts.

use super::TokenHash;
use crate::error::Error;
use crate::random;
use shared::day::DAY_MS;
use shared::ids::Millis;
use std::fmt;

/// How long a link waits for its person.
const LINK_DAYS: i64 = 14;

/// A link that was just made. Only whoever asked for it ever sees it.
pub struct Made {
    pub token: String,
    pub expires_at: Millis,
}

impl Made {
    /// With a secret of 256 bits. What is stored of it is the hash alone.
    pub fn new(now: Millis) -> Result<(Made, TokenHash), Error> {
        let token = random::secret()?;
        let hash = TokenHash::of(&token);
        let expires_at = now + LINK_DAYS * DAY_MS;
        Ok((Made { token, expires_at }, hash))
    }
}

// Does not print its secret.
impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Made")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Why a link opens nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closed {
    Used,
    TooOld,
    /// There never was one, it was taken back, another was made since, or the person has gone.
    Unknown,
}

impl Closed {
    pub const ALL: [Closed; 3] = [Closed::Used, Closed::TooOld, Closed::Unknown];

    /// Whether a link that is stored is shut at this moment. It is still good at the one at which it runs out.
    pub fn at(now: Millis, used_at: Option<Millis>, expires_at: Millis) -> Option<Closed> {
        if used_at.is_some() {
            Some(Closed::Used)
        } else {
            (expires_at < now).then_some(Closed::TooOld)
        }
    }
}
