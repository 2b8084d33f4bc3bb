//! What can be of a placement and of a person, by whatever way it was written down: a form and a file ask the same here,
//! so that neither takes what the other refuses. The law is no part of it.

use super::calendar::turns;
use super::candidate::Candidate;
use super::place::site;
use super::placement::{Afterwards, Placement};
use super::signal::SIGNAL_MAX;
use super::week::{Quarters, WEEK};
use super::words::Kind;
use crate::day::Day;
use enumset::{EnumSet, EnumSetType};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The most letters of what a company calls a placement.
pub const TITLE: usize = 200;
/// The most tasks, and the most letters of one in own words.
pub const TASKS: usize = 40;
pub const TASK: usize = SIGNAL_MAX;
/// Kilograms. Nobody lifts more at work by hand.
pub const LIFTS: RangeInclusive<u8> = 0..=50;
pub const SEATS: RangeInclusive<u8> = 1..=99;
/// The week from which there is pay, and the weeks that somebody may be somewhere.
pub const WEEKS: RangeInclusive<u8> = 1..=104;
/// Days of a job for a day or a few.
pub const FEW_DAYS: RangeInclusive<usize> = 1..=5;

/// The most letters of a name.
pub const NAME: usize = 80;
/// The most lines in one's own voice, and the most letters of one.
pub const LINES: usize = 20;
pub const LINE: usize = 600;
/// The most letters of a wish.
pub const WISH: usize = 4_000;
/// Kilograms that somebody can lift.
pub const CAN_LIFT: RangeInclusive<u8> = 0..=100;
/// Minutes of the longest way to work.
pub const WAY: RangeInclusive<u16> = 1..=300;
/// The most ways that somebody has looked up themselves, and the minutes of one.
pub const TOLD: usize = 20;
pub const TOLD_WAY: RangeInclusive<u16> = 1..=600;
/// All hours of a week.
pub const MOST_HOURS: Quarters = Quarters(WEEK);

/// What cannot be of a placement.
#[derive(EnumSetType, Debug)]
pub enum Unsound {
    Title,
    Tasks,
    Task,
    LeastHours,
    Lifts,
    CouldLift,
    /// Somebody could be driven with from where nobody knows.
    LiftFrom,
    PaidWeek,
    Seats,
    EndsFirst,
    /// A new one that is over.
    Over,
    /// A job for a few days that falls on none.
    NoDay,
    ManyDays,
}

impl Placement {
    /// `is_new`: nobody has written it down before. One that is there may have been taken, or be over.
    pub fn unsound(&self, is_new: bool, today: Day) -> EnumSet<Unsound> {
        let letters = |text: &String, most: usize| text.chars().count() > most;
        let backwards = self.end.is_some_and(|end| end < self.start);
        let seats = if is_new { SEATS } else { 0..=*SEATS.end() };
        let paid_week = match self.afterwards {
            Afterwards::PaidFromWeek(week) => !WEEKS.contains(&week),
            Afterwards::NotSaid | Afterwards::Perhaps => false,
        };
        let days = self.few_days();
        let all = [
            (Unsound::Title, letters(&self.title, TITLE)),
            (Unsound::Tasks, self.tasks.len() + self.other_tasks.len() > TASKS),
            (Unsound::Task, self.other_tasks.iter().any(|task| letters(task, TASK))),
            (Unsound::LeastHours, self.least_hours > Some(MOST_HOURS)),
            (Unsound::Lifts, !LIFTS.contains(&self.lifts)),
            (
                Unsound::CouldLift,
                self.could.lifts.is_some_and(|lifts| !LIFTS.contains(&lifts)),
            ),
            (
                Unsound::LiftFrom,
                self.could.lift_from.iter().any(|town| site(town).is_none()),
            ),
            (Unsound::PaidWeek, paid_week),
            (Unsound::Seats, !seats.contains(&self.seats)),
            (Unsound::EndsFirst, backwards),
            (Unsound::Over, is_new && self.end.is_some_and(|end| end < today)),
            (Unsound::NoDay, !backwards && days == Some(0)),
            (Unsound::ManyDays, days.is_some_and(|days| days > *FEW_DAYS.end())),
        ];
        all.into_iter().filter(|(_, is_so)| *is_so).map(|(what, _)| what).collect()
    }

    /// On how many days somebody works, or could where nobody has said when: as far as they must be counted. `None`: it is
    /// no job for a few days.
    fn few_days(&self) -> Option<usize> {
        if self.kind != Kind::DayJob {
            return None;
        }
        let lasts = self.end.map_or(i32::MAX, |end| end.days_since(self.start));
        // So long that its days need not be counted.
        let Some(last) = (lasts < 366).then(|| self.start.plus(lasts)) else {
            return Some(usize::MAX);
        };
        let worked: BTreeSet<Day> = turns(&self.shifts, self.start, self.start, last)
            .map(|turn| turn.day)
            .collect();
        Some(match self.shifts.is_empty() {
            true => usize::try_from(lasts + 1).unwrap_or(0),
            false => worked.len(),
        })
    }
}

/// What cannot be of a person.
#[derive(EnumSetType, Debug)]
pub enum UnsoundPerson {
    Name,
    Lines,
    Line,
    Wish,
    Way,
    Told,
    ToldWay,
    Lifts,
    Paid,
    Placement,
    Bound,
    Hoped,
    PlacementWeeks,
    SubsidyWeeks,
}

impl Candidate {
    pub fn unsound(&self) -> EnumSet<UnsoundPerson> {
        let letters = |text: &String, most: usize| text.chars().count() > most;
        let weeks = |weeks: Option<u8>| weeks.is_some_and(|weeks| !WEEKS.contains(&weeks));
        let (hours, told, terms) = (self.hours, &self.travel.told, &self.terms);
        let is_told = |minutes, town: &str| TOLD_WAY.contains(&minutes) && site(town).is_some();
        let all = [
            (UnsoundPerson::Name, letters(&self.first_name, NAME)),
            (UnsoundPerson::Lines, self.strengths.len() > LINES),
            (UnsoundPerson::Line, self.strengths.iter().any(|line| letters(line, LINE))),
            (UnsoundPerson::Wish, letters(&self.wish, WISH)),
            (UnsoundPerson::Way, !WAY.contains(&self.travel.longest)),
            (UnsoundPerson::Told, told.len() > TOLD),
            (
                UnsoundPerson::ToldWay,
                told.iter().any(|told| !is_told(told.minutes, &told.community)),
            ),
            (
                UnsoundPerson::Lifts,
                self.needs.lifts.is_some_and(|lifts| !CAN_LIFT.contains(&lifts)),
            ),
            (UnsoundPerson::Paid, hours.paid > MOST_HOURS),
            (UnsoundPerson::Placement, hours.placement > MOST_HOURS),
            (UnsoundPerson::Bound, hours.bound > MOST_HOURS),
            (UnsoundPerson::Hoped, hours.hoped > MOST_HOURS),
            (UnsoundPerson::PlacementWeeks, weeks(terms.placement_weeks)),
            (UnsoundPerson::SubsidyWeeks, weeks(terms.subsidy_weeks)),
        ];
        all.into_iter().filter(|(_, is_so)| *is_so).map(|(what, _)| what).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{CAN_LIFT, LIFTS, MOST_HOURS, Unsound, UnsoundPerson};
    use crate::day::Day;
    use crate::matching::placement::{Afterwards, Placement};
    use crate::matching::shift::read_shifts;
    use crate::matching::testing::{plain_candidate, plain_offer, today};
    use crate::matching::week::Quarters;
    use crate::matching::words::Kind;
    use enumset::EnumSet;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn plain() -> Placement {
        Placement {
            start: day("2026-11-23"),
            end: None,
            ..plain_offer().placement
        }
    }

    #[test]
    fn an_ordinary_placement_and_an_ordinary_person_are_sound() {
        assert_eq!(plain().unsound(true, today()), EnumSet::empty());
        assert_eq!(plain_candidate().unsound(), EnumSet::empty());
    }

    #[test]
    fn a_new_placement_has_a_seat_and_is_not_over_and_an_old_one_may_be_both() {
        let gone = Placement {
            start: day("2020-12-01"),
            end: Some(day("2021-01-01")),
            seats: 0,
            ..plain()
        };
        assert_eq!(gone.unsound(true, today()), Unsound::Seats | Unsound::Over);
        assert_eq!(gone.unsound(false, today()), EnumSet::empty());
        // What has begun and goes on is none of both.
        let running = Placement {
            end: Some(today()),
            seats: 1,
            ..gone
        };
        assert_eq!(running.unsound(true, today()), EnumSet::empty());
    }

    #[test]
    fn a_job_for_a_few_days_has_one_to_five_of_them() {
        let job = |end: Option<&str>, when: &str| {
            let job = Placement {
                kind: Kind::DayJob,
                end: end.map(day),
                shifts: read_shifts(when).unwrap_or_default(),
                ..plain()
            };
            job.unsound(true, today())
        };
        assert_eq!(job(Some("2026-11-23"), "man 8-14"), EnumSet::empty());
        assert_eq!(job(Some("2026-11-27"), "hverdage 8-14"), EnumSet::empty());
        assert_eq!(job(Some("2026-11-30"), "hverdage 8-14"), Unsound::ManyDays);
        assert_eq!(job(Some("2026-11-23"), "tir 8-14"), Unsound::NoDay);
        assert_eq!(job(Some("2026-11-27"), ""), EnumSet::empty());
        assert_eq!(job(Some("2026-11-28"), ""), Unsound::ManyDays);
        assert_eq!(job(Some("2027-11-23"), ""), Unsound::ManyDays);
        assert_eq!(job(Some("2199-01-01"), "man 8-14"), Unsound::ManyDays);
        assert_eq!(job(None, "man 8-14"), Unsound::ManyDays, "a day job has a last day");
        assert_eq!(job(Some("2026-11-20"), "man 8-14"), Unsound::EndsFirst | Unsound::Over);
    }

    #[test]
    fn every_bound_is_held() {
        let mut wrong = plain();
        wrong.title = "a".repeat(201);
        wrong.other_tasks = vec!["a".repeat(401); 41];
        wrong.least_hours = Some(MOST_HOURS + Quarters(1));
        wrong.lifts = *LIFTS.end() + 1;
        wrong.could.lifts = Some(*LIFTS.end() + 1);
        wrong.could.lift_from = vec!["Atlantis".into()];
        wrong.afterwards = Afterwards::PaidFromWeek(0);
        wrong.seats = 100;
        let dates = Unsound::EndsFirst | Unsound::Over | Unsound::NoDay | Unsound::ManyDays;
        assert_eq!(wrong.unsound(false, today()), !dates);
        let mut wrong = plain_candidate();
        wrong.first_name = "a".repeat(81);
        wrong.strengths = vec!["a".repeat(601); 21];
        wrong.wish = "a".repeat(4_001);
        wrong.travel.longest = 0;
        let told = crate::matching::candidate::Told {
            community: "Uldum".into(),
            by: crate::matching::place::Mode::Bus,
            minutes: 0,
            at_all_hours: None,
        };
        wrong.travel.told = vec![told; 21];
        wrong.needs.lifts = Some(*CAN_LIFT.end() + 1);
        let much = MOST_HOURS + Quarters(1);
        (wrong.hours.paid, wrong.hours.placement) = (much, much);
        (wrong.hours.bound, wrong.hours.hoped) = (much, much);
        (wrong.terms.placement_weeks, wrong.terms.subsidy_weeks) = (Some(0), Some(105));
        assert_eq!(wrong.unsound(), EnumSet::<UnsoundPerson>::all());
    }
}
