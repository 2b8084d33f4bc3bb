//! Rules of law: what is in force, where it was read and whether somebody has held it against the source, and files
//! that were loaded and do not count yet. What they say is a pre-check: the municipality decides.

mod compared;
pub mod routes;

pub use compared::compared;

use super::law::{self, holds, in_words};
use crate::matching::rules::RuleFile;
use crate::pages::profile::trouble;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::rules::{BadRules, Days, Figure, Rule, Rules, Standing, Text};
use std::collections::BTreeMap;
use uuid::Uuid;

pub const ADDRESS: &str = "/desk/rules";

/// A file that was loaded, with what its page and the list of files tell.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub file: RuleFile,
    pub rules: Rules,
    /// Who loaded it.
    pub by: String,
    /// It is the one that counts today.
    pub counts: bool,
}

/// What the page of rules shows.
#[derive(Clone, Debug)]
pub struct RulesView {
    pub rules: Rules,
    /// Files that were loaded, the newest first.
    pub files: Vec<Loaded>,
    pub bad: Option<BadRules>,
}

pub fn rules(reader: &Reader, view: &RulesView, sought: &str, today: Day) -> Markup {
    let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
    let is_sought = |rule: &&Rule| {
        let text = format!(
            "{} {} {} {} {} {}",
            rule.id, rule.topic.da, rule.topic.en, rule.text.da, rule.text.en, rule.legal_ref
        )
        .to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut topics: BTreeMap<&Text, Vec<&Rule>> = BTreeMap::new();
    for rule in view.rules.all().iter().filter(is_sought) {
        topics.entry(&rule.topic).or_default().push(rule);
    }
    html! {
        section.wide-list aria-labelledby="rules-head" {
            @if let Some(bad) = &view.bad { (bad_file(reader, bad)) }
            div.head {
                h1 id="rules-head" { (reader.say("desk-rules")) }
                span.faint { (version(reader, &view.rules)) }
                a.act.last href="#files-head" { (reader.say("rules-files")) }
            }
            div.decides { p { b { (reader.say("rules-municipality")) } " " (reader.say("rules-check")) } }
            @if let Some(about) = &view.rules.about { p.faint { (in_words(reader, about)) } }
            @if topics.is_empty() { p.empty { (reader.say("rules-not-found")) } }
            @if topics.len() > 1 {
                nav.topics aria-label=(reader.say("rules-topics")) {
                    ul {
                        @for (index, (topic, rules)) in topics.iter().enumerate() {
                            li { a href=(format!("#topic-{index}")) { (in_words(reader, topic)) } " " span.faint { (rules.len()) } }
                        }
                    }
                }
            }
            @for (index, (topic, rules)) in topics.iter().enumerate() {
                section.rules aria-labelledby=(format!("topic-{index}")) {
                    div.head { h2 id=(format!("topic-{index}")) { (in_words(reader, topic)) } }
                    ul { @for rule in rules { (one(reader, rule, today)) } }
                }
            }
            section.rules aria-labelledby="school-free-head" {
                div.head { h2 id="school-free-head" { (reader.say("rules-school-free")) } }
                p.empty { (reader.say("rules-school-free-about")) }
                (school_free(reader, &view.rules.school_free))
            }
            (files(reader, view, today))
        }
    }
}

fn version(reader: &Reader, rules: &Rules) -> String {
    let checked = rules.checked.map(|day| reader.full_date(day)).unwrap_or_default();
    reader.say_with("rules-checked", &[("day", &checked)])
}

fn one(reader: &Reader, rule: &Rule, today: Day) -> Markup {
    let standing = rule.standing(today);
    html! {
        li.rule data-standing=(format!("{standing:?}").to_lowercase()) id=(rule.id) {
            p.rule-text { (in_words(reader, &rule.text)) }
            p.rule-figure {
                @if let Some(figure) = rule.value { b { bdi { (figure_of(reader, figure)) } } " " }
                (tag(reader, standing))
            }
            p.faint { (holds(reader, rule.valid_from, rule.valid_to)) " · " bdi lang="da" { (rule.legal_ref) } }
            p.faint {
                (reader.say("rules-source")) " " bdi lang="da" { (rule.source) }
                @if let Some(remark) = &rule.remark { " · " (in_words(reader, remark)) }
            }
            @if let Some(change) = &rule.may_change { p.fix { b { (reader.say("rules-may-change")) } " " (in_words(reader, change)) } }
        }
    }
}

fn tag(reader: &Reader, standing: Standing) -> Markup {
    let word = law::standing(reader, standing);
    html! {
        @match standing {
            Standing::Verified => span.tag.good { (word) },
            Standing::NotYet => span.tag { (word) },
            _ => span.tag.asks { (word) },
        }
    }
}

/// The school holidays that a file names.
fn school_free(reader: &Reader, all: &[Days]) -> Markup {
    html! {
        @if all.is_empty() { p { (reader.say("rules-school-free-none")) } }
        @else {
            ul {
                @for days in all {
                    li { (reader.say_with("rules-days", &[("from", &reader.full_date(days.from)), ("to", &reader.full_date(days.to))])) }
                }
            }
        }
    }
}

fn figure_of(reader: &Reader, figure: Figure) -> String {
    let case = format!("{:?}", figure.unit);
    reader.say_with("rules-figure", &[("case", &case), ("number", &figure.number.to_string())])
}

fn files(reader: &Reader, view: &RulesView, today: Day) -> Markup {
    html! {
        section.rules aria-labelledby="files-head" {
            div.head { h2 id="files-head" { (reader.say("rules-files")) } }
            p.empty { (reader.say("rules-files-about")) }
            form method="post" action=(reader.link(ADDRESS)) enctype="multipart/form-data" {
                label for="rule-file" { b { (reader.say("rules-load")) } }
                div.acts {
                    input type="file" id="rule-file" name="file" required accept=".json,application/json";
                    button.act type="submit" { (reader.say("rules-load-button")) }
                }
            }
            ul {
                @for loaded in &view.files {
                    li.rule {
                        p { a href=(reader.link(&address(loaded.file.rule_file_id))) { (version(reader, &loaded.rules)) } " " (state(reader, loaded, today)) }
                        p.faint { (loaded_by(reader, loaded)) }
                    }
                }
                li.rule {
                    p {
                        (version(reader, &Rules::shipped())) " "
                        @if !view.files.iter().any(|loaded| loaded.counts) { span.tag.good { (reader.say("rules-counts-now")) } }
                    }
                    p.faint { (reader.say("rules-shipped")) }
                }
            }
        }
    }
}

pub fn address(rule_file_id: Uuid) -> String {
    format!("{ADDRESS}/{rule_file_id}")
}

fn loaded_by(reader: &Reader, loaded: &Loaded) -> String {
    let day = reader.full_date(Day::in_denmark(loaded.file.loaded_at));
    reader.say_with("rules-loaded", &[("day", &day), ("name", &loaded.by)])
}

fn state(reader: &Reader, loaded: &Loaded, today: Day) -> Markup {
    html! {
        @match loaded.file.counts_from {
            _ if loaded.counts => span.tag.good { (reader.say("rules-counts-now")) },
            None => span.tag { (reader.say("rules-draft")) },
            Some(from) if from > today => span.tag.asks { (reader.say_with("rules-counts-from", &[("day", &reader.full_date(from))])) },
            Some(_) => span.tag { (reader.say("rules-replaced")) },
        }
    }
}

/// What is wrong with a file, where, and what to do. The form is far below: the page begins with this, and leads there.
fn bad_file(reader: &Reader, bad: &BadRules) -> Markup {
    let fault = reader.say_with("rules-fault", &[("case", &format!("{:?}", bad.fault))]);
    trouble(&html! {
        h2 { (reader.say("rules-bad")) }
        p {
            @if let Some(rule) = &bad.rule { code dir="ltr" { (rule) } " " }
            @if !bad.field.is_empty() { code dir="ltr" { (bad.field) } ": " }
            (fault)
        }
        p.alone { a href="#rule-file" { (reader.say("rules-load")) } }
    })
}
