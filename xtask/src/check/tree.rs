//! The project's own text, read once for all rules.

use super::{Offence, rust};
use crate::{Outcome, files};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// At the root: not ours, or not text. A folder `vendor`, wherever it is, holds the work of others.
const NOT_OURS: [&str; 5] = ["target", ".git", "data", ".licenses", "node_modules"];
const TEXT: [&str; 13] = [
    "rs", "toml", "css", "js", "ts", "html", "ftl", "md", "sql", "sh", "json", "yml", "run",
];

pub struct Tree {
    texts: BTreeMap<String, String>,
    rust: BTreeMap<String, Vec<rust::Token>>,
    unreadable: Vec<Offence>,
}

impl Tree {
    pub fn read(root: &Path) -> Outcome<Self> {
        let mut texts = BTreeMap::new();
        gather(root, "", &mut texts)?;
        Ok(Self::new(texts))
    }

    fn new(texts: BTreeMap<String, String>) -> Self {
        let (mut rust, mut unreadable, mut tests) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (path, text) in texts.iter().filter(|(path, _)| path.ends_with(".rs")) {
            match rust::Source::read(text) {
                Ok(source) => {
                    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
                    let is_root = matches!(file, "mod.rs" | "lib.rs" | "main.rs");
                    let inside = if is_root {
                        folder.to_owned()
                    } else {
                        format!("{folder}/{}", file.trim_end_matches(".rs"))
                    };
                    let places = |name: &String| [format!("{inside}/{name}"), format!("{folder}/{name}")];
                    tests.extend(source.test_modules.iter().flat_map(places));
                    rust.insert(path.clone(), source.tokens);
                }
                Err(line) => unreadable.push(Offence::new(path, line, "this is not Rust, so no rule can read it")),
            }
        }
        rust.retain(|path, _| {
            !tests.iter().any(|test| {
                path.strip_prefix(test.as_str())
                    .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
            })
        });
        Self { texts, rust, unreadable }
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self::new(
            files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                .collect(),
        )
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Every file whose path begins and ends so.
    pub fn texts<'a>(&'a self, begin: &'a str, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let fits = move |path: &str| path.starts_with(begin) && path.ends_with(end);
        self.texts
            .iter()
            .filter(move |(path, _)| fits(path))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The Rust files under a folder as tokens, without comments and without tests.
    pub fn rust<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [rust::Token])> {
        let fits = move |path: &str| path.starts_with(folder);
        self.rust
            .iter()
            .filter(move |(path, _)| fits(path))
            .map(|(path, tokens)| (path.as_str(), tokens.as_slice()))
    }
}

pub fn every_file_is_readable(tree: &Tree) -> Vec<Offence> {
    tree.unreadable.clone()
}

fn gather(folder: &Path, name: &str, texts: &mut BTreeMap<String, String>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        let file = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let inside = if name.is_empty() {
            file.clone()
        } else {
            format!("{name}/{file}")
        };
        if path.is_dir() {
            if file != "vendor" && !(name.is_empty() && NOT_OURS.contains(&file.as_str())) {
                gather(&path, &inside, texts)?;
            }
        } else if TEXT.contains(&file.rsplit('.').next().unwrap_or_default()) {
            texts.insert(inside, files::read(&path)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn a_file_of_tests_is_read_by_no_rule() {
        let files = [
            ("shared/src/plan/mod.rs", "mod a;\n#[cfg(test)]\nmod b;"),
            ("shared/src/plan/a.rs", ""),
            ("shared/src/plan/b.rs", ""),
        ];
        let tree = Tree::of(&files);
        assert_eq!(
            tree.rust("shared/src/").map(|(path, _)| path).collect::<Vec<_>>(),
            ["shared/src/plan/a.rs", "shared/src/plan/mod.rs"]
        );
    }

    #[test]
    fn a_file_that_is_not_rust_is_told_of() {
        assert_eq!(
            said_of(every_file_is_readable, &[("shared/src/a.rs", "fn a() {\n}}\n")]),
            ["shared/src/a.rs:2: this is not Rust, so no rule can read it"]
        );
    }
}
