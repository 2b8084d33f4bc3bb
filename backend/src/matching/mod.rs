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

    /// Every table that the migrations have made from the first of the matching on. What is in them stands in the suite's
    /// list, with its reasons.
    fn known() -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let ours = files.filter(|file| file.file_name().is_some_and(|name| name > "0005"));
        let mut known = BTreeSet::new();
        for file in ours {
            let sql = std::fs::read_to_string(file).unwrap();
            let made = sql.split("create table ").skip(1);
            known.extend(made.filter_map(|made| Some(made.split_once(' ')?.0.to_owned())));
        }
        known
    }

    #[test]
    fn no_statement_of_the_matching_touches_another_table() {
        let mut known = known();
        // Whoever comes to their own page by a link has an account from then on.
        known.insert("person".to_owned());
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
        // Texts with quotation marks in them begin and end otherwise.
        let (mut plain, mut strings) = (String::new(), Vec::new());
        for (n, part) in code.split("r#\"").enumerate() {
            let (raw, rest) = part.split_once("\"#").filter(|_| n > 0).unwrap_or(("", part));
            strings.push(raw);
            plain.push_str(rest);
        }
        strings.extend(plain.split('"').skip(1).step_by(2));
        let words: Vec<&str> = strings.into_iter().flat_map(str::split_whitespace).collect();
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
