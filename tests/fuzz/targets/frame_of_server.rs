//! Any text is a frame or nothing, and the browser's machine goes on.
#![no_main]

use shared::ids::PlanId;
use shared::live::{ClientCore, FromServer};
use shared::testing::MAJA;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut client = ClientCore::new(PlanId::MIN, MAJA);
    client.opened(String::new(), 0);
    // A line of the text is a frame.
    for (at, frame) in (0..).zip(text.lines().filter_map(|line| serde_json::from_str::<FromServer>(line).ok())) {
        client.received(frame, at);
        client.tick(at, 0);
    }
});
