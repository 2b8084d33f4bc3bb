//! What comes after a yes, as it is stored: a course is begun on a person's yes, takes its steps, and leaves nothing
//! where anybody says no before they have begun.
//!
//! The rules are `shared::matching::course`. Here a step is written together with what it means for the person's hours
//! and the place's seats, or not at all.

pub mod links;
mod shown;
mod store;

pub use shown::{Courses, Line, Which, open, own_courses, shown};
pub use store::{
    Link, add as add_course, add_link, begin as begin_course, course, courses, courses_at_placement, courses_of_candidate,
    forget as forget_course, link, link_waits, save, sign,
};

use super::answers::{Yes, asks_of_candidate};
use super::desk::TRIES;
use super::store::Thing;
use crate::app::App;
use crate::error::Error;
use crate::random;
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, PersonId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::course::{Course, NotNow, Stage, Step, carry_over};
use shared::matching::placement::{Placement, Workplace};
use shared::matching::week::Quarters;
use shared::matching::words::TaskId;

/// A course as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    pub course: Course,
    /// What a writer must have seen.
    pub revision: i64,
}

/// What the three have agreed on at the talk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Agreed {
    pub talked: Day,
    pub from: Day,
    pub until: Option<Day>,
    pub hours: Quarters,
}

/// Begins a course. Only on a yes of the person that counts today: without one there is nothing to begin.
pub async fn begin(
    app: &App,
    by: PersonId,
    candidate_id: CandidateId,
    placement_id: PlacementId,
    agreed: Agreed,
) -> Result<Result<CourseId, NotNow>, Error> {
    let now = app.clock().now();
    let today = Day::in_denmark(now);
    let asks = asks_of_candidate(app.db(), candidate_id).await?;
    // A yes that is used up is the store's to refuse, as where somebody else was first: the one who pressed is told in words.
    let counts = |yes: &Yes| today <= yes.until;
    let said_yes = asks
        .iter()
        .any(|ask| ask.placement_id == placement_id && ask.yes.as_ref().is_some_and(counts));
    let found = app
        .desk()
        .ask(move |market| {
            let knows = market.candidate(candidate_id)?.knows.clone();
            Some((knows, market.opening(placement_id)?.placement.clone()))
        })
        .await?;
    let (knows, placement) = found.filter(|_| said_yes).ok_or(Error::NotFound)?;
    let course = Course {
        id: CourseId(random::uuid(now)?),
        candidate: candidate_id,
        placement: placement_id,
        workplace: placement.workplace,
        kind: placement.kind,
        tasks: placement.tasks,
        by,
        talked: agreed.talked,
        from: agreed.from,
        until: agreed.until,
        hours: agreed.hours,
        knew: knows.contains(&placement.workplace),
        steps: vec![],
        calls: None,
        signed: None,
    };
    if let Err(not_now) = course.can_begin(today) {
        return Ok(Err(not_now));
    }
    let is_new = store::begin(app.db(), &course, today).await?;
    Ok(if is_new { Ok(course.id) } else { Err(NotNow::Order) })
}

/// Takes a step that was on a day. `early`: it is said on purpose that they have begun before the first day that was agreed on.
pub async fn take_step(
    app: &App,
    by: PersonId,
    course_id: CourseId,
    step: Step,
    on: Day,
    early: bool,
) -> Result<Result<(), NotNow>, Error> {
    let today = Day::in_denmark(app.clock().now());
    let take = |course: &mut Course| {
        let from = course.from;
        course.take(step, on, by, today)?;
        if step == Step::Begin && on < from && !early {
            return Err(NotNow::Early);
        }
        Ok(())
    };
    change(app, course_id, take).await
}

/// Takes one's own last step back. Errors: `Order` where it was not one's own, or something has come of it; `NoSeat` where it
/// would run again and others have its seat.
pub async fn take_back(app: &App, by: PersonId, course_id: CourseId) -> Result<Result<(), NotNow>, Error> {
    change(app, course_id, |course| course.take_back(by).map(drop).ok_or(NotNow::Order)).await
}

/// Somebody is about to be erased. What they are underway with ends, so that their seat is free and nobody is counted who
/// has gone.
pub async fn end_all(app: &App, by: PersonId, candidate_id: CandidateId) -> Result<(), Error> {
    let today = Day::in_denmark(app.clock().now());
    for held in store::courses_of_candidate(app.db(), candidate_id).await? {
        if !held.course.stage().is_underway() {
            continue;
        }
        match change(app, held.course.id, |course| course.take(Step::End, today, by, today)).await {
            // It is over or gone already, or what it was about is.
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Writes a course anew, with what that means for the person, the placement and the workplace.
pub async fn change(
    app: &App,
    course_id: CourseId,
    write: impl Fn(&mut Course) -> Result<(), NotNow>,
) -> Result<Result<(), NotNow>, Error> {
    for _ in 0..TRIES {
        let held = store::course(app.db(), course_id).await?.ok_or(Error::NotFound)?;
        let mut after = held.course.clone();
        if let Err(not_now) = write(&mut after) {
            return Ok(Err(not_now));
        }
        let things = if held.course.effect() == after.effect() {
            Vec::new()
        } else {
            match carried_over(app, &held.course, &after).await? {
                Ok(things) => things,
                Err(not_now) => return Ok(Err(not_now)),
            }
        };
        if store::save(app.db(), &after, held.revision, &things).await? {
            return Ok(Ok(()));
        }
    }
    Err(Error::TooMany)
}

type Seen<T> = (T, i64);

/// The person, the placement and the workplace as they are after it, each with the revision that was seen.
async fn carried_over(app: &App, before: &Course, after: &Course) -> Result<Result<Vec<(Thing, i64)>, NotNow>, Error> {
    let others: Vec<Course> = store::courses_of_candidate(app.db(), before.candidate)
        .await?
        .into_iter()
        .map(|held| held.course)
        .filter(|other| other.id != before.id)
        .collect();
    let is_open = |other: &Course| other.placement == before.placement && other.stage() != Stage::Ended;
    if before.stage() == Stage::Ended && others.iter().any(is_open) {
        // They have begun anew: what has ended stays so.
        return Ok(Err(NotNow::Order));
    }
    let others = others.iter().any(|other| other.effect().underway);
    let (person, place) = (before.candidate, before.placement);
    let found: Option<(Seen<Candidate>, Seen<Placement>, Seen<Workplace>)> = app
        .desk()
        .ask(move |market| {
            let candidate = (market.candidate(person)?.clone(), market.candidate_revision(person)?);
            let placement = market.placement(place)?;
            let workplace = market.workplace(placement.thing.workplace)?;
            Some((
                candidate,
                (placement.thing.clone(), placement.revision),
                (workplace.thing.clone(), workplace.revision),
            ))
        })
        .await?;
    let ((mut candidate, one), (mut placement, two), (mut workplace, three)) = found.ok_or(Error::NotFound)?;
    let carried = carry_over(before, after, others, &mut candidate, &mut placement, &mut workplace);
    Ok(carried.map(|()| {
        vec![
            (Thing::Candidate(Box::new(candidate)), one),
            (Thing::Placement(Box::new(placement)), two),
            (Thing::Workplace(workplace), three),
        ]
    }))
}

/// The person keeps these of what was signed, and what they keep joins what they can.
pub async fn keep_signed(app: &App, candidate_id: CandidateId, course_id: CourseId, tasks: &[TaskId]) -> Result<(), Error> {
    for _ in 0..TRIES {
        let held = store::course(app.db(), course_id).await?;
        let held = held
            .filter(|held| held.course.candidate == candidate_id)
            .ok_or(Error::NotFound)?;
        let found = app
            .desk()
            .ask(move |market| {
                Some((
                    market.candidate(candidate_id)?.clone(),
                    market.candidate_revision(candidate_id)?,
                ))
            })
            .await?;
        let (mut candidate, seen) = found.ok_or(Error::NotFound)?;
        let mut course = held.course.clone();
        course.keep(tasks, &mut candidate.can);
        let things = [(Thing::Candidate(Box::new(candidate)), seen)];
        if store::save(app.db(), &course, held.revision, &things).await? {
            return Ok(());
        }
    }
    Err(Error::TooMany)
}
