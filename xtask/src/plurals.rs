//! Which plural categories a language has (CLDR), as far as the project's languages go.
//!
//! A category that a language lacks can never be chosen there: a variant under it is a mistake, not a precaution.

pub const ALL: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The categories of a language, or nothing for a language that nobody has entered here yet.
pub fn categories(locale: &str) -> Option<&'static [&'static str]> {
    Some(match language(locale) {
        "da" | "en" | "ti" => &["one", "other"],
        "uk" | "pl" => &["one", "few", "many", "other"],
        "ar" => &ALL,
        _ => return None,
    })
}

/// How the language is written.
pub fn direction(locale: &str) -> &'static str {
    match language(locale) {
        "ar" => "rtl",
        _ => "ltr",
    }
}

fn language(locale: &str) -> &str {
    locale.split('-').next().unwrap_or(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_ends_with_other_and_uses_known_names() {
        for locale in ["da", "en", "uk", "pl", "ar", "ti", "en-XA"] {
            let known = categories(locale).unwrap();
            assert_eq!(known.last(), Some(&"other"));
            assert!(known.iter().all(|category| ALL.contains(category)));
        }
        assert_eq!(categories("xx"), None);
    }
}
