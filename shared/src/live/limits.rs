//! How much of everything. Each limit is told to the browser's side here and held on the server's side too.

/// The largest frame a browser may send, in bytes.
pub const FRAME_IN: usize = 64 * 1024;
/// The most changes in one `Submit`.
pub const CHANGES_PER_FRAME: usize = 50;
/// The most changes that one browser sends before the first is answered.
pub const IN_FLIGHT: usize = 32;
/// Changes a connection may send in a burst, and how many a second after that.
pub const BURST: u32 = 64;
pub const CHANGES_PER_SECOND: u32 = 20;
/// Frames that wait for one slow reader before it is given a snapshot instead.
pub const FRAMES_OUT: usize = 256;
/// Patches kept for a member, so that one who comes back gets the tail.
pub const TAIL: usize = 64;
/// Changes that wait for one plan on the server.
pub const STAGED: usize = 512;
/// Cards, agreements and proposals that one plan holds, as its owner sees it.
pub const RECORDS: usize = 2_000;
/// Connections to one plan on one server.
pub const CONNECTIONS_PER_PLAN: usize = 60;
/// Changes that wait on a device that cannot reach the server.
pub const OUTBOX: usize = 2_000;

/// The first frame must come within this many milliseconds.
pub const HELLO_WITHIN_MS: u64 = 5_000;
/// A browser pings this often.
pub const PING_EVERY_MS: i64 = 15_000;
/// A connection is dead after this much silence, as the browser sees it.
pub const DEAD_AFTER_MS: i64 = 30_000;
/// A connection is dead after this much silence, as the server sees it.
pub const SILENT_AFTER_MS: u64 = 45_000;
/// Who is here is forgotten after this long without a sign.
pub const PRESENCE_MS: i64 = 35_000;
/// A ticket opens one connection, within this long.
pub const TICKET_MS: i64 = 30_000;
/// Reconnecting waits a random time up to `RETRY_FIRST_MS` · 2ⁿ, at most `RETRY_MOST_MS`.
pub const RETRY_FIRST_MS: i64 = 500;
pub const RETRY_MOST_MS: i64 = 30_000;
/// A connection that held this long counts as healthy: n starts again at 0.
pub const HEALTHY_AFTER_MS: i64 = 30_000;
