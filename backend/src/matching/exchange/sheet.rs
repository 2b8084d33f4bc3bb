//! A table of texts, and how it becomes a file and is read from one.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, and loses it again when it is read.

use super::workbook;
use serde::{Deserialize, Serialize};

/// The most rows of a table, beside its headings.
pub const ROWS: usize = 5_000;
/// The most columns.
pub const COLUMNS: usize = 60;
/// The most letters of a cell.
pub const CELL: usize = 4_000;
/// The most bytes of a file as it comes.
pub const FILE: usize = 4 * 1024 * 1024;

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    pub headings: Vec<String>,
    /// Each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// With semicolons, as Danish spreadsheets expect, and a mark that says it is UTF-8.
    Csv,
    Xlsx,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Csv, Format::Xlsx];

    /// As a file's name ends.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    pub fn read(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file that cannot be read as a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unreadable {
    Empty,
    /// Neither a workbook nor a text.
    Other,
    TooLarge,
    /// A text in another alphabet's bytes than UTF-8.
    Letters,
}

impl Unreadable {
    /// The name of its sentence.
    pub fn name(self) -> &'static str {
        match self {
            Unreadable::Empty => "empty",
            Unreadable::Other => "other",
            Unreadable::TooLarge => "too-large",
            Unreadable::Letters => "letters",
        }
    }
}

/// The file could not be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotWritten;

/// The letters with which a spreadsheet begins a formula, and the one that keeps it from doing so.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\''];

pub fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn as_it_was(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => text,
    }
}

impl Sheet {
    /// Whichever of the two it is.
    pub fn read(file: &[u8]) -> Result<Sheet, Unreadable> {
        match file {
            _ if file.len() > FILE => Err(Unreadable::TooLarge),
            [] => Err(Unreadable::Empty),
            [b'P', b'K', ..] => Self::read_xlsx(file),
            _ => Self::read_csv(file),
        }
    }

    pub fn read_csv(file: &[u8]) -> Result<Sheet, Unreadable> {
        let text = std::str::from_utf8(file).map_err(|_| Unreadable::Letters)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\0') {
            return Err(Unreadable::Other);
        }
        let first = text.lines().next().unwrap_or_default();
        let often = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
        let delimiter = [b';', b',', b'\t'].into_iter().rev().max_by_key(often).unwrap_or(b';');
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(delimiter);
        let mut rows = Rows::default();
        for record in reader.from_reader(text.as_bytes()).records() {
            let record = record.map_err(|_| Unreadable::Other)?;
            rows.add(record.iter().map(str::to_owned).collect())?;
        }
        rows.sheet()
    }

    /// The first sheet of a workbook.
    pub fn read_xlsx(file: &[u8]) -> Result<Sheet, Unreadable> {
        let mut all = Rows::default();
        workbook::rows(file)?.into_iter().try_for_each(|row| all.add(row))?;
        all.sheet()
    }

    /// Whether a table that came back from a page may be as large as it is.
    pub fn is_of_a_size(&self) -> bool {
        let is_right = |row: &Vec<String>| row.len() <= COLUMNS;
        self.rows.len() <= ROWS && is_right(&self.headings) && self.rows.iter().all(is_right)
    }

    pub fn write(&self, format: Format) -> Result<Vec<u8>, NotWritten> {
        match format {
            Format::Csv => self.write_csv(),
            Format::Xlsx => self.write_xlsx(),
        }
    }

    fn write_csv(&self) -> Result<Vec<u8>, NotWritten> {
        let mut builder = csv::WriterBuilder::new();
        let builder = builder.delimiter(b';').terminator(csv::Terminator::CRLF);
        let mut writer = builder.from_writer("\u{feff}".as_bytes().to_vec());
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            writer
                .write_record(row.iter().map(|cell| harmless(cell)))
                .map_err(|_| NotWritten)?;
        }
        writer.into_inner().map_err(|_| NotWritten)
    }

    fn write_xlsx(&self) -> Result<Vec<u8>, NotWritten> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let bold = rust_xlsxwriter::Format::new().set_bold();
        for (at, heading) in (0..).zip(&self.headings) {
            let heading = harmless(heading);
            sheet
                .write_string_with_format(0, at, heading, &bold)
                .map_err(|_| NotWritten)?;
            sheet.set_column_width(at, 18).map_err(|_| NotWritten)?;
        }
        for (row, cells) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                // Each as a text: a spreadsheet computes nothing of it and makes no date of it.
                sheet.write_string(row, column, harmless(cell)).map_err(|_| NotWritten)?;
            }
        }
        sheet.set_freeze_panes(1, 0).map_err(|_| NotWritten)?;
        book.save_to_buffer().map_err(|_| NotWritten)
    }
}

/// Rows on their way to a table.
#[derive(Default)]
struct Rows(Vec<Vec<String>>);

impl Rows {
    fn add(&mut self, row: Vec<String>) -> Result<(), Unreadable> {
        if self.0.len() > ROWS || row.len() > COLUMNS {
            return Err(Unreadable::TooLarge);
        }
        self.0.push(row.iter().map(|cell| as_it_was(cell).to_owned()).collect());
        Ok(())
    }

    /// The first row holds the headings. Other rows that say nothing stay, so that the numbers of the rest are right.
    fn sheet(self) -> Result<Sheet, Unreadable> {
        let is_blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        let mut rows = self.0.into_iter();
        let headings = rows.next().filter(|row| !is_blank(row)).ok_or(Unreadable::Empty)?;
        let mut rows: Vec<Vec<String>> = rows.collect();
        while rows.last().is_some_and(is_blank) {
            rows.pop();
        }
        for row in &mut rows {
            // What stands to the right of the last heading belongs to no column, and is told of when it says something.
            let said = row
                .iter()
                .rposition(|cell| !cell.trim().is_empty())
                .map_or(0, |last| last + 1);
            row.resize(headings.len().max(said), String::new());
        }
        Ok(Sheet { headings, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rows: Vec<Vec<String>> = rows.iter().map(row).collect();
        Sheet {
            headings: rows.remove(0),
            rows,
        }
    }

    #[test]
    fn no_cell_that_goes_out_begins_as_a_formula_does() {
        let evil = [
            "=1+1", "+45 12", "-2", "@SUM(A1)", "\tx", "\rx", "\n=1", "'quoted", "''=", "ordinary",
        ];
        let one = sheet(&[&["a"; 10], &evil]);
        let text = String::from_utf8(one.write(Format::Csv).unwrap()).unwrap();
        let cells = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .from_reader(text.as_bytes())
            .records()
            .nth(1);
        for cell in cells.unwrap().unwrap().iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
        }
        for format in [Format::Csv, Format::Xlsx] {
            assert_eq!(Sheet::read(&one.write(format).unwrap()).unwrap(), one, "{format:?}");
        }
    }

    #[test]
    fn a_text_with_commas_semicolons_or_tabs_between_is_read_alike() {
        let wanted = sheet(&[&["navn", "hjem"], &["Sofie", "Uldum, syd"]]);
        assert_eq!(
            Sheet::read("\u{feff}navn;hjem\r\nSofie;Uldum, syd\r\n\r\n".as_bytes()),
            Ok(wanted.clone())
        );
        assert_eq!(Sheet::read(b"navn,hjem\nSofie,\"Uldum, syd\"\n"), Ok(wanted.clone()));
        assert_eq!(Sheet::read(b"navn\thjem\nSofie\tUldum, syd\n"), Ok(wanted));
    }

    #[test]
    fn what_is_no_table_or_too_large_is_refused() {
        assert_eq!(Sheet::read(b""), Err(Unreadable::Empty));
        assert_eq!(Sheet::read(b"\n\n"), Err(Unreadable::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04 but no workbook"), Err(Unreadable::Other));
        assert_eq!(Sheet::read(b"navn\nJ\xf8rgen\n"), Err(Unreadable::Letters));
        assert_eq!(Sheet::read(&vec![b'a'; FILE + 1]), Err(Unreadable::TooLarge));
        assert_eq!(Sheet::read("a\n".repeat(ROWS + 2).as_bytes()), Err(Unreadable::TooLarge));
        assert_eq!(Sheet::read("a;".repeat(COLUMNS + 1).as_bytes()), Err(Unreadable::TooLarge));
    }

    #[test]
    fn a_date_that_a_spreadsheet_made_of_what_was_typed_is_a_day_again() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let day = rust_xlsxwriter::Format::new().set_num_format("dd-mm-yyyy");
        sheet.write_string(0, 0, "start").unwrap();
        sheet.write_number_with_format(1, 0, 46_357.0, &day).unwrap();
        sheet.write_number(2, 0, 12.5).unwrap();
        let read = Sheet::read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(read.rows, [["2026-12-01"], ["12.5"]]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_written_is_read_back(
            width in 1..6usize,
            cells in proptest::collection::vec("[=+@'\"; ,\\-\\n\\t\\ræøå\\PC]{0,12}", 36),
        ) {
            let mut rows: Vec<Vec<String>> = cells.chunks_exact(width).map(<[String]>::to_vec).collect();
            // The first row has names, and the last says something.
            rows.insert(0, vec!["a".into(); width]);
            rows.push(vec!["z".into(); width]);
            let sheet = Sheet { headings: rows.remove(0), rows };
            for format in [Format::Csv, Format::Xlsx] {
                prop_assert_eq!(Sheet::read(&sheet.write(format).unwrap()).unwrap(), sheet.clone());
            }
        }

        #[test]
        fn any_file_is_read_or_refused(file in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Sheet::read(&file);
            let _ = Sheet::read(&[b"PK".as_slice(), &file].concat());
        }
    }
}
