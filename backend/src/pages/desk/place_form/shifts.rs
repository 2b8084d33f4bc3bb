//! Shifts in rows: what is typed together has its pause and what the company would change in common.

use super::Trouble;
use crate::pages::desk::companies::hours_typed;
use crate::pages::desk::week_picture::weekday_short;
use crate::pages::profile::Sent;
use crate::pages::profile::week_words::clock;
use crate::pages::reader::{Reader, WEEKDAYS, hours_of};
use enumset::EnumSet;
use shared::day::Day;
use shared::matching::shift::{Leeway, Shift, read_shifts};
use shared::matching::week::{Line, Parity, Quarter, Quarters, Time, Unread, Weekday, Weeks};

/// Minutes that a shift may move, as they are chosen.
pub const MOVES: [u16; 7] = [0, 15, 30, 60, 90, 120, 180];

/// All rows as shifts. `days` are those of a job for a few days, where no weekday need be typed.
pub fn read_rows(sent: &Sent, days: &[Day], trouble: &mut Trouble) -> Vec<Shift> {
    let rows = sent.all("when").count();
    let field = |name: &'static str, row: usize| sent.all(name).nth(row).unwrap_or_default();
    let mut shifts = Vec::new();
    for row in 0..rows {
        let when = field("when", row);
        if when.is_empty() {
            continue;
        }
        let leeway = leeway(
            [
                field("earlier", row),
                field("later", row),
                field("days", row),
                field("shortest", row),
            ],
            field("optional", row) == "yes",
            trouble,
        );
        let pause = Quarters::up_from_minutes(field("pause", row).parse().unwrap_or(0));
        match read_shifts(when).or_else(|unread| on_days(when, days, unread)) {
            Ok(read) => shifts.extend(read.into_iter().map(|shift| Shift {
                pause: pause.min(shift.length),
                leeway: Leeway {
                    days: leeway.days - shift.day,
                    shortest: leeway.shortest.filter(|shortest| *shortest < shift.length),
                    ..leeway.clone()
                },
                ..shift
            })),
            Err(unread) => trouble.unread.push((when.to_owned(), unread)),
        }
    }
    shifts
}

/// "8-14" on each of the days.
fn on_days(when: &str, days: &[Day], unread: Unread) -> Result<Vec<Shift>, Unread> {
    let names: Vec<&str> = days
        .iter()
        .filter_map(|day| WEEKDAYS.get(usize::from(day.weekday())).copied())
        .collect();
    match unread {
        Unread::NoDay(_) if !names.is_empty() => read_shifts(&format!("{} {when}", names.join(","))),
        unread => Err(unread),
    }
}

fn leeway([earlier, later, days, shortest]: [&str; 4], optional: bool, trouble: &mut Trouble) -> Leeway {
    let minutes = |text: &str| Quarters::up_from_minutes(text.parse().unwrap_or(0).min(12 * 60));
    Leeway {
        earlier: minutes(earlier),
        later: minutes(later),
        days: days_typed(days, trouble),
        shortest: match shortest {
            "" => None,
            text => {
                let hours = hours_typed(text);
                if hours.is_none() {
                    trouble.slip("shifts", "place-slip-shortest");
                }
                hours
            }
        },
        optional,
    }
}

/// "tor, fre".
fn days_typed(text: &str, trouble: &mut Trouble) -> EnumSet<Weekday> {
    if text.is_empty() {
        return EnumSet::empty();
    }
    match Weeks::read(&format!("{text} 8-9")) {
        Ok(weeks) => weeks.describe().into_iter().flat_map(|line| line.days).collect(),
        Err(_) => {
            trouble.slip("shifts", "place-slip-days");
            EnumSet::empty()
        }
    }
}

/// Shifts as rows of the form: those that differ in their day alone are one.
pub fn put_rows(reader: &Reader, sent: &mut Sent, shifts: &[Shift]) {
    let mut rows: Vec<(Shift, EnumSet<Weekday>)> = Vec::new();
    for shift in shifts {
        // A day on which it could lie instead is another one for each day of the row.
        let same = |other: &Shift| {
            Shift {
                day: shift.day,
                ..other.clone()
            } == *shift
        };
        match rows.iter_mut().find(|(other, _)| same(other)) {
            Some((_, days)) => *days |= shift.day,
            None => rows.push((shift.clone(), shift.day.into())),
        }
    }
    for (shift, days) in rows {
        sent.put("when", when(reader, &shift, days));
        sent.put("pause", shift.pause.minutes().to_string());
        sent.put("earlier", shift.leeway.earlier.minutes().to_string());
        sent.put("later", shift.leeway.later.minutes().to_string());
        let others: Vec<String> = shift.leeway.days.iter().map(|day| weekday_short(reader, day)).collect();
        sent.put("days", others.join(", "));
        sent.put("shortest", shift.leeway.shortest.map(hours_of).unwrap_or_default());
        sent.put("optional", if shift.leeway.optional { "yes" } else { "" });
    }
}

/// "man-fre 8.30-12.30 ulige uger fra uge 3".
fn when(reader: &Reader, shift: &Shift, days: EnumSet<Weekday>) -> String {
    let time = Time {
        start: shift.start,
        length: shift.length,
    };
    let line = Line {
        parity: shift.parity,
        days,
        times: vec![time],
    };
    let runs: Vec<String> = line
        .runs()
        .into_iter()
        .map(|(first, last)| match first == last {
            true => weekday_short(reader, first),
            false => format!("{}-{}", weekday_short(reader, first), weekday_short(reader, last)),
        })
        .collect();
    let end = if u16::from(shift.start.0) + shift.length.0 == 96 {
        Quarter(96)
    } else {
        time.end()
    };
    let mut said = format!("{} {}-{}", runs.join(", "), clock(reader, shift.start), clock(reader, end));
    match shift.parity {
        Parity::Every => {}
        Parity::Even => said.push_str(&format!(" {}", reader.say("week-even"))),
        Parity::Odd => said.push_str(&format!(" {}", reader.say("week-odd"))),
    }
    if shift.from_week > 0 {
        said.push_str(&format!(
            " {}",
            reader.say_with("place-from-week", &[("week", &(shift.from_week + 1).to_string())])
        ));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{put_rows, read_rows};
    use crate::pages::desk::place_form::Trouble;
    use crate::pages::profile::Sent;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::matching::shift::Shift;
    use shared::matching::week::{Quarters, Unread, Weekday};

    fn read(rows: &[[&str; 7]]) -> (Vec<Shift>, Trouble) {
        let mut sent = Sent::default();
        for row in rows {
            for (name, value) in ["when", "pause", "earlier", "later", "days", "shortest", "optional"]
                .into_iter()
                .zip(row)
            {
                sent.put(name, *value);
            }
        }
        let mut trouble = Trouble::default();
        (read_rows(&sent, &["2026-11-24".parse().unwrap()], &mut trouble), trouble)
    }

    #[test]
    fn each_row_has_its_own_pause_and_its_own_leeway() {
        let (shifts, trouble) = read(&[
            ["man-ons 8.30-12.30", "15", "60", "30", "tor, fre", "3", "yes"],
            ["", "", "", "", "", "", ""],
            ["fre 12-16 ulige fra uge 3", "0", "0", "0", "", "", ""],
        ]);
        assert!(trouble.is_none(), "{trouble:?}");
        assert_eq!(shifts.len(), 4);
        assert_eq!(
            (shifts[0].pause, shifts[0].leeway.earlier, shifts[0].leeway.later),
            (Quarters(1), Quarters(4), Quarters(2))
        );
        assert_eq!(shifts[0].leeway.days, Weekday::Thursday | Weekday::Friday);
        assert_eq!(shifts[0].leeway.shortest, Some(Quarters(12)));
        assert_eq!((shifts[3].from_week, shifts[3].leeway.optional), (2, false));
    }

    #[test]
    fn rows_are_written_as_they_would_be_typed_and_read_back_the_same_in_both_languages() {
        let (shifts, _) = read(&[
            ["man-ons 8.30-12.30, fre 8.30-12.30", "15", "60", "30", "", "3,5", "yes"],
            ["lør 21-05 lige fra uge 5", "0", "0", "0", "søn", "", ""],
            ["søn 20-24", "0", "0", "0", "", "", ""],
        ]);
        for lang in Lang::ALL {
            let mut sent = Sent::default();
            put_rows(&Reader::new(None, lang), &mut sent, &shifts);
            assert_eq!(sent.all("when").count(), 3, "{sent:?}");
            let mut trouble = Trouble::default();
            let mut again = read_rows(&sent, &[], &mut trouble);
            again.sort_by_key(|shift| shift.day);
            let mut once = shifts.clone();
            once.sort_by_key(|shift| shift.day);
            assert_eq!(again, once, "{sent:?} {trouble:?}");
        }
    }

    #[test]
    fn a_job_for_tomorrow_needs_no_weekday() {
        let (shifts, trouble) = read(&[["8-14", "0", "0", "0", "", "", ""]]);
        assert!(trouble.is_none());
        assert_eq!(shifts.iter().map(|shift| shift.day).collect::<Vec<_>>(), [Weekday::Tuesday]);
    }

    #[test]
    fn what_cannot_be_read_comes_back_with_the_word_that_stands_in_the_way() {
        let (_, trouble) = read(&[["man 8-12 måske", "0", "0", "0", "snart", "lidt", ""]]);
        assert_eq!(
            trouble.unread,
            [("man 8-12 måske".to_owned(), Unread::Word("måske".to_owned()))]
        );
        assert_eq!(trouble.slips.slips.len(), 2);
    }
}
