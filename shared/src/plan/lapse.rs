//! What time alone brings about: consents end on their day, proposals run out, a forgotten pen goes back.

use super::hand::PEN_MS;
use super::key::Key;
use super::records::{Plan, Proposal, Record};
use crate::day::{DAY_MS, Day};
use crate::ids::Millis;
use std::sync::Arc;

/// A proposal that nobody answers runs out after this many days. Its maker is told, and may make it again.
pub const PROPOSAL_DAYS: i64 = 60;

impl Plan {
    /// Brings the plan to the instant `at`. Answers whether anything has ended by then.
    ///
    /// Whoever shows a stored plan calls this first, so that nothing is shown a day too long.
    pub fn lapse(&mut self, at: Millis) -> bool {
        let over = self.over(at);
        for key in &over {
            self.end(*key, at);
        }
        !over.is_empty()
    }

    /// Ends what a change has brought back and is over by now. What stood `before` is not for this change to end:
    /// that is a change of nobody's, or the history would say that a person did it.
    pub(super) fn lapse_what_came_back(&mut self, before: &Plan, at: Millis) {
        let stood = before.over(at);
        for key in self.over(at).into_iter().filter(|key| !stood.contains(key)) {
            self.end(key, at);
        }
    }

    /// What time has ended by then and still stands.
    fn over(&self, at: Millis) -> Vec<Key> {
        let today = Day::in_denmark(at);
        let is_over = |record: &&Record| match record {
            Record::Consent(consent) => consent.until < today,
            Record::Proposal(proposal) => {
                proposal.ran_out_at.is_none() && at.saturating_sub(proposal.at) > PROPOSAL_DAYS * DAY_MS
            }
            Record::Head(head) => head.pen.is_some_and(|pen| at.saturating_sub(pen.since) > PEN_MS),
            _ => false,
        };
        self.records().filter(is_over).map(Record::key).collect()
    }

    fn end(&mut self, key: Key, at: Millis) {
        match key {
            Key::Proposal(proposal_id) => {
                if let Some(proposal) = self.proposal(proposal_id) {
                    let proposal = Proposal {
                        ran_out_at: Some(at),
                        ..Proposal::clone(proposal)
                    };
                    self.put(Record::Proposal(Arc::new(proposal)));
                }
            }
            Key::Head => {
                // There is a head, since it holds the pen.
                let _ = self.take_pen();
            }
            consent => self.remove(consent),
        }
    }
}
