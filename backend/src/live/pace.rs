//! How fast one connection may send. Nothing that came too fast is thrown away: it waits in the
//! sender's own network, because it is not read before its time.

use shared::ids::Millis;
use shared::live::limits::{BURST, CHANGES_PER_SECOND};
use std::time::Duration;

/// A bucket of tokens that fills with time, counted in thousandths of a token.
#[derive(Debug)]
pub struct Pace {
    thousandths: i64,
    filled_at: Millis,
}

const MOST: i64 = BURST as i64 * 1_000;
/// A thousandth of a token each millisecond is one token a second.
const PER_MS: i64 = CHANGES_PER_SECOND as i64;

impl Pace {
    pub fn new(now: Millis) -> Self {
        Pace {
            thousandths: MOST,
            filled_at: now,
        }
    }

    /// Takes `count` tokens, and says how long to wait until they are there.
    pub fn take(&mut self, count: usize, now: Millis) -> Duration {
        let passed = now.saturating_sub(self.filled_at).clamp(0, MOST);
        self.filled_at = now;
        self.thousandths = (self.thousandths + passed * PER_MS).min(MOST);
        self.thousandths -= i64::try_from(count).unwrap_or(i64::MAX / 2_000).saturating_mul(1_000);
        let missing = u64::try_from(-self.thousandths).unwrap_or(0);
        Duration::from_millis(missing.div_ceil(PER_MS.unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::{BURST, CHANGES_PER_SECOND, Pace};
    use std::time::Duration;

    #[test]
    fn a_burst_goes_through_and_what_follows_waits() {
        let mut pace = Pace::new(0);
        for _ in 0..BURST {
            assert_eq!(pace.take(1, 0), Duration::ZERO);
        }
        assert_eq!(pace.take(CHANGES_PER_SECOND as usize, 0), Duration::from_secs(1));
    }

    #[test]
    fn after_a_pause_there_is_room_for_a_burst_and_no_more() {
        let mut pace = Pace::new(0);
        pace.take(BURST as usize, 0);
        assert_eq!(pace.take(BURST as usize, 1_000_000), Duration::ZERO);
        assert!(pace.take(1, 1_000_000) > Duration::ZERO);
    }

    #[test]
    fn a_clock_that_goes_back_gives_no_tokens_and_breaks_nothing() {
        let mut pace = Pace::new(1_000_000);
        pace.take(BURST as usize, 1_000_000);
        assert!(pace.take(1, 0) > Duration::ZERO);
    }
}
