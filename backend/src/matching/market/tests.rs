//! That what is held is what is stored, and that each place is judged by the rules of its day.

use super::*;
use shared::ids::PersonId;
use shared::matching::gates::{Pair, check};
use shared::matching::placement::Supported;
use shared::matching::testing::{Offer, plain_candidate, plain_offer, today};
use shared::matching::verdict::{Gate, Verdict};
use shared::matching::week::Quarters;
use uuid::Uuid;

fn company(n: u128, name: &str) -> (CompanyId, i64, Option<Company>) {
    let id = CompanyId(Uuid::from_u128(n));
    let company = Company {
        id,
        name: name.into(),
        cvr: None,
        public: false,
    };
    (id, 1, Some(company))
}

fn stand(revision: i64) -> Stand {
    Stand { revision, answers: 0 }
}

fn with(companies: Vec<(CompanyId, i64, Option<Company>)>) -> Newer {
    Newer {
        companies,
        ..Newer::default()
    }
}

#[test]
fn the_hash_of_all_places_depends_on_what_is_there_and_not_on_how_it_came() {
    let (mut one, mut other) = (Market::default(), Market::default());
    one.take(stand(1), with(vec![company(1, "A"), company(2, "B")]), None, None)
        .unwrap();
    other
        .take(stand(1), with(vec![company(2, "C"), company(3, "D")]), None, None)
        .unwrap();
    assert_ne!(one.places_hash, other.places_hash);
    let gone = (CompanyId(Uuid::from_u128(3)), 2, None);
    other
        .take(stand(2), with(vec![company(1, "A"), company(2, "B"), gone]), None, None)
        .unwrap();
    assert_eq!(one.places_hash, other.places_hash);
}

#[test]
fn whoever_asks_keeps_the_market_as_it_was_when_they_asked() {
    let (offers, day) = ([offer(1, "Uldum"), offer(2, "Uldum")], today());
    let mut market = Market::default();
    let mut newer = written(&offers);
    newer.candidates = vec![(plain_candidate().id, 1, Some(plain_candidate()))];
    market.take(stand(1), newer, None, None).unwrap();
    let (asked, ready) = (market.clone(), market.ready(day));
    let newer = Newer {
        placements: vec![(offers[1].1.id, 2, None)],
        candidates: vec![(plain_candidate().id, 2, None)],
        ..Newer::default()
    };
    let no = vec![(plain_candidate().id, offers[0].1.id)];
    market.take(stand(2), newer, Some(no), None).unwrap();
    assert_eq!((market.placements().count(), market.candidates().len()), (1, 0));
    assert_eq!(market.nos_of(plain_candidate().id).len(), 1);
    assert_eq!((asked.placements().count(), asked.candidates().len()), (2, 1));
    assert!(asked.nos_of(plain_candidate().id).is_empty());
    assert!(Arc::ptr_eq(&ready, &asked.ready(day)) && !Arc::ptr_eq(&ready, &market.ready(day)));
    // What nobody has written to is not copied.
    assert!(Arc::ptr_eq(&asked.workplaces, &market.workplaces));
}

fn offer(n: u128, site: &str) -> (Workplace, Placement) {
    let Offer {
        mut workplace,
        mut placement,
    } = plain_offer();
    workplace.id = WorkplaceId(Uuid::from_u128(n));
    workplace.site.community = site.into();
    placement.id = PlacementId(Uuid::from_u128(n));
    placement.workplace = workplace.id;
    (workplace, placement)
}

fn written(offers: &[(Workplace, Placement)]) -> Newer {
    Newer {
        workplaces: offers.iter().map(|(one, _)| (one.id, 1, Some(one.clone()))).collect(),
        placements: offers.iter().map(|(_, one)| (one.id, 1, Some(one.clone()))).collect(),
        ..Newer::default()
    }
}

/// A file that is the shipped one, but for the day on which somebody has checked it.
fn rule_file(n: u128, checked: &str, counts_from: Option<Day>) -> RuleFile {
    let was = format!("{:?}", Rules::shipped().checked.unwrap().to_string());
    RuleFile {
        rule_file_id: Uuid::from_u128(n),
        loaded_at: 0,
        loaded_by: PersonId(Uuid::from_u128(1)),
        body: include_str!("../../../../shared/data/placement_rules_dk.json").replace(&was, &format!("{checked:?}")),
        counts_from,
    }
}

/// What is ready says the same as what would be made anew now.
fn assert_is_new(market: &Market, today: Day) {
    let ready = market.ready(today);
    let openings = |places: &Places| {
        let opening = |at| {
            let opening = places.opening(at);
            (opening.placement.clone(), opening.workplace.clone())
        };
        (0..places.len()).map(opening).collect::<Vec<_>>()
    };
    let InForce { rules, version } = market.in_force(today);
    let anew = Places::new(market.openings(today), rules.clone(), today);
    assert_eq!(openings(&ready.places), openings(&anew));
    let context = ready.places.context();
    assert_eq!((context.rules, context.today, &ready.version), (&rules, today, &version));
}

#[test]
fn what_is_ready_is_kept_until_a_place_a_workplace_the_rules_or_the_day_is_another() {
    let mut market = Market::default();
    let mut stands = (1..).map(stand);
    let mut take = |market: &mut Market, newer, rules: &[RuleFile]| {
        let is_new = rules.iter().map(RuleFile::mark).ne(market.rule_marks());
        let rules = is_new.then(|| rules.to_vec());
        market.take(stands.next().unwrap(), newer, None, rules).unwrap();
    };
    let day = today();
    take(&mut market, written(&[offer(1, "Uldum"), offer(2, "Uldum")]), &[]);
    let first = market.ready(day);
    assert_eq!(first.places.len(), 2);
    assert!(Arc::ptr_eq(&first, &market.ready(day)), "asked twice");
    // Somebody else, and somebody's no, change no place.
    let somebody = Newer {
        candidates: vec![(plain_candidate().id, 2, Some(plain_candidate()))],
        ..Newer::default()
    };
    take(&mut market, somebody, &[]);
    assert!(Arc::ptr_eq(&first, &market.ready(day)), "somebody was written");
    assert_is_new(&market, day);

    let mut of_before = first;
    let mut is_made_anew = |market: &Market, day| {
        let now = market.ready(day);
        assert!(!Arc::ptr_eq(&of_before, &now));
        assert_is_new(market, day);
        of_before = now;
    };
    let mut changed = offer(2, "Uldum");
    changed.1.lifts = 20;
    let placement = Newer {
        workplaces: vec![],
        ..written(&[changed])
    };
    take(&mut market, placement, &[]);
    is_made_anew(&market, day);
    let workplace = Newer {
        placements: vec![],
        ..written(&[offer(1, "Hedensted")])
    };
    take(&mut market, workplace, &[]);
    is_made_anew(&market, day);
    let gone = Newer {
        placements: vec![(PlacementId(Uuid::from_u128(2)), 5, None)],
        ..Newer::default()
    };
    take(&mut market, gone, &[]);
    is_made_anew(&market, day);
    let soon = rule_file(1, "2026-11-22", Some(day.plus(1)));
    take(&mut market, Newer::default(), std::slice::from_ref(&soon));
    is_made_anew(&market, day);
    is_made_anew(&market, day.plus(1));
    assert!(market.ready(day.plus(1)).version.starts_with("2026-11-22 "));
    is_made_anew(&market, day.plus(31));
    assert!(market.ready(day.plus(31)).places.is_empty(), "no longer confirmed");
    let now = RuleFile {
        counts_from: Some(day),
        ..soon
    };
    take(&mut market, Newer::default(), &[now]);
    is_made_anew(&market, day);
    assert!(market.ready(day).version.starts_with("2026-11-22 "));
}

/// Looked at in December: one place begins in that month and one in January, when another file has begun to count.
#[test]
fn what_begins_later_is_judged_by_the_file_that_counts_then() {
    let mut market = Market::default();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let today = day("2026-12-10");
    let starts = [(1, day("2026-12-14")), (2, day("2027-01-04"))];
    let offers = starts.map(|(n, start)| {
        let mut offer = offer(n, "Uldum");
        (offer.1.start, offer.1.end) = (start, Some(start.plus(27)));
        // Two seats and a half by the one figure; one and a quarter by the other.
        offer.0.staff.ordinary = Some([1250; 4]);
        offer.0.staff.supported = vec![Supported {
            hours: Quarters::from_hours(37),
            until: day("2027-06-30"),
        }];
        offer
    });
    let mut file = rule_file(1, "2026-12-01", Some(day("2027-01-01")));
    let mut body: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    let rules = body["rules"].as_array_mut().unwrap();
    let small = rules.iter_mut().find(|rule| rule["id"] == "vp.ratio.small").unwrap();
    small["value"]["number"] = 10.into();
    small["legal_ref"] = "den nye lov".into();
    file.body = body.to_string();
    market.take(stand(1), written(&offers), None, Some(vec![file])).unwrap();

    let ready = market.ready(today);
    let candidate = plain_candidate();
    let verdict = |place| {
        let opening = ready.places.opening(place);
        let pair = Pair {
            candidate: &candidate,
            opening,
            said_no: false,
        };
        check(Gate::Ratio, &pair, &ready.places.context())
    };
    assert!(matches!(verdict(0), Verdict::Ok(_)), "{:?}", verdict(0));
    let Verdict::Fail(violation) = verdict(1) else {
        panic!("the old file has judged what begins under the new one: {:?}", verdict(1));
    };
    assert_eq!(violation.rule.unwrap().legal_ref, "den nye lov");
    assert_eq!(ready.places.count(&candidate, &BTreeSet::new()), 1);
    // The version is another one than without the file to come, and today's file is what is shown.
    let in_force = market.in_force(today);
    assert!(in_force.version.starts_with("2026-11-21 "));
    assert_ne!(in_force.version, Market::default().in_force(today).version);
    assert!(market.in_force(day("2027-01-01")).version.starts_with("2026-12-01 "));
}

#[test]
fn without_a_file_the_shipped_rules_count() {
    let market = Market::default();
    let today: Day = "2026-11-22".parse().unwrap();
    let in_force = market.in_force(today);
    assert_eq!(in_force.rules, Rules::shipped());
    assert!(in_force.version.starts_with("2026-11-21 "), "{}", in_force.version);
}
