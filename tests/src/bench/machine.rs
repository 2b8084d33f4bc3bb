//! What the figures were measured on, without which they say little.

use super::figures::{Sample, Table};
use backend::clock::stopwatch;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

const SYNCS: usize = 200;

/// Processor, cores, memory, file system and how busy the machine was, in one line.
pub fn line(folder: &Path) -> String {
    let processor = value_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".into());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let kilobytes = value_of("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    format!(
        "Machine: {processor}, {cores} cores, {} GB, {}, load {load} at start",
        kilobytes.unwrap_or(0) / 1_000_000,
        file_system_of(folder)
    )
}

/// What one sync of four kilobytes costs here: no commit can cost less. A log that grows pays the first
/// price, one that is written over the second; SQLite's does both.
pub fn fsync(folder: &Path, table: &mut Table) {
    let path = folder.join("sync");
    let mut file = fs::File::create(&path).expect("a file to sync");
    let (mut grown, mut written_over) = (Sample::default(), Sample::default());
    for sample in [&mut grown, &mut written_over] {
        file.seek(SeekFrom::Start(0)).expect("a file with a start");
        for _ in 0..SYNCS {
            let start = stopwatch();
            file.write_all(&[7; 4_096]).expect("room on the disk");
            file.sync_all().expect("a disk that syncs");
            sample.add(start.elapsed());
        }
    }
    let _ = fs::remove_file(path);
    table.times("one fsync of 4 kB, file grows", &grown, "");
    table.times("one fsync of 4 kB, written over", &written_over, "");
}

/// How long this process has kept a core busy since it started.
pub fn busy_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name, which may hold spaces, the twelfth and thirteenth value: time as itself and in the system.
    let values = stat.rsplit_once(')').map(|(_, values)| values).unwrap_or_default();
    values
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / TICKS_A_SECOND
}

fn value_of(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The kind of file system that holds the folder. One in memory would make every commit look fast.
fn file_system_of(folder: &Path) -> String {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let folder = folder.canonicalize().unwrap_or_default();
    let holds = mounts.lines().filter_map(|line| {
        let mut parts = line.split(' ').skip(1);
        let (place, kind) = (parts.next()?, parts.next()?);
        folder.starts_with(place).then_some((place.len(), kind))
    });
    let kind = holds
        .max_by_key(|(length, _)| *length)
        .map_or("unknown file system", |(_, kind)| kind);
    if matches!(kind, "tmpfs" | "ramfs") {
        format!("{kind}: NOT A DISK")
    } else {
        kind.to_owned()
    }
}
