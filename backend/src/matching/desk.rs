//! The market as every request finds it: never older than the last write of any server.

use super::market::Market;
use super::store::{self, Newer, Put, Thing, ThingId};
use super::{answers, rules};
use crate::clock::Clock;
use crate::db::{Db, StoreError};
use crate::error::Error;
use shared::ids::{CandidateId, PersonId};
use shared::matching::candidate::Candidate;
use std::sync::{Arc, PoisonError, RwLock};

/// How often a write is tried anew where others write the same records at the same moment.
pub const TRIES: usize = 4;

/// Where the market in memory is asked and changed.
#[derive(Clone, Debug)]
pub struct Desk {
    parts: Arc<Parts>,
}

#[derive(Debug)]
struct Parts {
    db: Db,
    clock: Clock,
    /// Locked only while it is handed out or exchanged for the next one, never while anybody asks it.
    market: RwLock<Arc<Market>>,
    /// One loads at a time.
    loading: Arc<tokio::sync::Mutex<()>>,
}

impl Desk {
    pub fn new(db: Db, clock: Clock) -> Self {
        let parts = Parts {
            db,
            clock,
            market: RwLock::default(),
            loading: Arc::default(),
        };
        Desk { parts: Arc::new(parts) }
    }

    /// Asks the market as it is now, beside the threads that answer requests: a list of people takes a while where
    /// there are a hundred thousand of them.
    pub async fn ask<T: Send + 'static>(&self, question: impl FnOnce(&Market) -> T + Send + 'static) -> Result<T, Error> {
        self.catch_up().await?;
        let market = self.market();
        let answer = tokio::task::spawn_blocking(move || question(&market));
        answer
            .await
            .map_err(|_| Error::Unexpected("a question to the market was not answered"))
    }

    /// Writes a record: a new one where `seen` is `None`, else over the revision that the writer has seen.
    pub async fn put(&self, thing: &Thing, seen: Option<i64>, by: PersonId) -> Result<Put, StoreError> {
        store::put(&self.parts.db, thing, seen, by, self.parts.clock.now()).await
    }

    /// Writes somebody who looks for work anew over what they are at that moment, tried anew where others write them too.
    /// Answers with the revision that it makes, or with why `write` leaves them as they are.
    ///
    /// Errors: `NotFound` where there is nobody of that id, `TooMany` where others were first each time.
    pub async fn change<E>(
        &self,
        id: CandidateId,
        by: PersonId,
        write: impl Fn(&mut Candidate) -> Result<(), E>,
    ) -> Result<Result<i64, E>, Error> {
        for _ in 0..TRIES {
            let found = self
                .ask(move |market| Some((market.candidate(id)?.clone(), market.candidate_revision(id)?)))
                .await?;
            let (mut candidate, seen) = found.ok_or(Error::NotFound)?;
            if let Err(why) = write(&mut candidate) {
                return Ok(Err(why));
            }
            let thing = Thing::Candidate(Box::new(candidate));
            if let Put::Saved(now) = self.put(&thing, Some(seen), by).await? {
                return Ok(Ok(now));
            }
        }
        Err(Error::TooMany)
    }

    pub async fn remove(&self, id: ThingId, seen: i64, by: PersonId) -> Result<Put, StoreError> {
        store::remove(&self.parts.db, id, seen, by, self.parts.clock.now()).await
    }

    /// Takes a person's own last change back.
    pub async fn undo(&self, by: PersonId, change: Option<i64>) -> Result<Option<(ThingId, Put)>, StoreError> {
        store::undo(&self.parts.db, by, change, self.parts.clock.now()).await
    }

    /// Forgets what is kept only to take a change back.
    pub async fn tidy(&self) -> Result<(), StoreError> {
        store::tidy(&self.parts.db, self.parts.clock.now()).await
    }

    /// Loads what was written since, by whichever server. Where nothing was, it costs one small question.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        let db = &self.parts.db;
        if self.market().stand() == Some(store::stand(db).await?) {
            return Ok(());
        }
        let alone = self.parts.loading.clone().lock_owned().await;
        // First how far it is, then what there is: what is written in between is loaded once more, and never missed.
        let stand = store::stand(db).await?;
        let market = self.market();
        // Further than the database: it was restored from an older copy.
        let held = market
            .stand()
            .filter(|held| held.revision <= stand.revision && held.answers <= stand.answers);
        if held == Some(stand) {
            return Ok(());
        }
        let mut next = if held.is_some() {
            Market::clone(&market)
        } else {
            Market::default()
        };
        let newer = match held {
            Some(held) if held.revision == stand.revision => Newer::default(),
            held => store::newer(db, held.map_or(-1, |held| held.revision)).await?,
        };
        let nos = match held {
            Some(held) if held.answers == stand.answers => None,
            _ => Some(answers::nos(db).await?),
        };
        let files = if rules::marks(db).await? == next.rule_marks() {
            None
        } else {
            Some(rules::files(db).await?)
        };
        // Beside the threads that answer requests, as it may copy everybody; and to its end, should the one who asked be
        // gone, before the next one loads.
        let parts = self.parts.clone();
        let taken = tokio::task::spawn_blocking(move || {
            let _alone = alone;
            next.take(stand, newer, nos, files)?;
            let mut held = parts.market.write().unwrap_or_else(PoisonError::into_inner);
            let before = std::mem::replace(&mut *held, Arc::new(next));
            drop(held);
            // What only the market of before held is given back here, where nobody waits for it.
            drop((before, market));
            Ok(())
        });
        taken.await.unwrap_or(Err(StoreError::Unreadable("market")))
    }

    fn market(&self) -> Arc<Market> {
        self.parts.market.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
