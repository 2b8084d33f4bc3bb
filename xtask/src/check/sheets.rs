//! Style sheets: they must work from right to left, and inside any page.

use super::{Offence, Tree};

const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
const SIDED: [&str; 6] = ["margin", "padding", "border", "inset", "scroll-margin", "scroll-padding"];
/// Properties whose values may name a side.
const SIDED_VALUES: [&str; 4] = ["text-align", "float", "clear", "caption-side"];

/// The board's style sheets, and those of the pages around it.
fn sheets(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.texts("frontend/", ".css").chain(tree.texts("backend/", ".css"))
}

pub fn sheets_know_no_left_and_right(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, text) in sheets(tree) {
        for declaration in declarations(text) {
            let (name, value) = (declaration.name.as_str(), declaration.value.as_str());
            let is_side = SIDES.contains(&name) || SIDED.iter().any(|family| names_a_side(name, family));
            let has_side = SIDED_VALUES.contains(&name) && value.split_whitespace().any(|word| SIDES.contains(&word));
            if is_side || has_side {
                let why = format!(
                    "`{name}: {value}` names a side of the screen; Arabic starts on the other one: use -inline-start, -block-end, start, end"
                );
                found.push(Offence::new(path, declaration.line, why));
            }
        }
    }
    found
}

pub fn sheets_use_no_root_size(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, text) in sheets(tree) {
        for (line, text) in without_comments(text).lines().enumerate() {
            let is_rem = |place: usize| {
                let before = text[..place]
                    .chars()
                    .next_back()
                    .is_some_and(|letter| letter.is_ascii_digit() || letter == '.');
                let after = text[place + 3..]
                    .chars()
                    .next()
                    .is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
                before && !after
            };
            if text.match_indices("rem").any(|(place, _)| is_rem(place)) {
                let why = "`rem` follows the host page's root, which may be 62.5 %; sizes follow --fpb-font-size (use em)";
                found.push(Offence::new(path, line + 1, why));
            }
        }
    }
    found
}

/// `border-left-color`, `border-top-left-radius`; not `border-block`.
fn names_a_side(name: &str, family: &str) -> bool {
    name.strip_prefix(family)
        .and_then(|rest| rest.strip_prefix('-'))
        .is_some_and(|rest| rest.split('-').any(|word| SIDES.contains(&word)))
}

struct Declaration {
    name: String,
    value: String,
    line: usize,
}

fn declarations(css: &str) -> Vec<Declaration> {
    let css = without_comments(css);
    let mut found = Vec::new();
    let mut begin = 0;
    for (place, letter) in css.char_indices() {
        if !matches!(letter, ';' | '{' | '}') {
            continue;
        }
        // What ends in `{` is a selector or a condition.
        if letter != '{'
            && let Some((name, value)) = css[begin..place].split_once(':')
        {
            let lead = css[begin..place].len() - css[begin..place].trim_start().len();
            let line = css[..begin + lead].matches('\n').count() + 1;
            found.push(Declaration {
                name: name.trim().to_lowercase(),
                value: value.trim().to_lowercase(),
                line,
            });
        }
        begin = place + 1;
    }
    found
}

/// Comments become blanks, so that lines keep their numbers.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(begin) = rest.find("/*") {
        let end = rest[begin..].find("*/").map_or(rest.len(), |end| begin + end + 2);
        out.push_str(&rest[..begin]);
        out.extend(rest[begin..end].chars().filter(|letter| *letter == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn a_side_of_the_screen_is_refused() {
        for planted in [
            "margin-left: 1px",
            "padding-right:1px",
            "left: 0",
            "border-top-left-radius: 2px",
            "text-align: left",
            "float: right",
            "inset-top: 0",
        ] {
            let css = format!("/* left\n */\n.card {{\n  color: red;\n  {planted};\n}}\n");
            let said = said_of(sheets_know_no_left_and_right, &[("frontend/style/board.css", &css)]);
            assert_eq!(said.len(), 1, "{planted}");
            assert!(said[0].starts_with("frontend/style/board.css:5"), "{said:?}");
        }
        let clean = ".left:hover { margin-inline-start: 1px; border-start-start-radius: 1px; text-align: start; --left: 1; transform-origin: left }\n@media (width > 3px) { a { inset-block-end: 0 } }";
        assert!(said_of(sheets_know_no_left_and_right, &[("frontend/style/board.css", clean)]).is_empty());
    }

    #[test]
    fn the_root_size_is_refused() {
        assert_eq!(
            said_of(
                sheets_use_no_root_size,
                &[("frontend/style/a.css", "a { font-size: 1.5rem; }")]
            )
            .len(),
            1
        );
        assert!(
            said_of(
                sheets_use_no_root_size,
                &[("frontend/style/a.css", ".theorem { font-size: 1em; /* 1rem */ }")]
            )
            .is_empty()
        );
    }
}
