//! Who would like a seat and what the family makes of it, someone new at the table, and where to begin for a family that has nobody of its own there.

use super::super::answers::value;
use super::form::{Add, Ask};
use super::{PEOPLE, Page};
use crate::pages::parts::{self, Field};
use maud::{Markup, html};
use shared::ids::ProposalId;
use shared::plan::{Act, Intent, May, NewMember, Proposal, Role, rule};

/// Where a family without a network can begin: the name in the Fluent files and in the address.
const WAYS: [&str; 4] = ["volunteer", "association", "colleague", "neighbour"];
/// The address's word for someone who is not the family's own.
const OTHER: &str = "other";
/// What someone new can be to the family. The contact's role goes with the baton.
const ROLES: [Role; 6] = [
    Role::Network,
    Role::Professional,
    Role::Interpreter,
    Role::Guest,
    Role::Family,
    Role::Child,
];
const NAME_MOST: usize = 80;
const NOTE_MOST: usize = 500;

impl Page<'_> {
    /// What waits for an answer: for the family all of it, for others what they proposed themselves.
    pub(super) fn asks(&self) -> Markup {
        let asks: Vec<(&Proposal, &NewMember)> = self.proposed().collect();
        html! {
            @if !asks.is_empty() {
                section.group {
                    h2 { (self.say(if self.is_family() { "people-asks-title" } else { "proposal-mine" })) }
                    @for (proposal, new) in asks { (self.ask(proposal, new)) }
                }
            }
        }
    }

    /// Those who wait for the family's yes, as far as the reader knows of them.
    fn proposed(&self) -> impl Iterator<Item = (&Proposal, &NewMember)> {
        let waiting = self.plan().proposals().filter(|proposal| proposal.ran_out_at.is_none());
        waiting.filter_map(|proposal| match &proposal.intent {
            Intent::AddMember(new) | Intent::AskForSeat(new) => Some((&**proposal, new)),
            _ => None,
        })
    }

    /// Who it is, and who says so.
    fn about(&self, proposal: &Proposal, new: &NewMember) -> Markup {
        let by = self.name(proposal.by);
        html! {
            p.who {
                @if by.is_empty() { (self.say_of("people-asks", &new.name)) }
                @else { (self.reader().say_with("people-proposes", &[("by", by), ("name", &new.name)])) }
            }
            dl.facts {
                div { dt { (self.say("people-role-ask")) } dd { (self.say(role_key(new.role))) @if !new.relation.is_empty() { ": " bdi { (new.relation) } } } }
                @if !new.purpose.is_empty() { div { dt { (self.say("people-purpose")) } dd dir="auto" { (new.purpose) } } }
                @if !proposal.why.is_empty() { div { dt { (self.say("proposal-why")) } dd dir="auto" { (proposal.why) } } }
            }
        }
    }

    fn ask(&self, proposal: &Proposal, new: &NewMember) -> Markup {
        html! {
            div.note-of-a-guest {
                (self.about(proposal, new))
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
                        p.three {
                            button.answer type="submit" name="answer" value="yes" { (self.say("proposal-yes")) }
                            a.answer href=(self.to_change(proposal.proposal_id)) { (self.say("proposal-change")) }
                            button.answer type="submit" name="answer" value="no" { (self.say("proposal-no")) }
                        }
                    }))
                }
            }
        }
    }

    /// The family's own version of a proposal, alone on the page: asked for by the address, or once more where it
    /// was not taken. `None` where there is no such proposal to answer.
    pub(super) fn change(&self, tried: Option<&Ask>) -> Option<Markup> {
        let (proposal_id, begun) = match tried {
            Some(Ask::ChangeProposal(own)) => (own.proposal_id, Some(own.instead.clone())),
            Some(_) => return None,
            None => (self.visit.asked("change")?, None),
        };
        let is_it = |(proposal, _): &(&Proposal, _)| proposal.proposal_id == proposal_id && proposal.by != self.me();
        let (proposal, new) = self.proposed().find(is_it)?;
        let seen = self.plan().proposal_hash(proposal_id)?;
        // Whoever asks for a seat wants to open the plan, which not every seat does.
        let asks_for_seat = matches!(proposal.intent, Intent::AskForSeat(_));
        let roles = ROLES.into_iter().filter(|role| !asks_for_seat || opens_the_plan(*role));
        let begun = begun.unwrap_or_else(|| Add::of(new));
        Some(html! {
            (self.back())
            div.note-of-a-guest { (self.about(proposal, new)) }
            section.group {
                h2 { (self.say("proposal-change-title")) }
                (self.form("change-proposal", &html! {
                    input type="hidden" name="proposal_id" value=(proposal_id);
                    input type="hidden" name="seen" value=(seen);
                    (self.member_fields(&begun, &roles.collect::<Vec<_>>()))
                    p.hint { (self.say_of("people-asks-means", &begun.name)) }
                    (parts::submit(&self.say("proposal-change-send")))
                }))
            }
        })
    }

    fn to_change(&self, proposal_id: ProposalId) -> String {
        let here = PEOPLE.address(self.visit.plan_id);
        self.reader().link(&format!("{here}?change={proposal_id}"))
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
        let begun = begun.unwrap_or_default();
        let why = Field {
            name: "why",
            label: "proposal-why-ask",
            hint: "proposal-why-hint",
            value: &begun.why,
            most: NOTE_MOST,
            must: false,
        };
        let form = html! {
            p { (self.say(if asks { "people-propose-about" } else if of_others { "people-add-other-about" } else { "people-add-about" })) }
            (self.form("add", &html! {
                (self.member_fields(&begun, if of_others { &ROLES } else { &[] }))
                @if asks { (self.field(why, |field| field.lines())) }
                (parts::submit(&self.say(if asks { "people-propose-button" } else { "people-add-button" })))
            }))
            @if !of_others {
                p { a href=(self.to_add(OTHER)) { (self.say("people-add-other-link")) } }
            }
        };
        html! { div id="add" { (self.folded(&self.say(title), open, &form)) } }
    }

    /// Of one of the family's own it is asked neither who they are nor what for: `roles` is empty.
    fn member_fields(&self, begun: &Add, roles: &[Role]) -> Markup {
        let roles: Vec<(String, String)> = roles.iter().map(|role| (value(role), self.say(role_key(*role)))).collect();
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
        html! {
            (self.field(name, |field| field.line()))
            @if !roles.is_empty() {
                (parts::choice("role", &self.say("people-role-ask"), &roles, begun.role.map(value).as_deref()))
            }
            (self.field(relation, |field| field.line()))
            @if !roles.is_empty() { (self.field(purpose, |field| field.lines())) }
            (self.field(phone, |field| field.phone()))
        }
    }

    /// To the form for someone new, made ready for this.
    fn to_add(&self, ready: &str) -> String {
        let here = PEOPLE.address(self.visit.plan_id);
        format!("{}#add", self.reader().link(&format!("{here}?ready={ready}")))
    }
}

fn opens_the_plan(role: Role) -> bool {
    rule(Act::BeInformed, role) == May::Yes
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
