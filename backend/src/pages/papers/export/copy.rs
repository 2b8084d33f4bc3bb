//! One's own copy of a plan: as data, and as a page to read and to print.

use super::super::days::by_day;
use super::super::history::Telling;
use super::super::routes::Visit;
use super::EXPORT;
use super::document::{as_html, date, pieces};
use crate::pages::frame::{Files, page};
use crate::pages::parts::contact;
use crate::plan::Seen;
use crate::plan::history::Entry;
use maud::html;
use serde::Serialize;
use shared::ids::{MemberId, Millis};
use shared::plan::Record;

/// The layout of the data. A program that reads it looks here first.
const VERSION: u32 = 1;

/// Everything that one person sees of a plan, and how it came to be so.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Copy {
    format: &'static str,
    version: u32,
    #[schema(value_type = i64)]
    made_at: Millis,
    /// Of the sentences.
    language: &'static str,
    /// Who the reader is at this table.
    #[schema(value_type = uuid::Uuid)]
    member_id: MemberId,
    #[schema(value_type = Vec<Object>)]
    records: Vec<Record>,
    /// Oldest first.
    history: Vec<Happened>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct Happened {
    revision: i64,
    #[schema(value_type = i64)]
    at: Millis,
    /// Who did it.
    #[schema(value_type = uuid::Uuid)]
    by: MemberId,
    sentences: Vec<String>,
}

pub fn data(visit: &Visit, seen: &Seen, entries: &[Entry]) -> Copy {
    let telling = Telling::new(&visit.reader, seen);
    let history = entries.iter().map(|entry| Happened {
        revision: entry.revision,
        at: entry.at,
        by: entry.by,
        sentences: telling.plain(entry),
    });
    Copy {
        format: "bordenden-plan",
        version: VERSION,
        made_at: visit.now,
        language: visit.reader.lang().tag(),
        member_id: seen.member_id,
        records: seen.plan.records().cloned().collect(),
        history: history.collect(),
    }
}

/// A page of its own, without the links between the papers: it is read elsewhere too.
pub fn readable(visit: &Visit, seen: &Seen, mut entries: Vec<Entry>) -> String {
    let reader = &visit.reader;
    let name = seen.plan.head().map_or("", |head| head.name.as_str());
    let me = seen.plan.member(seen.member_id).map_or("", |member| member.name.as_str());
    let telling = Telling::new(reader, seen);
    let made = date(reader, visit.today);
    entries.reverse();
    let body = html! {
        a.skip href="#main" { (reader.say("page-skip")) }
        nav.strip aria-label=(reader.say("app-name")) {
            a href=(visit.link(&EXPORT)) { (reader.say("export-back")) }
        }
        header.rim {
            div.rim-inside {
                p.family { bdi { (name) } }
                (contact(reader, &seen.plan))
            }
        }
        main.paper.document id="main" tabindex="-1" {
            h1 { (reader.say("board-title")) }
            p.small { (reader.say_with("export-copy-of", &[("name", me), ("date", &made)])) }
            (as_html(&pieces(reader, &seen.plan, visit.today)))
            h2 { (reader.say("paper-history")) }
            (by_day(reader, visit.today, &entries, |entry| entry.at, |entry, time| html! {
                li {
                    time { (reader.time(time)) }
                    div { (telling.sentences(entry)) }
                }
            }))
        }
    };
    let address = format!("/plans/{}/export.html", visit.plan_id);
    let title = reader.say_with("board-title-of", &[("name", name)]);
    page(reader, &address, &title, "plan", Files::default(), &body)
}
