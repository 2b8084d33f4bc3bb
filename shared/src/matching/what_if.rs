//! "What if I could start at nine?": the places that a supposition opens, and those that it closes.
//!
//! A thought, not an answer: whoever thinks it stores nothing of it. What can be supposed is what a day and a way are
//! made of, and of all gates only those of the week and of travel read it. So a place that another gate rules out
//! stays ruled out whatever is supposed, and is left out beforehand by whoever knows it (`is_possible`). For the rest
//! no more is needed than when and where it is (`Spot`), and of the person when they are free and how they get about
//! (`Life`): no rule of law, nobody else's number and no need is sent to the browser, which thinks it over by the same
//! `effects` as the server.

use super::candidate::{Candidate, Travel};
use super::gates::travel::{early, reach_from};
use super::gates::week::{Lies, lies, work};
use super::gates::{Context, Pair, check};
use super::place::{Mode, Site};
use super::placement::Opening;
use super::verdict::{Gate, Verdict};
use super::week::{DAY, Quarter, Week, Weekday, Weeks};
use crate::day::Day;
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

/// What is supposed. `None`: as it is now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct WhatIf {
    /// They leave home at this time on every day on which they have any free time at all: sooner or later than now.
    pub leaves: Option<Quarter>,
    /// They are home again by this time on those days.
    pub home_by: Option<Quarter>,
    /// They have this means of travel too.
    pub by: Option<Mode>,
    /// The longest way that they would take, one way, in minutes.
    pub longest: Option<u16>,
}

/// What of somebody can be supposed to be another, and where they live.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Life {
    pub home: Site,
    pub travel: Travel,
    pub free: Weeks,
}

/// When and where a place is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Spot {
    pub site: Site,
    /// The hours at work when all shifts have begun, in the weeks in which each comes; `None`: the company has not said.
    pub work: Option<Weeks>,
    /// Somebody has to be there before buses run, or later than they do.
    pub is_early: bool,
}

/// What a supposition does to one place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Effect {
    /// It fits before and after, or neither.
    Stays,
    Opens,
    Closes,
}

/// The gates that read what can be supposed.
const SUPPOSED: [Gate; 2] = [Gate::Week, Gate::Travel];

/// The longest way that can be supposed, one way, in minutes.
const LONGEST: u16 = 240;

impl WhatIf {
    /// As a form sends it: times in quarter hours since midnight, a means by its name in the code, minutes; empty where
    /// nothing is supposed. `None`: not from our form, or home before one has left.
    pub fn read(leaves: &str, home_by: &str, by: &str, longest: &str) -> Option<WhatIf> {
        let what_if = WhatIf {
            leaves: given(leaves, |text| {
                text.parse().ok().filter(|at| u16::from(*at) <= DAY).map(Quarter)
            })?,
            home_by: given(home_by, |text| {
                text.parse().ok().filter(|at| u16::from(*at) <= DAY).map(Quarter)
            })?,
            by: given(by, |text| EnumSet::<Mode>::all().iter().find(|mode| name(*mode) == text))?,
            longest: given(longest, |text| text.parse().ok().filter(|minutes| *minutes <= LONGEST))?,
        };
        let ends_before_it_begins = matches!((what_if.leaves, what_if.home_by), (Some(leaves), Some(home)) if leaves >= home);
        (!ends_before_it_begins).then_some(what_if)
    }

    /// The life that is supposed.
    pub fn suppose(&self, life: &Life) -> Life {
        let mut travel = life.travel.clone();
        travel.by.extend(self.by);
        travel.longest = self.longest.unwrap_or(travel.longest);
        Life {
            home: life.home.clone(),
            travel,
            free: Weeks {
                even: self.week(&life.free.even),
                odd: self.week(&life.free.odd),
            },
        }
    }

    /// Each day begins and ends when it is supposed to. What lies between, such as school in the middle of the day, stays
    /// as it is, and a day without any free time stays without.
    fn week(&self, week: &Week) -> Week {
        let mut supposed = *week;
        for day in Weekday::ALL {
            let midnight = day.first_quarter();
            let mut free = (midnight..midnight + DAY).filter(|at| week.contains(*at));
            let Some(first) = free.next() else { continue };
            let end = free.next_back().unwrap_or(first) + 1;
            let of_day = |time: Quarter| midnight + u16::from(time.0).min(DAY);
            let leaves = self.leaves.map_or(first, of_day);
            let home = self.home_by.map_or(end, of_day);
            supposed.insert(leaves, first.saturating_sub(leaves));
            supposed.insert(end, home.saturating_sub(end));
            supposed.remove(midnight, leaves - midnight);
            supposed.remove(home, midnight + DAY - home);
        }
        supposed
    }
}

/// As a form names it.
pub fn name(by: Mode) -> &'static str {
    match by {
        Mode::Walk => "walk",
        Mode::Bike => "bike",
        Mode::EBike => "e-bike",
        Mode::Car => "car",
        Mode::Bus => "bus",
    }
}

/// `Some(None)`: nothing was given.
fn given<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

impl From<&Candidate> for Life {
    fn from(candidate: &Candidate) -> Self {
        Life {
            home: candidate.home.clone(),
            travel: candidate.travel.clone(),
            free: candidate.free,
        }
    }
}

impl Spot {
    /// As it is for somebody who begins as soon as they could.
    pub fn of(opening: Opening<'_>, today: Day) -> Self {
        let placement = opening.placement;
        Spot {
            site: opening.workplace.site.clone(),
            work: work(placement, today),
            is_early: early(placement).is_some(),
        }
    }
}

/// Whether nothing but the day and the way could rule this place out.
pub fn is_possible(pair: &Pair<'_>, context: &Context<'_>) -> bool {
    let others = EnumSet::<Gate>::all().iter().filter(|gate| !SUPPOSED.contains(gate));
    let mut verdicts = others.map(|gate| check(gate, pair, context));
    !verdicts.any(|verdict| matches!(verdict, Verdict::Fail(_)))
}

/// What the supposition does to each of these places, in their order.
pub fn effects(life: &Life, what_if: &WhatIf, spots: &[Spot]) -> Vec<Effect> {
    let supposed = what_if.suppose(life);
    let each = spots.iter().map(|spot| match (fits(life, spot), fits(&supposed, spot)) {
        (false, true) => Effect::Opens,
        (true, false) => Effect::Closes,
        _ => Effect::Stays,
    });
    each.collect()
}

/// Whether neither the week gate nor the travel gate fails. What nobody has said is a question, and fails nothing.
fn fits(life: &Life, spot: &Spot) -> bool {
    let longest = life.travel.longest;
    let way = reach_from(&life.home, &life.travel, &spot.site, spot.is_early);
    let is_outside = |work: &Weeks| matches!(lies(work, &life.free, way, longest), Lies::Outside(_));
    !way.is_too_far(longest) && !spot.work.as_ref().is_some_and(is_outside)
}

#[cfg(test)]
mod tests;
