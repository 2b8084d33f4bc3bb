//! That preparing changes no answer.

use super::{Person, Places, Ranked};
use crate::matching::adapt::adaptations;
use crate::matching::fit::fit;
use crate::matching::gates::{Context, check_all};
use crate::matching::rules::Rules;
use crate::matching::testing::{candidate, nearly_all, offer, today};
use crate::matching::verdict::Verdict;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_sets_drop_nothing_and_in_the_end_exactly_the_pairs_are_left_that_no_gate_fails(
        candidates in vec(candidate(), 3),
        offers in vec(offer(), 0..70),
    ) {
        let rules = Rules::shipped();
        let context = Context { rules: &rules, today: today() };
        let places = Places::new(offers.iter().map(|offer| offer.opening()), rules.clone(), today());
        for candidate in &candidates {
            let mut expected = Vec::new();
            for (place, offer) in offers.iter().enumerate() {
                let pair = offer.with(candidate);
                let verdicts = check_all(&pair, &context);
                if !verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Fail(_))) {
                    prop_assert!(places.left_over(candidate).contains(place));
                    expected.push((place, fit(&pair).points()));
                }
            }
            let mut found = Vec::new();
            places.each_fit(candidate, |place, points| found.push((place, points)));
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn nothing_that_could_be_mended_is_missing_from_what_might_be((candidate, offers) in nearly_all()) {
        let rules = Rules::shipped();
        let context = Context { rules: &rules, today: today() };
        let places = Places::new(offers.iter().map(|offer| offer.opening()), rules.clone(), today());
        let mut person = Person::new(&candidate, &places);
        let mut fits = Vec::new();
        person.each_fit(|place, points| fits.push(Ranked { place, points }));
        let perhaps = person.perhaps(&fits);
        for (place, offer) in offers.iter().enumerate() {
            let pair = offer.with(&candidate);
            let ranked = Ranked { place, points: fit(&pair).points() };
            if !adaptations(&pair, &context).is_empty() {
                prop_assert!(perhaps.contains(&ranked), "{:?}", check_all(&pair, &context));
            }
            prop_assert!(!(perhaps.contains(&ranked) && fits.contains(&ranked)));
        }
    }
}
