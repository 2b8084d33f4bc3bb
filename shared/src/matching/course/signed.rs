//! What somebody at the workplace has signed that the person now can.
//!
//! The person sees it first and alone, and leaves out what they like. What they keep is theirs to show, with whose
//! word it is; of what they leave out nothing is left.

use super::Course;
use crate::day::Day;
use crate::matching::words::TaskId;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signed {
    /// The name of the one who signed.
    pub by: String,
    pub on: Day,
    /// In order, each once. Until `kept` what was signed, from then on what the person has kept of it.
    pub tasks: Vec<TaskId>,
    /// The person has seen it and has decided.
    pub kept: bool,
    /// Those that they had not said themselves, and can only by this.
    #[serde(default)]
    pub added: Vec<TaskId>,
}

impl Course {
    /// Signs those of the tasks that the course was about. Answers false, and changes nothing, where it is not the time.
    pub fn sign(&mut self, by: &str, on: Day, tasks: &[TaskId]) -> bool {
        if !self.can_be_signed() {
            return false;
        }
        let tasks = self.tasks.iter().copied().filter(|task| tasks.contains(task)).collect();
        self.signed = Some(Signed {
            by: by.to_owned(),
            on,
            tasks,
            kept: false,
            added: vec![],
        });
        true
    }

    /// Signed, and not yet seen by the person.
    pub fn to_decide(&self) -> Option<&Signed> {
        self.signed.as_ref().filter(|signed| !signed.kept && !signed.tasks.is_empty())
    }

    /// What stands on the person's profile as signed.
    pub fn kept(&self) -> &[TaskId] {
        let kept = self.signed.as_ref().filter(|signed| signed.kept);
        kept.map(|signed| signed.tasks.as_slice()).unwrap_or_default()
    }

    /// The person keeps these of what was signed and leaves out the rest; later they may leave out more. What is kept
    /// joins what they can; what is left out of it leaves that too, unless they had said it themselves.
    pub fn keep(&mut self, tasks: &[TaskId], can: &mut Vec<TaskId>) {
        let Some(signed) = &mut self.signed else { return };
        signed.kept = true;
        let (kept, left): (Vec<TaskId>, Vec<TaskId>) = signed.tasks.iter().partition(|task| tasks.contains(task));
        can.retain(|task| !(left.contains(task) && signed.added.contains(task)));
        for task in &kept {
            if !can.contains(task) {
                can.push(*task);
                signed.added.push(*task);
            }
        }
        can.sort();
        signed.tasks = kept;
    }
}
