//! The filters as they stand above a list: folded until they are asked for, and in words what is chosen.

use super::{Filter, Given, How, TICKED, WORDS};
use crate::matching::searches::List;
use crate::pages::address::with_query;
use crate::pages::desk::searches::{LONGEST_NAME, Saved, kept, to_keep};
use crate::pages::profile::fields::select;
use crate::pages::profile::unread;
use crate::pages::reader::{Reader, shortened};
use maud::{Markup, html};

/// What stands above a list.
#[derive(Debug)]
pub struct Bar<'a> {
    pub list: List,
    pub given: &'a Given,
    pub filters: &'a [Filter],
    /// How many are found, of how many.
    pub found: usize,
    pub in_all: usize,
    pub saved: &'a [Saved],
}

impl Bar<'_> {
    pub fn draw(&self, reader: &Reader) -> Markup {
        html! {
            section.sieve aria-label=(reader.say("filter-label")) {
                (kept(reader, self.list, self.saved, self.given))
                div.sieve-line {
                    (self.form(reader))
                    (chips(reader, address_of(self.list), self.given, self.filters))
                    @if !self.given.is_empty() {
                        p.sieve-count role="status" dir="auto" {
                            (reader.say_with("filter-count", &[("found", &self.found.to_string()), ("all", &self.in_all.to_string())]))
                        }
                        (to_keep(reader, self.list, self.saved, self.given, &self.name()))
                    }
                }
            }
        }
    }

    /// What the search could be called.
    fn name(&self) -> String {
        let words = self.given.get(WORDS);
        let mut parts: Vec<&str> = if words.is_empty() { vec![] } else { vec![words] };
        let said = self.filters.iter().filter_map(|filter| filter.said.as_deref());
        parts.extend(said.map(|said| said.split_once(": ").map_or(said, |(_, what)| what)));
        shortened(&parts.join(" · "), LONGEST_NAME)
    }

    fn form(&self, reader: &Reader) -> Markup {
        let chosen = self.filters.iter().filter(|filter| filter.said.is_some()).count();
        html! {
            // What could not be read lies open, with the reason.
            details.sieve-fields open[self.given.unread.is_some()] {
                summary data-key="f" {
                    (reader.say("filter-open")) @if chosen > 0 { " " b { (chosen) } } " " kbd aria-hidden="true" { "F" }
                }
                form id="filters" method="get" action=(address_of(self.list)) {
                    input type="hidden" name="lang" value=(reader.choice.tag);
                    @if !self.given.get(WORDS).is_empty() { input type="hidden" name=(WORDS) value=(self.given.get(WORDS)); }
                    div.sieve-grid { @for filter in self.filters { (self.field(reader, filter)) } }
                    button.act.main type="submit" { (reader.say("filter-show")) }
                }
            }
        }
    }

    fn field(&self, reader: &Reader, filter: &Filter) -> Markup {
        let (name, label) = (filter.name, filter.label.as_str());
        let given = self.given.get(name);
        match &filter.how {
            How::Choice(choices) => {
                let any = [(String::new(), reader.say("filter-any"))];
                let choices: Vec<(String, String)> = any.into_iter().chain(choices.iter().cloned()).collect();
                html! { label { span { (label) } (select(name, label, given, &choices)) } }
            }
            How::Tick => html! {
                label.sieve-tick { input type="checkbox" name=(name) value=(TICKED) checked[!given.is_empty()]; span { (label) } }
            },
            How::Typed(like) => {
                let wrong = self.given.unread.as_ref().filter(|(other, ..)| *other == name);
                let text = wrong.map_or(given, |(_, text, _)| text);
                let id = format!("filter-{name}");
                html! {
                    label {
                        span { (label) }
                        input type="text" name=(name) value=(text) maxlength="100" dir="auto" autocomplete="off" placeholder=(like)
                            aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| id.as_str())];
                        @if let Some((_, _, why)) = wrong { span.warn id=(id) { (unread(reader, why)) } }
                    }
                }
            }
        }
    }
}

/// What is chosen, in words; a press takes one away, or all.
pub fn chips(reader: &Reader, address: &str, given: &Given, filters: &[Filter]) -> Markup {
    let words = given.get(WORDS);
    let words = (!words.is_empty()).then(|| (WORDS, format!("»{words}«")));
    let said = filters.iter().filter_map(|filter| Some((filter.name, filter.said.clone()?)));
    let all: Vec<(&str, String)> = words.into_iter().chain(said).collect();
    html! {
        @if !all.is_empty() {
            ul.chips {
                @for (name, said) in &all {
                    li {
                        a.chip href=(reader.link(&with_query(address, &given.without(name)))) {
                            bdi { (said) } span aria-hidden="true" { "✕" } span.unseen { " " (reader.say("filter-take-away")) }
                        }
                    }
                }
                li { a.clear href=(reader.link(address)) { (reader.say("filter-clear")) } }
            }
        }
    }
}

pub fn address_of(list: List) -> &'static str {
    match list {
        List::People => "/desk/people",
        List::Places => "/desk/places",
    }
}
