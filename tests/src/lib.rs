//! The product from outside.

pub mod browser;
pub mod damage;
pub mod day_job;
pub mod postgres;
pub mod server;
pub mod simulator;
pub mod socket;
pub mod wish;
