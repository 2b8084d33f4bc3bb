//! What people say of a card without changing it: "I need help", "this is wrong", "we see this differently".
//! And whether what stands on it is one's own choice.

use super::super::desk::{As, Blank, Deed, Desk, Way};
use crate::error::Error;
use maud::{Markup, html};
use shared::plan::{Assign, Card, CardEdit, Duty, Intent, Kind, Remark, Role, Says};
use std::sync::Arc;

pub fn says_text(says: Says) -> &'static str {
    match says {
        Says::NeedHelp => "need-help",
        Says::Wrong => "wrong",
        Says::SeeItDifferently => "differently",
        Says::DoesNotFit => "does-not-fit",
    }
}

pub fn duty_text(duty: Option<Duty>) -> &'static str {
    match duty {
        Some(Duty::Voluntary) => "voluntary",
        Some(Duty::Duty) => "duty",
        None => "neither",
    }
}

/// That one may say no stands only where it is true.
pub fn duty(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let contact = desk.plan().contact();
    Ok(html! {
        @match card.duty {
            Some(Duty::Voluntary) => section.leaf {
                h2 { (desk.say("duty-voluntary")) }
                p { (desk.say("duty-may-say-no")) }
                (set_duty(desk, card)?)
            },
            Some(Duty::Duty) => section.leaf {
                h2 { (desk.say("duty-duty")) }
                @match contact {
                    Some(contact) => p { (desk.say_with("text-i", &[("name", &contact.name)])) },
                    None => p { (desk.say("text-i-nobody")) },
                }
                (say(desk, card, Says::DoesNotFit)?)
                (set_duty(desk, card)?)
            },
            None => {}
        }
    })
}

/// Whether it is a duty, the family and its contact know; the others have no part in saying it.
pub fn set_duty(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let edit = CardEdit {
        duty: Some(Assign::Clear),
        ..CardEdit::default()
    };
    let card_id = card.card_id;
    let knows = matches!(desk.seen.role(), Some(Role::Family | Role::Coordinator));
    let deed = desk.deed("duty", "", &Intent::EditCard { card_id, edit });
    let Some(deed) = deed.filter(|_| knows && card.kind != Kind::Dream) else {
        return Ok(html! {});
    };
    let answers = [
        (duty_text(Some(Duty::Voluntary)), desk.say("duty-voluntary")),
        (duty_text(Some(Duty::Duty)), desk.say("duty-duty")),
        (duty_text(None), desk.say("duty-neither")),
    ];
    Ok(html! {
        details.fold {
            summary { (desk.say("duty-label")) }
            (desk.answers(deed, "duty", &answers, Some(duty_text(card.duty)))?)
        }
    })
}

pub fn voices(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let (views, said): (Vec<_>, Vec<_>) = desk
        .plan()
        .remarks_of(card.card_id)
        .partition(|remark| remark.says == Says::SeeItDifferently);
    let may_say = desk.deed("remark", "", &remark(card, Says::Wrong)).is_some();
    if views.is_empty() && said.is_empty() && !may_say {
        return Ok(html! {});
    }
    Ok(html! {
        @if !views.is_empty() { (differently(desk, card, &views)?) }
        section.leaf {
            h2 { (desk.say("voices-title")) }
            @for remark in said {
                article.voice {
                    p { b { (desk.say_with(&format!("says-{}", says_text(remark.says)), &[("name", desk.name(remark.by))])) } }
                    @if !remark.words.is_empty() { p dir="auto" { (remark.words) } }
                    (settle(desk, remark)?)
                }
            }
            (say(desk, card, Says::NeedHelp)?)
            (say(desk, card, Says::Wrong)?)
            @if views.is_empty() { (say(desk, card, Says::SeeItDifferently)?) }
        }
    })
}

/// A state that stands beside the card: what the card says, and what the others say, at the same size.
fn differently(desk: &Desk<'_>, card: &Card, views: &[&Arc<Remark>]) -> Result<Markup, Error> {
    Ok(html! {
        section.leaf {
            h2 { (desk.say("voices-differently")) }
            p.hint { (desk.say("voices-differently-about")) }
            div.sides {
                article.voice {
                    p { b { (desk.say_with("voices-the-card", &[("name", desk.name(card.words.by))])) } }
                    p dir="auto" { (card.words.words) }
                    @if !card.why.words.is_empty() { p dir="auto" { (card.why.words) } }
                }
                @for remark in views {
                    article.voice {
                        p { b { bdi { (desk.name(remark.by)) } } }
                        p dir="auto" { @if remark.words.is_empty() { (desk.say("voices-no-words")) } @else { (remark.words) } }
                        (settle(desk, remark)?)
                    }
                }
            }
            (say(desk, card, Says::SeeItDifferently)?)
        }
    })
}

fn settle(desk: &Desk<'_>, remark: &Remark) -> Result<Markup, Error> {
    let id = remark.remark_id.to_string();
    let remark_id = remark.remark_id;
    match desk.deed("settle", &id, &Intent::SettleRemark { remark_id }) {
        Some(deed) => desk.button(deed, &desk.say("voices-settled")),
        None => Ok(html! {}),
    }
}

fn remark(card: &Card, says: Says) -> Intent {
    Intent::AddRemark {
        card_id: card.card_id,
        says,
        words: String::new(),
    }
}

/// Words may be left out: to say that one needs help is enough.
fn say(desk: &Desk<'_>, card: &Card, says: Says) -> Result<Markup, Error> {
    let about = says_text(says);
    if desk.way(&remark(card, says)).is_none() {
        return Ok(html! {});
    }
    let deed = Deed {
        name: "remark",
        about,
        way: Way::Happens,
    };
    let words = Blank {
        name: "words",
        label: "voices-words",
        hint: "voices-words-hint",
        most: 500,
        ..Blank::default()
    };
    let title = desk.say(&format!("say-{about}"));
    desk.folded(deed, &title, &desk.field(deed, words, As::Lines))
}
