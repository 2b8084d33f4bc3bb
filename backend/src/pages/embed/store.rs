//! SQL for the codes that sign-in windows hand over. Only their hashes are stored.

use crate::auth::TokenHash;
use crate::db::{Db, StoreError};
use shared::ids::{Millis, PersonId};
use uuid::Uuid;

pub async fn add_code(
    db: &Db,
    code: &TokenHash,
    person_id: PersonId,
    origin: &str,
    expires_at: Millis,
    now: Millis,
) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("delete from embed_code where expires_at < $1").bind(now).execute(pool).await?;
        sqlx::query("insert into embed_code (code_hash, person_id, origin, expires_at) values ($1, $2, $3, $4)")
            .bind(code.as_str())
            .bind(person_id.0)
            .bind(origin)
            .bind(expires_at)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// Whose code this is. It is gone after that: of two who come with the same code one gets nothing. A code
/// that is too old, or that another site shows, is gone as well.
pub async fn take_code(db: &Db, code: &TokenHash, origin: &str, now: Millis) -> Result<Option<PersonId>, StoreError> {
    let row: Option<(Uuid, String, i64)> = on_db!(write db, pool => {
        sqlx::query_as("delete from embed_code where code_hash = $1 returning person_id, origin, expires_at")
            .bind(code.as_str())
            .fetch_optional(pool)
            .await?
    });
    Ok(row
        .filter(|(_, meant_for, expires_at)| meant_for == origin && *expires_at >= now)
        .map(|(person_id, _, _)| PersonId(person_id)))
}

#[cfg(test)]
mod tests {
    use super::{add_code, take_code};
    use crate::auth::TokenHash;
    use crate::config::DatabaseUrl;
    use crate::db::Db;
    use crate::plan;
    use shared::ids::PersonId;
    use std::path::PathBuf;

    const SITE: &str = "https://hedensted.dk";
    const MAJA: PersonId = PersonId::MIN;

    /// A folder for one test, gone when dropped.
    struct Folder(PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// A database with one person, in a folder of its own.
    async fn database(name: &str) -> (Db, Folder) {
        let folder = Folder(std::env::temp_dir().join(format!("bordenden-embed-{name}-{}", std::process::id())));
        std::fs::create_dir_all(&folder.0).unwrap();
        let url = format!("sqlite:{}", folder.0.join("plans.db").display());
        let db = Db::open(&DatabaseUrl::from(url), None).await.unwrap();
        plan::add_person(&db, MAJA, "Maja Lund", 0).await.unwrap();
        (db, folder)
    }

    #[tokio::test]
    async fn a_code_is_good_for_one_session_only() {
        let (db, _folder) = database("once").await;
        let code = TokenHash::of("secret");
        add_code(&db, &code, MAJA, SITE, 60_000, 0).await.unwrap();
        assert_eq!(take_code(&db, &code, SITE, 1_000).await.unwrap(), Some(MAJA));
        assert_eq!(take_code(&db, &code, SITE, 1_000).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_code_that_another_site_shows_is_good_for_nobody_afterwards() {
        let (db, _folder) = database("site").await;
        let code = TokenHash::of("secret");
        add_code(&db, &code, MAJA, SITE, 60_000, 0).await.unwrap();
        assert_eq!(take_code(&db, &code, "https://evil.example", 1_000).await.unwrap(), None);
        assert_eq!(take_code(&db, &code, SITE, 1_000).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_code_does_not_outlive_its_minute() {
        let (db, _folder) = database("late").await;
        let code = TokenHash::of("secret");
        add_code(&db, &code, MAJA, SITE, 60_000, 0).await.unwrap();
        assert_eq!(take_code(&db, &code, SITE, 60_001).await.unwrap(), None);
    }
}
