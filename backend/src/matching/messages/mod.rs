//! Word to somebody's telephone that there is something new on their page: a job for a day or a few, or that somebody asks
//! them something, to a candidate who has said yes to that, each a yes of its own; what a company has told to a consultant.
//!
//! `own` is what one reads of it oneself. `day_jobs` says which jobs are to be told to whom, `quiet` when, `text` in which words. `store` keeps what waits and
//! what was told, once for each person and thing. `postman` goes round; `gateway` hands a text to the municipality's own
//! service, over and over with the same key until it is taken.
//!
//! A text says that there is something, and no more: somebody else may read the telephone. Whether it still is so is
//! asked at the last moment, so what was taken away, taken back or said no to is not told.

pub mod day_jobs;
mod gateway;
pub mod own;
mod phone;
mod postman;
pub mod quiet;
pub mod store;
mod text;

pub use phone::Phone;
pub use postman::run;
pub use text::{New, text};

use crate::words::Lang;
use shared::ids::Millis;

const HOUR_MS: Millis = 3_600_000;

/// How long it stays written what somebody was told of, once the job is over. Then it is deleted.
pub const KEPT_DAYS: i64 = 30;
/// A signal that nobody has taken by then is told of no more.
const SIGNAL_COUNTS: Millis = 24 * HOUR_MS;
/// A question that has waited for so long is told of no more: shorter than what was told is kept, so nobody is told twice.
const ASK_COUNTS: Millis = 7 * 24 * HOUR_MS;
/// Before, a question is told of to nobody: it may be read aloud to the one who sits there, or be a mistake.
const ASK_WAITS: Millis = HOUR_MS / 12;

/// What a text is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// To a candidate.
    DayJob,
    /// To a candidate: somebody would like to tell a company of them, and asks.
    Ask,
    /// To a consultant.
    Signal,
}

impl About {
    pub fn text(self) -> &'static str {
        match self {
            About::DayJob => "day-job",
            About::Ask => "ask",
            About::Signal => "signal",
        }
    }

    fn read(text: &str) -> Option<About> {
        let all = [About::DayJob, About::Ask, About::Signal];
        all.into_iter().find(|about| about.text() == text)
    }

    /// The least time between two texts to one telephone. What comes in between is told together.
    pub fn pause(self) -> Millis {
        match self {
            About::DayJob | About::Ask => HOUR_MS,
            About::Signal => HOUR_MS / 6,
        }
    }
}

/// Where somebody has asked to be told, and in which language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    pub phone: Phone,
    pub lang: Lang,
}

/// What became of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Sent,
    /// The service says that nothing can be sent to this number.
    Refused,
}

impl Outcome {
    fn text(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Refused => "refused",
        }
    }
}
