//! Companies, workplaces and what they offer.

use super::super::candidate::Spoken;
use super::super::place::{Point, Site};
use super::super::placement::{Afterwards, Company, Could, Placement, Staff, Supported, Workplace};
use super::super::shift::{Leeway, Shift};
use super::super::week::{Parity, Quarter, Quarters, Weekday};
use super::super::words::{Isco, Kind as Offered, Language, Level};
use super::trades::{Pattern, TRADES, Trade};
use super::words::HOUSES;
use super::{Dice, Kind, Town};
use crate::day::Day;
use enumset::EnumSet;

const LANGUAGES: &[&str] = &["ar", "uk", "pl", "ti", "ro", "so"];

/// One in six companies has a second workplace: the next number's.
pub fn company_of(town: &Town, workplace: u32) -> u32 {
    let is_second = workplace > 0 && workplace % 2 == 1 && town.dice(Kind::Company, workplace).percent(33);
    workplace - u32::from(is_second)
}

pub fn company(town: &Town, number: u32) -> Company {
    let trade = trade_of(town, number);
    let mut dice = town.dice(Kind::Company, number);
    dice.next();
    Company {
        id: town.company_id(number),
        name: format!("{} {}", trade.house, dice.one_of(HOUSES)),
        cvr: None,
        public: matches!(trade.isco, Isco(5311 | 5312 | 5321 | 5322)),
    }
}

/// What most of a company's work is.
fn trade_of(town: &Town, company: u32) -> &'static Trade {
    let mut dice = town.dice(Kind::Workplace, company);
    let trades: Vec<(&Trade, u32)> = TRADES.iter().map(|trade| (trade, trade.often)).collect();
    dice.weighed(&trades)
}

pub fn workplace(town: &Town, number: u32) -> Workplace {
    let mut dice = town.dice(Kind::Workplace, number);
    dice.next();
    let dice = &mut dice;
    let site = dice.weighed(&town.homes);
    let spread = |dice: &mut Dice| i32::from(dice.between(0, 12_000)) - 6_000;
    let point = Point {
        lat: site.point.lat + spread(dice),
        lon: site.point.lon + spread(dice),
    };
    let company = company_of(town, number);
    // In hundredths of a full-time year; most are small.
    let size = u32::from(dice.between(100, 2_500).min(dice.between(100, 6_000)));
    let month = |dice: &mut Dice| size + dice.below(size / 8 + 1);
    let ordinary = dice.percent(85).then(|| [month(dice), month(dice), month(dice), month(dice)]);
    let supported = (0..dice.below(size / 800 + 2)).map(|_| Supported {
        hours: Quarters::from_hours(dice.between(8, 37)),
        until: town.today.plus(dice.between(3, 90).into()),
    });
    let supported = supported.collect();
    Workplace {
        id: town.workplace_id(number),
        company: town.company_id(company),
        name: self::company(town, company).name,
        p_number: None,
        site: Site { point, ..site.clone() },
        staff: Staff { ordinary, supported },
    }
}

/// A placement, and the number of its workplace.
pub fn placement(town: &Town, number: u32) -> (u32, Placement) {
    let mut dice = town.dice(Kind::Placement, number);
    let dice = &mut dice;
    let at = dice.below(town.workplaces);
    let own = trade_of(town, company_of(town, at));
    // Most of what a bakery offers is baking, and now and then somebody to clean.
    let trade = if dice.percent(80) { own } else { dice.one_of(TRADES) };
    let kind = match dice.below(100) {
        0..6 if trade.young => Offered::YouthJob,
        0..45 => Offered::WorkPlacement,
        45..60 => Offered::WageSubsidy,
        60..94 => Offered::PaidHours,
        _ => Offered::DayJob,
    };
    let index = TRADES.iter().position(|each| each.isco == trade.isco).unwrap_or_default();
    let confirmed = town.today.plus(-i32::from(dice.between(0, 24)));
    let start = start(town.today, dice, kind);
    let mut demands = EnumSet::empty();
    for demand in trade.demands {
        if dice.percent(80) {
            demands.insert(*demand);
        }
    }
    let placement = Placement {
        id: town.placement_id(number),
        workplace: town.workplace_id(at),
        kind,
        subsidy_confirmed: kind == Offered::WageSubsidy && dice.percent(70),
        occupation: trade.isco,
        title: trade.title.to_owned(),
        tasks: dice.few_of(&town.tasks[index], 4),
        other_tasks: vec![],
        shifts: shifts(dice, trade, kind),
        least_hours: dice.percent(30).then(|| Quarters::from_hours(dice.between(4, 10))),
        must_speak: must_speak(dice, trade),
        nice_to_speak: vec![],
        colleagues_speak: colleagues(dice),
        demands,
        lifts: if kind == Offered::YouthJob {
            trade.lifts.min(8)
        } else {
            trade.lifts
        },
        certificates: trade.certificate.filter(|_| dice.percent(70)).into_iter().collect(),
        mentor: kind == Offered::YouthJob || dice.percent(60),
        seats: dice.weighed(&[(1, 78), (2, 16), (3, 6)]),
        start,
        end: end(dice, kind, start),
        afterwards: match dice.below(10) {
            0..5 => Afterwards::NotSaid,
            5..8 => Afterwards::Perhaps,
            _ => Afterwards::PaidFromWeek(dice.between(3, 14) as u8),
        },
        could: could(town, dice, trade, start),
        confirmed,
        expires: confirmed.plus(28),
    };
    (at, placement)
}

/// A Monday of the next weeks, or tomorrow.
fn start(today: Day, dice: &mut Dice, kind: Offered) -> Day {
    if kind == Offered::DayJob {
        return today.plus(1 + i32::from(dice.between(0, 6)));
    }
    let monday = today.plus(7 - i32::from(today.weekday()));
    monday.plus(7 * i32::from(dice.between(0, 5)))
}

fn end(dice: &mut Dice, kind: Offered, start: Day) -> Option<Day> {
    let weeks = match kind {
        Offered::WorkPlacement => dice.weighed(&[(4, 40), (8, 20), (13, 40)]),
        Offered::WageSubsidy => dice.weighed(&[(17, 40), (26, 60)]),
        Offered::DayJob => 1,
        Offered::PaidHours | Offered::YouthJob => return None,
    };
    Some(start.plus(weeks * 7 - 3))
}

fn shifts(dice: &mut Dice, trade: &Trade, kind: Offered) -> Vec<Shift> {
    const AFTER_SCHOOL: &[Weekday] = &[
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ];
    const YOUNG: Pattern = Pattern {
        days: AFTER_SCHOOL,
        parity: Parity::Every,
        start: 63,
        length: 8,
        pause: 0,
    };
    if dice.percent(3) {
        // They have not said when.
        return vec![];
    }
    let pattern = if kind == Offered::YouthJob {
        &YOUNG
    } else {
        dice.one_of(trade.hours)
    };
    let many = match kind {
        Offered::YouthJob => 2,
        Offered::DayJob => dice.between(1, 3),
        Offered::PaidHours => dice.between(2, 5),
        _ => dice.between(3, 5),
    };
    // Days that follow one another, from any of them on.
    let first = dice.below(pattern.days.len() as u32) as usize;
    let mut days: Vec<Weekday> = (0..usize::from(many))
        .map(|step| pattern.days[(first + step) % pattern.days.len()])
        .collect();
    days.sort();
    days.dedup();
    let start = pattern.start + dice.below(5) as u8 - 2;
    let length = pattern.length + dice.between(0, 4) - 2;
    let leeway = leeway(dice, length);
    let one = Shift {
        day: Weekday::Monday,
        start: Quarter(start.min(95)),
        length: Quarters(length),
        pause: Quarters(pattern.pause),
        parity: pattern.parity,
        from_week: 0,
        leeway,
    };
    let rising = dice.percent(12);
    let last = days.len().saturating_sub(1);
    let shifts = days.into_iter().enumerate().map(|(index, day)| Shift {
        day,
        from_week: if rising && index == last && last > 0 { 4 } else { 0 },
        ..one.clone()
    });
    shifts.collect()
}

fn leeway(dice: &mut Dice, length: u16) -> Leeway {
    let quarters = |dice: &mut Dice, often| {
        if dice.percent(often) {
            Quarters(dice.between(1, 8))
        } else {
            Quarters(0)
        }
    };
    Leeway {
        later: quarters(dice, 60),
        earlier: quarters(dice, 35),
        days: dice.some_of(Weekday::ALL[..5].iter().copied().collect(), 15),
        shortest: dice.percent(40).then(|| Quarters((length * 2 / 3).max(6))),
        optional: dice.percent(10),
    }
}

fn must_speak(dice: &mut Dice, trade: &Trade) -> Vec<Spoken> {
    let level: Option<Level> = trade.danish.filter(|_| dice.percent(85));
    let language = Language::DANISH;
    level.map(|level| Spoken { language, level }).into_iter().collect()
}

fn colleagues(dice: &mut Dice) -> Vec<Language> {
    let mut spoken = vec![Language::DANISH];
    for code in LANGUAGES {
        if dice.percent(12) {
            spoken.extend(Language::new(code));
        }
    }
    spoken
}

fn could(town: &Town, dice: &mut Dice, trade: &Trade, start: Day) -> Could {
    let lift_from = if dice.percent(15) {
        vec![dice.weighed(&town.homes).community.clone()]
    } else {
        vec![]
    };
    Could {
        spare: dice.some_of(trade.demands.iter().copied().collect(), 15),
        lifts: (trade.lifts > 5 && dice.percent(25)).then_some(trade.lifts / 2),
        buddy: dice.percent(15),
        lift_from,
        start_until: dice.percent(20).then(|| start.plus(7 * i32::from(dice.between(1, 6)))),
    }
}
