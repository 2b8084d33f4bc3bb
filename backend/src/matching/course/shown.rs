//! Courses as one reader is about to see them, with the proof that the look was written down.

use super::{Held, courses, courses_at_placement, courses_of_candidate};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::access::{self, Own};
use crate::matching::lists::{Offer, offer};
use crate::matching::looked::{Disclosed, Showing, View, disclose};
use crate::random;
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::course::{Course, Stage};
use shared::matching::search::{Query, Words, keep};
use uuid::Uuid;

/// A course with the two that it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub course: Course,
    pub candidate: Candidate,
    pub offer: Offer,
}

impl Line {
    /// What it is found by.
    fn words(&self) -> Words {
        let workplace = &self.offer.workplace;
        let names = [&self.candidate.first_name, &workplace.name, &workplace.site.community];
        names.into_iter().fold(Words::default(), |words, name| words.and(name, 0))
    }
}

/// Those that are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    Of(CandidateId),
    At(PlacementId),
    One(CourseId),
}

/// What is due first comes first; what nothing is waited for comes last, the newest first.
#[derive(Clone, Debug)]
pub struct Courses {
    pub lines: Vec<Line>,
    _disclosed: Disclosed,
}

/// For consultants alone.
pub async fn shown(app: &App, caller: &Caller, which: Which) -> Result<Courses, Error> {
    access::consultant(app, caller).await?;
    let db = app.db();
    let held = match which {
        Which::Of(candidate_id) => courses_of_candidate(db, candidate_id).await?,
        Which::At(placement_id) => courses_at_placement(db, placement_id).await?,
        Which::One(course_id) => super::course(db, course_id).await?.into_iter().collect(),
    };
    let subject_id = match which {
        Which::Of(id) => id.0,
        Which::At(id) => id.0,
        Which::One(id) => id.0,
    };
    write_down(app, caller, Some(subject_id), lines(app, held).await?).await
}

/// Those that something is waited for and whose names meet what is looked for, at most so many, and how many there are.
/// For consultants alone.
pub async fn open(app: &App, caller: &Caller, sought: &Query, most: usize) -> Result<(Courses, usize), Error> {
    access::consultant(app, caller).await?;
    let mut held = courses(app.db()).await?;
    held.retain(|held| held.course.next().is_some());
    let mut lines = lines(app, held).await?;
    keep(&mut lines, sought, Line::words);
    let in_all = lines.len();
    lines.truncate(most);
    Ok((write_down(app, caller, None, lines).await?, in_all))
}

async fn write_down(app: &App, caller: &Caller, subject_id: Option<Uuid>, lines: Vec<Line>) -> Result<Courses, Error> {
    let now = app.clock().now();
    let showing = Showing {
        view: View::Courses,
        subject_id,
        inputs: String::new(),
        rules: String::new(),
        shown: lines.iter().map(|line| line.course.id.0).collect(),
        candidates: lines.iter().map(|line| line.course.candidate).collect(),
    };
    let disclosed = disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?;
    Ok(Courses {
        lines,
        _disclosed: disclosed,
    })
}

/// One's own, for oneself.
pub async fn own_courses(app: &App, own: Own) -> Result<Vec<Line>, Error> {
    let held = courses_of_candidate(app.db(), own.candidate_id()).await?;
    lines(app, held).await
}

async fn lines(app: &App, held: Vec<Held>) -> Result<Vec<Line>, Error> {
    let mut lines: Vec<Line> = app
        .desk()
        .ask(move |market| {
            let with = |held: Held| {
                let candidate = market.candidate(held.course.candidate)?.clone();
                let offer = offer(market, held.course.placement)?;
                Some(Line {
                    course: held.course,
                    candidate,
                    offer,
                })
            };
            held.into_iter().filter_map(with).collect()
        })
        .await?;
    lines.sort_by_key(|line| due(&line.course));
    Ok(lines)
}

/// In the order in which something is due.
fn due(course: &Course) -> (bool, Day, std::cmp::Reverse<Option<Day>>, Stage, CourseId) {
    let next = course.next();
    let ended = course.ended().or(course.job_began());
    (
        next.is_none(),
        next.map_or(Day::EPOCH, |next| next.on),
        std::cmp::Reverse(ended),
        course.stage(),
        course.id,
    )
}
