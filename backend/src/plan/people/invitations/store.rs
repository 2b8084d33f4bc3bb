//! SQL for links to a seat.

use super::WayIn;
use crate::auth::TokenHash;
use crate::db::{Db, StoreError};
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A link as it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stored {
    pub plan_id: PlanId,
    pub member_id: MemberId,
    pub expires_at: Millis,
    pub used_at: Option<Millis>,
}

/// A new link. One that was made for the same seat before and is not used stops working.
///
/// Answers false, and changes nothing, where someone has the seat, unless the link is to take it from them.
pub async fn add(
    db: &Db,
    link: &TokenHash,
    plan_id: PlanId,
    member_id: MemberId,
    expires_at: Millis,
    takes_over: bool,
) -> Result<bool, StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(FORGET_UNUSED).bind(plan_id.0).bind(member_id.0).execute(&mut *transaction).await?;
        // After the old link is gone, so that nobody comes in by it between this look at the seat and the commit.
        let added = sqlx::query(
            "insert into invitation (token_hash, plan_id, member_id, expires_at, used_at)
             select $1, $2, $3, $4, null
             where $5 or not exists (select 1 from seat where plan_id = $2 and member_id = $3)",
        )
        .bind(link.as_str())
        .bind(plan_id.0)
        .bind(member_id.0)
        .bind(expires_at)
        .bind(takes_over)
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

pub async fn withdraw(db: &Db, plan_id: PlanId, member_id: MemberId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query(FORGET_UNUSED).bind(plan_id.0).bind(member_id.0).execute(pool).await?;
    });
    Ok(())
}

const FORGET_UNUSED: &str = "delete from invitation where plan_id = $1 and member_id = $2 and used_at is null";

pub async fn find(db: &Db, link: &TokenHash) -> Result<Option<Stored>, StoreError> {
    let found: Option<(Uuid, Uuid, i64, Option<i64>)> = on_db!(read db, pool => {
        sqlx::query_as("select plan_id, member_id, expires_at, used_at from invitation where token_hash = $1")
            .bind(link.as_str())
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(|(plan_id, member_id, expires_at, used_at)| Stored {
        plan_id: PlanId(plan_id),
        member_id: MemberId(member_id),
        expires_at,
        used_at,
    }))
}

/// Makes the person and gives them the seat, and whoever had it by an older link has it no longer. Answers
/// false, and changes nothing, where the link is no good any more: of two who come with it one is turned away.
pub async fn take(db: &Db, link: &TokenHash, person_id: PersonId, name: &str, now: Millis) -> Result<bool, StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let used: Vec<(Uuid, Uuid)> = sqlx::query_as(
            "update invitation set used_at = $2
             where token_hash = $1 and used_at is null and expires_at >= $2
             returning plan_id, member_id",
        )
        .bind(link.as_str())
        .bind(now)
        .fetch_all(&mut *transaction)
        .await?;
        let Some((plan_id, member_id)) = used.into_iter().next() else {
            transaction.rollback().await?;
            return Ok(false);
        };
        sqlx::query("insert into person (person_id, name, created_at) values ($1, $2, $3)")
            .bind(person_id.0)
            .bind(name)
            .bind(now)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("delete from seat where plan_id = $1 and member_id = $2")
            .bind(plan_id)
            .bind(member_id)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("insert into seat (person_id, plan_id, member_id) values ($1, $2, $3)")
            .bind(person_id.0)
            .bind(plan_id)
            .bind(member_id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
    });
    Ok(true)
}

/// How each member of a plan comes in, of those who can or could.
pub async fn ways_in(db: &Db, plan_id: PlanId) -> Result<BTreeMap<MemberId, WayIn>, StoreError> {
    let rows: Vec<(Uuid, Option<i64>, Option<i64>)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select member_id, null, null from seat where plan_id = $1
             union all select member_id, expires_at, used_at from invitation where plan_id = $1",
        )
        .bind(plan_id.0)
        .fetch_all(pool)
        .await?
    });
    let mut ways: BTreeMap<MemberId, WayIn> = BTreeMap::new();
    for (member_id, expires_at, used_at) in rows {
        let way = ways.entry(MemberId(member_id)).or_default();
        match (expires_at, used_at) {
            (None, _) => way.sits = true,
            (Some(_), Some(_)) => way.by_link = true,
            (Some(expires_at), None) => way.link_until = Some(expires_at),
        }
    }
    Ok(ways)
}
