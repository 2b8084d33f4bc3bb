//! What a company tells at its entrance, in five answers: we have room, or we need hands.

use super::candidate::Candidate;
use super::gates::{Context, Pair, check};
use super::occupations::task;
use super::placement::{Opening, Placement, Workplace};
use super::shift::{Leeway, Shift};
use super::verdict::{Gate, Verdict};
use super::week::{Parity, Quarter, Quarters, Weekday};
use super::words::{Isco, Kind, TaskId};
use crate::day::Day;
use crate::ids::{PlacementId, WorkplaceId};
use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// Everything is as the company wrote it; a consultant calls and makes a placement of it, or does not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    pub about: About,
    /// What is to be done, of the list.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// And in their own words.
    #[serde(default)]
    pub other_task: String,
    /// When they could use somebody.
    #[serde(default)]
    pub times: Vec<Time>,
    /// The times can be moved a little.
    #[serde(default)]
    pub can_move: bool,
    /// What one must know already.
    #[serde(default)]
    pub must: String,
    #[serde(default)]
    pub nice: String,
    /// What it can become.
    #[serde(default)]
    pub kinds: EnumSet<Kind>,
    /// The workplace as they name it, and where it is.
    pub place: String,
    /// Whom to call.
    pub name: String,
    pub phone: String,
    /// When not to call.
    #[serde(default)]
    pub not_when: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum About {
    /// We have room for somebody who would like to try or to learn.
    Room,
    /// We need hands, soon or tomorrow.
    Hands,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Time {
    pub day: Weekday,
    pub part: PartOfDay,
}

#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum PartOfDay {
    /// Before eight.
    Early,
    /// Eight to twelve.
    Morning,
    /// Twelve to sixteen.
    Afternoon,
    /// After sixteen.
    Evening,
}

/// The most letters of each text. Longer is refused, so that a stranger cannot fill the book.
pub const SIGNAL_MAX: usize = 400;

impl Signal {
    /// Whether somebody can be called about it and nothing in it is too long.
    pub fn is_whole(&self) -> bool {
        let texts = [
            &self.other_task,
            &self.must,
            &self.nice,
            &self.place,
            &self.name,
            &self.phone,
            &self.not_when,
        ];
        let short = texts.into_iter().all(|text| text.chars().count() <= SIGNAL_MAX);
        let named = [&self.place, &self.name, &self.phone]
            .into_iter()
            .all(|text| !text.trim().is_empty());
        short && named && self.times.len() <= 28 && self.tasks.len() <= 40
    }
}

impl PartOfDay {
    /// From and to, in quarter hours since midnight. Before eight is from six, after sixteen until eight.
    pub fn hours(self) -> (Quarter, Quarter) {
        let (from, to) = match self {
            PartOfDay::Early => (6, 8),
            PartOfDay::Morning => (8, 12),
            PartOfDay::Afternoon => (12, 16),
            PartOfDay::Evening => (16, 20),
        };
        (Quarter(from * 4), Quarter(to * 4))
    }
}

/// How long a confirmation counts.
pub const OPEN_DAYS: i32 = 28;

/// An occupation that nobody has named: no code of ISCO-08.
const NOT_SAID: Isco = Isco(0);

/// How much a shift moves when the company says that its times can be moved a little.
const A_LITTLE: Quarters = Quarters(4);

impl Signal {
    /// The kinds to look for people with: those that the company has said; without any, what its sentence asks for.
    pub fn kinds(&self) -> EnumSet<Kind> {
        match self.about {
            _ if !self.kinds.is_empty() => self.kinds,
            About::Room => Kind::WorkPlacement.into(),
            About::Hands => Kind::PaidHours | Kind::DayJob,
        }
    }

    /// When the company could use somebody, as shifts. Not all of them are needed, so each may be left out.
    pub fn shifts(&self) -> Vec<Shift> {
        joined(self.parts())
    }

    /// Each part of a day by itself, in order.
    fn parts(&self) -> Vec<Shift> {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.dedup();
        let shift = |Time { day, part }| {
            let (from, to) = part.hours();
            Shift {
                day,
                start: from,
                length: Quarters(u16::from(to.0 - from.0)),
                pause: Quarters(0),
                parity: Parity::Every,
                from_week: 0,
                leeway: self.leeway(),
            }
        };
        times.into_iter().map(shift).collect()
    }

    /// The same placement with what of its times this person could have: those that their week lets be, the first ones
    /// first, and no more than a full week. With all of them where none is, to see what it would take.
    pub fn suited(&self, whole: &Placement, workplace: &Workplace, candidate: &Candidate, context: &Context<'_>) -> Placement {
        let mut placement = whole.clone();
        let stops = |gate: Gate, placement: &Placement| {
            let opening = Opening { placement, workplace };
            let pair = Pair {
                candidate,
                opening,
                said_no: false,
            };
            matches!(check(gate, &pair, context), Verdict::Fail(_))
        };
        let mut suited: Vec<Shift> = Vec::new();
        for part in self.parts() {
            let mut more = suited.clone();
            more.push(part);
            placement.shifts = joined(more.clone());
            if [Gate::Week, Gate::Hours, Gate::Youth]
                .into_iter()
                .all(|gate| !stops(gate, &placement))
            {
                suited = more;
            }
        }
        placement.shifts = if suited.is_empty() {
            whole.shifts.clone()
        } else {
            joined(suited)
        };
        placement
    }

    fn leeway(&self) -> Leeway {
        let moves = if self.can_move { A_LITTLE } else { Quarters(0) };
        Leeway {
            earlier: moves,
            later: moves,
            optional: true,
            ..Leeway::default()
        }
    }

    /// The work that most of its tasks belong to; none of the list where none of them is.
    fn occupation(&self) -> Isco {
        let all: Vec<Isco> = self
            .tasks
            .iter()
            .filter_map(|id| task(*id))
            .flat_map(|task| task.occupations.clone())
            .collect();
        let times = |isco: &Isco| all.iter().filter(|other| *other == isco).count();
        // Of equals the one that is said first.
        all.iter().rev().copied().max_by_key(times).unwrap_or(NOT_SAID)
    }

    /// A placement made of what was told, to see whom it could fit before anybody has called. It is never stored.
    pub fn placement(&self, kind: Kind, id: PlacementId, workplace: WorkplaceId, today: Day) -> Placement {
        let is_day = kind == Kind::DayJob;
        let other = self.other_task.trim();
        Placement {
            occupation: self.occupation(),
            title: self.place.clone(),
            tasks: self.tasks.clone(),
            other_tasks: (!other.is_empty()).then(|| other.to_owned()).into_iter().collect(),
            shifts: self.shifts(),
            end: is_day.then(|| today.plus(5)),
            ..Placement::new(id, workplace, kind, today.plus(1), today)
        }
    }
}

/// Shifts of a day that touch become one. They are in order.
fn joined(parts: Vec<Shift>) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    for part in parts {
        match shifts.last_mut() {
            Some(last) if last.day == part.day && last.end() == Quarters(u16::from(part.start.0)) => last.length += part.length,
            _ => shifts.push(part),
        }
    }
    shifts
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_signal_without_anybody_to_call_or_with_a_book_in_it_is_not_whole() {
        let signal = Signal {
            about: About::Hands,
            tasks: vec![TaskId(1)],
            other_task: String::new(),
            times: vec![Time {
                day: Weekday::Monday,
                part: PartOfDay::Morning,
            }],
            can_move: true,
            must: String::new(),
            nice: String::new(),
            kinds: EnumSet::only(Kind::PaidHours),
            place: "Butikken i Uldum".into(),
            name: "Kirsten".into(),
            phone: "12 34 56 01".into(),
            not_when: String::new(),
        };
        assert!(signal.is_whole());
        let nobody = Signal {
            phone: " ".into(),
            ..signal.clone()
        };
        assert!(!nobody.is_whole());
        let long = Signal {
            must: "a".repeat(SIGNAL_MAX + 1),
            ..signal
        };
        assert!(!long.is_whole());
    }

    fn told(times: &[(Weekday, PartOfDay)]) -> Signal {
        Signal {
            about: About::Room,
            tasks: vec![TaskId(27), TaskId(28), TaskId(17)],
            other_task: " Lave skilte ".into(),
            times: times.iter().map(|&(day, part)| Time { day, part }).collect(),
            can_move: true,
            must: String::new(),
            nice: String::new(),
            kinds: EnumSet::empty(),
            place: "Butikken i Uldum".into(),
            name: "Kirsten".into(),
            phone: "12 34 56 01".into(),
            not_when: String::new(),
        }
    }

    #[test]
    fn parts_of_a_day_that_touch_become_one_shift() {
        use PartOfDay::{Afternoon, Early, Morning};
        use Weekday::{Monday, Tuesday};
        let signal = told(&[
            (Tuesday, Morning),
            (Monday, Afternoon),
            (Monday, Morning),
            (Tuesday, Morning),
            (Monday, Early),
        ]);
        let shifts: Vec<_> = signal
            .shifts()
            .iter()
            .map(|shift| (shift.day, shift.start.0, shift.length.0))
            .collect();
        assert_eq!(shifts, [(Monday, 24, 40), (Tuesday, 32, 16)]);
        let apart = told(&[(Monday, Early), (Monday, Afternoon)]);
        assert_eq!(apart.shifts().len(), 2);
        assert!(
            apart
                .shifts()
                .iter()
                .all(|shift| shift.leeway.optional && shift.leeway.later == A_LITTLE)
        );
    }

    #[test]
    fn somebody_is_asked_about_the_times_that_they_could_have() {
        use crate::matching::rules::Rules;
        use crate::matching::testing::{plain_candidate, plain_offer};
        use PartOfDay::{Afternoon, Morning};
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let days = [Monday, Tuesday, Wednesday, Thursday, Friday];
        let signal = told(&days.map(|day| [(day, Morning), (day, Afternoon)]).concat());
        let (rules, mut candidate, offer) = (Rules::shipped(), plain_candidate(), plain_offer());
        let today = crate::matching::testing::today();
        let context = Context { rules: &rules, today };
        let whole = signal.placement(Kind::PaidHours, PlacementId(Uuid::nil()), offer.workplace.id, today);
        let hours = |candidate: &Candidate| {
            let suited = signal.suited(&whole, &offer.workplace, candidate, &context);
            suited
                .shifts
                .iter()
                .map(|shift| (shift.day, shift.length.0 / 4))
                .collect::<Vec<_>>()
        };
        // Forty hours are too many for anybody: the last four fall away.
        candidate.free = crate::matching::week::Weeks::ALWAYS;
        assert_eq!(
            hours(&candidate),
            [(Monday, 8), (Tuesday, 8), (Wednesday, 8), (Thursday, 8), (Friday, 4)]
        );
        candidate.free = crate::matching::week::Weeks::read("man 6-14").unwrap();
        assert_eq!(hours(&candidate), [(Monday, 4)]);
        // Where none of it is possible, all of it is shown, and what it would take.
        candidate.free = crate::matching::week::Weeks::EMPTY;
        assert_eq!(hours(&candidate).len(), 5);
    }

    #[test]
    fn what_was_told_becomes_a_placement_to_look_for_people_with() {
        let today: Day = "2026-11-23".parse().unwrap();
        let signal = told(&[(Weekday::Monday, PartOfDay::Morning)]);
        assert_eq!(signal.kinds(), Kind::WorkPlacement);
        let placement = signal.placement(Kind::WorkPlacement, PlacementId(Uuid::nil()), WorkplaceId(Uuid::nil()), today);
        assert_eq!(placement.other_tasks, ["Lave skilte"]);
        assert_eq!(placement.end, None);
        assert!(task(TaskId(27)).unwrap().occupations.contains(&placement.occupation));
        let hands = Signal {
            about: About::Hands,
            ..signal
        };
        assert_eq!(hands.kinds(), Kind::PaidHours | Kind::DayJob);
        assert!(
            hands
                .placement(Kind::DayJob, PlacementId(Uuid::nil()), WorkplaceId(Uuid::nil()), today)
                .end
                .is_some()
        );
    }
}
