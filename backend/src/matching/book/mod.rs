//! The company book: what companies have told, who has talked with them, and what was promised.

mod store;

pub use store::{
    add_contact, add_signal, close_signal, contacts, forget_search, open_signals, save_search, searches, take_signal,
};

use serde::{Deserialize, Serialize};
use shared::day::Day;
use shared::ids::{CompanyId, ContactId, Millis, PersonId, SignalId, WorkplaceId};
use shared::matching::signal::Signal;

/// Somebody has talked with a company.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    pub contact_id: ContactId,
    pub company_id: CompanyId,
    pub workplace_id: Option<WorkplaceId>,
    /// The consultant.
    pub by: PersonId,
    pub at: Millis,
    pub entry: Entry,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Whom they talked with.
    pub with: String,
    #[serde(default)]
    pub phone: String,
    /// What the company needs, and whatever else the next one should know.
    pub note: String,
    /// What the municipality has promised; empty: nothing.
    #[serde(default)]
    pub promised: String,
    #[serde(default)]
    pub promised_by: Option<Day>,
    #[serde(default)]
    pub call: Call,
}

/// Whether to call. The newest entry of a company counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Call {
    #[default]
    Welcome,
    /// Only as the note says, such as before ten.
    AsNoted,
    /// They call themselves.
    DoNotCall,
}

/// A signal as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Received {
    pub signal_id: SignalId,
    pub at: Millis,
    pub signal: Signal,
    /// The consultant who calls.
    pub taken_by: Option<PersonId>,
}
