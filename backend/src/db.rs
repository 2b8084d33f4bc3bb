//! The database: SQLite, a file beside the binary, or PostgreSQL when the address says so.
//!
//! One SQL text and one body serve both, through `on_db!`. An answer to a browser means that its
//! change is on disk, so a database that would forget at a power cut is refused at start.

use crate::config::DatabaseUrl;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

#[derive(Clone, Debug)]
pub enum Db {
    /// Exactly one connection writes; it alone moves pages from the log into the file.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// Runs one body against whichever database it is. `read` may run on many connections at once. A body
/// under `write` that opens a transaction begins it with its write: on SQLite one that reads first
/// cannot become a writer once another has committed, and fails at once, whatever the busy timeout.
macro_rules! on_db {
    (read $db:expr, $pool:ident => $body:expr) => {
        match $db {
            $crate::db::Db::Sqlite { readers: $pool, .. } => $body,
            $crate::db::Db::Postgres($pool) => $body,
        }
    };
    (write $db:expr, $pool:ident => $body:expr) => {
        match $db {
            $crate::db::Db::Sqlite { writer: $pool, .. } => $body,
            $crate::db::Db::Postgres($pool) => $body,
        }
    };
}

/// The database did not do what was asked. Its text holds no person's words: sqlx keeps bound values out of it.
#[derive(Debug)]
pub enum StoreError {
    Database(sqlx::Error),
    /// A row of this table does not hold what we wrote there.
    Unreadable(&'static str),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        StoreError::Database(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Database(error) => error.fmt(f),
            StoreError::Unreadable(table) => write!(f, "a row of table {table} cannot be read"),
        }
    }
}

impl std::error::Error for StoreError {}

/// Why the database cannot be used, in one line for the person who starts the service.
#[derive(Debug)]
pub enum OpenError {
    Address,
    CannotOpen(String),
    Newer,
    Altered(i64),
    /// The bundled SQLite has the bug that can lose commits when the log is reset.
    OldSqlite(String),
    /// Answered changes would not survive a power cut.
    NotDurable(&'static str),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Address => write!(f, "the database address is neither sqlite:FILE nor postgres://…"),
            OpenError::CannotOpen(why) => write!(f, "cannot open the database: {why}"),
            OpenError::Newer => write!(f, "the database was made by a newer Bordenden; start that version instead"),
            OpenError::Altered(number) => write!(f, "migration {number} of the database is not the one this version knows"),
            OpenError::OldSqlite(version) => write!(f, "SQLite {version} can lose commits; 3.51.3 or newer is needed"),
            OpenError::NotDurable(setting) => write!(f, "the database would forget at a power cut: {setting}"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<sqlx::Error> for OpenError {
    fn from(error: sqlx::Error) -> Self {
        OpenError::CannotOpen(error.to_string())
    }
}

impl From<MigrateError> for OpenError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) => OpenError::Newer,
            MigrateError::VersionMismatch(number) => OpenError::Altered(number),
            other => OpenError::CannotOpen(other.to_string()),
        }
    }
}

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

const BUSY: Duration = Duration::from_secs(5);
const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 8;

impl Db {
    /// Opens the database, makes it if it is a file that does not exist, brings its tables up to date
    /// and makes sure that it keeps what it is given.
    pub async fn open(url: &DatabaseUrl, max_page_count: Option<u32>) -> Result<Self, OpenError> {
        let db = Self::connect(url, max_page_count)?;
        match &db {
            Db::Sqlite { writer, .. } => {
                check_sqlite(writer).await?;
                SQLITE_MIGRATIONS.run(writer).await?;
            }
            Db::Postgres(pool) => {
                check_postgres(pool).await?;
                POSTGRES_MIGRATIONS.run(pool).await?;
            }
        }
        Ok(db)
    }

    /// For a second process beside the service: opens what is there and writes nothing.
    pub async fn open_to_read(url: &DatabaseUrl) -> Result<Self, OpenError> {
        let db = Self::connect(url, None)?;
        let newest: i64 = on_db!(read &db, pool => {
            sqlx::query_scalar("select coalesce(max(version), 0) from _sqlx_migrations").fetch_one(pool).await?
        });
        match newest.cmp(&Self::newest_migration()) {
            std::cmp::Ordering::Equal => Ok(db),
            std::cmp::Ordering::Greater => Err(OpenError::Newer),
            std::cmp::Ordering::Less => Err(OpenError::CannotOpen(
                "it is from an older version; start the service once to bring it up to date".into(),
            )),
        }
    }

    pub fn newest_migration() -> i64 {
        SQLITE_MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
    }

    fn connect(url: &DatabaseUrl, max_page_count: Option<u32>) -> Result<Self, OpenError> {
        if url.is_postgres() {
            let options = PgConnectOptions::from_str(url.as_str()).map_err(|_| OpenError::Address)?;
            let pool = PgPoolOptions::new()
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(BUSY);
            return Ok(Db::Postgres(pool.connect_lazy_with(options)));
        }
        if !url.as_str().starts_with("sqlite:") {
            return Err(OpenError::Address);
        }
        let options = SqliteConnectOptions::from_str(url.as_str()).map_err(|_| OpenError::Address)?;
        make_folder_of(options.get_filename())?;
        let common = options
            .busy_timeout(BUSY)
            .foreign_keys(true)
            .pragma("trusted_schema", "OFF")
            .pragma("mmap_size", "0");
        let mut write = common
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // NORMAL would lose answered changes at a power cut.
            .synchronous(SqliteSynchronous::Full)
            .pragma("fullfsync", "ON")
            // What was erased must not be left in free pages.
            .pragma("secure_delete", "ON");
        if let Some(pages) = max_page_count {
            write = write.pragma("max_page_count", pages.to_string());
        }
        let pool = |connections| {
            SqlitePoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(BUSY)
                .idle_timeout(None)
                .max_lifetime(None)
        };
        Ok(Db::Sqlite {
            writer: pool(1).connect_lazy_with(write),
            readers: pool(READERS).connect_lazy_with(common.read_only(true)),
        })
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Db::Postgres(_))
    }

    /// Whether the database answers.
    pub async fn check(&self) -> Result<(), StoreError> {
        on_db!(read self, pool => { sqlx::query("select 1").execute(pool).await?; });
        Ok(())
    }

    /// A fact about the database as a whole.
    pub async fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(on_db!(read self, pool => {
            sqlx::query_scalar("select value from meta where name = $1").bind(name).fetch_optional(pool).await?
        }))
    }

    pub async fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        on_db!(write self, pool => {
            sqlx::query("insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value")
                .bind(name)
                .bind(value)
                .execute(pool)
                .await?;
        });
        Ok(())
    }

    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                // Last of all, so that it moves the log into the file.
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

/// Makes the folder that the file lies in, open to this user alone: it will hold what families wrote.
fn make_folder_of(file: &Path) -> Result<(), OpenError> {
    let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
    else {
        return Ok(());
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| OpenError::CannotOpen(error.to_string()))
}

async fn check_sqlite(writer: &SqlitePool) -> Result<(), OpenError> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(writer).await?;
    if !keeps_commits(&version) {
        return Err(OpenError::OldSqlite(version));
    }
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(writer).await?;
    if journal != "wal" {
        return Err(OpenError::NotDurable("journal_mode is not WAL"));
    }
    let synchronous: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(writer).await?;
    if synchronous != 2 {
        return Err(OpenError::NotDurable("synchronous is not FULL"));
    }
    Ok(())
}

async fn check_postgres(pool: &PgPool) -> Result<(), OpenError> {
    // Not through the pool, which tries again and again and then only says that time is up.
    pool.connect_options().connect().await?.close().await?;
    let fsync: String = sqlx::query_scalar("show fsync").fetch_one(pool).await?;
    if fsync != "on" {
        return Err(OpenError::NotDurable("fsync is off"));
    }
    let commit: String = sqlx::query_scalar("show synchronous_commit").fetch_one(pool).await?;
    if commit == "off" {
        return Err(OpenError::NotDurable("synchronous_commit is off"));
    }
    Ok(())
}

/// Whether this SQLite is past the releases (3.7.0 to 3.51.2) that could lose commits.
fn keeps_commits(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let parts = [
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
    ];
    parts >= [3, 51, 3]
}

#[cfg(test)]
mod tests {
    use super::keeps_commits;

    #[test]
    fn a_sqlite_that_can_lose_commits_is_known_by_its_version() {
        assert!(keeps_commits("3.51.3"));
        assert!(keeps_commits("3.52.1"));
        assert!(keeps_commits("4.0.0"));
        assert!(!keeps_commits("3.51.2"));
        assert!(!keeps_commits("3.9.9"));
        assert!(!keeps_commits("nonsense"));
    }
}
