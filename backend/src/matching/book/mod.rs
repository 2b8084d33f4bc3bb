//! The company book: what companies have told, who has talked with them, and what was promised.

mod store;

pub use store::{
    add_contact, add_signal, close_signal, contacts, forget_search, latest_contacts, leave_signal, open_signals, save_search,
    searches, signal, take_signal,
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

/// A call within so many days is told before anybody calls again.
const JUST_MS: Millis = 14 * 24 * 3_600_000;

/// The newest talk of the last fourteen days, where it was a colleague's: so that no company is called twice. Of one's
/// own talks one knows. `contacts` are of one company, the newest first.
pub fn just_called(contacts: &[Contact], me: PersonId, now: Millis) -> Option<&Contact> {
    contacts.first().filter(|newest| newest.by != me && now - newest.at < JUST_MS)
}

/// What was promised and by when, the newest promise first, as far as nobody has talked with them since.
pub fn promise(contacts: &[Contact]) -> Option<&Contact> {
    contacts.first().filter(|newest| !newest.entry.promised.trim().is_empty())
}

/// Whether to call: as the newest talk says.
pub fn call(contacts: &[Contact]) -> Call {
    contacts.first().map(|newest| newest.entry.call).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn contact(by: u128, at: Millis, call: Call, promised: &str) -> Contact {
        Contact {
            contact_id: ContactId(Uuid::from_u128(at as u128)),
            company_id: CompanyId::MIN,
            workplace_id: None,
            by: PersonId(Uuid::from_u128(by)),
            at,
            entry: Entry {
                with: "Kirsten".into(),
                phone: String::new(),
                note: "Vil gerne have én til hylderne.".into(),
                promised: promised.into(),
                promised_by: None,
                call,
            },
        }
    }

    #[test]
    fn a_colleagues_talk_of_the_last_fourteen_days_is_told_and_nobody_elses() {
        let me = PersonId(Uuid::from_u128(1));
        let now = 2 * JUST_MS;
        let talks = [contact(2, now - JUST_MS + 1, Call::DoNotCall, "")];
        assert!(just_called(&talks, me, now).is_some());
        assert!(just_called(&talks, PersonId(Uuid::from_u128(2)), now).is_none());
        assert!(just_called(&talks, me, now + 1).is_none());
        assert!(just_called(&[], me, now).is_none());
    }

    #[test]
    fn the_newest_talk_says_whether_to_call_and_what_was_promised() {
        let talks = [
            contact(1, 20, Call::AsNoted, "Vi ringer"),
            contact(2, 10, Call::DoNotCall, ""),
        ];
        assert_eq!(call(&talks), Call::AsNoted);
        assert_eq!(promise(&talks).map(|talk| talk.at), Some(20));
        assert_eq!(promise(&talks[1..]), None);
        assert_eq!(call(&[]), Call::Welcome);
    }
}
