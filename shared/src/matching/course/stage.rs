//! The steps in their order, and whose word each is.

use crate::day::Day;
use crate::matching::week::Quarters;
use crate::matching::words::Kind;
use serde::{Deserialize, Serialize};

use super::follow::With;

/// Where a course stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// The person, the company and the consultant have talked and would like to try.
    Talk,
    /// The company has applied.
    Applied,
    /// A colleague there has confirmed.
    Confirmed,
    /// The municipality has said yes.
    Granted,
    Running,
    /// Ordinary hours with pay.
    Job,
    Ended,
}

/// Something that was said or done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Step {
    Apply,
    Confirm,
    /// Nobody else is employed there, so there is nobody to confirm.
    NobodyToConfirm,
    Grant,
    Begin,
    FollowUp {
        week: u16,
        with: With,
    },
    /// The municipality has said yes to a new application, which the company sent before the end.
    Extend {
        until: Day,
    },
    /// Other hours a week from now on.
    Hours {
        hours: Quarters,
    },
    /// Ordinary hours with pay, so many a week.
    Job {
        hours: Quarters,
    },
    End,
}

/// Whose word a step is. The consultant writes down all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Voice {
    Consultant,
    Company,
    /// The employees' representative, or a colleague where there is none.
    Colleague,
    Municipality,
}

impl Stage {
    pub const ALL: [Stage; 7] = [
        Stage::Talk,
        Stage::Applied,
        Stage::Confirmed,
        Stage::Granted,
        Stage::Running,
        Stage::Job,
        Stage::Ended,
    ];

    /// Where it stands after this step; `None`: this is not the time for it.
    pub fn after(self, kind: Kind, step: Step) -> Option<Stage> {
        let applies = kind.is_applied_for();
        match (self, step) {
            (Stage::Talk, Step::Apply) if applies => Some(Stage::Applied),
            (Stage::Applied, Step::Confirm | Step::NobodyToConfirm) => Some(Stage::Confirmed),
            (Stage::Confirmed, Step::Grant) => Some(Stage::Granted),
            (Stage::Granted, Step::Begin) => Some(Stage::Running),
            (Stage::Running, Step::FollowUp { with: With::Both, .. } | Step::Extend { .. } | Step::Hours { .. }) => {
                Some(Stage::Running)
            }
            // Ordinary work needs no application.
            (Stage::Talk, Step::Job { .. }) if !applies => Some(Stage::Job),
            (Stage::Running, Step::Job { .. }) => Some(Stage::Job),
            (
                Stage::Job,
                Step::FollowUp {
                    with: With::Person | With::Workplace,
                    ..
                }
                | Step::Hours { .. },
            ) => Some(Stage::Job),
            (Stage::Running | Stage::Job, Step::End) => Some(Stage::Ended),
            _ => None,
        }
    }

    /// The stages of a course of this kind, in order, for whoever draws the way.
    pub fn way(kind: Kind) -> &'static [Stage] {
        if kind.is_applied_for() {
            &[
                Stage::Talk,
                Stage::Applied,
                Stage::Confirmed,
                Stage::Granted,
                Stage::Running,
                Stage::Ended,
            ]
        } else {
            &[Stage::Talk, Stage::Job, Stage::Ended]
        }
    }

    /// They have not begun yet: until then anybody's no makes all of it go away.
    pub fn is_before(self) -> bool {
        matches!(self, Stage::Talk | Stage::Applied | Stage::Confirmed | Stage::Granted)
    }

    pub fn is_underway(self) -> bool {
        matches!(self, Stage::Running | Stage::Job)
    }
}

impl Step {
    pub fn voice(self) -> Voice {
        match self {
            Step::Apply | Step::Begin | Step::NobodyToConfirm | Step::Hours { .. } | Step::Job { .. } | Step::End => {
                Voice::Company
            }
            Step::Confirm => Voice::Colleague,
            Step::Grant | Step::Extend { .. } => Voice::Municipality,
            Step::FollowUp { .. } => Voice::Consultant,
        }
    }
}

impl Kind {
    /// The company applies to the municipality, and a colleague confirms (LAB chapters 11 and 12; BEK 2636 of
    /// 28 December 2021 § 65). Everything else is ordinary employment between the two.
    pub fn is_applied_for(self) -> bool {
        matches!(self, Kind::WorkPlacement | Kind::WageSubsidy)
    }
}
