//! Things that happened, day by day, as a list of what is past is read.

use crate::pages::reader::Reader;
use crate::zone::{WallTime, wall_time};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::Millis;

/// In the order in which they come, each run of one day under its name.
pub fn by_day<T>(
    reader: &Reader,
    today: Day,
    things: &[T],
    at: impl Fn(&T) -> Millis,
    one: impl Fn(&T, WallTime) -> Markup,
) -> Markup {
    let timed: Vec<(&T, WallTime)> = things.iter().map(|thing| (thing, wall_time(at(thing)))).collect();
    html! {
        @for of_day in timed.chunk_by(|(_, one), (_, other)| one.day == other.day) {
            @if let Some((_, first)) = of_day.first() {
                section.day {
                    h2 { (reader.day(first.day, today)) }
                    ol.happened { @for (thing, time) in of_day { (one(thing, *time)) } }
                }
            }
        }
    }
}
