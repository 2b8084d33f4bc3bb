//! All companies, those first to whom something was promised.

use super::promises::late;
use super::{ADDRESS, call_tag, promised};
use crate::matching::book::{Call, Contact};
use crate::pages::reader::Reader;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::placement::Company;

/// How many stand on the page at once.
pub const AT_ONCE: usize = 60;

/// A company in the list.
#[derive(Clone, Debug)]
pub struct Row {
    pub company: Company,
    pub communities: Vec<String>,
    /// Placements that somebody has said are still there, and how many of them run out this week.
    pub open: u32,
    pub running_out: u32,
    /// The newest talk, and who had it.
    pub latest: Option<(Contact, String)>,
    /// Of what was promised and is not kept yet, what is due first.
    pub promised: Option<Contact>,
}

impl Row {
    /// Something was promised by this day. What has no day comes after what has one.
    pub fn promise(&self) -> Option<Day> {
        let contact = self.promised.as_ref()?;
        Some(contact.entry.promised_by.unwrap_or(Day::EPOCH.plus(100_000)))
    }

    fn call(&self) -> Call {
        self.latest
            .as_ref()
            .map(|(contact, _)| contact.entry.call)
            .unwrap_or_default()
    }
}

pub fn companies(reader: &Reader, rows: &[Row], in_all: usize, sought: &str, today: Day) -> Markup {
    html! {
        section.wide-list aria-labelledby="companies-head" {
            div.head {
                h1 id="companies-head" { (reader.say("desk-companies")) }
                span.faint { (in_all) " · " (reader.say("companies-order")) }
                a.act.last href=(reader.link(&format!("{ADDRESS}/new"))) { (reader.say("companies-new")) }
            }
            @if rows.is_empty() { p.empty { (reader.say(if sought.is_empty() { "companies-none" } else { "companies-not-found" })) } }
            ol.company-list data-rows="companies" { @for row in rows { (company_row(reader, row, today)) } }
            @if in_all > rows.len() { p.faint.empty { (reader.say_count("desk-more", (in_all - rows.len()) as u32)) } }
        }
    }
}

fn company_row(reader: &Reader, row: &Row, today: Day) -> Markup {
    html! {
        li {
            h2 { a href=(reader.link(&format!("{ADDRESS}/{}", row.company.id))) data-row { bdi { (row.company.name) } } }
            p.faint {
                (row.communities.join(", "))
                " · " (reader.say_count("desk-places-count", row.open))
                @if row.running_out > 0 { " · " span.tag.asks { (reader.say_count("places-running-out", row.running_out)) } }
            }
            p {
                (call_tag(reader, row.call())) " "
                @match &row.latest {
                    Some((contact, by)) => {
                        (reader.day(wall_time(contact.at).day, today)) ": "
                        (reader.say_with("companies-talked", &[("name", by), ("with", &contact.entry.with)]))
                    }
                    None => span.faint { (reader.say("companies-nobody-talked")) },
                }
            }
            @if let Some(contact) = &row.promised { p { (late(reader, contact, today)) (promised(reader, contact)) } }
            @if let Some((contact, _)) = &row.latest { p.own lang=[reader.danish()] dir="auto" { (contact.entry.note) } }
        }
    }
}
