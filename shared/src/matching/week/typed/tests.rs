use super::Unread;
use crate::matching::week::tests::weeks;
use crate::matching::week::{Line, Parity, Quarter, Quarters, Weekday, Weeks};
use proptest::prelude::*;

/// In English, as a locale would say it.
fn english(lines: &[Line]) -> String {
    said(lines, &["mon", "tue", "wed", "thu", "fri", "sat", "sun"], " even", " odd")
}

fn danish(lines: &[Line]) -> String {
    let days = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    said(lines, &days, " i lige uger", " i ulige uger")
}

fn said(lines: &[Line], names: &[&str; 7], even: &str, odd: &str) -> String {
    let clock = |at: Quarter| match at.0 % 4 {
        0 => (at.0 / 4).to_string(),
        part => format!("{}.{:02}", at.0 / 4, part * 15),
    };
    let line = |line: &Line| {
        let runs: Vec<String> = line
            .runs()
            .into_iter()
            .map(|(first, last)| match (names[first as usize], names[last as usize]) {
                (first, last) if first == last => first.to_owned(),
                (first, last) => format!("{first}-{last}"),
            })
            .collect();
        let times: Vec<String> = line
            .times
            .iter()
            .map(|time| format!("{}-{}", clock(time.start), clock(time.end())))
            .collect();
        let parity = match line.parity {
            Parity::Every => "",
            Parity::Even => even,
            Parity::Odd => odd,
        };
        format!("{} {}{parity}", runs.join(", "), times.join(", "))
    };
    lines.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn read(text: &str) -> String {
    match Weeks::read(text) {
        Ok(weeks) => english(&weeks.describe()),
        Err(unread) => format!("{unread:?}"),
    }
}

#[test]
fn danish_is_read_as_people_write_it() {
    for (typed, understood) in [
        ("man-fre 8-14, tor 9.30-12 ulige", "mon-fri 8-14"),
        ("man-ons 8-14, tor 9.30-12 ulige", "mon-wed 8-14; thu 9.30-12 odd"),
        ("Mandag til fredag kl. 8.30-14.00", "mon-fri 8.30-14"),
        (
            "Mandag, onsdag og fredag kl. 8 – 14; lørdag 9-12 i lige uger",
            "mon, wed, fri 8-14; sat 9-12 even",
        ),
        ("hverdage 8-14, ikke ons", "mon-tue, thu-fri 8-14"),
        (
            "hverdage 8-16 undtagen ons 12-16, lør 10-12",
            "mon-tue, thu-fri 8-16; wed 8-12; sat 10-12",
        ),
        ("Hver dag fra 8 til 20", "mon-sun 8-20"),
        ("tirs/tors 16-20", "tue, thu 16-20"),
        ("man 8-10 og 12-14 ulige", "mon 8-10, 12-14 odd"),
        ("man 8-12 lige, 10-16 ulige", "mon 8-12 even; mon 10-16 odd"),
        (
            "ulige uger: man-fre 8-12, tor 13-15; lige uger: fre 8-12",
            "fri 8-12; mon-wed 8-12 odd; thu 8-12, 13-15 odd",
        ),
        ("man-fre 8-14 og i ulige uger lør 9-12", "mon-fri 8-14; sat 9-12 odd"),
        ("weekend hele dagen", "sat-sun 0-24"),
        ("fre-man 10-12", "mon, fri-sun 10-12"),
        ("søn 22-6", "sun 22-6"),
        ("efter kl. 16", "NoDay(\"16\")"),
        (
            "man efter kl. 16, tir før 12, ons mellem 8 og 10",
            "mon 16-24; tue 0-12; wed 8-10",
        ),
        ("mandage 0800-1215", "mon 8-12.15"),
        ("jeg kan mandag 8-12\nog tirsdag 9-13", "mon 8-12; tue 9-13"),
        ("altid", "mon-sun 0-24"),
        ("fra mandag til onsdag 8-9", "mon-wed 8-9"),
        // Rounded to whole quarter hours that are free.
        ("man 8.05-9.50", "mon 8.15-9.45"),
        ("man 8-23.59", "mon 8-24"),
    ] {
        assert_eq!(read(typed), understood, "{typed}");
    }
}

#[test]
fn english_is_read_as_people_write_it() {
    for (typed, understood) in [
        ("Mon–Fri 8am–2pm", "mon-fri 8-14"),
        ("weekdays 9-5pm, not Wednesday", "mon-tue, thu-fri 9-17"),
        (
            "Monday to Thursday 9:00-15:30; Fri 9 am - 1 pm even weeks",
            "mon-thu 9-15.30; fri 9-13 even",
        ),
        ("odd weeks: tue and thu 1-5pm", "tue, thu 13-17 odd"),
        ("Every day after 4pm", "mon-sun 16-24"),
        ("weekends all day except Sunday before 10", "sat 0-24; sun 10-24"),
        ("I can work mondays between 8 and 12", "mon 8-12"),
        ("sat 8am-2, sun 1pm-5", "sat 8-14; sun 13-17"),
        ("fri 9pm-5am", "fri 21-5"),
    ] {
        assert_eq!(read(typed), understood, "{typed}");
    }
}

#[test]
fn what_could_mean_two_things_is_refused_with_the_word_that_stands_in_the_way() {
    for (typed, refused) in [
        ("", "Nothing"),
        (" . ", "Nothing"),
        ("bagefter", "Word(\"bagefter\")"),
        ("ma-fr 8-12", "Word(\"ma\")"),
        ("man, to 8-12", "Word(\"to\")"),
        ("man 8-25", "Time(\"25\")"),
        ("man 8.5-12", "Time(\"8.5\")"),
        ("man 8.05-8.10", "Time(\"8.05\")"),
        ("man 13pm-15", "Time(\"13\")"),
        ("man 8", "NoEnd(\"8\")"),
        ("man fra 8, tir 8-9", "mon 8-24; tue 8-9"),
        ("mon-fri 9-5", "Backwards(\"9-5\")"),
        ("man 8-8", "Backwards(\"8-8\")"),
        ("8-14 man", "NoDay(\"8\")"),
        ("man-fre", "NoTime(\"man\")"),
        ("man 8-12, tir", "NoTime(\"tir\")"),
        ("hver anden mandag 8-12", "WhichWeeks(\"anden\")"),
        ("every other week mon 8-12", "WhichWeeks(\"other\")"),
        ("man 8-12 ulige tir 8-12", "WeeksOfWhat(\"ulige\")"),
        ("man-fre 8-14, tor 9-12, ulige", "WeeksOfWhat(\"ulige\")"),
        ("man 8-12 ikke", "NoDay(\"ikke\")"),
        ("man € 8", "Word(\"€\")"),
    ] {
        assert_eq!(read(typed), refused, "{typed}");
    }
    assert_eq!(Weeks::read(&"man 8-9 ".repeat(200)), Err(Unread::TooLong));
}

#[test]
fn days_with_the_same_times_are_said_in_one_breath_and_a_night_is_one_time() {
    let mut weeks = Weeks::EMPTY;
    assert_eq!(weeks.describe(), []);
    weeks.insert(Parity::Odd, Weekday::Sunday, Quarter(88), Quarters(32));
    weeks.insert(Parity::Even, Weekday::Sunday, Quarter(88), Quarters(32));
    assert_eq!(english(&weeks.describe()), "sun 22-6");
    // Friday afternoon to Monday morning is too long for a night.
    weeks.insert(Parity::Even, Weekday::Friday, Quarter(64), Quarters(64 * 4));
    assert_eq!(
        english(&weeks.describe()),
        "fri 16-24 even; sat-sun 0-24 even; mon 0-8 odd; sun 22-6 odd"
    );
    assert_eq!(english(&Weeks::ALWAYS.describe()), "mon-sun 0-24");
}

proptest! {
    #[test]
    fn what_is_said_of_weeks_is_read_as_those_weeks_in_both_languages(weeks in weeks()) {
        let lines = weeks.describe();
        if !lines.is_empty() {
            for text in [english(&lines), danish(&lines)] {
                if text.chars().count() <= super::LONGEST {
                    prop_assert_eq!(Weeks::read(&text), Ok(weeks), "{}", text);
                }
            }
        }
    }

    #[test]
    fn the_lines_hold_each_quarter_hour_once(weeks in weeks()) {
        let lines = weeks.describe();
        let mut again = Weeks::EMPTY;
        let mut count = 0;
        for Line { parity, days, times } in lines {
            for day in days {
                for time in &times {
                    again.insert(parity, day, time.start, time.length);
                    prop_assert!((1..=96).contains(&time.length.0) && time.start.0 < 96);
                    count += u32::from(time.length.0) * if parity == Parity::Every { 2 } else { 1 };
                }
            }
        }
        prop_assert_eq!(again, weeks);
        prop_assert_eq!(count, u32::from(weeks.count().0));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let _ = Weeks::read(&text);
    }

    #[test]
    fn any_row_of_known_words_is_read_or_refused(words in prop::collection::vec(0..30usize, 0..14)) {
        const WORDS: [&str; 30] = [
            "man", "tir-fre", "fre", "hverdage", "weekend", "8", "14", "9.30-12", "22-6", "8am", "2 pm", "-", "til", "og", ",", ";",
            "lige", "ulige", "hver uge", "ikke", "fra", "før", "mellem", "hele dagen", "altid", "kl.", "\n", "24", "0", "8-14",
        ];
        let text: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
        let _ = Weeks::read(&text.join(" "));
    }
}
