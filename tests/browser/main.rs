//! Bordenden as people meet it: a real server, the real widget, real browser windows.
//!
//! Needs `cargo xtask wasm` to have built the widget, and Chromium with its driver; `cargo xtask test`
//! sees to both. Whatever is missing is a failure, never a skip.

mod access;
mod decides;
mod desk_keys;
mod drag;
mod embed;
mod news;
mod own_week;
mod together;
mod what_if;
