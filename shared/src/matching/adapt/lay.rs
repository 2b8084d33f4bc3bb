//! What each shift could become, by itself: the steps after which it fits the week, with their costs.

use super::offers;
use super::rest::{Dates, Rest};
use super::steps::{Step, after, left_out, moved, overlap, shortened};
use super::young::{OnDay, by_day};
use crate::matching::candidate::Candidate;
use crate::matching::gates::travel::{Way, is_early, reach};
use crate::matching::gates::youth::Bounds;
use crate::matching::place::Site;
use crate::matching::shift::{Leeway, Shift};
use crate::matching::week::{DAY, Parity, Quarter, Quarters, Room, Weekday, Weeks};
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

/// What a choice is to shifts that it can never be in the way of, and that can never be in its: its hours, whether it is
/// early, comes at all, is left out, and runs into the next day.
pub(super) type Kind = (u32, bool, bool, bool, bool);

impl Choice {
    pub fn kind(&self) -> Kind {
        let is_over_midnight = self.shift.as_ref().is_some_and(|shift| shift.end().0 > DAY);
        (self.hours, self.is_early, self.comes, self.shift.is_none(), is_over_midnight)
    }

    /// Quarter hours.
    pub fn hours_of_day(&self) -> u16 {
        self.shift.as_ref().map_or(0, |shift| shift.hours().0)
    }

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
    /// The same by the day, where days count.
    pub days: Vec<OnDay>,
    /// The least cost of having at most so many hours, the cheapest first: hours and cost.
    pub stairs: Vec<(u32, u32)>,
    /// The most hours of any choice.
    pub most: u32,
    /// The fewest quarter hours of any choice, in a week.
    pub fewest: u16,
}

/// Several shifts after one step that changes them alike.
#[derive(Clone, Debug)]
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

/// What the shifts could become under the youth rules of one day, wherever somebody is free.
#[derive(Debug)]
pub(super) struct Base {
    pub bounds: Option<Bounds>,
    /// Whether each may be as it is.
    may_be: Vec<bool>,
    slots: Vec<Slot>,
    together: Vec<Together>,
    footprints: Vec<Weeks>,
}

/// All shifts, for one length of the way and under the youth rules of one day.
#[derive(Debug)]
pub(super) struct Laid {
    pub way: Quarters,
    pub bounds: Option<Bounds>,
    /// The first day and the last, where these leave some shift no day to come on.
    pub dates: Option<Dates>,
    pub slots: Vec<Slot>,
    /// The cheapest first; of equals the first of the list of steps.
    pub together: Vec<Together>,
}

impl Base {
    /// Where youth rules count, the law looks at when a shift is, and not at its hours alone.
    pub fn of(shifts: &[Shift], alike: &[Step], bounds: Option<Bounds>) -> Base {
        let footprints: Vec<Weeks> = shifts.iter().map(footprint).collect();
        let let_one = |shift: &Shift| bounds.is_none_or(|bounds| bounds.let_one(shift));
        let let_both = |one: &Shift, other: &Shift| bounds.is_none_or(|bounds| bounds.let_both(one, other));
        let slots = shifts.iter().zip(0_u8..).map(|(shift, at)| {
            let others = footprints.iter().zip(0_u8..).filter(|(_, other)| *other != at);
            let reach: Vec<(u8, &Shift)> = others
                .filter(|(other, _)| bounds.is_some() || other.intersects(&footprints[usize::from(at)]))
                .map(|(_, other)| (other, &shifts[usize::from(other)]))
                .collect();
            let mut choices = choices(at, shift);
            choices.retain(|choice| choice.shift.as_ref().is_none_or(let_one));
            choices.sort_unstable_by_key(|choice| (choice.cost, choice.step));
            for choice in &mut choices {
                let can_be = |other: &Shift| {
                    let shift = choice.shift.as_ref();
                    shift.is_none_or(|shift| let_both(shift, other) && !overlap(shift, other))
                };
                choice.hits = bits(reach.iter().filter(|(_, other)| !can_be(other)));
            }
            Slot {
                fits: false,
                comes: false,
                is_early: is_early(shift),
                hours: hours(shift),
                reaches: bits(reach.iter()),
                apart: bits(reach.iter().filter(|(_, other)| !let_both(shift, other))),
                days: Vec::new(),
                stairs: Vec::new(),
                most: 0,
                fewest: 0,
                choices,
            }
        });
        Base {
            bounds,
            may_be: shifts.iter().map(let_one).collect(),
            slots: slots.collect(),
            together: together(shifts, alike, bounds.as_ref()),
            footprints,
        }
    }
}

impl Laid {
    /// For what the other steps have left: what of it all fits the week, and still comes.
    pub fn out(base: &Base, shifts: &[Shift], free: &Weeks, way: Quarters, rest: &Rest<'_>) -> Laid {
        let room = Room::of(&free.eroded(way));
        let slots = base.slots.iter().enumerate().map(|(at, slot)| {
            let was = &shifts[at];
            let comes = Comes::of(was, rest);
            let lies = |shift: &Shift| comes.lies(&room, shift);
            let choices = slot.choices.iter().filter(|choice| choice.shift.as_ref().is_none_or(lies));
            let mut choices: Vec<Choice> = choices.cloned().collect();
            for choice in &mut choices {
                choice.comes = choice.day().is_some_and(|day| comes.on(day));
            }
            if base.bounds.is_none() {
                let others = base.footprints.iter().enumerate().filter(|(other, _)| *other != at);
                drop_beaten(&mut choices, &others.fold(Weeks::EMPTY, |all, (_, other)| all | *other));
            }
            let mut stairs: Vec<(u32, u32)> = Vec::new();
            for choice in &choices {
                if stairs.last().is_none_or(|(hours, _)| choice.hours < *hours) {
                    stairs.push((choice.hours, choice.cost));
                }
            }
            Slot {
                fits: base.may_be[at] && lies(was),
                comes: comes.on(was.day),
                days: by_day(&choices, base.bounds.is_some()),
                stairs,
                most: choices.iter().map(|choice| choice.hours).max().unwrap_or(0),
                fewest: choices.iter().map(Choice::hours_of_day).min().unwrap_or(0),
                choices,
                is_early: slot.is_early,
                hours: slot.hours,
                reaches: slot.reaches,
                apart: slot.apart,
            }
        });
        Laid {
            way,
            bounds: base.bounds,
            dates: rest.dates(),
            slots: slots.collect(),
            together: base.fitting(shifts, &room, rest),
        }
    }
}

impl Base {
    /// What several shifts could become at once, all of which fit the week and still come.
    fn fitting(&self, shifts: &[Shift], room: &Room, rest: &Rest<'_>) -> Vec<Together> {
        let comes: Vec<Comes> = shifts.iter().map(|was| Comes::of(was, rest)).collect();
        let each = |one: &Together| one.step.shifts().map(usize::from).zip(one.shifts.clone());
        let do_lie = |one: &&Together| each(one).all(|(at, now)| comes[at].lies(room, &now));
        let mut all: Vec<Together> = self.together.iter().filter(do_lie).cloned().collect();
        for one in &mut all {
            one.comes = each(one).any(|(at, now)| comes[at].on(now.day));
        }
        if self.bounds.is_none() {
            // As `drop_beaten` does.
            let mut settled: HashSet<(u64, u32, bool, bool)> = HashSet::new();
            all.retain(|one| {
                let kind = (one.bits, one.hours, one.is_early, one.comes);
                if settled.contains(&kind) {
                    return false;
                }
                let is_in_the_way = |at: usize| one.shifts.iter().any(|shift| shift.weeks().intersects(&self.footprints[at]));
                if !others(shifts, one.bits).any(is_in_the_way) {
                    settled.insert(kind);
                }
                true
            });
        }
        all
    }
}

fn others(shifts: &[Shift], bits: u64) -> impl Iterator<Item = usize> + use<> {
    (0..shifts.len()).filter(move |at| bits >> at & 1 == 0)
}

fn bits<'a>(shifts: impl Iterator<Item = &'a (u8, &'a Shift)>) -> u64 {
    shifts.fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Hours in two weeks, in quarters.
pub(super) fn hours(shift: &Shift) -> u32 {
    shift.starts().count() as u32 * u32::from(shift.hours().0)
}

/// Every step of one shift.
fn choices(at: u8, shift: &Shift) -> Vec<Choice> {
    let bare = Shift {
        leeway: Leeway::default(),
        ..shift.clone()
    };
    let steps = offers::shift(at, shift).map(|step| {
        let shift_after = after(&step, bare.clone());
        let cost = match step {
            Step::MoveShift { day, start, .. } => moved(shift, day, start),
            Step::Shorten { start, length, .. } => shortened(shift, start, length),
            _ => left_out(shift),
        };
        Choice {
            cost,
            step,
            hours: shift_after.as_ref().map_or(0, hours),
            is_early: shift_after.as_ref().is_some_and(is_early),
            comes: false,
            shift: shift_after,
            hits: 0,
        }
    });
    steps.collect()
}

/// Every step of several shifts after which all of them may be beside each other.
fn together(shifts: &[Shift], alike: &[Step], bounds: Option<&Bounds>) -> Vec<Together> {
    let can_both = |one: &Shift, other: &Shift| bounds.is_none_or(|bounds| bounds.let_both(one, other)) && !overlap(one, other);
    let may_be = alike.iter().filter_map(|step| {
        let (mut cost, mut bits, mut now) = (0, 0, Vec::new());
        for at in step.shifts() {
            let shift = &shifts[usize::from(at)];
            let bare = Shift {
                leeway: Leeway::default(),
                ..shift.clone()
            };
            let moved = after(step, bare).filter(|now| bounds.is_none_or(|bounds| bounds.let_one(now)))?;
            cost += shortened(shift, moved.start, moved.length);
            bits |= 1 << at;
            now.push(moved);
        }
        let can_be = |(at, one): (usize, &Shift)| now[..at].iter().all(|other| can_both(one, other));
        let hit = others(shifts, bits).filter(|at| !now.iter().all(|shift| can_both(shift, &shifts[*at])));
        now.iter().enumerate().all(can_be).then(|| Together {
            cost,
            step: *step,
            bits,
            hours: now.iter().map(hours).sum(),
            is_early: now.iter().any(is_early),
            comes: false,
            hits: hit.fold(0, |bits, at| bits | 1 << at),
            shifts: now.clone(),
        })
    });
    let mut all: Vec<Together> = may_be.collect();
    all.sort_unstable_by_key(|one| (one.cost, one.step));
    all
}

/// Drops what another choice of the same shift can always stand in for: one before it in order, of the same kind, and in
/// nobody's way wherever the other shifts may lie.
fn drop_beaten(choices: &mut Vec<Choice>, others: &Weeks) {
    let mut settled: HashSet<Kind> = HashSet::new();
    choices.retain(|choice| {
        let kind = choice.kind();
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

/// In which weeks a shift comes, on each day on which it could lie.
struct Comes {
    on: [Option<Parity>; 7],
    /// Whether it does where it lies now.
    did: bool,
}

impl Comes {
    fn of(was: &Shift, rest: &Rest<'_>) -> Comes {
        let on = Weekday::ALL.map(|day| rest.parity(&Shift { day, ..was.clone() }));
        Comes {
            on,
            did: on[was.day as usize].is_some(),
        }
    }

    fn on(&self, day: Weekday) -> bool {
        self.on[day as usize].is_some()
    }

    /// Whether it lies in the free hours after a step, in the weeks in which it comes. What came before the step must still.
    fn lies(&self, room: &Room, now: &Shift) -> bool {
        match self.on[now.day as usize] {
            Some(parity) => {
                let there = Shift { parity, ..now.clone() };
                there.starts().all(|start| room.holds(i32::from(start), there.length))
            }
            None => !self.did,
        }
    }
}
