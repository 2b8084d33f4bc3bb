//! In and out as files: people who look for work, workplaces and placements, as tables that Excel opens, and placements
//! as schema.org writes them.
//!
//! One function for each kind of record names its columns (`Fields`), and reads, writes and explains them: so what is
//! written is read back the same. A file is first looked through. Every row that cannot be taken says why and what to do,
//! and comes back as a file; the others can be taken. Nothing of it is stored before that. What a candidate has
//! said no to, what they call their hours, what they were asked and who has looked is in no file.

mod cell;
mod choice;
mod fields;
mod hours;
pub mod jsonld;
mod look_through;
mod people;
mod places;
pub mod sheet;
#[cfg(test)]
mod tests;
mod workplaces;

pub use fields::Column;
pub use look_through::{Outcome, Row, Seen, look_through};
pub use sheet::{Format, Sheet, Unreadable};

use super::access::consultant;
use super::looked::{Showing, View, disclose};
use super::market::Market;
use super::store::{Put, Thing, add_all};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::random;
use crate::words::{Lang, Value, Words};
use fields::{Listing, Writing};
use shared::day::Day;
use shared::ids::{CandidateId, Millis};

/// What a file is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Book {
    People,
    Workplaces,
    Places,
}

impl Book {
    pub const ALL: [Book; 3] = [Book::People, Book::Workplaces, Book::Places];

    /// As it stands in addresses and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Book::People => "people",
            Book::Workplaces => "workplaces",
            Book::Places => "places",
        }
    }

    pub fn read(name: &str) -> Option<Book> {
        Book::ALL.into_iter().find(|book| book.name() == name)
    }

    /// All of its columns, in order.
    pub fn columns(self) -> Vec<Column> {
        let mut listing = Listing::default();
        let today = Day::EPOCH;
        match self {
            Book::People => people::fields(&mut people::blank(today), &mut listing),
            Book::Workplaces => {
                let (mut company, mut workplace) = workplaces::blank();
                workplaces::fields(&mut company, &mut workplace, &mut listing);
            }
            Book::Places => places::fields(&mut places::blank(today), &mut places::At::default(), &mut listing),
        }
        listing.columns
    }
}

/// Why a cell cannot be taken. What to do about it is in the locales.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    Missing,
    /// Longer than `sheet::CELL`.
    TooLong,
    Number(String),
    YesOrNo(String),
    Day(String),
    /// No word of the closed list.
    Choice(String),
    Language(String),
    Community(String),
    Point(String),
    /// Hours or shifts that cannot be read, with the word that stands in the way.
    Hours(String),
    Id(String),
    Cvr(String),
    PNumber(String),
    Occupation(String),
    Task(String),
    /// No such workplace here, or more than one of the name.
    Workplace(String),
    /// The same twice in the file: it stood in this line already.
    Twice(String),
    /// Said otherwise in this line.
    Otherwise(String),
    /// It cannot be both.
    Both,
    /// The last day lies before the first.
    EndsFirst,
}

/// A cell that cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub column: &'static str,
    pub why: Why,
}

impl Why {
    /// The name of its sentence, and what was said.
    pub fn said(&self) -> (&'static str, &str) {
        match self {
            Why::Missing => ("missing", ""),
            Why::TooLong => ("too-long", ""),
            Why::Number(said) => ("number", said),
            Why::YesOrNo(said) => ("yes-or-no", said),
            Why::Day(said) => ("day", said),
            Why::Choice(said) => ("choice", said),
            Why::Language(said) => ("language", said),
            Why::Community(said) => ("community", said),
            Why::Point(said) => ("point", said),
            Why::Hours(said) => ("hours", said),
            Why::Id(said) => ("id", said),
            Why::Cvr(said) => ("cvr", said),
            Why::PNumber(said) => ("p-number", said),
            Why::Occupation(said) => ("occupation", said),
            Why::Task(said) => ("task", said),
            Why::Workplace(said) => ("workplace", said),
            Why::Twice(said) => ("twice", said),
            Why::Otherwise(said) => ("otherwise", said),
            Why::Both => ("both", ""),
            Why::EndsFirst => ("ends-first", ""),
        }
    }
}

impl Fault {
    /// In one sentence: which column, what is wrong, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        let (case, said) = self.why.said();
        let why = Words::say(
            lang,
            "exchange-why",
            &[("case", Value::from(case)), ("said", Value::from(said))],
        );
        format!("{}: {why}", heading(lang, self.column))
    }
}

/// What a column is called at the head of a file.
pub fn heading(lang: Lang, code: &str) -> String {
    Words::say(lang, "exchange-column", &[("case", Value::from(code))])
}

/// Everything of one kind as a table, in the order in which it has come. `with_needs`: with what somebody's work
/// may ask of them, which is treated as health data and is left out where nobody asked for it.
pub fn write(market: &Market, book: Book, lang: Lang, with_needs: bool) -> Sheet {
    let columns = book
        .columns()
        .into_iter()
        .filter(|column| with_needs || !people::NEEDS.contains(&column.code));
    let mut writing = Writing::new(lang, columns.collect());
    match book {
        Book::People => {
            for candidate in market.candidates() {
                people::fields(&mut candidate.clone(), &mut writing);
                writing.end_row();
            }
        }
        Book::Workplaces => {
            for workplace in market.workplaces() {
                let Some(company) = market.company(workplace.thing.company) else {
                    continue;
                };
                workplaces::fields(&mut company.thing.clone(), &mut workplace.thing.clone(), &mut writing);
                writing.end_row();
            }
        }
        Book::Places => {
            for placement in market.placements() {
                let workplace = market.workplace(placement.thing.workplace);
                let mut at = places::At::of(workplace.map(|held| &held.thing));
                places::fields(&mut placement.thing.clone(), &mut at, &mut writing);
                writing.end_row();
            }
        }
    }
    writing.sheet
}

/// The same as a file. A list of people is written down as looked at first.
pub async fn export(
    app: &App,
    caller: &Caller,
    book: Book,
    format: Format,
    lang: Lang,
    with_needs: bool,
) -> Result<Vec<u8>, Error> {
    consultant(app, caller).await?;
    let now = app.clock().now();
    let (file, people, rules) = app
        .desk()
        .ask(move |market| {
            let people: Vec<CandidateId> = market.candidates().iter().map(|candidate| candidate.id).collect();
            let rules = market.in_force(Day::in_denmark(now)).version;
            (write(market, book, lang, with_needs).write(format), people, rules)
        })
        .await?;
    if book == Book::People {
        let showing = Showing {
            view: View::File,
            subject_id: None,
            inputs: String::new(),
            rules,
            shown: people.iter().map(|id| id.0).collect(),
            candidates: people,
        };
        disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?;
    }
    file.map_err(|_| Error::Unexpected("a file could not be written"))
}

/// What became of a file that was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    pub added: u64,
    pub changed: u64,
    /// Somebody else has changed or erased them in the meantime.
    pub left: u64,
}

/// Looks a table through and takes every row that can be taken.
pub async fn take(app: &App, caller: &Caller, book: Book, sheet: Sheet) -> Result<Taken, Error> {
    consultant(app, caller).await?;
    let now = app.clock().now();
    let seen = seen(app, book, sheet, now).await?;
    let (mut new, mut changed): (Vec<Thing>, Vec<(Thing, i64)>) = (Vec::new(), Vec::new());
    let good = seen.rows.into_iter().filter_map(|row| match row.outcome {
        Outcome::Good(writes) => Some(writes),
        Outcome::Same | Outcome::Bad(_) => None,
    });
    for (thing, revision) in good.flatten() {
        match revision {
            Some(revision) => changed.push((thing, revision)),
            None => new.push(thing),
        }
    }
    let mut taken = Taken {
        added: add_all(app.db(), &new).await?,
        ..Taken::default()
    };
    taken.left = (new.len() as u64).saturating_sub(taken.added);
    for (thing, revision) in changed {
        match app.desk().put(&thing, Some(revision), caller.person_id).await? {
            Put::Saved(_) => taken.changed += 1,
            Put::Stale => taken.left += 1,
        }
    }
    Ok(taken)
}

/// Looks a table through against what is known now.
pub async fn seen(app: &App, book: Book, sheet: Sheet, now: Millis) -> Result<Seen, Error> {
    app.desk().ask(move |market| look_through(market, book, &sheet, now)).await?
}
