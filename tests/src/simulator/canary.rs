//! Words that can be recognised wherever they turn up.

use shared::plan::{Change, Intent, Plan, Record, Text};
use std::collections::BTreeSet;

const SIGN: &str = "kanarie";

/// Gives every text that this change brings words of its own.
pub fn mark(change: &mut Change, next: &mut u64) {
    mark_intent(&mut change.intent, next);
}

fn mark_intent(intent: &mut Intent, next: &mut u64) {
    let mut words = || {
        *next += 1;
        format!("{SIGN}{next:08}")
    };
    match intent {
        Intent::AddCard(new) => new.words = words(),
        Intent::AddAgreement(new) => new.words = words(),
        Intent::EditCard { edit, .. } => {
            if let Some(edit) = &mut edit.words {
                edit.to = words();
            }
        }
        Intent::EditAgreement(edit) => {
            if let Some(edit) = &mut edit.words {
                edit.to = words();
            }
        }
        Intent::AcceptProposal {
            instead: Some(instead), ..
        } => mark_intent(instead, next),
        _ => {}
    }
}

/// Every canary in a text.
pub fn found_in(text: &str) -> impl Iterator<Item = u64> {
    text.split(SIGN).skip(1).filter_map(|rest| rest.get(..8)?.parse().ok())
}

/// The words of every card of `whole` that is not in `seen`, and of the agreements under it.
pub fn hidden(whole: &Plan, seen: &Plan) -> BTreeSet<u64> {
    let mut hidden = BTreeSet::new();
    let mut hide = |text: &Text| {
        hidden.extend(found_in(&text.words));
        hidden.extend(text.also.iter().flat_map(|also| found_in(&also.words)));
    };
    for card in whole.cards().filter(|card| seen.card(card.card_id).is_none()) {
        hide(&card.words);
        whole.agreements_of(card.card_id).for_each(|agreement| hide(&agreement.words));
    }
    hidden
}

/// How many cards the member could see before and can no longer, although they are still there.
pub fn newly_hidden(before: &Plan, after: &Plan, whole: &Plan) -> usize {
    let gone = |record: &&Record| match record {
        Record::Card(card) => after.card(card.card_id).is_none() && whole.card(card.card_id).is_some(),
        _ => false,
    };
    before.records().filter(gone).count()
}
