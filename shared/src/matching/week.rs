//! The week as quarter hours.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

/// Quarter hours of a day.
pub const DAY: u16 = 96;
/// Quarter hours of a week.
pub const WEEK: u16 = 7 * DAY;

/// A time of the day in quarter hours since midnight, 0–96; 96 is the midnight that ends the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarter(pub u8);

/// A stretch of time in quarter hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarters(pub u16);

#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Weeks are told apart by the parity of their ISO number, as Danish families who share children do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Parity {
    #[default]
    Every,
    Even,
    Odd,
}

/// A set of quarter hours of one week: bit `96 × weekday + quarter`, Monday 00:00 first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Week([u64; 11]);

/// A set of quarter hours of two alternate weeks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Weeks {
    pub even: Week,
    pub odd: Week,
}

impl Serialize for Week {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <[u64; 11]>::deserialize(deserializer).map(Self)
    }
}
