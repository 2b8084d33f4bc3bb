//! A record's columns: named once, and read, written or explained by whoever asks.

use super::cell::Cell;
use super::sheet::{CELL, Sheet};
use super::{Fault, Why, heading};
use crate::words::Lang;
use std::collections::BTreeMap;

/// What goes through a record's columns.
pub trait Fields {
    fn field<T: Cell>(&mut self, code: &'static str, value: &mut T);

    /// One that a new record cannot do without.
    fn must<T: Cell>(&mut self, code: &'static str, value: &mut T) {
        self.field(code, value);
    }

    fn fault(&mut self, _code: &'static str, _why: Why) {}
}

/// A column as it is explained.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub code: &'static str,
    /// What stands in it: the name of a sentence.
    pub form: &'static str,
    /// A new record cannot do without.
    pub needed: bool,
    /// The words of its closed list; none where it is not of one.
    pub words: fn(Lang) -> Vec<String>,
}

#[derive(Debug, Default)]
pub struct Listing {
    pub columns: Vec<Column>,
}

impl Listing {
    fn add<T: Cell>(&mut self, code: &'static str, needed: bool) {
        self.columns.push(Column {
            code,
            form: T::FORM,
            needed,
            words: T::words,
        });
    }
}

impl Fields for Listing {
    fn field<T: Cell>(&mut self, code: &'static str, _: &mut T) {
        self.add::<T>(code, false);
    }

    fn must<T: Cell>(&mut self, code: &'static str, _: &mut T) {
        self.add::<T>(code, true);
    }
}

/// Writes records, a row for each.
#[derive(Debug)]
pub struct Writing {
    lang: Lang,
    columns: Vec<Column>,
    row: Vec<String>,
    pub sheet: Sheet,
}

impl Writing {
    pub fn new(lang: Lang, columns: Vec<Column>) -> Self {
        let headings = columns.iter().map(|column| heading(lang, column.code)).collect();
        Writing {
            lang,
            columns,
            row: Vec::new(),
            sheet: Sheet {
                headings,
                rows: Vec::new(),
            },
        }
    }

    pub fn end_row(&mut self) {
        self.sheet.rows.push(std::mem::take(&mut self.row));
    }
}

impl Fields for Writing {
    /// Columns come in the order in which they are listed.
    fn field<T: Cell>(&mut self, code: &'static str, value: &mut T) {
        if self.columns.get(self.row.len()).is_some_and(|column| column.code == code) {
            self.row.push(value.write(self.lang));
        }
    }
}

/// Reads one row over what was there before. A column that the file does not have stays as it was.
#[derive(Debug)]
pub struct Reading<'a> {
    cells: &'a BTreeMap<&'static str, &'a str>,
    is_new: bool,
    pub faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    pub fn new(cells: &'a BTreeMap<&'static str, &'a str>, is_new: bool) -> Self {
        Reading {
            cells,
            is_new,
            faults: Vec::new(),
        }
    }
}

impl Fields for Reading<'_> {
    fn field<T: Cell>(&mut self, code: &'static str, value: &mut T) {
        let Some(cell) = self.cells.get(code) else { return };
        // Nobody has said: what is usual stays.
        if self.is_new && cell.trim().is_empty() {
            return;
        }
        if cell.chars().count() > CELL {
            return self.fault(code, Why::too_long(CELL));
        }
        match T::read(cell) {
            Ok(read) => *value = read,
            Err(why) => self.fault(code, why),
        }
    }

    fn must<T: Cell>(&mut self, code: &'static str, value: &mut T) {
        let cell = self.cells.get(code);
        let is_missing = cell.map_or(self.is_new, |cell| cell.trim().is_empty());
        if is_missing {
            self.fault(code, Why::Missing);
        } else {
            self.field(code, value);
        }
    }

    fn fault(&mut self, column: &'static str, why: Why) {
        self.faults.push(Fault { column, why });
    }
}
