//! What moves: how each finds it goes with the four things that matter, over time, in their own words; and
//! how the cards have moved towards the family. No figure is made of it.

mod balance;
mod readings;
pub mod routes;

use super::Paper;
use super::answers::FormIds;
use super::routes::Visit;
use crate::plan::{Growth, Look, Seen};
use maud::{Markup, html};

pub const MOVEMENT: Paper = Paper {
    slug: "movement",
    key: "paper-movement",
    look: Look::Movement,
    is_for: |_| true,
};

/// `said` is what stood in the form that was not taken; then the rest is left out.
pub fn movement(
    visit: &Visit,
    seen: &Seen,
    ids: &FormIds,
    growth: Option<&Growth>,
    said: Option<&routes::ReadMovement>,
) -> Markup {
    html! {
        p.lead { (visit.reader.say("movement-about")) }
        (readings::say(visit, seen, ids, said))
        (readings::side_by_side(visit, seen))
        @if let Some(growth) = growth {
            (balance::over_time(visit, seen, &growth.balance))
            (balance::moments(visit, seen, &growth.entries))
        }
    }
}
