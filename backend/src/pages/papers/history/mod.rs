//! What has happened to the plan, in sentences; and what is new since one looked.

pub mod routes;
mod sentences;

use super::Paper;
use super::days::by_day;
use super::routes::Visit;
use crate::pages::reader::Reader;
use crate::plan::history::{Entry, What};
use crate::plan::{Look, Seen};
use crate::zone::wall_time;
use maud::{Markup, html};
pub use sentences::Telling;
use shared::day::Day;
use shared::ids::{CardId, MemberId, Millis};

pub const HISTORY: Paper = Paper {
    slug: "history",
    key: "paper-history",
    look: Look::History,
    is_for: |_| true,
};

pub const NEW: Paper = Paper {
    slug: "new",
    key: "paper-new",
    look: Look::New,
    is_for: |_| true,
};

/// Changes that are told of beside something else.
const LATEST: usize = 3;
/// Changes on one page.
const PAGE: usize = 50;

/// What is older than `before`, newest first. `older` is this page's address, for the link to the rest.
pub fn history(visit: &Visit, seen: &Seen, mut entries: Vec<Entry>, before: Option<i64>, address: &str) -> Markup {
    entries.reverse();
    if let Some(before) = before {
        entries.retain(|entry| entry.revision < before);
    }
    let has_more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let last = entries.last().map_or(0, |entry| entry.revision);
    let telling = Telling::new(&visit.reader, seen);
    html! {
        @if entries.is_empty() { p.nothing { (visit.reader.say("history-nothing")) } }
        (by_day(&visit.reader, visit.today, &entries, |entry| entry.at, |entry, time| html! {
            li {
                time { (visit.reader.time(time)) }
                div { (telling.sentences(entry)) }
            }
        }))
        @if has_more {
            p { a.button href=(visit.reader.link(&format!("{address}?before={last}"))) { (visit.reader.say("history-older")) } }
        }
    }
}

/// The latest few, each with its day, newest first.
pub fn latest(visit: &Visit, seen: &Seen, entries: &[Entry]) -> Markup {
    let telling = Telling::new(&visit.reader, seen);
    html! {
        @if !entries.is_empty() {
            ol.happened {
                @for entry in entries.iter().rev().take(LATEST) {
                    li {
                        time { (visit.reader.day(Day::in_denmark(entry.at), visit.today)) }
                        div { (telling.sentences(entry)) }
                    }
                }
            }
        }
    }
}

/// Of one card alone.
pub fn of_card(mut entries: Vec<Entry>, card_id: CardId) -> Vec<Entry> {
    for entry in &mut entries {
        entry
            .happenings
            .retain(|happening| happening.about.as_ref().is_some_and(|about| about.card_id == card_id));
    }
    entries.retain(|entry| !entry.happenings.is_empty());
    entries
}

/// What others did since the reader's last visit, card by card.
pub fn digest(visit: &Visit, seen: &Seen, entries: &[Entry], since: Option<Millis>) -> Markup {
    let groups = news(entries, seen.member_id, since.unwrap_or(0));
    let reader = &visit.reader;
    let telling = Telling::new(reader, seen);
    html! {
        p.lead { (since_words(reader, visit, since)) }
        @if groups.is_empty() {
            p.nothing { (reader.say("new-nothing")) }
        }
        @for group in &groups {
            section.day {
                h2 dir="auto" {
                    @match group.card_id.and_then(|card_id| seen.plan.card(card_id)) {
                        Some(card) => (card.words.words),
                        None => (reader.say("new-the-plan")),
                    }
                }
                ol.happened {
                    @for entry in &group.entries {
                        li {
                            time { (reader.day(Day::in_denmark(entry.at), visit.today)) }
                            div { (telling.sentences(entry)) }
                        }
                    }
                }
            }
        }
    }
}

fn since_words(reader: &Reader, visit: &Visit, since: Option<Millis>) -> String {
    match since.map(wall_time) {
        Some(time) => {
            let (day, time) = (reader.day(time.day, visit.today), reader.time(time));
            reader.say_with("new-since", &[("day", &day.to_lowercase()), ("time", &time)])
        }
        None => reader.say("new-first"),
    }
}

/// What happened to one card, or to none.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Group {
    card_id: Option<CardId>,
    entries: Vec<Entry>,
}

/// The card that something happened to last comes first; within a card it goes as it went.
fn news(entries: &[Entry], reader: MemberId, since: Millis) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let by_others = |entry: &&Entry| entry.by != reader && entry.at > since;
    for entry in entries.iter().rev().filter(by_others) {
        // Sitting down oneself is no news.
        for happening in entry
            .happenings
            .iter()
            .rev()
            .filter(|happening| !matches!(happening.what, What::Made | What::SatDown))
        {
            let card_id = happening
                .about
                .as_ref()
                .filter(|about| about.words.is_some())
                .map(|about| about.card_id);
            let index = groups.iter().position(|group| group.card_id == card_id).unwrap_or_else(|| {
                groups.push(Group {
                    card_id,
                    entries: vec![],
                });
                groups.len() - 1
            });
            let Some(group) = groups.get_mut(index) else { continue };
            match group.entries.first_mut().filter(|first| first.revision == entry.revision) {
                Some(first) => first.happenings.insert(0, happening.clone()),
                None => group.entries.insert(
                    0,
                    Entry {
                        happenings: vec![happening.clone()],
                        ..*entry
                    },
                ),
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::news;
    use crate::plan::history::{About, Entry, Happening, What};
    use shared::ids::CardId;
    use shared::testing::{JONAS, KARIN, MAJA};
    use uuid::Uuid;

    fn card(n: u128) -> CardId {
        CardId(Uuid::from_u128(n))
    }

    fn entry(revision: i64, by: shared::ids::MemberId, cards: &[u128]) -> Entry {
        let happenings = cards.iter().map(|n| Happening {
            about: Some(About {
                card_id: card(*n),
                words: Some("ord".into()),
            }),
            what: What::Picture,
        });
        Entry {
            revision,
            at: revision * 10,
            by,
            said_by: None,
            happenings: happenings.collect(),
        }
    }

    #[test]
    fn news_are_what_others_did_since_card_by_card() {
        let entries = [
            entry(1, KARIN, &[1]),
            entry(2, KARIN, &[1]),
            entry(3, MAJA, &[1]),
            entry(4, JONAS, &[2, 1]),
            entry(5, KARIN, &[2]),
        ];
        let told = news(&entries, MAJA, 10);
        let shape: Vec<_> = told
            .iter()
            .map(|group| {
                (
                    group.card_id.unwrap(),
                    group.entries.iter().map(|entry| entry.revision).collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(shape, [(card(2), vec![4, 5]), (card(1), vec![2, 4])]);
        assert!(news(&entries, MAJA, 50).is_empty());
    }
}
