//! How fast Bordenden is on this machine: measured and printed, and nothing is asserted about time.
//!
//! `cargo xtask bench` runs it after it has built the widget. A word runs one part alone: `commits`,
//! `live`, `board` or `match`; `leaks` runs only where it is asked for. `BORDENDEN_TEST_POSTGRES` names a PostgreSQL to measure beside SQLite.

mod board;
mod commits;
mod figures;
mod leaks;
mod live;
mod machine;
mod matching;
mod plans;
mod postgis;

use figures::Table;
use shared::testing::Dice;
use std::path::Path;

#[tokio::main]
async fn main() {
    let wanted = std::env::args().nth(1);
    if wanted.as_deref() == Some("leaks") {
        return leaks::search();
    }
    let wants = |part: &str| wanted.as_deref().is_none_or(|wanted| wanted == part);
    // Beside what is built, and not in a folder for passing things, which may lie in memory.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the databases");
    println!("{}\n", machine::line(&folder));

    let mut databases = vec![("SQLite", format!("sqlite:{}", folder.join("bench.db").display()))];
    if std::env::var_os("BORDENDEN_TEST_POSTGRES").is_some() {
        databases.push(("PostgreSQL", tests::postgres::fresh().await));
    }
    let mut dice = Dice(seed());
    let mut table = Table::default();
    if wants("commits") || wants("live") {
        table.part("Changes on disk (SQLite: WAL, synchronous=FULL)");
        machine::fsync(&folder, &mut table);
    }
    for (name, url) in &databases {
        // First, because only an empty database becomes the demo's.
        if wants("live") {
            live::measure(name, url, &mut dice, &mut table).await;
        }
        if wants("commits") {
            commits::measure(name, url, &mut dice, &mut table).await;
        }
    }
    if wants("board") {
        board::measure(&mut dice, &mut table).await;
    }
    if wants("match") {
        matching::measure(&mut table).await;
    }
    println!("{table}");
    let _ = std::fs::remove_dir_all(&folder);
}

fn seed() -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("randomness");
    u64::from_le_bytes(bytes)
}
