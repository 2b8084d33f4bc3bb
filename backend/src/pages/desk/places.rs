//! The places of the desk: what is open, soonest to run out first, so that somebody calls in time.

use super::companies::expiry;
use super::person::facts_line;
use super::week_picture::{Size, WeekPicture};
use crate::matching::lists::Offer;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::PlacementId;
use shared::matching::week::Quarters;
use std::collections::BTreeSet;

/// How many stand on the page at once.
pub const AT_ONCE: usize = 60;

/// What the list is made of.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub offers: Vec<Offer>,
    /// Written since the search was last opened.
    pub fresh: BTreeSet<PlacementId>,
    /// How many are found, and how many there are.
    pub found: usize,
    pub in_all: usize,
    /// How many run out before the week is over.
    pub running_out: u32,
    /// Those that have run out in the last weeks: a call brings them back.
    pub lapsed: Vec<Offer>,
}

pub fn places(reader: &Reader, found: &Found, today: Day) -> Markup {
    let places = &found.offers;
    html! {
        section.wide-list aria-labelledby="places-head" {
            div.head {
                h1 id="places-head" { (reader.say("desk-places")) }
                span.faint { (found.found) " · " (reader.say("places-order")) }
                @if found.running_out > 0 { span.tag.asks { (reader.say_count("places-running-out", found.running_out)) } }
                span.acts.last {
                    a.act href=(reader.link("/desk/places/new?kind=DayJob")) { (reader.say("places-tomorrow")) }
                    a.act href=(reader.link("/desk/places/new")) { (reader.say("places-new")) }
                }
            }
            @if places.is_empty() { (nothing(reader, found.in_all)) }
            ol.place-list data-rows="places" {
                @for place in places {
                    li {
                        div {
                            h2 {
                                a href=(reader.link(&format!("/desk/places/{}", place.placement.id))) data-row { bdi { (place.workplace.name) } }
                                @if found.fresh.contains(&place.placement.id) { " " span.tag.good { (reader.say("desk-fresh")) } }
                            }
                            p lang=[reader.danish()] dir="auto" { (place.placement.title) }
                            p.faint { (facts_line(reader, place)) }
                            p { (expiry(reader, place.placement.expires, today)) }
                        }
                        (small(reader, place))
                    }
                }
            }
            @if found.found > places.len() { p.faint.empty { (reader.say_count("desk-more", (found.found - places.len()) as u32)) } }
            @if !found.lapsed.is_empty() {
                div.head { h2 { (reader.say("places-lapsed")) } span.faint { (found.lapsed.len()) } }
                ul.place-list {
                    @for place in &found.lapsed {
                        li {
                            div {
                                h3 { a href=(reader.link(&format!("/desk/places/{}/edit", place.placement.id))) { bdi { (place.workplace.name) } } }
                                p lang=[reader.danish()] dir="auto" { (place.placement.title) }
                                p { (expiry(reader, place.placement.expires, today)) " " a href=(reader.link(&format!("/desk/companies/{}", place.company.id))) { (reader.say("place-company")) span.unseen { " " (place.company.name) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What to do where there is none.
fn nothing(reader: &Reader, in_all: usize) -> Markup {
    html! {
        @if in_all == 0 {
            p.empty { (reader.say("places-none")) }
            p.acts {
                a.act.main href=(reader.link("/desk/places/new")) { (reader.say("places-new")) }
                a.act href=(reader.link("/desk/companies")) { (reader.say("desk-companies")) }
                a.act href=(reader.link("/desk/exchange")) { (reader.say("desk-fetch-file")) }
            }
        } @else {
            p.empty { (reader.say("places-not-found")) }
            p.acts { a.act.main href=(reader.link("/desk/places")) { (reader.say("filter-clear")) } }
        }
    }
}

fn small(reader: &Reader, place: &Offer) -> Markup {
    let title = reader.say_with("place-shifts-of", &[("place", &place.workplace.name)]);
    let picture = WeekPicture {
        title: &title,
        free: None,
        shifts: &place.placement.shifts,
        way: Quarters(0),
        clashes: &[],
        steps: &[],
    };
    picture.draw(reader, Size::Row)
}
