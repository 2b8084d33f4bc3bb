//! The only source of randomness in the browser.

use crate::clock;
use shared::ids::{ChangeId, uuid_v7};

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Where there is no crypto, ids would repeat from time alone; every browser that runs wasm has it.
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// The id of a new change; its time part orders the outbox.
pub fn change_id() -> ChangeId {
    ChangeId(uuid_v7(clock::now(), bytes()))
}

/// For the jitter between attempts to reconnect, and for names of tabs.
pub fn number() -> u32 {
    u32::from_le_bytes(bytes())
}
