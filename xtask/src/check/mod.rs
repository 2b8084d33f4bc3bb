//! `cargo xtask check`: what the compiler does not know about this house.
//!
//! A rule looks at the project's text and gives offences, each with the reason, because a rule without its reason is
//! broken by the next person who has one. Rules look at texts in memory, so that each has a test with a planted offence.

use crate::{Outcome, shell};
use std::fmt;

mod browser;
mod imports;
mod language;
mod layout;
mod rust;
mod sheets;
mod tree;
mod words;

pub use tree::Tree;

const RULES: [fn(&Tree) -> Vec<Offence>; 22] = [
    tree::every_file_is_readable,
    imports::shared_is_pure,
    imports::sql_is_at_the_edge,
    imports::http_is_at_the_edge,
    imports::one_file_calls_out,
    imports::features_do_not_share_stores,
    imports::matching_knows_no_plan,
    imports::sides_do_not_import_each_other,
    browser::one_file_changes_the_plan,
    browser::one_file_talks_to_the_host_page,
    browser::nothing_is_styled_inline,
    sheets::sheets_know_no_left_and_right,
    sheets::sheets_use_no_root_size,
    words::every_key_that_is_said_exists,
    words::every_message_is_used,
    words::every_key_stands_in_one_file,
    words::no_text_stands_in_code,
    language::every_language_is_whole,
    language::families_meet_no_staff_words,
    language::danish_is_plain,
    layout::files_are_short,
    layout::the_project_stands_alone,
];

/// Where a rule is broken, and why it is a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offence {
    path: String,
    line: usize,
    why: String,
}

impl Offence {
    fn new(path: &str, line: usize, why: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            why: why.into(),
        }
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.why)
    }
}

pub fn check() -> Outcome {
    let tree = Tree::read(&shell::root())?;
    let mut offences: Vec<Offence> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    offences.sort();
    offences.dedup();
    if offences.is_empty() {
        println!("{} rules, nothing to say.", RULES.len());
        return Ok(());
    }
    offences.iter().for_each(|offence| eprintln!("{offence}"));
    Err(format!("{} places break a rule of the house", offences.len()).into())
}

/// For the rules' own tests: these files, and what the rule says of them.
#[cfg(test)]
fn said_of(rule: fn(&Tree) -> Vec<Offence>, files: &[(&str, &str)]) -> Vec<String> {
    rule(&Tree::of(files)).iter().map(Offence::to_string).collect()
}
