//! A week as the form of hours sends it: exactly, and hour by hour.
//!
//! Without a script each hour is a box. An hour that is free in part stays so until its box is touched; with the
//! script the exact quarter hours come along, and the boxes agree with them.

use crate::matching::access::Label;
use crate::pages::profile::Sent;
use shared::matching::week::{DAY, Parity, Quarter, Quarters, Unread, WEEK, Week, Weekday, Weeks};

/// Quarter hours of an hour.
pub const HOUR: u16 = 4;
/// Rows for labels at most, and letters of one.
const LABELS: usize = 30;
const LETTERS: usize = 80;

/// The weeks that a table shows: both as one, or one of the two.
pub const TABLES: [(Parity, char); 3] = [(Parity::Every, 'b'), (Parity::Even, 'e'), (Parity::Odd, 'o')];

/// As the form carries it.
pub fn written(weeks: &Weeks) -> String {
    // Lists of numbers can always be written.
    serde_json::to_string(weeks).unwrap_or_default()
}

fn exact(text: &str) -> Option<Weeks> {
    serde_json::from_str(text).ok()
}

/// The name of an hour's box: its table, and its first quarter hour of the week.
pub fn box_name(table: char, first: u16) -> String {
    format!("{table}{first}")
}

/// The week that stands in a table. Where both weeks are one, what is free in either would be lost: they are alike then.
pub fn of_table(weeks: &Weeks, parity: Parity) -> Week {
    match parity {
        Parity::Every | Parity::Even => weeks.even,
        Parity::Odd => weeks.odd,
    }
}

pub fn is_whole(week: &Week, first: u16) -> bool {
    (first..first + HOUR).all(|quarter| week.contains(quarter))
}

/// What was painted or ticked; `None`: it cannot be read.
fn painted(sent: &Sent) -> Option<Weeks> {
    let mut weeks = exact(sent.get("exact"))?;
    let shown = hours_shown(sent);
    let tables: &[(Parity, char)] = if sent.has("tables", "two") {
        &TABLES[1..]
    } else {
        &TABLES[..1]
    };
    if tables.len() == 1 {
        weeks.odd = weeks.even;
    }
    for (parity, table) in tables {
        let before = of_table(&weeks, *parity);
        for day in Weekday::ALL {
            for hour in shown.clone() {
                let first = day.first_quarter() + hour * HOUR;
                let ticked = sent.has("hour", &box_name(*table, first));
                if ticked == is_whole(&before, first) {
                    continue;
                }
                let at = Quarter((hour * HOUR) as u8);
                if ticked {
                    weeks.insert(*parity, day, at, Quarters(HOUR));
                } else {
                    weeks.remove(*parity, day, at, Quarters(HOUR));
                }
            }
        }
    }
    Some(weeks)
}

/// The page as it was sent: one form, whichever button was pressed, so that none of them loses what the others hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given<'a> {
    pub sent: &'a Sent,
    /// What was stored when the page was made.
    pub stored: Weeks,
    pub painted: Weeks,
    /// The labels row by row, as they were typed.
    pub rows: Vec<(String, String)>,
}

/// By what the week is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meant {
    Painted,
    Typed,
    /// It was painted one way and typed another.
    Both,
}

impl<'a> Given<'a> {
    /// `now`: what is stored. A form without the table has painted nothing. `None`: the table cannot be read.
    pub fn read(sent: &'a Sent, now: Weeks) -> Option<Given<'a>> {
        let of = |name: &str, missing: Weeks| match sent.get(name) {
            "" => Some(missing),
            text => exact(text),
        };
        let stored = of("stored", now)?;
        let painted = if sent.get("exact").is_empty() {
            stored
        } else {
            painted(sent)?
        };
        let rows = sent.all("label").zip(sent.all("label_when"));
        let rows = rows.filter(|(words, when)| !words.is_empty() || !when.is_empty());
        Some(Given {
            sent,
            stored,
            painted,
            rows: rows.map(|(words, when)| (words.to_owned(), when.to_owned())).collect(),
        })
    }

    pub fn asks(&self, what: &str) -> bool {
        self.sent.has("what", what)
    }

    pub fn is_two(&self) -> bool {
        self.sent.has("tables", "two")
    }

    /// The week in the table when nobody had touched it.
    pub fn drawn(&self) -> Weeks {
        exact(self.sent.get("drawn")).unwrap_or(self.painted)
    }

    /// What stood in the table before something else took its place there.
    pub fn before(&self) -> Option<Weeks> {
        exact(self.sent.get("before"))
    }

    pub fn was_typed(&self) -> bool {
        let words = |name| self.sent.get(name).split_whitespace().collect::<Vec<_>>();
        let typed = words("typed");
        !typed.is_empty() && typed != words("typed_drawn")
    }

    /// The button decides only where neither the table nor the words were touched, or where both were and they have been told.
    pub fn meant(&self) -> Meant {
        let was_painted = self.painted != self.drawn();
        let alike = || Weeks::read(self.sent.get("typed")) == Ok(self.painted);
        let by_button = if self.asks("type") { Meant::Typed } else { Meant::Painted };
        match (was_painted, self.was_typed()) {
            (true, true) if self.sent.has("both", "seen") => by_button,
            (true, true) if !alike() => Meant::Both,
            (false, true) => Meant::Typed,
            (false, false) => by_button,
            _ => Meant::Painted,
        }
    }

    pub fn were_named(&self) -> bool {
        self.asks("labels") || rows_written(&self.rows) != self.rows_drawn()
    }

    /// The rows as they stood when the page was made.
    pub fn rows_drawn(&self) -> String {
        match self.sent.get("rows_drawn") {
            "" => rows_written(&[]),
            rows => rows.to_owned(),
        }
    }
}

/// Rows as the form carries them.
pub fn rows_written(rows: &[(String, String)]) -> String {
    // Lists of words can always be written.
    serde_json::to_string(rows).unwrap_or_default()
}

/// The hours that had boxes.
fn hours_shown(sent: &Sent) -> std::ops::Range<u16> {
    let hour = |name: &str| sent.get(name).parse::<u16>().unwrap_or(0).min(24);
    hour("first_hour")..hour("end_hour")
}

/// The hours that a table shows: six to ten in the evening, or all of them where something begins or ends outside.
pub fn hours_to_show(weeks: &Weeks) -> (u16, u16) {
    const USUAL: (u16, u16) = (6, 22);
    let is_outside = |at: u16| !at.is_multiple_of(DAY) && !(USUAL.0 * HOUR..=USUAL.1 * HOUR).contains(&(at % DAY));
    let ends = [weeks.even, weeks.odd]
        .into_iter()
        .flat_map(|week| week.spans().collect::<Vec<_>>());
    let mut ends = ends.flat_map(|(start, end)| [start, end]).filter(|at| *at < WEEK);
    if ends.any(is_outside) { (0, 24) } else { USUAL }
}

/// What cannot be read of somebody's labels, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BadLabel {
    When(String, Unread),
    TooMany,
    TooLong,
}

/// The labels of what was typed, row by row.
pub fn labels(rows: &[(String, String)]) -> Result<Vec<Label>, BadLabel> {
    let mut labels = Vec::new();
    for (words, when) in rows {
        if words.chars().count() > LETTERS {
            return Err(BadLabel::TooLong);
        }
        let weeks = Weeks::read(when).map_err(|unread| BadLabel::When(words.clone(), unread))?;
        for line in weeks.describe() {
            for (day, time) in line
                .days
                .iter()
                .flat_map(|day| line.times.iter().map(move |time| (day, time)))
            {
                labels.push(Label {
                    parity: line.parity,
                    day,
                    start: time.start,
                    length: time.length,
                    words: words.clone(),
                });
            }
        }
        if labels.len() > LABELS * 7 {
            return Err(BadLabel::TooMany);
        }
    }
    Ok(labels)
}

/// Labels with all the times that bear them.
pub fn by_words(labels: &[Label]) -> Vec<(String, Weeks)> {
    let mut all: Vec<(String, Weeks)> = Vec::new();
    for label in labels {
        let place = all.iter().position(|(words, _)| *words == label.words);
        let place = place.unwrap_or_else(|| {
            all.push((label.words.clone(), Weeks::EMPTY));
            all.len() - 1
        });
        all[place].1.insert(label.parity, label.day, label.start, label.length);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields {
            sent.put(name, *value);
        }
        sent
    }

    fn weeks(text: &str) -> Weeks {
        Weeks::read(text).unwrap()
    }

    /// The form as it was drawn, with every box as it stood.
    fn drawn(free: &Weeks, tables: &str) -> Sent {
        let (first, end) = hours_to_show(free);
        let mut sent = sent(&[
            ("exact", &written(free)),
            ("tables", tables),
            ("first_hour", &first.to_string()),
            ("end_hour", &end.to_string()),
        ]);
        let shown = if tables == "two" { &TABLES[1..] } else { &TABLES[..1] };
        for (parity, table) in shown {
            for at in Weekday::ALL
                .iter()
                .flat_map(|day| (first..end).map(|hour| day.first_quarter() + hour * HOUR))
            {
                if is_whole(&of_table(free, *parity), at) {
                    sent.put("hour", box_name(*table, at));
                }
            }
        }
        sent
    }

    #[test]
    fn a_form_that_nobody_touched_changes_nothing_not_even_a_quarter_hour() {
        for text in ["man-fre 8.15-15.45", "man-fre 22-5.30", "altid"] {
            let free = weeks(text);
            assert_eq!(painted(&drawn(&free, "one")), Some(free), "{text}");
        }
        let free = weeks("man-fre 8.15-14; lør 9-14 lige uger");
        assert_eq!(painted(&drawn(&free, "two")), Some(free));
    }

    #[test]
    fn a_ticked_hour_is_free_whole_and_the_rest_of_the_week_is_let_be() {
        let mut form = drawn(&weeks("man 8.15-10"), "one");
        form.put("hour", box_name('b', 8 * HOUR));
        assert_eq!(painted(&form), Some(weeks("man 8-10")));
    }

    #[test]
    fn an_unticked_hour_is_free_no_more_in_its_own_weeks() {
        let free = weeks("man 8-10; man 12-13 ulige uger");
        let kept = drawn(&free, "two");
        let mut form = sent(&[
            ("exact", kept.get("exact")),
            ("tables", "two"),
            ("first_hour", "6"),
            ("end_hour", "22"),
        ]);
        for name in kept.all("hour").filter(|name| *name != box_name('o', 9 * HOUR)) {
            form.put("hour", name);
        }
        assert_eq!(
            painted(&form),
            Some(weeks("man 8-9; man 9-10 lige uger; man 12-13 ulige uger"))
        );
    }

    #[test]
    fn labels_are_typed_like_the_week_and_come_back_together() {
        let form = sent(&[
            ("label", "Sprogskole"),
            ("label_when", "tir, tor 12.30-15.15"),
            ("label", ""),
            ("label_when", ""),
        ]);
        let labels = labels(&Given::read(&form, Weeks::EMPTY).unwrap().rows).unwrap();
        assert_eq!(labels.len(), 2);
        assert_eq!(by_words(&labels), [("Sprogskole".to_owned(), weeks("tir, tor 12.30-15.15"))]);
        let bad = [("Sprogskole".to_owned(), "engang".to_owned())];
        assert!(matches!(super::labels(&bad), Err(BadLabel::When(..))));
    }

    /// The form of a week nobody has touched, and a button of it.
    fn pressed(what: &str) -> Sent {
        let free = weeks("man 8-10");
        let mut form = drawn(&free, "one");
        form.put("stored", written(&free));
        form.put("drawn", written(&free));
        form.put("typed", "man 8–10");
        form.put("typed_drawn", "man 8–10");
        form.put("what", what);
        form
    }

    fn meant(form: &Sent) -> Meant {
        Given::read(form, Weeks::EMPTY).unwrap().meant()
    }

    #[test]
    fn the_week_is_what_was_changed_whichever_button_was_pressed() {
        assert_eq!(meant(&pressed("paint")), Meant::Painted);
        assert_eq!(meant(&pressed("type")), Meant::Typed);
        for what in ["paint", "type"] {
            let mut form = pressed(what);
            form.put_over("typed", "tir 9-12");
            assert_eq!(meant(&form), Meant::Typed, "{what}");
            let mut form = pressed(what);
            form.put("hour", box_name('b', 12 * HOUR));
            assert_eq!(meant(&form), Meant::Painted, "{what}");
            assert_eq!(Given::read(&form, Weeks::EMPTY).unwrap().painted, weeks("man 8-10 og 12-13"));
        }
    }

    #[test]
    fn painted_one_way_and_typed_another_nobody_guesses() {
        let mut form = pressed("type");
        form.put("hour", box_name('b', 12 * HOUR));
        form.put_over("typed", "tir 9-12");
        assert_eq!(meant(&form), Meant::Both);
        // Told once, they decide.
        let mut told = form.clone();
        told.put("both", "seen");
        assert_eq!(meant(&told), Meant::Typed);
        told.put_over("what", "paint");
        assert_eq!(meant(&told), Meant::Painted);
        form.put_over("typed", "man 8-10 og 12-13");
        assert_ne!(meant(&form), Meant::Both);
    }
}
