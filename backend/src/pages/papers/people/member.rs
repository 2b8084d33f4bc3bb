//! One person at the table: how to reach them, the link they come in by, and leaving.

use super::form::Ask;
use super::{PEOPLE, Page, Ways};
use crate::pages::address::encoded;
use crate::pages::parts::{self, Field};
use crate::plan::people::invitations::invites;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{MemberId, PlanId};
use shared::plan::{Agreement, Intent, May, Member, MemberEdit, Refusal, Role};

pub fn address(plan_id: PlanId, member_id: MemberId) -> String {
    format!("{}/{member_id}", PEOPLE.address(plan_id))
}

impl Page<'_> {
    pub(super) fn member(&self, member: &Member, ways: &Ways, tried: Option<&Ask>) -> Markup {
        html! {
            (self.back())
            div.seats-alone { (self.facts(member)) }
            @if member.left_at.is_some() {
                p { (self.say_of("people-has-left", &member.name)) }
            } @else {
                (self.edit(member, tried))
                (self.link(member, ways))
                (self.leave_or_remove(member))
            }
        }
    }

    fn edit(&self, member: &Member, tried: Option<&Ask>) -> Markup {
        let intent = Intent::EditMember {
            member_id: member.member_id,
            edit: MemberEdit::default(),
        };
        if !self.is_allowed(&intent) {
            return html! {};
        }
        let (relation, phone, hours) = match tried {
            Some(Ask::Edit {
                relation, phone, hours, ..
            }) => (relation.clone(), phone.clone(), hours.clone()),
            _ => (
                Some(member.relation.clone()),
                member.phone.clone(),
                Some(member.hours.clone()),
            ),
        };
        let (relation, phone, hours) = (
            relation.unwrap_or_default(),
            phone.unwrap_or_default(),
            hours.unwrap_or_default(),
        );
        let blank = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            most: 80,
            must: false,
        };
        let form = self.form(
            "edit",
            &html! {
                input type="hidden" name="member_id" value=(member.member_id);
                (self.field(blank("phone", "people-phone", "people-phone-hint", phone.as_str()), |field| field.phone()))
                (self.field(blank("hours", "people-hours-ask", "people-hours-hint", hours.as_str()), |field| field.line()))
                (self.field(blank("relation", "people-relation", "people-relation-hint", relation.as_str()), |field| field.line()))
                (parts::submit(&self.say("people-save")))
            },
        );
        html! {
            section.group {
                h2 { (self.say("people-reach-title")) }
                (form)
            }
        }
    }

    /// The way in, for whoever gives it.
    fn link(&self, member: &Member, ways: &Ways) -> Markup {
        let Some(way) = ways.get(&member.member_id).filter(|_| member.member_id != self.me()) else {
            return html! {};
        };
        let gives_to_all = self.seen.role().is_some_and(invites);
        let name = &member.name;
        let here = format!("{}/link", address(self.visit.plan_id, member.member_id));
        let until = way.link_until.filter(|until| *until >= self.visit.now).map(Day::in_denmark);
        let make = |label: &str| {
            let fields = html! { p { button.button type="submit" name="what" value="make" { (self.say(label)) } } };
            html! { div.bare { (parts::form(self.reader(), &here, self.ids.another(), &fields)) } }
        };
        html! {
            @if way.takes_link(member) {
                section.group {
                    h2 { (self.say_of("link-title", name)) }
                    @if !gives_to_all {
                        p { (self.say_of("link-lost", name)) }
                        (make("link-make-new"))
                    } @else if let Some(until) = until {
                        p { (self.reader().say_with("link-waits", &[("date", &self.reader().date(until))])) }
                        div.bare {
                            (parts::form(self.reader(), &here, self.ids.another(), &html! {
                                p.two {
                                    button.answer type="submit" name="what" value="withdraw" { (self.say("link-withdraw")) }
                                    button.answer type="submit" name="what" value="make" { (self.say("link-make-new")) }
                                }
                            }))
                        }
                    } @else if way.by_link {
                        p { (self.say_of("link-again", name)) }
                        (make("link-make-new"))
                    } @else {
                        p { (self.say_of("link-about", name)) }
                        (make("link-make"))
                    }
                }
            } @else if way.sits {
                p { (self.say_of("link-not-needed", name)) }
            }
        }
    }

    fn leave_or_remove(&self, member: &Member) -> Markup {
        let member_id = member.member_id;
        let is_me = member_id == self.me();
        let remove = Intent::RemoveMember {
            member_id,
            passes_to: None,
        };
        match self.may(&remove) {
            May::Yes => {}
            May::No(Refusal::AskTheContact) if self.is_family() => {
                return html! {
                    section.group {
                        h2 { (self.say_of("people-remove-title", &member.name)) }
                        p { (self.say(Refusal::AskTheContact.key())) }
                        (parts::contact(self.reader(), self.plan()))
                    }
                };
            }
            _ => return html! {},
        }
        let name = &member.name;
        let held: Vec<&Agreement> = self.held_by(member_id).collect();
        let heirs = || self.with_a_page().filter(|heir| heir.member_id != member_id);
        let form = self.form(
            "remove",
            &html! {
                input type="hidden" name="member_id" value=(member_id);
                p { @if is_me { (self.say("people-leave-about")) } @else { (self.say_of("people-remove-about", name)) } }
                @if !held.is_empty() {
                    div {
                        p { @if is_me { (self.say("people-you-hold")) } @else { (self.say_of("people-holds", name)) } }
                        ul.held { @for agreement in held { li dir="auto" { (agreement.words.words) } } }
                    }
                    (self.whom("passes_to", &self.say("people-passes-to"), heirs(), Some(&self.say("people-passes-to-nobody"))))
                }
                p { button.answer type="submit" {
                    @if is_me { (self.say("people-leave")) } @else { (self.say_of("people-remove", name)) }
                } }
            },
        );
        let title = if is_me {
            self.say("people-leave-title")
        } else {
            self.say_of("people-remove-title", name)
        };
        self.folded(&title, false, &form)
    }

    /// What somebody has to take over, as far as the reader sees it.
    fn held_by(&self, member_id: MemberId) -> impl Iterator<Item = &Agreement> {
        let agreements = self.plan().agreements().map(|agreement| &**agreement);
        agreements.filter(move |agreement| agreement.holder == Some(member_id) || agreement.asked == Some(member_id))
    }

    /// What one who has left is told: that nothing of theirs is lost.
    pub(super) fn goodbye(&self) -> Markup {
        let family = self.plan().head().map_or("", |head| head.name.as_str());
        html! {
            p.lead { (self.say_of("left-about", family)) }
            ul.held {
                li { (self.say("left-stays")) }
                li { (self.say("left-agreements")) }
                li { (self.say("left-closed")) }
            }
            @if self.seen.role() != Some(Role::Family) { p { (self.say("left-again")) } }
        }
    }

    /// The link, shown this once.
    pub(super) fn made(&self, member: &Member, link: &str, until: &str) -> Markup {
        let family = self.plan().head().map_or("", |head| head.name.as_str());
        let text = self
            .reader()
            .say_with("link-text", &[("family", family), ("link", link), ("date", until)]);
        let number: String = member.phone.iter().flat_map(|phone| phone.split_whitespace()).collect();
        html! {
            (self.back())
            p.lead { (self.say("link-once")) }
            div.sheet-form {
                div.field {
                    label for="link" { (self.say_of("link-title", &member.name)) }
                    input id="link" type="text" readonly value=(link) dir="ltr" autocomplete="off";
                }
                p { a.button href={ "sms:" (number) "?&body=" (encoded(&text)) } { (self.say("link-sms")) } }
                p.hint { (self.reader().say_with("link-waits", &[("date", until)])) }
            }
        }
    }
}
