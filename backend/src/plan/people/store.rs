//! SQL for people and their seats: who has an account, and at which tables they sit.

use crate::db::{Db, StoreError};
use shared::ids::{ChangeId, MemberId, Millis, PersonId, PlanId};
use shared::plan::{Key, Record};
use std::collections::BTreeMap;
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

/// Forgets the name of somebody who sits at no table and has asked for no seat, and signs them out. Others stay as they are.
pub async fn forget_alone(db: &Db, person_id: PersonId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let forgotten = sqlx::query(
            "update person set name = '' where person_id = $1
             and not exists (select 1 from seat where seat.person_id = $1)
             and not exists (select 1 from seat_wish where seat_wish.person_id = $1)",
        )
        .bind(person_id.0)
        .execute(&mut *transaction)
        .await?
        .rows_affected();
        if forgotten == 1 {
            sqlx::query("delete from session where person_id = $1")
                .bind(person_id.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

/// Someone who asks for a seat, under the member's id that they will have there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wish {
    pub member_id: MemberId,
    pub change_id: ChangeId,
}

/// Remembers who it is that asks; answers with what is remembered, which may be from before. `None` where
/// there is no such plan.
pub async fn remember_wish(
    db: &Db,
    plan_id: PlanId,
    person_id: PersonId,
    member_id: MemberId,
    change_id: ChangeId,
) -> Result<Option<Wish>, StoreError> {
    let found: Option<(Uuid, Uuid)> = on_db!(write db, pool => {
        sqlx::query(
            "insert into seat_wish (plan_id, member_id, person_id, change_id)
             select plan_id, $2, $3, $4 from plan where plan_id = $1
             on conflict do nothing",
        )
        .bind(plan_id.0)
        .bind(member_id.0)
        .bind(person_id.0)
        .bind(change_id.0)
        .execute(pool)
        .await?;
        sqlx::query_as("select member_id, change_id from seat_wish where plan_id = $1 and person_id = $2")
            .bind(plan_id.0)
            .bind(person_id.0)
            .fetch_optional(pool)
            .await?
    });
    Ok(found.map(|(member_id, change_id)| Wish {
        member_id: MemberId(member_id),
        change_id: ChangeId(change_id),
    }))
}

/// The same person asks once more, after the first proposal ran out.
pub async fn renew_wish(db: &Db, plan_id: PlanId, member_id: MemberId, change_id: ChangeId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update seat_wish set change_id = $3 where plan_id = $1 and member_id = $2")
            .bind(plan_id.0)
            .bind(member_id.0)
            .bind(change_id.0)
            .execute(pool)
            .await?;
    });
    Ok(())
}

pub async fn forget_wish(db: &Db, plan_id: PlanId, member_id: MemberId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query(FORGET_WISH).bind(plan_id.0).bind(member_id.0).execute(pool).await?;
    });
    Ok(())
}

const FORGET_WISH: &str = "delete from seat_wish where plan_id = $1 and member_id = $2";

/// What a commit does to the seats: each statement is given the plan and the id beside it, in this order.
/// `changed` are the records as the commit leaves them.
///
/// Whoever leaves loses the seat and the links to it; whoever asked for one and is at the table now has it;
/// and of one who asked and was answered nothing else is left.
pub fn seats_after(changed: &BTreeMap<Key, Option<&Record>>) -> Vec<(&'static str, Uuid)> {
    let mut statements = Vec::new();
    for member in changed.values().filter_map(|record| match record {
        Some(Record::Member(member)) => Some(member),
        _ => None,
    }) {
        let id = member.member_id.0;
        if member.left_at.is_some() {
            statements.push(("delete from seat where plan_id = $1 and member_id = $2", id));
            statements.push(("delete from invitation where plan_id = $1 and member_id = $2", id));
        } else {
            statements.push((SEAT_AS_WISHED, id));
            statements.push((FORGET_WISH, id));
        }
    }
    let gone = changed.iter().filter(|(_, record)| record.is_none());
    statements.extend(gone.filter_map(|(key, _)| match key {
        Key::Proposal(proposal_id) => Some(("delete from seat_wish where plan_id = $1 and change_id = $2", proposal_id.0)),
        _ => None,
    }));
    statements
}

const SEAT_AS_WISHED: &str = "insert into seat (person_id, plan_id, member_id)
    select person_id, plan_id, member_id from seat_wish where plan_id = $1 and member_id = $2
    on conflict do nothing";
