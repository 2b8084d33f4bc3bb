//! A backup that was damaged on its way is restored whole or not at all.

use backend::backup;
use backend::clock::Clock;
use backend::db::Db;
use backend::plan::store;
use proptest::prelude::*;
use tests::server::{Database, Folder, TestServer};

#[tokio::test]
async fn a_damaged_backup_is_restored_whole_or_not_at_all() {
    let database = Database::sqlite();
    TestServer::start(&database).await.handle.stop().await;
    let folder = Folder::new();
    let file = folder.path("whole.jsonl");
    let db = Db::open_to_read(&database.url.clone().into()).await.unwrap();
    let rows = backup::backup(&db, &file, &Clock::default()).await.unwrap();
    db.close().await;
    let whole = std::fs::read(&file).unwrap();
    let mut empty = Empty::new().await;
    assert_eq!(restore(&mut empty, &folder, &whole).await, Some(rows));
    let mut cases = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..300 {
        let tree = damage(whole.len()).new_tree(&mut cases).unwrap();
        let damaged = proptest::strategy::ValueTree::current(&tree).apply(whole.clone());
        // Where the damage does not show, as in a family's own words, everything is restored.
        let restored = restore(&mut empty, &folder, &damaged).await;
        assert!(restored.is_none() || restored == Some(rows));
    }
    for line in ["", "{}", r#"{"End":{"rows":0}}"#, r#"{"Row":{}}"#, "\u{feff}"] {
        assert_eq!(restore(&mut empty, &folder, line.as_bytes()).await, None, "{line}");
    }
}

/// An empty database, and another one as soon as it is not.
struct Empty {
    _database: Database,
    db: Db,
}

impl Empty {
    async fn new() -> Empty {
        let database = Database::sqlite();
        let db = Db::open(&database.url.clone().into(), None).await.unwrap();
        Empty { _database: database, db }
    }
}

async fn restore(empty: &mut Empty, folder: &Folder, text: &[u8]) -> Option<u64> {
    let file = folder.path("damaged.jsonl");
    std::fs::write(&file, text).unwrap();
    let restored = backup::restore(&empty.db, &file).await.ok();
    if restored.is_some() {
        empty.db.close().await;
        *empty = Empty::new().await;
    } else {
        assert!(!store::any_plan(&empty.db).await.unwrap());
    }
    restored
}

#[derive(Clone, Debug)]
enum Damage {
    Byte(usize, u8),
    CutOff(usize),
    LeftOut(usize, usize),
    Twice(usize, usize),
}

fn damage(length: usize) -> impl Strategy<Value = Damage> {
    prop_oneof![
        (0..length, any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        (0..length).prop_map(Damage::CutOff),
        (0..length, 1..2_000_usize).prop_map(|(at, most)| Damage::LeftOut(at, most)),
        (0..length, 1..2_000_usize).prop_map(|(at, most)| Damage::Twice(at, most)),
    ]
}

impl Damage {
    fn apply(self, mut text: Vec<u8>) -> Vec<u8> {
        let end = |at: usize, most: usize| (at + most).min(text.len());
        match self {
            Damage::Byte(at, byte) => text[at] = byte,
            Damage::CutOff(at) => text.truncate(at),
            Damage::LeftOut(at, most) => drop(text.drain(at..end(at, most))),
            Damage::Twice(at, most) => {
                let again = text[at..end(at, most)].to_vec();
                text.splice(at..at, again);
            }
        }
        text
    }
}
