//! The week picture as a table, for those who do not see it and those who would rather read.

use super::week_picture::{DAYS, WeekPicture, clock, on_day, stretches, times, weekday};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::matching::week::Weekday;

/// Folded until it is asked for, one table for each picture. `desk.js` keeps it as its reader left it.
pub fn week_tables(reader: &Reader, pictures: &[&WeekPicture<'_>]) -> Markup {
    html! {
        details.week-words data-kept="week-words" {
            summary data-key="t" { (reader.say("week-table")) " " kbd aria-hidden="true" { "T" } }
            @for picture in pictures {
                div.scroll tabindex="0" role="region" aria-label=(picture.title) { (table(reader, picture)) }
            }
        }
    }
}

fn table(reader: &Reader, picture: &WeekPicture<'_>) -> Markup {
    let has_shifts = !picture.shifts.is_empty();
    let has_way = has_shifts && picture.way.0 > 0;
    let has_moved = picture.moved().next().is_some();
    html! {
        table.ledger {
            caption { (picture.title) }
            thead {
                tr {
                    th scope="col" { (reader.say("week-table-day")) }
                    @if picture.free.is_some() { th scope="col" { (reader.say("week-table-free")) } }
                    @if has_shifts { th scope="col" { (reader.say("week-table-shift")) } }
                    @if has_way { th scope="col" { (reader.say("week-table-way")) } }
                    @if has_moved { th scope="col" { (reader.say("week-table-moved")) } }
                }
            }
            tbody {
                @for day in DAYS {
                    tr {
                        th scope="row" { (weekday(reader, day)) }
                        @if let Some(free) = picture.free {
                            td { (lines(reader, stretches(free, day).map(|stretch| html! { (times(reader, stretch)) }).collect(), "legend-not")) }
                        }
                        @if has_shifts { td { (lines(reader, shifts(reader, picture, day), "week-table-none")) } }
                        @if has_way { td { (lines(reader, ways(reader, picture, day), "week-table-none")) } }
                        @if has_moved { td { (lines(reader, moved(reader, picture, day), "week-table-none")) } }
                    }
                }
            }
        }
    }
}

/// One below the other; `none` says that there is nothing.
fn lines(reader: &Reader, all: Vec<Markup>, none: &str) -> Markup {
    html! {
        @if all.is_empty() { span.faint { (reader.say(none)) } }
        @for line in all { div { (line) } }
    }
}

/// Each with the minutes that are missing where it collides.
fn shifts(reader: &Reader, picture: &WeekPicture<'_>, day: Weekday) -> Vec<Markup> {
    let all = picture.shifts.iter().enumerate().flat_map(|(index, shift)| {
        let clash = picture.clashes.iter().find(|clash| usize::from(clash.shift) == index);
        on_day(shift, shift.day, shift.start, shift.length, day).map(move |stretch| {
            let missing = clash.map(|clash| (i32::from(clash.before.0 + clash.after.0) * 15).to_string());
            html! {
                (times(reader, stretch))
                @if let Some(minutes) = missing {
                    " " span.tag.stop { (reader.say("legend-clash")) " " (reader.say_with("week-missing", &[("minutes", &minutes)])) }
                }
            }
        })
    });
    all.collect()
}

/// When one leaves home for a shift and is back again. Told on the day on which it begins.
fn ways(reader: &Reader, picture: &WeekPicture<'_>, day: Weekday) -> Vec<Markup> {
    let begun = picture.shifts.iter().filter(|shift| shift.day == day);
    let all = begun.map(|shift| {
        let leaves = i32::from(shift.start.0) - i32::from(picture.way.0);
        let back = i32::from(shift.start.0) + i32::from(shift.length.0 + picture.way.0);
        let of_day = |quarter: i32| clock(reader, if quarter == 96 { 96 } else { quarter.rem_euclid(96) });
        html! { (reader.say_with("week-from-to", &[("from", &of_day(leaves)), ("to", &of_day(back))])) }
    });
    all.collect()
}

/// Where shifts would go, were they moved.
fn moved(reader: &Reader, picture: &WeekPicture<'_>, day: Weekday) -> Vec<Markup> {
    let all = picture
        .moved()
        .flat_map(|(shift, to_day, start, length)| on_day(shift, to_day, start, length, day));
    all.map(|stretch| html! { (times(reader, stretch)) }).collect()
}
