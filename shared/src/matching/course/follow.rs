//! When somebody calls and hears how it goes, and what is due next.
//!
//! No law sets these days. They are the practice of consultants: 1, 2, 4, 8 and 13 weeks into a placement, since most
//! of what goes wrong does so early. After a job has begun we call only whom we may, at 1, 4, 13 and 26 weeks, and at
//! 52 where they have said so.

use super::{Course, Stage, Step};
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// Weeks after the first day. Where it is extended past the last of them, every further thirteenth.
pub const WHILE_IT_RUNS: [u16; 5] = [1, 2, 4, 8, 13];
/// Weeks after the first day of a job.
pub const AFTER_A_JOB: [u16; 4] = [1, 4, 13, 26];
/// And this one, by a yes of its own.
pub const YEAR: u16 = 52;

/// With whom is talked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum With {
    /// At the workplace, together.
    Both,
    Person,
    Workplace,
}

/// We may call when a job has begun: their own yes, which they take back when they like.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Calls {
    /// Also after a year.
    pub year: bool,
    pub on: Day,
    /// The text that they said yes to, and in which language.
    pub text_version: u16,
    pub language: String,
    pub read_aloud: bool,
}

/// A talk that is to be had.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FollowUp {
    pub on: Day,
    pub week: u16,
    pub with: With,
}

/// What a course waits for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum What {
    /// The company applies, before the first day that was agreed on.
    Application,
    Confirmation,
    Answer,
    FirstDay,
    FollowUp(FollowUp),
    /// It ends, or is extended by a new application before that.
    LastDay,
    /// Somebody there says what the person now can.
    Signature,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Next {
    pub what: What,
    /// The day by which.
    pub on: Day,
}

impl Course {
    /// Every talk of the time that runs, had or not, in order.
    pub fn follow_ups(&self) -> Vec<FollowUp> {
        match (self.stage(), self.began(), self.job_began(), &self.calls) {
            (Stage::Running, Some(began), ..) => {
                let last = self.last_day().unwrap_or(began);
                let later = (26..=u16::MAX).step_by(13);
                let days = WHILE_IT_RUNS
                    .into_iter()
                    .chain(later)
                    .map(|week| (week, weeks_after(began, week)));
                // Where the calendar ends, every day after is its first one anew.
                days.take_while(|(_, on)| began < *on && *on <= last)
                    .map(|(week, on)| FollowUp {
                        on,
                        week,
                        with: With::Both,
                    })
                    .collect()
            }
            (Stage::Job, _, Some(began), Some(calls)) => {
                let year = calls.year.then_some(YEAR);
                let weeks = AFTER_A_JOB.into_iter().chain(year);
                weeks
                    .flat_map(|week| {
                        [With::Person, With::Workplace].map(|with| FollowUp {
                            on: weeks_after(began, week),
                            week,
                            with,
                        })
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    pub fn has_talked(&self, week: u16, with: With) -> bool {
        self.steps.iter().any(|taken| taken.step == Step::FollowUp { week, with })
    }

    /// It is one of those that are to be had, and was not.
    pub(super) fn is_open(&self, week: u16, with: With) -> bool {
        self.open_follow_ups().any(|one| one.week == week && one.with == with)
    }

    /// Those that were not had yet, the first one first.
    pub fn open_follow_ups(&self) -> impl Iterator<Item = FollowUp> {
        let all = self.follow_ups().into_iter();
        all.filter(|one| !self.has_talked(one.week, one.with))
    }

    /// What comes next, and by when; `None`: nothing more is waited for.
    pub fn next(&self) -> Option<Next> {
        let by_the_first_day = |what| Some(Next { what, on: self.from });
        match self.stage() {
            Stage::Talk if self.kind.is_applied_for() => by_the_first_day(What::Application),
            Stage::Talk | Stage::Granted => by_the_first_day(What::FirstDay),
            Stage::Applied => by_the_first_day(What::Confirmation),
            Stage::Confirmed => by_the_first_day(What::Answer),
            Stage::Running | Stage::Job => {
                let talk = self.open_follow_ups().next().map(|one| Next {
                    what: What::FollowUp(one),
                    on: one.on,
                });
                let last = self.last_day().filter(|_| self.stage() == Stage::Running);
                let end = last.map(|on| Next { what: What::LastDay, on });
                // A talk on the last day comes before the end.
                talk.into_iter().chain(end).min_by_key(|next| next.on).or(self.signature())
            }
            Stage::Ended => self.signature(),
        }
    }

    fn signature(&self) -> Option<Next> {
        let on = self.ended().or(self.job_began())?;
        self.can_be_signed().then_some(Next {
            what: What::Signature,
            on,
        })
    }
}

fn weeks_after(day: Day, weeks: u16) -> Day {
    day.plus(7 * i32::from(weeks))
}
