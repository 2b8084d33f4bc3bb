//! The communities as points, drawn from their coordinates alone: no coast or road is made up.
//!
//! The signs are those of the list beside it: a house is home, a filled number a place, a dashed letter a near miss.

use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::matching::place::{Point, Site};

#[derive(Clone, Copy, Debug)]
pub struct Map<'a> {
    /// What the map shows, in words.
    pub title: &'a str,
    pub towns: &'a [Town],
    pub home: Option<&'a Site>,
    pub marks: &'a [Mark],
}

/// A community, or one outside for orientation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Town {
    pub name: String,
    pub point: Point,
    pub outside: bool,
}

/// Something that the list beside the map tells of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    pub sign: String,
    pub near_miss: bool,
    pub point: Point,
}

const WIDTH: i32 = 536;
const MARGIN: i32 = 28;
/// Letters of 14 px are about this wide, and lines this high.
const LETTER: i32 = 8;
const LINE: i32 = 16;
/// A sign, and the house, need this much room each way.
const SIGN: i32 = 21;

/// From millionths of a degree to pixels.
#[derive(Clone, Copy, Debug)]
struct Scale {
    north: i32,
    west: i32,
    /// Pixels of a hundred kilometres.
    pixels: i64,
}

/// Millionths of a degree are this many hundredths of a millimetre on the ground, north and (at 55.8°) east.
const NORTH: i64 = 11_120;
const EAST: i64 = 6_250;

impl Scale {
    fn of(towns: &[Town]) -> (Scale, i32) {
        let range = |of: fn(&Point) -> i32| {
            let all = towns.iter().map(|town| of(&town.point));
            (all.clone().min().unwrap_or_default(), all.max().unwrap_or_default())
        };
        let ((south, north), (west, east)) = (range(|point| point.lat), range(|point| point.lon));
        let across = (i64::from(east - west) * EAST).max(1);
        // 1e10 hundredths of a millimetre are a hundred kilometres.
        let pixels = i64::from(WIDTH - 2 * MARGIN) * 10_000_000_000 / across;
        let scale = Scale { north, west, pixels };
        (scale, scale.y(south) + MARGIN)
    }

    fn x(self, lon: i32) -> i32 {
        MARGIN + (i64::from(lon - self.west) * EAST * self.pixels / 10_000_000_000) as i32
    }

    fn y(self, lat: i32) -> i32 {
        MARGIN + (i64::from(self.north - lat) * NORTH * self.pixels / 10_000_000_000) as i32
    }

    fn at(self, point: Point) -> (i32, i32) {
        (self.x(point.lon), self.y(point.lat))
    }

    fn metres(self, metres: i64) -> i64 {
        metres * self.pixels / 100_000
    }
}

/// Where a name stands: its box on the paper.
#[derive(Clone, Copy, Debug)]
struct Label {
    left: i32,
    top: i32,
    width: i32,
}

impl Label {
    fn overlaps(&self, other: &Label) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + LINE
            && other.top < self.top + LINE
    }
}

impl Map<'_> {
    pub fn draw(&self, reader: &Reader) -> Markup {
        let (scale, height) = Scale::of(self.towns);
        let spots = self.spots(scale);
        let names = self.names(scale, height, &spots);
        html! {
            svg.map width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) } role="img" direction="ltr" aria-label=(self.title) {
                @for town in self.towns {
                    @let (x, y) = scale.at(town.point);
                    @if town.outside {
                        path.m-v d={ "M" (x - 4) " " (y) "H" (x + 4) "M" (x) " " (y - 4) "V" (y + 4) } {}
                    } @else {
                        circle.m-v cx=(x) cy=(y) r="2.5" {}
                    }
                }
                @for (town, label) in self.towns.iter().zip(&names) {
                    @if let Some(label) = label {
                        text.m-t.m-out[town.outside] x=(label.left) y=(label.top + LINE - 4) { (town.name) }
                    }
                }
                @for (mark, (x, y)) in self.marks.iter().zip(spots) {
                    circle.m-pl[!mark.near_miss].m-near[mark.near_miss] cx=(x) cy=(y) r="10" {}
                    text.m-pt[!mark.near_miss].m-nt[mark.near_miss] x=(x) y=(y + 5) text-anchor="middle" { (mark.sign) }
                }
                @if let Some(home) = self.home {
                    @let (x, y) = scale.at(home.point);
                    path.m-home d={ "M" (x - 9) " " (y + 1) "L" (x) " " (y - 8) "L" (x + 9) " " (y + 1) "M" (x - 6) " " (y - 1) "V" (y + 8) "H" (x + 6) "V" (y - 1) } {}
                }
                (ruler(reader, scale, height))
            }
        }
    }

    /// Where the marks stand: each at its point, or as far beside it as it takes to cover no other and not the house.
    fn spots(&self, scale: Scale) -> Vec<(i32, i32)> {
        let mut taken: Vec<(i32, i32)> = self.home.map(|home| scale.at(home.point)).into_iter().collect();
        let houses = taken.len();
        for mark in self.marks {
            let (x, y) = scale.at(mark.point);
            let is_free = |spot: &i32| {
                let apart = |other: &(i32, i32)| (other.0 - spot).abs() >= SIGN || (other.1 - y).abs() >= SIGN;
                (SIGN / 2..=WIDTH - SIGN / 2).contains(spot) && taken.iter().all(apart)
            };
            // Further and further, to the right before to the left.
            let beside = (0..WIDTH).flat_map(|by| [x + by, x - by]).find(is_free);
            taken.push((beside.unwrap_or(x), y));
        }
        taken.split_off(houses)
    }

    /// Each name where it covers no other: to the right of its point, the left, above or below, or nowhere.
    fn names(&self, scale: Scale, height: i32, spots: &[(i32, i32)]) -> Vec<Option<Label>> {
        // Boxes all have the height of a line; a sign is a little higher.
        let sign = |&(x, y): &(i32, i32)| {
            [y - SIGN / 2, y + SIGN / 2 - LINE].map(|top| Label {
                left: x - SIGN / 2,
                top,
                width: SIGN,
            })
        };
        let mut taken: Vec<Label> = spots.iter().flat_map(sign).collect();
        taken.extend(self.towns.iter().map(|town| {
            let (x, y) = scale.at(town.point);
            Label {
                left: x - 3,
                top: y - LINE / 2,
                width: 6,
            }
        }));
        taken.extend(self.home.iter().flat_map(|home| sign(&scale.at(home.point))));
        let labels = self.towns.iter().map(|town| {
            let (x, y) = scale.at(town.point);
            let width = town.name.chars().count() as i32 * LETTER;
            let spots = [
                (x + 6, y - LINE / 2),
                (x - width - 6, y - LINE / 2),
                (x - width / 2, y - LINE - 8),
                (x - width / 2, y + 8),
            ];
            let spot = spots.into_iter().map(|(left, top)| Label { left, top, width }).find(|label| {
                let on_paper = label.left >= 2 && label.left + width <= WIDTH - 2 && label.top >= 0 && label.top + LINE <= height;
                on_paper && !taken.iter().any(|other| other.overlaps(label))
            });
            taken.extend(spot);
            spot
        });
        labels.collect()
    }
}

fn ruler(reader: &Reader, scale: Scale, height: i32) -> Markup {
    let length = scale.metres(5_000) as i32;
    let (right, bottom) = (WIDTH - 12, height - 10);
    html! {
        path.m-v d={ "M" (right - length) " " (bottom - 4) "V" (bottom) "H" (right) "V" (bottom - 4) } {}
        text.m-t x=(right - length / 2) y=(bottom - 7) text-anchor="middle" { (reader.say("map-ruler")) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Map, Mark, SIGN, Scale};
    use crate::pages::desk::found::towns;
    use shared::matching::place::{Point, communities};

    #[test]
    fn no_sign_covers_another_or_the_house_also_where_many_lie_close() {
        let (towns, home) = (towns(), &communities()[0]);
        let near = |index: i32| Mark {
            sign: index.to_string(),
            near_miss: index % 2 == 0,
            // Some at the very same point, some a few hundred metres off.
            point: Point {
                lat: home.point.lat + index % 3 * 2_000,
                lon: home.point.lon + index % 4 * 3_000,
            },
        };
        let marks: Vec<Mark> = (0..18).map(near).collect();
        let map = Map {
            title: "",
            towns: &towns,
            home: Some(home),
            marks: &marks,
        };
        let (scale, _) = Scale::of(&towns);
        let mut spots = map.spots(scale);
        assert_eq!(spots.len(), marks.len());
        spots.push(scale.at(home.point));
        for (index, one) in spots.iter().enumerate() {
            for other in &spots[..index] {
                let apart = (one.0 - other.0).abs() >= SIGN || (one.1 - other.1).abs() >= SIGN;
                assert!(apart, "{one:?} and {other:?}");
            }
        }
    }
}
