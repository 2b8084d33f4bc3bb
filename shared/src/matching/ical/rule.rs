//! How an event repeats.

use super::stamp::{Clock, Stamp};
use crate::day::Day;
use crate::ids::Millis;
use crate::matching::week::Weekday;
use enumset::EnumSet;

/// The rules that make up a week: by days and by weeks. Seldom ones, of months and years, never are the rule of a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rule {
    Once,
    /// Every so many days.
    Daily {
        every: i32,
        until: Until,
    },
    /// On these days of every so many weeks, which begin on `first`.
    Weekly {
        every: i32,
        days: EnumSet<Weekday>,
        first: Weekday,
        until: Until,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Until {
    Ever,
    /// So many times, the first one included.
    Times(i32),
    /// It may still begin then.
    Instant(Millis),
}

impl Rule {
    /// `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE`. `None`: it repeats in a way that is not read.
    pub(super) fn read(text: &str, start: Stamp) -> Option<Rule> {
        let (mut frequency, mut every, mut days, mut first, mut until) =
            (None, 1, EnumSet::empty(), Weekday::Monday, Until::Ever);
        let mut seldom = 0;
        let text = text.trim().to_ascii_uppercase();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name {
                "FREQ" => frequency = Some(value),
                "INTERVAL" => every = value.parse::<i32>().ok().filter(|every| (1..1000).contains(every))?,
                "COUNT" => until = Until::Times(value.parse::<i32>().ok().filter(|times| *times > 0)?),
                "UNTIL" => until = Until::Instant(end(Stamp::read(value)?, start)),
                "WKST" => first = weekday(value)?,
                "BYDAY" if value.bytes().any(|byte| byte.is_ascii_digit()) => seldom += 1 + value.matches(',').count(),
                "BYDAY" => days = value.split(',').map(weekday).collect::<Option<_>>()?,
                "BYMONTHDAY" | "BYYEARDAY" | "BYMONTH" => seldom += 1 + value.matches(',').count(),
                _ => return None,
            }
        }
        let is_plain = seldom == 0;
        match frequency? {
            "WEEKLY" if is_plain => {
                if days.is_empty() {
                    days.insert(Weekday::of(start.day));
                }
                Some(Rule::Weekly {
                    every,
                    days,
                    first,
                    until,
                })
            }
            "DAILY" if is_plain && days.is_empty() => Some(Rule::Daily { every, until }),
            "DAILY" if is_plain && every == 1 => Some(Rule::Weekly {
                every,
                days,
                first,
                until,
            }),
            // Once a month at most, or once a year: never in half of the weeks, so its first time says enough.
            "MONTHLY" if days.is_empty() && seldom <= 1 => Some(Rule::Once),
            "YEARLY" if days.is_empty() && seldom <= 2 => Some(Rule::Once),
            _ => None,
        }
    }

    /// Whether an event that first began at `start` begins on a day again, or for the first time, by its own clock.
    pub(super) fn is_on(&self, start: Stamp, day: Day) -> bool {
        let days = day.days_since(start.day);
        if days < 0 {
            return false;
        }
        match *self {
            Rule::Once => days == 0,
            Rule::Daily { every, until } => days % every == 0 && until.allows(days / every, Stamp { day, ..start }),
            Rule::Weekly {
                every,
                days: on,
                first,
                until,
            } => {
                // Days from the first day of a week of this rule.
                let in_week = |day: Day| (7 + i32::from(day.weekday()) - first as i32) % 7;
                let weeks = (days + in_week(start.day) - in_week(day)) / 7;
                let before = |day: Day| {
                    on.iter()
                        .filter(|other| (7 + *other as i32 - first as i32) % 7 < in_week(day))
                        .count() as i32
                };
                let number = weeks / every * on.len() as i32 + before(day) - before(start.day);
                on.contains(Weekday::of(day)) && weeks % every == 0 && until.allows(number, Stamp { day, ..start })
            }
        }
    }
}

impl Until {
    /// The event numbered `number`, the first one 0.
    fn allows(self, number: i32, begins: Stamp) -> bool {
        match self {
            Until::Ever => true,
            Until::Times(times) => number < times,
            Until::Instant(last) => begins.instant() <= last,
        }
    }
}

/// The last instant at which an event may begin: where a day alone is said, its whole day counts.
fn end(until: Stamp, start: Stamp) -> Millis {
    let until = Stamp {
        minute: until.minute.or(Some(24 * 60 - 1)),
        ..until
    };
    let clock = if until.clock == Clock::Utc { until.clock } else { start.clock };
    Stamp { clock, ..until }.instant()
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}
