//! What families read: whole in every language, plain, and without the words of the office.

use super::{Offence, Tree, words};
use crate::files;
use crate::locales::{self, By, Locale, Piece, SOURCE};
use std::collections::BTreeMap;
use std::path::Path;

/// The board has a file for each language; the server has a folder for each, with the same files in all of them.
pub fn every_language_is_whole(tree: &Tree) -> Vec<Offence> {
    // What is told of → language → text.
    let mut groups: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut add = |group: String, lang: &str, text: &str| {
        groups.entry(group).or_default().insert(lang.to_owned(), text.to_owned());
    };
    for (path, text) in tree.texts("frontend/locales/", ".ftl") {
        add("frontend/locales".to_owned(), &files::stem(Path::new(path)), text);
    }
    for (path, text) in tree.texts(SERVER, ".ftl") {
        if let Some((lang, file)) = path[SERVER.len()..].split_once('/') {
            add(format!("{SERVER}*/{file}"), lang, text);
        }
    }
    let languages: Vec<String> = groups
        .get("frontend/locales")
        .map(|board| board.keys().cloned().collect())
        .unwrap_or_default();
    let mut found = Vec::new();
    for (group, sources) in &groups {
        let mistakes = locales::compile(sources).err().unwrap_or_default();
        found.extend(mistakes.into_iter().map(|mistake| Offence::new(group, 0, mistake)));
        for lang in languages.iter().filter(|lang| !sources.contains_key(*lang)) {
            found.push(Offence::new(group, 0, format!("is missing in `{lang}`")));
        }
    }
    found
}

const SERVER: &str = "backend/locales/";

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
    words::danish(tree).flat_map(|(path, text)| staff_words(path, text)).collect()
}

fn staff_words(path: &str, text: &str) -> Vec<Offence> {
    let mut found = Vec::new();
    let mut key = "";
    for (place, line) in text.lines().enumerate() {
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
                path,
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
    single_words(&text).any(|found| found.strip_prefix(word).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// Readability by Björnsson's LIX: words per sentence, and the share of words longer than six letters. Up to 35 is easy.
const LIX_LIMIT: f64 = 35.0;

pub fn danish_is_plain(tree: &Tree) -> Vec<Offence> {
    let danish: Vec<Locale> = words::danish(tree)
        .filter_map(|(_, text)| Locale::parse(SOURCE, text).ok())
        .collect();
    // A button's two words are no sentence: one long word would make it unreadable by the formula alone.
    let sentences: Vec<(&str, String)> = danish
        .iter()
        .flat_map(|locale| &locale.messages)
        .map(|(key, pieces)| (key.as_str(), spoken(pieces)))
        .filter(|(_, text)| single_words(text).count() >= 5)
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
    vec![Offence::new("frontend/locales and backend/locales", 0, why)]
}

fn lix<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let (mut all, mut long, mut sentences) = (0usize, 0usize, 0usize);
    for text in texts {
        all += single_words(text).count();
        long += single_words(text).filter(|word| word.chars().count() > 6).count();
        sentences += text
            .split(['.', '!', '?', ':', '\n'])
            .filter(|sentence| single_words(sentence).next().is_some())
            .count();
    }
    if all == 0 {
        0.0
    } else {
        all as f64 / sentences as f64 + 100.0 * long as f64 / all as f64
    }
}

fn single_words(text: &str) -> impl Iterator<Item = &str> {
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

    const FILE: &str = "frontend/locales/da.ftl";

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

    #[test]
    fn a_file_of_the_server_is_compared_with_its_namesakes() {
        let board = [(FILE, "a = x\n"), ("frontend/locales/en.ftl", "a = x\n")];
        let [da, en] = ["backend/locales/da/pages.ftl", "backend/locales/en/pages.ftl"];
        let said = |files: &[(&str, &str)]| said_of(every_language_is_whole, &[&board, files].concat());
        assert!(said(&[(da, "b = { $n }\n"), (en, "b = { $n }\n")]).is_empty());
        assert!(said(&[(da, "b = { $n }\n"), (en, "b = { $m }\n")]).len() == 2);
        assert_eq!(
            said(&[(da, "b = x\n")]),
            ["backend/locales/*/pages.ftl:0: is missing in `en`"]
        );
    }
}
