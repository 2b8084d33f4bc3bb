//! A whole database as one file of JSON lines, and back: the same file for SQLite and PostgreSQL, so
//! that it also moves a service from one to the other.
//!
//! Read in one transaction while the service runs. Sessions, tickets and codes are left out: one who
//! signed out after the backup must not be signed in by a restore.

mod store;

use crate::clock::Clock;
use crate::db::{Db, StoreError};
use serde::{Deserialize, Serialize};
use shared::ids::Millis;
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use store::Row;

/// The layout of the file itself. What the rows hold is told by the number of the last migration.
const FORMAT: u32 = 1;

#[derive(Debug, Serialize, Deserialize)]
enum Line {
    Backup {
        format: u32,
        migration: i64,
        made_at: Millis,
    },
    Row(Row),
    /// The last line. A file without it was cut off.
    End {
        rows: u64,
    },
}

/// Why there is no backup, or why it was not restored, in one line.
#[derive(Debug)]
pub enum BackupError {
    Store(StoreError),
    File(PathBuf, io::Error),
    Unreadable { line: usize },
    Newer,
    CutOff,
    NotEmpty,
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BackupError::Store(error) => write!(f, "the database does not answer: {error}"),
            BackupError::File(path, error) => write!(f, "{}: {error}", path.display()),
            BackupError::Unreadable { line } => write!(f, "line {line} of the backup cannot be read; nothing was restored"),
            BackupError::Newer => write!(f, "the backup was made by a newer Bordenden; restore it with that version"),
            BackupError::CutOff => write!(f, "the backup is not whole: its last line is missing; nothing was restored"),
            BackupError::NotEmpty => write!(f, "the database is not empty; restore into a new one"),
        }
    }
}

impl std::error::Error for BackupError {}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        BackupError::Store(error)
    }
}

/// Writes everything into a new file; answers how many rows. The file appears whole or not at all.
pub async fn backup(db: &Db, file: &Path, clock: &Clock) -> Result<u64, BackupError> {
    let failed = |error| BackupError::File(file.to_path_buf(), error);
    if file.exists() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let partial = file.with_added_extension("partial");
    let mut out = BufWriter::new(new_file(&partial).map_err(|error| BackupError::File(partial.clone(), error))?);
    write_line(
        &mut out,
        &Line::Backup {
            format: FORMAT,
            migration: Db::newest_migration(),
            made_at: clock.now(),
        },
    )
    .map_err(failed)?;
    let mut rows = 0;
    let written = store::read_all(db, |row| {
        rows += 1;
        write_line(&mut out, &Line::Row(row))
    });
    written.await?.map_err(failed)?;
    write_line(&mut out, &Line::End { rows }).map_err(failed)?;
    let done = out.into_inner().map_err(io::IntoInnerError::into_error).map_err(failed)?;
    done.sync_all().map_err(failed)?;
    std::fs::rename(&partial, file).map_err(failed)?;
    Ok(rows)
}

/// Reads a backup into an empty database, all of it or nothing; answers how many rows.
pub async fn restore(db: &Db, file: &Path) -> Result<u64, BackupError> {
    if !store::is_empty(db).await? {
        return Err(BackupError::NotEmpty);
    }
    let open = || File::open(file).map_err(|error| BackupError::File(file.to_path_buf(), error));
    // Read twice, so that a file that is not whole is found before anything is written.
    let mut count = 0;
    read_rows(open()?, |_| count += 1)?;
    let mut rows = Vec::new();
    read_rows(open()?, |row| rows.push(row))?;
    store::write_all(db, rows).await?;
    Ok(count)
}

/// A file that this user alone can read: it holds what families wrote.
fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn write_line(out: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

fn read_rows(file: File, mut each: impl FnMut(Row)) -> Result<(), BackupError> {
    let mut count: u64 = 0;
    for (number, text) in BufReader::new(file).lines().enumerate() {
        let unreadable = BackupError::Unreadable { line: number + 1 };
        let Some(line) = text.ok().and_then(|text| serde_json::from_str::<Line>(&text).ok()) else {
            return Err(unreadable);
        };
        match line {
            Line::Backup { format, migration, .. } if number == 0 => {
                if format > FORMAT || migration > Db::newest_migration() {
                    return Err(BackupError::Newer);
                }
            }
            Line::Row(row) if number > 0 => {
                count += 1;
                each(row);
            }
            Line::End { rows } if number > 0 => return if rows == count { Ok(()) } else { Err(BackupError::CutOff) },
            _ => return Err(unreadable),
        }
    }
    Err(BackupError::CutOff)
}
