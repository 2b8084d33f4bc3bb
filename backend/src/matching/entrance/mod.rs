//! What keeps the companies' entrance from being filled by machines, without asking any third party.
//!
//! Each form carries a pass: a number drawn for it, the time at which it was drawn, and our mark on both. So a pass
//! cannot be made elsewhere, cannot be used in the same second by a machine, and runs out. Its number becomes the
//! signal's, so that one form makes one signal however often it is sent, and only the first time counts. Beside that: a
//! field that people do not see, a bound on every text, and limits. They are wide enough for a hall full of companies,
//! and whoever reaches one locks out nobody else: the last one, for all together, only keeps a database from being
//! filled, and long before it the desk says which signals came many at once. Nothing is remembered of anybody but how
//! often an address has sent in the last hours, in memory and never more than so many.

mod limits;
mod store;

use crate::db::{Db, StoreError};
use crate::random::{self, NoRandomness};
use limits::Limit;
use shared::day::{DAY_MS, HOUR_MS};
use shared::ids::{Millis, SignalId};
use shared::matching::signal::{SIGNAL_MAX, Signal};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Nobody reads five questions and answers them in less.
pub const SOONEST_MS: Millis = 2_000;
/// A form that was opened in the morning can be sent in the evening.
pub const LATEST_MS: Millis = 12 * HOUR_MS;

/// Why a signal is not taken. Each says what to do, and what was written stays in the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// Nobody to call, or no place.
    NotWhole,
    /// Fewer than eight digits, or more than fifteen.
    Phone,
    TooLong,
    /// Something stands in the field that should be empty.
    Trap,
    TooQuick,
    /// The pass has run out, or is none of ours.
    TooOld,
    /// Another signal was sent with this form.
    SentBefore,
    /// Too many from one address, or from all.
    TooMany,
    /// Too many about one telephone number from one address.
    TooManyForPhone,
}

impl Refused {
    pub const ALL: [Refused; 9] = [
        Refused::NotWhole,
        Refused::Phone,
        Refused::TooLong,
        Refused::Trap,
        Refused::TooQuick,
        Refused::TooOld,
        Refused::SentBefore,
        Refused::TooMany,
        Refused::TooManyForPhone,
    ];

    /// The sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotWhole => "entrance-refused-not-whole",
            Refused::Phone => "entrance-refused-phone",
            Refused::TooLong => "entrance-refused-long",
            Refused::Trap => "entrance-refused-trap",
            Refused::TooQuick => "entrance-refused-quick",
            Refused::TooOld => "entrance-refused-old",
            Refused::SentBefore => "entrance-refused-before",
            Refused::TooMany => "entrance-refused-many",
            Refused::TooManyForPhone => "entrance-refused-phone-many",
        }
    }

    /// The same form can be sent once more with the pass that it has.
    pub fn keeps_pass(self) -> bool {
        !matches!(self, Refused::TooOld | Refused::SentBefore)
    }

    /// It is not what was written but how often.
    pub fn is_too_many(self) -> bool {
        matches!(self, Refused::TooMany | Refused::TooManyForPhone)
    }
}

/// The guard at the entrance, one for the service.
#[derive(Debug)]
pub struct Entrance {
    key: [u8; 32],
    limits: Mutex<Limits>,
}

#[derive(Debug)]
struct Limits {
    addresses: Limit,
    /// The new addresses that one who rents them gets at once: 65,536 houses of them.
    networks: Limit,
    /// A number together with the address that sent it: nobody locks out somebody else's number.
    phones: Limit,
    /// Of one key: everybody.
    all: Limit,
    /// Addresses at a door that a link opens.
    doors: Limit,
}

impl Entrance {
    pub async fn open(db: &Db) -> Result<Entrance, StoreError> {
        Ok(Entrance::with_key(&store::key(db).await?))
    }

    fn with_key(secret: &str) -> Entrance {
        Entrance {
            key: blake3::derive_key("Bordenden company entrance 2026-11-22", secret.as_bytes()),
            limits: Mutex::new(Limits {
                addresses: Limit::new(60, HOUR_MS),
                networks: Limit::new(180, HOUR_MS),
                phones: Limit::new(4, DAY_MS),
                all: Limit::new(3_000, DAY_MS),
                doors: Limit::new(60, HOUR_MS),
            }),
        }
    }

    /// A pass for a form that is about to be shown.
    pub fn pass(&self, now: Millis) -> Result<String, NoRandomness> {
        let number = random::uuid(now)?;
        Ok(format!("{number}.{}", self.mark(number)))
    }

    /// Whether this is a signal of somebody who had the form before them, and the number it gets.
    pub fn examine(&self, pass: &str, trap: &str, signal: &Signal, now: Millis) -> Result<SignalId, Refused> {
        if !signal.is_whole() {
            return Err(if is_long(signal) {
                Refused::TooLong
            } else {
                Refused::NotWhole
            });
        }
        phone(&signal.phone).ok_or(Refused::Phone)?;
        if !trap.is_empty() {
            return Err(Refused::Trap);
        }
        let (number, drawn) = self.read(pass).ok_or(Refused::TooOld)?;
        match now - drawn {
            ..SOONEST_MS => Err(Refused::TooQuick),
            LATEST_MS.. => Err(Refused::TooOld),
            _ => Ok(SignalId(number)),
        }
    }

    /// Whether one more may come from there. Counts only what is let in.
    pub fn count(&self, signal: &Signal, address: &str, now: Millis) -> Result<(), Refused> {
        let phone = phone(&signal.phone).ok_or(Refused::Phone)?;
        let (network, phone) = (network(address), format!("{phone} {address}"));
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = network.is_some_and(|network| limits.networks.is_reached(network, now));
        if is_full || limits.addresses.is_reached(address, now) || limits.all.is_reached("", now) {
            return Err(Refused::TooMany);
        }
        if limits.phones.is_reached(&phone, now) {
            return Err(Refused::TooManyForPhone);
        }
        limits.addresses.count(address, now);
        limits.phones.count(&phone, now);
        limits.all.count("", now);
        if let Some(network) = network {
            limits.networks.count(network, now);
        }
        Ok(())
    }

    /// Whether this address may come to a door that a link opens. A secret of 256 bits is never guessed; this keeps
    /// whoever tries from costing anything.
    pub fn may_knock(&self, address: &str, now: Millis) -> bool {
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        if limits.doors.is_reached(address, now) {
            return false;
        }
        limits.doors.count(address, now);
        true
    }

    /// The number of a pass of ours, and when it was drawn.
    fn read(&self, pass: &str) -> Option<(Uuid, Millis)> {
        let (number, mark) = pass.split_once('.')?;
        let number: Uuid = number.parse().ok()?;
        let (seconds, nanos) = number.get_timestamp()?.to_unix();
        let ours = self.mark(number);
        // Hashes are compared in constant time.
        let is_ours = blake3::hash(mark.as_bytes()) == blake3::hash(ours.as_bytes());
        is_ours.then_some(())?;
        Some((
            number,
            Millis::try_from(seconds).ok()? * 1_000 + Millis::from(nanos / 1_000_000),
        ))
    }

    fn mark(&self, number: Uuid) -> String {
        blake3::keyed_hash(&self.key, number.as_bytes()).to_hex()[..32].to_owned()
    }
}

fn is_long(signal: &Signal) -> bool {
    let texts = [
        &signal.other_task,
        &signal.must,
        &signal.nice,
        &signal.place,
        &signal.name,
        &signal.phone,
        &signal.not_when,
    ];
    texts.into_iter().any(|text| text.chars().count() > SIGNAL_MAX)
}

/// The digits of a telephone number, the Danish prefix left out, so that one number is one however it is written.
fn phone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let own = digits.strip_prefix("45").filter(|own| own.len() == 8).unwrap_or(digits);
    (8..=15).contains(&own.len()).then(|| own.to_owned())
}

/// Whose address counts. Behind our own proxy it is the last one that the proxy has written down; nobody else is
/// believed. Of the new addresses half belongs to one house.
pub fn address(peer: IpAddr, forwarded: Option<&str>, has_proxy: bool) -> String {
    let told = forwarded
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse::<IpAddr>().ok());
    match told.filter(|_| has_proxy).unwrap_or(peer).to_canonical() {
        IpAddr::V4(old) => old.to_string(),
        IpAddr::V6(new) => {
            let [a, b, c, d, ..] = new.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

/// The network that a new address lies in, as whoever rents one gets it.
fn network(address: &str) -> Option<&str> {
    address.rsplit_once(':').map(|(network, _)| network)
}

#[cfg(test)]
mod tests {
    use super::*;
    use enumset::EnumSet;
    use shared::matching::signal::About;

    const NOW: Millis = 1_795_000_000_000;
    const HERE: &str = "192.0.2.7";

    fn signal(phone: &str) -> Signal {
        Signal {
            about: About::Room,
            tasks: vec![],
            other_task: String::new(),
            times: vec![],
            can_move: false,
            must: String::new(),
            nice: String::new(),
            kinds: EnumSet::empty(),
            place: "Købmanden i Uldum".into(),
            name: "Kirsten".into(),
            phone: phone.into(),
            not_when: String::new(),
        }
    }

    fn entrance() -> Entrance {
        Entrance::with_key("a key")
    }

    /// Sent with a pass of its own, a minute after the form was opened.
    fn send(entrance: &Entrance, phone: &str, address: &str, now: Millis) -> Result<(), Refused> {
        let pass = entrance.pass(now - 60_000).unwrap();
        entrance.examine(&pass, "", &signal(phone), now)?;
        entrance.count(&signal(phone), address, now)
    }

    #[test]
    fn a_form_makes_one_signal_however_often_it_is_sent() {
        let entrance = entrance();
        let pass = entrance.pass(NOW).unwrap();
        let first = entrance.examine(&pass, "", &signal("12 34 56 78"), NOW + 5_000);
        assert!(first.is_ok());
        assert_eq!(entrance.examine(&pass, "", &signal("12 34 56 78"), NOW + 6_000), first);
    }

    #[test]
    fn a_pass_is_refused_too_early_too_late_and_from_elsewhere() {
        let entrance = entrance();
        let pass = entrance.pass(NOW).unwrap();
        let at = |pass: &str, now| entrance.examine(pass, "", &signal("12345678"), now);
        assert_eq!(at(&pass, NOW + SOONEST_MS - 1), Err(Refused::TooQuick));
        assert!(at(&pass, NOW + SOONEST_MS).is_ok());
        assert_eq!(at(&pass, NOW + LATEST_MS), Err(Refused::TooOld));
        assert_eq!(at(&pass, NOW - 1), Err(Refused::TooQuick), "a clock that went back");
        let foreign = Entrance::with_key("another key").pass(NOW).unwrap();
        for wrong in [foreign.as_str(), "", ".", "nonsense", &pass[..36], &format!("{pass}0")] {
            assert_eq!(at(wrong, NOW + 60_000), Err(Refused::TooOld), "{wrong}");
        }
    }

    #[test]
    fn what_only_a_machine_fills_in_is_refused_and_so_is_what_nobody_could_call_about() {
        let entrance = entrance();
        let pass = entrance.pass(NOW).unwrap();
        let at = |trap: &str, signal: &Signal| entrance.examine(&pass, trap, signal, NOW + 60_000);
        assert_eq!(at("https://spam.example", &signal("12345678")), Err(Refused::Trap));
        assert_eq!(at("", &signal("1234 567")), Err(Refused::Phone));
        assert_eq!(at("", &signal(" ")), Err(Refused::NotWhole));
        let mut long = signal("12345678");
        long.must = "a".repeat(SIGNAL_MAX + 1);
        assert_eq!(at("", &long), Err(Refused::TooLong));
    }

    #[test]
    fn a_hall_full_of_companies_sends_and_a_machine_does_not_go_on_for_ever() {
        let entrance = entrance();
        for n in 0..60 {
            assert!(send(&entrance, &format!("123456{n:02}"), HERE, NOW).is_ok(), "{n}");
        }
        assert_eq!(send(&entrance, "12345699", HERE, NOW), Err(Refused::TooMany));
        assert!(send(&entrance, "12345699", "192.0.2.8", NOW).is_ok(), "a neighbour still may");
        assert!(send(&entrance, "12345699", HERE, NOW + 2 * HOUR_MS).is_ok());
    }

    #[test]
    fn whoever_rents_a_network_of_new_addresses_is_one_sender() {
        let entrance = entrance();
        let from = |network: u16, house: u32| {
            let peer = format!("2001:db8:{network:x}:{house:x}::1").parse().unwrap();
            send(&entrance, &(20_000_000 + house).to_string(), &address(peer, None, false), NOW)
        };
        for house in 0..180 {
            assert_eq!(from(1, house), Ok(()), "{house}");
        }
        assert_eq!(from(1, 180), Err(Refused::TooMany));
        assert_eq!(from(2, 180), Ok(()));
    }

    #[test]
    fn a_number_is_one_number_however_it_is_written_and_nobody_locks_it_out_from_elsewhere() {
        let entrance = entrance();
        for written in ["12345678", "12 34 56 78", "+45 12345678", "0045-12-34-56-78"] {
            assert!(send(&entrance, written, HERE, NOW).is_ok());
        }
        assert_eq!(send(&entrance, "(12) 345678", HERE, NOW), Err(Refused::TooManyForPhone));
        assert_eq!(send(&entrance, "12345678", "192.0.2.99", NOW), Ok(()));
    }

    #[test]
    fn all_together_send_far_more_often_than_a_municipality_has_companies_and_not_without_end() {
        let entrance = entrance();
        let from = |n: u32| {
            send(
                &entrance,
                &(20_000_000 + n).to_string(),
                &format!("10.0.{}.{}", n / 200, n % 200),
                NOW,
            )
        };
        for n in 0..3_000 {
            assert_eq!(from(n), Ok(()), "{n}");
        }
        assert_eq!(from(3_000), Err(Refused::TooMany));
    }

    #[test]
    fn only_our_own_proxy_is_believed_and_only_its_last_word() {
        let peer: IpAddr = "192.0.2.1".parse().unwrap();
        assert_eq!(address(peer, Some("198.51.100.1"), false), "192.0.2.1");
        assert_eq!(address(peer, Some("198.51.100.1, 203.0.113.5"), true), "203.0.113.5");
        assert_eq!(address(peer, Some("nonsense"), true), "192.0.2.1");
        assert_eq!(address("2001:db8:1:2:3::4".parse().unwrap(), None, true), "2001:db8:1:2");
        assert_eq!(address("::ffff:192.0.2.9".parse().unwrap(), None, false), "192.0.2.9");
    }
}
