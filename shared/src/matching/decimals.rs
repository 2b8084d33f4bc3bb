//! Numbers with a part of a whole, as people write them: `12`, `12,5`, `12.25`, `12½`.

use super::week::{Quarters, WEEK};

/// How many parts of a whole the text says, such as quarters where `whole` is 4. `None`: it is no number, below 0, has
/// more than two digits behind, or says something between two parts.
pub fn read_parts(text: &str, whole: u32) -> Option<u32> {
    let text = [("¼", ".25"), ("½", ".5"), ("¾", ".75")]
        .iter()
        .fold(text.trim().to_owned(), |text, (sign, digits)| text.replace(sign, digits));
    let (before, behind) = text.split_once([',', '.']).unwrap_or((&text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let behind = behind.trim_end_matches('0');
    let has_digits = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digits || behind.len() > 2 || before.len() > 6 || !is_digits(before) || !is_digits(behind) {
        return None;
    }
    let hundredths = format!("{behind:0<2}").parse::<u32>().ok()? * whole;
    let before = if before.is_empty() { 0 } else { before.parse::<u32>().ok()? };
    hundredths.is_multiple_of(100).then(|| before * whole + hundredths / 100)
}

/// The other way, without needless digits. `mark` stands before the part.
pub fn write_parts(parts: u32, whole: u32, mark: char) -> String {
    let behind = format!("{:02}", parts % whole * 100 / whole);
    match behind.trim_end_matches('0') {
        "" => (parts / whole).to_string(),
        behind => format!("{}{mark}{behind}", parts / whole),
    }
}

/// Hours of a week, which has 168. `None`: no hours, or no quarters of them.
pub fn read_hours(text: &str) -> Option<Quarters> {
    let quarters = read_parts(text, 4)?;
    u16::try_from(quarters)
        .ok()
        .filter(|quarters| *quarters <= WEEK)
        .map(Quarters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_as_people_write_them_and_nonsense_is_not() {
        for (text, quarters) in [(" 15 ", 60), ("12,5", 50), ("12.25", 49), ("12½", 50), ("¾", 3), ("168", 672)] {
            assert_eq!(read_hours(text), Some(Quarters(quarters)), "{text}");
        }
        for nonsense in [
            "", " ", ",", "x", "-3", "NaN", "inf", "1e9", "12.3", "1.2.5", "168,25", "0000001", "12½½",
        ] {
            assert_eq!(read_hours(nonsense), None, "{nonsense}");
        }
        assert_eq!(read_parts("12,4", 100), Some(1240));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(parts in 0..99_999u32, whole in prop_oneof![Just(4u32), Just(100)]) {
            for mark in [',', '.'] {
                prop_assert_eq!(read_parts(&write_parts(parts, whole, mark), whole), Some(parts));
            }
        }
    }
}
