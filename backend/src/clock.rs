//! The one reader of time in the service, so that tests can own it.

use shared::ids::Millis;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// What the time is: this machine's, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set_by_hand: Option<Arc<AtomicI64>>,
}

impl Clock {
    pub fn at(now: Millis) -> Self {
        Clock {
            set_by_hand: Some(Arc::new(AtomicI64::new(now))),
        }
    }

    pub fn now(&self) -> Millis {
        match &self.set_by_hand {
            Some(now) => now.load(Ordering::Relaxed),
            None => system_now(),
        }
    }

    /// Moves a clock that is set by hand; the machine's own goes its way.
    pub fn advance(&self, by: Millis) {
        if let Some(now) = &self.set_by_hand {
            now.fetch_add(by, Ordering::Relaxed);
        }
    }
}

/// For measuring how long something took.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn stopwatch() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "this is the one place")]
fn system_now() -> Millis {
    // A machine whose clock stands before 1970 gets 1970: no instant of ours is negative.
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX))
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn a_clock_set_by_hand_moves_only_by_hand() {
        let clock = Clock::at(1_000);
        assert_eq!(clock.now(), 1_000);
        clock.clone().advance(5);
        assert_eq!(clock.now(), 1_005);
    }
}
