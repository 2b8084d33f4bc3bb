//! One plan for a family: its records, the changes people make to it, and the rules for both.
//!
//! Reading order: `records` is what a plan holds; `place` where a card may lie; `change` what a
//! person can want; `submit` judges and carries out; `may` says who decides; `view` what one
//! member sees of it; `patch` the difference between two plans.

mod carry_out;
pub mod change;
pub mod may;
pub mod orphan;
pub mod patch;
pub mod place;
pub mod records;
pub mod refusal;
pub mod submit;
pub mod text;
mod undo;
pub mod view;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tables;

pub use change::{Assign, CardEdit, Change, Intent, NewCard, TextEdit};
pub use may::{Act, May, may, rule};
pub use orphan::Orphan;
pub use patch::{Patch, diff};
pub use place::{CARDS_IN_NOW, CellId, Column, Kind, Lane, Place, is_legal};
pub use records::{
    Agreement, Audience, Card, Cell, Duty, Head, Informed, Kept, Key, LastChange, Member, Plan, Proposal, Record, Role, Touched,
};
pub use refusal::{Refusal, WhomToAsk};
pub use submit::{Answer, undo_of};
pub use text::{Also, Text};
pub use view::view;
