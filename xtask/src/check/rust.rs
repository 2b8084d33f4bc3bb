//! Rust as a flat list of tokens: no comments, no tests, every token with its line.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is_name(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') && self.string().is_none()
    }

    /// What stands between the quotes, if this is a text.
    pub fn string(&self) -> Option<&str> {
        let inner = self
            .text
            .strip_prefix('r')
            .map(|raw| raw.trim_matches('#'))
            .unwrap_or(&self.text);
        inner.strip_prefix('"')?.strip_suffix('"')
    }
}

/// A file's tokens, and the names of the modules in other files that it wants for tests alone.
#[derive(Debug, Default)]
pub struct Source {
    pub tokens: Vec<Token>,
    pub test_modules: Vec<String>,
}

impl Source {
    /// Error: the line where it stops being Rust.
    pub fn read(text: &str) -> Result<Self, usize> {
        let stream: TokenStream = text
            .parse()
            .map_err(|error: proc_macro2::LexError| error.span().start().line)?;
        let mut source = Self::default();
        source.flatten(stream);
        Ok(source)
    }

    fn flatten(&mut self, stream: TokenStream) {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        let mut place = 0;
        while let Some(tree) = trees.get(place) {
            if let Some((name, end)) = test_module(&trees, place) {
                self.test_modules.extend(name);
                place = end;
                continue;
            }
            if let Some(end) = doc_comment(&trees, place) {
                place = end;
                continue;
            }
            place += 1;
            match tree {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::None => ("", ""),
                    };
                    self.tokens.push(Token {
                        text: open.to_owned(),
                        line: group.span_open().start().line,
                    });
                    self.flatten(group.stream());
                    self.tokens.push(Token {
                        text: close.to_owned(),
                        line: group.span_close().start().line,
                    });
                }
                other => self.tokens.push(Token {
                    text: other.to_string(),
                    line: other.span().start().line,
                }),
            }
        }
    }
}

/// Whether the tokens at this place read so.
pub fn reads(tokens: &[Token], place: usize, words: &[&str]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(offset, word)| tokens.get(place + offset).is_some_and(|token| token.text == *word))
}

/// Where `#[cfg(test)] … mod name { … }` or `… mod name;` ends; the name of one that lies in another file.
fn test_module(trees: &[TokenTree], place: usize) -> Option<(Option<String>, usize)> {
    let mut next = place;
    let mut is_test = false;
    let mut path = None;
    while is_punct(trees.get(next)?, '#')
        && let Some(TokenTree::Group(attribute)) = trees.get(next + 1)
    {
        let attribute = attribute.stream().to_string().replace(' ', "");
        is_test |= attribute == "cfg(test)";
        path = attribute
            .strip_prefix("path=\"")
            .map(|path| path.trim_end_matches(".rs\"").to_owned())
            .or(path);
        next += 2;
    }
    if !is_test || trees.get(next)?.to_string() != "mod" {
        return None;
    }
    let is_elsewhere = is_punct(trees.get(next + 2)?, ';');
    let name = path.unwrap_or_else(|| trees[next + 1].to_string());
    Some((is_elsewhere.then_some(name), next + 3))
}

/// Where `#[doc = "…"]`, which is what `///` becomes, ends.
fn doc_comment(trees: &[TokenTree], place: usize) -> Option<usize> {
    if !is_punct(trees.get(place)?, '#') {
        return None;
    }
    let group = if is_punct(trees.get(place + 1)?, '!') {
        place + 2
    } else {
        place + 1
    };
    match trees.get(group)? {
        TokenTree::Group(attribute) if attribute.stream().to_string().starts_with("doc") => Some(group + 1),
        _ => None,
    }
}

fn is_punct(tree: &TokenTree, letter: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        Source::read(source)
            .unwrap()
            .tokens
            .into_iter()
            .map(|token| token.text)
            .collect()
    }

    #[test]
    fn comments_and_tests_are_not_there() {
        let source = "//! Head.\n/// Speaks of sqlx.\nfn a() {} // sqlx\n#[cfg(test)]\nmod tests { use sqlx; }\nfn b() {}\n";
        assert_eq!(texts(source).join(" "), "fn a ( ) { } fn b ( ) { }");
        assert_eq!(
            texts("#[cfg(test)]\n#[path = \"x.rs\"]\nmod tests;\nfn b() {}\n").join(" "),
            "fn b ( ) { }"
        );
    }

    #[test]
    fn a_token_knows_its_line_and_a_text_its_words() {
        let tokens = Source::read("fn a() {\n    say(\"key\", r#\"raw\"#);\n}\n").unwrap().tokens;
        let strings: Vec<_> = tokens
            .iter()
            .filter_map(|token| Some((token.string()?, token.line)))
            .collect();
        assert_eq!(strings, [("key", 2), ("raw", 2)]);
    }
}
