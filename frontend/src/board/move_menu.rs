//! "Flyt…": every place a card can be dragged to, by tap or key, ending in the same `Drop`.

use super::act::Act;
use super::drag::{self, Drop, Spot};
use super::kit::{Env, column_icon, column_key, icon, lane_key, says, slug};
use super::sheet::Sheet;
use crate::say;
use shared::ids::CardId;
use shared::plan::{CARDS_IN_NOW, Card, CellId, Column, Kind, Lane, Plan};
use std::sync::Arc;
use yew::prelude::*;

pub fn move_menu(plan: &Plan, card: &Arc<Card>, env: &Env, act: &Callback<Act>) -> Html {
    let targets = drag::targets(plan, card);
    let title = say!(env.words, "move-title", card: &card.words.words);
    let mut columns: Vec<Column> = targets.iter().map(|(cell, _)| cell.column).collect();
    columns.dedup();
    let to = |cell: CellId| {
        let place = drag::place(&drag::others(plan, cell, card.card_id), Spot { cell, index: usize::MAX });
        says(
            act,
            Act::Drop(Drop {
                card_id: card.card_id,
                place,
            }),
        )
    };
    let here = |yes: bool| yes.then(|| html! { <span class="end">{ icon("check") }{ env.t("move-here") }</span> });
    let column = |column: Column| {
        let is_here = column == card.column;
        let lane = targets
            .iter()
            .find(|(cell, _)| cell.column == column && cell.lane == card.lane);
        let cell = lane
            .or_else(|| targets.iter().find(|(cell, _)| cell.column == column))
            .map(|(cell, _)| *cell);
        let onclick = cell.filter(|_| !is_here).map_or_else(|| says(act, Act::Close), to);
        html! {
            <button type="button" data-col={slug(column)} aria-pressed={is_here.to_string()} {onclick}>
                <span class="glyph">{ icon(column_icon(column)) }</span>{ env.t(column_key(column)) }{ for here(is_here) }
            </button>
        }
    };
    let full = now_is_full(plan, card);
    let lane = |lane: Lane| {
        let is_here = card.lane == Some(lane);
        let onclick = if is_here {
            says(act, Act::Close)
        } else {
            to(CellId {
                column: card.column,
                lane: Some(lane),
            })
        };
        let swap = lane == Lane::Now && full && !is_here;
        html! {
            <button type="button" data-lane={lane_key(lane)} aria-pressed={is_here.to_string()} {onclick}>
                <span>{ env.t(lane_key(lane)) } if swap { <small>{ env.t("move-now-full") }</small> }</span>
                if swap { <span class="end">{ icon("swap") }{ env.t("move-swap") }</span> }
                { for here(is_here) }
            </button>
        }
    };
    html! {
        <Sheet beside=true class="move" {title} env={env.clone()} act={act.clone()}>
            <div class="menu">
            if columns.len() > 1 {
                <p class="k" id="move-who">{ env.t("move-who") }</p>
                <div role="group" aria-labelledby="move-who">{ for columns.into_iter().map(column) }</div>
            }
            if card.kind == Kind::Goal {
                <p class="k" id="move-when">{ env.t("move-when") }</p>
                <div role="group" aria-labelledby="move-when">{ for Lane::ALL.map(lane) }</div>
            }
            <div class="two">
                { nudge(plan, card, -1, "move-up", "move-up", env, act) }
                { nudge(plan, card, 1, "move-down", "move-down", env, act) }
            </div>
            </div>
        </Sheet>
    }
}

/// One place up or down; the menu stays open.
fn nudge(plan: &Plan, card: &Card, by: isize, sign: &'static str, key: &str, env: &Env, act: &Callback<Act>) -> Html {
    let spot = drag::spot_of(plan, card);
    let others = drag::others(plan, spot.cell, card.card_id);
    let index = spot.index.checked_add_signed(by).filter(|index| *index <= others.len());
    let onclick = index.map(|index| {
        let place = drag::place(&others, Spot { index, ..spot });
        says(
            act,
            Act::Drop(Drop {
                card_id: card.card_id,
                place,
            }),
        )
    });
    html! {
        <button type="button" class="btn" data-nudge={key.to_owned()} disabled={onclick.is_none()} {onclick}>{ icon(sign) }{ env.t(key) }</button>
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
    let Some(card) = plan.card(card_id) else { return html! {} };
    let one = |other: Arc<Card>| {
        html! {
            <button type="button" class="btn" data-swap={other.card_id.to_string()} onclick={says(act, Act::SwapWith(other.card_id))}>
                { icon("swap") }<span dir="auto">{ say!(env.words, "swap-with", card: &other.words.words) }</span>
            </button>
        }
    };
    html! {
        <Sheet class="swap" title={env.t("swap-title")} env={env.clone()} act={act.clone()}>
            <p>{ say!(env.words, "swap-body", card: &card.words.words) }</p>
            { for in_now(plan).into_iter().map(one) }
            <button type="button" class="btn soft" onclick={says(act, Act::Close)}>{ env.t("swap-no") }</button>
        </Sheet>
    }
}
