//! Times of the week as the demo's files write them: `even mon-fri 08:15-15:45`.

use super::DemoError;
use shared::matching::shift::{Leeway, Shift};
use shared::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};

/// Some days of some weeks, and from when to when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch<'a> {
    pub parity: Parity,
    pub days: Vec<Weekday>,
    pub start: Quarter,
    /// Past midnight where the text ends before it begins.
    pub length: Quarters,
    /// What else the text says.
    pub rest: Vec<&'a str>,
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn wrong(text: &str) -> DemoError {
    DemoError(format!("not a time of the week: {text}"))
}

pub fn stretch(text: &str) -> Result<Stretch<'_>, DemoError> {
    let mut words = text.split(' ').peekable();
    let parity = match words.peek() {
        Some(&"even") => Parity::Even,
        Some(&"odd") => Parity::Odd,
        _ => Parity::Every,
    };
    if parity != Parity::Every {
        words.next();
    }
    let days = days(words.next().unwrap_or_default())?;
    let (from, to) = words
        .next()
        .and_then(|times| times.split_once('-'))
        .ok_or_else(|| wrong(text))?;
    let (start, end) = (quarters(from)?.0, quarters(to)?.0);
    let end = if end > start { end } else { end + 96 };
    Ok(Stretch {
        parity,
        days,
        start: Quarter(u8::try_from(start).map_err(|_| wrong(text))?),
        length: Quarters(end - start),
        rest: words.collect(),
    })
}

/// `mon-thu` or `tue,thu`.
fn days(text: &str) -> Result<Vec<Weekday>, DemoError> {
    let day = |name: &str| DAYS.iter().position(|day| *day == name).ok_or_else(|| wrong(text));
    let all = |range: std::ops::RangeInclusive<usize>| range.map(|index| Weekday::ALL[index]).collect();
    match text.split_once('-') {
        Some((from, to)) => Ok(all(day(from)?..=day(to)?)),
        None => text.split(',').map(|name| Ok(Weekday::ALL[day(name)?])).collect(),
    }
}

/// `08:15`. Whole quarter hours, but for the last minutes of a shift, which are rounded down.
fn quarters(text: &str) -> Result<Quarters, DemoError> {
    let (hours, minutes) = text.split_once(':').ok_or_else(|| wrong(text))?;
    let number = |text: &str, most: u16| text.parse::<u16>().ok().filter(|number| *number <= most);
    match (number(hours, 24), number(minutes, 59)) {
        (Some(hours), Some(minutes)) => Ok(Quarters(hours * 4 + minutes / 15)),
        _ => Err(wrong(text)),
    }
}

pub fn free(texts: &[String]) -> Result<Weeks, DemoError> {
    let mut weeks = Weeks::EMPTY;
    for text in texts {
        let stretch = stretch(text)?;
        for day in stretch.days {
            weeks.insert(stretch.parity, day, stretch.start, stretch.length);
        }
    }
    Ok(weeks)
}

/// One shift for each day that the texts name.
pub fn shifts(texts: &[String]) -> Result<Vec<Shift>, DemoError> {
    let mut shifts = Vec::new();
    for text in texts {
        let stretch = stretch(text)?;
        let mut one = Shift {
            day: Weekday::Monday,
            start: stretch.start,
            length: stretch.length,
            pause: Quarters(0),
            parity: stretch.parity,
            from_week: 0,
            leeway: Leeway::default(),
        };
        for word in stretch.rest {
            match word.split_once('=').unwrap_or((word, "")) {
                ("optional", "") => one.leeway.optional = true,
                ("pause", time) => one.pause = quarters(time)?,
                ("later", time) => one.leeway.later = quarters(time)?,
                ("earlier", time) => one.leeway.earlier = quarters(time)?,
                ("shortest", time) => one.leeway.shortest = Some(quarters(time)?),
                ("days", names) => one.leeway.days = days(names)?.into_iter().collect(),
                // The first week is 0 in the record.
                ("week", number) => one.from_week = number.parse::<u8>().map_err(|_| wrong(text))?.saturating_sub(1),
                _ => return Err(wrong(text)),
            }
        }
        shifts.extend(stretch.days.into_iter().map(|day| Shift { day, ..one.clone() }));
    }
    Ok(shifts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_says_when_it_is_and_what_may_be_changed() {
        let texts = ["odd fri,sat 23:00-07:00 pause=0:30 later=1:00 days=sun week=3 optional".to_owned()];
        let shifts = shifts(&texts).unwrap();
        assert_eq!(
            shifts.iter().map(|shift| shift.day).collect::<Vec<_>>(),
            [Weekday::Friday, Weekday::Saturday]
        );
        let one = &shifts[0];
        assert_eq!((one.start, one.length, one.pause), (Quarter(92), Quarters(32), Quarters(2)));
        assert_eq!((one.parity, one.from_week, one.leeway.later), (Parity::Odd, 2, Quarters(4)));
        assert!(one.leeway.optional && one.leeway.days.contains(Weekday::Sunday));
    }

    #[test]
    fn what_is_no_time_of_the_week_is_said_to_be_wrong() {
        for text in [
            "",
            "mon",
            "man 08:00-12:00",
            "mon 8-12",
            "mon 08:00-12:00 soon",
            "mon 25:00-26:00",
        ] {
            assert!(shifts(&[text.to_owned()]).is_err(), "{text}");
        }
    }

    #[test]
    fn free_hours_of_several_texts_are_put_together() {
        let week = free(&["mon,wed 08:15-15:45".to_owned(), "even sat 09:00-14:00".to_owned()]).unwrap();
        assert_eq!((week.even.count(), week.odd.count()), (Quarters(80), Quarters(60)));
    }
}
