//! A PostgreSQL that lives as long as one command.

use crate::{Outcome, shell};
use std::process::Command;

/// Runs Cargo with these words, told of the database by `BORDENDEN_TEST_POSTGRES`.
pub fn succeed_beside(words: &[&str], more: &[(&str, &str)]) -> Outcome {
    let told = |error| format!("`cargo {}` beside a PostgreSQL failed: {error}", words.join(" "));
    let status = beside(words)
        .envs(more.iter().copied())
        .status()
        .map_err(|error| told(error.to_string()))?;
    if status.success() {
        Ok(())
    } else {
        Err(told(status.to_string()).into())
    }
}

/// A throw-away cluster does not sync by default. Ours does: what is tested is that an acknowledged change is on disk.
/// The encoding is named because a machine without a language would get one that knows no æ.
fn beside(words: &[&str]) -> Command {
    const RUN: &str =
        r#"export BORDENDEN_TEST_POSTGRES="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"; exec "$0" "$@""#;
    let cargo = shell::cargo();
    let mut command = shell::command("pg_virtualenv");
    command.args([
        "-t",
        "-o",
        "fsync=on",
        "-o",
        "max_connections=300",
        "-c",
        "--encoding=UTF8 --locale=C.UTF-8",
    ]);
    command.args(["sh", "-c", RUN]).arg(cargo.get_program()).args(words);
    for (name, value) in cargo.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}
