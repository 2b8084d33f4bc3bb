//! SQL for what people have answered.

use super::{Ask, Yes};
use crate::db::{Db, StoreError};
use crate::matching::store::{COMPANY_NO, HOLD, REMEMBER, UNDO_MS};
use shared::day::Day;
use shared::ids::{AskId, CandidateId, Millis, PersonId, PlacementId};
use uuid::Uuid;

const RAISE: &str = "update market set answers = answers + 1 where one = 1";

/// What was asked about a person and a placement, and what has come of a yes as long as they have not begun.
const FORGET: [&str; 3] = [
    "delete from ask where candidate_id = $1 and placement_id = $2",
    "delete from course_link where course_id in (
        select course_id from course where stage = 'before' and candidate_id = $1 and placement_id = $2
    )",
    "delete from course where stage = 'before' and candidate_id = $1 and placement_id = $2",
];

/// The candidate says no: they are not shown to each other any more. What was asked about the two is gone with it.
pub async fn say_no(db: &Db, candidate_id: CandidateId, placement_id: PlacementId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(RAISE).execute(&mut *transaction).await?;
        sqlx::query("insert into said_no (candidate_id, subject_id, side) values ($1, $2, 'candidate') on conflict do nothing")
            .bind(candidate_id.0)
            .bind(placement_id.0)
            .execute(&mut *transaction)
            .await?;
        for forget in FORGET {
            sqlx::query(forget).bind(candidate_id.0).bind(placement_id.0).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

/// The candidate takes a no back. Nothing is left of it; what a company has said stays.
pub async fn take_back_no(db: &Db, candidate_id: CandidateId, placement_id: PlacementId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(RAISE).execute(&mut *transaction).await?;
        sqlx::query("delete from said_no where candidate_id = $1 and subject_id = $2 and side = 'candidate'")
            .bind(candidate_id.0)
            .bind(placement_id.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
    });
    Ok(())
}

/// Something has begun between the two, or had begun on this yes.
macro_rules! used_up {
    () => {
        "exists (
             select 1 from course where course.candidate_id = ask.candidate_id and course.placement_id = ask.placement_id
             and (course.stage <> 'ended' or course.ask_id = ask.ask_id)
         )"
    };
}
pub(in crate::matching) use used_up;

const RAISE_BOTH: &str = "update market set revision = revision + 1, answers = answers + 1 where one = 1 returning revision";

/// The company has been told of somebody and says: not this time. They are not shown to each other any more, and the yes
/// stays the candidate's, to be read by them alone: at the desk it counts no more.
///
/// Answers with the change, for the one who wrote it to take back. `None`, and nothing is written, where there is no yes
/// that counts on the day of `now`, or something has begun on it: that ends in its own way.
pub async fn company_no(
    db: &Db,
    candidate_id: CandidateId,
    placement_id: PlacementId,
    by: PersonId,
    now: Millis,
) -> Result<Option<i64>, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let change: i64 = sqlx::query_scalar(RAISE_BOTH).fetch_one(&mut *transaction).await?;
        let written = sqlx::query(concat!(
            "insert into said_no (candidate_id, subject_id, side)
             select $1, $2, 'company' where exists (
                 select 1 from ask where candidate_id = $1 and placement_id = $2 and until >= $3 and not ", used_up!(), "
             ) on conflict do nothing"
        ))
        .bind(candidate_id.0)
        .bind(placement_id.0)
        .bind(Day::in_denmark(now).to_string())
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        if written == 0 {
            transaction.rollback().await?;
            return Ok(None);
        }
        sqlx::query(REMEMBER)
            .bind(by.0)
            .bind(COMPANY_NO)
            .bind(candidate_id.0)
            .bind(change)
            .bind(placement_id.to_string())
            .bind(now)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Some(change)
    }))
}

/// A company's no was a mistake: whoever wrote it takes it back, within a day, where it was their last change; and where a
/// change is named, only if it was that one. The two are shown to each other again, and a yes that has not run out counts
/// again. Answers whom it was about.
pub async fn take_back_company_no(
    db: &Db,
    by: PersonId,
    change: Option<i64>,
    now: Millis,
) -> Result<Option<(CandidateId, PlacementId)>, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(RAISE).execute(&mut *transaction).await?;
        let last: Option<(Uuid, String)> = sqlx::query_as(
            "delete from desk_change where person_id = $1 and thing = $2 and at > $3 and revision = coalesce($4, revision)
             returning thing_id, body",
        )
        .bind(by.0)
        .bind(COMPANY_NO)
        .bind(now - UNDO_MS)
        .bind(change)
        .fetch_optional(&mut *transaction)
        .await?;
        let Some((candidate_id, placement_id)) = last else {
            transaction.rollback().await?;
            return Ok(None);
        };
        let placement_id: PlacementId = placement_id.parse().map_err(|_| StoreError::Unreadable("desk_change"))?;
        sqlx::query("delete from said_no where candidate_id = $1 and subject_id = $2 and side = 'company'")
            .bind(candidate_id)
            .bind(placement_id.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Some((CandidateId(candidate_id), placement_id))
    }))
}

/// All pairs that are not shown to each other, and not by whose word.
pub async fn nos(db: &Db) -> Result<Vec<(CandidateId, PlacementId)>, StoreError> {
    let rows: Vec<(Uuid, Uuid)> = on_db!(read db, pool => {
        sqlx::query_as("select distinct candidate_id, subject_id from said_no order by candidate_id, subject_id")
            .fetch_all(pool)
            .await?
    });
    Ok(rows
        .into_iter()
        .map(|(candidate_id, placement_id)| (CandidateId(candidate_id), PlacementId(placement_id)))
        .collect())
}

/// What a candidate themselves has said no to, for them to take back.
pub async fn own_nos(db: &Db, candidate_id: CandidateId) -> Result<Vec<PlacementId>, StoreError> {
    let ids: Vec<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select subject_id from said_no where candidate_id = $1 and side = 'candidate' order by subject_id")
            .bind(candidate_id.0)
            .fetch_all(pool)
            .await?
    });
    Ok(ids.into_iter().map(PlacementId).collect())
}

/// A yes that has run out, or that a course which is over was begun on, makes room for the next question. `$3` is the day.
const CLEAR_SPENT: &str = "delete from ask where candidate_id = $1 and placement_id = $2 and (until < $3 or exists (
    select 1 from course where course.ask_id = ask.ask_id and course.stage = 'ended'
))";

/// The person is there, and neither side has said no: nothing is written beside a no, nor about somebody who was erased
/// meanwhile.
macro_rules! may_be_asked {
    () => {
        "exists (select 1 from candidate where candidate_id = $2 and body is not null)
         and not exists (select 1 from said_no where candidate_id = $2 and subject_id = $3)"
    };
}

/// Asks a candidate, once: answers false, and changes nothing, where they have been asked about this placement or have said
/// yes, and where one of the two has said no. A yes that has run out by the day of `now` or is used up is asked for anew.
pub async fn ask(
    db: &Db,
    ask_id: AskId,
    candidate_id: CandidateId,
    placement_id: PlacementId,
    by: PersonId,
    now: Millis,
) -> Result<bool, StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        // Whoever says no, erases somebody or begins something holds the same row: it comes before or after.
        sqlx::query(HOLD).execute(&mut *transaction).await?;
        sqlx::query(CLEAR_SPENT)
            .bind(candidate_id.0)
            .bind(placement_id.0)
            .bind(Day::in_denmark(now).to_string())
            .execute(&mut *transaction)
            .await?;
        let asked = sqlx::query(concat!(
            "insert into ask (ask_id, candidate_id, placement_id, asked_by, asked_at) select $1, $2, $3, $4, $5 where ",
            may_be_asked!(),
            " on conflict do nothing"
        ))
        .bind(ask_id.0)
        .bind(candidate_id.0)
        .bind(placement_id.0)
        .bind(by.0)
        .bind(now)
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        if asked == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
    });
    Ok(true)
}

/// A yes until a day, whether somebody has asked or not. `ask_id` names it where nobody has. Answers false, and changes
/// nothing, where one of the two has said no.
pub async fn say_yes(
    db: &Db,
    ask_id: AskId,
    candidate_id: CandidateId,
    placement_id: PlacementId,
    yes: &Yes,
) -> Result<bool, StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(HOLD).execute(&mut *transaction).await?;
        sqlx::query(CLEAR_SPENT)
            .bind(candidate_id.0)
            .bind(placement_id.0)
            .bind(Day::in_denmark(yes.at).to_string())
            .execute(&mut *transaction)
            .await?;
        let said = sqlx::query(concat!(
            "insert into ask (ask_id, candidate_id, placement_id, asked_at, until, answered_at, text_version, language, read_aloud, present_id)
             select $1, $2, $3, $4, $5, $4, $6, $7, $8, $9 where ",
            may_be_asked!(),
            " on conflict (candidate_id, placement_id) do update
             set until = excluded.until, answered_at = excluded.answered_at, text_version = excluded.text_version,
                 language = excluded.language, read_aloud = excluded.read_aloud, present_id = excluded.present_id"
        ))
        .bind(ask_id.0)
        .bind(candidate_id.0)
        .bind(placement_id.0)
        .bind(yes.at)
        .bind(yes.until.to_string())
        .bind(i64::from(yes.text_version))
        .bind(&yes.language)
        .bind(yes.read_aloud)
        .bind(yes.present.map(|id| id.0))
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        if said == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
    });
    Ok(true)
}

/// A yes to a question that was read aloud was written down by mistake: whoever did so takes it back, within a day, and the
/// question waits as before. Answers false, and changes nothing, where there is no such yes or something has begun on it.
pub async fn reopen_ask(
    db: &Db,
    candidate_id: CandidateId,
    placement_id: PlacementId,
    by: PersonId,
    now: Millis,
) -> Result<bool, StoreError> {
    let mut reopened = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(HOLD).execute(&mut *transaction).await?;
        reopened += sqlx::query(concat!(
            "update ask set until = null, answered_at = null, text_version = null, language = null, read_aloud = null, present_id = null
             where candidate_id = $1 and placement_id = $2 and present_id = $3 and read_aloud and asked_by is not null
             and answered_at > $4 and not ", used_up!()
        ))
        .bind(candidate_id.0)
        .bind(placement_id.0)
        .bind(by.0)
        .bind(now - UNDO_MS)
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        transaction.commit().await?;
    });
    Ok(reopened == 1)
}

/// The question was a mistake, or the one who was asked has changed their mind about a yes. Nothing is left of it.
pub async fn forget_ask(db: &Db, candidate_id: CandidateId, placement_id: PlacementId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(HOLD).execute(&mut *transaction).await?;
        for forget in FORGET {
            sqlx::query(forget).bind(candidate_id.0).bind(placement_id.0).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

/// What was asked about two who are not shown to each other counts for nothing, whoever has said no.
macro_rules! shown_to_each_other {
    () => {
        "not exists (
             select 1 from said_no where said_no.candidate_id = ask.candidate_id and said_no.subject_id = ask.placement_id
         )"
    };
}

macro_rules! asks {
    ($($(#[$doc:meta])* $name:ident($of:ident: $id:ty) where $which:expr, $bound:expr;)*) => {$(
        $(#[$doc])*
        pub async fn $name(db: &Db, $of: $id) -> Result<Vec<Ask>, StoreError> {
            let rows: Vec<AskRow> = on_db!(read db, pool => {
                sqlx::query_as(concat!(
                    "select ask_id, candidate_id, placement_id, asked_by, asked_at, until, answered_at, text_version, language, read_aloud,
                     present_id, ", used_up!(), " as used from ask where ", $which, " order by asked_at, ask_id"
                ))
                .bind($bound)
                .fetch_all(pool)
                .await?
            });
            rows.into_iter().map(AskRow::read).collect()
        }
    )*};
}

asks! {
    /// What a candidate was asked and what they have said yes to, oldest first.
    asks_of_candidate(candidate_id: CandidateId) where concat!("candidate_id = $1 and ", shown_to_each_other!()), candidate_id.0;
    /// Who was asked about a placement or has said yes to it, oldest first.
    asks_of_placement(placement_id: PlacementId) where concat!("placement_id = $1 and ", shown_to_each_other!()), placement_id.0;
    /// Every yes that counts on a day and that nothing has begun on, oldest first.
    waiting_yeses(today: Day) where concat!("until >= $1 and ", shown_to_each_other!(), " and not ", used_up!()), today.to_string();
    /// What a candidate has said yes to and a company no, oldest first. For the candidate alone, until they take it away.
    turned_down(candidate_id: CandidateId) where "candidate_id = $1 and until is not null and exists (
        select 1 from said_no where said_no.candidate_id = ask.candidate_id
        and said_no.subject_id = ask.placement_id and said_no.side = 'company'
    )", candidate_id.0;
}

#[derive(sqlx::FromRow)]
struct AskRow {
    ask_id: Uuid,
    candidate_id: Uuid,
    placement_id: Uuid,
    asked_by: Option<Uuid>,
    asked_at: i64,
    until: Option<String>,
    answered_at: Option<i64>,
    text_version: Option<i64>,
    language: Option<String>,
    read_aloud: Option<bool>,
    present_id: Option<Uuid>,
    used: bool,
}

impl AskRow {
    fn read(self) -> Result<Ask, StoreError> {
        let unreadable = StoreError::Unreadable("ask");
        let yes = match (
            self.until,
            self.answered_at,
            self.text_version,
            self.language,
            self.read_aloud,
        ) {
            (Some(until), Some(at), Some(version), Some(language), Some(read_aloud)) => {
                let (Ok(until), Ok(text_version)) = (until.parse(), u16::try_from(version)) else {
                    return Err(unreadable);
                };
                Some(Yes {
                    until,
                    at,
                    text_version,
                    language,
                    read_aloud,
                    present: self.present_id.map(PersonId),
                })
            }
            (None, None, None, None, None) => None,
            _ => return Err(unreadable),
        };
        Ok(Ask {
            ask_id: AskId(self.ask_id),
            candidate_id: CandidateId(self.candidate_id),
            placement_id: PlacementId(self.placement_id),
            asked_by: self.asked_by.map(PersonId),
            asked_at: self.asked_at,
            yes,
            used: self.used,
        })
    }
}
