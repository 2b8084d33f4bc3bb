//! What time alone brings about: consents end on their day, proposals run out, a forgotten pen goes back.

use super::hand::PEN_MS;
use super::key::Key;
use super::records::{Plan, Proposal, Record};
use crate::day::Day;
use crate::ids::{ConsentId, Millis};
use std::sync::Arc;

/// A proposal that nobody answers runs out after this many days. Its maker is told, and may make it again.
pub const PROPOSAL_DAYS: i64 = 60;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl Plan {
    /// Brings the plan to the instant `at`. Answers whether anything has ended by then.
    ///
    /// Whoever shows a stored plan calls this first, so that nothing is shown a day too long.
    pub fn lapse(&mut self, at: Millis) -> bool {
        let today = Day::in_denmark(at);
        let ended = self.consents().filter(|consent| consent.until < today);
        let ended: Vec<ConsentId> = ended.map(|consent| consent.consent_id).collect();
        let run_out = self
            .proposals()
            .filter(|proposal| proposal.ran_out_at.is_none() && at - proposal.at > PROPOSAL_DAYS * DAY_MS);
        let run_out: Vec<Arc<Proposal>> = run_out.cloned().collect();
        let forgotten = self
            .head()
            .and_then(|head| head.pen)
            .is_some_and(|pen| at - pen.since > PEN_MS);
        let anything = !ended.is_empty() || !run_out.is_empty() || forgotten;
        for consent in ended {
            self.remove(Key::Consent(consent));
        }
        for proposal in run_out {
            self.put(Record::Proposal(Arc::new(Proposal {
                ran_out_at: Some(at),
                ..Proposal::clone(&proposal)
            })));
        }
        if forgotten {
            // There is a head, since it holds the pen.
            let _ = self.take_pen();
        }
        anything
    }
}
