//! An opening at a workplace, and who offers it.

use super::calendar::comes;
use super::candidate::Spoken;
use super::place::Site;
use super::shift::Shift;
use super::signal::OPEN_DAYS;
use super::week::Quarters;
use super::words::{Certificate, Demand, Isco, Kind, Language, TaskId};
use crate::day::Day;
use crate::ids::{CompanyId, PlacementId, WorkplaceId};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Company {
    pub id: CompanyId,
    pub name: String,
    /// CVR number of eight digits, its check digit right.
    pub cvr: Option<u32>,
    /// A public employer.
    pub public: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Workplace {
    pub id: WorkplaceId,
    pub company: CompanyId,
    pub name: String,
    /// P-number of ten digits (`numbers::PNumber`).
    pub p_number: Option<u64>,
    pub site: Site,
    pub staff: Staff,
}

/// Who works there, for the ratio rule (BEK 2636 of 28 December 2021 § 65).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Staff {
    /// Ordinary employees over 18 in hundredths of a full-time year, one figure for each of the last four months, latest last.
    /// `None`: not asked.
    pub ordinary: Option<[u32; 4]>,
    /// Supported people who are there now.
    pub supported: Vec<Supported>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Supported {
    pub hours: Quarters,
    /// Their last day.
    pub until: Day,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Placement {
    pub id: PlacementId,
    pub workplace: WorkplaceId,
    pub kind: Kind,
    /// The municipality has confirmed that a wage subsidy is possible here, for as long as the placement lasts. Read where
    /// the kind is one.
    #[serde(default)]
    pub subsidy_confirmed: bool,
    pub occupation: Isco,
    /// What the company calls it.
    pub title: String,
    /// In order, each once.
    pub tasks: Vec<TaskId>,
    /// Tasks in the company's own words, beside those of the list.
    pub other_tasks: Vec<String>,
    pub shifts: Vec<Shift>,
    /// The fewest hours a week that the company can use, to begin with; `None`: all of the shifts, but for what the leeway of
    /// each lets go.
    pub least_hours: Option<Quarters>,
    /// Must be spoken.
    pub must_speak: Vec<Spoken>,
    /// Good to speak.
    pub nice_to_speak: Vec<Spoken>,
    /// Languages that a colleague there speaks.
    pub colleagues_speak: Vec<Language>,
    pub demands: EnumSet<Demand>,
    /// The most that must be lifted, in kilograms.
    pub lifts: u8,
    pub certificates: EnumSet<Certificate>,
    pub mentor: bool,
    pub seats: u8,
    pub start: Day,
    /// Last day; `None`: open.
    pub end: Option<Day>,
    pub afterwards: Afterwards,
    /// What the company has said of changes, should they make somebody possible.
    pub could: Could,
    /// The day on which a person last said that it is still there, and the day on which that runs out.
    pub confirmed: Day,
    pub expires: Day,
}

/// What the company has said of ordinary hours with pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Afterwards {
    #[default]
    NotSaid,
    Perhaps,
    /// From this week of the placement.
    PaidFromWeek(u8),
}

/// Changes that the company would talk about.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Could {
    /// Do without these demands, by giving the task to somebody else.
    pub spare: EnumSet<Demand>,
    /// Lift as little as this, in kilograms.
    pub lifts: Option<u8>,
    /// A colleague helps with the language.
    pub buddy: bool,
    /// Somebody can be driven with from these communities.
    pub lift_from: Vec<String>,
    /// The start may be put off until this day.
    pub start_until: Option<Day>,
}

/// A placement and where it is: what a pair has on its other side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening<'a> {
    pub placement: &'a Placement,
    pub workplace: &'a Workplace,
}

impl Placement {
    /// Confirmed today, and all else as it is where nothing is said.
    pub fn new(id: PlacementId, workplace: WorkplaceId, kind: Kind, start: Day, today: Day) -> Placement {
        Placement {
            id,
            workplace,
            kind,
            subsidy_confirmed: false,
            occupation: Isco(0),
            title: String::new(),
            tasks: Vec::new(),
            other_tasks: Vec::new(),
            shifts: Vec::new(),
            least_hours: None,
            must_speak: Vec::new(),
            nice_to_speak: Vec::new(),
            colleagues_speak: Vec::new(),
            demands: EnumSet::empty(),
            lifts: 0,
            certificates: EnumSet::empty(),
            mentor: false,
            seats: 1,
            start,
            end: None,
            afterwards: Afterwards::NotSaid,
            could: Could::default(),
            confirmed: today,
            expires: today.plus(OPEN_DAYS),
        }
    }

    /// A person has said that it is there, and it is not over: also on the day on which their word runs out, and on its
    /// last day.
    pub fn is_there(&self, today: Day) -> bool {
        today <= self.expires && self.end.is_none_or(|end| today <= end)
    }

    /// The first day on which somebody could begin: the start, or today where that has gone by.
    pub fn begins(&self, today: Day) -> Day {
        self.start.max(today)
    }

    /// The last day on which somebody could begin while the start stays as it is: the start, or where that has gone by, any
    /// day on which the placement is still there.
    pub fn can_join_until(&self, today: Day) -> Day {
        if self.start > today {
            self.start
        } else {
            self.end.map_or(self.expires, |end| end.min(self.expires)).max(today)
        }
    }

    /// In so many weeks, wherever they begin, each shift comes in all the weeks of its parity: even and odd ones are among
    /// three, and hours that rise take longer.
    pub fn weeks_to_settle(&self) -> i32 {
        let rises_for = self.shifts.iter().map(|shift| shift.from_week).max().unwrap_or(0);
        3 + i32::from(rises_for)
    }

    /// A shift, in the weeks in which it really comes for somebody who begins as soon as they could; `None`: in none.
    pub fn as_it_comes(&self, shift: &Shift, today: Day) -> Option<Shift> {
        let parity = comes(shift, self.start, self.begins(today), self.end)?;
        Some(Shift { parity, ..shift.clone() })
    }
}
