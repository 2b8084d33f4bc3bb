//! A small world in which live editing goes wrong in every way at once, and a check after every step.
//!
//! The two machines in it, `ClientCore` and `ServerCore`, are the ones that browsers and servers run.
//! Networks, tabs, disks and clocks are models. One seed decides everything, so a schedule that
//! fails can be run again. No threads, no time, no IO.

mod canary;
mod check;
mod counts;
mod device;
mod disk;
mod line;
mod server;
mod world;

pub use check::Wrong;
pub use counts::{Counts, Happening};
pub use world::run;

/// One rule taken out, to show that the checks would notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Without {
    /// The browser puts its own changes on top of what the server says.
    Rebase,
    /// A change that comes twice counts once.
    Idempotency,
    /// An answer comes with or after the patch it tells of.
    PatchBeforeAnswer,
}
