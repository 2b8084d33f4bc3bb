//! The difference between two plans. What the wire carries to one member is the difference between
//! two views of theirs; what the store keeps is the difference between two whole plans.

use super::key::Key;
use super::records::{Plan, Record};
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// Records that are new or other than before, whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put: Vec<Record>,
    /// Records that are gone. Removed and no longer shown look the same, so that a card that was made
    /// private cannot be told from one that was thrown away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forget: Vec<Key>,
}

impl Patch {
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.forget.is_empty()
    }
}

/// What turns `before` into `after`.
pub fn diff(before: &Plan, after: &Plan) -> Patch {
    let mut patch = Patch::default();
    let mut old = before.entries().iter().peekable();
    for (key, record) in after.entries() {
        while let Some((gone, _)) = old.next_if(|(other, _)| other < key) {
            patch.forget.push(*gone);
        }
        if old.next_if(|(other, _)| other == key).is_none_or(|(_, then)| then != record) {
            patch.put.push(record.clone());
        }
    }
    patch.forget.extend(old.map(|(gone, _)| *gone));
    patch
}

impl Plan {
    /// Takes over what the server has decided. For plans that are received or loaded; a person's own
    /// wish goes through `submit`.
    pub fn apply(&mut self, patch: Patch) {
        for key in patch.forget {
            self.remove(key);
        }
        for record in patch.put {
            self.put(record);
        }
    }
}
