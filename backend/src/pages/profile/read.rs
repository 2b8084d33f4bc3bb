//! What was typed, as a candidate; or every field that could not be read, each with what to do.

use super::known::{SOUGHT, Unknown, occupations_meant, tasks_meant, workplaces_meant};
use super::sent::need;
use super::{Named, Sent, Who, by_code};
use enumset::EnumSet;
use shared::day::Day;
use shared::matching::candidate::{AgeBand, Candidate, Spoken, Status, Told};
use shared::matching::place::{Mode, site};
use shared::matching::week::{Quarters, Weeks};
use shared::matching::words::{Certificate, Demand, Kind, Language, Level};
use std::str::FromStr;

/// A field that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    /// Where on the form: the id of its part.
    pub part: &'static str,
    /// The sentence that says what to do.
    pub key: &'static str,
}

/// Why a form was not taken. It still holds all that was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slips {
    pub slips: Vec<Slip>,
    pub unknown: Vec<Unknown>,
}

const LINES: usize = 20;
const LETTERS: usize = 600;
/// Letters of a wish: as many as the field and the file take.
const WISH: usize = 4000;
/// Ways that somebody has looked up themselves.
const WAYS: usize = 20;
/// A week has no more hours.
const MOST_HOURS: f64 = 168.0;

struct Reading<'a> {
    sent: &'a Sent,
    found: Slips,
}

impl Reading<'_> {
    fn slip(&mut self, part: &'static str, key: &'static str) {
        self.found.slips.push(Slip { part, key });
    }

    /// A number, where one was typed.
    fn number<T: FromStr + PartialOrd>(
        &mut self,
        name: &str,
        range: std::ops::RangeInclusive<T>,
        part: &'static str,
    ) -> Option<T> {
        let text = self.sent.get(name);
        if text.is_empty() {
            return None;
        }
        let number = text.parse::<T>().ok().filter(|number| range.contains(number));
        if number.is_none() {
            self.slip(part, "profile-slip-number");
        }
        number
    }

    fn hours(&mut self, name: &str) -> Quarters {
        let text = self.sent.get(name).replace(',', ".");
        let hours = if text.is_empty() {
            Some(0.0)
        } else {
            text.parse::<f64>().ok()
        };
        match hours.filter(|hours| (0.0..=MOST_HOURS).contains(hours)) {
            // At most 672.
            Some(hours) => Quarters((hours * 4.0).round() as u16),
            None => {
                self.slip("hours", "profile-slip-hours");
                Quarters(0)
            }
        }
    }

    fn day(&mut self, name: &str, part: &'static str) -> Option<Day> {
        let text = self.sent.get(name);
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.slip(part, "profile-slip-day");
        }
        day
    }

    /// Words in one's own voice, at most so many lines.
    fn own_lines(&mut self, name: &str) -> Vec<String> {
        let lines: Vec<String> = self.sent.lines(name).map(str::to_owned).collect();
        if lines.len() > LINES || lines.iter().any(|line| line.chars().count() > LETTERS) {
            self.slip("words", "profile-slip-long");
        }
        lines
    }

    fn languages(&mut self) -> Vec<Spoken> {
        let mut speaks: Vec<Spoken> = Vec::new();
        for (language, level) in self.sent.all("language").zip(self.sent.all("level")) {
            if language.is_empty() {
                continue;
            }
            match (Language::new(language), level_of(level)) {
                (Ok(language), Some(level)) if speaks.iter().all(|one| one.language != language) => {
                    speaks.push(Spoken { language, level });
                }
                (Ok(_), Some(_)) => {}
                _ => self.slip("languages", "profile-slip-language"),
            }
        }
        speaks
    }

    fn told(&mut self) -> Vec<Told> {
        let sent = self.sent;
        let rows = sent
            .all("told_to")
            .zip(sent.all("told_by"))
            .zip(sent.all("told_minutes"))
            .zip(sent.all("told_early"));
        let mut told = Vec::new();
        for (((to, by), minutes), early) in rows {
            if to.is_empty() && minutes.is_empty() {
                continue;
            }
            let minutes = minutes.parse::<u16>().ok().filter(|minutes| (1..=600).contains(minutes));
            match (site(to), by_code(by), minutes) {
                (Some(site), Some(by), Some(minutes)) => told.push(Told {
                    community: site.community.clone(),
                    by,
                    minutes,
                    at_all_hours: match early {
                        "yes" => Some(true),
                        "no" => Some(false),
                        _ => None,
                    },
                }),
                _ => self.slip("travel", "profile-slip-told"),
            }
        }
        if told.len() > WAYS {
            self.slip("travel", "profile-slip-many");
        }
        told
    }
}

/// The candidate as the form has them, all else as it was in `base`.
///
/// Errors: whatever could not be read.
pub fn read(sent: &Sent, base: &Candidate, who: Who, workplaces: &[Named]) -> Result<Candidate, Slips> {
    let mut reading = Reading {
        sent,
        found: Slips::default(),
    };
    let mut candidate = base.clone();
    let first_name = sent.get("first_name");
    if first_name.is_empty() || first_name.chars().count() > 80 {
        reading.slip("about", "profile-slip-name");
    }
    candidate.first_name = first_name.to_owned();
    candidate.strengths = reading.own_lines("strengths");
    sent.get("wish").clone_into(&mut candidate.wish);
    for (field, part) in [
        ("wanted", "work"),
        ("can", "work"),
        ("learn", "work"),
        ("knows", "work"),
        ("excluded", "terms"),
    ] {
        if sent.lines(field).count() > SOUGHT {
            reading.slip(part, "profile-slip-many");
            return Err(reading.found);
        }
    }
    let wanted = occupations_meant(sent, "wanted");
    let (can, learn) = (tasks_meant(sent, "can"), tasks_meant(sent, "learn"));
    let knows = workplaces_meant(sent, "knows", workplaces);
    candidate.strengths.extend(can.own);
    for own in wanted.own.into_iter().chain(learn.own).chain(knows.own) {
        candidate.wish = format!("{} {own}", candidate.wish).trim().to_owned();
    }
    if candidate.wish.chars().count() > WISH {
        reading.slip("words", "profile-slip-long");
    }
    (candidate.wanted, candidate.can, candidate.wants_to_learn, candidate.knows) =
        (wanted.known, can.known, learn.known, knows.known);
    candidate.can.sort_unstable();
    candidate.wants_to_learn.sort_unstable();
    for unknown in [wanted.unknown, can.unknown, learn.unknown, knows.unknown] {
        reading.found.unknown.extend(unknown);
    }
    candidate.speaks = reading.languages();
    // What has not been changed stays as exactly as it was.
    if sent.get("home").is_empty() || sent.get("home") != base.home.community {
        match site(sent.get("home")) {
            Some(home) => candidate.home = home.clone(),
            None => reading.slip("travel", "profile-slip-home"),
        }
    }
    candidate.travel.by = sent.all("by").filter_map(by_code::<Mode>).collect();
    candidate.travel.longest = reading.number("longest", 1..=300, "travel").unwrap_or(base.travel.longest);
    candidate.travel.told = reading.told();
    let said = |what: &str| {
        EnumSet::<Demand>::all()
            .iter()
            .filter(|demand| sent.get(&need(*demand)) == what)
            .collect()
    };
    candidate.needs.can = said("can");
    candidate.needs.cannot = said("cannot");
    candidate.needs.lifts = reading.number("lifts", 0..=100, "needs");
    candidate.certificates = sent.all("certificate").filter_map(by_code::<Certificate>).collect();
    candidate.age = age_of(sent.get("age")).unwrap_or(base.age);
    candidate.hours.paid = reading.hours("paid");
    candidate.hours.placement = reading.hours("placement");
    candidate.hours.bound = reading.hours("bound");
    candidate.hours.hoped = reading.hours("hoped");
    candidate.status = status_of(sent.get("status")).unwrap_or(base.status);
    candidate.from = reading.day("from", "looking");
    candidate.day_jobs = sent.has("day_jobs", "yes");
    if who == Who::Consultant {
        terms(&mut reading, &mut candidate, base, workplaces);
    }
    if reading.found == Slips::default() {
        Ok(candidate)
    } else {
        Err(reading.found)
    }
}

/// What only a consultant enters.
fn terms(reading: &mut Reading<'_>, candidate: &mut Candidate, base: &Candidate, workplaces: &[Named]) {
    let sent = reading.sent;
    match Weeks::read(sent.get("week")) {
        Ok(free) => candidate.free = free,
        Err(_) if sent.get("week").is_empty() => candidate.free = Weeks::EMPTY,
        Err(_) => reading.slip("week", "profile-slip-week"),
    }
    candidate.waiting_since = reading.day("waiting_since", "looking").unwrap_or(base.waiting_since);
    candidate.terms.kinds = sent.all("kind").filter_map(by_code::<Kind>).collect();
    candidate.terms.placement_weeks = reading.number("placement_weeks", 1..=104, "terms");
    candidate.terms.subsidy_weeks = reading.number("subsidy_weeks", 1..=104, "terms");
    candidate.terms.outside_ratio = sent.has("outside_ratio", "yes");
    let excluded = workplaces_meant(sent, "excluded", workplaces);
    candidate.terms.excluded = excluded.known;
    reading.found.unknown.extend(excluded.unknown);
}

pub const LEVELS: [Level; 6] = [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2];
pub const AGES: [AgeBand; 4] = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15, AgeBand::Adult];
pub const STATUSES: [Status; 3] = [Status::Looking, Status::Underway, Status::Pause];

fn level_of(text: &str) -> Option<Level> {
    LEVELS.into_iter().find(|level| super::code(level) == text)
}

fn age_of(text: &str) -> Option<AgeBand> {
    AGES.into_iter().find(|age| super::code(age) == text)
}

fn status_of(text: &str) -> Option<Status> {
    STATUSES.into_iter().find(|status| super::code(status) == text)
}

#[cfg(test)]
mod tests {
    use super::{Slip, read};
    use crate::pages::profile::{Named, Sent, Who};
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use proptest::prelude::*;
    use shared::ids::WorkplaceId;
    use shared::matching::candidate::{Candidate, Told};
    use shared::matching::occupations::{occupation, task};
    use shared::matching::place::{Mode, communities, site};
    use shared::matching::testing::plain_candidate as anyone;

    /// Somebody whom the lists of today know.
    fn known(mut candidate: Candidate) -> Candidate {
        candidate.wanted.retain(|isco| occupation(*isco).is_some());
        candidate.can.retain(|id| task(*id).is_some());
        candidate.wants_to_learn.retain(|id| task(*id).is_some());
        if site(&candidate.home.community).is_none() {
            candidate.home = communities()[0].clone();
        }
        candidate
    }

    fn named() -> Vec<Named> {
        vec![Named {
            id: WorkplaceId::MAX,
            name: "Bageriet, Uldum".into(),
        }]
    }

    #[test]
    fn what_the_form_shows_is_what_it_reads() {
        for lang in Lang::ALL {
            let reader = Reader::new(None, lang);
            let mut candidate = known(anyone());
            candidate.knows = vec![WorkplaceId::MAX];
            candidate.terms.excluded = vec![WorkplaceId::MAX];
            candidate.travel.told = [None, Some(true), Some(false)]
                .map(|at_all_hours| Told {
                    community: "Uldum".into(),
                    by: Mode::Bus,
                    minutes: 25,
                    at_all_hours,
                })
                .to_vec();
            for who in [Who::Own, Who::Consultant] {
                let sent = Sent::of(&reader, &candidate, &named(), who);
                assert_eq!(read(&sent, &candidate, who, &named()), Ok(candidate.clone()), "{who:?}");
            }
        }
    }

    #[test]
    fn the_candidate_changes_no_terms_whatever_their_form_sends() {
        let reader = Reader::new(None, Lang::Da);
        let candidate = known(anyone());
        let mut sent = Sent::of(&reader, &candidate, &[], Who::Own);
        sent.put("kind", "YouthJob");
        sent.put("placement_weeks", "99");
        sent.put("subsidy_weeks", "99");
        sent.put("outside_ratio", "yes");
        sent.put("week", "man 8-9");
        sent.put("waiting_since", "1999-01-01");
        let after = read(&sent, &candidate, Who::Own, &[]).unwrap();
        assert_eq!(
            (after.terms, after.waiting_since, after.free),
            (candidate.terms, candidate.waiting_since, candidate.free)
        );
    }

    #[test]
    fn nothing_that_was_written_is_cut_and_too_much_is_told() {
        let candidate = known(anyone());
        let sent = |name: &str, text: &str| {
            let mut sent = Sent::of(&Reader::new(None, Lang::Da), &candidate, &[], Who::Own);
            sent.put_over(name, text);
            read(&sent, &candidate, Who::Own, &[])
        };
        let long = "a".repeat(4000);
        assert_eq!(sent("wish", &long).unwrap().wish, long);
        let slip = |part, key| vec![Slip { part, key }];
        assert_eq!(
            sent("wish", &format!("{long}a")).unwrap_err().slips,
            slip("words", "profile-slip-long")
        );
        // Each line is a search through a whole list: too many are not even begun.
        let lines = "hvad som helst\n".repeat(41);
        assert_eq!(sent("wanted", &lines).unwrap_err().slips, slip("work", "profile-slip-many"));
    }

    #[test]
    fn every_slip_is_told_at_once() {
        let candidate = known(anyone());
        let mut sent = Sent::default();
        for (name, value) in [
            ("first_name", ""),
            ("longest", "en time"),
            ("hoped", "400"),
            ("week", "man"),
            ("can", "zzzzzz"),
            ("home", "Atlantis"),
        ] {
            sent.put(name, value);
        }
        let slips = read(&sent, &candidate, Who::Consultant, &[]).unwrap_err();
        let parts: Vec<&str> = slips.slips.iter().map(|Slip { part, .. }| *part).collect();
        for part in ["about", "travel", "hours", "week"] {
            assert!(parts.contains(&part), "{part}: {parts:?}");
        }
        assert_eq!(slips.unknown.len(), 1);
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_read_or_told(fields in prop::collection::vec(("(strengths|wish|wanted|can|language|level|longest|told_to|told_minutes|hoped|from|week|lifts|age)", ".{0,40}"), 0..12)) {
            let mut sent = Sent::default();
            for (name, value) in fields {
                sent.put(&name, value);
            }
            let _ = read(&sent, &known(anyone()), Who::Consultant, &named());
        }
    }
}
