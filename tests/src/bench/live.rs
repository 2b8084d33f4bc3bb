//! Acks as people get them: through sockets, the plans' actors and the shipped writer, onto the disk.
//!
//! The people run in the same process as the service and share its processors, so these times are
//! longer than those of a service alone.

use super::figures::{Sample, Table};
use super::machine::busy_seconds;
use super::plans::{Mover, plan_id_of, plan_of};
use backend::clock::{Clock, stopwatch};
use backend::config::Config;
use backend::demo;
use backend::plan::create_plan;
use backend::serve::serve;
use shared::ids::{ChangeId, MemberId, PersonId};
use shared::live::limits::BURST;
use shared::live::wire::{FromServer, Outcome};
use shared::testing::{ALMA, BIRTHE, Dice, JONAS, KARIN, MAJA, METTE, TOLK};
use std::collections::HashMap;
use std::time::Duration;
use tests::socket::{Site, TestSocket};
use tokio::net::TcpListener;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

const CARDS: usize = 60;
const MEETINGS: usize = 50;
/// Those who write first: what others want of the family's goals becomes a proposal.
const AT_THE_TABLE: [MemberId; 7] = [MAJA, JONAS, ALMA, BIRTHE, KARIN, METTE, TOLK];
const WRITERS: usize = 2;
/// The eighth at each table is a second window of the first.
const PEOPLE: usize = AT_THE_TABLE.len() + 1;
const PER_SECOND: usize = 400;
const SECONDS: usize = 10;

type Writers = Vec<(TestSocket, Mover)>;

pub async fn measure(name: &str, url: &str, dice: &mut Dice, table: &mut Table) {
    let mut config = Config::new(url);
    config.demo = true;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let server = serve(config, listener).await.expect("the server starts");
    let site = Site::at(server.address);

    let people: Vec<PersonId> = demo::people()
        .iter()
        .map(|person| person.person_id)
        .take(AT_THE_TABLE.len())
        .collect();
    let mut sessions = Vec::new();
    for person in demo::people().iter().take(AT_THE_TABLE.len()) {
        sessions.push(site.sign_in(person.name.split(' ').next().unwrap_or_default()).await);
    }
    let mut writers: Writers = Vec::new();
    let mut readers = Vec::new();
    for _ in 0..MEETINGS {
        let plan = plan_of(CARDS, dice);
        let seats: Vec<_> = people.iter().copied().zip(AT_THE_TABLE).collect();
        create_plan(server.app.db(), &plan, MAJA, &seats, Clock::default().now())
            .await
            .expect("room for a plan");
        let mut movers = Mover::of(&plan, WRITERS, dice);
        for chair in 0..PEOPLE {
            let session = &sessions[chair % sessions.len()];
            let mut socket = site.open(session, plan_id_of(&plan)).await;
            match movers.pop() {
                Some(mover) => writers.push((socket, mover)),
                None => readers.push(tokio::spawn(async move { while socket.next().await.is_some() {} })),
            }
        }
    }

    let busy = busy_seconds();
    let (writers, acks, took) = all(writers, at_a_pace).await;
    let more = rate(&acks, took, busy);
    table.times(
        format!("{name}: ack over sockets, {MEETINGS} meetings × {PEOPLE} people, {PER_SECOND} changes/s"),
        &acks,
        more,
    );

    let busy = busy_seconds();
    let (writers, acks, took) = all(writers, one_after_the_other).await;
    let more = rate(&acks, took, busy);
    table.times(
        format!("{name}: ack over sockets, {} people as fast as answered", MEETINGS * WRITERS),
        &acks,
        more,
    );

    drop(writers);
    server.stop().await;
    for reader in readers {
        reader.abort();
    }
}

/// Everybody at once. Gives the sockets back, so that the next way of writing can use them.
async fn all<F: Future<Output = (TestSocket, Mover, Sample)> + Send + 'static>(
    writers: Writers,
    write: impl Fn(TestSocket, Mover, usize) -> F,
) -> (Writers, Sample, Duration) {
    let start = stopwatch();
    let tasks: Vec<_> = writers
        .into_iter()
        .enumerate()
        .map(|(number, (socket, mover))| tokio::spawn(write(socket, mover, number)))
        .collect();
    let (mut writers, mut acks) = (vec![], Sample::default());
    for task in tasks {
        let (socket, mover, sample) = task.await.expect("a writer that is answered");
        writers.push((socket, mover));
        acks.join(sample);
    }
    (writers, acks, start.elapsed())
}

/// Each sends in its own rhythm, answered or not, and all of them together so many a second.
async fn at_a_pace(mut socket: TestSocket, mut mover: Mover, number: usize) -> (TestSocket, Mover, Sample) {
    let writers = MEETINGS * WRITERS;
    let period = Duration::from_secs_f64(writers as f64 / PER_SECOND as f64);
    let mut beat = interval_at(Instant::now() + period * number as u32 / writers as u32, period);
    beat.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (mut left, mut acks) = (PER_SECOND * SECONDS / writers, Sample::default());
    let mut sent: HashMap<ChangeId, std::time::Instant> = HashMap::new();
    while left > 0 || !sent.is_empty() {
        tokio::select! {
            _ = beat.tick(), if left > 0 => {
                left -= 1;
                let change = mover.next();
                sent.insert(change.change_id, stopwatch());
                socket.submit(vec![change]).await;
            }
            frame = socket.next() => {
                let Some(FromServer::News { answers, .. }) = frame else { continue };
                for (change_id, outcome) in answers {
                    assert_eq!(outcome, Outcome::Applied);
                    acks.add(sent.remove(&change_id).expect("an answer to what was sent").elapsed());
                }
            }
        }
    }
    (socket, mover, acks)
}

/// Each sends its next change when the one before is answered; no more than the server takes from one
/// connection without making it wait.
async fn one_after_the_other(mut socket: TestSocket, mut mover: Mover, _: usize) -> (TestSocket, Mover, Sample) {
    let mut acks = Sample::default();
    for _ in 0..BURST {
        let change = mover.next();
        let start = stopwatch();
        assert_eq!(socket.ask_again(change).await, Outcome::Applied);
        acks.add(start.elapsed());
    }
    (socket, mover, acks)
}

fn rate(acks: &Sample, took: Duration, busy_before: f64) -> String {
    let (acked, cores) = (
        acks.len() as f64 / took.as_secs_f64(),
        (busy_seconds() - busy_before) / took.as_secs_f64(),
    );
    format!(
        "{acked:.0} acks/s, p99 {:.1} ms, {cores:.1} cores busy, people included",
        acks.quantile(0.99)
    )
}
