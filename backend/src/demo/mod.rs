//! The demo municipality: invented people in real places, so that a newcomer has three plans to try, and forty
//! people who look for work among sixty placements.
//!
//! Lives in readable files (`backend/demo`), is the same in every database made on the same day, and
//! gets into a database only when asked for by name. A seeded database is marked, and the sign-in
//! where one chooses who to be exists only under that mark.

mod courses;
pub mod family;
mod help;
pub mod moment;
#[cfg(test)]
mod tests;
mod voices;
mod weeks;
pub mod work;
#[cfg(test)]
mod work_tests;

use crate::db::{Db, StoreError};
use crate::matching::{self, access::Consultant};
use crate::plan;
use courses::CoursesFile;
use family::{Family, FamilyFile};
use moment::Calendar;
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{MemberId, Millis, PersonId, PlanId, uuid_v7};
use std::fmt;
use std::sync::LazyLock;
use uuid::Uuid;
use work::{CompaniesFile, SeekersFile, Work};

/// Puts the people and the plans into the database. What is there already stays as it is.
pub async fn seed(db: &Db, now: Millis) -> Result<(), StoreError> {
    let Some(demo) = demo() else { return Ok(()) };
    for person in &demo.people {
        plan::add_person(db, person.person_id, &person.name, now).await?;
    }
    let Ok(today) = moment::day_of(now) else { return Ok(()) };
    for family in demo.families_on(today) {
        let seats: Vec<(PersonId, MemberId)> = family.seats.iter().map(|seat| (seat.person_id, seat.member_id)).collect();
        plan::create_plan(db, &family.plan, family.first, &seats, now).await?;
    }
    if let Ok(work) = demo.work_on(today) {
        seed_work(db, &work).await?;
    }
    Ok(())
}

async fn seed_work(db: &Db, work: &Work) -> Result<(), StoreError> {
    let is_new = matching::add_all(db, &work.things).await? > 0;
    for consultant in &work.consultants {
        matching::access::add_consultant(db, consultant).await?;
    }
    for (person_id, candidate_id) in &work.accounts {
        matching::access::add_account(db, *person_id, *candidate_id).await?;
    }
    for (candidate_id, labels) in &work.labels {
        matching::access::add_labels(db, *candidate_id, labels).await?;
    }
    for contact in &work.contacts {
        matching::book::add_contact(db, contact).await?;
    }
    // One that came to nothing stays away.
    for course in work.courses.iter().filter(|_| is_new) {
        matching::course::add_course(db, course).await?;
    }
    Ok(())
}

/// Everyone who can sign in to the demo, in the order in which the sign-in page shows them.
pub fn people() -> &'static [Person] {
    demo().map_or(&[], |demo| &demo.people)
}

/// The families with the people who sit at each table, for the sign-in page.
pub fn households() -> &'static [Household] {
    demo().map_or(&[], |demo| &demo.households)
}

/// Those who sit at no family's table: they are at work on finding work.
pub fn at_no_table() -> impl Iterator<Item = &'static Person> {
    let sits = |person: &Person| {
        let chairs = households().iter().flat_map(|household| &household.chairs);
        chairs.into_iter().any(|chair| chair.person_id == person.person_id)
    };
    people().iter().filter(move |person| !sits(person))
}

/// Someone who has an account in the demo.
#[derive(Clone, Debug)]
pub struct Person {
    pub person_id: PersonId,
    pub name: String,
    key: String,
    /// Where they use the desk of the job consultants.
    desk: Option<DeskEntry>,
}

impl Person {
    pub fn consultant(&self) -> Option<Consultant> {
        let desk = self.desk.as_ref()?;
        Some(Consultant {
            person_id: self.person_id,
            name: self.name.clone(),
            phone: desk.phone.clone(),
            entrance: desk.entrance,
        })
    }
}

/// A family as the sign-in page names it.
#[derive(Clone, Debug)]
pub struct Household {
    pub plan_id: PlanId,
    pub name: String,
    pub community: String,
    pub about: String,
    /// Those of the table who can sign in, the family first.
    pub chairs: Vec<Chair>,
}

/// Someone at a family's table who can sign in.
#[derive(Clone, Debug)]
pub struct Chair {
    pub person_id: PersonId,
    pub name: String,
    pub relation: String,
    pub role: shared::plan::Role,
}

/// Everything the files hold, checked.
#[derive(Debug)]
pub struct Demo {
    pub people: Vec<Person>,
    pub households: Vec<Household>,
    calendar: Calendar,
    files: Vec<FamilyFile>,
    seekers: SeekersFile,
    companies: CompaniesFile,
    courses: CoursesFile,
}

/// What is wrong with a demo file, and where. Met by whoever edits the files: a test reads them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoError(pub String);

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DemoError {}

const PEOPLE: &str = include_str!("../../demo/people.toml");
const CALENDAR: &str = include_str!("../../demo/calendar.toml");
const COMMUNITIES: &str = include_str!("../../demo/communities.csv");
const SEEKERS: &str = include_str!("../../demo/seekers.toml");
const COMPANIES: &str = include_str!("../../demo/companies.toml");
const COURSES: &str = include_str!("../../demo/courses.toml");
const FAMILIES: [(&str, &str); 3] = [
    ("lund.toml", include_str!("../../demo/lund.toml")),
    ("haile.toml", include_str!("../../demo/haile.toml")),
    ("bent.toml", include_str!("../../demo/bent.toml")),
];

/// The files travel inside the binary and a test reads them, so a mistake in them cannot reach anyone.
/// Should it all the same, the demo is empty, the log says why, and nothing else is harmed.
fn demo() -> Option<&'static Demo> {
    static DEMO: LazyLock<Option<Demo>> = LazyLock::new(|| match Demo::read() {
        Ok(demo) => Some(demo),
        Err(error) => {
            tracing::error!(%error, "the demo files cannot be used");
            None
        }
    });
    DEMO.as_ref()
}

impl Demo {
    /// Reads all files and builds every plan once, so that whatever is wrong is found here.
    pub fn read() -> Result<Demo, DemoError> {
        let people: PeopleFile = from_toml("people.toml", PEOPLE)?;
        let people: Vec<Person> = people
            .person
            .into_iter()
            .map(|person| Person {
                person_id: PersonId(id(&["person", &person.key], 0)),
                name: person.name,
                key: person.key,
                desk: person.desk,
            })
            .collect();
        let calendar: Calendar = from_toml("calendar.toml", CALENDAR)?;
        let mut files = Vec::new();
        let mut households = Vec::new();
        for (name, text) in FAMILIES {
            let file: FamilyFile = from_toml(name, text)?;
            if !communities().any(|community| community == file.community) {
                return Err(DemoError(format!("{name}: there is no community named {}", file.community)));
            }
            households.push(household(&file, &people)?);
            files.push(file);
        }
        let demo = Demo {
            people,
            households,
            calendar,
            files,
            seekers: from_toml("seekers.toml", SEEKERS)?,
            companies: from_toml("companies.toml", COMPANIES)?,
            courses: from_toml("courses.toml", COURSES)?,
        };
        let any_day = Day::new(2026, 11, 22).map_err(|_| DemoError("the calendar has no such day".into()))?;
        for file in &demo.files {
            Family::build(file, &demo.people, &demo.calendar, any_day)?;
        }
        demo.work_on(any_day)?;
        Ok(demo)
    }

    /// The families with their plans as they are when the database is made on this day.
    pub fn families_on(&self, today: Day) -> impl Iterator<Item = Family> + '_ {
        // `read` has built each of them once, and another day makes no difference to what can go wrong.
        self.files
            .iter()
            .filter_map(move |file| Family::build(file, &self.people, &self.calendar, today).ok())
    }

    /// The people who look for work and the companies, as they are when the database is made on this day.
    pub fn work_on(&self, today: Day) -> Result<Work, DemoError> {
        let mut work = Work::build(&self.seekers, &self.companies, &self.people, today)?;
        courses::add(&mut work, &self.courses, &self.people, today)?;
        Ok(work)
    }
}

fn household(file: &FamilyFile, people: &[Person]) -> Result<Household, DemoError> {
    let mut chairs = Vec::new();
    for member in &file.member {
        let Some(key) = &member.person else { continue };
        let person = person(people, key)?;
        chairs.push(Chair {
            person_id: person.person_id,
            name: person.name.clone(),
            relation: member.relation.clone(),
            role: member.role,
        });
    }
    Ok(Household {
        plan_id: PlanId(id(&[&file.key, "plan"], 0)),
        name: file.name.clone(),
        community: file.community.clone(),
        about: file.about.clone(),
        chairs,
    })
}

fn person<'a>(people: &'a [Person], key: &str) -> Result<&'a Person, DemoError> {
    people
        .iter()
        .find(|person| person.key == key)
        .ok_or_else(|| DemoError(format!("people.toml has nobody called {key}")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    person: Vec<PersonEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonEntry {
    key: String,
    name: String,
    desk: Option<DeskEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeskEntry {
    phone: String,
    /// The one whom companies reach.
    #[serde(default)]
    entrance: bool,
}

fn from_toml<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, DemoError> {
    toml::from_str(text).map_err(|error| DemoError(format!("{name}: {error}")))
}

/// The names of the communities: the first column, which holds neither commas nor quotes.
fn communities() -> impl Iterator<Item = &'static str> {
    COMMUNITIES.lines().skip(1).filter_map(|line| line.split(',').next())
}

/// An id made from what a thing is called. `order` keeps things of one kind in the order of their file.
fn id(path: &[&str], order: usize) -> Uuid {
    const MADE_AT: Millis = 1_767_225_600_000; // 2026-01-01, the same in every database.
    let hash = blake3::hash(path.join("/").as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&hash.as_bytes()[..10]);
    uuid_v7(MADE_AT + order as Millis, random)
}
