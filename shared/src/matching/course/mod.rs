//! What comes after a yes: the way of one person through one placement.
//!
//! *Talk → the company applies → a colleague confirms → the municipality answers → running → followed up → ended,
//! extended or a job.* Each step is something that somebody outside has said or done; the consultant writes down that
//! it was, and on which day. Nothing here decides anything: the municipality does, in its own system.
//!
//! A course is the talk and the steps after it, in order. Where it stands, what comes next and what it means for the
//! person's hours and the place's seats is computed from them, so a step that is taken back leaves nothing behind.
//! There is no step for a no. Whoever says it, the course is gone, with every date in it.

mod effect;
mod follow;
mod signed;
mod stage;

#[cfg(test)]
mod tests;

pub use effect::{Effect, carry_over};
pub use follow::{AFTER_A_JOB, Calls, FollowUp, Next, WHILE_IT_RUNS, What, With, YEAR};
pub use signed::Signed;
pub use stage::{Stage, Step, Voice};

use super::gates::FULL_WEEK;
use super::week::Quarters;
use super::words::{Kind, TaskId};
use crate::day::Day;
use crate::ids::{CandidateId, CourseId, PersonId, PlacementId, WorkplaceId};
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Course {
    pub id: CourseId,
    pub candidate: CandidateId,
    pub placement: PlacementId,
    pub workplace: WorkplaceId,
    /// As it was at the talk, like all that follows: the placement may be changed for the next one.
    pub kind: Kind,
    pub tasks: Vec<TaskId>,
    /// The consultant whom both call.
    pub by: PersonId,
    /// The day of the talk.
    pub talked: Day,
    /// The first day that was agreed on, and the last.
    pub from: Day,
    pub until: Option<Day>,
    /// Hours a week, to begin with.
    pub hours: Quarters,
    /// They knew the workplace before. Without this, a step that is taken back could take too much.
    pub knew: bool,
    /// Oldest first.
    pub steps: Vec<Taken>,
    /// Whether we may call after a job has begun. `None`: not asked, or no. The two look the same.
    #[serde(default)]
    pub calls: Option<Calls>,
    /// What the company has signed that they can.
    #[serde(default)]
    pub signed: Option<Signed>,
}

/// A step as it was written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Taken {
    pub step: Step,
    /// The day on which it was.
    pub on: Day,
    /// Who wrote it down, and so who takes it back.
    pub by: PersonId,
}

/// Why a step is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotNow {
    /// Another step comes first, or this one has been taken.
    Order,
    /// It is said to have been before the step before it.
    TooEarly,
    /// It is said to have been on a day that has not come.
    NotYet,
    /// A last day that is before the one that counts, or no hours, or more than a week has.
    Bounds,
    /// Others have taken every seat of the placement.
    NoSeat,
    /// It is said to have begun before the first day that was agreed on, which is said on purpose or not at all.
    Early,
}

impl NotNow {
    pub const ALL: [NotNow; 6] = [
        NotNow::Order,
        NotNow::TooEarly,
        NotNow::NotYet,
        NotNow::Bounds,
        NotNow::NoSeat,
        NotNow::Early,
    ];
}

impl Course {
    pub fn stage(&self) -> Stage {
        let after = |stage: Stage, taken: &Taken| stage.after(self.kind, taken.step).unwrap_or(stage);
        self.steps.iter().fold(Stage::Talk, after)
    }

    /// Whether the talk itself can be so: days in order, hours that a week has, an end where the law wants one.
    pub fn can_begin(&self, today: Day) -> Result<(), NotNow> {
        let has_end = !self.kind.is_applied_for() || self.until.is_some();
        let in_order = self.until.is_none_or(|until| self.from <= until);
        if today < self.talked {
            return Err(NotNow::NotYet);
        }
        if has_end && in_order && can_be_hours(self.hours) {
            Ok(())
        } else {
            Err(NotNow::Bounds)
        }
    }

    /// Takes a step that was on a day.
    pub fn take(&mut self, step: Step, on: Day, by: PersonId, today: Day) -> Result<(), NotNow> {
        if self.stage().after(self.kind, step).is_none() {
            return Err(NotNow::Order);
        }
        if today < on {
            return Err(NotNow::NotYet);
        }
        if on < self.last_written() {
            return Err(NotNow::TooEarly);
        }
        match step {
            Step::FollowUp { week, with } if !self.is_open(week, with) => return Err(NotNow::Order),
            Step::Extend { until } if self.last_day().is_none_or(|last| until <= last) => return Err(NotNow::Bounds),
            Step::Hours { hours } | Step::Job { hours } if !can_be_hours(hours) => return Err(NotNow::Bounds),
            _ => {}
        }
        self.steps.push(Taken { step, on, by });
        Ok(())
    }

    /// The step that this person may take back: the last one, if it was theirs and nothing has come of it.
    pub fn undoable(&self, by: PersonId) -> Option<&Taken> {
        let last = self.steps.last().filter(|taken| taken.by == by)?;
        let is_signed = self.signed.is_some() && matches!(last.step, Step::End | Step::Job { .. });
        let is_called = self.calls.is_some() && matches!(last.step, Step::Job { .. });
        (!is_signed && !is_called).then_some(last)
    }

    pub fn take_back(&mut self, by: PersonId) -> Option<Taken> {
        self.undoable(by)?;
        self.steps.pop()
    }

    fn last_written(&self) -> Day {
        self.steps.last().map_or(self.talked, |taken| taken.on)
    }

    /// The day of the first such step.
    fn day_of(&self, is: impl Fn(&Step) -> bool) -> Option<Day> {
        self.steps.iter().find(|taken| is(&taken.step)).map(|taken| taken.on)
    }

    pub fn began(&self) -> Option<Day> {
        self.day_of(|step| matches!(step, Step::Begin))
    }

    pub fn job_began(&self) -> Option<Day> {
        self.day_of(|step| matches!(step, Step::Job { .. }))
    }

    pub fn ended(&self) -> Option<Day> {
        self.day_of(|step| matches!(step, Step::End))
    }

    /// The last day, as it was last extended.
    pub fn last_day(&self) -> Option<Day> {
        let extended = self.steps.iter().rev().find_map(|taken| match taken.step {
            Step::Extend { until } => Some(until),
            _ => None,
        });
        extended.or(self.until)
    }

    /// From when, and until when: as it was where it has been, and as it was agreed on where it is to come.
    pub fn span(&self) -> (Day, Option<Day>) {
        let from = self.began().or(self.job_began()).unwrap_or(self.from);
        (from, self.ended().or(self.last_day()))
    }

    /// Hours a week as they are now: they may rise.
    pub fn hours_now(&self) -> Quarters {
        let raised = self.steps.iter().rev().find_map(|taken| match taken.step {
            Step::Hours { hours } | Step::Job { hours } => Some(hours),
            _ => None,
        });
        raised.unwrap_or(self.hours)
    }

    /// It has run and does so no longer as it did, so somebody there can say what the person now can.
    pub fn can_be_signed(&self) -> bool {
        let has_run = self.began().is_some() && self.stage() == Stage::Job || self.stage() == Stage::Ended;
        has_run && self.signed.is_none() && !self.tasks.is_empty()
    }
}

fn can_be_hours(hours: Quarters) -> bool {
    hours.0 > 0 && hours <= FULL_WEEK
}
