//! What the matching may know, held to account: every table and every field is on a list, each with the reason it is
//! there; and whatever it answers is searched for what belongs to a plan, to a family, or to one person alone.

pub mod canaries;
mod exchange;
mod fields;
mod same_answer;
mod tables;
mod what_if;
