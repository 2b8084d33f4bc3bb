//! Word of what was just done at the desk, and the way back.

pub mod routes;

use super::companies::promises_of;
use super::filters::Given;
use super::{Tab, searches, signals};
use crate::matching::searches::List;
use crate::pages::address::encoded;
use crate::pages::profile::Sent;
use crate::pages::profile::known::keeps_own;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// `path` is the page's address, `query` what stands in it, `given` what its list is narrowed to.
pub fn done(reader: &Reader, tab: Tab, path: &str, query: &BTreeMap<String, String>, given: Option<&Given>) -> Markup {
    let Some(done) = query.get("done").map(String::as_str) else {
        return html! {};
    };
    let key = match done {
        "asked" => "desk-done-asked",
        "answered" => "desk-done-answered",
        "taken-back" => "desk-done-taken-back",
        "nothing" => "desk-done-nothing",
        "removed" | "removed-course" => "desk-done-removed",
        "erased" => "desk-done-erased",
        "confirmed" => "desk-done-confirmed",
        "company-no" => "desk-done-company-no",
        "no-yes" => "desk-done-no-yes",
        "contact" => "desk-done-contact",
        "signal-taken" => "desk-done-signal-taken",
        "signal-other" => "desk-done-signal-other",
        "signal-left" => "desk-done-signal-left",
        "signal-done" => "desk-done-signal-done",
        "signal-open" => "desk-done-signal-open",
        "company" => "desk-done-company",
        "promise-kept" => "desk-done-promise-kept",
        "promise-open" => "desk-done-promise-open",
        "search-saved" => "searches-done-saved",
        "search-renamed" => "searches-done-renamed",
        "search-removed" => "searches-done-removed",
        "search-name" => "searches-done-name",
        _ => "desk-done-saved",
    };
    let signal = query.get("signal");
    let pair = query.get("person").zip(query.get("placement"));
    let list = if tab == Tab::Places { List::Places } else { List::People };
    html! {
        div.desk-note role="status" {
            p {
                (reader.say(key))
                @if let ("saved", Some(_)) = (done, signal) { " " (reader.say("desk-done-saved-signal")) }
                @if done == "saved" && query.contains_key("own") { " " (reader.say("desk-done-own")) }
            }
            @match done {
                // After a no the page has left out whom it was about: nothing here takes it back.
                "answered" if pair.is_none() => {}
                "saved" | "asked" | "answered" | "removed" | "confirmed" | "company-no" => form method="post" action=(reader.link("/desk/undo")) {
                    input type="hidden" name="back" value=(path);
                    @if let Some(change) = query.get("change") { input type="hidden" name="change" value=(change); }
                    @if let Some(signal) = signal { input type="hidden" name="signal" value=(signal); }
                    @if let Some((person, place)) = pair {
                        input type="hidden" name="person" value=(person);
                        input type="hidden" name="placement" value=(place);
                        @if done == "answered" { input type="hidden" name="answered" value="true"; }
                    }
                    (undo(reader, None))
                },
                "signal-done" => {
                    @if let Some(id) = signal {
                        form method="post" action=(reader.link(&format!("{}/{}", signals::ADDRESS, encoded(id)))) { (undo(reader, Some("reopen"))) }
                    }
                }
                "promise-kept" => {
                    @if let (Some(company), Some(talk)) = (query.get("company"), query.get("talk")) {
                        form method="post" action=(reader.link(&promises_of(encoded(company)))) {
                            input type="hidden" name="talk" value=(talk);
                            (undo(reader, Some("open")))
                        }
                    }
                }
                "search-saved" | "search-renamed" | "search-removed" => form method="post" action=(reader.link(searches::ADDRESS)) {
                    (searches::hidden(list, &given.map(Given::query).unwrap_or_default()))
                    @if let Some(id) = query.get("search") { input type="hidden" name="search" value=(id); }
                    @if let Some(was) = query.get("was") { input type="hidden" name="name" value=(was); }
                    (undo(reader, Some(match done {
                        "search-saved" => "remove",
                        "search-renamed" => "rename",
                        _ => "restore",
                    })))
                },
                _ => {}
            }
        }
    }
}

/// What stands in the address after a record was changed: what was done, and the revision that it made, so that the way back
/// leads from this change and from no other.
pub fn saved(done: &str, revision: i64) -> String {
    format!("done={done}&change={revision}")
}

/// The same of a form that was saved, and whether something in it stays in one's own words.
pub fn noted(sent: &Sent, revision: i64) -> String {
    let own = if keeps_own(sent) { "&own=yes" } else { "" };
    format!("{}{own}", saved("saved", revision))
}

/// `deed`: what the form is asked to do, where it can do several things.
fn undo(reader: &Reader, deed: Option<&str>) -> Markup {
    html! {
        button.act type="submit" name=[deed.map(|_| "do")] value=[deed] data-key="z" { (reader.say("desk-undo")) " " kbd aria-hidden="true" { "Z" } }
    }
}
