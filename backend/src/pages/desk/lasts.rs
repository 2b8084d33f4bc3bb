//! How long a placement lasts, in words.

use crate::pages::reader::Reader;
use shared::matching::placement::Placement;
use shared::matching::words::Kind;

/// From when, and for how long where that is said: a job for a few days in days, all else in weeks.
pub fn lasts(reader: &Reader, placement: &Placement) -> String {
    let (first, last) = (placement.start, placement.end);
    let start = reader.date(first);
    match last {
        None => reader.say_with("place-from", &[("start", &start)]),
        Some(last) if placement.kind == Kind::DayJob && last <= first => reader.say_with("place-on-day", &[("day", &start)]),
        Some(last) if placement.kind == Kind::DayJob => {
            reader.say_with("place-from-to", &[("start", &start), ("end", &reader.date(last))])
        }
        Some(last) => {
            let weeks = u32::try_from((last.days_since(first) + 7) / 7).unwrap_or(0).max(1);
            reader.say_count_with("place-weeks-from", weeks, &[("start", &start)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Placement, Reader, lasts};
    use crate::words::Lang;
    use shared::day::Day;
    use shared::matching::testing::plain_offer;

    #[test]
    fn a_job_for_a_few_days_is_told_in_days_and_one_week_is_one() {
        let said = |kind, days: i32| {
            let start: Day = "2026-12-01".parse().unwrap();
            let placement = Placement {
                kind,
                start,
                end: (days >= 0).then(|| start.plus(days)),
                ..plain_offer().placement
            };
            lasts(&Reader::new(None, Lang::Da), &placement)
        };
        assert_eq!(said(Kind::DayJob, 0), "den 1. december");
        assert_eq!(said(Kind::DayJob, 2), "fra 1. december til 3. december");
        assert_eq!(said(Kind::WorkPlacement, 4), "i 1 uge fra 1. december");
        assert_eq!(said(Kind::WorkPlacement, 13 * 7 - 3), "i 13 uger fra 1. december");
        assert_eq!(said(Kind::PaidHours, -1), "fra 1. december");
    }
}
