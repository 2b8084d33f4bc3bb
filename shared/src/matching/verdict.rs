//! What a gate says of a pair.
//!
//! Facts, not sentences: the words are in the locales, so that the same verdict reads in every language.

use super::place::Mode;
use super::rules::Citation;
use super::week::{Quarter, Quarters, Weekday};
use super::words::{Certificate, Demand, Isco, Kind, Language, Level, TaskId};
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
    /// The rule of law that says so, as it stands in the dated file on the day on which the person would begin; `None`
    /// where it is the person's or the company's own.
    pub rule: Option<Box<Citation>>,
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
    /// The only way that there is is a bus, and none goes then.
    NoBus(Trip),
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

/// A way to work or home again at an hour at which no bus is counted on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Trip {
    pub day: Weekday,
    pub at: Quarter,
    /// Home again when the shift is over; else there in time for it.
    pub is_home: bool,
}

/// One shift that does not lie inside the free hours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Clash {
    /// Which of the placement's shifts.
    pub shift: u8,
    pub day: Weekday,
    /// When they would have to leave home.
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
    /// Days in a row without days off that lie together.
    DaysOff {
        days: u8,
        at_most: u8,
        /// So many together.
        off: u8,
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
    /// How does one get there so early, or home so late?
    Early(Trip),
    /// On which day does it end?
    End,
    /// How many work there?
    Staff,
    /// When are the shifts?
    Shifts,
    /// Is there work on this day? It is a public holiday, or a shift runs into one.
    Holiday(Day),
    /// The file has no rule of this id that can be reckoned with on the day: ask the municipality.
    Rule {
        id: String,
        /// The rule that has run out, or that has not begun.
        nearest: Option<Box<Citation>>,
    },
    /// The rule leaves this to a judgement: ask the municipality.
    Judge {
        what: Judged,
        rule: Box<Citation>,
    },
}

/// What a rule leaves to a judgement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Judged {
    /// Whether this is light work, such as somebody of 13 may do: what our list does not plainly say it of.
    LightWork {
        occupation: Option<Isco>,
        tasks: Vec<TaskId>,
        /// In the company's words.
        other_tasks: Vec<String>,
    },
    /// Whether the days off may lie without the Sunday.
    WithoutSunday,
    /// Whether there is no school in any week of it. The file names no holidays so early or so late.
    SchoolFree,
    /// How many weeks this person may be in a placement of this kind.
    Weeks(Kind),
    /// Whether a wage subsidy is possible at this workplace, for so long.
    Subsidy,
}

impl Question {
    /// Who can answer.
    pub fn of(&self) -> Asked {
        match self {
            Question::Can(_) | Question::Lift(_) | Question::Speak(_) | Question::HowLong(_) | Question::Early(_) => {
                Asked::Candidate
            }
            Question::Staff | Question::Shifts | Question::End | Question::Holiday(_) => Asked::Company,
            Question::Rule { .. } | Question::Judge { .. } => Asked::Municipality,
        }
    }

    /// Whose record the answer is written in, so that it is asked once for all their pairs, whoever knows it.
    pub fn about(&self) -> Asked {
        match self {
            Question::Judge {
                what: Judged::Weeks(_), ..
            } => Asked::Candidate,
            Question::Judge {
                what: Judged::Subsidy, ..
            } => Asked::Company,
            _ => self.of(),
        }
    }

    /// The rule that it comes from.
    pub fn rule(&self) -> Option<&Citation> {
        match self {
            Question::Rule { nearest, .. } => nearest.as_deref(),
            Question::Judge { rule, .. } => Some(rule),
            _ => None,
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
