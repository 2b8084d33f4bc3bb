//! Whether a week stays within 37 hours in all.
//!
//! What is added up: hours paid now, hours bound elsewhere such as at language school, and the placement's
//! own hours when it has risen to its full pattern, as an average of even and odd weeks. Hours of a placement
//! without pay that somebody is in now are left out, since the new one takes its place.
//!
//! Slack: quarter hours of a week. Source: rule `vp.hours_max` for a work placement or a wage subsidy; for
//! ordinary pay no law says so, but 37 hours are the full week of Danish agreements and we hold to them too.
//! Youth jobs have their own limits, in the youth gate.

use super::{Context, Pair, fail};
use crate::matching::shift::week_hours;
use crate::matching::verdict::{Gate, Missing, Question, Verdict, Violation};
use crate::matching::week::Quarters;
use crate::matching::words::Kind;

/// The rule of law that names the longest week of a work placement.
pub(crate) const RULE: &str = "vp.hours_max";

/// The full week of Danish agreements.
const FULL_WEEK: Quarters = Quarters(37 * 4);

pub(super) fn hours(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let placement = pair.opening.placement;
    if placement.shifts.is_empty() {
        return Verdict::Unknown(Question::Shifts);
    }
    let by_law = matches!(placement.kind, Kind::WorkPlacement | Kind::WageSubsidy);
    let at_most = if by_law {
        match context.rules.quarters(RULE, pair.begins(context.today)) {
            Some(quarters) => quarters,
            None => return Verdict::Unknown(Question::Rule(RULE.to_owned())),
        }
    } else {
        FULL_WEEK
    };
    // Two weeks are weighed against two, so that no quarter hour is lost in halving.
    let (even, odd) = week_hours(&placement.shifts, u8::MAX);
    let now = pair.candidate.hours;
    let in_all = u32::from(even.0) + u32::from(odd.0) + 2 * (u32::from(now.paid.0) + u32::from(now.bound.0));
    let limit = 2 * u32::from(at_most.0);
    if in_all <= limit || placement.kind == Kind::YouthJob {
        return Verdict::Ok(limit.saturating_sub(in_all) / 2);
    }
    let missing = Missing::TooManyHours {
        in_all: Quarters(u16::try_from(in_all.div_ceil(2)).unwrap_or(u16::MAX)),
        at_most,
    };
    if by_law {
        Verdict::Fail(Violation {
            gate: Gate::Hours,
            missing,
            rule: Some(RULE.to_owned()),
        })
    } else {
        fail(Gate::Hours, missing)
    }
}
