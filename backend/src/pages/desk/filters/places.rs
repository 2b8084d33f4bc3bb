//! Which places: where, what, when, in which language, and those that somebody must call about now.

use super::{Band, Filter, Given, Near, WORDS, in_band, kind_of, kinds, language_of, languages, ticked, work_of, works};
use crate::pages::desk::reasons::level_name;
use crate::pages::desk::sought::of_place;
use crate::pages::profile::{LEVELS, code};
use crate::pages::reader::Reader;
use shared::day::Day;
use shared::matching::calendar::monday;
use shared::matching::placement::{Afterwards, Opening, Placement};
use shared::matching::search::{Query, keep};
use shared::matching::shift::{final_hours, pattern};
use shared::matching::week::Weeks;
use shared::matching::words::{Isco, Kind, Language, Level};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

#[derive(Clone, Debug, Default)]
pub struct WhichPlaces {
    pub given: Given,
    sought: Query,
    near: Option<Near>,
    kind: Option<Kind>,
    work: Option<Isco>,
    hours: Option<RangeInclusive<u16>>,
    within: Option<Weeks>,
    danish: Option<Danish>,
    language: Option<Language>,
    tomorrow: bool,
    running_out: bool,
    paid_after: bool,
    mentor: bool,
}

/// How much Danish a place may ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Danish {
    None,
    AtMost(Level),
}

impl Danish {
    const NONE: &str = "none";

    fn read(text: &str) -> Option<Danish> {
        if text == Self::NONE {
            return Some(Danish::None);
        }
        LEVELS.into_iter().find(|level| code(level) == text).map(Danish::AtMost)
    }

    fn holds(self, placement: &Placement) -> bool {
        let mut danish = placement
            .must_speak
            .iter()
            .filter(|spoken| spoken.language == Language::DANISH);
        match self {
            Danish::None => danish.next().is_none(),
            Danish::AtMost(most) => danish.all(|spoken| spoken.level <= most),
        }
    }

    fn choices(reader: &Reader) -> Vec<(String, String)> {
        let mut all = vec![(Self::NONE.to_owned(), reader.say("filter-danish-none"))];
        // Beyond that everything is held.
        let below = LEVELS.into_iter().filter(|level| *level < Level::C1);
        all.extend(below.map(|level| (code(level), level_name(reader, level))));
        all
    }
}

impl WhichPlaces {
    pub fn read(query: &BTreeMap<String, String>) -> WhichPlaces {
        let mut given = Given::default();
        WhichPlaces {
            sought: given.read(query, WORDS, |text| Some(Query::new(text))).unwrap_or_default(),
            near: Near::read(&mut given, query),
            kind: given.read(query, "kind", kind_of),
            work: given.read(query, "work", work_of),
            hours: given.read(query, "hours", Band::read),
            within: given.read_weeks(query, "within"),
            danish: given.read(query, "danish", Danish::read),
            language: given.read(query, "language", language_of),
            tomorrow: given.read(query, "tomorrow", ticked).is_some(),
            running_out: given.read(query, "expiring", ticked).is_some(),
            paid_after: given.read(query, "paid", ticked).is_some(),
            mentor: given.read(query, "mentor", ticked).is_some(),
            given,
        }
    }

    /// Leaves those that it asks for.
    pub fn keep(&self, places: &mut Vec<Opening<'_>>, today: Day) {
        places.retain(|opening| self.holds(opening, today));
        keep(places, &self.sought, of_place);
    }

    /// The words aside.
    fn holds(&self, opening: &Opening<'_>, today: Day) -> bool {
        let placement = opening.placement;
        let is_spoken = |language: &Language| {
            let asked = placement.must_speak.iter().chain(&placement.nice_to_speak);
            placement.colleagues_speak.contains(language) || asked.into_iter().any(|spoken| spoken.language == *language)
        };
        let lies_within = |weeks: &Weeks| !placement.shifts.is_empty() && pattern(&placement.shifts, u8::MAX).is_subset(weeks);
        self.kind.is_none_or(|kind| placement.kind == kind)
            && self.work.is_none_or(|work| placement.occupation == work)
            && self.danish.is_none_or(|danish| danish.holds(placement))
            && self.language.as_ref().is_none_or(is_spoken)
            && self.near.as_ref().is_none_or(|near| near.holds(&opening.workplace.site))
            && in_band(&self.hours, final_hours(&placement.shifts))
            && self.within.as_ref().is_none_or(lies_within)
            && (!self.tomorrow || is_for_tomorrow(placement, today))
            && (!self.running_out || runs_out(placement, today))
            && (!self.paid_after || matches!(placement.afterwards, Afterwards::PaidFromWeek(_)))
            && (!self.mentor || placement.mentor)
    }

    pub fn filters(&self, reader: &Reader) -> Vec<Filter> {
        let given = &self.given;
        let choice = |name, label: &str, choices| Filter::choice(given, name, reader.say(label), choices);
        let tick = |name, label: &str| Filter::tick(given, name, reader.say(label));
        let mut filters = Near::filters(reader, given, reader.say("filter-lies")).to_vec();
        filters.extend([
            choice("work", "filter-work", works(reader)),
            choice("kind", "filter-kind", kinds(reader)),
            choice("hours", "filter-hours", Band::choices(reader)),
            Filter::typed(given, "within", reader.say("filter-within"), reader.say("filter-within-like")),
            choice("danish", "filter-danish", Danish::choices(reader)),
            choice("language", "filter-spoken-there", languages(reader)),
            tick("tomorrow", "filter-tomorrow"),
            tick("expiring", "filter-expiring"),
            tick("paid", "filter-paid"),
            tick("mentor", "filter-mentor"),
        ]);
        filters
    }
}

/// A job for a day or a few, on one of which somebody is needed tomorrow.
fn is_for_tomorrow(placement: &Placement, today: Day) -> bool {
    let tomorrow = today.plus(1);
    placement.kind == Kind::DayJob && placement.start <= tomorrow && placement.end.is_none_or(|end| tomorrow <= end)
}

/// Before the week is over: somebody has to call.
pub fn runs_out(placement: &Placement, today: Day) -> bool {
    placement.expires <= monday(today).plus(6)
}

#[cfg(test)]
mod tests {
    use super::{Danish, is_for_tomorrow, runs_out};
    use shared::matching::candidate::Spoken;
    use shared::matching::placement::Placement;
    use shared::matching::testing::plain_offer;
    use shared::matching::words::{Kind, Language, Level};

    fn asking(level: Option<Level>) -> Placement {
        let danish = level.map(|level| Spoken {
            language: Language::DANISH,
            level,
        });
        Placement {
            must_speak: danish.into_iter().collect(),
            ..plain_offer().placement
        }
    }

    #[test]
    fn a_place_that_asks_for_less_danish_is_found_too() {
        let most = Danish::read("A2").unwrap();
        let held = [None, Some(Level::A1), Some(Level::A2), Some(Level::B1)].map(|level| most.holds(&asking(level)));
        assert_eq!(held, [true, true, true, false]);
        let none = Danish::read("none").unwrap();
        assert!(none.holds(&asking(None)) && !none.holds(&asking(Some(Level::A1))));
    }

    #[test]
    fn tomorrows_jobs_are_those_whose_days_hold_tomorrow() {
        let day = |text: &str| text.parse().unwrap();
        let job = |kind, start: &str, end: &str| Placement {
            kind,
            start: day(start),
            end: Some(day(end)),
            ..plain_offer().placement
        };
        let today = day("2026-11-22");
        assert!(is_for_tomorrow(&job(Kind::DayJob, "2026-11-20", "2026-11-23"), today));
        assert!(!is_for_tomorrow(&job(Kind::DayJob, "2026-11-24", "2026-11-25"), today));
        assert!(!is_for_tomorrow(&job(Kind::DayJob, "2026-11-20", "2026-11-22"), today));
        assert!(!is_for_tomorrow(&job(Kind::PaidHours, "2026-11-20", "2026-11-23"), today));
    }

    #[test]
    fn a_week_ends_on_its_sunday() {
        let expiring = |text: &str| Placement {
            expires: text.parse().unwrap(),
            ..plain_offer().placement
        };
        let wednesday = "2026-11-18".parse().unwrap();
        assert!(runs_out(&expiring("2026-11-22"), wednesday) && !runs_out(&expiring("2026-11-23"), wednesday));
    }
}
