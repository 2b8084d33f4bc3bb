//! Whether the tasks ask anything of them that they cannot do at work.
//!
//! Slack: kilograms that they could lift beyond what is asked; 0 where they have not said. Source: the
//! placement's demands and the person's `Needs`, which name tasks from a closed list and never a cause.
//! What they have not been asked is a question, never a guess.

use super::{Pair, fail};
use crate::matching::candidate::Needs;
use crate::matching::verdict::{Gate, Missing, Question, Verdict};
use crate::matching::words::Demand;
use enumset::EnumSet;

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
    let spare = needs.lifts.map_or(0, |at_most| at_most.saturating_sub(asked));
    let first = asks(needs, placement.demands, asked).next();
    first.map_or(Verdict::Ok(spare.into()), Verdict::Unknown)
}

/// All that nobody has asked them yet: the gate says the first of it, and behind that there may be another.
pub(crate) fn asks(needs: &Needs, demands: EnumSet<Demand>, lifts: u8) -> impl Iterator<Item = Question> {
    let unasked = demands - needs.can - needs.cannot;
    let can = (!unasked.is_empty()).then_some(Question::Can(unasked));
    let lift = (needs.lifts.is_none() && lifts > 0).then_some(Question::Lift(lifts));
    can.into_iter().chain(lift)
}

#[cfg(test)]
mod tests {
    use super::demands;
    use crate::matching::gates::fail;
    use crate::matching::testing::{plain_candidate, plain_offer};
    use crate::matching::verdict::{Gate, Missing, Question, Verdict};
    use crate::matching::words::Demand;

    #[test]
    fn what_they_cannot_is_missing_and_what_nobody_asked_is_a_question() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.demands = Demand::Standing | Demand::Noise;
        assert_eq!(demands(&offer.with(&candidate)), Verdict::Ok(15));
        candidate.needs.can = Demand::Standing.into();
        let asks = Verdict::Unknown(Question::Can(Demand::Noise.into()));
        assert_eq!(demands(&offer.with(&candidate)), asks);
        candidate.needs.cannot = Demand::Noise | Demand::Dust;
        let missing = Missing::Demands(Demand::Noise.into());
        assert_eq!(demands(&offer.with(&candidate)), fail(Gate::Demands, missing));
    }

    #[test]
    fn a_limit_to_lifting_holds_and_nothing_to_lift_asks_nothing() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.lifts = 15;
        assert_eq!(demands(&offer.with(&candidate)), Verdict::Ok(0));
        offer.placement.lifts = 16;
        let missing = Missing::Lifts { asked: 16, at_most: 15 };
        assert_eq!(demands(&offer.with(&candidate)), fail(Gate::Demands, missing));
        candidate.needs.lifts = None;
        assert_eq!(demands(&offer.with(&candidate)), Verdict::Unknown(Question::Lift(16)));
        offer.placement.lifts = 0;
        assert_eq!(demands(&offer.with(&candidate)), Verdict::Ok(0));
    }
}
