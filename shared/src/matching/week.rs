//! The week as quarter hours.
//!
//! Two alternate weeks are a ring of 1,344 quarter hours: the even week, then the odd week, then the
//! even one again. What runs past Sunday midnight goes on in the other week's Monday. Years of 53
//! weeks break the ring, as two odd weeks follow one another there; only `calendar` knows dates.

mod lines;
mod room;
mod typed;

pub use lines::{Line, Time};
pub use room::Room;
pub use typed::Unread;

use enumset::EnumSetType;
use serde::ser::SerializeSeq;
use serde::{Deserialize, Serialize, de};
use std::iter::Sum;
use std::ops::{Add, AddAssign, BitAnd, BitOr, Not};

/// Quarter hours of a day.
pub const DAY: u16 = 96;
/// Quarter hours of a week.
pub const WEEK: u16 = 7 * DAY;

/// A time of the day in quarter hours since midnight, 0–96; 96 is the midnight that ends the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarter(pub u8);

/// A stretch of time in quarter hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarters(pub u16);

#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Weeks are told apart by the parity of their ISO number, as Danish families who share children do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Parity {
    #[default]
    Every,
    Even,
    Odd,
}

/// A set of quarter hours of one week: bit `96 × weekday + quarter`, Monday 00:00 first. Bits above 671 are never set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Week([u64; 11]);

/// A set of quarter hours of two alternate weeks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Weeks {
    pub even: Week,
    pub odd: Week,
}

impl Quarters {
    /// The fewest quarter hours that hold so many minutes.
    pub fn up_from_minutes(minutes: u16) -> Self {
        Self(minutes.div_ceil(15))
    }

    pub fn from_hours(hours: u16) -> Self {
        Self(hours.saturating_mul(4))
    }

    pub fn minutes(self) -> u32 {
        u32::from(self.0) * 15
    }
}

impl Add for Quarters {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }
}

impl AddAssign for Quarters {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

impl Sum for Quarters {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self(0), Add::add)
    }
}

impl Weekday {
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The quarter hour of the week with which this day begins.
    pub const fn first_quarter(self) -> u16 {
        self as u16 * DAY
    }

    /// The day so many days later, Monday again after Sunday.
    pub const fn plus(self, days: u16) -> Weekday {
        Self::ALL[(self as usize + days as usize) % 7]
    }
}

impl Parity {
    /// As `calendar::iso_week` numbers it.
    pub fn of_week(number: u8) -> Parity {
        if number.is_multiple_of(2) { Parity::Even } else { Parity::Odd }
    }

    /// Whether a week of this parity can be one of `other`.
    pub fn meets(self, other: Parity) -> bool {
        self == other || self == Parity::Every || other == Parity::Every
    }
}

impl Week {
    pub const EMPTY: Week = Week([0; 11]);
    pub const FULL: Week = {
        let mut words = [u64::MAX; 11];
        words[10] = u64::MAX >> (11 * 64 - WEEK);
        Week(words)
    };

    /// Adds `length` quarter hours from the quarter hour `from` of the week; what lies past its end is left out.
    pub fn insert(&mut self, from: u16, length: u16) {
        for (word, mask) in self.0.iter_mut().zip(masks(from, length)) {
            *word |= mask;
        }
    }

    /// The reverse of `insert`.
    pub fn remove(&mut self, from: u16, length: u16) {
        for (word, mask) in self.0.iter_mut().zip(masks(from, length)) {
            *word &= !mask;
        }
    }

    pub fn contains(&self, quarter: u16) -> bool {
        quarter < WEEK && self.0[usize::from(quarter / 64)] >> (quarter % 64) & 1 == 1
    }

    /// Its stretches without a gap, in order: the first quarter hour of each and the first one after it.
    pub fn spans(&self) -> impl Iterator<Item = (u16, u16)> + use<> {
        let week = *self;
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = week.next(at, true);
            at = week.next(start, false);
            (start < WEEK).then_some((start, at))
        })
    }

    /// The first quarter hour from `at` on that is in the set, or is not; 672 where there is none.
    fn next(&self, at: u16, is_in: bool) -> u16 {
        let mut at = at;
        while at < WEEK {
            let word = self.0[usize::from(at / 64)];
            let rest = if is_in { word } else { !word } >> (at % 64);
            if rest != 0 {
                return WEEK.min(at + rest.trailing_zeros() as u16);
            }
            at = (at / 64 + 1) * 64;
        }
        WEEK
    }

    pub fn count(&self) -> Quarters {
        Quarters(self.0.iter().map(|word| word.count_ones() as u16).sum())
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }

    pub fn is_subset(&self, of: &Week) -> bool {
        self.0.iter().zip(&of.0).all(|(mine, theirs)| mine & !theirs == 0)
    }

    pub fn intersects(&self, other: &Week) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

/// For each word of a week, the bits of `length` quarter hours from `from`, cut off at the week's end.
fn masks(from: u16, length: u16) -> impl Iterator<Item = u64> {
    let end = from.saturating_add(length).min(WEEK);
    (0..11).map(move |word| {
        let below = |end: u16| match end.saturating_sub(word * 64) {
            64.. => u64::MAX,
            bits => (1 << bits) - 1,
        };
        below(end) & !below(from)
    })
}

impl BitAnd for Week {
    type Output = Week;

    fn bitand(self, other: Week) -> Week {
        Week(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }
}

impl BitOr for Week {
    type Output = Week;

    fn bitor(self, other: Week) -> Week {
        Week(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }
}

impl Not for Week {
    type Output = Week;

    fn not(self) -> Week {
        Week(std::array::from_fn(|at| !self.0[at] & Week::FULL.0[at]))
    }
}

impl Weeks {
    pub const EMPTY: Weeks = Weeks::every(Week::EMPTY);
    pub const ALWAYS: Weeks = Weeks::every(Week::FULL);

    /// The same in both weeks.
    pub const fn every(week: Week) -> Weeks {
        Weeks { even: week, odd: week }
    }

    /// Adds a stretch that begins on this day, in the weeks of this parity. It may run past midnight, and from
    /// Sunday into the other week's Monday. From two weeks on it is always.
    pub fn insert(&mut self, parity: Parity, day: Weekday, start: Quarter, length: Quarters) {
        let from = i32::from(day.first_quarter()) + i32::from(start.0);
        self.stretch(parity, from, length, Week::insert);
    }

    /// The reverse of `insert`.
    pub fn remove(&mut self, parity: Parity, day: Weekday, start: Quarter, length: Quarters) {
        let from = i32::from(day.first_quarter()) + i32::from(start.0);
        self.stretch(parity, from, length, Week::remove);
    }

    /// Adds a stretch that begins at a quarter hour counted from the Monday of the weeks of this parity; before it when below 0.
    pub(super) fn insert_from(&mut self, parity: Parity, from: i32, length: Quarters) {
        self.stretch(parity, from, length, Week::insert);
    }

    fn stretch(&mut self, parity: Parity, from: i32, length: Quarters, change: impl Fn(&mut Week, u16, u16)) {
        let week = i32::from(WEEK);
        for (origin, is_odd) in [(0, false), (week, true)] {
            if !parity.meets(if is_odd { Parity::Odd } else { Parity::Even }) {
                continue;
            }
            let mut at = (origin + from).rem_euclid(2 * week);
            let mut left = i32::from(length.0).min(2 * week);
            while left > 0 {
                let (in_week, now) = (at % week, left.min(week - at % week));
                let half = if at < week { &mut self.even } else { &mut self.odd };
                // Both lie between 0 and 672.
                change(half, in_week as u16, now as u16);
                at = (at + now) % (2 * week);
                left -= now;
            }
        }
    }

    /// What is left when every stretch is cut shorter by so much at each of its ends: a quarter hour stays when all
    /// from `by` before it to `by` after it is in the set. So a shift with the way there and back lies inside the
    /// free hours exactly when the shift alone lies inside the free hours eroded by the way.
    pub fn eroded(&self, by: Quarters) -> Weeks {
        let by = by.0.min(WEEK);
        let wide = 2 * by + 1;
        // `window` holds the quarter hours from which on `width` are in the set; the last step overlaps.
        let (mut window, mut width) = (Ring::from(self), 1);
        while width < wide {
            let step = width.min(wide - width);
            window = window.and(&window.earlier(step));
            width += step;
        }
        // Moved from the first of the quarter hours around it to the middle one.
        window.earlier(2 * WEEK - by).into()
    }

    pub fn is_subset(&self, of: &Weeks) -> bool {
        self.even.is_subset(&of.even) && self.odd.is_subset(&of.odd)
    }

    pub fn intersects(&self, other: &Weeks) -> bool {
        self.even.intersects(&other.even) || self.odd.intersects(&other.odd)
    }

    /// Of both weeks together, 0–1,344.
    pub fn count(&self) -> Quarters {
        self.even.count() + self.odd.count()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }
}

impl BitAnd for Weeks {
    type Output = Weeks;

    fn bitand(self, other: Weeks) -> Weeks {
        Weeks {
            even: self.even & other.even,
            odd: self.odd & other.odd,
        }
    }
}

impl BitOr for Weeks {
    type Output = Weeks;

    fn bitor(self, other: Weeks) -> Weeks {
        Weeks {
            even: self.even | other.even,
            odd: self.odd | other.odd,
        }
    }
}

impl Not for Weeks {
    type Output = Weeks;

    fn not(self) -> Weeks {
        Weeks {
            even: !self.even,
            odd: !self.odd,
        }
    }
}

/// Both weeks in one, the even one first: 1,344 bits are 21 words without a rest.
#[derive(Clone, Copy)]
struct Ring([u64; 21]);

impl Ring {
    fn and(&self, other: &Ring) -> Ring {
        Ring(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    /// All of it so many quarter hours earlier, 0–1,344, around the ring.
    fn earlier(&self, by: u16) -> Ring {
        let (words, bits) = (usize::from(by / 64), u32::from(by % 64));
        Ring(std::array::from_fn(|at| {
            let low = self.0[(at + words) % 21] >> bits;
            let high = self.0[(at + words + 1) % 21].checked_shl(64 - bits).unwrap_or(0);
            low | high
        }))
    }
}

impl From<&Weeks> for Ring {
    fn from(weeks: &Weeks) -> Ring {
        let (even, odd) = (weeks.even.0, weeks.odd.0);
        Ring(std::array::from_fn(|at| match at {
            0..10 => even[at],
            10 => even[10] | odd[0] << 32,
            _ => odd[at - 11] >> 32 | odd[at - 10] << 32,
        }))
    }
}

impl From<Ring> for Weeks {
    fn from(Ring(ring): Ring) -> Weeks {
        let mut even = Week(std::array::from_fn(|at| ring[at]));
        even.0[10] &= Week::FULL.0[10];
        let odd = Week(std::array::from_fn(|at| {
            ring[at + 10] >> 32 | ring.get(at + 11).map_or(0, |word| word << 32)
        }));
        Weeks { even, odd }
    }
}

/// On the wire a week is the list of its spans, `[[32, 56], [128, 152]]`: the first quarter hour of each and the first after it.
impl Serialize for Week {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for span in self.spans() {
            list.serialize_element(&span)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut week = Week::EMPTY;
        for (start, end) in Vec::<(u16, u16)>::deserialize(deserializer)? {
            if start >= end || end > WEEK {
                return Err(de::Error::custom(
                    "a span of a week is [start, end), with 0 ≤ start < end ≤ 672",
                ));
            }
            week.insert(start, end - start);
        }
        Ok(week)
    }
}

#[cfg(test)]
mod tests;
