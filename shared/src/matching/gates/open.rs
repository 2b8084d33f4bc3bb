//! Whether both are looking at all.
//!
//! A no is a no and leaves no trace: the verdict is the same whoever said it, and the same where the person
//! takes a pause or every seat is taken.
//!
//! Slack: always 0. Source: what the person, the company and the consultant have entered.

use super::{Pair, fail};
use crate::matching::candidate::Status;
use crate::matching::verdict::{Gate, Missing, Verdict};

pub(super) fn open(pair: &Pair<'_>) -> Verdict {
    if is_open(pair) {
        Verdict::Ok(0)
    } else {
        fail(Gate::Open, Missing::NotOpen)
    }
}

/// Somebody underway may be looking for more hours; somebody who pauses is not asked.
pub(crate) fn is_open(pair: &Pair<'_>) -> bool {
    !pair.said_no && pair.candidate.status != Status::Pause && pair.opening.placement.seats > 0
}
