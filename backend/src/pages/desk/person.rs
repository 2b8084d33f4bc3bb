//! A person at the desk: their own words, their week, and the places, with reasons.

use super::asking::{answered, open_between, questions};
use super::bars::{bar, strip};
use super::courses::Underway;
use super::lasts::lasts;
use super::law::in_the_way;
use super::map::{Map, Mark, Town};
use super::people::{address, hours, weeks_waited};
use super::person_facts::facts;
use super::reasons::{ask_whom, because, kind, occupation, part_name, step};
use super::week_picture::{Size, WeekPicture};
use super::week_table::week_tables;
use crate::matching::access::Consultant;
use crate::matching::answers::Ask;
use crate::matching::lists::{Offer, Places};
use crate::pages::address::with_query;
use crate::pages::profile::Named;
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::PlacementId;
use shared::matching::adapt::{Adaptation, Step};
use shared::matching::candidate::{Candidate, Status};
use shared::matching::fit::{Because, Reason};
use shared::matching::list::Match;
use shared::matching::placement::Placement;
use shared::matching::shift::final_hours;
use shared::matching::verdict::{Asked, Clash, Missing};
use shared::matching::week::Quarters;

/// A person with all that the page tells of them.
#[derive(Clone, Debug)]
pub struct PersonView {
    pub places: Places,
    pub asks: Vec<Ask>,
    pub consultants: Vec<Consultant>,
    /// The place whose shifts lie in the week.
    pub chosen: Option<PlacementId>,
    pub towns: Vec<Town>,
    /// All of them, by name.
    pub workplaces: Vec<Named>,
    /// What comes after a yes.
    pub courses: Underway,
    /// What could be, should their days or ways be others.
    pub what_if: Markup,
}

impl PersonView {
    /// The place that lies in the week: the one that was chosen, else the first.
    pub fn shown(&self) -> Option<&Match> {
        let all = || self.places.listed.fits.iter().chain(&self.places.listed.nearly);
        all()
            .find(|one| Some(one.placement) == self.chosen)
            .or_else(|| self.places.listed.fits.first())
    }

    fn ask(&self, id: PlacementId) -> Option<&Ask> {
        self.asks.iter().find(|ask| ask.placement_id == id)
    }
}

/// What stands beside the list: the person and their week, the places, and what comes after both.
pub fn person(reader: &Reader, view: &PersonView, query: &str, today: Day) -> Markup {
    let candidate = &view.places.candidate;
    let place = view
        .shown()
        .and_then(|shown| Some((shown, view.places.offers.get(&shown.placement)?)));
    html! {
        section aria-labelledby="person-head" {
            (who(reader, candidate, query, today))
            (facts(reader, candidate, &view.workplaces))
            div.head {
                h2 { (reader.say("desk-week")) }
                @if let Some((_, place)) = place {
                    span.faint { (reader.say_with("desk-week-with", &[("place", &place.workplace.name)])) }
                }
                @let free = Quarters(candidate.free.count().0 / 2);
                span.faint.last { (reader.say_with("desk-free", &[("hours", &hours_of(free))])) }
            }
            div.block { (week(reader, candidate, place)) }
        }
        section aria-labelledby="places-head" {
            (fits(reader, view, query, today))
            (nearly(reader, view, query))
            (view.what_if)
        }
        section.further aria-labelledby="way-head" {
            div {
                div.head { h2 id="way-head" { (reader.say("desk-way")) } span.faint { (reader.say("desk-way-about")) } }
                div.block tabindex="0" role="group" aria-labelledby="way-head" { (map(reader, view)) }
            }
            div.sooner { (questions(reader, &view.places.listed.questions, candidate)) (view.courses.drawn) }
        }
    }
}

fn who(reader: &Reader, candidate: &Candidate, query: &str, today: Day) -> Markup {
    html! {
        div.who {
            h1 id="person-head" { bdi { (candidate.first_name) } }
            span.faint {
                (candidate.home.community) " · "
                (reader.say_count("desk-has-waited", weeks_waited(candidate, today)))
            }
            span.last {
                (hours(reader, candidate)) " "
                a.act href=(reader.link(&with_query(&format!("/desk/people/{}/edit", candidate.id), query))) data-key="e" { (reader.say("desk-edit")) " " kbd aria-hidden="true" { "E" } }
            }
        }
    }
}

fn week(reader: &Reader, candidate: &Candidate, place: Option<(&Match, &Offer)>) -> Markup {
    let title = match place {
        Some((_, place)) => reader.say_with(
            "week-title-with",
            &[("name", &candidate.first_name), ("place", &place.workplace.name)],
        ),
        None => reader.say_with("week-title", &[("name", &candidate.first_name)]),
    };
    let steps = place.map(|(one, _)| first_steps(one)).unwrap_or_default();
    let picture = WeekPicture {
        title: &title,
        free: Some(&candidate.free),
        shifts: place.map_or(&[], |(_, place)| &place.placement.shifts),
        way: place.map_or(Quarters(0), |(one, _)| way_of(one)),
        clashes: place.map_or(&[], |(one, _)| clashes_of(one)),
        steps: &steps,
    };
    html! { (picture.draw(reader, Size::Page)) (legend(reader)) (week_tables(reader, &[&picture])) }
}

/// The picture of a row: the same, small.
fn small_week(reader: &Reader, candidate: &Candidate, one: &Match, place: &Offer) -> Markup {
    let title = reader.say_with(
        "week-title-with",
        &[("name", &candidate.first_name), ("place", &place.workplace.name)],
    );
    let picture = WeekPicture {
        title: &title,
        free: Some(&candidate.free),
        shifts: &place.placement.shifts,
        way: way_of(one),
        clashes: clashes_of(one),
        steps: &first_steps(one),
    };
    picture.draw(reader, Size::Row)
}

/// Quarter hours of the way, as far as it is known.
pub fn way_of(one: &Match) -> Quarters {
    let minutes = one.fit.reasons.iter().find_map(|reason| match reason.because {
        Because::Way { minutes, .. } => Some(minutes),
        _ => None,
    });
    minutes.map_or(Quarters(0), Quarters::up_from_minutes)
}

pub fn clashes_of(one: &Match) -> &[Clash] {
    let clashes = one.violations().find_map(|violation| match &violation.missing {
        Missing::Clashes(clashes) => Some(clashes.as_slice()),
        _ => None,
    });
    clashes.unwrap_or_default()
}

pub fn first_steps(one: &Match) -> Vec<Step> {
    let first = one.adaptations.first();
    first.map_or_else(Vec::new, |adaptation| {
        adaptation.steps.iter().map(|change| change.step).collect()
    })
}

fn legend(reader: &Reader) -> Markup {
    html! {
        p.legend aria-hidden="true" {
            @for (class, key) in [("w-free", "legend-free"), ("w-not", "legend-not"), ("w-shift", "legend-shift"), ("w-clash", "legend-clash")] {
                span {
                    svg width="22" height="12" viewBox="0 0 22 12" { rect.(class) x="0.5" y="0.5" width="21" height="11" {} }
                    (reader.say(key))
                }
            }
            span { svg width="22" height="12" viewBox="0 0 22 12" { path.w-trip d="M0 6H22" {} } (reader.say("legend-way")) }
        }
    }
}

fn map(reader: &Reader, view: &PersonView) -> Markup {
    let sign = |matches: &[Match], near_miss: bool| -> Vec<Mark> {
        let marks = matches.iter().enumerate().filter_map(|(index, one)| {
            let place = view.places.offers.get(&one.placement)?;
            Some(Mark {
                sign: if near_miss { letter(index) } else { (index + 1).to_string() },
                near_miss,
                point: place.workplace.site.point,
            })
        });
        marks.collect()
    };
    let mut marks = sign(&view.places.listed.fits, false);
    marks.extend(sign(&view.places.listed.nearly, true));
    let title = reader.say_with(
        "map-title",
        &[
            ("name", &view.places.candidate.first_name),
            ("home", &view.places.candidate.home.community),
        ],
    );
    let map = Map {
        title: &title,
        towns: &view.towns,
        home: Some(&view.places.candidate.home),
        marks: &marks,
    };
    map.draw(reader)
}

/// Near misses are lettered.
pub fn letter(index: usize) -> String {
    let letters = "abcdefghijklmnopqrstuvwxyz";
    letters.chars().nth(index % 26).map(String::from).unwrap_or_default()
}

fn fits(reader: &Reader, view: &PersonView, query: &str, today: Day) -> Markup {
    let open = view.shown().map(|shown| shown.placement);
    html! {
        div.head {
            h2 id="places-head" { (reader.say("desk-places-fit")) }
            span.faint { (view.places.listed.fit_in_all) " · " (reader.say("desk-equal-turn")) }
        }
        @if view.places.listed.fits.is_empty() {
            p.empty { (reader.say(if view.places.candidate.status == Status::Pause { "desk-not-looking" } else { "desk-no-fit" })) }
        }
        ol data-rows="places" {
            @for (index, one) in view.places.listed.fits.iter().enumerate() {
                @if let Some(place) = view.places.offers.get(&one.placement) {
                    (place_row(reader, view, one, place, &(index + 1).to_string(), open == Some(one.placement), query, today))
                }
            }
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn place_row(
    reader: &Reader,
    view: &PersonView,
    one: &Match,
    place: &Offer,
    sign: &str,
    open: bool,
    query: &str,
    today: Day,
) -> Markup {
    html! {
        li.place id={ "p-" (one.placement) } data-open[open] data-row-of="place" {
            span.token { (sign) }
            div {
                div.row {
                    div {
                        (place_head(reader, view, place, query))
                        p.faint { (facts_line(reader, place)) }
                    }
                    @if !open { (small_week(reader, &view.places.candidate, one, place)) }
                }
                @if open {
                    dl.why {
                        @for reason in &one.fit.reasons {
                            dt { span.faint { (part_name(reader, reason.part)) } (bar(reason)) }
                            dd { (because(reader, reason, &place.placement)) }
                        }
                    }
                    (open_between(reader, one, &view.places.candidate.first_name))
                } @else {
                    div.one {
                        (strip(reader, &one.fit))
                        span { (telling(view, one).map(|reason| because(reader, reason, &place.placement)).unwrap_or_default()) }
                        @if !one.questions().is_empty() { span.tag.asks { (reader.say("desk-open-questions")) } }
                    }
                }
                (acts(reader, view, one, place, open, query, today))
            }
        }
    }
}

fn place_head(reader: &Reader, view: &PersonView, place: &Offer, query: &str) -> Markup {
    html! {
        h3 { a href=(shown_link(reader, view, place.placement.id, query)) data-row { bdi { (place.workplace.name) } } }
    }
}

/// The page with this place's shifts in the week.
fn shown_link(reader: &Reader, view: &PersonView, id: PlacementId, query: &str) -> String {
    let page = address(view.places.candidate.id, query);
    let joint = if page.contains('?') { '&' } else { '?' };
    reader.link(&format!("{page}{joint}place={id}"))
}

/// "Butiksmedhjælper · Uldum · 15 t om ugen · praktik i 8 uger fra 30. november".
pub fn facts_line(reader: &Reader, place: &Offer) -> Markup {
    let placement = &place.placement;
    let hours = match final_hours(&placement.shifts) {
        Quarters(0) => reader.say("place-hours-unknown"),
        hours => reader.say_with("desk-hours-week", &[("hours", &hours_of(hours))]),
    };
    html! {
        (occupation(reader, placement.occupation)) " · " (place.workplace.site.community) " · "
        b { (hours) }
        br;
        (kind(reader, placement.kind)) " " (lasts(reader, placement))
    }
}

/// What speaks for this place more than for the first one; where nothing does, what speaks for it most.
fn telling<'a>(view: &PersonView, one: &'a Match) -> Option<&'a Reason> {
    let first = view.places.listed.fits.first()?;
    one.fit.reasons.iter().max_by_key(|reason| {
        let there = first.fit.reason(reason.part);
        (reason.points.saturating_sub(there.points), reason.points)
    })
}

fn acts(reader: &Reader, view: &PersonView, one: &Match, place: &Offer, open: bool, query: &str, today: Day) -> Markup {
    let id = one.placement;
    let others = view.places.listed.fits.iter().map(|other| other.placement);
    let beside = others.into_iter().find(|other| *other != id);
    html! {
        div.acts {
            @match view.courses.begun(reader, view.places.candidate.id, id).or_else(|| answered(reader, view.ask(id), &place.placement.title, &view.consultants, today)) {
                Some(answered) => (answered),
                None => form method="post" action=(reader.link(&with_query(&format!("/desk/people/{}/ask", view.places.candidate.id), query))) {
                    input type="hidden" name="placement" value=(id);
                    button.act.main[open] type="submit" data-key="g" {
                        (reader.say("desk-ask-yes")) span.unseen { " " (place.workplace.name) } @if open { " " kbd aria-hidden="true" { "G" } }
                    }
                },
            }
            @if !open { a.act href=(shown_link(reader, view, id, query)) data-key="v" { (reader.say("desk-show-week")) span.unseen { " " (place.workplace.name) } } }
            @if let (Some(beside), true) = (beside, open) {
                a.act href=(reader.link(&format!("/desk/compare?person={}&left={id}&right={beside}", view.places.candidate.id))) data-key="s" {
                    (reader.say("desk-compare")) " " kbd aria-hidden="true" { "S" }
                }
            }
            a.act href=(reader.link(&format!("/desk/places/{id}"))) { (reader.say("desk-open-place")) span.unseen { " " (place.workplace.name) } }
        }
    }
}

fn nearly(reader: &Reader, view: &PersonView, query: &str) -> Markup {
    html! {
        @if !view.places.listed.nearly.is_empty() {
            div.head { h2 { (reader.say("desk-nearly")) } span.faint { (view.places.listed.nearly.len()) " · " (reader.say("desk-nearly-what")) } }
            ol data-rows="nearly" {
                @for (index, one) in view.places.listed.nearly.iter().enumerate() {
                    @if let Some(place) = view.places.offers.get(&one.placement) {
                        @let leads = Leads {
                            candidate: Some((format!("/desk/people/{}/edit", view.places.candidate.id), view.places.candidate.first_name.as_str())),
                            company: Some((format!("/desk/companies/{}", place.company.id), place.company.name.as_str())),
                        };
                        li.place {
                            span.token.near { (letter(index)) }
                            div {
                                div.row {
                                    div {
                                        (place_head(reader, view, place, query))
                                        p.faint { (facts_line(reader, place)) }
                                    }
                                    (small_week(reader, &view.places.candidate, one, place))
                                }
                                (in_the_way(reader, one, &place.placement))
                                (ways(reader, one, &place.placement, &leads))
                                div.acts { a.act href=(reader.link(&format!("/desk/places/{}", one.placement))) { (reader.say("desk-open-place")) span.unseen { " " (place.workplace.name) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where whoever could say yes is found, and their name. Nothing is sent: there stand a number and a form for the answer.
#[derive(Clone, Debug, Default)]
pub struct Leads<'a> {
    pub candidate: Option<(String, &'a str)>,
    pub company: Option<(String, &'a str)>,
}

/// What it would take, at most three ways, and who could say yes to each.
pub fn ways(reader: &Reader, one: &Match, placement: &Placement, leads: &Leads<'_>) -> Markup {
    html! {
        @for adaptation in one.adaptations.iter().take(3) {
            p.fix { (in_words(reader, adaptation, placement)) }
            (askers(reader, adaptation, leads))
        }
        p.faint { (reader.say("desk-tried-again")) }
    }
}

pub fn in_words(reader: &Reader, adaptation: &Adaptation, placement: &Placement) -> Markup {
    let mut steps = String::new();
    for (index, change) in adaptation.steps.iter().enumerate() {
        let said = step(reader, &change.step, placement);
        if index == 0 {
            steps = said;
        } else {
            steps.push_str(&reader.say_with("if-and", &[("step", &said)]));
        }
    }
    html! { b { (reader.say_with("if-step", &[("steps", &steps)])) } "." }
}

fn askers(reader: &Reader, adaptation: &Adaptation, leads: &Leads<'_>) -> Markup {
    let mut whom: Vec<Asked> = adaptation.steps.iter().map(|change| change.asked).collect();
    whom.sort();
    whom.dedup();
    let lead = |asked: Asked| match asked {
        Asked::Candidate => leads.candidate.as_ref(),
        Asked::Company => leads.company.as_ref(),
        Asked::Municipality => None,
    };
    html! {
        p.faint.alone {
            @for (index, asked) in whom.into_iter().enumerate() {
                @if index > 0 { " · " }
                @match lead(asked) {
                    Some((address, name)) => a href=(reader.link(address)) { (ask_whom(reader, asked)) span.unseen { " " (name) } },
                    None => (ask_whom(reader, asked)),
                }
            }
        }
    }
}
