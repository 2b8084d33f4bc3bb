//! What people have answered: a no hides two from each other and leaves no other trace, a yes has an end.

mod store;

pub use store::{
    ask, asks_of_candidate, asks_of_placement, company_no, forget_ask, nos, own_nos, reopen_ask, say_no, say_yes,
    take_back_company_no, take_back_no, turned_down, waiting_yeses,
};

pub(in crate::matching) use store::used_up;

use shared::day::Day;
use shared::ids::{AskId, CandidateId, Millis, PersonId, PlacementId};

/// May we tell this company about you?
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    pub ask_id: AskId,
    pub candidate_id: CandidateId,
    pub placement_id: PlacementId,
    /// `None`: they said yes without being asked.
    pub asked_by: Option<PersonId>,
    pub asked_at: Millis,
    /// `None` while it is open. There is no other answer in here: a no takes the question away.
    pub yes: Option<Yes>,
    /// Something has begun between the two, or had begun on this yes and is over: it is used up, and for the next time they say
    /// yes anew.
    pub used: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Yes {
    /// The last day on which it counts.
    pub until: Day,
    pub at: Millis,
    /// The text that they said yes to.
    pub text_version: u16,
    pub language: String,
    pub read_aloud: bool,
    /// The consultant who sat beside them. `None`: they were alone.
    pub present: Option<PersonId>,
}

impl Ask {
    /// A yes on which something can begin today.
    pub fn is_yes(&self, today: Day) -> bool {
        !self.used && self.yes.as_ref().is_some_and(|yes| today <= yes.until)
    }

    /// A consultant read the question aloud to them and wrote their yes down. So a consultant writes it down as well when they
    /// have changed their mind: they may have no page of their own.
    pub fn was_read_aloud(&self) -> bool {
        self.yes.as_ref().is_some_and(|yes| yes.read_aloud && yes.present.is_some())
    }
}
