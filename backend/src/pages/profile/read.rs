//! What was typed, as a candidate; or every field that could not be read, each with what to do.

use super::known::{SOUGHT, occupations_meant, tasks_meant, workplaces_meant};
use super::sent::need;
use super::{Named, Reading, Sent, Slip, Slips, Who, by_code};
use crate::pages::reader::sentences;
use enumset::EnumSet;
use shared::matching::candidate::{AgeBand, Candidate, Status, Told};
use shared::matching::place::{Mode, site};
use shared::matching::sound::{CAN_LIFT, NAME, TOLD, TOLD_WAY, UnsoundPerson, WAY, WEEKS, WISH};
use shared::matching::week::Weeks;
use shared::matching::words::{Certificate, Demand, Kind, Level};

/// Fields whose lines are looked up in a list, each with what it is called.
const WANTED: (&str, &str) = ("wanted", "profile-wanted");
const CAN: (&str, &str) = ("can", "profile-tasks-can");
const LEARN: (&str, &str) = ("learn", "profile-tasks-learn");
const KNOWS: (&str, &str) = ("knows", "profile-knows");
const EXCLUDED: (&str, &str) = ("excluded", "profile-excluded");

fn told(reading: &mut Reading<'_>) -> Vec<Told> {
    let rows = ways(reading.sent);
    if rows.len() > TOLD {
        reading.add(Slip::new("told_to", "profile-told", "profile-slip-many").in_row(0));
        return Vec::new();
    }
    let mut told = Vec::new();
    for (row, [to, by, minutes, early]) in rows.into_iter().enumerate() {
        let minutes = minutes.parse::<u16>().ok().filter(|minutes| TOLD_WAY.contains(minutes));
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
            (None, ..) => reading.add(Slip::new("told_to", "profile-told", "profile-slip-told-to").in_row(row)),
            (_, None, _) => reading.add(Slip::new("told_by", "profile-told", "profile-slip-told-by").in_row(row)),
            _ => reading.add(Slip::new("told_minutes", "profile-told", "profile-slip-told-minutes").in_row(row)),
        }
    }
    told
}

/// Where to, by what, how long and when, as it was typed; rows where nothing is said are left out.
pub fn ways(sent: &Sent) -> Vec<[&str; 4]> {
    let rows = sent.rows(["told_to", "told_by", "told_minutes", "told_early"]).into_iter();
    rows.filter(|[to, _, minutes, _]| !to.is_empty() || !minutes.is_empty())
        .collect()
}

/// The candidate as the form has them, all else as it was in `base`.
///
/// Errors: whatever could not be read.
pub fn read(sent: &Sent, base: &Candidate, who: Who, workplaces: &[Named]) -> Result<Candidate, Slips> {
    let mut reading = Reading::of(sent);
    let mut candidate = base.clone();
    candidate.strengths = sent.lines("strengths").map(str::to_owned).collect();
    sent.get("wish").clone_into(&mut candidate.wish);
    for (field, label) in [WANTED, CAN, LEARN, KNOWS, EXCLUDED] {
        if sent.lines(field).count() > SOUGHT {
            reading.slip(field, label, "profile-slip-many");
            return Err(reading.found);
        }
    }
    let wanted = occupations_meant(sent, "wanted");
    let (can, learn) = (tasks_meant(sent, "can"), tasks_meant(sent, "learn"));
    let knows = workplaces_meant(sent, "knows", workplaces);
    candidate.strengths.extend(can.own);
    for own in wanted.own.into_iter().chain(learn.own).chain(knows.own) {
        candidate.wish = sentences([&candidate.wish, &own]);
    }
    let found = candidate.unsound();
    if !found.is_disjoint(UnsoundPerson::Lines | UnsoundPerson::Line) {
        reading.slip("strengths", "profile-strengths", "profile-slip-long");
    }
    if found.contains(UnsoundPerson::Wish) {
        reading.long("wish", "profile-wish", WISH);
    }
    (candidate.wanted, candidate.can, candidate.wants_to_learn, candidate.knows) =
        (wanted.known, can.known, learn.known, knows.known);
    candidate.can.sort_unstable();
    candidate.wants_to_learn.sort_unstable();
    for ((_, label), unknown) in [
        (WANTED, wanted.unknown),
        (CAN, can.unknown),
        (LEARN, learn.unknown),
        (KNOWS, knows.unknown),
    ] {
        reading.unknown(label, unknown);
    }
    candidate.speaks = reading.spoken("language", "level", "profile-languages");
    // What has not been changed stays as exactly as it was.
    if sent.get("home").is_empty() || sent.get("home") != base.home.community {
        match site(sent.get("home")) {
            Some(home) => candidate.home = home.clone(),
            None => reading.slip("home", "profile-home", "profile-slip-home"),
        }
    }
    candidate.travel.by = sent.all("by").filter_map(by_code::<Mode>).collect();
    candidate.travel.longest = reading
        .number("longest", "profile-longest", WAY)
        .unwrap_or(base.travel.longest);
    candidate.travel.told = told(&mut reading);
    let said = |what: &str| {
        EnumSet::<Demand>::all()
            .iter()
            .filter(|demand| sent.get(&need(*demand)) == what)
            .collect()
    };
    candidate.needs.can = said("can");
    candidate.needs.cannot = said("cannot");
    candidate.needs.lifts = reading.number("lifts", "profile-lifts", CAN_LIFT);
    candidate.certificates = sent.all("certificate").filter_map(by_code::<Certificate>).collect();
    candidate.hours.paid = reading.hours("paid", "profile-paid").unwrap_or_default();
    candidate.hours.placement = reading.hours("placement", "profile-placement").unwrap_or_default();
    candidate.hours.bound = reading.hours("bound", "profile-bound").unwrap_or_default();
    candidate.hours.hoped = reading.hours("hoped", "profile-hoped").unwrap_or_default();
    candidate.first_name = reading.text("first_name", "profile-first-name", NAME, Some("profile-slip-name"));
    candidate.age = age_of(sent.get("age")).unwrap_or(base.age);
    candidate.status = status_of(sent.get("status")).unwrap_or(base.status);
    candidate.from = reading.day("from", "profile-from");
    candidate.day_jobs = sent.has("day_jobs", "yes");
    if who == Who::Consultant {
        terms(&mut reading, &mut candidate, base, workplaces);
    }
    reading.done(Some(candidate))
}

/// What only a consultant enters.
fn terms(reading: &mut Reading<'_>, candidate: &mut Candidate, base: &Candidate, workplaces: &[Named]) {
    let sent = reading.sent;
    candidate.waiting_since = reading
        .day("waiting_since", "profile-waiting-since")
        .unwrap_or(base.waiting_since);
    match Weeks::read(sent.get("week")) {
        Ok(free) => candidate.free = free,
        Err(_) if sent.get("week").is_empty() => candidate.free = Weeks::EMPTY,
        Err(why) => reading.add(Slip::unread("week", "profile-week-when", &why)),
    }
    candidate.terms.kinds = sent.all("kind").filter_map(by_code::<Kind>).collect();
    candidate.terms.placement_weeks = reading.number("placement_weeks", "profile-placement-weeks", WEEKS);
    candidate.terms.subsidy_weeks = reading.number("subsidy_weeks", "profile-subsidy-weeks", WEEKS);
    candidate.terms.outside_ratio = sent.has("outside_ratio", "yes");
    let excluded = workplaces_meant(sent, "excluded", workplaces);
    candidate.terms.excluded = excluded.known;
    reading.unknown(EXCLUDED.1, excluded.unknown);
}

pub const LEVELS: [Level; 6] = [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2];
pub const AGES: [AgeBand; 4] = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15, AgeBand::Adult];
pub const STATUSES: [Status; 3] = [Status::Looking, Status::Underway, Status::Pause];

fn age_of(text: &str) -> Option<AgeBand> {
    AGES.into_iter().find(|age| super::code(age) == text)
}

fn status_of(text: &str) -> Option<Status> {
    STATUSES.into_iter().find(|status| super::code(status) == text)
}

#[cfg(test)]
mod tests {
    use super::read;
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
        let slip = |name: &str, text: &str| {
            let slips = sent(name, text).unwrap_err().slips;
            slips.iter().map(|slip| (slip.field, slip.key)).collect::<Vec<_>>()
        };
        assert_eq!(slip("wish", &format!("{long}a")), [("wish", "slip-long")]);
        // Tasks in one's own words count among what one says of oneself.
        assert!(sent("can", &"qzx\n".repeat(20)).is_ok());
        assert_eq!(slip("can", &"qzx\n".repeat(21)), [("strengths", "profile-slip-long")]);
        // Each line is a search through a whole list: too many are not even begun.
        let lines = "hvad som helst\n".repeat(41);
        assert_eq!(slip("wanted", &lines), [("wanted", "profile-slip-many")]);
    }

    #[test]
    fn every_slip_is_told_at_once_and_names_its_field() {
        let candidate = known(anyone());
        let mut sent = Sent::default();
        for (name, value) in [
            ("first_name", ""),
            ("longest", "en time"),
            ("hoped", "400"),
            ("week", "man"),
            ("can", "gøre"),
            ("home", "Atlantis"),
        ] {
            sent.put(name, value);
        }
        let slips = read(&sent, &candidate, Who::Consultant, &[]).unwrap_err();
        let fields: Vec<&str> = slips.slips.iter().map(|slip| slip.field).collect();
        assert_eq!(fields, ["can", "home", "longest", "hoped", "first_name", "week"]);
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
