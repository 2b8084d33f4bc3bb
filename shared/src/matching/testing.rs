//! For tests and benchmarks alone: people and places at random, from small ranges, so that every gate is passed
//! and failed often, and nearly everything that may be left out sometimes is.

mod nearly;
mod plain;
mod wide;

pub use nearly::{nearly, nearly_all};
pub use plain::{plain_candidate, plain_offer, plain_site};
pub use wide::wide;

use super::candidate::{AgeBand, Candidate, Hours, Needs, Spoken, Status, Terms, Told, Travel};
use super::gates::Pair;
use super::place::{Mode, Point, Site};
use super::placement::{Afterwards, Could, Opening, Placement, Staff, Supported, Workplace};
use super::shift::{Leeway, Shift};
use super::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use super::words::{Certificate, Demand, Isco, Kind, Language, Level, TaskId};
use crate::day::Day;
use crate::ids::{CandidateId, CompanyId, PlacementId, WorkplaceId};
use enumset::{EnumSet, EnumSetType};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::ops::RangeInclusive;
use uuid::Uuid;

/// The day on which everything random happens: 22 November 2026, a Sunday.
pub fn today() -> Day {
    Day::new(2026, 11, 22).unwrap_or(Day::EPOCH)
}

/// Names, places in thousandths of a degree, and whether it is an island.
const COMMUNITIES: [(&str, i32, i32, bool); 10] = [
    ("Hedensted", 55_770, 9_704, false),
    ("Løsning", 55_802, 9_695, false),
    ("Daugård", 55_735, 9_708, false),
    ("Ølsted", 55_801, 9_769, false),
    ("Hornsyld", 55_756, 9_856, false),
    ("Uldum", 55_847, 9_590, false),
    ("Tørring", 55_853, 9_484, false),
    ("Juelsminde", 55_709, 10_017, false),
    ("Snaptun", 55_820, 10_051, false),
    ("Hjarnø", 55_827, 10_077, true),
];

/// An opening with all that belongs to it, so that it can be handed around.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub placement: Placement,
    pub workplace: Workplace,
}

impl Offer {
    pub fn opening(&self) -> Opening<'_> {
        Opening {
            placement: &self.placement,
            workplace: &self.workplace,
        }
    }

    pub fn with<'a>(&'a self, candidate: &'a Candidate) -> Pair<'a> {
        Pair {
            candidate,
            opening: self.opening(),
            said_no: false,
        }
    }
}

/// So many values of a strategy, the same ones for the same seed.
pub fn sample<S: Strategy>(strategy: &S, seed: u8, count: usize) -> Vec<S::Value> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    std::iter::from_fn(|| strategy.new_tree(&mut runner).ok())
        .map(|tree| tree.current())
        .take(count)
        .collect()
}

/// A subset of so many of a closed list.
pub fn set<T: EnumSetType + std::fmt::Debug + 'static>(size: RangeInclusive<usize>) -> impl Strategy<Value = EnumSet<T>> {
    let all: Vec<T> = EnumSet::all().iter().collect();
    let size = *size.start()..=(*size.end()).min(all.len());
    subsequence(all, size).prop_map(|chosen| chosen.into_iter().collect())
}

/// All of a closed list but so many.
pub fn all_but<T: EnumSetType + std::fmt::Debug + 'static>(size: RangeInclusive<usize>) -> impl Strategy<Value = EnumSet<T>> {
    set::<T>(size).prop_map(|left_out| !left_out)
}

pub fn site() -> impl Strategy<Value = Site> {
    (select(&COMMUNITIES[..]), -4_000..4_000i32, -6_000..6_000i32).prop_map(|((name, lat, lon, island), north, east)| Site {
        community: name.to_owned(),
        point: Point {
            lat: lat * 1000 + north,
            lon: lon * 1000 + east,
        },
        island,
    })
}

fn weekday() -> impl Strategy<Value = Weekday> {
    select(&Weekday::ALL[..])
}

fn parity() -> impl Strategy<Value = Parity> {
    prop_oneof![8 => Just(Parity::Every), 1 => Just(Parity::Even), 1 => Just(Parity::Odd)]
}

/// Hours that somebody is free: a plain week of few hours or many, with up to three stretches taken out.
pub fn free() -> impl Strategy<Value = Weeks> {
    let plain = prop_oneof![
        2 => Just(Weeks::ALWAYS),
        3 => plain(0..=6, 20, 72),
        3 => plain(0..=4, 22, 50),
        2 => plain(0..=4, 30, 36),
        1 => Just(Weeks::EMPTY),
    ];
    let taken = vec((parity(), weekday(), 0..96u8, 1..40u16), 0..=3);
    (plain, taken).prop_map(|(mut weeks, taken)| {
        for (parity, day, start, length) in taken {
            weeks.remove(parity, day, Quarter(start), Quarters(length));
        }
        weeks
    })
}

fn plain(days: RangeInclusive<usize>, start: u8, length: u16) -> impl Strategy<Value = Weeks> {
    Just(Weekday::ALL[days].iter().fold(Weeks::EMPTY, |mut weeks, &day| {
        weeks.insert(Parity::Every, day, Quarter(start), Quarters(length));
        weeks
    }))
}

/// Up to five shifts, mostly alike and on different days; now and then one in the night, or one that comes later.
pub fn shifts() -> impl Strategy<Value = Vec<Shift>> {
    let days = subsequence(Weekday::ALL.to_vec(), 0..=5);
    let alike = (
        prop_oneof![6 => 24..48u8, 1 => 48..96u8],
        prop_oneof![3 => 8..24u16, 2 => 24..34u16],
    );
    (days, alike)
        .prop_flat_map(|(days, (start, length))| days.into_iter().map(|day| shift(day, start, length)).collect::<Vec<_>>())
}

fn shift(day: Weekday, start: u8, length: u16) -> impl Strategy<Value = Shift> {
    let pause = prop_oneof![2 => Just(0u16), 1 => Just(2)];
    let from_week = prop_oneof![5 => Just(0u8), 1 => 1..8u8];
    let other = prop_oneof![4 => Just((start, length)), 1 => (20..90u8, 6..30u16)];
    (other, pause, parity(), from_week, leeway(length)).prop_map(move |((start, length), pause, parity, from_week, leeway)| {
        Shift {
            day,
            start: Quarter(start),
            length: Quarters(length),
            pause: Quarters(pause),
            parity,
            from_week,
            leeway,
        }
    })
}

fn leeway(length: u16) -> impl Strategy<Value = Leeway> {
    let some = (
        0..8u16,
        0..12u16,
        set(0..=2),
        proptest::option::of(length / 2..=length),
        prop::bool::weighted(0.3),
    )
        .prop_map(|(earlier, later, days, shortest, optional)| Leeway {
            earlier: Quarters(earlier),
            later: Quarters(later),
            days,
            shortest: shortest.map(Quarters),
            optional,
        });
    prop_oneof![1 => Just(Leeway::default()), 2 => some]
}

/// Danish nearly always, and a few more.
fn languages() -> impl Strategy<Value = Vec<Language>> {
    let list = ["en", "uk", "ar", "pl", "ti"];
    let more = subsequence(list.to_vec(), 0..=2);
    (prop::bool::weighted(0.9), more).prop_map(|(danish, more)| {
        let more = more.into_iter().filter_map(|code| Language::new(code).ok());
        danish.then_some(Language::DANISH).into_iter().chain(more).collect()
    })
}

const LEVELS: [Level; 6] = [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2];

/// A level of each, from these.
fn spoken(from: RangeInclusive<usize>) -> impl Strategy<Value = Vec<Spoken>> {
    languages().prop_flat_map(move |all| {
        let each = |language| select(&LEVELS[from.clone()]).prop_map(move |level| Spoken { language, level });
        all.into_iter().map(each).collect::<Vec<_>>()
    })
}

fn tasks(most: usize) -> impl Strategy<Value = Vec<TaskId>> {
    btree_set(1..16u16, 0..=most).prop_map(|tasks| tasks.into_iter().map(TaskId).collect())
}

/// Related occupations, and some that are not.
const OCCUPATIONS: [u16; 8] = [9112, 9121, 9334, 9412, 9411, 5223, 5131, 5321];

fn workplace_id() -> impl Strategy<Value = WorkplaceId> {
    (1..16u128).prop_map(|id| WorkplaceId(Uuid::from_u128(id)))
}

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn day(from: i32, to: i32) -> impl Strategy<Value = Day> {
    (from..=to).prop_map(|days| today().plus(days))
}

fn travel() -> impl Strategy<Value = Travel> {
    let told = (
        select(&COMMUNITIES[..]),
        select(vec![Mode::Bus, Mode::Car]),
        10..80u16,
        any::<Option<bool>>(),
    );
    let told = told.prop_map(|((community, ..), by, minutes, at_all_hours)| Told {
        community: community.to_owned(),
        by,
        minutes,
        at_all_hours,
    });
    (
        set(0..=3),
        prop_oneof![Just(20u16), Just(30), Just(45), Just(60)],
        vec(told, 0..=2),
    )
        .prop_map(|(by, longest, told)| Travel { by, longest, told })
}

fn hours() -> impl Strategy<Value = Hours> {
    let some = |most: u16| prop_oneof![2 => Just(0), 1 => 0..=most].prop_map(Quarters);
    (some(80), some(60), some(60), 0..=148u16).prop_map(|(paid, placement, bound, hoped)| Hours {
        paid,
        placement,
        bound,
        hoped: Quarters(hoped),
    })
}

fn needs() -> impl Strategy<Value = Needs> {
    let lifts = prop_oneof![1 => Just(None), 4 => (0..30u8).prop_map(Some)];
    let unasked = prop_oneof![4 => all_but(0..=0), 1 => all_but::<Demand>(0..=4)];
    (unasked, set(0..=4), lifts).prop_map(|(asked, cannot, lifts)| Needs {
        can: asked - cannot,
        cannot,
        lifts,
    })
}

fn terms() -> impl Strategy<Value = Terms> {
    let weeks = || proptest::option::of(select(vec![4u8, 13, 26]));
    (
        all_but(0..=2),
        weeks(),
        weeks(),
        vec(workplace_id(), 0..=1),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(kinds, placement_weeks, subsidy_weeks, excluded, outside_ratio)| Terms {
            kinds,
            placement_weeks,
            subsidy_weeks,
            excluded,
            outside_ratio,
        })
}

pub fn candidate() -> impl Strategy<Value = Candidate> {
    let wishes = (
        vec(select(&OCCUPATIONS[..]).prop_map(Isco), 0..=3),
        tasks(8),
        tasks(4),
        prop_oneof![1 => Just(Vec::new()), 9 => spoken(1..=5)],
        vec(workplace_id(), 0..=2),
    );
    let age = prop_oneof![
        12 => Just(AgeBand::Adult), 1 => Just(AgeBand::From13), 1 => Just(AgeBand::From15AtSchool), 1 => Just(AgeBand::From15),
    ];
    let status = prop_oneof![8 => Just(Status::Looking), 2 => Just(Status::Underway), 1 => Just(Status::Pause)];
    let when = (day(-400, 0), proptest::option::of(day(-10, 40)), status, any::<bool>());
    let limits = (needs(), set(0..=6), age, terms());
    (id(), wishes, site(), travel(), free(), hours(), limits, when).prop_map(
        |(id, (wanted, can, learn, speaks, knows), home, travel, free, hours, (needs, certificates, age, terms), when)| {
            Candidate {
                id: CandidateId(id),
                first_name: "Sofie".to_owned(),
                strengths: Vec::new(),
                wish: String::new(),
                wanted,
                can,
                wants_to_learn: learn,
                speaks,
                home,
                travel,
                free,
                hours,
                needs,
                certificates,
                age,
                terms,
                knows,
                waiting_since: when.0,
                from: when.1,
                status: when.2,
                day_jobs: when.3,
            }
        },
    )
}

pub fn workplace() -> impl Strategy<Value = Workplace> {
    let supported = vec((0..148u16, day(-5, 60)), 0..=4).prop_map(|all| {
        let each = |(hours, until)| Supported {
            hours: Quarters(hours),
            until,
        };
        all.into_iter().map(each).collect()
    });
    let ordinary = proptest::option::weighted(0.8, [0..3000u32, 0..3000, 0..3000, 0..3000]);
    (workplace_id(), site(), ordinary, supported).prop_map(|(id, site, ordinary, supported)| Workplace {
        id,
        company: CompanyId(id.0),
        name: "Bageriet".to_owned(),
        p_number: None,
        site,
        staff: Staff { ordinary, supported },
    })
}

fn could() -> impl Strategy<Value = Could> {
    let lift_from = subsequence(COMMUNITIES.map(|(name, ..)| name).to_vec(), 0..=2);
    (
        set(0..=6),
        proptest::option::of(0..20u8),
        any::<bool>(),
        lift_from,
        proptest::option::of(day(0, 60)),
    )
        .prop_map(|(spare, lifts, buddy, lift_from, start_until)| Could {
            spare,
            lifts,
            buddy,
            lift_from: lift_from.into_iter().map(str::to_owned).collect(),
            start_until,
        })
}

pub fn placement(workplace: WorkplaceId) -> impl Strategy<Value = Placement> {
    let kind = (
        select(EnumSet::<Kind>::all().iter().collect::<Vec<_>>()),
        prop::bool::weighted(0.6),
    );
    let afterwards = prop_oneof![
        Just(Afterwards::NotSaid),
        Just(Afterwards::Perhaps),
        (1..26u8).prop_map(Afterwards::PaidFromWeek),
    ];
    let work = (kind, select(&OCCUPATIONS[..]), tasks(5), shifts(), afterwards);
    let must = prop_oneof![2 => Just(Vec::new()), 3 => spoken(0..=3)];
    let speech = (must, spoken(0..=5), languages());
    let lifts = prop_oneof![2 => Just(0u8), 1 => 1..20u8];
    let certificates = prop_oneof![3 => Just(EnumSet::<Certificate>::empty()), 1 => set(1..=1)];
    let asks = (set::<Demand>(0..=4), lifts, certificates, any::<bool>());
    let seats = prop_oneof![1 => Just(0u8), 12 => 1..4u8];
    // Some are over within days.
    let end = prop_oneof![4 => Just(None), 3 => (7..480i32).prop_map(Some), 1 => (0..24i32).prop_map(Some)];
    let dates = (day(-20, 40), end, day(-3, 90), day(-60, 0));
    let least = proptest::option::of((16..60u16).prop_map(Quarters));
    (id(), work, least, speech, asks, seats, dates, could()).prop_map(
        move |(id, (kind, occupation, tasks, shifts, afterwards), least_hours, speech, asks, seats, dates, could)| Placement {
            id: PlacementId(id),
            workplace,
            kind: kind.0,
            subsidy_confirmed: kind.1,
            occupation: Isco(occupation),
            title: "Medhjælper".to_owned(),
            tasks,
            other_tasks: Vec::new(),
            shifts,
            least_hours,
            must_speak: speech.0,
            nice_to_speak: speech.1,
            colleagues_speak: speech.2,
            demands: asks.0,
            lifts: asks.1,
            certificates: asks.2,
            mentor: asks.3,
            seats,
            start: dates.0,
            end: dates.1.map(|days| dates.0.plus(days)),
            afterwards,
            could,
            confirmed: dates.3,
            expires: dates.2,
        },
    )
}

pub fn offer() -> impl Strategy<Value = Offer> {
    workplace().prop_flat_map(|workplace| {
        placement(workplace.id).prop_map(move |placement| Offer {
            placement,
            workplace: workplace.clone(),
        })
    })
}
