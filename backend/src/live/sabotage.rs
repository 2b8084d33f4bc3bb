//! Rules taken out, so that the simulator can show that it would notice. In no shipped program.

use super::core::Outgoing;
use shared::live::wire::{Cursor, FromServer};
use shared::plan::{Audience, Card, Patch, Plan, Record};
use std::borrow::Cow;
use std::sync::Arc;

/// All false unless a test says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sabotage {
    pub no_idempotency: bool,
    pub answer_before_patch: bool,
    /// What a member no longer sees stays in their windows.
    pub no_forgetting: bool,
    /// What is for the family alone is sent to everyone.
    pub no_discretion: bool,
}

impl Sabotage {
    pub fn shown(self, plan: &Plan) -> Cow<'_, Plan> {
        if !self.no_discretion {
            return Cow::Borrowed(plan);
        }
        let indiscreet = plan.records().cloned().map(|record| match record {
            Record::Card(card) if card.audience == Audience::Family => Record::Card(Arc::new(Card {
                audience: Audience::Table,
                ..Card::clone(&card)
            })),
            other => other,
        });
        Cow::Owned(Plan::from_records(indiscreet))
    }

    pub fn sent(self, mut patch: Patch) -> Patch {
        // One that holds nothing else must stay, or the browser would find a gap.
        if self.no_forgetting && !patch.put.is_empty() {
            patch.forget.clear();
        }
        patch
    }
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
