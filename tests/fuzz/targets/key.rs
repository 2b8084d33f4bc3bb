//! Any text is a key that is written as it was read, or nothing.
#![no_main]

use shared::plan::{CellId, Key};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<Key>() {
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    if let Ok(cell) = text.parse::<CellId>() {
        assert_eq!(cell.to_string().parse(), Ok(cell));
    }
});
