//! Who has an account and at which tables they sit, and the two ways to a seat of one's own: a link that the
//! family makes, and its yes to one who asks.
//!
//! A seat goes with the member's own record: whoever leaves the table loses it in the same commit, and
//! whoever the family says yes to gets it there, whichever way the change came.

pub mod asking;
pub mod invitations;
pub mod store;
