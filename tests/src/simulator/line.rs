//! A connection: frames in order in both directions, each with its own delay, until it is cut.

use shared::ids::Millis;
use shared::live::{FromBrowser, FromServer};
use std::collections::VecDeque;
use std::sync::Arc;

/// A frame from the server, and where the server stood when it sent it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub frame: Arc<FromServer>,
    pub revision: i64,
}

#[derive(Debug)]
pub struct Line {
    pub device: usize,
    pub tab: u32,
    pub server: usize,
    pub life: u32,
    pub up: VecDeque<FromBrowser>,
    pub down: VecDeque<Sent>,
    up_due: Millis,
    down_due: Millis,
    /// Nothing that is sent from now on arrives; the two ends may not know yet.
    pub cut: bool,
    /// The reader has fallen behind: nothing more is sent until it has read what lies there.
    pub behind: bool,
}

impl Line {
    pub fn new(device: usize, tab: u32, server: usize, life: u32) -> Self {
        Line {
            device,
            tab,
            server,
            life,
            up: VecDeque::new(),
            down: VecDeque::new(),
            up_due: 0,
            down_due: 0,
            cut: false,
            behind: false,
        }
    }

    /// When the frame arrives; `None` when it never will.
    pub fn send_up(&mut self, frame: FromBrowser, now: Millis, delay: Millis) -> Option<Millis> {
        if self.cut {
            return None;
        }
        self.up.push_back(frame);
        self.up_due = self.up_due.max(now + delay);
        Some(self.up_due)
    }

    pub fn send_down(&mut self, sent: Sent, now: Millis, delay: Millis) -> Option<Millis> {
        if self.cut || self.behind {
            return None;
        }
        self.down.push_back(sent);
        self.down_due = self.down_due.max(now + delay);
        Some(self.down_due)
    }

    /// Cuts the line. Of what was in the air the first few frames still arrive; answers how many do not.
    pub fn cut(&mut self, up: usize, down: usize) -> usize {
        let in_the_air = self.up.len() + self.down.len();
        self.up.truncate(up);
        self.down.truncate(down);
        self.cut = true;
        in_the_air - self.up.len() - self.down.len()
    }
}
