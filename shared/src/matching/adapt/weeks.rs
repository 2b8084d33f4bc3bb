//! Shifts that fit: the cheapest other times, fewer hours and shifts left out after which week, hours, youth rules and
//! the ratio rule hold. These hang together and are searched together; everything else is each gate's own.
//!
//! The search is exact. It rests on what the gates promise: a shift fits the week or not whatever the others do, once it
//! is known how long the way is; hours and the ratio rule see the shifts' sums alone; and taking a shift away never
//! makes hours, ratio or a youth rule fail, but for the two rules of breaks and rest. The way hangs on the shifts in one
//! bit, whether any begins or ends when no bus goes, and each of its values is searched for itself. Brute force says in
//! the tests that nothing is missed.

use super::offers;
use super::steps::{Changed, Step, after, has_enough_hours, left_out, moved, overlap, shortened, starts};
use crate::matching::candidate::{AgeBand, Candidate};
use crate::matching::gates::travel::{Way, is_early, reach};
use crate::matching::gates::{Context, Pair, check};
use crate::matching::place::Site;
use crate::matching::shift::{Leeway, Shift, final_hours};
use crate::matching::verdict::{Gate, Missing, Verdict, YouthRule};
use crate::matching::week::{Parity, Quarter, Quarters, WEEK, Weekday, Weeks};
use std::collections::HashSet;

/// The way to count on, by whether some shift is early or late; `None`: too far.
pub(super) type Ways = [Option<Quarters>; 2];

/// As the gates of travel and week see it: where nobody knows the way they refuse only what no way at all would mend.
pub(super) fn ways(candidate: &Candidate, work: &Site) -> Ways {
    [false, true].map(|is_early| match reach(candidate, work, is_early) {
        Way::Known { minutes, .. } if minutes > candidate.travel.longest => None,
        Way::Known { minutes, .. } => Some(Quarters::up_from_minutes(minutes)),
        Way::Asked(_) => Some(Quarters(0)),
    })
}

/// One shift after one step, and what that costs the company. `None`: left out.
#[derive(Clone, Debug)]
struct Choice {
    cost: u32,
    step: Step,
    shift: Option<Shift>,
}

impl Choice {
    fn hours(&self) -> u32 {
        self.shift.as_ref().map_or(0, |shift| u32::from(shift.hours().0))
    }

    fn is_early(&self) -> bool {
        self.shift.as_ref().is_some_and(is_early)
    }
}

/// For one length of the way: which shifts fit as they are, and what each could become, the cheapest first.
#[derive(Debug)]
struct Laid {
    way: Quarters,
    fits: Vec<bool>,
    choices: Vec<Vec<Choice>>,
}

/// The shifts of one pair, and what has been worked out of them.
#[derive(Debug)]
pub(super) struct Shifts<'a> {
    shifts: &'a [Shift],
    free: &'a Weeks,
    least: Option<Quarters>,
    is_young: bool,
    laid: Vec<Laid>,
}

/// The best that was found: its cost, and each step with its own.
pub(super) type Best = Option<(u32, Vec<(u32, Step)>)>;

impl<'a> Shifts<'a> {
    pub fn of(pair: &Pair<'a>) -> Self {
        let placement = pair.opening.placement;
        Self {
            shifts: &placement.shifts,
            free: &pair.candidate.free,
            least: placement.least_hours,
            is_young: pair.candidate.age != AgeBand::Adult,
            laid: Vec::new(),
        }
    }

    /// The cheapest way to change exactly `count` shifts, at no more than `limit`, after which the gates that see shifts
    /// do not fail for `rest`, the pair as other steps have left it. Of equals the first, by shifts and then by steps.
    pub fn cheapest(&mut self, rest: &mut Rest<'_>, ways: Ways, count: usize, limit: u32) -> Best {
        if self.shifts.is_empty() {
            return (count == 0).then(|| (0, Vec::new()));
        }
        let mut best: Best = None;
        let both = [(ways[0], Some(false)), (ways[1], Some(true))];
        let either = [(ways[0], None)];
        for (way, early) in if ways[0] == ways[1] { &either[..] } else { &both[..] } {
            let Some(way) = *way else { continue };
            let laid = self.lay(way);
            let mut run = Run {
                shifts: self.shifts,
                least: self.least,
                is_young: self.is_young,
                laid: &self.laid[laid],
                early: *early,
                rest,
                limit: best.as_ref().map_or(limit, |(cost, _)| *cost),
                changed: Vec::with_capacity(count),
                now: Vec::with_capacity(self.shifts.len()),
                chosen: Vec::with_capacity(count),
                best: None,
            };
            run.choose_shifts(0, count);
            if let Some(found) = run.best {
                let order = |(cost, steps): &(u32, Vec<(u32, Step)>)| {
                    let targets: Vec<_> = steps.iter().map(|(_, step)| step.target()).collect();
                    (*cost, targets, steps.clone())
                };
                if best.as_ref().is_none_or(|best| order(&found) < order(best)) {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// What fits with this way, worked out once.
    fn lay(&mut self, way: Quarters) -> usize {
        if let Some(at) = self.laid.iter().position(|laid| laid.way == way) {
            return at;
        }
        let room = Room::in_(&self.free.eroded(way));
        let footprints: Vec<Weeks> = self.shifts.iter().map(footprint).collect();
        let numbered = || self.shifts.iter().enumerate();
        let choices = numbered().map(|(at, shift)| {
            let mut choices = choices(at, shift, &room);
            if !self.is_young {
                let others = numbered().filter(|(other, _)| *other != at);
                let others = others.fold(Weeks::EMPTY, |all, (other, _)| all | footprints[other]);
                drop_beaten(&mut choices, &others);
            }
            choices
        });
        self.laid.push(Laid {
            way,
            fits: self.shifts.iter().map(|shift| room.holds(shift)).collect(),
            choices: choices.collect(),
        });
        self.laid.len() - 1
    }
}

/// Every step of one shift after which it fits the week, the cheapest first, of equals the first of the list of steps.
fn choices(at: usize, shift: &Shift, room: &Room) -> Vec<Choice> {
    let Ok(number) = u8::try_from(at) else { return Vec::new() };
    let bare = Shift {
        leeway: Leeway::default(),
        ..shift.clone()
    };
    let steps = offers::shift(number, shift).filter_map(|step| {
        let cost = match step {
            Step::MoveShift { day, start, .. } => moved(shift, day, start),
            Step::Shorten { start, length, .. } => shortened(shift, start, length),
            _ => left_out(shift),
        };
        let shift = after(&step, bare.clone());
        let fits = shift.as_ref().is_none_or(|shift| room.holds(shift));
        fits.then_some(Choice { cost, step, shift })
    });
    let mut choices: Vec<Choice> = steps.collect();
    choices.sort_unstable_by_key(|choice| (choice.cost, choice.step));
    choices
}

/// Drops what another choice of the same shift can always stand in for: one before it in order, of the same hours, and in
/// nobody's way wherever the other shifts may lie. For adults, whose rules see nothing else of a shift.
fn drop_beaten(choices: &mut Vec<Choice>, others: &Weeks) {
    let mut settled: HashSet<(u32, bool, bool)> = HashSet::new();
    choices.retain(|choice| {
        let kind = (choice.hours(), choice.is_early(), choice.shift.is_none());
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
    let length = shift.end() + leeway.later;
    let length = Quarters(length.0.saturating_sub(earliest));
    let mut weeks = shift.weeks();
    for day in leeway.days | shift.day {
        weeks.insert(shift.parity, day, Quarter(earliest as u8), length);
    }
    weeks
}

/// How many quarter hours on end are free from each one of two weeks, the even one first.
#[derive(Debug)]
struct Room(Vec<u16>);

impl Room {
    fn in_(free: &Weeks) -> Room {
        let week = usize::from(WEEK);
        let mut room = vec![0_u16; 2 * week];
        // Backwards, and twice around, since what is free at the end goes on at the beginning.
        let mut free_from_here = 0_u16;
        for at in (0..2 * week).rev().chain((0..2 * week).rev()) {
            let half = if at < week { &free.even } else { &free.odd };
            free_from_here = if half.contains((at % week) as u16) {
                free_from_here.saturating_add(1)
            } else {
                0
            };
            room[at] = free_from_here;
        }
        Room(room)
    }

    fn holds(&self, shift: &Shift) -> bool {
        let around = 2 * i32::from(WEEK);
        starts(shift).all(|start| self.0[start.rem_euclid(around) as usize] >= shift.length.0)
    }
}

/// The pair as the other steps have left it, with one set of shifts after another tried in it.
#[derive(Debug)]
pub(super) struct Rest<'a> {
    was: &'a Pair<'a>,
    context: &'a Context<'a>,
    changed: Changed,
    /// Sums of even and odd weeks for which hours and ratio were asked, and whether neither fails.
    sums: Vec<([u32; 2], bool)>,
}

impl<'a> Rest<'a> {
    pub fn of(changed: Changed, was: &'a Pair<'a>, context: &'a Context<'a>) -> Self {
        Self {
            was,
            context,
            changed,
            sums: Vec::new(),
        }
    }

    fn verdict(&self, gate: Gate) -> Verdict {
        check(gate, &self.changed.pair(self.was), self.context)
    }

    /// Whether the youth rules hold for these shifts; where more of them may come, whether they could hold then. A shift
    /// more can make a break or a rest of what was none, and never anything else better.
    pub fn young_may(&mut self, shifts: &[Shift], more_may_come: bool) -> bool {
        self.changed.placement.shifts.clear();
        self.changed.placement.shifts.extend_from_slice(shifts);
        match self.verdict(Gate::Youth) {
            Verdict::Fail(violation) => {
                let is_mended_by_more = matches!(
                    violation.missing,
                    Missing::Youth(YouthRule::Break { .. } | YouthRule::Rest { .. })
                );
                more_may_come && is_mended_by_more
            }
            Verdict::Ok(_) | Verdict::Unknown(_) => true,
        }
    }

    /// Whether the week's hours and the ratio rule hold for these sums. Fewer hours never make either fail.
    fn sums_hold(&mut self, sums: [u32; 2]) -> bool {
        let no_more = |one: [u32; 2], other: [u32; 2]| one[0] <= other[0] && one[1] <= other[1];
        for (asked, hold) in &self.sums {
            if *hold && no_more(sums, *asked) {
                return true;
            }
            if !*hold && no_more(*asked, sums) {
                return false;
            }
        }
        self.changed.placement.shifts.clear();
        for (hours, parity) in sums.into_iter().zip([Parity::Even, Parity::Odd]) {
            self.changed.placement.shifts.push(Shift {
                day: Weekday::Monday,
                start: Quarter(0),
                length: Quarters(u16::try_from(hours).unwrap_or(u16::MAX)),
                pause: Quarters(0),
                parity,
                from_week: 0,
                leeway: Leeway::default(),
            });
        }
        let hold = [Gate::Hours, Gate::Ratio]
            .iter()
            .all(|gate| !matches!(self.verdict(*gate), Verdict::Fail(_)));
        self.sums.push((sums, hold));
        hold
    }
}

/// One search, depth first: which shifts to change, then how.
#[derive(Debug)]
struct Run<'r, 'a> {
    shifts: &'r [Shift],
    least: Option<Quarters>,
    is_young: bool,
    laid: &'r Laid,
    /// Whether some shift must, or none may, begin or end when no bus goes.
    early: Option<bool>,
    rest: &'r mut Rest<'a>,
    /// The most that the company's cost may be.
    limit: u32,
    /// The shifts to change, in order.
    changed: Vec<usize>,
    /// The shifts as they would be: first those that stay, then the changed ones that have been settled.
    now: Vec<Shift>,
    chosen: Vec<(u32, Step)>,
    best: Best,
}

impl Run<'_, '_> {
    /// A shift that cannot stay as it is.
    fn must_change(&self, at: usize) -> bool {
        !self.laid.fits[at] || self.early == Some(false) && is_early(&self.shifts[at])
    }

    fn choose_shifts(&mut self, from: usize, more: usize) {
        if more == 0 {
            if !(from..self.shifts.len()).any(|at| self.must_change(at)) {
                self.change_them();
            }
            return;
        }
        for at in from..self.shifts.len() {
            if !self.laid.choices[at].is_empty() {
                self.changed.push(at);
                self.choose_shifts(at + 1, more - 1);
                self.changed.pop();
            }
            if self.must_change(at) {
                return;
            }
        }
    }

    fn change_them(&mut self) {
        let kept = (0..self.shifts.len()).filter(|at| !self.changed.contains(at));
        self.now = kept.map(|at| self.shifts[at].clone()).collect();
        if self.is_young && !self.rest.young_may(&self.now, !self.changed.is_empty()) {
            return;
        }
        let sums = self.sums(0);
        if self.least_more(0) <= self.limit && self.rest.sums_hold(sums) {
            self.change_next(0);
        }
    }

    /// The least that the changes from this one on cost.
    fn least_more(&self, next: usize) -> u32 {
        let changed = self.changed[next..].iter();
        changed
            .map(|at| self.laid.choices[*at].first().map_or(0, |choice| choice.cost))
            .sum()
    }

    /// Hours of even and odd weeks as the shifts would be, should those that are not settled be as short as they can.
    fn sums(&self, next: usize) -> [u32; 2] {
        let settled = self.now.iter().map(|shift| (shift.parity, u32::from(shift.hours().0)));
        let open = self.changed[next..].iter().map(|at| {
            let least = self.laid.choices[*at].iter().map(Choice::hours).min();
            (self.shifts[*at].parity, least.unwrap_or(0))
        });
        let mut sums = [0, 0];
        for (parity, hours) in settled.chain(open) {
            for (sum, week) in sums.iter_mut().zip([Parity::Even, Parity::Odd]) {
                *sum += if parity.meets(week) { hours } else { 0 };
            }
        }
        sums
    }

    fn change_next(&mut self, next: usize) {
        let Some(at) = self.changed.get(next).copied() else {
            return self.keep();
        };
        let laid = self.laid;
        let before: u32 = self.chosen.iter().map(|(cost, _)| cost).sum();
        let later = self.least_more(next + 1);
        for choice in &laid.choices[at] {
            if before + choice.cost + later > self.limit {
                return;
            }
            if self.early == Some(false) && choice.is_early() {
                continue;
            }
            if let Some(shift) = &choice.shift {
                if self.now.iter().any(|other| overlap(shift, other)) {
                    continue;
                }
                self.now.push(shift.clone());
            }
            self.chosen.push((choice.cost, choice.step));
            let sums = self.sums(next + 1);
            let is_possible =
                self.rest.sums_hold(sums) && (!self.is_young || self.rest.young_may(&self.now, next + 1 < self.changed.len()));
            if is_possible {
                self.change_next(next + 1);
            }
            self.chosen.pop();
            if choice.shift.is_some() {
                self.now.pop();
            }
        }
    }

    fn keep(&mut self) {
        let is_changed = !self.changed.is_empty();
        let is_enough = has_enough_hours(final_hours(self.shifts), final_hours(&self.now), self.least);
        let is_as_early = self.early != Some(true) || self.now.iter().any(is_early);
        if is_enough && is_as_early && !(is_changed && self.now.is_empty()) {
            let cost = self.chosen.iter().map(|(cost, _)| cost).sum::<u32>();
            // What comes must be cheaper; of equals the first is kept.
            self.limit = cost.saturating_sub(1);
            self.best = Some((cost, self.chosen.clone()));
        }
    }
}
