//! Any text is a change or nothing, and everyone at the table gets an answer to it.
#![no_main]

use shared::plan::Change;
use shared::testing::{EVERYONE, family};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(change) = serde_json::from_str::<Change>(text) else {
        return;
    };
    let mut plan = family();
    for member in EVERYONE {
        plan.submit(&change, member, 1);
    }
});
