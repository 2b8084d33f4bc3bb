//! How well a place fits somebody: seven named parts of the pair, whose points add up to the fit.
//!
//! It is a pair's, never a person's, and nothing in it is learned, predicted or counted from what others did.
//! Each part is a whole number from 0 to 100 with the facts it was made of, and its points are its share of a
//! weight from one table. People read the facts in words; the points only order places for one person.
//! Somebody's fit is never held against somebody else's: people for a place are listed by how long they wait.

use super::candidate::Candidate;
use super::gates::Pair;
use super::gates::travel::{Way, early, reach};
use super::place::{Mode, Site};
use super::placement::{Afterwards, Placement};
use super::shift::final_hours;
use super::week::Quarters;
use super::words::{Isco, Kind, TaskId};
use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

/// What a fit is made of, in the order in which it is shown.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Part {
    /// Is it the work they would like?
    Wish,
    /// Is it as many hours as they hope for?
    Hours,
    /// How near is it?
    Way,
    /// How much of it can they already?
    Can,
    /// What of it would they like to learn?
    Learn,
    /// Do they know the workplace, or is it where they live?
    Known,
    /// Does it lead to ordinary hours with pay?
    PayAfter,
}

/// The most points of each part. A change is a new version, so that an old list can be explained as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Weights {
    pub version: u16,
    /// In the order of `Part`. They add up to 1,000.
    pub of: [u16; 7],
}

pub const WEIGHTS: Weights = Weights {
    version: 1,
    of: [250, 200, 150, 150, 100, 50, 100],
};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fit {
    /// The version of the weights.
    pub weights: u16,
    /// One for each part, in their order.
    pub reasons: [Reason; 7],
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reason {
    pub part: Part,
    /// 0–100.
    pub value: u8,
    /// `of × value / 100`, rounded down.
    pub points: u16,
    /// The most that this part can give.
    pub of: u16,
    pub because: Because,
}

/// The facts that a part was made of. The words are in the locales.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Because {
    Wish(Wish),
    Hours {
        /// Hours a week when all shifts have begun; `None`: the company has not said.
        offered: Option<Quarters>,
        /// Hours a week that they hope for beside those they are paid for now; `None`: they have not said.
        hoped: Option<Quarters>,
    },
    Way {
        by: Mode,
        minutes: u16,
    },
    /// Nobody has looked up how long it takes; only how far it is through the air.
    HowFar {
        by: Mode,
        metres: u32,
    },
    /// Tasks of the place that they can, of so many.
    Can {
        tasks: Vec<TaskId>,
        of: u16,
    },
    /// Tasks of the place that they would like to learn.
    Learn {
        tasks: Vec<TaskId>,
    },
    Known(Known),
    PayAfter(PayAfter),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Wish {
    /// Their first wish is 1.
    Rank(u8),
    /// Near to this occupation, which they would like.
    Near(Isco),
    /// They have named no occupation: they are open to all.
    Open,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Known {
    /// They have worked there, or know a colleague.
    Worked,
    SameCommunity,
    No,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum PayAfter {
    /// Ordinary pay from the first day.
    Now,
    /// From this week of the placement.
    FromWeek(u8),
    Perhaps,
    NotSaid,
}

/// What a part is worth that the person has said nothing about. As it is the same for every place, it orders nothing.
const NOT_SAID: u8 = 50;

impl Fit {
    /// 0–1,000: the sum of the points shown.
    pub fn points(&self) -> u16 {
        self.reasons.iter().map(|reason| reason.points).sum()
    }

    pub fn reason(&self, part: Part) -> &Reason {
        &self.reasons[part as usize]
    }
}

/// The fit of a pair, with every reason.
pub fn fit(pair: &Pair<'_>) -> Fit {
    let (candidate, opening) = (pair.candidate, pair.opening);
    let placement = opening.placement;
    let site = &opening.workplace.site;
    let (wished, wish) = wish(&candidate.wanted, placement.occupation);
    let (offered, hoped) = (offered(placement), hoped(candidate));
    let way = reach(candidate, site, early(placement).is_some());
    let can_do = both(&candidate.can, &placement.tasks);
    let learns = both(&candidate.wants_to_learn, &placement.tasks);
    let is_home = candidate.home.community == site.community;
    let (knows, known) = known(candidate.knows.contains(&opening.workplace.id), is_home);
    let (pays, pay_after) = pay_after(placement);
    let of = placement.tasks.len();
    let each = [
        (Part::Wish, (wished, Because::Wish(wish))),
        (Part::Hours, (hours(offered, hoped), Because::Hours { offered, hoped })),
        (Part::Way, distance(candidate, site, way)),
        (
            Part::Can,
            (
                can(can_do.len(), of),
                Because::Can {
                    tasks: can_do,
                    of: u16::try_from(of).unwrap_or(u16::MAX),
                },
            ),
        ),
        (Part::Learn, (learn(learns.len()), Because::Learn { tasks: learns })),
        (Part::Known, (knows, Because::Known(known))),
        (Part::PayAfter, (pays, Because::PayAfter(pay_after))),
    ];
    Fit {
        weights: WEIGHTS.version,
        reasons: each.map(|(part, (value, because))| {
            let of = WEIGHTS.of[part as usize];
            Reason {
                part,
                value,
                points: points(part, value),
                of,
                because,
            }
        }),
    }
}

/// What a part's value counts.
pub(super) fn points(part: Part, value: u8) -> u16 {
    WEIGHTS.of[part as usize] * u16::from(value) / 100
}

/// All for the first wish, less for later ones; some for work of the same group of three or two digits of ISCO-08.
pub(super) fn wish(wanted: &[Isco], occupation: Isco) -> (u8, Wish) {
    if wanted.is_empty() {
        return (NOT_SAID, Wish::Open);
    }
    if let Some(at) = wanted.iter().position(|&one| one == occupation) {
        let value = match at {
            0 => 100,
            1 => 90,
            2 => 80,
            _ => 70,
        };
        return (value, Wish::Rank(u8::try_from(at + 1).unwrap_or(u8::MAX)));
    }
    let shares = |digits: u16| wanted.iter().find(|one| one.0 / digits == occupation.0 / digits);
    match (shares(10), shares(100)) {
        (Some(&one), _) => (50, Wish::Near(one)),
        (None, Some(&one)) => (25, Wish::Near(one)),
        (None, None) => (0, Wish::Other),
    }
}

pub(super) fn offered(placement: &Placement) -> Option<Quarters> {
    (!placement.shifts.is_empty()).then(|| final_hours(&placement.shifts))
}

/// What they hope for and do not have yet; all they hope for where they have it already.
pub(super) fn hoped(candidate: &Candidate) -> Option<Quarters> {
    let hours = candidate.hours;
    let more = hours.hoped.0.saturating_sub(hours.paid.0);
    (hours.hoped.0 > 0).then_some(if more > 0 { Quarters(more) } else { hours.hoped })
}

/// How many in a hundred the fewer hours are of the more.
pub(super) fn hours(offered: Option<Quarters>, hoped: Option<Quarters>) -> u8 {
    match (offered, hoped) {
        (None, _) => 0,
        (Some(_), None) => NOT_SAID,
        (Some(offered), Some(hoped)) => percent(offered.min(hoped).0.into(), offered.max(hoped).0.into()),
    }
}

/// All for no way at all and half for the longest that they would take; less than half, and nothing from 25 km through the
/// air, for a way that nobody has looked up; nothing for one that is too long.
pub(super) fn distance(candidate: &Candidate, work: &Site, way: Way) -> (u8, Because) {
    match way {
        Way::Known { by, minutes } => {
            let longest = candidate.travel.longest;
            let spare = longest.checked_sub(minutes);
            let value = spare.map_or(0, |spare| 50 + percent(spare.into(), longest.into()) / 2);
            (value, Because::Way { by, minutes })
        }
        Way::NotThen { by, minutes } => (0, Because::Way { by, minutes }),
        Way::Asked(by) => {
            let metres = candidate.home.point.metres_to(work.point);
            let value = u8::try_from(50 - (metres / 500).min(50)).unwrap_or(0);
            (value, Because::HowFar { by, metres })
        }
    }
}

/// How many in a hundred of the place's tasks they can.
pub(super) fn can(tasks: usize, of: usize) -> u8 {
    percent(tasks as u32, of as u32)
}

/// One task that they would like to learn is worth most of it, three are worth all.
pub(super) fn learn(tasks: usize) -> u8 {
    match tasks {
        0 => 0,
        1 => 60,
        2 => 85,
        _ => 100,
    }
}

pub(super) fn known(worked: bool, is_home: bool) -> (u8, Known) {
    match (worked, is_home) {
        (true, _) => (100, Known::Worked),
        (false, true) => (50, Known::SameCommunity),
        (false, false) => (0, Known::No),
    }
}

/// By what the company has said: the sooner ordinary pay comes, the more, and something for a perhaps.
pub(super) fn pay_after(placement: &Placement) -> (u8, PayAfter) {
    match (placement.kind, placement.afterwards) {
        (Kind::PaidHours | Kind::DayJob | Kind::YouthJob, _) => (100, PayAfter::Now),
        (Kind::WorkPlacement | Kind::WageSubsidy, Afterwards::PaidFromWeek(week)) => {
            (100 - 2 * week.min(26), PayAfter::FromWeek(week))
        }
        (Kind::WorkPlacement | Kind::WageSubsidy, Afterwards::Perhaps) => (30, PayAfter::Perhaps),
        (Kind::WorkPlacement | Kind::WageSubsidy, Afterwards::NotSaid) => (0, PayAfter::NotSaid),
    }
}

/// What two lists in order have in common.
fn both(one: &[TaskId], other: &[TaskId]) -> Vec<TaskId> {
    one.iter().copied().filter(|task| other.binary_search(task).is_ok()).collect()
}

/// How many in a hundred `part` is of `whole`, rounded down; 0 of nothing.
fn percent(part: u32, whole: u32) -> u8 {
    (part * 100).checked_div(whole).map_or(0, |percent| percent.min(100) as u8)
}

#[cfg(test)]
mod tests;
