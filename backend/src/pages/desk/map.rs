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
    /// How far one comes in the time that one would travel, as the crow flies, in metres. About.
    pub reach: Option<u32>,
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
/// Letters of 12 px are about this wide, and lines this high.
const LETTER: i32 = 7;
const LINE: i32 = 14;

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
        let names = self.names(scale, height);
        html! {
            svg.map width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) } role="img" direction="ltr" aria-label=(self.title) {
                @if let (Some(home), Some(reach)) = (self.home, self.reach) {
                    @let (x, y) = scale.at(home.point);
                    circle.m-ring cx=(x) cy=(y) r=(scale.metres(i64::from(reach))) {}
                }
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
                        text.m-t.m-out[town.outside] x=(label.left) y=(label.top + LINE - 3) font-size="12" { (town.name) }
                    }
                }
                @for mark in self.marks {
                    @let (x, y) = scale.at(mark.point);
                    @let (x, y) = self.beside(mark, x, y);
                    circle.m-pl[!mark.near_miss].m-near[mark.near_miss] cx=(x) cy=(y) r="9" {}
                    text.m-pt[!mark.near_miss].m-nt[mark.near_miss] x=(x) y=(y + 4) font-size="12" text-anchor="middle" { (mark.sign) }
                }
                @if let Some(home) = self.home {
                    @let (x, y) = scale.at(home.point);
                    path.m-home d={ "M" (x - 9) " " (y + 1) "L" (x) " " (y - 8) "L" (x + 9) " " (y + 1) "M" (x - 6) " " (y - 1) "V" (y + 8) "H" (x + 6) "V" (y - 1) } {}
                }
                (ruler(reader, scale, height))
            }
        }
    }

    /// Marks of one community stand in a row, so that none covers another or the house.
    fn beside(&self, mark: &Mark, x: i32, y: i32) -> (i32, i32) {
        let here = |other: &&Mark| other.point == mark.point;
        let before = self.marks.iter().take_while(|other| *other != mark).filter(here).count() as i32;
        let house = i32::from(self.home.is_some_and(|home| home.point == mark.point));
        (x + (before + house) * 20, y)
    }

    /// Each name where it covers no other: to the right of its point, the left, above or below, or nowhere.
    fn names(&self, scale: Scale, height: i32) -> Vec<Option<Label>> {
        let mut taken: Vec<Label> = self
            .marks
            .iter()
            .map(|mark| {
                let (x, y) = scale.at(mark.point);
                let (x, y) = self.beside(mark, x, y);
                Label {
                    left: x - 10,
                    top: y - 10,
                    width: 20,
                }
            })
            .collect();
        taken.extend(self.towns.iter().map(|town| {
            let (x, y) = scale.at(town.point);
            // Boxes all have the height of a line, also that of a point.
            Label {
                left: x - 3,
                top: y - LINE / 2,
                width: 6,
            }
        }));
        if let Some(home) = self.home {
            let (x, y) = scale.at(home.point);
            taken.push(Label {
                left: x - 10,
                top: y - 8,
                width: 20,
            });
        }
        let labels = self.towns.iter().map(|town| {
            let (x, y) = scale.at(town.point);
            let width = town.name.chars().count() as i32 * LETTER;
            let spots = [
                (x + 6, y - 7),
                (x - width - 6, y - 7),
                (x - width / 2, y - 22),
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
        text.m-t x=(right - length / 2) y=(bottom - 6) font-size="12" text-anchor="middle" { (reader.say("map-ruler")) }
    }
}
