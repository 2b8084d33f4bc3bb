//! Texts A and B, before the first word: what is stored, and what must be passed on. Information, not consent.

use super::act::Act;
use super::kit::{Env, says};
use super::sheet::Sheet;
use crate::say;
use yew::prelude::*;

/// The version of both texts; a new one is shown to everyone again.
pub const VERSION: u16 = 1;

pub fn texts(asks: bool, env: &Env, act: &Callback<Act>) -> Html {
    let article = |title: &str, text: &str| html! { <article><h3>{ env.t(title) }</h3><p>{ env.t(text) }</p></article> };
    html! {
        <Sheet class="read" title={env.t("texts-title")} env={env.clone()} act={act.clone()}>
            <section class="texts">
                { article("text-a-title", "text-a") }
                { article("text-b-title", "text-b") }
                if asks {
                    <p class="small">{ env.t("texts-not-consent") }</p>
                } else {
                    <p class="small">{ say!(env.words, "texts-version", n: usize::from(VERSION)) }</p>
                }
                <div class="end">
                    if asks {
                        <button type="button" class="btn main" data-informed="true" onclick={says(act, Act::Informed)}>{ env.t("texts-read-one") }</button>
                    }
                    <button type="button" class="btn soft" onclick={says(act, Act::Close)}>{ env.t("back") }</button>
                </div>
            </section>
        </Sheet>
    }
}
