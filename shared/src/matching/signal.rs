//! What a company tells at its entrance, in five answers: we have room, or we need hands.

use super::week::Weekday;
use super::words::{Kind, TaskId};
use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// Everything is as the company wrote it; a consultant calls and makes a placement of it, or does not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    pub about: About,
    /// What is to be done, of the list.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// And in their own words.
    #[serde(default)]
    pub other_task: String,
    /// When they could use somebody.
    #[serde(default)]
    pub times: Vec<Time>,
    /// The times can be moved a little.
    #[serde(default)]
    pub can_move: bool,
    /// What one must know already.
    #[serde(default)]
    pub must: String,
    #[serde(default)]
    pub nice: String,
    /// What it can become.
    #[serde(default)]
    pub kinds: EnumSet<Kind>,
    /// The workplace as they name it, and where it is.
    pub place: String,
    /// Whom to call.
    pub name: String,
    pub phone: String,
    /// When not to call.
    #[serde(default)]
    pub not_when: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum About {
    /// We have room for somebody who would like to try or to learn.
    Room,
    /// We need hands, soon or tomorrow.
    Hands,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Time {
    pub day: Weekday,
    pub part: PartOfDay,
}

#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum PartOfDay {
    /// Before eight.
    Early,
    /// Eight to twelve.
    Morning,
    /// Twelve to sixteen.
    Afternoon,
    /// After sixteen.
    Evening,
}

/// The most letters of each text. Longer is refused, so that a stranger cannot fill the book.
pub const SIGNAL_MAX: usize = 400;

impl Signal {
    /// Whether somebody can be called about it and nothing in it is too long.
    pub fn is_whole(&self) -> bool {
        let texts = [
            &self.other_task,
            &self.must,
            &self.nice,
            &self.place,
            &self.name,
            &self.phone,
            &self.not_when,
        ];
        let short = texts.into_iter().all(|text| text.chars().count() <= SIGNAL_MAX);
        let named = [&self.place, &self.name, &self.phone].into_iter().all(|text| !text.trim().is_empty());
        short && named && self.times.len() <= 28 && self.tasks.len() <= 40
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_without_anybody_to_call_or_with_a_book_in_it_is_not_whole() {
        let signal = Signal {
            about: About::Hands,
            tasks: vec![TaskId(1)],
            other_task: String::new(),
            times: vec![Time {
                day: Weekday::Monday,
                part: PartOfDay::Morning,
            }],
            can_move: true,
            must: String::new(),
            nice: String::new(),
            kinds: EnumSet::only(Kind::PaidHours),
            place: "Butikken i Uldum".into(),
            name: "Kirsten".into(),
            phone: "12 34 56 01".into(),
            not_when: String::new(),
        };
        assert!(signal.is_whole());
        let nobody = Signal {
            phone: " ".into(),
            ..signal.clone()
        };
        assert!(!nobody.is_whole());
        let long = Signal {
            must: "a".repeat(SIGNAL_MAX + 1),
            ..signal
        };
        assert!(!long.is_whole());
    }
}
