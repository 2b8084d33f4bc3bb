//! Pairs of which everything can be tried.

use super::all_steps;
use crate::matching::candidate::Candidate;
use crate::matching::shift::Leeway;
use crate::matching::testing::Offer;

/// Less and less that could be changed, until everything can be tried.
pub(super) fn small((candidate, mut offer): (Candidate, Offer)) -> (Candidate, Offer) {
    const FEW: usize = 18;
    for at in 0..offer.placement.shifts.len() {
        if all_steps(&offer.with(&candidate)).len() > FEW {
            offer.placement.shifts[at].leeway = Leeway::default();
        }
    }
    (candidate, offer)
}
