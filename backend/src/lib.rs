//! The service: one binary, one database, every family's plan.
//!
//! `app` is the whole route list; `auth` who is asking; `plan` what is stored of a plan; `live` how
//! a change travels from one browser to the disk and on to the others; `matching` places for people who look for work.

#[macro_use]
pub mod db;

pub mod clock;
pub mod random;
mod zone;

pub mod config;
pub mod metrics;
pub mod words;

pub mod error;

pub mod auth;
pub mod live;
pub mod matching;
pub mod plan;

pub mod api;
pub mod demo;
pub mod pages;

pub mod app;
pub mod backup;
pub mod serve;

pub use config::Config;
pub use serve::{ServerHandle, StartError, serve};
