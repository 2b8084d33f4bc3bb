//! `cargo xtask`: everything one does with this project besides writing it.
//!
//! Uses none of the other crates, so that it builds and explains itself while they are broken.

use clap::{Parser, Subcommand};
use std::process::ExitCode;

mod bench;
mod bindgen;
mod check;
mod files;
mod install;
mod locales;
mod plurals;
mod postgres;
mod pseudo;
mod run;
mod script;
mod shell;
mod size;
mod sprite;
mod style;
mod test;
mod wasm;

/// What can go wrong here is told to a person and acted on by nobody, so a sentence is enough.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Build, run, check and measure Bordenden."
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the widget and the server, open the database, serve, print the addresses.
    Run(run::Run),
    /// Everything that CI runs; installs what it needs on a Debian machine.
    Test(test::Test),
    /// The rules of the house that a compiler does not know: who imports whom, words, style sheets.
    Check,
    /// Print the sizes of the widget, then measure speed.
    Bench(bench::Bench),
    /// Build the widget into target/widget.
    Wasm(wasm::Wasm),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Run(run) => run::run(run),
        Task::Test(test) => test::test(&test),
        Task::Check => check::check(),
        Task::Bench(bench) => bench::bench(&bench),
        Task::Wasm(wasm) => wasm::build(&wasm),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n{reason}");
            ExitCode::FAILURE
        }
    }
}
