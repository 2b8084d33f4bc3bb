//! A workbook from outside. Nothing that it says of its own size is believed, and no more of it is kept than a table
//! may hold.

use super::sheet::{CELL, COLUMNS, FILE, ROWS, Unreadable};
use calamine::{DataRef, Reader as _, Xlsx};
use shared::day::Day;
use std::io::{Cursor, Read};

/// The most bytes that it may be packed out to.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// The most bytes that the texts of all cells may be together: one text can stand in every cell and is in the file once.
const TEXTS: usize = 2 * FILE;
/// The most different texts of all its sheets.
const DIFFERENT: u64 = ((ROWS + 1) * COLUMNS) as u64;

/// The rows of the first sheet. What its cells would compute is read as it was last computed.
pub fn rows(file: &[u8]) -> Result<Vec<Vec<String>>, Unreadable> {
    packs_out(file)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).map_err(|_| Unreadable::Other)?;
    let name = book.sheet_names().first().cloned().ok_or(Unreadable::Empty)?;
    // Cell by cell: a sheet may say of itself that it is a million rows long.
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::Other)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut left = TEXTS;
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Other)? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        left = left.checked_sub(text.len()).ok_or(Unreadable::TooLarge)?;
        let (row, column) = (row as usize, column as usize);
        if row > ROWS || column >= COLUMNS {
            return Err(Unreadable::TooLarge);
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if rows[row].len() <= column {
            rows[row].resize_with(column + 1, String::new);
        }
        rows[row][column] = text;
    }
    Ok(rows)
}

/// Refuses a workbook that would fill the memory.
fn packs_out(file: &[u8]) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| Unreadable::Other)?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Unreadable::Other)?;
        let name = part.name().map_err(|_| Unreadable::Other)?.to_ascii_lowercase();
        let is_texts = name.ends_with("sharedstrings.xml");
        let mut part = part.take(left + 1);
        let mut texts = Vec::new();
        let read = if is_texts {
            part.read_to_end(&mut texts).map(|read| read as u64)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        left = left
            .checked_sub(read.map_err(|_| Unreadable::Other)?)
            .ok_or(Unreadable::TooLarge)?;
        counts_itself(&texts)?;
    }
    Ok(())
}

/// The reader makes room at once for as many texts as the part that holds them says, and where there is no room, the
/// process ends. So whatever is said there is read first, in the one alphabet in which it cannot hide from us.
fn counts_itself(texts: &[u8]) -> Result<(), Unreadable> {
    let texts = std::str::from_utf8(texts).map_err(|_| Unreadable::Other)?;
    if texts.contains(|letter: char| letter.is_control() && !letter.is_whitespace()) {
        return Err(Unreadable::Other);
    }
    for said in texts.split("uniqueCount").skip(1) {
        let Some(said) = said.trim_start().strip_prefix('=') else {
            continue;
        };
        let said = said.trim_start();
        let quote = said
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''))
            .ok_or(Unreadable::Other)?;
        let number = said[1..].split(quote).next().unwrap_or_default().trim();
        match number.parse::<u64>() {
            Ok(..=DIFFERENT) => {}
            Ok(_) => return Err(Unreadable::TooLarge),
            Err(_) => return Err(Unreadable::Other),
        }
    }
    Ok(())
}

/// A text that is too long is cut so that it is still too long, with and without the apostrophe that may stand before it.
fn text_of(value: &DataRef<'_>) -> String {
    let cut = |text: &str| text.chars().take(CELL + 2).collect();
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::SharedString(text) => cut(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cut(text),
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        // Days since the end of 1899.
        DataRef::DateTime(moment) => Day::EPOCH.plus((moment.as_f64() as i32).saturating_sub(25_569)).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Sheet;
    use super::*;
    use std::io::Write;

    /// A workbook of one sheet, part by part as a machine could write it.
    fn workbook(texts: &[u8], cells: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        let relationship = |id: &str, kind: &str, target: &str| {
            let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            format!("<Relationships><Relationship Id=\"{id}\" Type=\"{of}/{kind}\" Target=\"{target}\"/></Relationships>")
        };
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let book = format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{of}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>");
        for (name, part) in [
            (
                "_rels/.rels",
                relationship("r1", "officeDocument", "xl/workbook.xml").as_bytes(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationship("r1", "worksheet", "worksheets/sheet1.xml").as_bytes(),
            ),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
            ("xl/sharedStrings.xml", texts),
        ] {
            archive.start_file(name, options).unwrap();
            archive.write_all(part).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn texts(attributes: &str, text: &str) -> String {
        format!("<sst {attributes}><si><t>{text}</t></si></sst>")
    }

    const ONE_CELL: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

    #[test]
    fn a_workbook_that_says_it_has_more_texts_than_a_table_can_hold_is_refused() {
        let read = |texts: &[u8]| Sheet::read(&workbook(texts, ONE_CELL));
        assert_eq!(
            read(texts("uniqueCount=\"1\"", "navn").as_bytes()).unwrap().headings,
            ["navn"]
        );
        assert!(
            read(texts("", "the uniqueCount of it").as_bytes()).is_ok(),
            "a text says the word"
        );
        for (lie, why) in [
            ("uniqueCount=\"999999999999999\"", Unreadable::TooLarge),
            ("uniqueCount \n= '999999999999999'", Unreadable::TooLarge),
            ("count=\"1\" uniqueCount=\"300061\"", Unreadable::TooLarge),
            ("uniqueCount=\"+99999999999999999999999\"", Unreadable::Other),
            ("uniqueCount=9", Unreadable::Other),
        ] {
            assert_eq!(read(texts(lie, "navn").as_bytes()), Err(why), "{lie}");
        }
        // The same in an alphabet in which the word is not found by its letters.
        let wide: Vec<u8> = texts("uniqueCount=\"999999999999999\"", "navn")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read(&[[0xff, 0xfe].as_slice(), &wide].concat()), Err(Unreadable::Other));
        assert_eq!(read(&wide), Err(Unreadable::Other));
        let hidden = texts("unique\u{1b}(BCount=\"999999999999999\"", "navn");
        assert_eq!(read(hidden.as_bytes()), Err(Unreadable::Other));
    }

    #[test]
    fn one_long_text_that_stands_in_every_cell_is_not_copied_into_each() {
        let cells: String = (1..=1_000)
            .map(|row| format!("<row r=\"{row}\">{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(50)))
            .collect();
        let file = workbook(texts("", &"a".repeat(1024 * 1024)).as_bytes(), &cells);
        assert!(file.len() < FILE);
        assert_eq!(Sheet::read(&file), Err(Unreadable::TooLarge));
    }

    #[test]
    fn a_text_that_is_too_long_for_a_cell_is_still_too_long_when_it_is_read() {
        let sheet = Sheet::read(&workbook(texts("", &format!("'={}", "a".repeat(CELL))).as_bytes(), ONE_CELL)).unwrap();
        assert_eq!(sheet.headings[0].chars().count(), CELL + 1);
    }

    #[test]
    fn a_workbook_that_packs_out_to_much_more_than_it_says_is_refused() {
        let file = workbook(&vec![b' '; 70 * 1024 * 1024], "");
        assert!(file.len() < FILE);
        assert_eq!(Sheet::read(&file), Err(Unreadable::TooLarge));
    }
}
