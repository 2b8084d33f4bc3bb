//! What of a form could not be taken: each slip names its field, stands beside it, and leads to it from the head of the page.

use super::{LEVELS, Sent, Unknown, code};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::candidate::Spoken;
use shared::matching::decimals::read_hours;
use shared::matching::week::{Quarters, Unread};
use shared::matching::words::Language;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Slips that are told at once.
const MOST: usize = 100;

/// A field that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    pub field: &'static str,
    /// Of a field that comes more than once, which.
    row: Option<usize>,
    /// What the field is called.
    label: &'static str,
    /// The sentence that says what to do, and what it is filled with.
    pub key: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Slip {
    pub fn new(field: &'static str, label: &'static str, key: &'static str) -> Slip {
        Slip {
            field,
            row: None,
            label,
            key,
            args: Vec::new(),
        }
    }

    pub fn in_row(self, row: usize) -> Slip {
        Slip { row: Some(row), ..self }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Slip {
        self.args.push((name, value.into()));
        self
    }

    /// Days and times.
    pub fn unread(field: &'static str, label: &'static str, why: &Unread) -> Slip {
        let (case, word) = case_of(why);
        Slip::new(field, label, "week-unread").with("case", case).with("word", word)
    }

    fn name(&self, reader: &Reader) -> String {
        let field = reader.say(self.label);
        match self.row {
            Some(row) => reader.say_with("slip-row", &[("field", &field), ("number", &(row + 1).to_string())]),
            None => field,
        }
    }

    fn words(&self, reader: &Reader) -> String {
        let args: Vec<(&'static str, &str)> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        reader.say_with(self.key, &args)
    }
}

/// Why days and times could not be read, and what to write instead.
pub fn unread(reader: &Reader, why: &Unread) -> String {
    let (case, word) = case_of(why);
    reader.say_with("week-unread", &[("case", case), ("word", word)])
}

fn case_of(why: &Unread) -> (&'static str, &str) {
    match why {
        Unread::Nothing => ("Nothing", ""),
        Unread::TooLong => ("TooLong", ""),
        Unread::Word(word) => ("Word", word),
        Unread::Time(word) => ("Time", word),
        Unread::NoEnd(word) => ("NoEnd", word),
        Unread::Backwards(word) => ("Backwards", word),
        Unread::NoDay(word) => ("NoDay", word),
        Unread::NoTime(word) => ("NoTime", word),
        Unread::WhichWeeks(word) => ("WhichWeeks", word),
        Unread::WeeksOfWhat(word) => ("WeeksOfWhat", word),
    }
}

/// The id of a field; `form` comes before it where a page has the same fields in several forms.
pub fn id_of(form: &str, field: &str, row: Option<usize>) -> String {
    let joint = if form.is_empty() { "" } else { "-" };
    let row = row.map(|row| format!("-{row}")).unwrap_or_default();
    format!("{form}{joint}{field}{row}")
}

/// Why a form was not taken, in the order of its fields. It still holds all that was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slips {
    pub slips: Vec<Slip>,
    /// What words could mean that mean nothing for certain; each is a slip too.
    pub unknown: Vec<Unknown>,
}

impl Slips {
    pub fn is_none(&self) -> bool {
        self.slips.is_empty()
    }

    /// What stands beside a field.
    pub fn at(&self, reader: &Reader, field: &str, row: Option<usize>) -> Vec<String> {
        let own = self.slips.iter().filter(|slip| slip.field == field && slip.row == row);
        own.map(|slip| slip.words(reader)).collect()
    }

    /// All of them, above a form.
    pub fn draw(&self, reader: &Reader, form: &str) -> Markup {
        if self.is_none() {
            return html! {};
        }
        trouble(&html! {
            h2 { (reader.say("profile-not-saved")) }
            p { (reader.say("profile-nothing-lost")) }
            ul {
                @for slip in &self.slips {
                    li { a href={ "#" (id_of(form, slip.field, slip.row)) } dir="auto" { (slip.name(reader)) " – " (slip.words(reader)) } }
                }
            }
        })
    }
}

/// What stands in the way of what was pressed. Whoever comes back to the page begins here.
pub fn trouble(what: &Markup) -> Markup {
    html! { div.trouble role="alert" tabindex="-1" autofocus { (what) } }
}

/// The name of a page; one that comes back since something is in the way says that first.
pub fn title(reader: &Reader, is_taken: bool, title: &str) -> String {
    match is_taken {
        true => title.to_owned(),
        false => reader.say_with("slip-title", &[("title", title)]),
    }
}

/// A form as it is read. All that is wrong is collected, so that it comes back once and not field by field.
#[derive(Debug)]
pub struct Reading<'a> {
    pub sent: &'a Sent,
    pub found: Slips,
}

impl<'a> Reading<'a> {
    pub fn of(sent: &'a Sent) -> Self {
        Reading {
            sent,
            found: Slips::default(),
        }
    }

    pub fn slip(&mut self, field: &'static str, label: &'static str, key: &'static str) {
        self.add(Slip::new(field, label, key));
    }

    pub fn add(&mut self, slip: Slip) {
        // Nobody reads more; a form that was not filled in by hand is refused all the same.
        if self.found.slips.len() < MOST {
            self.found.slips.push(slip);
        }
    }

    /// Lines that mean nothing for certain.
    pub fn unknown(&mut self, label: &'static str, unknown: Vec<Unknown>) {
        for one in &unknown {
            self.add(Slip::new(one.field, label, "slip-unknown").with("line", &one.line));
        }
        self.found.unknown.extend(unknown);
    }

    /// Where nothing stands in the way.
    pub fn done<T>(self, thing: Option<T>) -> Result<T, Slips> {
        match thing {
            Some(thing) if self.found.is_none() => Ok(thing),
            _ => Err(self.found),
        }
    }

    /// At most so many letters. `missing` is said where there are none and must be some.
    pub fn text(&mut self, field: &'static str, label: &'static str, most: usize, missing: Option<&'static str>) -> String {
        let text = self.sent.get(field).to_owned();
        match missing {
            Some(key) if text.is_empty() => self.slip(field, label, key),
            _ if text.chars().count() > most => self.long(field, label, most),
            _ => {}
        }
        text
    }

    pub fn long(&mut self, field: &'static str, label: &'static str, most: usize) {
        self.add(Slip::new(field, label, "slip-long").with("most", most.to_string()));
    }

    /// A number, where one was typed.
    pub fn number<T: FromStr + PartialOrd + Display>(
        &mut self,
        field: &'static str,
        label: &'static str,
        range: RangeInclusive<T>,
    ) -> Option<T> {
        let text = self.sent.get(field);
        let number = text.parse().ok().filter(|number| range.contains(number));
        if number.is_none() && !text.is_empty() {
            let slip = Slip::new(field, label, "slip-number");
            self.add(
                slip.with("least", range.start().to_string())
                    .with("most", range.end().to_string()),
            );
        }
        number
    }

    /// Hours of a week, where some were typed.
    pub fn hours(&mut self, field: &'static str, label: &'static str) -> Option<Quarters> {
        let text = self.sent.get(field);
        let hours = read_hours(text);
        if hours.is_none() && !text.is_empty() {
            self.slip(field, label, "slip-hours");
        }
        hours
    }

    /// A day, where one was typed.
    pub fn day(&mut self, field: &'static str, label: &'static str) -> Option<Day> {
        let text = self.sent.get(field);
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.slip(field, label, "slip-day");
        }
        day
    }

    /// Languages in rows, each with how well it is spoken; one that comes twice counts as it stands first.
    pub fn spoken(&mut self, language: &'static str, level: &'static str, label: &'static str) -> Vec<Spoken> {
        let mut all: Vec<Spoken> = Vec::new();
        for (row, (code_of, said)) in self.sent.languages(language, level).into_iter().enumerate() {
            let known = LEVELS.into_iter().find(|known| code(known) == said);
            match (Language::new(code_of), known) {
                (Ok(language), Some(level)) if all.iter().all(|one| one.language != language) => {
                    all.push(Spoken { language, level });
                }
                (Ok(_), Some(_)) => {}
                _ => self.add(Slip::new(language, label, "slip-language").in_row(row)),
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, Slip};
    use crate::pages::profile::Sent;
    use crate::pages::profile::fields::Fields;
    use crate::pages::reader::Reader;
    use crate::words::Lang;

    #[test]
    fn a_slip_stands_at_its_own_field_and_the_head_of_the_page_leads_to_it() {
        let (reader, sent) = (&Reader::new(None, Lang::Da), &Sent::default());
        let mut reading = Reading::of(sent);
        reading.slip("note", "companies-note", "companies-slip-note");
        reading.add(Slip::new("days", "place-form-days", "place-slip-days").in_row(1));
        let slips = &reading.found;
        for (form, id) in [("", "note"), ("contact", "contact-note")] {
            let head = slips.draw(reader, form).into_string();
            assert!(
                head.contains("tabindex=\"-1\" autofocus") && head.contains("Kan ligge på, nr. 2 – "),
                "{head}"
            );
            assert!(head.contains(&format!("href=\"#{id}\"")), "{head}");
            let fields = Fields {
                reader,
                sent,
                slips,
                form,
            };
            let field = fields.lines("note", "companies-note", "companies-note-hint", 3).into_string();
            for says in [
                format!("<label for=\"{id}\">"),
                format!("<p class=\"wrong\" id=\"{id}-wrong\" dir=\"auto\">Skriv, hvad de har brug for.</p>"),
                format!("aria-invalid=\"true\" aria-describedby=\"{id}-wrong {id}-hint\""),
            ] {
                assert!(field.contains(&says), "{says}: {field}");
            }
            let other = fields.lines("wish", "profile-wish", "", 3).into_string();
            assert!(!other.contains("aria-invalid") && !other.contains("aria-describedby"));
            assert_eq!([0, 1].map(|row| fields.at("days", Some(row)).invalid()), [None, Some("true")]);
        }
    }

    #[test]
    fn a_form_with_slips_without_end_is_refused_and_tells_of_the_first() {
        let sent = Sent::default();
        let mut reading = Reading::of(&sent);
        for row in 0..1000 {
            reading.add(Slip::new("days", "place-form-days", "place-slip-days").in_row(row));
        }
        assert!(reading.done(Some(())).is_err_and(|slips| slips.slips.len() == 100));
    }
}
