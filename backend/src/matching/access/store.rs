//! SQL for who may use the desk, and for what is a candidate's alone.

use super::{Consultant, Label, Own};
use crate::db::{Db, StoreError};
use shared::ids::{CandidateId, PersonId};
use uuid::Uuid;

type ConsultantRow = (Uuid, String, String, bool);

fn read((person_id, name, phone, entrance): ConsultantRow) -> Consultant {
    Consultant {
        person_id: PersonId(person_id),
        name,
        phone,
        entrance,
    }
}

/// Answers false, and changes nothing, where the person is one already.
pub async fn add_consultant(db: &Db, consultant: &Consultant) -> Result<bool, StoreError> {
    let added = on_db!(write db, pool => {
        sqlx::query("insert into consultant (person_id, name, phone, entrance) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(consultant.person_id.0)
            .bind(&consultant.name)
            .bind(&consultant.phone)
            .bind(consultant.entrance)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(added == 1)
}

pub async fn consultant(db: &Db, person_id: PersonId) -> Result<Option<Consultant>, StoreError> {
    let found: Option<ConsultantRow> = on_db!(read db, pool => {
        sqlx::query_as("select person_id, name, phone, entrance from consultant where person_id = $1")
            .bind(person_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(read))
}

/// All of them, by name.
pub async fn consultants(db: &Db) -> Result<Vec<Consultant>, StoreError> {
    let found: Vec<ConsultantRow> = on_db!(read db, pool => {
        sqlx::query_as("select person_id, name, phone, entrance from consultant order by name, person_id").fetch_all(pool).await?
    });
    Ok(found.into_iter().map(read).collect())
}

/// The one whom companies reach.
pub async fn entrance(db: &Db) -> Result<Option<Consultant>, StoreError> {
    let found: Option<ConsultantRow> = on_db!(read db, pool => {
        sqlx::query_as(
            "select person_id, name, phone, entrance from consultant where entrance order by name, person_id limit 1",
        )
        .fetch_optional(pool)
        .await?
    });
    Ok(found.map(read))
}

/// Answers false, and changes nothing, where the person or the candidate has another already.
pub async fn add_account(db: &Db, person_id: PersonId, candidate_id: CandidateId) -> Result<bool, StoreError> {
    let added = on_db!(write db, pool => {
        sqlx::query("insert into candidate_account (person_id, candidate_id) values ($1, $2) on conflict do nothing")
            .bind(person_id.0)
            .bind(candidate_id.0)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(added == 1)
}

pub async fn candidate_of(db: &Db, person_id: PersonId) -> Result<Option<CandidateId>, StoreError> {
    let found: Option<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select candidate_id from candidate_account where person_id = $1")
            .bind(person_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(CandidateId))
}

/// What the one who asks calls the stretches of their own week.
pub async fn labels(db: &Db, own: Own) -> Result<Vec<Label>, StoreError> {
    let body: Option<String> = on_db!(read db, pool => {
        sqlx::query_scalar("select body from candidate_label where candidate_id = $1")
            .bind(own.candidate_id().0)
            .fetch_optional(pool)
            .await?
    });
    let Some(body) = body else { return Ok(vec![]) };
    serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("candidate_label"))
}

/// All of them anew.
pub async fn set_labels(db: &Db, own: Own, labels: &[Label]) -> Result<(), StoreError> {
    let sql = "insert into candidate_label (candidate_id, body) values ($1, $2)
               on conflict (candidate_id) do update set body = excluded.body";
    write_labels(db, sql, own.candidate_id(), labels).await
}

/// What the demo's people have written. Leaves a candidate's labels as they are where there are any.
pub async fn add_labels(db: &Db, candidate_id: CandidateId, labels: &[Label]) -> Result<(), StoreError> {
    let sql = "insert into candidate_label (candidate_id, body) values ($1, $2) on conflict do nothing";
    write_labels(db, sql, candidate_id, labels).await
}

async fn write_labels(db: &Db, sql: &'static str, candidate_id: CandidateId, labels: &[Label]) -> Result<(), StoreError> {
    let body = serde_json::to_string(labels).map_err(|_| StoreError::Unreadable("candidate_label"))?;
    on_db!(write db, pool => {
        sqlx::query(sql).bind(candidate_id.0).bind(&body).execute(pool).await?;
    });
    Ok(())
}
