//! The product from outside.

pub mod browser;
pub mod damage;
pub mod postgres;
pub mod server;
pub mod simulator;
pub mod socket;
pub mod wish;
