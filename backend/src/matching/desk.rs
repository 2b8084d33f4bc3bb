//! The market as every request finds it: never older than the last write of any server.

use super::market::Market;
use super::store::{self, Newer, Put, Stand, Thing, ThingId};
use super::{answers, rules};
use crate::db::{Db, StoreError};
use crate::error::Error;
use shared::ids::PersonId;
use std::sync::{Arc, PoisonError, RwLock};

/// Where the market in memory is asked and changed.
#[derive(Clone, Debug)]
pub struct Desk {
    parts: Arc<Parts>,
}

#[derive(Debug)]
struct Parts {
    db: Db,
    market: RwLock<Market>,
    /// One loads at a time.
    loading: tokio::sync::Mutex<()>,
}

impl Desk {
    pub fn new(db: Db) -> Self {
        let parts = Parts {
            db,
            market: RwLock::default(),
            loading: tokio::sync::Mutex::default(),
        };
        Desk { parts: Arc::new(parts) }
    }

    /// Asks the market as it is now, beside the threads that answer requests: a list of people takes a while where
    /// there are a hundred thousand of them.
    pub async fn ask<T: Send + 'static>(&self, question: impl FnOnce(&Market) -> T + Send + 'static) -> Result<T, Error> {
        self.catch_up().await?;
        let parts = self.parts.clone();
        let answer = tokio::task::spawn_blocking(move || {
            let market = parts.market.read().unwrap_or_else(PoisonError::into_inner);
            question(&market)
        });
        answer
            .await
            .map_err(|_| Error::Unexpected("a question to the market was not answered"))
    }

    /// Writes a record: a new one where `seen` is `None`, else over the revision that the writer has seen.
    pub async fn put(&self, thing: &Thing, seen: Option<i64>, by: PersonId) -> Result<Put, StoreError> {
        store::put(&self.parts.db, thing, seen, by).await
    }

    pub async fn remove(&self, id: ThingId, seen: i64, by: PersonId) -> Result<Put, StoreError> {
        store::remove(&self.parts.db, id, seen, by).await
    }

    /// Takes a person's own last change back.
    pub async fn undo(&self, by: PersonId) -> Result<Option<(ThingId, Put)>, StoreError> {
        store::undo(&self.parts.db, by).await
    }

    /// Loads what was written since, by whichever server. Where nothing was, it costs one small question.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        let db = &self.parts.db;
        if self.held() == Some(store::stand(db).await?) {
            return Ok(());
        }
        let _alone = self.parts.loading.lock().await;
        // First how far it is, then what there is: what is written in between is loaded once more, and never missed.
        let stand = store::stand(db).await?;
        // Further than the database: it was restored from an older copy.
        let held = self
            .held()
            .filter(|held| held.revision <= stand.revision && held.answers <= stand.answers);
        if held == Some(stand) {
            return Ok(());
        }
        let newer = match held {
            Some(held) if held.revision == stand.revision => Newer::default(),
            held => store::newer(db, held.map_or(-1, |held| held.revision)).await?,
        };
        let nos = match held {
            Some(held) if held.answers == stand.answers => None,
            _ => Some(answers::nos(db).await?),
        };
        let files = rules::files(db).await?;
        let mut market = self.parts.market.write().unwrap_or_else(PoisonError::into_inner);
        if held.is_none() {
            *market = Market::default();
        }
        market.take(stand, newer, nos, files)
    }

    fn held(&self) -> Option<Stand> {
        self.parts.market.read().unwrap_or_else(PoisonError::into_inner).stand()
    }
}
