//! Where something is, and how one gets there.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

/// A point on the map, in millionths of a degree (WGS 84).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Point {
    pub lat: i32,
    pub lon: i32,
}

/// A means of travel that a person has.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Mode {
    Walk,
    Bike,
    EBike,
    Car,
    Bus,
}

/// Somewhere that people live or work, with the name it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Site {
    /// The community or town, as in `Uldum`.
    pub community: String,
    pub point: Point,
    /// Reached by ferry alone: how long it takes is a question, never an estimate.
    #[serde(default)]
    pub island: bool,
}
