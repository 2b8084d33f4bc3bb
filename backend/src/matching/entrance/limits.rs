//! How often the same one has come, in memory and never for more than so many of them.

use shared::ids::Millis;
use std::collections::HashMap;
use std::mem::take;

/// Keys that are held of one window. A stranger with more addresses than that only makes us forget sooner.
const KEPT: usize = 10_000;

/// So many within a window of time. Counted in two windows, the one that runs and the one before it, so that no
/// times need be kept: a key waits for one window at least and for two at most.
#[derive(Debug)]
pub struct Limit {
    most: u32,
    window: Millis,
    began: Millis,
    now: HashMap<String, u32>,
    before: HashMap<String, u32>,
}

impl Limit {
    pub fn new(most: u32, window: Millis) -> Limit {
        Limit {
            most,
            window,
            began: 0,
            now: HashMap::new(),
            before: HashMap::new(),
        }
    }

    pub fn is_reached(&mut self, key: &str, now: Millis) -> bool {
        self.turn(now);
        let count = |of: &HashMap<String, u32>| of.get(key).copied().unwrap_or(0);
        count(&self.now) + count(&self.before) >= self.most
    }

    pub fn count(&mut self, key: &str, now: Millis) {
        self.turn(now);
        if self.now.len() >= KEPT && !self.now.contains_key(key) {
            self.before = take(&mut self.now);
            self.began = now;
        }
        *self.now.entry(key.to_owned()).or_default() += 1;
    }

    fn turn(&mut self, now: Millis) {
        let since = now - self.began;
        if (0..self.window).contains(&since) {
            return;
        }
        self.before = take(&mut self.now);
        if since >= 2 * self.window {
            self.before.clear();
        }
        self.began = now;
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Limit};

    #[test]
    fn what_was_counted_is_forgotten_after_two_windows_and_not_before_one() {
        let mut limit = Limit::new(1, 100);
        limit.count("a", 1_000);
        assert!(limit.is_reached("a", 1_099) && limit.is_reached("a", 1_101));
        assert!(!limit.is_reached("a", 1_201) && !limit.is_reached("b", 1_000));
    }

    #[test]
    fn it_never_holds_more_than_two_windows_of_keys() {
        let mut limit = Limit::new(1, 100);
        for n in 0..3 * KEPT {
            limit.count(&n.to_string(), 1_000);
        }
        assert!(limit.now.len() <= KEPT && limit.before.len() <= KEPT);
    }
}
