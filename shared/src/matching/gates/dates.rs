//! Whether the days fit: still confirmed, not over, not before the person can, not longer than they may.
//!
//! Slack: days, the fewest to spare of any of these. Source: the placement's own dates, `Candidate::from`, and
//! `Terms::longest_weeks`, which the consultant has entered and which counts for placements without ordinary
//! pay alone. A placement without a last day can be agreed to be as short as anybody needs.

use super::{Context, Pair, fail};
use crate::day::Day;
use crate::matching::placement::Placement;
use crate::matching::verdict::{Gate, Missing, Verdict};
use crate::matching::words::Kind;

pub(super) fn dates(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let (candidate, placement) = (pair.candidate, pair.opening.placement);
    let begins = placement.begins(context.today);
    let mut spare = match lasts(placement, context.today) {
        Ok(days) => days,
        Err(on) => return fail(Gate::Dates, Missing::Ended { on }),
    };
    if let Some(from) = candidate.from {
        let waits = begins.days_since(from);
        if waits < 0 {
            return fail(Gate::Dates, Missing::Start { start: begins, from });
        }
        spare = spare.min(waits);
    }
    if let (Some(offered), Some(at_most)) = (limited_weeks(placement, begins), candidate.terms.longest_weeks) {
        if offered > u16::from(at_most) {
            return fail(Gate::Dates, Missing::Weeks { offered, at_most });
        }
        spare = spare.min(7 * (i32::from(at_most) - i32::from(offered)));
    }
    Verdict::Ok(spare.unsigned_abs())
}

/// For how many days it is still there for anybody; or the day on which it ended. It stands on the day on which its
/// confirmation runs out, and on its last day.
pub(crate) fn lasts(placement: &Placement, today: Day) -> Result<i32, Day> {
    let confirmed = placement.expires.days_since(today);
    if confirmed < 0 {
        return Err(placement.expires);
    }
    match placement.end.map(|end| (end, end.days_since(placement.begins(today)))) {
        Some((end, days)) if days < 0 => Err(end),
        Some((_, days)) => Ok(days.min(confirmed)),
        None => Ok(confirmed),
    }
}

/// Weeks of a placement without ordinary pay from the day on which it begins, a week begun counted whole; `None` where
/// no longest counts.
pub(crate) fn limited_weeks(placement: &Placement, begins: Day) -> Option<u16> {
    if !matches!(placement.kind, Kind::WorkPlacement | Kind::WageSubsidy) {
        return None;
    }
    let days = placement.end?.days_since(begins) + 1;
    u16::try_from((days + 6) / 7).ok()
}

#[cfg(test)]
mod tests {
    use super::dates;
    use crate::day::Day;
    use crate::matching::candidate::Candidate;
    use crate::matching::gates::Context;
    use crate::matching::rules::Rules;
    use crate::matching::testing::{Offer, candidate, offer, plain_candidate, plain_offer, today};
    use crate::matching::verdict::{Missing, Verdict, Violation};
    use crate::matching::words::Kind;
    use proptest::prelude::*;

    fn on(candidate: &Candidate, offer: &Offer, today: Day) -> Verdict {
        let rules = Rules::default();
        dates(&offer.with(candidate), &Context { rules: &rules, today })
    }

    fn missing(verdict: Verdict) -> Option<Missing> {
        match verdict {
            Verdict::Fail(Violation { missing, rule: None, .. }) => Some(missing),
            _ => None,
        }
    }

    #[test]
    fn a_placement_stands_on_the_day_its_confirmation_runs_out_and_not_on_the_next() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.end = None;
        let on_day = |days| on(&candidate, &offer, today().plus(days));
        assert_eq!(on_day(0), Verdict::Ok(30));
        assert_eq!(on_day(30), Verdict::Ok(0));
        let ended = Missing::Ended {
            on: offer.placement.expires,
        };
        assert_eq!(missing(on_day(31)), Some(ended));
    }

    #[test]
    fn a_placement_that_has_begun_can_be_joined_until_its_last_day() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.start = today().plus(-40);
        offer.placement.end = Some(today());
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        let ended = Missing::Ended { on: today() };
        assert_eq!(missing(on(&candidate, &offer, today().plus(1))), Some(ended));
    }

    #[test]
    fn nobody_begins_before_they_can() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        let start = offer.placement.start;
        candidate.from = Some(start);
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        let from = start.plus(1);
        candidate.from = Some(from);
        assert_eq!(missing(on(&candidate, &offer, today())), Some(Missing::Start { start, from }));
    }

    #[test]
    fn the_longest_weeks_count_for_placements_without_ordinary_pay_alone() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        // Thirteen weeks to the day.
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        offer.placement.end = offer.placement.end.map(|end| end.plus(1));
        let too_long = Missing::Weeks {
            offered: 14,
            at_most: 13,
        };
        assert_eq!(missing(on(&candidate, &offer, today())), Some(too_long));
        // Some of the days have gone by.
        assert_eq!(on(&candidate, &offer, today().plus(2)), Verdict::Ok(0));
        offer.placement.kind = Kind::PaidHours;
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(30));
    }

    proptest! {
        #[test]
        fn a_later_confirmation_never_turns_a_yes_into_a_no(candidate in candidate(), offer in offer(), days in 0..100) {
            let before = on(&candidate, &offer, today());
            let mut later = offer;
            later.placement.expires = later.placement.expires.plus(days);
            if matches!(before, Verdict::Ok(_)) {
                prop_assert!(matches!(on(&candidate, &later, today()), Verdict::Ok(_)));
            }
        }
    }
}
