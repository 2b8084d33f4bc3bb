//! Whether the law lets this person take this kind of place, at this workplace.
//!
//! What is read are consequences that the consultant has entered (`Terms`), never the benefit behind them.
//! Whether somebody is old enough is asked by the youth gate.
//!
//! Slack: always 0. Source: `Terms::kinds` and `Terms::excluded`.

use super::{Pair, fail};
use crate::matching::verdict::{Gate, Missing, Verdict};

pub(super) fn kind(pair: &Pair<'_>) -> Verdict {
    let terms = &pair.candidate.terms;
    let offered = pair.opening.placement.kind;
    if !terms.kinds.contains(offered) {
        fail(Gate::Kind, Missing::Kind { offered })
    } else if terms.excluded.contains(&pair.opening.workplace.id) {
        fail(Gate::Kind, Missing::Workplace)
    } else {
        Verdict::Ok(0)
    }
}
