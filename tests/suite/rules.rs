//! The document of live editing and the code say the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENT: &str = include_str!("../../shared/LIVE_EDITING.md");
const LIMITS: &str = include_str!("../../shared/src/live/limits.rs");

#[test]
fn the_document_names_every_limit_with_its_number() {
    let rows: Vec<&str> = DOCUMENT.lines().filter(|line| line.starts_with("| `")).collect();
    let mut count = 0;
    for line in LIMITS.lines().filter_map(|line| line.strip_prefix("pub const ")) {
        let (name, rest) = line.split_once(':').expect("a constant has a type");
        let (_, value) = rest.trim_end_matches(';').split_once('=').expect("a constant has a value");
        let number: u64 = value
            .split('*')
            .map(|factor| factor.trim().replace('_', "").parse::<u64>().expect("a number"))
            .product();
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{name}` |")));
        let row = row.unwrap_or_else(|| panic!("LIVE_EDITING.md does not name {name}"));
        let says = row
            .split('|')
            .nth(2)
            .and_then(|cell| cell.split_whitespace().next())
            .unwrap_or_default();
        assert_eq!(says.trim_end_matches(','), number.to_string(), "{name}");
        count += 1;
    }
    assert!(count > 15, "only {count} limits were read");
}

#[test]
fn the_document_names_every_message() {
    let wire = include_str!("../../shared/src/live/wire.rs");
    let variants = |name: &str| -> Vec<String> {
        let start = wire.find(&format!("pub enum {name} {{")).expect("the enum");
        let body = &wire[start..start + wire[start..].find("\n}").expect("its end")];
        let four_deep = body
            .lines()
            .filter(|line| line.starts_with("    ") && !line.starts_with("     "));
        let words = four_deep.filter_map(|line| line.trim().split([' ', '{', ',']).next());
        words
            .filter(|word| word.starts_with(char::is_uppercase))
            .map(str::to_owned)
            .collect()
    };
    let messages: Vec<String> = [variants("FromBrowser"), variants("FromServer")].concat();
    assert_eq!(messages.len(), 12, "{messages:?}");
    for message in messages {
        assert!(
            DOCUMENT.contains(&format!("| `{message} ")),
            "LIVE_EDITING.md does not name {message}"
        );
    }
}

#[test]
fn every_rule_that_is_quoted_exists_and_every_rule_is_quoted_by_a_test() {
    let rules: BTreeSet<String> = DOCUMENT
        .lines()
        .filter_map(|line| line.strip_prefix("- **L")?.split_once("**"))
        .map(|(n, _)| format!("L{n}"))
        .collect();
    assert_eq!(rules.len(), 16, "{rules:?}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let quoted = |folders: &[&str]| -> BTreeSet<String> {
        let files = folders.iter().flat_map(|folder| files_in(&root.join(folder)));
        files
            .flat_map(|file| quotes(&fs::read_to_string(file).expect("a file of ours can be read")))
            .collect()
    };
    let anywhere = quoted(&["shared/src", "backend/src", "frontend/src", "tests/src", "tests/suite"]);
    assert!(anywhere.is_subset(&rules), "no such rule: {:?}", anywhere.difference(&rules));
    let by_tests = quoted(&["tests/src", "tests/suite"]);
    assert!(
        by_tests.is_superset(&rules),
        "no test quotes {:?}",
        rules.difference(&by_tests)
    );
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("a folder of ours")
        .map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}

/// Every `[L7]` in a text, also in `[L1]–[L12]`; in a doc comment it is written `\\[L7\\]`, since it is no link.
fn quotes(text: &str) -> Vec<String> {
    let after = text.split("[L").skip(1).filter_map(|rest| rest.split_once(']'));
    after
        .map(|(number, _)| number.trim_end_matches('\\'))
        .filter(|number| number.parse::<u32>().is_ok())
        .map(|number| format!("L{number}"))
        .collect()
}
