//! One card: paper on the table, or a dream at its head. Drawn again only when something on it has changed.

use super::act::{Act, Also, Written};
use super::agreement::{self, Told};
use super::draw::{El, button, el, icon, nodes};
use super::help;
use super::kit::{Env, face, first_name, plate, same, slug};
use super::more;
use crate::say;
use shared::ids::MemberId;
use shared::plan::{Audience, Card, Duty, Kind, Lane, Orphan, Remark, Role, Text};
use std::sync::Arc;
use yew::prelude::*;

/// Everything a card shows.
#[derive(Clone, Debug)]
pub struct Facts {
    pub card: Arc<Card>,
    pub agreements: Vec<Told>,
    /// What has been said of it and is not settled.
    pub remarks: Vec<Arc<Remark>>,
    /// The dream it serves.
    pub serves: Option<Arc<Card>>,
    /// Someone else who has the card open to write.
    pub writer: Option<MemberId>,
    /// Someone who has proposed to change it.
    pub proposer: Option<MemberId>,
    /// Others changed it since this person's last visit.
    pub is_new: bool,
    /// The first of the dreams: the largest words on the screen.
    pub first: bool,
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        let serves = match (&self.serves, &other.serves) {
            (Some(a), Some(b)) => same(a, b),
            (None, None) => true,
            _ => false,
        };
        let agreements = self.agreements.len() == other.agreements.len()
            && self
                .agreements
                .iter()
                .zip(&other.agreements)
                .all(|(a, b)| (a.orphan, a.answers) == (b.orphan, b.answers) && same(&a.agreement, &b.agreement));
        let rest =
            (self.writer, self.proposer, self.first, self.is_new) == (other.writer, other.proposer, other.first, other.is_new);
        serves && agreements && rest && self.remarks == other.remarks && same(&self.card, &other.card)
    }
}

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct CardProps {
    pub facts: Facts,
    pub env: Env,
    pub act: Callback<Act>,
}

#[derive(Debug)]
pub struct CardView;

impl Component for CardView {
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        CardView
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CardProps { facts, env, act } = ctx.props();
        let drawn = match (facts.card.kind, facts.card.lane) {
            (Kind::Dream, _) => dream(facts, env, act),
            (_, Some(Lane::Done)) => flat(facts, env, act),
            _ => paper(facts, env, act),
        };
        drawn.set("data-card", facts.card.card_id.to_string()).into()
    }
}

fn paper(facts: &Facts, env: &Env, act: &Callback<Act>) -> El {
    let card = &*facts.card;
    let when = (!card.when.words.is_empty()).then(|| el("p", "when").dir().text(&card.when.words));
    el("article", if card.lane == Some(Lane::Now) { "card big" } else { "card" })
        .set("data-col", slug(card.column))
        .set_some("data-is", state(facts))
        .maybe(badge(facts, env))
        .maybe(plate(card.picture.as_deref()))
        .maybe(serves(facts, env))
        .maybe(grip(facts, env))
        .child(title("h5", "title", facts, env))
        .maybe(when)
        .child(
            el("div", "facts")
                .maybe(help::facts(card, env))
                .maybe(holder(card.who, env))
                .maybe(tag(card.duty, env)),
        )
        .maybe(agreement::list(&facts.agreements, env, act))
        .child(strips(facts, env, act))
        .child(acts(facts, env, act))
}

/// In Done a card lies flat, without shadow.
fn flat(facts: &Facts, env: &Env, act: &Callback<Act>) -> El {
    let card = &*facts.card;
    let done = card
        .done_at
        .and_then(crate::clock::day_of)
        .map(|day| say!(env.words, "card-done-on", date: &env.intl.day(day)));
    let words = el("div", "")
        .child(title("h5", "title", facts, env))
        .maybe(done.map(|done| el("p", "small").text(done)))
        .child(acts(facts, env, act));
    el("article", "card flat")
        .set("data-col", slug(card.column))
        .child(el("span", "tick").set("aria-hidden", "true").child(icon("check")))
        .child(words)
        .maybe(grip(facts, env))
}

fn dream(facts: &Facts, env: &Env, act: &Callback<Act>) -> El {
    let card = &*facts.card;
    let whose = card.who.map_or_else(|| env.t("whole-family"), |who| env.name(who).to_owned());
    let hidden = (card.audience != Audience::Table).then(|| el("p", "").child(icon("hidden")).text(env.t("audience-is-family")));
    let below = el("div", "")
        .child(el("p", "").text(whose))
        .maybe(hidden)
        .maybe(also(&card.words, Written::Words(card.card_id), env, act))
        .child(acts(facts, env, act));
    el("article", if facts.first { "dream first" } else { "dream lesser" })
        .set_some("data-is", facts.writer.map(|_| "edited"))
        .maybe(plate(card.picture.as_deref()))
        .child(title("h3", "", facts, env))
        .child(below)
        .maybe(grip(facts, env))
}

/// The card's words, with a dot where others changed it since this person's last visit.
fn title(tag: &'static str, class: &'static str, facts: &Facts, env: &Env) -> El {
    let dot = facts.is_new.then(|| {
        let heard = el("span", "sr").text(env.t("card-new"));
        el("span", "new").set("data-new", "true").child(heard)
    });
    el(tag, class).dir().maybe(dot).text(&facts.card.words.words)
}

/// What the edge of the paper tells. One thing at a time, the most pressing first.
fn state(facts: &Facts) -> Option<&'static str> {
    let orphan = |wanted: fn(&Orphan) -> bool| facts.agreements.iter().any(|told| told.orphan.as_ref().is_some_and(wanted));
    if facts.writer.is_some() {
        Some("edited")
    } else if orphan(|orphan| matches!(orphan, Orphan::NoHolder | Orphan::HolderLeft)) {
        Some("orphan")
    } else if orphan(|orphan| *orphan == Orphan::PastDue) {
        Some("overdue")
    } else {
        help::waits(&facts.card).then_some("stopping")
    }
}

fn badge(facts: &Facts, env: &Env) -> Option<El> {
    let writer = env.member(facts.writer?)?;
    let dots = el("span", "dots")
        .set("aria-hidden", "true")
        .child(el("i", ""))
        .child(el("i", ""))
        .child(el("i", ""));
    let says = say!(env.words, "here-writes-card", name: env.name(writer.member_id));
    Some(el("p", "badge").child(face(writer)).text(says).text(" ").child(dots))
}

fn serves(facts: &Facts, env: &Env) -> Option<El> {
    let card = &*facts.card;
    match &facts.serves {
        Some(dream) => {
            let name = &dream.words.words;
            let heard = el("span", "sr").text(say!(env.words, "card-serves-dream", dream: name));
            let seen = el("span", "").set("aria-hidden", "true").dir().text(name);
            Some(el("p", "serves long").child(icon("star")).child(heard).child(seen))
        }
        None if card.kind == Kind::Goal && card.lane != Some(Lane::Done) => {
            Some(el("p", "serves none").text(env.t("card-serves-nothing")))
        }
        None => None,
    }
}

fn grip(facts: &Facts, env: &Env) -> Option<El> {
    let name = format!("{}: {}", env.t("move-grip"), facts.card.words.words);
    env.writes.then(|| {
        el("button", "grip")
            .set("type", "button")
            .set("data-grip", "true")
            .set("aria-label", name)
            .set("aria-describedby", "drag-how")
            .child(icon("grip"))
    })
}

fn holder(who: Option<MemberId>, env: &Env) -> Option<El> {
    let member = env.member(who?)?;
    let name = first_name(&member.name);
    let family = matches!(member.role, Role::Family | Role::Child);
    let text = if family || member.relation.is_empty() {
        name.to_owned()
    } else {
        say!(env.words, "person-and-relation", name: name, relation: &member.relation)
    };
    Some(el("p", "holder").child(face(member)).child(el("b", "").dir().text(text)))
}

fn tag(duty: Option<Duty>, env: &Env) -> Option<El> {
    Some(match duty? {
        Duty::Voluntary => el("span", "tag free").child(icon("hand")).text(env.t("duty-voluntary")),
        Duty::Duty => el("span", "tag duty").child(icon("duty")).text(env.t("duty-duty")),
    })
}

/// A line of plain fact or of waiting, on the card.
pub fn strip(class: &'static str, sign: &'static str, words: impl AsRef<str>) -> El {
    el("p", class).child(icon(sign)).child(el("span", "").text(words))
}

fn strips(facts: &Facts, env: &Env, act: &Callback<Act>) -> Html {
    let card = &*facts.card;
    let id = card.card_id;
    let proposer = facts.proposer.map(|by| {
        let mine = by == env.me;
        strip(
            "strip wait",
            "wait",
            if mine {
                env.t("proposal-mine")
            } else {
                say!(env.words, "proposal-on-card", name: env.name(by))
            },
        )
    });
    let texts = [
        (&card.words, Written::Words(id)),
        (&card.when, Written::When(id)),
        (&card.why, Written::Why(id)),
    ];
    let mut shown: Vec<Html> = [help::wish(card, env, act), proposer, audience(&card.audience, env)]
        .into_iter()
        .flatten()
        .map(Html::from)
        .collect();
    shown.extend(more::said(&facts.remarks, env));
    for (text, written) in texts {
        shown.extend(also(text, written, env, act).map(Html::from));
    }
    nodes(shown)
}

fn audience(audience: &Audience, env: &Env) -> Option<El> {
    let text = match audience {
        Audience::Table => return None,
        Audience::Family => env.t("audience-is-family"),
        Audience::Only(members) if members.len() == 1 => env.t("audience-is-only-me"),
        Audience::Only(members) => {
            say!(env.words, "audience-is-only", names: &env.intl.list(members.iter().map(|id| env.name(*id))))
        }
    };
    Some(strip("strip", "hidden", text))
}

/// "Alma skrev også": no word is lost when two write at once.
pub fn also(text: &Text, written: Written, env: &Env, act: &Callback<Act>) -> Option<El> {
    let also = text.also.as_ref()?;
    let name = env.name(also.by);
    let mut said = el("span", "")
        .dir()
        .text(say!(env.words, "also-wrote", name: name, words: &also.words));
    if env.is_family() && env.writes {
        let take = say!(env.words, "also-take", name: name);
        said = said
            .text(" ")
            .child(button("link", "", take, act, Act::Also(written, Also::Take)).set("data-also", "take"))
            .text(" ")
            .child(button("link", "", env.t("also-keep"), act, Act::Also(written, Also::Leave)));
    }
    Some(el("div", "strip also").child(icon("voices")).child(said))
}

fn acts(facts: &Facts, env: &Env, act: &Callback<Act>) -> El {
    let id = facts.card.card_id;
    let words = &facts.card.words.words;
    let mut acts = el("div", "acts");
    let opens =
        |el: El, mark: &'static str, label: String| el.set(mark, "true").set("aria-haspopup", "dialog").set("aria-label", label);
    if env.writes {
        let (move_label, edit_label) = (
            say!(env.words, "move-title", card: words),
            say!(env.words, "card-edit-title", card: words),
        );
        acts = acts
            .child(opens(
                button("quiet", "move", env.t("move"), act, Act::Move(id)),
                "data-move",
                move_label,
            ))
            .child(opens(
                button("quiet", "pen", env.t("card-edit"), act, Act::Edit(id)),
                "data-edit",
                edit_label,
            ));
    }
    let listen = env.listens.then(|| {
        let label = say!(env.words, "listen-card", card: words);
        button("quiet", "listen", env.t("listen"), act, Act::Listen(id)).set("aria-label", label)
    });
    let label = say!(env.words, "card-more-title", card: words);
    let more = opens(button("quiet", "more", "", act, Act::More(id)), "data-more", label);
    acts.maybe(listen).child(more)
}
