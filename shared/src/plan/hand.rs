//! Whose words a change writes, and the pen that a family can hand to someone in the room.

use super::key::Key;
use super::records::{Head, Member, Plan, Record, Role};
use super::refusal::Refusal;
use crate::ids::{MemberId, Millis};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A pen that nobody takes back goes back by itself: a meeting does not last longer.
pub const PEN_MS: Millis = 12 * 60 * 60 * 1000;

/// Who writes for whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pen {
    /// Whose words they are: the adult who handed it over.
    pub says: MemberId,
    pub writes: MemberId,
    pub since: Millis,
}

/// Who stands behind a change while it is carried out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand {
    /// Whose words they are.
    pub said: MemberId,
    /// Who wrote them down, where that is someone else.
    pub wrote: Option<MemberId>,
    /// Who said yes to it, where it was a proposal.
    pub agreed: Option<MemberId>,
}

impl Hand {
    pub fn of(member: MemberId) -> Self {
        Hand {
            said: member,
            wrote: None,
            agreed: None,
        }
    }

    /// Whether this member has themselves said that it shall be so.
    pub fn is_word_of(&self, member: MemberId) -> bool {
        self.said == member || self.agreed == Some(member)
    }
}

impl Plan {
    /// The pen that this member holds.
    pub fn pen_of(&self, member: MemberId) -> Option<&Pen> {
        self.head()?.pen.as_ref().filter(|pen| pen.writes == member)
    }

    pub(super) fn hand_pen(&mut self, to: MemberId, by: MemberId, at: Millis) -> Result<(), Refusal> {
        self.with_a_page(to)?;
        self.take_pen()?;
        let pen = Pen {
            says: by,
            writes: to,
            since: at,
        };
        self.set_head(|head| head.pen = (to != by).then_some(pen))
    }

    /// With the pen goes the way back from what was written with it: from now on that is the family's.
    pub(super) fn take_pen(&mut self) -> Result<(), Refusal> {
        if let Some(pen) = self.head().and_then(|head| head.pen) {
            self.remove(Key::LastChange(pen.writes));
        }
        self.set_head(|head| head.pen = None)
    }

    pub(super) fn set_head(&mut self, set: impl FnOnce(&mut Head)) -> Result<(), Refusal> {
        let mut head = Head::clone(self.head().ok_or(Refusal::NotAtTheTable)?);
        set(&mut head);
        self.put(Record::Head(Arc::new(head)));
        Ok(())
    }

    /// Someone at the table who can act for themselves.
    pub(super) fn with_a_page(&self, member: MemberId) -> Result<&Arc<Member>, Refusal> {
        self.member(member)
            .filter(|member| member.left_at.is_none() && !matches!(member.role, Role::Child | Role::Interpreter))
            .ok_or(Refusal::MemberGone)
    }
}
