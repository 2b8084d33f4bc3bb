//! `cargo xtask bench`: bytes first, then speed.

use crate::{Outcome, install, postgres, shell, size, wasm};
use clap::Args;

#[derive(Args)]
pub struct Bench {
    /// Only one part: commits, live, board or match. Or leaks: a hundred thousand schedules in search of one, some minutes long.
    part: Option<String>,
}

pub fn bench(bench: &Bench) -> Outcome {
    install::browser_and_database()?;
    install::postgis()?;
    wasm::build(&wasm::Wasm::default())?;
    println!("{}\n", size::Sizes::measure()?.table());
    shell::say("Building the server and the bench, optimised");
    shell::succeed(shell::cargo().args(["build", "--release", "-p", "backend", "--bin", "bordenden"]))?;
    let mut words = vec!["run", "--release", "-p", "tests", "--bin", "bench"];
    words.extend(bench.part.as_deref().map(|part| ["--", part]).into_iter().flatten());
    let server = shell::root().join("target/release/bordenden");
    postgres::succeed_beside(&words, &[("BORDENDEN_BIN", &server.to_string_lossy())])
}
