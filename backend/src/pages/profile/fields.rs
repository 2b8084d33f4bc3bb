//! What the form of a profile is made of, and those of the desk. Every field has its name in sight, and beside it how to
//! fill it in and what was wrong with what stands in it.

use super::known::{EXCLUDED, OWN_WORDS, pick};
use super::slips::id_of;
use super::{Sent, Slips};
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

/// The fields of a form as they were filled in, and what of them could not be read. Labels and hints are keys of
/// sentences; an empty hint is none.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    pub reader: &'a Reader,
    pub sent: &'a Sent,
    pub slips: &'a Slips,
    /// Comes before each id, where a page has the same fields in several forms.
    pub form: &'a str,
}

/// One field: its id, and what was wrong with it.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: String,
    wrong: Vec<String>,
}

impl Field {
    /// As `aria-invalid` says it.
    pub fn invalid(&self) -> Option<&'static str> {
        (!self.wrong.is_empty()).then_some("true")
    }

    /// The ids of what is to be read with the field.
    pub fn described_by(&self, hint: &str) -> Option<String> {
        let wrong = self.invalid().map(|_| format!("{}-wrong", self.id));
        let hint = (!hint.is_empty()).then(|| format!("{}-hint", self.id));
        let all: Vec<String> = wrong.into_iter().chain(hint).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// What was wrong, beside the field.
    pub fn message(&self) -> Markup {
        html! { @if self.invalid().is_some() { p.wrong id={ (self.id) "-wrong" } dir="auto" { (self.wrong.join(" ")) } } }
    }
}

impl Fields<'_> {
    pub fn at(&self, name: &str, row: Option<usize>) -> Field {
        Field {
            id: id_of(self.form, name, row),
            wrong: self.slips.at(self.reader, name, row),
        }
    }

    fn labelled(&self, field: &Field, label: &str, hint: &str, is_short: bool, input: &Markup) -> Markup {
        html! {
            div.field.short[is_short] {
                label for=(field.id) { (self.reader.say(label)) }
                @if !hint.is_empty() { p.hint id={ (field.id) "-hint" } { (self.reader.say(hint)) } }
                (field.message())
                (input)
            }
        }
    }

    /// Several lines of one's own words.
    pub fn lines(&self, name: &str, label: &str, hint: &str, rows: u8) -> Markup {
        let field = self.at(name, None);
        let input = html! {
            textarea id=(field.id) name=(name) rows=(rows) maxlength="4000" dir="auto"
                aria-invalid=[field.invalid()] aria-describedby=[field.described_by(hint)] { (self.sent.get(name)) }
        };
        self.labelled(&field, label, hint, false, &input)
    }

    /// One line. `kind` is the type of the input.
    pub fn line(&self, name: &str, kind: &str, label: &str, hint: &str) -> Markup {
        let field = self.at(name, None);
        let input = html! {
            input id=(field.id) name=(name) type=(kind) value=(self.sent.get(name)) maxlength="400" autocomplete="off"
                dir=[(kind == "text").then_some("auto")] aria-invalid=[field.invalid()] aria-describedby=[field.described_by(hint)];
        };
        self.labelled(&field, label, hint, false, &input)
    }

    /// A number between two; `step` is how finely it is counted.
    pub fn number(&self, name: &str, label: &str, most: u16, step: &str) -> Markup {
        let field = self.at(name, None);
        let input = html! {
            input id=(field.id) name=(name) type="number" value=(self.sent.get(name)) min="0" max=(most) step=(step) inputmode="decimal"
                aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")];
        };
        self.labelled(&field, label, "", true, &input)
    }

    /// One of many.
    pub fn choice(&self, name: &str, label: &str, chosen: &str, options: &[(String, String)]) -> Markup {
        let field = self.at(name, None);
        let input = html! {
            select id=(field.id) name=(name) aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")] {
                (choices(chosen, options))
            }
        };
        self.labelled(&field, label, "", false, &input)
    }

    /// One of many, in a row of several; `label` is read aloud, since the row's heading stands above, and what was wrong
    /// stands at the head of the row.
    pub fn in_row(&self, name: &str, row: usize, label: &str, chosen: &str, options: &[(String, String)]) -> Markup {
        let field = self.at(name, Some(row));
        html! {
            select id=(field.id) name=(name) aria-label=(label) aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")] {
                (choices(chosen, options))
            }
        }
    }

    /// One line in a row of several, as `in_row`.
    pub fn line_in_row(&self, name: &str, row: usize, kind: &str, label: &str, value: &str) -> Markup {
        let field = self.at(name, Some(row));
        html! {
            input id=(field.id) name=(name) type=(kind) value=(value) maxlength="20" autocomplete="off" inputmode=[(kind == "text").then_some("decimal")]
                aria-label=(label) aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")];
        }
    }

    /// What was wrong in a row.
    pub fn messages(&self, names: &[&str], row: usize) -> Markup {
        html! { @for name in names { (self.at(name, Some(row)).message()) } }
    }

    /// As many of these as one likes.
    pub fn checks(&self, name: &str, question: &str, answers: &[(String, String)]) -> Markup {
        html! {
            fieldset.choice {
                legend { (self.reader.say(question)) }
                @for (value, label) in answers {
                    label { input type="checkbox" name=(name) value=(value) checked[self.sent.has(name, value)]; span { (label) } }
                }
            }
        }
    }

    /// One of these.
    pub fn radios(&self, name: &str, question: &str, answers: &[(String, String)]) -> Markup {
        let field = self.at(name, None);
        html! {
            fieldset.choice id=(field.id) role="radiogroup" tabindex="-1" aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")] {
                legend { (self.reader.say(question)) }
                (field.message())
                @for (value, label) in answers {
                    label { input type="radio" name=(name) value=(value) checked[self.sent.get(name) == value]; span { (label) } }
                }
            }
        }
    }

    pub fn check(&self, name: &str, label: &str) -> Markup {
        html! {
            label.check { input type="checkbox" name=(name) value="yes" checked[self.sent.has(name, "yes")]; span { (self.reader.say(label)) } }
        }
    }

    /// What lines of this field could mean that mean nothing for certain. Those that somebody keeps in their own words stay so.
    pub fn meanings(&self, field: &str) -> Markup {
        let (reader, sent) = (self.reader, self.sent);
        let unknown = || self.slips.unknown.iter().filter(|unknown| unknown.field == field);
        let is_asked = |line: &str| unknown().any(|unknown| unknown.line == line);
        let own = sent
            .lines(field)
            .filter(|line| sent.get(&pick(field, line)) == OWN_WORDS && !is_asked(line));
        html! {
            @for line in own { input type="hidden" name=(pick(field, line)) value=(OWN_WORDS); }
            @for unknown in unknown() {
                @let name = pick(field, &unknown.line);
                fieldset.choice.meanings {
                    legend { (reader.say("profile-did-you-mean")) " »" bdi { (unknown.line) } "«" }
                    @for (code, da, en) in &unknown.could_be {
                        label {
                            input type="radio" name=(name) value=(code) checked[sent.get(&name) == code];
                            span { @match reader.lang() { Lang::Da => (da), Lang::En => (en) } }
                        }
                    }
                    @if field != EXCLUDED {
                        label {
                            input type="radio" name=(name) value=(OWN_WORDS) checked[sent.get(&name) == OWN_WORDS];
                            span { (reader.say("profile-own-words")) }
                        }
                    }
                }
            }
        }
    }
}

/// One of many, without a word that could be wrong; `label` is read aloud.
pub fn select(name: &str, label: &str, chosen: &str, options: &[(String, String)]) -> Markup {
    html! { select name=(name) aria-label=(label) { (choices(chosen, options)) } }
}

fn choices(chosen: &str, options: &[(String, String)]) -> Markup {
    let is_known = options.iter().any(|(value, _)| value == chosen);
    html! {
        @if !is_known { option value=(chosen) selected { (chosen) } }
        @for (value, said) in options { option value=(value) selected[value == chosen] { (said) } }
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
