//! Where something is, and how one gets there.

use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// A point on the map, in millionths of a degree (WGS 84).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Point {
    pub lat: i32,
    pub lon: i32,
}

/// A means of travel that a person has.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Mode {
    Walk,
    Bike,
    EBike,
    Car,
    Bus,
}

/// Somewhere that people live or work, with the name it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Site {
    /// The community or town, as in `Uldum`.
    pub community: String,
    pub point: Point,
    /// Reached by ferry alone: how long it takes is a question, never an estimate.
    #[serde(default)]
    pub island: bool,
}

/// The cosines of 0–90 whole degrees, in millionths. Between two of them a straight line is off by less than 4 in 100,000.
const COSINES: [i64; 91] = [
    1_000_000, 999_848, 999_391, 998_630, 997_564, 996_195, 994_522, 992_546, 990_268, 987_688, 984_808, 981_627, 978_148,
    974_370, 970_296, 965_926, 961_262, 956_305, 951_057, 945_519, 939_693, 933_580, 927_184, 920_505, 913_545, 906_308, 898_794,
    891_007, 882_948, 874_620, 866_025, 857_167, 848_048, 838_671, 829_038, 819_152, 809_017, 798_636, 788_011, 777_146, 766_044,
    754_710, 743_145, 731_354, 719_340, 707_107, 694_658, 681_998, 669_131, 656_059, 642_788, 629_320, 615_661, 601_815, 587_785,
    573_576, 559_193, 544_639, 529_919, 515_038, 500_000, 484_810, 469_472, 453_990, 438_371, 422_618, 406_737, 390_731, 374_607,
    358_368, 342_020, 325_568, 309_017, 292_372, 275_637, 258_819, 241_922, 224_951, 207_912, 190_809, 173_648, 156_434, 139_173,
    121_869, 104_528, 87_156, 69_756, 52_336, 34_899, 17_452, 0,
];

/// A millionth of a degree of latitude, in tenths of a micrometre: the Earth as a ball of 6,371 km.
const STEP: i64 = 1_111_949;

impl Point {
    /// As the crow flies. Within 1 in 1,000 of the great circle over the few hundred kilometres of a country;
    /// in whole numbers, so that it is the same everywhere.
    pub fn metres_to(self, other: Point) -> u32 {
        const DEGREE: i64 = 1_000_000;
        let on_earth = |lat: i32| i64::from(lat).clamp(-90 * DEGREE, 90 * DEGREE);
        let (lat, other_lat) = (on_earth(self.lat), on_earth(other.lat));
        let middle = ((lat + other_lat) / 2).abs().min(90 * DEGREE);
        let (degree, rest) = ((middle / DEGREE) as usize, middle % DEGREE);
        let (near, far) = (COSINES[degree], COSINES[(degree + 1).min(90)]);
        let cosine = near + (far - near) * rest / DEGREE;
        // The short way round.
        let turned = (i64::from(self.lon) - i64::from(other.lon)).abs() % (360 * DEGREE);
        let east = turned.min(360 * DEGREE - turned) * cosine / DEGREE;
        let centimetres = |steps: i64| (steps.abs() * STEP / 100_000).unsigned_abs();
        let (north, east) = (centimetres(lat - other_lat), centimetres(east));
        u32::try_from((north * north + east * east).isqrt() / 100).unwrap_or(u32::MAX)
    }
}

impl Mode {
    /// Minutes for so many metres of road, rounded up: 5 km/h on foot, 15 by bike, 20 by e-bike, and by car 50 and five
    /// minutes to park. `None`: nobody knows without a timetable. Estimates, always shown as *about*, and the
    /// person's own figure counts where they gave one.
    pub fn minutes(self, road_metres: u32) -> Option<u16> {
        let (km_an_hour, more) = match self {
            Mode::Walk => (5, 0),
            Mode::Bike => (15, 0),
            Mode::EBike => (20, 0),
            Mode::Car => (50, 5),
            Mode::Bus => return None,
        };
        let minutes = (u64::from(road_metres) * 60).div_ceil(km_an_hour * 1000) + more;
        Some(u16::try_from(minutes).unwrap_or(u16::MAX))
    }
}

/// Minutes from home to work, one way: 1.3 times as far by road as through the air. `None`: nobody knows, as by bus or over the water.
pub fn way(home: &Site, work: &Site, by: Mode) -> Option<u16> {
    let is_over_water = (home.island || work.island) && home.community != work.community;
    if is_over_water {
        return None;
    }
    let air = u64::from(home.point.metres_to(work.point));
    by.minutes(u32::try_from(air * 13 / 10).unwrap_or(u32::MAX))
}

/// The quickest of these means whose minutes are known; of equal ones the first of the list, as one needs least for it.
pub fn quickest(home: &Site, work: &Site, by: EnumSet<Mode>) -> Option<(Mode, u16)> {
    by.iter()
        .filter_map(|mode| Some((mode, way(home, work, mode)?)))
        .min_by_key(|&(_, minutes)| minutes)
}
