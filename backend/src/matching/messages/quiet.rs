//! When a telephone may make a sound: never between nine in the evening and seven in the morning, Danish time.
//!
//! There is no exception, so that the page can promise it. A job that begins before the morning is told of on the page
//! alone: nobody is woken for it.

use shared::day::Day;
use shared::ids::Millis;

pub const MORNING: i64 = 7;
pub const EVENING: i64 = 21;

/// The first instant from `at` on at which a message may arrive.
pub fn awake(at: Millis) -> Millis {
    let (day, minute) = Day::clock_in_denmark(at);
    let hour = i64::from(minute) / 60;
    let morning = |day: Day| day.minute_in_denmark(MORNING * 60);
    if hour < MORNING {
        morning(day)
    } else if hour < EVENING {
        at
    } else {
        morning(day.plus(1))
    }
}

/// When to send what is written now: not in the night, and not sooner after the last one than `pause`.
pub fn due(now: Millis, last: Option<Millis>, pause: Millis) -> Millis {
    awake(last.map_or(now, |last| now.max(last.saturating_add(pause))))
}

/// When to try again what has been tried so often: after five seconds, then after twice as long, at most ten minutes.
pub fn again(now: Millis, tries: i64) -> Millis {
    const FIRST: Millis = 5_000;
    const LONGEST: Millis = 10 * 60_000;
    let doublings = tries.clamp(0, 10);
    awake(now.saturating_add((FIRST << doublings).min(LONGEST)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: Millis = 60_000;
    const HOUR: Millis = 60 * MINUTE;

    fn at(day: &str, hour: i64, minute: i64) -> Millis {
        day.parse::<Day>().unwrap().minute_in_denmark(hour * 60 + minute)
    }

    #[test]
    fn what_comes_in_the_night_waits_for_the_morning() {
        assert_eq!(awake(at("2026-11-22", 20, 59)), at("2026-11-22", 20, 59));
        assert_eq!(awake(at("2026-11-22", 21, 0)), at("2026-11-23", 7, 0));
        assert_eq!(awake(at("2026-11-23", 6, 59)), at("2026-11-23", 7, 0));
        assert_eq!(awake(at("2026-11-23", 7, 0)), at("2026-11-23", 7, 0));
    }

    #[test]
    fn the_morning_comes_when_the_clock_says_so_also_after_a_night_in_which_it_is_turned() {
        // 29 March and 25 October 2026: a night of nine hours, and one of eleven.
        assert_eq!(awake(at("2026-03-28", 21, 0)) - at("2026-03-28", 21, 0), 9 * HOUR);
        assert_eq!(awake(at("2026-10-24", 21, 0)) - at("2026-10-24", 21, 0), 11 * HOUR);
        assert_eq!(Day::clock_in_denmark(awake(at("2026-03-28", 23, 0))).1, 7 * 60);
    }

    #[test]
    fn one_who_was_told_a_moment_ago_is_told_the_next_a_while_later() {
        let noon = at("2026-11-22", 12, 0);
        assert_eq!(due(noon, None, HOUR), noon);
        assert_eq!(due(noon, Some(noon - 10 * MINUTE), HOUR), noon + 50 * MINUTE);
        assert_eq!(due(noon, Some(noon - 2 * HOUR), HOUR), noon);
        let late = at("2026-11-22", 20, 30);
        assert_eq!(due(late, Some(late), HOUR), at("2026-11-23", 7, 0));
    }

    #[test]
    fn tries_come_further_and_further_apart() {
        let noon = at("2026-11-22", 12, 0);
        let waits: Vec<Millis> = (0..9).map(|tries| (again(noon, tries) - noon) / 1_000).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 600, 600]);
        assert_eq!(again(noon, i64::MAX) - noon, 10 * MINUTE);
    }

    proptest! {
        // From 2020 to 2040, so that the clock is turned forty times.
        #[test]
        fn it_is_never_night_when_a_message_may_arrive(when in 1_577_836_800_000..2_208_988_800_000_i64) {
            let awake_at = awake(when);
            let hour = i64::from(Day::clock_in_denmark(awake_at).1) / 60;
            prop_assert!((MORNING..EVENING).contains(&hour));
            prop_assert!(awake_at >= when && awake_at - when <= 11 * HOUR);
            prop_assert_eq!(awake(awake_at), awake_at);
            let was_day = (MORNING..EVENING).contains(&(i64::from(Day::clock_in_denmark(when).1) / 60));
            prop_assert_eq!(was_day, awake_at == when);
            // Nobody overtakes: what is written later is not sent sooner.
            prop_assert!(awake(when + MINUTE) >= awake_at);
        }
    }
}
