//! The one shape of an error on the wire: a problem body as of RFC 9457.

use serde::{Deserialize, Serialize};

/// `application/problem+json`. `code` is stable and selects the sentence (`problem-…` in the Fluent
/// files) that a person reads; `title` and `detail` are that sentence in the language asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Problem {
    /// A relative address of the code's explanation: `/problems/{code}`.
    #[serde(rename = "type")]
    pub kind: String,
    pub code: String,
    /// What went wrong, in one sentence.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do now.
    pub detail: String,
}

/// The closed list of codes. Each has a sentence `problem-{code}` and an advice `problem-{code}-do`.
pub mod codes {
    pub const SIGNED_OUT: &str = "signed-out";
    pub const NOT_FOUND: &str = "not-found";
    pub const BAD_INPUT: &str = "bad-input";
    pub const TOO_LARGE: &str = "too-large";
    pub const WRONG_ORIGIN: &str = "wrong-origin";
    pub const BAD_TICKET: &str = "bad-ticket";
    pub const WRONG_PROTOCOL: &str = "wrong-protocol";
    pub const TOO_MANY: &str = "too-many";
    pub const TOO_SLOW: &str = "too-slow";
    pub const STORAGE: &str = "storage";
    pub const STOPPING: &str = "stopping";
    pub const NO_SIGN_IN: &str = "no-sign-in";
    pub const UNEXPECTED: &str = "unexpected";

    pub const ALL: [&str; 13] = [
        SIGNED_OUT,
        NOT_FOUND,
        BAD_INPUT,
        TOO_LARGE,
        WRONG_ORIGIN,
        BAD_TICKET,
        WRONG_PROTOCOL,
        TOO_MANY,
        TOO_SLOW,
        STORAGE,
        STOPPING,
        NO_SIGN_IN,
        UNEXPECTED,
    ];
}
