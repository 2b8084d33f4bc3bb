//! The world: who and what there is, and the agenda of what happens when.

mod lives;
mod network;
mod people;
mod sight;
mod trouble;

use super::Without;
use super::check::{Check, Wrong, ensure};
use super::counts::{Counts, Happening};
use super::device::Device;
use super::disk::Disk;
use super::leaks::{Leaks, Moment};
use super::line::Line;
use super::server::Server;
use backend::live::sabotage::Sabotage;
use lives::{GUEST, lived_in};
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use shared::plan::Plan;
use shared::testing::{BIRTHE, Dice, JONAS, KARIN, MAJA, METTE, family};
use std::collections::{BTreeMap, BTreeSet};

/// What each device wants; a wish that is impossible on the spot counts too.
const WISHES: u32 = 100;
/// The same where everything that anyone is shown is searched.
const FEW_WISHES: u32 = 16;
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
    let mut dice = Dice(seed);
    let servers = 1 + dice.below(2);
    // Maja always has a second device or Jonas beside her, and Karin asks before changing.
    let mut members = vec![MAJA, dice.pick(&[MAJA, JONAS]).unwrap_or(JONAS), KARIN];
    for _ in 0..dice.below(3) {
        members.extend(dice.pick(&[MAJA, JONAS, BIRTHE, KARIN, METTE]));
    }
    World::new(dice, family(), servers, &members, WISHES, without, traced).run()
}

/// The same with everyone who has a page, on a plan that has been lived in, over days and weeks: short
/// schedules in which what may be seen changes all the time.
///
/// # Errors
/// What was found to be wrong.
pub fn run_for_leaks(seed: u64, without: Option<Without>, traced: bool) -> Result<Counts, Wrong> {
    let mut dice = Dice(seed);
    let mut canary = 0;
    let plan = lived_in(&mut dice, &mut canary);
    let servers = 1 + usize::from(dice.one_in(4));
    let mut members = vec![MAJA, BIRTHE, METTE];
    for _ in 0..2 {
        members.extend(dice.pick(&[MAJA, JONAS, BIRTHE, KARIN, METTE, GUEST]));
    }
    let mut world = World::new(dice, plan, servers, &members, FEW_WISHES, without, traced);
    world.days_go_by = true;
    world.canary = canary;
    world.run()
}

struct World {
    dice: Dice,
    /// The agenda's time. What clocks show is this and `skipped`.
    now: Millis,
    /// How far the clocks were moved on by days that went by.
    skipped: Millis,
    days_go_by: bool,
    /// The agenda's time when something last kept a server from writing down at once what is over.
    delayed_at: Millis,
    agenda: BTreeMap<(Millis, u64), Event>,
    scheduled: u64,
    plan_id: PlanId,
    disk: Disk,
    leaks: Leaks,
    servers: Vec<Server>,
    devices: Vec<Device>,
    lines: BTreeMap<u64, Line>,
    next_line: u64,
    canary: u64,
    counts: Counts,
    /// No more wishes and troubles.
    calm: bool,
    traced: bool,
}

impl World {
    fn new(
        mut dice: Dice,
        plan: Plan,
        servers: usize,
        members: &[MemberId],
        wishes: u32,
        without: Option<Without>,
        traced: bool,
    ) -> Self {
        let plan_id = plan.head().map_or(PlanId::MIN, |head| head.plan_id);
        let leaks = Leaks::new(&plan);
        let mut disk = Disk::new(plan);
        disk.primary_key = without != Some(Without::Idempotency);
        let server = Sabotage {
            no_idempotency: without == Some(Without::Idempotency),
            answer_before_patch: without == Some(Without::PatchBeforeAnswer),
            no_forgetting: without == Some(Without::Forgetting),
            no_discretion: without == Some(Without::Discretion),
        };
        let browser = shared::testing::Sabotage {
            no_rebase: without == Some(Without::Rebase),
        };
        let mut device = |member: &MemberId| {
            let mut device = Device::new(*member, dice.below(20_000) as Millis - 10_000, wishes, browser);
            // That the wrong thing is shown is for the oracle to notice, and not for a comparison with what `view` says.
            device.compares = !matches!(without, Some(Without::Forgetting | Without::Discretion));
            device
        };
        let devices = members.iter().map(&mut device).collect();
        World {
            dice,
            now: START,
            skipped: 0,
            days_go_by: false,
            delayed_at: START,
            agenda: BTreeMap::new(),
            scheduled: 0,
            plan_id,
            disk,
            leaks,
            servers: (0..servers).map(|_| Server::new(plan_id, server)).collect(),
            devices,
            lines: BTreeMap::new(),
            next_line: 0,
            canary: 0,
            counts: Counts::default(),
            calm: false,
            traced,
        }
    }

    /// What a clock that goes right shows.
    fn clock(&self) -> Millis {
        self.now + self.skipped
    }

    fn run(mut self) -> Check<Counts> {
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
        self.check_at_rest()?;
        Ok(self.counts)
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
                let (random, now) = (self.dice.roll() as u32, self.devices[device].clock(self.clock()));
                let effects = self.devices[device].core.as_mut().map(|core| core.tick(now, random));
                self.carry_out(device, effects.unwrap_or_default())
            }
            Event::Open { device, opening } => self.open(device, opening),
            Event::OpenTab(device) => self.open_tab(device),
            Event::Stored { device, tab } if tab == self.devices[device].tab => {
                let now = self.clock();
                let effects = self.devices[device].stored(now);
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
                let (before, now) = (self.disk.revision(), self.clock());
                self.servers[server].start(&mut self.disk, &mut self.dice, now)?;
                self.count_written(before);
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
                let (change_id, now) = (self.dice.change_id(), self.clock());
                let out = self.servers[server].sweep(change_id, now);
                self.send(server, out)?;
                self.pump(server)
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
        self.search_everything()?;
        ensure(!self.disk.plan().clone().lapse(self.moment_of_grace()), || {
            "something has ended and is not written down as ended".into()
        })?;
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
        let compares = self.devices.iter().all(|device| device.compares);
        ensure(divergences == 0 || !compares, || {
            format!("{divergences} browsers held something else than they were sent")
        })
    }
}
