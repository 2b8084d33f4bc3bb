//! SQL for who has seen which list.

use super::{Looked, Showing, View};
use crate::db::{Db, StoreError};
use shared::ids::{CandidateId, Millis, PersonId};
use sqlx::QueryBuilder;
use std::collections::BTreeSet;
use uuid::Uuid;

const ROWS: usize = 500;

pub async fn add(db: &Db, look_id: Uuid, person_id: PersonId, showing: &Showing, now: Millis) -> Result<(), StoreError> {
    let shown = serde_json::to_string(&showing.shown).map_err(|_| StoreError::Unreadable("desk_look"))?;
    let candidates: Vec<CandidateId> = showing
        .candidates
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(
            "insert into desk_look (look_id, person_id, at, what, subject_id, inputs, rules, shown)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(look_id)
        .bind(person_id.0)
        .bind(now)
        .bind(showing.view.text())
        .bind(showing.subject_id)
        .bind(&showing.inputs)
        .bind(&showing.rules)
        .bind(&shown)
        .execute(&mut *transaction)
        .await?;
        for candidates in candidates.chunks(ROWS) {
            let mut insert = QueryBuilder::new("insert into desk_look_candidate (candidate_id, look_id) ");
            insert.push_values(candidates, |mut row, candidate_id| {
                row.push_bind(candidate_id.0).push_bind(look_id);
            });
            insert.build().persistent(false).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

type LookRow = (Uuid, i64, String, String, String, String);

fn read(rows: Vec<LookRow>) -> Result<Vec<Looked>, StoreError> {
    rows.into_iter()
        .map(|(person_id, at, what, inputs, rules, shown)| {
            Ok(Looked {
                person_id: PersonId(person_id),
                at,
                view: View::read(&what),
                inputs,
                rules,
                shown: serde_json::from_str(&shown).map_err(|_| StoreError::Unreadable("desk_look"))?,
            })
        })
        .collect()
}

/// Looks of everybody but one that have shown this candidate, from before an instant, the newest first, at most so many.
pub async fn looks_at(
    db: &Db,
    candidate_id: CandidateId,
    but: PersonId,
    before: Millis,
    most: i64,
) -> Result<Vec<Looked>, StoreError> {
    let rows: Vec<LookRow> = on_db!(read db, pool => {
        sqlx::query_as(
            "select person_id, at, what, inputs, rules, shown
             from desk_look_candidate join desk_look on desk_look.look_id = desk_look_candidate.look_id
             where candidate_id = $1 and person_id <> $4 and at < $2 order by at desc, desk_look.look_id limit $3",
        )
        .bind(candidate_id.0)
        .bind(before)
        .bind(most)
        .bind(but.0)
        .fetch_all(pool)
        .await?
    });
    read(rows)
}
