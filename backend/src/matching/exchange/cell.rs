//! What one cell can hold.

use super::Why;
use crate::words::{Lang, Words};
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, PlacementId, WorkplaceId};
use shared::matching::candidate::{Spoken, Told};
use shared::matching::decimals::{read_parts, write_parts};
use shared::matching::numbers::{Cvr, PNumber};
use shared::matching::occupations::{occupation, occupations, task, tasks};
use shared::matching::place::{Mode, Point};
use shared::matching::placement::{Afterwards, Supported};
use shared::matching::week::Quarters;
use shared::matching::words::{Isco, Language, Level, TaskId};
use std::str::FromStr;

/// What can stand in a cell. Read as it is written, and as people would write it.
pub trait Cell: Sized {
    /// The name of the sentence that explains it.
    const FORM: &'static str;
    /// What stands between several.
    const BETWEEN: char = ';';

    fn write(&self, lang: Lang) -> String;
    fn read(text: &str) -> Result<Self, Why>;

    /// The words of a closed list.
    fn words(_: Lang) -> Vec<String> {
        Vec::new()
    }
}

impl Cell for String {
    const FORM: &'static str = "text";
    const BETWEEN: char = '\n';

    fn write(&self, _: Lang) -> String {
        self.clone()
    }

    fn read(text: &str) -> Result<Self, Why> {
        Ok(text.to_owned())
    }
}

/// Empty: nobody has said.
impl<T: Cell> Cell for Option<T> {
    const FORM: &'static str = T::FORM;

    fn write(&self, lang: Lang) -> String {
        self.as_ref().map_or_else(String::new, |one| one.write(lang))
    }

    fn read(text: &str) -> Result<Self, Why> {
        if text.trim().is_empty() {
            Ok(None)
        } else {
            T::read(text).map(Some)
        }
    }

    fn words(lang: Lang) -> Vec<String> {
        T::words(lang)
    }
}

/// One after another. Own words each on a line of its own, where a backslash stands before what would end the line.
impl<T: Cell> Cell for Vec<T> {
    const FORM: &'static str = T::FORM;

    fn write(&self, lang: Lang) -> String {
        let each = self.iter().map(|one| one.write(lang));
        match T::BETWEEN {
            '\n' => each
                .map(|one| one.replace('\\', "\\\\").replace('\n', "\\n"))
                .collect::<Vec<_>>()
                .join("\n"),
            _ => each.collect::<Vec<_>>().join("; "),
        }
    }

    fn read(text: &str) -> Result<Self, Why> {
        let each = text.split(T::BETWEEN).filter(|one| !one.trim().is_empty());
        match T::BETWEEN {
            '\n' => each.map(|one| T::read(&unescaped(one))).collect(),
            _ => each.map(|one| T::read(one.trim())).collect(),
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => out.push('\n'),
                Some('\\') | None => out.push('\\'),
                Some(other) => out.extend(['\\', other]),
            },
            letter => out.push(letter),
        }
    }
    out
}

impl Cell for bool {
    const FORM: &'static str = "yes-or-no";

    fn write(&self, lang: Lang) -> String {
        Words::say(lang, if *self { "exchange-yes" } else { "exchange-no" }, &[])
    }

    fn read(text: &str) -> Result<Self, Why> {
        let said = text.trim().to_lowercase();
        for lang in Lang::ALL {
            for yes in [true, false] {
                if said == yes.write(lang).to_lowercase() {
                    return Ok(yes);
                }
            }
        }
        match said.as_str() {
            "x" | "1" | "true" => Ok(true),
            "" | "0" | "false" => Ok(false),
            _ => Err(Why::YesOrNo(text.trim().to_owned())),
        }
    }
}

fn number<T: FromStr>(text: &str) -> Result<T, Why> {
    let digits = text.trim();
    // As a spreadsheet writes a whole number that was computed.
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    digits.parse().map_err(|_| Why::Number(text.trim().to_owned()))
}

macro_rules! numbers {
    ($($of:ty)*) => {$(
        impl Cell for $of {
            const FORM: &'static str = "number";

            fn write(&self, _: Lang) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Result<Self, Why> {
                if text.trim().is_empty() { Err(Why::Missing) } else { number(text) }
            }
        }
    )*};
}

numbers! { u8 u16 }

/// What stands before the part of a whole.
fn mark(lang: Lang) -> char {
    match lang {
        Lang::Da => ',',
        Lang::En => '.',
    }
}

/// Hours, a quarter at the least.
impl Cell for Quarters {
    const FORM: &'static str = "hours";

    fn write(&self, lang: Lang) -> String {
        write_parts(u32::from(self.0), 4, mark(lang))
    }

    fn read(text: &str) -> Result<Self, Why> {
        if text.trim().is_empty() {
            return Ok(Quarters(0));
        }
        let parts = read_parts(text, 4).and_then(|parts| u16::try_from(parts).ok());
        parts.map(Quarters).ok_or_else(|| Why::Number(text.trim().to_owned()))
    }
}

/// Full-time employees of the last four months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FourMonths(pub [u32; 4]);

impl Cell for FourMonths {
    const FORM: &'static str = "four-months";

    fn write(&self, lang: Lang) -> String {
        self.0.map(|parts| write_parts(parts, 100, mark(lang))).join("; ")
    }

    fn read(text: &str) -> Result<Self, Why> {
        let bad = || Why::Number(text.trim().to_owned());
        let months: Option<Vec<u32>> = text.split(';').map(|month| read_parts(month, 100)).collect();
        months
            .and_then(|months| <[u32; 4]>::try_from(months).ok())
            .map(FourMonths)
            .ok_or_else(bad)
    }
}

/// `2026-12-01`, `1.12.2026`, `01-12-2026`.
impl Cell for Day {
    const FORM: &'static str = "day";

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        let bad = || Why::Day(text.to_owned());
        if let Ok(day) = text.parse() {
            return Ok(day);
        }
        let parts: Vec<&str> = text.split(['.', '-', '/']).map(str::trim).collect();
        let [day, month, year] = parts.as_slice() else {
            return Err(bad());
        };
        let (day, month) = (day.parse().map_err(|_| bad())?, month.parse().map_err(|_| bad())?);
        let year = Some(year).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
        Day::new(year.ok_or_else(bad)?, month, day).map_err(|_| bad())
    }
}

macro_rules! ids {
    ($($of:ty)*) => {$(
        impl Cell for $of {
            const FORM: &'static str = "id";

            fn write(&self, _: Lang) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Result<Self, Why> {
                text.trim().parse().map_err(|_| Why::Id(text.trim().to_owned()))
            }
        }
    )*};
}

ids! { CandidateId CompanyId WorkplaceId PlacementId }

impl Cell for Cvr {
    const FORM: &'static str = "cvr";

    fn write(&self, _: Lang) -> String {
        self.number().to_string()
    }

    fn read(text: &str) -> Result<Self, Why> {
        text.parse().map_err(|_| Why::Cvr(text.trim().to_owned()))
    }
}

impl Cell for PNumber {
    const FORM: &'static str = "p-number";

    fn write(&self, _: Lang) -> String {
        self.number().to_string()
    }

    fn read(text: &str) -> Result<Self, Why> {
        text.parse().map_err(|_| Why::PNumber(text.trim().to_owned()))
    }
}

impl Cell for Language {
    const FORM: &'static str = "language";

    fn write(&self, _: Lang) -> String {
        self.code().to_owned()
    }

    fn read(text: &str) -> Result<Self, Why> {
        Language::new(&text.trim().to_lowercase()).map_err(|_| Why::Language(text.trim().to_owned()))
    }
}

/// `da B1`.
impl Cell for Spoken {
    const FORM: &'static str = "spoken";

    fn write(&self, _: Lang) -> String {
        format!("{} {:?}", self.language.code(), self.level)
    }

    fn read(text: &str) -> Result<Self, Why> {
        const LEVELS: [Level; 6] = [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2];
        let bad = || Why::Language(text.trim().to_owned());
        let (language, level) = text.trim().split_once(' ').ok_or_else(bad)?;
        let level = level.trim().to_uppercase();
        Ok(Spoken {
            language: Language::read(language)?,
            level: LEVELS.into_iter().find(|one| format!("{one:?}") == level).ok_or_else(bad)?,
        })
    }
}

/// The number at the beginning; what comes behind is for people.
fn leading(text: &str) -> Option<u16> {
    let (number, _) = text.split_once(' ').unwrap_or((text, ""));
    number
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| number.parse().ok())
        .flatten()
}

fn named<'a>(number: String, names: Option<(&'a str, &'a str)>, lang: Lang) -> String {
    match (names, lang) {
        (Some((da, _)), Lang::Da) => format!("{number} {da}"),
        (Some((_, en)), Lang::En) => format!("{number} {en}"),
        (None, _) => number,
    }
}

/// `9334`, `9334 Varepåfylder`, `Varepåfylder`.
impl Cell for Isco {
    const FORM: &'static str = "occupation";

    fn write(&self, lang: Lang) -> String {
        named(
            format!("{:04}", self.0),
            occupation(*self).map(|found| (found.da, found.en)),
            lang,
        )
    }

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        let sought = text.to_lowercase();
        let by_name = || {
            occupations()
                .iter()
                .find(|one| one.da.to_lowercase() == sought || one.en.to_lowercase() == sought)
        };
        let by_number = leading(text).filter(|number| *number < 10_000).map(Isco);
        by_number
            .or_else(|| by_name().map(|found| found.isco))
            .ok_or_else(|| Why::Occupation(text.to_owned()))
    }
}

impl Cell for TaskId {
    const FORM: &'static str = "task";

    fn write(&self, lang: Lang) -> String {
        named(self.0.to_string(), task(*self).map(|found| (found.da, found.en)), lang)
    }

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        let sought = text.to_lowercase();
        let by_name = || {
            tasks()
                .iter()
                .find(|one| one.da.to_lowercase() == sought || one.en.to_lowercase() == sought)
        };
        let by_number = leading(text).map(TaskId).filter(|id| task(*id).is_some());
        by_number
            .or_else(|| by_name().map(|found| found.id))
            .ok_or_else(|| Why::Task(text.to_owned()))
    }
}

/// Latitude and longitude in degrees: `55.851320, 9.836970`.
impl Cell for Point {
    const FORM: &'static str = "point";

    fn write(&self, _: Lang) -> String {
        let degrees = |millionths: i32| {
            let sign = if millionths < 0 { "-" } else { "" };
            let all = millionths.unsigned_abs();
            format!("{sign}{}.{:06}", all / 1_000_000, all % 1_000_000)
        };
        format!("{}, {}", degrees(self.lat), degrees(self.lon))
    }

    fn read(text: &str) -> Result<Self, Why> {
        let millionths = |text: &str, most: u32| {
            let (sign, text) = text.trim().strip_prefix('-').map_or((1, text.trim()), |rest| (-1, rest));
            let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
            let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let whole = Some(whole)
                .filter(|whole| is_digits(whole))?
                .parse::<u32>()
                .ok()
                .filter(|whole| *whole <= most)?;
            let behind = Some(behind).filter(|behind| is_digits(behind) && behind.len() <= 6)?;
            let behind = format!("{behind:0<6}").parse::<u32>().ok()?;
            Some(sign * i32::try_from(whole * 1_000_000 + behind).ok()?)
        };
        let point = text.split_once(',').and_then(|(lat, lon)| {
            Some(Point {
                lat: millionths(lat, 90)?,
                lon: millionths(lon, 180)?,
            })
        });
        point.ok_or_else(|| Why::Point(text.trim().to_owned()))
    }
}

/// `Horsens: bus 45`, and behind it a plus where it is so early and late too, a minus where it is not.
impl Cell for Told {
    const FORM: &'static str = "told";

    fn write(&self, lang: Lang) -> String {
        let at_all_hours = match self.at_all_hours {
            Some(true) => " +",
            Some(false) => " -",
            None => "",
        };
        format!("{}: {} {}{at_all_hours}", self.community, self.by.write(lang), self.minutes)
    }

    fn read(text: &str) -> Result<Self, Why> {
        let bad = || Why::Number(text.trim().to_owned());
        let (community, rest) = text.split_once(':').ok_or_else(bad)?;
        let rest = rest.trim();
        let (rest, at_all_hours) = match (rest.strip_suffix('+'), rest.strip_suffix(['-', '−', '–'])) {
            (Some(rest), _) => (rest.trim(), Some(true)),
            (_, Some(rest)) => (rest.trim(), Some(false)),
            (None, None) => (rest, None),
        };
        let (by, minutes) = rest.rsplit_once(' ').ok_or_else(bad)?;
        Ok(Told {
            community: community.trim().to_owned(),
            by: Mode::read(by)?,
            minutes: number(minutes)?,
            at_all_hours,
        })
    }
}

/// Hours a week and the last day: `20 2026-12-31`.
impl Cell for Supported {
    const FORM: &'static str = "supported";

    fn write(&self, lang: Lang) -> String {
        format!("{} {}", self.hours.write(lang), self.until)
    }

    fn read(text: &str) -> Result<Self, Why> {
        let (hours, until) = text
            .trim()
            .split_once(' ')
            .ok_or_else(|| Why::Number(text.trim().to_owned()))?;
        Ok(Supported {
            hours: Quarters::read(hours)?,
            until: Day::read(until)?,
        })
    }
}

/// Empty: not said. A number: paid from that week.
impl Cell for Afterwards {
    const FORM: &'static str = "afterwards";

    fn write(&self, lang: Lang) -> String {
        match self {
            Afterwards::NotSaid => String::new(),
            Afterwards::Perhaps => Words::say(lang, "exchange-perhaps", &[]),
            Afterwards::PaidFromWeek(week) => week.to_string(),
        }
    }

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        let perhaps = |lang: Lang| Afterwards::Perhaps.write(lang).eq_ignore_ascii_case(text);
        match text {
            "" => Ok(Afterwards::NotSaid),
            _ if Lang::ALL.into_iter().any(perhaps) => Ok(Afterwards::Perhaps),
            week => number(week).map(Afterwards::PaidFromWeek),
        }
    }
}
