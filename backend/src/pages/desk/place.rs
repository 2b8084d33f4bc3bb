//! A place at the desk and the people for it, longest wait first, never in another order.

use super::asking::{answered, open_between};
use super::bars::strip;
use super::courses::Underway;
use super::lasts::lasts;
use super::law::{cited, in_the_way, line};
use super::people::{address, weeks_waited};
use super::person::{Leads, clashes_of, first_steps, way_of, ways};
use super::reasons::{because, each, kind, language, level_name, occupation, question, task_list};
use super::week_picture::{Size, WeekPicture, may_be_moved};
use super::week_table::week_tables;
use crate::matching::access::Consultant;
use crate::matching::answers::Ask;
use crate::matching::lists::{Offer, People};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::candidate::Candidate;
use shared::matching::fit::Part;
use shared::matching::gates::ratio::{Line, Seats};
use shared::matching::list::Match;
use shared::matching::placement::Afterwards;
use shared::matching::rules::Citation;
use shared::matching::shift::final_hours;
use shared::matching::verdict::Question;
use shared::matching::week::Quarters;

/// A place with all that the page tells of it.
#[derive(Clone, Debug)]
pub struct PlaceView {
    pub people: People,
    pub asks: Vec<Ask>,
    pub consultants: Vec<Consultant>,
    /// The ratio rule's sum, where it concerns this kind of place.
    pub seats: Option<Result<Seats, Question>>,
    /// Of the placement as it is shown.
    pub revision: i64,
    /// What comes after a yes.
    pub courses: Underway,
}

pub fn place(reader: &Reader, view: &PlaceView, today: Day) -> Markup {
    html! {
        div {
            (head(reader, &view.people.offer))
            (facts(reader, &view.people.offer))
            (confirm(reader, view))
            div.head {
                h2 { (reader.say("place-shifts")) }
                span.faint {
                    (reader.say_with("desk-hours", &[("hours", &hours_of(final_hours(&view.people.offer.placement.shifts)))]))
                    @if view.people.offer.placement.shifts.iter().any(may_be_moved) { " · " (reader.say("place-handles")) }
                }
            }
            div.block { (shifts(reader, &view.people.offer)) }
            (told(reader))
        }
        div {
            (view.courses.drawn)
            (people(reader, view, today))
            (nearly(reader, view, today))
            @if let Some(seats) = &view.seats { (ratio(reader, seats)) }
        }
    }
}

fn head(reader: &Reader, place: &Offer) -> Markup {
    html! {
        div.who {
            h1.firm { bdi { (place.workplace.name) } }
            span.titled lang=[reader.danish()] dir="auto" { (place.placement.title) }
            span.faint {
                (occupation(reader, place.placement.occupation)) " · " (place.workplace.site.community)
                @if let Some(number) = place.workplace.p_number {
                    " · " (reader.say_with("place-p-number", &[("number", &number.to_string())]))
                }
            }
            span.last { a.act href=(reader.link(&format!("/desk/places/{}/edit", place.placement.id))) data-key="e" { (reader.say("desk-edit")) " " kbd aria-hidden="true" { "E" } } }
        }
    }
}

fn facts(reader: &Reader, place: &Offer) -> Markup {
    let placement = &place.placement;
    let tasks = task_list(reader, &placement.tasks);
    let others = placement.other_tasks.join(", ");
    let spoken = |all: &[shared::matching::candidate::Spoken]| -> Vec<String> {
        all.iter()
            .map(|spoken| format!("{} ({})", language(reader, spoken.language), level_name(reader, spoken.level)))
            .collect()
    };
    let mut must: Vec<String> = spoken(&placement.must_speak);
    if !placement.demands.is_empty() {
        must.push(each(reader, "demand", placement.demands));
    }
    if placement.lifts > 0 {
        must.push(reader.say_with("place-lifts", &[("kilograms", &placement.lifts.to_string())]));
    }
    if !placement.certificates.is_empty() {
        must.push(each(reader, "certificate", placement.certificates));
    }
    let mut nice: Vec<String> = spoken(&placement.nice_to_speak);
    if placement.mentor {
        nice.push(reader.say("place-mentor"));
    }
    let afterwards = match placement.afterwards {
        Afterwards::NotSaid => None,
        Afterwards::Perhaps => Some(reader.say("because-pay-perhaps")),
        Afterwards::PaidFromWeek(week) => Some(reader.say_with("because-pay-from", &[("week", &week.to_string())])),
    };
    html! {
        dl.facts {
            dt { (reader.say("place-tasks")) }
            dd { (tasks) @if !tasks.is_empty() && !others.is_empty() { ", " } span lang=[reader.danish()] dir="auto" { (others) } }
            dt { (reader.say("place-kind")) }
            dd {
                (kind(reader, placement.kind)) " " (lasts(reader, placement))
                @if let Some(afterwards) = &afterwards { ". " (afterwards) }
            }
            @if !must.is_empty() { dt { (reader.say("place-must")) } dd { (must.join(" · ")) } }
            @if !nice.is_empty() { dt { (reader.say("place-nice")) } dd { (nice.join(" · ")) } }
            dt { (reader.say("place-company")) }
            dd { a href=(reader.link(&format!("/desk/companies/{}", place.company.id))) { bdi { (place.company.name) } } }
            dt { (reader.say("place-confirmed")) }
            dd { (reader.say_with("place-confirmed-until", &[("day", &reader.date(placement.confirmed)), ("until", &reader.date(placement.expires))])) }
        }
    }
}

/// One press says that somebody has asked the company, and that it is still there.
fn confirm(reader: &Reader, view: &PlaceView) -> Markup {
    let edit = format!("/desk/places/{}/edit", view.people.offer.placement.id);
    html! {
        form.acts method="post" action=(reader.link(&edit)) {
            input type="hidden" name="seen" value=(view.revision);
            button.act type="submit" name="do" value="confirm" data-key="b" { (reader.say("place-form-confirm")) " " kbd aria-hidden="true" { "B" } }
        }
    }
}

fn shifts(reader: &Reader, place: &Offer) -> Markup {
    let title = reader.say_with("place-shifts-of", &[("place", &place.workplace.name)]);
    let picture = WeekPicture {
        title: &title,
        free: None,
        shifts: &place.placement.shifts,
        way: Quarters(0),
        clashes: &[],
        steps: &[],
    };
    html! {
        @if place.placement.shifts.is_empty() { p.empty { (reader.say("place-no-shifts")) } }
        @else { (picture.draw(reader, Size::Column)) (week_tables(reader, &[&picture])) }
    }
}

/// What the company is told, and only after a yes.
fn told(reader: &Reader) -> Markup {
    html! {
        div.head { h2 { (reader.say("place-told")) } }
        p.empty { (reader.say("place-told-what")) }
    }
}

fn people(reader: &Reader, view: &PlaceView, today: Day) -> Markup {
    html! {
        div.head {
            h2 { (reader.say("place-people")) }
            span.faint { (view.people.listed.fit_in_all) " · " (reader.say("place-people-order")) }
        }
        @if view.people.listed.fits.is_empty() { p.empty { (reader.say("place-nobody")) } }
        ol data-rows="people" {
            @for one in &view.people.listed.fits {
                @if let Some(candidate) = view.people.candidates.get(&one.candidate) { (person_row(reader, view, one, candidate, today)) }
            }
        }
        @if !view.people.listed.fits.is_empty() { p.faint.empty { (reader.say("place-line-says")) } }
    }
}

fn person_row(reader: &Reader, view: &PlaceView, one: &Match, candidate: &Candidate, today: Day) -> Markup {
    let placement = &view.people.offer.placement;
    let mut reasons: Vec<_> = one.fit.reasons.iter().collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points));
    html! {
        li.people-row id={ "who-" (candidate.id) } data-row-of="person" {
            span.weeks { (weeks_waited(candidate, today)) span.unseen { " " (reader.say_count("desk-weeks", weeks_waited(candidate, today))) } }
            (name(reader, candidate))
            div {
                (strip(reader, &one.fit))
                p { @for reason in reasons.iter().filter(|reason| reason.part != Part::PayAfter).take(2) { (because(reader, reason, placement)) " " } }
                (open_between(reader, one, &candidate.first_name))
            }
            (small_week(reader, view, one, candidate))
            (ask(reader, view, candidate, today))
        }
    }
}

fn name(reader: &Reader, candidate: &Candidate) -> Markup {
    html! {
        div {
            a.name href=(reader.link(&address(candidate.id, ""))) data-row { bdi { (candidate.first_name) } }
            " " span.faint { (candidate.home.community) }
            @if let Some(words) = candidate.strengths.first() { span.own dir="auto" { "»" (words) "«" } }
        }
    }
}

fn small_week(reader: &Reader, view: &PlaceView, one: &Match, candidate: &Candidate) -> Markup {
    let title = reader.say_with(
        "week-title-with",
        &[("name", &candidate.first_name), ("place", &view.people.offer.workplace.name)],
    );
    let picture = WeekPicture {
        title: &title,
        free: Some(&candidate.free),
        shifts: &view.people.offer.placement.shifts,
        way: way_of(one),
        clashes: clashes_of(one),
        steps: &first_steps(one),
    };
    picture.draw(reader, Size::Row)
}

fn ask(reader: &Reader, view: &PlaceView, candidate: &Candidate, today: Day) -> Markup {
    let ask = view.asks.iter().find(|ask| ask.candidate_id == candidate.id);
    html! {
        @match view.courses.begun(reader, candidate.id, view.people.offer.placement.id).or_else(|| answered(reader, ask, &candidate.first_name, &view.consultants, today)) {
            Some(answered) => div.says-what { (answered) },
            None => form method="post" action=(reader.link(&format!("/desk/people/{}/ask", candidate.id))) {
                input type="hidden" name="placement" value=(view.people.offer.placement.id);
                input type="hidden" name="back" value="place";
                button.act type="submit" data-key="g" { (reader.say("desk-ask-yes")) span.unseen { " " (candidate.first_name) } }
            },
        }
    }
}

fn nearly(reader: &Reader, view: &PlaceView, today: Day) -> Markup {
    html! {
        @if !view.people.listed.nearly.is_empty() {
            div.head { h2 { (reader.say("desk-nearly")) } span.faint { (view.people.listed.nearly.len()) " · " (reader.say("desk-nearly-what")) } }
            ol data-rows="nearly" {
                @for one in &view.people.listed.nearly {
                    @if let Some(candidate) = view.people.candidates.get(&one.candidate) {
                        @let leads = Leads {
                            candidate: Some((address(candidate.id, &format!("place={}", one.placement)), candidate.first_name.as_str())),
                            company: Some((format!("/desk/companies/{}", view.people.offer.company.id), view.people.offer.company.name.as_str())),
                        };
                        li.people-row.nearly {
                            span.weeks { (weeks_waited(candidate, today)) span.unseen { " " (reader.say_count("desk-weeks", weeks_waited(candidate, today))) } }
                            (name(reader, candidate))
                            div {
                                (in_the_way(reader, one, &view.people.offer.placement))
                                (ways(reader, one, &view.people.offer.placement, &leads))
                            }
                            (small_week(reader, view, one, candidate))
                        }
                    }
                }
            }
        }
    }
}

/// The ratio rule's sum, as it adds up on the screen. Always an estimate.
fn ratio(reader: &Reader, seats: &Result<Seats, Question>) -> Markup {
    html! {
        section aria-labelledby="ratio-head" {
            div.head { h2 id="ratio-head" { (reader.say("ratio-head")) } span.tag.asks.last { (reader.say("ratio-estimate")) } }
            @match seats {
                Err(Question::Staff) => p.empty { (reader.say("ratio-unknown")) },
                Err(open) => {
                    p.empty { (question(reader, open)) }
                    (line(reader, open.rule()))
                }
                Ok(seats) => {
                    table.sum {
                        tbody { @for line in &seats.lines { (sum_line(reader, line)) } }
                    }
                    p.decides {
                        b { (reader.say("ratio-municipality")) } " "
                        (reader.say("ratio-company-writes")) " "
                        @if let Some(checked) = seats.checked { span.faint { (reader.say_with("ratio-rules-of", &[("day", &reader.full_date(checked))])) } }
                    }
                    @for rule in laws(seats) { p.faint { (cited(reader, rule)) } }
                    @if !seats.fits() {
                        p.empty {
                            @if let Some(day) = seats.fits_on { (reader.say_with("ratio-opens-on", &[("day", &reader.date(day))])) " " }
                            (reader.say_with("ratio-opens-at", &[("staff", &seats.fits_at.to_string())]))
                        }
                    }
                }
            }
        }
    }
}

/// What the sum cites: of the figures that were read in one place, one.
fn laws(seats: &Seats) -> Vec<&Citation> {
    let place = |rule: &Citation| {
        let Citation {
            legal_ref,
            source,
            valid_from,
            valid_to,
            standing,
            ..
        } = rule.clone();
        (legal_ref, source, valid_from, valid_to, standing)
    };
    let mut laws: Vec<&Citation> = Vec::new();
    for rule in &seats.rules {
        if laws.iter().all(|one| place(one) != place(rule)) {
            laws.push(rule);
        }
    }
    laws
}

fn sum_line(reader: &Reader, line: &Line) -> Markup {
    let number = |hundredths: u32| reader.hundredths(i64::from(hundredths));
    let whole = |n: u32| n.to_string();
    let (name, about, sum) = match line {
        Line::Average {
            each,
            in_all,
            months,
            staff,
        } => {
            let each: Vec<String> = each.iter().map(|month| number(*month)).collect();
            (
                reader.say("ratio-staff"),
                Some(each.join(" · ")),
                format!("{} ÷ {months} = {}", number(*in_all), number(*staff)),
            )
        }
        Line::Small {
            staff,
            per,
            quotient,
            seats,
        } => (
            reader.say_with("ratio-per", &[("per", &whole(*per))]),
            Some(reader.say("ratio-down")),
            format!("{} ÷ {per} = {} → {seats}", number(*staff), number(*quotient)),
        ),
        Line::Large {
            above,
            per,
            quotient,
            seats,
        } => (
            reader.say_with("ratio-per-above", &[("per", &whole(*per))]),
            Some(reader.say("ratio-down")),
            format!("{} ÷ {per} = {} → {seats}", number(*above), number(*quotient)),
        ),
        Line::Taken {
            hours,
            full_time,
            share,
            until,
        } => (
            reader.say("ratio-taken"),
            Some(reader.say_with("ratio-until", &[("day", &reader.date(*until))])),
            format!("{} ÷ {} = {}", hours_of(*hours), hours_of(*full_time), number(*share)),
        ),
        Line::Asked { hours, full_time, share } => (
            reader.say("ratio-this"),
            None,
            format!("{} ÷ {} = {}", hours_of(*hours), hours_of(*full_time), number(*share)),
        ),
        Line::Left { seats, shares, left } => (
            reader.say("ratio-left"),
            None,
            format!(
                "{} − {} = {}",
                number(*seats),
                number(*shares),
                reader.hundredths(i64::from(*left))
            ),
        ),
    };
    html! {
        tr.total[matches!(line, Line::Left { .. })] {
            th scope="row" { (name) @if let Some(about) = about { small { (about) } } }
            td { bdi dir="ltr" { (sum) } }
        }
    }
}
