//! An agreement that comes round again, in words: "hver tirsdag kl. 17".

use crate::pages::reader::{Reader, WEEKDAYS};
use shared::day::Day;
use shared::plan::Repeats;

const EVERY_DAY: u8 = 0b111_1111;
const WORKDAYS: u8 = 0b1_1111;
/// From when on a day's end is called its evening, and until when its beginning is called its morning.
const EVENING: u16 = 17 * 60;
const MORNING: u16 = 10 * 60;

pub fn weekday(reader: &Reader, index: u8) -> String {
    let case = WEEKDAYS.get(usize::from(index)).copied().unwrap_or_default();
    reader.say_with("rhythm-weekday", &[("case", case)])
}

pub fn rhythm(reader: &Reader, repeats: &Repeats, today: Day) -> String {
    let mut words = vec![days(reader, repeats)];
    words.extend(repeats.at.map(|at| time(reader, at)));
    words.extend(span(reader, repeats, today));
    words.join(" ")
}

fn days(reader: &Reader, repeats: &Repeats) -> String {
    let all = match (repeats.weekdays, repeats.at) {
        (EVERY_DAY, Some(at)) if at >= EVENING => Some("rhythm-evening"),
        (EVERY_DAY, Some(at)) if at < MORNING => Some("rhythm-morning"),
        (EVERY_DAY, _) => Some("rhythm-day"),
        (WORKDAYS, _) => Some("rhythm-workday"),
        _ => None,
    };
    let list = || {
        let chosen = (0..7).filter(|index| repeats.weekdays & (1 << index) != 0);
        let named: Vec<String> = chosen.map(|index| weekday(reader, index)).collect();
        match named.split_last() {
            Some((last, first)) if !first.is_empty() => {
                reader.say_with("rhythm-and", &[("first", &first.join(", ")), ("last", last)])
            }
            _ => named.concat(),
        }
    };
    let days = all.map_or_else(list, |key| reader.say(key));
    let weeks = repeats.every_weeks.to_string();
    let one_day = repeats.weekdays.count_ones() == 1;
    match repeats.every_weeks {
        0 | 1 => reader.say_with("rhythm-every", &[("days", &days)]),
        2 if one_day => reader.say_with("rhythm-every-other", &[("days", &days)]),
        2 => reader.say_with("rhythm-every-other-week", &[("days", &days)]),
        _ => reader.say_with("rhythm-every-weeks", &[("days", &days), ("weeks", &weeks)]),
    }
}

/// "kl. 17", "kl. 17.30".
pub fn time(reader: &Reader, at: u16) -> String {
    let (hour, minute) = ((at / 60).to_string(), format!("{:02}", at % 60));
    let key = if at.is_multiple_of(60) {
        "rhythm-at-hour"
    } else {
        "rhythm-at"
    };
    reader.say_with(key, &[("hour", &hour), ("minute", &minute)])
}

/// Until when and, where that is still to come, from when. A week is called a week.
fn span(reader: &Reader, repeats: &Repeats, today: Day) -> Option<String> {
    let from = reader.date(repeats.from);
    match repeats.until {
        Some(until) if repeats.from.plus(6) == until => Some(reader.say_with("rhythm-a-week", &[("from", &from)])),
        Some(until) if repeats.from > today => {
            let until = reader.date(until);
            Some(reader.say_with("rhythm-from-until", &[("from", &from), ("until", &until)]))
        }
        Some(until) => Some(reader.say_with("rhythm-until", &[("until", &reader.date(until))])),
        None if repeats.from > today => Some(reader.say_with("rhythm-from", &[("from", &from)])),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::rhythm;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::day::Day;
    use shared::plan::Repeats;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn said(lang: &str, weekdays: u8, every_weeks: u8, at: Option<u16>, from: &str, until: Option<&str>) -> String {
        let repeats = Repeats {
            weekdays,
            every_weeks,
            at,
            from: day(from),
            until: until.map(day),
        };
        rhythm(&Reader::new(Some(lang), Lang::Da), &repeats, day("2026-11-22"))
    }

    #[test]
    fn a_rhythm_is_said_as_people_say_it() {
        let began = "2026-11-02";
        assert_eq!(said("da", 0b10, 1, Some(17 * 60), began, None), "hver tirsdag kl. 17");
        assert_eq!(said("da", 0b1010, 1, None, began, None), "hver tirsdag og torsdag");
        assert_eq!(said("da", 0b1_0101, 1, None, began, None), "hver mandag, onsdag og fredag");
        assert_eq!(said("da", 0b100, 2, Some(570), began, None), "hver anden onsdag kl. 9.30");
        assert_eq!(said("da", 0b1_1111, 1, None, began, None), "hver hverdag");
        assert_eq!(said("da", 0b1010, 2, None, began, None), "hver anden uge: tirsdag og torsdag");
        assert_eq!(said("da", 0b1, 3, None, began, None), "hver 3. uge: mandag");
        assert_eq!(said("en", 0b10, 1, Some(17 * 60), began, None), "every Tuesday at 17:00");
        assert_eq!(said("en", 0b1, 3, None, began, None), "every 3 weeks: Monday");
    }

    #[test]
    fn a_small_burst_says_that_it_is_one() {
        let (from, until) = ("2026-11-23", Some("2026-11-29"));
        assert_eq!(
            said("da", 0b111_1111, 1, Some(20 * 60), from, until),
            "hver aften kl. 20 i en uge fra 23. november"
        );
        assert_eq!(
            said("en", 0b111_1111, 1, Some(7 * 60), from, until),
            "every morning at 7:00 for a week from 23 November"
        );
    }

    #[test]
    fn what_has_begun_says_only_when_it_ends() {
        let until = Some("2026-12-31");
        assert_eq!(
            said("da", 0b111_1111, 1, None, "2026-11-02", until),
            "hver dag til 31. december"
        );
        assert_eq!(
            said("da", 0b111_1111, 1, None, "2026-12-01", until),
            "hver dag fra 1. december til 31. december"
        );
        assert_eq!(
            said("da", 0b111_1111, 1, None, "2026-12-01", None),
            "hver dag fra 1. december"
        );
    }
}
