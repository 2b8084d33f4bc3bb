//! Whether this kind of place, at this workplace, can come to this person.
//!
//! What is read are consequences that the consultant has entered (`Terms`), never the benefit behind them.
//! Whether somebody is old enough is asked by the youth gate.
//!
//! Slack: always 0. Source: `Terms::kinds`, `Terms::excluded`, and the person's own word on jobs for a day.

use super::{Pair, fail};
use crate::matching::verdict::{Gate, Missing, Verdict};

pub(super) fn kind(pair: &Pair<'_>) -> Verdict {
    let terms = &pair.candidate.terms;
    let offered = pair.opening.placement.kind;
    if !pair.candidate.kinds().contains(offered) {
        fail(Gate::Kind, Missing::Kind { offered })
    } else if terms.excluded.contains(&pair.opening.workplace.id) {
        fail(Gate::Kind, Missing::Workplace)
    } else {
        Verdict::Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::matching::gates::fail;
    use crate::matching::testing::{plain_candidate, plain_offer};
    use crate::matching::verdict::{Gate, Missing, Verdict};
    use crate::matching::words::Kind;

    #[test]
    fn only_kinds_and_workplaces_that_the_consultant_allows_pass() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        assert_eq!(kind(&offer.with(&candidate)), Verdict::Ok(0));
        candidate.terms.excluded = vec![offer.workplace.id];
        assert_eq!(kind(&offer.with(&candidate)), fail(Gate::Kind, Missing::Workplace));
        candidate.terms.excluded.clear();
        offer.placement.kind = Kind::DayJob;
        let offered = Kind::DayJob;
        assert_eq!(kind(&offer.with(&candidate)), fail(Gate::Kind, Missing::Kind { offered }));
        candidate.day_jobs = true;
        assert_eq!(kind(&offer.with(&candidate)), Verdict::Ok(0));
        offer.placement.kind = Kind::YouthJob;
        let offered = Kind::YouthJob;
        assert_eq!(kind(&offer.with(&candidate)), fail(Gate::Kind, Missing::Kind { offered }));
    }
}
