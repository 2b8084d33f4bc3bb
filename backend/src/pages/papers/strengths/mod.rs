//! What is strong: what works, what someone can, what someone has learned, what the family gives others.

pub mod routes;

use super::Paper;
use super::answers::{FormIds, name, one_of};
use super::routes::Visit;
use crate::pages::parts::{self, Field};
use crate::plan::{Look, Seen};
use maud::{Markup, html};
use shared::ids::StrengthId;
use shared::plan::text::{NOTE_MAX, WORDS_MAX};
use shared::plan::{Intent, May, Member, Role, Strength, StrengthKind, may};
use std::sync::Arc;

pub const STRENGTHS: Paper = Paper {
    slug: "strengths",
    key: "paper-strengths",
    look: Look::Strengths,
    is_for: |_| true,
};

/// `said` is what stood in the form that was not taken.
pub fn strengths(visit: &Visit, seen: &Seen, ids: &FormIds, said: Option<&routes::AddStrength>) -> Markup {
    let reader = &visit.reader;
    let any = seen.plan.strengths().next().is_some();
    html! {
        p.lead { (reader.say("strengths-about")) }
        (add(visit, seen, ids, said))
        @if !any { p.nothing { (reader.say("strengths-nothing")) } }
        div.beside { @for kind in StrengthKind::ALL { (of_kind(visit, seen, ids, kind)) } }
    }
}

fn of_kind(visit: &Visit, seen: &Seen, ids: &FormIds, kind: StrengthKind) -> Markup {
    let mut strengths: Vec<&Arc<Strength>> = seen.plan.strengths().filter(|strength| strength.is == kind).collect();
    strengths.sort_by_key(|strength| (strength.of, strength.at));
    html! {
        @if !strengths.is_empty() {
            section.part {
                h2 { (visit.reader.say(&format!("strength-{}", name(kind)))) }
                ul.strengths {
                    @for strength in strengths { li { (one(visit, seen, ids, strength)) } }
                }
            }
        }
    }
}

fn one(visit: &Visit, seen: &Seen, ids: &FormIds, strength: &Strength) -> Markup {
    let reader = &visit.reader;
    let address = format!("{}/remove", STRENGTHS.address(visit.plan_id));
    html! {
        div {
            p dir="auto" { (strength.words.words) }
            p.small {
                @match strength.of.and_then(|of| seen.plan.member(of)) {
                    Some(member) => bdi { (member.name) },
                    None => (reader.say("whole-family")),
                }
            }
        }
        @if may(&seen.plan, seen.member_id, &removal(strength.strength_id)) == May::Yes {
            form method="post" action=(reader.link(&address)) {
                input type="hidden" name="change_id" value=(ids.another());
                input type="hidden" name="strength_id" value=(strength.strength_id);
                button.quiet type="submit" aria-label=(reader.say_with("strengths-remove", &[("words", &strength.words.words)])) {
                    (reader.say("card-remove"))
                }
            }
        }
    }
}

/// Others than the family ask it, and say why.
fn add(visit: &Visit, seen: &Seen, ids: &FormIds, said: Option<&routes::AddStrength>) -> Markup {
    let reader = &visit.reader;
    let any = Intent::AddStrength {
        is: StrengthKind::Works,
        of: None,
        words: String::new(),
    };
    let answer = may(&seen.plan, seen.member_id, &any);
    let kinds = StrengthKind::ALL.map(|kind| {
        let words = reader.say(&format!("strength-{}", name(kind)));
        (kind, html! { (words) })
    });
    let words = Field {
        name: "words",
        label: &reader.say("strengths-words"),
        hint: &reader.say("strengths-words-hint"),
        value: said.map_or("", |said| said.words.as_str()),
        most: WORDS_MAX,
        must: true,
    };
    let why = Field {
        name: "why",
        label: &reader.say("proposal-why-ask"),
        hint: &reader.say("proposal-why-hint"),
        value: said.map_or("", |said| said.why.as_str()),
        most: NOTE_MAX,
        must: false,
    };
    let fields = html! {
        (one_of("is", &reader.say("strengths-kind"), &kinds, said.map(|said| said.is), true))
        (whose(visit, seen, said))
        (words.lines())
        @if answer == May::Propose { (why.lines()) }
        (parts::submit(&reader.say(if answer == May::Propose { "card-propose" } else { "strengths-send" })))
    };
    html! {
        @if !matches!(answer, May::No(_)) {
            section.part {
                h2 { (reader.say("empty-works")) }
                (parts::form(reader, &STRENGTHS.address(visit.plan_id), ids.another(), &fields))
            }
        }
    }
}

/// The whole family's, or one person's: the family first, then its own people.
fn whose(visit: &Visit, seen: &Seen, said: Option<&routes::AddStrength>) -> Markup {
    let reader = &visit.reader;
    let is_ours =
        |member: &&Arc<Member>| member.left_at.is_none() && matches!(member.role, Role::Family | Role::Child | Role::Network);
    let mut ours: Vec<&Arc<Member>> = seen.plan.members().filter(is_ours).collect();
    ours.sort_by_key(|member| (member.role, member.member_id));
    let chosen = said.and_then(|said| said.of);
    html! {
        fieldset.choice {
            legend { (reader.say("strengths-whose")) }
            div.side-by-side {
                label {
                    input type="radio" name="of" value="" checked[said.is_some() && chosen.is_none()] required;
                    span { (reader.say("whole-family")) }
                }
                @for member in ours {
                    label {
                        input type="radio" name="of" value=(member.member_id) checked[chosen == Some(member.member_id)] required;
                        span { bdi { (member.name) } }
                    }
                }
            }
        }
    }
}

fn removal(strength_id: StrengthId) -> Intent {
    Intent::RemoveStrength { strength_id }
}
