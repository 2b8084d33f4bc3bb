//! Files one can read in one go, in a project that needs nothing beside it.

use super::{Offence, Tree};

const LONGEST: usize = 500;

pub fn files_are_short(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, text) in [".rs", ".css", ".js", ".ts"].into_iter().flat_map(|end| tree.texts("", end)) {
        let is_made = text.lines().take(5).any(|line| line.contains("@generated"));
        let lines = text.lines().count();
        if lines > LONGEST && !is_made {
            found.push(Offence::new(
                path,
                LONGEST + 1,
                format!("{lines} lines; past {LONGEST} there is a second idea in it that wants a file of its own"),
            ));
        }
    }
    found
}

/// Where the project lies on the machines it is made on; nobody else has these folders.
const PLACES: [&str; 2] = [concat!("/work", "/main"), concat!("/work", "/shared")];

pub fn the_project_stands_alone(tree: &Tree) -> Vec<Offence> {
    let why = "this leads out of the project, where a fresh clone has nothing; copy what is needed, with its licence";
    let mut found = Vec::new();
    for (path, text) in tree.texts("", "") {
        for (place, line) in text.lines().enumerate() {
            let names_a_machine = PLACES.iter().any(|folder| line.contains(folder));
            if names_a_machine || leads_out(path, line) {
                found.push(Offence::new(path, place + 1, why));
            }
        }
    }
    found
}

/// `../shared` is right where it is the crate of that name: seen from the file or from the file's crate.
fn leads_out(path: &str, line: &str) -> bool {
    let up = concat!(".", "./");
    let depth = path.matches('/').count();
    line.match_indices(concat!(".", "./shared")).any(|(place, _)| {
        let before = line[..place].len() - line[..place].trim_end_matches(up).len();
        let ups = 1 + before / up.len();
        // From the file's own folder, or from the crate's, which is one below the root.
        !(ups == depth || (ups == 1 && depth >= 1))
    })
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn a_long_file_is_told_of_unless_it_is_made_by_a_program() {
        let long = "fn a() {}\n".repeat(LONGEST + 1);
        assert_eq!(said_of(files_are_short, &[("shared/src/a.rs", &long)]).len(), 1);
        assert!(said_of(files_are_short, &[("shared/src/a.rs", &format!("// @generated\n{long}"))]).is_empty());
        assert!(said_of(files_are_short, &[("shared/src/a.rs", &"fn a() {}\n".repeat(LONGEST))]).is_empty());
    }

    #[test]
    fn a_way_out_of_the_project_is_told_of_and_the_crate_is_not() {
        // Written with UP, or this file itself would lead out.
        let said = |path: &str, line: &str| said_of(the_project_stands_alone, &[(path, &line.replace("UP", ".."))]).len();
        assert_eq!(said("README.md", "see UP/shared/DESIGN.md"), 1);
        assert_eq!(said("backend/src/a.rs", "// see UP/UP/UP/shared/look"), 1);
        assert_eq!(said("tests/src/lib.rs", concat!("#[path = \"/work", "/main/a.rs\"]")), 1);
        assert_eq!(said("backend/Cargo.toml", "shared = { path = \"UP/shared\" }"), 0);
        assert_eq!(said("backend/src/a.rs", "include_str!(\"UP/UP/shared/LIVE_EDITING.md\")"), 0);
        assert_eq!(
            said("backend/src/a.rs", "concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/UP/shared\")"),
            0
        );
    }
}
