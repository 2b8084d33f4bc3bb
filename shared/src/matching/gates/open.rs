//! Whether both are looking at all.
//!
//! A no is a no and leaves no trace: the verdict is the same whoever said it, and the same where the person
//! takes a pause or every seat is taken. Somebody underway may be looking for more hours.
//!
//! Slack: always 0. Source: what the person, the company and the consultant have entered.

use super::{Pair, fail};
use crate::matching::candidate::Status;
use crate::matching::verdict::{Gate, Missing, Verdict};

pub(super) fn open(pair: &Pair<'_>) -> Verdict {
    if pair.said_no || pair.candidate.status == Status::Pause || pair.opening.placement.seats == 0 {
        fail(Gate::Open, Missing::NotOpen)
    } else {
        Verdict::Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::open;
    use crate::matching::candidate::Status;
    use crate::matching::gates::{Pair, fail};
    use crate::matching::testing::{plain_candidate, plain_offer};
    use crate::matching::verdict::{Gate, Missing, Verdict};

    #[test]
    fn a_no_and_a_pause_and_no_seat_look_the_same() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        let closed = fail(Gate::Open, Missing::NotOpen);
        assert_eq!(open(&offer.with(&candidate)), Verdict::Ok(0));
        let no = Pair {
            said_no: true,
            ..offer.with(&candidate)
        };
        assert_eq!(open(&no), closed);
        candidate.status = Status::Pause;
        assert_eq!(open(&offer.with(&candidate)), closed);
        candidate.status = Status::Underway;
        assert_eq!(open(&offer.with(&candidate)), Verdict::Ok(0));
        offer.placement.seats = 0;
        assert_eq!(open(&offer.with(&candidate)), closed);
    }
}
