//! Shifts in rows: what is typed together has its pause and what the company would change in common.

use crate::pages::desk::week_picture::weekday_short;
use crate::pages::profile::week_words::clock;
use crate::pages::profile::{Reading, Sent, Slip};
use crate::pages::reader::{Reader, WEEKDAYS, hours_of};
use enumset::EnumSet;
use shared::day::Day;
use shared::matching::decimals::read_hours;
use shared::matching::shift::{Leeway, Shift, are_sound, read_shifts};
use shared::matching::week::{Line, Parity, Quarters, Time, Unread, Weekday, Weeks};

/// Minutes that a shift may move, as they are chosen.
pub const MOVES: [u16; 7] = [0, 15, 30, 60, 90, 120, 180];

/// What stands in a row, in the order of its fields.
pub const ROW: [&str; 7] = ["when", "pause", "earlier", "later", "days", "shortest", "optional"];

/// All rows as shifts; none where one of them could not be read. `on` are the days of a job for a few days, where no
/// weekday need be typed.
pub fn read_rows(reading: &mut Reading<'_>, on: &[Day]) -> Option<Vec<Shift>> {
    let rows = reading.sent.rows(ROW);
    let slipped = reading.found.slips.len();
    let mut shifts = Vec::new();
    for (row, [when, pause, earlier, later, days, shortest, optional]) in rows.into_iter().enumerate() {
        if when.is_empty() {
            continue;
        }
        let read = read_shifts(when).or_else(|unread| on_days(when, on, unread));
        if let Err(unread) = &read {
            reading.add(Slip::unread("when", "place-form-when", unread).in_row(row));
        }
        let leeway = Leeway {
            earlier: minutes(earlier),
            later: minutes(later),
            days: days_typed(days).unwrap_or_else(|| {
                reading.add(Slip::new("days", "place-form-days", "place-slip-days").in_row(row));
                EnumSet::empty()
            }),
            shortest: read_hours(shortest),
            optional: optional == "yes",
        };
        if leeway.shortest.is_none() && !shortest.is_empty() {
            reading.add(Slip::new("shortest", "place-form-shortest", "place-slip-shortest").in_row(row));
        }
        let pause = Quarters::up_from_minutes(pause.parse().unwrap_or(0));
        shifts.extend(read.unwrap_or_default().into_iter().map(|shift| Shift {
            pause: pause.min(shift.length),
            leeway: Leeway {
                days: leeway.days - shift.day,
                shortest: leeway.shortest.filter(|shortest| *shortest < shift.length),
                ..leeway.clone()
            },
            ..shift
        }));
    }
    if !are_sound(&shifts) {
        reading.add(Slip::new("when", "place-form-when", "profile-slip-many").in_row(0));
    }
    (reading.found.slips.len() == slipped).then_some(shifts)
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

fn minutes(text: &str) -> Quarters {
    Quarters::up_from_minutes(text.parse().unwrap_or(0).min(12 * 60))
}

/// "tor, fre".
fn days_typed(text: &str) -> Option<EnumSet<Weekday>> {
    if text.is_empty() {
        return Some(EnumSet::empty());
    }
    let weeks = Weeks::read(&format!("{text} 8-9")).ok()?;
    Some(weeks.describe().into_iter().flat_map(|line| line.days).collect())
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
    let (start, end) = (clock(reader, time.start), clock(reader, time.end()));
    let mut said = format!("{} {start}-{end}", runs.join(", "));
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
    use super::{ROW, put_rows, read_rows};
    use crate::pages::profile::{Reading, Sent, Slip, Slips};
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::matching::shift::{MOST_SHIFTS, Shift};
    use shared::matching::week::{Quarters, Unread, Weekday};

    fn read(rows: &[[&str; 7]]) -> Result<Vec<Shift>, Slips> {
        let mut sent = Sent::default();
        for row in rows {
            for (name, value) in ROW.into_iter().zip(row) {
                sent.put(name, *value);
            }
        }
        let mut reading = Reading::of(&sent);
        let shifts = read_rows(&mut reading, &["2026-11-24".parse().unwrap()]);
        reading.done(shifts)
    }

    #[test]
    fn each_row_has_its_own_pause_and_its_own_leeway() {
        let shifts = read(&[
            ["man-ons 8.30-12.30", "15", "60", "30", "tor, fre", "3", "yes"],
            ["", "", "", "", "", "", ""],
            ["fre 12-16 ulige fra uge 3", "0", "0", "0", "", "", ""],
        ])
        .unwrap();
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
        let shifts = read(&[
            ["man-ons 8.30-12.30, fre 8.30-12.30", "15", "60", "30", "", "3,5", "yes"],
            ["lør 21-05 lige fra uge 5", "0", "0", "0", "søn", "", ""],
            ["søn 20-24", "0", "0", "0", "", "", ""],
        ])
        .unwrap();
        for lang in Lang::ALL {
            let mut sent = Sent::default();
            put_rows(&Reader::new(None, lang), &mut sent, &shifts);
            assert_eq!(sent.all("when").count(), 3, "{sent:?}");
            let mut again = read_rows(&mut Reading::of(&sent), &[]).unwrap();
            again.sort_by_key(|shift| shift.day);
            let mut once = shifts.clone();
            once.sort_by_key(|shift| shift.day);
            assert_eq!(again, once, "{sent:?}");
        }
    }

    #[test]
    fn a_job_for_tomorrow_needs_no_weekday() {
        let shifts = read(&[["8-14", "0", "0", "0", "", "", ""]]).unwrap();
        assert_eq!(shifts.iter().map(|shift| shift.day).collect::<Vec<_>>(), [Weekday::Tuesday]);
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_own_field_of_its_own_row() {
        let slips = read(&[
            ["man 8-12", "0", "0", "0", "", "", ""],
            ["man 8-12 måske", "0", "0", "0", "snart", "lidt", ""],
        ]);
        let told = [
            Slip::unread("when", "place-form-when", &Unread::Word("måske".to_owned())),
            Slip::new("days", "place-form-days", "place-slip-days"),
            Slip::new("shortest", "place-form-shortest", "place-slip-shortest"),
        ];
        assert_eq!(slips.unwrap_err().slips, told.map(|slip| slip.in_row(1)));
        let many = vec![["man 8-12", "0", "0", "0", "", "", ""]; MOST_SHIFTS + 1];
        assert_eq!(read(&many).unwrap_err().slips[0].key, "profile-slip-many");
    }
}
