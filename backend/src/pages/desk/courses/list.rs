//! Everything that is on its way, what is due first on top.

use super::steps::Bench;
use super::words::{lasts, stage, what};
use super::{address, due_next};
use crate::matching::course::Line;
use crate::pages::desk::people::address as person_address;
use crate::pages::desk::reasons::kind;
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CourseId, PersonId};

/// How many stand on the page at once.
pub const AT_ONCE: usize = 60;

/// What the list is drawn for.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    pub reader: &'a Reader,
    pub today: Day,
    pub me: PersonId,
    /// The one whose step was just taken.
    pub just: Option<CourseId>,
}

impl List<'_> {
    /// `ready`: yeses that nothing has begun on.
    pub fn page(&self, lines: &[Line], in_all: usize, sought: &str, ready: &Markup) -> Markup {
        let reader = self.reader;
        html! {
            section.wide-list aria-labelledby="courses-head" {
                div.head {
                    h1 id="courses-head" { (reader.say("desk-courses")) }
                    span.faint { (in_all) " · " (reader.say("courses-order")) }
                }
                (ready)
                @if !ready.0.is_empty() && !lines.is_empty() { div.head { h2 { (reader.say("courses-under-way")) } } }
                @if lines.is_empty() { p.empty { (reader.say(if sought.is_empty() { "courses-none" } else { "courses-not-found" })) } }
                (self.rows(lines))
                @if in_all > lines.len() { p.faint.empty { (reader.say_count("desk-more", (in_all - lines.len()) as u32)) } }
            }
        }
    }

    pub fn rows(&self, lines: &[Line]) -> Markup {
        html! {
            ol.course-list data-rows="courses" { @for line in lines { (self.row(line)) } }
        }
    }

    fn row(&self, line: &Line) -> Markup {
        let (reader, course) = (self.reader, &line.course);
        let whose = format!("{} · {}", line.candidate.first_name, line.offer.workplace.name);
        let bench = Bench {
            reader,
            course,
            today: self.today,
            in_list: Some(&whose),
            typed: None,
        };
        let undo = self.just == Some(course.id) && course.undoable(self.me).is_some();
        html! {
            li.course-row id={ "c-" (course.id) } {
                div {
                    h2 {
                        a.name href=(reader.link(&person_address(line.candidate.id, ""))) { bdi { (line.candidate.first_name) } }
                        " · "
                        a href=(reader.link(&address(course.id))) data-row { bdi { (line.offer.workplace.name) } }
                    }
                    p.faint {
                        (kind(reader, course.kind)) " · " (reader.say_with("desk-hours-week", &[("hours", &hours_of(course.hours_now()))]))
                        " · " (lasts(reader, course))
                    }
                }
                div {
                    span.tag.good[course.stage().is_underway()] { (stage(reader, course.stage())) }
                }
                div {
                    (what(reader, course, &line.candidate.first_name)) " "
                    @if let Some(next) = course.next() { (due_next(reader, &next, self.today)) }
                }
                div.acts { (bench.next()) @if undo { (bench.undo()) } }
            }
        }
    }
}
