//! That the lists hold what they say, in the order that they say.

use super::{Asking, Limit, Listed, list, people_for, places_for, turn};
use crate::ids::{CandidateId, PlacementId};
use crate::matching::adapt::adaptations;
use crate::matching::bulk::Places;
use crate::matching::candidate::Candidate;
use crate::matching::fit::fit;
use crate::matching::gates::{Context, Pair, check_all};
use crate::matching::place::Mode;
use crate::matching::rules::Rules;
use crate::matching::testing::{Offer, candidate, nearly_all, offer, plain_candidate, plain_offer, sample, today};
use crate::matching::verdict::{Asked, Judged, Question, Verdict};
use crate::matching::week::Quarter;
use crate::matching::words::{Demand, Isco, Kind};
use proptest::collection::vec;
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use uuid::Uuid;

fn places(candidate: &Candidate, offers: &[Offer], nos: &BTreeSet<PlacementId>, limit: Limit, after: i32) -> Listed {
    let openings = offers.iter().map(Offer::opening);
    let places = Places::new(openings, Rules::shipped(), today().plus(after));
    places_for(candidate, &places, nos, limit)
}

/// What the same list is by asking every gate of every place.
fn places_by_asking_all(candidate: &Candidate, offers: &[Offer], nos: &BTreeSet<PlacementId>, limit: Limit) -> Listed {
    let rules = Rules::shipped();
    let context = Context {
        rules: &rules,
        today: today(),
    };
    let pairs = offers.iter().filter(|offer| !nos.contains(&offer.placement.id));
    let order = |pair: &Pair<'_>| {
        let placement = pair.opening.placement.id;
        (Reverse(fit(pair).points()), turn(placement.0, context.today), placement)
    };
    list(
        pairs.map(|offer| offer.with(candidate)),
        order,
        Asked::Company,
        &context,
        limit,
    )
}

fn people(offer: &Offer, candidates: &[Candidate], limit: Limit) -> Listed {
    let rules = Rules::shipped();
    let context = Context {
        rules: &rules,
        today: today(),
    };
    people_for(offer.opening(), candidates, &BTreeSet::new(), &context, limit)
}

fn offers(ids: &[u128]) -> Vec<Offer> {
    let each = |&id: &u128| {
        let mut offer = plain_offer();
        offer.placement.id = PlacementId(Uuid::from_u128(id));
        offer
    };
    ids.iter().map(each).collect()
}

fn ids(listed: &Listed) -> Vec<u128> {
    listed.fits.iter().map(|one| one.placement.0.as_u128()).collect()
}

const NO_NOS: BTreeSet<PlacementId> = BTreeSet::new();

#[test]
fn equal_places_take_turns_from_week_to_week_and_stand_still_within_one() {
    let (candidate, mut offers) = (plain_candidate(), offers(&[1, 2, 3]));
    for offer in &mut offers {
        offer.placement.expires = today().plus(3000);
        offer.placement.end = None;
    }
    let mut first = [0; 4];
    // From a Monday on.
    for week in 0..120 {
        let on = |day: i32| ids(&places(&candidate, &offers, &NO_NOS, Limit::NONE, 1 + 7 * week + day));
        assert_eq!(on(0), on(6));
        first[on(0)[0] as usize] += 1;
    }
    assert!(first[1..].iter().all(|&weeks| weeks >= 25), "{first:?}");
}

#[test]
fn a_better_place_stands_before_an_equal_one_in_every_week() {
    let (candidate, mut offers) = (plain_candidate(), offers(&[1, 2]));
    offers[0].placement.occupation = Isco(1111);
    for week in 0..3 {
        assert_eq!(ids(&places(&candidate, &offers, &NO_NOS, Limit::NONE, 7 * week)), [2, 1]);
    }
}

#[test]
fn of_a_no_there_is_no_trace() {
    let (mut candidate, mut offers) = (plain_candidate(), offers(&[1, 2, 3]));
    // Whether it would fit, nearly fit or ask something.
    candidate.needs.can.remove(Demand::Noise);
    offers[1].placement.demands |= Demand::Noise;
    offers[2].placement.lifts = 20;
    offers[2].placement.could.lifts = Some(10);
    let all = offers.iter().map(|offer| offer.placement.id).collect();
    assert_eq!(places(&candidate, &offers, &all, Limit::NONE, 0), Listed::default());
    let listed = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
    assert_eq!((listed.fits.len(), listed.nearly.len(), listed.questions.len()), (2, 1, 1));
}

#[test]
fn the_question_whose_yes_opens_most_comes_first() {
    let (mut candidate, mut offers) = (plain_candidate(), offers(&[1, 2, 3, 4, 5]));
    candidate.needs.can = Demand::Standing.into();
    candidate.needs.lifts = None;
    offers[0].placement.demands = Demand::Noise | Demand::Dust;
    offers[1].placement.demands = Demand::Dust | Demand::Standing;
    offers[2].placement.demands = Demand::Dust.into();
    offers[3].placement.lifts = 10;
    offers[4].placement.lifts = 5;
    let listed = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
    let asked: Vec<_> = listed
        .questions
        .iter()
        .map(|asking| (asking.question.clone(), asking.opens, asking.asked_by))
        .collect();
    let can = |demand: Demand| Question::Can(demand.into());
    let expected = [
        (can(Demand::Dust), 2, 3),
        (Question::Lift(10), 2, 1),
        (Question::Lift(5), 1, 1),
        (can(Demand::Noise), 0, 1),
    ];
    assert_eq!(asked, expected);
}

#[test]
fn a_bus_so_early_that_nobody_has_looked_up_is_one_question_and_opens_the_place() {
    let (mut candidate, mut offers) = (plain_candidate(), offers(&[1]));
    candidate.travel.by = Mode::Bus.into();
    // Free from six, at work at a quarter past: whether that is enough hangs on the way.
    offers[0].placement.shifts[0].start = Quarter(25);
    let listed = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
    let [asking] = &listed.questions[..] else {
        panic!("{:?}", listed.questions)
    };
    assert!(matches!(asking.question, Question::Early(_)) && asking.to.is_some());
    assert_eq!((asking.opens, asking.asked_by), (1, 1));
    let gates = listed.fits[0].verdicts.iter();
    let asks = gates.filter(|(_, verdict)| matches!(verdict, Verdict::Unknown(_)));
    assert_eq!((asks.count(), listed.fits[0].questions()), (2, vec![&asking.question]));
}

#[test]
fn what_only_a_company_can_answer_is_asked_of_all_people_at_once_and_of_no_person() {
    let mut offer = plain_offer();
    offer.workplace.staff.ordinary = None;
    let mut second = plain_candidate();
    second.id = CandidateId(Uuid::from_u128(2));
    let listed = people(&offer, &[plain_candidate(), second], Limit::NONE);
    let asked: Vec<_> = listed
        .questions
        .iter()
        .map(|asking| (&asking.question, asking.opens))
        .collect();
    assert_eq!(asked, [(&Question::Staff, 2)]);
    assert_eq!(places(&plain_candidate(), &[offer], &NO_NOS, Limit::NONE, 0).questions, []);
}

#[test]
fn the_lists_of_random_people_hold_fits_and_near_misses_and_questions() {
    let (mut fits, mut nearly, mut asks) = (0, 0, 0);
    for (candidate, offers) in sample(&nearly_all(), 3, 200) {
        let listed = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
        fits += listed.fits.len();
        nearly += listed.nearly.len();
        asks += listed.questions.len();
    }
    assert!(fits > 200 && nearly > 400 && asks > 200, "{fits} {nearly} {asks}");
}

/// Placements of a quarter of a year, and a person for whom nobody has entered how long it may be.
#[test]
fn how_long_somebody_may_be_there_is_asked_once_of_them_and_what_a_place_lacks_once_of_the_place() {
    let mut candidate = plain_candidate();
    candidate.terms.placement_weeks = None;
    let mut subsidy = plain_offer();
    subsidy.placement.id = PlacementId(Uuid::from_u128(2));
    subsidy.placement.kind = Kind::WageSubsidy;
    subsidy.placement.subsidy_confirmed = false;
    let offers = [plain_offer(), plain_offer(), subsidy];
    let whats = |listed: &Listed| {
        let judged = |asking: &Asking| match &asking.question {
            Question::Judge { what, .. } => (what.clone(), asking.asked_by),
            other => panic!("{other:?}"),
        };
        listed.questions.iter().map(judged).collect::<Vec<_>>()
    };
    let listed = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
    assert_eq!(listed.fit_in_all, 3);
    assert_eq!(whats(&listed), [(Judged::Weeks(Kind::WorkPlacement), 2)]);
    // Beside each of the people stands what is open of them; of the place it is asked once for all.
    let two = [candidate.clone(), candidate];
    assert!(whats(&people(&offers[0], &two, Limit::NONE)).is_empty());
    assert_eq!(whats(&people(&offers[2], &two, Limit::NONE)), [(Judged::Subsidy, 2)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn places_are_all_that_no_gate_fails_by_points_and_apart_those_that_a_change_makes_possible(
        candidate in candidate(), offers in vec(offer(), 0..40), no in any::<prop::sample::Index>(),
    ) {
        let nos: BTreeSet<PlacementId> = offers.get(no.index(40)).map(|offer| offer.placement.id).into_iter().collect();
        let listed = places(&candidate, &offers, &nos, Limit::NONE, 0);
        let rules = Rules::shipped();
        let context = Context { rules: &rules, today: today() };
        let (mut fits, mut nearly) = (BTreeSet::new(), BTreeSet::new());
        for offer in offers.iter().filter(|offer| !nos.contains(&offer.placement.id)) {
            let pair = offer.with(&candidate);
            if !check_all(&pair, &context).iter().any(|(_, verdict)| matches!(verdict, Verdict::Fail(_))) {
                fits.insert(pair.opening.placement.id);
            } else if !adaptations(&pair, &context).is_empty() {
                nearly.insert(pair.opening.placement.id);
            }
        }
        prop_assert_eq!(listed.fit_in_all as usize, fits.len());
        prop_assert_eq!(listed.fits.iter().map(|one| one.placement).collect::<BTreeSet<_>>(), fits);
        prop_assert_eq!(listed.nearly.iter().map(|one| one.placement).collect::<BTreeSet<_>>(), nearly);
        prop_assert!(listed.fits.is_sorted_by_key(|one| std::cmp::Reverse(one.fit.points())));
        prop_assert!(listed.nearly.is_sorted_by_key(|one| std::cmp::Reverse(one.fit.points())));
        for one in &listed.fits {
            let offer = offers.iter().find(|offer| offer.placement.id == one.placement).unwrap();
            prop_assert_eq!(&one.fit, &fit(&offer.with(&candidate)));
            prop_assert!(one.fits() && one.adaptations.is_empty());
        }
        prop_assert!(listed.nearly.iter().all(|one| !one.fits()));
    }

    #[test]
    fn the_quick_list_is_the_plain_one(
        candidate in candidate(), offers in vec(offer(), 0..60), near in nearly_all(), no in any::<prop::sample::Index>(),
        fits in 0..12usize, nearly in 0..6usize,
    ) {
        for (candidate, offers) in [(candidate, offers), near] {
            let nos = offers.get(no.index(60)).map(|offer| offer.placement.id).into_iter().collect();
            for limit in [Limit { fits, nearly }, Limit::NONE] {
                let plain = places_by_asking_all(&candidate, &offers, &nos, limit);
                prop_assert_eq!(places(&candidate, &offers, &nos, limit, 0), plain);
            }
        }
    }

    #[test]
    fn a_shorter_list_is_the_beginning_of_the_longer_whatever_order_places_come_in(
        candidate in candidate(), mut offers in vec(offer(), 0..40), fits in 0..10usize, nearly in 0..3usize,
    ) {
        let whole = places(&candidate, &offers, &NO_NOS, Limit::NONE, 0);
        offers.reverse();
        let short = places(&candidate, &offers, &NO_NOS, Limit { fits, nearly }, 0);
        prop_assert_eq!(&short.fits[..], &whole.fits[..fits.min(whole.fits.len())]);
        prop_assert_eq!(&short.nearly[..], &whole.nearly[..nearly.min(whole.nearly.len())]);
        prop_assert_eq!(short.fit_in_all, whole.fit_in_all);
    }

    #[test]
    fn people_come_by_how_long_they_have_waited_and_never_by_fit(offer in offer(), mut candidates in vec(candidate(), 0..40)) {
        let listed = people(&offer, &candidates, Limit::NONE);
        let since = |id: CandidateId| candidates.iter().find(|one| one.id == id).map(|one| one.waiting_since);
        prop_assert!(listed.fits.is_sorted_by_key(|one| since(one.candidate)));
        prop_assert!(listed.nearly.is_sorted_by_key(|one| since(one.candidate)));
        let order = |listed: &Listed| listed.fits.iter().map(|one| one.candidate).collect::<Vec<_>>();
        let before = order(&listed);
        for candidate in &mut candidates {
            candidate.wanted.reverse();
            candidate.can.clear();
            candidate.knows.clear();
        }
        candidates.reverse();
        prop_assert_eq!(order(&people(&offer, &candidates, Limit::NONE)), before);
    }

    #[test]
    fn a_yes_opens_as_many_places_as_it_says(candidate in candidate(), offers in vec(offer(), 0..60)) {
        let limit = Limit { fits: usize::MAX, nearly: 0 };
        let whole = |candidate: &Candidate| {
            let listed = places(candidate, &offers, &NO_NOS, limit, 0);
            (listed.fits.iter().filter(|one| one.questions().is_empty()).count(), listed.questions)
        };
        let (before, questions) = whole(&candidate);
        for asking in questions {
            let mut after = candidate.clone();
            match asking.question {
                Question::Can(demand) => after.needs.can |= demand,
                Question::Lift(kilograms) => after.needs.lifts = Some(kilograms),
                _ => continue,
            }
            prop_assert_eq!(whole(&after).0, before + asking.opens as usize);
        }
    }
}
