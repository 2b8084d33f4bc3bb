//! A week as people write it, so that what is shown can be typed back: "man–fre 8–14; lør 9–14 lige uger".

use crate::pages::desk::week_picture::weekday_short;
use crate::pages::reader::Reader;
use shared::matching::week::{Line, Parity, Quarter, Time, Weeks};

pub fn in_words(reader: &Reader, weeks: &Weeks) -> String {
    if *weeks == Weeks::ALWAYS {
        return reader.say("week-words-always");
    }
    let lines: Vec<String> = weeks.describe().iter().map(|said| line(reader, said)).collect();
    lines.join("; ")
}

fn line(reader: &Reader, line: &Line) -> String {
    let days: Vec<String> = line
        .runs()
        .into_iter()
        .map(|(first, last)| match first == last {
            true => weekday_short(reader, first),
            false => format!("{}–{}", weekday_short(reader, first), weekday_short(reader, last)),
        })
        .collect();
    let times: Vec<String> = line.times.iter().map(|one| time(reader, *one)).collect();
    let said = format!("{} {}", days.join(", "), times.join(&reader.say("week-words-and")));
    match line.parity {
        Parity::Every => said,
        Parity::Even => format!("{said} {}", reader.say("week-even")),
        Parity::Odd => format!("{said} {}", reader.say("week-odd")),
    }
}

fn time(reader: &Reader, time: Time) -> String {
    format!("{}–{}", clock(reader, time.start), clock(reader, time.end()))
}

/// "8", "8.15".
pub fn clock(reader: &Reader, at: Quarter) -> String {
    let (hour, minute) = (at.0 / 4, u16::from(at.0 % 4) * 15);
    match minute {
        0 => hour.to_string(),
        _ => reader.say_with("week-time", &[("hour", &hour.to_string()), ("minute", &minute.to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use proptest::prelude::*;
    use shared::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};

    fn readers() -> [Reader; 2] {
        Lang::ALL.map(|lang| Reader::new(None, lang))
    }

    #[test]
    fn a_week_is_said_as_one_would_write_it() {
        let weeks = Weeks::read("man-fre 8.15-14; lør 9-14 lige uger; fre 22-5").unwrap();
        let [danish, english] = readers();
        assert_eq!(
            in_words(&danish, &weeks),
            "man–tor 8.15–14; fre 8.15–14 og 22–5; lør 9–14 lige uger"
        );
        assert_eq!(
            in_words(&english, &weeks),
            "Mon–Thu 8:15–14; Fri 8:15–14 and 22–5; Sat 9–14 even weeks"
        );
    }

    proptest! {
        #[test]
        fn what_is_said_of_a_week_can_be_typed_back(
            stretches in prop::collection::vec((0..3u8, 0..7usize, 0..96u8, 1..60u16), 1..9)
        ) {
            let mut weeks = Weeks::EMPTY;
            for (parity, day, start, length) in stretches {
                let parity = [Parity::Every, Parity::Even, Parity::Odd][usize::from(parity)];
                weeks.insert(parity, Weekday::ALL[day], Quarter(start), Quarters(length));
            }
            for reader in readers() {
                let words = in_words(&reader, &weeks);
                prop_assert_eq!(Weeks::read(&words), Ok(weeks), "{}", words);
            }
        }
    }
}
