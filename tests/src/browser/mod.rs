//! Bordenden as people meet it: a real server, the real widget, real browser windows.

mod proxy;
mod town;
mod window;

pub use proxy::Proxy;
pub use town::Town;
pub use window::{Point, Window};
