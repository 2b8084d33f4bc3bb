//! The places in a bar under the oak edge, where the thumb is. The style sheet shows it where the board is narrow.

use super::act::Act;
use super::draw::{button, el, icon, nodes};
use super::kit::{Env, column_icon, slug};
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
    let mut places = el("ul", "").set("role", "list");
    for column in Column::ALL {
        let place = el("button", "")
            .set("type", "button")
            .set_some("aria-current", (column == chosen).then_some("true"))
            .says(act, Act::Column(column))
            .child(el("span", "glyph").child(icon(column_icon(column))))
            .text(env.t(short(column)));
        places = places.child(el("li", "").set("data-col", slug(column)).child(place));
    }
    let bar = el("nav", "phonebar").set("aria-label", env.t("columns-choose")).child(places);
    let add = env
        .writes
        .then(|| button("btn main addrow", "plus", env.t(key), act, Act::Add(cell)));
    nodes(add.into_iter().chain([bar]).map(Html::from).collect())
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
