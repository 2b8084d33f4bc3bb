//! Places for people and people for places: what is stored of them, and who is shown what.
//!
//! The rules are in `shared::matching`, pure, and the browser runs the same. Here is what they are asked of: `store`
//! keeps companies, workplaces, placements and candidates, `market` holds them in memory, `desk` keeps that as new as
//! the last write. `lists` makes both lists, `access` says who may ask, `answers` who has said yes or no, `looked` who has seen what, `book`
//! what companies have told. Nothing here reads a plan, and nobody's family, benefit or health can be read here.

pub mod access;
pub mod answers;
pub mod book;
pub mod desk;
pub mod lists;
pub mod looked;
pub mod market;
pub mod routes;
pub mod rules;
pub mod store;

pub use desk::Desk;
pub use routes::routes;
