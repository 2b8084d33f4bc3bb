//! The number under which the municipalities' common list of subjects (KLE) files something.

use std::fmt;
use std::str::FromStr;

/// A subject such as `27.27.06`, and behind it, where that is said, what is done about it, such as `G01`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kle(String);

/// The text was no such number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotAKle;

impl FromStr for Kle {
    type Err = NotAKle;

    fn from_str(text: &str) -> Result<Self, NotAKle> {
        let mut words = text.split_whitespace();
        let subject = words.next().ok_or(NotAKle)?;
        let action = words.next();
        if words.next().is_some() {
            return Err(NotAKle);
        }
        let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = subject.split('.').collect();
        if parts.len() != 3 || !parts.into_iter().all(two_digits) {
            return Err(NotAKle);
        }
        let Some(action) = action.map(str::to_ascii_uppercase) else {
            return Ok(Kle(subject.to_owned()));
        };
        let is_action = action.starts_with(|letter: char| letter.is_ascii_uppercase()) && action.get(1..).is_some_and(two_digits);
        is_action.then(|| Kle(format!("{subject} {action}"))).ok_or(NotAKle)
    }
}

impl fmt::Display for Kle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Kle;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_a_subject_with_or_without_what_is_done_about_it() {
        let read = |text: &str| text.parse::<Kle>().map(|kle| kle.to_string()).ok();
        assert_eq!(read("27.27.06").as_deref(), Some("27.27.06"));
        assert_eq!(read(" 32.24.04  g01 ").as_deref(), Some("32.24.04 G01"));
        for wrong in [
            "",
            "27",
            "27.27",
            "27.27.6",
            "27.27.06.01",
            "27.27.06G01",
            "27.27.06 G1",
            "27.27.06 01",
            "27.27.06 G01 x",
            "२७.27.06",
            "27.27.06 Æ01",
            "27,27,06",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_number_or_is_refused_and_a_number_is_read_back(text in "\\PC{0,16}|[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}( [A-Za-z][0-9]{2})?") {
            if let Ok(kle) = text.parse::<Kle>() {
                prop_assert_eq!(kle.to_string().parse(), Ok(kle));
            }
        }
    }
}
