//! Every open connection of this server, so that signing out and stopping reach them. axum's own
//! graceful stop does not wait for sockets.

use super::core::ConnId;
use crate::auth::TokenHash;
use crate::metrics;
use shared::problem::codes;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// The most sockets of one server, those that have not said hello among them.
const MOST: usize = 16_384;
/// How many browsers a second should come back after a stop.
const BACK_PER_SECOND: usize = 300;

/// How the whole service stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    Open,
    /// Nothing more is read; what was read is written and answered.
    Draining {
        spread_ms: u32,
    },
}

#[derive(Clone, Debug)]
pub struct Sockets {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    open: Mutex<HashMap<ConnId, Open>>,
    phase: watch::Sender<Phase>,
    count: watch::Sender<usize>,
    next: AtomicU64,
}

#[derive(Debug)]
struct Open {
    session: Option<TokenHash>,
    end: watch::Sender<Option<&'static str>>,
}

/// A place among the open connections, given back when dropped.
#[derive(Debug)]
pub struct Entry {
    pub conn: ConnId,
    sockets: Sockets,
}

impl Default for Sockets {
    fn default() -> Self {
        let (phase, _) = watch::channel(Phase::Open);
        let (count, _) = watch::channel(0);
        Sockets {
            inner: Arc::new(Inner {
                open: Mutex::default(),
                phase,
                count,
                next: AtomicU64::new(1),
            }),
        }
    }
}

impl Sockets {
    pub fn phase(&self) -> watch::Receiver<Phase> {
        self.inner.phase.subscribe()
    }

    pub fn is_stopping(&self) -> bool {
        *self.inner.phase.borrow() != Phase::Open
    }

    /// `None` where there are as many as this server takes.
    pub fn enter(&self, end: watch::Sender<Option<&'static str>>) -> Option<Entry> {
        let conn = ConnId(self.inner.next.fetch_add(1, Ordering::Relaxed));
        let mut open = self.lock();
        if open.len() >= MOST {
            return None;
        }
        open.insert(conn, Open { session: None, end });
        self.inner.count.send_replace(open.len());
        drop(open);
        metrics::connected(1.0);
        Some(Entry {
            conn,
            sockets: self.clone(),
        })
    }

    /// Ends every connection of a session, now.
    pub fn end_session(&self, session: &TokenHash) {
        for open in self.lock().values().filter(|open| open.session.as_ref() == Some(session)) {
            open.end.send_replace(Some(codes::SIGNED_OUT));
        }
    }

    /// Tells everyone that this server stops.
    pub fn drain(&self) {
        let seconds = self.lock().len() / BACK_PER_SECOND + 1;
        let spread_ms = u32::try_from(seconds.saturating_mul(1_000)).unwrap_or(u32::MAX);
        self.inner.phase.send_replace(Phase::Draining { spread_ms });
    }

    /// Waits until the last connection is gone, but not longer than this.
    pub async fn all_gone(&self, within: Duration) -> bool {
        let mut count = self.inner.count.subscribe();
        tokio::time::timeout(within, count.wait_for(|count| *count == 0))
            .await
            .is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ConnId, Open>> {
        self.inner.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    /// From here on, ending the session ends this connection.
    pub fn belongs_to(&self, session: &TokenHash) {
        if let Some(open) = self.sockets.lock().get_mut(&self.conn) {
            open.session = Some(session.clone());
        }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let mut open = self.sockets.lock();
        open.remove(&self.conn);
        self.sockets.inner.count.send_replace(open.len());
        drop(open);
        metrics::connected(-1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Phase, Sockets, TokenHash, codes};
    use std::time::Duration;
    use tokio::sync::watch;

    #[tokio::test]
    async fn signing_out_ends_the_connections_of_that_session_and_no_other() {
        let sockets = Sockets::default();
        let (mine, my_end) = watch::channel(None);
        let (other, other_end) = watch::channel(None);
        let (my_entry, other_entry) = (sockets.enter(mine).unwrap(), sockets.enter(other).unwrap());
        my_entry.belongs_to(&TokenHash::of("mine"));
        other_entry.belongs_to(&TokenHash::of("other"));
        sockets.end_session(&TokenHash::of("mine"));
        assert_eq!(*my_end.borrow(), Some(codes::SIGNED_OUT));
        assert_eq!(*other_end.borrow(), None);
    }

    #[tokio::test]
    async fn stopping_waits_for_the_last_connection() {
        let sockets = Sockets::default();
        let entry = sockets.enter(watch::channel(None).0).unwrap();
        sockets.drain();
        assert_eq!(*sockets.phase().borrow(), Phase::Draining { spread_ms: 1_000 });
        assert!(!sockets.all_gone(Duration::from_millis(5)).await);
        drop(entry);
        assert!(sockets.all_gone(Duration::from_millis(5)).await);
    }
}
