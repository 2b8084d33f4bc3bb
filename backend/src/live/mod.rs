//! Live editing on the server: how a change travels from one browser to the disk and to the others.
//!
//! `socket` reads it → the plan's `actor` has it judged by the `core` → `writer` commits it together
//! with those of other plans → the actor sends what each may see into everyone's `outbox`. `hub` finds
//! the actor of a plan; `feed` tells actors that other servers committed, and `catch_up` reads what;
//! `sockets` knows every connection, so that signing out and stopping reach them.

pub mod actor;
pub mod catch_up;
pub mod core;
mod decided;
pub mod feed;
pub mod hub;
pub mod outbox;
pub mod pace;
pub mod readers;
#[cfg(feature = "testing")]
pub mod sabotage;
pub mod socket;
pub mod sockets;
mod watcher;
pub mod writer;
