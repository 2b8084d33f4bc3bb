//! What is found, held against trying everything.

mod examples;
mod hard;
mod pairs;

use super::minimal::Found;
use super::steps::overlap;
use super::{Change, MOST_STEPS, Step, adaptations, apply, failing, front, offers};
use crate::matching::candidate::Candidate;
use crate::matching::gates::{Context, Pair, check_all};
use crate::matching::rules::Rules;
use crate::matching::testing::{self, Offer, candidate, nearly, offer, sample, today};
use crate::matching::verdict::{Asked, Gate, Verdict};
use pairs::{six, small};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(Rules::shipped);

fn context() -> Context<'static> {
    Context {
        rules: &RULES,
        today: today(),
    }
}

fn fails(pair: &Pair<'_>) -> bool {
    check_all(pair, &context())
        .iter()
        .any(|(_, verdict)| matches!(verdict, Verdict::Fail(_)))
}

/// Everything that could be asked of anybody about this pair, whatever fails.
fn all_steps(pair: &Pair<'_>) -> Vec<Step> {
    let shifts = pair.opening.placement.shifts.iter().enumerate();
    shifts
        .flat_map(|(at, shift)| offers::shift(at as u8, shift))
        .chain(offers::alike(&pair.opening.placement.shifts))
        .chain(offers::dates(pair, &context()))
        .chain(offers::travel(pair))
        .chain(offers::language(pair))
        .chain(offers::demands(pair))
        .chain(offers::certificates(pair))
        .collect()
}

/// The front by trying every set of at most three steps, and every one against every other.
fn by_trying_everything(pair: &Pair<'_>) -> Vec<Found> {
    let mut steps = all_steps(pair);
    steps.sort_by_key(Step::target);
    let mut found: Vec<Found> = Vec::new();
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..MOST_STEPS {
        let longer = sets.iter().flat_map(|set| {
            let from = set.last().map_or(0, |last| last + 1);
            let steps = &steps;
            (from..steps.len())
                .filter(move |at| set.iter().all(|had| !steps[*had].meets(&steps[*at])))
                .map(move |at| set.iter().copied().chain([at]).collect())
        });
        sets = longer.collect();
        for set in &sets {
            let set: Vec<Step> = set.iter().map(|at| steps[*at]).collect();
            let Some(changed) = apply(&set, pair, &context()) else {
                continue;
            };
            if fails(&changed.pair(pair)) {
                continue;
            }
            let costs: Vec<(u32, Step)> = set.iter().map(|step| (step.cost(pair, &context()), *step)).collect();
            let purse = |company: bool| {
                let paid = costs.iter().filter(|(_, step)| (step.asked() == Asked::Company) == company);
                paid.map(|(cost, _)| cost).sum()
            };
            found.push(Found {
                company: purse(true),
                others: purse(false),
                steps: costs.clone(),
            });
        }
    }
    let key = |found: &Found| (found.steps.len(), found.company, found.others);
    let beats = |one: &Found, other: &Found| {
        let (one_key, other_key) = (key(one), key(other));
        let no_worse = one_key.0 <= other_key.0 && one_key.1 <= other_key.1 && one_key.2 <= other_key.2;
        no_worse && (one_key != other_key || one.order() < other.order())
    };
    let mut best: Vec<Found> = Vec::new();
    found.sort_by(|one, other| key(one).cmp(&key(other)).then_with(|| one.order().cmp(&other.order())));
    found.dedup_by_key(|found| key(found));
    for one in &found {
        if !found.iter().any(|other| beats(other, one)) {
            best.push(one.clone());
        }
    }
    best.sort_by_key(|found| (found.steps.len(), found.company + found.others, found.company));
    best
}

fn is_alike(change: &Change) -> bool {
    matches!(change.step, Step::Alike { .. })
}

fn nearly_fits() -> impl Strategy<Value = (Candidate, Offer)> {
    (candidate(), offer(), any::<u64>()).prop_map(|(candidate, offer, seed)| nearly((candidate, offer), seed))
}

fn six_shifts() -> impl Strategy<Value = (Candidate, Offer)> {
    (candidate(), offer(), any::<u64>()).prop_map(|(candidate, offer, seed)| six(nearly((candidate, offer), seed), seed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn what_is_found_is_what_trying_every_set_of_three_steps_finds((candidate, offer) in nearly_fits().prop_map(small)) {
        let pair = offer.with(&candidate);
        let failing = failing(&pair, &context());
        if failing.is_empty() {
            prop_assert_eq!(adaptations(&pair, &context()), Vec::new());
        } else {
            prop_assert_eq!(front(&pair, &context(), failing).0, by_trying_everything(&pair), "{:?}", check_all(&pair, &context()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_is_found_for_the_six_shifts_of_a_youth_job_is_what_trying_everything_finds((candidate, offer) in six_shifts().prop_map(small)) {
        let pair = offer.with(&candidate);
        prop_assert_eq!(offer.placement.shifts.len(), 6);
        let failing = failing(&pair, &context());
        if !failing.is_empty() {
            prop_assert_eq!(front(&pair, &context(), failing).0, by_trying_everything(&pair), "{:?}", check_all(&pair, &context()));
        }
    }
}

#[test]
fn youth_jobs_of_six_shifts_are_mended_often_and_often_not() {
    let pairs = sample(&six_shifts().prop_map(small), 6, 1_500);
    let fails = pairs.iter().filter(|(candidate, offer)| fails(&offer.with(candidate)));
    let found: Vec<_> = fails
        .map(|(candidate, offer)| adaptations(&offer.with(candidate), &context()))
        .collect();
    let mended = found.iter().filter(|found| !found.is_empty()).count();
    let three = found.iter().flatten().filter(|one| one.steps.len() == MOST_STEPS).count();
    let alike = found.iter().flatten().filter(|one| one.steps.iter().any(is_alike)).count();
    println!("{} fail, {mended} mended, {three} by three steps, {alike} alike", found.len());
    assert!(
        mended > 100 && found.len() - mended > 100 && three > 15 && alike > 15,
        "{} {mended} {three} {alike}",
        found.len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn after_its_steps_nothing_fails_and_each_of_them_is_needed((candidate, offer) in nearly_fits()) {
        let pair = offer.with(&candidate);
        let found = adaptations(&pair, &context());
        prop_assert!(found.len() <= 3);
        for adaptation in &found {
            let steps: Vec<Step> = adaptation.steps.iter().map(|change| change.step).collect();
            prop_assert!((1..=MOST_STEPS).contains(&steps.len()));
            let changed = apply(&steps, &pair, &context());
            prop_assert!(changed.is_some_and(|changed| !fails(&changed.pair(&pair))), "{:?}", steps);
            for at in 0..steps.len() {
                let mut fewer = steps.clone();
                fewer.remove(at);
                let changed = apply(&fewer, &pair, &context());
                prop_assert!(changed.is_none_or(|changed| fails(&changed.pair(&pair))), "{:?} would do", fewer);
            }
            let failed = check_all(&pair, &context()).into_iter().filter(|(_, verdict)| matches!(verdict, Verdict::Fail(_)));
            prop_assert_eq!(&adaptation.cures, &failed.map(|(gate, _)| gate).collect::<Vec<_>>());
            let purse = |company: bool| -> u32 {
                let paid = adaptation.steps.iter().filter(|change| (change.asked == Asked::Company) == company);
                paid.map(|change| change.cost).sum()
            };
            prop_assert_eq!((adaptation.company, adaptation.others), (purse(true), purse(false)));
            prop_assert!(adaptation.steps.iter().all(|change| change.cost > 0));
        }
    }

    #[test]
    fn three_of_the_front_hold_the_fewest_steps_and_the_least_for_either_side((candidate, offer) in nearly_fits()) {
        let pair = offer.with(&candidate);
        let (all, _) = front(&pair, &context(), failing(&pair, &context()));
        let shown = adaptations(&pair, &context());
        prop_assert_eq!(shown.len(), all.len().min(3));
        prop_assert_eq!(shown.iter().map(|one| one.steps.len()).min(), all.iter().map(|one| one.steps.len()).min());
        prop_assert_eq!(shown.iter().map(|one| one.company).min(), all.iter().map(|one| one.company).min());
        prop_assert_eq!(shown.iter().map(|one| one.others).min(), all.iter().map(|one| one.others).min());
    }

    #[test]
    fn steps_are_the_same_in_any_order((candidate, offer) in nearly_fits()) {
        let pair = offer.with(&candidate);
        for adaptation in adaptations(&pair, &context()) {
            let mut steps: Vec<Step> = adaptation.steps.iter().map(|change| change.step).collect();
            let there = apply(&steps, &pair, &context()).map(|changed| (changed.candidate, changed.placement));
            steps.reverse();
            let back = apply(&steps, &pair, &context()).map(|changed| (changed.candidate, changed.placement));
            prop_assert_eq!(there, back);
        }
    }

    #[test]
    fn two_shifts_overlap_exactly_when_their_hours_share_a_quarter(some in testing::shifts(), more in testing::shifts()) {
        let shifts = [some, more].concat();
        for one in &shifts {
            for other in &shifts {
                prop_assert_eq!(overlap(one, other), one.weeks().intersects(&other.weeks()));
            }
        }
    }
}

#[test]
fn random_pairs_are_mended_in_every_way_there_is() {
    let pairs = sample(&nearly_fits(), 4, 6_000);
    let mut steps: BTreeMap<String, u32> = BTreeMap::new();
    let mut cured: BTreeMap<Gate, u32> = BTreeMap::new();
    let (mut fits, mut mended, mut three, mut several) = (0, 0, 0, 0);
    // Of those of which everything can be tried: with shifts changed alike, with another step beside, many at once.
    let (mut alike, mut beside, mut many) = (0, 0, 0);
    for (candidate, offer) in &pairs {
        let pair = offer.with(candidate);
        let found = adaptations(&pair, &context());
        fits += u32::from(!fails(&pair));
        mended += u32::from(!found.is_empty());
        several += u32::from(found.len() > 1);
        three += u32::from(found.iter().any(|one| one.steps.len() == MOST_STEPS));
        let (candidate, offer) = small((candidate.clone(), offer.clone()));
        let steps_of_small = adaptations(&offer.with(&candidate), &context());
        let with: Vec<_> = steps_of_small.iter().filter(|one| one.steps.iter().any(is_alike)).collect();
        alike += u32::from(!with.is_empty());
        beside += u32::from(with.iter().any(|one| one.steps.len() > 1));
        many += u32::from(
            with.iter()
                .flat_map(|one| &one.steps)
                .any(|change| change.step.shifts().count() > MOST_STEPS),
        );
        for gate in found.iter().take(1).flat_map(|one| &one.cures) {
            *cured.entry(*gate).or_default() += 1;
        }
        for change in found.iter().flat_map(|one| &one.steps) {
            let name = format!("{:?}", change.step);
            let name = name
                .split(|letter: char| !letter.is_alphanumeric())
                .next()
                .unwrap_or_default();
            *steps.entry(name.to_owned()).or_default() += 1;
        }
    }
    println!(
        "{fits} fit, {mended} mended of {}, {several} in several ways, {three} by three steps; {alike} alike, {beside} and \
         more, {many} more than three; {cured:?}; {steps:?}",
        pairs.len()
    );
    assert!(alike > 150 && beside > 80 && many > 50, "{alike} {beside} {many}");
    assert!(mended > 600 && several > 100 && three > 50, "{mended} {several} {three}");
    assert_eq!(steps.len(), 13, "{steps:?}");
    let can_be_cured = [
        Gate::Dates,
        Gate::Week,
        Gate::Hours,
        Gate::Travel,
        Gate::Language,
        Gate::Demands,
        Gate::Certificates,
        Gate::Youth,
        Gate::Ratio,
    ];
    assert_eq!(cured.keys().copied().collect::<Vec<_>>(), can_be_cured);
}
