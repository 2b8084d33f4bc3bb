//! What people do, and what their devices do about it.

use super::{Check, Event, Happening, Line, World, Wrong};
use shared::live::Effect;
use shared::plan::Answer;

impl World {
    pub(super) fn wish(&mut self, device: usize) -> Check<()> {
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
            // Whoever has left the table wishes nothing more.
            let has_left = self.devices[device].core.as_ref().is_some_and(|core| core.is_live());
            self.devices[device].wishes -= u32::from(has_left);
            return Ok(());
        }
        self.devices[device].wishes -= 1;
        let now = self.clock();
        match self.devices[device].wish(&mut self.dice, &mut self.canary, now) {
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

    pub(super) fn open_tab(&mut self, device: usize) -> Check<()> {
        if self.devices[device].core.is_some() {
            return Ok(());
        }
        let now = self.clock();
        let (left, effects) = self.devices[device].open_tab(self.plan_id, now)?;
        if left > 0 {
            self.counts.add(Happening::TabReopenedWithOutbox);
        }
        self.carry_out(device, effects)
    }

    pub(super) fn carry_out(&mut self, device: usize, effects: Vec<Effect>) -> Check<()> {
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

    pub(super) fn open(&mut self, device: usize, opening: u32) -> Check<()> {
        if opening != self.devices[device].opening || self.devices[device].core.is_none() {
            return Ok(());
        }
        if let Some(old) = self.devices[device].line.take() {
            self.cut(old, 0, 0);
            self.soon(5_000, Event::HungUp(old));
        }
        let server = self.dice.below(self.servers.len());
        let now = self.devices[device].clock(self.clock());
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
}
