//! Shifts that fit: the cheapest other times, fewer hours and shifts left out after which week, hours, youth rules and
//! the ratio rule hold. These hang together and are searched together; everything else is each gate's own.
//!
//! The search is exact. It rests on what the gates promise: a shift fits the week or not whatever the others do, once it
//! is known how long the way is; hours and the ratio rule see the hours of two weeks in all, and fewer never make them
//! fail; taking a shift away never makes a youth rule fail, but for the two of breaks and rest; and these two look at no
//! more than a day and the next. The way hangs on the
//! shifts in one bit, whether any begins or ends when no bus goes, and each of its values is searched for itself. Brute
//! force says in the tests that nothing is missed.

use super::lay::{Base, Laid, Ways, hours};
use super::minimal::order;
use super::offers;
use super::rest::{Dates, Rest};
use super::run::{All, Run};
use super::steps::Step;
use crate::matching::gates::Pair;
use crate::matching::gates::youth::Bounds;
use crate::matching::shift::Shift;
use crate::matching::week::{Quarters, Weeks};

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
    bases: Vec<Base>,
    laid: Vec<Laid>,
    known: Vec<Known>,
    /// How often something was looked at: how long the search was, whatever the machine.
    pub looks: u64,
}

/// What was found already, under which limit, for a pair that is the same to all gates that see shifts.
#[derive(Debug)]
struct Known {
    same: Same,
    limit: u32,
    best: Best,
}

/// All that those gates see but the shifts and the way; and how many shifts are changed.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Same {
    ways: Ways,
    count: usize,
    bounds: Option<Bounds>,
    dates: Option<Dates>,
    most_hours: Option<u32>,
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
            bases: Vec::new(),
            laid: Vec::new(),
            known: Vec::new(),
            looks: 0,
        }
    }

    /// The cheapest way to change exactly `count` shifts, at no more than `limit`, after which the gates that see shifts
    /// do not fail for `rest`, the pair as other steps have left it. Of equals the first, by shifts and then by steps.
    pub fn cheapest(&mut self, rest: &mut Rest<'_>, ways: Ways, count: usize, limit: u32) -> Best {
        let hours = self.shifts.iter().map(hours).sum();
        let same = Same {
            ways,
            count,
            bounds: rest.bounds,
            dates: rest.dates(),
            most_hours: rest.most_hours(hours),
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
            let all = All {
                shifts: self.shifts,
                least_hours: self.least,
                laid: &self.laid[laid],
                early: *early,
            };
            let limit = best.as_ref().map_or(limit, |(cost, _)| *cost);
            let (found, looks) = Run::of(all, rest, limit).best(count);
            self.looks += looks;
            if let Some((cost, steps)) = found {
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
        if let Some(known) = self.laid.iter().position(is_same) {
            return known;
        }
        let known = self.bases.iter().position(|base| base.bounds == rest.bounds);
        let base = known.unwrap_or_else(|| {
            self.bases.push(Base::of(self.shifts, &self.alike, rest.bounds));
            self.bases.len() - 1
        });
        self.laid
            .push(Laid::out(&self.bases[base], self.shifts, self.free, way, rest));
        self.laid.len() - 1
    }
}
