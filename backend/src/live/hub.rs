//! The actors of all open plans on this server: one each, started when somebody comes.

use super::actor::{Asked, PlanActor, ToPlan};
use super::writer::Writer;
use crate::clock::{Clock, stopwatch};
use crate::db::Db;
use shared::ids::{MemberId, PlanId};
use shared::live::wire::Outcome;
use shared::plan::Change;
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Messages that wait for one plan. A full mailbox holds its senders up, one plan's alone.
const MAILBOX: usize = 256;

#[derive(Clone, Debug)]
pub struct Hub {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    plans: Mutex<HashMap<PlanId, OpenPlan>>,
    db: Db,
    clock: Clock,
    writer: Writer,
}

#[derive(Debug)]
struct OpenPlan {
    mailbox: mpsc::Sender<ToPlan>,
    revision: Arc<AtomicI64>,
}

impl Hub {
    pub fn new(db: Db, clock: Clock, writer: Writer) -> Self {
        Hub {
            inner: Arc::new(Inner {
                plans: Mutex::default(),
                db,
                clock,
                writer,
            }),
        }
    }

    /// Hands a first message to the plan's actor, and says where to send the next ones.
    pub async fn greet(&self, plan_id: PlanId, mut message: ToPlan) -> mpsc::Sender<ToPlan> {
        loop {
            let mailbox = self.mailbox(plan_id);
            match mailbox.send(message).await {
                Ok(()) => return mailbox,
                // The actor retired in between; the next look starts another.
                Err(mpsc::error::SendError(back)) => message = back,
            }
        }
    }

    /// Submits one change for a member who holds no connection, and waits for what becomes of it: the same
    /// way as from a socket. `None` where the plan closed before it could say.
    pub async fn decide(&self, plan_id: PlanId, member_id: MemberId, change: Change) -> Option<Outcome> {
        let (done, outcome) = oneshot::channel();
        let arrived = stopwatch();
        let asked = Asked { arrived, done };
        let message = ToPlan::Decide {
            member_id,
            change: Box::new(change),
            asked,
        };
        self.greet(plan_id, message).await;
        outcome.await.ok()
    }

    /// Every open plan with the revision that its actor holds.
    pub fn open_plans(&self) -> HashMap<PlanId, i64> {
        self.lock()
            .iter()
            .map(|(plan_id, open)| (*plan_id, open.revision.load(Ordering::Acquire)))
            .collect()
    }

    /// Another server has written to this plan.
    pub fn is_behind(&self, plan_id: PlanId) {
        let mailbox = self.lock().get(&plan_id).map(|open| open.mailbox.clone());
        if let Some(mailbox) = mailbox {
            // A full mailbox is no reason to wait: the next look finds the plan behind again.
            let _ = mailbox.try_send(ToPlan::Behind);
        }
    }

    /// Waits until every change that was handed in is written and answered, but not longer than this.
    pub async fn flush(&self, within: Duration) -> bool {
        let mailboxes: Vec<_> = self.lock().values().map(|open| open.mailbox.clone()).collect();
        let flush = async {
            let mut done = Vec::with_capacity(mailboxes.len());
            for mailbox in mailboxes {
                let (sender, receiver) = oneshot::channel();
                if mailbox.send(ToPlan::Flush(sender)).await.is_ok() {
                    done.push(receiver);
                }
            }
            for receiver in done {
                // An actor that is gone has nothing left to write.
                let _ = receiver.await;
            }
        };
        tokio::time::timeout(within, flush).await.is_ok()
    }

    /// Closes every plan, so that the sockets hear the end of their frames.
    pub async fn close(&self) {
        let mailboxes: Vec<_> = self.lock().drain().map(|(_, open)| open.mailbox).collect();
        for mailbox in mailboxes {
            // One whose mailbox is full for so long ends with the process.
            let _ = mailbox.send_timeout(ToPlan::Close, Duration::from_millis(200)).await;
        }
    }

    /// Takes an actor out. Whoever asks for the plan from now on starts another; what was sent to this
    /// one before is still in its mailbox.
    pub(super) fn retire(&self, plan_id: PlanId, mailbox: &mut mpsc::Receiver<ToPlan>) {
        let mut plans = self.lock();
        plans.remove(&plan_id);
        mailbox.close();
    }

    fn mailbox(&self, plan_id: PlanId) -> mpsc::Sender<ToPlan> {
        let mut plans = self.lock();
        if let Some(open) = plans.get(&plan_id).filter(|open| !open.mailbox.is_closed()) {
            return open.mailbox.clone();
        }
        let (mailbox, messages) = mpsc::channel(MAILBOX);
        let revision = Arc::new(AtomicI64::new(i64::MAX));
        plans.insert(
            plan_id,
            OpenPlan {
                mailbox: mailbox.clone(),
                revision: revision.clone(),
            },
        );
        let Inner { db, clock, writer, .. } = &*self.inner;
        let actor = PlanActor::new(plan_id, self.clone(), db.clone(), clock.clone(), writer.clone(), revision);
        tokio::spawn(actor.run(messages));
        mailbox
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PlanId, OpenPlan>> {
        self.inner.plans.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
