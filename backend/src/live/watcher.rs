//! What one member has been sent so far, over however many connections.

use shared::ids::{MemberId, Millis};
use shared::live::limits;
use shared::live::wire::{Cursor, FromServer, Held};
use shared::plan::{Patch, Plan, diff, view};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Cursor, plan and tail move together: the last patch of the tail led to `sent`, at `cursor`.
#[derive(Debug)]
pub struct Watcher {
    pub cursor: Cursor,
    pub sent: Plan,
    /// The last patches, oldest first.
    tail: VecDeque<Patch>,
    /// When the last connection of this member went; `None` while there is one.
    pub left_at: Option<Millis>,
}

impl Watcher {
    pub fn new(epoch: String, plan: &Plan, member_id: MemberId) -> Self {
        Watcher {
            cursor: Cursor { epoch, n: 0 },
            sent: view(plan, member_id),
            tail: VecDeque::new(),
            left_at: None,
        }
    }

    /// Takes in what the plan has become, and answers what that changes for this member.
    pub fn see(&mut self, plan: &Plan, member_id: MemberId) -> Patch {
        let seen = view(plan, member_id);
        let patch = diff(&self.sent, &seen);
        self.sent = seen;
        if !patch.is_empty() {
            self.cursor.n += 1;
            self.tail.push_back(patch.clone());
            if self.tail.len() > limits::TAIL {
                self.tail.pop_front();
            }
        }
        patch
    }

    /// A browser at this cursor says that it holds something else.
    pub fn differs_from(&self, held: &Held) -> bool {
        self.cursor == held.cursor && format!("{:016x}", self.sent.state_hash()) != held.hash
    }

    pub fn snapshot(&self) -> FromServer {
        FromServer::Snapshot {
            cursor: self.cursor.clone(),
            records: self.sent.records().cloned().collect(),
        }
    }

    /// What came after `since`, as one patch; `None` where that is not known any more.
    pub fn since(&self, since: &Cursor) -> Option<FromServer> {
        let missed = usize::try_from(self.cursor.n.checked_sub(since.n)?).ok()?;
        let seen_before = self.tail.len().checked_sub(missed)?;
        if since.epoch != self.cursor.epoch {
            return None;
        }
        let mut put = BTreeMap::new();
        let mut forget = BTreeSet::new();
        for patch in self.tail.iter().skip(seen_before) {
            for key in &patch.forget {
                put.remove(key);
                forget.insert(*key);
            }
            for record in &patch.put {
                forget.remove(&record.key());
                put.insert(record.key(), record.clone());
            }
        }
        let patch = Patch {
            put: put.into_values().collect(),
            forget: forget.into_iter().collect(),
        };
        Some(FromServer::News {
            cursor: self.cursor.clone(),
            patch,
            answers: vec![],
        })
    }
}
