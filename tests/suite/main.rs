//! The product from outside: one test binary, one file for each side of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where, and that is enough")]

mod bad_input;
mod converge;
mod decoders;
mod http;
mod kill;
mod leak;
mod live;
mod machines;
mod market;
mod matching;
mod papers;
mod rules;
mod store;
