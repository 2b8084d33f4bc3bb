//! A consultant's saved searches above a list: one press opens one, and says how many are new since the last time.

pub mod routes;

use super::filters::{Given, address_of};
use crate::matching::searches::{List, Search};
use crate::pages::address::with_query;
use crate::pages::reader::Reader;
use maud::{Markup, html};

pub const ADDRESS: &str = "/desk/searches";
pub const LONGEST_NAME: usize = 60;

/// A saved search with how many it finds that were written since it was last opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    pub search: Search,
    pub fresh: u32,
}

fn is_open(saved: &Saved, given: &Given) -> bool {
    saved.search.query == given.query()
}

/// All of them, the open one with its name to be changed.
pub fn kept(reader: &Reader, list: List, saved: &[Saved], given: &Given) -> Markup {
    html! {
        @if !saved.is_empty() {
            nav.searches aria-label=(reader.say("searches-label")) {
                ul {
                    @for one in saved {
                        @let open = is_open(one, given);
                        li {
                            a.act href=(reader.link(&opened(one))) aria-current=[open.then_some("true")] {
                                bdi { (one.search.name) }
                                @if one.fresh > 0 && !open { " " b.fresh { (reader.say_count("searches-fresh", one.fresh)) } }
                            }
                        }
                    }
                }
                @for one in saved.iter().filter(|one| is_open(one, given)) { (change(reader, list, one)) }
            }
        }
    }
}

/// Its address also says since when something is new.
fn opened(saved: &Saved) -> String {
    let search = &saved.search;
    with_query(
        &with_query(address_of(search.list), &search.query),
        &format!("since={}", search.seen),
    )
}

fn change(reader: &Reader, list: List, saved: &Saved) -> Markup {
    html! {
        details.search-change {
            summary { (reader.say("searches-change")) }
            form method="post" action=(reader.link(ADDRESS)) {
                (hidden(list, &saved.search.query))
                input type="hidden" name="search" value=(saved.search.search_id);
                (name_field(reader, &saved.search.name, None))
                button.act type="submit" name="do" value="rename" { (reader.say("searches-rename")) }
                button.act type="submit" name="do" value="remove" { (reader.say("searches-remove")) }
            }
        }
    }
}

/// The form that saves what is looked for now; nothing, where it is saved already.
pub fn to_keep(reader: &Reader, list: List, saved: &[Saved], given: &Given, name: &str) -> Markup {
    html! {
        @if !saved.iter().any(|one| is_open(one, given)) {
            form.search-keep method="post" action=(reader.link(ADDRESS)) {
                (hidden(list, &given.query()))
                // The key leads to the name, which is theirs to change; Enter saves.
                kbd aria-hidden="true" { "S" }
                (name_field(reader, name, Some("s")))
                button.act type="submit" name="do" value="save" { (reader.say("searches-save")) }
            }
        }
    }
}

pub fn hidden(list: List, query: &str) -> Markup {
    html! {
        input type="hidden" name="list" value=(list.code());
        input type="hidden" name="query" value=(query);
    }
}

fn name_field(reader: &Reader, name: &str, key: Option<&str>) -> Markup {
    html! {
        input type="text" name="name" value=(name) maxlength=(LONGEST_NAME) required dir="auto" autocomplete="off" data-key=[key] aria-label=(reader.say("searches-name"));
    }
}
