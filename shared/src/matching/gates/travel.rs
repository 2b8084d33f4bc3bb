//! Whether they can get there by what they have, within the longest way they have named.
//!
//! Slack: minutes, one way. Source: the estimate of `place.rs` for walking, bicycles and cars, or the person's
//! own word (`Travel::told`), which goes before it. Buses and the water nobody estimates: without their word
//! it is a question. So is a bus before seven in the morning or after seven in the evening.

use super::{Pair, fail};
use crate::matching::candidate::Candidate;
use crate::matching::place::{Mode, Site, way};
use crate::matching::placement::Placement;
use crate::matching::shift::Shift;
use crate::matching::verdict::{Gate, Missing, Question, Verdict};
use crate::matching::week::Quarters;

/// Outside seven to nineteen no bus is counted on, in quarter hours since midnight.
const BUS_BEGINS: u8 = 28;
const BUS_ENDS: Quarters = Quarters(76);

/// What is known of the way from a home to a workplace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// So many minutes by the means that serves best.
    Known { by: Mode, minutes: u16 },
    /// Nothing known is quick enough, and nobody has looked up this one.
    Asked(Mode),
}

/// The way that somebody would take: the quickest known one if it is within their longest; else one that
/// nobody has looked up; else the quickest, too far as it is.
pub fn reach(candidate: &Candidate, work: &Site, is_early: bool) -> Way {
    let travel = &candidate.travel;
    let (mut quickest, mut asked) = (None, None);
    for by in travel.by {
        let told = travel
            .told
            .iter()
            .find(|told| told.by == by && told.community == work.community);
        let minutes = match told {
            Some(told) if by == Mode::Bus && is_early && !told.early_and_late => None,
            Some(told) => Some(told.minutes),
            None => way(&candidate.home, work, by),
        };
        match minutes {
            Some(minutes) if quickest.is_none_or(|(_, least)| minutes < least) => quickest = Some((by, minutes)),
            Some(_) => {}
            None => asked = asked.or(Some(by)),
        }
    }
    match (quickest, asked) {
        (Some((by, minutes)), _) if minutes <= travel.longest => Way::Known { by, minutes },
        (_, Some(by)) => Way::Asked(by),
        (Some((by, minutes)), None) => Way::Known { by, minutes },
        // Nobody has asked what they have. Buses are there for everybody.
        (None, None) => Way::Asked(Mode::Bus),
    }
}

/// The first shift that begins before seven or ends after nineteen.
pub fn early(placement: &Placement) -> Option<&Shift> {
    placement
        .shifts
        .iter()
        .find(|shift| shift.start.0 < BUS_BEGINS || shift.end() > BUS_ENDS)
}

pub(super) fn travel(pair: &Pair<'_>) -> Verdict {
    let at_most = pair.candidate.travel.longest;
    let early = early(pair.opening.placement);
    match (reach(pair.candidate, &pair.opening.workplace.site, early.is_some()), early) {
        (Way::Known { by, minutes }, _) => match at_most.checked_sub(minutes) {
            Some(spare) => Verdict::Ok(u32::from(spare)),
            None => fail(Gate::Travel, Missing::TooFar { minutes, at_most, by }),
        },
        (Way::Asked(Mode::Bus), Some(shift)) => Verdict::Unknown(Question::Early {
            day: shift.day,
            start: shift.start,
        }),
        (Way::Asked(by), _) => Verdict::Unknown(Question::HowLong(by)),
    }
}
