//! Where the table is darkest: the dreams, and the first question of a plan on which nothing lies yet.

use super::act::Act;
use super::card::{CardProps, CardView, Facts};
use super::draw::{El, button, el, icon, part};
use super::kit::Env;
use shared::plan::{CellId, Column, Lane};
use yew::prelude::*;

pub const CELL: CellId = CellId {
    column: Column::Dreams,
    lane: None,
};

pub fn dreams(cards: Vec<Facts>, env: &Env, act: &Callback<Act>) -> El {
    let mut main = el("div", "").child(
        el("h2", "eyebrow")
            .set("id", "dreams-title")
            .child(icon("star"))
            .text(env.t("column-dreams")),
    );
    let mut more = el("div", "more");
    if cards.is_empty() && !(env.writes && env.is_family()) {
        main = main.child(el("p", "").text(env.t("empty-guest")));
    }
    for (index, facts) in cards.into_iter().enumerate() {
        let id = facts.card.card_id.to_string();
        let facts = Facts {
            first: index == 0,
            ..facts
        };
        let dream = part::<CardView>(
            CardProps {
                facts,
                env: env.clone(),
                act: act.clone(),
            },
            &id,
        );
        if index == 0 {
            main = main.child(dream)
        } else {
            more = more.child(dream)
        }
    }
    if env.writes {
        more = more.child(
            el("div", "")
                .key("add")
                .child(button("quiet", "plus", env.t("card-add-dream"), act, Act::Add(CELL))),
        );
    }
    el("section", "dreams")
        .set("aria-labelledby", "dreams-title")
        .set("data-col", "dreams")
        .set("data-cell", CELL.to_string())
        .child(main)
        .child(more)
}

/// A plan on which nothing lies yet begins with one question.
pub fn first_question(env: &Env, act: &Callback<Act>) -> El {
    let works = CellId {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
    };
    let stop = CellId {
        column: Column::NoMore,
        lane: None,
    };
    let first = button("btn main", "pen", env.t("card-add-dream"), act, Act::Add(CELL)).set("data-first", "true");
    let others = el("div", "others")
        .child(el("span", "").text(env.t("empty-or-begin")))
        .child(button("btn", "", env.t("empty-works"), act, Act::Add(works)))
        .child(button("btn", "", env.t("empty-nomore"), act, Act::Add(stop)));
    el("section", "q")
        .set("aria-labelledby", "first-question")
        .set("data-cell", CELL.to_string())
        .child(el("h2", "").set("id", "first-question").text(env.t("empty-dreams")))
        .child(el("p", "lead").text(env.t("empty-dreams-body")))
        .child(el("div", "others").child(first))
        .child(others)
}
