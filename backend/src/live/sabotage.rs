//! Rules taken out, so that the simulator can show that it would notice. In no shipped program.

use super::core::Outgoing;
use shared::live::wire::{Cursor, FromServer};
use shared::plan::Patch;
use std::sync::Arc;

/// All false unless a test says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sabotage {
    pub no_idempotency: bool,
    pub answer_before_patch: bool,
}

/// Tears a frame apart that holds both a patch and answers, and sends the wrong half first.
pub fn answer_before_patch(outgoing: Outgoing) -> Vec<Outgoing> {
    match outgoing.frame.as_ref() {
        FromServer::News { cursor, patch, answers } if !answers.is_empty() && !patch.is_empty() => {
            let before = Cursor {
                n: cursor.n - 1,
                ..cursor.clone()
            };
            let answer = FromServer::News {
                cursor: before,
                patch: Patch::default(),
                answers: answers.clone(),
            };
            let news = FromServer::News {
                cursor: cursor.clone(),
                patch: patch.clone(),
                answers: vec![],
            };
            [answer, news]
                .map(|frame| Outgoing {
                    conn: outgoing.conn,
                    frame: Arc::new(frame),
                })
                .into()
        }
        _ => vec![outgoing],
    }
}
