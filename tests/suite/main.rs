//! The product from outside: one test binary, one file for each side of it.

mod converge;
mod decoders;
mod machines;
mod rules;
mod store;
mod kill;
mod live;
mod bad_input;
mod http;
