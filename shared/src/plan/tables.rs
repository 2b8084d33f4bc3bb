//! Makes the tables of `RIGHTS.md` from the code, so that the document cannot say something else.

use super::may::{Act, May, rule};
use super::place::{Column, Kind, Lane, is_legal};
use super::records::Role;
use std::fmt::Write;

fn rights() -> String {
    let mut text = String::from("# Who may what, and where cards lie\n\n");
    text.push_str("Made from `shared/src/plan/may.rs` and `place.rs` by a test. To write it anew: `BORDENDEN_WRITE_DOCS=1 cargo test -p shared`.\n\n");
    text.push_str("## Who decides\n\n*yes*: it happens. *asks*: it becomes a proposal that waits for the family's yes. *no*: refused, with whom to ask. Whoever holds the family's pen writes what else they would ask for, in the family's words: cards, agreements, strengths, wishes to end a help. Taking something away still asks.\n\n");
    text.push_str("| |");
    for role in Role::ALL {
        let _ = write!(text, " {role:?} |");
    }
    text.push_str("\n|---|");
    text.push_str(&"---|".repeat(Role::ALL.len()));
    for act in Act::ALL {
        let _ = write!(text, "\n| {act:?} |");
        for role in Role::ALL {
            let word = match rule(act, role) {
                May::Yes | May::ForTheFamily => "yes".to_owned(),
                May::Propose => "asks".to_owned(),
                May::No(refusal) => format!("no: {refusal:?}"),
            };
            let _ = write!(text, " {word} |");
        }
    }
    text.push_str("\n\n## Where cards lie\n\n| |");
    let cells: Vec<(Column, Option<Lane>)> = Column::ALL
        .into_iter()
        .flat_map(|column| [None, Some(Lane::Now), Some(Lane::Soon), Some(Lane::Done)].map(|lane| (column, lane)))
        .filter(|(column, lane)| Kind::ALL.into_iter().any(|kind| is_legal(kind, *column, *lane)))
        .collect();
    for kind in Kind::ALL {
        let _ = write!(text, " {kind:?} |");
    }
    text.push_str("\n|---|---|---|---|");
    for (column, lane) in cells {
        let lane_name = lane.map_or(String::from("no lane"), |lane| format!("{lane:?}"));
        let _ = write!(text, "\n| {column:?}, {lane_name} |");
        for kind in Kind::ALL {
            text.push_str(if is_legal(kind, column, lane) { " yes |" } else { " |" });
        }
    }
    text.push('\n');
    text
}

#[test]
fn the_document_of_rights_says_what_the_code_does() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/RIGHTS.md");
    if std::env::var_os("BORDENDEN_WRITE_DOCS").is_some() {
        std::fs::write(path, rights()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        written,
        rights(),
        "RIGHTS.md has drifted from the code: run BORDENDEN_WRITE_DOCS=1 cargo test -p shared"
    );
}
