//! Days told from the day of seeding: `+5d`, `-1d 14:10`, `+2w tue`, and texts that name such days.

use super::DemoError;
use serde::Deserialize;
use shared::day::{DAY_MS, Day};
use shared::ids::Millis;

/// The demo's people live by Danish winter time. An hour wrong in summer harms nobody here.
const ZONE_MS: Millis = 60 * 60 * 1000;
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// How texts name days.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    weekdays: Vec<String>,
    months: Vec<String>,
}

impl Calendar {
    /// Puts days where a text says `{+8d}` or `{weekday +2w tue}`.
    pub fn fill_in(&self, text: &str, today: Day) -> Result<String, DemoError> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (moment, after) = after
                .split_once('}')
                .ok_or_else(|| DemoError(format!("a brace is not closed: {text}")))?;
            filled.push_str(before);
            filled.push_str(&match moment.strip_prefix("weekday ") {
                Some(moment) => {
                    let day = day(moment, today)?;
                    format!("{} {}", self.weekday(day)?, self.date(day))
                }
                None => self.date(day(moment, today)?),
            });
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn date(&self, day: Day) -> String {
        let (_, month, day) = day.parts();
        let month = self
            .months
            .get(usize::from(month).saturating_sub(1))
            .map_or("", String::as_str);
        format!("{day}. {month}")
    }

    fn weekday(&self, day: Day) -> Result<&str, DemoError> {
        Ok(self.weekdays.get(weekday(day)?).map_or("", String::as_str))
    }
}

/// `+5d`: in five days. `+2w tue`: the Tuesday of the week after next; weeks begin on Monday.
pub fn day(text: &str, today: Day) -> Result<Day, DemoError> {
    let wrong = || DemoError(format!("not a day: {text}"));
    let (count, weekday_name) = match text.split_once(' ') {
        Some((count, name)) => (count, Some(name)),
        None => (text, None),
    };
    if !count.starts_with(['+', '-']) {
        return Err(wrong());
    }
    match weekday_name {
        None => Ok(today.plus(count.strip_suffix('d').ok_or_else(wrong)?.parse().map_err(|_| wrong())?)),
        Some(name) => {
            let weeks: i16 = count.strip_suffix('w').ok_or_else(wrong)?.parse().map_err(|_| wrong())?;
            let index = WEEKDAYS.iter().position(|each| *each == name).ok_or_else(wrong)?;
            Ok(today.plus(i32::from(weeks) * 7 + index as i32 - weekday(today)? as i32))
        }
    }
}

/// `-1d 14:10`: yesterday at ten past two; `-9d` alone is noon. Always before the day of seeding, so
/// that nothing in a fresh plan has happened in the future.
pub fn instant(text: &str, today: Day) -> Result<Millis, DemoError> {
    let wrong = || DemoError(format!("not an instant before today: {text}"));
    let (date, time) = text.split_once(' ').unwrap_or((text, "12:00"));
    let (hour, minute) = time.split_once(':').ok_or_else(wrong)?;
    let hour: Millis = hour.parse().ok().filter(|hour| (1..24).contains(hour)).ok_or_else(wrong)?;
    let minute: Millis = minute
        .parse()
        .ok()
        .filter(|minute| (0..60).contains(minute))
        .ok_or_else(wrong)?;
    let date = day(date, today)?;
    if date >= today {
        return Err(wrong());
    }
    Ok(start_of(date)? + (hour * 60 + minute) * 60 * 1000 - ZONE_MS)
}

/// The day of an instant, in UTC.
pub fn day_of(now: Millis) -> Result<Day, DemoError> {
    let days = i32::try_from(now.div_euclid(DAY_MS)).map_err(|_| DemoError(format!("no day holds the instant {now}")))?;
    Ok(first_day()?.plus(days))
}

fn start_of(day: Day) -> Result<Millis, DemoError> {
    Ok(Millis::from(day.days_since(first_day()?)) * DAY_MS)
}

/// Monday is 0. The first day of 1970 was a Thursday.
fn weekday(day: Day) -> Result<usize, DemoError> {
    Ok((day.days_since(first_day()?) + 3).rem_euclid(7) as usize)
}

/// Where instants begin.
fn first_day() -> Result<Day, DemoError> {
    Day::new(1970, 1, 1).map_err(|_| DemoError("the calendar has no such day".into()))
}

#[cfg(test)]
mod tests {
    use super::{Calendar, day, day_of, instant};
    use shared::day::Day;

    /// A Sunday.
    fn today() -> Day {
        "2026-11-22".parse().unwrap()
    }

    fn calendar() -> Calendar {
        toml::from_str(super::super::CALENDAR).unwrap()
    }

    #[test]
    fn days_and_weekdays_are_counted_from_today() {
        assert_eq!(day("+5d", today()).unwrap().to_string(), "2026-11-27");
        assert_eq!(day("-9d", today()).unwrap().to_string(), "2026-11-13");
        assert_eq!(day("+2w tue", today()).unwrap().to_string(), "2026-12-01");
        assert_eq!(day("+0w mon", today()).unwrap().to_string(), "2026-11-16");
    }

    #[test]
    fn what_is_not_a_moment_is_said_to_be_wrong() {
        for text in [
            "",
            "5d",
            "+5",
            "+5w",
            "+5d tue",
            "+1w Tuesday",
            "tomorrow",
            "+99999999999d",
            "+99999999999w tue",
        ] {
            assert!(day(text, today()).is_err(), "{text}");
        }
        for text in ["-1d 24:00", "-1d 1410", "+1d 12:00", "+0d 08:00", "-1d 00:30"] {
            assert!(instant(text, today()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_text_names_days_in_words() {
        let say = |text| calendar().fill_in(text, today()).unwrap();
        assert_eq!(say("senest {+8d}"), "senest 30. november");
        assert_eq!(say("{weekday +2w tue} kl. 10"), "tirsdag 1. december kl. 10");
        assert_eq!(say("hver aften"), "hver aften");
        assert!(calendar().fill_in("senest {+8d", today()).is_err());
    }

    #[test]
    fn an_instant_falls_on_its_day() {
        assert_eq!(
            day_of(instant("-1d 14:10", today()).unwrap()).unwrap().to_string(),
            "2026-11-21"
        );
        assert_eq!(instant("-1d 14:10", today()).unwrap() % 86_400_000, (13 * 60 + 10) * 60_000);
    }
}
