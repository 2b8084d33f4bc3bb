//! The pages that we serve ourselves: sign-in, a plan, what went wrong, and the window through which
//! someone signs in for another site.
//!
//! They are whole without a script: a plan can be read, printed and signed out of as plain HTML. The
//! board, where a browser can run it, takes the plain text's place. No page has an inline style or script.

pub mod embed;
pub mod frame;
pub mod plain_plan;
pub mod plan_page;
pub mod problem_page;
pub mod reader;
pub mod routes;
pub mod sign_in;

pub use problem_page::problem_html;
pub use routes::{not_found, routes};
