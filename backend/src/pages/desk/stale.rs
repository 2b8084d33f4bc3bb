//! Two who write the same record at the same moment: whoever is second sees what the first has written beside their own.

use crate::matching::Thing;
use crate::matching::exchange::{Write, heading};
use crate::pages::profile::{Differs, both, trouble};
use crate::pages::reader::Reader;
use maud::{Markup, html};

/// Everything that is written otherwise now than one wants it, in the words of the files that the desk gives and takes.
/// `mine`: what was typed, where it was more than a button.
pub fn beside(reader: &Reader, theirs: Thing, mine: Option<Thing>) -> Markup {
    // The form is saved over this revision the next time, so it does not count here.
    let write = mine.map(|thing| Write {
        thing,
        before: Some((theirs, 0)),
    });
    let changes = write.map(|write| write.changes(reader.lang())).unwrap_or_default();
    let parts: Vec<Differs> = changes
        .into_iter()
        .map(|change| Differs {
            title: html! { (heading(reader.lang(), change.column)) },
            theirs: change.before,
            mine: change.after,
        })
        .collect();
    match parts.is_empty() {
        true => alert(reader, "desk-stale"),
        false => both(reader, &parts),
    }
}

pub fn alert(reader: &Reader, key: &str) -> Markup {
    trouble(&html! { b { (reader.say(key)) } })
}
