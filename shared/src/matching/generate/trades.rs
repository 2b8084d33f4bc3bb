//! What work there is in such a municipality, when it is done and what it demands.

use super::super::week::{Parity, Weekday};
use super::super::words::{Certificate, Demand, Isco, Level};

/// Work of one occupation.
#[derive(Clone, Copy, Debug)]
pub struct Trade {
    pub isco: Isco,
    /// How many of a thousand placements.
    pub often: u32,
    pub title: &'static str,
    /// How such companies are called.
    pub house: &'static str,
    pub hours: &'static [Pattern],
    pub demands: &'static [Demand],
    pub lifts: u8,
    pub danish: Option<Level>,
    pub certificate: Option<Certificate>,
    /// Work that somebody of 13 may do.
    pub young: bool,
}

/// When such work is done: on some of these days from about this time on.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    pub days: &'static [Weekday],
    pub parity: Parity,
    /// In quarter hours.
    pub start: u8,
    pub length: u16,
    pub pause: u16,
}

const WEEKDAYS: &[Weekday] = &[
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];
const WEEKEND: &[Weekday] = &[Weekday::Saturday, Weekday::Sunday];
const ALL: &[Weekday] = &Weekday::ALL;
const MIDWEEK: &[Weekday] = &[Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];

/// `start` and `length` in quarter hours.
const fn on(days: &'static [Weekday], start: u8, length: u16) -> Pattern {
    Pattern {
        days,
        parity: Parity::Every,
        start,
        length,
        pause: if length > 24 { 2 } else { 0 },
    }
}

const fn every_other(days: &'static [Weekday], parity: Parity, start: u8, length: u16) -> Pattern {
    Pattern {
        parity,
        ..on(days, start, length)
    }
}

/// Shelves before opening, in the morning, in the afternoon, at weekends.
const SHOP: &[Pattern] = &[
    on(WEEKDAYS, 24, 16),
    on(WEEKDAYS, 34, 16),
    on(WEEKDAYS, 36, 12),
    on(WEEKDAYS, 52, 18),
    on(WEEKEND, 36, 20),
];
/// Before and after everybody else, or in the middle of the day.
const CLEANING: &[Pattern] = &[
    on(WEEKDAYS, 20, 12),
    on(WEEKDAYS, 36, 12),
    on(WEEKDAYS, 60, 14),
    on(ALL, 36, 18),
];
const KITCHEN: &[Pattern] = &[
    on(WEEKDAYS, 28, 24),
    on(WEEKDAYS, 36, 20),
    on(WEEKDAYS, 33, 14),
    on(ALL, 64, 22),
];
/// Days, evenings every other week, nights at weekends.
const CARE: &[Pattern] = &[
    on(WEEKDAYS, 28, 32),
    on(MIDWEEK, 34, 20),
    every_other(ALL, Parity::Even, 60, 32),
    every_other(ALL, Parity::Odd, 60, 32),
    every_other(WEEKEND, Parity::Odd, 92, 32),
];
const FARM: &[Pattern] = &[on(ALL, 20, 20), on(WEEKDAYS, 52, 12), on(WEEKDAYS, 32, 28)];
const FACTORY: &[Pattern] = &[
    on(WEEKDAYS, 24, 30),
    on(WEEKDAYS, 28, 32),
    on(WEEKDAYS, 36, 20),
    every_other(WEEKDAYS, Parity::Even, 24, 32),
    every_other(WEEKDAYS, Parity::Odd, 56, 32),
];
const WORKSHOP: &[Pattern] = &[on(WEEKDAYS, 28, 30), on(WEEKDAYS, 32, 20), on(MIDWEEK, 36, 16)];
const OFFICE: &[Pattern] = &[on(WEEKDAYS, 32, 20), on(MIDWEEK, 34, 20), on(WEEKDAYS, 36, 12)];
const CHILDREN: &[Pattern] = &[on(WEEKDAYS, 28, 24), on(WEEKDAYS, 34, 20), on(WEEKDAYS, 52, 14)];

macro_rules! trades {
    ($($isco:literal $often:literal $title:literal $house:literal $hours:ident [$($demand:ident)*] $lifts:literal $danish:expr, $certificate:expr, $young:literal;)*) => {
        /// As common as in a rural municipality of east Jutland, roughly.
        pub const TRADES: &[Trade] = &[$(Trade {
            isco: Isco($isco),
            often: $often,
            title: $title,
            house: $house,
            hours: $hours,
            demands: &[$(Demand::$demand),*],
            lifts: $lifts,
            danish: $danish,
            certificate: $certificate,
            young: $young,
        }),*];
    };
}

use Certificate::{CarLicence, ChildrenCertificate, FoodHygiene, Forklift, Welding};
use Level::{A1, A2, B1, B2};

trades! {
    9334 90 "Varer på hylder" "Købmand" SHOP [Bending Reaching] 12 None, None, true;
    5223 60 "Butiksassistent" "Butikken" SHOP [Standing Serving Numbers] 10 Some(B1), None, true;
    5230 35 "Ved kassen" "Købmand" SHOP [Sitting Serving Numbers] 5 Some(B2), None, false;
    9112 110 "Rengøring" "Rengøringen" CLEANING [Bending CleaningAgents] 8 None, None, false;
    9412 90 "Køkkenmedhjælper" "Køkkenet" KITCHEN [Standing Heat CleaningAgents] 10 Some(A1), None, true;
    5120 25 "Kok i kantinen" "Kantinen" KITCHEN [Standing Heat Pace] 12 Some(A2), Some(FoodHygiene), false;
    5246 25 "Caféassistent" "Caféen" KITCHEN [Standing Serving] 6 Some(B1), None, true;
    9333 80 "Lagermedhjælper" "Lageret" FACTORY [Standing Bending Repeating] 15 Some(A1), None, false;
    8344 20 "Truckfører" "Lageret" FACTORY [Noise Cold] 15 Some(A2), Some(Forklift), false;
    9321 60 "Pakkemedarbejder" "Pakkeriet" FACTORY [Repeating Noise] 10 None, None, true;
    9329 50 "Fabriksmedhjælper" "Fabrikken" FACTORY [Standing Noise Repeating Pace] 15 Some(A1), None, false;
    8160 40 "På båndet" "Sylteriet" FACTORY [Standing Noise Repeating] 12 Some(A2), None, false;
    7512 25 "Bagerimedhjælper" "Bageriet" KITCHEN [Standing Heat Repeating] 12 None, None, true;
    5321 70 "I plejen" "Plejehjemmet" CARE [Standing Bending] 15 Some(B2), None, false;
    5322 30 "Hjemmehjælper" "Hjemmeplejen" CARE [Bending Alone] 12 Some(B2), Some(CarLicence), false;
    5311 45 "En ekstra voksen" "Børnehuset" CHILDREN [Bending Noise Crowds] 12 Some(B1), Some(ChildrenCertificate), false;
    5312 20 "Skolemedhjælper" "Skolen" CHILDREN [Noise Crowds Reading] 8 Some(B2), Some(ChildrenCertificate), false;
    5153 30 "Pedellens højre hånd" "Kursusstedet" WORKSHOP [Outdoors Stairs] 18 Some(A2), None, false;
    9214 35 "Gartnermedhjælper" "Gartneriet" WORKSHOP [Bending Outdoors] 10 None, None, true;
    9212 40 "Staldmedhjælper" "Gården" FARM [Animals Bending Outdoors Cold] 15 None, None, false;
    9213 20 "Landbrugsmedhjælper" "Gården" FARM [Animals Outdoors Noise Alone] 15 Some(A2), Some(CarLicence), false;
    8157 25 "Vaskerimedarbejder" "Vaskeriet" FACTORY [Repeating CleaningAgents Heat] 12 None, None, false;
    8153 20 "Syer" "Syværkstedet" WORKSHOP [Sitting FineHands Repeating] 5 None, None, false;
    7212 20 "Svejser" "Smedjen" WORKSHOP [Standing Noise Heat FineHands] 20 Some(A2), Some(Welding), false;
    8219 40 "Montagearbejder" "Værkstedet" WORKSHOP [FineHands Repeating] 10 None, None, false;
    9313 30 "Bygningsmedhjælper" "Byggefolkene" WORKSHOP [Standing Outdoors Dust Noise] 25 Some(A1), None, false;
    8322 20 "Varebil" "Fragten" WORKSHOP [Alone Pace] 20 Some(B1), Some(CarLicence), false;
    4110 25 "Kontormedhjælper" "Kontoret" OFFICE [Sitting Screen Reading] 0 Some(B2), None, true;
    4411 10 "Bøger på plads" "Boghandlen" OFFICE [Reading Reaching] 8 Some(B1), None, true;
    7234 15 "Cykelværksted" "Cykelværkstedet" WORKSHOP [FineHands] 15 None, None, false;
}

/// People of a community, roughly; towns by what the municipality says of them, the rest as small as they are.
pub fn people_in(community: &str) -> u32 {
    match community {
        "Hedensted" => 8_400,
        "Løsning" => 4_600,
        "Juelsminde" => 4_000,
        "Tørring" => 3_000,
        "Hornsyld" => 1_650,
        "Lindved" => 1_450,
        "Uldum" => 1_400,
        "Øster Snede" => 1_200,
        "Daugård" | "Rask Mølle" => 1_070,
        "Stouby" | "Barrit" => 700,
        "Hjarnø" => 110,
        "Hammer" | "Hjortsvang" | "Vrigsted" | "As" | "Urlev" => 150,
        _ => 420,
    }
}
