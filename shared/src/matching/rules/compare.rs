//! What would be otherwise by another file of rules: of each rule, and of what the file says beside them.

use super::{FILE, RULE, Rule, Rules};
use crate::day::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Differences {
    /// Of the file beside its rules: when it was checked, what it says of itself, and the school holidays, by which the
    /// hours of the young are judged.
    pub file: Vec<FieldChange>,
    /// In the order of ids.
    pub rules: Vec<Difference>,
}

/// What a newer file says otherwise of one rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Difference {
    /// The id.
    pub rule: String,
    /// The first day of the version that is meant.
    pub valid_from: Day,
    pub change: Change,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Change {
    Added,
    Removed,
    Changed(Vec<FieldChange>),
}

/// A field as it is written in the two files; `None`: it is not there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FieldChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Differences {
    pub fn is_empty(&self) -> bool {
        self.file.is_empty() && self.rules.is_empty()
    }
}

impl Rules {
    /// What would be otherwise by the newer file. Empty when both say the same.
    pub fn compare(&self, newer: &Rules) -> Differences {
        let difference = |rule: &Rule, change| Difference {
            rule: rule.id.clone(),
            valid_from: rule.valid_from,
            change,
        };
        let mut rules = Vec::new();
        for before in &self.rules {
            match newer.same_version(before) {
                None => rules.push(difference(before, Change::Removed)),
                Some(after) if after != before => {
                    rules.push(difference(before, Change::Changed(changed(before, after, &RULE))));
                }
                Some(_) => {}
            }
        }
        let added = newer.rules.iter().filter(|after| self.same_version(after).is_none());
        rules.extend(added.map(|after| difference(after, Change::Added)));
        rules.sort_by(|a, b| (&a.rule, a.valid_from).cmp(&(&b.rule, b.valid_from)));
        let beside: Vec<&str> = FILE.into_iter().filter(|field| *field != "rules").collect();
        Differences {
            file: changed(self, newer, &beside),
            rules,
        }
    }

    fn same_version(&self, other: &Rule) -> Option<&Rule> {
        self.versions(&other.id)
            .iter()
            .find(|rule| rule.valid_from == other.valid_from)
    }
}

/// Those of the fields that differ.
fn changed<T: Serialize>(before: &T, after: &T, fields: &[&str]) -> Vec<FieldChange> {
    let written = |thing: &T| serde_json::to_value(thing).unwrap_or_default();
    let (before, after) = (written(before), written(after));
    let as_text = |json: &Json| json.as_str().map_or_else(|| json.to_string(), str::to_owned);
    let text = |json: &Json, field: &str| json.get(field).filter(|said| !said.is_null()).map(as_text);
    let changed = fields.iter().filter(|field| before.get(field) != after.get(field));
    let changed = changed.map(|&field| FieldChange {
        field: field.to_owned(),
        before: text(&before, field),
        after: text(&after, field),
    });
    changed.collect()
}
