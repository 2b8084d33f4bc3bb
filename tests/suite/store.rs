//! What both databases promise, asked of each by the same body.

use backend::backup::{BackupError, backup, restore};
use backend::clock::Clock;
use backend::db::{Db, OpenError};
use backend::live::core::{Batch, ConnId, ServerCore};
use backend::plan::store::{change_ids_since, changes_since, commit, known, load, revision, revisions, state_at};
use backend::plan::{Committed, add_person, any_plan, create_plan, person_name, plans_of, seat};
use shared::ids::{MemberId, PersonId, PlanId};
use shared::plan::{Change, Head, Plan, Record, view};
use shared::testing::{Dice, EVERYONE, JONAS, MAJA, family, random_change};
use std::path::Path;
use std::sync::Arc;
use tests::server::Database;
use tests::wish::{self, id};
use uuid::Uuid;

macro_rules! on_both {
    ($($name:ident)*) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name(tests::server::Database::sqlite()).await;
            })*
        }

        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                super::$name(tests::server::Database::postgres().await).await;
            })*
        }
    };
}

pub(crate) use on_both;

on_both! {
    what_is_written_is_read_back_as_it_was_at_every_revision
    a_batch_that_was_judged_on_old_knowledge_leaves_nothing_behind
    a_stale_plan_does_not_hold_up_the_others_of_its_transaction
    a_change_is_in_the_log_once_whichever_plan_it_is_sent_to
    two_writers_of_one_plan_leave_no_gap_and_lose_nothing
    a_plan_is_created_once_and_its_people_are_found
    a_database_of_a_newer_version_is_refused
    a_backup_restored_is_the_same_database
    a_backup_that_is_not_whole_is_not_restored
    what_was_answered_is_there_after_opening_again
}

async fn what_is_written_is_read_back_as_it_was_at_every_revision(database: Database) {
    let db = open(&database).await;
    let mut writer = Writer::new(&db, 1).await;
    let mut dice = Dice(1);
    let mut states = vec![writer.plan.clone()];
    for step in 0..120 {
        let batch = writer.random_batch(&mut dice, 1 + step % 5);
        for entry in &batch.entries {
            let mut next = states[states.len() - 1].clone();
            next.apply(entry.patch.clone());
            states.push(next);
        }
        if !batch.entries.is_empty() {
            assert_eq!(commit(&db, &[batch]).await, [Committed::Saved]);
        }
        writer.done();
    }
    let loaded = load(&db, writer.plan_id).await.unwrap().unwrap();
    assert!(loaded.plan == writer.plan && loaded.revision == states.len() as i64);
    assert!(loaded.revision > 60, "only {} changes were made", loaded.revision);
    let log = changes_since(&db, writer.plan_id, 0).await.unwrap();
    let numbers: Vec<i64> = log.iter().map(|logged| logged.revision).collect();
    assert_eq!(numbers, (1..=loaded.revision).collect::<Vec<_>>());
    assert!(log.iter().skip(1).all(|logged| {
        logged
            .change
            .as_ref()
            .is_some_and(|change| change.change_id == logged.change_id)
    }));
    for (index, state) in states.iter().enumerate() {
        assert!(
            state_at(&db, writer.plan_id, index as i64 + 1).await.unwrap().as_ref() == Some(state),
            "revision {}",
            index + 1
        );
    }
    assert!(state_at(&db, writer.plan_id, loaded.revision + 1).await.unwrap().is_none());
    assert_eq!(revision(&db, writer.plan_id).await.unwrap(), Some(loaded.revision));
    assert_eq!(load(&db, plan_id(99)).await.unwrap().map(|loaded| loaded.revision), None);
}

async fn a_batch_that_was_judged_on_old_knowledge_leaves_nothing_behind(database: Database) {
    let db = open(&database).await;
    let mut writer = Writer::new(&db, 1).await;
    let mut other = writer.twin();
    assert_eq!(commit(&db, &[writer.batch(vec![add(1)])]).await, [Committed::Saved]);
    let before = load(&db, writer.plan_id).await.unwrap().unwrap();
    assert_eq!(commit(&db, &[other.batch(vec![add(2), add(3)])]).await, [Committed::Stale]);
    let after = load(&db, writer.plan_id).await.unwrap().unwrap();
    assert!(after.plan == before.plan && after.revision == before.revision);
    assert_eq!(known(&db, &[id(1), id(2), id(3)]).await.unwrap(), [id(1)]);
    // A plan that does not exist has no revision that a batch could rest on.
    let mut nowhere = Writer {
        plan_id: plan_id(7),
        ..other
    };
    nowhere.core = ServerCore::new(plan_id(7), family_of(7), 1, 1);
    nowhere.core.join(MINE, MAJA, None, 0);
    assert_eq!(commit(&db, &[nowhere.batch(vec![add(4)])]).await, [Committed::Stale]);
}

async fn a_stale_plan_does_not_hold_up_the_others_of_its_transaction(database: Database) {
    let db = open(&database).await;
    let mut writers = vec![];
    // Not in the order of their ids, which is the order in which they are locked.
    for n in [5, 2, 9, 1] {
        writers.push(Writer::new(&db, n).await);
    }
    let mut first = writers[1].twin();
    assert_eq!(commit(&db, &[first.batch(vec![add(1)])]).await, [Committed::Saved]);
    let batches: Vec<Batch> = writers
        .iter_mut()
        .zip(10..)
        .map(|(writer, n)| writer.batch(vec![add(n * 2), add(n * 2 + 1)]))
        .collect();
    assert_eq!(
        commit(&db, &batches).await,
        [Committed::Saved, Committed::Stale, Committed::Saved, Committed::Saved]
    );
    let mut found = revisions(&db, &[plan_id(5), plan_id(2), plan_id(9), plan_id(1), plan_id(77)])
        .await
        .unwrap();
    found.sort();
    assert_eq!(found, [(plan_id(1), 3), (plan_id(2), 2), (plan_id(5), 3), (plan_id(9), 3)]);
}

async fn a_change_is_in_the_log_once_whichever_plan_it_is_sent_to(database: Database) {
    // [L13]
    let db = open(&database).await;
    let (mut one, mut other, mut third) = (
        Writer::new(&db, 1).await,
        Writer::new(&db, 2).await,
        Writer::new(&db, 3).await,
    );
    assert_eq!(commit(&db, &[one.batch(vec![add(1)])]).await, [Committed::Saved]);
    one.done();
    // The same id again, to its own plan by a server that has forgotten it, and to another plan.
    let mut forgetful = Writer::at(&db, 1).await;
    forgetful.core = ServerCore::new(plan_id(1), family_of(1), 2, 1);
    forgetful.core.join(MINE, MAJA, None, 0);
    let batches = [
        forgetful.batch(vec![add(5), add(1)]),
        other.batch(vec![add(1), add(6)]),
        third.batch(vec![add(7)]),
    ];
    assert_eq!(
        commit(&db, &batches).await,
        [Committed::Stale, Committed::Stale, Committed::Saved]
    );
    let mut ids = known(&db, &[id(1), id(5), id(6), id(7), id(8)]).await.unwrap();
    ids.sort();
    let mut expected = [id(1), id(7)];
    expected.sort();
    assert_eq!(ids, expected);
    assert_eq!(change_ids_since(&db, plan_id(1), 1, 10).await.unwrap(), [id(1)]);
    assert_eq!(revision(&db, plan_id(2)).await.unwrap(), Some(1));
}

async fn two_writers_of_one_plan_leave_no_gap_and_lose_nothing(database: Database) {
    let db = open(&database).await;
    Writer::new(&db, 1).await;
    let write = async |from: u64| {
        let db = open(&database).await;
        let mut stale = 0;
        for n in from..from + 40 {
            loop {
                let mut writer = Writer::at(&db, 1).await;
                match commit(&db, &[writer.batch(vec![add(n)])]).await[0] {
                    Committed::Saved => break,
                    Committed::Stale => stale += 1,
                    Committed::Failed => panic!("the database refused"),
                }
            }
        }
        db.close().await;
        stale
    };
    let (one, other) = tokio::join!(write(100), write(200));
    println!("{one} and {other} batches were stale");
    let log = changes_since(&db, plan_id(1), 0).await.unwrap();
    assert_eq!(
        log.iter().map(|logged| logged.revision).collect::<Vec<_>>(),
        (1..=81).collect::<Vec<_>>()
    );
    let loaded = load(&db, plan_id(1)).await.unwrap().unwrap();
    assert_eq!(loaded.plan.cards().count(), 80);
    assert!(state_at(&db, plan_id(1), 81).await.unwrap() == Some(loaded.plan));
}

async fn a_plan_is_created_once_and_its_people_are_found(database: Database) {
    let db = open(&database).await;
    assert!(!any_plan(&db).await.unwrap());
    let maja = PersonId(Uuid::from_u128(1));
    assert!(add_person(&db, maja, "Maja Lund", 1).await.unwrap());
    assert!(!add_person(&db, maja, "Someone else", 2).await.unwrap());
    assert_eq!(person_name(&db, maja).await.unwrap().as_deref(), Some("Maja Lund"));
    assert!(create_plan(&db, &family_of(1), MAJA, &[(maja, MAJA)], 3).await.unwrap());
    let mut writer = Writer::at(&db, 1).await;
    assert_eq!(commit(&db, &[writer.batch(vec![add(1)])]).await, [Committed::Saved]);
    assert!(!create_plan(&db, &family_of(1), JONAS, &[(maja, JONAS)], 4).await.unwrap());
    assert_eq!(revision(&db, plan_id(1)).await.unwrap(), Some(2));
    assert_eq!(seat(&db, maja, plan_id(1)).await.unwrap(), Some(MAJA));
    assert_eq!(seat(&db, PersonId(Uuid::from_u128(2)), plan_id(1)).await.unwrap(), None);
    assert_eq!(
        plans_of(&db, maja)
            .await
            .unwrap()
            .iter()
            .map(|seat| seat.plan_id)
            .collect::<Vec<_>>(),
        [plan_id(1)]
    );
    assert!(any_plan(&db).await.unwrap());
}

async fn a_database_of_a_newer_version_is_refused(database: Database) {
    let db = open(&database).await;
    let newest = Db::newest_migration();
    let copy = "insert into _sqlx_migrations (version, description, installed_on, success, checksum, execution_time)
                select version + 1000, description, installed_on, success, checksum, execution_time
                from _sqlx_migrations where version = $1";
    match &db {
        Db::Sqlite { writer, .. } => drop(sqlx::query(copy).bind(newest).execute(writer).await.unwrap()),
        Db::Postgres(pool) => drop(sqlx::query(copy).bind(newest).execute(pool).await.unwrap()),
    }
    db.close().await;
    assert!(matches!(
        Db::open(&database.url.clone().into(), None).await,
        Err(OpenError::Newer)
    ));
    assert!(matches!(
        Db::open_to_read(&database.url.clone().into()).await,
        Err(OpenError::Newer)
    ));
}

async fn a_backup_restored_is_the_same_database(database: Database) {
    let db = open(&database).await;
    let mut writer = Writer::new(&db, 1).await;
    let mut dice = Dice(3);
    for _ in 0..20 {
        let batch = writer.random_batch(&mut dice, 4);
        commit(&db, &[batch]).await;
        writer.done();
    }
    db.set_meta("demo", "invented people").await.unwrap();
    let file = database.folder.path("first.jsonl");
    let rows = backup(&db, &file, &Clock::at(5)).await.unwrap();
    assert!(
        matches!(backup(&db, &file, &Clock::at(5)).await, Err(BackupError::File(..))),
        "a backup is not overwritten"
    );
    assert!(matches!(restore(&db, &file).await, Err(BackupError::NotEmpty)));
    // Into both kinds, from either.
    for target in [Database::sqlite(), Database::postgres().await] {
        let other = open(&target).await;
        assert_eq!(restore(&other, &file).await.unwrap(), rows);
        let second = target.folder.path("second.jsonl");
        backup(&other, &second, &Clock::at(5)).await.unwrap();
        assert!(
            text(&file) == text(&second),
            "a backup of what was restored is other than the first"
        );
        let loaded = load(&other, writer.plan_id).await.unwrap().unwrap();
        assert!(loaded.plan == writer.plan);
        // And it goes on from there.
        let mut next = Writer::at(&other, 1).await;
        assert_eq!(commit(&other, &[next.batch(vec![add(1)])]).await, [Committed::Saved]);
    }
}

async fn a_backup_that_is_not_whole_is_not_restored(database: Database) {
    let db = open(&database).await;
    Writer::new(&db, 1).await;
    let file = database.folder.path("whole.jsonl");
    backup(&db, &file, &Clock::at(5)).await.unwrap();
    let whole = text(&file);
    let lines: Vec<&str> = whole.lines().collect();
    let target = Database::sqlite();
    let empty = open(&target).await;
    let attempt = async |content: String| {
        let path = target.folder.path("damaged.jsonl");
        std::fs::write(&path, content).unwrap();
        restore(&empty, &path).await
    };
    assert!(matches!(
        attempt(lines[..lines.len() - 1].join("\n")).await,
        Err(BackupError::CutOff)
    ));
    assert!(matches!(attempt(lines[..1].join("\n")).await, Err(BackupError::CutOff)));
    assert!(matches!(attempt(String::new()).await, Err(BackupError::CutOff)));
    assert!(matches!(
        attempt(whole[..whole.len() / 2].to_owned()).await,
        Err(BackupError::Unreadable { .. })
    ));
    assert!(matches!(
        attempt(lines[1..].join("\n")).await,
        Err(BackupError::Unreadable { line: 1 })
    ));
    assert!(matches!(
        attempt(whole.replacen("\"format\":1", "\"format\":2", 1)).await,
        Err(BackupError::Newer)
    ));
    assert!(!any_plan(&empty).await.unwrap() && empty.meta("demo").await.unwrap().is_none());
    assert!(attempt(whole).await.is_ok());
}

async fn what_was_answered_is_there_after_opening_again(database: Database) {
    let db = open(&database).await;
    let mut writer = Writer::new(&db, 1).await;
    assert_eq!(commit(&db, &[writer.batch(vec![add(1)])]).await, [Committed::Saved]);
    // Not closed: another process sees what was answered all the same.
    let again = open(&database).await;
    assert_eq!(known(&again, &[id(1)]).await.unwrap(), [id(1)]);
    assert_eq!(revision(&again, plan_id(1)).await.unwrap(), Some(2));
}

#[tokio::test]
async fn sqlite_is_one_that_keeps_commits_and_waits_for_the_disk() {
    let database = Database::sqlite();
    let Db::Sqlite { writer, readers } = open(&database).await else {
        panic!("another database")
    };
    let version: String = sqlx::query_scalar("select sqlite_version()")
        .fetch_one(&writer)
        .await
        .unwrap();
    assert_eq!(version, "3.51.3");
    let number = async |pragma: &'static str| sqlx::query_scalar::<_, i64>(pragma).fetch_one(&writer).await.unwrap();
    assert_eq!(number("pragma synchronous").await, 2);
    assert_eq!(number("pragma foreign_keys").await, 1);
    assert_eq!(number("pragma secure_delete").await, 1);
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&writer).await.unwrap();
    assert_eq!(journal, "wal");
    assert_eq!(writer.options().get_max_connections(), 1);
    assert!(
        sqlx::query("delete from plan").execute(&readers).await.is_err(),
        "a reader writes"
    );
}

#[tokio::test]
async fn postgres_waits_for_the_disk() {
    let database = Database::postgres().await;
    let Db::Postgres(pool) = open(&database).await else {
        panic!("another database")
    };
    let fsync: String = sqlx::query_scalar("show fsync").fetch_one(&pool).await.unwrap();
    let commit: String = sqlx::query_scalar("show synchronous_commit").fetch_one(&pool).await.unwrap();
    assert_eq!((fsync.as_str(), commit.as_str()), ("on", "on"));
}

#[tokio::test]
async fn a_full_database_refuses_and_loses_nothing_that_was_answered() {
    let database = Database::sqlite();
    Writer::new(&open(&database).await, 1).await;
    let db = Db::open(&database.url.clone().into(), Some(120)).await.unwrap();
    let mut answered = vec![];
    let mut failed = 0;
    for n in 0..2_000 {
        let mut writer = Writer::at(&db, 1).await;
        match commit(&db, &[writer.batch(vec![add(n)])]).await[0] {
            Committed::Saved => answered.push(id(n)),
            Committed::Failed => failed += 1,
            Committed::Stale => panic!("nobody else writes"),
        }
        if failed == 5 {
            break;
        }
    }
    assert!(
        failed == 5 && answered.len() > 20,
        "{} answered, {failed} refused",
        answered.len()
    );
    let log = changes_since(&db, plan_id(1), 1).await.unwrap();
    assert_eq!(log.iter().map(|logged| logged.change_id).collect::<Vec<_>>(), answered);
    assert!(
        state_at(&db, plan_id(1), log.len() as i64 + 1).await.unwrap()
            == Some(load(&db, plan_id(1)).await.unwrap().unwrap().plan)
    );
    // With room again it goes on where it was.
    let roomy = open(&database).await;
    let mut writer = Writer::at(&roomy, 1).await;
    assert_eq!(commit(&roomy, &[writer.batch(vec![add(9_999)])]).await, [Committed::Saved]);
}

const MINE: ConnId = ConnId(1);

/// The plan's core as a server runs it, without the server.
struct Writer {
    plan_id: PlanId,
    core: ServerCore,
    plan: Plan,
}

impl Writer {
    /// Of a new plan.
    async fn new(db: &Db, n: u128) -> Writer {
        assert!(create_plan(db, &family_of(n), MAJA, &[], 0).await.unwrap());
        Writer::at(db, n).await
    }

    /// Of a plan as it is stored.
    async fn at(db: &Db, n: u128) -> Writer {
        let loaded = load(db, plan_id(n)).await.unwrap().unwrap();
        let mut core = ServerCore::new(plan_id(n), loaded.plan.clone(), loaded.revision, 1);
        for (number, member) in (1..).zip(EVERYONE) {
            core.join(ConnId(number), member, None, 0);
        }
        Writer {
            plan_id: plan_id(n),
            core,
            plan: loaded.plan,
        }
    }

    fn twin(&self) -> Writer {
        let mut core = ServerCore::new(self.plan_id, self.plan.clone(), self.core.revision(), 2);
        core.join(MINE, MAJA, None, 0);
        Writer {
            plan_id: self.plan_id,
            core,
            plan: self.plan.clone(),
        }
    }

    fn batch(&mut self, changes: Vec<Change>) -> Batch {
        for change in changes {
            self.core.submit(MINE, change, 1);
        }
        self.core.next_batch().expect("something to write")
    }

    fn random_batch(&mut self, dice: &mut Dice, size: usize) -> Batch {
        for _ in 0..size {
            let index = dice.below(EVERYONE.len());
            let member: MemberId = EVERYONE[index];
            let change = random_change(dice, &view(&self.plan, member), member);
            self.core.submit(ConnId(index as u64 + 1), change, 1);
        }
        self.core.next_batch().expect("something to answer")
    }

    /// The batch is written.
    fn done(&mut self) {
        self.core.committed();
        self.plan = self.core.committed_plan().clone();
    }
}

async fn open(database: &Database) -> Db {
    Db::open(&database.url.clone().into(), None)
        .await
        .expect("the database opens")
}

fn plan_id(n: u128) -> PlanId {
    PlanId(Uuid::from_u128(1_000 + n))
}

fn family_of(n: u128) -> Plan {
    let plan = family();
    let records = plan.records().cloned().map(|record| match record {
        Record::Head(head) => Record::Head(Arc::new(Head {
            plan_id: plan_id(n),
            ..Head::clone(&head)
        })),
        other => other,
    });
    Plan::from_records(records)
}

fn add(n: u64) -> Change {
    wish::add(&format!("Kort {n}"), n)
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
