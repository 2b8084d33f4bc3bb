//! The real program is killed while people write, again and again: what was answered is on disk.

use backend::db::Db;
use backend::plan::store;
use backend::random;
use shared::ids::{CardId, ChangeId, PlanId};
use shared::live::wire::Outcome;
use shared::plan::{Audience, Change, Plan};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tests::server::{Database, TestProcess, command, program, program_with_switches};
use tests::socket::{Site, TestSocket, change, dream, edit, plans};
use tokio::task::JoinSet;

/// On each database.
const KILLS: usize = 22;
const ACKS: usize = 2_600;
const WRITERS: usize = 24;
/// What one writer sends before the first is answered.
const WINDOW: usize = 12;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_a_killed_server_has_lost_nothing_that_it_answered() {
    survive(Database::sqlite(), "SQLite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres_a_killed_server_has_lost_nothing_that_it_answered() {
    survive(Database::postgres().await, "PostgreSQL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_answers_before_it_commits_is_caught() {
    // The shipped program does not know this switch.
    let switch = Some(("BORDENDEN_ACK_BEFORE_COMMIT", "1"));
    let mut trial = Trial::new(Database::sqlite(), program_with_switches(), switch).await;
    while trial.lost == 0 && trial.kills < 10 {
        trial.kill_once().await;
    }
    say(&format!(
        "answering before the commit: kills {}, acks {}, lost {}",
        trial.kills,
        trial.acks(),
        trial.lost
    ));
    assert!(trial.lost > 0, "the checker did not notice");
}

async fn survive(database: Database, name: &str) {
    let mut trial = Trial::new(database, program(), None).await;
    while trial.kills < KILLS || trial.acks() < ACKS {
        trial.kill_once().await;
        assert_eq!(trial.lost, 0, "after {} kills", trial.kills);
    }
    trial.finish().await;
    say(&format!(
        "{name}: kills {}, acks {}, lost {}",
        trial.kills,
        trial.acks(),
        trial.lost
    ));
}

/// One database, one server on it that dies and comes back, and the people who write.
struct Trial {
    database: Database,
    program: &'static Path,
    switch: Option<(&'static str, &'static str)>,
    process: Option<TestProcess>,
    writers: Vec<Writer>,
    ledgers: BTreeMap<PlanId, Ledger>,
    kills: usize,
    lost: usize,
}

/// What the log has said of one plan so far.
#[derive(Default)]
struct Ledger {
    revision: i64,
    ids: BTreeSet<ChangeId>,
    plan: Plan,
}

impl Trial {
    async fn new(database: Database, program: &'static Path, switch: Option<(&'static str, &'static str)>) -> Trial {
        let process = start(program, &database, 0, switch);
        let mut writers = vec![];
        for (plan_id, name) in plans() {
            let session = process.site.sign_in(&name).await;
            for _ in 0..WRITERS / plans().len() {
                writers.push(Writer::new(writers.len(), session.clone(), plan_id));
            }
        }
        let ledgers = plans().into_iter().map(|(plan_id, _)| (plan_id, Ledger::default())).collect();
        Trial {
            database,
            program,
            switch,
            process: Some(process),
            writers,
            ledgers,
            kills: 0,
            lost: 0,
        }
    }

    /// Lets everyone write, kills the server in the middle of it, starts it again and reads what is there.
    async fn kill_once(&mut self) {
        let target = 40 + below(240);
        self.write(|process, answered, _| async move {
            while answered.load(Ordering::Relaxed) < target {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            let mut process = process;
            process.kill();
            process
        })
        .await;
        // One that found nothing on its way counts for nothing.
        let on_their_way: usize = self.writers.iter().map(|writer| writer.unanswered.len()).sum();
        self.kills += usize::from(on_their_way > 0);
        let port = self.process.take().expect("the process that was killed").site.address.port();
        self.process = Some(start(self.program, &self.database, port, self.switch));
        self.check().await;
    }

    /// Lets everyone hear what became of everything, and stops the server as an operator does.
    async fn finish(&mut self) {
        self.write(|process, _, enough| async move {
            enough.store(true, Ordering::Relaxed);
            process
        })
        .await;
        self.check().await;
        for writer in &self.writers {
            let ids = &self.ledgers[&writer.plan_id].ids;
            assert!(writer.unanswered.is_empty() && writer.sent().all(|change_id| ids.contains(&change_id)));
        }
        let process = self.process.as_mut().expect("a running server");
        process.terminate();
        assert_eq!(process.ended().await.code(), Some(0));
    }

    async fn write<F>(&mut self, meanwhile: impl FnOnce(TestProcess, Arc<AtomicUsize>, Arc<AtomicBool>) -> F)
    where
        F: Future<Output = TestProcess>,
    {
        let process = self.process.take().expect("a running server");
        let (answered, enough) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let mut writing = JoinSet::new();
        for writer in self.writers.drain(..) {
            writing.spawn(writer.write(process.site.clone(), answered.clone(), enough.clone()));
        }
        let process = meanwhile(process, answered, enough).await;
        self.process = Some(process);
        self.writers = writing.join_all().await;
    }

    fn acks(&self) -> usize {
        self.writers.iter().map(|writer| writer.answered.len()).sum()
    }

    /// Reads the log and the plans: without gaps, each change once, both telling the same, and holding
    /// everything that was answered.
    async fn check(&mut self) {
        let db = Db::open_to_read(&self.database.url.clone().into())
            .await
            .expect("the database opens");
        for (plan_id, ledger) in &mut self.ledgers {
            // PostgreSQL may still carry out what the dead server sent last.
            let loaded = loop {
                for logged in store::changes_since(&db, *plan_id, ledger.revision).await.expect("the log") {
                    assert_eq!(logged.revision, ledger.revision + 1, "the log has a gap");
                    assert!(ledger.ids.insert(logged.change_id), "a change stands in the log twice");
                    ledger.revision = logged.revision;
                    ledger.plan.apply(logged.patch);
                }
                let loaded = store::load(&db, *plan_id)
                    .await
                    .expect("the plan")
                    .expect("the plan is there");
                if loaded.revision == ledger.revision {
                    break loaded;
                }
            };
            assert!(loaded.plan == ledger.plan, "the plan is not what its log says");
        }
        db.close().await;
        let is_lost = |writer: &Writer| {
            let ledger = &self.ledgers[&writer.plan_id];
            let gone = writer
                .answered
                .iter()
                .filter(|change_id| !ledger.ids.contains(change_id))
                .count();
            let card = writer.card_id.and_then(|card_id| ledger.plan.card(card_id));
            let written = card
                .and_then(|card| card.words.words.rsplit_once(' ')?.1.parse().ok())
                .unwrap_or(0);
            assert!(
                gone > 0 || written >= writer.answered.len(),
                "a text is older than its answer"
            );
            gone
        };
        self.lost = self.writers.iter().map(is_lost).sum();
    }
}

/// Someone with a card of their own, into which they write one number after the other.
struct Writer {
    name: usize,
    session: String,
    plan_id: PlanId,
    card_id: Option<CardId>,
    /// Numbers given out so far; the card itself is the first.
    made: usize,
    /// In the order in which they were made.
    unanswered: VecDeque<Change>,
    answered: Vec<ChangeId>,
}

impl Writer {
    fn new(name: usize, session: String, plan_id: PlanId) -> Writer {
        Writer {
            name,
            session,
            plan_id,
            card_id: None,
            made: 0,
            unanswered: VecDeque::new(),
            answered: vec![],
        }
    }

    /// Writes until the connection breaks, or until everything is answered and that is `enough`.
    async fn write(mut self, site: Site, answered: Arc<AtomicUsize>, enough: Arc<AtomicBool>) -> Writer {
        let Some(mut socket) = site.try_open(&self.session, self.plan_id).await else {
            return self;
        };
        // What the server that died did not answer comes first, and in its order.
        socket.submit(self.unanswered.iter().cloned().collect()).await;
        loop {
            let is_enough = enough.load(Ordering::Relaxed);
            if is_enough && self.unanswered.is_empty() {
                return self;
            }
            while !is_enough && self.unanswered.len() < WINDOW {
                let next = self.next();
                self.unanswered.push_back(next.clone());
                socket.submit(vec![next]).await;
            }
            if socket.next().await.is_none() {
                return self;
            }
            answered.fetch_add(self.take_answers(&mut socket), Ordering::Relaxed);
        }
    }

    fn take_answers(&mut self, socket: &mut TestSocket) -> usize {
        let answers = std::mem::take(&mut socket.answers);
        for outcome in answers.values() {
            assert!(matches!(outcome, Outcome::Applied | Outcome::Known), "{outcome:?}");
        }
        let count = answers.len();
        for _ in 0..count {
            let first = self.unanswered.pop_front().expect("what is answered was asked");
            assert!(answers.contains_key(&first.change_id), "answers come in order");
            self.answered.push(first.change_id);
        }
        count
    }

    fn next(&mut self) -> Change {
        self.made += 1;
        let words = |number: usize| format!("kort {} {number}", self.name);
        let next = match self.card_id {
            None => change(dream(&words(1), Audience::Table)),
            Some(card_id) => change(edit(card_id, &words(self.made - 1), &words(self.made))),
        };
        self.card_id.get_or_insert(next.change_id.into());
        next
    }

    fn sent(&self) -> impl Iterator<Item = ChangeId> {
        self.answered
            .iter()
            .copied()
            .chain(self.unanswered.iter().map(|change| change.change_id))
    }
}

fn start(program: &Path, database: &Database, port: u16, switch: Option<(&str, &str)>) -> TestProcess {
    let mut command = command(program, &database.url, port);
    command.envs(switch);
    TestProcess::run(command, database)
}

fn below(most: usize) -> usize {
    random::seed().map_or(0, |seed| seed as usize % most)
}

/// Past the test runner, which keeps what a passing test prints to itself.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
