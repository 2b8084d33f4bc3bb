//! Agreements: under a card, and the dialogs that make one and say how it goes.

use super::act::{Act, Instead, Wish, Written};
use super::card::also;
use super::kit::{Env, face, first_name, icon, says};
use super::sheet::{Sheet, field, member_options, problem_line, value_of};
use crate::say;
use shared::day::Day;
use shared::ids::{AgreementId, CardId, MemberId};
use shared::plan::{Agreement, Assign, Intent, Kept, Orphan, Refusal, TextEdit};
use std::sync::Arc;
use yew::prelude::*;

/// The agreements of a card, or nothing.
pub fn list(agreements: &[(Arc<Agreement>, Option<Orphan>)], env: &Env, act: &Callback<Act>) -> Html {
    if agreements.is_empty() {
        return html! {};
    }
    let one = |(agreement, orphan): &(Arc<Agreement>, Option<Orphan>)| {
        let due = agreement
            .due
            .map(|due| say!(env.words, "agreement-due-by", date: &env.intl.day(due)));
        html! {
            <li key={agreement.agreement_id.to_string()} class="agreement" data-agreement={agreement.agreement_id.to_string()}
                data-is={orphan.map(|orphan| if orphan == Orphan::PastDue { "overdue" } else { "orphan" })}>
                <p class="what" dir="auto">{ &agreement.words.words }</p>
                { has(agreement.holder, env) }
                <div class="row">{ state(agreement, env, act) } if let Some(due) = due { <p class="due small">{ due }</p> }</div>
                { orphan_strip(agreement, *orphan, env, act) }
                { also(&agreement.words, Written::Agreement(agreement.agreement_id), env, act) }
            </li>
        }
    };
    html! { <ul class="agreements" role="list" aria-label={env.t("agreements-title")}>{ for agreements.iter().map(one) }</ul> }
}

fn has(holder: Option<MemberId>, env: &Env) -> Html {
    match holder.and_then(|id| env.member(id)).filter(|member| member.left_at.is_none()) {
        Some(member) => {
            let name = first_name(&member.name);
            html! {
                <p class="holder">{ face(member) }<b dir="auto" aria-hidden="true">{ name }</b>
                    <span class="sr">{ say!(env.words, "agreement-holder-is", name: name) }</span></p>
            }
        }
        None => html! {},
    }
}

pub fn kept_words(kept: Kept) -> (&'static str, &'static str, &'static str) {
    match kept {
        Kept::NotYet => ("calm", "none", "kept-notyet"),
        Kept::Partly => ("calm", "half", "kept-partly"),
        Kept::Kept => ("kept", "kept", "kept-kept"),
    }
}

/// How it goes: a button for those who may say so, words for the others.
fn state(agreement: &Agreement, env: &Env, act: &Callback<Act>) -> Html {
    let (tone, sign, key) = kept_words(agreement.kept);
    let says_so = env.writes && (env.is_family() || agreement.holder == Some(env.me));
    if says_so {
        let label = format!("{} {}: {}", env.t("agreement-how"), agreement.words.words, env.t(key));
        html! {
            <button type="button" class="quiet state" data-s={tone} data-keep="true" aria-haspopup="dialog" aria-label={label}
                onclick={says(act, Act::Keep(agreement.agreement_id))}>{ icon(sign) }{ env.t(key) }</button>
        }
    } else {
        html! { <p class="state" data-s={tone}>{ icon(sign) }{ env.t(key) }</p> }
    }
}

/// Why nobody has this agreement, in one sentence.
pub fn orphan_words(agreement: &Agreement, orphan: Orphan, env: &Env) -> String {
    match orphan {
        Orphan::NoHolder => env.t("orphan-no-holder"),
        Orphan::HolderLeft => {
            say!(env.words, "orphan-holder-left", name: agreement.holder.map_or("", |id| env.name(id)))
        }
        Orphan::PastDue => {
            let date = agreement.due.map(|due| env.intl.weekday(due)).unwrap_or_default();
            say!(env.words, "orphan-past-due", date: &date)
        }
        Orphan::Silent => env.t("orphan-silent"),
    }
}

fn orphan_strip(agreement: &Agreement, orphan: Option<Orphan>, env: &Env, act: &Callback<Act>) -> Html {
    let Some(orphan) = orphan else { return html! {} };
    let sign = if orphan == Orphan::PastDue { "clock" } else { "chair" };
    let finds = env.writes && matches!(orphan, Orphan::NoHolder | Orphan::HolderLeft);
    html! {
        <div class="strip care">
            { icon(sign) }
            <span>
                { orphan_words(agreement, orphan, env) }
                if finds {
                    { " " }
                    <button type="button" class="link" onclick={says(act, Act::EditAgreement(agreement.agreement_id))}>
                        { env.t("orphan-find") }
                    </button>
                }
            </span>
        </div>
    }
}

/// "Hvordan går det?": three answers of equal weight.
pub fn keep_dialog(agreement: &Agreement, env: &Env, act: &Callback<Act>) -> Html {
    let choice = |kept: Kept| {
        let (tone, sign, key) = kept_words(kept);
        let here = agreement.kept == kept;
        html! {
            <button type="button" data-s={tone} data-kept={key} aria-pressed={here.to_string()}
                onclick={says(act, Act::SetKept(agreement.agreement_id, kept))}>{ icon(sign) }{ env.t(key) }</button>
        }
    };
    html! {
        <Sheet beside=true title={env.t("agreement-how")} env={env.clone()} act={act.clone()}>
            <p dir="auto">{ &agreement.words.words }</p>
            <div class="kept" role="group" aria-labelledby="sheet-title">{ for Kept::ALL.map(choice) }</div>
            <button type="button" class="quiet" onclick={says(act, Act::EditAgreement(agreement.agreement_id))}>
                { icon("pen") }{ env.t("agreement-edit") }
            </button>
        </Sheet>
    }
}

/// What an agreement dialog is about.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    pub card_id: CardId,
    pub agreement: Option<Arc<Agreement>>,
    pub words: String,
    pub holder: Option<MemberId>,
    pub due: Option<Day>,
    pub instead: Option<Instead>,
}

impl Draft {
    pub fn new(card_id: CardId) -> Self {
        Draft {
            card_id,
            agreement: None,
            words: String::new(),
            holder: None,
            due: None,
            instead: None,
        }
    }

    pub fn of(agreement: &Arc<Agreement>) -> Self {
        Draft {
            card_id: agreement.card_id,
            words: agreement.words.words.clone(),
            holder: agreement.holder,
            due: agreement.due,
            agreement: Some(agreement.clone()),
            instead: None,
        }
    }

    /// Only what differs from the agreement as it was when the dialog opened.
    pub fn intent(&self) -> Intent {
        match &self.agreement {
            None => Intent::AddAgreement {
                card_id: self.card_id,
                words: self.words.clone(),
                holder: self.holder,
                due: self.due,
            },
            Some(was) => Intent::EditAgreement {
                agreement_id: was.agreement_id,
                words: (self.words != was.words.words).then(|| TextEdit {
                    from: was.words.words.clone(),
                    to: self.words.clone(),
                }),
                holder: (self.holder != was.holder).then(|| Assign::from(self.holder)),
                due: (self.due != was.due).then(|| Assign::from(self.due)),
            },
        }
    }
}

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct AgreementProps {
    pub draft: Draft,
    pub env: Env,
    pub act: Callback<Act>,
    pub problem: Option<Refusal>,
}

#[derive(Debug)]
pub struct AgreementDialog {
    draft: Draft,
    why: String,
}

#[derive(Debug)]
pub enum Msg {
    Words(String),
    Holder(String),
    Due(String),
    Why(String),
    Send,
}

impl Component for AgreementDialog {
    type Message = Msg;
    type Properties = AgreementProps;

    fn create(ctx: &Context<Self>) -> Self {
        AgreementDialog {
            draft: ctx.props().draft.clone(),
            why: String::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Words(words) => self.draft.words = words,
            Msg::Holder(id) => self.draft.holder = id.parse().ok(),
            Msg::Due(day) => self.draft.due = day.parse().ok(),
            Msg::Why(why) => self.why = why,
            Msg::Send => {
                let wish = Wish {
                    intent: self.draft.intent(),
                    why: self.why.clone(),
                    instead: self.draft.instead.clone(),
                    then: None,
                };
                ctx.props().act.emit(Act::Wish(Box::new(wish)));
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let AgreementProps { env, act, problem, .. } = ctx.props();
        let link = ctx.link();
        let id: Option<AgreementId> = self.draft.agreement.as_ref().map(|agreement| agreement.agreement_id);
        let title = env.t(if id.is_some() { "agreement-edit" } else { "agreement-add" });
        let submit = link.callback(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Send
        });
        let due = self.draft.due.map(|due| due.to_string()).unwrap_or_default();
        html! {
            <Sheet {title} env={env.clone()} act={act.clone()}>
                <form onsubmit={submit} novalidate=true>
                    { field("agreement-words", env.t("agreement-what"), html! {
                        <textarea id="agreement-words" class="in" rows="2" dir="auto" value={self.draft.words.clone()}
                            oninput={link.callback(|event: InputEvent| Msg::Words(value_of(&event)))} />
                    }) }
                    { field("agreement-holder", env.t("agreement-holder"), html! {
                        <select id="agreement-holder" class="in" onchange={link.callback(|event: Event| Msg::Holder(value_of(&event)))}>
                            { member_options(env, self.draft.holder, &env.t("agreement-holder-none")) }
                        </select>
                    }) }
                    { field("agreement-due", env.t("agreement-due"), html! {
                        <input id="agreement-due" class="in" type="date" value={due}
                            oninput={link.callback(|event: InputEvent| Msg::Due(value_of(&event)))} />
                    }) }
                    if env.proposes {
                        { super::sheet::why_field(env, &self.why, link.callback(Msg::Why)) }
                    }
                    { problem_line(*problem, env) }
                    <div class="end">
                        <button type="submit" class="btn main">{ env.t(if env.proposes { "card-propose" } else { "save" }) }</button>
                        <button type="button" class="btn soft" onclick={says(act, Act::Close)}>{ env.t("back") }</button>
                        if let Some(id) = id {
                            <button type="button" class="quiet" onclick={says(act, Act::AskRemoveAgreement(id))}>
                                { icon("no") }{ env.t("agreement-remove") }
                            </button>
                        }
                    </div>
                </form>
            </Sheet>
        }
    }
}
