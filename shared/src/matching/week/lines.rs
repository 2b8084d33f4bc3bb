//! Weeks as one would say them: `Monday to Friday 8–14`.

use super::{DAY, Parity, Quarter, Quarters, WEEK, Weekday, Weeks};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Times that some days have in common. The words are in the locales.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Line {
    pub parity: Parity,
    pub days: EnumSet<Weekday>,
    /// In order, with a gap between any two.
    pub times: Vec<Time>,
}

/// From a time of the day on, for so long. Past midnight only where it is a night: twelve hours at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Time {
    pub start: Quarter,
    /// 1–96.
    pub length: Quarters,
}

impl Time {
    /// When it is over, by the clock: 96 at midnight, and below `start` on the next day.
    pub fn end(self) -> Quarter {
        let end = u16::from(self.start.0) + self.length.0;
        Quarter(if end > DAY { end - DAY } else { end } as u8)
    }
}

impl Line {
    /// The days as they are said: each run of days by its first and its last, `Monday–Wednesday, Friday`.
    pub fn runs(&self) -> Vec<(Weekday, Weekday)> {
        let mut runs: Vec<(Weekday, Weekday)> = Vec::new();
        for day in self.days {
            match runs.last_mut() {
                Some((_, last)) if *last as u8 + 1 == day as u8 => *last = day,
                _ => runs.push((day, day)),
            }
        }
        runs
    }
}

impl Weeks {
    /// What one would say of them, shortest first: what holds every week, then what holds in even ones and in odd ones alone.
    /// Days with the same times are one line. A night is one time, of the day on which it begins.
    pub fn describe(&self) -> Vec<Line> {
        // For each day, its times: in even weeks, in odd weeks.
        let mut days = [const { (Vec::new(), Vec::new()) }; 7];
        for (from, length) in self.stretches() {
            let (day, start) = (from % WEEK / DAY, from % DAY);
            // 0–95.
            let time = Time {
                start: Quarter(start as u8),
                length: Quarters(length),
            };
            let (even, odd): &mut (Vec<Time>, Vec<Time>) = &mut days[usize::from(day)];
            if from < WEEK {
                even.push(time)
            } else {
                odd.push(time)
            };
        }
        let mut lines: BTreeMap<(Parity, Vec<Time>), EnumSet<Weekday>> = BTreeMap::new();
        for (day, (mut even, mut odd)) in Weekday::ALL.into_iter().zip(days) {
            let both: Vec<Time> = even.iter().filter(|time| odd.contains(time)).copied().collect();
            even.retain(|time| !both.contains(time));
            odd.retain(|time| !both.contains(time));
            for (parity, mut times) in [(Parity::Every, both), (Parity::Even, even), (Parity::Odd, odd)] {
                if !times.is_empty() {
                    times.sort_unstable();
                    lines.entry((parity, times)).or_default().insert(day);
                }
            }
        }
        let mut lines: Vec<Line> = lines
            .into_iter()
            .map(|((parity, times), days)| Line { parity, days, times })
            .collect();
        lines.sort_by_key(|line| (line.parity, line.days.iter().next(), line.times.clone()));
        lines
    }

    /// Start and length of all stretches on the ring of both weeks, 0–1,343, cut at midnight but where they are a night.
    fn stretches(&self) -> Vec<(u16, u16)> {
        const RING: u16 = 2 * WEEK;
        let mut whole: Vec<(u16, u16)> = Vec::new();
        let odd = self.odd.spans().map(|(start, end)| (start + WEEK, end + WEEK));
        for (start, end) in self.even.spans().chain(odd) {
            match whole.last_mut() {
                Some((_, last)) if *last == start => *last = end,
                _ => whole.push((start, end)),
            }
        }
        // What runs past the last Sunday goes on in the first Monday.
        if let [(0, first_end), .., (_, last_end @ RING)] = &mut whole[..] {
            *last_end += *first_end;
            whole.remove(0);
        }
        let mut cut = Vec::new();
        for (mut start, end) in whole {
            while start < end {
                let midnight = (start / DAY + 1) * DAY;
                let is_night = end - start <= DAY / 2;
                let until = if is_night { end } else { end.min(midnight) };
                cut.push((start % RING, until - start));
                start = until;
            }
        }
        cut
    }
}
