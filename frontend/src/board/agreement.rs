//! Agreements: under a card, and the dialogs that make one and say how it goes.

use super::act::{Act, Instead, Wish, Written};
use super::card::also;
use super::draw::{El, button, el, icon};
use super::kit::{Env, face, first_name};
use super::sheet::{area, field, form, form_sheet, line, member_options, menu, problem_line, select, submit, why_field};
use crate::say;
use shared::day::Day;
use shared::ids::{AgreementId, CardId, MemberId};
use shared::plan::{Agreement, AgreementEdit, Assign, Intent, Kept, NewAgreement, Orphan, Refusal, TextEdit};
use std::sync::Arc;
use yew::prelude::*;

/// An agreement as its card shows it.
#[derive(Clone, Debug)]
pub struct Told {
    pub agreement: Arc<Agreement>,
    pub orphan: Option<Orphan>,
    /// This person may say whether it is taken.
    pub answers: bool,
}

/// The agreements of a card, if it has any.
pub fn list(agreements: &[Told], env: &Env, act: &Callback<Act>) -> Option<El> {
    let mut list = el("ul", "agreements")
        .set("role", "list")
        .set("aria-label", env.t("agreements-title"));
    for Told {
        agreement,
        orphan,
        answers,
    } in agreements
    {
        let id = agreement.agreement_id.to_string();
        let due = agreement
            .due
            .map(|due| el("p", "due small").text(say!(env.words, "agreement-due-by", date: &env.intl.day(due))));
        let is = orphan.map(|orphan| if orphan == Orphan::PastDue { "overdue" } else { "orphan" });
        let one = el("li", "agreement")
            .key(&id)
            .set("data-agreement", id.clone())
            .set_some("data-is", is)
            .child(el("p", "what").dir().text(&agreement.words.words))
            .maybe(has(agreement.holder, env))
            .maybe(rhythm(agreement, env))
            .maybe(asked(agreement, *answers, env, act))
            .child(el("div", "row").child(state(agreement, env, act)).maybe(due))
            .maybe(orphan.map(|orphan| orphan_strip(agreement, orphan, env, act)))
            .maybe(also(&agreement.words, Written::Agreement(agreement.agreement_id), env, act));
        list = list.child(one);
    }
    (!agreements.is_empty()).then_some(list)
}

fn has(holder: Option<MemberId>, env: &Env) -> Option<El> {
    let member = env.member(holder?).filter(|member| member.left_at.is_none())?;
    let name = first_name(&member.name);
    let seen = el("b", "").dir().set("aria-hidden", "true").text(name);
    let heard = el("span", "sr").text(say!(env.words, "agreement-holder-is", name: name));
    Some(el("p", "holder").child(face(member)).child(seen).child(heard))
}

/// "hver tirsdag kl. 17.00 – så mor kan skrive ansøgninger".
fn rhythm(agreement: &Agreement, env: &Env) -> Option<El> {
    let mut said = agreement.repeats.map(|repeats| {
        let days: Vec<String> = (0..7)
            .filter(|day| repeats.weekdays & (1 << day) != 0)
            .map(|day| env.intl.name_of_weekday(day))
            .collect();
        let days = if days.len() == 7 {
            env.t("repeat-day")
        } else {
            env.intl.list(days.iter().map(String::as_str))
        };
        let mut said = say!(env.words, "repeat-every", n: usize::from(repeats.every_weeks), days: &days);
        if let Some(at) = repeats.at {
            let time = format!("{}.{:02}", at / 60, at % 60);
            said = format!("{said} {}", say!(env.words, "repeat-at", time: &time));
        }
        match repeats.until {
            Some(until) => format!("{said} {}", say!(env.words, "repeat-until", date: &env.intl.day(until))),
            None => said,
        }
    });
    if !agreement.so_that.is_empty() {
        said = Some(said.map_or_else(|| agreement.so_that.clone(), |said| format!("{said} – {}", agreement.so_that)));
    }
    Some(el("p", "small").dir().text(said?))
}

/// Who is asked to hold it. Until they say yes it is not promised.
fn asked(agreement: &Agreement, answers: bool, env: &Env, act: &Callback<Act>) -> Option<El> {
    let asked = agreement.asked?;
    let (id, name, mine) = (agreement.agreement_id, env.name(asked), asked == env.me);
    let words = if mine {
        env.t("ask-me")
    } else {
        say!(env.words, "ask-them", name: name)
    };
    let replies = (answers && env.writes).then(|| {
        let reply = |yes: bool, sign: &'static str, key: &'static str| {
            button(
                "btn soft",
                sign,
                say!(env.words, key, name: name),
                act,
                Act::AnswerAsk(id, yes),
            )
            .set("data-ask", if yes { "yes" } else { "no" })
        };
        let (yes, no) = if mine {
            ("ask-yes", "ask-no")
        } else {
            ("ask-yes-they", "ask-no-they")
        };
        el("div", "two")
            .child(reply(true, "check", yes))
            .child(reply(false, "no", no))
    });
    let said = el("div", "").child(el("span", "").text(words)).maybe(replies);
    Some(el("div", "strip wait").child(icon("wait")).child(said))
}

pub fn kept_words(kept: Kept) -> (&'static str, &'static str, &'static str) {
    match kept {
        Kept::NotYet => ("calm", "none", "kept-notyet"),
        Kept::Partly => ("calm", "half", "kept-partly"),
        Kept::Kept => ("kept", "kept", "kept-kept"),
    }
}

/// How it goes: a button for those who may say so, words for the others.
fn state(agreement: &Agreement, env: &Env, act: &Callback<Act>) -> El {
    let (tone, sign, key) = kept_words(agreement.kept);
    let says_so = env.writes && (env.is_family() || agreement.holder == Some(env.me));
    if says_so {
        let label = format!("{} {}: {}", env.t("agreement-how"), agreement.words.words, env.t(key));
        button("quiet state", sign, env.t(key), act, Act::Keep(agreement.agreement_id))
            .set("data-s", tone)
            .set("data-keep", "true")
            .set("aria-haspopup", "dialog")
            .set("aria-label", label)
    } else {
        el("p", "state").set("data-s", tone).child(icon(sign)).text(env.t(key))
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

fn orphan_strip(agreement: &Agreement, orphan: Orphan, env: &Env, act: &Callback<Act>) -> El {
    let sign = if orphan == Orphan::PastDue { "clock" } else { "chair" };
    let finds = env.writes && matches!(orphan, Orphan::NoHolder | Orphan::HolderLeft);
    let mut said = el("span", "").text(orphan_words(agreement, orphan, env));
    if finds {
        said = said.text(" ").child(button(
            "link",
            "",
            env.t("orphan-find"),
            act,
            Act::EditAgreement(agreement.agreement_id),
        ));
    }
    el("div", "strip care").child(icon(sign)).child(said)
}

/// "Hvordan går det?": three answers of equal weight.
pub fn keep_dialog(agreement: &Agreement, env: &Env, act: &Callback<Act>) -> Html {
    let mut answers = el("div", "kept").set("role", "group").set("aria-labelledby", "sheet-title");
    for kept in Kept::ALL {
        let (tone, sign, key) = kept_words(kept);
        let answer = button("", sign, env.t(key), act, Act::SetKept(agreement.agreement_id, kept))
            .set("data-s", tone)
            .set("data-kept", key)
            .set("aria-pressed", if agreement.kept == kept { "true" } else { "false" });
        answers = answers.child(answer);
    }
    let edit = button(
        "quiet",
        "pen",
        env.t("agreement-edit"),
        act,
        Act::EditAgreement(agreement.agreement_id),
    );
    let body = vec![
        el("p", "").dir().text(&agreement.words.words).into(),
        answers.into(),
        edit.into(),
    ];
    menu(env.t("agreement-how"), env, act, body)
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
            holder: agreement.asked.or(agreement.holder),
            due: agreement.due,
            agreement: Some(agreement.clone()),
            instead: None,
        }
    }

    /// Only what differs from the agreement as it was when the dialog opened.
    pub fn intent(&self) -> Intent {
        match &self.agreement {
            None => Intent::AddAgreement(NewAgreement {
                card_id: self.card_id,
                words: self.words.clone(),
                holder: self.holder,
                due: self.due,
                repeats: None,
                so_that: String::new(),
            }),
            Some(was) => Intent::EditAgreement(AgreementEdit {
                words: (self.words != was.words.words).then(|| TextEdit {
                    from: was.words.words.clone(),
                    to: self.words.clone(),
                }),
                holder: (self.holder != was.asked.or(was.holder)).then(|| Assign::from(self.holder)),
                due: (self.due != was.due).then(|| Assign::from(self.due)),
                ..AgreementEdit::of(was.agreement_id)
            }),
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
        let draft = &self.draft;
        let id: Option<AgreementId> = draft.agreement.as_ref().map(|agreement| agreement.agreement_id);
        let title = env.t(if id.is_some() { "agreement-edit" } else { "agreement-add" });
        let words = area("agreement-words", &draft.words, link.callback(Msg::Words)).flag("autofocus", true);
        let holder = member_options(env, draft.holder, &env.t("agreement-holder-none"));
        let due = draft.due.map(|due| due.to_string()).unwrap_or_default();
        let buttons = el("div", "end")
            .child(submit(env.t(if env.proposes { "card-propose" } else { "save" })))
            .child(button("btn soft", "", env.t("back"), act, Act::Close))
            .maybe(id.map(|id| button("quiet", "no", env.t("agreement-remove"), act, Act::AskRemoveAgreement(id))));
        let send = link.callback(|()| Msg::Send);
        let mut form = form(send)
            .child(field("agreement-words", env.t("agreement-what"), words))
            .child(field(
                "agreement-holder",
                env.t("agreement-holder"),
                select("agreement-holder", holder, link.callback(Msg::Holder)),
            ))
            .child(field(
                "agreement-due",
                env.t("agreement-due"),
                line("agreement-due", &due, link.callback(Msg::Due)).set("type", "date"),
            ));
        if env.proposes {
            form = form.child(why_field(env, &self.why, link.callback(Msg::Why)));
        }
        form_sheet(
            title,
            env,
            act,
            vec![form.maybe(problem_line(*problem, env)).child(buttons).into()],
        )
    }
}
