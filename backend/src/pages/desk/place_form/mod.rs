//! A placement as a consultant writes it down while the company is on the telephone.
//!
//! Everything is typed as it is said, "man-fre 8.30-12.30", "fylde hylder", and comes back with what could not be read;
//! nothing that was typed is lost, whatever stands in the way. Who saves it has heard it from the company that day.

mod draw;
mod preview;
mod read;
pub mod routes;
mod shifts;
mod write;

pub use draw::form;
pub use read::read;
pub use write::of_placement;

use crate::pages::profile::{Sent, Slips};
use maud::Markup;
use shared::matching::candidate::AgeBand;
use shared::matching::verdict::Verdict;

/// The form as it is about to be shown.
#[derive(Clone, Debug)]
pub struct View<'a> {
    pub action: &'a str,
    pub sent: &'a Sent,
    pub seen: Option<i64>,
    pub slips: &'a Slips,
    /// Each workplace by its id and name.
    pub workplaces: &'a [(String, String)],
    /// What the rules for young people say of it, for each age; only of jobs for them.
    pub youth: &'a [(AgeBand, Verdict)],
    pub above: &'a Markup,
}

/// The ages that rules for young people tell apart.
pub const YOUNG: [AgeBand; 3] = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15];
