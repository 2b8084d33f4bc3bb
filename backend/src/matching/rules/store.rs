//! SQL for files of rules.

use super::{Mark, RuleFile};
use crate::db::{Db, StoreError};
use shared::day::Day;
use shared::ids::PersonId;
use uuid::Uuid;

/// Whoever holds the market in memory holds the rules with it.
const RAISE: &str = "update market set revision = revision + 1 where one = 1";

/// Keeps a file. Nothing is judged by it before a day is set from which it counts.
pub async fn add_file(db: &Db, file: &RuleFile) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(RAISE).execute(&mut *transaction).await?;
        sqlx::query("insert into rule_file (rule_file_id, loaded_at, loaded_by, body, counts_from) values ($1, $2, $3, $4, $5)")
            .bind(file.rule_file_id)
            .bind(file.loaded_at)
            .bind(file.loaded_by.0)
            .bind(&file.body)
            .bind(file.counts_from.map(|day| day.to_string()))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
    });
    Ok(())
}

/// Sets the day from which a file counts, or makes it a draft again.
pub async fn count_from(db: &Db, rule_file_id: Uuid, day: Option<Day>) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(RAISE).execute(&mut *transaction).await?;
        sqlx::query("update rule_file set counts_from = $1 where rule_file_id = $2")
            .bind(day.map(|day| day.to_string()))
            .bind(rule_file_id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
    });
    Ok(())
}

/// Which files there are, in the order in which they were loaded.
pub async fn marks(db: &Db) -> Result<Vec<Mark>, StoreError> {
    let rows: Vec<(Uuid, Option<String>)> = on_db!(read db, pool => {
        sqlx::query_as("select rule_file_id, counts_from from rule_file order by loaded_at, rule_file_id").fetch_all(pool).await?
    });
    rows.into_iter()
        .map(|(id, counts_from)| Ok((id, day(counts_from)?)))
        .collect()
}

fn day(text: Option<String>) -> Result<Option<Day>, StoreError> {
    text.map(|day| day.parse())
        .transpose()
        .map_err(|_| StoreError::Unreadable("rule_file"))
}

/// All files, in the order in which they were loaded.
pub async fn files(db: &Db) -> Result<Vec<RuleFile>, StoreError> {
    let rows: Vec<(Uuid, i64, Uuid, String, Option<String>)> = on_db!(read db, pool => {
        sqlx::query_as("select rule_file_id, loaded_at, loaded_by, body, counts_from from rule_file order by loaded_at, rule_file_id")
            .fetch_all(pool)
            .await?
    });
    rows.into_iter()
        .map(|(rule_file_id, loaded_at, loaded_by, body, counts_from)| {
            Ok(RuleFile {
                rule_file_id,
                loaded_at,
                loaded_by: PersonId(loaded_by),
                body,
                counts_from: day(counts_from)?,
            })
        })
        .collect()
}
