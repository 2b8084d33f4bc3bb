//! One open plan: a task around `ServerCore` that feeds it and does what it says.
//!
//! Only this task touches the core. It never waits for a socket: frames go into bounded outboxes. While
//! a batch is at the writer, the next changes are judged and gather.

use super::catch_up::{REMEMBERED, catch_up};
use super::core::{ConnId, Outgoing, ServerCore};
use super::hub::Hub;
use super::outbox::Outbox;
use super::readers::Readers;
use super::writer::Writer;
use crate::clock::{Clock, stopwatch};
use crate::db::{Db, StoreError};
use crate::plan::Disclosed;
use crate::plan::store::{self, Committed};
use crate::{metrics, random};
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use shared::live::limits::CONNECTIONS_PER_PLAN;
use shared::live::wire::{Cursor, Held, Outcome};
use shared::plan::Change;
use shared::problem::codes;
use std::collections::HashMap;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};

/// A plan that nobody looks at is held this long, for those who come back.
const IDLE_MS: Millis = 10 * 60 * 1000;
const SWEEP_EVERY: Duration = Duration::from_secs(5);
/// How often a plan is read again before its readers are sent away, and how long between.
const READS: u32 = 5;
const READ_AGAIN_AFTER: Duration = Duration::from_millis(200);

/// While two servers write to one plan, the one that has just written lets the other go first, which
/// otherwise would come too late again and again.
const GIVE_WAY: Duration = Duration::from_millis(10);
const SHARED_MS: Millis = 1_000;

/// What a plan can be told.
#[derive(Debug)]
pub enum ToPlan {
    Join {
        conn: ConnId,
        disclosed: Disclosed,
        since: Option<Cursor>,
        outbox: Outbox,
    },
    Leave {
        conn: ConnId,
    },
    Submit {
        conn: ConnId,
        changes: Vec<Change>,
        arrived: Instant,
    },
    /// One change by a form, without a connection.
    Decide {
        member_id: MemberId,
        change: Box<Change>,
        asked: Asked,
    },
    Presence {
        conn: ConnId,
        card_id: Option<CardId>,
        writing: bool,
    },
    Ping {
        conn: ConnId,
        n: u32,
        held: Option<Held>,
    },
    /// A reader that had fallen behind, or has lost its place, is ready for everything anew.
    Drained {
        conn: ConnId,
    },
    /// Another server has written to this plan.
    Behind,
    /// Answer when everything handed in so far is written.
    Flush(oneshot::Sender<()>),
    Close,
}

/// Someone who waits to hear what became of a change. A dropped one hears that nobody will say.
#[derive(Debug)]
pub struct Asked {
    pub arrived: Instant,
    pub done: oneshot::Sender<Outcome>,
}

#[derive(Debug)]
pub struct PlanActor {
    plan_id: PlanId,
    hub: Hub,
    db: Db,
    clock: Clock,
    writer: Writer,
    /// Told to the feed.
    revision: Arc<AtomicI64>,
}

/// Why an actor cannot go on.
enum Ended {
    Closed,
    /// Nobody needs it.
    Idle,
    Storage(StoreError),
    /// What is over could not be written down as over, so the plan is shown to nobody.
    Unwritten,
    NoSuchPlan,
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Ended::Storage(error)
    }
}

impl PlanActor {
    pub fn new(plan_id: PlanId, hub: Hub, db: Db, clock: Clock, writer: Writer, revision: Arc<AtomicI64>) -> Self {
        PlanActor {
            plan_id,
            hub,
            db,
            clock,
            writer,
            revision,
        }
    }

    pub async fn run(self, mut mailbox: mpsc::Receiver<ToPlan>) {
        let mut readers = Readers::default();
        let ended = match self.start().await {
            Ok(core) => {
                metrics::plan_opened(1.0);
                let mut running = Running {
                    actor: &self,
                    core,
                    readers: &mut readers,
                    flushing: vec![],
                    asked: HashMap::new(),
                    others_wrote_at: 0,
                    queued: 0,
                    diverged: 0,
                };
                let ended = match running.bring_to_now().await {
                    Ok(()) => running.run(&mut mailbox).await,
                    Err(ended) => ended,
                };
                running.count_queue(0);
                metrics::plan_opened(-1.0);
                ended
            }
            Err(ended) => ended,
        };
        self.hub.retire(self.plan_id, &mut mailbox);
        let code = match ended {
            Ended::Idle => {
                // Whoever wrote to this mailbox at the last moment is handed to the next actor.
                while let Some(message) = mailbox.recv().await {
                    self.hub.greet(self.plan_id, message).await;
                }
                return;
            }
            Ended::Closed => return,
            Ended::NoSuchPlan => codes::NOT_FOUND,
            Ended::Unwritten => codes::STORAGE,
            Ended::Storage(error) => {
                tracing::error!(plan_id = %self.plan_id, %error, "an open plan is closed: it cannot be read");
                codes::STORAGE
            }
        };
        while let Some(message) = mailbox.recv().await {
            if let ToPlan::Join { outbox, .. } = message {
                outbox.end(code);
            }
        }
        readers.end(code);
    }

    async fn start(&self) -> Result<ServerCore, Ended> {
        let loaded = store::load(&self.db, self.plan_id).await?.ok_or(Ended::NoSuchPlan)?;
        let known = store::change_ids_since(&self.db, self.plan_id, 0, REMEMBERED).await?;
        let seed = random::seed().map_err(|_| Ended::Storage(StoreError::Unreadable("random")))?;
        let mut core = ServerCore::new(self.plan_id, loaded.plan.clone(), loaded.revision, seed);
        core.stale(loaded.plan, loaded.revision, known);
        self.revision.store(loaded.revision, Ordering::Release);
        Ok(core)
    }
}

struct Running<'a> {
    actor: &'a PlanActor,
    core: ServerCore,
    readers: &'a mut Readers,
    flushing: Vec<oneshot::Sender<()>>,
    /// Who waits for the answer to a change that came by a form; the same form may be sent twice.
    asked: HashMap<ChangeId, Vec<Asked>>,
    /// When another server was last seen to have written to this plan.
    others_wrote_at: Millis,
    /// What the metrics were told last.
    queued: usize,
    diverged: u64,
}

impl Running<'_> {
    /// \[L16\] Nobody joins before what has ended since the plan was last open is over on disk too.
    async fn bring_to_now(&mut self) -> Result<(), Ended> {
        self.lapse()?;
        while let Some(writing) = self.next_batch().await? {
            match writing.await.map_err(|_| Ended::Closed)? {
                Committed::Failed => return Err(Ended::Unwritten),
                committed => self.settle(committed).await?,
            }
        }
        Ok(())
    }

    fn lapse(&mut self) -> Result<(), Ended> {
        let now = self.now();
        let change_id = random::uuid(now).map_err(|_| Ended::Storage(StoreError::Unreadable("random")))?;
        self.core.lapse(ChangeId(change_id), now);
        Ok(())
    }

    async fn run(&mut self, mailbox: &mut mpsc::Receiver<ToPlan>) -> Ended {
        let mut sweep = tokio::time::interval(SWEEP_EVERY);
        let mut idle_since = self.now();
        let mut writing: Option<oneshot::Receiver<Committed>> = None;
        let mut way = pin!(tokio::time::sleep(GIVE_WAY));
        let mut gives_way = false;
        loop {
            if writing.is_none() && !gives_way {
                writing = match self.next_batch().await {
                    Ok(writing) => writing,
                    Err(ended) => return ended,
                };
            }
            tokio::select! {
                biased;
                committed = answer(&mut writing) => {
                    writing = None;
                    let Some(committed) = committed else { return Ended::Closed };
                    if let Err(ended) = self.settle(committed).await {
                        return ended;
                    }
                    gives_way = committed == Committed::Saved && self.now() - self.others_wrote_at < SHARED_MS;
                    if gives_way {
                        way.set(tokio::time::sleep(GIVE_WAY));
                    }
                }
                () = &mut way, if gives_way => gives_way = false,
                _ = sweep.tick() => {
                    let now = self.now();
                    let frames = self.core.sweep(now);
                    self.deliver(frames);
                    self.readers.forget_unanswered();
                    if let Err(ended) = self.lapse() {
                        return ended;
                    }
                    if self.core.connections() > 0 || self.core.queued() > 0 {
                        idle_since = now;
                    } else if now - idle_since >= IDLE_MS {
                        return Ended::Idle;
                    }
                }
                message = mailbox.recv() => match message {
                    None | Some(ToPlan::Close) => return Ended::Closed,
                    Some(ToPlan::Behind) if writing.is_some() => {
                        // The batch at the writer will find out by itself.
                    }
                    Some(ToPlan::Behind) => {
                        if let Err(ended) = self.read_again().await {
                            return ended;
                        }
                    }
                    Some(message) => self.take(message),
                },
            }
            self.count_queue(self.core.queued());
        }
    }

    fn take(&mut self, message: ToPlan) {
        let now = self.now();
        let frames = match message {
            ToPlan::Join {
                conn,
                disclosed,
                since,
                outbox,
            } => {
                if self.core.connections() >= CONNECTIONS_PER_PLAN {
                    outbox.end(codes::TOO_MANY);
                    return;
                }
                self.readers.join(conn, outbox);
                self.core.join(conn, disclosed.member_id(), since, now)
            }
            ToPlan::Leave { conn } => {
                self.readers.leave(conn);
                self.core.leave(conn, now)
            }
            ToPlan::Submit { conn, changes, arrived } => {
                let mut frames = vec![];
                for change in changes {
                    self.readers.expect(change.change_id, arrived);
                    frames.extend(self.core.submit(conn, change, now));
                }
                frames
            }
            ToPlan::Decide {
                member_id,
                change,
                asked,
            } => {
                self.asked.entry(change.change_id).or_default().push(asked);
                self.core.decide(member_id, *change, now);
                vec![]
            }
            ToPlan::Presence { conn, card_id, writing } => self.core.presence(conn, card_id, writing, now),
            ToPlan::Ping { conn, n, held } => self.core.ping(conn, n, held, now),
            ToPlan::Drained { conn } => {
                self.readers.start_anew(conn);
                self.core.resync(conn)
            }
            ToPlan::Flush(done) => {
                self.flushing.push(done);
                return;
            }
            ToPlan::Behind | ToPlan::Close => return,
        };
        self.deliver(frames);
        let diverged = self.core.divergences();
        if diverged > self.diverged {
            tracing::error!(plan_id = %self.actor.plan_id, "a browser held something else than it was sent");
            metrics::diverged(diverged - self.diverged);
            self.diverged = diverged;
        }
    }

    /// Hands what waits to the writer. Where only answers wait, they are given at once.
    async fn next_batch(&mut self) -> Result<Option<oneshot::Receiver<Committed>>, Ended> {
        while let Some(batch) = self.core.next_batch() {
            if !batch.entries.is_empty() {
                return Ok(Some(self.actor.writer.write(batch).await));
            }
            // A refusal rests on the plan as this server knows it. Where others write too, that must be how it is.
            let is_elsewhere = self.actor.db.is_postgres()
                && store::revision(&self.actor.db, self.actor.plan_id).await? != Some(self.core.revision());
            if is_elsewhere && self.read_again().await? {
                continue;
            }
            let frames = self.core.committed();
            self.deliver(frames);
        }
        for done in self.flushing.drain(..) {
            // Whoever asked may have given up.
            let _ = done.send(());
        }
        Ok(None)
    }

    async fn settle(&mut self, committed: Committed) -> Result<(), Ended> {
        let frames = match committed {
            Committed::Saved => self.core.committed(),
            Committed::Failed => self.core.failed(),
            Committed::Stale if self.read_again().await? => return Ok(()),
            Committed::Stale => {
                // Judging the same again would go on for ever.
                tracing::error!(plan_id = %self.actor.plan_id, "a batch does not fit a plan that nobody else has changed");
                self.core.failed()
            }
        };
        self.actor.revision.store(self.core.revision(), Ordering::Release);
        self.deliver(frames);
        Ok(())
    }

    /// The disk holds something else than this server thought. Answers whether it does.
    async fn read_again(&mut self) -> Result<bool, Ended> {
        let mut tries = 1;
        let caught = loop {
            match catch_up(&self.actor.db, self.actor.plan_id, &self.core).await {
                Ok(Some(caught)) => break caught,
                Ok(None) => return Err(Ended::NoSuchPlan),
                Err(error) if tries >= READS => return Err(error.into()),
                Err(_) => tokio::time::sleep(READ_AGAIN_AFTER).await,
            }
            tries += 1;
        };
        if caught.is_news {
            self.others_wrote_at = self.now();
            let frames = self.core.stale(caught.plan, caught.revision, caught.known);
            self.actor.revision.store(self.core.revision(), Ordering::Release);
            self.deliver(frames);
        }
        Ok(caught.is_news)
    }

    fn deliver(&mut self, mut frames: Vec<Outgoing>) {
        let now = self.now();
        while !frames.is_empty() {
            let gone = self.readers.deliver(frames, now);
            frames = gone.into_iter().flat_map(|conn| self.core.leave(conn, now)).collect();
        }
        for (change_id, outcome) in self.core.take_told() {
            for Asked { arrived, done } in self.asked.remove(&change_id).unwrap_or_default() {
                metrics::answered(stopwatch().duration_since(arrived));
                // Whoever asked may have given up.
                let _ = done.send(outcome);
            }
        }
    }

    fn count_queue(&mut self, queued: usize) {
        if queued != self.queued {
            // Differences of small numbers, which a float holds exactly.
            metrics::queued(queued as f64 - self.queued as f64);
            self.queued = queued;
        }
    }

    fn now(&self) -> Millis {
        self.actor.clock.now()
    }
}

/// What `writing` says; `None` when the writer is gone. Never comes where nothing is being written.
async fn answer(writing: &mut Option<oneshot::Receiver<Committed>>) -> Option<Committed> {
    match writing {
        Some(writing) => writing.await.ok(),
        None => std::future::pending().await,
    }
}
