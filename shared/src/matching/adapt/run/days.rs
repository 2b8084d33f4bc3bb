//! On which days the shifts to change may lie, before any time of the day is looked at: for the young most is settled by
//! that, their hours, their days off and whether another shift comes that could make a break.

use super::Run;
use crate::matching::adapt::young::{OnDay, Worked, are_near, days_of};
use crate::matching::gates::youth::{Bounds, ToCome};

impl<'r> Run<'r, '_> {
    /// Whether youth rules could let be what stays or goes together, wherever the others lie.
    pub(super) fn could_be_young(&self) -> bool {
        let to_come = ToCome {
            days: u16::MAX,
            hours: self.fewest(0),
        };
        self.laid.bounds.is_none_or(|bounds| bounds.let_all(&self.now, &to_come))
    }

    /// Works out where the changed shifts may lie, the cheapest first: for the young by the rules that do not look at the time
    /// of the day.
    pub(super) fn plan(&mut self) {
        self.plans.clear();
        let least = self.spent + (0..self.changed.len()).map(|place| self.cheapest(place)).sum::<u32>();
        match self.laid.bounds {
            Some(bounds) => {
                let worked = Worked::of(&self.now);
                self.held = worked.days();
                self.add_plans(&bounds, &mut Vec::new(), worked, least);
                self.plans.sort_by_key(|(least, _)| *least);
            }
            None => {
                self.plans.push((least, vec![0; self.changed.len()]));
            }
        }
    }

    fn add_plans(&mut self, bounds: &Bounds, days: &mut Vec<usize>, worked: Worked, least: u32) {
        self.look();
        let next = days.len();
        if least > self.limit || !worked.is_within(bounds, self.fewest(next)) || !bounds.let_days(worked.days()) {
            return;
        }
        let Some(at) = self.changed.get(next) else {
            let mut to_come = ToCome::default();
            for (at, day) in self.changed.iter().zip(&*days) {
                to_come.days |= days_of(self.shifts[*at].parity, self.laid.slots[*at].days[*day].day);
            }
            if bounds.let_all(&self.now, &to_come) {
                self.plans.push((least, days.clone()));
            }
            return;
        };
        let parity = self.shifts[*at].parity;
        let cheapest = self.cheapest(next);
        let laid = self.laid;
        for (place, on_day) in laid.slots[*at].days.iter().enumerate() {
            let more = |day| worked.and(parity, day, on_day.fewest);
            days.push(place);
            self.add_plans(bounds, days, on_day.day.map_or(worked, more), least - cheapest + on_day.least);
            days.pop();
        }
    }

    /// What the cheapest choice of a shift to change costs, on whatever day.
    fn cheapest(&self, place: usize) -> u32 {
        let choices = &self.laid.slots[self.changed[place]].choices;
        choices.first().map_or(0, |choice| choice.cost)
    }

    /// The fewest quarter hours of an even and of an odd week that the changed shifts from this one on come to.
    fn fewest(&self, next: usize) -> [u16; 2] {
        let mut to_come = ToCome::default();
        for at in &self.changed[next..] {
            to_come.add(self.shifts[*at].parity, self.laid.slots[*at].fewest);
        }
        to_come.hours
    }

    /// What a shift to change could become on its day.
    pub(super) fn on_day(&self, place: usize) -> &'r OnDay {
        &self.laid.slots[self.changed[place]].days[self.days[place]]
    }

    /// What is known of some of the changed shifts, each on its day.
    pub(super) fn to_come(&self, places: impl Iterator<Item = usize>) -> ToCome {
        let mut to_come = ToCome::default();
        for place in places {
            let (parity, on_day) = (self.shifts[self.changed[place]].parity, self.on_day(place));
            to_come.days |= days_of(parity, on_day.day);
            to_come.add(parity, on_day.fewest);
        }
        to_come
    }

    /// Whether one of two changed shifts can be in the way of the other, on their days.
    pub(super) fn are_near(&self, one: usize, other: usize) -> bool {
        match self.laid.bounds {
            Some(_) => are_near(self.on_day(one).day, self.on_day(other).day),
            None => self.laid.slots[self.changed[one]].reaches >> self.changed[other] & 1 == 1,
        }
    }
}
