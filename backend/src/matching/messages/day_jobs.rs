//! Which jobs for a day or a few are to be told to whom: by the gates, like every other list.

use crate::matching::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, Millis, PlacementId};
use shared::matching::calendar::turns;
use shared::matching::candidate::Candidate;
use shared::matching::gates::Context;
use shared::matching::list::{Limit, people_for};
use shared::matching::placement::{Opening, Placement};
use shared::matching::words::Kind;
use std::collections::BTreeMap;

/// A job without a last day is looked at for so long.
const OPEN_DAYS: i32 = 6;

/// The next day on which somebody would be there, where it can still be reached after `now`. Of a job without times
/// nobody knows the hour, so its day counts to the end.
pub fn next_day(placement: &Placement, now: Millis) -> Option<Day> {
    let today = Day::in_denmark(now);
    let first = placement.begins(today);
    let last = placement.end.unwrap_or(first.plus(OPEN_DAYS));
    if placement.shifts.is_empty() {
        return (first <= last).then_some(first);
    }
    let mut turns = turns(&placement.shifts, placement.start, first, last);
    turns.find(|turn| turn.starts > now).map(|turn| turn.day)
}

/// Those of these people to whom an open day job could be told, with the jobs: no gate fails and neither has said no.
/// A job counts that was written after the revision that stands beside the person.
pub fn fitting(market: &Market, people: &[(CandidateId, i64)], now: Millis) -> BTreeMap<CandidateId, Vec<PlacementId>> {
    let today = Day::in_denmark(now);
    let since: BTreeMap<CandidateId, i64> = people.iter().copied().collect();
    let candidates: Vec<Candidate> = since.keys().filter_map(|id| market.candidate(*id).cloned()).collect();
    let in_force = market.in_force(today);
    let context = Context {
        rules: &in_force.rules,
        today,
    };
    let all = Limit {
        fits: usize::MAX,
        nearly: 0,
    };
    let mut found: BTreeMap<CandidateId, Vec<PlacementId>> = BTreeMap::new();
    for opening in day_jobs(market, now) {
        let id = opening.placement.id;
        let Some(revision) = market.placement(id).map(|held| held.revision) else {
            continue;
        };
        let nos = market.nos_to(opening);
        for one in people_for(opening, &candidates, &nos, &context, all).fits {
            if since.get(&one.candidate).is_some_and(|since| revision > *since) {
                found.entry(one.candidate).or_default().push(id);
            }
        }
    }
    found
}

/// Those that somebody could still come to.
pub fn day_jobs(market: &Market, now: Millis) -> impl Iterator<Item = Opening<'_>> {
    market
        .openings(Day::in_denmark(now))
        .filter(move |opening| opening.placement.kind == Kind::DayJob && next_day(opening.placement, now).is_some())
}

#[cfg(test)]
mod tests {
    use super::next_day;
    use shared::day::Day;
    use shared::matching::shift::Shift;
    use shared::matching::testing::plain_offer;
    use shared::matching::week::{Parity, Quarter, Quarters, Weekday};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_job_is_told_of_while_somebody_can_still_come() {
        let mut job = plain_offer().placement;
        let shift = |day| Shift {
            day,
            start: Quarter(24),
            length: Quarters(32),
            pause: Quarters(0),
            parity: Parity::Every,
            from_week: 0,
            leeway: Default::default(),
        };
        // Tuesday and Wednesday from six.
        job.shifts = vec![shift(Weekday::Tuesday), shift(Weekday::Wednesday)];
        job.start = day("2026-11-24");
        job.end = Some(day("2026-11-25"));
        let at = |text: &str, hour: i64| day(text).minute_in_denmark(hour * 60);
        assert_eq!(next_day(&job, at("2026-11-23", 12)), Some(day("2026-11-24")));
        assert_eq!(next_day(&job, at("2026-11-24", 5)), Some(day("2026-11-24")));
        // It has begun: the next day counts, then none.
        assert_eq!(next_day(&job, at("2026-11-24", 7)), Some(day("2026-11-25")));
        assert_eq!(next_day(&job, at("2026-11-25", 7)), None);
        job.shifts.clear();
        assert_eq!(next_day(&job, at("2026-11-25", 23)), Some(day("2026-11-25")));
        assert_eq!(next_day(&job, at("2026-11-26", 1)), None);
    }
}
