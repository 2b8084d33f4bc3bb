//! What stands in an address of ours.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as it stands after `=`.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// What stands after the question mark: each name with its text, those without one left out.
pub fn query<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
    let fields: Vec<String> = fields.map(|(name, text)| format!("{name}={}", encoded(text))).collect();
    fields.join("&")
}

/// An address with what stands after its question mark; nothing, where that is empty.
pub fn with_query(address: &str, query: &str) -> String {
    match (query, address.contains('?')) {
        ("", _) => address.to_owned(),
        (query, true) => format!("{address}&{query}"),
        (query, false) => format!("{address}?{query}"),
    }
}

/// Whether it leads to a page of ours and nowhere else, whatever a browser makes of it.
pub fn is_own(address: &str) -> bool {
    let mut signs = address.bytes();
    let begins = (signs.next(), signs.next());
    matches!(begins, (Some(b'/'), next) if next != Some(b'/'))
        && address.bytes().all(|sign| sign.is_ascii_graphic() && sign != b'\\')
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_own, query, with_query};

    #[test]
    fn only_a_path_of_ours_is_gone_on_to() {
        for own in ["/", "/my-work", "/desk/people?q=a%20b"] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "",
            "my-work",
            "//example.org",
            "/\\example.org",
            "https://example.org/",
            "/a b",
            "/a\nb",
            "javascript:1",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }

    #[test]
    fn a_text_keeps_its_letters_in_an_address() {
        assert_eq!(
            encoded("Hej Ælle, se: http://a/b?c=1&d"),
            "Hej%20%C3%86lle%2C%20se%3A%20http%3A%2F%2Fa%2Fb%3Fc%3D1%26d"
        );
        assert_eq!(
            query([("q", "a b"), ("kind", ""), ("near", "Ølsted")]),
            "q=a%20b&near=%C3%98lsted"
        );
    }

    #[test]
    fn an_address_has_one_question_mark_at_the_most() {
        assert_eq!(with_query("/desk", ""), "/desk");
        assert_eq!(with_query("/desk", "q=a"), "/desk?q=a");
        assert_eq!(with_query("/desk?lang=da", "q=a"), "/desk?lang=da&q=a");
    }
}
