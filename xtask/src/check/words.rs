//! Text lives in the Fluent files; code names it by key.

use super::rust::{Token, reads};
use super::{Offence, Tree};
use crate::locales::SOURCE;
use std::collections::BTreeMap;

const CODE: [&str; 3] = ["frontend/src/", "backend/src/", "shared/src/"];

pub fn every_key_that_is_said_exists(tree: &Tree) -> Vec<Offence> {
    let messages = messages(tree);
    let mut found = Vec::new();
    for (path, tokens) in CODE.into_iter().flat_map(|side| tree.rust(side)) {
        for key in said(tokens) {
            let text = key.string().unwrap_or_default();
            let is_known = match text.split_once('{') {
                Some((begin, _)) => messages.keys().any(|message| message.starts_with(begin)),
                None => messages.contains_key(text),
            };
            if !is_known {
                found.push(Offence::new(
                    path,
                    key.line,
                    format!("`{text}` is not in {SOURCE}.ftl; the reader would see the key"),
                ));
            }
        }
    }
    found
}

/// The keys in `say!(words, "key", …)`, `words.get("key")` and their like; also where a key is put together.
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
        } else if tokens[place].text == "words"
            && ["get", "with", "has", "say"]
                .iter()
                .any(|call| reads(tokens, place + 1, &[".", call, "("]))
        {
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

pub fn every_message_is_used(tree: &Tree) -> Vec<Offence> {
    let mut whole: Vec<&str> = Vec::new();
    for (_, tokens) in CODE.into_iter().flat_map(|side| tree.rust(side)) {
        whole.extend(tokens.iter().filter_map(Token::string));
    }
    for (_, text) in tree.texts("frontend/", ".js").chain(tree.texts("backend/", ".js")) {
        whole.extend(text.split(['\'', '"', '`']));
    }
    // `format!("column-{}", …)` and `column-${…}` use every message that begins so.
    let begins = whole.iter().map(|text| text.split(['{', '$']).next().unwrap_or_default());
    let begun: Vec<&str> = begins.filter(|begin| begin.len() > 2 && begin.ends_with('-')).collect();
    let used = |key: &str| whole.contains(&key) || begun.iter().any(|begin| key.starts_with(begin));
    let text = tree.text(FILE).unwrap_or_default();
    let named = |key: &str| {
        ["{ KEY }", "{KEY}", "{ KEY."]
            .iter()
            .any(|sign| text.contains(&sign.replace("KEY", key)))
    };
    let mut found = Vec::new();
    for (key, line) in messages(tree).into_iter().filter(|(key, _)| !used(key) && !named(key)) {
        let why = format!("nobody says `{key}`; every translator would have to write it");
        found.push(Offence::new(FILE, line, why));
    }
    found
}

const FILE: &str = "frontend/locales/da.ftl";

/// The keys of the source language with their lines.
fn messages(tree: &Tree) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (place, line) in tree.text(FILE).unwrap_or_default().lines().enumerate() {
        let Some((key, _)) = line.split_once('=') else { continue };
        let key = key.trim_end();
        let is_key = key.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !key.contains(' ');
        if is_key {
            found.insert(key.to_owned(), place + 1);
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
                    format!("“{text}” stands in code; put it into {SOURCE}.ftl and en.ftl and say its key"),
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
        FILE,
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
