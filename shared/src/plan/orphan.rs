//! An agreement that nobody holds any more. It is listed until someone does.

use super::records::{Agreement, Kept, Plan};
use crate::day::{DAY_MS, Day};
use crate::ids::{MemberId, Millis};

/// Days of silence after which an agreement counts as nobody's.
pub const SILENT_DAYS: i64 = 14;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Orphan {
    NoHolder,
    /// The holder has left the table.
    HolderLeft,
    PastDue,
    /// Nothing said for 14 days.
    Silent,
}

impl Plan {
    /// Why this agreement is an orphan; `None` when someone has it or when it is kept.
    pub fn orphan(&self, agreement: &Agreement, today: Day, now: Millis) -> Option<Orphan> {
        if agreement.kept == Kept::Kept {
            return None;
        }
        let left = |id: MemberId| self.member(id).is_none_or(|member| member.left_at.is_some());
        // Whoever is asked has it in their hands for as long as an agreement may be silent.
        let is_asked = agreement.asked.is_some_and(|asked| !left(asked));
        if agreement.holder.is_none() && !is_asked {
            Some(Orphan::NoHolder)
        } else if agreement.holder.is_some_and(left) && !is_asked {
            Some(Orphan::HolderLeft)
        } else if agreement.repeats.is_none() && agreement.due.is_some_and(|due| due < today) {
            Some(Orphan::PastDue)
        } else if now.saturating_sub(agreement.touched_at) > SILENT_DAYS * DAY_MS {
            Some(Orphan::Silent)
        } else {
            None
        }
    }
}
