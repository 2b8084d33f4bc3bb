//! Who reads the page: their language, and which way it runs.

use crate::words::{Lang, Value, Words};
use crate::zone::WallTime;
use shared::day::Day;
use shared::matching::week::Quarters;

/// The languages that a page can be asked for by `?lang=`. The last two are made up: they show where words
/// would be cut off when they are longer, and what happens when they run from the right.
pub const CHOICES: [Choice; 4] = [
    Choice {
        tag: "da",
        key: "language-da",
        dir: "ltr",
    },
    Choice {
        tag: "en",
        key: "language-en",
        dir: "ltr",
    },
    Choice {
        tag: "en-XA",
        key: "language-en-xa",
        dir: "ltr",
    },
    Choice {
        tag: "ar-XB",
        key: "language-ar-xb",
        dir: "rtl",
    },
];

/// The days of the week from Monday on, as forms and the Fluent files name them.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// As `lang` writes it.
    pub tag: &'static str,
    /// Its name in the Fluent files.
    pub key: &'static str,
    pub dir: &'static str,
}

/// The language of one page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reader {
    pub choice: Choice,
    lang: Lang,
    voice: &'static str,
}

impl Reader {
    /// `chosen` comes from the address and counts before what the browser prefers.
    pub fn new(chosen: Option<&str>, preferred: Lang) -> Reader {
        let by_tag = |tag: &str| CHOICES.into_iter().find(|choice| choice.tag.eq_ignore_ascii_case(tag));
        let choice = chosen
            .and_then(by_tag)
            .or_else(|| by_tag(preferred.tag()))
            .unwrap_or(CHOICES[0]);
        let lang = if choice.tag == Lang::Da.tag() { Lang::Da } else { Lang::En };
        Reader {
            choice,
            lang,
            voice: "other",
        }
    }

    /// For whoever reads about themselves: sentences that say "you" to them. The Fluent files have it as `$voice`.
    pub fn own(self) -> Reader {
        Reader { voice: "own", ..self }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// As `lang` has it of what companies and consultants have written: Danish, on a page that is not.
    pub fn danish(&self) -> Option<&'static str> {
        (self.lang != Lang::Da).then_some(Lang::Da.tag())
    }

    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    pub fn say_with(&self, key: &str, args: &[(&'static str, &str)]) -> String {
        let all = [("voice", self.voice)].into_iter().chain(args.iter().copied());
        let all: Vec<(&'static str, Value<'_>)> = all.map(|(name, value)| (name, Value::from(value))).collect();
        Words::say(self.lang, key, &all)
    }

    /// A sentence that depends on how many.
    pub fn say_count(&self, key: &str, n: u32) -> String {
        self.say_count_with(key, n, &[])
    }

    pub fn say_count_with(&self, key: &str, n: u32, args: &[(&'static str, &str)]) -> String {
        let mut all = vec![("voice", Value::from(self.voice)), ("n", Value::from(n))];
        all.extend(args.iter().map(|(name, value)| (*name, Value::from(*value))));
        Words::say(self.lang, key, &all)
    }

    /// A day in words: "30. november".
    pub fn date(&self, day: Day) -> String {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let (_, month, day) = day.parts();
        let month = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        let month = self.say_with("page-month", &[("case", month)]);
        self.say_with("page-date", &[("day", &day.to_string()), ("month", &month)])
    }

    /// A day that may be read in another year: "30. november 2026".
    pub fn full_date(&self, day: Day) -> String {
        format!("{} {}", self.date(day), day.parts().0)
    }

    /// Hundredths as people write them: "12,40" in Danish, "12.40" in English.
    pub fn hundredths(&self, number: i64) -> String {
        let sign = if number < 0 { "−" } else { "" };
        let (whole, part) = (number.abs() / 100, number.abs() % 100);
        let whole = format!("{sign}{whole}");
        self.say_with("decimal", &[("whole", &whole), ("part", &format!("{part:02}"))])
    }

    /// A day as people speak of it: "I dag", "I går", "søndag 22. november".
    pub fn day(&self, day: Day, today: Day) -> String {
        match today.days_since(day) {
            0 => return self.say("page-today"),
            1 => return self.say("page-yesterday"),
            _ => {}
        }
        let weekday = WEEKDAYS.get(usize::from(day.weekday())).copied().unwrap_or_default();
        let weekday = self.say_with("page-weekday", &[("case", weekday)]);
        self.say_with("page-weekday-date", &[("weekday", &weekday), ("date", &self.date(day))])
    }

    /// A time of the day: "14.05".
    pub fn time(&self, time: WallTime) -> String {
        let (hour, minute) = (time.hour.to_string(), format!("{:02}", time.minute));
        self.say_with("page-time", &[("hour", &hour), ("minute", &minute)])
    }

    /// An address of ours that keeps the language.
    pub fn link(&self, path: &str) -> String {
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}lang={}", self.choice.tag)
    }
}

/// Hours as people write them: "15", "12½", "29¼".
pub fn hours_of(quarters: Quarters) -> String {
    let part = ["", "¼", "½", "¾"][usize::from(quarters.0 % 4)];
    match quarters.0 / 4 {
        0 if !part.is_empty() => part.to_owned(),
        hours => format!("{hours}{part}"),
    }
}

/// Lines in somebody's own words, one after another: each ends as a sentence does.
pub fn sentences<'a>(lines: impl IntoIterator<Item = &'a String>) -> String {
    let lines = lines.into_iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let is_open = |line: &str| line.ends_with(|letter: char| letter.is_alphanumeric() || letter == ')');
    let ended = lines.map(|line| if is_open(line) { format!("{line}.") } else { line.to_owned() });
    ended.collect::<Vec<String>>().join(" ")
}

/// The first words of a text, of at most so many letters; a word that is longer than that alone is cut within.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    // One less: the sign that there is more is a letter too. The blank after the last word is looked for as well.
    let letters: String = text.chars().take(most).collect();
    let whole: String = text.chars().take(most.saturating_sub(1)).collect();
    let words = letters.rsplit_once(' ').map_or(whole.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([' ', '·', ',', ':']))
}

#[cfg(test)]
mod tests {
    use super::{Reader, sentences, shortened};
    use crate::words::Lang;

    #[test]
    fn the_address_counts_before_the_browser_and_nonsense_counts_for_nothing() {
        assert_eq!(Reader::new(Some("en"), Lang::Da).choice.tag, "en");
        assert_eq!(Reader::new(Some("xx"), Lang::En).choice.tag, "en");
        assert_eq!(Reader::new(None, Lang::Da).choice.tag, "da");
    }

    #[test]
    fn lines_in_own_words_become_sentences() {
        let said = |lines: &[&str]| sentences(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            said(&["Jeg er god til at få ro på børn", " Jeg kan bage "]),
            "Jeg er god til at få ro på børn. Jeg kan bage."
        );
        assert_eq!(
            said(&["Jeg laver mad til mange.", "Hvad med dyr?", ""]),
            "Jeg laver mad til mange. Hvad med dyr?"
        );
        assert_eq!(said(&[]), "");
    }

    #[test]
    fn danish_is_marked_where_the_page_is_not() {
        let danish = |tag| Reader::new(Some(tag), Lang::Da).danish();
        assert_eq!(["da", "en", "ar-XB"].map(danish), [None, Some("da"), Some("da")]);
    }

    #[test]
    fn a_long_text_ends_with_a_word_and_says_that_there_is_more() {
        for (text, short) in [
            ("Uldum · rengøring", "Uldum · rengøring"),
            ("Uldum · rengøring · praktik", "Uldum · rengøring…"),
            ("Uldum · rengøringshjælper", "Uldum…"),
            ("ÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅ", "ÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅ…"),
            ("", ""),
        ] {
            assert_eq!(shortened(text, 18), short);
            assert!(shortened(text, 18).chars().count() <= 18);
        }
    }

    #[test]
    fn the_made_up_language_from_the_right_runs_from_the_right() {
        let reader = Reader::new(Some("ar-XB"), Lang::Da);
        assert_eq!((reader.choice.dir, reader.lang()), ("rtl", Lang::En));
        assert_eq!(reader.link("/"), "/?lang=ar-XB");
    }

    #[test]
    fn a_day_is_written_in_words() {
        let day = "2026-11-30".parse().unwrap();
        assert_eq!(Reader::new(Some("da"), Lang::Da).date(day), "30. november");
        assert_eq!(Reader::new(Some("en"), Lang::Da).date(day), "30 November");
        let reader = Reader::new(Some("da"), Lang::Da);
        assert_eq!(reader.day(day, day), "I dag");
        assert_eq!(reader.day(day, day.plus(1)), "I går");
        assert_eq!(reader.day(day, day.plus(2)), "Mandag 30. november");
    }
}
