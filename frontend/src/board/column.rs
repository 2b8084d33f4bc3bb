//! A column: who does it. Its cells are the lanes, or one cell for help.

use super::act::Act;
use super::card::{CardProps, CardView, Facts, strip};
use super::draw::{El, button, el, icon, nodes, part};
use super::kit::{Env, column_icon, column_key, lane_key, slug};
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
    pub fn column(&mut self, column: Column) -> El {
        let env = self.env;
        let id = format!("col-{}", slug(column));
        let lane = |lane| CellId {
            column,
            lane: Some(lane),
        };
        let whole = CellId { column, lane: None };
        let glyph = el("span", "glyph").child(icon(column_icon(column)));
        let title = el("h3", "")
            .set("id", id.clone())
            .child(glyph)
            .child(el("span", "").text(env.t(column_key(column))));
        let head = el("header", "colhead")
            .child(title)
            .child(el("div", "mat").set("aria-hidden", "true"));
        let mut drawn = el("section", "col")
            .key(slug(column))
            .set("data-col", slug(column))
            .set("aria-labelledby", id)
            .child(head);
        let cells: &[(CellId, &'static str)] = match column {
            Column::NoMore => &[(whole, "cell whole")],
            Column::Municipality => &[
                (lane(Lane::Now), "cell n"),
                (lane(Lane::Soon), "cell s"),
                (whole, "cell help"),
                (lane(Lane::Done), "cell d"),
            ],
            _ => &[
                (lane(Lane::Now), "cell n"),
                (lane(Lane::Soon), "cell s"),
                (lane(Lane::Done), "cell d"),
            ],
        };
        for (cell, class) in cells {
            drawn = drawn.child(self.cell(*cell, class));
        }
        drawn
    }

    fn cell(&mut self, cell: CellId, class: &'static str) -> El {
        let (env, act) = (self.env, self.act);
        let cards = take(&mut self.cells, cell);
        let total = cards.len();
        let done = cell.lane == Some(Lane::Done);
        let folded = done && total > DONE_SHOWN && !self.opened.contains(&cell);
        let most = if folded { DONE_SHOWN } else { self.most };
        let mut list = el("ul", "").set("role", "list");
        for facts in cards.into_iter().take(most) {
            let id = facts.card.card_id.to_string();
            list = list.child(el("li", "").key(&id).child(part::<CardView>(
                CardProps {
                    facts,
                    env: env.clone(),
                    act: act.clone(),
                },
                "card",
            )));
        }
        let show_all = folded.then(|| {
            let label = format!("{}: {}", env.t("show-all"), env.place(cell));
            button("quiet", "down", env.t("show-all"), act, Act::ShowAll(cell)).set("aria-label", label)
        });
        let other = Some(self.plan.other_help(cell.column)).filter(|n| *n > 0 && cell.lane.is_none());
        let other = other.map(|n| strip("strip", "hidden", say!(env.words, "column-other-help", n: n as usize)));
        el("div", class)
            .set("data-cell", cell.to_string())
            .child(heading(cell, total, env))
            .maybe((total > 0).then_some(list))
            .maybe(show_all)
            .maybe(other)
            .maybe((env.writes && !done).then(|| add(cell, total, env, act)))
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
fn heading(cell: CellId, total: usize, env: &Env) -> El {
    match (cell.lane, cell.column) {
        (Some(lane), _) => el("h4", "sr").text(say!(env.words, "lane-count", lane: &env.t(lane_key(lane)), n: total)),
        (None, Column::Municipality) => el("h4", "sub").text(env.t("column-help")),
        (None, column) => el("h4", "sr").text(say!(env.words, "column-count", column: &env.t(column_key(column)), n: total)),
    }
}

/// An empty place asks its question; a place with cards offers one more.
fn add(cell: CellId, total: usize, env: &Env, act: &Callback<Act>) -> El {
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
    let asks = question.filter(|_| total == 0);
    let class = if asks.is_some() { "quiet" } else { "quiet addq" };
    let button = button(class, "plus", env.t(key), act, Act::Add(cell)).set_some("aria-label", label);
    match asks {
        Some(question) => el("div", "invite").child(el("p", "").text(env.t(question))).child(button),
        None => button,
    }
}

/// The names of the lanes, across all columns, with the three places of `Now`.
pub fn lane_names(in_now: usize, env: &Env) -> Html {
    let mut places = el("span", "seatsleft");
    for n in 0..CARDS_IN_NOW {
        places = places.child(el("i", if n < in_now { "" } else { "free" }));
    }
    let name = |class, key: &str| el("p", class).set("aria-hidden", "true").child(el("b", "").text(env.t(key)));
    let most = el("span", "").text(say!(env.words, "lane-now-most", n: CARDS_IN_NOW));
    nodes(vec![
        name("lanename n", "lane-now").child(most).child(places).into(),
        name("lanename s", "lane-soon").into(),
        name("lanename d", "lane-done").into(),
    ])
}
