//! What a gate says of a pair.
//!
//! Facts, not sentences: the words are in the locales, so that the same verdict reads in every language.

use super::place::Mode;
use super::week::{Quarter, Quarters, Weekday};
use super::words::{Certificate, Demand, Kind, Language, Level};
use crate::day::Day;
use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// The hard criteria, in the order in which they are asked.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Gate {
    /// Neither has said no, and both are looking.
    Open,
    Kind,
    Dates,
    Week,
    Hours,
    Travel,
    Language,
    Demands,
    Certificates,
    Youth,
    Ratio,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// Passed, with how much there was to spare, in the gate's own unit (quarter hours, minutes, days, levels, hundredths of a seat).
    Ok(u32),
    Fail(Violation),
    /// Nobody has said. Not a no: a question to ask.
    Unknown(Question),
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Violation {
    pub gate: Gate,
    pub missing: Missing,
    /// The rule of law that says so, by its id in the dated file; `None` where it is the person's or the company's own.
    pub rule: Option<String>,
}

/// What stands in the way: what was asked for and what there is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Missing {
    /// One side has said no, or the person or the placement is not open now. Nothing more is ever told.
    NotOpen,
    Kind {
        offered: Kind,
    },
    /// Excluded for this person by the consultant.
    Workplace,
    /// The person is not free before `from`; the placement starts on `start`.
    Start {
        start: Day,
        from: Day,
    },
    /// It has ended or its confirmation has run out.
    Ended {
        on: Day,
    },
    Weeks {
        offered: u16,
        at_most: u8,
    },
    /// Shifts that lie outside the free hours, travel counted.
    Clashes(Vec<Clash>),
    /// More hours in all than a week may have.
    TooManyHours {
        in_all: Quarters,
        at_most: Quarters,
    },
    TooFar {
        minutes: u16,
        at_most: u16,
        by: Mode,
    },
    Speaks {
        language: Language,
        level: Option<Level>,
        asked: Level,
    },
    Demands(EnumSet<Demand>),
    Lifts {
        asked: u8,
        at_most: u8,
    },
    Certificates(EnumSet<Certificate>),
    Youth(YouthRule),
    Seats {
        free: i32,
        asked: u32,
    },
}

/// One shift that does not lie inside the free hours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Clash {
    /// Which of the placement's shifts.
    pub shift: u8,
    pub day: Weekday,
    /// The first quarter hour of the way there, and the last of the way back, that would have to be free.
    pub leave: Quarter,
    /// Quarter hours that are missing: before the shift is half over, and after.
    pub before: Quarters,
    pub after: Quarters,
}

/// Rules for those under 18, each with its figure in the dated file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum YouthRule {
    /// Adults' work, or a youth job for an adult.
    Kind,
    DayHours {
        hours: Quarters,
        at_most: Quarters,
    },
    WeekHours {
        hours: Quarters,
        at_most: Quarters,
    },
    Window {
        day: Weekday,
        start: Quarter,
        length: Quarters,
    },
    Rest {
        hours: Quarters,
        at_least: Quarters,
    },
    DaysOff {
        days: u8,
        at_least: u8,
    },
    Break {
        day: Weekday,
    },
    Lifting {
        kilograms: u8,
        at_most: u8,
    },
    Alone,
    Alcohol,
    Machines,
}

/// What to ask, and whom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Question {
    /// Can you do these?
    Can(EnumSet<Demand>),
    Lift(u8),
    Speak(Language),
    /// How long does it take by bus, or over the water?
    HowLong(Mode),
    /// How does one get there so early or so late?
    Early {
        day: Weekday,
        start: Quarter,
    },
    /// How many work there?
    Staff,
    /// When are the shifts?
    Shifts,
    /// The rule could not be found in the file, has run out, or leaves this to a judgement: ask the municipality.
    Rule(String),
}

impl Question {
    /// Who can answer.
    pub fn of(&self) -> Asked {
        match self {
            Question::Can(_) | Question::Lift(_) | Question::Speak(_) | Question::HowLong(_) | Question::Early { .. } => {
                Asked::Candidate
            }
            Question::Staff | Question::Shifts => Asked::Company,
            Question::Rule(_) => Asked::Municipality,
        }
    }
}

/// Who could say yes to something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Asked {
    Candidate,
    Company,
    Municipality,
}
