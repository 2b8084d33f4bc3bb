//! Links by which a company signs what somebody now can.
//!
//! As with a seat at a family's table: a secret of 256 bits, good for one use within 14 days. Looking at it uses
//! nothing up. It shows a first name, a workplace and a list of tasks, and nothing else of anybody.

use super::store;
use crate::app::App;
use crate::auth::TokenHash;
pub use crate::auth::{Closed, Made};
use crate::error::Error;
use shared::day::Day;
use shared::ids::CourseId;
use shared::matching::course::Course;
use shared::matching::words::TaskId;

/// The longest name of the one who signs.
pub const NAME_MAX: usize = 80;

/// Makes a link; `None` where there is nothing to sign, or no longer.
pub async fn make(app: &App, course_id: CourseId) -> Result<Option<Made>, Error> {
    let held = store::course(app.db(), course_id).await?.ok_or(Error::NotFound)?;
    if !held.course.can_be_signed() {
        return Ok(None);
    }
    let (made, hash) = Made::new(app.clock().now())?;
    let is_made = store::add_link(app.db(), &hash, course_id, made.expires_at).await?;
    Ok(is_made.then_some(made))
}

/// What the one who holds a link is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToSign {
    pub first_name: String,
    pub workplace: String,
    pub tasks: Vec<TaskId>,
    course: Course,
    revision: i64,
}

/// Looks at a link and leaves it as it is.
pub async fn look_at(app: &App, token: &str) -> Result<Result<ToSign, Closed>, Error> {
    let Some(link) = store::link(app.db(), &TokenHash::of(token)).await? else {
        return Ok(Err(Closed::Unknown));
    };
    if let Some(closed) = Closed::at(app.clock().now(), link.used_at, link.expires_at) {
        return Ok(Err(closed));
    }
    let Some(held) = store::course(app.db(), link.course_id)
        .await?
        .filter(|held| held.course.can_be_signed())
    else {
        return Ok(Err(Closed::Unknown));
    };
    let (candidate, workplace) = (held.course.candidate, held.course.workplace);
    let names = app
        .desk()
        .ask(move |market| {
            let first_name = market.candidate(candidate)?.first_name.clone();
            Some((first_name, market.workplace(workplace)?.thing.name.clone()))
        })
        .await?;
    Ok(names.ok_or(Closed::Unknown).map(|(first_name, workplace)| ToSign {
        first_name,
        workplace,
        tasks: held.course.tasks.clone(),
        course: held.course,
        revision: held.revision,
    }))
}

/// Signs, and uses the link up.
pub async fn sign(app: &App, token: &str, to_sign: ToSign, by: &str, tasks: &[TaskId]) -> Result<Result<(), Closed>, Error> {
    let now = app.clock().now();
    let ToSign {
        mut course, revision, ..
    } = to_sign;
    if !course.sign(by, Day::in_denmark(now), tasks) {
        return Ok(Err(Closed::Used));
    }
    let signed = store::sign(app.db(), &TokenHash::of(token), &course, revision, now).await?;
    // Somebody else was first.
    Ok(if signed { Ok(()) } else { Err(Closed::Used) })
}
