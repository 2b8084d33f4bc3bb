//! Frames on their way, and what servers and disks make of them.

use super::{Check, Event, Happening, World};
use crate::simulator::device::Fate;
use crate::simulator::line::Sent;
use crate::simulator::server::Settled;
use backend::live::core::{ConnId, Outgoing};
use shared::live::wire::Outcome;
use shared::live::{FromBrowser, FromServer, RefuseClass};

impl World {
    pub(super) fn send_up(&mut self, device: usize, frame: FromBrowser) -> Check<()> {
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
    pub(super) fn send(&mut self, server: usize, out: Vec<Outgoing>) -> Check<()> {
        let revision = self.servers[server].revision();
        for Outgoing { conn, frame } in out {
            if let Some(member) = self.servers[server].member_of(conn) {
                self.search_frame(member, revision, &frame)?;
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

    pub(super) fn up(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.get_mut(&id) else { return Ok(()) };
        let Some(frame) = line.up.pop_front() else { return Ok(()) };
        let (server, life, device) = (line.server, line.life, line.device);
        if self.servers[server].life != life || !self.servers[server].is_up() {
            return Ok(());
        }
        let member = self.devices[device].member;
        let now = self.clock();
        let was_tail = matches!(&frame, FromBrowser::Subscribe { since: Some(_), .. });
        let out = self.servers[server].take(ConnId(id), member, frame, now);
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

    pub(super) fn down(&mut self, id: u64) -> Check<()> {
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
        let now = self.clock();
        let (effects, outcomes) = self.devices[device].receive(&frame, revision, &mut self.disk, now)?;
        self.search_window(device, revision, &frame)?;
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
    pub(super) fn lost(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.get(&id) else { return Ok(()) };
        let device = line.device;
        if self.devices[device].line != Some(id) {
            return Ok(());
        }
        self.devices[device].line = None;
        let (random, now) = (self.dice.roll() as u32, self.devices[device].clock(self.clock()));
        let effects = self.devices[device].core.as_mut().map(|core| core.closed(now, random));
        self.carry_out(device, effects.unwrap_or_default())
    }

    pub(super) fn hung_up(&mut self, id: u64) -> Check<()> {
        let Some(line) = self.lines.remove(&id) else { return Ok(()) };
        if self.servers[line.server].life != line.life {
            return Ok(());
        }
        let now = self.clock();
        let out = self.servers[line.server].leave(ConnId(id), now);
        self.send(line.server, out)
    }

    pub(super) fn cut(&mut self, id: u64, up: usize, down: usize) {
        if let Some(line) = self.lines.get_mut(&id)
            && line.cut(up, down) > 0
        {
            self.counts.add(Happening::FramesLost);
        }
    }

    pub(super) fn pump(&mut self, server: usize) -> Check<()> {
        let (out, writing) = self.servers[server].pump(&self.disk);
        if writing {
            let life = self.servers[server].life;
            let slow = if self.dice.one_in(8) { 500 } else { 20 };
            self.soon(slow, Event::Written { server, life });
        }
        self.send(server, out)
    }

    pub(super) fn written(&mut self, server: usize, life: u32) -> Check<()> {
        if self.servers[server].life != life || !self.servers[server].is_up() {
            return Ok(());
        }
        let refused = !self.calm && self.dice.one_in(30);
        let before = self.disk.revision();
        let (out, settled) = self.servers[server].settle(&mut self.disk, refused)?;
        match settled {
            Settled::Saved => {}
            Settled::Stale => self.counts.add(Happening::BatchStale),
            Settled::Refused => {
                self.counts.add(Happening::DiskRefused);
                self.delayed_at = self.now;
            }
        }
        self.count_written(before);
        self.send(server, out)?;
        self.pump(server)
    }
}
