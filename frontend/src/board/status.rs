//! How safe the words are, in three honest steps, and the way back.

use super::act::Act;
use super::kit::{Env, icon, says};
use crate::say;
use crate::session::Seen;
use shared::live::Saved;
use yew::prelude::*;

pub fn saved(seen: &Seen, env: &Env) -> Html {
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
    html! { <p class="saved" data-at={at}>{ icon(sign) }<span>{ env.t(key) }</span></p> }
}

/// One line where the board cannot reach the server, or stores nothing on this device.
pub fn offline(seen: &Seen, offline: bool, env: &Env) -> Html {
    let waiting = (seen.waiting > 0).then(|| format!(" {}", say!(env.words, "saved-waiting", n: seen.waiting)));
    if offline {
        let key = if seen.durable { "offline" } else { "storage-denied" };
        html! { <p class="strip wait offline" role="status">{ icon("device") }<span>{ env.t(key) }{ for waiting }</span></p> }
    } else if !seen.durable && seen.saved < Saved::Saved {
        html! { <p class="strip wait offline" role="status">{ icon("warn") }<span>{ env.t("storage-denied") }</span></p> }
    } else {
        html! {}
    }
}

/// Always there while there is something to take back, so that nobody has to be quick.
pub fn undo(seen: &Seen, env: &Env, act: &Callback<Act>) -> Html {
    let can = env.writes && seen.plan.last_change(env.me).is_some();
    html! {
        if can {
            <button type="button" class="btn soft undo" data-undo="true" onclick={says(act, Act::Undo)}>{ icon("undo") }{ env.t("undo") }</button>
        }
    }
}
