//! `cargo xtask test`: every check and every test, as CI runs them.
//!
//! A step that fails does not hide what the others would say, except where they build on it. Packages are always
//! chosen by `--workspace`: Cargo unites features over what is chosen, and another choice would build axum and sqlx
//! a second time.

use crate::{Outcome, check, install, postgres, shell, size, wasm};
use clap::Args;
use std::time::{Duration, Instant};

#[derive(Args)]
pub struct Test {
    /// Only the step of that name.
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(STEPS.map(|step| step.name)))]
    only: Option<String>,
}

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Outcome,
    /// A step that must have passed, if it was run.
    after: Option<&'static str>,
}

const STEPS: [Step; 9] = [
    Step::new("format", "Is the code laid out by rustfmt?", format),
    Step::new("check", "Are the rules of the house kept?", check::check),
    Step::new("lint", "What does clippy say?", lint),
    Step::new("lint-wasm", "What does clippy say of the browser's side?", lint_wasm),
    Step::new("docs", "Do the docs hold together?", docs),
    Step::new("unit", "The tests beside the code", unit),
    Step::new("wasm", "Does the widget build?", || wasm::build(&wasm::Wasm::default())),
    Step::new("size", "Is the widget small enough for a phone?", size::keep_the_budget).after("wasm"),
    Step::new(
        "product",
        "The product from outside: sockets, both databases, a browser",
        product,
    )
    .after("wasm"),
];

impl Step {
    const fn new(name: &'static str, what: &'static str, run: fn() -> Outcome) -> Self {
        Self {
            name,
            what,
            run,
            after: None,
        }
    }

    const fn after(mut self, name: &'static str) -> Self {
        self.after = Some(name);
        self
    }
}

pub fn test(test: &Test) -> Outcome {
    let mut done: Vec<(&Step, Result<(), String>, Duration)> = Vec::new();
    // Asked first: who may not install should hear it at once, not after half an hour.
    if test.only.as_deref().is_none_or(|only| only == "product") {
        install::browser_and_database()?;
    }
    for step in STEPS
        .iter()
        .filter(|step| test.only.as_deref().is_none_or(|only| only == step.name))
    {
        let has_failed = |name: &str| done.iter().any(|(step, result, _)| step.name == name && result.is_err());
        shell::say(&format!("[{}] {}", step.name, step.what));
        let began = now();
        let result = match step.after.filter(|name| has_failed(name)) {
            Some(name) => Err(format!("not tried, because `{name}` failed")),
            None => (step.run)().map_err(|reason| reason.to_string()),
        };
        if let Err(reason) = &result {
            eprintln!("{reason}");
        }
        done.push((step, result, began.elapsed()));
    }
    println!(
        "\n{}",
        summary(
            &done
                .iter()
                .map(|(step, result, time)| (step.name, result, *time))
                .collect::<Vec<_>>()
        )
    );
    let failed = done.iter().filter(|(_, result, _)| result.is_err()).count();
    if failed == 0 {
        Ok(())
    } else {
        Err(format!("{failed} of {} steps failed", done.len()).into())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch for a person's eyes; nothing is decided by it"
)]
fn now() -> Instant {
    Instant::now()
}

fn summary(done: &[(&str, &Result<(), String>, Duration)]) -> String {
    let line = |(name, result, time): &(&str, &Result<(), String>, Duration)| {
        let seconds = time.as_secs();
        let word = match result {
            Ok(()) => "ok".to_owned(),
            Err(reason) => format!(
                "FAILED: {}",
                reason.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
            ),
        };
        format!("{name:<10} {:>3}:{:02}  {word}", seconds / 60, seconds % 60)
    };
    let total: u64 = done.iter().map(|(_, _, time)| time.as_secs()).sum();
    let mut lines: Vec<String> = done.iter().map(line).collect();
    lines.push(format!("{:<10} {:>3}:{:02}", "together", total / 60, total % 60));
    lines.join("\n")
}

fn format() -> Outcome {
    shell::succeed(shell::cargo().args(["fmt", "--all", "--check", "--", "-l"]))
}

fn lint() -> Outcome {
    shell::succeed(shell::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn lint_wasm() -> Outcome {
    install::wasm_target()?;
    let mut clippy = shell::cargo();
    clippy.args([
        "clippy",
        "-p",
        "frontend",
        "--lib",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]);
    shell::succeed(&mut clippy)
}

fn docs() -> Outcome {
    shell::succeed(
        shell::cargo()
            .args(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn unit() -> Outcome {
    shell::succeed(shell::cargo().args(["test", "--workspace", "--lib", "--bins", "--no-fail-fast"]))?;
    shell::succeed(shell::cargo().args(["test", "--workspace", "--doc"]))
}

fn product() -> Outcome {
    shell::say("Building the server");
    shell::succeed(shell::cargo().args(["build", "-p", "backend", "--bin", "bordenden"]))?;
    postgres::succeed_beside(&["test", "--workspace", "--test", "*", "--no-fail-fast"], &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_has_a_line_for_each_step_and_the_first_line_of_what_failed() {
        let failed = Err("\nno browser\nmore".to_owned());
        let text = summary(&[
            ("format", &Ok(()), Duration::from_secs(2)),
            ("product", &failed, Duration::from_secs(61)),
        ]);
        assert_eq!(
            text,
            "format       0:02  ok\nproduct      1:01  FAILED: no browser\ntogether     1:03"
        );
    }

    #[test]
    fn a_step_waits_only_for_a_step_that_comes_before_it() {
        for (place, step) in STEPS.iter().enumerate() {
            assert!(
                step.after
                    .is_none_or(|name| STEPS[..place].iter().any(|earlier| earlier.name == name)),
                "{}",
                step.name
            );
        }
    }
}
