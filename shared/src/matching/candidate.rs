//! Somebody who looks for work, as the matching side knows them: what they can and want and when.
//! No plan, no family, no benefit, and of health only which tasks to leave out.

use super::place::{Mode, Point, Site};
use super::week::{Quarters, Weeks};
use super::words::{Certificate, Demand, Isco, Kind, Language, Level, TaskId};
use crate::day::Day;
use crate::ids::{CandidateId, WorkplaceId};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    pub id: CandidateId,
    pub first_name: String,
    /// What they say of themselves, first and in their own words.
    pub strengths: Vec<String>,
    /// What they would like, in their own words.
    pub wish: String,
    /// The occupations they would like, dearest first.
    pub wanted: Vec<Isco>,
    /// In order, each once. They grow with each placement.
    pub can: Vec<TaskId>,
    /// In order, each once.
    pub wants_to_learn: Vec<TaskId>,
    /// Each language once.
    pub speaks: Vec<Spoken>,
    pub home: Site,
    pub travel: Travel,
    /// When they can be at work or on the way there. Why not, only they know: labels are kept elsewhere.
    pub free: Weeks,
    pub hours: Hours,
    pub needs: Needs,
    pub certificates: EnumSet<Certificate>,
    pub age: AgeBand,
    pub terms: Terms,
    /// Where they have worked before or know a colleague.
    pub knows: Vec<WorkplaceId>,
    pub status: Status,
    pub waiting_since: Day,
    pub from: Option<Day>,
    /// Would like to hear of jobs for a day or a few, at once.
    pub day_jobs: bool,
}

impl Candidate {
    /// Somebody of whom nothing is said yet, who waits from today.
    pub fn new(id: CandidateId, today: Day) -> Candidate {
        Candidate {
            id,
            first_name: String::new(),
            strengths: Vec::new(),
            wish: String::new(),
            wanted: Vec::new(),
            can: Vec::new(),
            wants_to_learn: Vec::new(),
            speaks: Vec::new(),
            home: Site {
                community: String::new(),
                point: Point::default(),
                island: false,
            },
            travel: Travel {
                by: EnumSet::empty(),
                longest: 30,
                told: Vec::new(),
            },
            free: Weeks::EMPTY,
            hours: Hours::default(),
            needs: Needs::default(),
            certificates: EnumSet::empty(),
            age: AgeBand::Adult,
            // Ordinary work is open to everybody; whatever else is possible, a consultant enters.
            terms: Terms {
                kinds: Kind::PaidHours | Kind::DayJob,
                placement_weeks: None,
                subsidy_weeks: None,
                excluded: Vec::new(),
                outside_ratio: false,
            },
            knows: Vec::new(),
            status: Status::Looking,
            waiting_since: today,
            from: None,
            day_jobs: false,
        }
    }

    /// The kinds that come to them: those the consultant has entered, and jobs for a day only where they have said that
    /// they would like to hear of those.
    pub fn kinds(&self) -> EnumSet<Kind> {
        if self.day_jobs {
            self.terms.kinds
        } else {
            self.terms.kinds - Kind::DayJob
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Spoken {
    pub language: Language,
    pub level: Level,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Travel {
    pub by: EnumSet<Mode>,
    /// The longest way to work, one way, in minutes.
    pub longest: u16,
    /// Ways that nobody can compute, by bus or over the water, as they themselves have looked them up.
    #[serde(default)]
    pub told: Vec<Told>,
}

/// How long it takes them to get somewhere, by their own word.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Told {
    /// The community that the workplace lies in.
    pub community: String,
    pub by: Mode,
    /// One way, in minutes.
    pub minutes: u16,
    /// Whether it is so before seven in the morning and after seven in the evening too; `None`: not said.
    pub at_all_hours: Option<bool>,
}

/// Hours of a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Hours {
    /// Paid now.
    pub paid: Quarters,
    /// In a placement now, without pay.
    pub placement: Quarters,
    /// Bound elsewhere, such as at language school. Counts towards the longest week.
    pub bound: Quarters,
    /// What they hope for in the end, paid or not.
    pub hoped: Quarters,
}

/// What a task may ask of them. What is in neither set has not been asked.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Needs {
    pub can: EnumSet<Demand>,
    pub cannot: EnumSet<Demand>,
    /// The most they lift, in kilograms; `None`: not asked.
    pub lifts: Option<u8>,
}

/// Bands that youth rules tell apart (BEK 1049 of 30 May 2021).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum AgeBand {
    /// 13 or 14.
    From13,
    /// 15–17, still in compulsory school.
    From15AtSchool,
    /// 15–17, done with the ninth grade.
    From15,
    Adult,
}

/// What the consultant has entered of what the law allows this person. Never why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Terms {
    pub kinds: EnumSet<Kind>,
    /// The most weeks of a work placement; `None`: not entered.
    pub placement_weeks: Option<u8>,
    /// The most weeks of a wage subsidy; `None`: not entered.
    pub subsidy_weeks: Option<u8>,
    pub excluded: Vec<WorkplaceId>,
    /// Does not need a seat under the ratio rule when a placement is applied for.
    pub outside_ratio: bool,
}

impl Terms {
    /// The most weeks that have been entered for this kind.
    pub fn longest_weeks(&self, kind: Kind) -> Option<u8> {
        match kind {
            Kind::WorkPlacement => self.placement_weeks,
            Kind::WageSubsidy => self.subsidy_weeks,
            Kind::PaidHours | Kind::DayJob | Kind::YouthJob => None,
        }
    }
}

/// Few and neutral.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Status {
    Looking,
    /// In a placement or a job.
    Underway,
    Pause,
}
