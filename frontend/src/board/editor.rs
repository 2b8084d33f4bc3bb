//! The dialog in which a card is written. It keeps its own words while others change the plan around it.

use super::act::{Act, Instead, Wish};
use super::card::strip;
use super::drag;
use super::draw::{El, On, button, el, icon, text};
use super::kit::{Env, plate, slug};
use super::sheet::{area, field, form, form_sheet, line, member_options, option, problem_line, select, submit, why_field};
use crate::say;
use shared::ids::{CardId, MemberId};
use shared::plan::{
    Agreement, Assign, Audience, Card, CardEdit, CellId, Column, Duty, Intent, Kind, Lane, NewCard, Place, Refusal, TextEdit,
    is_legal,
};
use std::sync::Arc;
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
                help: None,
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
            duty: None,
            help: None,
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
    /// The family has so many appointments that one more is worth a second thought.
    pub is_much: bool,
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
                    "me" => Audience::Only(vec![ctx.props().env.me]),
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
        let EditorProps {
            env,
            act,
            problem,
            is_much,
            ..
        } = ctx.props();
        let link = ctx.link();
        let draft = &self.draft;
        let words = area("card-words", &draft.words, link.callback(Msg::Words)).flag("autofocus", true);
        let when = (draft.kind != Kind::Dream).then(|| {
            let line = line("card-when", &draft.when, link.callback(Msg::When)).set("placeholder", env.t("card-when-hint"));
            field("card-when", env.t("card-when"), line)
        });
        let why = area("card-why", &draft.why, link.callback(Msg::Why));
        let form = form(link.callback(|()| Msg::Send(None)))
            .set("data-col", slug(draft.cell.column))
            .maybe((*is_much && draft.card.is_none() && draft.cell.column == Column::Municipality).then(|| much(env)))
            .child(field("card-words", env.t("card-words"), words))
            .maybe(when)
            .all(self.choices(ctx))
            .child(field("card-why", env.t("card-why"), why))
            .child(self.pictures(ctx))
            .maybe(self.agreements(ctx))
            .maybe(
                env.proposes
                    .then(|| why_field(env, &self.why, link.callback(Msg::ProposeWhy))),
            )
            .maybe(problem_line(*problem, env))
            .child(self.buttons(ctx));
        form_sheet(self.title(env), env, act, vec![form.into()])
    }
}

/// Before one more: what is there already.
fn much(env: &Env) -> El {
    strip("strip wait", "calendar", env.t("load-much"))
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

    fn choices(&self, ctx: &Context<Self>) -> Vec<Html> {
        let EditorProps { env, dreams, .. } = ctx.props();
        let draft = &self.draft;
        let link = ctx.link();
        let (new, goal) = (draft.card.is_none(), draft.kind == Kind::Goal);
        let mut choices: Vec<Html> = vec![];
        let mut choice = |id, label: &str, options: Vec<Html>, change: Callback<String>| {
            choices.push(field(id, env.t(label), select(id, options, change)).into());
        };
        if new && goal {
            let mut places = vec![];
            for cell in drag::CELLS {
                if is_legal(draft.kind, cell.column, cell.lane) && cell.lane != Some(Lane::Done) {
                    places.push(option(cell.to_string(), env.place(cell), cell == draft.cell));
                }
            }
            choice("card-place", "card-place", places, link.callback(Msg::Cell));
        }
        let who = if draft.kind == Kind::Help {
            "card-who-help"
        } else {
            "card-who"
        };
        choice(
            "card-who",
            who,
            member_options(env, draft.who, &env.t("card-who-nobody")),
            link.callback(Msg::Who),
        );
        if goal && !dreams.is_empty() {
            let mut options = vec![option(String::new(), env.t("card-serves-none"), draft.serves.is_none())];
            for card in dreams {
                options.push(option(
                    card.card_id.to_string(),
                    card.words.words.clone(),
                    draft.serves == Some(card.card_id),
                ));
            }
            choice("card-serves", "card-serves", options, link.callback(Msg::Serves));
        }
        if new && goal && draft.cell.column == Column::Municipality {
            let duty = |value: &str, key: &str, duty: Option<Duty>| option(value.to_owned(), env.t(key), draft.duty == duty);
            let options = vec![
                duty("", "duty-neither", None),
                duty("voluntary", "duty-voluntary", Some(Duty::Voluntary)),
                duty("duty", "duty-duty", Some(Duty::Duty)),
            ];
            choice("card-duty", "duty-label", options, link.callback(Msg::Duty));
        }
        if !env.proposes {
            let audience = match &draft.audience {
                Audience::Table => "table",
                Audience::Family => "family",
                Audience::Only(members) if members.len() == 1 && members.contains(&env.me) => "me",
                Audience::Only(_) => "only",
            };
            let named = [
                ("table", "audience-table"),
                ("family", "audience-family"),
                ("me", "audience-only-me"),
                ("only", "audience-only"),
            ];
            let mut options = vec![];
            for (value, key) in named {
                // Choosing each member is done elsewhere; here it can only be kept as it is.
                if value != "only" || audience == "only" {
                    options.push(option(value.to_owned(), env.t(key), value == audience));
                }
            }
            choice("card-audience", "audience-label", options, link.callback(Msg::Audience));
            if audience != "table" {
                choices.push(strip("strip", "hidden", env.t("audience-stored")).into());
            }
        }
        choices
    }

    fn pictures(&self, ctx: &Context<Self>) -> El {
        let env = &ctx.props().env;
        let pick = |name: Option<String>, label: String| {
            let pressed = self.draft.picture == name;
            let change = ctx.link().callback(Msg::Picture);
            let drawn: Html = plate(name.as_deref()).map_or_else(|| text(&label), Html::from);
            el("button", if name.is_none() { "none" } else { "" })
                .set("type", "button")
                .set("aria-pressed", if pressed { "true" } else { "false" })
                .set("title", label.clone())
                .set("aria-label", label)
                .on(On::Click, move |_| change.emit(name.clone()))
                .child(drawn)
        };
        let mut picks = el("div", "picks").child(pick(None, env.t("card-picture-none")));
        for rest in env.words.keys_after("picture-") {
            picks = picks.child(pick(Some(rest.replace('-', "_")), env.t(&format!("picture-{rest}"))));
        }
        el("fieldset", "field")
            .child(el("legend", "lab").text(env.t("card-picture")))
            .child(picks)
    }

    fn agreements(&self, ctx: &Context<Self>) -> Option<El> {
        let EditorProps { env, agreements, .. } = ctx.props();
        let own_card = |card: &&Arc<Card>| card.kind != Kind::Dream && self.draft.instead.is_none();
        let card = self.draft.card.as_ref().filter(own_card)?;
        let go = |el: El, act: Act| {
            let send = ctx.link().callback(Msg::Send);
            el.set("type", "button").on(On::Click, move |_| send.emit(Some(act.clone())))
        };
        let mut list = el("ul", "").set("role", "list");
        for agreement in agreements {
            let words = el("span", "")
                .child(el("small", "").text(env.t("agreement-edit")))
                .child(el("b", "").dir().text(&agreement.words.words));
            let one = el("button", "choice").child(icon("pen")).child(words);
            list = list.child(el("li", "").child(go(one, Act::EditAgreement(agreement.agreement_id))));
        }
        let add = el("button", "quiet")
            .set("data-agree", "true")
            .child(icon("plus"))
            .text(env.t("agreement-add"));
        let shown = el("section", "field")
            .child(el("h3", "lab").text(env.t("agreements-title")))
            .child(list);
        Some(shown.child(go(add, Act::AddAgreement(card.card_id))))
    }

    fn buttons(&self, ctx: &Context<Self>) -> El {
        let EditorProps { env, act, .. } = ctx.props();
        let send = env.t(match (&self.draft.instead, env.proposes, &self.draft.card, self.draft.kind) {
            (Some(_), ..) => "proposal-change-send",
            (_, true, ..) => "card-propose",
            (_, _, Some(_), _) => "save",
            (_, _, None, Kind::Dream) => "card-put-dream",
            (_, _, None, _) => "card-put",
        });
        let removes = self.draft.card.as_ref().filter(|_| self.draft.instead.is_none());
        let remove = removes.map(|card| button("quiet", "no", env.t("card-remove"), act, Act::AskRemove(card.card_id)));
        el("div", "end")
            .child(submit(send))
            .child(button("btn soft", "", env.t("back"), act, Act::Close))
            .maybe(remove.map(|remove| remove.set("data-remove", "true")))
    }
}
