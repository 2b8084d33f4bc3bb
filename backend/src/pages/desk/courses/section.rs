//! What is on its way, on the page of the person and on that of the place, with the looks that go with it.

use super::list::List;
use super::{ADDRESS, COMPANY_NO, words};
use crate::error::Error;
use crate::matching::answers::{Ask, asks_of_candidate, asks_of_placement, waiting_yeses};
use crate::matching::course::{Courses, Line, Which, shown};
use crate::matching::lists::offer;
use crate::matching::looked::{Showing, View};
use crate::pages::desk::aloud::take_back;
use crate::pages::desk::reasons::task_list;
use crate::pages::desk::routes::AtDesk;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::matching::search::{Query, Words, keep};

/// A yes that nothing has come of yet, with the name of the other side.
type Ready = (Ask, String);

/// What is on its way with one person, or at one place.
#[derive(Clone, Debug)]
pub struct Underway {
    pub drawn: Markup,
    begun: Vec<(CandidateId, PlacementId, CourseId)>,
}

impl Underway {
    /// The way to what has begun between the two: nobody is asked for a yes to it once more. `None`: nothing has.
    pub fn begun(&self, reader: &Reader, candidate: CandidateId, placement: PlacementId) -> Option<Markup> {
        let (_, _, id) = self.begun.iter().find(|one| (one.0, one.1) == (candidate, placement))?;
        Some(html! { a.act href=(reader.link(&super::address(*id))) { (reader.say("course-see")) } })
    }
}

pub async fn of_person(at: &AtDesk, id: CandidateId) -> Result<Underway, Error> {
    let courses = shown(&at.app, &at.caller, Which::Of(id)).await?;
    let asks = asks_of_candidate(at.app.db(), id).await?;
    let ready: Vec<Ask> = asks.into_iter().filter(|ask| ask.is_yes(at.today)).collect();
    let named = at
        .app
        .desk()
        .ask(move |market| {
            let with_name = |ask: Ask| offer(market, ask.placement_id).map(|offer| (ask, offer.workplace.name));
            ready.into_iter().filter_map(with_name).collect::<Vec<Ready>>()
        })
        .await?;
    Ok(section(at, &courses, &named, "person"))
}

pub async fn of_place(at: &AtDesk, id: PlacementId) -> Result<Underway, Error> {
    let courses = shown(&at.app, &at.caller, Which::At(id)).await?;
    let asks = asks_of_placement(at.app.db(), id).await?;
    let ready: Vec<Ask> = asks.into_iter().filter(|ask| ask.is_yes(at.today)).collect();
    let named = at
        .app
        .desk()
        .ask(move |market| {
            let with_name = |ask: Ask| {
                market
                    .candidate(ask.candidate_id)
                    .map(|one| one.first_name.clone())
                    .map(|name| (ask, name))
            };
            ready.into_iter().filter_map(with_name).collect::<Vec<Ready>>()
        })
        .await?;
    look(at, Some(id), &named).await?;
    Ok(section(at, &courses, &named, "place"))
}

/// Everybody who has said yes and with whom nothing has begun. A yes reaches whoever sits at the desk, on whatever list
/// its person or place may stand.
pub async fn of_everybody(at: &AtDesk, sought: &Query) -> Result<Markup, Error> {
    let ready = waiting_yeses(at.app.db(), at.today).await?;
    let mut named = at
        .app
        .desk()
        .ask(move |market| {
            let with_names = |ask: Ask| {
                let name = &market.candidate(ask.candidate_id)?.first_name;
                let place = offer(market, ask.placement_id)?.workplace.name;
                Some((ask, format!("{name} · {place}")))
            };
            ready.into_iter().filter_map(with_names).collect::<Vec<Ready>>()
        })
        .await?;
    keep(&mut named, sought, |(_, names)| Words::default().and(names, 0));
    if named.is_empty() {
        return Ok(html! {});
    }
    look(at, None, &named).await?;
    Ok(html! {
        div.head { h2 { (at.reader.say("courses-ready")) } span.faint { (named.len()) } }
        @for one in &named { (row(&at.reader, one, "")) }
    })
}

/// Writes down that these people are about to be seen. `at_place`: the one place that it is about.
async fn look(at: &AtDesk, at_place: Option<PlacementId>, ready: &[Ready]) -> Result<(), Error> {
    if ready.is_empty() {
        return Ok(());
    }
    let showing = Showing {
        view: View::Courses,
        subject_id: at_place.map(|id| id.0),
        inputs: String::new(),
        rules: String::new(),
        shown: ready.iter().map(|(ask, _)| ask.placement_id.0).collect(),
        candidates: ready.iter().map(|(ask, _)| ask.candidate_id).collect(),
    };
    at.look(&showing).await?;
    Ok(())
}

/// What the consultant hears when they have told the company: they would like to talk, or not this time. `back` is the page
/// that it stands on.
fn row(reader: &Reader, (ask, name): &Ready, back: &str) -> Markup {
    html! {
        div.course-ready {
            p { b { bdi { (name) } } " · " (reader.say("course-has-yes")) }
            div.acts {
                a.act href=(reader.link(&format!("{ADDRESS}/new?person={}&placement={}", ask.candidate_id, ask.placement_id))) {
                    (reader.say("course-begin")) span.unseen { " " (name) }
                }
                form method="post" action=(reader.link(COMPANY_NO)) {
                    input type="hidden" name="person" value=(ask.candidate_id);
                    input type="hidden" name="placement" value=(ask.placement_id);
                    input type="hidden" name="back" value=(back);
                    button.act type="submit" { (reader.say("course-company-no")) span.unseen { " " (name) } }
                }
                (take_back(reader, ask, name, back))
            }
        }
    }
}

fn section(at: &AtDesk, courses: &Courses, ready: &[Ready], back: &str) -> Underway {
    let reader = &at.reader;
    let list = List {
        reader,
        today: at.today,
        me: at.caller.person_id,
        just: None,
    };
    let (ended, open): (Vec<Line>, Vec<Line>) = courses
        .lines
        .iter()
        .cloned()
        .partition(|line| line.course.next().is_none() && line.course.ended().is_some());
    let begun = courses
        .lines
        .iter()
        .map(|line| &line.course)
        .filter(|course| course.ended().is_none());
    let begun = begun.map(|course| (course.candidate, course.placement, course.id)).collect();
    let drawn = html! {
        @if !courses.lines.is_empty() || !ready.is_empty() {
            section.course-part aria-labelledby="course-part-head" {
                div.head { h2 id="course-part-head" { (reader.say("desk-courses")) } }
                @for one in ready { (row(reader, one, back)) }
                @if !open.is_empty() { (list.rows(&open)) }
                @for line in &ended { (been(reader, line)) }
            }
        }
    };
    Underway { drawn, begun }
}

/// One that is over, and what was signed of it.
fn been(reader: &Reader, line: &Line) -> Markup {
    let course = &line.course;
    html! {
        p.course-been {
            a href=(reader.link(&super::address(course.id))) { bdi { (line.candidate.first_name) } " · " bdi { (line.offer.workplace.name) } } " "
            span.faint { (words::lasts(reader, course)) }
            @if let (Some(signed), false) = (&course.signed, course.kept().is_empty()) {
                br;
                (task_list(reader, course.kept())) " "
                span.faint { (reader.say_with("skills-signed-by", &[("place", &line.offer.workplace.name), ("day", &reader.full_date(signed.on))])) }
            }
        }
    }
}
