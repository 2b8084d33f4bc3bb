//! Whether a week stays within 37 hours in all.
//!
//! What is added up: hours paid now, hours bound elsewhere such as at language school, and the placement's
//! own hours when it has risen to its full pattern, as an average of even and odd weeks, since the normal working time
//! of a workplace is one. Hours of a placement without pay that somebody is in now are left out, since the new one takes
//! its place, unless it is a job for some days, which lies beside.
//!
//! Slack: quarter hours of a week. Source: for a work placement by itself rule `vp.hours_max`. Of the sum, and of other
//! kinds, no law says so, but 37 hours are the full week of Danish agreements and we hold to them too. Youth jobs have
//! their own limits, in the youth gate.

use super::{Context, Pair, fail, fail_by, not_in_force};
use crate::day::Day;
use crate::matching::candidate::Hours;
use crate::matching::placement::Placement;
use crate::matching::rules::Rules;
use crate::matching::shift::week_hours;
use crate::matching::verdict::{Gate, Missing, Question, Verdict};
use crate::matching::week::Quarters;
use crate::matching::words::Kind;

/// The rule of law that names the longest week of a work placement.
const RULE: &str = "vp.hours_max";

/// The full week of Danish agreements.
pub const FULL_WEEK: Quarters = Quarters(37 * 4);

pub(super) fn hours(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let placement = pair.opening.placement;
    let room = match room(placement, placement.begins(context.today), context.rules) {
        Ok(room) => room,
        Err(question) => return Verdict::Unknown(question),
    };
    let Some(left) = room.left else {
        return Verdict::Ok(0);
    };
    let spare = left - taken(pair.candidate.hours, placement.kind);
    if spare >= 0 {
        return Verdict::Ok(spare.unsigned_abs() / 2);
    }
    let over = u16::try_from(spare.unsigned_abs().div_ceil(2)).unwrap_or(u16::MAX);
    let missing = Missing::TooManyHours {
        in_all: room.at_most + Quarters(over),
        at_most: room.at_most,
    };
    // The law speaks of the placement alone, and not of what else fills a week.
    if placement.kind == Kind::WorkPlacement && left < 0 {
        fail_by(RULE, Gate::Hours, missing, context.rules, pair.begins(context.today))
    } else {
        fail(Gate::Hours, missing)
    }
}

/// What a placement leaves of the longest week.
pub(crate) struct Room {
    /// Quarter hours of two weeks, so that none is lost in halving; below 0 where the placement alone is too much, and
    /// `None` where no longest week counts.
    pub left: Option<i32>,
    at_most: Quarters,
}

pub(crate) fn room(placement: &Placement, day: Day, rules: &Rules) -> Result<Room, Question> {
    if placement.shifts.is_empty() {
        return Err(Question::Shifts);
    }
    let at_most = match placement.kind {
        Kind::WorkPlacement => rules.quarters(RULE, day).ok_or_else(|| not_in_force(RULE, rules, day))?,
        _ => FULL_WEEK,
    };
    let (even, odd) = week_hours(&placement.shifts, u8::MAX);
    let left = 2 * i32::from(at_most.0) - i32::from(even.0) - i32::from(odd.0);
    Ok(Room {
        left: (placement.kind != Kind::YouthJob).then_some(left),
        at_most,
    })
}

/// Quarter hours of two weeks that are taken already for who would begin in a placement of this kind.
pub(crate) fn taken(now: Hours, kind: Kind) -> i32 {
    let beside = if kind == Kind::DayJob { now.placement.0 } else { 0 };
    2 * (i32::from(now.paid.0) + i32::from(now.bound.0) + i32::from(beside))
}

#[cfg(test)]
mod tests {
    use super::{RULE, hours};
    use crate::matching::candidate::Candidate;
    use crate::matching::gates::{Context, fail};
    use crate::matching::rules::Rules;
    use crate::matching::testing::{Offer, plain_candidate, plain_offer, today};
    use crate::matching::verdict::{Gate, Missing, Question, Verdict, Violation};
    use crate::matching::week::{Parity, Quarters};
    use crate::matching::words::Kind;

    fn by(rules: &Rules, candidate: &Candidate, offer: &Offer) -> Verdict {
        let today = today();
        hours(&offer.with(candidate), &Context { rules, today })
    }

    #[test]
    fn language_school_and_the_placement_together_are_37_hours_at_most() {
        let (rules, mut candidate, mut offer) = (Rules::shipped(), plain_candidate(), plain_offer());
        // 25 hours of placement.
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(48));
        candidate.hours.bound = Quarters(48);
        candidate.hours.placement = Quarters(100);
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(0));
        candidate.hours.paid = Quarters(1);
        let too_many = fail(
            Gate::Hours,
            Missing::TooManyHours {
                in_all: Quarters(149),
                at_most: Quarters(148),
            },
        );
        assert_eq!(by(&rules, &candidate, &offer), too_many);
        offer.placement.kind = Kind::PaidHours;
        assert_eq!(by(&rules, &candidate, &offer), too_many);
        // A job for some days lies beside the placement that they are in.
        candidate.hours.paid = Quarters(0);
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(0));
        offer.placement.kind = Kind::DayJob;
        assert!(matches!(by(&rules, &candidate, &offer), Verdict::Fail(_)));
        candidate.hours.placement = Quarters(0);
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(0));
        // Youth rules have hours of their own.
        offer.placement.kind = Kind::YouthJob;
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(0));
    }

    #[test]
    fn the_law_is_cited_where_a_work_placement_by_itself_is_longer_than_a_full_week() {
        let (rules, mut candidate, mut offer) = (Rules::shipped(), plain_candidate(), plain_offer());
        for shift in &mut offer.placement.shifts {
            shift.length = Quarters(30);
        }
        candidate.hours.paid = Quarters(4);
        let rule = |offer: &Offer| match by(&rules, &candidate, offer) {
            Verdict::Fail(Violation { rule, .. }) => rule.map(|cited| cited.rule),
            other => panic!("{other:?}"),
        };
        assert_eq!(rule(&offer).as_deref(), Some(RULE));
        offer.placement.kind = Kind::WageSubsidy;
        assert_eq!(rule(&offer), None);
    }

    #[test]
    fn no_quarter_hour_is_lost_between_even_and_odd_weeks() {
        let (rules, mut candidate, mut offer) = (Rules::shipped(), plain_candidate(), plain_offer());
        candidate.hours.bound = Quarters(48);
        let mut more = offer.placement.shifts[0].clone();
        more.parity = Parity::Odd;
        more.length = Quarters(1);
        offer.placement.shifts.push(more);
        assert!(matches!(by(&rules, &candidate, &offer), Verdict::Fail(_)));
        offer.placement.shifts[0].pause = Quarters(1);
        assert_eq!(by(&rules, &candidate, &offer), Verdict::Ok(0));
    }

    #[test]
    fn without_shifts_or_without_a_rule_it_is_a_question() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        let no_rule = Verdict::Unknown(Question::Rule {
            id: RULE.to_owned(),
            nearest: None,
        });
        assert_eq!(by(&Rules::default(), &candidate, &offer), no_rule);
        offer.placement.shifts.clear();
        assert_eq!(by(&Rules::shipped(), &candidate, &offer), Verdict::Unknown(Question::Shifts));
    }
}
