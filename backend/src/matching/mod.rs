//! Places for people and people for places: what is stored of them, and who is shown what.
//!
//! The rules are in `shared::matching`, pure, and the browser runs the same. Here is what they are asked of: `store`
//! keeps companies, workplaces, placements and candidates, `market` holds them in memory, `desk` keeps that as new as
//! the last write. `lists` makes both lists, `access` says who may ask, `answers` who has said yes or no, `looked` who has seen what, `book`
//! what companies have told, `course` what comes after a yes, `messages` sends word of what is new. Nothing here reads a plan, and nobody's family, benefit or health can be read here.

pub mod access;
pub mod answers;
pub mod book;
pub mod course;
pub mod desk;
pub mod entrance;
pub mod exchange;
pub mod lists;
pub mod looked;
pub mod market;
pub mod messages;
pub mod routes;
pub mod rules;
pub mod searches;
pub mod signals;
pub mod store;
pub mod what_if;

pub use desk::Desk;
pub use entrance::Entrance;
pub use routes::routes;
pub use store::{Put, Thing, ThingId, add_all};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Every table and column of the matching. A new one is added here by somebody who has asked: can it say
    /// anything of a plan, a family, a benefit or somebody's health?
    const COLUMNS: &str = "
        market: one revision answers entrance_key
        company: company_id revision body
        workplace: workplace_id revision body company_id
        placement: placement_id revision body workplace_id
        candidate: candidate_id revision body
        desk_change: person_id thing thing_id revision body
        candidate_label: candidate_id body
        candidate_account: person_id candidate_id
        consultant: person_id name phone entrance
        said_no: candidate_id subject_id side
        ask: ask_id candidate_id placement_id asked_by asked_at until answered_at text_version language read_aloud
        signal: signal_id at body taken_by done_at
        contact: contact_id company_id workplace_id person_id at body
        saved_search: search_id person_id list name query seen gone
        desk_look: look_id person_id at what subject_id inputs rules shown
        desk_look_candidate: candidate_id look_id
        rule_file: rule_file_id loaded_at loaded_by body counts_from
        message_phone: receiver_id about phone language since
        message: message_id receiver_id about written_at due_at tries outcome done_at
        message_subject: receiver_id subject_id message_id
        course: course_id revision candidate_id placement_id stage body
        course_link: token_hash course_id expires_at used_at";

    fn known() -> Vec<String> {
        COLUMNS
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// `table: column column`, as the migration makes them.
    fn made_by(sql: &str) -> Vec<String> {
        let mut tables = Vec::new();
        for part in sql.split("create table ").skip(1) {
            let (name, rest) = part.split_once(" (").unwrap();
            let rest = rest.split("\n)").next().unwrap();
            let words = rest.lines().filter_map(|line| line.split_whitespace().next());
            let columns: Vec<&str> = words.filter(|word| !["--", "primary", "constraint"].contains(word)).collect();
            tables.push(format!("{name}: {}", columns.join(" ")));
        }
        tables
    }

    /// The migrations from the first of the matching on. A table that is made again takes its place.
    fn made(kind: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let mut tables: Vec<String> = Vec::new();
        for file in files.iter().filter(|file| file.file_name().is_some_and(|name| name > "0005")) {
            for table in made_by(&std::fs::read_to_string(file).unwrap()) {
                let name = |table: &str| table.split(':').next().map(str::to_owned);
                match tables.iter_mut().find(|other| name(other) == name(&table)) {
                    Some(other) => *other = table,
                    None => tables.push(table),
                }
            }
        }
        tables
    }

    #[test]
    fn the_tables_hold_what_is_listed_and_nothing_else() {
        for kind in ["sqlite", "postgres"] {
            assert_eq!(made(kind), known(), "{kind}");
        }
    }

    #[test]
    fn no_statement_of_the_matching_touches_another_table() {
        let known: BTreeSet<String> = known()
            .iter()
            .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
            .collect();
        let mut touched = BTreeSet::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/matching")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.ends_with("store.rs") {
                    touched.extend(tables_in(&std::fs::read_to_string(path).unwrap()));
                }
            }
        }
        assert!(touched.len() >= 12, "{touched:?}");
        assert!(touched.is_subset(&known), "{:?}", touched.difference(&known));
    }

    /// What follows `from`, `join`, `into` and `update` in the texts of a file.
    fn tables_in(code: &str) -> BTreeSet<String> {
        let strings = code.split('"').skip(1).step_by(2);
        let words: Vec<&str> = strings.flat_map(str::split_whitespace).collect();
        let named = words
            .windows(2)
            .filter(|pair| ["from", "join", "into", "update"].contains(&pair[0]));
        let names = named.map(|pair| pair[1].trim_matches(|letter: char| !letter.is_ascii_alphabetic() && letter != '_'));
        // `on conflict do update set`, and names that are put together from the list of tables above them.
        names
            .filter(|name| !["set", "where", ""].contains(name))
            .map(str::to_owned)
            .collect()
    }
}
