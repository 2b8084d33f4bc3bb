//! The texts of one language, as xtask compiled them from Fluent. No text stands in code.
//!
//! Pure: which plural a number takes is handed in, because the browser's `Intl` knows and a test may say.

use crate::json::{self, Json, Unreadable};
use std::fmt;

/// One language's messages.
pub struct Words {
    pub lang: String,
    pub rtl: bool,
    /// In the order of their keys.
    messages: Vec<(String, Json)>,
    plural: Box<dyn Fn(i64) -> String>,
}

/// What stands in for a name in a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(number as i64)
    }
}

/// `say!(words, "key", name: "Maja", n: 3)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr) => { $words.get($key) };
    ($words:expr, $key:expr, $($name:ident: $value:expr),+ $(,)?) => {
        $words.with($key, &[$((stringify!($name), $crate::words::Arg::from($value))),+])
    };
}

impl Words {
    /// Reads a compiled table. `plural` gives the category (`one`, `few`, `other` …) of a number.
    ///
    /// Errors: the text is not such a table.
    pub fn parse(text: &str, plural: impl Fn(i64) -> String + 'static) -> Result<Self, Unreadable> {
        let table = json::parse(text)?;
        let word = |name: &str| table.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let (lang, rtl) = (word("lang"), word("dir") == "rtl");
        let mut messages: Vec<(String, Json)> = vec![];
        let Some(Json::Object(pairs)) = table.get("messages") else {
            return Err(Unreadable);
        };
        for (key, message) in pairs {
            // They come in order already, so this is at the end.
            let index = messages.partition_point(|(known, _)| known < key);
            messages.insert(index, (key.clone(), message.clone()));
        }
        Ok(Words {
            lang,
            rtl,
            messages,
            plural: Box::new(plural),
        })
    }

    /// The rest of every key that begins so, in order.
    pub fn keys_after<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.messages.iter().filter_map(move |(key, _)| key.strip_prefix(prefix))
    }

    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with its names filled in; the key itself where the table lacks it, so that a gap is seen.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut out = String::new();
        match self.messages.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
            Ok(index) => self.write(&self.messages[index].1, args, &mut out),
            Err(_) => out.push_str(key),
        }
        out
    }

    fn write(&self, part: &Json, args: &[(&str, Arg<'_>)], out: &mut String) {
        let find = |name: &Json| {
            args.iter()
                .find(|(known, _)| name.as_str() == Some(known))
                .map(|(_, arg)| *arg)
        };
        match part {
            Json::Text(text) => out.push_str(text),
            Json::List(parts) => parts.iter().for_each(|part| self.write(part, args, out)),
            Json::Object(_) => {
                if let Some(name) = part.get("arg") {
                    if let Some(arg) = find(name) {
                        self.write_arg(arg, out);
                    }
                } else if let (Some(name), Some(of)) = (part.get("plural").or_else(|| part.get("select")), part.get("of")) {
                    let chosen = find(name).and_then(|arg| self.choose(arg, of));
                    let default = || part.get("default").and_then(Json::as_str).and_then(|key| of.get(key));
                    if let Some(variant) = chosen.or_else(default).or_else(|| of.get("other")) {
                        self.write(variant, args, out);
                    }
                }
            }
            _ => {}
        }
    }

    fn choose<'a>(&self, arg: Arg<'_>, of: &'a Json) -> Option<&'a Json> {
        match arg {
            Arg::Text(text) => of.get(text),
            Arg::Number(number) => of.get(&number.to_string()).or_else(|| of.get(&(self.plural)(number))),
        }
    }

    /// A name from another script must not turn the sentence around it.
    fn write_arg(&self, arg: Arg<'_>, out: &mut String) {
        const ISOLATE: char = '\u{2068}';
        const END: char = '\u{2069}';
        match arg {
            Arg::Number(number) => out.push_str(&number.to_string()),
            Arg::Text(text) if self.rtl => {
                out.push(ISOLATE);
                out.push_str(text);
                out.push(END);
            }
            Arg::Text(text) => out.push_str(text),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({}, {} messages)", self.lang, self.messages.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    const TABLE: &str = r#"{"lang":"da","dir":"ltr","messages":{
        "yes":"Ja",
        "call":["Ring til ",{"arg":"name"}],
        "cards":[{"plural":"n","of":{"one":[{"arg":"n"}," kort"],"other":[{"arg":"n"}," korter"]}}],
        "days":[{"plural":"n","of":{"0":["I dag"],"one":["I morgen"],"other":["Om ",{"arg":"n"}," dage"]}}],
        "where":[{"select":"kind","default":"goal","of":{"dream":"drøm","goal":["mål ",{"select":"column","of":{"network":"N","other":"A"}}]}}]
    }}"#;

    fn words(table: &str) -> Words {
        Words::parse(table, |n| if n == 1 { "one".into() } else { "other".into() }).unwrap()
    }

    #[test]
    fn a_name_is_put_into_its_sentence() {
        assert_eq!(say!(words(TABLE), "call", name: "Karin"), "Ring til Karin");
    }

    #[test]
    fn a_number_takes_its_plural() {
        let words = words(TABLE);
        assert_eq!(say!(words, "cards", n: 1), "1 kort");
        assert_eq!(say!(words, "cards", n: 7), "7 korter");
    }

    #[test]
    fn an_exact_number_comes_before_its_plural() {
        let words = words(TABLE);
        assert_eq!(say!(words, "days", n: 0), "I dag");
        assert_eq!(say!(words, "days", n: 5), "Om 5 dage");
    }

    #[test]
    fn a_choice_inside_a_choice_falls_back_on_its_default() {
        let words = words(TABLE);
        assert_eq!(say!(words, "where", kind: "dream", column: "x"), "drøm");
        assert_eq!(say!(words, "where", kind: "unknown", column: "network"), "mål N");
        assert_eq!(say!(words, "where", kind: "goal", column: "x"), "mål A");
    }

    #[test]
    fn a_missing_message_shows_its_key() {
        assert_eq!(words(TABLE).get("no-such-key"), "no-such-key");
    }

    #[test]
    fn names_are_isolated_where_text_runs_from_the_right() {
        let words = words(&TABLE.replace("ltr", "rtl"));
        assert_eq!(say!(words, "call", name: "Karin"), "Ring til \u{2068}Karin\u{2069}");
    }

    #[test]
    fn what_is_not_a_table_is_an_error() {
        assert!(Words::parse("[]", |_| String::new()).is_err());
        assert!(Words::parse("{", |_| String::new()).is_err());
    }
}
