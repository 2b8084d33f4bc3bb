//! Where the table is darkest: the dreams, the first of them in the largest words on the screen.

use super::act::{Act, Written};
use super::card::{Facts, acts, also, grip};
use super::kit::{Env, icon, plate, quiet, says};
use shared::plan::{Audience, CellId, Column, Lane};
use yew::prelude::*;

pub const CELL: CellId = CellId {
    column: Column::Dreams,
    lane: None,
};

pub fn dreams(cards: Vec<Facts>, env: &Env, act: &Callback<Act>) -> Html {
    let mut cards = cards.into_iter().map(|facts| (facts.card.card_id.to_string(), facts));
    let one = |first: bool| move |(key, facts): (String, Facts)| html! { <DreamView {key} {first} {facts} env={env.clone()} act={act.clone()} /> };
    let first = cards.next();
    let empty = first.is_none();
    let add = env.writes.then(|| {
        html! { <div key="add">{ quiet("plus", env.t("card-add-dream"), None, says(act, Act::Add(CELL))) }</div> }
    });
    html! {
        <section class="dreams" aria-labelledby="dreams-title" data-col="dreams" data-cell={CELL.to_string()}>
            <div>
                <h2 class="eyebrow" id="dreams-title">{ icon("star") }{ env.t("column-dreams") }</h2>
                { for first.map(one(true)) }
                if empty && !(env.writes && env.is_family()) { <p>{ env.t("empty-guest") }</p> }
            </div>
            <div class="more">{ for cards.map(one(false)) }{ for add }</div>
        </section>
    }
}

/// A plan on which nothing lies yet begins with one question.
pub fn first_question(env: &Env, act: &Callback<Act>) -> Html {
    let works = CellId {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
    };
    let stop = CellId {
        column: Column::NoMore,
        lane: None,
    };
    html! {
        <section class="q" aria-labelledby="first-question" data-cell={CELL.to_string()}>
            <h2 id="first-question">{ env.t("empty-dreams") }</h2>
            <p class="lead">{ env.t("empty-dreams-body") }</p>
            <div class="others">
                <button type="button" class="btn main" data-first="true" onclick={says(act, Act::Add(CELL))}>
                    { icon("pen") }{ env.t("card-add-dream") }
                </button>
            </div>
            <div class="others">
                <span>{ env.t("empty-or-begin") }</span>
                <button type="button" class="btn" onclick={says(act, Act::Add(works))}>{ env.t("empty-works") }</button>
                <button type="button" class="btn" onclick={says(act, Act::Add(stop))}>{ env.t("empty-nomore") }</button>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct DreamProps {
    pub first: bool,
    pub facts: Facts,
    pub env: Env,
    pub act: Callback<Act>,
}

#[derive(Debug)]
pub struct DreamView;

impl Component for DreamView {
    type Message = ();
    type Properties = DreamProps;

    fn create(_: &Context<Self>) -> Self {
        DreamView
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let DreamProps { first, facts, env, act } = ctx.props();
        let card = &*facts.card;
        let whose = match card.who {
            Some(who) => env.name(who).to_owned(),
            None => env.t("whole-family"),
        };
        html! {
            <article class={classes!("dream", if *first { "first" } else { "lesser" })} data-card={card.card_id.to_string()}
                data-is={facts.writer.map(|_| "edited")}>
                { plate(card.picture.as_deref()) }
                <h3 dir="auto">{ &card.words.words }</h3>
                <div>
                    <p>{ whose }</p>
                    if card.audience != Audience::Table { <p>{ icon("hidden") }{ env.t("audience-is-family") }</p> }
                    { also(&card.words, Written::Words(card.card_id), env, act) }
                    { acts(facts, env, act) }
                </div>
                { grip(facts, env) }
            </article>
        }
    }
}
