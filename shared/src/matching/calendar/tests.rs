use super::{Holiday, Taken, Turn, holidays_known, iso_week, monday, parity, taken_as_a_rule, turns, working_day};
use crate::day::Day;
use crate::matching::shift::{Leeway, Shift, pattern};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// By hours.
fn shift(day: Weekday, start: u8, length: u16, parity: Parity) -> Shift {
    Shift {
        day,
        start: Quarter(start * 4),
        length: Quarters::from_hours(length),
        pause: Quarters(2),
        parity,
        from_week: 0,
        leeway: Leeway::default(),
    }
}

fn all(shifts: &[Shift], from: &str, until: &str) -> Vec<Turn> {
    turns(shifts, day("2020-01-06"), day(from), day(until)).collect()
}

fn days(shifts: &[Shift], from: &str, until: &str) -> Vec<String> {
    all(shifts, from, until).iter().map(|turn| turn.day.to_string()).collect()
}

#[test]
fn weeks_are_numbered_as_the_calendar_on_the_wall_does() {
    assert_eq!(iso_week(day("2026-11-22")), (2026, 47));
    assert_eq!(iso_week(day("2025-12-29")), (2026, 1));
    assert_eq!(iso_week(day("2026-12-31")), (2026, 53));
    assert_eq!(iso_week(day("2027-01-03")), (2026, 53));
    assert_eq!(iso_week(day("2027-01-04")), (2027, 1));
    assert_eq!(iso_week(day("2024-12-30")), (2025, 1));
}

#[test]
fn after_a_year_of_53_weeks_two_odd_weeks_follow_one_another() {
    assert_eq!(parity(day("2027-01-03")), Parity::Odd);
    assert_eq!(parity(day("2027-01-04")), Parity::Odd);
    let odd = [shift(Weekday::Monday, 8, 4, Parity::Odd)];
    let even = [shift(Weekday::Monday, 8, 4, Parity::Even)];
    assert_eq!(
        days(&odd, "2026-12-14", "2027-01-24"),
        ["2026-12-14", "2026-12-28", "2027-01-04", "2027-01-18"]
    );
    assert_eq!(days(&even, "2026-12-14", "2027-01-24"), ["2026-12-21", "2027-01-11"]);
}

#[test]
fn the_night_in_which_the_clocks_are_turned_is_an_hour_shorter_or_longer() {
    let night = [shift(Weekday::Saturday, 22, 8, Parity::Every)];
    let minutes = |from, until| {
        all(&night, from, until)
            .iter()
            .map(|turn| (turn.minutes(), turn.worked()))
            .collect::<Vec<_>>()
    };
    assert_eq!(minutes("2026-03-21", "2026-04-04"), [(480, 450), (420, 390), (480, 450)]);
    assert_eq!(minutes("2026-10-17", "2026-10-31"), [(480, 450), (540, 510), (480, 450)]);
    // The night before Sunday the 29th begins at 21:00 UTC and ends at 04:00 UTC.
    let turn = all(&night, "2026-03-28", "2026-03-28")[0];
    assert_eq!((turn.starts / 60_000 % 1440, turn.ends / 60_000 % 1440), (21 * 60, 4 * 60));
    assert_eq!(turn.day, day("2026-03-28"));
}

#[test]
fn a_shift_on_a_public_holiday_or_into_one_is_marked() {
    let thursday = [shift(Weekday::Thursday, 8, 6, Parity::Every)];
    let on = |shifts: &[Shift], date| all(shifts, date, date).first().map(|turn| turn.holiday);
    assert_eq!(on(&thursday, "2026-05-14"), Some(Some(Holiday::AscensionDay)));
    assert_eq!(on(&thursday, "2026-05-21"), Some(None));
    assert_eq!(on(&thursday, "2026-05-15"), None);
    // Christmas Eve is no public holiday; the night into Christmas Day is one.
    assert_eq!(on(&thursday, "2026-12-24"), Some(None));
    let night = [shift(Weekday::Thursday, 22, 8, Parity::Every)];
    assert_eq!(on(&night, "2026-12-24"), Some(Some(Holiday::ChristmasDay)));
    // It ends at midnight, before the holiday begins.
    let evening = [shift(Weekday::Thursday, 20, 4, Parity::Every)];
    assert_eq!(on(&evening, "2026-12-24"), Some(None));
}

#[test]
fn every_row_of_the_list_of_holidays_is_read_and_is_where_easter_puts_it() {
    let rows: Vec<&str> = include_str!("../../../data/holidays_2026_2035.csv").lines().skip(1).collect();
    assert_eq!(rows.len(), 140);
    for row in &rows {
        let mut columns = row.splitn(3, ',');
        let on = Holiday::on(day(columns.next().unwrap())).unwrap();
        let holiday = Holiday::named(columns.next().unwrap()).unwrap();
        assert_eq!(columns.next() == Some("public"), holiday.is_public(), "{row}");
        // Whitsun falls on Constitution Day in 2028 and 2033.
        assert!(on == holiday || (on.is_public() && !holiday.is_public()), "{row}");
    }
    assert_eq!(holidays_known(), Some((day("2026-01-01"), day("2035-12-31"))));
    for year in 2026..=2035 {
        let easter = easter(year);
        let fixed = |month, date| Day::new(year, month, date).unwrap();
        for (at, holiday) in [
            (easter.plus(-3), Holiday::MaundyThursday),
            (easter.plus(-2), Holiday::GoodFriday),
            (easter, Holiday::EasterSunday),
            (easter.plus(1), Holiday::EasterMonday),
            (easter.plus(39), Holiday::AscensionDay),
            (easter.plus(49), Holiday::WhitSunday),
            (easter.plus(50), Holiday::WhitMonday),
            (fixed(1, 1), Holiday::NewYearsDay),
            (fixed(5, 1), Holiday::LabourDay),
            (fixed(6, 5), Holiday::ConstitutionDay),
            (fixed(12, 24), Holiday::ChristmasEve),
            (fixed(12, 25), Holiday::ChristmasDay),
            (fixed(12, 26), Holiday::SecondChristmasDay),
            (fixed(12, 31), Holiday::NewYearsEve),
        ] {
            let on = Holiday::on(at).unwrap();
            assert!(on == holiday || (on.is_public() && !holiday.is_public()), "{at}");
        }
        // Store bededag was abolished from 2024.
        assert!(Holiday::on(easter.plus(26)).is_none_or(|holiday| !holiday.is_public()));
    }
}

/// Easter Sunday by the method of Gauss for the Gregorian calendar, as Meeus and Butcher give it.
fn easter(year: i32) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let at = h + l - 7 * m + 114;
    Day::new(year, (at / 31) as u8, (at % 31 + 1) as u8).unwrap()
}

#[test]
fn nothing_falls_before_the_placement_begins_and_hours_rise_with_its_weeks() {
    let mut later = shift(Weekday::Thursday, 8, 4, Parity::Every);
    later.from_week = 1;
    let shifts = [shift(Weekday::Monday, 8, 4, Parity::Every), later];
    // It begins on a Wednesday: that week is its first.
    let start = day("2026-11-25");
    let found: Vec<String> = turns(&shifts, start, day("2026-11-01"), day("2026-12-04"))
        .map(|turn| format!("{} {}", turn.day, turn.shift))
        .collect();
    assert_eq!(found, ["2026-11-30 0", "2026-12-03 1"]);
    assert_eq!(turns(&shifts, start, day("2026-12-04"), day("2026-12-03")).count(), 0);
}

#[test]
fn a_single_day_is_no_rule_and_neither_is_a_single_week_off() {
    let at = |date: &str| Taken {
        day: day(date),
        start: Quarter(32),
        length: Quarters(4),
    };
    let from = day("2026-11-23");
    assert_eq!(taken_as_a_rule([at("2026-11-24")], from, 8), Weeks::EMPTY);
    // Weeks 48, 50, 52 of four even ones; twice the same hour is once.
    let even = [at("2026-11-23"), at("2026-12-07"), at("2026-12-07"), at("2026-12-21")];
    let rule = taken_as_a_rule(even, from, 6);
    assert_eq!(rule.even.spans().collect::<Vec<_>>(), [(32, 36)]);
    assert!(rule.odd.is_empty());
    assert_eq!(taken_as_a_rule([], from, 0), Weeks::EMPTY);
}

#[test]
fn working_days_are_counted_without_weekends_and_public_holidays() {
    let friday = day("2026-11-20");
    assert_eq!(working_day(friday, 0), friday);
    assert_eq!(working_day(friday, 1), day("2026-11-23"));
    assert_eq!(working_day(friday, 6), day("2026-11-30"));
    // Christmas Day and the day after are a Friday and a Saturday; the day before is one on which some work.
    assert_eq!(working_day(day("2026-12-23"), 1), day("2026-12-24"));
    assert_eq!(working_day(day("2026-12-23"), 2), day("2026-12-28"));
}

fn shifts() -> impl Strategy<Value = Vec<Shift>> {
    let parity = prop_oneof![Just(Parity::Every), Just(Parity::Even), Just(Parity::Odd)];
    let one = (0..7usize, 0..24u8, 1..=24u16, parity)
        .prop_map(|(day, start, length, parity)| shift(Weekday::ALL[day], start, length, parity));
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn a_week_has_one_number_from_monday_to_sunday_and_the_next_week_the_next(days in 0..90_000i32) {
        let day = Day::new(1950, 1, 1).unwrap().plus(days);
        let (year, number) = iso_week(day);
        prop_assert!((1..=53).contains(&number));
        prop_assert_eq!(iso_week(monday(day)), (year, number));
        let next = iso_week(monday(day).plus(7));
        prop_assert!(next == (year, number + 1) || (next == (year + 1, 1) && number >= 52));
        prop_assert_eq!(iso_week(Day::new(day.parts().0, 1, 4).unwrap()).1, 1);
    }

    #[test]
    fn every_turn_is_one_of_its_shifts_on_a_day_of_its_week(shifts in shifts(), days in 0..3000i32) {
        let from = day("2026-01-01").plus(days);
        let found: Vec<Turn> = turns(&shifts, day("2020-01-06"), from, from.plus(13)).collect();
        let expected: usize = (0..14)
            .map(|at| from.plus(at))
            .map(|at| shifts.iter().filter(|shift| shift.day == Weekday::of(at) && shift.parity.meets(parity(at))).count())
            .sum();
        prop_assert_eq!(found.len(), expected);
        prop_assert!(found.is_sorted_by_key(|turn| (turn.day, shifts[usize::from(turn.shift)].start)));
        for turn in found {
            let by_the_clock = shifts[usize::from(turn.shift)].length.minutes();
            prop_assert!(turn.minutes().abs_diff(by_the_clock) <= 60);
            prop_assert_eq!(Day::in_denmark(turn.starts), turn.day);
        }
    }

    #[test]
    fn a_pattern_lived_for_some_weeks_is_found_again_in_the_calendar(shifts in shifts(), weeks in 6..20u8) {
        // A year of 52 weeks, where even and odd take turns.
        let from = day("2028-01-10");
        let lived = turns(&shifts, from, from, from.plus(7 * i32::from(weeks) - 1));
        let taken: Vec<Taken> = lived
            .map(|turn| {
                let shift = &shifts[usize::from(turn.shift)];
                Taken { day: turn.day, start: shift.start, length: shift.length }
            })
            .collect();
        prop_assert_eq!(taken_as_a_rule(taken, from, weeks), pattern(&shifts, 0));
    }
}
