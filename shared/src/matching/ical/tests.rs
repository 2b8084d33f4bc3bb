use super::rule::Rule;
use super::stamp::{Stamp, minutes};
use super::{Busy, NotACalendar, Unread, WEEKS_SEEN, Why};
use crate::day::Day;
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use proptest::prelude::*;

/// The Monday of week 39, an odd one. The clocks go back on the 25th of October.
const TODAY: &str = "2026-09-21";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn calendar(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        lines.trim_start().replace('\n', "\r\n")
    )
}

fn event(lines: &str) -> Busy {
    read(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", lines.replace("; ", "\n")))
}

fn read(lines: &str) -> Busy {
    Busy::read(calendar(lines).as_bytes(), day(TODAY)).unwrap()
}

fn typed(text: &str) -> Weeks {
    if text.is_empty() {
        Weeks::EMPTY
    } else {
        Weeks::read(text).unwrap()
    }
}

#[test]
fn what_repeats_by_weeks_is_the_rule_of_a_week() {
    for (lines, weeks) in [
        (
            "DTSTART:20260921T080000; DTEND:20260921T120000; RRULE:FREQ=WEEKLY",
            "mon 8-12",
        ),
        (
            "DTSTART;TZID=Europe/Copenhagen:20200106T080000; DURATION:PT1H30M; RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
            "mon, wed 8-9.30",
        ),
        (
            "DTSTART;TZID=\"Romance Standard Time\":20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=MO",
            "mon 8-9 odd",
        ),
        (
            "DTSTART:20260914T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;INTERVAL=2",
            "mon 8-9 even",
        ),
        // Weeks that begin on Sunday: Sunday the 20th and Monday the 21st are of one week.
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
            "mon 8-9 odd; sun 8-9 even",
        ),
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
            "mon, sun 8-9 odd",
        ),
        (
            "DTSTART:20260921T083000; DURATION:PT1H; RRULE:FREQ=DAILY",
            "mon-sun 8.30-9.30",
        ),
        (
            "DTSTART:20260921T083000; DURATION:PT1H; RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "mon-fri 8.30-9.30",
        ),
        // Days off do not change the rule, and neither does the order of the lines.
        (
            "EXDATE:20261012T080000; RRULE:FREQ=WEEKLY; DTEND:20260921T120000; DTSTART:20260921T080000",
            "mon 8-12",
        ),
        // A whole day, and two of them.
        ("DTSTART;VALUE=DATE:20260925; RRULE:FREQ=WEEKLY", "fri 0-24"),
        (
            "DTSTART;VALUE=DATE:20260926; DTEND;VALUE=DATE:20260928; RRULE:FREQ=WEEKLY",
            "sat-sun 0-24",
        ),
        // A night, also from Sunday to Monday.
        (
            "DTSTART:20260920T220000; DTEND:20260921T060000; RRULE:FREQ=WEEKLY",
            "sun 22-6",
        ),
        // Rounded outwards to quarter hours.
        (
            "DTSTART:20260921T081000; DTEND:20260921T090100; RRULE:FREQ=WEEKLY",
            "mon 8-9.15",
        ),
        // Longer than half of the twelve weeks, and shorter.
        ("DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;COUNT=6", "mon 8-9"),
        ("DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;COUNT=4", ""),
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;UNTIL=20261026T070000Z",
            "mon 8-9",
        ),
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;UNTIL=20261019",
            "mon 8-9 odd",
        ),
        ("DTSTART:20200106T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY;COUNT=5", ""),
        // Told, but not taken.
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY; TRANSP:TRANSPARENT",
            "",
        ),
        (
            "DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=WEEKLY; STATUS:CANCELLED",
            "",
        ),
        // Too seldom to be a rule.
        ("DTSTART:20260921T080000; DURATION:PT1H", ""),
        ("DTSTART:20260921T080000; DURATION:PT1H; RRULE:FREQ=MONTHLY;BYDAY=3MO", ""),
        ("DTSTART;VALUE=DATE:19800924; RRULE:FREQ=YEARLY", ""),
    ] {
        let busy = event(lines);
        assert_eq!(busy.weeks, typed(weeks), "{lines}: {:?}", busy.weeks.describe());
        assert_eq!(busy.unread, [], "{lines}");
    }
}

#[test]
fn a_time_in_utc_is_read_by_the_danish_clock_of_its_day() {
    // 06:00 UTC is 08:00 until the 25th of October, then 07:00: three odd weeks each, but two even ones and four.
    let busy = event("DTSTART:20260921T060000Z; DTEND:20260921T070000Z; RRULE:FREQ=WEEKLY");
    assert_eq!(busy.weeks, typed("mon 7-8 even; mon 7-9 odd"));
    // By the Danish clock it stays.
    assert_eq!(
        event("DTSTART:20260921T060000; DURATION:PT1H; RRULE:FREQ=WEEKLY").weeks,
        typed("mon 6-7")
    );
    // 23:00 UTC on a Sunday is Monday.
    let busy = event("DTSTART:20261108T230000Z; DURATION:PT1H; RRULE:FREQ=DAILY;UNTIL=20261109T230000Z");
    assert_eq!(busy.of[0].times, 2);
}

#[test]
fn around_a_new_year_after_53_weeks_what_comes_every_second_week_is_taken_in_both() {
    let lines = "BEGIN:VEVENT\nDTSTART:20261123T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2\nEND:VEVENT\n";
    let on = |today| Busy::read(calendar(lines).as_bytes(), day(today)).unwrap().weeks;
    assert_eq!(on("2026-11-23"), typed("mon 8-9"));
    assert_eq!(on("2026-12-14"), typed("mon 8-9 odd"));
}

#[test]
fn single_times_that_come_every_week_are_a_rule_too() {
    let days = ["0921", "0928", "1005", "1012", "1019", "1026", "1102"];
    let events = days
        .map(|day| format!("BEGIN:VEVENT\nSUMMARY:Sprogskole\nDTSTART:2026{day}T080000\nDTEND:2026{day}T120000\nEND:VEVENT\n"));
    let busy = read(&events.concat());
    assert_eq!(busy.weeks, typed("mon 8-12"));
    assert_eq!((busy.of.len(), busy.of[0].times), (1, 7));
    assert_eq!(busy.leaves(&typed("mon-fri 8-16")), typed("mon 12-16; tue-fri 8-16"));
}

#[test]
fn labels_are_shown_to_the_candidate_and_to_nobody_else() {
    let busy = read(
        "BEGIN:VEVENT\nSUMMARY:Hente hos\\, ja\\; m\n  ormor\nDTSTART:20260921T140000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Tandlæge\nDTSTART:20260922T140000\nDURATION:PT1H\nEND:VEVENT\n",
    );
    let labels: Vec<_> = busy
        .of
        .iter()
        .map(|one| (one.label.shown_to_the_candidate(), one.weeks.is_empty()))
        .collect();
    assert_eq!(labels, [("Hente hos, ja; m ormor", false), ("Tandlæge", true)]);
    let printed = format!("{busy:?}");
    assert!(!printed.contains("ormor") && !printed.contains("Tand"), "{printed}");
}

#[test]
fn what_cannot_be_read_is_named_by_its_line_and_the_rest_is_read() {
    let fine = "DTSTART:20260921T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n";
    let busy = read(&format!(
        "BEGIN:VEVENT\n{fine}noise\nDESCRIPTION\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART;TZID=America/New_York:20260921T080000\nDTEND;TZID=America/New_York:20260921T090000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Uden tid\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART:20260921T080000\nDTEND:20260921T070000\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART:20260921T100000\nDURATION:PT1H\nRRULE:FREQ=HOURLY\nRDATE:20260922T100000\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART:20260921T100000\nDTEND:20300921T100000\nEND:VEVENT\n\
         END:VTODO\n\
         BEGIN:VEVENT\nDTSTART:20260921T080000\n"
    ));
    assert_eq!(busy.weeks, typed("mon 8-9"));
    let unread: Vec<_> = busy.unread.iter().map(|Unread { line, why }| (*line, *why)).collect();
    assert_eq!(
        unread,
        [
            (7, Why::Line),
            (8, Why::Line),
            (11, Why::Time),
            (14, Why::Zone),
            (17, Why::NoStart),
            (20, Why::NoEnd),
            (27, Why::Rule),
            (28, Why::List),
            (30, Why::TooLong),
            (34, Why::Line),
            (35, Why::Unfinished),
        ]
    );
}

#[test]
fn an_alarm_says_nothing_of_its_event_and_a_time_zone_is_no_event() {
    let busy = read(
        "BEGIN:VTIMEZONE\nTZID:Europe/Copenhagen\nBEGIN:DAYLIGHT\nDTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n\
         BEGIN:VEVENT\nDTSTART:20260921T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nBEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5M\nTRANSP:TRANSPARENT\nEND:VALARM\nEND:VEVENT\n",
    );
    assert_eq!((busy.weeks, busy.unread.len()), (typed("mon 8-9"), 0));
}

#[test]
fn a_fold_may_lie_within_a_letter_and_lines_may_end_as_on_any_machine() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Børnehave\nDTSTART:20260921T080000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR";
    let at = text.find('ø').unwrap() + 1;
    let folded = [b"\xEF\xBB\xBF", &text.as_bytes()[..at], b"\r\n ", &text.as_bytes()[at..]].concat();
    let busy = Busy::read(&folded, day(TODAY)).unwrap();
    assert_eq!(busy.of[0].label.shown_to_the_candidate(), "Børnehave");
    let broken = [&text.as_bytes()[..at], b"\n", &text.as_bytes()[at..]].concat();
    let busy = Busy::read(&broken, day(TODAY)).unwrap();
    assert_eq!(busy.unread.iter().map(|unread| unread.line).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(busy.weeks, typed("mon 8-9"));
}

#[test]
fn what_is_no_calendar_is_refused_whole() {
    assert_eq!(Busy::read(b"name,day\nAnna,man\n", day(TODAY)), Err(NotACalendar::Other));
    assert_eq!(Busy::read(b"", day(TODAY)), Err(NotACalendar::Other));
    assert_eq!(
        Busy::read(&vec![b'x'; super::LARGEST + 1], day(TODAY)),
        Err(NotACalendar::TooLarge)
    );
    let crowd = "BEGIN:VEVENT\nDTSTART:20260921T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n".repeat(300);
    assert_eq!(
        Busy::read(calendar(&crowd).as_bytes(), day(TODAY)),
        Err(NotACalendar::TooLarge)
    );
}

#[test]
fn durations_are_read_in_minutes() {
    for (text, expected) in [
        ("PT15M", Some(15)),
        ("PT1H30M", Some(90)),
        ("P1DT2H", Some(26 * 60)),
        ("P2W", Some(14 * 24 * 60)),
        ("+PT30S", Some(1)),
        ("P", None),
        ("PT", None),
        ("-PT15M", None),
        ("P1H", None),
        ("PT5", None),
        ("1 hour", None),
    ] {
        assert_eq!(minutes(text), expected, "{text}");
    }
}

/// The days of a rule by going through them one after the other.
fn plainly(start: Day, every: i32, days: &[Weekday], count: usize, last: Day) -> Vec<Day> {
    let monday = start.plus(-i32::from(start.weekday()));
    (0..=last.days_since(monday))
        .map(|at| (at / 7, monday.plus(at)))
        .filter(|(week, day)| week % every == 0 && *day >= start && days.contains(&Weekday::of(*day)))
        .map(|(_, day)| day)
        .take(count)
        .collect()
}

proptest! {
    #[test]
    fn a_rule_by_weeks_is_what_one_would_count_on_the_wall(
        start in 0..400i32, every in 1..4i32, days in prop::collection::btree_set(0..7usize, 1..5), count in 1..40usize,
    ) {
        let start = day("2026-01-01").plus(start);
        let days: Vec<Weekday> = days.into_iter().map(|at| Weekday::ALL[at]).collect();
        let names = days.iter().map(|day| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][*day as usize]).collect::<Vec<_>>().join(",");
        let stamp = Stamp::read(&format!("{}T080000", start.to_string().replace('-', ""))).unwrap();
        let rule = Rule::read(&format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={names};COUNT={count}"), stamp).unwrap();
        let last = start.plus(300);
        let found: Vec<Day> = (-20..=300).map(|at| start.plus(at)).filter(|day| rule.is_on(stamp, *day)).collect();
        prop_assert_eq!(found, plainly(start, every, &days, count, last));
    }

    #[test]
    fn a_weekly_event_takes_its_hours_in_the_weeks_of_its_parity(
        at in 0..7i32, start in 0..96u8, length in 1..96u16, every in 1..=2i32, weeks_ago in 0..30i32,
    ) {
        let first = day(TODAY).plus(at - 7 * weeks_ago);
        let busy = event(&format!(
            "DTSTART:{}T{:02}{:02}00; DURATION:PT{}M; RRULE:FREQ=WEEKLY;INTERVAL={every}",
            first.to_string().replace('-', ""), start / 4, start % 4 * 15, length * 15,
        ));
        let parity = match (every, weeks_ago % 2) {
            (1, _) => Parity::Every,
            (_, 0) => Parity::Odd,
            _ => Parity::Even,
        };
        let mut expected = Weeks::EMPTY;
        expected.insert(parity, Weekday::of(first), Quarter(start), Quarters(length));
        prop_assert_eq!(busy.weeks, expected);
        prop_assert!(busy.of[0].times >= usize::from(WEEKS_SEEN) / 2);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Busy::read(&bytes, day(TODAY));
    }

    #[test]
    fn any_rows_of_known_lines_are_read_and_none_is_lost(lines in prop::collection::vec((0..16usize, "[ -~]{0,12}"), 0..20)) {
        const NAMES: [&str; 16] = [
            "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "DTSTART:20260921T080000", "DTSTART:", "DTEND:", "DTEND:20260921T090000",
            "DURATION:", "DURATION:PT1H", "RRULE:", "RRULE:FREQ=WEEKLY;", "SUMMARY:", "DTSTART;TZID=", "X", "",
        ];
        let text: String = lines.iter().map(|(at, more)| format!("{}{more}\n", NAMES[*at])).collect();
        let busy = Busy::read(calendar(&text).as_bytes(), day(TODAY)).unwrap();
        prop_assert!(busy.unread.is_sorted());
        prop_assert!(busy.of.iter().all(|one| one.weeks.is_subset(&busy.weeks)));
    }
}
