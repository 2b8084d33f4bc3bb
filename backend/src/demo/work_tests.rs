//! The demo's people and places are whole, and show what the matching is for.

use super::Demo;
use super::work::Work;
use crate::matching::Thing;
use crate::pages::desk::reasons;
use crate::pages::reader::Reader;
use crate::words::Lang;
use shared::day::Day;
use shared::matching::adapt::Step;
use shared::matching::bulk::Places;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::list::{Limit, Listed, places_for};
use shared::matching::numbers::{Cvr, PNumber};
use shared::matching::place::communities;
use shared::matching::placement::{Company, Opening, Placement, Workplace};
use shared::matching::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// A Sunday.
fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

struct Town {
    work: Work,
    companies: Vec<Company>,
    workplaces: Vec<Workplace>,
    placements: Vec<Placement>,
    candidates: Vec<Candidate>,
}

impl Town {
    fn build() -> Town {
        let work = Demo::read().unwrap().work_on(today()).unwrap();
        let (mut companies, mut workplaces, mut placements, mut candidates) = (vec![], vec![], vec![], vec![]);
        for thing in &work.things {
            match thing.clone() {
                Thing::Company(company) => companies.push(company),
                Thing::Workplace(workplace) => workplaces.push(workplace),
                Thing::Placement(placement) => placements.push(*placement),
                Thing::Candidate(candidate) => candidates.push(*candidate),
            }
        }
        Town {
            work,
            companies,
            workplaces,
            placements,
            candidates,
        }
    }

    fn openings(&self) -> Vec<Opening<'_>> {
        let of = |placement: &Placement| self.workplaces.iter().find(|workplace| workplace.id == placement.workplace);
        let opening = |placement| {
            let workplace = of(placement).unwrap();
            Opening { placement, workplace }
        };
        self.placements.iter().map(opening).collect()
    }

    fn places_of(&self, name: &str) -> Listed {
        let candidate = self.candidates.iter().find(|candidate| candidate.first_name == name).unwrap();
        let places = Places::new(self.openings(), Rules::shipped(), today());
        places_for(candidate, &places, &BTreeSet::new(), Limit::NONE)
    }

    fn title(&self, one: &shared::matching::list::Match) -> &str {
        let placement = self
            .placements
            .iter()
            .find(|placement| placement.id == one.placement)
            .unwrap();
        &placement.title
    }
}

#[test]
fn forty_people_twenty_five_companies_and_sixty_placements_are_there() {
    let town = Town::build();
    assert_eq!(town.candidates.len(), 40);
    assert_eq!(town.companies.len(), 25);
    assert_eq!(town.placements.len(), 60);
    let homes: BTreeSet<&str> = town.candidates.iter().map(|one| one.home.community.as_str()).collect();
    let sites: BTreeSet<&str> = town.workplaces.iter().map(|one| one.site.community.as_str()).collect();
    assert!(
        homes.len() >= 15 && sites.len() >= 15,
        "{} homes, {} workplaces",
        homes.len(),
        sites.len()
    );
    let known: BTreeSet<&str> = communities().iter().map(|site| site.community.as_str()).collect();
    assert!(homes.union(&sites).all(|name| known.contains(name)));
}

#[test]
fn every_name_and_number_is_there_once_and_belongs_to_nobody() {
    let town = Town::build();
    let ids: BTreeSet<uuid::Uuid> = town
        .candidates
        .iter()
        .map(|one| one.id.0)
        .chain(town.placements.iter().map(|one| one.id.0))
        .chain(town.workplaces.iter().map(|one| one.id.0))
        .collect();
    assert_eq!(ids.len(), 40 + 60 + town.workplaces.len());
    for company in &town.companies {
        let number = company.cvr.unwrap();
        assert!(Cvr::new(number).is_ok() && number >= 99_990_000, "{}", company.name);
    }
    for workplace in &town.workplaces {
        let number = workplace.p_number.unwrap();
        assert!(PNumber::new(number).is_ok() && number >= 9_999_000_000, "{}", workplace.name);
    }
    for contact in &town.work.contacts {
        assert!(contact.entry.phone.starts_with("12 34 57 "), "{}", contact.entry.phone);
    }
    let cvrs: BTreeSet<Option<u32>> = town.companies.iter().map(|company| company.cvr).collect();
    assert_eq!(cvrs.len(), 25);
}

#[test]
fn no_placement_has_run_out_or_ended_on_the_day_of_seeding() {
    for placement in Town::build().placements {
        assert!(
            placement.confirmed <= today() && today() < placement.expires,
            "{}",
            placement.title
        );
        assert!(placement.end.is_none_or(|end| placement.start <= end), "{}", placement.title);
        assert!(today() < placement.start, "{}", placement.title);
    }
}

#[test]
fn samira_has_places_that_fit_and_near_misses_with_what_it_would_take() {
    let town = Town::build();
    let listed = town.places_of("Samira");
    let fits: Vec<&str> = listed.fits.iter().map(|one| town.title(one)).collect();
    for title in [
        "Varer på hylder",
        "Køkkenet på Lindelunden",
        "Bagerimedhjælper",
        "Gartnermedhjælper",
    ] {
        assert!(fits.contains(&title), "{title} is not among {fits:?}");
    }
    assert_eq!(fits[0], "Varer på hylder");
    let nearly: Vec<&str> = listed.nearly.iter().map(|one| town.title(one)).collect();
    for title in ["Varer på hylder", "Pakkemedarbejder", "Vaskeriet på Lindelunden"] {
        assert!(nearly.contains(&title), "{title} is not among {nearly:?}");
    }
}

#[test]
fn majas_shifts_begin_too_early_and_a_later_start_would_do() {
    let town = Town::build();
    let listed = town.places_of("Maja");
    let shop = listed.nearly.iter().find(|one| town.title(one) == "Åbner butikken");
    let shop = shop.expect("the shop is a near miss");
    assert_eq!(shop.violations().count(), 1);
    let first = &shop.adaptations[0].steps;
    assert_eq!(first.len(), 1);
    assert_eq!(
        first[0].step.shifts().collect::<Vec<_>>(),
        [0, 1, 2, 3, 4],
        "all five mornings at once"
    );
    let placement = town.placements.iter().find(|one| one.id == shop.placement).unwrap();
    let missing = &shop.violations().next().unwrap().missing;
    let said = Lang::ALL.map(|lang| {
        let reader = Reader::new(Some(lang.tag()), lang);
        let step = reasons::step(&reader, &first[0].step, placement);
        (reasons::missing(&reader, missing, placement), step)
    });
    assert_eq!(
        said[0].1,
        "de fem morgenvagter (mandag–fredag) var 08.30–13.30 i stedet for 07.00–12.00"
    );
    assert_eq!(
        said[1].1,
        "the five morning shifts (Monday–Friday) were 08:30–13:30 instead of 07:00–12:00"
    );
    assert_eq!(
        said[0].0,
        "Vagterne mandag–fredag 07.00–12.00: optaget de første 90 minutter, turen regnet med."
    );
    // Of the five, three that are not side by side are told day by day.
    let Step::Alike { start, length, .. } = first[0].step else {
        panic!("{first:?}");
    };
    let three = Step::Alike {
        shifts: 0b10101,
        start,
        length,
    };
    let reader = Reader::new(None, Lang::Da);
    let said = reasons::step(&reader, &three, placement);
    assert!(
        said.starts_with("de tre morgenvagter (mandag, onsdag og fredag) var "),
        "{said}"
    );
}

#[test]
fn most_people_have_a_place_or_a_way_to_one_and_not_everything_fits_everybody() {
    let town = Town::build();
    let mut fits = BTreeMap::new();
    for candidate in town.candidates.iter().filter(|one| one.status == Status::Looking) {
        let listed = town.places_of(&candidate.first_name);
        fits.insert(candidate.first_name.as_str(), (listed.fits.len(), listed.nearly.len()));
    }
    let with = fits.values().filter(|(fits, _)| *fits > 0).count();
    let stuck: Vec<_> = fits.iter().filter(|(_, (fits, nearly))| fits + nearly == 0).collect();
    assert!(with * 3 >= fits.len() * 2, "{with} of {} have a place: {fits:?}", fits.len());
    assert!(stuck.len() <= 2, "{stuck:?}");
    assert!(fits.values().all(|(fits, _)| *fits <= 30), "{fits:?}");
}
