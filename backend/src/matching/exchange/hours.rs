//! The week and the shifts as one would type them.

use super::Why;
use super::cell::Cell;
use crate::words::Lang;
use enumset::EnumSet;
use shared::matching::shift::{Leeway, Shift, are_sound, read_shifts};
use shared::matching::week::{DAY, Parity, Quarter, Quarters, Unread, Weekday, Weeks};

/// As `Weeks::read` knows them.
const DAYS: [[&str; 7]; 2] = [
    ["man", "tir", "ons", "tor", "fre", "lør", "søn"],
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
];

fn of(lang: Lang) -> usize {
    match lang {
        Lang::Da => 0,
        Lang::En => 1,
    }
}

fn day_word(day: Weekday, lang: Lang) -> &'static str {
    DAYS[of(lang)][day as usize]
}

fn parity_word(parity: Parity, lang: Lang) -> Option<&'static str> {
    match (parity, lang) {
        (Parity::Every, _) => None,
        (Parity::Even, Lang::Da) => Some("lige"),
        (Parity::Even, Lang::En) => Some("even"),
        (Parity::Odd, Lang::Da) => Some("ulige"),
        (Parity::Odd, Lang::En) => Some("odd"),
    }
}

/// `8`, `8.30`; the midnight that ends a day is `24`.
fn clock(quarter: Quarter) -> String {
    match (quarter.0 / 4, quarter.0 % 4 * 15) {
        (hour, 0) => hour.to_string(),
        (hour, minutes) => format!("{hour}.{minutes:02}"),
    }
}

fn said(unread: Unread) -> Why {
    Why::Hours(match unread {
        Unread::Nothing | Unread::TooLong => String::new(),
        Unread::Word(said)
        | Unread::Time(said)
        | Unread::NoEnd(said)
        | Unread::Backwards(said)
        | Unread::NoDay(said)
        | Unread::NoTime(said)
        | Unread::WhichWeeks(said)
        | Unread::WeeksOfWhat(said) => said,
    })
}

/// `man-fre 8-14; tor lige 16-18`. A week that nobody would type is written as the API writes it.
impl Cell for Weeks {
    const FORM: &'static str = "week";

    fn write(&self, lang: Lang) -> String {
        let lines = self.describe().into_iter().map(|line| {
            let days: Vec<String> = line
                .runs()
                .into_iter()
                .map(|(first, last)| match first == last {
                    true => day_word(first, lang).to_owned(),
                    false => format!("{}-{}", day_word(first, lang), day_word(last, lang)),
                })
                .collect();
            let times: Vec<String> = line
                .times
                .iter()
                .map(|time| format!("{}-{}", clock(time.start), clock(time.end())))
                .collect();
            let parity = parity_word(line.parity, lang)
                .map(|word| format!(" {word}"))
                .unwrap_or_default();
            format!("{}{parity} {}", days.join(", "), times.join(", "))
        });
        let text = lines.collect::<Vec<_>>().join("; ");
        if Weeks::read(&text).as_ref() == Ok(self) || self.is_empty() {
            text
        } else {
            serde_json::to_string(self).unwrap_or_default()
        }
    }

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        match text.chars().next() {
            None => Ok(Weeks::EMPTY),
            Some('{') => serde_json::from_str(text).map_err(|_| Why::Hours(text.to_owned())),
            Some(_) => Weeks::read(text).map_err(said),
        }
    }
}

/// All shifts of a placement, each with what may be changed of it. Shifts that nobody would type are written as the API
/// writes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shifts(pub Vec<Shift>);

/// `man 8.30-12.30 ulige, pause 30, fra uge 3, 60 tidligere, 30 senere, eller tir/ons, mindst 180, kan undværes`.
const PARTS: [[&str; 7]; 2] = [
    ["pause", "fra uge", "tidligere", "senere", "eller", "mindst", "kan undværes"],
    ["break", "from week", "earlier", "later", "or", "at least", "optional"],
];

impl Cell for Shifts {
    const FORM: &'static str = "shifts";

    fn write(&self, lang: Lang) -> String {
        let words = self.0.iter().map(|shift| shift_words(shift, lang));
        let text = words.collect::<Vec<_>>().join("; ");
        if Shifts::read(&text).as_ref() == Ok(self) {
            text
        } else {
            serde_json::to_string(&self.0).unwrap_or_default()
        }
    }

    fn read(text: &str) -> Result<Self, Why> {
        if text.trim().is_empty() {
            return Ok(Shifts(Vec::new()));
        }
        if text.trim_start().starts_with('[') {
            return match serde_json::from_str::<Vec<Shift>>(text) {
                Ok(shifts) if are_sound(&shifts) => Ok(Shifts(shifts)),
                _ => Err(Why::Hours(text.to_owned())),
            };
        }
        let one_by_one: Option<Vec<Shift>> = text
            .split([';', '\n'])
            .filter(|one| !one.trim().is_empty())
            .map(|one| read_shift(&one.to_lowercase()))
            .collect();
        match one_by_one {
            Some(shifts) if are_sound(&shifts) => Ok(Shifts(shifts)),
            Some(_) => Err(Why::Hours(text.to_owned())),
            // As people type them: several days at once.
            None => read_shifts(text).map(Shifts).map_err(said),
        }
    }
}

fn shift_words(shift: &Shift, lang: Lang) -> String {
    let [pause, from_week, earlier, later, or, shortest, optional] = PARTS[of(lang)];
    let minutes = |quarters: Quarters| quarters.minutes();
    let end = u16::from(shift.start.0) + shift.length.0;
    let end = clock(Quarter(if end > DAY { end - DAY } else { end } as u8));
    let mut words = format!("{} {}-{end}", day_word(shift.day, lang), clock(shift.start));
    if let Some(parity) = parity_word(shift.parity, lang) {
        words.extend([" ", parity]);
    }
    let mut add = |part: String| words.extend([", ", &part]);
    if shift.pause.0 > 0 {
        add(format!("{pause} {}", minutes(shift.pause)));
    }
    if shift.from_week > 0 {
        add(format!("{from_week} {}", u16::from(shift.from_week) + 1));
    }
    let leeway = &shift.leeway;
    for (quarters, word) in [(leeway.earlier, earlier), (leeway.later, later)] {
        if quarters.0 > 0 {
            add(format!("{} {word}", minutes(quarters)));
        }
    }
    if !leeway.days.is_empty() {
        let days: Vec<&str> = leeway.days.iter().map(|day| day_word(day, lang)).collect();
        add(format!("{or} {}", days.join("/")));
    }
    if let Some(least) = leeway.shortest {
        add(format!("{shortest} {}", minutes(least)));
    }
    if leeway.optional {
        add(optional.to_owned());
    }
    words
}

fn read_shift(text: &str) -> Option<Shift> {
    let mut parts = text.split(',').map(str::trim);
    let mut head = parts.next()?.split_whitespace();
    let day = read_day(head.next()?)?;
    let (start, end) = head.next()?.split_once('-')?;
    let (start, end) = (read_clock(start)?, read_clock(end)?);
    let parity = match head.next() {
        None => Parity::Every,
        Some("lige" | "even") => Parity::Even,
        Some("ulige" | "odd") => Parity::Odd,
        Some(_) => return None,
    };
    if head.next().is_some() || start.0 >= 96 {
        return None;
    }
    // Past midnight from noon on alone, as weeks are read: `9-5` is not a night but a mistake.
    let length = match end {
        end if end > start => u16::from(end.0 - start.0),
        end if end < start && u16::from(start.0) >= DAY / 2 => u16::from(end.0) + DAY - u16::from(start.0),
        _ => return None,
    };
    let mut shift = Shift {
        day,
        start,
        length: Quarters(length),
        pause: Quarters(0),
        parity,
        from_week: 0,
        leeway: Leeway::default(),
    };
    for part in parts {
        PARTS.iter().find_map(|words| read_part(part, words, &mut shift))?;
    }
    Some(shift)
}

/// `None`: it says something else.
fn read_part(part: &str, words: &[&str; 7], shift: &mut Shift) -> Option<()> {
    let [pause, from_week, earlier, later, or, shortest, optional] = *words;
    let before = |word: &str| part.strip_suffix(word).map(str::trim);
    let behind = |word: &str| part.strip_prefix(word).map(str::trim);
    let leeway = &mut shift.leeway;
    if part == optional {
        leeway.optional = true;
    } else if let Some(minutes) = before(earlier) {
        leeway.earlier = read_minutes(minutes)?;
    } else if let Some(minutes) = before(later) {
        leeway.later = read_minutes(minutes)?;
    } else if let Some(minutes) = behind(pause) {
        shift.pause = read_minutes(minutes)?;
    } else if let Some(minutes) = behind(shortest) {
        leeway.shortest = Some(read_minutes(minutes)?);
    } else if let Some(week) = behind(from_week) {
        shift.from_week = u8::try_from(week.parse::<u16>().ok()?.checked_sub(1)?).ok()?;
    } else {
        leeway.days = behind(or)?.split('/').map(read_day).collect::<Option<EnumSet<Weekday>>>()?;
    }
    Some(())
}

fn read_day(word: &str) -> Option<Weekday> {
    DAYS.iter()
        .find_map(|days| days.iter().position(|day| *day == word.trim()))
        .map(|at| Weekday::ALL[at])
}

/// In whole quarter hours.
fn read_clock(text: &str) -> Option<Quarter> {
    let (hour, minutes) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    let (hour, minutes) = (hour.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    let is_time = hour < 24 && minutes < 60 && minutes.is_multiple_of(15) || (hour, minutes) == (24, 0);
    is_time.then(|| Quarter(hour * 4 + minutes / 15))
}

fn read_minutes(text: &str) -> Option<Quarters> {
    let minutes = text.parse::<u16>().ok()?;
    minutes.is_multiple_of(15).then_some(Quarters(minutes / 15))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use shared::matching::shift::MOST_SHIFTS;
    use shared::matching::testing::{free, shifts};

    #[test]
    fn a_week_and_shifts_are_written_as_one_would_type_them() {
        let week = <Weeks as Cell>::read("hverdage 8-14, ikke ons; tor 16-18 i ulige uger").unwrap();
        assert_eq!(week.write(Lang::Da), "man-tir, tor-fre 8-14; tor ulige 16-18");
        assert_eq!(week.write(Lang::En), "mon-tue, thu-fri 8-14; thu odd 16-18");
        let text = "man 8.30-12.30 ulige, pause 30, fra uge 3, 60 tidligere, 30 senere, eller tir/ons, mindst 180, kan undværes; fre 22-6";
        let shifts = Shifts::read(text).unwrap();
        assert_eq!(shifts.write(Lang::Da), text);
        assert_eq!(Shifts::read(&shifts.write(Lang::En)), Ok(shifts));
    }

    #[test]
    fn shifts_of_several_days_are_read_as_people_type_them() {
        assert_eq!(Shifts::read("man-ons 8-12, fre 9-13").unwrap().0.len(), 4);
        assert_eq!(Shifts::read("man 8-12, sommetider"), Err(Why::Hours("sommetider".into())));
    }

    #[test]
    fn what_ends_before_it_begins_in_the_morning_is_not_guessed_to_be_a_night() {
        for text in ["man 9-5", "man 8-8", "man 9-5, pause 30"] {
            assert!(matches!(Shifts::read(text), Err(Why::Hours(_))), "{text}");
        }
        let mut shifts = Shifts::read("man 8-12").unwrap();
        shifts.0[0].length = Quarters(DAY);
        for lang in Lang::ALL {
            assert_eq!(Shifts::read(&shifts.write(lang)), Ok(shifts.clone()));
        }
    }

    #[test]
    fn what_no_week_can_hold_is_refused() {
        let one = Shifts::read("man 8-12").unwrap().0.remove(0);
        let long = Shift {
            length: Quarters(DAY + 1),
            ..one.clone()
        };
        let late = Shift {
            start: Quarter(96),
            ..one.clone()
        };
        for shifts in [vec![long], vec![late], vec![one.clone(); MOST_SHIFTS + 1]] {
            assert!(matches!(
                Shifts::read(&serde_json::to_string(&shifts).unwrap()),
                Err(Why::Hours(_))
            ));
        }
        let many = serde_json::to_string(&vec![one; MOST_SHIFTS]).unwrap();
        assert_eq!(Shifts::read(&many).unwrap().0.len(), MOST_SHIFTS);
        assert!(matches!(
            Shifts::read(&"man 8-12;".repeat(MOST_SHIFTS + 1)),
            Err(Why::Hours(_))
        ));
    }

    proptest! {
        #[test]
        fn any_week_is_read_back(spans in proptest::collection::vec((0..2u8, 0..7usize, 0..96u8, 1..200u16), 0..9)) {
            let mut weeks = Weeks::EMPTY;
            for (parity, day, start, length) in spans {
                let parity = if parity == 0 { Parity::Even } else { Parity::Odd };
                weeks.insert(parity, Weekday::ALL[day], Quarter(start), Quarters(length));
            }
            for lang in Lang::ALL {
                prop_assert_eq!(<Weeks as Cell>::read(&weeks.write(lang)), Ok(weeks));
            }
        }

        #[test]
        fn any_shifts_are_read_back(shifts in shifts(), free in free()) {
            for lang in Lang::ALL {
                prop_assert_eq!(Shifts::read(&Shifts(shifts.clone()).write(lang)), Ok(Shifts(shifts.clone())));
                prop_assert_eq!(<Weeks as Cell>::read(&free.write(lang)), Ok(free));
            }
        }
    }
}
