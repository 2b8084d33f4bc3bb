//! SQL for people and their seats: who has an account, and at which tables they sit.

use crate::db::{Db, StoreError};
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use uuid::Uuid;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seat {
    pub plan_id: PlanId,
    pub member_id: MemberId,
}

/// The tables a person sits at, in the order of their families' first seats.
pub async fn plans_of(db: &Db, person_id: PersonId) -> Result<Vec<Seat>, StoreError> {
    let seats: Vec<(Uuid, Uuid)> = on_db!(read db, pool => {
        sqlx::query_as("select plan_id, member_id from seat where person_id = $1 order by plan_id")
            .bind(person_id.0)
            .fetch_all(pool)
            .await?
    });
    Ok(seats
        .into_iter()
        .map(|(plan_id, member_id)| Seat {
            plan_id: PlanId(plan_id),
            member_id: MemberId(member_id),
        })
        .collect())
}

/// Who a person is at a table, if they sit there.
pub async fn seat(db: &Db, person_id: PersonId, plan_id: PlanId) -> Result<Option<MemberId>, StoreError> {
    let member: Option<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select member_id from seat where person_id = $1 and plan_id = $2")
            .bind(person_id.0)
            .bind(plan_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(member.map(MemberId))
}

pub async fn person_name(db: &Db, person_id: PersonId) -> Result<Option<String>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar("select name from person where person_id = $1").bind(person_id.0).fetch_optional(pool).await?
    }))
}

/// Answers false, and changes nothing, where the person is known already.
pub async fn add_person(db: &Db, person_id: PersonId, name: &str, now: Millis) -> Result<bool, StoreError> {
    let added = on_db!(write db, pool => {
        sqlx::query("insert into person (person_id, name, created_at) values ($1, $2, $3) on conflict do nothing")
            .bind(person_id.0)
            .bind(name)
            .bind(now)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(added == 1)
}
