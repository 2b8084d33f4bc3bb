//! How often everything happened that can go wrong, so that a run can show that it did.

use std::collections::BTreeMap;

/// Every kind of trouble and every kind of answer that a schedule may meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Happening {
    Change,
    RefusedOnTheSpot,
    AnsweredApplied,
    AnsweredProposed,
    AnsweredKnown,
    AnsweredNever,
    AnsweredLater,
    ChangedNothing,
    LineCut,
    FramesLost,
    SubmitTwice,
    TabKilled,
    LostBeforeStored,
    TabReopenedWithOutbox,
    ServerKilled,
    KilledWhileWriting,
    KilledAfterCommit,
    DiskRefused,
    BatchStale,
    HeardOfOtherServer,
    CardHidden,
    ReaderTooSlow,
    JoinedBySnapshot,
    JoinedByTail,
    Woken,
    Presence,
}

impl Happening {
    pub const ALL: [Happening; 26] = {
        use Happening::*;
        [
            Change,
            RefusedOnTheSpot,
            AnsweredApplied,
            AnsweredProposed,
            AnsweredKnown,
            AnsweredNever,
            AnsweredLater,
            ChangedNothing,
            LineCut,
            FramesLost,
            SubmitTwice,
            TabKilled,
            LostBeforeStored,
            TabReopenedWithOutbox,
            ServerKilled,
            KilledWhileWriting,
            KilledAfterCommit,
            DiskRefused,
            BatchStale,
            HeardOfOtherServer,
            CardHidden,
            ReaderTooSlow,
            JoinedBySnapshot,
            JoinedByTail,
            Woken,
            Presence,
        ]
    };
}

#[derive(Clone, Debug, Default)]
pub struct Counts(BTreeMap<Happening, u64>);

impl Counts {
    pub fn add(&mut self, happening: Happening) {
        *self.0.entry(happening).or_default() += 1;
    }

    pub fn of(&self, happening: Happening) -> u64 {
        self.0.get(&happening).copied().unwrap_or_default()
    }

    pub fn take_in(&mut self, other: &Counts) {
        for (happening, count) in &other.0 {
            *self.0.entry(*happening).or_default() += count;
        }
    }

    /// What never happened.
    pub fn missing(&self) -> Vec<Happening> {
        Happening::ALL
            .into_iter()
            .filter(|happening| self.of(*happening) == 0)
            .collect()
    }
}
