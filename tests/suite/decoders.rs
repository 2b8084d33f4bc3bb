//! [L15] Nothing that comes in from outside makes anything panic, whatever it is.
//!
//! Real frames, damaged in many ways, go through each decoder. What can still be read is read again from
//! what is written, and handed to the machine that it is meant for. `tests/fuzz` holds the same
//! decoders for a fuzzer.

use backend::demo::family::FamilyFile;
use backend::live::core::{ConnId, ServerCore};
use backend::live::socket::read_frame;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::day::Day;
use shared::live::{ClientCore, FromBrowser, FromServer};
use shared::plan::{CellId, Change, Key, Patch, Plan, Record, view};
use shared::testing::{Dice, EVERYONE, MAJA};
use std::fmt::Debug;
use tests::damage::{browser_frame, changes, damage, lived_in, server_frame};

const TEXTS: usize = 20_000;

#[test]
fn a_damaged_frame_of_a_browser_is_a_frame_or_a_code_and_the_server_goes_on() {
    let mut dice = Dice(1);
    let plan = lived_in(&mut dice, 40);
    let mut core = ServerCore::new(plan.head().unwrap().plan_id, plan.clone(), 0, 1);
    let conn = ConnId(1);
    let mut read = 0;
    for at in 0..TEXTS as i64 {
        let text = serde_json::to_string(&browser_frame(&mut dice, &plan)).unwrap();
        let Ok(frame) = read_frame(&damage(&mut dice, &text)) else {
            continue;
        };
        assert_same_when_written_again(&frame);
        read += 1;
        match frame {
            FromBrowser::Hello { .. } => {}
            FromBrowser::Subscribe { since, .. } => drop(core.join(conn, EVERYONE[at as usize % EVERYONE.len()], since, at)),
            FromBrowser::Submit { changes } => changes.into_iter().for_each(|change| drop(core.submit(conn, change, at))),
            FromBrowser::Presence { card_id, writing } => drop(core.presence(conn, card_id, writing, at)),
            FromBrowser::Ping { n, held } => drop(core.ping(conn, n, held, at)),
        }
        if core.next_batch().is_some() {
            core.committed();
        }
    }
    assert!(read > TEXTS / 100, "only {read} damaged frames could still be read");
}

#[test]
fn a_damaged_frame_of_a_server_is_a_frame_or_nothing_and_the_browser_goes_on() {
    let mut dice = Dice(2);
    let plan = lived_in(&mut dice, 15);
    let mut client = ClientCore::new(plan.head().unwrap().plan_id, MAJA);
    client.opened("ticket".to_owned(), 0);
    let mut read = 0;
    for at in 0..TEXTS as i64 / 4 {
        let text = serde_json::to_string(&server_frame(&mut dice, &view(&plan, MAJA))).unwrap();
        let Ok(frame) = serde_json::from_str::<FromServer>(&damage(&mut dice, &text)) else {
            continue;
        };
        assert_same_when_written_again(&frame);
        read += 1;
        client.received(frame, at);
        for change in changes(&mut dice, &plan) {
            let _ = client.submit(change.clone(), at);
            client.stored(change.change_id, at);
        }
        client.tick(at, 0);
        if dice.one_in(5) {
            client.closed(at, 0);
            client.opened("ticket".to_owned(), at);
        }
    }
    assert!(read > TEXTS / 400, "only {read} damaged frames could still be read");
}

#[test]
fn a_damaged_change_is_a_change_or_nothing_and_every_member_gets_an_answer_to_it() {
    let mut dice = Dice(3);
    let mut plan = lived_in(&mut dice, 40);
    for at in 0..TEXTS as i64 {
        let one = changes(&mut dice, &plan).remove(0);
        let text = damage(&mut dice, &serde_json::to_string(&one).unwrap());
        let Ok(change) = serde_json::from_str::<Change>(&text) else {
            continue;
        };
        assert_same_when_written_again(&change);
        let member = EVERYONE[dice.below(EVERYONE.len())];
        plan.submit(&change, member, at);
        if at % 500 == 0 {
            plan = lived_in(&mut dice, 40);
        }
    }
}

#[test]
fn a_damaged_record_is_a_record_or_nothing_and_a_plan_of_it_can_be_seen() {
    let mut dice = Dice(4);
    let plan = lived_in(&mut dice, 60);
    let records: Vec<Record> = plan.records().cloned().collect();
    for _ in 0..TEXTS {
        let record = dice.pick(&records).unwrap();
        let text = damage(&mut dice, &serde_json::to_string(&record).unwrap());
        let Ok(record) = serde_json::from_str::<Record>(&text) else {
            continue;
        };
        assert_same_when_written_again(&record);
        if dice.one_in(20) {
            let mut strange: Plan = plan.clone();
            strange.apply(Patch {
                put: vec![record],
                forget: vec![],
            });
            for member in EVERYONE {
                view(&strange, member).state_hash();
            }
        }
    }
}

#[test]
fn a_damaged_key_or_cell_or_day_is_one_or_nothing() {
    let mut dice = Dice(5);
    let keys: Vec<String> = lived_in(&mut dice, 60)
        .records()
        .map(|record| record.key().to_string())
        .collect();
    for _ in 0..TEXTS {
        let key = dice.pick(&keys).unwrap();
        let text = damage(&mut dice, &key);
        if let Ok(key) = text.parse::<Key>() {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        let text = damage(&mut dice, "Ourselves.Now");
        if let Ok(cell) = text.parse::<CellId>() {
            assert_eq!(cell.to_string().parse(), Ok(cell));
        }
        let text = damage(&mut dice, "2026-11-22");
        if let Ok(day) = text.parse::<Day>() {
            assert_eq!(day.to_string().parse(), Ok(day));
        }
    }
}

#[test]
fn a_damaged_file_of_the_demo_is_a_family_or_nothing() {
    let mut dice = Dice(6);
    let file = include_str!("../../backend/demo/lund.toml");
    assert!(toml::from_str::<FamilyFile>(file).is_ok());
    for _ in 0..300 {
        let _ = toml::from_str::<FamilyFile>(&damage(&mut dice, file));
    }
}

proptest! {
    #[test]
    fn any_text_goes_through_every_decoder(text in "\\PC{0,200}") {
        let _ = read_frame(&text);
        let _ = serde_json::from_str::<FromServer>(&text);
        let _ = serde_json::from_str::<Change>(&text);
        let _ = serde_json::from_str::<Record>(&text);
        let _ = toml::from_str::<FamilyFile>(&text);
        let _ = (text.parse::<Key>(), text.parse::<CellId>(), text.parse::<Day>());
    }
}

fn assert_same_when_written_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).expect("what was read can be written");
    assert_eq!(
        &serde_json::from_str::<T>(&text).expect("what was written can be read"),
        value
    );
}
