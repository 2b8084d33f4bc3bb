//! SQL for who has looked.

use super::{Look, Looked};
use crate::db::{Db, StoreError};
use shared::ids::{MemberId, Millis, PlanId};
use uuid::Uuid;

/// Looks with less time than this between them are one visit.
const VISIT_MS: Millis = 30 * 60 * 1000;

pub async fn add(db: &Db, plan_id: PlanId, member_id: MemberId, look: Look, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("insert into disclosure (plan_id, member_id, at, what) values ($1, $2, $3, $4)")
            .bind(plan_id.0)
            .bind(member_id.0)
            .bind(now)
            .bind(look.text())
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// Looks at a plan from before an instant, the newest first, at most so many. `without` leaves one member's out.
pub async fn looks(
    db: &Db,
    plan_id: PlanId,
    without: Option<MemberId>,
    before: Millis,
    most: i64,
) -> Result<Vec<Looked>, StoreError> {
    let rows: Vec<(Uuid, i64, String)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select member_id, at, what from disclosure
             where plan_id = $1 and member_id <> $2 and at < $3
             order by at desc, member_id, what limit $4",
        )
        .bind(plan_id.0)
        // Nobody has this id.
        .bind(without.unwrap_or(MemberId::MAX).0)
        .bind(before)
        .bind(most)
        .fetch_all(pool)
        .await?
    });
    let looked = rows.into_iter().map(|(member_id, at, what)| Looked {
        member_id: MemberId(member_id),
        at,
        look: Look::read(&what),
    });
    Ok(looked.collect())
}

/// When this member last looked before the visit that they are on now; `None` on their first.
///
/// Looks that follow each other within half an hour are one visit. That a family's name stood in a list
/// is no look in this sense. A board that stays open counts from when it was opened.
pub async fn last_look(db: &Db, plan_id: PlanId, member_id: MemberId, now: Millis) -> Result<Option<Millis>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar(
            "select max(at) from (
                 select at, lead(at, 1, cast($3 as bigint)) over (order by at) as next_at from disclosure
                 where plan_id = $1 and member_id = $2 and at <= $3 and what <> $4
             ) as look
             where next_at - at >= $5",
        )
        .bind(plan_id.0)
        .bind(member_id.0)
        .bind(now)
        .bind(Look::Name.text())
        .bind(VISIT_MS)
        .fetch_one(pool)
        .await?
    }))
}
