//! That a supposition changes what it says and nothing else, and opens what the lists would then hold.

use super::{Effect, Life, SUPPOSED, Spot, WhatIf, effects, is_possible};
use crate::ids::PlacementId;
use crate::matching::bulk::Places;
use crate::matching::candidate::{Candidate, Told};
use crate::matching::gates::travel::{Way, early, reach};
use crate::matching::gates::{Context, check_all};
use crate::matching::list::{Limit, places_for};
use crate::matching::place::Mode;
use crate::matching::rules::Rules;
use crate::matching::testing::{Offer, candidate, free, offer, plain_candidate, plain_offer, plain_site, sample, today};
use crate::matching::verdict::{Gate, Verdict};
use crate::matching::week::{DAY, Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::Kind;
use enumset::EnumSet;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

const NOTHING: WhatIf = WhatIf {
    leaves: None,
    home_by: None,
    by: None,
    longest: None,
};

/// Anything that a form can send.
fn what_if() -> impl Strategy<Value = WhatIf> {
    let by = select(EnumSet::<Mode>::all().iter().collect::<Vec<_>>());
    let times = (weighted(0.5, 0..=96u8), weighted(0.5, 0..=96u8)).prop_filter(
        "leaves before",
        |times| !matches!(times, (Some(leaves), Some(home)) if leaves >= home),
    );
    (times, weighted(0.3, by), weighted(0.3, 0..=240u16)).prop_map(|((leaves, home), by, longest)| WhatIf {
        leaves: leaves.map(Quarter),
        home_by: home.map(Quarter),
        by,
        longest,
    })
}

/// Anybody, but with nothing in the way but days and ways.
fn willing() -> impl Strategy<Value = Candidate> {
    candidate().prop_map(|any| Candidate {
        home: any.home,
        travel: any.travel,
        free: any.free,
        ..plain_candidate()
    })
}

/// A place that asks for nothing but that one is there.
fn easy() -> impl Strategy<Value = Offer> {
    offer().prop_map(|any| {
        let mut easy = plain_offer();
        easy.placement.id = any.placement.id;
        easy.placement.kind = Kind::PaidHours;
        easy.placement.shifts = any.placement.shifts;
        easy.workplace.site = any.workplace.site;
        easy
    })
}

/// The same person, as supposed.
fn supposed(candidate: &Candidate, what_if: &WhatIf) -> Candidate {
    let life = what_if.suppose(&Life::from(candidate));
    Candidate {
        home: life.home,
        travel: life.travel,
        free: life.free,
        ..candidate.clone()
    }
}

fn effect(candidate: &Candidate, what_if: &WhatIf, offer: &Offer) -> Effect {
    effects(&Life::from(candidate), what_if, &[Spot::of(offer.opening(), today())])[0]
}

fn at(hour: u8) -> Option<Quarter> {
    Some(Quarter(4 * hour))
}

/// Weekdays from eight to two.
fn mornings() -> Weeks {
    Weekday::ALL[..5].iter().fold(Weeks::EMPTY, |mut free, &day| {
        free.insert(Parity::Every, day, Quarter(32), Quarters(24));
        free
    })
}

#[test]
fn who_could_leave_at_seven_gets_the_place_that_begins_at_eight() {
    let (mut candidate, offer) = (plain_candidate(), plain_offer());
    candidate.free = mornings();
    let leaves = |leaves| WhatIf { leaves, ..NOTHING };
    assert_eq!(effect(&candidate, &leaves(at(7)), &offer), Effect::Opens);
    // Half past seven is early enough for eleven minutes on a bicycle, eight is not.
    assert_eq!(effect(&candidate, &leaves(Some(Quarter(31))), &offer), Effect::Opens);
    assert_eq!(effect(&candidate, &leaves(at(8)), &offer), Effect::Stays);
    let earlier = supposed(&candidate, &leaves(at(7)));
    assert_eq!(effect(&earlier, &leaves(at(9)), &offer), Effect::Closes);
}

#[test]
fn who_had_a_car_or_took_a_longer_way_gets_further() {
    let (candidate, mut offer) = (plain_candidate(), plain_offer());
    offer.workplace.site = plain_site("Hedensted", 0);
    let by = |by| WhatIf { by: Some(by), ..NOTHING };
    assert_eq!(effect(&candidate, &by(Mode::Car), &offer), Effect::Opens);
    assert_eq!(effect(&candidate, &by(Mode::Walk), &offer), Effect::Stays);
    let longest = |minutes| WhatIf {
        longest: Some(minutes),
        ..NOTHING
    };
    assert_eq!(effect(&candidate, &longest(60), &offer), Effect::Opens);
    assert_eq!(effect(&candidate, &longest(45), &offer), Effect::Stays);
}

#[test]
fn how_one_gets_there_so_early_stays_a_question() {
    let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
    candidate.travel.by = Mode::Bus.into();
    candidate.travel.told = vec![Told {
        community: "Uldum".to_owned(),
        by: Mode::Bus,
        minutes: 20,
        at_all_hours: None,
    }];
    candidate.free = mornings();
    for shift in &mut offer.placement.shifts {
        (shift.start, shift.length) = (Quarter(24), Quarters(32));
    }
    let leaves = |leaves| WhatIf { leaves, ..NOTHING };
    // By day the bus takes twenty minutes, so at six it would be too late to leave; how early it runs nobody knows.
    assert_eq!(effect(&candidate, &leaves(at(6)), &offer), Effect::Opens);
    for shift in &mut offer.placement.shifts {
        (shift.start, shift.length) = (Quarter(28), Quarters(28));
    }
    assert_eq!(effect(&candidate, &leaves(at(7)), &offer), Effect::Stays);
}

#[test]
fn a_day_begins_and_ends_as_supposed_and_keeps_its_middle() {
    let mut candidate = plain_candidate();
    candidate.free = Weeks::EMPTY;
    candidate
        .free
        .insert(Parity::Every, Weekday::Monday, Quarter(40), Quarters(8));
    candidate.free.insert(Parity::Even, Weekday::Monday, Quarter(56), Quarters(8));
    let whole_day = WhatIf {
        leaves: at(9),
        home_by: at(18),
        ..NOTHING
    };
    let free = supposed(&candidate, &whole_day).free;
    assert_eq!(free.even.spans().collect::<Vec<_>>(), [(36, 48), (56, 72)]);
    assert_eq!(free.odd.spans().collect::<Vec<_>>(), [(36, 72)]);
    let afternoon = WhatIf {
        leaves: at(13),
        home_by: at(15),
        ..NOTHING
    };
    let free = supposed(&candidate, &afternoon).free;
    assert_eq!(free.even.spans().collect::<Vec<_>>(), [(56, 60)]);
    assert_eq!(free.odd.spans().collect::<Vec<_>>(), [(52, 60)]);
}

#[test]
fn a_form_is_read_and_nonsense_is_not() {
    assert_eq!(WhatIf::read("", "", "", ""), Some(NOTHING));
    let all = WhatIf {
        leaves: at(9),
        home_by: at(24),
        by: Some(Mode::EBike),
        longest: Some(60),
    };
    assert_eq!(WhatIf::read("36", "96", "e-bike", "60"), Some(all));
    for (leaves, home, by, longest) in [
        ("97", "", "", ""),
        ("nine", "", "", ""),
        ("", "-1", "", ""),
        ("36", "36", "", ""),
        ("", "", "plane", ""),
        ("", "", "", "241"),
    ] {
        assert_eq!(WhatIf::read(leaves, home, by, longest), None);
    }
}

proptest! {
    #[test]
    fn no_supposition_changes_nothing(candidate in candidate(), offers in vec(offer(), 0..10)) {
        prop_assert_eq!(&supposed(&candidate, &NOTHING), &candidate);
        let spots: Vec<Spot> = offers.iter().map(|offer| Spot::of(offer.opening(), today())).collect();
        let all = effects(&Life::from(&candidate), &NOTHING, &spots);
        prop_assert!(all.iter().all(|effect| *effect == Effect::Stays));
    }

    #[test]
    fn no_other_gate_reads_what_is_supposed(candidate in candidate(), offer in offer(), what_if in what_if()) {
        let (rules, supposed) = (Rules::shipped(), supposed(&candidate, &what_if));
        let context = Context { rules: &rules, today: today() };
        let verdicts = |candidate: &Candidate| -> Vec<(Gate, Verdict)> {
            let all = check_all(&offer.with(candidate), &context);
            all.into_iter().filter(|(gate, _)| !SUPPOSED.contains(gate)).collect()
        };
        prop_assert_eq!(verdicts(&candidate), verdicts(&supposed));
        prop_assert_eq!(is_possible(&offer.with(&candidate), &context), is_possible(&offer.with(&supposed), &context));
    }

    #[test]
    fn what_opens_and_closes_is_what_the_lists_gain_and_lose(
        candidate in prop_oneof![candidate(), willing()], offers in vec(prop_oneof![1 => offer(), 2 => easy()], 0..40),
        what_if in what_if(), no in any::<prop::sample::Index>(),
    ) {
        let rules = Rules::shipped();
        let context = Context { rules: &rules, today: today() };
        let nos: BTreeSet<PlacementId> = offers.get(no.index(40)).map(|offer| offer.placement.id).into_iter().collect();
        let places = Places::new(offers.iter().map(Offer::opening), rules.clone(), today());
        let listed = |candidate: &Candidate| -> BTreeSet<PlacementId> {
            let limit = Limit { fits: usize::MAX, nearly: 0 };
            let listed = places_for(candidate, &places, &nos, limit);
            listed.fits.iter().map(|one| one.placement).collect()
        };
        let (now, then) = (listed(&candidate), listed(&supposed(&candidate, &what_if)));

        let possible: Vec<&Offer> = offers
            .iter()
            .filter(|offer| !nos.contains(&offer.placement.id) && is_possible(&offer.with(&candidate), &context))
            .collect();
        let spots: Vec<Spot> = possible.iter().map(|offer| Spot::of(offer.opening(), today())).collect();
        // As the browser gets them.
        let sent = serde_json::to_string(&(Life::from(&candidate), &spots)).unwrap();
        let (life, spots): (Life, Vec<Spot>) = serde_json::from_str(&sent).unwrap();
        let all = effects(&life, &what_if, &spots);
        let with = |effect: Effect| -> BTreeSet<PlacementId> {
            let each = possible.iter().zip(&all).filter(|(_, one)| **one == effect);
            each.map(|(offer, _)| offer.placement.id).collect()
        };
        prop_assert_eq!(with(Effect::Opens), then.difference(&now).copied().collect::<BTreeSet<_>>());
        prop_assert_eq!(with(Effect::Closes), now.difference(&then).copied().collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_longer_day_is_at_least_the_shorter_one_and_closes_nothing_that_fits_it(
        candidate in willing(), offer in easy(), leaves in 0..48u8, sooner in 0..48u8, home in 48..=96u8, later in 0..48u8,
    ) {
        let day = |leaves: u8, home: u8| WhatIf {
            leaves: Some(Quarter(leaves)),
            home_by: Some(Quarter(home)),
            ..NOTHING
        };
        let shorter = supposed(&candidate, &day(leaves, home));
        let wider = day(leaves.saturating_sub(sooner), (home + later).min(96));
        let longer = supposed(&candidate, &wider);
        prop_assert!(shorter.free.is_subset(&longer.free));
        prop_assert_ne!(effect(&shorter, &wider, &offer), Effect::Closes);
    }

    #[test]
    fn a_day_without_any_free_time_stays_without_and_no_day_goes_beyond_its_bounds(free in free(), what_if in what_if()) {
        let mut candidate = plain_candidate();
        candidate.free = free;
        let supposed = supposed(&candidate, &what_if).free;
        for (before, after) in [(free.even, supposed.even), (free.odd, supposed.odd)] {
            for day in Weekday::ALL {
                let at = |quarter: u16| day.first_quarter() + quarter;
                let had = (0..DAY).any(|quarter| before.contains(at(quarter)));
                for quarter in (0..DAY).filter(|quarter| after.contains(at(*quarter))) {
                    prop_assert!(had);
                    prop_assert!(what_if.leaves.is_none_or(|leaves| quarter >= leaves.0.into()));
                    prop_assert!(what_if.home_by.is_none_or(|home| quarter < home.0.into()));
                }
            }
        }
    }

    #[test]
    fn more_ways_close_only_places_to_which_nobody_knew_the_way(
        candidate in willing(), offer in easy(), index in 0..5usize, more in 0..60u16,
    ) {
        let wider = WhatIf {
            by: EnumSet::<Mode>::all().iter().nth(index),
            longest: Some(candidate.travel.longest + more),
            ..NOTHING
        };
        let way = reach(&candidate, &offer.workplace.site, early(&offer.placement).is_some());
        if let Way::Known { .. } = way {
            prop_assert_ne!(effect(&candidate, &wider, &offer), Effect::Closes);
        }
    }
}

#[test]
fn among_random_pairs_places_stay_and_open_and_close() {
    let mut counts = [0; 3];
    for (candidate, offer, what_if) in sample(&(willing(), easy(), what_if()), 9, 2_000) {
        counts[effect(&candidate, &what_if, &offer) as usize] += 1;
    }
    assert!(counts.iter().all(|&count| count >= 30), "{counts:?}");
}
