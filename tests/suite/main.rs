//! The product from outside: one test binary, one file for each side of it.

mod converge;
