//! `cargo xtask bench`: bytes first, then speed.

use crate::{Outcome, files, install, shell, size, wasm};

pub fn bench() -> Outcome {
    wasm::build(&wasm::Wasm::default())?;
    println!("{}\n", size::Sizes::measure()?.table());
    let manifest = files::read(&shell::root().join("tests/Cargo.toml"))?;
    let has_bench = manifest.contains("name = \"bench\"") || shell::root().join("tests/src/bin/bench.rs").is_file();
    if !has_bench {
        println!("The tests crate has no `bench` yet, so only the sizes are measured.");
        return Ok(());
    }
    install::browser_and_database()?;
    shell::say("Building the server and the bench, optimised");
    shell::succeed(shell::cargo().args(["build", "--release", "-p", "backend", "--bin", "bordenden"]))?;
    shell::succeed(shell::cargo().args(["run", "--release", "-p", "tests", "--bin", "bench"]))
}
