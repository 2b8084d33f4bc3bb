use super::{Law, Line, Seats, asked, seats};
use crate::day::Day;
use crate::matching::placement::{Placement, Staff, Supported};
use crate::matching::rules::{Rules, Standing};
use crate::matching::testing::plain_offer;
use crate::matching::verdict::Question;
use crate::matching::week::{Parity, Quarters};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-11-23")
}

fn hours(hours: u16) -> Quarters {
    Quarters(hours * 4)
}

fn staff(ordinary: [u32; 4], supported: &[(u16, &str)]) -> Staff {
    Staff {
        ordinary: Some(ordinary),
        supported: supported
            .iter()
            .map(|&(quarters, until)| Supported {
                hours: Quarters(quarters),
                until: day(until),
            })
            .collect(),
    }
}

fn law() -> Law {
    Law::read(today(), &Rules::shipped()).unwrap()
}

#[test]
fn the_table_of_the_guidance_holds() {
    for (employees, expected) in [
        (0, 1),
        (5, 1),
        (9, 1),
        (10, 2),
        (14, 2),
        (15, 3),
        (24, 4),
        (50, 10),
        (59, 10),
        (60, 11),
        (100, 15),
    ] {
        assert_eq!(law().seats(employees * 100), expected, "{employees} employees");
    }
}

/// The grocer of the desk's drawing.
#[test]
fn the_sum_is_shown_line_by_line() {
    let grocer = staff([1120, 1180, 1240, 1260], &[(60, "2027-01-12")]);
    let seats = seats(&grocer, hours(15), today(), &Rules::shipped()).unwrap();
    let full_time = hours(37);
    assert_eq!(
        seats.lines,
        [
            Line::Average {
                each: vec![1120, 1180, 1240, 1260],
                in_all: 4800,
                months: 4,
                staff: 1200
            },
            Line::Small {
                staff: 1200,
                per: 5,
                quotient: 240,
                seats: 2
            },
            Line::Taken {
                hours: hours(15),
                full_time,
                share: 41,
                until: day("2027-01-12")
            },
            Line::Asked {
                hours: hours(15),
                full_time,
                share: 41
            },
            Line::Left {
                seats: 200,
                shares: 82,
                left: 118
            },
        ]
    );
    assert_eq!((seats.seats, seats.one_more_at), (2, 15));
    assert_eq!(seats.fits_on, Some(today()));
    assert!(seats.fits() && seats.municipality_decides);
    assert_eq!(seats.checked, Rules::shipped().checked);
    assert!(
        seats
            .rules
            .iter()
            .any(|rule| rule.rule == "vp.ratio.who_counts" && rule.standing == Standing::Unverified)
    );
    let cited: Vec<&str> = seats.rules.iter().map(|rule| rule.rule.as_str()).collect();
    let all = ["small", "least", "large", "large_from", "who_counts", "supported_counts"];
    assert_eq!(cited, all.map(|name| format!("vp.ratio.{name}")), "every figure of the sum");
}

#[test]
fn a_seat_opens_the_day_after_enough_have_left() {
    let full = staff([400; 4], &[(74, "2026-12-31"), (74, "2027-02-28"), (60, "2026-11-22")]);
    let seats = |asked| seats(&full, asked, today(), &Rules::shipped()).unwrap();
    let half = seats(hours(18));
    assert!(!half.fits());
    assert_eq!((half.free(), half.asked), (0, 49), "whoever left yesterday is not counted");
    assert_eq!(half.fits_on, Some(day("2027-01-01")));
    assert_eq!(half.fits_at, 10);
    assert_eq!(seats(hours(37)).fits_on, Some(day("2027-03-01")));
    assert_eq!(seats(hours(38)).fits_on, None);
}

#[test]
fn half_a_quarter_hour_more_than_there_is_does_not_fit() {
    let mut placement = plain_offer().placement;
    placement.shifts.truncate(2);
    placement.shifts[0].length = Quarters(74);
    placement.shifts[1].length = Quarters(1);
    placement.shifts[1].parity = Parity::Odd;
    // One seat of 148 quarter hours, of which 74 are taken.
    let shop = staff([300; 4], &[(74, "2027-01-12")]);
    let fits = |placement: &Placement| seats(&shop, asked(placement), today(), &Rules::shipped()).unwrap().fits();
    assert!(!fits(&placement));
    placement.shifts.truncate(1);
    assert!(fits(&placement));
}

#[test]
fn who_has_not_said_how_many_they_are_is_asked() {
    assert_eq!(
        seats(&Staff::default(), hours(15), today(), &Rules::shipped()),
        Err(Question::Staff)
    );
    let long_ago = day("2019-01-01");
    assert_eq!(
        seats(&staff([400; 4], &[]), hours(15), long_ago, &Rules::shipped()),
        Err(Question::Rule {
            id: "vp.ratio.small".to_owned(),
            nearest: Rules::shipped().cite("vp.ratio.small", long_ago),
        })
    );
}

fn any_staff() -> impl Strategy<Value = Staff> {
    let one = (1u16..=160, -20i32..400);
    (prop::array::uniform4(0u32..20_000), prop::collection::vec(one, 0..12)).prop_map(|(ordinary, supported)| Staff {
        ordinary: Some(ordinary),
        supported: supported
            .into_iter()
            .map(|(hours, days)| Supported {
                hours: Quarters(hours),
                until: today().plus(days),
            })
            .collect(),
    })
}

/// The law in fractions that nothing rounds: hours × employees are cross-multiplied.
fn fits_exactly(staff: &Staff, asked: u32, on: Day) -> bool {
    let months: u32 = staff.ordinary.unwrap().iter().sum();
    let seats = match months {
        0..=20_000 => (months / 2_000).max(1),
        _ => 10 + (months - 20_000) / 4_000,
    };
    let there = staff.supported.iter().filter(|one| one.until >= on);
    there.map(|one| u32::from(one.hours.0)).sum::<u32>() + asked <= seats * 148
}

fn shown(seats: &Seats) -> (u32, u32) {
    seats.lines.iter().fold((0, 0), |(seats, shares), line| match line {
        Line::Small { seats: more, .. } | Line::Large { seats: more, .. } => (seats + more * 100, shares),
        Line::Taken { share, .. } | Line::Asked { share, .. } => (seats, shares + share),
        _ => (seats, shares),
    })
}

proptest! {
    #[test]
    fn the_sum_on_the_screen_adds_up_and_says_what_the_exact_fractions_say(staff in any_staff(), asked in 1u16..=148) {
        let seats = seats(&staff, Quarters(asked), today(), &Rules::shipped()).unwrap();
        let (in_all, shares) = shown(&seats);
        let Some(&Line::Left { seats: of, shares: taken, left }) = seats.lines.last() else { panic!("a last line") };
        prop_assert_eq!((in_all, shares), (of, taken));
        prop_assert_eq!(i64::from(left), i64::from(of) - i64::from(taken));
        prop_assert_eq!((left, of), (seats.left, seats.seats * 100));
        for line in &seats.lines {
            if let Line::Taken { hours, share, .. } | Line::Asked { hours, share, .. } = line {
                prop_assert!((share * 148).abs_diff(u32::from(hours.0) * 100) < 148);
            }
        }
        prop_assert_eq!(seats.fits(), fits_exactly(&staff, u32::from(asked), today()));
    }

    #[test]
    fn it_fits_from_the_day_that_is_named_and_on_none_before(staff in any_staff(), asked in 1u16..=200) {
        let seats = seats(&staff, Quarters(asked), today(), &Rules::shipped()).unwrap();
        let first = (0..420).map(|days| today().plus(days)).find(|&on| fits_exactly(&staff, u32::from(asked), on));
        prop_assert_eq!(seats.fits_on, first);
    }

    #[test]
    fn with_the_named_number_of_employees_it_fits_and_with_less_it_does_not(staff in any_staff(), asked in 1u16..=200) {
        let named = seats(&staff, Quarters(asked), today(), &Rules::shipped()).unwrap();
        let with = |employees: u32, less: u32| {
            let staff = Staff { ordinary: Some([(employees * 100).saturating_sub(less); 4]), ..staff.clone() };
            seats(&staff, Quarters(asked), today(), &Rules::shipped()).unwrap()
        };
        prop_assert!(with(named.fits_at, 0).fits());
        prop_assert!(named.fits_at == 0 || !with(named.fits_at, 1).fits());
        prop_assert_eq!(with(named.one_more_at, 0).seats, named.seats + 1);
        prop_assert_eq!(with(named.one_more_at, 1).seats, named.seats);
    }

    #[test]
    fn more_employees_never_take_a_seat_away(fewer in 0u32..50_000, more in 0u32..50_000) {
        prop_assert!(law().seats(fewer.min(more)) <= law().seats(fewer.max(more)));
        prop_assert!(law().seats(fewer) >= 1);
    }
}
