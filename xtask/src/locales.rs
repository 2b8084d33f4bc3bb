//! Compiles the Fluent files to one small table per language for the browser.
//!
//! Danish is the source. Every other language must have exactly its keys, use exactly its arguments, and decide by
//! plural categories that it has; otherwise nothing is built. So a table that exists can say everything.
//!
//! A message is a plain text, or a list of pieces: a text, `{"arg": name}`, `{"plural": name, "of": {category: pieces}}`
//! or `{"select": name, "default": value, "of": {value: pieces}}`. Whole numbers stand beside the categories under their
//! digits (`"0"`) and win over them; `other` is always there. An attribute `.hint` of `card` becomes the key `card.hint`.

use crate::{Outcome, files, plurals, pseudo};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub const SOURCE: &str = "da";

/// Reads every `*.ftl` of a folder; gives file name and JSON of each table, pseudo-locales too.
pub fn compile_folder(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    for path in files::list(folder, "ftl")? {
        sources.insert(files::stem(&path), files::read(&path)?);
    }
    let locales = compile(&sources).map_err(|mistakes| mistakes.join("\n"))?;
    Ok(locales
        .iter()
        .map(|locale| (format!("locale-{}.json", locale.lang), locale.to_json()))
        .collect())
}

/// All languages together, since what is wrong in one is seen by looking at the source.
pub fn compile(sources: &BTreeMap<String, String>) -> Result<Vec<Locale>, Vec<String>> {
    let mut mistakes = Vec::new();
    let mut locales = Vec::new();
    for (lang, text) in sources {
        match Locale::parse(lang, text) {
            Ok(locale) => locales.push(locale),
            Err(found) => mistakes.extend(found),
        }
    }
    match locales.iter().find(|locale| locale.lang == SOURCE) {
        Some(source) => locales.iter().for_each(|locale| mistakes.extend(locale.differences(source))),
        None if mistakes.is_empty() => mistakes.push(format!("{SOURCE}.ftl is missing: every text begins there")),
        None => {}
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let made = locales
        .iter()
        .find(|locale| locale.lang == "en")
        .map(|en| [pseudo::longer(en), pseudo::mirrored(en)]);
    locales.extend(made.into_iter().flatten());
    Ok(locales)
}

/// One piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Text(String),
    Arg(String),
    /// By a number's plural category, or by a word with one that stands for all unknown words.
    Choice {
        by: By,
        arg: String,
        of: BTreeMap<String, Vec<Piece>>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum By {
    Plural,
    Word { default: String },
}

#[derive(Clone, Debug)]
pub struct Locale {
    pub lang: String,
    pub dir: &'static str,
    pub messages: BTreeMap<String, Vec<Piece>>,
}

impl Locale {
    pub fn parse(lang: &str, text: &str) -> Result<Self, Vec<String>> {
        let Some(categories) = plurals::categories(lang) else {
            return Err(vec![format!(
                "{lang}.ftl: add the plural categories of `{lang}` to xtask/src/plurals.rs"
            )]);
        };
        let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
            let told = errors.iter().map(|error| {
                let line = text.get(..error.pos.start).unwrap_or(text).lines().count().max(1);
                format!("{lang}.ftl:{line}: {error}")
            });
            told.collect::<Vec<_>>()
        })?;
        let mut patterns = BTreeMap::new();
        let mut mistakes = Vec::new();
        let mut add = |key: String, pattern| {
            if patterns.insert(key.clone(), pattern).is_some() {
                mistakes.push(format!("{lang}.ftl: `{key}` stands there twice"));
            }
        };
        for entry in resource.body {
            let (name, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
            };
            for attribute in attributes {
                add(format!("{name}.{}", attribute.id.name), attribute.value);
            }
            if let Some(value) = value {
                add(name, value);
            }
        }
        let mut compiler = Compiler {
            lang,
            categories,
            patterns: &patterns,
            within: Vec::new(),
            mistakes,
        };
        let mut messages = BTreeMap::new();
        for (key, pattern) in patterns.iter().filter(|(key, _)| !key.starts_with('-')) {
            compiler.within = vec![key.clone()];
            let pieces = compiler.pattern(pattern);
            messages.insert(key.clone(), pieces);
        }
        if compiler.mistakes.is_empty() {
            Ok(Self {
                lang: lang.to_owned(),
                dir: plurals::direction(lang),
                messages,
            })
        } else {
            Err(compiler.mistakes)
        }
    }

    pub fn to_json(&self) -> String {
        let messages: BTreeMap<_, _> = self
            .messages
            .iter()
            .map(|(key, pieces)| (key, message_json(pieces)))
            .collect();
        json!({ "lang": self.lang, "dir": self.dir, "messages": messages }).to_string()
    }

    /// Where this language does not fit the source.
    fn differences(&self, source: &Self) -> Vec<String> {
        let mut found = Vec::new();
        for (key, pieces) in &source.messages {
            let Some(here) = self.messages.get(key) else {
                found.push(format!("{}.ftl: `{key}` is missing; {SOURCE}.ftl has it", self.lang));
                continue;
            };
            let (wanted, used) = (arguments(pieces), arguments(here));
            for name in wanted.difference(&used) {
                found.push(format!(
                    "{}.ftl: `{key}` leaves out ${name}, which {SOURCE}.ftl uses",
                    self.lang
                ));
            }
            for name in used.difference(&wanted) {
                found.push(format!(
                    "{}.ftl: `{key}` uses ${name}, which {SOURCE}.ftl does not hand it",
                    self.lang
                ));
            }
            let (wanted, used) = (selections(pieces), selections(here));
            for (name, values) in &used {
                if wanted.get(name).is_some_and(|wanted| wanted != values) {
                    found.push(format!(
                        "{}.ftl: `{key}` tells other values of ${name} apart than {SOURCE}.ftl",
                        self.lang
                    ));
                }
            }
        }
        for key in self.messages.keys().filter(|key| !source.messages.contains_key(*key)) {
            found.push(format!(
                "{}.ftl: `{key}` is not in {SOURCE}.ftl, where every text begins",
                self.lang
            ));
        }
        found
    }
}

struct Compiler<'a> {
    lang: &'a str,
    categories: &'static [&'static str],
    patterns: &'a BTreeMap<String, Pattern<&'a str>>,
    /// The message being compiled and those it stands inside of, to notice one that holds itself.
    within: Vec<String>,
    mistakes: Vec<String>,
}

impl<'a> Compiler<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => pieces.push(Piece::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => pieces.extend(self.expression(expression)),
            }
        }
        joined(pieces)
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) -> Vec<Piece> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.choice(selector, variants),
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) -> Vec<Piece> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                vec![Piece::Text(
                    fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned(),
                )]
            }
            InlineExpression::NumberLiteral { value } => vec![Piece::Text((*value).to_owned())],
            InlineExpression::VariableReference { id } => vec![Piece::Arg(id.name.to_owned())],
            InlineExpression::MessageReference { id, attribute } => {
                let tail = attribute.as_ref().map(|part| format!(".{}", part.name)).unwrap_or_default();
                self.reference(format!("{}{tail}", id.name))
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => self.reference(format!("-{}", id.name)),
            InlineExpression::TermReference { .. } => {
                self.mistake("hands something to a term, which the browser's tables cannot")
            }
            InlineExpression::FunctionReference { id, .. } => {
                let name = id.name;
                self.mistake(&format!("calls {name}(); hand the message a finished text instead"))
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn reference(&mut self, key: String) -> Vec<Piece> {
        if self.within.contains(&key) {
            return self.mistake(&format!("holds itself by way of `{key}`"));
        }
        let patterns = self.patterns;
        let Some(pattern) = patterns.get(&key) else {
            return self.mistake(&format!("speaks of `{key}`, which is not there"));
        };
        self.within.push(key);
        let pieces = self.pattern(pattern);
        self.within.pop();
        pieces
    }

    fn choice(&mut self, selector: &'a InlineExpression<&'a str>, variants: &'a [Variant<&'a str>]) -> Vec<Piece> {
        let InlineExpression::VariableReference { id } = selector else {
            return self.mistake("chooses by something else than an argument");
        };
        let words = variants.iter().filter_map(|variant| match variant.key {
            VariantKey::Identifier { name } => Some(name),
            VariantKey::NumberLiteral { .. } => None,
        });
        let plural = words.clone().all(|word| plurals::ALL.contains(&word));
        if plural {
            for word in words.filter(|word| !self.categories.contains(word)).collect::<Vec<_>>() {
                let (lang, known) = (self.lang, self.categories.join(", "));
                self.mistake(&format!(
                    "has the plural category [{word}], which `{lang}` does not have; it has {known}"
                ));
            }
        }
        let mut of = BTreeMap::new();
        let mut default = "";
        for variant in variants {
            let name = match variant.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } if value.parse::<u32>().is_ok() => value,
                VariantKey::NumberLiteral { value } => {
                    self.mistake(&format!("tells [{value}] apart; only whole numbers can be"));
                    continue;
                }
            };
            if variant.default {
                default = name;
            }
            if of.insert(name.to_owned(), self.pattern(&variant.value)).is_some() {
                self.mistake(&format!("has [{name}] twice"));
            }
        }
        if plural && default != "other" {
            self.mistake(&format!("counts ${} without *[other] as its default", id.name));
        }
        let by = if plural {
            By::Plural
        } else {
            By::Word {
                default: default.to_owned(),
            }
        };
        vec![Piece::Choice {
            by,
            arg: id.name.to_owned(),
            of,
        }]
    }

    fn mistake(&mut self, what: &str) -> Vec<Piece> {
        let key = self.within.first().map(String::as_str).unwrap_or_default();
        self.mistakes.push(format!("{}.ftl: `{key}` {what}", self.lang));
        Vec::new()
    }
}

/// Neighbouring texts as one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}

fn arguments(pieces: &[Piece]) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Arg(arg) => {
                found.insert(arg.as_str());
            }
            Piece::Choice { arg, of, .. } => {
                found.insert(arg.as_str());
                of.values().for_each(|inner| found.extend(arguments(inner)));
            }
        }
    }
    found
}

/// The values that choices other than plurals tell apart, by argument.
fn selections(pieces: &[Piece]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for piece in pieces {
        if let Piece::Choice { by, arg, of } = piece {
            if *by != By::Plural {
                found.entry(arg).or_default().extend(of.keys().map(String::as_str));
            }
            for (arg, values) in of.values().flat_map(|inner| selections(inner)) {
                found.entry(arg).or_default().extend(values);
            }
        }
    }
    found
}

fn message_json(pieces: &[Piece]) -> Value {
    match pieces {
        [Piece::Text(text)] => Value::from(text.as_str()),
        pieces => pieces_json(pieces),
    }
}

fn pieces_json(pieces: &[Piece]) -> Value {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => Value::from(text.as_str()),
            Piece::Arg(arg) => json!({ "arg": arg }),
            Piece::Choice { by, arg, of } => {
                let of: BTreeMap<_, _> = of.iter().map(|(name, inner)| (name, pieces_json(inner))).collect();
                match by {
                    By::Plural => json!({ "plural": arg, "of": of }),
                    By::Word { default } => json!({ "select": arg, "default": default, "of": of }),
                }
            }
        })
        .collect()
}

#[cfg(test)]
#[path = "locales_tests.rs"]
mod tests;
