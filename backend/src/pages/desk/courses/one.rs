//! One course: its way, what comes next, the talks, and what the company has signed.

use super::steps::{Bench, Pressed};
use super::words::{lasts, stage, step, what, with_text};
use super::{address, due, due_next};
use crate::matching::course::Line;
use crate::matching::course::links::Made;
use crate::pages::desk::people::address as person_address;
use crate::pages::desk::reasons::{kind, task_list};
use crate::pages::reader::{Reader, hours_of};
use crate::pages::skills;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{Millis, PersonId};
use shared::matching::course::{Stage, With};

/// One course as it is about to be read.
#[derive(Debug)]
pub struct One<'a> {
    pub line: &'a Line,
    pub me: PersonId,
    /// Who runs it, as the two read it.
    pub by: &'a str,
    pub today: Day,
    /// Until when a link waits for the company.
    pub link_waits: Option<Millis>,
    /// A link that was just made, with the origin of our pages where it is known.
    pub made: Option<(&'a Made, &'a str)>,
    /// Why the step was not taken.
    pub refused: Option<String>,
    /// And what was typed for it.
    pub typed: Option<&'a Pressed>,
}

impl One<'_> {
    pub fn draw(&self, reader: &Reader) -> Markup {
        let (line, course) = (self.line, &self.line.course);
        let bench = Bench {
            reader,
            course,
            today: self.today,
            in_list: None,
            typed: self.typed,
        };
        html! {
            div {
                div.who {
                    h1 { a.course-name href=(reader.link(&person_address(line.candidate.id, ""))) { bdi { (line.candidate.first_name) } } }
                    span.faint {
                        a href=(reader.link(&format!("/desk/places/{}", course.placement))) { bdi { (line.offer.workplace.name) } }
                        ", " (line.offer.workplace.site.community)
                    }
                }
                (self.way(reader))
                @if let Some(refused) = &self.refused { div.trouble role="alert" { p { (refused) } } }
                div.head { h2 { (reader.say("course-next")) } @if let Some(next) = course.next() { (due_next(reader, &next, self.today)) } }
                p.course-what { (what(reader, course, &line.candidate.first_name)) }
                @if course.stage() == Stage::Confirmed { p.decides { (reader.say("course-municipality-decides")) } }
                div.acts { (bench.next()) }
                @if course.stage() == Stage::Running { p.faint { (reader.say("course-extend-in-time")) } }
                div.course-others { (bench.others()) }
                (self.signature(reader))
            }
            div {
                (self.facts(reader))
                (self.talks(reader))
                div.head { h2 { (reader.say("course-steps")) } }
                ol.course-steps {
                    li { span.faint { (reader.date(course.talked)) } span { (reader.say("course-did-talked")) } }
                    @for taken in &course.steps { li { span.faint { (reader.date(taken.on)) } span { (step(reader, taken.step)) } } }
                }
                @if course.undoable(self.me).is_some() { div.acts { (bench.undo()) } }
            }
        }
    }

    /// The stages, with the one that it stands at.
    fn way(&self, reader: &Reader) -> Markup {
        let now = self.line.course.stage();
        let mut stages = Stage::way(self.line.course.kind).to_vec();
        if self.line.course.job_began().is_some() && !stages.contains(&Stage::Job) {
            stages.insert(stages.len() - 1, Stage::Job);
        }
        html! {
            ol.course-way aria-label=(reader.say("course-way")) {
                @for one in stages {
                    li.been[one < now] aria-current=[(one == now).then_some("step")] { (stage(reader, one)) }
                }
            }
        }
    }

    fn facts(&self, reader: &Reader) -> Markup {
        let course = &self.line.course;
        html! {
            dl.facts {
                dt { (reader.say("place-kind")) }
                dd { (kind(reader, course.kind)) }
                dt { (reader.say("course-when")) }
                dd {
                    (lasts(reader, course))
                    @if course.span().0 != course.from { " " span.faint { (reader.say_with("course-agreed-from", &[("day", &reader.date(course.from))])) } }
                }
                dt { (reader.say("course-hours")) }
                dd {
                    (hours_of(course.hours_now()))
                    @if course.hours_now() != course.hours { " " span.faint { (reader.say_with("course-hours-first", &[("hours", &hours_of(course.hours))])) } }
                }
                @if !course.tasks.is_empty() { dt { (reader.say("place-tasks")) } dd { (task_list(reader, &course.tasks)) } }
                dt { (reader.say("course-by")) }
                dd { bdi { (self.by) } }
            }
            @if course.kind.is_applied_for() {
                div.acts { a.act href=(reader.link(&format!("{}/sheet", address(course.id)))) data-key="p" { (reader.say("course-sheet")) " " kbd aria-hidden="true" { "P" } } }
            }
        }
    }

    /// All talks of the time that runs, those that were had marked.
    fn talks(&self, reader: &Reader) -> Markup {
        let course = &self.line.course;
        let all = course.follow_ups();
        html! {
            @if !all.is_empty() {
                div.head { h2 { (reader.say("course-talks")) } }
                ol.course-steps {
                    @for one in &all {
                        li {
                            @if course.has_talked(one.week, one.with) { span.tag.good { (reader.say("course-talk-had")) } } @else { (due(reader, one.on, self.today)) }
                            span {
                                (reader.say_with("course-talk-week", &[("week", &one.week.to_string())]))
                                @if one.with != With::Both { " · " (reader.say_with("course-talk-with", &[("with", with_text(one.with)), ("name", &self.line.candidate.first_name)])) }
                            }
                        }
                    }
                }
            }
            @if course.stage() == Stage::Job && course.calls.is_none() { p.empty { (reader.say_with("course-no-calls", &[("name", &self.line.candidate.first_name)])) } }
        }
    }

    fn signature(&self, reader: &Reader) -> Markup {
        let course = &self.line.course;
        html! {
            @if course.can_be_signed() {
                section aria-labelledby="sign-head" {
                    div.head { h2 id="sign-head" { (reader.say("course-sign")) } }
                    p { (reader.say_with("course-sign-about", &[("name", &self.line.candidate.first_name)])) }
                    @if let Some((made, origin)) = &self.made {
                        div.preview role="status" {
                            p { b { (reader.say("course-link-made")) } " " (reader.say_with("course-link-until", &[("day", &reader.date(wall_time(made.expires_at).day))])) }
                            label.course-link { span.unseen { (reader.say("course-link")) } input readonly value={ (origin) (skills::path(&made.token)) } dir="ltr"; }
                            p.faint { (reader.say("course-link-once")) }
                        }
                    }
                    @if let (Some(until), None) = (self.link_waits, &self.made) {
                        p { (reader.say_with("course-link-waits", &[("day", &reader.date(wall_time(until).day))])) }
                    }
                    form method="post" action=(reader.link(&format!("{}/link", address(course.id)))) {
                        button.act.main[self.link_waits.is_none()] type="submit" { (reader.say(if self.link_waits.is_some() { "course-link-again" } else { "course-link-make" })) }
                    }
                }
            } @else if let Some(signed) = &course.signed {
                section aria-labelledby="sign-head" {
                    div.head { h2 id="sign-head" { (reader.say("course-sign")) } }
                    @if !signed.kept { p { (reader.say_with("course-sign-with-them", &[("name", &self.line.candidate.first_name)])) } }
                    @else if course.kept().is_empty() { p { (reader.say("course-sign-none")) } }
                    @else {
                        p { (task_list(reader, course.kept())) }
                        p.faint { (reader.say_with("skills-signed-by", &[("place", &self.line.offer.workplace.name), ("day", &reader.full_date(signed.on))])) }
                    }
                }
            }
        }
    }
}
