//! Who is at the table now, and where. Nothing of it is kept.

use super::{CURSOR_MS, ConnId, Connection, Outgoing, ServerCore};
use shared::ids::{CardId, MemberId, Millis};
use shared::live::limits;
use shared::live::wire::{FromServer, Peer};
use std::collections::BTreeMap;
use std::sync::Arc;

impl ServerCore {
    /// \[L10\] Everyone who may see it learns where this person is; nothing of it is kept.
    pub fn presence(&mut self, conn: ConnId, card_id: Option<CardId>, writing: bool, now: Millis) -> Vec<Outgoing> {
        let Some(connection) = self.connections.get_mut(&conn) else {
            return vec![];
        };
        connection.heard_at = now;
        if (connection.card_id, connection.writing) == (card_id, writing) {
            return vec![];
        }
        (connection.card_id, connection.writing) = (card_id, writing);
        self.here(now)
    }

    /// Forgets who has not been heard of, and cursors that nobody came back for.
    pub fn sweep(&mut self, now: Millis) -> Vec<Outgoing> {
        self.watchers
            .retain(|_, watcher| watcher.left_at.is_none_or(|left_at| now - left_at < CURSOR_MS));
        let silent = |connection: &Connection| now - connection.heard_at > limits::PRESENCE_MS;
        let mut faded = false;
        for connection in self.connections.values_mut().filter(|connection| silent(connection)) {
            faded |= connection.writing || connection.card_id.is_some();
            (connection.card_id, connection.writing) = (None, false);
        }
        if faded || self.connections.values().any(silent) {
            self.here(now)
        } else {
            vec![]
        }
    }

    pub(super) fn here(&self, now: Millis) -> Vec<Outgoing> {
        let present = |connection: &&Connection| now - connection.heard_at <= limits::PRESENCE_MS;
        let mut peers: BTreeMap<MemberId, Peer> = BTreeMap::new();
        for connection in self.connections.values().filter(present) {
            let peer = Peer {
                member_id: connection.member_id,
                card_id: connection.card_id,
                writing: connection.writing,
            };
            let kept = peers.entry(connection.member_id).or_insert_with(|| peer.clone());
            // A person with two windows is where they write.
            if (peer.writing, peer.card_id.is_some()) > (kept.writing, kept.card_id.is_some()) {
                *kept = peer;
            }
        }
        let mut out = vec![];
        for (member_id, watcher) in &self.watchers {
            let sees = |card: &CardId| watcher.sent.card(*card).is_some();
            let peers = peers.values().map(|peer| {
                let card_id = peer.card_id.filter(sees);
                Peer {
                    writing: peer.writing && (card_id.is_some() || peer.card_id.is_none()),
                    card_id,
                    ..peer.clone()
                }
            });
            let frame = Arc::new(FromServer::Here { peers: peers.collect() });
            let own = self
                .connections
                .iter()
                .filter(|(_, connection)| connection.member_id == *member_id);
            out.extend(own.map(|(conn, _)| Outgoing {
                conn: *conn,
                frame: frame.clone(),
            }));
        }
        out
    }
}
