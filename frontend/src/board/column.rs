//! A column: who does it. Its cells are the lanes, or one cell for help.

use super::act::Act;
use super::card::{CardView, Facts};
use super::kit::{Env, column_icon, column_key, icon, lane_key, quiet, says, slug};
use crate::say;
use shared::plan::{CARDS_IN_NOW, CellId, Column, Lane, Plan};
use yew::prelude::*;

/// Cards of one Done cell that are shown before someone asks for all of them.
const DONE_SHOWN: usize = 12;

/// What the columns draw from.
#[derive(Debug)]
pub struct Table<'a> {
    pub cells: Vec<(CellId, Vec<Facts>)>,
    /// Cells whose whole list someone has asked for.
    pub opened: &'a [CellId],
    /// How many cards of each list are drawn in this frame; the rest follow at once.
    pub most: usize,
    pub plan: &'a Plan,
    pub env: &'a Env,
    pub act: &'a Callback<Act>,
}

impl Table<'_> {
    pub fn column(&mut self, column: Column) -> Html {
        let env = self.env;
        let id = format!("col-{}", slug(column));
        let lane = |lane| CellId {
            column,
            lane: Some(lane),
        };
        let whole = CellId { column, lane: None };
        html! {
            <section key={slug(column)} class="col" data-col={slug(column)} aria-labelledby={id.clone()}>
                <header class="colhead">
                    <h3 {id}><span class="glyph">{ icon(column_icon(column)) }</span><span>{ env.t(column_key(column)) }</span></h3>
                    <div class="mat" aria-hidden="true"></div>
                </header>
                if column == Column::NoMore {
                    { self.cell(whole, "whole") }
                } else {
                    { self.cell(lane(Lane::Now), "n") }
                    { self.cell(lane(Lane::Soon), "s") }
                    if column == Column::Municipality { { self.cell(whole, "help") } }
                    { self.cell(lane(Lane::Done), "d") }
                }
            </section>
        }
    }

    fn cell(&mut self, cell: CellId, class: &'static str) -> Html {
        let (env, act) = (self.env, self.act);
        let cards = take(&mut self.cells, cell);
        let total = cards.len();
        let done = cell.lane == Some(Lane::Done);
        let folded = done && total > DONE_SHOWN && !self.opened.contains(&cell);
        let most = if folded { DONE_SHOWN } else { self.most };
        let card = |facts: Facts| {
            html! { <li key={facts.card.card_id.to_string()}><CardView {facts} env={env.clone()} act={act.clone()} /></li> }
        };
        let other = Some(self.plan.other_help(cell.column)).filter(|n| *n > 0 && cell.lane.is_none());
        html! {
            <div class={classes!("cell", class)} data-cell={cell.to_string()}>
                { heading(cell, total, env) }
                if total > 0 { <ul role="list">{ for cards.into_iter().take(most).map(card) }</ul> }
                if folded {
                    { quiet("down", env.t("show-all"), Some(format!("{}: {}", env.t("show-all"), env.place(cell))), says(act, Act::ShowAll(cell))) }
                }
                if let Some(other) = other {
                    <p class="strip">{ icon("hidden") }<span>{ say!(env.words, "column-other-help", n: other as usize) }</span></p>
                }
                { for (env.writes && !done).then(|| add(cell, total, env, act)) }
            </div>
        }
    }
}

/// A cell's cards, which are drawn once.
pub fn take(cells: &mut [(CellId, Vec<Facts>)], cell: CellId) -> Vec<Facts> {
    cells
        .iter_mut()
        .find(|(id, _)| *id == cell)
        .map(|(_, cards)| std::mem::take(cards))
        .unwrap_or_default()
}

/// On a desk the lane's name runs across all columns, and this one is for screen readers; on the phone it is seen.
fn heading(cell: CellId, total: usize, env: &Env) -> Html {
    match (cell.lane, cell.column) {
        (Some(lane), _) => {
            html! { <h4 class="sr">{ say!(env.words, "lane-count", lane: &env.t(lane_key(lane)), n: total) }</h4> }
        }
        (None, Column::Municipality) => html! { <h4 class="sub">{ env.t("column-help") }</h4> },
        (None, column) => {
            html! { <h4 class="sr">{ say!(env.words, "column-count", column: &env.t(column_key(column)), n: total) }</h4> }
        }
    }
}

/// An empty place asks its question; a place with cards offers one more.
fn add(cell: CellId, total: usize, env: &Env, act: &Callback<Act>) -> Html {
    let key = match (cell.lane, cell.column) {
        (Some(_), _) => "card-add",
        (None, Column::NoMore) => "card-add-nomore",
        (None, _) => "card-add-help",
    };
    let label = cell
        .lane
        .map(|lane| say!(env.words, "card-add-in", column: &env.t(column_key(cell.column)), lane: &env.t(lane_key(lane))));
    let question = match (cell.lane, cell.column) {
        (Some(Lane::Now), Column::Ourselves) => Some("empty-ourselves"),
        (Some(Lane::Now), Column::Network) => Some("empty-network"),
        (Some(Lane::Now), Column::Municipality) => Some("empty-municipality"),
        (None, Column::NoMore) => Some("empty-nomore"),
        _ => None,
    };
    match question.filter(|_| total == 0) {
        Some(question) => html! {
            <div class="invite"><p>{ env.t(question) }</p>{ quiet("plus", env.t(key), label, says(act, Act::Add(cell))) }</div>
        },
        None => html! {
            <button type="button" class="quiet addq" aria-label={label} onclick={says(act, Act::Add(cell))}>{ icon("plus") }{ env.t(key) }</button>
        },
    }
}

/// The names of the lanes, across all columns, with the three places of `Now`.
pub fn lane_names(in_now: usize, env: &Env) -> Html {
    let place = |n: usize| html! { <i class={classes!((n >= in_now).then_some("free"))} /> };
    html! {
        <>
            <p class="lanename n" aria-hidden="true">
                <b>{ env.t("lane-now") }</b>
                <span>{ say!(env.words, "lane-now-most", n: CARDS_IN_NOW) }</span>
                <span class="seatsleft">{ for (0..CARDS_IN_NOW).map(place) }</span>
            </p>
            <p class="lanename s" aria-hidden="true"><b>{ env.t("lane-soon") }</b></p>
            <p class="lanename d" aria-hidden="true"><b>{ env.t("lane-done") }</b></p>
        </>
    }
}
