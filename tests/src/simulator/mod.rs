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
mod leaks;
mod line;
mod many;
mod oracle;
mod server;
mod world;

pub use check::Wrong;
pub use counts::{Counts, Happening};
pub use many::run_many;
pub use world::{run, run_for_leaks};

/// One rule taken out, to show that the checks would notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Without {
    /// The browser puts its own changes on top of what the server says.
    Rebase,
    /// A change that comes twice counts once.
    Idempotency,
    /// An answer comes with or after the patch it tells of.
    PatchBeforeAnswer,
    /// What is no longer for someone's eyes leaves their window.
    Forgetting,
    /// What is for the family alone is shown to no one else.
    Discretion,
}
