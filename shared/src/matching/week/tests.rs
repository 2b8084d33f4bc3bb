use super::{DAY, Parity, Quarter, Quarters, Room, WEEK, Week, Weekday, Weeks};
use crate::matching::shift::Shift;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// A stretch as one may put it into the weeks: parity, day, start, length.
type Stretch = (Parity, Weekday, Quarter, Quarters);

const RING: i32 = 2 * WEEK as i32;

fn parities() -> impl Strategy<Value = Parity> {
    prop_oneof![Just(Parity::Every), Just(Parity::Even), Just(Parity::Odd)]
}

fn stretches() -> impl Strategy<Value = Stretch> {
    (parities(), 0..7usize, 0..=96u8, 0..300u16)
        .prop_map(|(parity, day, start, length)| (parity, Weekday::ALL[day], Quarter(start), Quarters(length)))
}

pub(super) fn weeks() -> impl Strategy<Value = Weeks> {
    (prop::collection::vec(stretches(), 0..12), any::<bool>()).prop_map(|(all, is_turned)| {
        let mut weeks = Weeks::EMPTY;
        for (parity, day, start, length) in all {
            weeks.insert(parity, day, start, length);
        }
        if is_turned { !weeks } else { weeks }
    })
}

/// The same in the plainest way: numbers 0–1,343 in a tree, the even week first.
fn plainly(weeks: &Weeks) -> BTreeSet<i32> {
    let of = |week: Week, origin: i32| {
        (0..WEEK)
            .filter(move |&at| week.contains(at))
            .map(move |at| i32::from(at) + origin)
    };
    of(weeks.even, 0).chain(of(weeks.odd, i32::from(WEEK))).collect()
}

fn plain_stretch((parity, day, start, length): Stretch) -> BTreeSet<i32> {
    let from = i32::from(day.first_quarter()) + i32::from(start.0);
    let origins = [(Parity::Even, 0), (Parity::Odd, i32::from(WEEK))];
    origins
        .into_iter()
        .filter(|(of, _)| parity.meets(*of))
        .flat_map(|(_, origin)| (0..i32::from(length.0)).map(move |at| (origin + from + at) % RING))
        .collect()
}

fn shift(parity: Parity, day: Weekday, start: u8, length: u16) -> Shift {
    Shift {
        day,
        start: Quarter(start),
        length: Quarters(length),
        pause: Quarters(0),
        parity,
        from_week: 0,
        leeway: crate::matching::shift::Leeway::default(),
    }
}

proptest! {
    #[test]
    fn a_stretch_is_held_exactly_when_all_of_it_is_free(free in weeks(), from in -10..1_344i32, length in 1..300u16) {
        let mut stretch = Weeks::EMPTY;
        stretch.insert_from(Parity::Even, from, Quarters(length));
        prop_assert_eq!(Room::of(&free).holds(from, Quarters(length)), stretch.is_subset(&free));
    }

    #[test]
    fn a_stretch_is_put_in_and_taken_out_as_one_would_count_it_on_paper(weeks in weeks(), stretch in stretches()) {
        let (parity, day, start, length) = stretch;
        let (mut more, mut less) = (weeks, weeks);
        more.insert(parity, day, start, length);
        less.remove(parity, day, start, length);
        let (before, change) = (plainly(&weeks), plain_stretch(stretch));
        prop_assert_eq!(plainly(&more), before.union(&change).copied().collect::<BTreeSet<_>>());
        prop_assert_eq!(plainly(&less), before.difference(&change).copied().collect::<BTreeSet<_>>());
    }

    #[test]
    fn putting_in_and_taking_out_undo_one_another(weeks in weeks(), (parity, day, start, length) in stretches()) {
        let mut alone = Weeks::EMPTY;
        alone.insert(parity, day, start, length);
        let mut changed = weeks & !alone;
        changed.insert(parity, day, start, length);
        changed.remove(parity, day, start, length);
        prop_assert_eq!(changed, weeks & !alone);
        changed.insert(parity, day, start, length);
        prop_assert_eq!(changed, weeks | alone);
    }

    #[test]
    fn sets_keep_the_laws_of_sets(a in weeks(), b in weeks(), c in weeks()) {
        prop_assert_eq!(a & b, b & a);
        prop_assert_eq!(a | b, b | a);
        prop_assert_eq!(a & (b | c), (a & b) | (a & c));
        prop_assert_eq!(a | (b & c), (a | b) & (a | c));
        prop_assert_eq!(!(a & b), !a | !b);
        prop_assert_eq!(!(a | b), !a & !b);
        prop_assert_eq!(!!a, a);
        prop_assert_eq!(a & !a, Weeks::EMPTY);
        prop_assert_eq!(a | !a, Weeks::ALWAYS);
        prop_assert_eq!(a & Weeks::ALWAYS, a);
        prop_assert_eq!(a | Weeks::EMPTY, a);
        prop_assert_eq!(a | (a & b), a);
    }

    #[test]
    fn being_a_part_and_touching_are_said_in_one_way(a in weeks(), b in weeks()) {
        prop_assert_eq!(a.is_subset(&b), a & b == a);
        prop_assert_eq!(a.is_subset(&b), !a.intersects(&!b));
        prop_assert_eq!(a.intersects(&b), !(a & b).is_empty());
        prop_assert_eq!(a.even.intersects(&b.even), !(a.even & b.even).is_empty());
        prop_assert!((a & b).is_subset(&a) && a.is_subset(&(a | b)));
    }

    #[test]
    fn counting_is_additive(a in weeks(), b in weeks()) {
        prop_assert_eq!(a.count() + b.count(), (a | b).count() + (a & b).count());
        prop_assert_eq!(a.count() + (!a).count(), Quarters(2 * WEEK));
        prop_assert_eq!(usize::from(a.count().0), plainly(&a).len());
    }

    #[test]
    fn the_spans_are_the_week(weeks in weeks()) {
        let mut again = Week::EMPTY;
        let mut last = None;
        for (start, end) in weeks.even.spans() {
            prop_assert!(start < end && end <= WEEK);
            // In order, and with a gap between any two.
            prop_assert!(last.is_none_or(|last| last < start));
            again.insert(start, end - start);
            last = Some(end);
        }
        prop_assert_eq!(again, weeks.even);
    }

    #[test]
    fn a_week_is_read_from_the_wire_as_it_was_written(weeks in weeks()) {
        let wire = serde_json::to_string(&weeks).unwrap();
        prop_assert_eq!(serde_json::from_str::<Weeks>(&wire).unwrap(), weeks);
    }

    #[test]
    fn any_numbers_from_the_wire_are_a_week_or_are_refused(spans in prop::collection::vec((0..800u16, 0..800u16), 0..5)) {
        let is_fine = spans.iter().all(|&(start, end)| start < end && end <= WEEK);
        let read = serde_json::from_str::<Week>(&serde_json::to_string(&spans).unwrap());
        prop_assert_eq!(read.is_ok(), is_fine);
        prop_assert!(read.is_ok_and(|week| week.is_subset(&Week::FULL)) || !is_fine);
    }

    #[test]
    fn equal_weeks_are_one_in_a_table_however_they_were_made(weeks in weeks()) {
        let again: Weeks = serde_json::from_str(&serde_json::to_string(&weeks).unwrap()).unwrap();
        prop_assert_eq!(HashSet::from([weeks, again, !!weeks]).len(), 1);
    }

    #[test]
    fn a_quarter_hour_stays_when_all_around_it_is_free(free in weeks(), by in 0..900u16) {
        let before = plainly(&free);
        let by_at_most = i32::from(by).min(RING);
        let expected: BTreeSet<i32> = (0..RING)
            .filter(|at| (at - by_at_most..=at + by_at_most).all(|near| before.contains(&near.rem_euclid(RING))))
            .collect();
        prop_assert_eq!(plainly(&free.eroded(Quarters(by))), expected);
    }

    #[test]
    fn a_shift_with_its_way_is_free_exactly_when_the_shift_is_in_what_the_way_leaves(
        free in weeks(), (parity, day, start, _) in stretches(), length in 0..=96u16, way in 0..40u16,
    ) {
        let shift = shift(parity, day, start.0, length);
        prop_assert_eq!(
            shift.with_way(Quarters(way)).is_subset(&free),
            shift.weeks().is_subset(&free.eroded(Quarters(way))),
        );
    }

    #[test]
    fn two_short_ways_leave_what_one_long_way_leaves(free in weeks(), one in 0..60u16, two in 0..60u16) {
        prop_assert_eq!(free.eroded(Quarters(one)).eroded(Quarters(two)), free.eroded(Quarters(one + two)));
        prop_assert_eq!(free.eroded(Quarters(0)), free);
        prop_assert!(free.eroded(Quarters(one)).is_subset(&free));
    }

    #[test]
    fn up_from_minutes_is_never_too_short_and_never_a_quarter_too_long(minutes in 0..=u16::MAX) {
        let quarters = Quarters::up_from_minutes(minutes).minutes();
        prop_assert!(quarters >= u32::from(minutes) && quarters < u32::from(minutes) + 15);
    }
}

#[test]
fn a_night_past_sunday_ends_on_the_monday_of_the_other_week() {
    let night = shift(Parity::Odd, Weekday::Sunday, 22 * 4, 8 * 4);
    let weeks = night.weeks();
    assert_eq!(weeks.odd.spans().collect::<Vec<_>>(), [(6 * DAY + 88, WEEK)]);
    assert_eq!(weeks.even.spans().collect::<Vec<_>>(), [(0, 24)]);
    assert_eq!(night.end(), Quarters(120));
    // Every Sunday: both weeks begin with the end of the other's night.
    assert_eq!(
        shift(Parity::Every, Weekday::Sunday, 88, 32).weeks().odd.spans().next(),
        Some((0, 24))
    );
}

#[test]
fn the_way_to_a_monday_shift_begins_on_the_sunday_before() {
    let with_way = shift(Parity::Even, Weekday::Monday, 1, 8).with_way(Quarters(3));
    assert_eq!(with_way.odd.spans().collect::<Vec<_>>(), [(WEEK - 2, WEEK)]);
    assert_eq!(with_way.even.spans().collect::<Vec<_>>(), [(0, 12)]);
}

#[test]
fn what_ends_at_midnight_ends_on_its_own_day() {
    let evening = shift(Parity::Every, Weekday::Friday, 64, 32);
    assert!(evening.weeks().even.contains(5 * DAY - 1));
    assert!(!evening.weeks().even.contains(5 * DAY));
}

#[test]
fn a_week_on_the_wire_is_a_list_of_spans() {
    let mut weeks = Weeks::EMPTY;
    weeks.insert(Parity::Even, Weekday::Monday, Quarter(32), Quarters(24));
    weeks.insert(Parity::Every, Weekday::Tuesday, Quarter(32), Quarters(8));
    let wire = serde_json::to_string(&weeks).unwrap();
    assert_eq!(wire, r#"{"even":[[32,56],[128,136]],"odd":[[128,136]]}"#);
    assert!(serde_json::from_str::<Week>("[[0,673]]").is_err());
    assert!(serde_json::from_str::<Week>("[[5,5]]").is_err());
    assert_eq!(serde_json::from_str::<Week>("[[0,672]]").unwrap(), Week::FULL);
}
