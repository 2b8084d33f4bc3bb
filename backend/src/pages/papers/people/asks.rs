//! Who would like a seat, someone new at the table, and where to begin for a family that has nobody of its own there.

use super::super::answers::value;
use super::form::{Add, Ask};
use super::{PEOPLE, Page};
use crate::pages::parts::{self, Field};
use maud::{Markup, html};
use shared::plan::{Intent, May, NewMember, Proposal, Role};

/// Where a family without a network can begin: the name in the Fluent files and in the address.
const WAYS: [&str; 4] = ["volunteer", "association", "colleague", "neighbour"];
/// The address's word for someone who is not the family's own.
const OTHER: &str = "other";
const NAME_MOST: usize = 80;
const NOTE_MOST: usize = 500;

impl Page<'_> {
    /// What waits for an answer: for the family all of it, for others what they proposed themselves.
    pub(super) fn asks(&self) -> Markup {
        let asks: Vec<(&Proposal, &NewMember)> = self
            .plan()
            .proposals()
            .filter_map(|proposal| match &proposal.intent {
                Intent::AddMember(new) | Intent::AskForSeat(new) if proposal.ran_out_at.is_none() => Some((&**proposal, new)),
                _ => None,
            })
            .collect();
        html! {
            @if !asks.is_empty() {
                section.group {
                    h2 { (self.say(if self.is_family() { "people-asks-title" } else { "proposal-mine" })) }
                    @for (proposal, new) in asks { (self.ask(proposal, new)) }
                }
            }
        }
    }

    fn ask(&self, proposal: &Proposal, new: &NewMember) -> Markup {
        let by = self.name(proposal.by);
        html! {
            div.note-of-a-guest {
                p.who {
                    @if by.is_empty() { (self.say_of("people-asks", &new.name)) }
                    @else { (self.reader().say_with("people-proposes", &[("by", by), ("name", &new.name)])) }
                }
                dl.facts {
                    div { dt { (self.say("people-role-ask")) } dd { (self.say(role_key(new.role))) @if !new.relation.is_empty() { ": " bdi { (new.relation) } } } }
                    @if !new.purpose.is_empty() { div { dt { (self.say("people-purpose")) } dd dir="auto" { (new.purpose) } } }
                    @if !proposal.why.is_empty() { div { dt { (self.say("proposal-why")) } dd dir="auto" { (proposal.why) } } }
                }
                @if proposal.by == self.me() {
                    p.hint { (self.say("proposal-waits")) }
                    (self.small_form("withdraw-proposal", &html! {
                        input type="hidden" name="proposal_id" value=(proposal.proposal_id);
                        (parts::submit(&self.say("proposal-withdraw")))
                    }))
                } @else if let Some(seen) = self.plan().proposal_hash(proposal.proposal_id) {
                    p.hint { (self.say_of("people-asks-means", &new.name)) }
                    (self.small_form("answer-proposal", &html! {
                        input type="hidden" name="proposal_id" value=(proposal.proposal_id);
                        input type="hidden" name="seen" value=(seen);
                        (parts::two_answers("answer", [("yes", &self.say("proposal-yes")), ("no", &self.say("proposal-no"))]))
                    }))
                }
            }
        }
    }

    /// A form without a sheet of its own.
    pub(super) fn small_form(&self, ask: &str, fields: &Markup) -> Markup {
        html! { div.bare { (self.form(ask, fields)) } }
    }

    /// For a family that has nobody of its own at the table.
    pub(super) fn ways_forward(&self) -> Markup {
        let alone = self.is_family() && !self.seated().any(|member| member.role == Role::Network);
        html! {
            @if alone {
                section.group {
                    h2 { (self.say("people-ways-title")) }
                    p { (self.say("people-ways-about")) }
                    ul.ways {
                        @for way in WAYS {
                            li {
                                p { b { (self.say(&format!("people-way-{way}"))) } }
                                p { (self.say(&format!("people-way-{way}-about"))) }
                                p { a href=(self.to_add(way)) { (self.say("people-way-begin")) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Someone new. One of the family's own needs a name; of others it is also asked what they are here for.
    pub(super) fn add(&self, tried: Option<&Ask>) -> Markup {
        let may = self.may(&Add::default().intent());
        if matches!(may, May::No(_)) {
            return html! {};
        }
        let asks = may == May::Propose;
        let ready: String = self.visit.asked("ready").unwrap_or_default();
        let begun = match tried {
            Some(Ask::Add(add)) => Some(add.clone()),
            _ => WAYS.contains(&ready.as_str()).then(|| Add {
                relation: self.say(&format!("people-way-{ready}-relation")),
                ..Add::default()
            }),
        };
        let of_others = asks || ready == OTHER || begun.as_ref().is_some_and(|add| add.role.is_some());
        let open = begun.is_some() || ready == OTHER;
        let title = match (asks, of_others) {
            (true, _) => "people-propose-title",
            (false, true) => "people-add-other-title",
            (false, false) => "people-add-title",
        };
        let form = html! {
            p { (self.say(if asks { "people-propose-about" } else if of_others { "people-add-other-about" } else { "people-add-about" })) }
            (self.form("add", &self.add_fields(&begun.unwrap_or_default(), of_others, asks)))
            @if !of_others {
                p { a href=(self.to_add(OTHER)) { (self.say("people-add-other-link")) } }
            }
        };
        html! { div id="add" { (self.folded(&self.say(title), open, &form)) } }
    }

    fn add_fields(&self, begun: &Add, of_others: bool, asks: bool) -> Markup {
        let roles = [
            Role::Network,
            Role::Professional,
            Role::Interpreter,
            Role::Guest,
            Role::Family,
            Role::Child,
        ];
        let roles = roles.map(|role| (value(role), self.say(role_key(role))));
        let roles: Vec<(&str, String)> = roles.iter().map(|(name, label)| (name.as_str(), label.clone())).collect();
        let name = Field {
            name: "name",
            label: "people-name",
            value: &begun.name,
            most: NAME_MOST,
            must: true,
            hint: "",
        };
        let relation = Field {
            name: "relation",
            label: "people-relation",
            hint: "people-relation-hint",
            value: &begun.relation,
            most: NAME_MOST,
            must: false,
        };
        let purpose = Field {
            name: "purpose",
            label: "people-purpose-ask",
            hint: "people-purpose-hint",
            value: &begun.purpose,
            most: NOTE_MOST,
            must: false,
        };
        let phone = Field {
            name: "phone",
            label: "people-phone",
            hint: "people-phone-hint",
            value: &begun.phone,
            most: NAME_MOST,
            must: false,
        };
        let why = Field {
            name: "why",
            label: "proposal-why-ask",
            hint: "proposal-why-hint",
            value: &begun.why,
            most: NOTE_MOST,
            must: false,
        };
        html! {
            (self.field(name, |field| field.line()))
            @if of_others {
                (parts::choice("role", &self.say("people-role-ask"), &roles, begun.role.map(value).as_deref()))
            }
            (self.field(relation, |field| field.line()))
            @if of_others { (self.field(purpose, |field| field.lines())) }
            (self.field(phone, |field| field.phone()))
            @if asks { (self.field(why, |field| field.lines())) }
            (parts::submit(&self.say(if asks { "people-propose-button" } else { "people-add-button" })))
        }
    }

    /// To the form for someone new, made ready for this.
    fn to_add(&self, ready: &str) -> String {
        let here = PEOPLE.address(self.visit.plan_id);
        format!("{}#add", self.reader().link(&format!("{here}?ready={ready}")))
    }
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Family => "people-role-family",
        Role::Child => "people-role-child",
        Role::Network => "people-role-network",
        Role::Coordinator | Role::Professional => "people-role-professional",
        Role::Interpreter => "people-role-interpreter",
        Role::Guest => "people-role-guest",
    }
}

#[cfg(test)]
mod tests {
    use super::{WAYS, role_key};
    use crate::words::{Lang, Words};
    use shared::plan::Role;

    #[test]
    fn every_way_forward_and_every_role_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for way in WAYS {
                for end in ["", "-about", "-relation"] {
                    let key = format!("people-way-{way}{end}");
                    assert!(Words::has(lang, &key), "{key}");
                }
            }
            assert!(Role::ALL.into_iter().all(|role| Words::has(lang, role_key(role))));
        }
    }
}
