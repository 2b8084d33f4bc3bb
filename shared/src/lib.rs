//! What the browser and the server must agree on.
//!
//! Pure: no IO, no clock, no randomness. Ids and instants come in from outside, so the same
//! input gives the same plan natively and in wasm, to the bit.

pub mod day;
pub mod ids;
pub mod live;
pub mod matching;
pub mod plan;
pub mod problem;

#[cfg(any(test, feature = "testing"))]
pub mod testing;
