//! A refusal in words: what cannot be, and who can help.

use super::kit::{Env, slug};
use crate::say;
use shared::plan::{Kind, Refusal, Role, WhomToAsk};

/// The sentence, and whom to ask where that is someone else.
pub fn whole(refusal: Refusal, env: &Env) -> String {
    match whom(refusal, env) {
        Some(ask) => format!("{} {ask}", why(refusal, env)),
        None => why(refusal, env),
    }
}

pub fn why(refusal: Refusal, env: &Env) -> String {
    let words = &env.words;
    match refusal {
        Refusal::WrongPlace { kind, column } => say!(words, refusal.key(), kind: kind_slug(kind), column: slug(column)),
        Refusal::TooLong { most } => say!(words, refusal.key(), n: most as usize),
        Refusal::CannotSeeIt { member_id } => say!(words, refusal.key(), name: env.name(member_id)),
        _ => words.get(refusal.key()),
    }
}

fn whom(refusal: Refusal, env: &Env) -> Option<String> {
    match refusal.whom_to_ask() {
        WhomToAsk::Yourself => None,
        WhomToAsk::TheFamily => (!env.is_family()).then(|| env.t("ask-the-family")),
        WhomToAsk::TheHolder => Some(env.t("ask-the-holder-nobody")),
        WhomToAsk::TheContact => {
            let contact = env
                .people
                .iter()
                .find(|member| member.role == Role::Coordinator && member.member_id != env.me);
            Some(match contact.map(|member| (&member.name, member.phone.as_deref())) {
                Some((name, Some(phone))) => say!(env.words, "ask-the-contact", name: name, phone: phone),
                Some((name, None)) => say!(env.words, "ask-the-contact-no-phone", name: name),
                None => env.t("ask-the-contact-nobody"),
            })
        }
    }
}

pub fn kind_slug(kind: Kind) -> &'static str {
    match kind {
        Kind::Dream => "dream",
        Kind::Goal => "goal",
        Kind::Help => "help",
    }
}
