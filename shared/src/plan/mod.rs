//! One plan for a family: its records, the changes people make to it, and the rules for both.
//!
//! Reading order: `records` is what a plan holds, with `help`, `promise`, `table`, `consent`, `hand` and
//! `voices` for its parts and what is done to them; `place` where a card may lie; `change` what a person
//! can want; `submit` judges and carries out; `may` says who decides; `view` what one member sees of it;
//! `patch` the difference between two plans; `lapse` what time alone ends.

mod carry_out;
pub mod change;
pub mod consent;
pub mod hand;
pub mod help;
mod key;
mod lapse;
pub mod may;
pub mod orphan;
pub mod patch;
pub mod place;
pub mod promise;
pub mod records;
pub mod refusal;
pub mod submit;
pub mod table;
pub mod text;
mod undo;
pub mod view;
pub mod voices;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tables;

pub use change::{Assign, CardEdit, Change, Intent, NewCard, TextEdit};
pub use consent::{Consent, ConsentText, Grantee, Scope};
pub use hand::Pen;
pub use help::{Answered, Decision, EndWish, Help, HelpFacts, Load, NewAnswer, NewDecision, Often, Rated, Rating, WishAnswer};
pub use key::Key;
pub use may::{Act, May, may, rule};
pub use orphan::Orphan;
pub use patch::{Patch, diff};
pub use place::{CARDS_IN_NOW, CellId, Column, Kind, Lane, Place, is_legal};
pub use promise::{AgreementEdit, NewAgreement, Repeats, Tick};
pub use records::{
    Agreement, Audience, Card, Cell, Duty, Head, Informed, Kept, LastChange, Member, Plan, Proposal, Record, Role, Touched,
};
pub use refusal::{Refusal, WhomToAsk};
pub use submit::{Answer, undo_of};
pub use table::{Baton, MemberEdit, NewMember};
pub use text::{Also, Text};
pub use view::view;
pub use voices::{CoreTask, Face, Movement, Promises, Pulse, Reading, Remark, Says, Strength, StrengthKind};
