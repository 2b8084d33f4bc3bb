//! That the random pairs which laws are tested on are worth testing on.

use super::{Context, Pair, check_all};
use crate::matching::rules::Rules;
use crate::matching::testing::{candidate, offer, plain_candidate, plain_offer, sample, today};
use crate::matching::verdict::{Gate, Verdict};
use std::collections::BTreeMap;

#[test]
fn among_random_pairs_each_gate_is_passed_and_failed_and_asks_where_it_can() {
    let rules = Rules::shipped();
    let context = Context {
        rules: &rules,
        today: today(),
    };
    let mut counts: BTreeMap<Gate, [u32; 3]> = BTreeMap::new();
    let mut whole = 0;
    for (at, (candidate, offer)) in sample(&(candidate(), offer()), 1, 4000).iter().enumerate() {
        let pair = Pair {
            said_no: at % 20 == 0,
            ..offer.with(candidate)
        };
        let verdicts = check_all(&pair, &context);
        whole += u32::from(verdicts.iter().all(|(_, verdict)| matches!(verdict, Verdict::Ok(_))));
        for (gate, verdict) in verdicts {
            let which = match verdict {
                Verdict::Ok(_) => 0,
                Verdict::Fail(_) => 1,
                Verdict::Unknown(_) => 2,
            };
            counts.entry(gate).or_default()[which] += 1;
        }
    }
    for (gate, [ok, fail, asks]) in counts {
        assert!(ok >= 400, "{gate:?} is passed {ok} times");
        assert!(fail >= 60, "{gate:?} is failed {fail} times");
        let can_ask = matches!(
            gate,
            Gate::Kind
                | Gate::Dates
                | Gate::Week
                | Gate::Hours
                | Gate::Travel
                | Gate::Language
                | Gate::Demands
                | Gate::Youth
                | Gate::Ratio
        );
        assert_eq!(asks >= 30, can_ask, "{gate:?} asks {asks} times");
    }
    assert!(whole >= 10, "{whole} pairs pass every gate");
}

#[test]
fn nothing_keeps_the_plain_candidate_from_the_plain_offer() {
    let rules = Rules::shipped();
    let context = Context {
        rules: &rules,
        today: today(),
    };
    for (gate, verdict) in check_all(&plain_offer().with(&plain_candidate()), &context) {
        assert!(matches!(verdict, Verdict::Ok(_)), "{gate:?}: {verdict:?}");
    }
}
