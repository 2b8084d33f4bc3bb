//! What became of changes, so that a repetition is answered like the first time.

use shared::ids::ChangeId;
use shared::live::wire::Outcome;
use std::collections::{BTreeMap, VecDeque};

/// As many as are remembered here. What was carried out the store remembers for ever; an old refusal
/// may be judged anew.
const MOST: usize = 4_096;

#[derive(Debug, Default)]
pub struct Decided {
    outcomes: BTreeMap<ChangeId, Outcome>,
    order: VecDeque<ChangeId>,
}

impl Decided {
    /// The answer to a change that is on disk, or was refused for good.
    pub fn outcome(&self, change_id: ChangeId) -> Option<Outcome> {
        self.outcomes.get(&change_id).copied()
    }

    pub fn remember(&mut self, change_id: ChangeId, outcome: Outcome) {
        if self.outcomes.insert(change_id, repeated(outcome)).is_none() {
            self.order.push_back(change_id);
        }
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.outcomes.remove(&oldest);
        }
    }
}

/// The answer to a change that comes a second time.
pub fn repeated(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Applied | Outcome::Proposed | Outcome::Known => Outcome::Known,
        refused @ Outcome::Refused { .. } => refused,
    }
}
