//! SQL for what is filed: put in and read, nothing else.

use super::{Filed, sha256};
use crate::db::{Db, StoreError};
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use sqlx::FromRow;
use uuid::Uuid;

/// A document that is there already stays as it is.
pub async fn add(db: &Db, plan_id: PlanId, filed: &Filed, body: &[u8]) -> Result<(), StoreError> {
    let present = serde_json::to_string(&filed.present).map_err(|_| StoreError::Unreadable("filed"))?;
    on_db!(write db, pool => {
        sqlx::query(
            "insert into filed (filed_id, plan_id, member_id, at, met_on, kle, present, sha256, body)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (filed_id) do nothing",
        )
        .bind(filed.filed_id.0)
        .bind(plan_id.0)
        .bind(filed.by.0)
        .bind(filed.at)
        .bind(filed.met_on.to_string())
        .bind(filed.kle.to_string())
        .bind(present)
        .bind(filed.sha256.as_str())
        .bind(body)
        .execute(pool)
        .await?;
    });
    Ok(())
}

/// Newest first.
pub async fn list(db: &Db, plan_id: PlanId) -> Result<Vec<Filed>, StoreError> {
    let rows: Vec<Row> = on_db!(read db, pool => {
        sqlx::query_as(
            "select filed_id, member_id, at, met_on, kle, present, sha256 from filed where plan_id = $1 order by at desc, filed_id",
        )
        .bind(plan_id.0)
        .fetch_all(pool)
        .await?
    });
    rows.into_iter().map(Row::read).collect()
}

/// One of this plan, with its bytes.
///
/// Errors: also where the bytes are not those that were stored.
pub async fn one(db: &Db, plan_id: PlanId, filed_id: ChangeId) -> Result<Option<(Filed, Vec<u8>)>, StoreError> {
    let found: Option<(Row, Vec<u8>)> = on_db!(read db, pool => {
        let row: Option<Row> = sqlx::query_as(
            "select filed_id, member_id, at, met_on, kle, present, sha256 from filed where plan_id = $1 and filed_id = $2",
        )
        .bind(plan_id.0)
        .bind(filed_id.0)
        .fetch_optional(pool)
        .await?;
        match row {
            Some(row) => {
                let body = sqlx::query_scalar("select body from filed where filed_id = $1").bind(filed_id.0);
                Some((row, body.fetch_one(pool).await?))
            }
            None => None,
        }
    });
    let Some((row, body)) = found else { return Ok(None) };
    let filed = row.read()?;
    if sha256(&body) != filed.sha256 {
        return Err(StoreError::Unreadable("filed"));
    }
    Ok(Some((filed, body)))
}

#[derive(FromRow)]
struct Row {
    filed_id: Uuid,
    member_id: Uuid,
    at: Millis,
    met_on: String,
    kle: String,
    present: String,
    sha256: String,
}

impl Row {
    fn read(self) -> Result<Filed, StoreError> {
        let unreadable = || StoreError::Unreadable("filed");
        Ok(Filed {
            filed_id: ChangeId(self.filed_id),
            by: MemberId(self.member_id),
            at: self.at,
            met_on: self.met_on.parse().map_err(|_| unreadable())?,
            kle: self.kle.parse().map_err(|_| unreadable())?,
            present: serde_json::from_str(&self.present).map_err(|_| unreadable())?,
            sha256: self.sha256,
        })
    }
}
