//! SQL for sessions and tickets. Only hashes of the secrets are stored.

use super::TokenHash;
use crate::db::{Db, StoreError};
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use uuid::Uuid;

/// A session that was not used for this long has ended. An outbox on a phone waits as long.
const IDLE_MS: Millis = 14 * 24 * 60 * 60 * 1000;
/// How exactly it is known when a session was last used: a write for each look would be too many.
const SEEN_EVERY_MS: Millis = 10 * 60 * 1000;

pub async fn start_session(db: &Db, token: &TokenHash, person_id: PersonId, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("delete from session where seen_at < $1").bind(now - IDLE_MS).execute(pool).await?;
        sqlx::query("insert into session (token_hash, person_id, created_at, seen_at) values ($1, $2, $3, $4)")
            .bind(token.as_str())
            .bind(person_id.0)
            .bind(now)
            .bind(now)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// Whose session this is, if it is still going.
pub async fn person_of(db: &Db, token: &TokenHash, now: Millis) -> Result<Option<PersonId>, StoreError> {
    let found: Option<(Uuid, i64)> = on_db!(read db, pool => {
        sqlx::query_as("select person_id, seen_at from session where token_hash = $1 and seen_at >= $2")
            .bind(token.as_str())
            .bind(now - IDLE_MS)
            .fetch_optional(pool)
            .await?
    });
    let Some((person_id, seen_at)) = found else { return Ok(None) };
    if seen_at < now - SEEN_EVERY_MS {
        // A disk that is full must not sign anyone out: reading goes on, and it is written another time.
        if let Err(error) = touch_session(db, token, now).await {
            tracing::warn!(%error, "a session's last use was not written");
        }
    }
    Ok(Some(PersonId(person_id)))
}

async fn touch_session(db: &Db, token: &TokenHash, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update session set seen_at = $1 where token_hash = $2").bind(now).bind(token.as_str()).execute(pool).await?;
    });
    Ok(())
}

pub async fn end_session(db: &Db, token: &TokenHash) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("delete from session where token_hash = $1").bind(token.as_str()).execute(pool).await?;
    });
    Ok(())
}

/// What a ticket opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Admission {
    pub session: TokenHash,
    pub plan_id: PlanId,
    pub member_id: MemberId,
}

pub async fn add_ticket(
    db: &Db,
    ticket: &TokenHash,
    admission: &Admission,
    expires_at: Millis,
    now: Millis,
) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("delete from ticket where expires_at < $1").bind(now).execute(pool).await?;
        sqlx::query(
            "insert into ticket (ticket_hash, session_hash, plan_id, member_id, expires_at, used)
             values ($1, $2, $3, $4, $5, false)",
        )
        .bind(ticket.as_str())
        .bind(admission.session.as_str())
        .bind(admission.plan_id.0)
        .bind(admission.member_id.0)
        .bind(expires_at)
        .execute(pool)
        .await?;
    });
    Ok(())
}

/// One statement, so that of two who come with the same ticket one is turned away.
pub async fn use_ticket(db: &Db, ticket: &TokenHash, now: Millis) -> Result<Option<Admission>, StoreError> {
    let rows: Vec<(String, Uuid, Uuid)> = on_db!(write db, pool => {
        sqlx::query_as(
            "update ticket set used = true
             where ticket_hash = $1 and used = false and expires_at >= $2
             returning session_hash, plan_id, member_id",
        )
        .bind(ticket.as_str())
        .bind(now)
        .fetch_all(pool)
        .await?
    });
    Ok(rows.into_iter().next().map(|(session, plan_id, member_id)| Admission {
        session: TokenHash::read(session),
        plan_id: PlanId(plan_id),
        member_id: MemberId(member_id),
    }))
}

/// Whether the session goes on and its person still sits at that table as that member.
pub async fn still_admitted(db: &Db, admission: &Admission, now: Millis) -> Result<bool, StoreError> {
    let found: Option<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar(
            "select seat.member_id from session join seat on seat.person_id = session.person_id
             where session.token_hash = $1 and session.seen_at >= $2 and seat.plan_id = $3 and seat.member_id = $4",
        )
        .bind(admission.session.as_str())
        .bind(now - IDLE_MS)
        .bind(admission.plan_id.0)
        .bind(admission.member_id.0)
        .fetch_optional(pool)
        .await?
    });
    Ok(found.is_some())
}
