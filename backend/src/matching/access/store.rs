//! SQL for who may use the desk, and for what is a candidate's alone.

use super::{Consultant, Label, Own};
use crate::auth::TokenHash;
use crate::db::{Db, StoreError};
use shared::ids::{CandidateId, Millis, PersonId};
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

/// All of them, by name. The names are put in order here: the databases do not agree on which comes first.
pub async fn consultants(db: &Db) -> Result<Vec<Consultant>, StoreError> {
    let found: Vec<ConsultantRow> = on_db!(read db, pool => {
        sqlx::query_as("select person_id, name, phone, entrance from consultant").fetch_all(pool).await?
    });
    let mut all: Vec<Consultant> = found.into_iter().map(read).collect();
    all.sort_by(|one, other| (&one.name, one.person_id).cmp(&(&other.name, other.person_id)));
    Ok(all)
}

/// The one whom companies reach: of several the one who came first.
pub async fn entrance(db: &Db) -> Result<Option<Consultant>, StoreError> {
    let found: Option<ConsultantRow> = on_db!(read db, pool => {
        sqlx::query_as("select person_id, name, phone, entrance from consultant where entrance order by person_id limit 1")
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

/// How a candidate comes to their own page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WayIn {
    /// They have none yet.
    None,
    /// They came by a link, and will come by the next one.
    Link,
    /// They sign in as they do for all else.
    Own,
}

pub async fn way_in(db: &Db, candidate_id: CandidateId) -> Result<WayIn, StoreError> {
    let by_link: Option<bool> = on_db!(read db, pool => {
        sqlx::query_scalar("select by_link from candidate_account where candidate_id = $1")
            .bind(candidate_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(match by_link {
        None => WayIn::None,
        Some(true) => WayIn::Link,
        Some(false) => WayIn::Own,
    })
}

/// Who has a candidate's own page by a link, and nothing else by it.
pub async fn came_by_link(db: &Db, candidate_id: CandidateId) -> Result<Option<PersonId>, StoreError> {
    let found: Option<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select person_id from candidate_account where candidate_id = $1 and by_link")
            .bind(candidate_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(PersonId))
}

/// A new link to a candidate's own page. One that was made before and is not used stops working.
///
/// Answers false where they are gone, or sign in as they do for all else: no link is to open what else is theirs.
pub async fn add_own_link(db: &Db, link: &TokenHash, candidate_id: CandidateId, expires_at: Millis) -> Result<bool, StoreError> {
    let mut added = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query("delete from own_link where candidate_id = $1 and used_at is null")
            .bind(candidate_id.0)
            .execute(&mut *transaction)
            .await?;
        added += sqlx::query(
            "insert into own_link (token_hash, candidate_id, expires_at)
             select $1, candidate_id, $3 from candidate where candidate_id = $2 and body is not null
             and not exists (select 1 from candidate_account where candidate_id = $2 and not by_link)",
        )
        .bind(link.as_str())
        .bind(candidate_id.0)
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
pub struct OwnLink {
    pub candidate_id: CandidateId,
    pub expires_at: Millis,
    pub used_at: Option<Millis>,
}

pub async fn own_link(db: &Db, link: &TokenHash) -> Result<Option<OwnLink>, StoreError> {
    let found: Option<(Uuid, i64, Option<i64>)> = on_db!(read db, pool => {
        sqlx::query_as("select candidate_id, expires_at, used_at from own_link where token_hash = $1")
            .bind(link.as_str())
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(|(candidate_id, expires_at, used_at)| OwnLink {
        candidate_id: CandidateId(candidate_id),
        expires_at,
        used_at,
    }))
}

/// Uses a link up and gives its page to a person: to a new one of that name, or without a name to one who is here. Whoever
/// came by an older link has the page no longer.
///
/// Answers false, and changes nothing, where the link is no good any more, or the person or the candidate has another.
pub async fn take_own_page(
    db: &Db,
    link: &TokenHash,
    person_id: PersonId,
    name: Option<&str>,
    now: Millis,
) -> Result<bool, StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let used: Vec<Uuid> = sqlx::query_scalar(
            "update own_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at >= $2 returning candidate_id",
        )
        .bind(link.as_str())
        .bind(now)
        .fetch_all(&mut *transaction)
        .await?;
        let Some(candidate_id) = used.into_iter().next() else {
            transaction.rollback().await?;
            return Ok(false);
        };
        if let Some(name) = name {
            sqlx::query("insert into person (person_id, name, created_at) values ($1, $2, $3)")
                .bind(person_id.0)
                .bind(name)
                .bind(now)
                .execute(&mut *transaction)
                .await?;
        }
        sqlx::query("delete from candidate_account where candidate_id = $1 and by_link")
            .bind(candidate_id)
            .execute(&mut *transaction)
            .await?;
        let added = sqlx::query(
            "insert into candidate_account (person_id, candidate_id, by_link) values ($1, $2, $3) on conflict do nothing",
        )
        .bind(person_id.0)
        .bind(candidate_id)
        .bind(name.is_some())
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        if added == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
    });
    Ok(true)
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
