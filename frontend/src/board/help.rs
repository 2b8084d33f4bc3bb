//! Help the family gets, on its card: who gives it and how often, and what becomes of the wish to end it.

use super::card::strip;
use super::draw::{El, el};
use super::kit::Env;
use crate::clock;
use crate::say;
use shared::plan::{Answered, Card, EndWish, Often, WishAnswer};

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
    (!said.is_empty()).then(|| el("p", "when").dir().text(said.join(" · ")))
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
pub fn wish(card: &Card, env: &Env) -> Option<El> {
    let (class, sign) = if waits(card) {
        ("strip wait", "wait")
    } else {
        ("strip", "check")
    };
    wish_words(card, env).map(|words| strip(class, sign, words))
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
        Some(answers) => say!(env.words, "wish-answers", name: env.name(answers), date: &env.intl.day(wish.by)),
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
