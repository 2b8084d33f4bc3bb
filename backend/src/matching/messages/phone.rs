//! A telephone number as the service that sends needs it: plus, country code, number (E.164).

use std::fmt;

/// `+4512345678`. Made by `read` alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

/// What people write between the digits.
const BETWEEN: [char; 8] = [' ', '\u{a0}', '\u{202f}', '-', '.', '(', ')', '/'];
const DENMARK: &str = "45";

impl Phone {
    /// Eight digits are a Danish number; anything else begins with plus or two zeros and the country code.
    pub fn read(text: &str) -> Option<Phone> {
        let bare: String = text.trim().chars().filter(|letter| !BETWEEN.contains(letter)).collect();
        let abroad = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
        let digits = match abroad {
            Some(digits) => digits.to_owned(),
            None if bare.len() == 8 => format!("{DENMARK}{bare}"),
            None => return None,
        };
        let is_number = digits.chars().all(|letter| letter.is_ascii_digit()) && !digits.starts_with('0');
        let is_long_enough = match digits.strip_prefix(DENMARK) {
            Some(own) => own.len() == 8 && !own.starts_with('0'),
            None => (8..=15).contains(&digits.len()),
        };
        (is_number && is_long_enough).then(|| Phone(format!("+{digits}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: a Danish one in pairs.
    pub fn shown(&self) -> String {
        let Some(own) = self.0.strip_prefix("+45") else {
            return self.0.clone();
        };
        let digits: Vec<char> = own.chars().collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        format!("+{DENMARK} {}", pairs.join(" "))
    }
}

// A number never reaches a log.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        Phone::read(text).map(|phone| phone.as_str().to_owned())
    }

    #[test]
    fn eight_digits_are_danish_however_they_are_written() {
        for text in [
            "12345678",
            " 12 34 56 78 ",
            "1234-5678",
            "+45 12 34 56 78",
            "0045 12345678",
            "12\u{a0}34\u{a0}56\u{a0}78",
        ] {
            assert_eq!(read(text).as_deref(), Some("+4512345678"), "{text}");
        }
    }

    #[test]
    fn a_number_from_elsewhere_needs_its_country_code() {
        assert_eq!(read("+380 (44) 123 45 67").as_deref(), Some("+380441234567"));
        assert_eq!(read("0046 70 123 45 67").as_deref(), Some("+46701234567"));
        assert_eq!(read("070 123 45 67"), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "1234567",
            "123456789",
            "+45 1234567",
            "+45 02345678",
            "+0123456789",
            "+1234567890123456",
            "ring 12345678",
            "12345678;87654321",
            "+",
            "++4512345678",
            "１２３４５６７８",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_as_the_same(digits in "(45[1-9][0-9]{7}|3[0-9]{7,14}|[1-9][0-9]{9})") {
            if let Some(phone) = Phone::read(&format!("+{digits}")) {
                prop_assert_eq!(Phone::read(&phone.shown()), Some(phone));
            }
        }

        #[test]
        fn whatever_is_typed_gives_a_number_or_none(text in "\\PC{0,24}") {
            if let Some(phone) = Phone::read(&text) {
                let digits = phone.as_str().strip_prefix('+').unwrap_or_default();
                prop_assert!((8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
