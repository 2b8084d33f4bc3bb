//! Texts A and B, before the first word: what is stored, and what must be passed on. Information, not consent.

use super::act::Act;
use super::draw::{button, el};
use super::kit::Env;
use super::sheet::sheet;
use crate::say;
use yew::prelude::*;

/// The version of both texts; a new one is shown to everyone again.
pub const VERSION: u16 = 1;

pub fn texts(asks: bool, env: &Env, act: &Callback<Act>) -> Html {
    let article = |title: &str, text: &str| {
        el("article", "")
            .child(el("h3", "").text(env.t(title)))
            .child(el("p", "").text(env.t(text)))
    };
    let version = say!(env.words, "texts-version", n: usize::from(VERSION));
    let note = if asks { env.t("texts-not-consent") } else { version };
    let read = asks.then(|| button("btn main", "", env.t("texts-read-one"), act, Act::Informed).set("data-informed", "true"));
    let body = el("section", "texts")
        .child(article("text-a-title", "text-a"))
        .child(article("text-b-title", "text-b"))
        .child(el("p", "small").text(note))
        .child(
            el("div", "end")
                .maybe(read)
                .child(button("btn soft", "", env.t("back"), act, Act::Close)),
        );
    sheet(env.t("texts-title"), env, act, vec![body.into()])
}
