//! The demo's people who look for work and its companies, on the day of seeding.

use super::weeks::{free, shifts, stretch};
use super::{DemoError, Person, id, moment, person};
use crate::matching::Thing;
use crate::matching::access::{Consultant, Label};
use crate::matching::book::{Call, Contact, Entry};
use enumset::EnumSet;
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, ContactId, PersonId, PlacementId, WorkplaceId};
use shared::matching::candidate::{AgeBand, Candidate, Hours, Needs, Spoken, Status, Terms, Told, Travel};
use shared::matching::course::Course;
use shared::matching::numbers::Cvr;
use shared::matching::occupations::{occupations, tasks};
use shared::matching::place::{Mode, Point, Site, site};
use shared::matching::placement::{Afterwards, Company, Could, Placement, Staff, Supported, Workplace};
use shared::matching::week::Quarters;
use shared::matching::words::{Certificate, Demand, Isco, Kind, Language, Level, TaskId};
use std::collections::BTreeMap;

/// Everything that is stored of them.
#[derive(Debug, Default)]
pub struct Work {
    /// Companies before their workplaces, and those before their placements.
    pub things: Vec<Thing>,
    pub labels: Vec<(CandidateId, Vec<Label>)>,
    pub accounts: Vec<(PersonId, CandidateId)>,
    pub consultants: Vec<Consultant>,
    pub contacts: Vec<Contact>,
    pub courses: Vec<Course>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeekersFile {
    seeker: Vec<SeekerFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeekerFile {
    key: String,
    /// Who this is in `people.toml`, where they can sign in.
    person: Option<String>,
    name: String,
    home: String,
    waiting: String,
    strengths: Vec<String>,
    wish: String,
    wanted: Vec<String>,
    can: Vec<String>,
    #[serde(default)]
    learn: Vec<String>,
    speaks: BTreeMap<String, Level>,
    by: EnumSet<Mode>,
    longest: u16,
    #[serde(default)]
    told: Vec<ToldFile>,
    free: Vec<String>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    paid: u16,
    #[serde(default)]
    placement: u16,
    #[serde(default)]
    bound: u16,
    hoped: u16,
    #[serde(default)]
    able: EnumSet<Demand>,
    #[serde(default)]
    unable: EnumSet<Demand>,
    lifts: Option<u8>,
    #[serde(default)]
    certificates: EnumSet<Certificate>,
    #[serde(default = "adult")]
    age: AgeBand,
    #[serde(default = "for_adults")]
    kinds: EnumSet<Kind>,
    /// The most weeks of a work placement and of a wage subsidy, where a consultant has entered them.
    placement_weeks: Option<u8>,
    subsidy_weeks: Option<u8>,
    /// Companies they know.
    #[serde(default)]
    knows: Vec<String>,
    #[serde(default = "looking")]
    status: Status,
    #[serde(default)]
    day_jobs: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldFile {
    to: String,
    by: Mode,
    minutes: u16,
    at_all_hours: Option<bool>,
}

fn adult() -> AgeBand {
    AgeBand::Adult
}

fn looking() -> Status {
    Status::Looking
}

fn for_adults() -> EnumSet<Kind> {
    Kind::WorkPlacement | Kind::WageSubsidy | Kind::PaidHours | Kind::DayJob
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompaniesFile {
    company: Vec<CompanyFile>,
}

/// A company with its workplace, or with `of` another workplace of a company above it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompanyFile {
    key: String,
    of: Option<String>,
    name: String,
    community: String,
    /// How far from the community's point, in millionths of a degree.
    #[serde(default)]
    north: i32,
    #[serde(default)]
    east: i32,
    #[serde(default)]
    public: bool,
    staff: Option<[u32; 4]>,
    #[serde(default)]
    supported: Vec<SupportedFile>,
    #[serde(default)]
    talk: Vec<TalkFile>,
    place: Vec<PlaceFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SupportedFile {
    hours: u16,
    until: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkFile {
    by: String,
    at: String,
    with: String,
    phone: String,
    note: String,
    #[serde(default)]
    promised: String,
    promised_by: Option<String>,
    #[serde(default)]
    call: Call,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    key: String,
    kind: Kind,
    #[serde(default)]
    subsidy_confirmed: bool,
    title: String,
    occupation: String,
    tasks: Vec<String>,
    #[serde(default)]
    other: Vec<String>,
    shifts: Vec<String>,
    #[serde(default)]
    must: BTreeMap<String, Level>,
    #[serde(default)]
    nice: BTreeMap<String, Level>,
    #[serde(default)]
    colleagues: Vec<String>,
    demands: EnumSet<Demand>,
    #[serde(default)]
    lifts: u8,
    #[serde(default)]
    certificates: EnumSet<Certificate>,
    #[serde(default)]
    mentor: bool,
    /// A colleague helps with the language.
    #[serde(default)]
    buddy: bool,
    #[serde(default = "one")]
    seats: u8,
    start: String,
    weeks: Option<u16>,
    end: Option<String>,
    paid_from_week: Option<u8>,
    #[serde(default)]
    afterwards: Afterwards,
    confirmed: String,
    expires: String,
    #[serde(default)]
    could: CouldFile,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CouldFile {
    spare: EnumSet<Demand>,
    lifts: Option<u8>,
    lift_from: Vec<String>,
    start_until: Option<String>,
}

fn one() -> u8 {
    1
}

/// Far above those that the register has given out. Of every eleven numbers one or none passes as a CVR number.
const FIRST_CVR: u32 = 99_990_000;
const FIRST_P_NUMBER: u64 = 9_999_000_000;

impl Work {
    pub fn build(seekers: &SeekersFile, companies: &CompaniesFile, people: &[Person], today: Day) -> Result<Work, DemoError> {
        let mut work = Work::default();
        let mut cvr = (FIRST_CVR..).filter(|number| Cvr::new(*number).is_ok());
        for (order, file) in companies.company.iter().enumerate() {
            if file.of.is_none() {
                work.things.push(Thing::Company(Company {
                    id: company_id(&file.key),
                    name: file.name.clone(),
                    cvr: cvr.next(),
                    public: file.public,
                }));
            }
            work.things.push(Thing::Workplace(workplace(file, order, today)?));
            for place in &file.place {
                work.things.push(Thing::Placement(Box::new(placement(file, place, today)?)));
            }
            for (index, talk) in file.talk.iter().enumerate() {
                work.contacts.push(contact(file, talk, index, people, today)?);
            }
        }
        for file in &seekers.seeker {
            let candidate = candidate(file, companies, today)?;
            let candidate_id = candidate.id;
            work.things.push(Thing::Candidate(Box::new(candidate)));
            if let Some(key) = &file.person {
                work.accounts.push((person(people, key)?.person_id, candidate_id));
            }
            if !file.labels.is_empty() {
                work.labels.push((candidate_id, labels(&file.labels)?));
            }
        }
        work.consultants = people.iter().filter_map(Person::consultant).collect();
        Ok(work)
    }
}

fn company_id(key: &str) -> CompanyId {
    CompanyId(id(&["company", key], 0))
}

fn workplace_id(key: &str) -> WorkplaceId {
    WorkplaceId(id(&["workplace", key], 0))
}

fn workplace(file: &CompanyFile, order: usize, today: Day) -> Result<Workplace, DemoError> {
    let at = place(&file.community)?;
    let supported = file.supported.iter().map(|one| {
        Ok(Supported {
            hours: Quarters::from_hours(one.hours),
            until: moment::day(&one.until, today)?,
        })
    });
    Ok(Workplace {
        id: workplace_id(&file.key),
        company: company_id(file.of.as_deref().unwrap_or(&file.key)),
        name: file.name.clone(),
        p_number: Some(FIRST_P_NUMBER + order as u64),
        site: Site {
            point: Point {
                lat: at.point.lat + file.north,
                lon: at.point.lon + file.east,
            },
            ..at.clone()
        },
        staff: Staff {
            ordinary: file.staff,
            supported: supported.collect::<Result<_, DemoError>>()?,
        },
    })
}

fn placement(company: &CompanyFile, file: &PlaceFile, today: Day) -> Result<Placement, DemoError> {
    let start = moment::day(&file.start, today)?;
    let end = match (&file.end, file.weeks) {
        (Some(end), _) => Some(moment::day(end, today)?),
        (None, weeks) => weeks.map(|weeks| start.plus(i32::from(weeks) * 7 - 1)),
    };
    let could = &file.could;
    for community in &could.lift_from {
        place(community)?;
    }
    Ok(Placement {
        id: PlacementId(id(&["placement", &company.key, &file.key], 0)),
        workplace: workplace_id(&company.key),
        kind: file.kind,
        subsidy_confirmed: file.subsidy_confirmed,
        occupation: occupation(&file.occupation)?,
        title: file.title.clone(),
        tasks: task_ids(&file.tasks)?,
        other_tasks: file.other.clone(),
        shifts: shifts(&file.shifts)?,
        least_hours: None,
        must_speak: spoken(&file.must)?,
        nice_to_speak: spoken(&file.nice)?,
        colleagues_speak: file.colleagues.iter().map(|code| language(code)).collect::<Result<_, _>>()?,
        demands: file.demands,
        lifts: file.lifts,
        certificates: file.certificates,
        mentor: file.mentor,
        seats: file.seats,
        start,
        end,
        afterwards: file.paid_from_week.map_or(file.afterwards, Afterwards::PaidFromWeek),
        could: Could {
            spare: could.spare,
            lifts: could.lifts,
            buddy: file.buddy,
            lift_from: could.lift_from.clone(),
            start_until: could.start_until.as_deref().map(|day| moment::day(day, today)).transpose()?,
        },
        confirmed: moment::day(&file.confirmed, today)?,
        expires: moment::day(&file.expires, today)?,
    })
}

fn contact(file: &CompanyFile, talk: &TalkFile, index: usize, people: &[Person], today: Day) -> Result<Contact, DemoError> {
    Ok(Contact {
        contact_id: ContactId(id(&["contact", &file.key, &index.to_string()], index)),
        company_id: company_id(file.of.as_deref().unwrap_or(&file.key)),
        workplace_id: Some(workplace_id(&file.key)),
        by: person(people, &talk.by)?.person_id,
        at: moment::instant(&talk.at, today)?,
        entry: Entry {
            with: talk.with.clone(),
            phone: talk.phone.clone(),
            note: talk.note.clone(),
            promised: talk.promised.clone(),
            promised_by: talk.promised_by.as_deref().map(|day| moment::day(day, today)).transpose()?,
            kept: None,
            call: talk.call,
        },
    })
}

fn candidate(file: &SeekerFile, companies: &CompaniesFile, today: Day) -> Result<Candidate, DemoError> {
    let known = |key: &String| {
        let is_there = companies.company.iter().any(|company| company.key == *key);
        let wrong = || DemoError(format!("{} knows a company that is not there: {key}", file.key));
        is_there.then(|| workplace_id(key)).ok_or_else(wrong)
    };
    let told = file.told.iter().map(|told| {
        Ok(Told {
            community: place(&told.to)?.community.clone(),
            by: told.by,
            minutes: told.minutes,
            at_all_hours: told.at_all_hours,
        })
    });
    Ok(Candidate {
        id: CandidateId(id(&["candidate", &file.key], 0)),
        first_name: file.name.clone(),
        strengths: file.strengths.clone(),
        wish: file.wish.clone(),
        wanted: file.wanted.iter().map(|name| occupation(name)).collect::<Result<_, _>>()?,
        can: task_ids(&file.can)?,
        wants_to_learn: task_ids(&file.learn)?,
        speaks: spoken(&file.speaks)?,
        home: place(&file.home)?.clone(),
        travel: Travel {
            by: file.by,
            longest: file.longest,
            told: told.collect::<Result<_, DemoError>>()?,
        },
        free: free(&file.free)?,
        hours: Hours {
            paid: Quarters::from_hours(file.paid),
            placement: Quarters::from_hours(file.placement),
            bound: Quarters::from_hours(file.bound),
            hoped: Quarters::from_hours(file.hoped),
        },
        needs: Needs {
            can: file.able,
            cannot: file.unable,
            lifts: file.lifts,
        },
        certificates: file.certificates,
        age: file.age,
        terms: Terms {
            kinds: file.kinds,
            placement_weeks: file.placement_weeks,
            subsidy_weeks: file.subsidy_weeks,
            excluded: vec![],
            outside_ratio: false,
        },
        knows: file.knows.iter().map(known).collect::<Result<_, _>>()?,
        status: file.status,
        waiting_since: moment::day(&file.waiting, today)?,
        from: None,
        day_jobs: file.day_jobs,
    })
}

fn labels(texts: &BTreeMap<String, String>) -> Result<Vec<Label>, DemoError> {
    let mut labels = Vec::new();
    for (when, words) in texts {
        let stretch = stretch(when)?;
        labels.extend(stretch.days.into_iter().map(|day| Label {
            parity: stretch.parity,
            day,
            start: stretch.start,
            length: stretch.length,
            words: words.clone(),
        }));
    }
    Ok(labels)
}

fn place(community: &str) -> Result<&'static Site, DemoError> {
    site(community).ok_or_else(|| DemoError(format!("there is no community named {community}")))
}

fn occupation(name: &str) -> Result<Isco, DemoError> {
    let found = occupations().iter().find(|occupation| occupation.da == name);
    let wrong = || DemoError(format!("there is no occupation named {name}"));
    found.map(|occupation| occupation.isco).ok_or_else(wrong)
}

/// In the order of their numbers, as records hold them.
pub(super) fn task_ids(names: &[String]) -> Result<Vec<TaskId>, DemoError> {
    let mut ids = Vec::new();
    for name in names {
        let found = tasks().iter().find(|task| task.da == name);
        ids.push(found.ok_or_else(|| DemoError(format!("there is no task named {name}")))?.id);
    }
    ids.sort();
    Ok(ids)
}

fn spoken(speaks: &BTreeMap<String, Level>) -> Result<Vec<Spoken>, DemoError> {
    let each = |(code, level): (&String, &Level)| {
        Ok(Spoken {
            language: language(code)?,
            level: *level,
        })
    };
    speaks.iter().map(each).collect()
}

fn language(code: &str) -> Result<Language, DemoError> {
    Language::new(code).map_err(|_| DemoError(format!("not a language: {code}")))
}
