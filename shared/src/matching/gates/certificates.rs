//! Whether they have the papers that the work demands.
//!
//! Slack: always 0. Source: the placement's certificates and those that the person has.

use super::{Pair, fail};
use crate::matching::verdict::{Gate, Missing, Verdict};

pub(super) fn certificates(pair: &Pair<'_>) -> Verdict {
    let missing = pair.opening.placement.certificates - pair.candidate.certificates;
    if missing.is_empty() {
        Verdict::Ok(0)
    } else {
        fail(Gate::Certificates, Missing::Certificates(missing))
    }
}
