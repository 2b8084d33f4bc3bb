//! Help the family gets, on its card: who gives it and how often, and what becomes of the wish to end it.

use super::act::Act;
use super::card::strip;
use super::draw::{El, button, el, icon, nothing};
use super::kit::{Env, group_of};
use super::sheet::menu;
use crate::clock;
use crate::say;
use shared::day::Day;
use shared::ids::MemberId;
use shared::plan::help::ANSWER_DAYS;
use shared::plan::{Answered, Card, EndWish, Member, Often, Role, WishAnswer};
use std::sync::Arc;
use yew::prelude::{Callback, Html};

/// "Sundhedshuset · 2 gange om ugen · slutter 1. februar".
pub fn facts(card: &Card, env: &Env) -> Option<El> {
    let help = card.help.as_ref()?;
    let provider = Some(help.provider.clone()).filter(|provider| !provider.is_empty());
    let often = help.often.map(|often| often_words(often, env));
    let ends = card.help_ends().map(|ends| {
        let date = env.intl.day(ends);
        if ends < env.today {
            say!(env.words, "help-ended", date: &date)
        } else {
            say!(env.words, "help-ends", date: &date)
        }
    });
    let said: Vec<String> = [provider, often, ends].into_iter().flatten().collect();
    (!said.is_empty()).then(|| el("p", "small").dir().text(said.join(" · ")))
}

fn often_words(often: Often, env: &Env) -> String {
    say!(env.words, "help-often", n: usize::from(often.times), weeks: usize::from(often.weeks))
}

/// Whether the wish to end it still waits for its answer.
pub fn waits(card: &Card) -> bool {
    card.help
        .as_ref()
        .is_some_and(|help| help.wish.as_ref().is_some_and(|wish| wish.answer.is_none()))
}

/// Who answers and by when, or what was answered.
pub fn wish(card: &Card, env: &Env, act: &Callback<Act>) -> Option<El> {
    let words = wish_words(card, env)?;
    if !waits(card) {
        return Some(strip("strip", "check", words));
    }
    let change = (env.is_family() && env.writes).then(|| {
        let (words, asks) = (env.t("wish-change"), say!(env.words, "wish-title", card: &card.words.words));
        let label = format!("{words}: {asks}");
        button("link", "", words, act, Act::AskWish(card.card_id))
            .set("aria-haspopup", "dialog")
            .set("aria-label", label)
    });
    let said = el("span", "").text(words).text(" ").maybe(change);
    Some(el("div", "strip wait").child(icon("wait")).child(said))
}

/// Who answers, and by when: each tap is an answer of its own, and there is nothing to send.
pub fn wish_menu(card: &Card, env: &Env, act: &Callback<Act>) -> Html {
    let Some(wish) = card.help.as_ref().and_then(|help| help.wish.as_ref()) else {
        return nothing();
    };
    let id = card.card_id;
    let choice = |words: String, chosen: bool, what: Act| {
        button("", if chosen { "check" } else { "none" }, words, act, what)
            .set("aria-pressed", if chosen { "true" } else { "false" })
    };
    let mut who = el("div", "").set("role", "group").set("aria-labelledby", "sheet-title");
    let can =
        |member: &&Arc<Member>| member.left_at.is_none() && group_of(member.role) == "pro" && member.role != Role::Interpreter;
    for member in env.people.iter().filter(can) {
        let words = say!(env.words, "person-and-relation", name: &member.name, relation: &member.relation);
        let chosen = wish.answers == Some(member.member_id);
        who = who.child(choice(words, chosen, Act::SetWish(id, member.member_id, wish.by)));
    }
    let label = el("p", "k").set("id", "wish-when").text(env.t("wish-when"));
    let mut when = el("div", "").set("role", "group").set("aria-labelledby", "wish-when");
    if let Some(answers) = wish.answers {
        let asked = clock::day_of(wish.asked_at).unwrap_or(env.today);
        for days in [7, ANSWER_DAYS, 28] {
            let by = asked.plus(days);
            if by >= env.today {
                when = when.child(choice(env.intl.weekday(by), wish.by == by, Act::SetWish(id, answers, by)));
            }
        }
    }
    let body = el("div", "menu").child(who).child(label).child(when);
    menu(
        say!(env.words, "wish-title", card: &card.words.words),
        env,
        act,
        vec![
            body.into(),
            button("btn main", "", env.t("wish-fine"), act, Act::Close).into(),
        ],
    )
}

pub fn answers_by(answers: MemberId, by: Day, env: &Env) -> String {
    say!(env.words, "wish-answers", name: env.name(answers), date: &env.intl.day(by))
}

/// The same without its sign.
pub fn wish_words(card: &Card, env: &Env) -> Option<String> {
    let wish = card.help.as_ref()?.wish.as_ref()?;
    Some(match &wish.answer {
        None => waiting(wish, env),
        Some(answer) => answered(answer, env),
    })
}

fn waiting(wish: &EndWish, env: &Env) -> String {
    let waited = clock::day_of(wish.asked_at).map_or(0, |asked| env.today.days_since(asked).max(0));
    let days = say!(env.words, "wish-waited", n: waited as usize);
    let said = match wish.answers {
        Some(answers) => answers_by(answers, wish.by, env),
        None => env.t("wish-nobody"),
    };
    format!("{said} {days}")
}

fn answered(answer: &WishAnswer, env: &Env) -> String {
    let said = match answer.how {
        Answered::Ends(on) => say!(env.words, "wish-ends", date: &env.intl.day(on)),
        Answered::Decided { .. } => env.t("wish-decided"),
        Answered::Stays { talk_to } => say!(env.words, "wish-stays", name: env.name(talk_to)),
    };
    if answer.words.is_empty() {
        said
    } else {
        format!("{said} {}", answer.words)
    }
}
