use super::{Size, WeekPicture};
use crate::pages::reader::Reader;
use crate::words::Lang;
use shared::matching::shift::{Leeway, Shift};
use shared::matching::week::{Parity, Quarter, Quarters, Weekday};

fn shift(start: u8, length: u16, parity: Parity) -> Shift {
    Shift {
        day: Weekday::Monday,
        start: Quarter(start),
        length: Quarters(length),
        pause: Quarters(0),
        parity,
        from_week: 0,
        leeway: Leeway::default(),
    }
}

fn drawn(shifts: &[Shift], size: Size) -> String {
    let picture = WeekPicture {
        title: "",
        free: None,
        shifts,
        way: Quarters(0),
        clashes: &[],
        steps: &[],
    };
    picture.draw(&Reader::new(Some("da"), Lang::Da), size).into_string()
}

/// What stands in the picture in such letters.
fn said(picture: &str, class: &str) -> Vec<String> {
    let texts = picture
        .split("<text")
        .filter(|text| text.contains(&format!("class=\"{class}")));
    let words = texts.filter_map(|text| text.split_once('>')?.1.split('<').next().map(str::to_owned));
    words.collect()
}

#[test]
fn a_column_says_each_shifts_times_and_weeks_and_strokes_what_may_be_moved() {
    let mut day = shift(34, 16, Parity::Every);
    let picture = drawn(std::slice::from_ref(&day), Size::Column);
    assert_eq!(said(&picture, "w-shift-t"), ["08.30–12.30"]);
    assert!(!picture.contains("w-grip"));
    day.leeway.later = Quarters(4);
    assert!(drawn(std::slice::from_ref(&day), Size::Column).contains("w-grip"));

    // One a half of a row, each with the weeks that it is of.
    let picture = drawn(&[shift(32, 16, Parity::Even), shift(60, 16, Parity::Odd)], Size::Column);
    assert_eq!(said(&picture, "w-shift-t"), ["08.00–12.00", "15.00–19.00"]);
    assert_eq!(said(&picture, "w-beside"), ["lige uger", "ulige uger"]);
    let picture = drawn(&[shift(32, 32, Parity::Odd)], Size::Column);
    assert_eq!(said(&picture, "w-shift-t"), ["08.00–16.00 ulige uger"]);
    assert!(said(&picture, "w-beside").is_empty());
}

#[test]
fn a_night_is_drawn_to_its_end_on_the_next_morning() {
    for size in [Size::Page, Size::Column] {
        let picture = drawn(&[shift(92, 32, Parity::Every)], size);
        assert_eq!(said(&picture, "w-ax").first().map(String::as_str), Some("00"), "{size:?}");
        assert_eq!(said(&picture, "w-shift-t"), ["00.00–07.00"], "{size:?}");
    }
    let picture = drawn(&[shift(32, 16, Parity::Every)], Size::Column);
    assert_eq!(said(&picture, "w-ax").first().map(String::as_str), Some("06"));
}

#[test]
fn what_a_short_shift_cannot_hold_stands_beside_it_where_there_is_room() {
    for (start, anchor) in [(24, "start"), (40, "start"), (72, "end"), (80, "end")] {
        let picture = drawn(&[shift(start, 4, Parity::Even)], Size::Column);
        assert!(said(&picture, "w-shift-t").is_empty());
        assert!(said(&picture, "w-beside")[0].ends_with(" lige uger"));
        let beside = picture
            .split("class=\"w-beside\"")
            .nth(1)
            .and_then(|rest| rest.split('>').next());
        assert!(
            beside.is_some_and(|text| text.contains(&format!("text-anchor=\"{anchor}\""))),
            "{start}"
        );
    }
    // Where a row is small, and beside somebody's own week, nothing stands outside.
    for size in [Size::Page, Size::Compare, Size::Row] {
        let picture = drawn(&[shift(40, 4, Parity::Even)], size);
        assert!(
            said(&picture, "w-beside").is_empty() && said(&picture, "w-shift-t").is_empty(),
            "{size:?}"
        );
    }
}
