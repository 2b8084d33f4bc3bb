//! What the form of a profile is made of. Every field has its name in sight, and its hint beside it.

use super::Sent;
use super::known::{OWN_WORDS, Unknown, pick};
use crate::pages::reader::Reader;
use crate::words::Lang;
use maud::{Markup, html};

/// A part of the form: what it is for in one sentence, and its fields. `id` is where a question leads to.
pub fn part(id: &str, title: &str, about: &str, fields: &Markup) -> Markup {
    html! {
        section.profile-part aria-labelledby={ (id) "-head" } {
            h2 id=(id) tabindex="-1" { span id={ (id) "-head" } { (title) } }
            @if !about.is_empty() { p.hint { (about) } }
            (fields)
        }
    }
}

/// Several lines of one's own words.
pub fn lines(sent: &Sent, name: &str, label: &str, hint: &str, rows: u8) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
            textarea id=(name) name=(name) rows=(rows) maxlength="4000" dir="auto"
                aria-describedby=[(!hint.is_empty()).then(|| format!("{name}-hint"))] { (sent.get(name)) }
        }
    }
}

/// One line. `kind` is the type of the input.
pub fn line(sent: &Sent, name: &str, kind: &str, label: &str, hint: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
            input id=(name) name=(name) type=(kind) value=(sent.get(name)) maxlength="400" autocomplete="off"
                dir=[(kind == "text").then_some("auto")]
                aria-describedby=[(!hint.is_empty()).then(|| format!("{name}-hint"))];
        }
    }
}

/// A number between two; `step` is how finely it is counted.
pub fn number(sent: &Sent, name: &str, label: &str, most: u16, step: &str) -> Markup {
    html! {
        div.field.short {
            label for=(name) { (label) }
            input id=(name) name=(name) type="number" value=(sent.get(name)) min="0" max=(most) step=(step) inputmode="decimal";
        }
    }
}

/// As many of these as one likes.
pub fn checks(sent: &Sent, name: &str, question: &str, answers: &[(String, String)]) -> Markup {
    html! {
        fieldset.choice {
            legend { (question) }
            @for (value, label) in answers {
                label { input type="checkbox" name=(name) value=(value) checked[sent.has(name, value)]; span { (label) } }
            }
        }
    }
}

/// One of these.
pub fn radios(sent: &Sent, name: &str, question: &str, answers: &[(String, String)]) -> Markup {
    html! {
        fieldset.choice {
            legend { (question) }
            @for (value, label) in answers {
                label { input type="radio" name=(name) value=(value) checked[sent.get(name) == value]; span { (label) } }
            }
        }
    }
}

pub fn check(sent: &Sent, name: &str, label: &str) -> Markup {
    html! {
        label.check { input type="checkbox" name=(name) value="yes" checked[sent.has(name, "yes")]; span { (label) } }
    }
}

/// One of many, in a row of several; `label` is read aloud, since the row's heading stands above.
pub fn select(name: &str, label: &str, chosen: &str, options: &[(String, String)]) -> Markup {
    let is_known = options.iter().any(|(value, _)| value == chosen);
    html! {
        select name=(name) aria-label=(label) {
            @if !is_known { option value=(chosen) selected { (chosen) } }
            @for (value, said) in options { option value=(value) selected[value == chosen] { (said) } }
        }
    }
}

/// What lines of this field could mean that mean nothing for certain. Those that somebody keeps in their own words stay so.
pub fn meanings(reader: &Reader, sent: &Sent, field: &str, unknown: &[Unknown]) -> Markup {
    let is_asked = |line: &str| unknown.iter().any(|unknown| unknown.field == field && unknown.line == line);
    let own = sent
        .lines(field)
        .filter(|line| sent.get(&pick(field, line)) == OWN_WORDS && !is_asked(line));
    html! {
        @for line in own { input type="hidden" name=(pick(field, line)) value=(OWN_WORDS); }
        @for unknown in unknown.iter().filter(|unknown| unknown.field == field) {
            @let name = pick(field, &unknown.line);
            fieldset.choice.meanings {
                legend { (reader.say("profile-did-you-mean")) " »" bdi { (unknown.line) } "«" }
                @for (code, da, en) in &unknown.could_be {
                    label {
                        input type="radio" name=(name) value=(code) checked[sent.get(&name) == code];
                        span { @match reader.lang() { Lang::Da => (da), Lang::En => (en) } }
                    }
                }
                @if field != "excluded" {
                    label {
                        input type="radio" name=(name) value=(OWN_WORDS) checked[sent.get(&name) == OWN_WORDS];
                        span { (reader.say("profile-own-words")) }
                    }
                }
            }
        }
    }
}

/// Everything that a list knows, to look up and write.
pub fn whole_list(reader: &Reader, names: &[&str]) -> Markup {
    html! {
        details.whole-list {
            summary { (reader.say("profile-whole-list")) }
            p { (names.join(" · ")) }
        }
    }
}
