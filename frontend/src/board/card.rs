//! One card: paper on the table. Drawn again only when something on it has changed.

use super::act::{Act, Also, Written};
use super::agreement;
use super::kit::{Env, face, icon, plate, quiet, same, says, slug};
use crate::say;
use shared::ids::MemberId;
use shared::plan::{Agreement, Audience, Card, Column, Duty, Kind, Lane, Orphan, Role, Text};
use std::sync::Arc;
use yew::prelude::*;

/// Everything a card shows.
#[derive(Clone, Debug)]
pub struct Facts {
    pub card: Arc<Card>,
    pub agreements: Vec<(Arc<Agreement>, Option<Orphan>)>,
    /// The dream it serves.
    pub serves: Option<Arc<Card>>,
    /// Someone else who has the card open to write.
    pub writer: Option<MemberId>,
    /// Someone who has proposed to change it.
    pub proposer: Option<MemberId>,
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        let serves = match (&self.serves, &other.serves) {
            (Some(a), Some(b)) => same(a, b),
            (None, None) => true,
            _ => false,
        };
        let agreements = self.agreements.len() == other.agreements.len()
            && self
                .agreements
                .iter()
                .zip(&other.agreements)
                .all(|((a, x), (b, y))| x == y && same(a, b));
        serves && agreements && same(&self.card, &other.card) && (self.writer, self.proposer) == (other.writer, other.proposer)
    }
}

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct CardProps {
    pub facts: Facts,
    pub env: Env,
    pub act: Callback<Act>,
}

#[derive(Debug)]
pub struct CardView;

impl Component for CardView {
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        CardView
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CardProps { facts, env, act } = ctx.props();
        match facts.card.lane {
            Some(Lane::Done) => flat(facts, env, act),
            _ => paper(facts, env, act),
        }
    }
}

fn paper(facts: &Facts, env: &Env, act: &Callback<Act>) -> Html {
    let card = &*facts.card;
    let big = card.lane == Some(Lane::Now);
    html! {
        <article class={classes!("card", big.then_some("big"))} data-col={slug(card.column)} data-is={state(facts)}
            data-card={card.card_id.to_string()}>
            { badge(facts, env) }
            { plate(card.picture.as_deref()) }
            { serves(facts, env) }
            { grip(facts, env) }
            <h5 class="title" dir="auto">{ &card.words.words }</h5>
            if !card.when.words.is_empty() { <p class="when" dir="auto">{ &card.when.words }</p> }
            <div class="facts">
                { holder(card.who, env) }
                { tag(card.duty, env) }
            </div>
            { agreement::list(&facts.agreements, env, act) }
            { strips(facts, env, act) }
            { acts(facts, env, act) }
        </article>
    }
}

/// In Done a card lies flat, without shadow.
fn flat(facts: &Facts, env: &Env, act: &Callback<Act>) -> Html {
    let card = &*facts.card;
    let done = card
        .done_at
        .and_then(crate::clock::day_of)
        .map(|day| say!(env.words, "card-done-on", date: &env.intl.day(day)));
    html! {
        <article class="card flat" data-col={slug(card.column)} data-card={card.card_id.to_string()}>
            <span class="tick" aria-hidden="true">{ icon("check") }</span>
            <div>
                <h5 class="title" dir="auto">{ &card.words.words }</h5>
                if let Some(done) = done { <p class="small">{ done }</p> }
                { acts(facts, env, act) }
            </div>
            { grip(facts, env) }
        </article>
    }
}

/// What the edge of the paper tells. One thing at a time, the most pressing first.
fn state(facts: &Facts) -> Option<&'static str> {
    let orphan = |wanted: fn(&Orphan) -> bool| facts.agreements.iter().any(|(_, orphan)| orphan.as_ref().is_some_and(wanted));
    if facts.writer.is_some() {
        Some("edited")
    } else if orphan(|orphan| matches!(orphan, Orphan::NoHolder | Orphan::HolderLeft)) {
        Some("orphan")
    } else if orphan(|orphan| *orphan == Orphan::PastDue) {
        Some("overdue")
    } else {
        (facts.card.column == Column::NoMore).then_some("stopping")
    }
}

fn badge(facts: &Facts, env: &Env) -> Html {
    let Some(writer) = facts.writer.and_then(|id| env.member(id)) else {
        return html! {};
    };
    html! {
        <p class="badge">
            { face(writer) }
            { say!(env.words, "here-writes-card", name: env.name(writer.member_id)) }
            { " " }
            <span class="dots" aria-hidden="true"><i /><i /><i /></span>
        </p>
    }
}

fn serves(facts: &Facts, env: &Env) -> Html {
    let card = &*facts.card;
    match &facts.serves {
        Some(dream) => html! {
            <p class="serves">
                { icon("star") }
                <span class="sr">{ say!(env.words, "card-serves-dream", dream: &dream.words.words) }</span>
                <span aria-hidden="true" dir="auto">{ &dream.words.words }</span>
            </p>
        },
        None if card.kind == Kind::Goal && card.lane == Some(Lane::Now) => {
            html! { <p class="serves none">{ env.t("card-serves-nothing") }</p> }
        }
        None => html! {},
    }
}

pub fn grip(facts: &Facts, env: &Env) -> Html {
    if !env.writes {
        return html! {};
    }
    let name = format!("{}: {}", env.t("move-grip"), facts.card.words.words);
    html! {
        <button type="button" class="grip" data-grip="true" aria-label={name} aria-describedby="drag-how">{ icon("grip") }</button>
    }
}

pub fn holder(who: Option<MemberId>, env: &Env) -> Html {
    let Some(member) = who.and_then(|id| env.member(id)) else {
        return html! {};
    };
    let name = crate::board::kit::first_name(&member.name);
    let family = matches!(member.role, Role::Family | Role::Child);
    let text = if family || member.relation.is_empty() {
        name.to_owned()
    } else {
        say!(env.words, "person-and-relation", name: name, relation: &member.relation)
    };
    html! { <p class="holder">{ face(member) }<b dir="auto">{ text }</b></p> }
}

fn tag(duty: Option<Duty>, env: &Env) -> Html {
    match duty {
        Some(Duty::Voluntary) => html! { <span class="tag free">{ icon("hand") }{ env.t("duty-voluntary") }</span> },
        Some(Duty::Duty) => html! { <span class="tag duty">{ icon("duty") }{ env.t("duty-duty") }</span> },
        None => html! {},
    }
}

fn strips(facts: &Facts, env: &Env, act: &Callback<Act>) -> Html {
    let card = &*facts.card;
    let id = card.card_id;
    let proposer = facts.proposer.map(|by| {
        let key = if by == env.me {
            env.t("proposal-mine")
        } else {
            say!(env.words, "proposal-on-card", name: env.name(by))
        };
        html! { <p class="strip wait">{ icon("wait") }<span>{ key }</span></p> }
    });
    let stopping = (card.column == Column::NoMore).then(|| {
        html! { <p class="strip wait">{ icon("wait") }<span>{ env.t("nomore-said") }</span></p> }
    });
    html! {
        <>
            { for stopping }
            { for proposer }
            { audience(&card.audience, env) }
            { also(&card.words, Written::Words(id), env, act) }
            { also(&card.when, Written::When(id), env, act) }
            { also(&card.why, Written::Why(id), env, act) }
        </>
    }
}

fn audience(audience: &Audience, env: &Env) -> Html {
    let text = match audience {
        Audience::Table => return html! {},
        Audience::Family => env.t("audience-is-family"),
        Audience::Only(members) if members.len() == 1 => env.t("audience-is-only-me"),
        Audience::Only(members) => {
            say!(env.words, "audience-is-only", names: &env.intl.list(members.iter().map(|id| env.name(*id))))
        }
    };
    html! { <p class="strip">{ icon("hidden") }<span>{ text }</span></p> }
}

/// "Alma skrev også": no word is lost when two write at once.
pub fn also(text: &Text, written: Written, env: &Env, act: &Callback<Act>) -> Html {
    let Some(also) = &text.also else { return html! {} };
    let name = env.name(also.by);
    html! {
        <div class="strip also">
            { icon("voices") }
            <span dir="auto">
                { say!(env.words, "also-wrote", name: name, words: &also.words) }
                if env.is_family() && env.writes {
                    { " " }
                    <button type="button" class="link" onclick={says(act, Act::Also(written, Also::Take))}>
                        { say!(env.words, "also-take", name: name) }
                    </button>
                    { " " }
                    <button type="button" class="link" onclick={says(act, Act::Also(written, Also::Leave))}>
                        { env.t("also-keep") }
                    </button>
                }
            </span>
        </div>
    }
}

pub fn acts(facts: &Facts, env: &Env, act: &Callback<Act>) -> Html {
    let id = facts.card.card_id;
    let words = &facts.card.words.words;
    html! {
        <div class="acts">
            if env.writes {
                <button type="button" class="quiet" data-move="true" aria-haspopup="dialog" onclick={says(act, Act::Move(id))}
                    aria-label={say!(env.words, "move-title", card: words)}>{ icon("move") }{ env.t("move") }</button>
                <button type="button" class="quiet" data-edit="true" aria-haspopup="dialog" onclick={says(act, Act::Edit(id))}
                    aria-label={say!(env.words, "card-edit-title", card: words)}>{ icon("pen") }{ env.t("card-edit") }</button>
            }
            if env.listens {
                { quiet("listen", env.t("listen"), Some(say!(env.words, "listen-card", card: words)), says(act, Act::Listen(id))) }
            }
        </div>
    }
}
