//! The company book: what companies have told, who has talked with them, and what was promised.

mod store;

pub use store::{
    add_contact, add_signal, close_signal, contacts, finished_signals, keep_promise, latest_contacts, leave_signal,
    open_promises, open_signals, reopen_signal, signal, take_over_signal, take_signal,
};

use serde::{Deserialize, Serialize};
use shared::day::{DAY_MS, Day};
use shared::ids::{CompanyId, ContactId, Millis, PersonId, SignalId, WorkplaceId};
use shared::matching::calendar::working_day;
use shared::matching::signal::Signal;
use std::collections::BTreeSet;

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
    /// When that was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Day>,
    #[serde(default)]
    pub call: Call,
}

impl Entry {
    /// Something was promised that is not kept yet.
    pub fn is_promised(&self) -> bool {
        !self.promised.trim().is_empty() && self.kept.is_none()
    }
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
    /// `None`: it is not.
    pub done_at: Option<Millis>,
}

impl Received {
    /// How many days later than promised it is: we call by the next working day.
    pub fn days_late(&self, today: Day) -> u32 {
        let due = working_day(Day::in_denmark(self.at), 1);
        today.days_since(due).max(0).unsigned_abs()
    }
}

/// A call within so many days is told before anybody calls again.
const JUST_MS: Millis = 14 * DAY_MS;

/// More signals in a day than all companies here write.
const MANY: usize = 300;

/// Those that came after so many others in a day that a machine may have written them. `open`: the oldest first.
pub fn many_at_once(open: &[Received]) -> BTreeSet<SignalId> {
    let before = open.iter().map(|received| received.at);
    open.iter()
        .skip(MANY)
        .zip(before)
        .filter(|(received, before)| received.at - before < DAY_MS)
        .map(|(received, _)| received.signal_id)
        .collect()
}

/// The newest talk of the last fourteen days, where it was a colleague's: so that no company is called twice. Of one's
/// own talks one knows. `contacts` are of one company, the newest first.
pub fn just_called(contacts: &[Contact], me: PersonId, now: Millis) -> Option<&Contact> {
    contacts.first().filter(|newest| newest.by != me && now - newest.at < JUST_MS)
}

/// What was promised and is not kept yet, what is due first on top. A later talk takes no promise away. What has no day
/// comes after what has one.
pub fn promises<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> Vec<&'a Contact> {
    let mut promises: Vec<&Contact> = contacts.into_iter().filter(|contact| contact.entry.is_promised()).collect();
    promises.sort_by_key(|contact| (contact.entry.promised_by.is_none(), contact.entry.promised_by, contact.at));
    promises
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
                kept: None,
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
    fn what_came_after_very_many_others_in_a_day_is_told_apart() {
        let received = |n: usize, at| Received {
            signal_id: SignalId(Uuid::from_u128(n as u128)),
            at,
            signal: serde_json::from_str(r#"{"about":"Room","place":"Uldum","name":"Ole","phone":"12345678"}"#).unwrap(),
            taken_by: None,
            done_at: None,
        };
        let mut open: Vec<Received> = (0..MANY + 2).map(|n| received(n, 1_000 + n as Millis)).collect();
        let many = many_at_once(&open);
        assert_eq!(Vec::from_iter(many), [open[MANY].signal_id, open[MANY + 1].signal_id]);
        // A day after the first of those before it, it is one of few.
        open[MANY + 1].at = open[1].at + DAY_MS;
        assert_eq!(Vec::from_iter(many_at_once(&open)), [open[MANY].signal_id]);
        assert!(many_at_once(&open[..MANY]).is_empty());
    }

    #[test]
    fn the_newest_talk_says_whether_to_call() {
        let talks = [contact(1, 20, Call::AsNoted, ""), contact(2, 10, Call::DoNotCall, "")];
        assert_eq!(call(&talks), Call::AsNoted);
        assert_eq!(call(&[]), Call::Welcome);
    }

    #[test]
    fn a_promise_stands_until_it_is_kept_whoever_talks_with_them_later() {
        let day = |text: &str| Some(text.parse().unwrap());
        let mut talks = [
            contact(1, 30, Call::Welcome, " "),
            contact(2, 20, Call::Welcome, "To at se på"),
            contact(1, 10, Call::Welcome, "Vi ringer"),
            contact(1, 5, Call::Welcome, "Kaffe"),
        ];
        talks[1].entry.promised_by = day("2026-12-01");
        talks[2].entry.promised_by = day("2026-11-20");
        let open = |talks: &[Contact]| promises(talks).iter().map(|talk| talk.at).collect::<Vec<_>>();
        assert_eq!(open(&talks), [10, 20, 5], "what is due first on top, what has no day last");
        talks[2].entry.kept = day("2026-11-19");
        assert_eq!(open(&talks), [20, 5]);
        assert_eq!(open(&talks[..1]), [0; 0]);
    }

    #[test]
    fn we_are_late_when_the_next_working_day_has_passed() {
        let late = |came: &str, today: &str| {
            let noon = came.parse::<Day>().unwrap().days_since(Day::EPOCH) as Millis * DAY_MS + DAY_MS / 2;
            let signal = r#"{"about":"Room","place":"Uldum","name":"Ole","phone":"12345678"}"#;
            let received = Received {
                signal_id: SignalId(Uuid::nil()),
                at: noon,
                signal: serde_json::from_str(signal).unwrap(),
                taken_by: None,
                done_at: None,
            };
            received.days_late(today.parse().unwrap())
        };
        // A Thursday, and a Friday before a weekend.
        assert_eq!((late("2026-11-19", "2026-11-20"), late("2026-11-19", "2026-11-21")), (0, 1));
        assert_eq!((late("2026-11-20", "2026-11-23"), late("2026-11-20", "2026-11-24")), (0, 1));
    }
}
