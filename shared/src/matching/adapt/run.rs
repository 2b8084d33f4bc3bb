//! One search among the shifts of a pair: which to change together and how, then which by themselves, then how, the
//! cheapest first.

mod days;

use super::lay::{Choice, Kind, Laid, Together};
use super::rest::Rest;
use super::steps::{Step, has_enough_hours, overlap};
use super::weeks::{Best, MOST_SHIFTS};
use super::young::days_of;
use crate::matching::gates::youth::Bounds;
use crate::matching::shift::Shift;
use crate::matching::week::Quarters;
use std::cell::Cell;

/// What is searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct All<'r> {
    pub shifts: &'r [Shift],
    pub least_hours: Option<Quarters>,
    pub laid: &'r Laid,
    /// Whether some shift must, or none may, begin or end when no bus goes.
    pub early: Option<bool>,
}

/// What a shift to change could become on its day, and whether it could be there with those that stay, once that was asked.
#[derive(Clone, Copy, Debug)]
struct Open<'r> {
    choice: &'r Choice,
    could_be: Option<bool>,
}

/// One search, depth first.
#[derive(Debug)]
pub(super) struct Run<'r, 'a> {
    shifts: &'r [Shift],
    least_hours: Option<Quarters>,
    laid: &'r Laid,
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
    /// On which of its days each shift to change lies.
    days: Vec<usize>,
    /// Where they may all lie, and what the cheapest of each cost there in all.
    plans: Vec<(u32, Vec<usize>)>,
    /// What each could become there, the cheapest first, and whether that was found to be possible beside those that stay.
    open: Vec<Vec<Open<'r>>>,
    /// Which of them are by themselves on their day there, in each week.
    alone: Vec<bool>,
    /// The days of two weeks of the shifts that stay or go together, a bit for each.
    held: u16,
    /// The shifts as they would be: first those that stay, then the changed ones that have been settled.
    now: Vec<Shift>,
    chosen: Vec<&'r Choice>,
    best: Best,
    /// Whether the best changes the same shifts, and what was chosen for them.
    is_found: bool,
    first: Vec<(u32, Step)>,
    /// How often a set of shifts, a set of days, a choice or two of them were looked at.
    looks: Cell<u64>,
}

impl<'r, 'a> Run<'r, 'a> {
    pub fn of(all: All<'r>, rest: &'r mut Rest<'a>, limit: u32) -> Self {
        Self {
            shifts: all.shifts,
            least_hours: all.least_hours,
            laid: all.laid,
            early: all.early,
            rest,
            limit,
            most: 0,
            together: Vec::new(),
            moved: 0,
            spent: 0,
            changed: Vec::new(),
            kept: 0,
            days: Vec::new(),
            plans: Vec::new(),
            open: Vec::new(),
            alone: Vec::new(),
            held: 0,
            now: Vec::new(),
            chosen: Vec::new(),
            best: None,
            is_found: false,
            first: Vec::new(),
            looks: Cell::new(0),
        }
    }

    /// The cheapest `count` steps, and how often something was looked at for them.
    pub fn best(mut self, count: usize) -> (Best, u64) {
        self.choose_together(0, count);
        (self.best, self.looks.get())
    }

    fn look(&self) {
        self.looks.set(self.looks.get() + 1);
    }

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
        self.look();
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
        self.now = self.staying().map(|at| self.shifts[at].clone()).collect();
        self.now
            .extend(self.together.iter().flat_map(|one| one.shifts.iter().cloned()));
        if !self.could_be_young() {
            return;
        }
        self.plan();
        for (least, days) in std::mem::take(&mut self.plans) {
            if least > self.limit {
                break;
            }
            self.days = days;
            if self.open() {
                self.change_next(0, hours);
            }
        }
        // What comes must be cheaper; of equals the first set of shifts is kept.
        if std::mem::take(&mut self.is_found) {
            self.limit = self.limit.saturating_sub(1);
        }
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

    /// Opens the choices of each on its day, but for those that leave no room for another by itself, or too dear a one;
    /// false where none is left of some.
    fn open(&mut self) -> bool {
        let places = 0..self.changed.len();
        let open = places.clone().map(|place| {
            let all = &self.laid.slots[self.changed[place]].choices;
            let there = self.on_day(place).choices.iter().map(|at| &all[*at]);
            let free = there.filter(|choice| self.is_free(choice));
            free.map(|choice| Open { choice, could_be: None }).collect()
        });
        self.open = open.collect();
        let days = |place: usize| days_of(self.shifts[self.changed[place]].parity, self.on_day(place).day);
        let others = |place: usize| places.clone().filter(move |other| *other != place);
        let alone = places.clone().map(|place| {
            let held = others(place).fold(self.held, |held, other| held | days(other));
            held & days(place) == 0
        });
        self.alone = alone.collect();
        // Twice, since what leaves no room for one may have been the room of another.
        places.clone().chain(places).all(|place| {
            let kept: Vec<Open<'r>> = self.open[place]
                .iter()
                .copied()
                .filter(|open| self.leaves_room(place, open.choice))
                .collect();
            self.open[place] = kept;
            !self.open[place].is_empty()
        })
    }

    fn leaves_room(&self, place: usize, choice: &Choice) -> bool {
        let mut least = self.spent + choice.cost;
        (0..self.open.len()).filter(|other| *other != place).all(|other| {
            let is_near = self.are_near(place, other);
            let mut others = self.open[other].iter();
            let cheapest = others.find(|open| !is_near || self.can_be_beside((place, choice), (other, open.choice)));
            least += cheapest.map_or(0, |open| open.choice.cost);
            cheapest.is_some() && least <= self.limit
        })
    }

    /// Whether two changed shifts, each by its place and its choice, can be beside each other.
    fn can_be_beside(&self, one: (usize, &Choice), other: (usize, &Choice)) -> bool {
        self.look();
        let both = one.1.shift.as_ref().zip(other.1.shift.as_ref());
        both.is_none_or(|(first, second)| {
            let are_alone = [self.alone[one.0], self.alone[other.0]];
            let may = |bounds: Bounds| bounds.let_both_alone(first, second, are_alone);
            self.laid.bounds.is_none_or(may) && !overlap(first, second)
        })
    }

    fn change_next(&mut self, next: usize, hours: u32) {
        if next == self.changed.len() {
            return self.keep(hours);
        }
        let before = self.cost();
        let later = next + 1..self.changed.len();
        let cheapest: u32 = later.clone().map(|place| self.open[place][0].choice.cost).sum();
        let longest: u32 = later.clone().map(|place| self.laid.slots[self.changed[place]].most).sum();
        // Where none of those to come can be in its way, one time is as good as another for as many hours.
        let is_apart = !later.clone().any(|place| self.are_near(next, place));
        let near: Vec<usize> = (0..next).filter(|place| self.are_near(*place, next)).collect();
        let mut tried: Vec<Kind> = Vec::new();
        for at in 0..self.open[next].len() {
            self.look();
            let choice = self.open[next][at].choice;
            let least = before + choice.cost + cheapest;
            if least > self.limit {
                return;
            }
            if is_apart && tried.contains(&choice.kind()) || least == self.limit && self.is_behind(choice) {
                continue;
            }
            if self.has_enough(hours + choice.hours + longest)
                && self.is_affordable(before + choice.cost, next + 1, hours + choice.hours)
                && near
                    .iter()
                    .all(|place| self.can_be_beside((next, choice), (*place, self.chosen[*place])))
                && self.could_be(next, at)
                && self.try_choice(choice, next, hours)
            {
                tried.push(choice.kind());
            }
        }
    }

    /// Whether a choice could be, with those that stay or go together alone.
    fn could_be(&mut self, place: usize, at: usize) -> bool {
        let Open { choice, could_be } = self.open[place][at];
        could_be.unwrap_or_else(|| {
            self.look();
            let can_be = |one: &&Together| choice.shift.as_ref().is_none_or(|shift| self.can_be_with(shift, one));
            let may = |bounds: Bounds| {
                let stay = self.now.len() - self.chosen.iter().filter(|choice| choice.shift.is_some()).count();
                let mut now = self.now[..stay].to_vec();
                now.extend(choice.shift.clone());
                let others = (0..self.open.len()).filter(|other| *other != place);
                bounds.let_all(&now, &self.to_come(others))
            };
            // Of the first that is asked when it is tried.
            let bounds = self.laid.bounds.filter(|_| place > 0);
            let could_be = self.together.iter().all(can_be) && bounds.is_none_or(may);
            self.open[place][at].could_be = Some(could_be);
            could_be
        })
    }

    /// Whether with this choice next to those before it would come behind the best, should it cost as much.
    fn is_behind(&self, choice: &Choice) -> bool {
        let chosen = self
            .chosen
            .iter()
            .copied()
            .chain([choice])
            .map(|choice| (choice.cost, choice.step));
        self.is_found && chosen.gt(self.first.iter().copied().take(self.chosen.len() + 1))
    }

    /// Whether it could be, with what has been chosen before it.
    fn try_choice(&mut self, choice: &'r Choice, next: usize, hours: u32) -> bool {
        self.look();
        self.now.extend(choice.shift.clone());
        self.chosen.push(choice);
        let may_be_early = self.early != Some(true) || self.may_be_early(next + 1);
        let may = |bounds: Bounds| bounds.let_all(&self.now, &self.to_come(next + 1..self.open.len()));
        let could_be = may_be_early && self.laid.bounds.is_none_or(may);
        if could_be {
            self.change_next(next + 1, hours + choice.hours);
        }
        self.chosen.pop();
        if choice.shift.is_some() {
            self.now.pop();
        }
        could_be
    }

    /// It lies over none of those that stay, and when a bus goes if it must.
    fn is_free(&self, choice: &Choice) -> bool {
        let is_for_nothing = self.early == Some(false) && choice.is_early;
        choice.hits & self.kept == 0 && !is_for_nothing
    }

    /// Of all that is settled.
    fn cost(&self) -> u32 {
        self.spent + self.chosen.iter().map(|choice| choice.cost).sum::<u32>()
    }

    fn is_affordable(&self, cost: u32, next: usize, hours: u32) -> bool {
        self.least_more(next, self.most, hours)
            .is_some_and(|later| cost + later <= self.limit)
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
        if !self.has_enough(hours) || !is_something_left {
            return;
        }
        let each: Vec<(u32, Step)> = self.chosen.iter().map(|choice| (choice.cost, choice.step)).collect();
        if self.is_found && self.cost() == self.limit && each >= self.first {
            return;
        }
        self.limit = self.cost();
        let together = self.together.iter().map(|one| (one.cost, one.step));
        let mut steps: Vec<(u32, Step)> = together.chain(each.iter().copied()).collect();
        steps.sort_by_key(|(_, step)| step.target());
        self.best = Some((self.limit, steps));
        (self.is_found, self.first) = (true, each);
    }
}
