//! The one place where changes are written: those of many plans in one transaction, because a commit
//! that waits for the disk costs the same for one change as for two hundred.

use super::core::Batch;
use crate::db::Db;
use crate::metrics;
use crate::plan::store::{self, Committed};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// The most changes in one transaction.
const CHANGES: usize = 256;
/// How long the first change waits for company, and only while others were just written with it.
const GATHER: Duration = Duration::from_millis(2);
/// Batches that wait. Each plan has at most one, so a full queue only slows their actors.
const QUEUE: usize = 1_024;

/// Hands batches to the writer.
#[derive(Clone, Debug)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
}

#[derive(Debug)]
struct Job {
    batch: Batch,
    done: oneshot::Sender<Committed>,
}

impl Writer {
    #[cfg(not(feature = "testing"))]
    pub fn start(db: Db) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(run(queue, db));
        Writer { jobs }
    }

    #[cfg(feature = "testing")]
    pub fn start(db: Db, ack_before_commit: bool) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        if ack_before_commit {
            tokio::spawn(run_answering_too_early(queue, db));
        } else {
            tokio::spawn(run(queue, db));
        }
        Writer { jobs }
    }

    /// Answers when the batch is on disk, or will not be. No answer at all means that the service stops.
    pub async fn write(&self, batch: Batch) -> oneshot::Receiver<Committed> {
        let (done, answer) = oneshot::channel();
        // A writer that is gone drops the job, and the receiver hears of it.
        let _ = self.jobs.send(Job { batch, done }).await;
        answer
    }
}

async fn run(mut queue: mpsc::Receiver<Job>, db: Db) {
    let mut busy = false;
    while let Some((batches, waiting)) = gather(&mut queue, busy).await {
        busy = batches.len() > 1;
        let results = store::commit(&db, &batches).await;
        for ((batch, done), committed) in batches.iter().zip(waiting).zip(results) {
            match committed {
                Committed::Saved => metrics::committed(batch.entries.len()),
                Committed::Stale => metrics::batch_was_stale(),
                Committed::Failed => metrics::batch_failed(),
            }
            // An actor that is gone does not need the answer: its browsers ask again.
            let _ = done.send(committed);
        }
    }
}

/// What waits already and, while many write, what comes within a moment.
async fn gather(queue: &mut mpsc::Receiver<Job>, busy: bool) -> Option<(Vec<Batch>, Vec<oneshot::Sender<Committed>>)> {
    let first = queue.recv().await?;
    let mut patience = std::pin::pin!(tokio::time::sleep(GATHER));
    let mut changes = first.batch.entries.len();
    let mut batches = vec![first.batch];
    let mut waiting = vec![first.done];
    while changes < CHANGES {
        let next = match queue.try_recv() {
            Ok(job) => Some(job),
            Err(_) if busy => tokio::select! {
                job = queue.recv() => job,
                () = &mut patience => None,
            },
            Err(_) => None,
        };
        let Some(job) = next else { break };
        changes += job.batch.entries.len();
        batches.push(job.batch);
        waiting.push(job.done);
    }
    Some((batches, waiting))
}

/// Says "on disk" before it is, so that the kill test can show that it would notice.
#[cfg(feature = "testing")]
async fn run_answering_too_early(mut queue: mpsc::Receiver<Job>, db: Db) {
    while let Some((batches, waiting)) = gather(&mut queue, false).await {
        for done in waiting {
            let _ = done.send(Committed::Saved);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        store::commit(&db, &batches).await;
    }
}
