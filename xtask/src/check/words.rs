//! Text lives in the Fluent files; code names it by key.
//!
//! What the board or `shared` says is in `frontend/locales` and loaded by every phone. What only the server says is in
//! `backend/locales`, in as many files as it has features. The server reads both.

use super::rust::{Token, reads};
use super::{Offence, Tree};
use crate::locales::SOURCE;
use std::collections::BTreeMap;

/// Danish, where every text begins.
const BOARD: &str = "frontend/locales/da.ftl";
const SERVER: &str = "backend/locales/da/";

const BOARD_CODE: [&str; 2] = ["frontend/", "shared/src/"];
const SERVER_CODE: [&str; 1] = ["backend/"];

/// The Danish files with their paths.
pub fn danish(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.texts(BOARD, "").chain(tree.texts(SERVER, ".ftl"))
}

pub fn every_key_that_is_said_exists(tree: &Tree) -> Vec<Offence> {
    let mut found = missing(tree, &BOARD_CODE, &messages(tree, &[BOARD]));
    found.extend(missing(tree, &SERVER_CODE, &messages(tree, &[BOARD, SERVER])));
    found
}

fn missing(tree: &Tree, code: &[&str], messages: &[Message<'_>]) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, tokens) in code.iter().flat_map(|side| tree.rust(side)) {
        for key in said(tokens) {
            let text = key.string().unwrap_or_default();
            let is_known = match text.split_once('{') {
                Some((begin, _)) => messages.iter().any(|message| message.key.starts_with(begin)),
                None => messages.iter().any(|message| message.key == text),
            };
            if !is_known {
                found.push(Offence::new(
                    path,
                    key.line,
                    format!("`{text}` is in no {SOURCE}.ftl that is read here; the reader would see the key"),
                ));
            }
        }
    }
    found
}

/// The keys in `say!(words, "key", …)`, `words.get("key")`, `reader.say("key")` and their like; also where a key is put together.
fn said(tokens: &[Token]) -> Vec<&Token> {
    let mut found = Vec::new();
    for place in 0..tokens.len() {
        let key = if reads(tokens, place, &["say", "!", "("]) {
            let mut depth = 0usize;
            let comma = tokens[place + 3..].iter().position(|token| {
                match token.text.as_str() {
                    "(" | "[" | "{" => depth += 1,
                    ")" | "]" | "}" => depth = depth.saturating_sub(1),
                    _ => {}
                }
                depth == 0 && token.text == ","
            });
            comma.map(|comma| place + 3 + comma + 1)
        } else if says_by(tokens, place) {
            Some(place + 4)
        } else {
            None
        };
        let Some(mut key) = key else { continue };
        if reads(tokens, key, &["&"]) {
            key += 1;
        }
        if reads(tokens, key, &["format", "!", "("]) {
            key += 3;
        }
        found.extend(tokens.get(key).filter(|token| token.string().is_some()));
    }
    found
}

/// `words.get(…)` and `reader.say(…)`, whose first argument is a key.
fn says_by(tokens: &[Token], place: usize) -> bool {
    let speakers: [(&str, &[&str]); 2] = [
        ("words", &["get", "with", "has", "say"]),
        ("reader", &["say", "say_with", "say_count"]),
    ];
    let calls = |(speaker, calls): &(&str, &[&str])| calls.iter().any(|call| reads(tokens, place, &[speaker, ".", call, "("]));
    speakers.iter().any(calls)
}

pub fn every_message_is_used(tree: &Tree) -> Vec<Offence> {
    let (board, server) = (Sayer::of(tree, &BOARD_CODE), Sayer::of(tree, &SERVER_CODE));
    let mut found = unused(&messages(tree, &[BOARD]), &board, &server, "backend/locales");
    found.extend(unused(&messages(tree, &[SERVER]), &server, &board, "frontend/locales"));
    found
}

fn unused(messages: &[Message<'_>], own: &Sayer<'_>, other: &Sayer<'_>, others: &str) -> Vec<Offence> {
    let idle = messages
        .iter()
        .filter(|message| !own.says(message.key) && !message.is_in_another());
    idle.map(|message| {
        let key = message.key;
        let why = if other.says(key) {
            format!("`{key}` belongs in {others}: here nobody says it, and every reader here would load it")
        } else {
            format!("nobody says `{key}`; every translator would have to write it")
        };
        Offence::new(message.path, message.line, why)
    })
    .collect()
}

/// All texts in the code of one side. A key is one of them, or begins like one.
struct Sayer<'a> {
    whole: Vec<&'a str>,
    /// `format!("column-{}", …)` and `column-${…}` use every message that begins so.
    begun: Vec<&'a str>,
}

impl<'a> Sayer<'a> {
    fn of(tree: &'a Tree, code: &[&'a str]) -> Self {
        let mut whole: Vec<&str> = Vec::new();
        for side in code {
            for (_, tokens) in tree.rust(side) {
                whole.extend(tokens.iter().filter_map(Token::string));
            }
            for (_, text) in tree.texts(side, ".js") {
                whole.extend(text.split(['\'', '"', '`']));
            }
        }
        let begins = whole.iter().map(|text| text.split(['{', '$']).next().unwrap_or_default());
        let begun = begins.filter(|begin| begin.len() > 2 && begin.ends_with('-')).collect();
        Self { whole, begun }
    }

    fn says(&self, key: &str) -> bool {
        self.whole.contains(&key) || self.begun.iter().any(|begin| key.starts_with(begin))
    }
}

struct Message<'a> {
    key: &'a str,
    path: &'a str,
    line: usize,
    /// The whole file.
    text: &'a str,
}

impl Message<'_> {
    fn is_in_another(&self) -> bool {
        ["{ KEY }", "{KEY}", "{ KEY."]
            .iter()
            .any(|sign| self.text.contains(&sign.replace("KEY", self.key)))
    }
}

/// The messages of the Danish files whose path begins so.
fn messages<'a>(tree: &'a Tree, begins: &[&str]) -> Vec<Message<'a>> {
    let mut found = Vec::new();
    for (path, text) in danish(tree).filter(|(path, _)| begins.iter().any(|begin| path.starts_with(begin))) {
        for (place, line) in text.lines().enumerate() {
            let Some((key, _)) = line.split_once('=') else { continue };
            let key = key.trim_end();
            let is_key = key.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !key.contains(' ');
            if is_key {
                let line = place + 1;
                found.push(Message { key, path, line, text });
            }
        }
    }
    found
}

pub fn every_key_stands_in_one_file(tree: &Tree) -> Vec<Offence> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for message in messages(tree, &[BOARD, SERVER]) {
        if let Some(path) = first.insert(message.key, message.path).filter(|path| *path != message.path) {
            let why = format!(
                "`{}` stands in {path} too; the server would say only one of them",
                message.key
            );
            found.push(Offence::new(message.path, message.line, why));
        }
    }
    found
}

pub fn no_text_stands_in_code(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, tokens) in ["frontend/src/", "backend/src/pages/"]
        .into_iter()
        .flat_map(|side| tree.rust(side))
    {
        for (place, token) in tokens.iter().enumerate() {
            let Some(text) = token.string().filter(|text| is_prose(text)) else {
                continue;
            };
            let between =
                |open: &str, close: &str| place > 0 && tokens[place - 1].text == open && reads(tokens, place + 1, &[close]);
            let attribute = ["label", "title", "placeholder", "alt", "description", "roledescription"];
            let is_attribute = place > 1 && tokens[place - 1].text == "=" && attribute.contains(&tokens[place - 2].text.as_str());
            if between("{", "}") || between(">", "<") || is_attribute {
                found.push(Offence::new(
                    path,
                    token.line,
                    format!("“{text}” stands in code; put it into the Fluent files of both languages and say its key"),
                ));
            }
        }
    }
    found
}

/// Words for a reader, as far as one can tell: begins like a sentence and is no name of a key on the keyboard.
fn is_prose(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    let begins = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|letter| letter.is_lowercase() || letter == ' ');
    let keyboard = [
        "Arrow",
        "Page",
        "Home",
        "End",
        "Escape",
        "Enter",
        "Tab",
        "Delete",
        "Backspace",
        "Shift",
        "Control",
    ];
    begins && !keyboard.iter().any(|key| text.starts_with(key) && !text.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    const DA: (&str, &str) = (
        BOARD,
        "hello = Hej\ncolumn-dreams = Det drømmer vi om\nwait = { $n ->\n    [one] et\n   *[other] flere\n}\n",
    );

    #[test]
    fn a_key_that_nobody_wrote_is_told_of() {
        for planted in [
            "fn a() { say!(words, \"helo\"); }",
            "fn a() { say!(self.words(a, b), \"helo\", name: x); }",
            "fn a() { words.get(\"helo\"); }",
            "fn a() { say!(words, &format!(\"colum-{}\", x)); }",
        ] {
            assert_eq!(
                said_of(every_key_that_is_said_exists, &[DA, ("frontend/src/a.rs", planted)]).len(),
                1,
                "{planted}"
            );
        }
        let clean = "fn a() { say!(words, \"hello\"); say!(words, &format!(\"column-{}\", x)); map.get(\"other\"); }";
        assert!(said_of(every_key_that_is_said_exists, &[DA, ("frontend/src/a.rs", clean)]).is_empty());
    }

    #[test]
    fn a_message_that_nobody_says_is_told_of_with_its_line() {
        let code = (
            "frontend/src/a.rs",
            "fn a() { say!(words, \"hello\"); say!(words, &format!(\"column-{}\", x)); }",
        );
        assert_eq!(
            said_of(every_message_is_used, &[DA, code]),
            ["frontend/locales/da.ftl:3: nobody says `wait`; every translator would have to write it"]
        );
        let loader = ("frontend/web/a.js", "show('wait');");
        assert!(said_of(every_message_is_used, &[DA, code, loader]).is_empty());
    }

    #[test]
    fn a_message_lies_with_those_who_say_it() {
        let page = ("backend/src/a.rs", "fn a() { reader.say(\"hello\"); reader.say(\"bye\"); }");
        let board = ("frontend/src/a.rs", "fn a() { say!(words, \"hello\"); }");
        let board_file = (BOARD, "hello = Hej\n");
        let server_file = ("backend/locales/da/pages.ftl", "bye = Farvel\n");
        let clean = [board_file, server_file, page, board];
        assert!(said_of(every_message_is_used, &clean).is_empty());
        assert!(said_of(every_key_that_is_said_exists, &clean).is_empty());

        let too_early = said_of(every_message_is_used, &[(BOARD, "hello = Hej\nbye = Farvel\n"), page, board]);
        assert!(
            too_early.len() == 1 && too_early[0].contains("`bye` belongs in backend/locales"),
            "{too_early:?}"
        );
        let out_of_reach = [("backend/locales/da/pages.ftl", "bye = Farvel\nhello = Hej\n"), page, board];
        assert_eq!(said_of(every_key_that_is_said_exists, &out_of_reach).len(), 1);
    }

    #[test]
    fn a_key_in_two_files_is_told_of() {
        let twice = [(BOARD, "hello = Hej\n"), ("backend/locales/da/pages.ftl", "hello = Goddag\n")];
        assert_eq!(said_of(every_key_stands_in_one_file, &twice).len(), 1);
    }

    #[test]
    fn words_in_code_are_told_of_and_names_of_things_are_not() {
        for planted in [
            "fn a() { html! { <p>{ \"Vores plan\" }</p> } }",
            "fn a() { html! { <p>\"Gem\"</p> } }",
            "fn a() { html! { <a aria-label=\"Luk\"></a> } }",
        ] {
            assert_eq!(
                said_of(no_text_stands_in_code, &[("frontend/src/a.rs", planted)]).len(),
                1,
                "{planted}"
            );
        }
        let clean = "fn a() -> &'static str { if b { \"card open\" } else { \"ArrowLeft\" } }";
        assert!(said_of(no_text_stands_in_code, &[("frontend/src/a.rs", clean)]).is_empty());
    }
}
