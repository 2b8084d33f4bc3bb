//! Finding words as people type them: without Danish letters, with a slip of the finger, half a word.
//!
//! Every word of the query must be met by a word of what is searched. What is met better comes first: the same
//! letters, then the same letters without their signs, then a beginning, then the middle of a compound, then one
//! wrong letter, then two. Lists in memory, of some thousands at the most; no index is needed.

use std::sync::Arc;

/// How a word of the query was met, the best first; the number is its cost.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Met {
    Same = 0,
    SameFolded = 1,
    Beginning = 3,
    Within = 6,
    OneOff = 10,
    TwoOff = 14,
}

/// Shorter words are not looked for inside of others.
const SHORTEST_WITHIN: usize = 3;

#[derive(Clone, PartialEq, Eq, Debug)]
struct Word {
    /// In small letters.
    written: String,
    /// The letters a–z and digits that are left of it; none of a word in other letters, which is met by itself alone.
    folded: Vec<u8>,
}

/// What can be found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words(Vec<(Arc<Word>, u32)>);

impl Words {
    /// `aside` is the cost of being met in this text, 0 for a name.
    #[must_use]
    pub fn and(mut self, text: &str, aside: u32) -> Self {
        self.0.extend(words(text).map(|word| (Arc::new(word), aside)));
        self
    }

    /// These too, as they are.
    #[must_use]
    pub fn with(mut self, other: &Words) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// How well these words meet the query, 0 the best; `None`: not all of it is met. An empty query is met by all.
    pub fn cost(&self, query: &Query) -> Option<u32> {
        query.0.iter().map(|asked| self.cost_of(asked)).sum()
    }

    /// How the word was met that was met worst; `None`: not all of the query is.
    fn met(&self, query: &Query) -> Option<Met> {
        let best = |asked: &Word| self.0.iter().filter_map(|(word, _)| met(asked, word)).min();
        query
            .0
            .iter()
            .try_fold(Met::Same, |worst, asked| Some(worst.max(best(asked)?)))
    }

    fn name_length(&self) -> usize {
        self.0.iter().filter(|(_, aside)| *aside == 0).count()
    }

    fn cost_of(&self, asked: &Word) -> Option<u32> {
        let costs = self
            .0
            .iter()
            .filter_map(|(word, aside)| Some(met(asked, word)? as u32 + aside));
        costs.min()
    }
}

/// What somebody has typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query(Vec<Word>);

impl Query {
    pub fn new(text: &str) -> Self {
        Self(words(text).collect())
    }
}

/// What meets the query, the best first, of equals the shortest, and otherwise in the order of the list.
pub fn find<'a, T>(list: &'a [T], words: impl Fn(&T) -> &Words, query: &str) -> Vec<&'a T> {
    let query = Query::new(query);
    let mut found: Vec<(u32, &T)> = list.iter().filter_map(|one| Some((words(one).cost(&query)?, one))).collect();
    if !query.0.is_empty() {
        found.sort_by_key(|(cost, one)| (*cost, words(one).name_length()));
    }
    found.into_iter().map(|(_, one)| one).collect()
}

/// Leaves of a list what meets the query as it is typed, in the order of the list. Only where nothing does, slips are
/// forgiven: a name that is typed right is never found among those that are like it.
pub fn keep<T>(list: &mut Vec<T>, query: &Query, words: impl Fn(&T) -> Words) {
    if query.0.is_empty() {
        return;
    }
    let met: Vec<Option<Met>> = list.iter().map(|one| words(one).met(query)).collect();
    let worst = match met.iter().flatten().min() {
        Some(Met::OneOff | Met::TwoOff) => Met::TwoOff,
        _ => Met::Within,
    };
    let mut met = met.into_iter();
    list.retain(|_| met.next().flatten().is_some_and(|met| met <= worst));
}

/// Whether two texts have the same words in the same order, whatever their capitals and signs.
pub fn same_words(one: &str, other: &str) -> bool {
    let same = |(one, other): (Word, Word)| matches!(met(&one, &other), Some(Met::Same | Met::SameFolded));
    words(one).count() == words(other).count() && words(one).zip(words(other)).all(same)
}

fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let is_letter = |c: char| c.is_alphanumeric() || is_mark(c);
    text.split(move |c| !is_letter(c)).filter_map(|word| {
        let written = word.to_lowercase();
        let folded = fold(&written);
        written.contains(char::is_alphanumeric).then_some(Word { written, folded })
    })
}

/// Signs that stand after the letter that they belong to, as some keyboards and file systems write `å`.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Small letters without their signs. `æ`, `ø` and `å`, their spellings `ae`, `oe` and `aa`, and the letters that
/// those who have no Danish keyboard write for them all become `a` or `o`.
fn fold(word: &str) -> Vec<u8> {
    let mut folded = Vec::with_capacity(word.len());
    for c in word.chars().filter(|c| !is_mark(*c)) {
        let letters: &[u8] = match c {
            'a'..='z' | '0'..='9' => &[c as u8],
            'æ' | 'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'ā' | 'ą' => b"a",
            'ø' | 'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ő' | 'œ' => b"o",
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => b"e",
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => b"i",
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => b"u",
            'ý' | 'ÿ' => b"y",
            'ç' | 'ć' | 'č' => b"c",
            'ñ' | 'ń' | 'ň' => b"n",
            'š' | 'ś' | 'ș' | 'ş' => b"s",
            'ž' | 'ź' | 'ż' => b"z",
            'ð' | 'ď' => b"d",
            'ł' => b"l",
            'ř' => b"r",
            'ť' | 'ț' | 'ţ' => b"t",
            'ğ' => b"g",
            'ß' => b"ss",
            'þ' => b"th",
            _ => b"",
        };
        for &letter in letters {
            match (folded.last(), letter) {
                (Some(b'a'), b'a' | b'e') | (Some(b'o'), b'e') => {}
                _ => folded.push(letter),
            }
        }
    }
    folded
}

fn met(asked: &Word, word: &Word) -> Option<Met> {
    let (short, long) = (&asked.folded[..], &word.folded[..]);
    if asked.written == word.written {
        Some(Met::Same)
    } else if short.is_empty() || long.is_empty() {
        // Of letters that have no such signs, nothing is left to forgive.
        word.written.starts_with(&asked.written).then_some(Met::Beginning)
    } else if short == long {
        Some(Met::SameFolded)
    } else if long.starts_with(short) {
        Some(Met::Beginning)
    } else if short.len() >= SHORTEST_WITHIN && long.windows(short.len()).any(|part| part == short) {
        Some(Met::Within)
    } else {
        // A number is another number when one of its digits is another.
        if short.iter().any(u8::is_ascii_digit) {
            return None;
        }
        let allowed = match short.len() {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        match distance_to_beginning(short, long) {
            1 => Some(Met::OneOff),
            2 if allowed == 2 => Some(Met::TwoOff),
            _ => None,
        }
    }
}

/// Letters to change, leave out, put in or swap with their neighbour, to make of `asked` the word or a beginning of it.
fn distance_to_beginning(asked: &[u8], word: &[u8]) -> usize {
    // Three rows of the table: what has been typed before the last letter, before this one, and with it.
    let mut before = vec![0; word.len() + 1];
    let mut last: Vec<usize> = (0..=word.len()).collect();
    let mut row = before.clone();
    for (i, typed) in asked.iter().enumerate() {
        row[0] = i + 1;
        for (j, letter) in word.iter().enumerate() {
            let mut least = (last[j + 1] + 1).min(row[j] + 1).min(last[j] + usize::from(typed != letter));
            if i > 0 && j > 0 && asked[i - 1] == *letter && word[j - 1] == *typed {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.into_iter().min().unwrap_or(asked.len())
}

#[cfg(test)]
mod tests {
    use super::{Query, Words, distance_to_beginning, find, fold, keep};
    use proptest::prelude::*;

    fn cost(word: &str, query: &str) -> Option<u32> {
        Words::default().and(word, 0).cost(&Query::new(query))
    }

    fn folded(word: &str) -> String {
        String::from_utf8(fold(word)).unwrap()
    }

    #[test]
    fn danish_letters_are_found_however_they_are_typed() {
        for typed in ["køkken", "koekken", "kokken", "KØKKEN", "Kökken", "ko\u{308}kken"] {
            assert!(cost("Køkken", typed).is_some_and(|cost| cost <= 1), "{typed}");
        }
        for typed in ["måle", "maale", "male", "ma\u{30a}le"] {
            assert!(cost("måle", typed).is_some_and(|cost| cost <= 1), "{typed}");
        }
        assert_eq!(cost("pædagog", "paedagog"), Some(1));
        assert_eq!(cost("café", "cafe"), Some(1));
        assert_eq!(folded("smørrebrød"), "smorrebrod");
    }

    #[test]
    fn the_better_met_comes_first() {
        let order = [
            cost("male", "male"),
            cost("måle", "male"),
            cost("malerhjælper", "male"),
            cost("bygningsmaler", "male"),
            cost("mate", "male"),
        ];
        assert!(
            order.iter().all(Option::is_some) && order.is_sorted() && order[0] == Some(0),
            "{order:?}"
        );
    }

    #[test]
    fn long_words_forgive_two_slips_and_short_ones_none() {
        assert!(cost("rengøringsassistent", "rengørning").is_some());
        assert!(cost("rengøringsassistent", "regnøring").is_some(), "two neighbours swapped");
        assert!(cost("frisør", "fisør").is_some());
        assert_eq!(cost("frisør", "fasør"), None, "two slips are too many for five letters");
        assert_eq!(cost("sy", "so"), None);
        assert_eq!(cost("sy", "xyz"), None);
    }

    fn kept<'a>(list: &[&'a str], query: &str) -> Vec<&'a str> {
        let mut list = list.to_vec();
        keep(&mut list, &Query::new(query), |text| Words::default().and(text, 0));
        list
    }

    #[test]
    fn slips_are_forgiven_only_where_nothing_is_found_as_it_is_typed() {
        let people = ["Samira Uldum", "Hassan Hedensted", "Hanne Tørring", "Hanna Hedensted"];
        for (typed, found) in [
            ("samria", vec!["Samira Uldum"]),
            ("hassn", vec!["Hassan Hedensted"]),
            ("uldm", vec!["Samira Uldum"]),
            ("hedensteed", vec!["Hassan Hedensted", "Hanna Hedensted"]),
            ("tøring", vec!["Hanne Tørring"]),
            ("torring", vec!["Hanne Tørring"]),
            ("hanne", vec!["Hanne Tørring"]),
            ("hanni", vec!["Hanne Tørring", "Hanna Hedensted"]),
            ("hanni hedensted", vec!["Hanna Hedensted"]),
            ("ole", vec![]),
            ("", people.to_vec()),
        ] {
            assert_eq!(kept(&people, typed), found, "{typed}");
        }
    }

    #[test]
    fn the_same_words_are_the_same_however_they_are_written_and_fewer_are_not() {
        use super::same_words;
        for written in ["Gøre rent", "gøre rent.", "  GORE  rent", "goere, rent"] {
            assert!(same_words("gøre rent", written), "{written}");
        }
        for other in ["gøre", "rent gøre", "gøre rent ude", "gør rent", ""] {
            assert!(!same_words("gøre rent", other), "{other}");
        }
    }

    #[test]
    fn a_number_is_met_by_its_beginning_and_by_no_other_number() {
        let numbers = ["Købmand 12345678", "Smed 12345679"];
        assert_eq!(kept(&numbers, "12345678"), ["Købmand 12345678"]);
        assert_eq!(kept(&numbers, "1234"), numbers);
        assert!(kept(&numbers, "12345670").is_empty());
        assert_eq!(kept(&numbers, "kobmand"), ["Købmand 12345678"]);
        assert_eq!(kept(&numbers, "købmannd"), ["Købmand 12345678"]);
    }

    #[test]
    fn every_word_must_be_met_and_nothing_asked_is_met_by_all() {
        let words = Words::default()
            .and("Butiksmedhjælper, varer på hylder", 0)
            .and("stable op", 20);
        let cost = |query: &str| words.cost(&Query::new(query));
        assert_eq!(cost("hylder varer"), Some(0));
        assert_eq!(cost("stable"), Some(20));
        assert_eq!(cost("hylder fisk"), None);
        assert_eq!(cost(""), Some(0));
        assert_eq!(cost(" , "), Some(0));
        let list = [Words::default().and("b", 0), Words::default().and("a", 0)];
        assert_eq!(find(&list, |one| one, ""), [&list[0], &list[1]]);
    }

    #[test]
    fn a_word_in_other_letters_is_met_by_itself_alone() {
        assert_eq!(cost("Rengøring", "طبخ"), None);
        assert_eq!(cost("طبخ", "طبخ"), Some(0));
        assert_eq!(cost("طبخ", "rengøring"), None);
        assert!(cost("Оксана", "окс").is_some(), "a beginning is one in every alphabet");
    }

    proptest! {
        #[test]
        fn a_word_finds_itself_at_no_cost(word in "[a-zæøå]{1,12}") {
            prop_assert_eq!(cost(&word, &word), Some(0));
        }

        #[test]
        fn a_beginning_is_always_found(word in "[a-z]{1,12}", cut in 1usize..12) {
            prop_assert!(cost(&word, &word[..cut.min(word.len())]).is_some());
        }

        #[test]
        fn one_slip_in_four_letters_or_more_is_always_found(word in "[b-df-np-z]{4,12}", at in 0usize..12, kind in 0u8..4, letter in b'b'..b'd') {
            let mut typed = word.clone().into_bytes();
            let at = at % typed.len();
            match kind {
                0 => typed[at] = letter,
                1 => typed.insert(at, letter),
                2 if typed.len() > 4 => { typed.remove(at); }
                _ if at + 1 < typed.len() => typed.swap(at, at + 1),
                _ => {}
            }
            let typed = String::from_utf8(typed).unwrap();
            prop_assert!(cost(&word, &typed).is_some_and(|cost| cost <= 10), "{} {}", word, typed);
        }

        #[test]
        fn the_distance_is_none_to_a_beginning_and_at_most_all_letters(asked in "[a-d]{0,8}", word in "[a-d]{0,8}") {
            let distance = distance_to_beginning(asked.as_bytes(), word.as_bytes());
            prop_assert!(distance <= asked.len());
            prop_assert_eq!(distance == 0, word.starts_with(&asked));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,20}") {
            let once = folded(&text.to_lowercase());
            prop_assert_eq!(folded(&once), once.clone());
        }

        #[test]
        fn any_text_can_be_looked_for(text in "\\PC{0,40}") {
            let _ = cost("Rengøringsassistent", &text);
        }
    }
}
