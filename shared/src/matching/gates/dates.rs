//! Whether the days fit: still confirmed, not over, not before the person can, not longer than they may.
//!
//! Slack: days, the fewest to spare of any of these. Source: the placement's own dates, `Candidate::from`, and
//! `Terms::longest_weeks`, which the consultant has entered and which counts for placements without ordinary
//! pay alone. A placement without a last day can be agreed to be as short as anybody needs.

use super::{Context, Pair, fail};
use crate::matching::verdict::{Gate, Missing, Verdict};
use crate::matching::words::Kind;

pub(super) fn dates(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let placement = pair.opening.placement;
    let begins = pair.begins(context.today);
    let mut spare = placement.expires.days_since(context.today);
    if spare < 0 {
        return fail(Gate::Dates, Missing::Ended { on: placement.expires });
    }
    if let Some(end) = placement.end {
        let left = end.days_since(begins);
        if left < 0 {
            return fail(Gate::Dates, Missing::Ended { on: end });
        }
        spare = spare.min(left);
    }
    if let Some(from) = pair.candidate.from {
        let waits = begins.days_since(from);
        if waits < 0 {
            return fail(Gate::Dates, Missing::Start { start: begins, from });
        }
        spare = spare.min(waits);
    }
    if let (Some(offered), Some(at_most)) = (weeks(pair, context), pair.candidate.terms.longest_weeks) {
        if offered > u16::from(at_most) {
            return fail(Gate::Dates, Missing::Weeks { offered, at_most });
        }
        spare = spare.min(7 * (i32::from(at_most) - i32::from(offered)));
    }
    Verdict::Ok(spare.unsigned_abs())
}

/// Weeks of a placement without ordinary pay, a week begun counted whole; `None` where no longest counts.
fn weeks(pair: &Pair<'_>, context: &Context<'_>) -> Option<u16> {
    let placement = pair.opening.placement;
    if !matches!(placement.kind, Kind::WorkPlacement | Kind::WageSubsidy) {
        return None;
    }
    let days = placement.end?.days_since(pair.begins(context.today)) + 1;
    u16::try_from((days + 6) / 7).ok()
}
