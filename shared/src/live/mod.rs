//! Live editing: what goes over the wire, and the browser's half of it as a machine without IO.
//!
//! The rules are numbered in `LIVE_EDITING.md` beside this crate; tests quote the numbers.

pub mod client;
pub mod limits;
pub mod wire;

pub use client::{ClientCore, Effect, Saved, Turned};
pub use wire::{FromBrowser, FromServer, Outcome, PROTOCOL, Peer, RefuseClass};
