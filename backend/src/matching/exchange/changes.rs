//! What a row would change of what is stored, cell by cell.

use super::fields::Writing;
use super::places::At;
use super::{Book, people, places, workplaces};
use crate::matching::store::Thing;
use crate::words::Lang;

/// A record as a row has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Write {
    pub thing: Thing,
    /// As it is stored, and under which revision. `None`: it is new.
    pub before: Option<(Thing, i64)>,
}

/// A cell that would be another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub column: &'static str,
    pub before: String,
    pub after: String,
}

impl Write {
    /// Of a new record nothing is changed.
    pub fn changes(&self, lang: Lang) -> Vec<Change> {
        let before = self.before.as_ref().map(|(before, _)| cells(before, lang));
        before
            .into_iter()
            .flatten()
            .zip(cells(&self.thing, lang))
            .filter(|((_, before), (_, after))| before != after)
            .map(|((column, before), (_, after))| Change { column, before, after })
            .collect()
    }
}

/// Every column of its book. Those that are another record's are empty.
fn cells(thing: &Thing, lang: Lang) -> Vec<(&'static str, String)> {
    let (mut company, mut workplace) = workplaces::blank();
    let book = match thing {
        Thing::Candidate(_) => Book::People,
        Thing::Placement(_) => Book::Places,
        Thing::Company(_) | Thing::Workplace(_) => Book::Workplaces,
    };
    let columns = book.columns();
    let mut writing = Writing::new(lang, columns.clone());
    match thing {
        Thing::Candidate(candidate) => people::fields(&mut candidate.as_ref().clone(), &mut writing),
        Thing::Placement(placement) => places::fields(&mut placement.as_ref().clone(), &mut At::default(), &mut writing),
        Thing::Company(one) => workplaces::fields(&mut one.clone(), &mut workplace, &mut writing),
        Thing::Workplace(one) => workplaces::fields(&mut company, &mut one.clone(), &mut writing),
    }
    writing.end_row();
    let row = writing.sheet.rows.pop().unwrap_or_default();
    columns.iter().map(|column| column.code).zip(row).collect()
}
