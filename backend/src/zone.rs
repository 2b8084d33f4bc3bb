//! The time that a clock on a Danish wall shows. The families of these plans live by it, also those who
//! read in another language.

use shared::day::Day;
use shared::ids::Millis;

const HOUR_MS: Millis = 60 * 60 * 1000;
const DAY_MS: Millis = 24 * HOUR_MS;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WallTime {
    pub day: Day,
    pub hour: u8,
    pub minute: u8,
}

/// `None` for an instant on a day that the calendar does not have.
pub fn wall_time(at: Millis) -> Option<WallTime> {
    let shown = at + if is_summer(at)? { 2 * HOUR_MS } else { HOUR_MS };
    let minutes = shown.rem_euclid(DAY_MS) / 60_000;
    Some(WallTime {
        day: utc_day(shown)?,
        hour: u8::try_from(minutes / 60).ok()?,
        minute: u8::try_from(minutes % 60).ok()?,
    })
}

/// Summer time runs from the last Sunday of March to the last of October, each at one o'clock UTC.
fn is_summer(at: Millis) -> Option<bool> {
    let (year, ..) = utc_day(at)?.parts();
    let change = |month| {
        let last = Day::new(year, month, 31).ok()?;
        Some(Millis::from(last.plus(-since_sunday(last)?).days_since(first_day()?)) * DAY_MS + HOUR_MS)
    };
    Some((change(3)?..change(10)?).contains(&at))
}

/// Monday is 0.
pub fn weekday(day: Day) -> Option<usize> {
    // The first day of 1970 was a Thursday.
    usize::try_from((day.days_since(first_day()?) + 3).rem_euclid(7)).ok()
}

fn since_sunday(day: Day) -> Option<i32> {
    Some((i32::try_from(weekday(day)?).ok()? + 1) % 7)
}

fn utc_day(at: Millis) -> Option<Day> {
    let days = i32::try_from(at.div_euclid(DAY_MS)).ok()?;
    Some(first_day()?.plus(days))
}

/// Where instants begin.
fn first_day() -> Option<Day> {
    Day::new(1970, 1, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{wall_time, weekday};

    fn shown(at: i64) -> String {
        let time = wall_time(at).unwrap();
        format!("{} {:02}:{:02}", time.day, time.hour, time.minute)
    }

    #[test]
    fn winter_is_an_hour_ahead_and_summer_two() {
        assert_eq!(shown(1_795_348_800_000), "2026-11-22 13:00");
        assert_eq!(shown(1_782_043_200_000), "2026-06-21 14:00");
    }

    #[test]
    fn the_clocks_change_at_one_in_the_night_from_the_last_sunday() {
        // 29 March and 25 October 2026.
        assert_eq!(shown(1_774_746_000_000 - 60_000), "2026-03-29 01:59");
        assert_eq!(shown(1_774_746_000_000), "2026-03-29 03:00");
        assert_eq!(shown(1_792_890_000_000 - 60_000), "2026-10-25 02:59");
        assert_eq!(shown(1_792_890_000_000), "2026-10-25 02:00");
    }

    #[test]
    fn late_in_the_evening_it_is_still_today() {
        assert_eq!(shown(1_795_390_200_000), "2026-11-23 00:30");
        assert_eq!(weekday("2026-11-22".parse().unwrap()), Some(6));
    }
}
