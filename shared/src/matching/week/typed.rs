//! Weeks as people type them, in Danish and in English: `man-fre 8-14, tor 9.30-12 ulige`.
//!
//! What could be meant in two ways is refused with what to write instead, never guessed.

use super::{Parity, Quarter, Quarters, Weekday, Weeks};
use enumset::EnumSet;
use serde::{Deserialize, Serialize};

/// Why a text could not be read, with the word that stands in the way. What to write instead is in the locales.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Unread {
    /// No day and no time at all.
    Nothing,
    /// More than 1,000 letters.
    TooLong,
    /// Neither a day nor a time nor a word that is known here.
    Word(String),
    /// No time of a day, such as `25` or `8.5`.
    Time(String),
    /// It begins here, but it does not say when it ends.
    NoEnd(String),
    /// It ends where or before it begins: write `9-17`, or from noon on for a night, `21-05`.
    Backwards(String),
    /// A time without a day before it.
    NoDay(String),
    /// A day without times.
    NoTime(String),
    /// "Every other week": write whether even or odd ones.
    WhichWeeks(String),
    /// Even or odd weeks of what? Write the days and times behind it.
    WeeksOfWhat(String),
}

const LONGEST: usize = 1000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token {
    Day(Weekday),
    Days(EnumSet<Weekday>),
    /// Minutes since midnight, 0–1,440, and whether it said am (0) or pm (12).
    Clock(u16, Option<u16>),
    WholeDay,
    /// Every day, all day.
    Always,
    Parity(Parity),
    Not,
    /// `efter 16`
    After,
    /// `før 12`
    Before,
    /// `mellem 8 og 14`
    Between,
    /// `-`, `til`
    To,
    /// `og`, `/`
    Join,
    Comma,
    /// A new line or a semicolon.
    Stop,
}

const WORKDAYS: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// Words that say nothing here.
const FILLERS: &[&str] = &[
    "i", "jeg", "kan", "can", "arbejde", "work", "in", "kl", "klokken", "at", "om", "på", "den", "the", "uge", "uger", "ugerne",
    "week", "weeks", "men", "but", "hver", "every", "each",
];

fn day(word: &str) -> Option<Weekday> {
    // `mandage`, `mondays`, `mandagen`.
    let stem = ["dagen", "dage", "dag", "days", "day"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    Some(match stem.unwrap_or(word) {
        "man" | "mon" => Weekday::Monday,
        "tir" | "tirs" | "tue" | "tues" => Weekday::Tuesday,
        "ons" | "wed" | "weds" | "wednes" => Weekday::Wednesday,
        "tor" | "tors" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "fre" | "fri" => Weekday::Friday,
        "lør" | "lor" | "loer" | "sat" | "satur" => Weekday::Saturday,
        "søn" | "son" | "soen" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

fn word(word: &str) -> Option<Token> {
    if let Some(day) = day(word) {
        return Some(Token::Day(day));
    }
    Some(match word {
        "hverdag" | "hverdage" | "hverdagene" | "arbejdsdage" | "weekday" | "weekdays" | "workdays" => {
            Token::Days(WORKDAYS.into_iter().collect())
        }
        "weekend" | "weekender" | "weekenden" | "weekends" => Token::Days(Weekday::Saturday | Weekday::Sunday),
        "dagligt" | "daglig" | "daily" | "everyday" | "hver dag" | "alle dage" | "hele ugen" | "every day" | "all days"
        | "all week" => Token::Days(EnumSet::all()),
        "hele dagen" | "hele døgnet" | "døgnet rundt" | "all day" | "heldags" => Token::WholeDay,
        "altid" | "always" | "anytime" => Token::Always,
        "lige" | "even" => Token::Parity(Parity::Even),
        "ulige" | "odd" => Token::Parity(Parity::Odd),
        "hver uge" | "alle uger" | "every week" | "all weeks" => Token::Parity(Parity::Every),
        "ikke" | "undtagen" | "uden" | "not" | "except" | "without" => Token::Not,
        "fra" | "efter" | "from" | "after" => Token::After,
        "før" | "inden" | "indtil" | "before" | "until" => Token::Before,
        "mellem" | "between" => Token::Between,
        "til" | "to" | "through" => Token::To,
        "og" | "and" | "samt" => Token::Join,
        _ => return None,
    })
}

/// The tokens, each with the words it was read from.
fn tokens(text: &str) -> Result<Vec<(Token, String)>, Unread> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let token = match first {
            '-' | '–' | '—' | '−' => Some(Token::To),
            ',' => Some(Token::Comma),
            '/' | '+' | '&' => Some(Token::Join),
            ';' | '\n' | '|' => Some(Token::Stop),
            '.' | ':' | '(' | ')' => None,
            blank if blank.is_whitespace() => None,
            letter if letter.is_alphabetic() => {
                let (said, after) = words(rest);
                rest = after;
                // "Every other week" says that there are two kinds, and not which one.
                if ["anden", "other", "second", "hveranden"].contains(&said.as_str()) {
                    return Err(Unread::WhichWeeks(said));
                }
                match word(&said) {
                    Some(token) => tokens.push((token, said)),
                    None if FILLERS.contains(&said.as_str()) => {}
                    None => return Err(Unread::Word(said)),
                }
                continue;
            }
            digit if digit.is_ascii_digit() => {
                let (clock, after) = clock(rest)?;
                tokens.push((clock, rest[..rest.len() - after.len()].trim().to_owned()));
                rest = after;
                continue;
            }
            other => return Err(Unread::Word(other.to_string())),
        };
        tokens.extend(token.map(|token| (token, first.to_string())));
        rest = &rest[first.len_utf8()..];
    }
    Ok(tokens)
}

/// One word, or two that mean something together, and what comes after.
fn words(text: &str) -> (String, &str) {
    let split = |text: &str| text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (first, after) = text.split_at(split(text));
    let next = after.trim_start_matches([' ', '\t']);
    let (second, after_both) = next.split_at(split(next));
    let both = format!("{first} {second}");
    if word(&both).is_some() {
        (both, after_both)
    } else {
        (first.to_owned(), after)
    }
}

/// `8`, `08`, `8.30`, `8:30`, `0830`, `8am`, `8.30 pm`.
fn clock(text: &str) -> Result<(Token, &str), Unread> {
    let digits = |text: &str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (mut hours, mut after) = text.split_at(digits(text));
    let mut minutes = "0";
    if let Some(behind) = after.strip_prefix(['.', ':'])
        && behind.starts_with(|letter: char| letter.is_ascii_digit())
    {
        (minutes, after) = behind.split_at(digits(behind));
        if minutes.len() != 2 {
            return Err(Unread::Time(text[..text.len() - after.len()].to_owned()));
        }
    } else if matches!(hours.len(), 3 | 4) {
        (hours, minutes) = hours.split_at(hours.len() - 2);
    }
    let said = &text[..text.len() - after.len()];
    let not_a_time = || Unread::Time(said.to_owned());
    let (hours, minutes) = match (hours.parse::<u16>(), minutes.parse::<u16>()) {
        (Ok(hours @ 0..=23), Ok(minutes @ 0..=59)) => (hours, minutes),
        (Ok(24), Ok(0)) => (24, 0),
        _ => return Err(not_a_time()),
    };
    let suffix = after.trim_start();
    for (mark, noon) in [("am", 0), ("pm", 12)] {
        if let Some(after) = suffix.strip_prefix(mark)
            && !after.starts_with(char::is_alphabetic)
        {
            if !(1..=12).contains(&hours) {
                return Err(not_a_time());
            }
            return Ok((Token::Clock((hours % 12 + noon) * 60 + minutes, Some(noon)), after));
        }
    }
    Ok((Token::Clock(hours * 60 + minutes, None), after))
}

/// From one time to another, in minutes; the second above 1,440 when it is on the next day. `None`: it ends where or
/// before it begins.
fn span(from: (u16, Option<u16>), to: (u16, Option<u16>)) -> Option<(u16, u16)> {
    const MIDDAY: u16 = 12 * 60;
    let (mut start, mut end) = (from.0, to.0);
    match (from.1, to.1) {
        // `1-5pm`, `9-5pm`
        (None, Some(12)) if start < MIDDAY && start + MIDDAY < end => start += MIDDAY,
        // `8am-2`
        (Some(0), None) if end <= start && end < MIDDAY => end += MIDDAY,
        // `1pm-5`, but not `8pm-2`
        (Some(12), None) if end < MIDDAY && end + MIDDAY > start => end += MIDDAY,
        _ => {}
    }
    match end {
        // One minute to midnight is midnight.
        1439 if start < 1425 => Some((start, 1440)),
        _ if end > start => Some((start, end)),
        _ if start >= MIDDAY && end < start => Some((start, end + 1440)),
        _ => None,
    }
}

/// What has been read of the days that are being spoken of.
#[derive(Default)]
struct Clause {
    days: EnumSet<Weekday>,
    /// From and to in minutes, and the weeks when they were said behind the time.
    times: Vec<((u16, u16), Option<Parity>)>,
    /// Said between the days and the times.
    parity: Option<Parity>,
    is_not: bool,
    /// The last words, to show what is not complete.
    said: String,
}

#[derive(Default)]
struct Reader {
    free: Weeks,
    not: Weeks,
    clause: Clause,
    /// Said before the days; holds until something else is said or a new line begins.
    standing: Parity,
    /// The words of `standing` while nothing has been said behind them.
    unused: Option<String>,
    /// Whether a comma or an "and" came after the last time.
    is_after_comma: bool,
}

impl Reader {
    /// Days without a time are refused, but after a "not".
    fn close(&mut self) -> Result<(), Unread> {
        let mut clause = std::mem::take(&mut self.clause);
        self.is_after_comma = false;
        if clause.days.is_empty() {
            return if clause.is_not {
                Err(Unread::NoDay(clause.said))
            } else {
                Ok(())
            };
        }
        if clause.times.is_empty() {
            if !clause.is_not {
                return Err(Unread::NoTime(clause.said));
            }
            clause.times.push(((0, 1440), None));
        }
        for ((from, to), parity) in clause.times {
            // What is free is rounded to whole quarter hours inwards, what is not, outwards.
            let (start, end) = if clause.is_not {
                (from / 15, to.div_ceil(15))
            } else {
                (from.div_ceil(15), to / 15)
            };
            let parity = parity.or(clause.parity).unwrap_or(self.standing);
            let weeks = if clause.is_not { &mut self.not } else { &mut self.free };
            for day in clause.days {
                // Not above 96, as a time is not above 1,440 minutes.
                weeks.insert(parity, day, Quarter(start as u8), Quarters(end.saturating_sub(start)));
            }
        }
        Ok(())
    }

    fn add_days(&mut self, days: EnumSet<Weekday>, said: &str) -> Result<(), Unread> {
        if !self.clause.times.is_empty() {
            self.close()?;
        }
        self.unused = None;
        self.clause.days |= days;
        self.clause.said = said.to_owned();
        Ok(())
    }

    fn add_time(&mut self, time: (u16, u16), said: &str) -> Result<(), Unread> {
        if self.clause.days.is_empty() {
            return Err(Unread::NoDay(said.to_owned()));
        }
        // Shorter than any whole quarter hour.
        if time.0.div_ceil(15) >= time.1 / 15 {
            return Err(Unread::Time(said.to_owned()));
        }
        self.clause.times.push((time, None));
        self.is_after_comma = false;
        Ok(())
    }

    fn parity(&mut self, parity: Parity, said: &str, is_before_day: bool) -> Result<(), Unread> {
        let clause = &mut self.clause;
        if !clause.times.is_empty() && !self.is_after_comma {
            // `man 8-12 ulige tir 8-12`: of Monday or of Tuesday?
            if is_before_day {
                return Err(Unread::WeeksOfWhat(said.to_owned()));
            }
            for (_, of) in &mut clause.times {
                of.get_or_insert(parity);
            }
        } else if clause.times.is_empty() && !clause.days.is_empty() {
            clause.parity = Some(parity);
        } else {
            self.close()?;
            self.standing = parity;
            self.unused = Some(said.to_owned());
        }
        Ok(())
    }

    fn weeks_of_what(&mut self) -> Result<(), Unread> {
        self.unused.take().map_or(Ok(()), |said| Err(Unread::WeeksOfWhat(said)))
    }
}

impl Weeks {
    /// Reads what somebody typed, such as `hverdage 8-14, ikke ons, tor 16-18 i ulige uger` or `Mon–Fri 9am–2pm; Sat 10-12 odd weeks`.
    ///
    /// Days, then their times, then perhaps the weeks. Even or odd weeks said before the days hold until the line or a
    /// semicolon ends. What is not free is taken away last, wherever it stands.
    pub fn read(text: &str) -> Result<Weeks, Unread> {
        if text.chars().count() > LONGEST {
            return Err(Unread::TooLong);
        }
        let tokens = tokens(&text.to_lowercase())?;
        if tokens.is_empty() {
            return Err(Unread::Nothing);
        }
        let mut reader = Reader::default();
        let mut rest = &tokens[..];
        let mut opened = None;
        while let [(token, said), after @ ..] = rest {
            rest = after;
            match *token {
                Token::Day(first) => {
                    let mut days = EnumSet::only(first);
                    if let [(Token::To, _), (Token::Day(last), _), after @ ..] = rest {
                        rest = after;
                        let count = (7 + *last as u16 - first as u16) % 7;
                        days = (0..=count).map(|more| first.plus(more)).collect();
                    }
                    reader.add_days(days, said)?;
                }
                Token::Days(days) => reader.add_days(days, said)?,
                Token::Always => {
                    reader.add_days(EnumSet::all(), said)?;
                    reader.add_time((0, 1440), said)?;
                }
                Token::WholeDay => reader.add_time((0, 1440), said)?,
                Token::Clock(at, half) => {
                    let time = match (rest, opened.take()) {
                        ([(Token::To, _), (Token::Clock(end, end_half), _), after @ ..], _)
                        | ([(Token::Join, _), (Token::Clock(end, end_half), _), after @ ..], Some(Token::Between)) => {
                            let to = &rest[1].1;
                            rest = after;
                            span((at, half), (*end, *end_half)).ok_or_else(|| Unread::Backwards(format!("{said}-{to}")))?
                        }
                        (_, Some(Token::After)) if at < 1440 => (at, 1440),
                        (_, Some(Token::Before)) if at > 0 => (0, at),
                        _ => return Err(Unread::NoEnd(said.clone())),
                    };
                    reader.add_time(time, said)?;
                }
                Token::After | Token::Before | Token::Between => {
                    if !matches!(rest, [(Token::Clock(..), _), ..]) {
                        // `fra mandag til fredag` is no more than `mandag til fredag`.
                        if !matches!((token, rest), (Token::After, [(Token::Day(_), _), ..])) {
                            return Err(Unread::Word(said.clone()));
                        }
                    } else {
                        opened = Some(*token);
                    }
                }
                Token::Parity(parity) => {
                    let is_before_day = matches!(rest, [(Token::Day(_) | Token::Days(_) | Token::Always, _), ..]);
                    reader.parity(parity, said, is_before_day)?;
                }
                Token::Not => {
                    reader.close()?;
                    reader.clause.is_not = true;
                    reader.clause.said = said.clone();
                }
                // After a "not", it is yes again: `ikke ons, lør 10-12`.
                Token::Comma if reader.clause.is_not => reader.close()?,
                Token::Comma | Token::Join => reader.is_after_comma = true,
                Token::Stop => {
                    reader.close()?;
                    reader.weeks_of_what()?;
                    reader.standing = Parity::Every;
                }
                Token::To => return Err(Unread::Word(said.clone())),
            }
        }
        reader.close()?;
        reader.weeks_of_what()?;
        Ok(reader.free & !reader.not)
    }
}

#[cfg(test)]
mod tests;
