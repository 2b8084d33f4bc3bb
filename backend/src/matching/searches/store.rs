//! SQL for saved searches. Every statement names the person whose they are, so nobody reaches another's.

use super::{List, Search};
use crate::db::{Db, StoreError};
use shared::ids::PersonId;
use uuid::Uuid;

/// A consultant's own, by name.
pub async fn searches(db: &Db, by: PersonId) -> Result<Vec<Search>, StoreError> {
    let rows: Vec<(Uuid, String, String, String, i64)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select search_id, list, name, query, seen from saved_search where person_id = $1 and gone = $2 order by name",
        )
        .bind(by.0)
        .bind(false)
        .fetch_all(pool)
        .await?
    });
    let read = |(search_id, list, name, query, seen): (Uuid, String, String, String, i64)| {
        Ok(Search {
            search_id,
            list: List::read(&list).ok_or(StoreError::Unreadable("saved_search"))?,
            name,
            query,
            seen,
        })
    };
    rows.into_iter().map(read).collect()
}

/// `false`: they have another one of that name.
pub async fn save(db: &Db, by: PersonId, search: &Search) -> Result<bool, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(FREE_THE_NAME)
            .bind(by.0)
            .bind(search.list.code())
            .bind(&search.name)
            .bind(true)
            .execute(&mut *transaction)
            .await?;
        let saved = sqlx::query(
            "insert into saved_search (search_id, person_id, list, name, query, seen, gone)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        )
        .bind(search.search_id)
        .bind(by.0)
        .bind(search.list.code())
        .bind(&search.name)
        .bind(&search.query)
        .bind(search.seen)
        .bind(false)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        saved.rows_affected() == 1
    }))
}

/// `false`: there is no such search of theirs, or they have another one of that name.
pub async fn rename(db: &Db, by: PersonId, search: &Search, name: &str) -> Result<bool, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(FREE_THE_NAME)
            .bind(by.0)
            .bind(search.list.code())
            .bind(name)
            .bind(true)
            .execute(&mut *transaction)
            .await?;
        let renamed = sqlx::query(
            "update saved_search set name = $1 where search_id = $2 and person_id = $3 and gone = $4 and not exists
             (select 1 from saved_search other where other.person_id = $3 and other.list = $5 and other.name = $1 and other.search_id <> $2)",
        )
        .bind(name)
        .bind(search.search_id)
        .bind(by.0)
        .bind(false)
        .bind(search.list.code())
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        renamed.rows_affected() == 1
    }))
}

/// What was taken away under this name makes room for what is there.
const FREE_THE_NAME: &str = "delete from saved_search where person_id = $1 and list = $2 and name = $3 and gone = $4";

/// Takes one away. Until the next one is, its owner can have it back.
pub async fn remove(db: &Db, by: PersonId, search_id: Uuid) -> Result<bool, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let gone = sqlx::query("update saved_search set gone = $1 where search_id = $2 and person_id = $3 and gone = $4")
            .bind(true)
            .bind(search_id)
            .bind(by.0)
            .bind(false)
            .execute(&mut *transaction)
            .await?;
        if gone.rows_affected() == 1 {
            sqlx::query("delete from saved_search where person_id = $1 and gone = $2 and search_id <> $3")
                .bind(by.0)
                .bind(true)
                .bind(search_id)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        gone.rows_affected() == 1
    }))
}

pub async fn restore(db: &Db, by: PersonId, search_id: Uuid) -> Result<bool, StoreError> {
    let back = on_db!(write db, pool => {
        sqlx::query("update saved_search set gone = $1 where search_id = $2 and person_id = $3 and gone = $4")
            .bind(false)
            .bind(search_id)
            .bind(by.0)
            .bind(true)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(back == 1)
}

/// They have it open: what is written from this revision on is new to them.
pub async fn look(db: &Db, by: PersonId, search_id: Uuid, revision: i64) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update saved_search set seen = $1 where search_id = $2 and person_id = $3 and seen < $1")
            .bind(revision)
            .bind(search_id)
            .bind(by.0)
            .execute(pool)
            .await?;
    });
    Ok(())
}
