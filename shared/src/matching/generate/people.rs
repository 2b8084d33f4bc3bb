//! Somebody who looks for work.

use super::super::candidate::{AgeBand, Candidate, Hours, Needs, Spoken, Status, Terms, Told, Travel};
use super::super::place::{Mode, Site};
use super::super::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use super::super::words::{Certificate, Demand, Isco, Kind as Offered, Language, Level, TaskId};
use super::trades::TRADES;
use super::words::{FIRST_NAMES, STRENGTHS, WISHES};
use super::{Dice, Kind, Town};
use enumset::EnumSet;

/// Languages that people bring along, and how many of a hundred.
const MOTHER_TONGUES: &[(&str, u32)] = &[
    ("da", 46),
    ("ar", 14),
    ("uk", 12),
    ("ti", 7),
    ("so", 5),
    ("pl", 6),
    ("ro", 4),
    ("fa", 3),
    ("tr", 3),
];
const WEEKDAYS: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

pub fn candidate(town: &Town, number: u32) -> Candidate {
    let mut dice = town.dice(Kind::Candidate, number);
    let dice = &mut dice;
    let home = dice.weighed(&town.homes);
    let age = dice.weighed(&[
        (AgeBand::Adult, 92),
        (AgeBand::From13, 3),
        (AgeBand::From15AtSchool, 3),
        (AgeBand::From15, 2),
    ]);
    let is_adult = age == AgeBand::Adult;
    let (speaks, at_school) = speaks(dice, is_adult);
    let travel = travel(town, dice, home, is_adult);
    let (free, bound) = week(dice, age, at_school);
    let (wanted, can, wants_to_learn) = wishes(town, dice, is_adult);
    let certificates = certificates(dice, &travel, is_adult);
    Candidate {
        id: town.candidate_id(number),
        first_name: (*dice.one_of(FIRST_NAMES)).to_owned(),
        strengths: (0..dice.between(1, 4))
            .map(|_| (*dice.one_of(STRENGTHS)).to_owned())
            .collect(),
        wish: (*dice.one_of(WISHES)).to_owned(),
        wanted,
        can,
        wants_to_learn,
        speaks,
        home: home.clone(),
        travel,
        free,
        hours: hours(dice, bound, is_adult),
        needs: needs(dice),
        certificates,
        age,
        terms: terms(dice, is_adult),
        knows: if dice.percent(10) {
            vec![town.workplace_id(dice.below(town.workplaces))]
        } else {
            vec![]
        },
        status: dice.weighed(&[(Status::Looking, 84), (Status::Underway, 11), (Status::Pause, 5)]),
        waiting_since: town.today.plus(-i32::from(waiting(dice))),
        from: dice.percent(10).then(|| town.today.plus(dice.between(3, 60).into())),
        day_jobs: dice.percent(25),
    }
}

/// Days: most a season or less, some a year and more.
fn waiting(dice: &mut Dice) -> u16 {
    let (one, other) = (dice.between(0, 700), dice.between(0, 700));
    one.min(other)
}

/// And whether they go to language school.
fn speaks(dice: &mut Dice, is_adult: bool) -> (Vec<Spoken>, bool) {
    let mother_tongue = if is_adult { dice.weighed(MOTHER_TONGUES) } else { "da" };
    let mut speaks: Vec<Spoken> = Language::new(mother_tongue)
        .map(|language| Spoken {
            language,
            level: Level::C2,
        })
        .into_iter()
        .collect();
    if mother_tongue == "da" {
        if let (true, Ok(language)) = (dice.percent(50), Language::new("en")) {
            let level = Level::B1;
            speaks.push(Spoken { language, level });
        }
        return (speaks, false);
    }
    let level = dice.weighed(&[(Level::A1, 18), (Level::A2, 36), (Level::B1, 28), (Level::B2, 18)]);
    let language = Language::DANISH;
    speaks.push(Spoken { language, level });
    (speaks, level <= Level::B1 && dice.percent(75))
}

fn travel(town: &Town, dice: &mut Dice, home: &Site, is_adult: bool) -> Travel {
    let mut by = EnumSet::only(Mode::Walk);
    for (mode, often) in [(Mode::Bike, 70), (Mode::EBike, 8), (Mode::Car, 48), (Mode::Bus, 30)] {
        if dice.percent(often) && (is_adult || mode == Mode::Bike) {
            by.insert(mode);
        }
    }
    let mut told = Vec::new();
    if by.contains(Mode::Bus) {
        for _ in 0..dice.between(1, 3) {
            let community = dice.weighed(&town.homes).community.clone();
            if community != home.community && told.iter().all(|told: &Told| told.community != community) {
                told.push(Told {
                    community,
                    by: Mode::Bus,
                    minutes: dice.between(15, 80),
                    at_all_hours: dice.weighed(&[(Some(true), 20), (None, 70), (Some(false), 10)]),
                });
            }
        }
    }
    let longest = if is_adult {
        dice.between(3, 12) * 5
    } else {
        dice.between(2, 5) * 5
    };
    Travel { by, longest, told }
}

/// When they are free, and how long they are at language school.
fn week(dice: &mut Dice, age: AgeBand, at_school: bool) -> (Weeks, Quarters) {
    let mut free = Weeks::EMPTY;
    let mut open = |days: &[Weekday], parity, start: u16, end: u16| {
        for day in days {
            free.insert(parity, *day, Quarter(start as u8), Quarters(end - start));
        }
    };
    if matches!(age, AgeBand::From13 | AgeBand::From15AtSchool) {
        open(&WEEKDAYS, Parity::Every, dice.between(60, 63), dice.between(72, 80));
        open(&[Weekday::Saturday], Parity::Every, 32, 64);
        return (free, Quarters(0));
    }
    // Day care or school in the morning and in the afternoon.
    let (start, end) = (dice.between(31, 35), dice.between(56, 65));
    match dice.below(100) {
        0..30 => {
            open(&WEEKDAYS, Parity::Every, dice.between(20, 28), dice.between(64, 76));
            if dice.percent(50) {
                open(&[Weekday::Saturday], Parity::Every, 28, 64);
            }
        }
        30..58 => open(&WEEKDAYS, Parity::Every, start, end),
        // The children live here every other week.
        58..68 => {
            let (with, without) = if dice.percent(50) {
                (Parity::Even, Parity::Odd)
            } else {
                (Parity::Odd, Parity::Even)
            };
            open(&WEEKDAYS, with, start, end);
            open(&WEEKDAYS, without, 24, 88);
            open(&[Weekday::Saturday, Weekday::Sunday], without, 28, 88);
        }
        // A few hours in the middle of some days.
        68..86 => {
            let days: Vec<Weekday> = WEEKDAYS.into_iter().filter(|_| dice.percent(75)).collect();
            let days = if days.is_empty() { vec![Weekday::Wednesday] } else { days };
            open(&days, Parity::Every, dice.between(36, 40), dice.between(50, 58));
        }
        _ => {
            open(&WEEKDAYS, Parity::Every, 60, 92);
            open(&[Weekday::Saturday, Weekday::Sunday], Parity::Every, 32, 92);
        }
    }
    let mut bound = Quarters(0);
    if at_school {
        let days: &[Weekday] = match dice.below(3) {
            0 => &[Weekday::Tuesday, Weekday::Thursday],
            1 => &[Weekday::Monday, Weekday::Wednesday, Weekday::Friday],
            _ => &WEEKDAYS[..4],
        };
        let (start, length) = if dice.percent(60) { (49, 13) } else { (33, 15) };
        for day in days {
            free.remove(Parity::Every, *day, Quarter(start), Quarters(length));
            bound += Quarters(length);
        }
    }
    // School in all of the few hours there were: then evenings are left.
    if free.is_empty() {
        for day in WEEKDAYS {
            free.insert(Parity::Every, day, Quarter(64), Quarters(16));
        }
    }
    (free, bound)
}

fn wishes(town: &Town, dice: &mut Dice, is_adult: bool) -> (Vec<Isco>, Vec<TaskId>, Vec<TaskId>) {
    let trades: Vec<(usize, u32)> = (0..TRADES.len())
        .filter(|index| is_adult || TRADES[*index].young)
        .map(|index| (index, TRADES[index].often))
        .collect();
    let mut chosen: Vec<usize> = Vec::new();
    for _ in 0..dice.between(1, 3) {
        let trade = dice.weighed(&trades);
        if !chosen.contains(&trade) {
            chosen.push(trade);
        }
    }
    let own: Vec<TaskId> = chosen.iter().flat_map(|trade| town.tasks[*trade].iter().copied()).collect();
    let other = dice.weighed(&trades);
    let mut can = dice.few_of(&own, 4);
    can.extend(dice.few_of(&town.tasks[other], 2));
    can.sort();
    can.dedup();
    let mut learn = dice.few_of(&own, 2);
    learn.retain(|task| can.binary_search(task).is_err());
    (chosen.into_iter().map(|trade| TRADES[trade].isco).collect(), can, learn)
}

fn hours(dice: &mut Dice, bound: Quarters, is_adult: bool) -> Hours {
    let paid = if dice.percent(30) { dice.between(2, 12) } else { 0 };
    let placement = if dice.percent(20) { dice.between(5, 20) } else { 0 };
    let hoped = if is_adult {
        (paid + dice.between(6, 30)).min(37)
    } else {
        dice.between(4, 10)
    };
    Hours {
        paid: Quarters::from_hours(if is_adult { paid } else { 0 }),
        placement: Quarters::from_hours(if is_adult { placement } else { 0 }),
        bound,
        hoped: Quarters::from_hours(hoped),
    }
}

fn needs(dice: &mut Dice) -> Needs {
    let often = dice.weighed(&[(2, 60), (8, 25), (20, 15)]);
    let cannot = dice.some_of(EnumSet::<Demand>::all(), often);
    Needs {
        can: dice.some_of(EnumSet::all() - cannot, 93),
        cannot,
        lifts: dice.percent(92).then(|| *dice.one_of(&[5, 8, 10, 12, 15, 20, 25])),
    }
}

fn certificates(dice: &mut Dice, travel: &Travel, is_adult: bool) -> EnumSet<Certificate> {
    let mut certificates = EnumSet::empty();
    if !is_adult {
        return certificates;
    }
    if travel.by.contains(Mode::Car) {
        certificates.insert(Certificate::CarLicence);
    }
    for (certificate, often) in [
        (Certificate::ChildrenCertificate, 12),
        (Certificate::FoodHygiene, 8),
        (Certificate::Forklift, 8),
        (Certificate::FirstAid, 8),
        (Certificate::Welding, 3),
    ] {
        if dice.percent(often) {
            certificates.insert(certificate);
        }
    }
    certificates
}

fn terms(dice: &mut Dice, is_adult: bool) -> Terms {
    let kinds = match dice.below(100) {
        _ if !is_adult => EnumSet::only(Offered::YouthJob),
        0..60 => Offered::WorkPlacement | Offered::WageSubsidy | Offered::PaidHours | Offered::DayJob,
        60..90 => Offered::WorkPlacement | Offered::PaidHours | Offered::DayJob,
        _ => Offered::PaidHours | Offered::DayJob,
    };
    Terms {
        kinds,
        placement_weeks: is_adult
            .then(|| dice.weighed(&[(Some(4), 25), (Some(13), 45), (Some(26), 15), (None, 15)]))
            .flatten(),
        subsidy_weeks: is_adult
            .then(|| dice.weighed(&[(Some(17), 20), (Some(26), 60), (None, 20)]))
            .flatten(),
        excluded: vec![],
        outside_ratio: dice.percent(15),
    }
}
