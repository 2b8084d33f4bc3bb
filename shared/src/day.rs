//! A day in the calendar, without a time and without a zone.

use crate::ids::Millis;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A day between the years 1900 and 2199, written `2026-11-20` everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(time::Date);

pub const HOUR_MS: Millis = 60 * 60 * 1000;
/// As long as a day is whose clocks are not turned.
pub const DAY_MS: Millis = 24 * HOUR_MS;

/// The text was not a day of the form `2026-11-20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Day {
    /// The day on which instants begin, in UTC.
    pub const EPOCH: Day = Day(time::OffsetDateTime::UNIX_EPOCH.date());

    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, NotADay> {
        if !(1900..2200).contains(&year) {
            return Err(NotADay);
        }
        let month = time::Month::try_from(month).map_err(|_| NotADay)?;
        time::Date::from_calendar_date(year, month, day)
            .map(Self)
            .map_err(|_| NotADay)
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Day) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }

    /// The day `days` later, or this day where the calendar of this type ends.
    pub fn plus(self, days: i32) -> Day {
        time::Date::from_julian_day(self.0.to_julian_day().saturating_add(days))
            .ok()
            .filter(|date| (1900..2200).contains(&date.year()))
            .map_or(self, Day)
    }

    /// The same day of the month so many months later, or the last day of a month that has none such; this day where the
    /// calendar of this type ends.
    pub fn plus_months(self, months: u32) -> Day {
        let (year, month, day) = self.parts();
        let all = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let later = i32::try_from(all / 12).ok().zip(u8::try_from(all % 12 + 1).ok());
        later
            .and_then(|(year, month)| (1..=day).rev().find_map(|day| Day::new(year, month, day).ok()))
            .unwrap_or(self)
    }

    /// The day in Denmark at an instant.
    pub fn in_denmark(at: Millis) -> Day {
        Self::clock_in_denmark(at).0
    }

    /// What clocks in Denmark show at an instant: the day, and the minutes since its midnight, 0–1,439.
    pub fn clock_in_denmark(at: Millis) -> (Day, u16) {
        let hours = if is_summer_in_denmark(at) { 2 } else { 1 };
        let clock = at.saturating_add(hours * HOUR_MS);
        (day_in_utc(clock), (clock.rem_euclid(DAY_MS) / 60_000) as u16)
    }

    /// The instant at which a clock in Denmark shows so many minutes after this day's midnight; from 24 hours on, on
    /// the days after it. A time that the clock skips in spring comes an hour later, of a time that it shows twice in
    /// autumn the first one counts.
    pub fn minute_in_denmark(self, minutes: i64) -> Millis {
        let clock = i64::from(self.days_since(Day::EPOCH)) * DAY_MS + minutes * 60 * 1000;
        let in_summer = clock - 2 * HOUR_MS;
        if is_summer_in_denmark(in_summer) {
            in_summer
        } else {
            clock - HOUR_MS
        }
    }

    /// Monday is 0, Sunday is 6.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// Year, month 1–12, day 1–31.
    pub fn parts(self) -> (i32, u8, u8) {
        (self.0.year(), self.0.month() as u8, self.0.day())
    }
}

fn day_in_utc(at: Millis) -> Day {
    Day::EPOCH.plus(i32::try_from(at.div_euclid(DAY_MS)).unwrap_or(i32::MAX))
}

/// Denmark is one hour ahead of UTC, and two from the last Sunday of March, 01:00 UTC, to the last Sunday of October,
/// 01:00 UTC (directive 2000/84/EC).
fn is_summer_in_denmark(at: Millis) -> bool {
    let year = day_in_utc(at).parts().0;
    let turns = |month| {
        let last = Day::new(year, month, 31).unwrap_or(Day::EPOCH);
        let sunday = last.plus(-i32::from((last.weekday() + 1) % 7));
        i64::from(sunday.days_since(Day::EPOCH)) * DAY_MS + HOUR_MS
    };
    (turns(3)..turns(10)).contains(&at)
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(NotADay);
        };
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return Err(NotADay);
        }
        let number = |text: &str| text.parse::<u16>().map_err(|_| NotADay);
        let small = |text: &str| text.parse::<u8>().map_err(|_| NotADay);
        Day::new(i32::from(number(year)?), small(month)?, small(day)?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse()
            .map_err(|NotADay| de::Error::custom("a day is written like 2026-11-20"))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use proptest::prelude::*;

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("2026-11-23").plus_months(4), day("2027-03-23"));
        assert_eq!(day("2026-11-30").plus_months(3), day("2027-02-28"));
        assert_eq!(day("2027-12-31").plus_months(2), day("2028-02-29"));
        assert_eq!(day("2026-11-23").plus_months(0), day("2026-11-23"));
        assert_eq!(day("2199-12-01").plus_months(1), day("2199-12-01"));
        assert_eq!(day("2026-11-23").plus_months(u32::MAX), day("2026-11-23"));
    }

    #[test]
    fn the_day_in_denmark_turns_at_midnight_there_in_winter_and_in_summer() {
        let at = |utc: &str, hour: i64, minute: i64| {
            let days = i64::from(utc.parse::<Day>().unwrap().days_since(Day::EPOCH));
            Day::in_denmark(((days * 24 + hour) * 60 + minute) * 60 * 1000).to_string()
        };
        assert_eq!(at("2026-11-22", 22, 59), "2026-11-22");
        assert_eq!(at("2026-11-22", 23, 0), "2026-11-23");
        assert_eq!(at("2026-07-01", 21, 59), "2026-07-01");
        assert_eq!(at("2026-07-01", 22, 0), "2026-07-02");
        // The nights on which the clocks are turned.
        assert_eq!(at("2026-03-28", 23, 0), "2026-03-29");
        assert_eq!(at("2026-03-29", 22, 0), "2026-03-30");
        assert_eq!(at("2026-10-24", 22, 0), "2026-10-25");
        assert_eq!(at("2026-10-25", 22, 30), "2026-10-25");
        assert_eq!(at("1969-12-31", 22, 59), "1969-12-31");
    }

    #[test]
    fn a_time_on_the_danish_clock_is_one_instant_also_when_the_clocks_are_turned() {
        let at = |day: &str, hour: i64, minute: i64| {
            let day: Day = day.parse().unwrap();
            let midnight = i64::from(day.days_since(Day::EPOCH)) * 24 * 60;
            day.minute_in_denmark(hour * 60 + minute) / 60_000 - midnight - hour * 60 - minute
        };
        // Minutes that UTC is behind.
        assert_eq!(at("2026-11-22", 8, 15), -60);
        assert_eq!(at("2026-07-01", 8, 15), -120);
        // Spring: 02:00 is followed by 03:00.
        assert_eq!(at("2026-03-29", 1, 45), -60);
        assert_eq!(at("2026-03-29", 2, 30), -60);
        assert_eq!(at("2026-03-29", 3, 0), -120);
        // Autumn: 02:00 to 03:00 comes twice.
        assert_eq!(at("2026-10-25", 2, 45), -120);
        assert_eq!(at("2026-10-25", 3, 0), -60);
        // An hour of the day after.
        assert_eq!(at("2026-10-24", 24 + 6, 0), -60);
    }

    #[test]
    fn a_leap_day_exists_only_in_leap_years() {
        assert!("2028-02-29".parse::<Day>().is_ok());
        assert!("2027-02-29".parse::<Day>().is_err());
    }

    proptest! {
        #[test]
        fn a_day_is_read_back_as_it_was_written(year in 1900..2200, month in 1u8..=12, day in 1u8..=28) {
            let day = Day::new(year, month, day).unwrap();
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        }

        #[test]
        fn any_text_is_a_day_or_is_refused(text in ".{0,12}") {
            let _ = text.parse::<Day>();
        }

        #[test]
        fn every_time_of_a_day_in_denmark_is_on_that_day(days in 0..60_000i32, minute in 0..24 * 60i64) {
            let day = Day::new(1970, 1, 2).unwrap().plus(days);
            let (shown, at) = Day::clock_in_denmark(day.minute_in_denmark(minute));
            prop_assert_eq!(shown, day);
            // But for the hour that the clock skips.
            prop_assert!(i64::from(at) == minute || (120..180).contains(&minute) && i64::from(at) == minute + 60);
        }

        #[test]
        fn any_instant_has_a_day(at in prop_oneof![any::<i64>(), Just(i64::MAX), Just(i64::MIN)]) {
            let _ = Day::in_denmark(at);
        }

        #[test]
        fn going_forth_and_back_is_standing_still(days in 0i32..20_000) {
            let start = Day::new(2026, 11, 22).unwrap();
            prop_assert_eq!(start.plus(days).days_since(start), days);
        }
    }
}
