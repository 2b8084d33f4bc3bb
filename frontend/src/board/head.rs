//! The head of the table: who we are, who to call, and everyone's seat, the family first.

use super::act::Act;
use super::draw::{El, button, el, icon, icon_flip};
use super::kit::{Env, face, first_name, group_of};
use super::status;
use crate::say;
use crate::session::Seen;
use shared::ids::MemberId;
use shared::live::Peer;
use shared::plan::{Head, Member};
use std::sync::Arc;
use yew::prelude::Callback;

pub fn top(head: Option<&Head>, seen: &Seen, env: &Env, act: &Callback<Act>) -> El {
    let contact = head.and_then(|head| head.primary_contact).and_then(|id| env.member(id));
    let name = el("p", "who")
        .dir()
        .text(head.map(|head| head.name.as_str()).unwrap_or_default());
    let hide = el("button", "btn hide")
        .set("type", "button")
        .set("title", env.t("hide-page-hint"))
        .says(act, Act::Hide)
        .child(icon_flip("exit"))
        .text(env.t("hide-page"));
    let tools = el("div", "tools")
        .child(status::saved(seen, env))
        .maybe(status::undo(seen, env, act))
        .child(hide);
    el("header", "top")
        .child(el("div", "").child(el("h1", "").text(env.t("board-title"))).child(name))
        .child(contact_card(contact, env))
        .child(tools)
}

fn contact_card(contact: Option<&Arc<Member>>, env: &Env) -> El {
    let Some(contact) = contact else {
        return el("p", "contact").text(env.t("contact-none"));
    };
    let call = contact.phone.as_deref().map(|phone| {
        el("a", "btn main")
            .set("href", tel(phone))
            .child(icon("phone"))
            .child(el("span", "num").text(say!(env.words, "contact-call", phone: phone)))
    });
    let who = el("div", "")
        .child(el("small", "").text(env.t("contact-label")))
        .child(el("br", ""))
        .child(el("b", "").text(&contact.name));
    el("div", "contact").child(face(contact)).child(who).maybe(call)
}

pub fn foot(head: Option<&Head>, env: &Env, act: &Callback<Act>) -> El {
    let stand_in = head.and_then(|head| {
        let contact = env.member(head.primary_contact?)?;
        let stand_in = env.member(head.stand_in?)?;
        let words = say!(env.words, "stand-in-call", name: first_name(&contact.name), standin: &stand_in.name);
        let phone = stand_in
            .phone
            .as_deref()
            .map(|phone| el("a", "num").set("href", tel(phone)).text(phone));
        Some(el("span", "").text(words).text(" ").maybe(phone))
    });
    el("footer", "foot-room")
        .maybe(stand_in)
        .child(button("link", "", env.t("texts-show"), act, Act::Texts))
        .child(env.link("/people").text(env.t("people-title")))
        .child(el("span", "credit").text(env.t("credit-pictures")))
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

pub fn seats(here: &[Peer], env: &Env) -> El {
    let mut seats = el("section", "seats").set("aria-label", env.t("people-title"));
    for (name, label) in [
        ("family", "role-family-group"),
        ("network", "role-network-group"),
        ("pro", "role-professional-group"),
    ] {
        let mut group = el("ul", "").set("role", "list").set("aria-label", env.t(label));
        let people = env
            .people
            .iter()
            .filter(|member| member.left_at.is_none() && group_of(member.role) == name);
        let mut empty = true;
        for member in people {
            group = group.child(seat(member, here, env));
            empty = false;
        }
        if !empty {
            seats = seats.child(group);
        }
    }
    seats
}

fn seat(member: &Arc<Member>, here: &[Peer], env: &Env) -> El {
    let mine = member.member_id == env.me;
    let peer = peer_of(here, member.member_id);
    let (class, text) = match (mine, peer) {
        (true, _) => ("here", env.t("you")),
        (_, Some(peer)) if peer.writing => ("writes", env.t("here-writing")),
        (_, Some(_)) => ("here", env.t("here-now")),
        _ => ("", relation(member, env)),
    };
    el("li", "")
        .key(&member.member_id.to_string())
        .set("data-here", if mine || peer.is_some() { "true" } else { "false" })
        .child(face(member))
        .child(el("b", "").dir().text(first_name(&member.name)))
        .child(el("span", class).dir().text(text))
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
