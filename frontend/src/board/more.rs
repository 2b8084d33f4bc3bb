//! "Mere": what can be said of any card without changing it, and the way to everything about it.

use super::act::Act;
use super::card::strip;
use super::draw::{button, el, icon};
use super::kit::Env;
use super::sheet::menu;
use crate::say;
use shared::plan::{Card, Duty, Plan, Remark, Says};
use std::sync::Arc;
use yew::prelude::{Callback, Html};

pub fn more_menu(plan: &Plan, card: &Card, env: &Env, act: &Callback<Act>) -> Html {
    let mut body = el("div", "menu");
    if env.writes {
        let mut choices = el("div", "").set("role", "group").set("aria-labelledby", "sheet-title");
        for says in Says::ALL {
            if says == Says::DoesNotFit && card.duty != Some(Duty::Duty) {
                continue;
            }
            let mine = plan
                .remarks_of(card.card_id)
                .find(|remark| (remark.says, remark.by) == (says, env.me));
            let what = match mine {
                Some(mine) => Act::Settle(mine.remark_id),
                None => Act::Say(card.card_id, says),
            };
            let choice = button("", sign(says), env.t(mine_key(says)), act, what)
                .set("data-says", mine_key(says))
                .set("aria-pressed", if mine.is_some() { "true" } else { "false" });
            choices = choices.child(choice);
        }
        body = body.child(choices);
    }
    let all = env
        .link(&format!("/cards/{}", card.card_id))
        .child(icon("what"))
        .text(env.t("card-all"));
    menu(
        say!(env.words, "card-more-title", card: &card.words.words),
        env,
        act,
        vec![body.into(), el("p", "").child(all).into()],
    )
}

/// What has been said of the card and is not settled.
pub fn said(remarks: &[Arc<Remark>], env: &Env) -> Vec<Html> {
    let line = |remark: &Arc<Remark>| {
        let name = env.name(remark.by);
        let key = match remark.says {
            Says::NeedHelp => "says-need-help",
            Says::Wrong => "says-wrong",
            Says::SeeItDifferently => "says-differently",
            Says::DoesNotFit => "says-does-not-fit",
        };
        let mut words = say!(env.words, key, name: name);
        if !remark.words.is_empty() {
            words = format!("{words} ”{}”", remark.words);
        }
        strip("strip wait", sign(remark.says), words).dir().into()
    };
    remarks.iter().map(line).collect()
}

fn sign(says: Says) -> &'static str {
    match says {
        Says::NeedHelp => "hand",
        Says::Wrong => "warn",
        Says::SeeItDifferently => "voices",
        Says::DoesNotFit => "duty",
    }
}

fn mine_key(says: Says) -> &'static str {
    match says {
        Says::NeedHelp => "say-need-help",
        Says::Wrong => "say-wrong",
        Says::SeeItDifferently => "say-differently",
        Says::DoesNotFit => "say-does-not-fit",
    }
}
