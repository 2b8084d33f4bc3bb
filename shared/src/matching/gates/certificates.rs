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

#[cfg(test)]
mod tests {
    use super::certificates;
    use crate::matching::gates::fail;
    use crate::matching::testing::{plain_candidate, plain_offer};
    use crate::matching::verdict::{Gate, Missing, Verdict};
    use crate::matching::words::Certificate;

    #[test]
    fn exactly_the_papers_they_lack_are_missing() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        candidate.certificates = Certificate::CarLicence | Certificate::FirstAid;
        offer.placement.certificates = Certificate::CarLicence.into();
        assert_eq!(certificates(&offer.with(&candidate)), Verdict::Ok(0));
        offer.placement.certificates |= Certificate::Forklift;
        let missing = Missing::Certificates(Certificate::Forklift.into());
        assert_eq!(certificates(&offer.with(&candidate)), fail(Gate::Certificates, missing));
    }
}
