//! Who imports whom.

use super::rust::{Token, reads};
use super::{Offence, Tree};

/// Crates that bring IO, a clock, randomness or a browser.
const IMPURE: [&str; 11] = [
    "tokio",
    "sqlx",
    "axum",
    "web_sys",
    "js_sys",
    "gloo",
    "yew",
    "wasm_bindgen",
    "rand",
    "getrandom",
    "reqwest",
];
const IMPURE_STD: [&str; 7] = ["fs", "net", "env", "process", "thread", "SystemTime", "Instant"];

pub fn shared_is_pure(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, tokens) in tree.rust("shared/src/") {
        for (place, token) in tokens.iter().enumerate() {
            let is_path = reads(tokens, place + 1, &[":", ":"]) || reads(tokens, place + 1, &[";"]);
            if is_path && IMPURE.contains(&token.text.as_str()) {
                found.push(Offence::new(path, token.line, format!("`{}`: {PURE}", token.text)));
            }
            let after_std = place >= 3 && reads(tokens, place - 3, &["std", ":", ":"]);
            let after_time = place >= 3 && reads(tokens, place - 3, &["time", ":", ":"]);
            if (after_std || after_time) && IMPURE_STD.contains(&token.text.as_str()) {
                found.push(Offence::new(path, token.line, format!("`{}`: {PURE}", token.text)));
            }
        }
    }
    if let Some(manifest) = tree.text("shared/Cargo.toml") {
        let used = manifest.split("[dev-dependencies]").next().unwrap_or(manifest);
        for (line, name) in used
            .lines()
            .enumerate()
            .filter_map(|(line, text)| Some((line + 1, text.split(['.', ' ', '=']).next()?)))
        {
            if IMPURE.contains(&name.replace('-', "_").as_str()) {
                found.push(Offence::new("shared/Cargo.toml", line, format!("`{name}`: {PURE}")));
            }
        }
    }
    found
}

const PURE: &str =
    "shared does no IO, reads no clock and makes no random numbers; browser, server and simulator must get the same bits from it";

pub fn sql_is_at_the_edge(tree: &Tree) -> Vec<Offence> {
    let why = "`sqlx` belongs in backend/src/db.rs and */store.rs; elsewhere the plan would begin to look like its tables";
    let may = |path: &str| path == "backend/src/db.rs" || (path.starts_with("backend/src/") && path.ends_with("/store.rs"));
    named(tree, "sqlx", may, why)
}

pub fn http_is_at_the_edge(tree: &Tree) -> Vec<Offence> {
    let why = "`axum` belongs in app.rs, error.rs, */routes.rs, live/socket.rs and auth/caller.rs; rules that know of requests cannot be run by the simulator";
    let known = ["app.rs", "error.rs", "live/socket.rs", "auth/caller.rs"];
    let may = |path: &str| {
        path.strip_prefix("backend/src/")
            .is_some_and(|inside| known.contains(&inside) || inside.ends_with("/routes.rs"))
    };
    named(tree, "axum", may, why)
}

/// The server answers; the one thing that it sends by itself are texts to the municipality's own message service.
pub fn one_file_calls_out(tree: &Tree) -> Vec<Offence> {
    let may = |path: &str| path == "backend/src/matching/messages/gateway.rs";
    let why = "only messages/gateway.rs speaks to another service, to the one address that the operator named";
    let mut found = named(tree, "hyper_util", may, why);
    found.extend(named(tree, "reqwest", may, why));
    found
}

fn named(tree: &Tree, name: &str, may: impl Fn(&str) -> bool, why: &str) -> Vec<Offence> {
    let sides = ["shared/src/", "backend/src/", "frontend/src/"];
    let files = sides
        .into_iter()
        .flat_map(|side| tree.rust(side))
        .filter(|(path, _)| !may(path));
    let mut found = Vec::new();
    for (path, tokens) in files {
        found.extend(
            tokens
                .iter()
                .filter(|token| token.text == name)
                .map(|token| Offence::new(path, token.line, why)),
        );
    }
    found
}

pub fn sides_do_not_import_each_other(tree: &Tree) -> Vec<Offence> {
    let why = "browser and server meet in `shared` alone; the server sees the browser's side only as files";
    let mut found = Vec::new();
    for (side, other) in [("frontend/src/", "backend"), ("backend/src/", "frontend")] {
        for (path, tokens) in tree.rust(side) {
            for (place, token) in tokens.iter().enumerate() {
                let is_use = place > 0 && tokens[place - 1].text == "use";
                if token.text == other && is_use && reads(tokens, place + 1, &[":", ":"]) {
                    found.push(Offence::new(path, token.line, why));
                }
            }
        }
    }
    found
}

/// Live editing commits through the plan's store: there is one way to change a plan, and it is both of theirs.
const DOORS: [(&str, &str); 1] = [("live", "plan")];

pub fn features_do_not_share_stores(tree: &Tree) -> Vec<Offence> {
    let mut found = Vec::new();
    for (path, tokens) in tree.rust("backend/src/") {
        let inside = path.trim_start_matches("backend/src/");
        // Files beside the features (app.rs, main.rs) are where features meet.
        let Some((feature, _)) = inside.split_once('/') else {
            continue;
        };
        let module: Vec<&str> = inside.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect();
        for (used, line) in paths(tokens, &module) {
            if let [root, other, store, ..] = used.as_slice()
                && root == "crate"
                && store == "store"
                && other != feature
                && !DOORS.contains(&(feature, other))
            {
                let why = format!(
                    "`{feature}` reads `{other}`'s store; features meet in `shared` or in app.rs, so that tables can change behind one door"
                );
                found.push(Offence::new(path, line, why));
            }
        }
    }
    found
}

/// Nothing of a family may reach the list of places that somebody is shown.
pub fn matching_knows_no_plan(tree: &Tree) -> Vec<Offence> {
    let why =
        "the matching knows no plan, no family and no benefit; what it needs to know of a person is entered there as a candidate";
    let mut found = Vec::new();
    for side in ["shared/src/", "backend/src/"] {
        let files = tree.rust(side);
        for (path, tokens) in files.filter(|(path, _)| path[side.len()..].starts_with("matching")) {
            let inside = &path[side.len()..];
            let module: Vec<&str> = inside.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect();
            for (used, line) in paths(tokens, &module) {
                let reads_plan =
                    matches!(used.as_slice(), [root, plan, ..] if root == "crate" && (plan == "plan" || plan == "live"));
                if reads_plan {
                    found.push(Offence::new(path, line, why));
                }
            }
            found.extend(shared_plan(tokens).map(|line| Offence::new(path, line, why)));
        }
    }
    found
}

/// `shared::plan`, as the server would name it.
fn shared_plan(tokens: &[Token]) -> impl Iterator<Item = usize> + '_ {
    let named = |place: &usize| tokens[*place].text == "shared" && reads(tokens, place + 1, &[":", ":", "plan"]);
    (0..tokens.len()).filter(named).map(|place| tokens[place].line)
}

/// Every path that begins at the crate's root, `use` groups opened up and `super` followed.
fn paths(tokens: &[Token], module: &[&str]) -> Vec<(Vec<String>, usize)> {
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        // One colon alone stands before a type.
        let is_inside = place > 1 && [place - 1, place - 2].iter().all(|before| tokens[*before].text == ":");
        if is_inside || !matches!(token.text.as_str(), "crate" | "super" | "self") {
            continue;
        }
        let mut begin = Vec::new();
        if token.text != "crate" {
            begin.push("crate".to_owned());
            let up = module.len().saturating_sub(usize::from(token.text == "super"));
            begin.extend(module[..up].iter().map(|&name| name.to_owned()));
        }
        let next = if token.text == "crate" { place } else { place + 3 };
        if token.text == "crate" || reads(tokens, place + 1, &[":", ":"]) {
            open_up(tokens, next, &begin, &mut found);
        }
    }
    found
}

/// Reads a path from `place`; gives the place behind it.
fn open_up(tokens: &[Token], mut place: usize, before: &[String], found: &mut Vec<(Vec<String>, usize)>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(place) {
        if token.text == "{" {
            place += 1;
            while tokens.get(place).is_some_and(|token| token.text != "}") {
                let next = open_up(tokens, place, &path, found);
                // Whatever else stands in a block (a comma, `as`, a `*`) is stepped over.
                place = if next == place { place + 1 } else { next };
            }
            return place + 1;
        }
        if !token.is_name() {
            return place;
        }
        if token.text == "super" {
            path.pop();
        } else {
            path.push(token.text.clone());
        }
        place += 1;
        if !reads(tokens, place, &[":", ":"]) {
            found.push((path, token.line));
            return place;
        }
        place += 2;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn shared_may_not_reach_out() {
        for planted in [
            "use tokio::time::sleep;",
            "fn a() -> u64 { js_sys::Date::now() as u64 }",
            "use std::time::SystemTime;",
            "use std::fs;",
            "fn now() { let _ = std::time::Instant::now(); }",
        ] {
            assert_eq!(said_of(shared_is_pure, &[("shared/src/a.rs", planted)]).len(), 1, "{planted}");
        }
        assert_eq!(
            said_of(
                shared_is_pure,
                &[("shared/Cargo.toml", "[dependencies]\nweb-sys.workspace = true\n")]
            )
            .len(),
            1
        );
        let clean = [(
            "shared/src/a.rs",
            "use std::time::Duration;\n// tokio::time\nuse serde::Serialize;",
        )];
        assert!(said_of(shared_is_pure, &clean).is_empty());
    }

    #[test]
    fn sql_stays_in_the_stores() {
        let planted = [
            ("backend/src/plan/routes.rs", "use sqlx::Row;"),
            ("backend/src/plan/store.rs", "use sqlx::Row;"),
        ];
        let said = said_of(sql_is_at_the_edge, &planted);
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("backend/src/plan/routes.rs:1"), "{said:?}");
    }

    #[test]
    fn http_stays_at_the_door() {
        let planted = [
            ("backend/src/live/actor.rs", "fn a(_: axum::Json<u8>) {}"),
            ("backend/src/live/socket.rs", "use axum::extract::ws;"),
        ];
        assert_eq!(said_of(http_is_at_the_edge, &planted).len(), 1);
    }

    #[test]
    fn nothing_calls_out_but_the_message_gateway() {
        let planted = [
            ("backend/src/plan/mod.rs", "use hyper_util::client::legacy::Client;"),
            ("backend/src/auth/mod.rs", "fn a() { reqwest::get(b) }"),
            (
                "backend/src/matching/messages/gateway.rs",
                "use hyper_util::client::legacy::Client;",
            ),
        ];
        assert_eq!(said_of(one_file_calls_out, &planted).len(), 2);
    }

    #[test]
    fn the_matching_keeps_away_from_plans() {
        for planted in [
            ("backend/src/matching/lists.rs", "use crate::plan::view_for;"),
            ("backend/src/matching/lists.rs", "use shared::plan::Card;"),
            ("backend/src/matching/answers/store.rs", "use crate::{db::Db, plan};"),
            ("shared/src/matching/fit.rs", "fn a(_: crate::plan::Card) {}"),
            ("shared/src/matching.rs", "use super::plan::Card;"),
        ] {
            assert_eq!(said_of(matching_knows_no_plan, &[planted]).len(), 1, "{planted:?}");
        }
        let clean = [
            ("backend/src/demo/mod.rs", "use crate::plan;\nuse crate::matching;"),
            (
                "backend/src/matching/lists.rs",
                "use shared::matching::list::Limit;\nfn plan() {}",
            ),
        ];
        assert!(said_of(matching_knows_no_plan, &clean).is_empty());
    }

    #[test]
    fn a_feature_keeps_out_of_anothers_store() {
        for planted in [
            "use crate::plan::store;",
            "use crate::plan::store::load;",
            "use crate::{db::Db, plan::{routes, store::load}};",
            "fn a() { crate::plan::store::load(); }",
            "use super::super::plan::store;",
        ] {
            assert_eq!(
                said_of(features_do_not_share_stores, &[("backend/src/auth/routes.rs", planted)]).len(),
                1,
                "{planted}"
            );
        }
        let clean = [
            (
                "backend/src/plan/routes.rs",
                "use super::store;\nuse crate::plan::store::load;",
            ),
            ("backend/src/app.rs", "use crate::plan::store;"),
            ("backend/src/live/writer.rs", "use crate::plan::store;"),
            (
                "backend/src/auth/routes.rs",
                "use crate::{plan::Plans, auth::store};\npub(crate) fn a() { if b { crate::c() } }",
            ),
        ];
        assert!(said_of(features_do_not_share_stores, &clean).is_empty());
    }

    #[test]
    fn browser_and_server_meet_in_shared_alone() {
        assert_eq!(
            said_of(sides_do_not_import_each_other, &[("frontend/src/a.rs", "use backend::db;")]).len(),
            1
        );
        assert_eq!(
            said_of(
                sides_do_not_import_each_other,
                &[("backend/src/a.rs", "use frontend::words;")]
            )
            .len(),
            1
        );
    }
}
