//! Youth jobs of six shifts that could be nearly anywhere: what is found there, and how long it is looked for.

use super::pairs::small;
use super::{by_trying_everything, context, fails};
use crate::matching::adapt::{failing, front};
use crate::matching::candidate::Candidate;
use crate::matching::gates::check_all;
use crate::matching::testing::{Offer, candidate, offer, sample, wide};
use proptest::prelude::*;

fn wide_jobs() -> impl Strategy<Value = (Candidate, Offer)> {
    (candidate(), offer(), any::<u64>()).prop_map(|(candidate, offer, seed)| wide((candidate, offer), seed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_is_found_where_shifts_lie_close_is_what_trying_everything_finds((candidate, offer) in wide_jobs().prop_map(small)) {
        let pair = offer.with(&candidate);
        let failing = failing(&pair, &context());
        if !failing.is_empty() {
            prop_assert_eq!(front(&pair, &context(), failing).0, by_trying_everything(&pair), "{:?}", check_all(&pair, &context()));
        }
    }
}

/// Counted in what is looked at, which is the same on every machine and at any hour.
#[test]
fn the_hardest_of_two_thousand_wide_youth_jobs_is_searched_in_eighty_thousand_looks() {
    let pairs = sample(&wide_jobs(), 9, 2_600);
    let fails = pairs.iter().map(|(candidate, offer)| offer.with(candidate)).filter(fails);
    let mut found = 0;
    let looks = fails.map(|pair| {
        let (front, looks) = front(&pair, &context(), failing(&pair, &context()));
        found += usize::from(!front.is_empty());
        looks
    });
    let mut looks: Vec<u64> = looks.collect();
    looks.sort_unstable();
    let of_a_hundred = |part: usize| looks[(looks.len() * part).div_ceil(100) - 1];
    let [median, p95, p99, most] = [50, 95, 99, 100].map(of_a_hundred);
    println!(
        "{} fail, {found} mended; looks: median {median}, p95 {p95}, p99 {p99}, most {most}",
        looks.len()
    );
    assert!(looks.len() > 2_000 && found > 200, "{} {found}", looks.len());
    assert!(most < 80_000 && p99 < 12_000 && p95 < 2_000, "{p95} {p99} {most}");
}
