//! When one is at work.

use super::week::{Parity, Quarter, Quarters, Weekday};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

/// One shift of a week's pattern. It may run past midnight into the next day, a Sunday's into the next week's Monday.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Shift {
    pub day: Weekday,
    pub start: Quarter,
    /// 1–96, breaks included.
    pub length: Quarters,
    /// Unpaid break within the shift. One is still there, but it is not counted as hours.
    #[serde(default)]
    pub pause: Quarters,
    #[serde(default)]
    pub parity: Parity,
    /// Hours that rise: the shift begins with this week of the placement, 0 with the first.
    #[serde(default)]
    pub from_week: u8,
    #[serde(default)]
    pub leeway: Leeway,
}

/// What the company has said may be changed of a shift. The default: nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Leeway {
    /// It may start as much earlier.
    pub earlier: Quarters,
    /// It may start as much later.
    pub later: Quarters,
    /// It may lie on one of these days instead.
    pub days: EnumSet<Weekday>,
    /// It may be as short as this; `None`: as long as it is.
    pub shortest: Option<Quarters>,
    /// It may be left out in the beginning.
    pub optional: bool,
}
