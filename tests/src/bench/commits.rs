//! How many changes a second reach the disk: each in a commit of its own, and many plans' in one.

use super::figures::{Sample, Table};
use super::plans::Judged;
use backend::clock::{Clock, stopwatch};
use backend::config::Config;
use backend::db::Db;
use backend::live::core::Batch;
use backend::live::writer::Writer;
use backend::plan::store::{Committed, commit, create_plan};
use shared::testing::{Dice, MAJA};
use std::time::Duration;

/// Cards of a plan: a family's board in use.
const CARDS: usize = 60;
const ALONE: usize = 400;
const TOGETHER: usize = 50;
const ROUNDS: usize = 60;
/// Plans whose changes come at the same time.
const BUSY_PLANS: usize = 200;
const EACH: usize = 25;

pub async fn measure(name: &str, url: &str, dice: &mut Dice, table: &mut Table) {
    let db = Db::open(&Config::new(url).database_url, None)
        .await
        .expect("the database opens");

    let alone = one_by_one(&db, plans(&db, 1, ALONE, dice).await).await;
    table.times(format!("{name}: one change per commit"), &alone, rate(&alone, ALONE, 1));

    let together = in_groups(&db, plans(&db, TOGETHER, ROUNDS, dice).await).await;
    table.times(
        format!("{name}: {TOGETHER} plans' changes per commit"),
        &together,
        rate(&together, ROUNDS, TOGETHER),
    );

    let plans = plans(&db, BUSY_PLANS, EACH, dice).await;
    let (through, took) = through_the_writer(&db, plans).await;
    let acks = (BUSY_PLANS * EACH) as f64 / took.as_secs_f64();
    let acks = format!("{acks:.0} acks/s, p99 {:.1} ms", through.quantile(0.99));
    table.times(format!("{name}: shipped writer, {BUSY_PLANS} plans at once"), &through, acks);
    db.close().await;
}

/// Stored plans, each with its changes to come.
async fn plans(db: &Db, count: usize, changes: usize, dice: &mut Dice) -> Vec<Vec<Batch>> {
    let mut plans = Vec::with_capacity(count);
    for _ in 0..count {
        let judged = Judged::new(CARDS, changes, dice);
        let made = create_plan(db, &judged.plan, MAJA, &[], Clock::default().now()).await;
        assert!(made.expect("room for a plan"));
        plans.push(judged.batches);
    }
    plans
}

async fn one_by_one(db: &Db, plans: Vec<Vec<Batch>>) -> Sample {
    let mut sample = Sample::default();
    for batch in plans.into_iter().flatten() {
        let batches = [batch];
        let start = stopwatch();
        let committed = commit(db, &batches).await;
        sample.add(start.elapsed());
        assert_eq!(committed, [Committed::Saved]);
    }
    sample
}

/// Each transaction holds the next change of every plan.
async fn in_groups(db: &Db, plans: Vec<Vec<Batch>>) -> Sample {
    let mut sample = Sample::default();
    let mut plans: Vec<_> = plans.into_iter().map(Vec::into_iter).collect();
    loop {
        let batches: Vec<Batch> = plans.iter_mut().filter_map(Iterator::next).collect();
        if batches.is_empty() {
            return sample;
        }
        let start = stopwatch();
        let committed = commit(db, &batches).await;
        sample.add(start.elapsed());
        assert!(committed.iter().all(|one| *one == Committed::Saved), "{committed:?}");
    }
}

/// As the plans' actors do it: each hands in its next change when the one before it is on disk.
async fn through_the_writer(db: &Db, plans: Vec<Vec<Batch>>) -> (Sample, Duration) {
    let writer = Writer::start(db.clone(), false);
    let start = stopwatch();
    let tasks: Vec<_> = plans
        .into_iter()
        .map(|batches| {
            let writer = writer.clone();
            tokio::spawn(async move {
                let mut sample = Sample::default();
                for batch in batches {
                    let start = stopwatch();
                    let committed = writer.write(batch).await.await;
                    sample.add(start.elapsed());
                    assert_eq!(committed, Ok(Committed::Saved));
                }
                sample
            })
        })
        .collect();
    let mut all = Sample::default();
    for task in tasks {
        all.join(task.await.expect("a plan that is written"));
    }
    (all, start.elapsed())
}

fn rate(sample: &Sample, commits: usize, changes: usize) -> String {
    format!("{:.0} acks/s", (commits * changes) as f64 * 1_000.0 / sample.sum())
}
