//! My week: painted, ticked hour by hour, typed, or read from a calendar's file. What a time is called, only oneself reads.

mod form;
pub mod routes;

use super::Leaf;
use crate::pages::desk::week_picture::{clock, weekday, weekday_short};
use crate::pages::profile::unread;
use crate::pages::profile::week_words::in_words;
use crate::pages::reader::{Reader, hours_of};
use form::{BadLabel, HOUR, TABLES, box_name, hours_to_show, is_whole, of_table, written};
use maud::{Markup, html};
use shared::matching::ical::{Busy, NotACalendar};
use shared::matching::week::{Parity, Quarters, Unread, Week, Weekday, Weeks};

pub const CALENDAR: &str = "/my-work/week/calendar";

/// The page as it is about to be shown.
#[derive(Clone, Debug)]
pub struct MyWeek<'a> {
    /// What the table shows: what is stored, or what was read and is not stored yet.
    pub shown: Weeks,
    /// What is stored, for the next write to be held against.
    pub stored: Weeks,
    /// What the table showed before it was touched: it has been painted where it is another.
    pub drawn: Weeks,
    /// What stood in the table before something else took its place.
    pub before: Option<Weeks>,
    /// The two weeks stand apart.
    pub two: bool,
    /// Typed and not stored yet.
    pub typed: Option<&'a str>,
    /// What stood there before it was typed over.
    pub typed_drawn: Option<&'a str>,
    /// Each label with when it is, as it was typed.
    pub labels: Option<&'a [(String, String)]>,
    /// The rows as they were before they were typed over.
    pub labels_drawn: Option<String>,
    pub trouble: Option<Trouble<'a>>,
    /// What to know of a page that holds something unsaved.
    pub word: Option<&'static str>,
    pub from_calendar: Option<&'a Busy>,
    /// The hours in which one would work at all, as they were typed beside a calendar.
    pub frame: Option<&'a str>,
}

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble<'a> {
    Typed(&'a Unread),
    Label(&'a BadLabel),
    Calendar(NotACalendar),
    /// The hours in which one would work at all could not be read.
    Frame(&'a Unread),
    /// Somebody else has changed the week meanwhile.
    Conflict,
    Unreadable,
    /// It was painted one way and typed another.
    Both,
}

/// Empty rows for labels beside those that are filled.
const MORE_ROWS: usize = 2;

impl MyWeek<'_> {
    /// All of it is one form: every button sends all of it, and what a button does not save comes back as it was.
    pub fn draw(&self, reader: &Reader) -> Markup {
        html! {
            @if let Some(trouble) = &self.trouble { (self.trouble(reader, trouble)) }
            @if let Some(word) = self.word { p.done role="status" { (reader.say(word)) } }
            p.lead { (reader.say("week-about")) }
            @if let Some(busy) = self.from_calendar { (found(reader, busy)) }
            form.week-form method="post" action=(reader.link(Leaf::Week.address())) data-week
                data-part=(in_part(reader, "#")) data-colon=(colon(reader)) {
                input type="hidden" name="stored" value=(written(&self.stored));
                input type="hidden" name="drawn" value=(written(&self.drawn));
                input type="hidden" name="exact" value=(written(&self.shown));
                // Whoever has been told decides by the next button.
                @if self.trouble == Some(Trouble::Both) { input type="hidden" name="both" value="seen"; }
                @if let Some(before) = &self.before { input type="hidden" name="before" value=(written(before)); }
                (self.painting(reader))
                (self.typing(reader))
                (self.calendar(reader))
                (self.labels(reader))
            }
        }
    }

    fn trouble(&self, reader: &Reader, trouble: &Trouble<'_>) -> Markup {
        html! {
            div.trouble role="alert" {
                h2 { (reader.say("profile-not-saved")) }
                @match trouble {
                    Trouble::Typed(why) | Trouble::Frame(why) => p { (unread(reader, why)) },
                    Trouble::Label(BadLabel::When(words, why)) => p { bdi { (words) } ": " (unread(reader, why)) },
                    Trouble::Label(BadLabel::TooMany | BadLabel::TooLong) => p { (reader.say("week-label-long")) },
                    Trouble::Calendar(NotACalendar::Other) => p { (reader.say("week-no-calendar")) },
                    Trouble::Calendar(NotACalendar::TooLarge) => p { (reader.say("week-calendar-large")) },
                    Trouble::Unreadable => p { (reader.say("week-unreadable")) },
                    Trouble::Both => p { (reader.say("week-both")) },
                    Trouble::Conflict => {
                        p { (reader.say("week-conflict")) }
                        p { b { (reader.say("profile-stands-now")) } " " (in_words(reader, &self.stored)) }
                        p { b { (reader.say("profile-you-wrote")) } " " (in_words(reader, &self.shown)) }
                    }
                }
            }
        }
    }

    /// The table. The script lets it be painted in quarter hours. Its button is the form's first: Enter presses it.
    fn painting(&self, reader: &Reader) -> Markup {
        let (first, end) = hours_to_show(&self.shown);
        let tables = if self.two { &TABLES[1..] } else { &TABLES[..1] };
        let other = if self.two { ("one", "week-one") } else { ("two", "week-two") };
        html! {
            section {
                h2 { (reader.say("week-paint")) }
                p.hint { (reader.say("week-paint-hint")) }
                p.hint.with-script hidden { (reader.say("week-paint-keys")) }
                input type="hidden" name="tables" value=(if self.two { "two" } else { "one" });
                input type="hidden" name="first_hour" value=(first);
                input type="hidden" name="end_hour" value=(end);
                @for (parity, table) in tables { (self.table(reader, *parity, *table, first, end)) }
                p.hours-sum role="status" data-sum=(reader.say_with("week-sum", &[("hours", "#")])) {
                    @let free = Quarters(self.shown.count().0 / 2);
                    (reader.say_with("week-sum", &[("hours", &hours_of(free))]))
                }
                button.big.main type="submit" name="what" value="paint" { (reader.say("week-save")) }
                button.answer type="submit" name="what" value=(other.0) { (reader.say(other.1)) }
                @if let Some(before) = &self.before {
                    p { (reader.say_with("week-before", &[("week", &in_words(reader, before))])) }
                    button.answer type="submit" name="what" value="before" { (reader.say("week-before-again")) }
                }
            }
        }
    }

    fn table(&self, reader: &Reader, parity: Parity, table: char, first: u16, end: u16) -> Markup {
        let week = of_table(&self.shown, parity);
        let caption = match parity {
            Parity::Every => "week-every-week",
            Parity::Even => "week-even-weeks",
            Parity::Odd => "week-odd-weeks",
        };
        html! {
            table.week-table data-table=(table) {
                caption { (reader.say(caption)) }
                thead {
                    tr {
                        td {}
                        @for day in Weekday::ALL { th scope="col" { abbr title=(weekday(reader, day)) { (weekday_short(reader, day)) } } }
                    }
                }
                tbody {
                    @for hour in first..end {
                        tr {
                            th scope="row" { (hour_name(reader, hour)) }
                            @for day in Weekday::ALL { (cell(reader, &week, table, day, hour)) }
                        }
                    }
                }
            }
        }
    }

    fn typing(&self, reader: &Reader) -> Markup {
        let now = in_words(reader, &self.shown);
        let typed = self.typed.unwrap_or(&now);
        html! {
            section {
                h2 { (reader.say("week-type")) }
                input type="hidden" name="typed_drawn" value=(self.typed_drawn.unwrap_or(typed));
                div.field {
                    label for="typed" { (reader.say("profile-week-when")) }
                    p.hint id="typed-hint" { (reader.say("profile-week-hint")) }
                    textarea id="typed" name="typed" rows="3" maxlength="1000" dir="auto" aria-describedby="typed-hint" { (typed) }
                }
                button.answer type="submit" name="what" value="type" { (reader.say("week-save-typed")) }
            }
        }
    }

    fn calendar(&self, reader: &Reader) -> Markup {
        // Whoever has a week works within it: what a calendar says takes from that.
        let usual = || match self.stored.is_empty() {
            true => reader.say("week-frame-usual"),
            false => in_words(reader, &self.stored),
        };
        html! {
            section {
                h2 { (reader.say("week-calendar")) }
                p.hint { (reader.say("week-calendar-about")) }
                div.field {
                    label for="frame" { (reader.say("week-frame")) }
                    input id="frame" name="frame" type="text" value=(self.frame.map_or_else(usual, str::to_owned)) maxlength="1000" dir="auto";
                }
                div.field {
                    label for="file" { (reader.say("week-file")) }
                    input id="file" name="file" type="file" accept=".ics,text/calendar";
                }
                button.answer type="submit" formaction=(reader.link(CALENDAR)) formenctype="multipart/form-data" { (reader.say("week-read-file")) }
            }
        }
    }

    fn labels(&self, reader: &Reader) -> Markup {
        let empty = (String::new(), String::new());
        let rows = self
            .labels
            .unwrap_or_default()
            .iter()
            .chain(std::iter::repeat_n(&empty, MORE_ROWS));
        html! {
            section {
                h2 { (reader.say("week-labels")) }
                p.hint { (reader.say("week-labels-about")) }
                input type="hidden" name="rows_drawn" value=[self.labels_drawn.as_ref()];
                @for (index, (words, when)) in rows.enumerate() {
                    @let n = (index + 1).to_string();
                    div.row-of {
                        input type="text" name="label" value=(words) maxlength="80" dir="auto" autocomplete="off"
                            aria-label=(reader.say_with("week-label-n", &[("number", &n)])) placeholder=(reader.say("week-label-like"));
                        input type="text" name="label_when" value=(when) maxlength="400" dir="auto" autocomplete="off"
                            aria-label=(reader.say_with("week-label-when-n", &[("number", &n)])) placeholder=(reader.say("week-label-when-like"));
                    }
                }
                button.answer type="submit" name="what" value="labels" { (reader.say("week-save-labels")) }
            }
        }
    }
}

/// "08".
fn hour_name(reader: &Reader, hour: u16) -> Markup {
    let whole = clock(reader, i32::from(hour * HOUR));
    html! { span aria-hidden="true" { (format!("{hour:02}")) } span.unseen { (whole) } }
}

/// An hour: its box, and its four quarters for the eye. Whoever hears the page hears what of the hour is free.
fn cell(reader: &Reader, week: &Week, table: char, day: Weekday, hour: u16) -> Markup {
    let first = day.first_quarter() + hour * HOUR;
    let quarters: Vec<bool> = (first..first + HOUR).map(|quarter| week.contains(quarter)).collect();
    let name = format!("{} {}", weekday(reader, day), from_to(reader, hour * HOUR, (hour + 1) * HOUR));
    let part = quarters.iter().any(|on| *on) && !is_whole(week, first);
    html! {
        td {
            label {
                input type="checkbox" name="hour" value=(box_name(table, first)) checked[is_whole(week, first)] data-name=(name)
                    aria-label=(if part { format!("{name} {}", in_part(reader, &free_of(reader, &quarters, hour))) } else { name.clone() });
                @for on in quarters { i.on[on] {} }
            }
        }
    }
}

fn from_to(reader: &Reader, from: u16, to: u16) -> String {
    format!("{}–{}", clock(reader, i32::from(from)), clock(reader, i32::from(to)))
}

/// "08.15–08.30, 08.45–09.00": the free stretches of an hour.
fn free_of(reader: &Reader, quarters: &[bool], hour: u16) -> String {
    let mut at = hour * HOUR;
    let mut stretches = Vec::new();
    for run in quarters.chunk_by(|one, next| one == next) {
        let end = at + u16::try_from(run.len()).unwrap_or(HOUR);
        if run[0] {
            stretches.push(from_to(reader, at, end));
        }
        at = end;
    }
    stretches.join(", ")
}

fn in_part(reader: &Reader, times: &str) -> String {
    reader.say_with("week-in-part", &[("times", times)])
}

/// What stands between the hours and the minutes of a time.
fn colon(reader: &Reader) -> String {
    clock(reader, 0).chars().filter(|sign| !sign.is_ascii_digit()).collect()
}

/// What a calendar's file was read as: for oneself alone, before anything of it is stored.
fn found(reader: &Reader, busy: &Busy) -> Markup {
    html! {
        section.found {
            h2 { (reader.say("week-found")) }
            p { (reader.say("week-found-about")) }
            ul.rows {
                @for one in &busy.of {
                    li {
                        b dir="auto" { (one.label.shown_to_the_candidate()) } " "
                        @if one.weeks.is_empty() { span.fine { (reader.say("week-too-seldom")) } } @else { (in_words(reader, &one.weeks)) }
                    }
                }
            }
            @if busy.of.is_empty() { p { (reader.say("week-found-nothing")) } }
            @if !busy.unread.is_empty() {
                p { (reader.say_count("week-unread-lines", u32::try_from(busy.unread.len()).unwrap_or(u32::MAX))) }
                ul {
                    @for one in busy.unread.iter().take(8) {
                        li { (reader.say_with("week-unread-line", &[("line", &one.line.to_string()), ("case", &format!("{:?}", one.why))])) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::free_of;
    use crate::pages::reader::Reader;
    use crate::words::Lang;

    #[test]
    fn an_hour_that_is_free_in_part_says_which_of_its_quarters_are() {
        let reader = Reader::new(None, Lang::Da);
        assert_eq!(free_of(&reader, &[false, true, true, true], 8), "08.15–09.00");
        assert_eq!(free_of(&reader, &[true, false, false, true], 23), "23.00–23.15, 23.45–24.00");
    }
}
