//! The product from outside.

pub mod browser;
pub mod damage;
pub mod simulator;
pub mod server;
pub mod socket;
pub mod wish;
pub mod postgres;
