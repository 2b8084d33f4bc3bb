//! What one can take along of a plan, and what the municipality has kept of it.

mod copy;
pub mod document;
mod filed;
pub mod routes;

use super::Paper;
use super::routes::Visit;
use crate::pages::parts::{Field, form, submit};
use crate::plan::filing::{Filed, may_file, may_read};
use crate::plan::{Look, Seen};
use crate::zone::wall_time;
use document::date;
use maud::{Markup, html};
use shared::ids::ChangeId;
use shared::plan::Role;

pub const EXPORT: Paper = Paper {
    slug: "export",
    key: "paper-export",
    look: Look::Export,
    is_for: |_| true,
};

/// The form for a new document, as it was sent and could not be taken.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FileForm {
    pub change_id: Option<ChangeId>,
    pub met_on: String,
    pub kle: String,
    pub present: Vec<String>,
}

/// Why a document was not made: the key of a sentence.
pub type Trouble = &'static str;

pub fn export(visit: &Visit, seen: &Seen, filed: &[Filed], new: ChangeId, sent: Option<(&FileForm, Trouble)>) -> Markup {
    let reader = &visit.reader;
    let role = seen.role();
    let link = |end: &str| reader.link(&format!("/plans/{}/export.{end}", visit.plan_id));
    html! {
        @if let Some((_, trouble)) = sent {
            div.trouble role="alert" {
                h2 { (reader.say("paper-not-saved")) }
                p { (reader.say(trouble)) }
            }
        }
        p.lead { (reader.say("export-about")) }
        section.take {
            h2 { (reader.say("export-page")) }
            p { (reader.say("export-page-about")) }
            p { a.button href=(link("html")) { (reader.say("export-page-open")) } }
        }
        section.take {
            h2 { (reader.say("export-data")) }
            p { (reader.say("export-data-about")) }
            p { a.button href=(link("json")) download { (reader.say("export-data-fetch")) } }
        }
        @if role.is_some_and(may_read) {
            section.take {
                h2 { (reader.say("export-filed")) }
                p { (reader.say(about_filed(role))) }
                @if filed.is_empty() { p { (reader.say("export-filed-none")) } }
                @else { (list(visit, seen, filed)) }
            }
        }
        @if role.is_some_and(may_file) {
            section.take {
                h2 { (reader.say("export-file")) }
                p { (reader.say("export-file-about")) }
                (new_document(visit, seen, new, sent.map(|(form, _)| form)))
            }
        }
    }
}

fn about_filed(role: Option<Role>) -> &'static str {
    if role == Some(Role::Family) {
        "export-filed-about"
    } else {
        "export-filed-about-contact"
    }
}

fn list(visit: &Visit, seen: &Seen, filed: &[Filed]) -> Markup {
    let reader = &visit.reader;
    html! {
        ul.filed {
            @for each in filed {
                @let address = format!("/plans/{}/filed/{}", visit.plan_id, each.filed_id);
                li {
                    a href=(reader.link(&address)) { (reader.say_with("export-filed-from", &[("date", &date(reader, each.met_on))])) }
                    p { (reader.say("export-present")) ": " (each.present.join(", ")) }
                    p.small { (made(visit, seen, each)) }
                }
            }
        }
    }
}

/// When it was made and by whom.
pub fn made(visit: &Visit, seen: &Seen, filed: &Filed) -> String {
    let name = seen.plan.member(filed.by).map_or("", |member| member.name.as_str());
    let day = date(&visit.reader, wall_time(filed.at).day);
    visit.reader.say_with("export-made", &[("date", &day), ("name", name)])
}

fn new_document(visit: &Visit, seen: &Seen, new: ChangeId, sent: Option<&FileForm>) -> Markup {
    let reader = &visit.reader;
    let empty = FileForm::default();
    let sent = sent.unwrap_or(&empty);
    let met_on = Field {
        name: "met_on",
        label: &reader.say("export-met-on"),
        hint: "",
        value: &sent.met_on,
        most: 10,
        must: true,
    };
    let kle = Field {
        name: "kle",
        label: &reader.say("export-kle"),
        hint: &reader.say("export-kle-hint"),
        value: &sent.kle,
        most: 16,
        must: true,
    };
    let at_the_table = seen.plan.members().filter(|member| member.left_at.is_none());
    let fields = html! {
        (met_on.day())
        fieldset.choice {
            legend { (reader.say("export-present-question")) }
            @for member in at_the_table {
                @let id = member.member_id.to_string();
                label {
                    input type="checkbox" name="present" value=(id) checked[sent.present.contains(&id)];
                    span { bdi { (member.name) } @if !member.relation.is_empty() { ", " bdi { (member.relation) } } }
                }
            }
        }
        (kle.line())
        (submit(&reader.say("export-file-do")))
    };
    form(reader, &EXPORT.address(visit.plan_id), sent.change_id.unwrap_or(new), &fields)
}
