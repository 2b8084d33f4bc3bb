//! Any text is a record or nothing, and a plan that holds it can be seen.
#![no_main]

use shared::plan::{Patch, Record, view};
use shared::testing::{EVERYONE, family};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(record) = serde_json::from_str::<Record>(text) else {
        return;
    };
    let mut plan = family();
    plan.apply(Patch {
        put: vec![record],
        forget: vec![],
    });
    for member in EVERYONE {
        view(&plan, member).state_hash();
    }
});
