//! Texts that are almost what a decoder expects: real ones, damaged in one of many ways.

use shared::live::wire::{Cursor, Held, Outcome, Peer, RefuseClass};
use shared::live::{FromBrowser, FromServer, PROTOCOL};
use shared::plan::{Change, Patch, Plan, Record, Refusal, view};
use shared::testing::{Dice, EVERYONE, MAJA, family, random_change};

/// A family's plan after some random wishes.
pub fn lived_in(dice: &mut Dice, wishes: usize) -> Plan {
    let mut plan = family();
    for at in 0..wishes {
        let member = dice.pick(&EVERYONE).unwrap_or(MAJA);
        let change = random_change(dice, &view(&plan, member), member);
        // Many wishes are impossible on purpose.
        let _ = plan.submit(&change, member, at as i64);
    }
    plan
}

/// A frame such as a browser sends.
pub fn browser_frame(dice: &mut Dice, plan: &Plan) -> FromBrowser {
    let cursor = Cursor {
        epoch: format!("{:x}.1", dice.roll()),
        n: dice.roll(),
    };
    let card_id = plan.cards().next().map(|card| card.card_id);
    match dice.below(5) {
        0 => FromBrowser::Hello {
            protocol: PROTOCOL,
            ticket: "ticket".to_owned(),
        },
        1 => FromBrowser::Subscribe {
            plan_id: plan.head().expect("a head").plan_id,
            since: Some(cursor),
        },
        2 => FromBrowser::Submit {
            changes: changes(dice, plan),
        },
        3 => FromBrowser::Presence {
            card_id,
            writing: dice.one_in(2),
        },
        _ => FromBrowser::Ping {
            n: dice.roll() as u32,
            held: Some(Held {
                cursor,
                hash: format!("{:016x}", dice.roll()),
            }),
        },
    }
}

/// A frame such as a server sends.
pub fn server_frame(dice: &mut Dice, plan: &Plan) -> FromServer {
    let cursor = Cursor {
        epoch: "1.1".to_owned(),
        n: dice.below(4) as u64,
    };
    let records = || plan.records().cloned().collect::<Vec<Record>>();
    match dice.below(6) {
        0 => FromServer::Welcome {
            protocol: PROTOCOL,
            member_id: MAJA,
            now: dice.roll() as i64,
        },
        1 => FromServer::Snapshot {
            cursor,
            records: records(),
        },
        2 => {
            let forget = plan.records().take(3).map(Record::key).collect();
            let refused = Outcome::Refused {
                class: RefuseClass::Never,
                refusal: Some(Refusal::TooLong { most: 200 }),
            };
            let answers = vec![(dice.change_id(), Outcome::Applied), (dice.change_id(), refused)];
            FromServer::News {
                cursor,
                patch: Patch { put: records(), forget },
                answers,
            }
        }
        3 => FromServer::Here {
            peers: vec![Peer {
                member_id: MAJA,
                card_id: None,
                writing: true,
            }],
        },
        4 => FromServer::Pong {
            n: 1,
            now: dice.roll() as i64,
        },
        _ => FromServer::Drain {
            spread_ms: dice.roll() as u32,
        },
    }
}

pub fn changes(dice: &mut Dice, plan: &Plan) -> Vec<Change> {
    (0..1 + dice.below(5))
        .map(|_| {
            let member = dice.pick(&EVERYONE).unwrap_or(MAJA);
            random_change(dice, &view(plan, member), member)
        })
        .collect()
}

/// Damages a text: bytes other, gone or doubled, pieces swapped, numbers enormous, names strange.
pub fn damage(dice: &mut Dice, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..1 + dice.below(3) {
        if bytes.is_empty() {
            break;
        }
        let (one, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
        let (from, to) = (one.min(other), one.max(other));
        match dice.below(8) {
            0 => bytes[from] = dice.roll() as u8,
            1 => drop(bytes.drain(from..to.min(from + 40))),
            2 => {
                let piece = bytes[from..to.min(from + 200)].to_vec();
                bytes.splice(from..from, piece);
            }
            3 => bytes.truncate(from),
            4 => replace_numbers(dice, &mut bytes, from),
            5 => drop(bytes.splice(from..from, *b"\"\xF0\x9F\xA6\x86\\u0000\\ud800")),
            6 => drop(bytes.splice(from..from, std::iter::repeat_n(b'[', 300))),
            _ => bytes.swap(from, to),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn replace_numbers(dice: &mut Dice, bytes: &mut Vec<u8>, from: usize) {
    const NUMBERS: [&str; 7] = [
        "0",
        "-1",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "1e999",
        "0.5",
    ];
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| at + from) else {
        return;
    };
    let end = bytes[start..]
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .map_or(bytes.len(), |at| at + start);
    let number = dice.pick(&NUMBERS).unwrap_or("0");
    bytes.splice(start..end, number.bytes());
}
