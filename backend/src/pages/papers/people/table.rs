//! Everyone who sits at the table, in their groups.

use super::member::address;
use super::{PEOPLE, Page};
use crate::pages::frame::face;
use crate::pages::parts;
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::{Intent, May, Member, MemberEdit, Role};

/// A group, and its name in the Fluent files.
const GROUPS: [(&str, &[Role]); 4] = [
    ("role-family-group", &[Role::Family, Role::Child]),
    ("role-network-group", &[Role::Network]),
    ("role-professional-group", &[Role::Coordinator, Role::Professional]),
    ("page-guests", &[Role::Interpreter, Role::Guest]),
];

/// Groups without anyone are left out; within one, the order stays.
pub fn grouped<'m>(members: &[&'m Member]) -> Vec<(&'static str, Vec<&'m Member>)> {
    let of = |roles: &[Role]| {
        members
            .iter()
            .copied()
            .filter(|member| roles.contains(&member.role))
            .collect()
    };
    let groups = GROUPS.into_iter().map(|(key, roles)| (key, of(roles)));
    groups
        .filter(|(_, members): &(_, Vec<&Member>)| !members.is_empty())
        .collect()
}

impl Page<'_> {
    pub(super) fn table(&self) -> Markup {
        let seated: Vec<&Member> = self.seated().collect();
        html! {
            @for (key, members) in grouped(&seated) {
                section.group {
                    h2 { (self.say(key)) }
                    ul.seats { @for member in members { (self.seat(member)) } }
                }
            }
        }
    }

    /// Those who sat here before, folded away.
    pub(super) fn those_who_left(&self) -> Markup {
        let members = self.plan().members().map(|member| &**member);
        let left: Vec<&Member> = members.filter(|member| member.left_at.is_some()).collect();
        html! {
            @if !left.is_empty() {
                details.turn {
                    summary { (self.reader().say_count("people-left", u32::try_from(left.len()).unwrap_or(u32::MAX))) }
                    ul.seats { @for member in left { (self.left(member)) } }
                }
            }
        }
    }

    fn seat(&self, member: &Member) -> Markup {
        html! {
            li {
                (face(&member.name, member.role))
                div {
                    p.who {
                        b { bdi { (member.name) } }
                        @if member.member_id == self.me() { " (" (self.say("you")) ")" }
                        @if !member.relation.is_empty() { ", " bdi { (member.relation) } }
                        @else if let Some(age) = member.age { ", " (self.reader().say_count("age-years", age.into())) }
                    }
                    @for sign in self.signs(member) { p.sign { (sign) } }
                    (self.facts(member))
                    @if self.has_page(member) {
                        p {
                            a href=(self.reader().link(&address(self.visit.plan_id, member.member_id))) {
                                @if member.member_id == self.me() { (self.say("people-edit-me")) }
                                @else { (self.say_of("people-edit", &member.name)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What they sit here for and how to reach them.
    pub(super) fn facts(&self, member: &Member) -> Markup {
        let has_any = !member.purpose.is_empty() || member.phone.is_some() || !member.hours.is_empty();
        html! {
            @if has_any {
                dl.facts {
                    @if !member.purpose.is_empty() {
                        div { dt { (self.say("people-purpose")) } dd dir="auto" { (member.purpose) } }
                    }
                    @if member.phone.is_some() {
                        div { dt { (self.say("people-call")) } dd { (parts::phone(member)) } }
                    }
                    @if !member.hours.is_empty() {
                        div { dt { (self.say("people-hours")) } dd dir="auto" { (member.hours) } }
                    }
                }
            }
        }
    }

    /// What this person is to the plan beside their seat.
    fn signs(&self, member: &Member) -> Vec<String> {
        let id = member.member_id;
        let Some(head) = self.plan().head() else { return vec![] };
        let mut signs = Vec::new();
        if head.primary_contact == Some(id) {
            signs.push(self.say("people-is-contact"));
        }
        if head.stand_in == Some(id) {
            signs.push(self.say("people-is-stand-in"));
        }
        if self.plan().pen_of(id).is_some() {
            signs.push(self.say("people-has-pen"));
        }
        signs
    }

    /// Whether there is anything that this reader can do about this member.
    fn has_page(&self, member: &Member) -> bool {
        let member_id = member.member_id;
        let edit = Intent::EditMember {
            member_id,
            edit: MemberEdit::default(),
        };
        let remove = Intent::RemoveMember {
            member_id,
            passes_to: None,
        };
        self.is_family() || self.may(&edit) == May::Yes || self.may(&remove) == May::Yes
    }

    fn left(&self, member: &Member) -> Markup {
        let day = member.left_at.map(Day::in_denmark);
        html! {
            li {
                (face(&member.name, member.role))
                div {
                    p.who {
                        b { bdi { (member.name) } }
                        @if !member.relation.is_empty() { ", " bdi { (member.relation) } }
                    }
                    @if let Some(day) = day {
                        p.hint { (self.reader().say_with("people-left-on", &[("date", &self.reader().date(day))])) }
                    }
                }
            }
        }
    }

    /// Back to the table from a page about one person.
    pub(super) fn back(&self) -> Markup {
        html! { p { a href=(self.reader().link(&PEOPLE.address(self.visit.plan_id))) { (self.say("people-back")) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;
    use shared::plan::{Member, Plan, Role};
    use shared::testing::family;

    #[test]
    fn everyone_sits_in_one_group_and_the_family_comes_first() {
        let plan: Plan = family();
        let members: Vec<&Member> = plan.members().map(|member| &**member).collect();
        let groups = grouped(&members);
        let names: Vec<Vec<&str>> = groups
            .iter()
            .map(|(_, members)| members.iter().map(|member| member.name.as_str()).collect())
            .collect();
        assert_eq!(
            names,
            [
                vec!["Maja", "Jonas", "Alma"],
                vec!["Birthe"],
                vec!["Karin", "Mette"],
                vec!["Tolk"]
            ]
        );
        let alone: Vec<&Member> = members
            .iter()
            .copied()
            .filter(|member| member.role == Role::Network)
            .collect();
        assert_eq!(grouped(&alone).len(), 1, "a group without anyone is not named");
    }

    #[test]
    fn no_role_is_without_a_group() {
        let in_groups: usize = super::GROUPS.iter().map(|(_, roles)| roles.len()).sum();
        assert_eq!(in_groups, Role::ALL.len());
    }
}
