//! Changes that came to nothing, with every word of them.

use super::act::Act;
use super::kit::{Env, icon, says};
use super::reasons;
use crate::say;
use shared::ids::CardId;
use shared::live::Turned;
use shared::plan::{Intent, Plan};
use yew::prelude::*;

pub fn tray(tray: &[Turned], plan: &Plan, env: &Env, act: &Callback<Act>) -> Html {
    if tray.is_empty() {
        return html! {};
    }
    let one = |turned: &Turned| {
        let id = turned.change.change_id;
        let reason = turned
            .refusal
            .map_or_else(|| env.t("refusal-other"), |refusal| reasons::whole(refusal, env));
        html! {
            <li key={id.to_string()}>
                <p dir="auto"><b>{ what(&turned.change.intent, plan, env) }</b></p>
                <p>{ reason }</p>
                <div class="row">
                    <button type="button" class="btn soft" onclick={says(act, Act::Again(id))}>{ env.t("tray-again") }</button>
                    <button type="button" class="quiet" onclick={says(act, Act::Dismiss(id))}>{ env.t("tray-dismiss") }</button>
                </div>
            </li>
        }
    };
    html! {
        <section class="tray" aria-labelledby="tray-title" role="region">
            <h3 id="tray-title">{ icon("tray") }{ " " }{ env.t("tray-title") }</h3>
            <p>{ env.t("tray-body") }</p>
            <ul role="list">{ for tray.iter().map(one) }</ul>
        </section>
    }
}

/// The change in words, with the person's own words whole.
fn what(intent: &Intent, plan: &Plan, env: &Env) -> String {
    let name = |card: CardId| plan.card(card).map(|card| card.words.words.clone()).unwrap_or_default();
    let written = |texts: [&Option<shared::plan::TextEdit>; 3]| {
        texts
            .into_iter()
            .flatten()
            .map(|text| text.to.as_str())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    match intent {
        Intent::AddCard(new) => {
            let words: Vec<&str> = [&new.words, &new.when, &new.why]
                .into_iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            say!(env.words, "tray-what-add", words: &words.join(" · "))
        }
        Intent::EditCard { card_id, edit } => {
            say!(env.words, "tray-what-edit", card: &name(*card_id), words: &written([&edit.words, &edit.when, &edit.why]))
        }
        Intent::MoveCard { card_id, .. } => say!(env.words, "tray-what-move", card: &name(*card_id)),
        Intent::RemoveCard { card_id } => say!(env.words, "tray-what-remove", card: &name(*card_id)),
        Intent::AddAgreement { words, .. } => say!(env.words, "tray-what-agreement", words: words),
        Intent::EditAgreement { words, .. } => say!(env.words, "tray-what-agreement", words: &written([words, &None, &None])),
        Intent::AcceptProposal { .. } | Intent::DeclineProposal { .. } => env.t("tray-what-answer"),
        _ => env.t("tray-what-other"),
    }
}
