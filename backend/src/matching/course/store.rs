//! SQL for what comes after a yes.

use super::Held;
use crate::auth::TokenHash;
use crate::db::{Db, StoreError};
use crate::matching::answers::used_up;
use crate::matching::store::{HOLD, RAISE, Thing};
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, Millis, PlacementId};
use shared::matching::course::Course;
use uuid::Uuid;

/// As a query asks for it.
fn stage(course: &Course) -> &'static str {
    match course.stage() {
        stage if stage.is_before() => "before",
        stage if stage.is_underway() => "underway",
        _ => "ended",
    }
}

fn written(course: &Course) -> Result<String, StoreError> {
    serde_json::to_string(course).map_err(|_| StoreError::Unreadable("course"))
}

/// A new course on a yes that counts on this day, which is used up by it. Answers false, and changes nothing, where there is
/// no such yes, a no stands between the two, or they have a course that has not ended.
///
/// The yes stays where it is, so it counts again once the course is gone because it came to nothing.
pub async fn begin(db: &Db, course: &Course, today: Day) -> Result<bool, StoreError> {
    let body = written(course)?;
    let mut added = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        // Whoever says no holds the same row: either they come first and there is no yes, or they take this away too.
        sqlx::query(HOLD).execute(&mut *transaction).await?;
        added += sqlx::query(concat!(
            "insert into course (course_id, revision, candidate_id, placement_id, stage, body, ask_id)
             select $1, 1, $2, $3, $4, $5, ask_id from ask where candidate_id = $2 and placement_id = $3 and until >= $6
             and not exists (select 1 from said_no where candidate_id = $2 and subject_id = $3) and not ",
            used_up!(),
            " on conflict do nothing"
        ))
        .bind(course.id.0)
        .bind(course.candidate.0)
        .bind(course.placement.0)
        .bind(stage(course))
        .bind(&body)
        .bind(today.to_string())
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        transaction.commit().await?;
    });
    Ok(added == 1)
}

/// A course as it is, on nobody's yes, as in the demo. Answers false, and changes nothing, where it is there or the two
/// have one that has not ended.
pub async fn add(db: &Db, course: &Course) -> Result<bool, StoreError> {
    let body = written(course)?;
    let added = on_db!(write db, pool => {
        sqlx::query(
            "insert into course (course_id, revision, candidate_id, placement_id, stage, body) values ($1, 1, $2, $3, $4, $5)
             on conflict do nothing",
        )
        .bind(course.id.0)
        .bind(course.candidate.0)
        .bind(course.placement.0)
        .bind(stage(course))
        .bind(&body)
        .execute(pool)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}

/// Those that nobody has used.
const FORGET_LINKS: &str = "delete from course_link where course_id = $1 and used_at is null";

/// Writes a course over what the writer has seen, and with it what it means for others, each over what was seen of it.
/// All of it or nothing, and nothing where the two have another one that has not ended. A link by which nothing is to be
/// signed any more goes with it.
pub async fn save(db: &Db, course: &Course, seen: i64, things: &[(Thing, i64)]) -> Result<bool, StoreError> {
    let body = written(course)?;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        // The market's row comes first, as with everybody who writes both.
        let revision: i64 = if things.is_empty() {
            0
        } else {
            sqlx::query_scalar(RAISE).fetch_one(&mut *transaction).await?
        };
        // Links before their course, as with everybody who writes both.
        if !course.can_be_signed() {
            sqlx::query(FORGET_LINKS).bind(course.id.0).execute(&mut *transaction).await?;
        }
        let changed = sqlx::query(
            "update course set revision = revision + 1, stage = $1, body = $2 where course_id = $3 and revision = $4
             and ($1 = 'ended' or not exists (
                 select 1 from course other where other.candidate_id = course.candidate_id
                 and other.placement_id = course.placement_id and other.course_id <> $3 and other.stage <> 'ended'
             ))",
        )
        .bind(stage(course))
        .bind(&body)
        .bind(course.id.0)
        .bind(seen)
        .execute(&mut *transaction)
        .await?;
        let mut stale = changed.rows_affected() == 0;
        for (thing, seen) in things {
            let (update, id, body) = thing.update()?;
            let changed = sqlx::query(update).bind(revision).bind(body).bind(id).bind(seen).execute(&mut *transaction).await?;
            stale |= changed.rows_affected() == 0;
        }
        if stale {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
    });
    Ok(true)
}

/// It came to nothing. Answers false where they have begun: then it ends instead.
pub async fn forget(db: &Db, course_id: CourseId) -> Result<bool, StoreError> {
    let mut gone = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        for forget in [
            "delete from course_link where course_id in (select course_id from course where course_id = $1 and stage = 'before')",
            "delete from course where course_id = $1 and stage = 'before'",
        ] {
            gone = sqlx::query(forget).bind(course_id.0).execute(&mut *transaction).await?.rows_affected();
        }
        transaction.commit().await?;
    });
    Ok(gone == 1)
}

type Row = (i64, String);

fn read((revision, body): Row) -> Result<Held, StoreError> {
    let course = serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("course"))?;
    Ok(Held { course, revision })
}

pub async fn course(db: &Db, course_id: CourseId) -> Result<Option<Held>, StoreError> {
    let found: Option<Row> = on_db!(read db, pool => {
        sqlx::query_as("select revision, body from course where course_id = $1")
            .bind(course_id.0)
            .fetch_optional(pool)
            .await?
    });
    found.map(read).transpose()
}

macro_rules! courses {
    ($($(#[$doc:meta])* $name:ident($of:ident: $id:ty) = $column:literal)*) => {$(
        $(#[$doc])*
        pub async fn $name(db: &Db, $of: $id) -> Result<Vec<Held>, StoreError> {
            let rows: Vec<Row> = on_db!(read db, pool => {
                sqlx::query_as(concat!("select revision, body from course where ", $column, " = $1 order by course_id"))
                    .bind($of.0)
                    .fetch_all(pool)
                    .await?
            });
            rows.into_iter().map(read).collect()
        }
    )*};
}

courses! {
    /// Oldest first.
    courses_of_candidate(candidate_id: CandidateId) = "candidate_id"
    /// Oldest first.
    courses_at_placement(placement_id: PlacementId) = "placement_id"
}

/// All of them, oldest first, also those that have ended.
pub async fn courses(db: &Db) -> Result<Vec<Held>, StoreError> {
    let rows: Vec<Row> = on_db!(read db, pool => {
        sqlx::query_as("select revision, body from course order by course_id").fetch_all(pool).await?
    });
    rows.into_iter().map(read).collect()
}

/// A new link for a company to sign by. One that was made before and is not used stops working. Answers false, and makes
/// none, where they have not begun.
pub async fn add_link(db: &Db, link: &TokenHash, course_id: CourseId, expires_at: Millis) -> Result<bool, StoreError> {
    let mut added = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(FORGET_LINKS).bind(course_id.0).execute(&mut *transaction).await?;
        added += sqlx::query(
            "insert into course_link (token_hash, course_id, expires_at)
             select $1, course_id, $3 from course where course_id = $2 and stage <> 'before'",
        )
        .bind(link.as_str())
        .bind(course_id.0)
        .bind(expires_at)
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        transaction.commit().await?;
    });
    Ok(added == 1)
}

/// A link as it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    pub course_id: CourseId,
    pub expires_at: Millis,
    pub used_at: Option<Millis>,
}

pub async fn link(db: &Db, link: &TokenHash) -> Result<Option<Link>, StoreError> {
    let found: Option<(Uuid, i64, Option<i64>)> = on_db!(read db, pool => {
        sqlx::query_as("select course_id, expires_at, used_at from course_link where token_hash = $1")
            .bind(link.as_str())
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(|(course_id, expires_at, used_at)| Link {
        course_id: CourseId(course_id),
        expires_at,
        used_at,
    }))
}

/// Until when a link of this course waits for its company.
pub async fn link_waits(db: &Db, course_id: CourseId, now: Millis) -> Result<Option<Millis>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar("select max(expires_at) from course_link where course_id = $1 and used_at is null and expires_at >= $2")
            .bind(course_id.0)
            .bind(now)
            .fetch_one(pool)
            .await?
    }))
}

/// Uses a link up and writes what was signed, both or neither. Answers false where the link is no good any more, or
/// somebody has written the course meanwhile.
pub async fn sign(db: &Db, link: &TokenHash, course: &Course, seen: i64, now: Millis) -> Result<bool, StoreError> {
    let body = written(course)?;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let used = sqlx::query(
            "update course_link set used_at = $2
             where token_hash = $1 and course_id = $3 and used_at is null and expires_at >= $2",
        )
        .bind(link.as_str())
        .bind(now)
        .bind(course.id.0)
        .execute(&mut *transaction)
        .await?;
        let changed = sqlx::query("update course set revision = revision + 1, body = $1 where course_id = $2 and revision = $3")
            .bind(&body)
            .bind(course.id.0)
            .bind(seen)
            .execute(&mut *transaction)
            .await?;
        if used.rows_affected() == 0 || changed.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
    });
    Ok(true)
}
