//! Shifts that fit: the cheapest other times, fewer hours and shifts left out after which week, hours, youth rules and
//! the ratio rule hold. These hang together and are searched together; everything else is each gate's own.
//!
//! The search is exact. It rests on what the gates promise: a shift fits the week or not whatever the others do, once it
//! is known how long the way is; hours and the ratio rule see the hours of two weeks in all, and fewer never make them
//! fail; and taking a shift away never makes a youth rule fail, but for the two of breaks and rest. The way hangs on the
//! shifts in one bit, whether any begins or ends when no bus goes, and each of its values is searched for itself. Brute
//! force says in the tests that nothing is missed.

use super::lay::{Choice, Laid, Ways};
use super::steps::{Changed, Step, has_enough_hours, overlap};
use crate::matching::candidate::AgeBand;
use crate::matching::gates::{Context, Pair, check};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::verdict::{Gate, Missing, Verdict, YouthRule};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use enumset::EnumSet;

/// Nobody has more shifts in two weeks. With more, no shift is changed.
const MOST_SHIFTS: usize = 64;

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
        if self.shifts.len() > MOST_SHIFTS {
            return None;
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
                kept: 0,
                listed: Vec::new(),
                days: Vec::new(),
                now: Vec::new(),
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
        self.laid.iter().position(|laid| laid.way == way).unwrap_or_else(|| {
            self.laid.push(Laid::out(self.shifts, self.free, way, self.is_young));
            self.laid.len() - 1
        })
    }
}

/// The pair as the other steps have left it, with one set of shifts after another tried in it.
#[derive(Debug)]
pub(super) struct Rest<'a> {
    was: &'a Pair<'a>,
    context: &'a Context<'a>,
    changed: Changed,
    /// The most hours in two weeks that hours and ratio let pass; once it is known.
    most_hours: Option<Option<u32>>,
    /// The most quarter hours of one week that a youth rule lets pass; once one has said so.
    most_of_a_week: u32,
}

impl<'a> Rest<'a> {
    pub fn of(changed: Changed, was: &'a Pair<'a>, context: &'a Context<'a>) -> Self {
        Self {
            was,
            context,
            changed,
            most_hours: None,
            most_of_a_week: u32::MAX,
        }
    }

    fn verdict(&self, gate: Gate) -> Verdict {
        check(gate, &self.changed.pair(self.was), self.context)
    }

    /// The youth rule that these shifts break.
    fn broken(&mut self, shifts: &[Shift]) -> Option<Missing> {
        self.changed.placement.shifts.clear();
        self.changed.placement.shifts.extend_from_slice(shifts);
        let Verdict::Fail(violation) = self.verdict(Gate::Youth) else {
            return None;
        };
        if let Missing::Youth(YouthRule::WeekHours { at_most, .. }) = violation.missing {
            self.most_of_a_week = u32::from(at_most.0);
        }
        Some(violation.missing)
    }

    /// Whether the youth rules hold for these shifts, or could hold with more shifts on `days`. Another shift of the same
    /// day can make a break or a rest of what was none, and never anything else better.
    pub fn young_may(&mut self, shifts: &[Shift], days: EnumSet<Weekday>) -> bool {
        match self.broken(shifts) {
            None => true,
            Some(Missing::Youth(YouthRule::Break { day })) => days.contains(day),
            Some(Missing::Youth(YouthRule::Rest { .. })) => shifts.iter().any(|shift| days.contains(shift.day)),
            Some(_) => false,
        }
    }

    /// Whether shifts on the same days, with the same hours or more at whatever time of the day, may hold.
    fn young_may_at_some_time(&mut self, shifts: &[Shift]) -> bool {
        self.broken(shifts).is_none_or(|missing| {
            matches!(
                missing,
                Missing::Youth(YouthRule::Break { .. } | YouthRule::Rest { .. } | YouthRule::Window { .. } | YouthRule::Alone)
            )
        })
    }

    /// The most hours in two weeks, up to `now`, for which hours and ratio hold; `None`: not even for none.
    fn most_hours(&mut self, now: u32) -> Option<u32> {
        if let Some(most) = self.most_hours {
            return most;
        }
        let most = if self.hours_hold(now) {
            Some(now)
        } else if self.hours_hold(0) {
            let (mut hold, mut fail) = (0, now);
            while fail - hold > 1 {
                let half = hold.midpoint(fail);
                *(if self.hours_hold(half) { &mut hold } else { &mut fail }) = half;
            }
            Some(hold)
        } else {
            None
        };
        self.most_hours = Some(most);
        most
    }

    fn hours_hold(&mut self, hours: u32) -> bool {
        self.changed.placement.shifts.clear();
        self.changed.placement.shifts.push(Shift {
            day: Weekday::Monday,
            start: Quarter(0),
            length: Quarters(u16::try_from(hours).unwrap_or(u16::MAX)),
            pause: Quarters(0),
            parity: Parity::Even,
            from_week: 0,
            leeway: Leeway::default(),
        });
        [Gate::Hours, Gate::Ratio]
            .into_iter()
            .all(|gate| !matches!(self.verdict(gate), Verdict::Fail(_)))
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
    /// The shifts to change, in order, and those that stay, a bit for each.
    changed: Vec<usize>,
    kept: u64,
    /// What each shift to change could become, the cheapest first.
    listed: Vec<Vec<&'r Choice>>,
    /// For the young, the days on which the changed shifts may lie, each left out or on its day.
    days: Vec<Vec<Option<Weekday>>>,
    /// The shifts as they would be: first those that stay, then the changed ones that have been settled.
    now: Vec<Shift>,
    chosen: Vec<&'r Choice>,
    best: Best,
}

impl<'r> Run<'r, '_> {
    /// A shift that cannot stay as it is.
    fn must_change(&self, at: usize) -> bool {
        let slot = &self.laid.slots[at];
        !slot.fits || self.early == Some(false) && slot.is_early
    }

    fn choose_shifts(&mut self, from: usize, more: usize) {
        if more == 0 {
            if !(from..self.shifts.len()).any(|at| self.must_change(at)) {
                self.change_them();
            }
            return;
        }
        for at in from..self.shifts.len() {
            if !self.laid.slots[at].choices.is_empty() {
                self.changed.push(at);
                self.choose_shifts(at + 1, more - 1);
                self.changed.pop();
            }
            if self.must_change(at) {
                return;
            }
        }
    }

    /// The shifts that stay.
    fn staying(&self) -> impl Iterator<Item = usize> + use<'r> {
        let kept = self.kept;
        (0..self.shifts.len()).filter(move |at| kept >> at & 1 == 1)
    }

    fn change_them(&mut self) {
        let all = u64::MAX >> (MOST_SHIFTS - self.shifts.len());
        self.kept = self.changed.iter().fold(all, |kept, at| kept & !(1 << at));
        let before: u32 = self.laid.slots.iter().map(|slot| slot.hours).sum();
        let Some(most) = self.rest.most_hours(before) else { return };
        if !self.has_enough(most) {
            return;
        }
        let hours: u32 = self.staying().map(|at| self.laid.slots[at].hours).sum();
        if self.least_more(0, most, hours).is_none_or(|least| least > self.limit) {
            return;
        }
        if self.early == Some(true) && !self.may_be_early(0) {
            return;
        }
        if !self.list_choices() {
            return;
        }
        self.now = self.staying().map(|at| self.shifts[at].clone()).collect();
        let days = self.days_from(0);
        if self.is_young && !(self.rest.young_may(&self.now, days) && self.some_days_may_be()) {
            return;
        }
        self.change_next(0, hours);
    }

    /// The least that the changes from this one on cost, if they are to leave at most so many hours.
    fn least_more(&self, next: usize, most: u32, hours: u32) -> Option<u32> {
        let Some(at) = self.changed.get(next) else {
            return (hours <= most).then_some(0);
        };
        let mut least: Option<u32> = None;
        for (more, cost) in &self.laid.slots[*at].stairs {
            if least.is_some_and(|least| least <= *cost) {
                break;
            }
            if let Some(later) = self.least_more(next + 1, most, hours + more) {
                least = Some(least.unwrap_or(u32::MAX).min(cost + later));
            }
        }
        least
    }

    fn may_be_early(&self, next: usize) -> bool {
        self.staying().any(|at| self.laid.slots[at].is_early)
            || self.chosen.iter().any(|choice| choice.is_early)
            || self.changed[next..]
                .iter()
                .any(|at| self.laid.slots[*at].choices.iter().any(|choice| choice.is_early))
    }

    /// Lists of each shift to change the choices that lie over none that stays, that leave room for each of the others
    /// by itself, and that are not too dear beside them; false where there are none.
    fn list_choices(&mut self) -> bool {
        let slots = &self.laid.slots;
        let free = |at: &usize| slots[*at].choices.iter().filter(|choice| self.is_free(choice));
        let cheapest: Option<Vec<u32>> = self.changed.iter().map(|at| Some(free(at).next()?.cost)).collect();
        let Some(cheapest) = cheapest else { return false };
        let all: u32 = cheapest.iter().sum();
        let listed = self.changed.iter().zip(&cheapest).map(|(at, least)| {
            let others: Vec<&usize> = self
                .changed
                .iter()
                .filter(|other| slots[*at].reaches >> **other & 1 == 1)
                .collect();
            let leaves_room = |choice: &Choice| {
                choice.shift.as_ref().is_none_or(|shift| {
                    let is_beside = |other: &Choice| other.shift.as_ref().is_none_or(|other| !overlap(shift, other));
                    others.iter().all(|other| free(other).any(is_beside))
                })
            };
            free(at)
                .take_while(|choice| all - least + choice.cost <= self.limit)
                .filter(|choice| leaves_room(choice))
                .collect::<Vec<&Choice>>()
        });
        self.listed = listed.collect();
        self.listed.iter().all(|choices| !choices.is_empty())
    }

    /// The days on which the changed shifts from this one on could lie.
    fn days_from(&self, next: usize) -> EnumSet<Weekday> {
        let open = self.listed[next..].iter().flatten();
        open.filter_map(|choice| choice.day()).collect()
    }

    /// Works out on which days the changed shifts, as short as they can be there, may lie by the youth rules that do not
    /// look at the time of the day; false where there are none.
    fn some_days_may_be(&mut self) -> bool {
        self.days.clear();
        self.add_days(&mut Vec::new());
        !self.days.is_empty()
    }

    fn add_days(&mut self, days: &mut Vec<Option<Weekday>>) {
        let Some(choices) = self.listed.get(days.len()) else {
            self.days.push(days.clone());
            return;
        };
        let mut shortest: Vec<&Choice> = Vec::new();
        for choice in choices {
            // Of each day the shortest one in the middle of the day, which most rules let pass.
            let order = |choice: &Choice| choice.shift.as_ref().map(|shift| (shift.hours(), shift.start.0.abs_diff(56)));
            match shortest.iter_mut().find(|other| other.day() == choice.day()) {
                Some(other) if order(choice) < order(other) => *other = choice,
                Some(_) => {}
                None => shortest.push(choice),
            }
        }
        for choice in shortest {
            self.now.extend(choice.shift.clone());
            days.push(choice.day());
            if choice.shift.is_none() || self.rest.young_may_at_some_time(&self.now) {
                self.add_days(days);
            }
            days.pop();
            if choice.shift.is_some() {
                self.now.pop();
            }
        }
    }

    fn change_next(&mut self, next: usize, hours: u32) {
        let laid = self.laid;
        if next == self.changed.len() {
            return self.keep(hours);
        }
        let before: u32 = self.chosen.iter().map(|choice| choice.cost).sum();
        let later = self.changed[next + 1..].iter();
        let cheapest: u32 = later
            .clone()
            .filter_map(|at| laid.slots[*at].choices.first())
            .map(|choice| choice.cost)
            .sum();
        let longest: u32 = later.map(|at| laid.slots[*at].most).sum();
        for at in 0..self.listed[next].len() {
            let choice = self.listed[next][at];
            if before + choice.cost + cheapest > self.limit {
                return;
            }
            if self.has_enough(hours + choice.hours + longest)
                && self.is_affordable(before + choice.cost, next + 1, hours + choice.hours)
                && !choice.shift.as_ref().is_some_and(|shift| self.is_over_chosen(shift))
            {
                self.try_choice(choice, next, hours);
            }
        }
    }

    fn try_choice(&mut self, choice: &'r Choice, next: usize, hours: u32) {
        self.now.extend(choice.shift.clone());
        self.chosen.push(choice);
        let may_be_early = self.early != Some(true) || self.may_be_early(next + 1);
        if may_be_early && (!self.is_young || self.young_may(next + 1)) {
            self.change_next(next + 1, hours + choice.hours);
        }
        self.chosen.pop();
        if choice.shift.is_some() {
            self.now.pop();
        }
    }

    /// It lies over none of those that stay, and when a bus goes if it must.
    fn is_free(&self, choice: &Choice) -> bool {
        choice.hits & self.kept == 0 && !(self.early == Some(false) && choice.is_early)
    }

    fn is_affordable(&self, cost: u32, next: usize, hours: u32) -> bool {
        let most = self.rest.most_hours.flatten().unwrap_or(0);
        self.least_more(next, most, hours)
            .is_some_and(|later| cost + later <= self.limit)
    }

    fn is_over_chosen(&self, shift: &Shift) -> bool {
        let chosen = self.chosen.iter().filter_map(|choice| choice.shift.as_ref());
        chosen.into_iter().any(|other| overlap(shift, other))
    }

    fn young_may(&mut self, next: usize) -> bool {
        let most = self.rest.most_of_a_week;
        let is_day = |days: &Vec<Option<Weekday>>| self.chosen.iter().zip(days).all(|(choice, day)| choice.day() == *day);
        if !self.days.iter().any(is_day) {
            return false;
        }
        let is_short = most == u32::MAX
            || [Parity::Even, Parity::Odd]
                .into_iter()
                .all(|week| self.least_of(week, next) <= most);
        let days = self.days_from(next);
        is_short && self.rest.young_may(&self.now, days)
    }

    /// The fewest quarter hours of such a week, should what is not settled be as short as it can.
    fn least_of(&self, week: Parity, next: usize) -> u32 {
        let open = self.changed[next..].iter().filter(|at| self.shifts[**at].parity.meets(week));
        let least = |at: &usize| {
            let hours = self.laid.slots[*at].choices.iter().map(|choice| &choice.shift);
            hours
                .map(|shift| shift.as_ref().map_or(0, |shift| u32::from(shift.hours().0)))
                .min()
        };
        let settled = self.now.iter().filter(|shift| shift.parity.meets(week));
        settled.map(|shift| u32::from(shift.hours().0)).sum::<u32>() + open.filter_map(least).sum::<u32>()
    }

    /// Whether so many hours in two weeks are as many as the company can use.
    fn has_enough(&self, hours: u32) -> bool {
        let before: u32 = self.laid.slots.iter().map(|slot| slot.hours).sum();
        let a_week = |hours: u32| Quarters(u16::try_from(hours / 2).unwrap_or(u16::MAX));
        has_enough_hours(a_week(before), a_week(hours), self.least)
    }

    fn keep(&mut self, hours: u32) {
        if self.has_enough(hours) && !self.now.is_empty() {
            let cost = self.chosen.iter().map(|choice| choice.cost).sum::<u32>();
            // What comes must be cheaper; of equals the first is kept.
            self.limit = cost.saturating_sub(1);
            self.best = Some((cost, self.chosen.iter().map(|choice| (choice.cost, choice.step)).collect()));
        }
    }
}
