//! Whether the tasks ask anything of them that they cannot do at work.
//!
//! Slack: kilograms that they could lift beyond what is asked; 0 where they have not said. Source: the
//! placement's demands and the person's `Needs`, which name tasks from a closed list and never a cause.
//! What they have not been asked is a question, never a guess.

use super::{Pair, fail};
use crate::matching::verdict::{Gate, Missing, Question, Verdict};

pub(super) fn demands(pair: &Pair<'_>) -> Verdict {
    let needs = &pair.candidate.needs;
    let placement = pair.opening.placement;
    let cannot = placement.demands & needs.cannot;
    if !cannot.is_empty() {
        return fail(Gate::Demands, Missing::Demands(cannot));
    }
    let asked = placement.lifts;
    if let Some(at_most) = needs.lifts
        && asked > at_most
    {
        return fail(Gate::Demands, Missing::Lifts { asked, at_most });
    }
    let unasked = placement.demands - needs.can;
    if !unasked.is_empty() {
        return Verdict::Unknown(Question::Can(unasked));
    }
    match needs.lifts {
        Some(at_most) => Verdict::Ok(u32::from(at_most - asked)),
        None if asked > 0 => Verdict::Unknown(Question::Lift(asked)),
        None => Verdict::Ok(0),
    }
}
