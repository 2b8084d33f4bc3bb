//! That preparing changes no answer.

use super::Places;
use crate::matching::fit::fit;
use crate::matching::gates::{Context, check_all};
use crate::matching::rules::Rules;
use crate::matching::testing::{candidate, offer, today};
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
        let places = Places::new(offers.iter().map(|offer| offer.opening()), context);
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
}
