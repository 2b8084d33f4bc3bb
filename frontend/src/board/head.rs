//! The head of the table: who we are, who to call, and everyone's seat, the family first.

use super::act::Act;
use super::kit::{Env, face, first_name, group_of, icon, icon_flip, says};
use super::status;
use crate::say;
use crate::session::Seen;
use shared::ids::MemberId;
use shared::live::Peer;
use shared::plan::{Head, Member};
use std::sync::Arc;
use yew::prelude::*;

pub fn top(head: Option<&Head>, seen: &Seen, env: &Env, act: &Callback<Act>) -> Html {
    let contact = head.and_then(|head| head.primary_contact).and_then(|id| env.member(id));
    html! {
        <header class="top">
            <div>
                <h1>{ env.t("board-title") }</h1>
                <p class="who" dir="auto">{ head.map(|head| head.name.as_str()).unwrap_or_default() }</p>
            </div>
            { contact_card(contact, env) }
            <div class="tools">
                { status::saved(seen, env) }
                { status::undo(seen, env, act) }
                <button type="button" class="btn hide" title={env.t("hide-page-hint")} onclick={says(act, Act::Hide)}>
                    { icon_flip("exit") }{ env.t("hide-page") }
                </button>
            </div>
        </header>
    }
}

fn contact_card(contact: Option<&Arc<Member>>, env: &Env) -> Html {
    let Some(contact) = contact else {
        return html! { <p class="contact">{ env.t("contact-none") }</p> };
    };
    html! {
        <div class="contact">
            { face(contact) }
            <div><small>{ env.t("contact-label") }</small><br /><b>{ &contact.name }</b></div>
            { for contact.phone.as_deref().map(|phone| html! {
                <a class="btn main" href={tel(phone)}>
                    { icon("phone") }<span class="num">{ say!(env.words, "contact-call", phone: phone) }</span>
                </a>
            }) }
        </div>
    }
}

pub fn foot(head: Option<&Head>, env: &Env, act: &Callback<Act>) -> Html {
    let stand_in = head.and_then(|head| {
        let contact = env.member(head.primary_contact?)?;
        let stand_in = env.member(head.stand_in?)?;
        Some((contact, stand_in))
    });
    html! {
        <footer class="foot-room">
            if let Some((contact, stand_in)) = stand_in {
                <span>
                    { say!(env.words, "stand-in-call", name: first_name(&contact.name), standin: &stand_in.name) }
                    { " " }
                    { for stand_in.phone.as_deref().map(|phone| html! { <a class="num" href={tel(phone)}>{ phone }</a> }) }
                </span>
            }
            <button type="button" class="link" onclick={says(act, Act::Texts)}>{ env.t("texts-show") }</button>
            <span class="credit">{ env.t("credit-pictures") }</span>
        </footer>
    }
}

fn tel(phone: &str) -> String {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    // Eight digits are a Danish number.
    if digits.len() == 8 {
        format!("tel:+45{digits}")
    } else {
        format!("tel:{digits}")
    }
}

pub fn seats(here: &[Peer], env: &Env) -> Html {
    let group = |name: &'static str, label: &'static str| {
        let people: Vec<_> = env
            .people
            .iter()
            .filter(|member| member.left_at.is_none() && group_of(member.role) == name)
            .collect();
        if people.is_empty() {
            return html! {};
        }
        html! { <ul role="list" aria-label={env.t(label)}>{ for people.into_iter().map(|member| seat(member, here, env)) }</ul> }
    };
    html! {
        <section class="seats" aria-label={env.t("people-title")}>
            { group("family", "role-family-group") }
            { group("network", "role-network-group") }
            { group("pro", "role-professional-group") }
        </section>
    }
}

fn seat(member: &Arc<Member>, here: &[Peer], env: &Env) -> Html {
    let mine = member.member_id == env.me;
    let peer = peer_of(here, member.member_id);
    let said = match (mine, peer) {
        (true, _) => Some(("here", env.t("you"))),
        (_, Some(peer)) if peer.writing => Some(("writes", env.t("here-writing"))),
        (_, Some(_)) => Some(("here", env.t("here-now"))),
        _ => None,
    };
    let (class, text) = said.unwrap_or_else(|| ("", relation(member, env)));
    html! {
        <li key={member.member_id.to_string()} data-here={(mine || peer.is_some()).to_string()}>
            { face(member) }<b dir="auto">{ first_name(&member.name) }</b><span class={class} dir="auto">{ text }</span>
        </li>
    }
}

fn relation(member: &Member, env: &Env) -> String {
    match member.age {
        Some(age) => say!(env.words, "age-years", n: usize::from(age)),
        None => member.relation.clone(),
    }
}

/// The livelier of a person's windows.
pub fn peer_of(here: &[Peer], member: MemberId) -> Option<&Peer> {
    here.iter()
        .filter(|peer| peer.member_id == member)
        .max_by_key(|peer| peer.writing)
}
