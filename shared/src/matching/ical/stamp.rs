//! Days, times and durations as a calendar file writes them.

use super::lines::Property;
use super::{DAY_MINUTES, Unread, Why};
use crate::day::Day;
use crate::ids::Millis;

/// Whose clock a time is by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Denmark,
    Utc,
}

impl Clock {
    /// By its TZID. Zones that have had the same clock as Denmark since 1996 count as Danish, by their own names and by
    /// those that Outlook gives them. A time without a zone is by the clock wherever one is: here.
    fn of(zone: Option<&str>) -> Option<Clock> {
        const AS_IN_DENMARK: [&str; 26] = [
            "Europe/Copenhagen",
            "Europe/Amsterdam",
            "Europe/Belgrade",
            "Europe/Berlin",
            "Europe/Bratislava",
            "Europe/Brussels",
            "Europe/Budapest",
            "Europe/Ljubljana",
            "Europe/Luxembourg",
            "Europe/Madrid",
            "Europe/Malta",
            "Europe/Oslo",
            "Europe/Paris",
            "Europe/Prague",
            "Europe/Rome",
            "Europe/Sarajevo",
            "Europe/Skopje",
            "Europe/Stockholm",
            "Europe/Vienna",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "Romance Standard Time",
            "W. Europe Standard Time",
            "Central Europe Standard Time",
            "Central European Standard Time",
        ];
        let Some(zone) = zone else {
            return Some(Clock::Denmark);
        };
        // Some programs write a path before the name.
        if AS_IN_DENMARK
            .iter()
            .any(|known| zone == *known || zone.ends_with(&format!("/{known}")))
        {
            Some(Clock::Denmark)
        } else {
            ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].contains(&zone).then_some(Clock::Utc)
        }
    }
}

/// A day, or a time on it.
#[derive(Clone, Copy)]
pub(super) struct Stamp {
    pub(super) day: Day,
    /// Since midnight by its clock; `None`: the whole day.
    pub(super) minute: Option<i64>,
    pub(super) clock: Clock,
}

impl Stamp {
    pub(super) fn of(property: &Property) -> Result<Stamp, Unread> {
        let clock = Clock::of(property.parameter("TZID"));
        match (Stamp::read(&property.value), clock) {
            (None, _) => Err(property.unread(Why::Time)),
            (Some(stamp), _) if stamp.clock == Clock::Utc || stamp.minute.is_none() => Ok(stamp),
            (Some(_), None) => Err(property.unread(Why::Zone)),
            (Some(stamp), Some(clock)) => Ok(Stamp { clock, ..stamp }),
        }
    }

    /// `20261122`, `20261122T083000`, `20261122T083000Z`.
    pub(super) fn read(value: &str) -> Option<Stamp> {
        let (day, time) = value
            .trim()
            .split_once('T')
            .map_or((value.trim(), None), |(day, time)| (day, Some(time)));
        let number = |text: &str, from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| digits.parse::<u16>().ok())?
        };
        let small = |text: &str, from, to| u8::try_from(number(text, from, to)?).ok();
        if day.len() != 8 {
            return None;
        }
        let day = Day::new(i32::from(number(day, 0, 4)?), small(day, 4, 6)?, small(day, 6, 8)?).ok()?;
        let Some(time) = time else {
            return Some(Stamp {
                day,
                minute: None,
                clock: Clock::Denmark,
            });
        };
        let (time, clock) = time
            .strip_suffix('Z')
            .map_or((time, Clock::Denmark), |time| (time, Clock::Utc));
        let (hour, minute, second) = (small(time, 0, 2)?, small(time, 2, 4)?, small(time, 4, 6)?);
        let is_time = time.len() == 6 && hour < 24 && minute < 60 && second < 61;
        is_time.then(|| Stamp {
            day,
            minute: Some(i64::from(hour) * 60 + i64::from(minute)),
            clock,
        })
    }

    pub(super) fn instant(self) -> Millis {
        let minute = self.minute.unwrap_or(0);
        match self.clock {
            Clock::Denmark => self.day.minute_in_denmark(minute),
            Clock::Utc => (i64::from(self.day.days_since(Day::EPOCH)) * DAY_MINUTES + minute) * 60_000,
        }
    }

    /// The Danish day and minute.
    pub(super) fn in_denmark(self) -> (Day, i64) {
        match (self.clock, self.minute) {
            (Clock::Utc, Some(_)) => {
                let (day, minute) = Day::clock_in_denmark(self.instant());
                (day, i64::from(minute))
            }
            (_, minute) => (self.day, minute.unwrap_or(0)),
        }
    }

    /// Minutes by the clocks of Denmark from this time to another.
    pub(super) fn minutes_to(self, other: Stamp) -> i64 {
        let ((day, minute), (other_day, other_minute)) = (self.in_denmark(), other.in_denmark());
        i64::from(other_day.days_since(day)) * DAY_MINUTES + other_minute - minute
    }
}

/// `PT1H30M`, `P1D`, `P2W`, in minutes, seconds rounded up; no more than a hundred thousand of a kind.
pub(super) fn minutes(duration: &str) -> Option<i64> {
    let mut rest = duration.trim();
    rest = rest.strip_prefix('+').unwrap_or(rest).strip_prefix('P')?;
    let (mut seconds, mut is_time, mut is_empty) = (0, false, true);
    while !rest.is_empty() {
        if let (false, Some(time)) = (is_time, rest.strip_prefix('T')) {
            (is_time, rest) = (true, time);
            continue;
        }
        let at = rest.find(|letter: char| !letter.is_ascii_digit())?;
        let count = rest[..at].parse::<i64>().ok().filter(|count| *count <= 100_000)?;
        let unit = match (is_time, rest.as_bytes()[at]) {
            (false, b'W') => 7 * DAY_MINUTES * 60,
            (false, b'D') => DAY_MINUTES * 60,
            (true, b'H') => 3600,
            (true, b'M') => 60,
            (true, b'S') => 1,
            _ => return None,
        };
        seconds += count * unit;
        (rest, is_empty) = (&rest[at + 1..], false);
    }
    (!is_empty).then(|| (seconds + 59) / 60)
}
