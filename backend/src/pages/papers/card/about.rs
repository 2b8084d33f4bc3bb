//! What a card is: its words, why, when, who, where it lies, which dream it serves, and who can see it.

use super::super::card_address;
use super::super::desk::{As, Blank, Desk};
use super::voices::set_duty;
use crate::error::Error;
use crate::pages::parts::{phone, place};
use maud::{Markup, html};
use shared::plan::{Audience, Card, CardEdit, CellId, Consent, Grantee, Intent, Kind, Role, Scope, view};

pub fn about(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let cell = CellId {
        column: card.column,
        lane: card.lane,
    };
    Ok(html! {
        section.leaf {
            @if !card.when.words.is_empty() { p.lead dir="auto" { (card.when.words) } }
            (desk.said(&card.words))
            dl.known {
                dt { (desk.say("this-card-where")) }
                dd { (place(desk.reader(), cell)) }
                @if let Some(who) = card.who.and_then(|who| desk.plan().member(who)) {
                    dt { (desk.say(if card.kind == Kind::Help { "card-who-help" } else { "card-who" })) }
                    dd { bdi { (who.name) } " " (phone(who)) }
                }
                @if !card.why.words.is_empty() {
                    dt { (desk.say("card-why")) }
                    dd { p dir="auto" { (card.why.words) } (desk.said(&card.why)) }
                }
                (dream(desk, card))
                dt { (desk.say("audience-label")) }
                dd { (seen_by(desk, card)) }
            }
            (edit(desk, card)?)
            @if card.duty.is_none() { (set_duty(desk, card)?) }
        }
    })
}

/// The dream that it serves, or what serves it.
fn dream(desk: &Desk<'_>, card: &Card) -> Markup {
    let link = |of: &Card| {
        let address = desk.reader().link(&card_address(desk.visit.plan_id, of.card_id));
        html! { a.way href=(address) dir="auto" { (of.words.words) } }
    };
    if card.kind == Kind::Dream {
        let serving: Vec<_> = desk
            .plan()
            .cards()
            .filter(|other| other.serves == Some(card.card_id))
            .collect();
        return html! {
            @if !serving.is_empty() {
                dt { (desk.say("this-card-served-by")) }
                dd { ul { @for other in serving { li { (link(other)) } } } }
            }
        };
    }
    html! {
        dt { (desk.say("this-card-dream")) }
        dd {
            @match card.serves.and_then(|dream| desk.plan().card(dream)) {
                Some(dream) => (link(dream)),
                None => (desk.say("this-card-no-dream")),
            }
        }
    }
}

/// In words who may see it; for the family also by name, by the same `view` that decides it.
fn seen_by(desk: &Desk<'_>, card: &Card) -> Markup {
    let names = |of: &[shared::ids::MemberId]| of.iter().map(|id| desk.name(*id)).collect::<Vec<_>>().join(", ");
    let consents = desk.plan().consents().filter(|consent| match consent.what {
        Scope::Card(card_id) => card_id == card.card_id,
        Scope::Column(column) => column == card.column,
    });
    html! {
        p {
            @match (&card.audience, card.kind) {
                (Audience::Table, Kind::Help) => (desk.say("this-card-seen-help")),
                (Audience::Table, _) => (desk.say("this-card-seen-table")),
                (Audience::Family, _) => (desk.say("audience-is-family")),
                (Audience::Only(members), _) if members.as_slice() == [desk.me()] => (desk.say("audience-is-only-me")),
                (Audience::Only(members), _) => (desk.say_with("audience-is-only", &[("names", &names(members))])),
            }
        }
        @if card.audience != Audience::Table { p.hint { (desk.say("audience-stored")) } }
        @if desk.is_family() {
            p.hint { (desk.say_with("this-card-seen-names", &[("names", &seen_names(desk, card))])) }
        }
        @for consent in consents { p { (consent_words(desk, consent)) } }
        @if desk.is_family() {
            @let consents = format!("/plans/{}/consents?card={}", desk.visit.plan_id, card.card_id);
            p { a.way href=(desk.reader().link(&consents)) { (desk.say("this-card-consents")) } }
        }
    }
}

/// The family sees every card and consent that another's sight of this card can depend on.
fn seen_names(desk: &Desk<'_>, card: &Card) -> String {
    let sees = |id| view(desk.plan(), id).card(card.card_id).is_some();
    let names = desk.plan().members().filter(|member| sees(member.member_id));
    names.map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn consent_words(desk: &Desk<'_>, consent: &Consent) -> String {
    let who = match consent.to {
        Grantee::Member(member) => desk.name(member).to_owned(),
        Grantee::Role(role) => desk.say(match role {
            Role::Network => "this-card-role-network",
            Role::Coordinator => "this-card-role-coordinator",
            Role::Professional => "this-card-role-professional",
            Role::Guest | Role::Family | Role::Child | Role::Interpreter => "this-card-role-guest",
        }),
    };
    let date = desk.reader().date(consent.until);
    desk.say_with("this-card-consent", &[("who", &who), ("date", &date)])
}

fn edit(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let intent = Intent::EditCard {
        card_id: card.card_id,
        edit: CardEdit::default(),
    };
    let Some(deed) = desk.deed("edit", "", &intent) else {
        return Ok(html! {});
    };
    let mut who = desk.members(|_| true);
    who.insert(0, (String::new(), desk.say("card-who-nobody")));
    let dreams = desk.plan().cards().filter(|card| card.kind == Kind::Dream);
    let mut dreams: Vec<_> = dreams
        .map(|dream| (dream.card_id.to_string(), dream.words.words.clone()))
        .collect();
    dreams.insert(0, (String::new(), desk.say("card-serves-none")));
    let text = |of: Option<String>| of.unwrap_or_default();
    let (old_who, old_dream) = (
        text(card.who.map(|who| who.to_string())),
        text(card.serves.map(|dream| dream.to_string())),
    );
    let was = |name: &str, value: &str| {
        let name = deed.field(name);
        html! { input type="hidden" name=(name) value=(value); }
    };
    let fields = html! {
        (was("words_was", &card.words.words)) (was("when_was", &card.when.words)) (was("why_was", &card.why.words))
        (was("who_was", &old_who)) (was("serves_was", &old_dream))
        (desk.field(deed, Blank { name: "words", label: "card-words", value: &card.words.words, most: 200, must: true, ..Blank::default() }, As::Line))
        (desk.field(deed, Blank { name: "when", label: "card-when", hint: "card-when-hint", value: &card.when.words, most: 80, ..Blank::default() }, As::Line))
        @let who_label = if card.kind == Kind::Help { "card-who-help" } else { "card-who" };
        (desk.field(deed, Blank { name: "who", label: who_label, value: &old_who, ..Blank::default() }, As::Select(&who)))
        (desk.field(deed, Blank { name: "why", label: "card-why", value: &card.why.words, most: 500, ..Blank::default() }, As::Lines))
        @if card.kind != Kind::Dream {
            (desk.field(deed, Blank { name: "serves", label: "card-serves", value: &old_dream, ..Blank::default() }, As::Select(&dreams)))
        }
    };
    desk.folded(deed, &desk.say("this-card-edit"), &fields)
}
