//! Everyone who has one plan open, and the frames on their way to them.

use super::core::{ConnId, Outgoing};
use super::outbox::Outbox;
use crate::clock::stopwatch;
use crate::metrics;
use shared::ids::{ChangeId, Millis};
use shared::live::wire::FromServer;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// An answer that takes longer than this is not measured.
const UNANSWERED: Duration = Duration::from_secs(60);

/// Everyone who has this plan open.
#[derive(Debug, Default)]
pub struct Readers {
    outboxes: BTreeMap<ConnId, Outbox>,
    /// When changes arrived that are not answered yet.
    arrived: HashMap<ChangeId, Instant>,
}

impl Readers {
    pub fn join(&mut self, conn: ConnId, outbox: Outbox) {
        self.outboxes.insert(conn, outbox);
    }

    pub fn leave(&mut self, conn: ConnId) {
        self.outboxes.remove(&conn);
    }

    /// The reader is ready for everything anew.
    pub fn start_anew(&mut self, conn: ConnId) {
        if let Some(outbox) = self.outboxes.get_mut(&conn) {
            outbox.start_anew();
        }
    }

    /// A change has arrived that will be answered.
    pub fn expect(&mut self, change_id: ChangeId, arrived: Instant) {
        self.arrived.insert(change_id, arrived);
    }

    /// Puts frames into outboxes, each written as text once however many it goes to. Answers who is gone.
    pub fn deliver(&mut self, frames: Vec<Outgoing>, now: Millis) -> Vec<ConnId> {
        let mut texts: HashMap<*const FromServer, Arc<str>> = HashMap::new();
        let mut gone = vec![];
        for Outgoing { conn, frame } in &frames {
            if let FromServer::News { answers, .. } = frame.as_ref() {
                for (change_id, _) in answers {
                    if let Some(arrived) = self.arrived.remove(change_id) {
                        metrics::answered(stopwatch().duration_since(arrived));
                    }
                }
            }
            let Some(outbox) = self.outboxes.get_mut(conn) else { continue };
            let text = texts.entry(Arc::as_ptr(frame)).or_insert_with(|| to_text(frame));
            if !outbox.send(text.clone(), now) {
                self.outboxes.remove(conn);
                gone.push(*conn);
            }
        }
        gone
    }

    /// Changes whose senders left are answered to nobody.
    pub fn forget_unanswered(&mut self) {
        let now = stopwatch();
        self.arrived.retain(|_, arrived| now.duration_since(*arrived) < UNANSWERED);
    }

    pub fn end(&self, code: &'static str) {
        for outbox in self.outboxes.values() {
            outbox.end(code);
        }
    }
}

pub fn to_text(frame: &FromServer) -> Arc<str> {
    // Every frame is made of text, numbers and lists of those, which can always be written.
    serde_json::to_string(frame).unwrap_or_default().into()
}
