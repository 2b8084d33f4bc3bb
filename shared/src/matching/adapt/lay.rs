//! What each shift could become, by itself: the steps after which it fits the week, with their costs.

use super::offers;
use super::rest::Rest;
use super::steps::{Step, after, left_out, moved, overlap, shortened};
use crate::day::Day;
use crate::matching::candidate::Candidate;
use crate::matching::gates::travel::{Way, is_early, reach};
use crate::matching::gates::youth::Bounds;
use crate::matching::place::Site;
use crate::matching::shift::{Leeway, Shift};
use crate::matching::week::{Quarter, Quarters, Room, Weekday, Weeks};
use std::collections::HashSet;

/// The way to count on, by whether some shift is early or late; `None`: too far.
pub(super) type Ways = [Option<Quarters>; 2];

/// As the gates of travel and week see it: where nobody knows the way they refuse only what no way at all would mend.
pub(super) fn ways(candidate: &Candidate, work: &Site) -> Ways {
    [false, true].map(|is_early| match reach(candidate, work, is_early) {
        Way::Known { minutes, .. } if minutes > candidate.travel.longest => None,
        Way::Known { minutes, .. } => Some(Quarters::up_from_minutes(minutes)),
        Way::NotThen { .. } => None,
        Way::Asked(_) => Some(Quarters(0)),
    })
}

/// One shift after one step.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// What the step costs the company.
    pub cost: u32,
    pub step: Step,
    /// `None`: left out.
    pub shift: Option<Shift>,
    /// Its hours in two weeks, in quarters.
    pub hours: u32,
    pub is_early: bool,
    /// It comes at all until the last day.
    pub comes: bool,
    /// Which shifts it cannot be beside, where they lie now: those that it would lie over, and those beside which a youth
    /// rule does not let it be. A bit for each.
    pub hits: u64,
}

impl Choice {
    /// `None`: left out.
    pub fn day(&self) -> Option<Weekday> {
        self.shift.as_ref().map(|shift| shift.day)
    }
}

/// One shift, with all that it could become.
#[derive(Debug)]
pub(super) struct Slot {
    /// It fits the week as it is.
    pub fits: bool,
    /// It comes at all until the last day.
    pub comes: bool,
    pub is_early: bool,
    /// Its hours in two weeks, in quarters.
    pub hours: u32,
    /// The shifts over which some choice of it could lie, wherever they lie: a bit for each.
    pub reaches: u64,
    /// The shifts beside which a youth rule does not let it be as it is, a bit for each.
    pub apart: u64,
    /// The cheapest first; of equals the first of the list of steps.
    pub choices: Vec<Choice>,
    /// The least cost of having at most so many hours, the cheapest first: hours and cost.
    pub stairs: Vec<(u32, u32)>,
    /// The most hours of any choice.
    pub most: u32,
}

/// Several shifts after one step that changes them alike.
#[derive(Debug)]
pub(super) struct Together {
    pub cost: u32,
    pub step: Step,
    /// A bit for each.
    pub bits: u64,
    pub shifts: Vec<Shift>,
    /// Their hours in two weeks, in quarters.
    pub hours: u32,
    pub is_early: bool,
    /// Any of them comes at all until the last day.
    pub comes: bool,
    /// As of a `Choice`, of the other shifts.
    pub hits: u64,
}

/// All shifts, for one length of the way and under the youth rules of one day.
#[derive(Debug)]
pub(super) struct Laid {
    pub way: Quarters,
    pub bounds: Option<Bounds>,
    /// The first day and the last.
    pub dates: (Day, Option<Day>),
    pub slots: Vec<Slot>,
    /// The cheapest first; of equals the first of the list of steps.
    pub together: Vec<Together>,
}

impl Laid {
    /// For what the other steps have left. Where youth rules count, the law looks at when a shift is, and not at its hours alone.
    pub fn out(shifts: &[Shift], alike: &[Step], free: &Weeks, way: Quarters, rest: &Rest<'_>) -> Laid {
        let bounds = rest.bounds;
        let room = Room::of(&free.eroded(way));
        let footprints: Vec<Weeks> = shifts.iter().map(footprint).collect();
        let slots = shifts.iter().zip(0_u8..).map(|(shift, at)| {
            let let_one = |shift: &Shift| bounds.is_none_or(|bounds| bounds.let_one(shift));
            let let_both = |one: &Shift, other: &Shift| bounds.is_none_or(|bounds| bounds.let_both(one, other));
            let mut choices = choices(at, shift, &room, rest);
            choices.retain(|choice| choice.shift.as_ref().is_none_or(let_one));
            let others = || footprints.iter().zip(0_u8..).filter(|(_, other)| *other != at);
            if bounds.is_none() {
                drop_beaten(&mut choices, &others().fold(Weeks::EMPTY, |all, (other, _)| all | *other));
            }
            let reach: Vec<(u8, &Shift)> = others()
                .filter(|(other, _)| bounds.is_some() || other.intersects(&footprints[usize::from(at)]))
                .map(|(_, other)| (other, &shifts[usize::from(other)]))
                .collect();
            for choice in &mut choices {
                let can_be = |other: &Shift| {
                    let shift = choice.shift.as_ref();
                    shift.is_none_or(|shift| let_both(shift, other) && !overlap(shift, other))
                };
                choice.hits = bits(reach.iter().filter(|(_, other)| !can_be(other)));
            }
            let mut stairs: Vec<(u32, u32)> = Vec::new();
            for choice in &choices {
                if stairs.last().is_none_or(|(hours, _)| choice.hours < *hours) {
                    stairs.push((choice.hours, choice.cost));
                }
            }
            Slot {
                fits: lies(&room, rest, shift, shift) && let_one(shift),
                comes: rest.as_it_comes(shift).is_some(),
                is_early: is_early(shift),
                hours: hours(shift),
                reaches: bits(reach.iter()),
                apart: bits(reach.iter().filter(|(_, other)| !let_both(shift, other))),
                stairs,
                most: choices.iter().map(|choice| choice.hours).max().unwrap_or(0),
                choices,
            }
        });
        Laid {
            way,
            bounds,
            dates: rest.dates(),
            slots: slots.collect(),
            together: together(shifts, alike, &room, rest, &footprints),
        }
    }
}

fn bits<'a>(shifts: impl Iterator<Item = &'a (u8, &'a Shift)>) -> u64 {
    shifts.fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Hours in two weeks, in quarters.
fn hours(shift: &Shift) -> u32 {
    shift.starts().count() as u32 * u32::from(shift.hours().0)
}

/// Every step of one shift after which it fits the week, and still comes.
fn choices(at: u8, shift: &Shift, room: &Room, rest: &Rest<'_>) -> Vec<Choice> {
    let bare = Shift {
        leeway: Leeway::default(),
        ..shift.clone()
    };
    let steps = offers::shift(at, shift).filter_map(|step| {
        let shift_after = after(&step, bare.clone());
        if shift_after.as_ref().is_some_and(|now| !lies(room, rest, shift, now)) {
            return None;
        }
        let cost = match step {
            Step::MoveShift { day, start, .. } => moved(shift, day, start),
            Step::Shorten { start, length, .. } => shortened(shift, start, length),
            _ => left_out(shift),
        };
        Some(Choice {
            cost,
            step,
            hours: shift_after.as_ref().map_or(0, hours),
            is_early: shift_after.as_ref().is_some_and(is_early),
            comes: shift_after.as_ref().is_some_and(|shift| rest.as_it_comes(shift).is_some()),
            shift: shift_after,
            hits: 0,
        })
    });
    let mut choices: Vec<Choice> = steps.collect();
    choices.sort_unstable_by_key(|choice| (choice.cost, choice.step));
    choices
}

/// Every step of several shifts after which all of them fit the week, still come, and may be beside each other.
fn together(shifts: &[Shift], alike: &[Step], room: &Room, rest: &Rest<'_>, footprints: &[Weeks]) -> Vec<Together> {
    let bounds = rest.bounds;
    let can_both = |one: &Shift, other: &Shift| bounds.is_none_or(|bounds| bounds.let_both(one, other)) && !overlap(one, other);
    let fitting = alike.iter().filter_map(|step| {
        let (mut cost, mut bits, mut now) = (0, 0, Vec::new());
        for at in step.shifts() {
            let shift = &shifts[usize::from(at)];
            let bare = Shift {
                leeway: Leeway::default(),
                ..shift.clone()
            };
            let can = |now: &Shift| lies(room, rest, shift, now) && bounds.is_none_or(|bounds| bounds.let_one(now));
            let moved = after(step, bare).filter(can)?;
            cost += shortened(shift, moved.start, moved.length);
            bits |= 1 << at;
            now.push(moved);
        }
        let can_be = |(at, one): (usize, &Shift)| now[..at].iter().all(|other| can_both(one, other));
        now.iter().enumerate().all(can_be).then(|| Together {
            cost,
            step: *step,
            bits,
            hours: now.iter().map(hours).sum(),
            is_early: now.iter().any(is_early),
            comes: now.iter().any(|shift| rest.as_it_comes(shift).is_some()),
            shifts: now,
            hits: 0,
        })
    });
    let mut all: Vec<Together> = fitting.collect();
    all.sort_unstable_by_key(|one| (one.cost, one.step));
    let others = |bits: u64| (0..shifts.len()).filter(move |at| bits >> at & 1 == 0);
    if bounds.is_none() {
        // As `drop_beaten` does.
        let mut settled: HashSet<(u64, u32, bool)> = HashSet::new();
        all.retain(|one| {
            let kind = (one.bits, one.hours, one.is_early);
            if settled.contains(&kind) {
                return false;
            }
            let is_in_the_way = |at: usize| one.shifts.iter().any(|shift| shift.weeks().intersects(&footprints[at]));
            if !others(one.bits).any(is_in_the_way) {
                settled.insert(kind);
            }
            true
        });
    }
    for one in &mut all {
        let hit = others(one.bits).filter(|at| !one.shifts.iter().all(|shift| can_both(shift, &shifts[*at])));
        one.hits = hit.fold(0, |bits, at| bits | 1 << at);
    }
    all
}

/// Drops what another choice of the same shift can always stand in for: one before it in order, of the same hours, and in
/// nobody's way wherever the other shifts may lie.
fn drop_beaten(choices: &mut Vec<Choice>, others: &Weeks) {
    let mut settled: HashSet<(u32, bool, bool)> = HashSet::new();
    choices.retain(|choice| {
        let kind = (choice.hours, choice.is_early, choice.shift.is_none());
        if settled.contains(&kind) {
            return false;
        }
        if choice.shift.as_ref().is_none_or(|shift| !shift.weeks().intersects(others)) {
            settled.insert(kind);
        }
        true
    });
}

/// Every quarter hour at which the shift could lie, by any step or none.
fn footprint(shift: &Shift) -> Weeks {
    let leeway = &shift.leeway;
    let earliest = u16::from(shift.start.0).saturating_sub(leeway.earlier.0);
    let end = shift.end() + leeway.later;
    let length = Quarters(end.0.saturating_sub(earliest));
    let mut weeks = shift.weeks();
    for day in leeway.days | shift.day {
        // Not above the shift's own start.
        weeks.insert(shift.parity, day, Quarter(earliest as u8), length);
    }
    weeks
}

/// Whether a shift lies in the free hours after a step, in the weeks in which it comes. What came before the step must still.
fn lies(room: &Room, rest: &Rest<'_>, was: &Shift, now: &Shift) -> bool {
    match rest.as_it_comes(now) {
        Some(there) => holds(room, &there),
        None => rest.as_it_comes(was).is_none(),
    }
}

/// Whether it lies in the free hours.
fn holds(room: &Room, shift: &Shift) -> bool {
    shift.starts().all(|start| room.holds(i32::from(start), shift.length))
}
