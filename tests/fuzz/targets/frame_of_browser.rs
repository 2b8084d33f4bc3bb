//! Any text is a frame or a code, and the machine that takes the frame goes on.
#![no_main]

use backend::live::core::{ConnId, ServerCore};
use backend::live::socket::read_frame;
use shared::ids::PlanId;
use shared::live::FromBrowser;
use shared::testing::{MAJA, family};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(frame) = read_frame(text) else { return };
    let mut core = ServerCore::new(PlanId::MIN, family(), 0, 1);
    core.join(ConnId(1), MAJA, None, 0);
    match frame {
        FromBrowser::Hello { .. } => {}
        FromBrowser::Subscribe { since, .. } => drop(core.join(ConnId(1), MAJA, since, 1)),
        FromBrowser::Submit { changes } => changes.into_iter().for_each(|change| drop(core.submit(ConnId(1), change, 1))),
        FromBrowser::Presence { card_id, writing } => drop(core.presence(ConnId(1), card_id, writing, 1)),
        FromBrowser::Ping { n, held } => drop(core.ping(ConnId(1), n, held, 1)),
    }
    if core.next_batch().is_some() {
        core.committed();
    }
});
