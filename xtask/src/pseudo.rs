//! Two languages nobody speaks, made from English: one too long, one from right to left.
//!
//! They show what breaks before a translator is asked: text that does not fit, text that sits in code (it stays plain),
//! a layout that knows left from right. Arguments and choices stay as they are, so the same code can say them.

use crate::locales::{Locale, Piece};

/// `en-XA`: accented, each vowel doubled, which makes words about 40 % longer without making up new breaks between lines.
pub fn longer(en: &Locale) -> Locale {
    Locale {
        lang: "en-XA".to_owned(),
        dir: "ltr",
        messages: each_message(en, &accented, "", ""),
    }
}

/// `ar-XB`: readable letters in a text that runs from right to left.
///
/// The mark at each end makes the text's own direction right-to-left. Nothing overrides the order of letters, so that
/// numbers, names and screen readers meet what they would meet in Arabic. The brackets are mirrored by the browser: a
/// text whose bracket opens to the wrong side did not get its direction.
pub fn mirrored(en: &Locale) -> Locale {
    Locale {
        lang: "ar-XB".to_owned(),
        dir: "rtl",
        messages: each_message(en, &dotted, "\u{200F}⟨", "⟩\u{200F}"),
    }
}

type Messages = std::collections::BTreeMap<String, Vec<Piece>>;

fn each_message(en: &Locale, letters: &dyn Fn(&str) -> String, before: &str, after: &str) -> Messages {
    let wrap = |pieces: &Vec<Piece>| {
        let mut wrapped = vec![Piece::Text(before.to_owned())];
        wrapped.extend(each_text(pieces, letters));
        wrapped.push(Piece::Text(after.to_owned()));
        tidied(wrapped)
    };
    en.messages.iter().map(|(key, pieces)| (key.clone(), wrap(pieces))).collect()
}

fn each_text(pieces: &[Piece], letters: &dyn Fn(&str) -> String) -> Vec<Piece> {
    let changed = |piece: &Piece| match piece {
        Piece::Text(text) => Piece::Text(letters(text)),
        Piece::Arg(arg) => Piece::Arg(arg.clone()),
        Piece::Choice { by, arg, of } => {
            let of = of
                .iter()
                .map(|(name, inner)| (name.clone(), each_text(inner, letters)))
                .collect();
            Piece::Choice {
                by: by.clone(),
                arg: arg.clone(),
                of,
            }
        }
    };
    pieces.iter().map(changed).collect()
}

fn tidied(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}

const PLAIN: &str = "aeiouyAEIOUYcdghklnrstwz";
const ACCENTED: &str = "áēïöüýÁĒÏÖÜÝçðğĥķļñŕšŧŵž";
const DOTTED: &str = "ạẹịọụỵẠẸỊỌỤỴ";

fn accented(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let changed = exchanged(letter, ACCENTED);
        out.push(changed);
        if "aeiouyAEIOUY".contains(letter) {
            out.extend(changed.to_lowercase());
        }
    }
    out
}

fn dotted(text: &str) -> String {
    text.chars().map(|letter| exchanged(letter, DOTTED)).collect()
}

fn exchanged(letter: char, letters: &str) -> char {
    PLAIN
        .chars()
        .zip(letters.chars())
        .find(|(plain, _)| *plain == letter)
        .map_or(letter, |(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en() -> Locale {
        Locale::parse("en", "goal = What do you want to do about it?\nhello = Hello { $name }, { $n ->\n    [one] one card\n   *[other] { $n } cards\n} wait\n").unwrap()
    }

    fn plain(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| if let Piece::Text(text) = piece { text.as_str() } else { "" })
            .collect()
    }

    #[test]
    fn the_long_one_is_about_forty_per_cent_longer() {
        let (en, long) = (plain(&en().messages["goal"]), plain(&longer(&en()).messages["goal"]));
        let ratio = long.chars().count() as f64 / en.chars().count() as f64;
        assert!((1.25..1.55).contains(&ratio), "{ratio}: {long}");
    }

    #[test]
    fn the_mirrored_one_is_marked_at_both_ends_and_overrides_nothing() {
        let text = plain(&mirrored(&en()).messages["goal"]);
        assert!(text.starts_with("\u{200F}⟨") && text.ends_with("⟩\u{200F}"), "{text}");
        assert!(!text.contains(['\u{202D}', '\u{202E}']));
    }

    #[test]
    fn arguments_and_choices_survive() {
        for locale in [longer(&en()), mirrored(&en())] {
            let json = locale.to_json();
            assert!(
                json.contains(r#"{"arg":"name"}"#) && json.contains(r#""plural":"n""#),
                "{json}"
            );
        }
    }
}
