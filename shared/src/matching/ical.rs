//! When somebody is busy, from the file that their calendar writes (iCalendar, RFC 5545).
//!
//! What is looked for is the rule of their weeks, not their days: everything is laid out over twelve weeks and
//! seen through `taken_as_a_rule`. A day off in between (`EXDATE`) changes no rule and is not read.
//! Whatever else is not read is named by its line; what the lines say is repeated nowhere.

mod lines;
mod rule;
mod stamp;

use super::calendar::{Taken, monday, taken_as_a_rule};
use super::week::{Quarter, Quarters, Weeks};
use crate::day::Day;
use lines::{Property, unfolded};
use rule::Rule;
use serde::{Deserialize, Serialize};
use stamp::{Stamp, minutes};
use std::collections::BTreeMap;
use std::fmt;

/// How many weeks, from the current one on, are looked at.
pub const WEEKS_SEEN: u8 = 12;
/// The largest file that is read, in bytes.
pub const LARGEST: usize = 4 << 20;
/// How many events a file may have, and how often they may come in the weeks that are looked at.
const MOST: usize = 20_000;
/// No single event is longer than so many days.
const LONGEST: i64 = 600;
const DAY_MINUTES: i64 = 24 * 60;

/// What a calendar file says about somebody's weeks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Busy {
    /// What is taken as a rule.
    pub weeks: Weeks,
    /// What it is made of, for the candidate alone. Everything of one label is one, in the order of the labels.
    pub of: Vec<Labelled>,
    /// What could not be read, in the order of the lines.
    pub unread: Vec<Unread>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Labelled {
    pub label: Label,
    /// What it takes as a rule. Empty: too seldom to be one, so it is not counted.
    pub weeks: Weeks,
    /// How often it comes in the weeks that were looked at.
    pub times: usize,
}

/// What somebody has called a time of theirs: why it is not free, which only they know. It cannot be written to a
/// store, to the wire or to a log; it is shown to the candidate and to nobody else.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label(String);

impl Label {
    pub fn shown_to_the_candidate(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Label(…)")
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Unread {
    /// Counted from 1.
    pub line: u32,
    pub why: Why,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Why {
    /// No line of a calendar, or letters that are no text (UTF-8).
    Line,
    /// No day or time of the form `20261122` or `20261122T083000`.
    Time,
    /// A time zone with another clock than Denmark. The event is not counted.
    Zone,
    /// An event that does not say when it begins. It is not counted.
    NoStart,
    /// An event that takes no time, or ends before it begins. It is not counted.
    NoEnd,
    /// It takes more than 600 days. It is not counted.
    TooLong,
    /// It repeats in another way than by days or weeks. Only its first time is counted.
    Rule,
    /// More days in a list (`RDATE`), or a list of busy times (`FREEBUSY`). They are not counted.
    List,
    /// The file ends within an event. It is not counted.
    Unfinished,
}

/// Why there is nothing to read at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotACalendar {
    /// Nowhere does it say `BEGIN:VCALENDAR`.
    Other,
    /// More than 4 MiB, more than 20,000 events, or more than that in twelve weeks.
    TooLarge,
}

impl Busy {
    /// Reads a calendar file as it is in the twelve weeks from the week of `today` on.
    pub fn read(file: &[u8], today: Day) -> Result<Busy, NotACalendar> {
        if file.len() > LARGEST {
            return Err(NotACalendar::TooLarge);
        }
        let mut reader = Reader::default();
        for (number, line) in unfolded(file) {
            match String::from_utf8(line)
                .ok()
                .as_deref()
                .map(|line| Property::read(number, line))
            {
                Some(Some(property)) => reader.take(property),
                _ => reader.unread(number, Why::Line),
            }
        }
        if let Some(event) = reader.event.take() {
            reader.unread(event.line, Why::Unfinished);
        }
        if !reader.is_calendar {
            return Err(NotACalendar::Other);
        }
        if reader.events.len() > MOST {
            return Err(NotACalendar::TooLarge);
        }
        let from = monday(today);
        let mut by_label: BTreeMap<Label, Vec<Taken>> = BTreeMap::new();
        let mut times = 0;
        for event in reader.events {
            match event.taken(from, &mut reader.unread) {
                Ok(taken) if taken.is_empty() => {}
                Ok(taken) => {
                    times += taken.len();
                    if times > MOST {
                        return Err(NotACalendar::TooLarge);
                    }
                    by_label.entry(event.label()).or_default().extend(taken);
                }
                Err(unread) => reader.unread.push(unread),
            }
        }
        reader.unread.sort_unstable();
        let of = by_label.iter().map(|(label, taken)| Labelled {
            label: label.clone(),
            weeks: taken_as_a_rule(taken.iter().copied(), from, WEEKS_SEEN),
            times: taken.len(),
        });
        Ok(Busy {
            of: of.collect(),
            weeks: taken_as_a_rule(by_label.values().flatten().copied(), from, WEEKS_SEEN),
            unread: reader.unread,
        })
    }

    /// What is left of the hours in which somebody would work at all.
    pub fn leaves(&self, frame: &Weeks) -> Weeks {
        *frame & !self.weeks
    }
}

#[derive(Default)]
struct Reader {
    is_calendar: bool,
    /// What has begun and has not ended, in capitals.
    open: Vec<String>,
    event: Option<Event>,
    events: Vec<Event>,
    unread: Vec<Unread>,
}

impl Reader {
    fn unread(&mut self, line: u32, why: Why) {
        self.unread.push(Unread { line, why });
    }

    fn take(&mut self, property: Property) {
        let line = property.line;
        match &*property.name {
            "BEGIN" => {
                let name = property.value.trim().to_ascii_uppercase();
                self.is_calendar |= name == "VCALENDAR";
                if name == "VEVENT"
                    && let Some(event) = self.event.replace(Event::at(line))
                {
                    self.unread(event.line, Why::Unfinished);
                }
                self.open.push(name);
            }
            "END" => {
                let name = property.value.trim().to_ascii_uppercase();
                match self.open.iter().rposition(|open| *open == name) {
                    Some(at) => self.open.truncate(at),
                    None => self.unread(line, Why::Line),
                }
                if name == "VEVENT" {
                    self.events.extend(self.event.take());
                }
            }
            "FREEBUSY" => self.unread(line, Why::List),
            // What an alarm within an event says is not said of the event.
            _ if self.open.last().is_some_and(|open| open == "VEVENT") => {
                if let Some(event) = &mut self.event {
                    event.properties.push(property);
                }
            }
            _ => {}
        }
    }
}

struct Event {
    line: u32,
    properties: Vec<Property>,
}

impl Event {
    fn at(line: u32) -> Event {
        Event {
            line,
            properties: Vec::new(),
        }
    }

    fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    fn label(&self) -> Label {
        let summary = self.get("SUMMARY").map_or("", |property| &*property.value);
        let mut label = String::new();
        let mut letters = summary.trim().chars();
        while let Some(letter) = letters.next() {
            label.push(match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') | None => ' ',
                    Some(other) => other,
                },
                letter => letter,
            });
        }
        Label(label.chars().take(200).collect())
    }

    /// Every time that it takes in the weeks that are looked at.
    fn taken(&self, from: Day, also_unread: &mut Vec<Unread>) -> Result<Vec<Taken>, Unread> {
        let says = |name, value: &str| {
            self.get(name)
                .is_some_and(|property| property.value.trim().eq_ignore_ascii_case(value))
        };
        // Told, but not taken.
        if says("TRANSP", "TRANSPARENT") || says("STATUS", "CANCELLED") {
            return Ok(Vec::new());
        }
        let unread = |why| Unread { line: self.line, why };
        let start = Stamp::of(self.get("DTSTART").ok_or(unread(Why::NoStart))?)?;
        let minutes = match (self.get("DTEND"), self.get("DURATION")) {
            (Some(end), _) => start.minutes_to(Stamp::of(end)?),
            (None, Some(duration)) => minutes(&duration.value).ok_or(duration.unread(Why::Time))?,
            (None, None) if start.minute.is_none() => DAY_MINUTES,
            (None, None) => 0,
        };
        match minutes {
            ..=0 => return Err(unread(Why::NoEnd)),
            _ if minutes > LONGEST * DAY_MINUTES => return Err(unread(Why::TooLong)),
            _ => {}
        }
        let rules = self.properties.iter().filter(|property| property.name == "RRULE");
        let mut rules = rules.map(|property| Rule::read(&property.value, start).ok_or(property.unread(Why::Rule)));
        let rule = match (rules.next(), rules.next()) {
            (None, _) => Rule::Once,
            (Some(Ok(rule)), None) => rule,
            (Some(Err(unread)), _) | (_, Some(Err(unread))) => {
                also_unread.push(unread);
                Rule::Once
            }
            (Some(Ok(rule)), Some(Ok(_))) => {
                also_unread.push(unread(Why::Rule));
                rule
            }
        };
        let lists = self.properties.iter().filter(|property| property.name == "RDATE");
        also_unread.extend(lists.map(|property| property.unread(Why::List)));
        let last = i32::from(WEEKS_SEEN) * 7;
        // What began before may reach into these weeks.
        let first = -((minutes / DAY_MINUTES) as i32 + 2);
        let days = (first..=last)
            .map(|days| from.plus(days))
            .filter(|day| rule.is_on(start, *day));
        Ok(days.map(|day| taken(Stamp { day, ..start }, minutes)).collect())
    }
}

/// The stretch from this time on in whole quarter hours, rounded outwards.
fn taken(start: Stamp, minutes: i64) -> Taken {
    let (day, minute) = start.in_denmark();
    let (first, end) = (minute / 15, (minute + minutes + 14) / 15);
    // 0–95, and at most 600 days and a bit.
    Taken {
        day,
        start: Quarter(first as u8),
        length: Quarters((end - first) as u16),
    }
}

#[cfg(test)]
mod tests;
