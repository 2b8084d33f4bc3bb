//! The people round the table: who they are, coming and going, the contact and the pen.
//!
//! The paper itself is calm: who sits here, and what waits for an answer. What is done to one person stands
//! on a page about that person.

mod asks;
mod contact;
mod form;
pub(super) mod invited;
mod member;
mod pen;
pub mod routes;
mod seat;
mod table;

use super::Paper;
use super::answers::FormIds;
use super::routes::Visit;
use crate::pages::parts::{self, Field};
use crate::pages::reader::Reader;
use crate::plan::history::pen::Written;
use crate::plan::people::invitations::WayIn;
use crate::plan::{Look, Seen};
use form::Ask;
use maud::{Markup, html};
use shared::ids::MemberId;
use shared::plan::{Intent, May, Member, Plan, Role, may};
use std::collections::BTreeMap;

pub use invited::DOOR;

pub const PEOPLE: Paper = Paper {
    slug: "people",
    key: "paper-people",
    look: Look::People,
    is_for: |_| true,
};

/// How the members come in, where the reader may know.
pub type Ways = BTreeMap<MemberId, WayIn>;

/// What every part of the paper is made of.
struct Page<'a> {
    visit: &'a Visit,
    seen: &'a Seen,
    ids: &'a FormIds,
}

/// `read_back` is what was last written with the pen, `tried` what stood in the form that was not taken.
fn people(visit: &Visit, seen: &Seen, ids: &FormIds, read_back: &[Written], tried: Option<&Ask>) -> Markup {
    let page = Page { visit, seen, ids };
    if let Some(change) = page.change(tried) {
        return change;
    }
    html! {
        (page.pen_banner())
        (page.asks())
        (page.table())
        (page.ways_forward())
        (page.add(tried))
        (page.contact())
        (page.pen(read_back))
        (page.those_who_left())
    }
}

impl Page<'_> {
    fn reader(&self) -> &Reader {
        &self.visit.reader
    }

    fn plan(&self) -> &Plan {
        &self.seen.plan
    }

    fn me(&self) -> MemberId {
        self.seen.member_id
    }

    fn is_family(&self) -> bool {
        self.seen.role() == Some(Role::Family)
    }

    fn say(&self, key: &str) -> String {
        self.reader().say(key)
    }

    fn say_of(&self, key: &str, name: &str) -> String {
        self.reader().say_with(key, &[("name", name)])
    }

    fn name(&self, member_id: MemberId) -> &str {
        self.plan().member(member_id).map_or("", |member| member.name.as_str())
    }

    fn may(&self, intent: &Intent) -> May {
        may(self.plan(), self.me(), intent)
    }

    fn is_allowed(&self, intent: &Intent) -> bool {
        self.may(intent) == May::Yes
    }

    /// Those who sit here, in the order in which they came.
    fn seated(&self) -> impl Iterator<Item = &Member> {
        let members = self.plan().members().map(|member| &**member);
        members.filter(|member| member.left_at.is_none())
    }

    /// Those who can act for themselves.
    fn with_a_page(&self) -> impl Iterator<Item = &Member> {
        self.seated()
            .filter(|member| !matches!(member.role, Role::Child | Role::Interpreter))
    }

    /// A form of this paper. `ask` says what it does.
    fn form(&self, ask: &str, fields: &Markup) -> Markup {
        let fields = html! {
            input type="hidden" name="ask" value=(ask);
            (fields)
        };
        parts::form(
            self.reader(),
            &PEOPLE.address(self.visit.plan_id),
            self.ids.another(),
            &fields,
        )
    }

    /// A form behind its title, in sight once that is pressed.
    fn folded(&self, title: &str, open: bool, form: &Markup) -> Markup {
        html! {
            details.turn open[open] {
                summary { (title) }
                (form)
            }
        }
    }

    /// A field whose label and hint are still keys.
    fn field(&self, keys: Field<'_>, draw: impl Fn(&Field<'_>) -> Markup) -> Markup {
        let hint = if keys.hint.is_empty() {
            String::new()
        } else {
            self.say(keys.hint)
        };
        draw(&Field {
            label: &self.say(keys.label),
            hint: &hint,
            ..keys
        })
    }

    /// One of these people, or with `nobody` none.
    fn whom<'m>(&self, field: &str, question: &str, members: impl Iterator<Item = &'m Member>, nobody: Option<&str>) -> Markup {
        let members: Vec<(String, String)> = members
            .map(|member| (member.member_id.to_string(), member.name.clone()))
            .collect();
        let mut answers: Vec<(&str, String)> = members.iter().map(|(id, name)| (id.as_str(), name.clone())).collect();
        answers.extend(nobody.map(|label| ("", label.to_owned())));
        parts::choice(field, question, &answers, None)
    }
}
