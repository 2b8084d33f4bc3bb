//! When one is at work.

mod typed;

pub use typed::read_shifts;

use super::week::{DAY, Parity, Quarter, Quarters, WEEK, Weekday, Weeks};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

/// One shift of a week's pattern. It may run past midnight into the next day, a Sunday's into the next week's Monday.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Shift {
    pub day: Weekday,
    pub start: Quarter,
    /// 1–96, breaks included.
    pub length: Quarters,
    /// Unpaid break within the shift. One is still there, but it is not counted as hours.
    #[serde(default)]
    pub pause: Quarters,
    #[serde(default)]
    pub parity: Parity,
    /// Hours that rise: the shift begins with this week of the placement, 0 with the first.
    #[serde(default)]
    pub from_week: u8,
    #[serde(default)]
    pub leeway: Leeway,
}

/// What the company has said may be changed of a shift. The default: nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Leeway {
    /// It may start as much earlier.
    pub earlier: Quarters,
    /// It may start as much later.
    pub later: Quarters,
    /// It may lie on one of these days instead.
    pub days: EnumSet<Weekday>,
    /// It may be as short as this; `None`: as long as it is.
    pub shortest: Option<Quarters>,
    /// It may be left out.
    pub optional: bool,
}

impl Shift {
    /// The hours at work, breaks included.
    pub fn weeks(&self) -> Weeks {
        self.with_way(Quarters(0))
    }

    /// The hours at work and on the way there and back.
    pub fn with_way(&self, way: Quarters) -> Weeks {
        let mut weeks = Weeks::EMPTY;
        if self.length > Quarters(0) {
            let from = i32::from(self.day.first_quarter()) + i32::from(self.start.0) - i32::from(way.0);
            weeks.insert_from(self.parity, from, way + self.length + way);
        }
        weeks
    }

    /// When it begins in two alternate weeks, in quarter hours from the even Monday's midnight: once or twice.
    pub fn starts(&self) -> impl Iterator<Item = u16> + use<> {
        let from = self.day.first_quarter() + u16::from(self.start.0);
        let parity = self.parity;
        let weeks = [(Parity::Even, 0), (Parity::Odd, WEEK)].into_iter();
        weeks.filter_map(move |(week, monday)| parity.meets(week).then_some(monday + from))
    }

    /// It begins within its day, ends within a day of that, and its break and what may be changed of it are no longer
    /// than a day.
    fn is_sound(&self) -> bool {
        let leeway = &self.leeway;
        let within = [self.pause, leeway.earlier, leeway.later, leeway.shortest.unwrap_or_default()];
        u16::from(self.start.0) < DAY
            && (1..=DAY).contains(&self.length.0)
            && within.into_iter().all(|quarters| quarters.0 <= DAY)
    }

    /// What it counts as: its length without the unpaid break.
    pub fn hours(&self) -> Quarters {
        Quarters(self.length.0.saturating_sub(self.pause.0))
    }

    /// Quarter hours from the midnight with which its day begins to its end; above 96 where it ends on the next day.
    pub fn end(&self) -> Quarters {
        Quarters(u16::from(self.start.0)) + self.length
    }
}

/// Seven shifts a day in two alternate weeks: more than anybody has, and few enough to be counted by.
pub const MOST_SHIFTS: usize = 98;

/// Whether these can be somebody's shifts: asked of whatever was not typed as times of a day.
pub fn are_sound(shifts: &[Shift]) -> bool {
    shifts.len() <= MOST_SHIFTS && shifts.iter().all(Shift::is_sound)
}

/// When one is at work in a week of the placement, 0 the first: all shifts that have begun by then.
pub fn pattern(shifts: &[Shift], week: u8) -> Weeks {
    begun(shifts, week).fold(Weeks::EMPTY, |all, shift| all | shift.weeks())
}

/// The hours of a week of the placement, breaks left out, should it be an even and should it be an odd week.
/// A night counts in the week in which it begins.
pub fn week_hours(shifts: &[Shift], week: u8) -> (Quarters, Quarters) {
    let of = |parity| {
        begun(shifts, week)
            .filter(|shift| shift.parity.meets(parity))
            .map(Shift::hours)
            .sum()
    };
    (of(Parity::Even), of(Parity::Odd))
}

/// The hours a week when all shifts have begun: the average of both weeks, rounded down.
pub fn final_hours(shifts: &[Shift]) -> Quarters {
    let (even, odd) = week_hours(shifts, u8::MAX);
    Quarters((even + odd).0 / 2)
}

fn begun(shifts: &[Shift], week: u8) -> impl Iterator<Item = &Shift> {
    shifts.iter().filter(move |shift| shift.from_week <= week)
}

#[cfg(test)]
mod tests {
    use super::{Leeway, Shift, final_hours, pattern, week_hours};
    use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};

    fn shift(day: Weekday, hours: (u8, u16), parity: Parity, from_week: u8) -> Shift {
        Shift {
            day,
            start: Quarter(hours.0 * 4),
            length: Quarters::from_hours(hours.1),
            pause: Quarters(2),
            parity,
            from_week,
            leeway: Leeway::default(),
        }
    }

    #[test]
    fn hours_rise_with_the_weeks_of_the_placement() {
        let shifts = [
            shift(Weekday::Monday, (8, 4), Parity::Every, 0),
            shift(Weekday::Tuesday, (8, 4), Parity::Odd, 2),
            shift(Weekday::Friday, (8, 6), Parity::Every, 4),
        ];
        assert_eq!(week_hours(&shifts, 0), (Quarters(14), Quarters(14)));
        assert_eq!(week_hours(&shifts, 2), (Quarters(14), Quarters(28)));
        assert_eq!(week_hours(&shifts, 4), (Quarters(36), Quarters(50)));
        assert_eq!(final_hours(&shifts), Quarters(43));
        assert!(pattern(&shifts, 3).is_subset(&pattern(&shifts, 4)));
        assert!(!pattern(&shifts, 1).intersects(&shifts[1].weeks()));
        assert_eq!(pattern(&[], 0), Weeks::EMPTY);
        assert_eq!(final_hours(&[]), Quarters(0));
    }

    #[test]
    fn one_is_there_in_the_break_though_it_does_not_count() {
        let day = shift(Weekday::Monday, (8, 8), Parity::Even, 0);
        assert_eq!(day.hours(), Quarters(30));
        assert_eq!(day.weeks().count(), Quarters(32));
    }
}
