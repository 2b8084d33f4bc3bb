//! The product from outside.

pub mod browser;
pub mod simulator;
