//! What a clock on a Danish wall shows. The families of these plans live by it, also those who read in another
//! language. Which day it is there, and so when the clocks are turned, `Day::in_denmark` knows.

use shared::day::{DAY_MS, Day, HOUR_MS};
use shared::ids::Millis;

const MINUTE_MS: Millis = 60 * 1000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WallTime {
    pub day: Day,
    pub hour: i64,
    pub minute: i64,
}

pub fn wall_time(at: Millis) -> WallTime {
    let ahead = if is_summer(at) { 2 } else { 1 };
    let minutes = (at + ahead * HOUR_MS).rem_euclid(DAY_MS) / MINUTE_MS;
    WallTime {
        day: Day::in_denmark(at),
        hour: minutes / 60,
        minute: minutes % 60,
    }
}

/// In summer the next day begins at ten in the evening, UTC. The clocks are turned at one in the morning.
fn is_summer(at: Millis) -> bool {
    let evening = (at - HOUR_MS).div_euclid(DAY_MS) * DAY_MS + 22 * HOUR_MS;
    Day::in_denmark(evening) != Day::in_denmark(evening - 1)
}

#[cfg(test)]
mod tests {
    use super::wall_time;

    fn shown(at: i64) -> String {
        let time = wall_time(at);
        format!("{} {:02}:{:02}", time.day, time.hour, time.minute)
    }

    #[test]
    fn winter_is_an_hour_ahead_and_summer_two() {
        assert_eq!(shown(1_795_348_800_000), "2026-11-22 13:00");
        assert_eq!(shown(1_782_043_200_000), "2026-06-21 14:00");
    }

    #[test]
    fn the_clocks_are_turned_at_one_in_the_morning() {
        // 29 March and 25 October 2026.
        assert_eq!(shown(1_774_746_000_000 - 60_000), "2026-03-29 01:59");
        assert_eq!(shown(1_774_746_000_000), "2026-03-29 03:00");
        assert_eq!(shown(1_792_890_000_000 - 60_000), "2026-10-25 02:59");
        assert_eq!(shown(1_792_890_000_000), "2026-10-25 02:00");
    }

    #[test]
    fn after_midnight_it_is_the_next_day() {
        assert_eq!(shown(1_795_390_200_000), "2026-11-23 00:30");
        assert_eq!(shown(1_782_081_000_000), "2026-06-22 00:30");
    }
}
