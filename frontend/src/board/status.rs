//! How safe the words are, in three honest steps, and the way back.

use super::act::Act;
use super::card::strip;
use super::draw::{El, button};
use super::kit::Env;
use crate::say;
use crate::session::Seen;
use shared::live::Saved;
use yew::prelude::Callback;

pub fn saved(seen: &Seen, env: &Env) -> El {
    // "On this phone" is said only where the phone keeps it.
    let state = if seen.saved == Saved::OnDevice && !seen.durable {
        Saved::NotYet
    } else {
        seen.saved
    };
    let (at, sign, key) = match state {
        Saved::NotYet => ("notyet", "wait", "saved-not-yet"),
        Saved::OnDevice if env.handheld => ("device", "device", "saved-device"),
        Saved::OnDevice => ("device", "device", "saved-device-computer"),
        Saved::Sent => ("sent", "sent", "saved-sent"),
        Saved::Saved => ("saved", "saved", "saved-saved"),
    };
    strip("saved", sign, env.t(key)).set("data-at", at)
}

/// One line where the board cannot reach the server, or stores nothing on this device.
pub fn offline(seen: &Seen, offline: bool, env: &Env) -> Option<El> {
    let line = |sign, words: String| strip("strip wait offline", sign, words).set("role", "status");
    let at_risk = !seen.durable && seen.saved < Saved::Saved;
    if offline {
        let mut words = env.t(if at_risk { "storage-denied" } else { "offline" });
        if seen.waiting > 0 {
            words = format!("{words} {}", say!(env.words, "saved-waiting", n: seen.waiting));
        }
        Some(line("device", words))
    } else {
        at_risk.then(|| line("warn", env.t("storage-denied")))
    }
}

/// Always there while there is something to take back, so that nobody has to be quick.
pub fn undo(seen: &Seen, env: &Env, act: &Callback<Act>) -> Option<El> {
    let can = env.writes && seen.plan.last_change(env.me).is_some();
    can.then(|| button("btn soft undo", "undo", env.t("undo"), act, Act::Undo).set("data-undo", "true"))
}
