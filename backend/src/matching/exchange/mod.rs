//! In and out as files: people who look for work, workplaces and placements, as tables that Excel opens, and placements
//! as schema.org writes them.
//!
//! One function for each kind of record names its columns (`Fields`), and reads, writes and explains them: so what is
//! written is read back the same. A file is first looked through. Every row that cannot be taken says why and what to do,
//! and comes back as a file; the others can be taken, and say what they would change. Nothing of it is stored before
//! that, and nothing that somebody else has written since the file was made, or since it was looked through, is written
//! over. What a candidate has said no to, what they call their hours, what they were asked and who has looked is in no
//! file.

mod cell;
mod changes;
mod choice;
mod fields;
mod hours;
pub mod jsonld;
mod look_through;
mod people;
mod places;
mod revision;
pub mod sheet;
#[cfg(test)]
mod tests;
mod workbook;
mod workplaces;

pub use changes::{Change, Write};
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
use revision::Revision;
use shared::day::Day;
use shared::ids::{CandidateId, Millis};
use shared::matching::candidate::Candidate;
use shared::matching::sound::MOST_HOURS;
use std::fmt::Display;
use std::ops::RangeInclusive;

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
            Book::People => people::fields(&mut Candidate::new(CandidateId::MIN, today), &mut listing),
            Book::Workplaces => {
                let (mut company, mut workplace) = workplaces::blank();
                workplaces::fields(&mut company, &mut workplace, &mut listing);
            }
            Book::Places => places::fields(&mut places::blank(today), &mut places::At::default(), &mut listing),
        }
        revision::field(&mut None, &mut listing);
        listing.columns
    }
}

/// Why a cell cannot be taken. What to do about it is in the locales.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    Missing,
    /// Longer than so many letters.
    TooLong(String),
    /// More than so many.
    TooMany(String),
    /// Not between these two.
    Range(String),
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
    /// A way to a place that nobody knows, or of more minutes than there can be.
    Told,
    /// The last day lies before the first.
    EndsFirst,
    /// The last day of a new one has gone by.
    Over,
    /// A job for a few days lasts longer, or falls on none of them.
    FewDays,
    /// It was changed after the file was made.
    Newer,
}

impl Why {
    fn too_long(most: usize) -> Why {
        Why::TooLong(most.to_string())
    }

    fn too_many(most: usize) -> Why {
        Why::TooMany(most.to_string())
    }

    fn range<T: Display>(range: &RangeInclusive<T>) -> Why {
        Why::Range(format!("{}–{}", range.start(), range.end()))
    }

    fn hours() -> Why {
        Why::range(&(0..=MOST_HOURS.0 / 4))
    }
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
            Why::TooLong(most) => ("too-long", most),
            Why::TooMany(most) => ("too-many", most),
            Why::Range(within) => ("range", within),
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
            Why::Told => ("told", ""),
            Why::EndsFirst => ("ends-first", ""),
            Why::Over => ("over", ""),
            Why::FewDays => ("few-days", ""),
            Why::Newer => ("newer", ""),
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
    let mut revision = Some(Revision(market.revision()));
    match book {
        Book::People => {
            for candidate in market.candidates() {
                people::fields(&mut candidate.clone(), &mut writing);
                revision::field(&mut revision, &mut writing);
                writing.end_row();
            }
        }
        Book::Workplaces => {
            for workplace in market.workplaces() {
                let Some(company) = market.company(workplace.thing.company) else {
                    continue;
                };
                workplaces::fields(&mut company.thing.clone(), &mut workplace.thing.clone(), &mut writing);
                revision::field(&mut revision, &mut writing);
                writing.end_row();
            }
        }
        Book::Places => {
            for placement in market.placements() {
                let workplace = market.workplace(placement.thing.workplace);
                let mut at = places::At::of(workplace.map(|held| &held.thing));
                places::fields(&mut placement.thing.clone(), &mut at, &mut writing);
                revision::field(&mut revision, &mut writing);
                writing.end_row();
            }
        }
    }
    writing.sheet
}

/// The same as a file. A list of people is written down as looked at first, and whether it said something of health.
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
    let (file, showing) = app
        .desk()
        .ask(move |market| {
            let view = if with_needs { View::FileWithNeeds } else { View::File };
            let people = market.candidates().iter().map(|candidate| candidate.id).collect();
            (
                write(market, book, lang, with_needs).write(format),
                showing(market, view, people, now),
            )
        })
        .await?;
    if book == Book::People {
        disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?;
    }
    file.map_err(|_| Error::Unexpected("a file could not be written"))
}

fn showing(market: &Market, view: View, people: Vec<CandidateId>, now: Millis) -> Showing {
    Showing {
        view,
        subject_id: None,
        inputs: format!("{:032x}", market.inputs_of_everybody()),
        rules: market.in_force(Day::in_denmark(now)).version,
        shown: people.iter().map(|id| id.0).collect(),
        candidates: people,
    }
}

/// What became of a file that was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    pub added: u64,
    pub changed: u64,
    /// Somebody else has changed or erased them in the meantime.
    pub left: u64,
}

/// Looks a table through and takes every row that can be taken. `as_of`: as `Seen` had it when somebody said yes.
pub async fn take(app: &App, caller: &Caller, book: Book, sheet: Sheet, as_of: i64) -> Result<Taken, Error> {
    consultant(app, caller).await?;
    let seen = seen(app, book, sheet, as_of).await?;
    let mut taken = Taken::default();
    let (mut new, mut changed): (Vec<Thing>, Vec<(Thing, i64)>) = (Vec::new(), Vec::new());
    for row in seen.rows {
        match row.outcome {
            Outcome::Good(writes) => {
                for write in writes {
                    match write.before {
                        Some((_, revision)) => changed.push((write.thing, revision)),
                        None => new.push(write.thing),
                    }
                }
            }
            Outcome::Bad(faults) if faults.contains(&Fault::newer()) => taken.left += 1,
            Outcome::Same | Outcome::Bad(_) => {}
        }
    }
    taken.added = add_all(app.db(), &new).await?;
    taken.left += (new.len() as u64).saturating_sub(taken.added);
    for (thing, revision) in changed {
        match app.desk().put(&thing, Some(revision), caller.person_id).await? {
            Put::Saved(_) => taken.changed += 1,
            Put::Stale | Put::Kept => taken.left += 1,
        }
    }
    Ok(taken)
}

/// Looks a table through against what is known now, for a consultant to see. Whom it names of those we know is written
/// down as looked at first: the answer tells what is stored of them.
pub async fn bring(app: &App, caller: &Caller, book: Book, sheet: Sheet) -> Result<Seen, Error> {
    consultant(app, caller).await?;
    let now = app.clock().now();
    let (seen, showing) = app
        .desk()
        .ask(move |market| {
            let seen = look_through(market, book, &sheet, market.revision(), now)?;
            let people = seen.rows.iter().filter_map(|row| row.known).collect();
            Ok::<_, Error>((seen, showing(market, View::Brought, people, now)))
        })
        .await??;
    if !showing.shown.is_empty() {
        disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?;
    }
    Ok(seen)
}

/// Looks a table through once more, as it was when somebody has seen it.
pub async fn seen(app: &App, book: Book, sheet: Sheet, as_of: i64) -> Result<Seen, Error> {
    let now = app.clock().now();
    app.desk()
        .ask(move |market| look_through(market, book, &sheet, as_of, now))
        .await?
}
