//! What families read: whole in every language, plain, and without the words of the office.

use super::{Offence, Tree};
use crate::files;
use crate::locales::{self, By, Locale, Piece, SOURCE};
use std::path::Path;

const FILE: &str = "frontend/locales/da.ftl";

pub fn every_language_is_whole(tree: &Tree) -> Vec<Offence> {
    let sources = tree
        .texts("frontend/locales/", ".ftl")
        .map(|(path, text)| (files::stem(Path::new(path)), text.to_owned()));
    let mistakes = locales::compile(&sources.collect()).err().unwrap_or_default();
    mistakes
        .into_iter()
        .map(|mistake| Offence::new("frontend/locales", 0, mistake))
        .collect()
}

/// Words that turn a family into a file, and what is never said of a person.
const STAFF_WORDS: [&str; 21] = [
    "sag",
    "borger",
    "klient",
    "ydelsesmodtager",
    "aktivitetsparat",
    "indsatstrappe",
    "visitation",
    "ressourcesvag",
    "compliance",
    "udeblivelse",
    "udeblevet",
    "afvist",
    "afvis",
    "indsats",
    "opfølgningssamtale",
    "tovholder",
    "ansvarlig part",
    "jobcenter",
    "manglende motivation",
    "manglende samarbejde",
    "virksomhedsrettet tilbud",
];
const ENDINGS: [&str; 16] = [
    "", "s", "en", "ens", "er", "ers", "erne", "ernes", "e", "ere", "eren", "erens", "et", "ets", "ede", "ne",
];

/// Where the word itself is what must be told: what is stored can become part of the municipality's case.
const KEPT: [(&str, &str); 2] = [("text-a", "sag"), ("audience-stored", "sag")];

pub fn families_meet_no_staff_words(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    let mut key = "";
    for (place, line) in tree.text(FILE).unwrap_or_default().lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let text = match line
            .split_once('=')
            .filter(|_| line.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '-'))
        {
            Some((name, text)) => {
                key = name.trim();
                text
            }
            None => line,
        };
        for word in STAFF_WORDS
            .iter()
            .filter(|word| !KEPT.contains(&(key, word)) && has_word(text, word))
        {
            found.push(Offence::new(
                FILE,
                place + 1,
                format!("“{word}” is a word of the office; say it as a neighbour would"),
            ));
        }
    }
    found
}

fn has_word(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    if word.contains(' ') {
        return text.contains(word);
    }
    words(&text).any(|found| found.strip_prefix(word).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// Readability by Björnsson's LIX: words per sentence, and the share of words longer than six letters. Up to 35 is easy.
const LIX_LIMIT: f64 = 35.0;

pub fn danish_is_plain(tree: &Tree) -> Vec<Offence> {
    let Some(Ok(danish)) = tree.text(FILE).map(|text| Locale::parse(SOURCE, text)) else {
        return Vec::new();
    };
    // A button's two words are no sentence: one long word would make it unreadable by the formula alone.
    let sentences: Vec<(&str, String)> = danish
        .messages
        .iter()
        .map(|(key, pieces)| (key.as_str(), spoken(pieces)))
        .filter(|(_, text)| words(text).count() >= 5)
        .collect();
    let average = lix(sentences.iter().map(|(_, text)| text.as_str()));
    if average <= LIX_LIMIT {
        return Vec::new();
    }
    let mut hardest: Vec<(u64, &str)> = sentences
        .iter()
        .map(|(key, text)| (lix([text.as_str()]).round() as u64, *key))
        .collect();
    hardest.sort_unstable_by(|a, b| b.cmp(a));
    let named: Vec<String> = hardest.iter().take(8).map(|(lix, key)| format!("{key} ({lix})")).collect();
    let why = format!(
        "the Danish texts have LIX {average:.0}; every sixth reader gives up above {LIX_LIMIT:.0}. Hardest: {}",
        named.join(", ")
    );
    vec![Offence::new(FILE, 1, why)]
}

fn lix<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let (mut all, mut long, mut sentences) = (0usize, 0usize, 0usize);
    for text in texts {
        all += words(text).count();
        long += words(text).filter(|word| word.chars().count() > 6).count();
        sentences += text
            .split(['.', '!', '?', ':', '\n'])
            .filter(|sentence| words(sentence).next().is_some())
            .count();
    }
    if all == 0 {
        0.0
    } else {
        all as f64 / sentences as f64 + 100.0 * long as f64 / all as f64
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// A message as one reader might meet it.
fn spoken(pieces: &[Piece]) -> String {
    let said = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Arg(_) => "Maja".to_owned(),
        Piece::Choice { by, of, .. } => {
            let default = if let By::Word { default } = by { default } else { "other" };
            of.get(default).map(|inner| spoken(inner)).unwrap_or_default()
        }
    };
    pieces.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn a_staff_word_is_found_in_every_form_and_its_neighbours_are_not() {
        for planted in ["Borgerens ønske", "Det er afvist", "jeres sager", "manglende samarbejde"] {
            assert_eq!(
                said_of(families_meet_no_staff_words, &[(FILE, &format!("a = {planted}\n"))]).len(),
                1,
                "{planted}"
            );
        }
        for clean in ["Vi har sagt stop", "Det skal samles", "En borg"] {
            assert!(
                said_of(families_meet_no_staff_words, &[(FILE, &format!("a = {clean}\n"))]).is_empty(),
                "{clean}"
            );
        }
        assert_eq!(
            said_of(
                families_meet_no_staff_words,
                &[(FILE, "a =\n    Det er\n    en sag\n# en sag\n")]
            ),
            [format!(
                "{FILE}:3: “sag” is a word of the office; say it as a neighbour would"
            )]
        );
        assert!(said_of(families_meet_no_staff_words, &[(FILE, "text-a = jeres sag\n")]).is_empty());
    }

    #[test]
    fn heavy_danish_is_told_of() {
        let heavy =
            "a = Kommunalbestyrelsen iværksætter helhedsorienterede beskæftigelsesrettede foranstaltninger efterfølgende.\n";
        assert_eq!(said_of(danish_is_plain, &[(FILE, heavy)]).len(), 1);
        let plain = "a = Tavlen er jeres. Her skriver vi det, I drømmer om, og det vi aftaler.\nb = Netværksmøde\n";
        assert!(said_of(danish_is_plain, &[(FILE, plain)]).is_empty());
    }

    #[test]
    fn lix_is_words_per_sentence_plus_the_share_of_long_words() {
        assert_eq!(lix(["Vi bor her. Kommunen ringer snart."]), 3.0 + 100.0 / 6.0);
    }

    #[test]
    fn a_language_with_a_gap_is_told_of() {
        let gap = [(FILE, "a = x\nb = y\n"), ("frontend/locales/en.ftl", "a = x\n")];
        assert_eq!(said_of(every_language_is_whole, &gap).len(), 1);
    }
}
