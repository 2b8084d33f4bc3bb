//! Any text is a day that is written as it was read, or nothing.
#![no_main]

use shared::day::Day;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(day) = text.parse::<Day>() {
        assert_eq!(day.to_string().parse(), Ok(day));
    }
});
