//! Where something is, and how one gets there.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

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

/// Metres from home to work, one way: 1.3 times as far by road as through the air. `None`: nobody knows, as over the water.
pub fn road(home: &Site, work: &Site) -> Option<u32> {
    let is_over_water = (home.island || work.island) && home.community != work.community;
    if is_over_water {
        return None;
    }
    let air = u64::from(home.point.metres_to(work.point));
    Some(u32::try_from(air * 13 / 10).unwrap_or(u32::MAX))
}

/// The communities of the municipality in the order of the Danish alphabet, each where it is. Positions are good to
/// about half a kilometre.
pub fn communities() -> &'static [Site] {
    &SITES.0
}

/// Towns outside the municipality, to find one's way on a map by.
pub fn towns() -> &'static [Site] {
    &SITES.1
}

/// A community or town by its name; capitals do not matter.
pub fn site(name: &str) -> Option<&'static Site> {
    let name = name.trim().to_lowercase();
    communities()
        .iter()
        .chain(towns())
        .find(|site| site.community.to_lowercase() == name)
}

/// The communities, and the towns.
static SITES: LazyLock<(Vec<Site>, Vec<Site>)> = LazyLock::new(|| {
    let rows = include_str!("../../data/communities.csv").lines().skip(1);
    let sites = rows.filter_map(|row| {
        let mut columns = row.split(',');
        let (name, lat, lon, kind) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        let site = Site {
            community: name.to_owned(),
            point: Point {
                lat: millionths(lat)?,
                lon: millionths(lon)?,
            },
            island: kind == "island",
        };
        Some((kind == "town", site))
    });
    let (towns, communities): (Vec<_>, Vec<_>) = sites.partition(|(is_town, _)| *is_town);
    let only = |sites: Vec<(bool, Site)>| sites.into_iter().map(|(_, site)| site).collect();
    (only(communities), only(towns))
});

/// Degrees such as `55.77` in millionths of a degree; more than six digits behind the point are not read.
fn millionths(degrees: &str) -> Option<i32> {
    let (whole, behind) = degrees.split_once('.').unwrap_or((degrees, ""));
    let is_south_or_west = whole.starts_with('-');
    let digits = behind.len();
    if digits > 6 || !behind.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = whole.trim_start_matches('-').parse::<u8>().ok()?;
    let behind = format!("{behind:0<6}").parse::<i32>().ok()?;
    let all = i32::from(whole) * 1_000_000 + behind;
    Some(if is_south_or_west { -all } else { all })
}

#[cfg(test)]
mod tests {
    use super::{Mode, Point, Site, communities, millionths, road, site, towns};
    use enumset::EnumSet;
    use proptest::prelude::*;

    fn named(name: &str) -> &'static Site {
        site(name).unwrap()
    }

    #[test]
    fn every_community_of_the_file_is_there() {
        assert_eq!(communities().len(), 31);
        assert_eq!(towns().len(), 2);
        let islands: Vec<_> = communities()
            .iter()
            .filter(|site| site.island)
            .map(|site| &*site.community)
            .collect();
        assert_eq!(islands, ["Hjarnø"]);
        assert_eq!(
            site(" øster snede "),
            communities().iter().find(|site| site.community == "Øster Snede")
        );
        assert_eq!(site("Atlantis"), None);
        assert_eq!(
            named("Horsens").point,
            Point {
                lat: 55_851_320,
                lon: 9_836_970
            }
        );
    }

    #[test]
    fn distances_are_those_of_the_great_circle_within_a_hundred_metres() {
        let table = include_str!("../../data/communities_km_air.csv");
        let names: Vec<&str> = table.lines().next().unwrap().split(',').skip(1).collect();
        let mut pairs = 0;
        for row in table.lines().skip(1) {
            let mut columns = row.split(',');
            let from = named(columns.next().unwrap());
            for (to, km) in names.iter().zip(columns) {
                let metres = millionths(km).unwrap() / 1000;
                let ours = i32::try_from(from.point.metres_to(named(to).point)).unwrap();
                // The table is rounded to a tenth of a kilometre.
                assert!(
                    (ours - metres).abs() <= 100,
                    "{} – {to}: {ours} m, not {metres} m",
                    from.community
                );
                pairs += 1;
            }
        }
        assert_eq!(pairs, 31 * 31);
    }

    #[test]
    fn the_way_is_known_by_own_means_and_never_by_bus_or_over_the_water() {
        let (uldum, hedensted, island) = (named("Uldum"), named("Hedensted"), named("Hjarnø"));
        let way = |home: &Site, work: &Site, by: Mode| by.minutes(road(home, work)?);
        // 11.1 km through the air, 14.5 by road.
        assert_eq!(way(uldum, hedensted, Mode::Bike), Some(58));
        assert_eq!(way(uldum, hedensted, Mode::EBike), Some(44));
        assert_eq!(way(uldum, hedensted, Mode::Car), Some(23));
        assert_eq!(way(uldum, hedensted, Mode::Bus), None);
        assert_eq!(way(island, hedensted, Mode::Car), None);
        assert_eq!(way(hedensted, island, Mode::Car), None);
        assert_eq!(way(island, island, Mode::Walk), Some(0));
    }

    fn points() -> impl Strategy<Value = Point> {
        (54_000_000..58_000_000i32, 8_000_000..13_000_000i32).prop_map(|(lat, lon)| Point { lat, lon })
    }

    proptest! {
        #[test]
        fn it_is_as_far_there_as_back_and_nothing_is_far_from_itself(a in points(), b in points()) {
            prop_assert_eq!(a.metres_to(b), b.metres_to(a));
            prop_assert_eq!(a.metres_to(a), 0);
        }

        #[test]
        fn over_a_whole_country_it_is_the_great_circle_within_one_in_a_thousand(a in points(), b in points()) {
            let radians = |millionths: i32| (f64::from(millionths) / 1e6).to_radians();
            let (north, east) = (radians(a.lat - b.lat) / 2.0, radians(a.lon - b.lon) / 2.0);
            let h = north.sin().powi(2) + radians(a.lat).cos() * radians(b.lat).cos() * east.sin().powi(2);
            let great_circle = 2.0 * 6_371_000.0 * h.sqrt().asin();
            let ours = f64::from(a.metres_to(b));
            prop_assert!((ours - great_circle).abs() <= 2.0 + great_circle / 1000.0, "{ours} {great_circle}");
        }

        #[test]
        fn any_two_points_have_a_distance(a in any::<(i32, i32)>(), b in any::<(i32, i32)>()) {
            let point = |(lat, lon)| Point { lat, lon };
            prop_assert!(point(a).metres_to(point(b)) < 30_000_000);
        }

        #[test]
        fn a_longer_road_never_takes_less_time(short in 0..200_000u32, more in 0..200_000u32) {
            for mode in EnumSet::<Mode>::all() {
                prop_assert!(mode.minutes(short) <= mode.minutes(short + more));
            }
        }
    }
}
