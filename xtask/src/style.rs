//! The style sheets, as the one file that every board adopts.

use crate::{Outcome, files};
use std::path::Path;

/// These come first, because the others use their values and refine their rules; the rest follows by name.
const FIRST: [&str; 2] = ["tokens", "board"];

pub fn sheet(folder: &Path) -> Outcome<String> {
    let mut paths = files::list(folder, "css")?;
    if paths.is_empty() {
        return Err(format!("{}: there is no style sheet", folder.display()).into());
    }
    paths.sort_by_key(|path| {
        let name = files::stem(path);
        (FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len()), name)
    });
    let mut sheet = String::new();
    for path in paths {
        sheet.push_str(&smaller(&files::read(&path)?));
    }
    Ok(sheet)
}

/// Without comments and without space that means nothing. Nothing else is touched: brotli does the rest.
pub fn smaller(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut letters = css.chars().peekable();
    let mut space = false;
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'*') => {
                letters.next();
                let mut before = ' ';
                for inside in letters.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                // A comment parts two words as a space does.
                space = true;
            }
            '"' | '\'' => {
                put_space(&mut out, &mut space, letter);
                out.push(letter);
                let mut escaped = false;
                for inside in letters.by_ref() {
                    out.push(inside);
                    if inside == letter && !escaped {
                        break;
                    }
                    escaped = inside == '\\' && !escaped;
                }
            }
            _ if letter.is_whitespace() => space = true,
            _ => {
                put_space(&mut out, &mut space, letter);
                if letter == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(letter);
            }
        }
    }
    out
}

/// A space between `}` and a selector means nothing; between two selectors, or around the `+` of `calc`, it means a lot.
fn put_space(out: &mut String, space: &mut bool, next: char) {
    let is_between = |letter: char| matches!(letter, '{' | '}' | ';' | ',');
    if *space && !out.is_empty() && !is_between(next) && !out.ends_with(is_between) {
        out.push(' ');
    }
    *space = false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_space_go_and_meaning_stays() {
        let css = "/* why */\n.card  .who {\n  margin-block: calc(1px + 2px);\n  content: \"a /* b */  c\";\n}\n\n@media (width > 3px) { :host { color: red; } }\n";
        assert_eq!(
            smaller(css),
            ".card .who{margin-block: calc(1px + 2px);content: \"a /* b */  c\"}@media (width > 3px){:host{color: red}}"
        );
    }

    #[test]
    fn a_comment_parts_words_and_an_open_one_ends_the_sheet() {
        assert_eq!(smaller("a/**/b{}"), "a b{}");
        assert_eq!(smaller("a{} /* open"), "a{}");
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_text() {
        assert_eq!(smaller(r#"a{content:"\"  x"}  b{}"#), r#"a{content:"\"  x"}b{}"#);
    }
}
