//! The numbers of the Danish business register: a company's CVR number and a workplace's P-number.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// CVR number: eight digits, the last of them a check digit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Cvr(u32);

/// P-number: ten digits. Only its form is checked. The register writes that a series of them was made with wrong
/// weights by mistake and is checked in a way of its own (erhvervsstyrelsen.dk, "Modulus 11 kontrol"); we have not seen
/// which, and rather let a wrong number through than refuse somebody's right one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct PNumber(u64);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum BadNumber {
    /// Something else than digits, and the blanks, points and hyphens that people put between them.
    NotDigits,
    /// So many digits, instead of eight or ten; a nought in front is none.
    Length(u8),
    /// Right in length, but a digit is wrong.
    CheckDigit,
}

impl fmt::Display for BadNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadNumber::NotDigits => f.write_str("a number has digits alone"),
            BadNumber::Length(digits) => write!(f, "{digits} digits are too few or too many"),
            BadNumber::CheckDigit => f.write_str("a digit is wrong"),
        }
    }
}

impl std::error::Error for BadNumber {}

/// Modulus 11, as the register documents it.
const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

impl Cvr {
    pub fn new(number: u32) -> Result<Self, BadNumber> {
        if !(10_000_000..100_000_000).contains(&number) {
            return Err(BadNumber::Length(length(number.into())));
        }
        let weighed = WEIGHTS.iter().rev().scan(number, |rest, weight| {
            let digit = *rest % 10;
            *rest /= 10;
            Some(digit * weight)
        });
        if weighed.sum::<u32>().is_multiple_of(11) {
            Ok(Self(number))
        } else {
            Err(BadNumber::CheckDigit)
        }
    }

    pub fn number(self) -> u32 {
        self.0
    }
}

impl PNumber {
    pub fn new(number: u64) -> Result<Self, BadNumber> {
        if (1_000_000_000..10_000_000_000).contains(&number) {
            Ok(Self(number))
        } else {
            Err(BadNumber::Length(length(number)))
        }
    }

    pub fn number(self) -> u64 {
        self.0
    }
}

fn length(number: u64) -> u8 {
    number.checked_ilog10().map_or(1, |log| log as u8 + 1)
}

/// The digits of what somebody typed, as one number.
fn digits(text: &str) -> Result<u64, BadNumber> {
    let is_between = |c: &char| c.is_whitespace() || matches!(c, '.' | '-');
    let digits: String = text.chars().filter(|c| !is_between(c)).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(BadNumber::NotDigits);
    }
    let length = BadNumber::Length(digits.len().min(255) as u8);
    if digits.starts_with('0') {
        Err(length)
    } else {
        digits.parse().map_err(|_| length)
    }
}

impl FromStr for Cvr {
    type Err = BadNumber;

    /// As people write it: `12345674`, `12 34 56 74`, `DK-12345674`.
    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let text = text.trim();
        let without = text.get(..2).filter(|start| start.eq_ignore_ascii_case("dk"));
        let number = digits(without.map_or(text, |_| &text[2..]))?;
        u32::try_from(number)
            .map_err(|_| BadNumber::Length(length(number)))
            .and_then(Cvr::new)
    }
}

impl FromStr for PNumber {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        digits(text).and_then(PNumber::new)
    }
}

impl TryFrom<u32> for Cvr {
    type Error = BadNumber;

    fn try_from(number: u32) -> Result<Self, BadNumber> {
        Cvr::new(number)
    }
}

impl TryFrom<u64> for PNumber {
    type Error = BadNumber;

    fn try_from(number: u64) -> Result<Self, BadNumber> {
        PNumber::new(number)
    }
}

impl From<Cvr> for u32 {
    fn from(number: Cvr) -> u32 {
        number.0
    }
}

impl From<PNumber> for u64 {
    fn from(number: PNumber) -> u64 {
        number.0
    }
}

/// In pairs with narrow blanks that do not break: `12 34 56 74`.
impl fmt::Display for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |places: u32| self.0 / 10_u32.pow(places) % 100;
        write!(
            f,
            "{:02}\u{202f}{:02}\u{202f}{:02}\u{202f}{:02}",
            pair(6),
            pair(4),
            pair(2),
            pair(0)
        )
    }
}

/// In threes from behind, with narrow blanks that do not break: `1 000 000 017`.
impl fmt::Display for PNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let three = |places: u32| self.0 / 10_u64.pow(places) % 1000;
        write!(
            f,
            "{}\u{202f}{:03}\u{202f}{:03}\u{202f}{:03}",
            self.0 / 1_000_000_000,
            three(6),
            three(3),
            three(0)
        )
    }
}

impl fmt::Debug for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for PNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadNumber, Cvr, PNumber};
    use proptest::prelude::*;

    /// The register's own example of the calculation, and public examples of the packages that check it.
    #[test]
    fn documented_numbers_are_right() {
        for number in [13_748_136, 24_256_790, 27_355_021] {
            assert_eq!(Cvr::new(number).map(Cvr::number), Ok(number));
        }
        for number in [13_748_137, 24_256_791, 27_355_020, 10_000_000] {
            assert_eq!(Cvr::new(number), Err(BadNumber::CheckDigit));
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let right = Cvr::new(13_748_136);
        for text in ["13748136", "13 74 81 36", " DK-13748136 ", "dk13.74.81.36", "13-74-81-36"] {
            assert_eq!(text.parse::<Cvr>(), right, "{text}");
        }
        assert_eq!("1374813".parse::<Cvr>(), Err(BadNumber::Length(7)));
        assert_eq!("03748136".parse::<Cvr>(), Err(BadNumber::Length(8)));
        assert_eq!("1374813x".parse::<Cvr>(), Err(BadNumber::NotDigits));
        assert_eq!("".parse::<Cvr>(), Err(BadNumber::NotDigits));
        assert_eq!("å".parse::<Cvr>(), Err(BadNumber::NotDigits));
        assert_eq!("1 000 000 017".parse::<PNumber>().map(PNumber::number), Ok(1_000_000_017));
        assert_eq!("100000001".parse::<PNumber>(), Err(BadNumber::Length(9)));
        assert_eq!("99999999999999999999999".parse::<PNumber>(), Err(BadNumber::Length(23)));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(number in 10_000_000u32..100_000_000, place in 0u32..8, by in 1u32..10) {
            let digit = number / 10_u32.pow(place) % 10;
            let other = number - digit * 10_u32.pow(place) + (digit + by) % 10 * 10_u32.pow(place);
            prop_assert!(Cvr::new(number).is_err() || Cvr::new(other).is_err());
        }

        #[test]
        fn what_is_written_is_read_back(seed in 1_000_000u32..10_000_000, p in 1_000_000_000u64..10_000_000_000) {
            // Of ten neighbours at most one has the right check digit; where none has, the number is not given out.
            for cvr in (seed * 10..seed * 10 + 10).filter_map(|number| Cvr::new(number).ok()) {
                prop_assert_eq!(cvr.to_string().parse::<Cvr>(), Ok(cvr));
                prop_assert_eq!(serde_json::from_str::<Cvr>(&serde_json::to_string(&cvr).unwrap()).unwrap(), cvr);
            }
            let p = PNumber::new(p).unwrap();
            prop_assert_eq!(p.to_string().parse::<PNumber>(), Ok(p));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _ = (text.parse::<Cvr>(), text.parse::<PNumber>());
        }
    }
}
