//! Whether this kind of place, at this workplace, can come to this person.
//!
//! What is read are consequences that the consultant has entered (`Terms`), never the benefit behind them.
//! Whether somebody is old enough is asked by the youth gate.
//!
//! A wage subsidy asks more of a workplace than the ratio gate can count, such as more employees than before: it is a
//! question until somebody has written down that the municipality has confirmed it, once for all whom it could fit.
//!
//! Slack: always 0. Source: `Terms::kinds`, `Terms::excluded`, the person's own word on jobs for a day, and
//! `Placement::subsidy_confirmed`.

use super::{Context, Pair, fail, judge};
use crate::day::Day;
use crate::matching::placement::Placement;
use crate::matching::rules::Rules;
use crate::matching::verdict::{Gate, Judged, Missing, Question, Verdict};
use crate::matching::words::Kind;

/// What a wage subsidy asks of a workplace.
const SUBSIDY: &str = "lt.ratio";

pub(super) fn kind(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let terms = &pair.candidate.terms;
    let placement = pair.opening.placement;
    let offered = placement.kind;
    if !pair.candidate.kinds().contains(offered) {
        fail(Gate::Kind, Missing::Kind { offered })
    } else if terms.excluded.contains(&pair.opening.workplace.id) {
        fail(Gate::Kind, Missing::Workplace)
    } else {
        let asks = unconfirmed(placement, pair.begins(context.today), context.rules);
        asks.map_or(Verdict::Ok(0), Verdict::Unknown)
    }
}

/// What is to be asked of a wage subsidy that nobody has confirmed, whoever the person is.
pub(crate) fn unconfirmed(placement: &Placement, begins: Day, rules: &Rules) -> Option<Question> {
    if placement.kind != Kind::WageSubsidy || placement.subsidy_confirmed {
        return None;
    }
    Some(judge(Judged::Subsidy, SUBSIDY, rules, begins))
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::matching::gates::{Context, fail};
    use crate::matching::rules::Rules;
    use crate::matching::testing::{Offer, plain_candidate, plain_offer, today};
    use crate::matching::verdict::{Asked, Gate, Judged, Missing, Question, Verdict};
    use crate::matching::words::Kind;

    fn of(candidate: &crate::matching::candidate::Candidate, offer: &Offer, rules: &Rules) -> Verdict {
        kind(&offer.with(candidate), &Context { rules, today: today() })
    }

    #[test]
    fn only_kinds_and_workplaces_that_the_consultant_allows_pass() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        let kind = |candidate: &_, offer: &_| of(candidate, offer, &Rules::default());
        assert_eq!(kind(&candidate, &offer), Verdict::Ok(0));
        candidate.terms.excluded = vec![offer.workplace.id];
        assert_eq!(kind(&candidate, &offer), fail(Gate::Kind, Missing::Workplace));
        candidate.terms.excluded.clear();
        offer.placement.kind = Kind::DayJob;
        let offered = Kind::DayJob;
        assert_eq!(kind(&candidate, &offer), fail(Gate::Kind, Missing::Kind { offered }));
        candidate.day_jobs = true;
        assert_eq!(kind(&candidate, &offer), Verdict::Ok(0));
        offer.placement.kind = Kind::YouthJob;
        let offered = Kind::YouthJob;
        assert_eq!(kind(&candidate, &offer), fail(Gate::Kind, Missing::Kind { offered }));
    }

    #[test]
    fn a_wage_subsidy_is_a_question_of_the_place_until_the_municipality_has_confirmed_it_there() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.kind = Kind::WageSubsidy;
        offer.placement.subsidy_confirmed = false;
        let Verdict::Unknown(question) = of(&candidate, &offer, &Rules::shipped()) else {
            panic!("it passes, though nobody knows whether they are more than before");
        };
        assert!(matches!(&question, Question::Judge { what: Judged::Subsidy, rule } if rule.rule == "lt.ratio"));
        assert_eq!((question.of(), question.about()), (Asked::Municipality, Asked::Company));
        offer.placement.subsidy_confirmed = true;
        assert_eq!(of(&candidate, &offer, &Rules::shipped()), Verdict::Ok(0));
        // It is asked of nothing else, and without the rule it is asked all the same.
        offer.placement.subsidy_confirmed = false;
        let no_rule = of(&candidate, &offer, &Rules::default());
        assert!(matches!(no_rule, Verdict::Unknown(Question::Rule { id, .. }) if id == "lt.ratio"));
        offer.placement.kind = Kind::WorkPlacement;
        assert_eq!(of(&candidate, &offer, &Rules::shipped()), Verdict::Ok(0));
    }
}
