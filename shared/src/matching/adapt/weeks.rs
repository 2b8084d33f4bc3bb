//! Shifts that fit: the cheapest other times, fewer hours and shifts left out after which week, hours, youth rules and
//! the ratio rule hold. These hang together and are searched together; everything else is each gate's own.
//!
//! The search is exact. It rests on what the gates promise: a shift fits the week or not whatever the others do, once it
//! is known how long the way is; hours and the ratio rule see the hours of two weeks in all, and fewer never make them
//! fail; and taking a shift away never makes a youth rule fail, but for the two of breaks and rest. The way hangs on the
//! shifts in one bit, whether any begins or ends when no bus goes, and each of its values is searched for itself. Brute
//! force says in the tests that nothing is missed.

use super::lay::{Choice, Laid, Together, Ways};
use super::minimal::order;
use super::offers;
use super::rest::Rest;
use super::steps::{Step, has_enough_hours, overlap};
use super::young::{Least, Worked, least_of};
use crate::day::Day;
use crate::matching::gates::Pair;
use crate::matching::gates::youth::Bounds;
use crate::matching::shift::Shift;
use crate::matching::week::{Parity, Quarters, Weekday, Weeks};
use crate::matching::words::Demand;
use enumset::EnumSet;

/// Nobody has more shifts in two weeks. With more, no shift is changed.
pub(super) const MOST_SHIFTS: usize = 64;

/// The shifts of one pair, and what has been worked out of them.
#[derive(Debug)]
pub(super) struct Shifts<'a> {
    shifts: &'a [Shift],
    /// What several of them could become at once.
    alike: Vec<Step>,
    free: &'a Weeks,
    least: Option<Quarters>,
    laid: Vec<Laid>,
    known: Vec<Known>,
}

/// What was found already, under which limit, for a pair that is the same to all gates that see shifts.
#[derive(Debug)]
struct Known {
    same: Same,
    limit: u32,
    best: Best,
}

/// All that those gates see but the shifts and the way, which day it begins among it; and how many shifts are changed.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Same {
    ways: Ways,
    count: usize,
    start: Day,
    end: Option<Day>,
    demands: EnumSet<Demand>,
    lifts: u8,
}

/// The best that was found: its cost, and each step with its own.
pub(super) type Best = Option<(u32, Vec<(u32, Step)>)>;

impl<'a> Shifts<'a> {
    pub fn of(pair: &Pair<'a>) -> Self {
        let placement = pair.opening.placement;
        Self {
            shifts: &placement.shifts,
            alike: offers::alike(&placement.shifts),
            free: &pair.candidate.free,
            least: placement.least_hours,
            laid: Vec::new(),
            known: Vec::new(),
        }
    }

    /// The cheapest way to change exactly `count` shifts, at no more than `limit`, after which the gates that see shifts
    /// do not fail for `rest`, the pair as other steps have left it. Of equals the first, by shifts and then by steps.
    pub fn cheapest(&mut self, rest: &mut Rest<'_>, ways: Ways, count: usize, limit: u32) -> Best {
        let placement = &rest.changed.placement;
        let same = Same {
            ways,
            count,
            start: placement.start,
            end: placement.end,
            demands: placement.demands,
            lifts: placement.lifts,
        };
        let known = self.known.iter().find(|known| {
            // Nothing was found below a limit that was no lower, or the cheapest of all.
            known.same == same && (known.best.is_some() || known.limit >= limit)
        });
        if let Some(known) = known {
            return known.best.clone().filter(|(cost, _)| *cost <= limit);
        }
        let best = self.search(rest, ways, count, limit);
        self.known.push(Known {
            same,
            limit,
            best: best.clone(),
        });
        best
    }

    fn search(&mut self, rest: &mut Rest<'_>, ways: Ways, count: usize, limit: u32) -> Best {
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
            let laid = self.lay(way, rest);
            let mut run = Run {
                shifts: self.shifts,
                least_hours: self.least,
                laid: &self.laid[laid],
                early: *early,
                rest,
                limit: best.as_ref().map_or(limit, |(cost, _)| *cost),
                most: 0,
                together: Vec::new(),
                moved: 0,
                spent: 0,
                changed: Vec::with_capacity(count),
                kept: 0,
                listed: Vec::new(),
                least: Vec::new(),
                days: Vec::new(),
                now: Vec::new(),
                chosen: Vec::with_capacity(count),
                best: None,
            };
            run.choose_together(0, count);
            if let Some((cost, steps)) = run.best {
                let is_before = |(least, best): &(u32, Vec<(u32, Step)>)| (cost, order(&steps)) < (*least, order(best));
                if best.as_ref().is_none_or(is_before) {
                    best = Some((cost, steps));
                }
            }
        }
        best
    }

    /// What fits with this way, worked out once.
    fn lay(&mut self, way: Quarters, rest: &Rest<'_>) -> usize {
        let is_same = |laid: &Laid| laid.way == way && laid.bounds == rest.bounds && laid.dates == rest.dates();
        self.laid.iter().position(is_same).unwrap_or_else(|| {
            self.laid.push(Laid::out(self.shifts, &self.alike, self.free, way, rest));
            self.laid.len() - 1
        })
    }
}

/// One search, depth first: which shifts to change together and how, then which by themselves, then how.
#[derive(Debug)]
struct Run<'r, 'a> {
    shifts: &'r [Shift],
    least_hours: Option<Quarters>,
    laid: &'r Laid,
    /// Whether some shift must, or none may, begin or end when no bus goes.
    early: Option<bool>,
    rest: &'r mut Rest<'a>,
    /// The most that the company's cost may be.
    limit: u32,

    /// The most hours in two weeks.
    most: u32,
    /// What several shifts do together, which they are, a bit for each, and what that costs.
    together: Vec<&'r Together>,
    moved: u64,
    spent: u32,
    /// The shifts to change by themselves, in order, and those that stay, a bit for each.
    changed: Vec<usize>,
    kept: u64,
    /// What each shift to change could become, the cheapest first.
    listed: Vec<Vec<&'r Choice>>,
    /// For the young, the days on which each of them may lie, with the fewest hours there.
    least: Vec<Least>,
    /// For the young, the days on which the changed shifts may lie, each left out or on its day.
    days: Vec<Vec<Option<Weekday>>>,
    /// The shifts as they would be: first those that stay, then the changed ones that have been settled.
    now: Vec<Shift>,
    chosen: Vec<&'r Choice>,
    best: Best,
}

impl<'r> Run<'r, '_> {
    /// Before each more of them without: so the first of equals is found first.
    fn choose_together(&mut self, from: usize, more: usize) {
        self.choose_shifts(0, more);
        if more == 0 {
            return;
        }
        let laid = self.laid;
        for (at, one) in laid.together.iter().enumerate().skip(from) {
            if self.spent + one.cost > self.limit {
                return;
            }
            let can_be = |other: &&Together| one.shifts.iter().all(|shift| self.can_be_with(shift, other));
            let is_for_nothing = self.early == Some(false) && one.is_early;
            if is_for_nothing || one.bits & self.moved != 0 || !self.together.iter().all(can_be) {
                continue;
            }
            self.together.push(one);
            self.moved |= one.bits;
            self.spent += one.cost;
            self.choose_together(at + 1, more - 1);
            self.spent -= one.cost;
            self.moved &= !one.bits;
            self.together.pop();
        }
    }

    fn can_be_with(&self, shift: &Shift, together: &Together) -> bool {
        together.shifts.iter().all(|other| self.can_both(shift, other))
    }

    /// Of the day rules that do not look at others, `Laid` has asked already.
    fn can_both(&self, one: &Shift, other: &Shift) -> bool {
        self.laid.bounds.is_none_or(|bounds| bounds.let_both(one, other)) && !overlap(one, other)
    }

    /// A shift that cannot stay as it is.
    fn must_change(&self, at: usize) -> bool {
        let slot = &self.laid.slots[at];
        self.moved >> at & 1 == 0 && (!slot.fits || self.early == Some(false) && slot.is_early)
    }

    fn choose_shifts(&mut self, from: usize, more: usize) {
        if more == 0 {
            if !(from..self.shifts.len()).any(|at| self.must_change(at)) {
                self.change_them();
            }
            return;
        }
        for at in from..self.shifts.len() {
            if self.moved >> at & 1 == 0 && !self.laid.slots[at].choices.is_empty() {
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
        self.kept = self.changed.iter().fold(all & !self.moved, |kept, at| kept & !(1 << at));
        let is_hit = self.together.iter().any(|one| one.hits & self.kept != 0);
        if is_hit || self.staying().any(|at| self.laid.slots[at].apart & self.kept != 0) {
            return;
        }
        let before: u32 = self.laid.slots.iter().map(|slot| slot.hours).sum();
        let Some(most) = self.rest.most_hours(before) else { return };
        self.most = most;
        if !self.has_enough(most) {
            return;
        }
        let hours = self.staying().map(|at| self.laid.slots[at].hours).sum::<u32>()
            + self.together.iter().map(|one| one.hours).sum::<u32>();
        if !self.is_affordable(self.spent, 0, hours) {
            return;
        }
        if self.early == Some(true) && !self.may_be_early(0) {
            return;
        }
        if !self.list_choices() {
            return;
        }
        self.now = self.staying().map(|at| self.shifts[at].clone()).collect();
        self.now
            .extend(self.together.iter().flat_map(|one| one.shifts.iter().cloned()));
        if let Some(bounds) = self.laid.bounds {
            self.least = self.listed.iter().map(|choices| least_of(choices)).collect();
            let may = if self.changed.is_empty() {
                self.rest.young_may(&self.now)
            } else {
                self.rest.young_may_with_more(&self.now) && self.some_days_may_be(&bounds)
            };
            if !may {
                return;
            }
            for (place, choices) in self.listed.iter_mut().enumerate() {
                choices.retain(|choice| self.days.iter().any(|days| days[place] == choice.day()));
            }
        }
        if !self.keep_what_leaves_room() {
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
            || self.together.iter().any(|one| one.is_early)
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
        let all = self.spent + cheapest.iter().sum::<u32>();
        let listed = self.changed.iter().zip(&cheapest).map(|(at, least)| {
            let affordable = free(at).take_while(|choice| all - least + choice.cost <= self.limit);
            affordable.collect::<Vec<&Choice>>()
        });
        self.listed = listed.collect();
        true
    }

    /// Keeps of the choices those that leave room for each of the other shifts by itself; false where none is left of some.
    fn keep_what_leaves_room(&mut self) -> bool {
        for place in 0..self.listed.len() {
            let slot = &self.laid.slots[self.changed[place]];
            let others = self.changed.iter().zip(&self.listed).enumerate();
            let others = others.filter(|(other, (at, _))| *other != place && slot.reaches >> **at & 1 == 1);
            let others: Vec<&Vec<&Choice>> = others.map(|(_, (_, choices))| choices).collect();
            let leaves_room = |choice: &&Choice| {
                let can_be = |other: &&Choice| self.can_be_beside(choice, other);
                others.iter().all(|others| others.iter().any(can_be))
            };
            let kept: Vec<&Choice> = self.listed[place].iter().copied().filter(leaves_room).collect();
            if kept.is_empty() {
                return false;
            }
            self.listed[place] = kept;
        }
        true
    }

    fn can_be_beside(&self, one: &Choice, other: &Choice) -> bool {
        let both = one.shift.as_ref().zip(other.shift.as_ref());
        both.is_none_or(|(one, other)| self.can_both(one, other))
    }

    /// Works out on which days the changed shifts, as short as they can be there, may lie by the youth rules that do not
    /// look at the time of the day; false where there are none.
    fn some_days_may_be(&mut self, bounds: &Bounds) -> bool {
        self.days.clear();
        self.add_days(bounds, &mut Vec::new(), Worked::of(&self.now));
        !self.days.is_empty()
    }

    fn add_days(&mut self, bounds: &Bounds, days: &mut Vec<Option<Weekday>>, worked: Worked) {
        if !worked.is_within(bounds, self.least_from(days.len())) || !self.rest.has_days_off(worked.days()) {
            return;
        }
        let Some(at) = self.changed.get(days.len()) else {
            self.days.push(days.clone());
            return;
        };
        let parity = self.shifts[*at].parity;
        for (day, hours) in self.least[days.len()].clone() {
            days.push(day);
            self.add_days(bounds, days, day.map_or(worked, |day| worked.and(parity, day, hours)));
            days.pop();
        }
    }

    /// The fewest quarter hours of an even and of an odd week that the changed shifts from this one on come to.
    fn least_from(&self, next: usize) -> [u16; 2] {
        [Parity::Even, Parity::Odd].map(|week| {
            let open = self.changed.iter().zip(&self.least).skip(next);
            let open = open.filter(|(at, _)| self.shifts[**at].parity.meets(week));
            let fewest = open.filter_map(|(_, least)| least.iter().map(|(_, hours)| *hours).min());
            fewest.sum()
        })
    }

    fn change_next(&mut self, next: usize, hours: u32) {
        let laid = self.laid;
        if next == self.changed.len() {
            return self.keep(hours);
        }
        let before = self.cost();
        let later = self.changed[next + 1..].iter();
        let cheapest: u32 = self.listed[next + 1..]
            .iter()
            .filter_map(|choices| choices.first())
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
                && self.chosen.iter().all(|chosen| self.can_be_beside(choice, chosen))
            {
                self.try_choice(choice, next, hours);
            }
        }
    }

    fn try_choice(&mut self, choice: &'r Choice, next: usize, hours: u32) {
        self.now.extend(choice.shift.clone());
        self.chosen.push(choice);
        let may_be_early = self.early != Some(true) || self.may_be_early(next + 1);
        if may_be_early && self.laid.bounds.is_none_or(|bounds| self.young_may(&bounds, next + 1)) {
            self.change_next(next + 1, hours + choice.hours);
        }
        self.chosen.pop();
        if choice.shift.is_some() {
            self.now.pop();
        }
    }

    /// It lies over none of those that stay or go together, and when a bus goes if it must.
    fn is_free(&self, choice: &Choice) -> bool {
        let can_be = |one: &&Together| choice.shift.as_ref().is_none_or(|shift| self.can_be_with(shift, one));
        let is_for_nothing = self.early == Some(false) && choice.is_early;
        choice.hits & self.kept == 0 && !is_for_nothing && self.together.iter().all(can_be)
    }

    /// Of all that is settled.
    fn cost(&self) -> u32 {
        self.spent + self.chosen.iter().map(|choice| choice.cost).sum::<u32>()
    }

    fn is_affordable(&self, cost: u32, next: usize, hours: u32) -> bool {
        self.least_more(next, self.most, hours)
            .is_some_and(|later| cost + later <= self.limit)
    }

    /// Whether the shifts that are settled may hold by the youth rules, with those that are not.
    fn young_may(&mut self, bounds: &Bounds, next: usize) -> bool {
        let are_days = |days: &Vec<Option<Weekday>>| self.chosen.iter().zip(days).all(|(choice, day)| choice.day() == *day);
        if !self.days.iter().any(are_days) || !Worked::of(&self.now).is_within(bounds, self.least_from(next)) {
            return false;
        }
        if next == self.changed.len() {
            return self.rest.young_may(&self.now);
        }
        let others = self.now.split_last().filter(|(last, _)| bounds.lacks_break(last));
        others.is_none_or(|(last, others)| {
            let open = self.least[next..].iter().flatten();
            others.iter().any(|other| other.day == last.day) || open.into_iter().any(|(day, _)| *day == Some(last.day))
        })
    }

    /// Whether so many hours in two weeks are as many as the company can use.
    fn has_enough(&self, hours: u32) -> bool {
        let before: u32 = self.laid.slots.iter().map(|slot| slot.hours).sum();
        let a_week = |hours: u32| Quarters(u16::try_from(hours / 2).unwrap_or(u16::MAX));
        has_enough_hours(a_week(before), a_week(hours), self.least_hours)
    }

    fn keep(&mut self, hours: u32) {
        let is_something_left = !self.rest.had_work
            || self.staying().any(|at| self.laid.slots[at].comes)
            || self.together.iter().any(|one| one.comes)
            || self.chosen.iter().any(|choice| choice.comes);
        if self.has_enough(hours) && is_something_left {
            let cost = self.cost();
            // What comes must be cheaper; of equals the first is kept.
            self.limit = cost.saturating_sub(1);
            let together = self.together.iter().map(|one| (one.cost, one.step));
            let each = self.chosen.iter().map(|choice| (choice.cost, choice.step));
            let mut steps: Vec<(u32, Step)> = together.chain(each).collect();
            steps.sort_by_key(|(_, step)| step.target());
            self.best = Some((cost, steps));
        }
    }
}
