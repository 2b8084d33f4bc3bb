//! How long one is free on end.

use super::{Quarters, WEEK, Weeks};

/// Both weeks around.
const RING: u16 = 2 * WEEK;

/// For each quarter hour of two alternate weeks, the even one first, how many are free on end from it on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room(Vec<u16>);

impl Room {
    pub fn of(free: &Weeks) -> Room {
        let is_free = |at: u16| match at.checked_sub(WEEK) {
            None => free.even.contains(at),
            Some(at) => free.odd.contains(at),
        };
        let mut room = vec![0; usize::from(RING)];
        // What is free at the end goes on at the beginning.
        let mut on_end = (0..RING).take_while(|at| is_free(*at)).count() as u16;
        for at in (0..RING).rev() {
            on_end = if is_free(at) { on_end + 1 } else { 0 };
            room[usize::from(at)] = on_end;
        }
        Room(room)
    }

    /// Whether one is free for so long from a quarter hour on, counted from the even Monday's midnight.
    pub fn holds(&self, from: i32, length: Quarters) -> bool {
        self.0[from.rem_euclid(i32::from(RING)) as usize] >= length.0
    }
}
