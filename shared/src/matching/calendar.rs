//! From the pattern of a week to the days of a year, and back.
//!
//! The only place of the matching that knows dates. Weeks are even or odd by their ISO number. A year of 53
//! weeks, as 2026 is, ends with an odd week and the next begins with one: there two odd weeks follow one
//! another, a shift of even weeks comes after three weeks instead of two, and one of odd weeks after one.
//! Families who share children by the week's number live with the same jump. The gates look at days in `comes`
//! alone: of a night from the Sunday of a week 53 into the next week they take the hours after midnight for those of an
//! even Monday, as after any other odd Sunday.

use super::shift::Shift;
use super::week::{DAY, Parity, Quarter, Quarters, WEEK, Week, Weekday, Weeks};
use crate::day::Day;
use crate::ids::Millis;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

impl Weekday {
    pub fn of(day: Day) -> Weekday {
        Weekday::ALL[usize::from(day.weekday())]
    }
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day.plus(-i32::from(day.weekday()))
}

/// Year and number, 1–53, of a day's week (ISO 8601): a week belongs to the year in which its Thursday lies.
pub fn iso_week(day: Day) -> (i32, u8) {
    let thursday = monday(day).plus(3);
    let year = thursday.parts().0;
    let first = Day::new(year, 1, 1).unwrap_or(thursday);
    // 1–53, as a year has at most 366 days.
    (year, (thursday.days_since(first) / 7 + 1) as u8)
}

/// `Even` or `Odd`.
pub fn parity(day: Day) -> Parity {
    Parity::of_week(iso_week(day).1)
}

/// The day so many working days after this one: Mondays to Fridays that are no public holiday.
pub fn working_day(after: Day, count: u32) -> Day {
    let is_worked = |day: &Day| day.weekday() < 5 && !Holiday::on(*day).is_some_and(Holiday::is_public);
    // Every week has one.
    let days = (1..=7 * count as i32).map(|more| after.plus(more)).filter(is_worked);
    days.take(count as usize).last().unwrap_or(after)
}

/// Days on which much is closed in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Holiday {
    NewYearsDay,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ConstitutionDay,
    ChristmasEve,
    ChristmasDay,
    SecondChristmasDay,
    NewYearsEve,
}

impl Holiday {
    /// A public holiday. The others are kept by custom or agreement, and only the workplace knows whether.
    pub fn is_public(self) -> bool {
        !matches!(
            self,
            Holiday::LabourDay | Holiday::ConstitutionDay | Holiday::ChristmasEve | Holiday::NewYearsEve
        )
    }

    /// What `day` is, be it public or not. Nothing is known of days outside of `holidays_known`.
    pub fn on(day: Day) -> Option<Holiday> {
        let at = HOLIDAYS.binary_search_by_key(&day, |&(day, _)| day).ok()?;
        Some(HOLIDAYS[at].1)
    }

    fn named(name: &str) -> Option<Holiday> {
        Some(match name {
            "Nytårsdag" => Holiday::NewYearsDay,
            "Skærtorsdag" => Holiday::MaundyThursday,
            "Langfredag" => Holiday::GoodFriday,
            "Påskedag" => Holiday::EasterSunday,
            "2. påskedag" => Holiday::EasterMonday,
            "1. maj" => Holiday::LabourDay,
            "Kristi himmelfartsdag" => Holiday::AscensionDay,
            "Pinsedag" => Holiday::WhitSunday,
            "2. pinsedag" => Holiday::WhitMonday,
            "Grundlovsdag" => Holiday::ConstitutionDay,
            "Juleaftensdag" => Holiday::ChristmasEve,
            "Juledag" => Holiday::ChristmasDay,
            "2. juledag" => Holiday::SecondChristmasDay,
            "Nytårsaftensdag" => Holiday::NewYearsEve,
            _ => return None,
        })
    }
}

/// The first and the last day of the years whose holidays are listed.
pub fn holidays_known() -> Option<(Day, Day)> {
    let (first, last) = (HOLIDAYS.first()?, HOLIDAYS.last()?);
    Some((first.0, last.0))
}

/// In the order of their days, each day once. Where two fall on one day, as Whit Monday and Constitution Day in 2028, the
/// public one counts.
static HOLIDAYS: LazyLock<Vec<(Day, Holiday)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/holidays_2026_2035.csv").lines().skip(1);
    let mut days: Vec<_> = rows
        .filter_map(|row| {
            let mut columns = row.splitn(3, ',');
            Some((columns.next()?.parse().ok()?, Holiday::named(columns.next()?)?))
        })
        .collect();
    days.sort_unstable_by_key(|&(day, holiday)| (day, !holiday.is_public()));
    days.dedup_by_key(|&mut (day, _)| day);
    days
});

/// A shift on a real day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Turn {
    /// Which of the shifts.
    pub shift: u8,
    /// The day on which it begins.
    pub day: Day,
    pub starts: Millis,
    pub ends: Millis,
    pub pause: Quarters,
    /// The public holiday on which it begins, or into which it runs. Whether there is work then, the workplace says.
    pub holiday: Option<Holiday>,
}

impl Turn {
    /// Real minutes from start to end: in the night in which the clocks go forward 60 fewer than by the clock, and 60
    /// more in the night in which they go back.
    pub fn minutes(&self) -> u32 {
        u32::try_from((self.ends - self.starts) / 60_000).unwrap_or(0)
    }

    /// Real minutes without the break.
    pub fn worked(&self) -> u32 {
        self.minutes().saturating_sub(self.pause.minutes())
    }
}

/// The days on which shifts really fall, from `from` to `until`, both included, in the order of their start. The
/// placement begins on `start`: none comes before it, and its week is the placement's first. A night belongs to the
/// day on which it begins.
pub fn turns(shifts: &[Shift], start: Day, from: Day, until: Day) -> impl Iterator<Item = Turn> {
    let mut in_order: Vec<(u8, &Shift)> = (0..).zip(shifts).collect();
    in_order.sort_by_key(|(_, shift)| shift.start);
    let first = from.max(start);
    (0..=until.days_since(first)).flat_map(move |days| {
        let day = first.plus(days);
        let week = monday(day).days_since(monday(start)) / 7;
        let falls_on = move |shift: &Shift| {
            shift.day == Weekday::of(day) && i32::from(shift.from_week) <= week && shift.parity.meets(parity(day))
        };
        let that_day: Vec<Turn> = in_order
            .iter()
            .filter(|(_, shift)| falls_on(shift))
            .map(|&(index, shift)| turn(index, shift, day))
            .collect();
        that_day
    })
}

/// In which weeks a shift comes from `from` to `until`, both included, in a placement that starts on `start`: those of its
/// parity, or fewer in a time so short that not all of them come round, as of a job for one day. `None`: it never comes.
pub fn comes(shift: &Shift, start: Day, from: Day, until: Option<Day>) -> Option<Parity> {
    let Some(until) = until else { return Some(shift.parity) };
    // A shift of the first week comes in each that there is.
    let first = match shift.from_week {
        0 => from.max(start),
        week => from.max(monday(start).plus(7 * i32::from(week))),
    };
    // In three weeks there are even and odd ones, also around a new year after two odd ones.
    if until.days_since(first) >= 3 * 7 - 1 {
        return Some(shift.parity);
    }
    let wait = (shift.day as i32 - i32::from(first.weekday())).rem_euclid(7);
    let days = (0..3).map(|week| first.plus(wait + 7 * week)).take_while(|day| *day <= until);
    let mut weeks = days.map(parity).filter(|week| shift.parity.meets(*week));
    let week = weeks.next()?;
    Some(if weeks.all(|other| other == week) {
        week
    } else {
        Parity::Every
    })
}

fn turn(index: u8, shift: &Shift, day: Day) -> Turn {
    let minute = |quarter: u16| day.minute_in_denmark(i64::from(quarter) * 15);
    let public = |day| Holiday::on(day).filter(|holiday| holiday.is_public());
    let is_over_midnight = shift.end().0 > DAY;
    Turn {
        shift: index,
        day,
        starts: minute(u16::from(shift.start.0)),
        ends: minute(shift.end().0),
        pause: shift.pause,
        holiday: public(day).or_else(|| public(day.plus(1)).filter(|_| is_over_midnight)),
    }
}

/// A time that is taken on a real day, by the Danish clock. It may run past midnight, over any number of days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Taken {
    pub day: Day,
    pub start: Quarter,
    pub length: Quarters,
}

/// What is taken as a rule, seen over so many weeks from the week of `from` on: each quarter hour that is taken in at
/// least half of the even weeks, or of the odd weeks. So a single day does not count, and neither does a single week off.
/// Around a new year after 53 weeks, what comes every second week changes from even to odd ones and may count in both.
pub fn taken_as_a_rule(taken: impl IntoIterator<Item = Taken>, from: Day, weeks: u8) -> Weeks {
    let from = monday(from);
    let mut seen = vec![Week::EMPTY; usize::from(weeks)];
    for Taken { day, start, length } in taken {
        let mut at = i64::from(day.days_since(from)) * i64::from(DAY) + i64::from(start.0);
        let end = at + i64::from(length.0);
        at = at.max(0);
        while at < end {
            let (week, in_week) = (at / i64::from(WEEK), at % i64::from(WEEK));
            let Some(week) = usize::try_from(week).ok().and_then(|week| seen.get_mut(week)) else {
                break;
            };
            let now = (end - at).min(i64::from(WEEK) - in_week);
            // Both lie between 0 and 672.
            week.insert(in_week as u16, now as u16);
            at += now;
        }
    }
    let of = |wanted: Parity| {
        let all: Vec<Week> = (0..)
            .zip(&seen)
            .filter(|(week, _)| parity(from.plus(7 * week)) == wanted)
            .map(|(_, seen)| *seen)
            .collect();
        // At `n`: what has been taken in at least `n` of the weeks so far.
        let mut at_least = vec![Week::EMPTY; all.len().div_ceil(2) + 1];
        at_least[0] = Week::FULL;
        for week in &all {
            for n in (1..at_least.len()).rev() {
                at_least[n] = at_least[n] | at_least[n - 1] & *week;
            }
        }
        at_least.pop().filter(|_| !all.is_empty()).unwrap_or(Week::EMPTY)
    };
    Weeks {
        even: of(Parity::Even),
        odd: of(Parity::Odd),
    }
}

#[cfg(test)]
mod tests;
