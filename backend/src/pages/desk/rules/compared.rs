//! A file of rules beside the one that counts, in words.

use super::{ADDRESS, Loaded, address, figure_of, loaded_by, school_free, state, version};
use crate::pages::desk::law::in_words;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::rules::{Change, Difference, Differences, FieldChange, Rule, Rules};

/// `before` is what the file is held against; `wrong` was typed as a day and is none.
pub fn compared(
    reader: &Reader,
    before: &Rules,
    loaded: &Loaded,
    differences: &Differences,
    wrong: Option<&str>,
    today: Day,
) -> Markup {
    html! {
        section.wide-list aria-labelledby="file-head" {
            p.alone { a href=(reader.link(ADDRESS)) { (reader.say("rules-back")) } }
            div.head {
                h1 id="file-head" { (version(reader, &loaded.rules)) }
                span { (state(reader, loaded, today)) }
                span.faint.last { (loaded_by(reader, loaded)) }
            }
            @if let Some(about) = &loaded.rules.about { p.faint { (in_words(reader, about)) } }
            (count_form(reader, loaded, wrong, today))
            section.rules aria-labelledby="differences-head" {
                div.head { h2 id="differences-head" { (reader.say("rules-differences")) } span.faint { (differences.file.len() + differences.rules.len()) } }
                @if differences.is_empty() { p.empty { (reader.say("rules-no-differences")) } }
                ul {
                    @if !differences.file.is_empty() {
                        li.rule {
                            p.rule-text { (reader.say("rules-file-itself")) }
                            (fields(reader, &differences.file, |field| [of_file(reader, before, field), of_file(reader, &loaded.rules, field)]))
                        }
                    }
                    @for difference in &differences.rules { (difference_of(reader, before, &loaded.rules, difference)) }
                }
            }
        }
    }
}

fn count_form(reader: &Reader, loaded: &Loaded, wrong: Option<&str>, today: Day) -> Markup {
    let from = wrong.map_or_else(|| loaded.file.counts_from.unwrap_or(today).to_string(), str::to_owned);
    html! {
        form.decides method="post" action=(reader.link(&address(loaded.file.rule_file_id))) {
            p { b { (reader.say("rules-municipality")) } " " (reader.say("rules-count-about")) }
            label for="from" { (reader.say("rules-count-day")) }
            @if wrong.is_some() { p.warn id="from-wrong" role="alert" { (reader.say("slip-day")) } }
            div.acts {
                input type="date" id="from" name="from" value=(from) required aria-describedby=[wrong.map(|_| "from-wrong")] aria-invalid=[wrong.map(|_| "true")];
                button.act.main type="submit" name="act" value="count" { (reader.say("rules-count")) }
                @if loaded.file.counts_from.is_some() {
                    button.act type="submit" name="act" value="draft" { (reader.say("rules-make-draft")) }
                }
            }
        }
    }
}

fn difference_of(reader: &Reader, before: &Rules, after: &Rules, difference: &Difference) -> Markup {
    let version = |rules: &'_ Rules| {
        let mut versions = rules.versions(&difference.rule).iter();
        versions.find(|rule| rule.valid_from == difference.valid_from).cloned()
    };
    let (before, after) = (version(before), version(after));
    let word = match &difference.change {
        Change::Added => "rules-added",
        Change::Removed => "rules-removed",
        Change::Changed(_) => "rules-changed",
    };
    html! {
        li.rule {
            @if let Some(rule) = after.as_ref().or(before.as_ref()) { p.rule-text { (in_words(reader, &rule.text)) } }
            p {
                span.tag.asks { (reader.say(word)) } " "
                span.faint { code dir="ltr" { (difference.rule) } " · " (reader.say_with("rules-from", &[("from", &reader.full_date(difference.valid_from))])) }
            }
            @if let Change::Changed(changed) = &difference.change {
                (fields(reader, changed, |field| [said(reader, before.as_ref(), field), html! { b { (said(reader, after.as_ref(), field)) } }]))
            }
        }
    }
}

/// Each field that differs, as it is now and as it is in the file.
fn fields(reader: &Reader, changed: &[FieldChange], said: impl Fn(&str) -> [Markup; 2]) -> Markup {
    html! {
        div.scroll tabindex="0" {
            table.ledger {
                thead {
                    tr {
                        th scope="col" { (reader.say("rules-field")) }
                        th scope="col" { (reader.say("rules-before")) }
                        th scope="col" { (reader.say("rules-after")) }
                    }
                }
                tbody {
                    @for change in changed {
                        @let [before, after] = said(&change.field);
                        tr {
                            th scope="row" { (reader.say_with("rules-field-name", &[("case", &change.field)])) }
                            td { (before) }
                            td { (after) }
                        }
                    }
                }
            }
        }
    }
}

/// What a file says beside its rules.
fn of_file(reader: &Reader, rules: &Rules, field: &str) -> Markup {
    match field {
        "checked" => html! { (rules.checked.map(|day| reader.full_date(day)).unwrap_or_default()) },
        "school_free" => school_free(reader, &rules.school_free),
        _ => rules.about.as_ref().map(|about| in_words(reader, about)).unwrap_or_default(),
    }
}

/// What a rule says in one of its fields.
fn said(reader: &Reader, rule: Option<&Rule>, field: &str) -> Markup {
    let none = html! { "–" };
    let Some(rule) = rule else { return none };
    let words = match field {
        "topic" => Some(&rule.topic),
        "text" => Some(&rule.text),
        "remark" => rule.remark.as_ref(),
        "may_change" => rule.may_change.as_ref(),
        _ => None,
    };
    if let Some(words) = words {
        return in_words(reader, words);
    }
    match field {
        "value" => rule.value.map(|figure| html! { (figure_of(reader, figure)) }),
        "valid_to" => rule.valid_to.map(|day| html! { (reader.full_date(day)) }),
        "legal_ref" => Some(html! { bdi lang="da" { (rule.legal_ref) } }),
        "source" => Some(html! { bdi lang="da" { (rule.source) } }),
        "confidence" => {
            let case = format!("{:?}", rule.confidence);
            Some(html! { (reader.say_with("rules-confidence", &[("case", &case)])) })
        }
        _ => None,
    }
    .unwrap_or(none)
}
