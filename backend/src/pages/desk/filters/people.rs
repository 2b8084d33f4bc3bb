//! Which people: where they live, what they want, when they are free, how long they have waited.

use super::{Band, Filter, Given, Near, WORDS, in_band, kind_of, kinds, language_of, languages, ticked, work_of, works};
use crate::pages::desk::people::weeks_waited;
use crate::pages::desk::sought::of_person;
use crate::pages::profile::code;
use crate::pages::reader::Reader;
use shared::day::Day;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::search::{Query, keep};
use shared::matching::week::Weeks;
use shared::matching::words::{Isco, Kind, Language};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

const STATUSES: [Status; 3] = [Status::Looking, Status::Underway, Status::Pause];
/// Weeks.
const WAITED: [u32; 4] = [4, 13, 26, 52];

#[derive(Clone, Debug, Default)]
pub struct WhichPeople {
    pub given: Given,
    sought: Query,
    near: Option<Near>,
    kind: Option<Kind>,
    work: Option<Isco>,
    language: Option<Language>,
    hours: Option<RangeInclusive<u16>>,
    waited: Option<u32>,
    free: Option<Weeks>,
    status: Option<Status>,
    day_jobs: bool,
}

impl WhichPeople {
    pub fn read(query: &BTreeMap<String, String>) -> WhichPeople {
        let mut given = Given::default();
        let status = |text: &str| STATUSES.into_iter().find(|one| code(one) == text);
        let waited = |text: &str| text.parse().ok().filter(|weeks| WAITED.contains(weeks));
        WhichPeople {
            sought: given.read(query, WORDS, |text| Some(Query::new(text))).unwrap_or_default(),
            near: Near::read(&mut given, query),
            kind: given.read(query, "kind", kind_of),
            work: given.read(query, "work", work_of),
            language: given.read(query, "language", language_of),
            hours: given.read(query, "hours", Band::read),
            waited: given.read(query, "waited", waited),
            free: given.read_weeks(query, "free"),
            status: given.read(query, "status", status),
            day_jobs: given.read(query, "days", ticked).is_some(),
            given,
        }
    }

    /// Leaves those whom it asks for.
    pub fn keep(&self, people: &mut Vec<&Candidate>, today: Day) {
        people.retain(|candidate| self.holds(candidate, today));
        keep(people, &self.sought, |candidate| of_person(candidate));
    }

    /// The words aside.
    fn holds(&self, candidate: &Candidate, today: Day) -> bool {
        let speaks = |language: &Language| candidate.speaks.iter().any(|spoken| spoken.language == *language);
        self.status.is_none_or(|status| candidate.status == status)
            && self.kind.is_none_or(|kind| candidate.kinds().contains(kind))
            && self.work.is_none_or(|work| candidate.wanted.contains(&work))
            && self.waited.is_none_or(|weeks| weeks_waited(candidate, today) >= weeks)
            && self.language.as_ref().is_none_or(speaks)
            && in_band(&self.hours, candidate.hours.hoped)
            && self.near.as_ref().is_none_or(|near| near.holds(&candidate.home))
            && self.free.as_ref().is_none_or(|weeks| weeks.is_subset(&candidate.free))
            && (!self.day_jobs || candidate.day_jobs)
    }

    pub fn filters(&self, reader: &Reader) -> Vec<Filter> {
        let given = &self.given;
        let choice = |name, label: &str, choices| Filter::choice(given, name, reader.say(label), choices);
        let statuses = STATUSES.map(|one| {
            let said = match one {
                Status::Looking => reader.say("status-looking"),
                Status::Underway => reader.say("status-underway"),
                Status::Pause => reader.say("status-pause"),
            };
            (code(one), said)
        });
        let waited = WAITED.map(|weeks| (weeks.to_string(), reader.say_count("filter-weeks", weeks)));
        let mut filters = Near::filters(reader, given, reader.say("filter-lives")).to_vec();
        filters.extend([
            choice("work", "filter-wants", works(reader)),
            choice("kind", "filter-kind", kinds(reader)),
            choice("hours", "filter-hopes", Band::choices(reader)),
            Filter::typed(given, "free", reader.say("filter-free"), reader.say("filter-free-like")),
            choice("language", "filter-speaks", languages(reader)),
            choice("waited", "filter-waited", waited.to_vec()),
            choice("status", "filter-status", statuses.to_vec()),
            Filter::tick(given, "days", reader.say("filter-days")),
        ]);
        filters
    }
}

#[cfg(test)]
mod tests {
    use super::WhichPeople;
    use shared::day::Day;
    use shared::matching::testing::plain_candidate;
    use std::collections::BTreeMap;

    fn which(fields: &[(&str, &str)]) -> WhichPeople {
        let query: BTreeMap<String, String> = fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        WhichPeople::read(&query)
    }

    #[test]
    fn what_means_nothing_narrows_nothing_and_does_not_stay_in_the_address() {
        let all = which(&[
            ("near", "Atlantis"),
            ("km", "7"),
            ("kind", "Benefit"),
            ("work", "1"),
            ("hours", "900"),
            ("waited", "-1"),
            ("status", "ill"),
            ("cannot", "Lift"),
            ("days", "no"),
        ]);
        assert!(all.given.is_empty() && all.given.query().is_empty());
        let today: Day = "2026-11-22".parse().unwrap();
        let somebody = plain_candidate();
        let mut people = vec![&somebody];
        all.keep(&mut people, today);
        assert_eq!(people.len(), 1);
    }

    #[test]
    fn hours_that_cannot_be_read_are_told_and_narrow_nothing() {
        let odd = which(&[("free", "man 25-26"), ("q", "uldum")]);
        assert_eq!(odd.given.query(), "q=uldum");
        let (name, text, _) = odd.given.unread.clone().unwrap();
        assert_eq!((name, text.as_str()), ("free", "man 25-26"));
    }

    #[test]
    fn half_an_hour_over_ten_is_in_the_next_band() {
        use super::super::{Band, in_band};
        use shared::matching::week::Quarters;
        let bands = ["1-10", "11-20", "21-37"].map(Band::read);
        for (quarters, band) in [(1, 0), (40, 0), (42, 1), (80, 1), (81, 2), (160, 2)] {
            let held: Vec<usize> = (0..3).filter(|n| in_band(&bands[*n], Quarters(quarters))).collect();
            assert_eq!(held, [band], "{quarters}");
        }
        assert!(
            bands.iter().all(|band| !in_band(band, Quarters(0))),
            "nobody has said how many"
        );
    }
}
