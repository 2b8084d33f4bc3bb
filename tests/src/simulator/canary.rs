//! Words that can be recognised wherever they turn up.

use serde_json::Value;
use shared::day::Day;
use shared::ids::Millis;
use shared::plan::{Change, Intent, Plan, Record};

const SIGN: &str = "kanarie";

/// A text that is in nothing else.
pub fn canary(n: u64) -> String {
    format!("{SIGN}{n:08}")
}

/// Gives every text that this change brings words of its own, whatever it brings them for, and takes its days
/// from the beginning of time to the week of `now`.
pub fn mark(change: &mut Change, next: &mut u64, now: Millis) {
    fill(&mut change.intent);
    let weeks = Day::in_denmark(now).days_since(Day::EPOCH) / 7;
    let mut json = serde_json::to_value(&*change).unwrap_or_default();
    for_every_text(&mut json, &mut |text| {
        if text.starts_with("ord ") || text == "fordi" {
            *next += 1;
            *text = canary(*next);
        } else if let Ok(day) = text.parse::<Day>()
            && day.days_since(Day::EPOCH) < 365
        {
            *text = day.plus(weeks * 7).to_string();
        }
    });
    if let Ok(marked) = serde_json::from_value(json) {
        *change = marked;
    }
}

/// Words for what random people leave empty.
fn fill(intent: &mut Intent) {
    let words = || "ord ".to_owned();
    match intent {
        Intent::AddCard(new) => (new.when, new.why) = (words(), words()),
        Intent::AddAgreement(new) => new.so_that = words(),
        _ => {}
    }
}

fn for_every_text(json: &mut Value, each: &mut impl FnMut(&mut String)) {
    match json {
        Value::String(text) => each(text),
        Value::Array(list) => list.iter_mut().for_each(|item| for_every_text(item, each)),
        Value::Object(fields) => fields.values_mut().for_each(|value| for_every_text(value, each)),
        _ => {}
    }
}

/// Every canary in a text.
pub fn found_in(text: &str) -> impl Iterator<Item = u64> {
    text.split(SIGN).skip(1).filter_map(|rest| rest.get(..8)?.parse().ok())
}

/// How many cards the member could see before and can no longer, although they are still there.
pub fn newly_hidden(before: &Plan, after: &Plan, whole: &Plan) -> usize {
    let gone = |record: &&Record| match record {
        Record::Card(card) => after.card(card.card_id).is_none() && whole.card(card.card_id).is_some(),
        _ => false,
    };
    before.records().filter(gone).count()
}
