//! The dialog in which a card is written. It keeps its own words while others change the plan around it.

use super::act::{Act, Instead, Wish};
use super::drag;
use super::kit::{Env, icon, plate, says, slug};
use super::sheet::{Sheet, field, member_options, option, problem_line, value_of, why_field};
use crate::say;
use shared::ids::{CardId, MemberId};
use shared::plan::{
    Agreement, Assign, Audience, Card, CardEdit, CellId, Column, Duty, Intent, Kind, Lane, NewCard, Place, Refusal, TextEdit,
    is_legal,
};
use std::sync::Arc;
use web_sys::MouseEvent;
use yew::prelude::*;

/// A card as it stands in the dialog.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// The card as it was when the dialog opened; none when it is new.
    pub card: Option<Arc<Card>>,
    pub kind: Kind,
    pub cell: CellId,
    pub words: String,
    pub when: String,
    pub why: String,
    pub who: Option<MemberId>,
    pub serves: Option<CardId>,
    pub audience: Audience,
    pub picture: Option<String>,
    pub duty: Option<Duty>,
    pub instead: Option<Instead>,
}

impl Draft {
    pub fn new(cell: CellId) -> Self {
        let kind = match (cell.column, cell.lane) {
            (Column::Dreams, _) => Kind::Dream,
            (_, Some(_)) => Kind::Goal,
            (_, None) => Kind::Help,
        };
        Draft {
            card: None,
            kind,
            cell,
            words: String::new(),
            when: String::new(),
            why: String::new(),
            who: None,
            serves: None,
            audience: Audience::Table,
            picture: None,
            duty: None,
            instead: None,
        }
    }

    pub fn of(card: &Arc<Card>) -> Self {
        Draft {
            kind: card.kind,
            cell: CellId {
                column: card.column,
                lane: card.lane,
            },
            words: card.words.words.clone(),
            when: card.when.words.clone(),
            why: card.why.words.clone(),
            who: card.who,
            serves: card.serves,
            audience: card.audience.clone(),
            picture: card.picture.clone(),
            duty: card.duty,
            card: Some(card.clone()),
            instead: None,
        }
    }

    /// What a proposal would add, so that the family can make it their own.
    pub fn of_new(new: &NewCard) -> Self {
        Draft {
            kind: new.kind,
            words: new.words.clone(),
            when: new.when.clone(),
            why: new.why.clone(),
            who: new.who,
            serves: new.serves,
            audience: new.audience.clone(),
            picture: new.picture.clone(),
            duty: new.duty,
            ..Draft::new(new.place.cell())
        }
    }

    /// The card with a proposed edit on top.
    pub fn of_edit(card: &Arc<Card>, edit: &CardEdit) -> Self {
        let mut draft = Draft::of(card);
        let put = |text: &Option<TextEdit>, into: &mut String| {
            if let Some(text) = text {
                into.clone_from(&text.to);
            }
        };
        put(&edit.words, &mut draft.words);
        put(&edit.when, &mut draft.when);
        put(&edit.why, &mut draft.why);
        if let Some(who) = &edit.who {
            draft.who = who.clone().into_option();
        }
        if let Some(serves) = &edit.serves {
            draft.serves = serves.clone().into_option();
        }
        if let Some(picture) = &edit.picture {
            draft.picture = picture.clone().into_option();
        }
        draft
    }

    /// Only what differs from the card as it was; `None` when nothing does.
    pub fn intent(&self) -> Option<Intent> {
        let Some(was) = &self.card else {
            return Some(Intent::AddCard(NewCard {
                kind: self.kind,
                place: Place::end_of(self.cell),
                words: self.words.clone(),
                when: self.when.clone(),
                why: self.why.clone(),
                who: self.who,
                serves: self.serves,
                audience: self.audience.clone(),
                picture: self.picture.clone(),
                duty: self.duty,
            }));
        };
        let text = |was: &str, now: &str| {
            (was != now).then(|| TextEdit {
                from: was.to_owned(),
                to: now.to_owned(),
            })
        };
        let edit = CardEdit {
            words: text(&was.words.words, &self.words),
            when: text(&was.when.words, &self.when),
            why: text(&was.why.words, &self.why),
            who: (self.who != was.who).then(|| Assign::from(self.who)),
            serves: (self.serves != was.serves).then(|| Assign::from(self.serves)),
            audience: (self.audience != was.audience).then(|| self.audience.clone()),
            picture: (self.picture != was.picture).then(|| Assign::from(self.picture.clone())),
        };
        (edit != CardEdit::default()).then_some(Intent::EditCard {
            card_id: was.card_id,
            edit,
        })
    }
}

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct EditorProps {
    pub draft: Draft,
    pub dreams: Vec<Arc<Card>>,
    pub agreements: Vec<Arc<Agreement>>,
    pub env: Env,
    pub act: Callback<Act>,
    pub problem: Option<Refusal>,
}

#[derive(Debug)]
pub struct Editor {
    draft: Draft,
    why: String,
}

#[derive(Debug)]
pub enum Msg {
    Words(String),
    When(String),
    Why(String),
    Who(String),
    Serves(String),
    Cell(String),
    Audience(String),
    Duty(String),
    Picture(Option<String>),
    ProposeWhy(String),
    Send(Option<Act>),
}

impl Component for Editor {
    type Message = Msg;
    type Properties = EditorProps;

    fn create(ctx: &Context<Self>) -> Self {
        Editor {
            draft: ctx.props().draft.clone(),
            why: String::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let draft = &mut self.draft;
        match msg {
            Msg::Words(text) => draft.words = text,
            Msg::When(text) => draft.when = text,
            Msg::Why(text) => draft.why = text,
            Msg::Who(id) => draft.who = id.parse().ok(),
            Msg::Serves(id) => draft.serves = id.parse().ok(),
            Msg::Cell(cell) => draft.cell = cell.parse().unwrap_or(draft.cell),
            Msg::Audience(audience) => {
                draft.audience = match audience.as_str() {
                    "family" => Audience::Family,
                    "me" => Audience::Only([ctx.props().env.me].into()),
                    _ => Audience::Table,
                }
            }
            Msg::Duty(duty) => {
                draft.duty = match duty.as_str() {
                    "voluntary" => Some(Duty::Voluntary),
                    "duty" => Some(Duty::Duty),
                    _ => None,
                }
            }
            Msg::Picture(picture) => draft.picture = picture,
            Msg::ProposeWhy(why) => self.why = why,
            Msg::Send(then) => {
                let act = &ctx.props().act;
                match draft.intent() {
                    Some(intent) => {
                        let (why, instead) = (self.why.clone(), draft.instead.clone());
                        act.emit(Act::Wish(Box::new(Wish {
                            intent,
                            why,
                            instead,
                            then: then.map(Box::new),
                        })));
                    }
                    None => act.emit(then.unwrap_or(Act::Close)),
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let EditorProps { env, act, problem, .. } = ctx.props();
        let link = ctx.link();
        let submit = link.callback(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Send(None)
        });
        let text = |msg: fn(String) -> Msg| link.callback(move |event: InputEvent| msg(value_of(&event)));
        let hint = env.t("card-when-hint");
        html! {
            <Sheet class="editor" title={self.title(env)} env={env.clone()} act={act.clone()}>
                <form onsubmit={submit} novalidate=true data-col={slug(self.draft.cell.column)}>
                    { field("card-words", env.t("card-words"), html! {
                        <textarea id="card-words" class="in words" rows="2" dir="auto" autofocus=true
                            value={self.draft.words.clone()} oninput={text(Msg::Words)} />
                    }) }
                    if self.draft.kind != Kind::Dream {
                        { field("card-when", env.t("card-when"), html! {
                            <input id="card-when" class="in" dir="auto" value={self.draft.when.clone()} oninput={text(Msg::When)}
                                placeholder={hint} />
                        }) }
                    }
                    { self.choices(ctx) }
                    { field("card-why", env.t("card-why"), html! {
                        <textarea id="card-why" class="in" rows="2" dir="auto" value={self.draft.why.clone()} oninput={text(Msg::Why)} />
                    }) }
                    { self.pictures(ctx) }
                    { self.agreements(ctx) }
                    if env.proposes { { why_field(env, &self.why, link.callback(Msg::ProposeWhy)) } }
                    { problem_line(*problem, env) }
                    { self.buttons(ctx) }
                </form>
            </Sheet>
        }
    }
}

impl Editor {
    fn title(&self, env: &Env) -> String {
        match (&self.draft.card, &self.draft.instead) {
            (_, Some(_)) => env.t("proposal-change-title"),
            (Some(card), None) => say!(env.words, "card-edit-title", card: &card.words.words),
            (None, None) => env.t(match (self.draft.kind, self.draft.cell.column) {
                (Kind::Dream, _) => "card-add-title-dream",
                (Kind::Help, Column::NoMore) => "card-add-title-nomore",
                (Kind::Help, _) => "card-add-title-help",
                (Kind::Goal, _) => "card-add-title",
            }),
        }
    }

    fn choices(&self, ctx: &Context<Self>) -> Html {
        let EditorProps { env, dreams, .. } = ctx.props();
        let draft = &self.draft;
        let link = ctx.link();
        let chosen = |msg: fn(String) -> Msg| link.callback(move |event: Event| msg(value_of(&event)));
        let places = drag::cells().filter(|cell| is_legal(draft.kind, cell.column, cell.lane) && cell.lane != Some(Lane::Done));
        let place = |cell: CellId| option(cell.to_string(), env.place(cell), cell == draft.cell);
        let dream = |card: &Arc<Card>| {
            option(
                card.card_id.to_string(),
                card.words.words.clone(),
                draft.serves == Some(card.card_id),
            )
        };
        let who = env.t(if draft.kind == Kind::Help {
            "card-who-help"
        } else {
            "card-who"
        });
        let mut audiences = vec![
            ("table", "audience-table"),
            ("family", "audience-family"),
            ("me", "audience-only-me"),
        ];
        let audience = match &draft.audience {
            Audience::Table => "table",
            Audience::Family => "family",
            Audience::Only(members) if members.len() == 1 && members.contains(&env.me) => "me",
            Audience::Only(_) => {
                audiences.push(("only", "audience-only"));
                "only"
            }
        };
        html! {
            <>
                if draft.card.is_none() && draft.kind == Kind::Goal {
                    { field("card-place", env.t("card-place"), html! {
                        <select id="card-place" class="in" onchange={chosen(Msg::Cell)}>{ for places.map(place) }</select>
                    }) }
                }
                { field("card-who", who, html! {
                    <select id="card-who" class="in" onchange={chosen(Msg::Who)}>
                        { member_options(env, draft.who, &env.t("card-who-nobody")) }
                    </select>
                }) }
                if draft.kind == Kind::Goal && !dreams.is_empty() {
                    { field("card-serves", env.t("card-serves"), html! {
                        <select id="card-serves" class="in" onchange={chosen(Msg::Serves)}>
                            { option(String::new(), env.t("card-serves-none"), draft.serves.is_none()) }
                            { for dreams.iter().map(dream) }
                        </select>
                    }) }
                }
                if draft.card.is_none() && draft.kind == Kind::Goal && draft.cell.column == Column::Municipality {
                    { field("card-duty", env.t("duty-label"), html! {
                        <select id="card-duty" class="in" onchange={chosen(Msg::Duty)}>
                            { option(String::new(), env.t("duty-neither"), draft.duty.is_none()) }
                            { option("voluntary".into(), env.t("duty-voluntary"), draft.duty == Some(Duty::Voluntary)) }
                            { option("duty".into(), env.t("duty-duty"), draft.duty == Some(Duty::Duty)) }
                        </select>
                    }) }
                }
                if !env.proposes {
                    { field("card-audience", env.t("audience-label"), html! {
                        <select id="card-audience" class="in" onchange={chosen(Msg::Audience)}>
                            { for audiences.iter().map(|(value, key)| option((*value).into(), env.t(key), *value == audience)) }
                        </select>
                    }) }
                    if audience != "table" { <p class="strip">{ icon("hidden") }<span>{ env.t("audience-stored") }</span></p> }
                }
            </>
        }
    }

    fn pictures(&self, ctx: &Context<Self>) -> Html {
        let env = &ctx.props().env;
        let pick = |name: Option<String>, label: String| {
            let pressed = self.draft.picture == name;
            let onclick = {
                let name = name.clone();
                ctx.link().callback(move |_: MouseEvent| Msg::Picture(name.clone()))
            };
            let drawn = match &name {
                Some(name) => plate(Some(name)),
                None => html! { { label.clone() } },
            };
            html! {
                <button type="button" class={classes!(name.is_none().then_some("none"))} aria-pressed={pressed.to_string()}
                    aria-label={label.clone()} title={label} {onclick}>{ drawn }</button>
            }
        };
        let names = env
            .words
            .keys_after("picture-")
            .map(|rest| pick(Some(rest.replace('-', "_")), env.t(&format!("picture-{rest}"))));
        html! {
            <fieldset class="field"><legend class="lab">{ env.t("card-picture") }</legend>
                <div class="picks">{ pick(None, env.t("card-picture-none")) }{ for names }</div>
            </fieldset>
        }
    }

    fn agreements(&self, ctx: &Context<Self>) -> Html {
        let EditorProps { env, agreements, .. } = ctx.props();
        let Some(card) = self
            .draft
            .card
            .as_ref()
            .filter(|card| card.kind != Kind::Dream && self.draft.instead.is_none())
        else {
            return html! {};
        };
        let go = |act: Act| ctx.link().callback(move |_: MouseEvent| Msg::Send(Some(act.clone())));
        let one = |agreement: &Arc<Agreement>| {
            html! {
                <li><button type="button" class="choice" onclick={go(Act::EditAgreement(agreement.agreement_id))}>
                    { icon("pen") }<span><small>{ env.t("agreement-edit") }</small><b dir="auto">{ &agreement.words.words }</b></span>
                </button></li>
            }
        };
        html! {
            <section class="field">
                <h3 class="lab">{ env.t("agreements-title") }</h3>
                if !agreements.is_empty() { <ul role="list">{ for agreements.iter().map(one) }</ul> }
                <button type="button" class="quiet" data-agree="true" onclick={go(Act::AddAgreement(card.card_id))}>
                    { icon("plus") }{ env.t("agreement-add") }
                </button>
            </section>
        }
    }

    fn buttons(&self, ctx: &Context<Self>) -> Html {
        let EditorProps { env, act, .. } = ctx.props();
        let send = env.t(match (&self.draft.instead, env.proposes, &self.draft.card, self.draft.kind) {
            (Some(_), ..) => "proposal-change-send",
            (_, true, ..) => "card-propose",
            (_, _, Some(_), _) => "save",
            (_, _, None, Kind::Dream) => "card-put-dream",
            (_, _, None, _) => "card-put",
        });
        let removes = self.draft.card.as_ref().filter(|_| self.draft.instead.is_none());
        html! {
            <div class="end">
                <button type="submit" class="btn main">{ send }</button>
                <button type="button" class="btn soft" onclick={says(act, Act::Close)}>{ env.t("back") }</button>
                if let Some(card) = removes {
                    <button type="button" class="quiet" onclick={says(act, Act::AskRemove(card.card_id))}>
                        { icon("no") }{ env.t("card-remove") }
                    </button>
                }
            </div>
        }
    }
}
