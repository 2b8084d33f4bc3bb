//! One open plan on this server, as a machine without IO: who is connected, what is on disk, what
//! waits to be written, and what each member has been sent.
//!
//! Nothing that is staged ever leaves before it is committed, not even a refusal, because a refusal
//! may rest on a staged change. Answers therefore queue behind the changes they rest on.

mod here;

use super::decided::{Decided, repeated};
#[cfg(feature = "testing")]
use super::sabotage::{Sabotage, answer_before_patch};
use super::watcher::Watcher;
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use shared::live::limits;
use shared::live::wire::{Cursor, FromServer, Held, Outcome, RefuseClass};
use shared::plan::{Answer, Change, Intent, Patch, Plan, diff};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The most changes of one plan in one batch.
const BATCH: usize = 128;
const LATER: Outcome = Outcome::Refused {
    class: RefuseClass::Later,
    refusal: None,
};
/// A member's cursor stays good for this long after their last connection.
const CURSOR_MS: Millis = 10 * 60 * 1000;

type Answers = BTreeMap<ConnId, Vec<(ChangeId, Outcome)>>;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ConnId(pub u64);

/// A frame for one connection.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub conn: ConnId,
    pub frame: Arc<FromServer>,
}

/// What the writer is to commit in one transaction: all of it or nothing.
#[derive(Clone, Debug)]
pub struct Batch {
    pub plan_id: PlanId,
    /// The revision that the plan must have on disk for this batch to be valid.
    pub expected: i64,
    /// In order; the first has revision `expected + 1`. Empty where only answers wait: then there is
    /// nothing to write and `committed` may be called at once.
    pub entries: Vec<Entry>,
}

/// One committed change: who, when, what they wanted, and what became other on the whole plan.
#[derive(Clone, Debug)]
pub struct Entry {
    pub revision: i64,
    pub change: Change,
    pub member_id: MemberId,
    pub at: Millis,
    pub outcome: Outcome,
    pub patch: Patch,
}

#[derive(Debug)]
struct Judged {
    /// `None` where it came by a form: then nobody holds a connection to be answered on.
    conn: Option<ConnId>,
    member_id: MemberId,
    change: Change,
    at: Millis,
    outcome: Outcome,
    patch: Patch,
}

#[derive(Debug)]
struct Connection {
    member_id: MemberId,
    card_id: Option<CardId>,
    writing: bool,
    heard_at: Millis,
    /// The first change that was sent back for later. What comes after it waits for it, so that a
    /// person's changes keep their order.
    resume_at: Option<ChangeId>,
}

#[derive(Debug)]
pub struct ServerCore {
    plan_id: PlanId,
    committed: Plan,
    revision: i64,
    staged: Plan,
    waiting: VecDeque<Judged>,
    flying: Vec<Judged>,
    decided: Decided,
    watchers: BTreeMap<MemberId, Watcher>,
    connections: BTreeMap<ConnId, Connection>,
    epoch_seed: u64,
    epochs: u64,
    divergences: u64,
    /// What became of changes that came by forms and were not told of yet.
    told: Vec<(ChangeId, Outcome)>,
    #[cfg(feature = "testing")]
    pub sabotage: Sabotage,
}

impl ServerCore {
    /// `epoch_seed` is random, so that a cursor from before a restart is recognised as strange.
    pub fn new(plan_id: PlanId, plan: Plan, revision: i64, epoch_seed: u64) -> Self {
        ServerCore {
            plan_id,
            staged: plan.clone(),
            committed: plan,
            revision,
            waiting: VecDeque::new(),
            flying: Vec::new(),
            decided: Decided::default(),
            watchers: BTreeMap::new(),
            connections: BTreeMap::new(),
            epoch_seed,
            epochs: 0,
            divergences: 0,
            told: Vec::new(),
            #[cfg(feature = "testing")]
            sabotage: Sabotage::default(),
        }
    }

    /// The revision on disk, as far as this server knows.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    pub fn committed_plan(&self) -> &Plan {
        &self.committed
    }

    pub fn connections(&self) -> usize {
        self.connections.len()
    }

    /// Changes that wait to be written or are being written.
    pub fn queued(&self) -> usize {
        self.waiting.len() + self.flying.len()
    }

    /// How often a browser held something else than it should. Stays 0.
    pub fn divergences(&self) -> u64 {
        self.divergences
    }

    /// The ids of all changes that are not on disk yet, as far as this server knows.
    pub fn staged_ids(&self) -> Vec<ChangeId> {
        self.flying
            .iter()
            .chain(&self.waiting)
            .map(|judged| judged.change.change_id)
            .collect()
    }

    /// \[L2\] A member opens the plan: the tail where `since` is known, else everything.
    pub fn join(&mut self, conn: ConnId, member_id: MemberId, since: Option<Cursor>, now: Millis) -> Vec<Outgoing> {
        self.connections.insert(
            conn,
            Connection {
                member_id,
                card_id: None,
                writing: false,
                heard_at: now,
                resume_at: None,
            },
        );
        if !self.watchers.contains_key(&member_id) {
            self.epochs += 1;
            let epoch = format!("{:x}.{}", self.epoch_seed, self.epochs);
            #[cfg(not(feature = "testing"))]
            let plan = &self.committed;
            #[cfg(feature = "testing")]
            let plan = &*self.sabotage.shown(&self.committed);
            let watcher = Watcher::new(epoch, plan, member_id);
            self.watchers.insert(member_id, watcher);
        }
        let mut out = vec![];
        if let Some(watcher) = self.watchers.get_mut(&member_id) {
            watcher.left_at = None;
            let frame = since
                .and_then(|since| watcher.since(&since))
                .unwrap_or_else(|| watcher.snapshot());
            out.push(Outgoing {
                conn,
                frame: Arc::new(frame),
            });
        }
        out.extend(self.here(now));
        out
    }

    pub fn leave(&mut self, conn: ConnId, now: Millis) -> Vec<Outgoing> {
        let Some(connection) = self.connections.remove(&conn) else {
            return vec![];
        };
        let others = self.connections.values().any(|other| other.member_id == connection.member_id);
        if let Some(watcher) = self.watchers.get_mut(&connection.member_id).filter(|_| !others) {
            watcher.left_at = Some(now);
        }
        self.here(now)
    }

    /// \[L3\] Judges a change on everything that was judged before it. The answer comes after the commit.
    pub fn submit(&mut self, conn: ConnId, change: Change, at: Millis) -> Vec<Outgoing> {
        let decided = self.decided.outcome(change.change_id);
        let full = self.waiting.len() >= limits::STAGED;
        let Some(connection) = self.connections.get_mut(&conn) else {
            return vec![];
        };
        connection.heard_at = at;
        let member_id = connection.member_id;
        if connection.resume_at == Some(change.change_id) {
            connection.resume_at = None;
        }
        if full || connection.resume_at.is_some() {
            // What is decided must not be waited for: its sender may have heard so and never send it again.
            let outcome = decided.unwrap_or_else(|| {
                connection.resume_at.get_or_insert(change.change_id);
                LATER
            });
            return self.answer(conn, member_id, change.change_id, outcome).into_iter().collect();
        }
        let judged = self.judge(Some(conn), member_id, change, at);
        self.waiting.push_back(judged);
        vec![]
    }

    /// \[L3\] The same for a change that came by a form. Its answer lies in `take_told` after the commit.
    pub fn decide(&mut self, member_id: MemberId, change: Change, at: Millis) {
        if self.waiting.len() >= limits::STAGED {
            let outcome = self.decided.outcome(change.change_id).unwrap_or(LATER);
            self.told.push((change.change_id, outcome));
            return;
        }
        let judged = self.judge(None, member_id, change, at);
        self.waiting.push_back(judged);
    }

    /// \[L16\] Has what time alone has ended by now written down as a change of nobody's, under this fresh id.
    /// Answers whether there was anything.
    pub fn lapse(&mut self, change_id: ChangeId, at: Millis) -> bool {
        let anything = self.staged.clone().lapse(at);
        if anything {
            let change = Change {
                change_id,
                intent: Intent::Lapse,
                why: String::new(),
            };
            self.decide(MemberId::NOBODY, change, at);
        }
        anything
    }

    /// What became of changes that came by forms, since this was last asked.
    pub fn take_told(&mut self) -> Vec<(ChangeId, Outcome)> {
        std::mem::take(&mut self.told)
    }

    /// \[L9\] A browser that holds something else than it was sent is given everything anew, and counted.
    pub fn ping(&mut self, conn: ConnId, n: u32, held: Option<Held>, now: Millis) -> Vec<Outgoing> {
        let Some(connection) = self.connections.get_mut(&conn) else {
            return vec![];
        };
        connection.heard_at = now;
        let mut out = vec![Outgoing {
            conn,
            frame: Arc::new(FromServer::Pong { n, now }),
        }];
        let watcher = self.watchers.get(&connection.member_id);
        if watcher.zip(held).is_some_and(|(watcher, held)| watcher.differs_from(&held)) {
            self.divergences += 1;
            out.extend(self.resync(conn));
        }
        out
    }

    /// Everything anew, for a reader that was too slow or has lost its place.
    pub fn resync(&mut self, conn: ConnId) -> Vec<Outgoing> {
        let member = self.connections.get(&conn).map(|connection| connection.member_id);
        let watcher = member.and_then(|member| self.watchers.get(&member));
        let frame = watcher.map(|watcher| Arc::new(watcher.snapshot()));
        frame.map(|frame| Outgoing { conn, frame }).into_iter().collect()
    }

    /// What is to be written next. `None` while a batch is being written or when nothing waits.
    pub fn next_batch(&mut self) -> Option<Batch> {
        if !self.flying.is_empty() || self.waiting.is_empty() {
            return None;
        }
        let count = self.waiting.len().min(BATCH);
        self.flying = self.waiting.drain(..count).collect();
        let written = self.flying.iter().filter(|judged| !judged.patch.is_empty());
        let entries = written.zip(self.revision + 1..).map(|(judged, revision)| Entry {
            revision,
            change: judged.change.clone(),
            member_id: judged.member_id,
            at: judged.at,
            outcome: judged.outcome,
            patch: judged.patch.clone(),
        });
        Some(Batch {
            plan_id: self.plan_id,
            expected: self.revision,
            entries: entries.collect(),
        })
    }

    /// \[L6\] The batch is on disk: everyone hears what they may, and each sender what became of theirs,
    /// in one frame, the patch before the answer.
    pub fn committed(&mut self) -> Vec<Outgoing> {
        let mut answers: Answers = BTreeMap::new();
        for judged in std::mem::take(&mut self.flying) {
            if !judged.patch.is_empty() {
                self.revision += 1;
                self.committed.apply(judged.patch);
            }
            self.decided.remember(judged.change.change_id, judged.outcome);
            self.answers_to(judged.conn, &mut answers)
                .push((judged.change.change_id, judged.outcome));
        }
        self.publish(answers)
    }

    /// \[L5\] Another server was first, or a change was committed before: `plan` at `revision` is what the
    /// disk holds. Everything staged is judged again; `known` are those of its ids that are in the log.
    pub fn stale(&mut self, plan: Plan, revision: i64, known: Vec<ChangeId>) -> Vec<Outgoing> {
        for change_id in known {
            self.decided.remember(change_id, Outcome::Known);
        }
        self.committed = plan;
        self.revision = revision;
        let flying = std::mem::take(&mut self.flying);
        let again: Vec<Judged> = flying.into_iter().chain(self.waiting.drain(..)).collect();
        self.judge_again(again);
        self.publish(BTreeMap::new())
    }

    /// The disk refused the batch, full or away: nothing of it happened, nor of what rests on it. The
    /// senders keep their changes and send them again.
    pub fn failed(&mut self) -> Vec<Outgoing> {
        let mut answers: Answers = BTreeMap::new();
        let failed: Vec<Judged> = std::mem::take(&mut self.flying)
            .into_iter()
            .chain(self.waiting.drain(..))
            .collect();
        for judged in failed {
            let decided = self.decided.outcome(judged.change.change_id);
            let connection = judged.conn.and_then(|conn| self.connections.get_mut(&conn));
            if let (None, Some(connection)) = (decided, connection) {
                connection.resume_at.get_or_insert(judged.change.change_id);
            }
            self.answers_to(judged.conn, &mut answers)
                .push((judged.change.change_id, decided.unwrap_or(LATER)));
        }
        self.staged = self.committed.clone();
        self.publish(answers)
    }

    /// Where the answer to a change belongs.
    fn answers_to<'a>(&'a mut self, conn: Option<ConnId>, answers: &'a mut Answers) -> &'a mut Vec<(ChangeId, Outcome)> {
        match conn {
            Some(conn) => answers.entry(conn).or_default(),
            None => &mut self.told,
        }
    }

    fn judge(&mut self, conn: Option<ConnId>, member_id: MemberId, change: Change, at: Millis) -> Judged {
        if let Some(outcome) = self.answer_to(change.change_id) {
            return Judged {
                conn,
                member_id,
                change,
                at,
                outcome,
                patch: Patch::default(),
            };
        }
        let before = self.staged.clone();
        let outcome = match self.staged.submit(&change, member_id, at) {
            Answer::Applied | Answer::Nothing => Outcome::Applied,
            Answer::Proposed => Outcome::Proposed,
            Answer::Refused(refusal) => Outcome::Refused {
                class: RefuseClass::Never,
                refusal: Some(refusal),
            },
        };
        Judged {
            conn,
            member_id,
            change,
            at,
            outcome,
            patch: diff(&before, &self.staged),
        }
    }

    fn judge_again(&mut self, changes: Vec<Judged>) {
        self.staged = self.committed.clone();
        for old in changes {
            let judged = self.judge(old.conn, old.member_id, old.change, old.at);
            self.waiting.push_back(judged);
        }
    }

    /// What a change that came before was answered, or will be: a repetition gets the same.
    fn answer_to(&self, change_id: ChangeId) -> Option<Outcome> {
        #[cfg(feature = "testing")]
        if self.sabotage.no_idempotency {
            return None;
        }
        let first = || {
            self.flying
                .iter()
                .chain(&self.waiting)
                .find(|judged| judged.change.change_id == change_id)
        };
        self.decided
            .outcome(change_id)
            .or_else(|| first().map(|judged| repeated(judged.outcome)))
    }

    /// Sends every member the difference between what they were sent and what they see now.
    fn publish(&mut self, mut answers: Answers) -> Vec<Outgoing> {
        let mut out = vec![];
        #[cfg(not(feature = "testing"))]
        let plan = &self.committed;
        #[cfg(feature = "testing")]
        let plan = &*self.sabotage.shown(&self.committed);
        for (member_id, watcher) in &mut self.watchers {
            let patch = watcher.see(plan, *member_id);
            #[cfg(feature = "testing")]
            let patch = self.sabotage.sent(patch);
            let to_all = Arc::new(FromServer::News {
                cursor: watcher.cursor.clone(),
                patch: patch.clone(),
                answers: vec![],
            });
            for (conn, _) in self
                .connections
                .iter()
                .filter(|(_, connection)| connection.member_id == *member_id)
            {
                let frame = match answers.remove(conn) {
                    Some(answers) => Arc::new(FromServer::News {
                        cursor: watcher.cursor.clone(),
                        patch: patch.clone(),
                        answers,
                    }),
                    None if patch.is_empty() => continue,
                    None => to_all.clone(),
                };
                out.push(Outgoing { conn: *conn, frame });
            }
        }
        #[cfg(feature = "testing")]
        if self.sabotage.answer_before_patch {
            return out.into_iter().flat_map(answer_before_patch).collect();
        }
        out
    }

    fn answer(&self, conn: ConnId, member_id: MemberId, change_id: ChangeId, outcome: Outcome) -> Option<Outgoing> {
        let cursor = self.watchers.get(&member_id)?.cursor.clone();
        let frame = FromServer::News {
            cursor,
            patch: Patch::default(),
            answers: vec![(change_id, outcome)],
        };
        Some(Outgoing {
            conn,
            frame: Arc::new(frame),
        })
    }
}
