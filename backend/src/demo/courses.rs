//! The demo's courses: what has come of some yeses, carried over to the hours, seats and sums that they mean.

use super::moment::day;
use super::work::{Work, task_ids};
use super::{DemoError, Person, id, person};
use crate::matching::Thing;
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, PlacementId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::course::{Calls, Course, Signed, Step, With, carry_over};
use shared::matching::placement::{Placement, Workplace};
use shared::matching::week::Quarters;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoursesFile {
    course: Vec<CourseFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseFile {
    key: String,
    seeker: String,
    company: String,
    place: String,
    by: String,
    talked: String,
    from: String,
    until: Option<String>,
    hours: u16,
    #[serde(default)]
    steps: Vec<String>,
    /// The day on which they said that we may call.
    calls: Option<String>,
    signed: Option<SignedFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedFile {
    by: String,
    on: String,
    tasks: Vec<String>,
    kept: bool,
}

/// Adds every course to the work, and to the person, the placement and the workplace what it means for them.
pub fn add(work: &mut Work, file: &CoursesFile, people: &[Person], today: Day) -> Result<(), DemoError> {
    for file in &file.course {
        let course = course(work, file, people, today)?;
        let talk = Course {
            steps: vec![],
            ..course.clone()
        };
        let (candidate, placement, workplace) = sides(work, &course).ok_or_else(|| wrong(file, "is about nobody"))?;
        carry_over(&talk, &course, false, candidate, placement, workplace)
            .map_err(|_| wrong(file, "takes a seat that is not there"))?;
        work.courses.push(course);
    }
    Ok(())
}

fn wrong(file: &CourseFile, what: &str) -> DemoError {
    DemoError(format!("courses.toml: {} {what}", file.key))
}

fn course(work: &Work, file: &CourseFile, people: &[Person], today: Day) -> Result<Course, DemoError> {
    let candidate = CandidateId(id(&["candidate", &file.seeker], 0));
    let place = PlacementId(id(&["placement", &file.company, &file.place], 0));
    let workplace = WorkplaceId(id(&["workplace", &file.company], 0));
    let mut placements = work.things.iter().filter_map(|thing| match thing {
        Thing::Placement(placement) if placement.id == place => Some(placement),
        _ => None,
    });
    let placement = placements
        .next()
        .ok_or_else(|| wrong(file, "is at a placement that is not there"))?;
    let knows = |thing: &Thing| matches!(thing, Thing::Candidate(one) if one.id == candidate && one.knows.contains(&workplace));
    let by = person(people, &file.by)?.person_id;
    let mut course = Course {
        id: CourseId(id(&["course", &file.key], 0)),
        candidate,
        placement: place,
        workplace,
        kind: placement.kind,
        tasks: placement.tasks.clone(),
        by,
        talked: day(&file.talked, today)?,
        from: day(&file.from, today)?,
        until: file.until.as_deref().map(|text| day(text, today)).transpose()?,
        hours: Quarters::from_hours(file.hours),
        knew: work.things.iter().any(knows),
        steps: vec![],
        calls: None,
        signed: None,
    };
    course.can_begin(today).map_err(|_| wrong(file, "cannot have begun so"))?;
    if let Some(text) = &file.calls {
        course.calls = Some(Calls {
            year: false,
            on: day(text, today)?,
            text_version: 1,
            language: "da".into(),
            read_aloud: false,
        });
    }
    for text in &file.steps {
        let (step, on) = step(text, today).ok_or_else(|| wrong(file, "has a step that is none"))?;
        course.take(step, on, by, today).map_err(|_| wrong(file, text))?;
    }
    if let Some(signed) = &file.signed {
        course.signed = Some(Signed {
            by: signed.by.clone(),
            on: day(&signed.on, today)?,
            tasks: task_ids(&signed.tasks)?,
            kept: signed.kept,
            added: vec![],
        });
    }
    Ok(course)
}

/// `apply -5d`, `talk 2 -9d`, `job 12 -30d`.
fn step(text: &str, today: Day) -> Option<(Step, Day)> {
    let mut words = text.split(' ');
    let (name, rest) = (words.next()?, words.collect::<Vec<_>>());
    let (number, on) = match rest.as_slice() {
        [on] => (0, *on),
        [number, on] => (number.parse().ok()?, *on),
        _ => return None,
    };
    let hours = Quarters::from_hours(number);
    let talk = |with| Step::FollowUp { week: number, with };
    let step = match name {
        "apply" => Step::Apply,
        "confirm" => Step::Confirm,
        "grant" => Step::Grant,
        "begin" => Step::Begin,
        "talk" => talk(With::Both),
        "talk-person" => talk(With::Person),
        "talk-workplace" => talk(With::Workplace),
        "hours" => Step::Hours { hours },
        "job" => Step::Job { hours },
        "end" => Step::End,
        _ => return None,
    };
    Some((step, day(on, today).ok()?))
}

fn sides<'a>(work: &'a mut Work, course: &Course) -> Option<(&'a mut Candidate, &'a mut Placement, &'a mut Workplace)> {
    let (mut candidate, mut placement, mut workplace) = (None, None, None);
    for thing in &mut work.things {
        match thing {
            Thing::Candidate(one) if one.id == course.candidate => candidate = Some(&mut **one),
            Thing::Placement(one) if one.id == course.placement => placement = Some(&mut **one),
            Thing::Workplace(one) if one.id == course.workplace => workplace = Some(one),
            _ => {}
        }
    }
    Some((candidate?, placement?, workplace?))
}
