//! The places in a bar under the oak edge, where the thumb is. The style sheet shows it where the board is narrow.

use super::act::Act;
use super::kit::{Env, column_icon, icon, says, slug};
use shared::plan::{CellId, Column, Lane};
use yew::prelude::*;

pub fn phone_bar(chosen: Column, env: &Env, act: &Callback<Act>) -> Html {
    let (cell, key) = match chosen {
        Column::Dreams => (
            CellId {
                column: chosen,
                lane: None,
            },
            "card-add-dream",
        ),
        Column::NoMore => (
            CellId {
                column: chosen,
                lane: None,
            },
            "card-add-nomore",
        ),
        _ => (
            CellId {
                column: chosen,
                lane: Some(Lane::Soon),
            },
            "card-add",
        ),
    };
    let place = |column: Column| {
        let current = (column == chosen).then_some("true");
        html! {
            <li data-col={slug(column)}>
                <button type="button" aria-current={current} onclick={says(act, Act::Column(column))}>
                    <span class="glyph">{ icon(column_icon(column)) }</span>{ env.t(short(column)) }
                </button>
            </li>
        }
    };
    html! {
        <>
            if env.writes {
                <button type="button" class="btn main addrow" onclick={says(act, Act::Add(cell))}>{ icon("plus") }{ env.t(key) }</button>
            }
            <nav class="phonebar" aria-label={env.t("columns-choose")}><ul role="list">{ for Column::ALL.map(place) }</ul></nav>
        </>
    }
}

fn short(column: Column) -> &'static str {
    match column {
        Column::Dreams => "column-dreams-short",
        Column::Ourselves => "column-ourselves-short",
        Column::Network => "column-network-short",
        Column::Municipality => "column-municipality-short",
        Column::NoMore => "column-nomore-short",
    }
}
