//! The two machines of live editing side by side, one rule at a time.

mod change;
mod coming;
mod hidden;

use backend::live::core::{ConnId, Outgoing, ServerCore};
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use shared::live::wire::{Outcome, Peer};
use shared::live::{ClientCore, Effect, FromBrowser, FromServer};
use shared::plan::Change;
use shared::testing::family;

pub const NOW: Millis = 1_800_000_000_000;
pub const MINE: ConnId = ConnId(1);
pub const OTHER: ConnId = ConnId(2);

pub fn plan_id() -> PlanId {
    family().head().expect("a family has a head").plan_id
}

pub fn server() -> ServerCore {
    ServerCore::new(plan_id(), family(), 0, 1)
}

pub fn joined(member: MemberId) -> (ClientCore, ServerCore) {
    let (mut client, mut server) = (ClientCore::new(plan_id(), member), server());
    client.opened("ticket".into(), NOW);
    receive(&mut client, server.join(MINE, member, None, NOW));
    (client, server)
}

pub fn receive(client: &mut ClientCore, frames: Vec<Outgoing>) -> Vec<Effect> {
    let mine = frames.into_iter().filter(|sent| sent.conn == MINE);
    mine.flat_map(|sent| client.received((*sent.frame).clone(), NOW)).collect()
}

/// Has a change judged and written.
pub fn commit(server: &mut ServerCore, conn: ConnId, change: Change) -> Vec<Outgoing> {
    let mut frames = server.submit(conn, change, NOW);
    if server.next_batch().is_some() {
        frames.extend(server.committed());
    }
    frames
}

pub fn sent(effects: &[Effect]) -> Vec<FromBrowser> {
    effects
        .iter()
        .filter_map(|effect| {
            if let Effect::Send(frame) = effect {
                Some(frame.clone())
            } else {
                None
            }
        })
        .collect()
}

pub fn answers(frames: &[Outgoing]) -> Vec<(ChangeId, Outcome)> {
    let news = frames.iter().filter_map(|sent| {
        if let FromServer::News { answers, .. } = &*sent.frame {
            Some(answers.clone())
        } else {
            None
        }
    });
    news.flatten().collect()
}

pub fn peers(frames: &[Outgoing], conn: ConnId) -> Vec<Peer> {
    let here = frames.iter().filter(|sent| sent.conn == conn);
    here.rev()
        .find_map(|sent| {
            if let FromServer::Here { peers } = &*sent.frame {
                Some(peers.clone())
            } else {
                None
            }
        })
        .unwrap_or_default()
}

pub fn wait(effects: &[Effect]) -> Millis {
    effects
        .iter()
        .find_map(|effect| {
            if let Effect::OpenAfter(wait) = effect {
                Some(*wait)
            } else {
                None
            }
        })
        .expect("it comes back")
}
