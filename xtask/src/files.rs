//! Reading and writing with errors that name the file.

use crate::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Whoever reads the file while it is written sees the old one or the new one, never half of it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let told = |error| format!("{}: {error}", path.display());
    let mut half = path.as_os_str().to_owned();
    half.push(unfinished());
    fs::write(&half, bytes).map_err(told)?;
    fs::rename(&half, path).map_err(told)?;
    Ok(())
}

/// How a name ends while its file or folder is being made; another xtask beside this one makes its own.
pub fn unfinished() -> String {
    format!(".half-{}", std::process::id())
}

/// Gives a finished folder its name. Folders are named after their contents, so one that is there already is as good.
pub fn publish_folder(half: &Path, whole: &Path) -> Outcome {
    match fs::rename(half, whole) {
        Err(_) if whole.is_dir() => remove_folder(half),
        done => Ok(done?),
    }
}

/// A folder that somebody else has removed meanwhile is gone too.
pub fn remove_folder(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(format!("{}: {error}", path.display()).into()),
        _ => Ok(()),
    }
}

/// The files of a folder whose names end so, by name. A folder that is not there has none.
pub fn list(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A file's name without folder and extension.
pub fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// A short name for contents: the same bytes, the same name.
pub fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        // The length keeps "ab" + "c" apart from "a" + "bc".
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_where_one_part_ends() {
        assert_eq!(fingerprint([b"ab".as_slice(), b"c"]), fingerprint([b"ab".as_slice(), b"c"]));
        assert_ne!(fingerprint([b"ab".as_slice(), b"c"]), fingerprint([b"a".as_slice(), b"bc"]));
    }
}
