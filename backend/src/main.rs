//! The command line: `bordenden serve`, `bordenden backup`, `bordenden restore`.

use backend::config::{self, Config, MessageService};
use backend::db::Db;
use backend::{backup, serve};
use clap::{Args, Parser, Subcommand};
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// One plan for a family, made by the family.
#[derive(Parser)]
#[command(name = "bordenden", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages, the API and the widget
    Serve(Serve),
    /// Write the whole database into a new file, while the service runs
    Backup(Copying),
    /// Read such a file into an empty database
    Restore(Copying),
}

#[derive(Args)]
struct Serve {
    #[arg(long, default_value_t = 4280, env = "BORDENDEN_PORT")]
    port: u16,
    #[arg(long, default_value = "127.0.0.1", env = "BORDENDEN_HOST")]
    host: IpAddr,
    /// sqlite:FILE or postgres://…; without it the demo, in data/bordenden.db
    #[arg(long, env = "BORDENDEN_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// Fill an empty database with invented families, and let anyone be one of them
    #[arg(long)]
    demo: bool,
    /// Where the built widget lies
    #[arg(long, default_value = "target/widget", env = "BORDENDEN_ASSETS")]
    assets: PathBuf,
    /// How browsers reach the service, such as `https://bordenden.example`; needed behind a proxy
    #[arg(long, env = "BORDENDEN_PUBLIC_ORIGIN")]
    public_origin: Option<String>,
    /// The origin of another site that may show the board; may be given several times
    #[arg(long, env = "BORDENDEN_EMBED_ORIGIN", value_delimiter = ',')]
    embed_origin: Vec<String>,
    /// The most pages that a SQLite database may fill
    #[arg(long)]
    max_page_count: Option<u32>,
    /// The municipality's own service for SMS or Digital Post: each text is posted there as {"to", "language", "text"},
    /// with an Idempotency-Key and the secret in BORDENDEN_MESSAGE_SECRET as a bearer token
    #[arg(long, env = "BORDENDEN_MESSAGE_URL")]
    message_url: Option<String>,
}

#[derive(Args)]
struct Copying {
    file: PathBuf,
    #[arg(long, default_value = config::DEMO_DATABASE, env = "BORDENDEN_DATABASE_URL", hide_env_values = true)]
    database_url: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    let log = EnvFilter::try_from_env("BORDENDEN_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt()
        .json()
        .with_span_list(false)
        .with_env_filter(log)
        .with_writer(io::stderr)
        .init();
    let done = match Cli::parse().command {
        Command::Serve(arguments) => run(arguments).await,
        Command::Backup(arguments) => make_backup(arguments).await,
        Command::Restore(arguments) => restore_backup(arguments).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Standard error may be gone, and then there is nobody to tell.
            let _ = writeln!(io::stderr(), "bordenden: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Why the command did not work, in one line.
type Why = String;

async fn run(arguments: Serve) -> Result<(), Why> {
    let (url, demo) = config::database(arguments.database_url, arguments.demo, arguments.host).map_err(one_line)?;
    let mut config = Config::new(url.as_str());
    config.demo = demo;
    config.assets = arguments.assets;
    config.public_origin = arguments
        .public_origin
        .as_deref()
        .map(config::origin)
        .transpose()
        .map_err(one_line)?;
    config.embed_origins = arguments
        .embed_origin
        .iter()
        .map(|text| config::origin(text))
        .collect::<Result<_, _>>()
        .map_err(one_line)?;
    config.max_page_count = arguments.max_page_count;
    let secret = std::env::var("BORDENDEN_MESSAGE_SECRET").ok();
    config.message_service = arguments
        .message_url
        .as_deref()
        .map(|url| MessageService::new(url, secret, demo))
        .transpose()
        .map_err(one_line)?;
    #[cfg(feature = "testing")]
    {
        config.ack_before_commit = std::env::var("BORDENDEN_ACK_BEFORE_COMMIT").is_ok_and(|value| value == "1");
    }
    if !config.assets.is_dir() {
        tracing::warn!(folder = %config.assets.display(), "the widget is not built, pages show the plan as plain text; run `cargo xtask wasm`");
    }
    if !arguments.host.is_loopback() && config.public_origin.is_none() {
        tracing::warn!("browsers that reach this host by its name are refused; say how they do with --public-origin");
    }
    let address = SocketAddr::new(arguments.host, arguments.port);
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| cannot_listen(address, &error))?;
    let handle = serve(config, listener).await.map_err(one_line)?;
    say(&format!("Bordenden is ready: http://{}", handle.address))?;
    asked_to_stop().await?;
    tokio::select! {
        () = handle.stop() => Ok(()),
        // Whoever asks twice means now.
        again = asked_to_stop() => again,
    }
}

async fn make_backup(arguments: Copying) -> Result<(), Why> {
    let db = Db::open_to_read(&arguments.database_url.into()).await.map_err(one_line)?;
    let rows = backup::backup(&db, &arguments.file, &Default::default())
        .await
        .map_err(one_line)?;
    say(&format!("{rows} rows are in {}", arguments.file.display()))
}

async fn restore_backup(arguments: Copying) -> Result<(), Why> {
    let db = Db::open(&arguments.database_url.into(), None).await.map_err(one_line)?;
    let restored = backup::restore(&db, &arguments.file).await;
    db.close().await;
    say(&format!("{} rows are restored", restored.map_err(one_line)?))
}

fn cannot_listen(address: SocketAddr, error: &io::Error) -> Why {
    match error.kind() {
        io::ErrorKind::AddrInUse => format!("port {} is taken; choose another with --port", address.port()),
        io::ErrorKind::PermissionDenied => format!(
            "port {} is not for everyone; choose one above 1023 with --port",
            address.port()
        ),
        _ => format!("cannot listen on {address}: {error}"),
    }
}

/// On Unix the signals of `kill` and of ctrl-C, elsewhere ctrl-C.
async fn asked_to_stop() -> Result<(), Why> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).map_err(one_line)?;
        tokio::select! {
            _ = terminate.recv() => Ok(()),
            pressed = tokio::signal::ctrl_c() => pressed.map_err(one_line),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.map_err(one_line)
}

fn say(line: &str) -> Result<(), Why> {
    let mut out = io::stdout();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(one_line)
}

fn one_line(error: impl std::fmt::Display) -> Why {
    error.to_string()
}
