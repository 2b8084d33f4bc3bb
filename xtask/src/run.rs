//! `cargo xtask run`: from a fresh clone to a page one can open.

use crate::{Outcome, files, shell, wasm};
use clap::Args;
use std::net::{IpAddr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;

#[derive(Args)]
pub struct Run {
    /// The port to serve on.
    #[arg(long, default_value_t = 4280)]
    port: u16,
    /// The address to serve on. Anything but this machine's own needs --demo or --database-url to be said.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// sqlite:PATH or postgres://…; without it sqlite:data/bordenden.db with the demo municipality.
    #[arg(long)]
    database_url: Option<String>,
    /// Fill an empty database with the demo municipality, and let anyone choose who they are.
    #[arg(long)]
    demo: bool,
    /// Build the server optimised. The widget always is.
    #[arg(long)]
    release: bool,
    /// More words for `bordenden serve`, after `--`.
    #[arg(last = true)]
    more: Vec<String>,
}

pub fn run(run: Run) -> Outcome {
    let demo = is_demo(&run)?;
    // Asked before the long build: nobody should wait for minutes to hear that a port is taken.
    port_is_free(run.host, run.port)?;
    let database_url = run.database_url.unwrap_or_else(|| "sqlite:data/bordenden.db".to_owned());
    wasm::build(&wasm::Wasm::default())?;

    shell::say("Building the server");
    let mut build = shell::cargo();
    build.args(["build", "-p", "backend", "--bin", "bordenden"]);
    if run.release {
        build.arg("--release");
    }
    shell::succeed(&mut build)?;

    if let Some(path) = database_url.strip_prefix("sqlite:")
        && let Some(folder) = Path::new(path.trim_start_matches("//")).parent()
    {
        files::make_folder(&shell::root().join(folder))?;
    }
    let folder = if run.release { "release" } else { "debug" };
    let binary = shell::root().join("target").join(folder).join("bordenden");
    let mut server = shell::command(&binary.to_string_lossy());
    server.args(["serve", "--host", &run.host.to_string(), "--port", &run.port.to_string()]);
    server.args(["--database-url", &database_url, "--assets", "target/widget"]);
    if demo {
        server.arg("--demo");
    }
    server.args(&run.more);
    shell::say("Serving; stop with Ctrl-C");
    // This process becomes the server, so that Ctrl-C and every other signal reach it and nothing stands between.
    Err(format!("{}: {}", binary.display(), server.exec()).into())
}

/// Demo data lets anyone in, so on an address that others can reach it must be asked for.
fn is_demo(run: &Run) -> Outcome<bool> {
    if run.demo || run.database_url.is_some() {
        return Ok(run.demo);
    }
    if run.host.is_loopback() {
        return Ok(true);
    }
    Err(format!(
        "On {} others can reach the server. Say --demo to let anyone choose who they are there, or name a database with --database-url.",
        run.host
    )
    .into())
}

fn port_is_free(host: IpAddr, port: u16) -> Outcome {
    match TcpListener::bind((host, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => Err(format!(
            "Port {port} on {host} is taken by another program. Stop it, or choose another: cargo xtask run --port {}",
            port.saturating_add(1)
        )
        .into()),
        Err(error) => Err(format!("Port {port} on {host} cannot be used: {error}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(host: &str, database_url: Option<&str>, demo: bool) -> Run {
        let host = host.parse().unwrap();
        Run {
            port: 4280,
            host,
            database_url: database_url.map(str::to_owned),
            demo,
            release: false,
            more: Vec::new(),
        }
    }

    #[test]
    fn demo_is_implied_only_here_and_only_without_a_database() {
        assert!(is_demo(&asked("127.0.0.1", None, false)).unwrap());
        assert!(!is_demo(&asked("127.0.0.1", Some("sqlite:x.db"), false)).unwrap());
        assert!(is_demo(&asked("0.0.0.0", None, false)).is_err());
        assert!(is_demo(&asked("0.0.0.0", None, true)).unwrap());
    }

    #[test]
    fn a_taken_port_is_said_plainly_with_a_way_on() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = port_is_free("127.0.0.1".parse().unwrap(), port).unwrap_err().to_string();
        assert!(error.contains("is taken") && error.contains("--port"), "{error}");
        drop(taken);
        assert!(port_is_free("127.0.0.1".parse().unwrap(), port).is_ok());
    }
}
