//! How often everything happened that can go wrong, so that a run can show that it did.

use std::collections::BTreeMap;

macro_rules! happenings {
    ($($list:ident: $($happening:ident)*;)*) => {
        /// Every kind of trouble and every kind of answer that a schedule may meet.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Happening {
            $($($happening,)*)*
        }

        impl Happening {
            $(pub const $list: &[Happening] = &[$(Happening::$happening),*];)*
        }
    };
}

happenings! {
    // What can go wrong on the way, in every schedule.
    TROUBLES:
        Change RefusedOnTheSpot
        AnsweredApplied AnsweredProposed AnsweredKnown AnsweredNever AnsweredLater ChangedNothing
        LineCut FramesLost SubmitTwice TabKilled LostBeforeStored TabReopenedWithOutbox
        ServerKilled KilledWhileWriting KilledAfterCommit DiskRefused BatchStale HeardOfOtherServer
        CardHidden ReaderTooSlow JoinedBySnapshot JoinedByTail Woken Presence;
    // What changes who may see what, and what was searched for those who may not.
    SIGHT:
        AudienceChanged ConsentGiven ConsentWithdrawn PenHanded PenTaken SomeoneLeft
        DaysWentBy Lapsed ConsentEnded ProposalRanOut PenWentBack
        FrameSearched WindowSearched ResponseSearched HistorySearched;
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

    /// What never happened, of these.
    pub fn missing(&self, of: &[Happening]) -> Vec<Happening> {
        of.iter().copied().filter(|happening| self.of(*happening) == 0).collect()
    }
}
