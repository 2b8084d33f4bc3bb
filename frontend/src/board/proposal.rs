//! A guest's note laid over the edge: how it is now, how it could be, and three answers of equal weight.

use super::act::{Act, Reply};
use super::compare::{Run, compare};
use super::draw::{El, button, el, icon_flip};
use super::kit::{Env, face};
use super::sheet::sheet;
use crate::say;
use shared::ids::CardId;
use shared::plan::{Agreement, Card, CardEdit, CellId, Intent, NewCard, Plan, Proposal};
use std::sync::Arc;
use yew::prelude::*;

/// A proposal with what it would change, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    pub proposal: Arc<Proposal>,
    pub title: String,
    /// The card it is about, in words.
    pub about: String,
    pub rows: Vec<Row>,
    /// What a yes says yes to.
    pub seen: String,
    /// It can no longer be carried out.
    pub impossible: bool,
}

/// One thing that would change. `None`: it is not there, before or after.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    pub label: Option<&'static str>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// What stands where there is nothing.
    pub nothing: &'static str,
}

impl Note {
    pub fn new(proposal: &Arc<Proposal>, plan: &Plan, env: &Env) -> Self {
        let preview = plan.preview(proposal.proposal_id);
        let (title, card) = match &proposal.intent {
            Intent::AddCard(_) => ("proposal-add-card", None),
            Intent::EditCard { card_id, .. } => ("proposal-edit-card", Some(*card_id)),
            Intent::MoveCard { card_id, .. } => ("proposal-move-card", Some(*card_id)),
            Intent::RemoveCard { card_id } => ("proposal-remove-card", Some(*card_id)),
            Intent::AddAgreement(new) => ("proposal-add-agreement", Some(new.card_id)),
            Intent::EditAgreement { .. } => ("proposal-edit-agreement", card_of(&proposal.intent, plan)),
            Intent::RemoveAgreement { .. } => ("proposal-remove-agreement", card_of(&proposal.intent, plan)),
            Intent::KeepAgreement { .. } => ("proposal-keep-agreement", card_of(&proposal.intent, plan)),
            Intent::SetWish { card_id, .. } => ("proposal-edit-card", Some(*card_id)),
            Intent::AddMember(_) => ("proposal-member", None),
            Intent::AskForSeat(_) => ("proposal-seat", None),
            Intent::AddStrength { .. } => ("proposal-strength", None),
            _ => ("proposal-other", None),
        };
        let about = match (&proposal.intent, card.and_then(|id| plan.card(id))) {
            (Intent::AddCard(new), _) => new.words.clone(),
            (Intent::AddMember(new) | Intent::AskForSeat(new), _) => new.name.clone(),
            (Intent::AddStrength { words, .. }, _) => words.clone(),
            (_, Some(card)) => card.words.words.clone(),
            _ => String::new(),
        };
        let rows = match &proposal.intent {
            Intent::MoveCard { card_id, to } => moved(plan, preview.as_ref(), *card_id, to.cell(), env),
            intent => changed(plan, preview.as_ref(), intent, env),
        };
        Note {
            title: say!(env.words, title, name: env.name(proposal.by), card: &about),
            about,
            rows,
            seen: plan.proposal_hash(proposal.proposal_id).unwrap_or_default(),
            impossible: preview.is_none(),
            proposal: proposal.clone(),
        }
    }
}

/// The card that a proposal is about.
pub fn card_of(intent: &Intent, plan: &Plan) -> Option<CardId> {
    match intent {
        Intent::EditCard { card_id, .. }
        | Intent::MoveCard { card_id, .. }
        | Intent::RemoveCard { card_id }
        | Intent::SetWish { card_id, .. } => Some(*card_id),
        Intent::AddAgreement(new) => Some(new.card_id),
        Intent::EditAgreement(edit) => plan.agreement(edit.agreement_id).map(|agreement| agreement.card_id),
        Intent::RemoveAgreement { agreement_id }
        | Intent::AnswerAsk { agreement_id, .. }
        | Intent::KeepAgreement { agreement_id, .. } => plan.agreement(*agreement_id).map(|agreement| agreement.card_id),
        _ => None,
    }
}

fn moved(plan: &Plan, preview: Option<&Plan>, card_id: CardId, to: CellId, env: &Env) -> Vec<Row> {
    let told = |plan: &Plan| {
        let card = plan.card(card_id)?;
        let cell = CellId {
            column: card.column,
            lane: card.lane,
        };
        let index = plan.cell(cell).iter().position(|id| *id == card_id)? + 1;
        Some((cell, say!(env.words, "card-position", n: index, total: plan.cell(cell).len())))
    };
    let (Some((from, from_index)), after) = (told(plan), preview.and_then(told)) else {
        return vec![];
    };
    // Within one cell the places have the same name; then the number tells.
    let with_index = from == to;
    let name = |cell: CellId, index: &str| {
        if with_index {
            format!("{}. {index}", env.place(cell))
        } else {
            env.place(cell)
        }
    };
    let after = after.map_or_else(|| env.place(to), |(cell, index)| name(cell, &index));
    vec![Row {
        before: Some(name(from, &from_index)),
        after: Some(after),
        ..Row::default()
    }]
}

fn changed(plan: &Plan, preview: Option<&Plan>, intent: &Intent, env: &Env) -> Vec<Row> {
    match intent {
        Intent::AddCard(new) => {
            let after = Some(new_card(new, env));
            vec![Row {
                after,
                nothing: "proposal-before-nothing",
                ..Row::default()
            }]
        }
        Intent::RemoveCard { card_id } => {
            let before = plan.card(*card_id).map(|card| card.words.words.clone());
            vec![Row {
                before,
                nothing: "proposal-after-nothing",
                ..Row::default()
            }]
        }
        Intent::EditCard { card_id, edit } => match plan.card(*card_id) {
            Some(card) => edited(card, edit, plan, env),
            None => vec![],
        },
        Intent::AddAgreement(new) => {
            let name = new.holder.map(|id| env.name(id).to_owned());
            let due = new
                .due
                .map(|due| say!(env.words, "agreement-due-by", date: &env.intl.day(due)));
            let after = Some(joined([Some(new.words.clone()), name, due]));
            vec![Row {
                after,
                nothing: "proposal-before-no-agreement",
                ..Row::default()
            }]
        }
        Intent::EditAgreement(edit) => {
            let told = |plan: &Plan| {
                plan.agreement(edit.agreement_id)
                    .map(|agreement| agreement_words(agreement, env))
            };
            vec![Row {
                before: told(plan),
                after: preview.and_then(told),
                nothing: "proposal-before-no-agreement",
                ..Row::default()
            }]
        }
        Intent::RemoveAgreement { agreement_id } => {
            let before = plan.agreement(*agreement_id).map(|agreement| agreement_words(agreement, env));
            vec![Row {
                before,
                nothing: "proposal-after-no-agreement",
                ..Row::default()
            }]
        }
        Intent::AddMember(new) | Intent::AskForSeat(new) => {
            let said = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
            vec![Row {
                after: Some(joined([said(&new.name), said(&new.relation), said(&new.purpose)])),
                nothing: "proposal-before-nothing",
                ..Row::default()
            }]
        }
        Intent::AddStrength { words, .. } => vec![Row {
            after: Some(words.clone()),
            nothing: "proposal-before-nothing",
            ..Row::default()
        }],
        Intent::SetWish { card_id, .. } => {
            let told = |plan: &Plan| super::help::wish_words(plan.card(*card_id)?, env);
            vec![Row {
                before: told(plan),
                after: preview.and_then(told),
                ..Row::default()
            }]
        }
        _ => vec![],
    }
}

fn edited(card: &Card, edit: &CardEdit, plan: &Plan, env: &Env) -> Vec<Row> {
    let mut rows = vec![];
    let mut row = |label, before: String, after: String| {
        rows.push(Row {
            label,
            before: Some(before),
            after: Some(after),
            nothing: "",
        });
    };
    let name = |id: Option<shared::ids::MemberId>| id.map_or_else(|| env.t("card-who-nobody"), |id| env.name(id).to_owned());
    let dream = |id: Option<CardId>| {
        id.and_then(|id| plan.card(id))
            .map_or_else(|| env.t("card-serves-none"), |card| card.words.words.clone())
    };
    if let Some(words) = &edit.words {
        row(None, card.words.words.clone(), words.to.clone());
    }
    if let Some(when) = &edit.when {
        row(Some("card-when"), card.when.words.clone(), when.to.clone());
    }
    if let Some(why) = &edit.why {
        row(Some("card-why"), card.why.words.clone(), why.to.clone());
    }
    if let Some(who) = &edit.who {
        row(Some("card-who"), name(card.who), name(who.clone().into_option()));
    }
    if let Some(serves) = &edit.serves {
        row(Some("card-serves"), dream(card.serves), dream(serves.clone().into_option()));
    }
    if let Some(picture) = &edit.picture {
        let named = |picture: Option<&String>| match picture {
            Some(picture) => env.t(&format!("picture-{}", picture.replace('_', "-"))),
            None => env.t("card-picture-none"),
        };
        row(
            Some("card-picture"),
            named(card.picture.as_ref()),
            named(picture.clone().into_option().as_ref()),
        );
    }
    rows
}

fn new_card(new: &NewCard, env: &Env) -> String {
    let when = Some(new.when.clone()).filter(|when| !when.is_empty());
    joined([
        Some(new.words.clone()),
        when,
        new.who.map(|id| env.name(id).to_owned()),
        Some(env.place(new.place.cell())),
    ])
}

fn agreement_words(agreement: &Agreement, env: &Env) -> String {
    let name = agreement.holder.map(|id| env.name(id).to_owned());
    let due = agreement
        .due
        .map(|due| say!(env.words, "agreement-due-by", date: &env.intl.day(due)));
    let kept = env.t(super::agreement::kept_words(agreement.kept).2);
    joined([Some(agreement.words.words.clone()), name, due, Some(kept)])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub fn note_view(note: &Note, env: &Env, act: &Callback<Act>) -> El {
    let key = note.proposal.proposal_id.to_string();
    let id = format!("pr-{key}");
    let by = el("div", "by")
        .maybe(env.member(note.proposal.by).map(|by| face(by)))
        .child(el("h3", "").set("id", id.clone()).dir().text(&note.title))
        .child(el("p", "small").text(signature(note, env)));
    el("section", "note")
        .key(&key)
        .set("aria-labelledby", id)
        .set("data-proposal", key)
        .child(by)
        .child(change(note, env))
        .child(el("div", "foot").child(why(note, env)).maybe(answers(note, env, act)))
        .child(knock(note, env, act))
}

fn signature(note: &Note, env: &Env) -> String {
    let relation = env.member(note.proposal.by).map_or("", |by| by.relation.as_str());
    let date = env.moment(note.proposal.at);
    if relation.is_empty() {
        date
    } else {
        say!(env.words, "proposal-by-at", relation: relation, date: &date)
    }
}

fn why(note: &Note, env: &Env) -> El {
    let mine = note.proposal.by == env.me;
    let given = Some(&note.proposal.why).filter(|why| !why.is_empty());
    let given = given.map(|why| {
        el("p", "")
            .dir()
            .child(el("b", "").text(env.t("proposal-why")))
            .text(" ")
            .text(why)
    });
    let key = if note.proposal.ran_out_at.is_some() {
        "proposal-ran-out"
    } else if env.is_family() {
        "proposal-no-hurry"
    } else if mine {
        "proposal-mine"
    } else {
        "proposal-waits"
    };
    el("div", "why").maybe(given).child(el("p", "small").text(env.t(key)))
}

fn change(note: &Note, env: &Env) -> El {
    let mut before = el("div", "before").child(el("span", "k").text(env.t("proposal-before")));
    let mut after = el("div", "after").child(el("span", "k").text(env.t("proposal-after")));
    for row in &note.rows {
        before = before.child(side(row, env, false));
        after = after.child(side(row, env, true));
    }
    el("div", "change")
        .child(before)
        .child(el("div", "to").child(icon_flip("arrow")))
        .child(after)
}

/// One side of a change, with the words marked that are only there.
fn side(row: &Row, env: &Env, after: bool) -> El {
    let mut side = el("p", "")
        .dir()
        .maybe(row.label.map(|key| el("small", "k").text(env.t(key))));
    let (this, other) = if after {
        (&row.after, &row.before)
    } else {
        (&row.before, &row.after)
    };
    match (this, other) {
        (None, _) => side.child(el("em", "").text(env.t(row.nothing))),
        (Some(text), None) => side.child(el(if after { "ins" } else { "span" }, "").text(text)),
        (Some(_), Some(_)) => {
            for run in compare(
                row.before.as_deref().unwrap_or_default(),
                row.after.as_deref().unwrap_or_default(),
            ) {
                side = match run {
                    Run::Same(text) => side.text(text).text(" "),
                    Run::Before(text) if !after => side.child(el("del", "").text(text)).text(" "),
                    Run::After(text) if after => side.child(el("ins", "").text(text)).text(" "),
                    Run::Before(_) | Run::After(_) => side,
                };
            }
            side
        }
    }
}

/// Yes, change and no: the same size and weight, none of them chosen beforehand.
fn answers(note: &Note, env: &Env, act: &Callback<Act>) -> Option<El> {
    let id = note.proposal.proposal_id;
    if !env.writes {
        return None;
    }
    if env.is_family() {
        let mut answers = el("div", "answers");
        let replies = [
            (Reply::Yes, "check", "proposal-yes"),
            (Reply::Change, "pen", "proposal-change"),
            (Reply::No, "no", "proposal-no"),
        ];
        let offered = |reply| reply != Reply::Change || has_editor(&note.proposal.intent);
        for (reply, sign, key) in replies.into_iter().filter(|(reply, ..)| offered(*reply)) {
            let answer = button("btn", sign, env.t(key), act, Act::Reply(id, reply, note.seen.clone()))
                .set("data-reply", key)
                .set("aria-label", format!("{}: {}", env.t(key), note.title))
                .flag("disabled", note.impossible && reply == Reply::Yes);
            answers = answers.child(answer);
        }
        return Some(answers);
    }
    let mine = note.proposal.by == env.me;
    mine.then(|| button("btn soft", "", env.t("proposal-withdraw"), act, Act::Withdraw(id)).set("data-withdraw", "true"))
}

/// Who sits at the table is changed on its own page, and the rest is too small for a version of one's own.
fn has_editor(intent: &Intent) -> bool {
    !matches!(
        intent,
        Intent::AddMember(_) | Intent::AskForSeat(_) | Intent::AddStrength { .. } | Intent::SetWish { .. }
    )
}

/// On the phone a proposal knocks; opened, it fills the screen.
fn knock(note: &Note, env: &Env, act: &Callback<Act>) -> El {
    let by = note.proposal.by;
    let words = el("span", "")
        .child(el("b", "").text(say!(env.words, "proposal-has", name: env.name(by))))
        .child(el("br", ""))
        .child(
            el("span", "small")
                .dir()
                .text(say!(env.words, "proposal-to", card: &note.about)),
        );
    el("button", "knock")
        .set("type", "button")
        .set("aria-haspopup", "dialog")
        .says(act, Act::Read(note.proposal.proposal_id))
        .maybe(env.member(by).map(|by| face(by)))
        .child(words)
        .child(icon_flip("chev"))
}

pub fn full_screen(note: &Note, env: &Env, act: &Callback<Act>) -> Html {
    let body = el("div", "sheet")
        .child(el("p", "small").text(signature(note, env)))
        .child(change(note, env))
        .child(why(note, env))
        .maybe(answers(note, env, act));
    sheet(note.title.clone(), env, act, vec![body.into()])
}
