//! Files in and out: what there is to take home, what a file must look like, and a file as it was looked through.

pub mod routes;

use crate::matching::exchange::{Book, Change, Column, Format, Outcome, Row, Seen, Unreadable, Write, heading};
use crate::pages::reader::Reader;
use maud::{Markup, html};

pub const ADDRESS: &str = "/desk/exchange";

/// How many rows of a file stand on the page, of those that are bad and of the others. The rest is counted.
const SHOWN: usize = 100;

/// What became of the last file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Done {
    pub added: u32,
    pub changed: u32,
    pub left: u32,
}

pub fn exchange(reader: &Reader, done: Option<Done>) -> Markup {
    html! {
        section.wide-list aria-labelledby="exchange-head" {
            div.head { h1 id="exchange-head" { (reader.say("desk-exchange")) } }
            @if let Some(done) = done { (done_note(reader, done)) }
            p.empty { (reader.say("exchange-about")) }
            @for book in Book::ALL { (book_section(reader, book)) }
        }
    }
}

fn done_note(reader: &Reader, done: Done) -> Markup {
    html! {
        div.decides role="status" {
            p { (reader.say_with("exchange-done", &[("added", &done.added.to_string()), ("changed", &done.changed.to_string())])) }
            @if done.left > 0 { p { (reader.say_count("exchange-left", done.left)) } }
        }
    }
}

fn book_section(reader: &Reader, book: Book) -> Markup {
    let name = reader.say_with("exchange-book", &[("case", book.name())]);
    html! {
        section.file-book aria-labelledby={ "book-" (book.name()) } {
            div.head { h2 id={ "book-" (book.name()) } { (name) } }
            div.file-sides {
                form.file-side method="get" action={ (ADDRESS) "/" (book.name()) } {
                    input type="hidden" name="lang" value=(reader.choice.tag);
                    @if book == Book::People {
                        label.file-tick {
                            input type="checkbox" name="needs" value="yes";
                            span { (reader.say("exchange-with-needs")) }
                        }
                        p.faint { (reader.say("exchange-needs-about")) }
                    }
                    div.acts {
                        span { (reader.say("exchange-take-home")) }
                        @for format in Format::ALL { button.act type="submit" name="format" value=(format.name()) { (reader.say(format_key(format))) } }
                        @if book == Book::Places { button.act type="submit" name="format" value="jsonld" { (reader.say("exchange-jsonld")) } }
                    }
                }
                (bring(reader, book))
            }
            (columns(reader, book, &book.columns()))
        }
    }
}

fn format_key(format: Format) -> &'static str {
    match format {
        Format::Csv => "exchange-csv",
        Format::Xlsx => "exchange-xlsx",
    }
}

fn bring(reader: &Reader, book: Book) -> Markup {
    let accept = match book {
        Book::Places => ".csv,.xlsx,.json,.jsonld",
        _ => ".csv,.xlsx",
    };
    let id = format!("file-{}", book.name());
    let action = reader.link(&format!("{ADDRESS}/{}", book.name()));
    html! {
        form.file-side method="post" action=(action) enctype="multipart/form-data" {
            label for=(id) { b { (reader.say("exchange-bring")) } }
            p.faint id={ (id) "-about" } {
                (reader.say("exchange-bring-about")) " "
                @if book == Book::Places { (reader.say("exchange-bring-postings")) }
            }
            div.acts {
                input type="file" id=(id) name="file" required accept=(accept) aria-describedby={ (id) "-about" };
                button.act.main type="submit" { (reader.say("exchange-look")) }
            }
        }
    }
}

fn columns(reader: &Reader, book: Book, columns: &[Column]) -> Markup {
    let lang = reader.lang();
    html! {
        details.file-columns {
            summary { (reader.say("exchange-columns")) }
            p.faint { (reader.say("exchange-columns-about")) }
            div.scroll {
                table.ledger aria-labelledby={ "book-" (book.name()) } {
                    thead { tr { th scope="col" { (reader.say("exchange-column-name")) } th scope="col" { (reader.say("exchange-column-form")) } } }
                    tbody {
                        @for column in columns {
                            @let words = (column.words)(lang);
                            tr {
                                th scope="row" {
                                    (heading(lang, column.code))
                                    @if column.needed { " " span.tag { (reader.say("exchange-needed")) } }
                                }
                                td {
                                    (reader.say_with("exchange-form", &[("case", column.form)]))
                                    @if !words.is_empty() { p.faint { (words.join(" · ")) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A file that nothing could be read from.
pub fn unreadable(reader: &Reader, book: Book, why: Option<Unreadable>) -> Markup {
    let sentence = match why {
        Some(why) => reader.say_with("exchange-unreadable", &[("case", why.name())]),
        None => reader.say("exchange-no-file"),
    };
    html! {
        section.wide-list aria-labelledby="seen-head" {
            (seen_head(reader, book))
            div.decides role="alert" { p { (sentence) } }
            (bring(reader, book))
        }
    }
}

fn seen_head(reader: &Reader, book: Book) -> Markup {
    html! {
        p.alone { a href=(reader.link(ADDRESS)) { (reader.say("exchange-back")) } }
        div.head { h1 id="seen-head" { (reader.say_with("exchange-seen", &[("case", book.name())])) } }
    }
}

/// A file as it was looked through. `sheet` is the whole of it and what it was looked through against, for the answer to
/// carry back: nothing is stored yet.
pub fn looked_through(reader: &Reader, book: Book, seen: &Seen, sheet: &str) -> Markup {
    let count = |is_it: &dyn Fn(&Outcome) -> bool| seen.rows.iter().filter(|row| is_it(&row.outcome)).count() as u32;
    let new = count(&Outcome::is_new);
    let good = count(&|outcome| matches!(outcome, Outcome::Good(_)));
    let same = count(&|outcome| matches!(outcome, Outcome::Same));
    let bad = count(&|outcome| matches!(outcome, Outcome::Bad(_)));
    let counts = [
        ("exchange-new", new),
        ("exchange-changed", good - new),
        ("exchange-same", same),
        ("exchange-bad", bad),
    ];
    let said: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| reader.say_count(key, *n))
        .collect();
    let absent: Vec<String> = seen.absent.iter().map(|code| heading(reader.lang(), code)).collect();
    html! {
        section.wide-list aria-labelledby="seen-head" {
            (seen_head(reader, book))
            p.empty { @for (at, said) in said.iter().enumerate() { @if at > 0 { " · " } bdi { (said) } } }
            @if !seen.unknown.is_empty() {
                p.fix { (reader.say_with("exchange-unknown", &[("names", &seen.unknown.join(", "))])) }
            }
            @if !absent.is_empty() && good + bad > 0 { p.fix { (reader.say_with("exchange-absent", &[("names", &absent.join(", "))])) } }
            form method="post" enctype="multipart/form-data" action=(reader.link(&format!("{ADDRESS}/{}/take", book.name()))) {
                input type="hidden" name="sheet" value=(sheet);
                div.acts {
                    @if good > 0 { button.act.main type="submit" { (reader.say_count("exchange-take", good)) } }
                    @else { p { (reader.say("exchange-nothing")) } }
                    @if bad > 0 {
                        @for format in Format::ALL {
                            @let action = format!("{ADDRESS}/{}/back?format={}", book.name(), format.name());
                            button.act type="submit" formaction=(reader.link(&action)) {
                                (reader.say("exchange-bad-file")) " (" (reader.say(format_key(format))) ")"
                            }
                        }
                    }
                }
                @if bad > 0 { p.faint { (reader.say("exchange-bad-about")) } }
            }
            (rows(reader, seen))
        }
    }
}

fn rows(reader: &Reader, seen: &Seen) -> Markup {
    let is_bad = |row: &&Row| matches!(row.outcome, Outcome::Bad(_));
    let (bad, good): (Vec<&Row>, Vec<&Row>) = seen.rows.iter().partition(is_bad);
    let shown = bad.iter().take(SHOWN).chain(good.iter().take(SHOWN));
    let hidden = [("exchange-rows-more-bad", bad.len()), ("exchange-rows-more", good.len())];
    html! {
        div.scroll {
            table.ledger aria-labelledby="seen-head" {
                thead {
                    tr {
                        th scope="col" { (reader.say("exchange-line")) }
                        th scope="col" { (reader.say("exchange-who")) }
                        th scope="col" { (reader.say("exchange-what")) }
                    }
                }
                tbody { @for row in shown { (one_row(reader, row)) } }
            }
        }
        @for (key, all) in hidden {
            @if all > SHOWN { p.faint.empty { (reader.say_count(key, (all - SHOWN) as u32)) } }
        }
    }
}

fn one_row(reader: &Reader, row: &Row) -> Markup {
    html! {
        tr {
            td.number { (row.line) }
            // A line so bad that it has no name heads nothing.
            @if row.name.is_empty() { td {} } @else { th scope="row" { bdi { (row.name) } } }
            td {
                @match &row.outcome {
                    Outcome::Same => span.tag { (reader.say("exchange-row-same")) },
                    Outcome::Good(writes) => {
                        span.tag.good { (reader.say(if row.outcome.is_new() { "exchange-row-new" } else { "exchange-row-changed" })) }
                        (changes(reader, writes))
                    }
                    Outcome::Bad(faults) => {
                        span.tag.asks { (reader.say("exchange-row-bad")) }
                        ul { @for fault in faults { li dir="auto" { (fault.sentence(reader.lang())) } } }
                    }
                }
            }
        }
    }
}

/// What would stand there otherwise than now.
fn changes(reader: &Reader, writes: &[Write]) -> Markup {
    let changes: Vec<Change> = writes.iter().flat_map(|write| write.changes(reader.lang())).collect();
    let sentence = |change: &Change| {
        let case = match (change.before.as_str(), change.after.as_str()) {
            ("", _) => "added",
            (_, "") => "removed",
            _ => "other",
        };
        let column = heading(reader.lang(), change.column);
        let said = [
            ("case", case),
            ("column", &column),
            ("before", &change.before),
            ("after", &change.after),
        ];
        reader.say_with("exchange-change", &said)
    };
    html! {
        @if !changes.is_empty() { ul { @for change in &changes { li dir="auto" { (sentence(change)) } } } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::exchange::{Fault, Why};
    use crate::words::Lang;

    fn page(bad: usize, good: usize) -> String {
        let row = |line: usize, outcome: Outcome| Row {
            line,
            name: format!("row {line}"),
            known: None,
            outcome,
        };
        let fault = Fault {
            column: "first-name",
            why: Why::Missing,
        };
        let bad = (0..bad).map(|line| row(line, Outcome::Bad(vec![fault.clone()])));
        let seen = Seen {
            rows: bad.chain((0..good).map(|line| row(line, Outcome::Same))).collect(),
            ..Seen::default()
        };
        looked_through(&Reader::new(Some("en"), Lang::En), Book::People, &seen, "").into_string()
    }

    #[test]
    fn of_the_rows_that_are_not_shown_the_bad_ones_are_not_called_good() {
        let none = page(SHOWN, SHOWN);
        assert!(!none.contains("not shown here"), "{none}");
        let many = page(SHOWN + 7, SHOWN + 5);
        assert!(
            many.contains("7 more lines are to be mended") && many.contains("5 more lines are good"),
            "{many}"
        );
        let bad = page(SHOWN + 7, 3);
        assert!(
            bad.contains("7 more lines are to be mended") && !bad.contains("more lines are good"),
            "{bad}"
        );
    }
}
