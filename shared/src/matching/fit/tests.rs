//! That the points are the sum of what is shown, and that what is better is never worth less.

use super::{Because, Known, Part, PayAfter, WEIGHTS, Wish, fit, points};
use crate::matching::place::Point;
use crate::matching::placement::Afterwards;
use crate::matching::testing::{candidate, offer, plain_candidate, plain_offer};
use crate::matching::week::Quarters;
use crate::matching::words::{Isco, Kind, TaskId};
use enumset::EnumSet;
use proptest::prelude::*;

#[test]
fn the_weights_add_up_to_a_thousand() {
    assert_eq!(WEIGHTS.of.iter().sum::<u16>(), 1000);
    assert_eq!(EnumSet::<Part>::all().len(), WEIGHTS.of.len());
}

#[test]
fn a_plain_pair_says_why() {
    let (candidate, offer) = (plain_candidate(), plain_offer());
    let fit = fit(&offer.with(&candidate));
    let said: Vec<_> = fit
        .reasons
        .iter()
        .map(|reason| (reason.value, reason.points, &reason.because))
        .collect();
    let hours = Some(Quarters(100));
    let by = candidate.travel.by.iter().next().unwrap();
    let expected = [
        (100, 250, Because::Wish(Wish::Rank(1))),
        (
            100,
            200,
            Because::Hours {
                offered: hours,
                hoped: hours,
            },
        ),
        (81, 121, Because::Way { by, minutes: 11 }),
        (
            50,
            75,
            Because::Can {
                tasks: vec![TaskId(1), TaskId(2)],
                of: 4,
            },
        ),
        (60, 60, Because::Learn { tasks: vec![TaskId(3)] }),
        (50, 25, Because::Known(Known::SameCommunity)),
        (90, 90, Because::PayAfter(PayAfter::FromWeek(5))),
    ];
    assert_eq!(
        said,
        expected.each_ref().map(|(value, points, because)| (*value, *points, because))
    );
    assert_eq!(fit.points(), 821);
}

#[test]
fn wishes_count_in_their_order_and_work_near_to_one_counts_some() {
    let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
    candidate.wanted = [9412, 5131, 9112, 9334].map(Isco).to_vec();
    let mut of = |occupation| {
        offer.placement.occupation = Isco(occupation);
        let fit = fit(&offer.with(&candidate));
        let reason = fit.reason(Part::Wish).clone();
        (reason.value, reason.because)
    };
    let wish = |value, wish| (value, Because::Wish(wish));
    assert_eq!(of(9412), wish(100, Wish::Rank(1)));
    assert_eq!(of(5131), wish(90, Wish::Rank(2)));
    assert_eq!(of(9334), wish(70, Wish::Rank(4)));
    assert_eq!(of(5132), wish(50, Wish::Near(Isco(5131))));
    assert_eq!(of(5151), wish(25, Wish::Near(Isco(5131))));
    assert_eq!(of(2221), wish(0, Wish::Other));
    candidate.wanted.clear();
    let fit = fit(&plain_offer().with(&candidate));
    assert_eq!(fit.reason(Part::Wish).because, Because::Wish(Wish::Open));
}

#[test]
fn hours_paid_already_are_no_longer_hoped_for() {
    let (mut candidate, offer) = (plain_candidate(), plain_offer());
    candidate.hours.paid = Quarters(50);
    let fit = fit(&offer.with(&candidate));
    let because = Because::Hours {
        offered: Some(Quarters(100)),
        hoped: Some(Quarters(50)),
    };
    assert_eq!(
        (fit.reason(Part::Hours).value, &fit.reason(Part::Hours).because),
        (50, &because)
    );
}

fn value(pair: &crate::matching::gates::Pair<'_>, part: Part) -> u8 {
    fit(pair).reason(part).value
}

proptest! {
    #[test]
    fn the_fit_of_every_pair_is_the_sum_of_the_points_shown(candidate in candidate(), offer in offer()) {
        let fit = fit(&offer.with(&candidate));
        let mut sum = 0;
        for (reason, part) in fit.reasons.iter().zip(EnumSet::<Part>::all()) {
            prop_assert_eq!(reason.part, part);
            prop_assert!(reason.value <= 100);
            prop_assert_eq!(reason.points, points(part, reason.value));
            prop_assert_eq!(u32::from(reason.points), u32::from(reason.of) * u32::from(reason.value) / 100);
            sum += reason.points;
        }
        prop_assert_eq!(fit.points(), sum);
        prop_assert!(sum <= 1000);
    }

    #[test]
    fn a_nearer_place_never_has_a_lower_way(candidate in candidate(), offer in offer(), part in 0..=100i32) {
        let mut nearer = offer.clone();
        let (home, work) = (candidate.home.point, offer.workplace.site.point);
        let between = |from: i32, to: i32| from + (to - from) / 100 * part;
        nearer.workplace.site.point = Point {
            lat: between(home.lat, work.lat),
            lon: between(home.lon, work.lon),
        };
        prop_assert!(value(&nearer.with(&candidate), Part::Way) >= value(&offer.with(&candidate), Part::Way));
    }

    #[test]
    fn one_more_task_that_they_can_or_would_learn_never_counts_less(candidate in candidate(), offer in offer(), task in 1..16u16) {
        let mut more = candidate.clone();
        for tasks in [&mut more.can, &mut more.wants_to_learn] {
            if let Err(at) = tasks.binary_search(&TaskId(task)) {
                tasks.insert(at, TaskId(task));
            }
        }
        for part in [Part::Can, Part::Learn] {
            prop_assert!(value(&offer.with(&more), part) >= value(&offer.with(&candidate), part));
        }
    }

    #[test]
    fn a_dearer_wish_never_counts_less(candidate in candidate(), offer in offer()) {
        let mut dearer = candidate.clone();
        dearer.wanted.insert(0, offer.placement.occupation);
        prop_assert_eq!(value(&offer.with(&dearer), Part::Wish), 100);
        let mut last = candidate.clone();
        last.wanted.push(offer.placement.occupation);
        prop_assert!(value(&offer.with(&last), Part::Wish) >= value(&offer.with(&candidate), Part::Wish) || candidate.wanted.is_empty());
    }

    #[test]
    fn hours_nearer_to_what_they_hope_for_never_count_less(hoped in 1..148u16, one in 1..148u16, other in 1..148u16) {
        let (least, most) = (one.min(other), one.max(other));
        let value = |offered| super::hours(Some(Quarters(offered)), Some(Quarters(hoped)));
        if most <= hoped {
            prop_assert!(value(least) <= value(most));
        } else if least >= hoped {
            prop_assert!(value(most) <= value(least));
        }
        prop_assert_eq!(value(hoped), 100);
    }

    #[test]
    fn pay_that_comes_sooner_never_counts_less(week in 0..200u8, later in 0..50u8) {
        let mut offer = plain_offer();
        let mut value = |afterwards| {
            offer.placement.afterwards = afterwards;
            super::pay_after(&offer.placement).0
        };
        let sooner = value(Afterwards::PaidFromWeek(week));
        prop_assert!(value(Afterwards::PaidFromWeek(week + later)) <= sooner);
        prop_assert!(value(Afterwards::Perhaps) < sooner);
        prop_assert!(value(Afterwards::NotSaid) < value(Afterwards::Perhaps));
        offer.placement.kind = Kind::PaidHours;
        prop_assert_eq!(super::pay_after(&offer.placement), (100, PayAfter::Now));
    }

    #[test]
    fn how_long_somebody_has_waited_and_what_they_need_is_no_part_of_a_fit(candidate in candidate(), other in candidate(), offer in offer()) {
        let mut changed = candidate.clone();
        changed.waiting_since = other.waiting_since;
        changed.needs = other.needs;
        changed.age = other.age;
        changed.terms = other.terms;
        changed.speaks = other.speaks;
        changed.status = other.status;
        changed.free = other.free;
        prop_assert_eq!(fit(&offer.with(&changed)), fit(&offer.with(&candidate)));
    }
}
