//! Two places side by side for one person. No winner is marked: the person chooses.

use super::asking::{answered, open_between};
use super::bars::{bar, mirrored};
use super::courses;
use super::law::in_the_way;
use super::people::address;
use super::person::{clashes_of, facts_line, way_of};
use super::reasons::{because, part_name};
use super::week_picture::{Size, WeekPicture};
use super::week_table::week_tables;
use crate::matching::access::Consultant;
use crate::matching::answers::Ask;
use crate::matching::lists::Offer;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CourseId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::list::Match;

/// One of the two.
#[derive(Clone, Debug)]
pub struct Half {
    pub one: Match,
    pub place: Offer,
}

/// Two places with all that the page tells of them and of the person.
#[derive(Clone, Debug)]
pub struct CompareView {
    pub candidate: Candidate,
    pub halves: [Half; 2],
    pub asks: Vec<Ask>,
    /// What has begun.
    pub begun: Vec<(PlacementId, CourseId)>,
    pub consultants: Vec<Consultant>,
}

pub fn compare(reader: &Reader, view: &CompareView, today: Day) -> Markup {
    let (candidate, [left, right]) = (&view.candidate, &view.halves);
    // Where they differ most, the part's name is bold.
    let differs = |index: usize| {
        left.one.fit.reasons[index]
            .points
            .abs_diff(right.one.fit.reasons[index].points)
    };
    let most = (0..7).map(differs).max().unwrap_or_default();
    let titles = [left, right].map(|half| {
        let names = [
            ("name", candidate.first_name.as_str()),
            ("place", half.place.workplace.name.as_str()),
        ];
        reader.say_with("week-title-with", &names)
    });
    let weeks = [week(&titles[0], candidate, left), week(&titles[1], candidate, right)];
    html! {
        section {
            p.alone { a href=(reader.link(&address(candidate.id, ""))) { (reader.say_with("compare-back", &[("name", &candidate.first_name)])) } }
            div.head {
                h1 { (reader.say("compare-title")) }
                span.faint { (reader.say_with("compare-for", &[("name", &candidate.first_name)])) }
            }
            div.scroll tabindex="0" role="region" aria-label=(reader.say("compare-title")) {
                table.compare {
                    thead {
                        tr {
                            th.left scope="col" colspan="2" { (half_head(reader, left)) }
                            td.middle {}
                            th scope="col" colspan="2" { (half_head(reader, right)) }
                        }
                    }
                    tbody {
                        @for index in 0..7 {
                            @let (one, other) = (&left.one.fit.reasons[index], &right.one.fit.reasons[index]);
                            tr data-differs[most > 0 && differs(index) * 2 >= most] {
                                td.left { (because(reader, one, &left.place.placement)) }
                                td { (mirrored(one)) }
                                th.middle scope="row" { (part_name(reader, one.part)) }
                                td { (bar(other)) }
                                td { (because(reader, other, &right.place.placement)) }
                            }
                        }
                        @if still_open(left) || still_open(right) {
                            tr {
                                td.left colspan="2" { (open(reader, candidate, left)) }
                                th.middle scope="row" { (reader.say("desk-ask")) }
                                td colspan="2" { (open(reader, candidate, right)) }
                            }
                        }
                        tr {
                            td.left colspan="2" { (weeks[0].draw(reader, Size::Compare)) }
                            th.middle scope="row" { (reader.say("desk-week")) }
                            td colspan="2" { (weeks[1].draw(reader, Size::Compare)) }
                        }
                        tr {
                            td.left colspan="2" { (ask(reader, view, left, today)) }
                            td.middle {}
                            td colspan="2" { (ask(reader, view, right, today)) }
                        }
                    }
                }
            }
            (week_tables(reader, &[&weeks[0], &weeks[1]]))
        }
    }
}

fn half_head(reader: &Reader, half: &Half) -> Markup {
    html! {
        a href=(reader.link(&format!("/desk/places/{}", half.place.placement.id))) { bdi { (half.place.workplace.name) } }
        div.faint { (facts_line(reader, &half.place)) }
    }
}

/// They can be asked from here; else what has come of it.
fn ask(reader: &Reader, view: &CompareView, half: &Half, today: Day) -> Markup {
    let (id, name) = (half.place.placement.id, &half.place.workplace.name);
    let begun = view.begun.iter().find(|(placement, _)| *placement == id);
    let begun =
        begun.map(|(_, course)| html! { a.act href=(reader.link(&courses::address(*course))) { (reader.say("course-see")) } });
    let asked = view.asks.iter().find(|ask| ask.placement_id == id);
    html! {
        @match begun.or_else(|| answered(reader, asked, name, &view.consultants, today)) {
            Some(answered) => div.says-what { (answered) },
            // What cannot be yet is asked about where it says what it takes.
            None => @if half.one.fits() {
                form method="post" action=(reader.link(&format!("/desk/people/{}/ask", view.candidate.id))) {
                    input type="hidden" name="placement" value=(id);
                    button.act type="submit" { (reader.say("desk-ask-yes")) span.unseen { " " (name) } }
                }
            } @else {
                a.act href=(reader.link(&address(view.candidate.id, &format!("place={id}")))) { (reader.say("desk-show-week")) span.unseen { " " (name) } }
            },
        }
    }
}

fn still_open(half: &Half) -> bool {
    !half.one.fits() || !half.one.questions().is_empty()
}

/// What is in the way, and what nobody knows yet.
fn open(reader: &Reader, candidate: &Candidate, half: &Half) -> Markup {
    html! {
        (in_the_way(reader, &half.one, &half.place.placement))
        (open_between(reader, &half.one, &candidate.first_name))
    }
}

fn week<'a>(title: &'a str, candidate: &'a Candidate, half: &'a Half) -> WeekPicture<'a> {
    WeekPicture {
        title,
        free: Some(&candidate.free),
        shifts: &half.place.placement.shifts,
        way: way_of(&half.one),
        clashes: clashes_of(&half.one),
        steps: &[],
    }
}
