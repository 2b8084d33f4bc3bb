//! Shifts as people type them: `man-fre 8.30-12.30, tir 7-11 ulige fra uge 3`.
//!
//! Days and times are read as those of a week are (`Weeks::read`). Beside them it can be said with which week of the
//! placement a shift begins, as hours rise: `fra uge 3` is the third week.

use super::{Leeway, MOST_SHIFTS, Shift};
use crate::matching::week::{Quarters, Unread, Weeks};

/// The words before the number of the week, as they are written.
const FROM_WEEK: [&str; 6] = [
    "fra og med uge",
    "fra uge",
    "fra den",
    "from week",
    "from the",
    "starting week",
];

/// What may stand behind the number: `fra den 3. uge`, `from the 3rd week`.
const BEHIND: [&str; 10] = [
    ". uge", "st week", "nd week", "rd week", "th week", " uge", " week", ".uge", ".", " ",
];

/// The shifts that a text says, in its order, without a pause and without any leeway.
pub fn read_shifts(text: &str) -> Result<Vec<Shift>, Unread> {
    let text = text.to_lowercase();
    let mut shifts = Vec::new();
    for (said, from_week) in parts(&text)? {
        // Two shifts that touch are one, as they are in a week.
        for line in Weeks::read(&said)?.describe() {
            for day in line.days {
                shifts.extend(line.times.iter().map(|time| Shift {
                    day,
                    start: time.start,
                    length: time.length,
                    pause: Quarters(0),
                    parity: line.parity,
                    from_week,
                    leeway: Leeway::default(),
                }));
            }
        }
    }
    if shifts.len() > MOST_SHIFTS {
        return Err(Unread::TooLong);
    }
    Ok(shifts)
}

/// What begins with each week: texts that say a week stand alone, those between them together.
fn parts(text: &str) -> Result<Vec<(String, u8)>, Unread> {
    let mut parts: Vec<(String, u8)> = Vec::new();
    // `man, ons 8-12`: a piece without a digit belongs to the next one.
    let mut days = String::new();
    for piece in text.split_inclusive([',', ';', '\n']) {
        let (piece, from_week) = from_week(piece)?;
        days.push_str(&piece);
        if !days.contains(|letter: char| letter.is_ascii_digit()) && from_week.is_none() {
            continue;
        }
        let said = std::mem::take(&mut days);
        match parts.last_mut() {
            Some((before, 0)) if from_week.is_none() => before.push_str(&said),
            _ => parts.push((said, from_week.unwrap_or(0))),
        }
    }
    match parts.last_mut() {
        Some((last, _)) => last.push_str(&days),
        None => parts.push((days, 0)),
    }
    Ok(parts)
}

/// A piece without its week, and the week, 0 for the first.
fn from_week(piece: &str) -> Result<(String, Option<u8>), Unread> {
    let found = FROM_WEEK
        .iter()
        .filter_map(|words| {
            let at = piece.find(words)?;
            let behind = piece[at + words.len()..].trim_start();
            behind
                .starts_with(|letter: char| letter.is_ascii_digit())
                .then_some((at, behind))
        })
        .min_by_key(|(at, _)| *at);
    let Some((at, behind)) = found else {
        return Ok((piece.to_owned(), None));
    };
    let digits = behind.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(behind.len());
    let week = behind[..digits].parse::<u8>().ok().and_then(|week| week.checked_sub(1));
    let week = week.ok_or_else(|| Unread::Time(behind[..digits].to_owned()))?;
    let mut rest = &behind[digits..];
    for word in BEHIND {
        if let Some(after) = rest.strip_prefix(word) {
            rest = after;
            break;
        }
    }
    Ok((format!("{} {rest}", &piece[..at]), Some(week)))
}

#[cfg(test)]
mod tests {
    use super::read_shifts;
    use crate::matching::shift::Shift;
    use crate::matching::week::{Parity, Unread, Weekday};
    use proptest::prelude::*;

    /// Day, start and end in quarter hours, weeks, first week.
    fn read(text: &str) -> Vec<(Weekday, u8, u16, Parity, u8)> {
        let as_told = |shift: Shift| (shift.day, shift.start.0, shift.end().0, shift.parity, shift.from_week);
        read_shifts(text).unwrap().into_iter().map(as_told).collect()
    }

    #[test]
    fn shifts_are_read_as_they_are_typed() {
        use Parity::{Every, Odd};
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        assert_eq!(
            read("man-ons 8.30-12.30, tir 14-16 ulige fra uge 3"),
            [
                (Monday, 34, 50, Every, 0),
                (Tuesday, 34, 50, Every, 0),
                (Wednesday, 34, 50, Every, 0),
                (Tuesday, 56, 64, Odd, 2)
            ]
        );
        assert_eq!(
            read("man, ons 8-12"),
            [(Monday, 32, 48, Every, 0), (Wednesday, 32, 48, Every, 0)]
        );
        assert_eq!(
            read("Thu 9-12; man, fre 8-10 from the 5th week"),
            [
                (Thursday, 36, 48, Every, 0),
                (Monday, 32, 40, Every, 4),
                (Friday, 32, 40, Every, 4)
            ]
        );
        assert_eq!(read("fre 21-05 fra uge 1"), [(Friday, 84, 116, Every, 0)]);
        assert_eq!(
            read("man 8-12 fra uge 2\ntir 8-12"),
            [(Monday, 32, 48, Every, 1), (Tuesday, 32, 48, Every, 0)]
        );
    }

    #[test]
    fn what_cannot_be_read_is_said_with_the_word_that_stands_in_the_way() {
        assert_eq!(read_shifts("man 8-12, sommetider"), Err(Unread::Word("sommetider".into())));
        assert_eq!(read_shifts("8-12"), Err(Unread::NoDay("8".into())));
        assert_eq!(read_shifts(" "), Err(Unread::Nothing));
        assert_eq!(read_shifts("man 8-12 fra uge 0"), Err(Unread::Time("0".into())));
        assert_eq!(read_shifts("man 8-12 fra uge 300"), Err(Unread::Time("300".into())));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(man|fre|,|;| |8|12|-|fra uge|3|ulige|\\PC){0,12}") {
            let _ = read_shifts(&text);
        }
    }
}
