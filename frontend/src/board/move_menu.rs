//! "Flyt…": every place a card can be dragged to, by tap or key, ending in the same `Drop`.

use super::act::Act;
use super::drag::{self, Drop, Spot};
use super::draw::{El, button, el, icon, nothing};
use super::kit::{Env, column_icon, column_key, lane_key, slug};
use super::sheet::{menu, sheet};
use crate::say;
use shared::ids::CardId;
use shared::plan::{CARDS_IN_NOW, Card, CellId, Column, Kind, Lane, Plan};
use std::sync::Arc;
use yew::prelude::*;

pub fn move_menu(plan: &Plan, card: &Arc<Card>, env: &Env, act: &Callback<Act>) -> Html {
    let targets = drag::targets(plan, card);
    let to = |cell: CellId| {
        let place = drag::place(&drag::others(plan, cell, card.card_id), Spot { cell, index: usize::MAX });
        Act::Drop(Drop {
            card_id: card.card_id,
            place,
        })
    };
    let choice = |is_here: bool, what: Act| {
        let here = is_here.then(|| el("span", "end").child(icon("check")).text(env.t("move-here")));
        let choice = el("button", "")
            .set("type", "button")
            .set("aria-pressed", if is_here { "true" } else { "false" });
        (choice.says(act, if is_here { Act::Close } else { what }), here)
    };
    let group = |label: &'static str| el("div", "").set("role", "group").set("aria-labelledby", label);
    let title = |label: &'static str| el("p", "k").set("id", label).text(env.t(label));
    let mut body = el("div", "menu");

    let mut columns = group("move-who");
    let mut count = 0;
    for column in Column::ALL {
        let lane = targets
            .iter()
            .find(|(cell, _)| cell.column == column && cell.lane == card.lane);
        let Some((cell, _)) = lane.or_else(|| targets.iter().find(|(cell, _)| cell.column == column)) else {
            continue;
        };
        let (choice, here) = choice(column == card.column, to(*cell));
        let glyph = el("span", "glyph").child(icon(column_icon(column)));
        columns = columns.child(
            choice
                .set("data-col", slug(column))
                .child(glyph)
                .text(env.t(column_key(column)))
                .maybe(here),
        );
        count += 1;
    }
    if count > 1 {
        body = body.child(title("move-who")).child(columns);
    }
    if card.kind == Kind::Goal {
        let full = now_is_full(plan, card);
        let mut lanes = group("move-when");
        for lane in Lane::ALL {
            let (choice, here) = choice(
                card.lane == Some(lane),
                to(CellId {
                    column: card.column,
                    lane: Some(lane),
                }),
            );
            let swap = lane == Lane::Now && full;
            let note = swap.then(|| el("small", "").text(env.t("move-now-full")));
            let end = swap.then(|| el("span", "end").child(icon("swap")).text(env.t("move-swap")));
            let name = el("span", "").text(env.t(lane_key(lane))).maybe(note);
            lanes = lanes.child(choice.set("data-lane", lane_key(lane)).child(name).maybe(end).maybe(here));
        }
        body = body.child(title("move-when")).child(lanes);
    }
    let up = nudge(plan, card, -1, "move-up", env, act);
    let down = nudge(plan, card, 1, "move-down", env, act);
    body = body.child(el("div", "two").child(up).child(down));
    menu(
        say!(env.words, "move-title", card: &card.words.words),
        env,
        act,
        vec![body.into()],
    )
}

/// One place up or down; the menu stays open.
fn nudge(plan: &Plan, card: &Card, by: isize, key: &'static str, env: &Env, act: &Callback<Act>) -> El {
    let spot = drag::spot_of(plan, card);
    let others = drag::others(plan, spot.cell, card.card_id);
    let index = spot.index.checked_add_signed(by).filter(|index| *index <= others.len());
    let button = el("button", "btn")
        .set("type", "button")
        .set("data-nudge", key)
        .child(icon(key))
        .text(env.t(key));
    match index {
        Some(index) => {
            let place = drag::place(&others, Spot { index, ..spot });
            button.says(
                act,
                Act::Drop(Drop {
                    card_id: card.card_id,
                    place,
                }),
            )
        }
        // Still there to be focused: a button that vanished under the finger would take the focus with it.
        None => button.set("aria-disabled", "true"),
    }
}

/// Whether `Now` has room for this card, as the person sees it.
pub fn now_is_full(plan: &Plan, card: &Card) -> bool {
    card.lane != Some(Lane::Now) && card.audience == shared::plan::Audience::Table && in_now(plan).len() >= CARDS_IN_NOW
}

/// The goals that take up a place in `Now`.
pub fn in_now(plan: &Plan) -> Vec<Arc<Card>> {
    let counts = |card: &&Arc<Card>| {
        card.kind == Kind::Goal && card.lane == Some(Lane::Now) && card.audience == shared::plan::Audience::Table
    };
    plan.cards().filter(counts).cloned().collect()
}

/// Three lie in `Now` already: which one waits?
pub fn swap_dialog(plan: &Plan, card_id: CardId, env: &Env, act: &Callback<Act>) -> Html {
    let Some(card) = plan.card(card_id) else { return nothing() };
    let mut body = el("div", "sheet").child(el("p", "").text(say!(env.words, "swap-body", card: &card.words.words)));
    for other in in_now(plan) {
        let words = say!(env.words, "swap-with", card: &other.words.words);
        let one = button("btn", "swap", words, act, Act::SwapWith(other.card_id)).set("data-swap", other.card_id.to_string());
        body = body.child(one);
    }
    body = body.child(button("btn soft", "", env.t("swap-no"), act, Act::Close));
    sheet(env.t("swap-title"), env, act, vec![body.into()])
}
