//! Word of what was just done at the desk, and the way back.

use super::filters::Given;
use super::{Tab, searches};
use crate::matching::searches::List;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// `query` is what stands in the page's address, `given` what its list is narrowed to.
pub fn done(reader: &Reader, tab: Tab, query: &BTreeMap<String, String>, given: Option<&Given>) -> Markup {
    let Some(done) = query.get("done").map(String::as_str) else {
        return html! {};
    };
    let key = match done {
        "asked" => "desk-done-asked",
        "asked-before" => "desk-done-asked-before",
        "taken-back" => "desk-done-taken-back",
        "nothing" => "desk-done-nothing",
        "removed" | "removed-course" => "desk-done-removed",
        "erased" => "desk-done-erased",
        "confirmed" => "desk-done-confirmed",
        "contact" => "desk-done-contact",
        "signal-taken" => "desk-done-signal-taken",
        "signal-other" => "desk-done-signal-other",
        "signal-left" => "desk-done-signal-left",
        "signal-done" => "desk-done-signal-done",
        "search-saved" => "searches-done-saved",
        "search-renamed" => "searches-done-renamed",
        "search-removed" => "searches-done-removed",
        "search-name" => "searches-done-name",
        _ => "desk-done-saved",
    };
    let list = if tab == Tab::Places { List::Places } else { List::People };
    html! {
        div.desk-note role="status" {
            p { (reader.say(key)) }
            @match done {
                "saved" | "asked" | "removed" | "confirmed" => form method="post" action=(reader.link("/desk/undo")) {
                    @if let (Some(person), Some(place)) = (query.get("person"), query.get("placement")) {
                        input type="hidden" name="person" value=(person);
                        input type="hidden" name="placement" value=(place);
                    }
                    (undo(reader, None))
                },
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

/// `deed`: what the form is asked to do, where it can do several things.
fn undo(reader: &Reader, deed: Option<&str>) -> Markup {
    html! {
        button.act type="submit" name=[deed.map(|_| "do")] value=[deed] data-key="z" { (reader.say("desk-undo")) " " kbd aria-hidden="true" { "Z" } }
    }
}
