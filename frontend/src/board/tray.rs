//! Changes that came to nothing, with every word of them.

use super::act::Act;
use super::draw::{El, button, el, icon};
use super::kit::Env;
use super::reasons;
use crate::say;
use shared::ids::CardId;
use shared::live::Turned;
use shared::plan::{Intent, Plan};
use yew::prelude::Callback;

pub fn tray(tray: &[Turned], plan: &Plan, env: &Env, act: &Callback<Act>) -> Option<El> {
    let mut list = el("ul", "").set("role", "list");
    for turned in tray {
        let id = turned.change.change_id;
        let reason = turned
            .refusal
            .map_or_else(|| env.t("refusal-other"), |refusal| reasons::whole(refusal, env));
        let again = button("btn soft", "", env.t("tray-again"), act, Act::Again(id));
        let dismiss = button("quiet", "", env.t("tray-dismiss"), act, Act::Dismiss(id));
        let one = el("li", "")
            .key(&id.to_string())
            .child(
                el("p", "")
                    .dir()
                    .child(el("b", "").text(what(&turned.change.intent, plan, env))),
            )
            .child(el("p", "").text(reason))
            .child(el("div", "row").child(again).child(dismiss));
        list = list.child(one);
    }
    let title = el("h3", "")
        .set("id", "tray-title")
        .child(icon("tray"))
        .text(" ")
        .text(env.t("tray-title"));
    let shown = el("section", "tray")
        .set("aria-labelledby", "tray-title")
        .child(title)
        .child(el("p", "").text(env.t("tray-body")));
    (!tray.is_empty()).then(|| shown.child(list))
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
        Intent::AddAgreement(new) => say!(env.words, "tray-what-agreement", words: &new.words),
        Intent::EditAgreement(edit) => say!(env.words, "tray-what-agreement", words: &written([&edit.words, &None, &None])),
        Intent::AcceptProposal { .. } | Intent::DeclineProposal { .. } => env.t("tray-what-answer"),
        _ => env.t("tray-what-other"),
    }
}
