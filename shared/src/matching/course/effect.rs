//! What a course means for the person's hours, the place's seats and the workplace's sum under the ratio rule.
//!
//! It is the difference between what it meant before a step and what it means after, so that a step taken back gives
//! back what the step took, and what somebody has corrected by hand in between stays corrected. A seat that is not there
//! is not taken, or the placement would be given back one more than it had. Hours that were corrected by hand to fewer
//! than the course has end at none.

use super::{Course, NotNow, Stage};
use crate::matching::candidate::{Candidate, Hours, Status};
use crate::matching::placement::{Placement, Supported, Workplace};
use crate::matching::week::Quarters;
use crate::matching::words::Kind;

/// What it means while it stands as it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effect {
    pub paid: Quarters,
    /// Without pay.
    pub placement: Quarters,
    pub underway: bool,
    /// Takes a seat of the placement.
    pub seat: bool,
    /// Counts among the supported people under the ratio rule.
    pub supported: Option<Supported>,
    /// They know the workplace from now on.
    pub knows: bool,
}

impl Course {
    pub fn effect(&self) -> Effect {
        let hours = self.hours_now();
        let underway = Effect {
            underway: true,
            seat: true,
            ..Effect::default()
        };
        match self.stage() {
            Stage::Running => {
                let (paid, placement) = if self.kind == Kind::WorkPlacement {
                    (Quarters(0), hours)
                } else {
                    (hours, Quarters(0))
                };
                let until = self.last_day().or(self.began());
                Effect {
                    paid,
                    placement,
                    supported: until.map(|until| Supported { hours, until }),
                    ..underway
                }
            }
            Stage::Job => Effect {
                paid: hours,
                knows: true,
                ..underway
            },
            Stage::Ended => Effect {
                knows: true,
                ..Effect::default()
            },
            Stage::Talk | Stage::Applied | Stage::Confirmed | Stage::Granted => Effect::default(),
        }
    }
}

/// Carries what has changed over to the three it concerns. `others`: another course of the same person is underway.
/// Errors: `NoSeat` where it takes a seat and none is left; the three are then as they were.
pub fn carry_over(
    before: &Course,
    after: &Course,
    others: bool,
    candidate: &mut Candidate,
    placement: &mut Placement,
    workplace: &mut Workplace,
) -> Result<(), NotNow> {
    let (was, is) = (before.effect(), after.effect());
    placement.seats = match (was.seat, is.seat) {
        (false, true) => placement.seats.checked_sub(1).ok_or(NotNow::NoSeat)?,
        (true, false) => placement.seats.saturating_add(1),
        (true, true) | (false, false) => placement.seats,
    };
    let change = |now: Quarters, was: Quarters, is: Quarters| Quarters(now.0.saturating_sub(was.0).saturating_add(is.0));
    candidate.hours = Hours {
        paid: change(candidate.hours.paid, was.paid, is.paid),
        placement: change(candidate.hours.placement, was.placement, is.placement),
        ..candidate.hours
    };
    if is.underway && !was.underway {
        candidate.status = Status::Underway;
    } else if was.underway && !is.underway && !others && candidate.status == Status::Underway {
        candidate.status = Status::Looking;
    }
    let knows = candidate.knows.contains(&workplace.id);
    if is.knows && !knows {
        candidate.knows.push(workplace.id);
    } else if was.knows && !is.knows && !after.knew {
        candidate.knows.retain(|known| *known != workplace.id);
    }
    let supported = &mut workplace.staff.supported;
    if was.supported != is.supported {
        if let Some(place) = supported.iter().position(|one| Some(*one) == was.supported) {
            supported.remove(place);
        }
        supported.extend(is.supported);
    }
    Ok(())
}
