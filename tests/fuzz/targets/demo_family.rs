//! Any text is a family of the demo or nothing.
#![no_main]

use backend::demo::family::FamilyFile;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // What is read is not used further: a file of the demo is ours, and a test reads them all.
    let _ = toml::from_str::<FamilyFile>(text);
});
