//! What one browser knows of a plan, and what it still owes the server. No sockets, no storage, no
//! clock: those report in by the methods below, and do what the returned effects say.
//!
//! `confirmed` changes by patches alone. `shown` is `confirmed` with this person's own unanswered
//! changes on top, judged by the same `Plan::submit` as on the server.

use super::limits;
use super::wire::{Cursor, FromBrowser, FromServer, Held, Outcome, Peer, RefuseClass};
use crate::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use crate::plan::{Answer, Change, Patch, Plan, Refusal};
use crate::problem::codes;
use std::collections::VecDeque;

/// What the browser is to do.
#[allow(clippy::large_enum_variant, reason = "a handful at a time, each taken apart at once")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Put the change into the outbox on this device; report by `stored`.
    Store(Change),
    /// Take it out of the outbox: it was answered.
    Unstore(ChangeId),
    Send(FromBrowser),
    /// `shown`, `here`, `tray` or what is saved has changed.
    Render,
    /// Ask for a new ticket and open a socket after this many milliseconds; report by `opened`.
    OpenAfter(Millis),
    /// Close the socket; what comes from it afterwards is not listened to.
    Close,
    /// The server cannot go on with this page; the code is one of `problem::codes`.
    Stop(String),
}

/// How safe a person's latest words are. The worst of all their unanswered changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Saved {
    /// Not even on this device yet.
    NotYet,
    /// On this device.
    OnDevice,
    /// On its way to the server.
    Sent,
    /// On the server's disk.
    Saved,
}

/// A change that came to nothing, with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turned {
    pub change: Change,
    pub refusal: Option<Refusal>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Pending {
    change: Change,
    at: Millis,
    saved: Saved,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Link {
    /// No socket; `ClientCore` has asked for one.
    Down,
    /// Open, `Hello` and `Subscribe` sent.
    Joining,
    /// Holding the plan as of the cursor.
    Live,
    /// The server said that this page cannot go on.
    Stopped,
}

#[derive(Debug)]
pub struct ClientCore {
    plan_id: PlanId,
    member_id: MemberId,
    confirmed: Plan,
    shown: Plan,
    cursor: Option<Cursor>,
    pending: VecDeque<Pending>,
    tray: Vec<Turned>,
    here: Vec<Peer>,
    link: Link,
    /// Connections lost in a row, none of which held for `HEALTHY_AFTER_MS`.
    failures: u32,
    live_since: Millis,
    heard_at: Millis,
    pinged_at: Millis,
    pings: u32,
    /// Until when the server has asked for patience.
    wait_until: Millis,
    /// The server stops and asks its browsers to come back spread over this long.
    spread: Millis,
    /// The server's clock minus this device's.
    ahead: Millis,
    #[cfg(feature = "testing")]
    pub sabotage: crate::testing::Sabotage,
}

impl ClientCore {
    pub fn new(plan_id: PlanId, member_id: MemberId) -> Self {
        ClientCore {
            plan_id,
            member_id,
            confirmed: Plan::default(),
            shown: Plan::default(),
            cursor: None,
            pending: VecDeque::new(),
            tray: Vec::new(),
            here: Vec::new(),
            link: Link::Down,
            failures: 0,
            live_since: 0,
            heard_at: 0,
            pinged_at: 0,
            pings: 0,
            wait_until: 0,
            spread: 0,
            ahead: 0,
            #[cfg(feature = "testing")]
            sabotage: crate::testing::Sabotage::default(),
        }
    }

    /// What the person sees: the server's truth with their own unanswered changes on top.
    pub fn shown(&self) -> &Plan {
        &self.shown
    }

    /// What the server has said so far.
    pub fn confirmed(&self) -> &Plan {
        &self.confirmed
    }

    pub fn member_id(&self) -> MemberId {
        self.member_id
    }

    pub fn here(&self) -> &[Peer] {
        &self.here
    }

    /// Changes that were refused, with their words, until the person dismisses them.
    pub fn tray(&self) -> &[Turned] {
        &self.tray
    }

    pub fn is_live(&self) -> bool {
        self.link == Link::Live
    }

    /// How many changes have no answer yet.
    pub fn waiting(&self) -> usize {
        self.pending.len()
    }

    pub fn saved(&self) -> Saved {
        self.pending.iter().map(|pending| pending.saved).min().unwrap_or(Saved::Saved)
    }

    pub fn now_on_server(&self, now: Millis) -> Millis {
        now.saturating_add(self.ahead)
    }

    /// What this device had not got through to the server when the page was last open, oldest first.
    pub fn restore(&mut self, outbox: Vec<Change>, now: Millis) {
        for change in outbox {
            self.pending.push_back(Pending {
                change,
                at: now,
                saved: Saved::OnDevice,
            });
        }
        self.rebase();
    }

    /// What an ordinary request brought: shown, and the ground for the first changes, until the socket
    /// brings the plan as of now.
    pub fn look(&mut self, plan: Plan) {
        self.confirmed = plan;
        self.rebase();
    }

    pub fn start(&mut self) -> Vec<Effect> {
        vec![Effect::OpenAfter(0)]
    }

    /// \[L1\] The socket is open: say hello, and which plan, from where.
    pub fn opened(&mut self, ticket: String, now: Millis) -> Vec<Effect> {
        if self.link == Link::Stopped {
            return vec![Effect::Close];
        }
        self.link = Link::Joining;
        self.heard_at = now;
        self.pinged_at = now;
        vec![
            Effect::Send(FromBrowser::Hello {
                protocol: super::PROTOCOL,
                ticket,
            }),
            Effect::Send(FromBrowser::Subscribe {
                plan_id: self.plan_id,
                since: self.cursor.clone(),
            }),
        ]
    }

    /// \[L12\] The socket is gone: come back after a random time that doubles with every failure.
    pub fn closed(&mut self, now: Millis, random: u32) -> Vec<Effect> {
        if self.link == Link::Stopped {
            return vec![];
        }
        if self.link == Link::Live && now - self.live_since >= limits::HEALTHY_AFTER_MS {
            self.failures = 0;
        }
        self.link = Link::Down;
        self.here.clear();
        self.ask_again(0);
        let doubled = limits::RETRY_FIRST_MS.saturating_mul(1 << self.failures.min(10));
        let most = doubled.min(limits::RETRY_MOST_MS).max(self.spread);
        self.failures = self.failures.saturating_add(1);
        let wait = i64::from(random) % (most + 1) + (self.wait_until - now).max(0);
        vec![Effect::OpenAfter(wait), Effect::Render]
    }

    /// The device is on the net again, or the page is looked at again: do not wait any longer.
    pub fn wake(&mut self, now: Millis) -> Vec<Effect> {
        match self.link {
            Link::Down => vec![Effect::OpenAfter(0)],
            Link::Joining | Link::Live => self.ping(now),
            Link::Stopped => vec![],
        }
    }

    /// Once a second: ping, notice a dead connection, send what had to wait.
    pub fn tick(&mut self, now: Millis, random: u32) -> Vec<Effect> {
        if !matches!(self.link, Link::Joining | Link::Live) {
            return vec![];
        }
        if now - self.heard_at > limits::DEAD_AFTER_MS {
            let mut effects = vec![Effect::Close];
            effects.extend(self.closed(now, random));
            return effects;
        }
        let mut effects = if now - self.pinged_at >= limits::PING_EVERY_MS {
            self.ping(now)
        } else {
            vec![]
        };
        effects.extend(self.send(now));
        effects
    }

    /// \[L3\] Predicts the change at once and asks for it to be stored. What is refused here leaves no trace.
    pub fn submit(&mut self, change: Change, now: Millis) -> Result<(Answer, Vec<Effect>), Refusal> {
        if self.pending.len() >= limits::OUTBOX {
            return Err(Refusal::PlanFull);
        }
        let answer = self.shown.submit(&change, self.member_id, self.now_on_server(now));
        match answer {
            Answer::Refused(refusal) => Err(refusal),
            Answer::Nothing => Ok((answer, vec![])),
            Answer::Applied | Answer::Proposed => {
                self.pending.push_back(Pending {
                    change: change.clone(),
                    at: now,
                    saved: Saved::NotYet,
                });
                Ok((answer, vec![Effect::Store(change), Effect::Render]))
            }
        }
    }

    /// \[L4\] The outbox holds the change, or this device has no outbox and it lives in memory alone.
    /// Only now may it be sent.
    pub fn stored(&mut self, change_id: ChangeId, now: Millis) -> Vec<Effect> {
        for pending in self
            .pending
            .iter_mut()
            .filter(|pending| pending.change.change_id == change_id)
        {
            pending.saved = pending.saved.max(Saved::OnDevice);
        }
        let mut effects = self.send(now);
        effects.push(Effect::Render);
        effects
    }

    pub fn presence(&mut self, card_id: Option<CardId>, writing: bool) -> Vec<Effect> {
        if self.is_live() {
            vec![Effect::Send(FromBrowser::Presence { card_id, writing })]
        } else {
            vec![]
        }
    }

    /// The person has read why a change was refused.
    pub fn dismiss(&mut self, change_id: ChangeId) -> Vec<Effect> {
        self.tray.retain(|turned| turned.change.change_id != change_id);
        vec![Effect::Unstore(change_id), Effect::Render]
    }

    pub fn received(&mut self, frame: FromServer, now: Millis) -> Vec<Effect> {
        if !matches!(self.link, Link::Joining | Link::Live) {
            return vec![];
        }
        self.heard_at = now;
        match frame {
            FromServer::Welcome { now: server_now, .. } => {
                self.ahead = server_now.saturating_sub(now);
                vec![]
            }
            FromServer::Snapshot { cursor, records } => {
                // Everything anew may stand for frames that were left out, and answers with them: ask again.
                self.ask_again(0);
                self.confirmed = Plan::from_records(records);
                self.join(cursor, now)
            }
            FromServer::News { cursor, patch, answers } => self.news(cursor, patch, answers, now),
            FromServer::Here { peers } => {
                self.here = peers;
                vec![Effect::Render]
            }
            FromServer::Pong { now: server_now, .. } => {
                self.ahead = server_now.saturating_sub(now);
                vec![]
            }
            FromServer::Drain { spread_ms } => {
                self.spread = i64::from(spread_ms);
                vec![]
            }
            FromServer::Bye { code } => match code.as_str() {
                // These pass: come back by the usual way.
                codes::STOPPING | codes::TOO_SLOW | codes::TOO_MANY | codes::STORAGE | codes::BAD_TICKET => vec![Effect::Close],
                _ => {
                    self.link = Link::Stopped;
                    vec![Effect::Close, Effect::Stop(code), Effect::Render]
                }
            },
        }
    }

    /// \[L8\] A patch follows the one before it, or the plan is asked for anew.
    fn news(&mut self, cursor: Cursor, patch: Patch, answers: Vec<(ChangeId, Outcome)>, now: Millis) -> Vec<Effect> {
        let expected =
            |own: &Cursor| own.epoch == cursor.epoch && own.n.checked_add(u64::from(!patch.is_empty())) == Some(cursor.n);
        let tail = self.link == Link::Joining
            && self
                .cursor
                .as_ref()
                .is_some_and(|own| own.epoch == cursor.epoch && cursor.n >= own.n);
        if !tail && !self.cursor.as_ref().is_some_and(expected) {
            self.cursor = None;
            return vec![Effect::Send(FromBrowser::Subscribe {
                plan_id: self.plan_id,
                since: None,
            })];
        }
        self.confirmed.apply(patch);
        let mut effects: Vec<Effect> = answers
            .into_iter()
            .flat_map(|(change_id, outcome)| self.answered(change_id, outcome, now))
            .collect();
        effects.extend(self.join(cursor, now));
        effects
    }

    fn join(&mut self, cursor: Cursor, now: Millis) -> Vec<Effect> {
        self.cursor = Some(cursor);
        if self.link == Link::Joining {
            self.link = Link::Live;
            self.live_since = now;
            self.spread = 0;
        }
        self.rebase();
        let mut effects = self.leave_own_words();
        effects.extend(self.send(now));
        effects.push(Effect::Render);
        effects
    }

    /// \[L14\] Of what a refused change was about nothing stays in the tray, nor on the device, once it is out of sight.
    fn leave_own_words(&mut self) -> Vec<Effect> {
        let (tray, plan) = (self.tray.iter_mut(), &self.confirmed);
        let changed = tray.filter_map(|turned| plan.leave_own_words(&mut turned.change.intent).then_some(&turned.change));
        changed.cloned().map(Effect::Store).collect()
    }

    /// \[L6\] An answered change is no longer this browser's to carry: its effect is in the patch.
    fn answered(&mut self, change_id: ChangeId, outcome: Outcome, now: Millis) -> Vec<Effect> {
        let Some(index) = self.pending.iter().position(|pending| pending.change.change_id == change_id) else {
            return vec![];
        };
        match outcome {
            Outcome::Refused {
                class: RefuseClass::Later,
                ..
            } => {
                // Send it again after a breath, and all that may rest on it: the server holds those back too.
                self.ask_again(index);
                self.wait_until = now + limits::RETRY_FIRST_MS;
                vec![]
            }
            Outcome::Refused {
                class: RefuseClass::Never,
                refusal,
            } => {
                // [L11] The words go to the tray, and stay in the outbox until the person has seen them.
                if let Some(pending) = self.pending.remove(index) {
                    self.tray.push(Turned {
                        change: pending.change,
                        refusal,
                    });
                }
                vec![]
            }
            Outcome::Applied | Outcome::Proposed | Outcome::Known => {
                self.pending.remove(index);
                vec![Effect::Unstore(change_id)]
            }
        }
    }

    /// \[L7\] Undo what was predicted, take what was decided, predict again.
    fn rebase(&mut self) {
        self.shown = self.confirmed.clone();
        #[cfg(feature = "testing")]
        if self.sabotage.no_rebase {
            return;
        }
        for pending in &self.pending {
            // A prediction that no longer works is left out; the server has the last word on it.
            let _ = self
                .shown
                .submit(&pending.change, self.member_id, pending.at.saturating_add(self.ahead));
        }
    }

    /// What was sent and is not answered is sent again, from this one on.
    fn ask_again(&mut self, first: usize) {
        for pending in self.pending.iter_mut().skip(first) {
            pending.saved = pending.saved.min(Saved::OnDevice);
        }
    }

    /// \[L5\] In order, a limited number at a time, only what is stored.
    fn send(&mut self, now: Millis) -> Vec<Effect> {
        if self.link != Link::Live || now < self.wait_until {
            return vec![];
        }
        let mut in_flight = self.pending.iter().filter(|pending| pending.saved == Saved::Sent).count();
        let mut changes = vec![];
        for pending in &mut self.pending {
            match pending.saved {
                Saved::Sent => continue,
                // What comes later must not overtake what this device has not stored yet.
                Saved::NotYet => break,
                Saved::OnDevice | Saved::Saved => {}
            }
            if in_flight == limits::IN_FLIGHT || changes.len() == limits::CHANGES_PER_FRAME {
                break;
            }
            in_flight += 1;
            pending.saved = Saved::Sent;
            changes.push(pending.change.clone());
        }
        if changes.is_empty() {
            vec![]
        } else {
            vec![Effect::Send(FromBrowser::Submit { changes }), Effect::Render]
        }
    }

    fn ping(&mut self, now: Millis) -> Vec<Effect> {
        self.pinged_at = now;
        self.pings = self.pings.wrapping_add(1);
        let hash = || format!("{:016x}", self.confirmed.state_hash());
        let held = self.cursor.clone().map(|cursor| Held { cursor, hash: hash() });
        vec![Effect::Send(FromBrowser::Ping { n: self.pings, held })]
    }
}
