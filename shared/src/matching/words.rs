//! The closed lists that both sides choose from: kinds, languages, demands, certificates, tasks.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a placement is.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Kind {
    /// Virksomhedspraktik (LAB chapter 11).
    WorkPlacement,
    /// Løntilskud (LAB chapter 12).
    WageSubsidy,
    /// Ordinary paid hours.
    PaidHours,
    /// One to five days, ordinary pay.
    DayJob,
    /// A spare-time job for somebody aged 13–17.
    YouthJob,
}

/// How well one speaks a language: the six levels of the Common European Framework.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// A language by its ISO 639 code of two or three letters, such as `da` or `ti`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language([u8; 3]);

/// The text was not two or three small letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotALanguage;

impl Language {
    pub const DANISH: Language = Language(*b"da ");

    pub fn new(code: &str) -> Result<Self, NotALanguage> {
        let mut letters = [b' '; 3];
        if !(2..=3).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err(NotALanguage);
        }
        letters[..code.len()].copy_from_slice(code.as_bytes());
        Ok(Self(letters))
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).map_or("", str::trim_end)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Language {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::new(&code).map_err(|NotALanguage| "a language is two or three small letters, such as da")
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

/// What a task can demand of the one who does it. A person says of each that they can or cannot, or has
/// not been asked; nobody ever says why.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Demand {
    /// Stand or walk for four hours at a stretch.
    Standing,
    /// Sit for four hours at a stretch.
    Sitting,
    Bending,
    /// Work above one's shoulders.
    Reaching,
    /// The same movement for an hour or more.
    Repeating,
    /// Fine work with the fingers.
    FineHands,
    Stairs,
    Heights,
    Cold,
    Heat,
    /// Outdoors in all weather.
    Outdoors,
    Noise,
    Dust,
    /// Soap and cleaning agents.
    CleaningAgents,
    Animals,
    /// Among many people.
    Crowds,
    /// Serve customers, guests or residents.
    Serving,
    Telephone,
    Reading,
    Numbers,
    /// A screen for most of the day.
    Screen,
    /// By oneself, without a colleague in sight.
    Alone,
    /// Several things at once, under time pressure.
    Pace,
    /// Serve alcohol, or where it is served.
    Alcohol,
    /// Machines that youth rules do not allow.
    Machines,
}

/// A paper that some work demands.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Certificate {
    /// Driving licence, category B.
    CarLicence,
    /// Driving licence, category C.
    LorryLicence,
    Forklift,
    FoodHygiene,
    FirstAid,
    HotWork,
    /// Certificate of no convictions as to children, which the employer asks for.
    ChildrenCertificate,
    Welding,
    Pesticides,
    RoadWork,
}

/// An everyday task of the list in `shared/data/tasks.csv`, by its number there. Numbers are never used again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskId(pub u16);

/// An occupation by its ISCO-08 code of four digits, such as 9334.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Isco(pub u16);
