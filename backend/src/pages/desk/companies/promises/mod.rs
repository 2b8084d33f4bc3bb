//! What was promised to a company and is not kept yet: it stands there until somebody says that it is, whoever talks with
//! them meanwhile.

pub mod routes;

use super::{ADDRESS, promised};
use crate::matching::book::Contact;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;

pub fn promises_of(company: impl std::fmt::Display) -> String {
    format!("{ADDRESS}/{company}/promises")
}

/// One promise, and the button that says it is kept.
pub fn open_promise(reader: &Reader, contact: &Contact, today: Day) -> Markup {
    html! {
        form.acts method="post" action=(reader.link(&promises_of(contact.company_id))) {
            p { (late(reader, contact, today)) (promised(reader, contact)) }
            input type="hidden" name="talk" value=(contact.contact_id);
            button.act type="submit" name="do" value="kept" { (reader.say("companies-kept")) span.unseen lang=[reader.danish()] { ": " (contact.entry.promised) } }
        }
    }
}

pub fn late(reader: &Reader, contact: &Contact, today: Day) -> Markup {
    html! {
        @if contact.entry.promised_by.is_some_and(|day| day < today) { span.tag.stop { (reader.say("companies-late")) } " " }
    }
}
