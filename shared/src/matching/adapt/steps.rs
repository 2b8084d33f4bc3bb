//! The single changes that an adaptation is made of: who could say yes, what each costs, and the pair after it.

use crate::day::Day;
use crate::matching::calendar::working_day;
use crate::matching::candidate::Candidate;
use crate::matching::gates::{Context, Pair};
use crate::matching::place::Mode;
use crate::matching::placement::{Opening, Placement};
use crate::matching::shift::{Shift, final_hours};
use crate::matching::verdict::Asked;
use crate::matching::week::{Quarter, Quarters, WEEK, Weekday};
use crate::matching::words::{Certificate, Demand, Language};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

/// One change. A shift is named by its place in the placement's list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Step {
    /// The shift lies on this day from this time on, as long as before.
    MoveShift { shift: u8, day: Weekday, start: Quarter },
    /// The shift is so short, on its own day.
    Shorten { shift: u8, start: Quarter, length: Quarters },
    /// The shift is left out.
    LeaveOut { shift: u8 },
    /// All these shifts, which are of the same hours now, lie from this time on and are so long, each on its own day: one
    /// thing to ask about. A bit for each.
    Alike { shifts: u64, start: Quarter, length: Quarters },
    /// The placement starts later.
    StartOn(Day),
    /// The placement lasts so many weeks.
    FewerWeeks(u8),
    /// The way may take so many minutes.
    LongerWay(u16),
    /// The person gets one of these.
    By(Mode),
    /// They drive with a colleague.
    Lift,
    /// A colleague helps with this language.
    Buddy(Language),
    /// Somebody else does what demands these.
    Spare(EnumSet<Demand>),
    /// Nothing heavier than this, in kilograms.
    LiftLess(u8),
    /// The person takes the course for it first.
    Course(Certificate),
}

/// What a step changes. Two steps of one adaptation never change the same thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Target {
    Shifts(u64),
    Shift(u8),
    Start,
    Weeks,
    Way,
    Means,
    Language(Language),
    Demands,
    Lifting,
    Certificate(Certificate),
}

/// The version of the costs below. An adaptation that is kept says which it was weighed by.
pub const COSTS: u16 = 1;

// Costs order adaptations and mean nothing else: no money, and never anything about a person. One is the trouble of
// moving a shift by a quarter hour. Only their order matters, and it is this one: a time is easier to move than to give
// up; another day upsets more people than another hour; a colleague's help is worth about a morning; what is borrowed
// costs less than what is bought; and a day at a course costs the person and the municipality a day.
/// A shift moved by a quarter hour, or that lies by a quarter hour outside what it was.
const QUARTER_MOVED: u32 = 1;
/// A shift moved to another day, beside the hours that it is moved by.
const OTHER_DAY: u32 = 8;
/// A quarter hour that is not worked: somebody else must, or it is left undone.
const QUARTER_LOST: u32 = 2;
/// A shift that is not there at all, beside its quarter hours.
const SHIFT_LOST: u32 = 4;
/// A day that the company waits.
const DAY_LATER: u32 = 1;
/// A week that the placement is shorter.
const WEEK_FEWER: u32 = 4;
/// A colleague who drives round by somebody's home, every day.
const LIFT: u32 = 12;
/// A colleague's help with a language that both speak somewhat, or that has to be shown with hands; less where there is a mentor at any rate.
const BUDDY_IN_COMMON: u32 = 8;
const BUDDY: u32 = 12;
const MENTOR_SAVES: u32 = 4;
/// A demand that another colleague takes over.
const DEMAND_SPARED: u32 = 8;
/// A kilogram less to lift.
const KILOGRAM_LESS: u32 = 1;
/// A minute more on the way, each way.
const MINUTE_MORE: u32 = 1;
/// A bicycle can be borrowed; an electric one is mostly bought.
const BIKE: u32 = 8;
const E_BIKE: u32 = 24;
/// A day at a course.
const COURSE_DAY: u32 = 8;

/// Days of the course for a certificate that can be had by one of at most two weeks; `None` for the others: driving
/// licences and welding take months, and the children's certificate is not learnt but looked up by the employer.
/// Usual lengths of Danish adult vocational courses, estimates to be looked up before anybody is sent there.
pub const fn course_days(certificate: Certificate) -> Option<u32> {
    match certificate {
        Certificate::FirstAid | Certificate::HotWork => Some(1),
        Certificate::RoadWork => Some(2),
        Certificate::FoodHygiene => Some(3),
        Certificate::Forklift => Some(7),
        Certificate::Pesticides => Some(10),
        Certificate::CarLicence | Certificate::LorryLicence | Certificate::ChildrenCertificate | Certificate::Welding => None,
    }
}

impl Step {
    /// Who could say yes.
    pub fn asked(&self) -> Asked {
        match self {
            Step::MoveShift { .. }
            | Step::Shorten { .. }
            | Step::LeaveOut { .. }
            | Step::Alike { .. }
            | Step::StartOn(_)
            | Step::FewerWeeks(_)
            | Step::Lift
            | Step::Buddy(_)
            | Step::Spare(_)
            | Step::LiftLess(_) => Asked::Company,
            Step::LongerWay(_) | Step::By(Mode::Walk | Mode::Bike | Mode::Car | Mode::Bus) => Asked::Candidate,
            Step::By(Mode::EBike) | Step::Course(_) => Asked::Municipality,
        }
    }

    /// What it would cost the one who is asked, 1 or more, by the table of version `COSTS`.
    pub fn cost(&self, pair: &Pair<'_>, context: &Context<'_>) -> u32 {
        let placement = pair.opening.placement;
        let shift = |at: u8| placement.shifts.get(usize::from(at));
        let cost = match *self {
            Step::MoveShift { shift: at, day, start } => shift(at).map_or(0, |shift| moved(shift, day, start)),
            Step::Shorten {
                shift: at,
                start,
                length,
            } => shift(at).map_or(0, |shift| shortened(shift, start, length)),
            Step::LeaveOut { shift: at } => shift(at).map_or(0, left_out),
            Step::Alike { start, length, .. } => {
                let all = self.shifts().filter_map(shift);
                all.map(|shift| shortened(shift, start, length)).sum()
            }
            Step::StartOn(day) => DAY_LATER * day.days_since(pair.begins(context.today)).max(0).unsigned_abs(),
            Step::FewerWeeks(weeks) => {
                let offered = placement.end.map_or(0, |end| weeks_until(pair.begins(context.today), end));
                WEEK_FEWER * offered.saturating_sub(u32::from(weeks))
            }
            Step::LongerWay(minutes) => MINUTE_MORE * u32::from(minutes.saturating_sub(pair.candidate.travel.longest)),
            Step::By(Mode::EBike) => E_BIKE,
            Step::By(_) => BIKE,
            Step::Lift => LIFT,
            Step::Buddy(_) => {
                let help = if has_language_in_common(pair) {
                    BUDDY_IN_COMMON
                } else {
                    BUDDY
                };
                help - if placement.mentor { MENTOR_SAVES } else { 0 }
            }
            Step::Spare(demands) => DEMAND_SPARED * demands.len() as u32,
            Step::LiftLess(kilograms) => KILOGRAM_LESS * u32::from(placement.lifts.saturating_sub(kilograms)),
            Step::Course(certificate) => COURSE_DAY * course_days(certificate).unwrap_or(0),
        };
        cost.max(1)
    }

    pub(super) fn target(&self) -> Target {
        match *self {
            Step::MoveShift { shift, .. } | Step::Shorten { shift, .. } | Step::LeaveOut { shift } => Target::Shift(shift),
            Step::Alike { shifts, .. } => Target::Shifts(shifts),
            Step::StartOn(_) => Target::Start,
            Step::FewerWeeks(_) => Target::Weeks,
            Step::LongerWay(_) => Target::Way,
            Step::By(_) | Step::Lift => Target::Means,
            Step::Buddy(language) => Target::Language(language),
            Step::Spare(_) => Target::Demands,
            Step::LiftLess(_) => Target::Lifting,
            Step::Course(certificate) => Target::Certificate(certificate),
        }
    }

    /// The shifts that it changes, each by its place in the list.
    pub fn shifts(&self) -> impl Iterator<Item = u8> + use<> {
        let (one, many) = match *self {
            Step::MoveShift { shift, .. } | Step::Shorten { shift, .. } | Step::LeaveOut { shift } => (Some(shift), 0),
            Step::Alike { shifts, .. } => (None, shifts),
            _ => (None, 0),
        };
        one.into_iter().chain((0..64).filter(move |at| many >> at & 1 == 1))
    }

    /// Whether both change the same thing.
    pub(super) fn meets(&self, other: &Step) -> bool {
        self.target() == other.target() || self.shifts().any(|at| other.shifts().any(|also| also == at))
    }
}

/// The working days of all courses among these steps.
pub(super) fn days_at_courses(steps: &[Step]) -> u32 {
    let days = steps.iter().map(|step| match step {
        Step::Course(certificate) => course_days(*certificate).unwrap_or(0),
        _ => 0,
    });
    days.sum()
}

pub(super) fn moved(shift: &Shift, day: Weekday, start: Quarter) -> u32 {
    QUARTER_MOVED * u32::from(start.0.abs_diff(shift.start.0)) + if day == shift.day { 0 } else { OTHER_DAY }
}

pub(super) fn shortened(shift: &Shift, start: Quarter, length: Quarters) -> u32 {
    let end = u16::from(start.0) + length.0;
    let outside = u16::from(shift.start.0.saturating_sub(start.0)) + end.saturating_sub(shift.end().0);
    QUARTER_LOST * u32::from(shift.length.0.saturating_sub(length.0)) + QUARTER_MOVED * u32::from(outside)
}

pub(super) fn left_out(shift: &Shift) -> u32 {
    SHIFT_LOST + QUARTER_LOST * u32::from(shift.length.0)
}

/// A language that the person speaks and a colleague there speaks too.
pub(super) fn has_language_in_common(pair: &Pair<'_>) -> bool {
    let colleagues = &pair.opening.placement.colleagues_speak;
    pair.candidate
        .speaks
        .iter()
        .any(|spoken| colleagues.contains(&spoken.language))
}

/// Weeks from a day to a last day, a week begun counted whole.
fn weeks_until(from: Day, last: Day) -> u32 {
    (last.days_since(from) + 1).max(0).unsigned_abs().div_ceil(7)
}

/// A pair after some steps.
#[derive(Clone, Debug)]
pub struct Changed {
    pub candidate: Candidate,
    pub placement: Placement,
}

impl Changed {
    pub fn of(pair: &Pair<'_>) -> Changed {
        Changed {
            candidate: pair.candidate.clone(),
            placement: pair.opening.placement.clone(),
        }
    }

    /// What the gates judge: the same workplace, and the same nos.
    pub fn pair<'a>(&'a self, was: &Pair<'a>) -> Pair<'a> {
        Pair {
            candidate: &self.candidate,
            opening: Opening {
                placement: &self.placement,
                workplace: was.opening.workplace,
            },
            said_no: was.said_no,
        }
    }
}

/// The pair after these steps, in whatever order they are given. `None` where they cannot be done together: two change
/// the same thing, a shift would lie over another or on no day of the placement, nothing would be left to do, fewer hours
/// than the company can use, or it would begin before a course is over.
///
/// Whether the company has said that it could is asked when steps are offered, not here: somebody who tries out a change
/// by hand may try one that nobody has offered.
pub fn apply(steps: &[Step], pair: &Pair<'_>, context: &Context<'_>) -> Option<Changed> {
    let changed = taken(steps, pair, context)?;
    let courses = days_at_courses(steps);
    let begins = changed.placement.begins(context.today);
    let is_in_time = courses == 0 || working_day(context.today, courses) < begins;
    (is_in_time && lies_on_its_days(steps, &changed.placement, pair, context.today)).then_some(changed)
}

/// The pair after these steps, whether or not there is time for the courses among them, and whatever is left to do.
pub(super) fn taken(steps: &[Step], pair: &Pair<'_>, context: &Context<'_>) -> Option<Changed> {
    let mut each = steps.iter().enumerate();
    if each.any(|(at, step)| steps[..at].iter().any(|other| step.meets(other))) {
        return None;
    }
    let mut changed = Changed::of(pair);
    change_shifts(steps, &mut changed.placement)?;
    for step in steps {
        change(*step, &mut changed);
    }
    // The weeks are counted from the start, wherever that is by now.
    for step in steps {
        if let Step::FewerWeeks(weeks) = step {
            let begins = changed.placement.start.max(context.today);
            let last = begins.plus(7 * i32::from(*weeks) - 1);
            if changed.placement.end.is_some_and(|end| end <= last) {
                return None;
            }
            changed.placement.end = Some(last);
        }
    }
    Some(changed)
}

/// Whether any shift comes at all.
pub(super) fn has_work(pair: &Pair<'_>, today: Day) -> bool {
    let placement = pair.opening.placement;
    let mut shifts = placement.shifts.iter();
    shifts.any(|shift| placement.as_it_comes(shift, today).is_some())
}

/// Whether each shift that was changed comes until the last day if it would have come before, and anything is left to do where
/// there was: what comes on no day is not moved but lost.
fn lies_on_its_days(steps: &[Step], changed: &Placement, was: &Pair<'_>, today: Day) -> bool {
    let comes = |shift: &Shift| changed.as_it_comes(shift, today).is_some();
    let is_lost = |step: &Step, was: &Shift| after(step, was.clone()).is_some_and(|now| !comes(&now) && comes(was));
    let shift = |at: u8| was.opening.placement.shifts.get(usize::from(at));
    let mut changes = steps
        .iter()
        .flat_map(|step| step.shifts().filter_map(shift).map(move |was| (step, was)));
    !changes.any(|(step, was)| is_lost(step, was)) && (changed.shifts.iter().any(comes) || !has_work(was, today))
}

fn change(step: Step, Changed { candidate, placement }: &mut Changed) {
    match step {
        Step::MoveShift { .. } | Step::Shorten { .. } | Step::LeaveOut { .. } | Step::Alike { .. } | Step::FewerWeeks(_) => {}
        Step::StartOn(day) => placement.start = day,
        Step::LongerWay(minutes) => candidate.travel.longest = minutes,
        Step::By(mode) => {
            candidate.travel.by.insert(mode);
        }
        // Who drives with a colleague is there as soon as by a car of their own.
        Step::Lift => {
            candidate.travel.by.insert(Mode::Car);
        }
        Step::Buddy(language) => placement.must_speak.retain(|must| must.language != language),
        Step::Spare(demands) => placement.demands -= demands,
        Step::LiftLess(kilograms) => placement.lifts = placement.lifts.min(kilograms),
        Step::Course(certificate) => {
            candidate.certificates.insert(certificate);
        }
    }
}

fn change_shifts(steps: &[Step], placement: &mut Placement) -> Option<()> {
    let before = final_hours(&placement.shifts);
    let mut shifts: Vec<(Option<Shift>, bool)> = placement.shifts.drain(..).map(|shift| (Some(shift), false)).collect();
    let mut is_changed = false;
    for step in steps {
        for at in step.shifts() {
            let (shift, touched) = shifts.get_mut(usize::from(at))?;
            *shift = shift.take().and_then(|shift| after(step, shift));
            *touched = true;
            is_changed = true;
        }
    }
    let left: Vec<(&Shift, bool)> = shifts
        .iter()
        .filter_map(|(shift, touched)| Some((shift.as_ref()?, *touched)))
        .collect();
    let lies_over_another = left.iter().enumerate().any(|(at, (shift, touched))| {
        let others = left.iter().enumerate().filter(|(other, _)| at != *other);
        *touched && others.into_iter().any(|(_, (other, _))| overlap(shift, other))
    });
    if lies_over_another || (is_changed && left.is_empty()) {
        return None;
    }
    placement.shifts = shifts.into_iter().filter_map(|(shift, _)| shift).collect();
    has_enough_hours(before, final_hours(&placement.shifts), placement.least_hours).then_some(())
}

/// Whether so many hours a week are as many as the company can use. Where it has named none, what it has said of each
/// shift is all that counts.
pub(super) fn has_enough_hours(before: Quarters, after: Quarters, least: Option<Quarters>) -> bool {
    after >= before || least.is_none_or(|least| after >= least)
}

/// A shift after a step of its own; `None`: it is left out.
pub(super) fn after(step: &Step, shift: Shift) -> Option<Shift> {
    match *step {
        Step::MoveShift { day, start, .. } => Some(Shift { day, start, ..shift }),
        Step::Shorten { start, length, .. } | Step::Alike { start, length, .. } => Some(Shift { start, length, ..shift }),
        Step::LeaveOut { .. } => None,
        _ => Some(shift),
    }
}

/// Whether two shifts share a quarter hour, in any week.
pub(super) fn overlap(one: &Shift, other: &Shift) -> bool {
    // Most are on different days, whatever the week.
    let start = |shift: &Shift| shift.day.first_quarter() + u16::from(shift.start.0);
    let later = (start(other) + WEEK - start(one)) % WEEK;
    if later >= one.length.0 && (WEEK - later) % WEEK >= other.length.0 {
        return false;
    }
    let around = i32::from(2 * WEEK);
    let starts = |shift: &Shift| shift.starts().map(i32::from);
    starts(one).any(|a| {
        starts(other).any(|b| {
            (b - a).rem_euclid(around) < i32::from(one.length.0) && other.length.0 > 0
                || (a - b).rem_euclid(around) < i32::from(other.length.0) && one.length.0 > 0
        })
    })
}
