//! Other programs, run from the project's root, their output shown as it comes.

use crate::Outcome;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says what is about to take a while.
pub fn say(step: &str) {
    eprintln!("==> {step}");
}

/// The project's root, wherever `cargo xtask` was called.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(PathBuf::new, Path::to_owned)
}

pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Cargo, as if it were called from a prompt.
///
/// `cargo run` tells the program it runs about the package `xtask`. Handed on, that would make build scripts believe
/// that their surroundings changed, and every call here would rebuild what a call from a prompt has built.
pub fn cargo() -> Command {
    let program = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut cargo = command(&program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// Runs it to its end; anything but success is an error that names the command.
pub fn succeed(command: &mut Command) -> Outcome {
    let line = as_typed(command);
    let status = command
        .status()
        .map_err(|error| format!("`{line}` could not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{line}` failed ({status})").into())
    }
}

/// What it prints, without showing it.
pub fn output(command: &mut Command) -> Outcome<String> {
    let line = as_typed(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` could not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{line}` failed ({})", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Whether a program of that name can be run.
pub fn on_path(program: &str) -> bool {
    let Some(folders) = env::var_os("PATH") else { return false };
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_in_the_error() {
        let error = succeed(command("/bin/sh").args(["-c", "exit 3"])).map_err(|error| error.to_string());
        assert_eq!(error, Err("`sh -c exit 3` failed (exit status: 3)".to_owned()));
    }

    #[test]
    fn a_missing_program_is_an_error_and_no_panic() {
        assert!(succeed(&mut command("a-program-that-nobody-has")).is_err());
        assert!(!on_path("a-program-that-nobody-has"));
    }
}
