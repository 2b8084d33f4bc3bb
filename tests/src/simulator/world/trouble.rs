//! Everything that goes wrong on purpose.

use super::{Check, Event, Happening, World};

impl World {
    pub(super) fn trouble(&mut self) -> Check<()> {
        if self.calm {
            return Ok(());
        }
        self.soon(900, Event::Trouble);
        let device = self.dice.below(self.devices.len());
        if self.days_go_by && self.dice.one_in(4) {
            self.let_days_go_by();
            return self.search_someones_pages();
        }
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
                let now = self.devices[device].clock(self.clock());
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

    pub(super) fn cut_line_of(&mut self, device: usize) {
        let Some(id) = self.devices[device].line else { return };
        let (up, down) = (self.dice.below(4), self.dice.below(4));
        self.counts.add(Happening::LineCut);
        self.cut(id, up, down);
        self.soon(3_000, Event::Lost(id));
        self.soon(6_000, Event::HungUp(id));
    }

    pub(super) fn kill_tab(&mut self, device: usize) {
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

    pub(super) fn kill_server(&mut self, server: usize) -> Check<()> {
        if !self.servers[server].is_up() {
            return Ok(());
        }
        self.counts.add(Happening::ServerKilled);
        self.delayed_at = self.now;
        if let Some(batch) = self.servers[server].kill() {
            self.counts.add(Happening::KilledWhileWriting);
            let before = self.disk.revision();
            if self.dice.one_in(2) {
                self.disk.write(&batch)?;
                self.counts.add(Happening::KilledAfterCommit);
            }
            self.count_written(before);
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

    pub(super) fn fall_behind(&mut self, device: usize) {
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
}
