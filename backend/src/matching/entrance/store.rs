//! SQL for the secret that all servers sign the companies' forms with.

use crate::db::{Db, StoreError};

pub async fn key(db: &Db) -> Result<String, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar("select entrance_key from market").fetch_one(pool).await?
    }))
}
