//! The world: who and what there is, the agenda of what happens when, and the troubles.

use super::check::{Check, Wrong, ensure};
use super::counts::{Counts, Happening};
use super::device::{Device, Fate};
use super::disk::Disk;
use super::line::{Line, Sent};
use super::server::{Server, Settled};
use super::{Without, canary};
use backend::live::core::{ConnId, Outgoing, Sabotage};
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use shared::live::wire::Outcome;
use shared::live::{Effect, FromBrowser, FromServer, RefuseClass};
use shared::plan::Answer;
use shared::testing::{BIRTHE, Dice, EVERYONE, JONAS, KARIN, MAJA, METTE, family};
use std::collections::{BTreeMap, BTreeSet};

/// What each device wants; a wish that is impossible on the spot counts too.
const WISHES: u32 = 100;
/// Any moment will do.
const START: Millis = 1_800_000_000_000;
/// After the last wish everything must have come to rest within this time.
const REST_WITHIN: Millis = 180_000;
/// Longer than it takes a browser to ping, so that every one has compared what it holds.
const LISTEN_ON: Millis = 20_000;

#[derive(Debug)]
enum Event {
    Wish(usize),
    Tick(usize),
    Open {
        device: usize,
        opening: u32,
    },
    OpenTab(usize),
    Stored {
        device: usize,
        tab: u32,
    },
    Unstored {
        device: usize,
        tab: u32,
        change_id: ChangeId,
    },
    Up(u64),
    Down(u64),
    /// The device notices that its line is gone.
    Lost(u64),
    /// The server notices that a line is gone.
    HungUp(u64),
    Written {
        server: usize,
        life: u32,
    },
    StartServer(usize),
    Look(usize),
    Sweep(usize),
    Trouble,
}

/// Runs one schedule to its end; `traced` prints what happens.
///
/// # Errors
/// What was found to be wrong.
pub fn run(seed: u64, without: Option<Without>, traced: bool) -> Result<Counts, Wrong> {
    let mut world = World::new(seed, without, traced)?;
    world.run()?;
    Ok(world.counts)
}

struct World {
    dice: Dice,
    now: Millis,
    agenda: BTreeMap<(Millis, u64), Event>,
    scheduled: u64,
    plan_id: PlanId,
    disk: Disk,
    servers: Vec<Server>,
    devices: Vec<Device>,
    lines: BTreeMap<u64, Line>,
    next_line: u64,
    canary: u64,
    hidden: BTreeMap<(i64, MemberId), BTreeSet<u64>>,
    counts: Counts,
    /// No more wishes and troubles.
    calm: bool,
    traced: bool,
}

impl World {
    fn new(seed: u64, without: Option<Without>, traced: bool) -> Check<Self> {
        let mut dice = Dice(seed);
        let plan = family();
        let plan_id = plan.head().map_or(PlanId::MIN, |head| head.plan_id);
        let mut disk = Disk::new(plan);
        disk.primary_key = without != Some(Without::Idempotency);
        let server = Sabotage {
            no_idempotency: without == Some(Without::Idempotency),
            answer_before_patch: without == Some(Without::PatchBeforeAnswer),
        };
        let browser = shared::testing::Sabotage {
            no_rebase: without == Some(Without::Rebase),
        };
        let servers = (0..1 + dice.below(2)).map(|_| Server::new(plan_id, server)).collect();
        // Maja always has a second device or Jonas beside her, and Karin asks before changing.
        let mut members = vec![MAJA, dice.pick(&[MAJA, JONAS]).unwrap_or(JONAS), KARIN];
        for _ in 0..dice.below(3) {
            members.extend(dice.pick(&[MAJA, JONAS, BIRTHE, KARIN, METTE]));
        }
        let device = |member| Device::new(member, dice.below(20_000) as Millis - 10_000, WISHES, browser);
        let devices = members.into_iter().map(device).collect();
        Ok(World {
            dice,
            now: START,
            agenda: BTreeMap::new(),
            scheduled: 0,
            plan_id,
            disk,
            servers,
            devices,
            lines: BTreeMap::new(),
            next_line: 0,
            canary: 0,
            hidden: BTreeMap::new(),
            counts: Counts::default(),
            calm: false,
            traced,
        })
    }

    fn run(&mut self) -> Check<()> {
        for server in 0..self.servers.len() {
            self.later(0, Event::StartServer(server));
            self.later(100, Event::Look(server));
            self.later(5_000, Event::Sweep(server));
        }
        for device in 0..self.devices.len() {
            self.later(10, Event::OpenTab(device));
            self.soon(1_000, Event::Tick(device));
            self.soon(2_000, Event::Wish(device));
        }
        self.later(2_000, Event::Trouble);
        while self.devices.iter().any(|device| device.wishes > 0) {
            self.step()?;
        }
        self.calm = true;
        let deadline = self.now + REST_WITHIN;
        while !self.is_at_rest() {
            ensure(self.now < deadline, || self.what_is_under_way())?;
            self.step()?;
        }
        let until = self.now + LISTEN_ON;
        while self.now < until {
            self.step()?;
        }
        self.check_at_rest()
    }

    fn step(&mut self) -> Check<()> {
        // Ticks come for ever, so the agenda is never empty.
        let Some(((at, _), event)) = self.agenda.pop_first() else {
            return Err(Wrong("the world stands still".into()));
        };
        self.now = at;
        if self.traced && !matches!(event, Event::Tick(_) | Event::Look(_)) {
            println!("{} {event:?}", at - START);
        }
        match event {
            Event::Wish(device) => self.wish(device),
            Event::Tick(device) => {
                self.later(1_000, Event::Tick(device));
                let (random, now) = (self.dice.roll() as u32, self.devices[device].clock(self.now));
                let effects = self.devices[device].core.as_mut().map(|core| core.tick(now, random));
                self.carry_out(device, effects.unwrap_or_default())
            }
            Event::Open { device, opening } => self.open(device, opening),
            Event::OpenTab(device) => self.open_tab(device),
            Event::Stored { device, tab } if tab == self.devices[device].tab => {
                let effects = self.devices[device].stored(self.now);
                self.carry_out(device, effects)
            }
            Event::Unstored { device, tab, change_id } if tab == self.devices[device].tab => {
                self.devices[device].unstored(change_id);
                Ok(())
            }
            Event::Stored { .. } | Event::Unstored { .. } => Ok(()),
            Event::Up(line) => self.up(line),
            Event::Down(line) => self.down(line),
            Event::Lost(line) => self.lost(line),
            Event::HungUp(line) => self.hung_up(line),
            Event::Written { server, life } => self.written(server, life),
            Event::StartServer(server) => {
                let seed = self.dice.roll();
                self.servers[server].start(&self.disk, seed);
                Ok(())
            }
            Event::Look(server) => {
                let again = 200 + self.dice.below(100) as Millis;
                self.later(again, Event::Look(server));
                if let Some(out) = self.servers[server].look(&self.disk) {
                    self.counts.add(Happening::HeardOfOtherServer);
                    self.send(server, out)?;
                    self.pump(server)?;
                }
                Ok(())
            }
            Event::Sweep(server) => {
                self.later(5_000, Event::Sweep(server));
                let out = self.servers[server].sweep(self.now);
                self.send(server, out)
            }
            Event::Trouble => self.trouble(),
        }
    }

    fn later(&mut self, after: Millis, event: Event) {
        self.at(self.now + after, event);
    }

    fn soon(&mut self, within: usize, event: Event) {
        let after = self.dice.below(within.max(1)) as Millis;
        self.later(after, event);
    }

    fn at(&mut self, at: Millis, event: Event) {
        self.scheduled += 1;
        self.agenda.insert((at, self.scheduled), event);
    }

    /// Mostly a few milliseconds, now and then a second.
    fn delay(&mut self) -> Millis {
        let most = if self.dice.one_in(12) { 1_000 } else { 60 };
        1 + self.dice.below(most) as Millis
    }

    // People and their devices.

    fn wish(&mut self, device: usize) -> Check<()> {
        if self.devices[device].wishes == 0 {
            return Ok(());
        }
        self.soon(300, Event::Wish(device));
        // Nothing can be wished of an empty screen.
        if self.devices[device]
            .core
            .as_ref()
            .is_none_or(|core| core.shown().head().is_none())
        {
            return Ok(());
        }
        self.devices[device].wishes -= 1;
        match self.devices[device].wish(&mut self.dice, &mut self.canary, self.now) {
            Some((Answer::Nothing, _)) => Ok(()),
            Some((_, effects)) => {
                self.counts.add(Happening::Change);
                self.carry_out(device, effects)
            }
            None => {
                self.counts.add(Happening::RefusedOnTheSpot);
                Ok(())
            }
        }
    }

    fn open_tab(&mut self, device: usize) -> Check<()> {
        if self.devices[device].core.is_some() {
            return Ok(());
        }
        let (left, effects) = self.devices[device].open_tab(self.plan_id, self.now)?;
        if left > 0 {
            self.counts.add(Happening::TabReopenedWithOutbox);
        }
        self.carry_out(device, effects)
    }

    fn carry_out(&mut self, device: usize, effects: Vec<Effect>) -> Check<()> {
        for effect in effects {
            let tab = self.devices[device].tab;
            match effect {
                Effect::Store(change) => {
                    self.devices[device].store(change);
                    let slow = if self.dice.one_in(10) { 2_000 } else { 30 };
                    self.soon(slow, Event::Stored { device, tab });
                }
                Effect::Unstore(change_id) => self.soon(50, Event::Unstored { device, tab, change_id }),
                Effect::Send(frame) => self.send_up(device, frame)?,
                Effect::OpenAfter(wait) => {
                    self.devices[device].opening += 1;
                    let opening = self.devices[device].opening;
                    // A ticket has to be fetched first.
                    let wait = wait + self.delay();
                    self.later(wait, Event::Open { device, opening });
                }
                Effect::Close => {
                    if let Some(line) = self.devices[device].line.take() {
                        self.cut(line, 0, 0);
                        self.soon(5_000, Event::HungUp(line));
                    }
                }
                Effect::Render => {}
                Effect::Stop(code) => return Err(Wrong(format!("a browser was told to stop: {code}"))),
            }
        }
        Ok(())
    }

    fn open(&mut self, device: usize, opening: u32) -> Check<()> {
        if opening != self.devices[device].opening || self.devices[device].core.is_none() {
            return Ok(());
        }
        if let Some(old) = self.devices[device].line.take() {
            self.cut(old, 0, 0);
            self.soon(5_000, Event::HungUp(old));
        }
        let server = self.dice.below(self.servers.len());
        let now = self.devices[device].clock(self.now);
        if !self.servers[server].is_up() {
            let random = self.dice.roll() as u32;
            let effects = self.devices[device].core.as_mut().map(|core| core.closed(now, random));
            return self.carry_out(device, effects.unwrap_or_default());
        }
        self.next_line += 1;
        let (line, tab) = (self.next_line, self.devices[device].tab);
        self.lines
            .insert(line, Line::new(device, tab, server, self.servers[server].life));
        self.devices[device].line = Some(line);
        let effects = self.devices[device]
            .core
            .as_mut()
            .map(|core| core.opened("ticket".into(), now));
        self.carry_out(device, effects.unwrap_or_default())
    }

    // The network.

    fn send_up(&mut self, device: usize, frame: FromBrowser) -> Check<()> {
        let Some(id) = self.devices[device].line else { return Ok(()) };
        if self.traced && !matches!(frame, FromBrowser::Ping { .. }) {
            println!("    device {device} on line {id} sends {frame:?}");
        }
        let twice = matches!(frame, FromBrowser::Submit { .. }) && !self.calm && self.dice.one_in(12);
        if twice {
            self.counts.add(Happening::SubmitTwice);
        }
        for _ in 0..1 + usize::from(twice) {
            let (now, delay) = (self.now, self.delay());
            let due = self
                .lines
                .get_mut(&id)
                .and_then(|line| line.send_up(frame.clone(), now, delay));
            if let Some(due) = due {
                self.at(due, Event::Up(id));
            }
        }
        Ok(())
    }

    /// Sends what a server says, once it is sure that each reader may read it.
    fn send(&mut self, server: usize, out: Vec<Outgoing>) -> Check<()> {
        let revision = self.servers[server].revision();
        for Outgoing { conn, frame } in out {
            if let Some(member) = self.servers[server].member_of(conn) {
                self.check_nothing_hidden(member, revision, &frame)?;
            }
            if let FromServer::Snapshot { .. } = *frame {
                self.counts.add(Happening::JoinedBySnapshot);
            }
            let (now, delay) = (self.now, self.delay());
            let due = self
                .lines
                .get_mut(&conn.0)
                .and_then(|line| line.send_down(Sent { frame, revision }, now, delay));
            if let Some(due) = due {
                self.at(due, Event::Down(conn.0));
            }
        }
        Ok(())
    }

    fn check_nothing_hidden(&mut self, member: MemberId, revision: i64, frame: &FromServer) -> Check<()> {
        if !matches!(frame, FromServer::Snapshot { .. } | FromServer::News { .. }) {
            return Ok(());
        }
        let disk = &mut self.disk;
        let hidden = self.hidden.entry((revision, member)).or_insert_with(|| {
            let seen = disk.view_at(revision, member).clone();
            canary::hidden(disk.at(revision), &seen)
        });
        if hidden.is_empty() {
            return Ok(());
        }
        let text = serde_json::to_string(frame).unwrap_or_default();
        match canary::found_in(&text).find(|word| hidden.contains(word)) {
            Some(word) => Err(Wrong(format!(
                "{member} is sent the words {word} of a card that is hidden from them: {text}"
            ))),
            None => Ok(()),
        }
    }

    fn up(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.get_mut(&id) else { return Ok(()) };
        let Some(frame) = line.up.pop_front() else { return Ok(()) };
        let (server, life, device) = (line.server, line.life, line.device);
        if self.servers[server].life != life || !self.servers[server].is_up() {
            return Ok(());
        }
        let member = self.devices[device].member;
        let was_tail = matches!(&frame, FromBrowser::Subscribe { since: Some(_), .. });
        let out = self.servers[server].take(ConnId(id), member, frame, self.now);
        if was_tail
            && out
                .iter()
                .any(|sent| sent.conn.0 == id && matches!(*sent.frame, FromServer::News { .. }))
        {
            self.counts.add(Happening::JoinedByTail);
        }
        self.send(server, out)?;
        self.pump(server)
    }

    fn down(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.get_mut(&id) else { return Ok(()) };
        let Some(Sent { frame, revision }) = line.down.pop_front() else {
            return Ok(());
        };
        let (device, server) = (line.device, line.server);
        let drained = line.behind && line.down.is_empty() && !line.cut;
        let heard = line.tab == self.devices[device].tab && self.devices[device].line == Some(id);
        if drained {
            line.behind = false;
            let out = self.servers[server].resync(ConnId(id));
            self.send(server, out)?;
        }
        if !heard {
            return Ok(());
        }
        if self.traced
            && let FromServer::News { cursor, answers, .. } = &*frame
        {
            println!("    device {device} on line {id} reads {cursor:?} {answers:?}");
        }
        let (effects, outcomes) = self.devices[device].receive(&frame, revision, &mut self.disk, self.now)?;
        for (outcome, fate) in outcomes {
            if fate == Fate::Nothing {
                self.counts.add(Happening::ChangedNothing);
            }
            self.counts.add(match outcome {
                Outcome::Applied => Happening::AnsweredApplied,
                Outcome::Proposed => Happening::AnsweredProposed,
                Outcome::Known => Happening::AnsweredKnown,
                Outcome::Refused {
                    class: RefuseClass::Never,
                    ..
                } => Happening::AnsweredNever,
                Outcome::Refused {
                    class: RefuseClass::Later,
                    ..
                } => Happening::AnsweredLater,
            });
        }
        self.carry_out(device, effects)
    }

    /// The device notices that its line is gone.
    fn lost(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.get(&id) else { return Ok(()) };
        let device = line.device;
        if self.devices[device].line != Some(id) {
            return Ok(());
        }
        self.devices[device].line = None;
        let (random, now) = (self.dice.roll() as u32, self.devices[device].clock(self.now));
        let effects = self.devices[device].core.as_mut().map(|core| core.closed(now, random));
        self.carry_out(device, effects.unwrap_or_default())
    }

    fn hung_up(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.remove(&id) else { return Ok(()) };
        if self.servers[line.server].life != line.life {
            return Ok(());
        }
        let out = self.servers[line.server].leave(ConnId(id), self.now);
        self.send(line.server, out)
    }

    fn cut(&mut self, id: u64, up: usize, down: usize) {
        if let Some(line) = self.lines.get_mut(&id)
            && line.cut(up, down) > 0
        {
            self.counts.add(Happening::FramesLost);
        }
    }

    // The disk.

    fn pump(&mut self, server: usize) -> Check<()> {
        let (out, writing) = self.servers[server].pump(&self.disk);
        if writing {
            let life = self.servers[server].life;
            let slow = if self.dice.one_in(8) { 500 } else { 20 };
            self.soon(slow, Event::Written { server, life });
        }
        self.send(server, out)
    }

    fn written(&mut self, server: usize, life: u32) -> Check<()> {
        if self.servers[server].life != life || !self.servers[server].is_up() {
            return Ok(());
        }
        let refused = !self.calm && self.dice.one_in(30);
        let before = self.disk.revision();
        let (out, settled) = self.servers[server].settle(&mut self.disk, refused)?;
        match settled {
            Settled::Saved => {}
            Settled::Stale => self.counts.add(Happening::BatchStale),
            Settled::Refused => self.counts.add(Happening::DiskRefused),
        }
        self.count_hidden(before);
        self.send(server, out)?;
        self.pump(server)
    }

    fn count_hidden(&mut self, before: i64) {
        for revision in before..self.disk.revision() {
            for member in EVERYONE {
                let seen = self.disk.view_at(revision, member).clone();
                let sees = self.disk.view_at(revision + 1, member).clone();
                if canary::newly_hidden(&seen, &sees, self.disk.at(revision + 1)) > 0 {
                    self.counts.add(Happening::CardHidden);
                }
            }
        }
    }

    // Troubles.

    fn trouble(&mut self) -> Check<()> {
        if self.calm {
            return Ok(());
        }
        self.soon(900, Event::Trouble);
        let device = self.dice.below(self.devices.len());
        match self.dice.below(16) {
            0..=4 => self.cut_line_of(device),
            5 => self.kill_tab(device),
            6 => {
                let server = self.dice.below(self.servers.len());
                self.kill_server(server)?;
            }
            7..=9 => self.fall_behind(device),
            10..=11 => {
                self.counts.add(Happening::Woken);
                let now = self.devices[device].clock(self.now);
                let effects = self.devices[device].core.as_mut().map(|core| core.wake(now));
                self.carry_out(device, effects.unwrap_or_default())?;
            }
            12..=13 => {
                self.counts.add(Happening::Presence);
                let card = self.devices[device]
                    .core
                    .as_ref()
                    .and_then(|core| core.shown().cards().next().map(|card| card.card_id));
                let writing = self.dice.one_in(2);
                let effects = self.devices[device].core.as_mut().map(|core| core.presence(card, writing));
                self.carry_out(device, effects.unwrap_or_default())?;
            }
            _ => {
                let effects = self.devices[device].dismiss(&mut self.dice);
                self.carry_out(device, effects)?;
            }
        }
        Ok(())
    }

    fn cut_line_of(&mut self, device: usize) {
        let Some(id) = self.devices[device].line else { return };
        let (up, down) = (self.dice.below(4), self.dice.below(4));
        self.counts.add(Happening::LineCut);
        self.cut(id, up, down);
        self.soon(3_000, Event::Lost(id));
        self.soon(6_000, Event::HungUp(id));
    }

    fn kill_tab(&mut self, device: usize) {
        if self.devices[device].core.is_none() {
            return;
        }
        self.counts.add(Happening::TabKilled);
        if let Some(id) = self.devices[device].line {
            let up = self.dice.below(4);
            self.cut(id, up, 0);
            self.soon(6_000, Event::HungUp(id));
        }
        if self.devices[device].kill_tab(&mut self.dice) > 0 {
            self.counts.add(Happening::LostBeforeStored);
        }
        self.soon(3_000, Event::OpenTab(device));
    }

    fn kill_server(&mut self, server: usize) -> Check<()> {
        if !self.servers[server].is_up() {
            return Ok(());
        }
        self.counts.add(Happening::ServerKilled);
        if let Some(batch) = self.servers[server].kill() {
            self.counts.add(Happening::KilledWhileWriting);
            let before = self.disk.revision();
            if self.dice.one_in(2) {
                self.disk.write(&batch)?;
                self.counts.add(Happening::KilledAfterCommit);
            }
            self.count_hidden(before);
        }
        let lines: Vec<u64> = self
            .lines
            .iter()
            .filter(|(_, line)| line.server == server)
            .map(|(id, _)| *id)
            .collect();
        for id in lines {
            let down = self.dice.below(4);
            self.cut(id, 0, down);
            self.soon(2_000, Event::Lost(id));
        }
        self.soon(2_000, Event::StartServer(server));
        Ok(())
    }

    fn fall_behind(&mut self, device: usize) {
        let Some(line) = self.devices[device].line.and_then(|id| self.lines.get_mut(&id)) else {
            return;
        };
        if line.down.is_empty() || line.cut {
            return;
        }
        // What lies there is read before anything new comes.
        line.behind = true;
        self.counts.add(Happening::ReaderTooSlow);
    }

    // The end.

    fn is_at_rest(&self) -> bool {
        let quiet = |line: &Line| !line.cut && line.up.is_empty() && line.down.is_empty();
        let connected = |device: &Device| device.line.and_then(|id| self.lines.get(&id)).is_some_and(quiet);
        self.devices.iter().all(|device| device.is_at_rest() && connected(device))
            && self.servers.iter().all(|server| server.is_at_rest(&self.disk))
    }

    fn what_is_under_way(&self) -> String {
        let waiting: Vec<_> = self
            .devices
            .iter()
            .map(|device| {
                device
                    .core
                    .as_ref()
                    .map(|core| (core.is_live(), core.waiting(), core.saved()))
            })
            .collect();
        let servers: Vec<_> = self.servers.iter().map(|server| server.is_at_rest(&self.disk)).collect();
        format!("it does not come to rest; browsers (live, waiting, saved): {waiting:?}, servers at rest: {servers:?}")
    }

    fn check_at_rest(&mut self) -> Check<()> {
        let many = self.servers.len() > 1;
        for device in &mut self.devices {
            device.check_at_rest(&mut self.disk, many)?;
        }
        let revisions: Vec<i64> = self.disk.log().iter().map(|entry| entry.revision).collect();
        let expected: Vec<i64> = (1..=self.disk.revision()).collect();
        ensure(revisions == expected, || "the revisions have a gap".into())?;
        let ids: BTreeSet<ChangeId> = self.disk.log().iter().map(|entry| entry.change.change_id).collect();
        ensure(ids.len() == revisions.len(), || "a change is in the log twice".into())?;
        let divergences: u64 = self.servers.iter().map(Server::divergences).sum();
        ensure(divergences == 0, || {
            format!("{divergences} browsers held something else than they were sent")
        })
    }
}
