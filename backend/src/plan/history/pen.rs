//! What was written with the family's pen since it was last handed over.

use crate::plan::Logged;
use shared::ids::Millis;
use shared::plan::{Intent, Key, Plan, Record, Text};
use std::collections::BTreeMap;

/// A text that someone wrote down for the family, as it stands on the table now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub text: Text,
    pub at: Millis,
}

/// Whether anything on the table was written for the family at all.
pub fn was_used(seen: &Plan) -> bool {
    seen.records().flat_map(texts).any(|text| text.written_by.is_some())
}

/// The newest first. Only what still stands there in those words, and in the reader's sight, is read back: what
/// was taken away or put right since is nobody's word any more.
pub fn last_session(log: &[Logged], seen: &Plan) -> Vec<Written> {
    let mut whole = Plan::default();
    let mut session: BTreeMap<(Key, usize), (String, Millis)> = BTreeMap::new();
    for logged in log {
        let pen = |plan: &Plan| plan.head().and_then(|head| head.pen);
        let pen_before = pen(&whole);
        for record in written_by_hand(logged) {
            let before = whole.get(record.key()).map(texts).unwrap_or_default();
            for (part, text) in texts(record).into_iter().enumerate() {
                let is_new = before.get(part).is_none_or(|before| before.words != text.words);
                if is_new && text.written_by == Some(logged.member_id) {
                    session.insert((record.key(), part), (text.words.clone(), logged.at));
                }
            }
        }
        whole.apply(logged.patch.clone());
        if pen(&whole).is_some_and(|pen| Some(pen) != pen_before) {
            session.clear();
        }
    }
    let mut written: Vec<Written> = session
        .into_iter()
        .filter_map(|((key, part), (words, at))| {
            let text = *texts(seen.get(key)?).get(part)?;
            let stands = text.words == words && !words.is_empty() && text.written_by.is_some();
            stands.then(|| Written { text: text.clone(), at })
        })
        .collect();
    written.sort_by_key(|written| std::cmp::Reverse(written.at));
    written
}

/// What comes back by an undo was written another time.
fn written_by_hand(logged: &Logged) -> &[Record] {
    match &logged.change {
        Some(change) if matches!(change.intent, Intent::Undo { .. }) => &[],
        _ => &logged.patch.put,
    }
}

/// The texts of a record that can be written for someone, always in the same order.
fn texts(record: &Record) -> Vec<&Text> {
    match record {
        Record::Card(card) => vec![&card.words, &card.when, &card.why],
        Record::Agreement(agreement) => vec![&agreement.words],
        Record::Strength(strength) => vec![&strength.words],
        _ => vec![],
    }
}
