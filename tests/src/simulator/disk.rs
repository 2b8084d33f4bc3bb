//! The disk of the simulated world: a log, the plan that it leads to, and every plan on the way there.

use super::check::{Check, ensure};
use backend::live::core::{Batch, Entry};
use shared::ids::{ChangeId, MemberId, Millis};
use shared::plan::{Answer, Change, Plan, view};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
pub struct Disk {
    /// The plan at every revision, the first at 0.
    past: Vec<Plan>,
    log: Vec<Entry>,
    ids: BTreeSet<ChangeId>,
    views: BTreeMap<(usize, MemberId), Plan>,
    /// Off in the counter-proof alone: an id may then stand in the log twice.
    pub primary_key: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    Saved,
    Stale,
}

impl Disk {
    pub fn new(plan: Plan) -> Self {
        Disk {
            past: vec![plan],
            log: vec![],
            ids: BTreeSet::new(),
            views: BTreeMap::new(),
            primary_key: true,
        }
    }

    pub fn plan(&self) -> &Plan {
        // `past` starts with one plan and only grows.
        &self.past[self.past.len() - 1]
    }

    pub fn revision(&self) -> i64 {
        self.log.len() as i64
    }

    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    pub fn holds(&self, change_id: ChangeId) -> bool {
        self.ids.contains(&change_id)
    }

    pub fn ids_since(&self, revision: i64) -> Vec<ChangeId> {
        self.log[revision as usize..]
            .iter()
            .map(|entry| entry.change.change_id)
            .collect()
    }

    pub fn at(&self, revision: i64) -> &Plan {
        &self.past[revision as usize]
    }

    pub fn view_at(&mut self, revision: i64, member: MemberId) -> &Plan {
        let revision = revision as usize;
        self.views
            .entry((revision, member))
            .or_insert_with(|| view(&self.past[revision], member))
    }

    /// As the store does it: all or nothing, only onto the revision that the batch was judged on, and
    /// each change id once.
    pub fn write(&mut self, batch: &Batch) -> Check<Written> {
        let repeated = self.primary_key && batch.entries.iter().any(|entry| self.ids.contains(&entry.change.change_id));
        if batch.expected != self.revision() || repeated {
            return Ok(Written::Stale);
        }
        for entry in &batch.entries {
            ensure(entry.revision == self.revision() + 1, || {
                format!("revision {} is not the next", entry.revision)
            })?;
            let new = self.ids.insert(entry.change.change_id);
            ensure(new, || format!("{} is in the log twice", entry.change.change_id))?;
            let mut plan = self.plan().clone();
            plan.apply(entry.patch.clone());
            self.past.push(plan);
            self.log.push(entry.clone());
        }
        Ok(Written::Saved)
    }

    /// Whether this change, answered as carried out by a server that stood at `revision`, was rightly
    /// not written: somewhere on the way there it would have changed nothing.
    pub fn changed_nothing(&self, change: &Change, member: MemberId, revision: i64, at: Millis) -> bool {
        let judged = |plan: &Plan, at| plan.clone().submit(change, member, at) == Answer::Nothing;
        // It was judged earlier, perhaps in the same moment as what it repeats, or before days went by.
        let mut times: Vec<Millis> = self.log.iter().map(|entry| entry.at).chain([at]).collect();
        times.dedup();
        let mut past = self.past[..=revision as usize].iter().rev();
        past.any(|plan| times.iter().any(|at| judged(plan, *at)))
    }
}
