//! What has come of my yes: where it stands, what comes next, and what the company has signed that I can.

pub mod routes;

use super::asks::{cross, tick};
use super::routes::Mine;
use super::{ADDRESS, Leaf};
use crate::error::Error;
use crate::matching::access::{self, Consultant};
use crate::matching::course::{Line, own_courses};
use crate::pages::desk::reasons::{kind, task_list};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CourseId;
use shared::matching::course::{Course, Signed, Stage, What};
use shared::matching::words::TaskId;

/// Raised whenever the words of the question about calls change.
pub const CALLS_VERSION: u16 = 1;
/// How long one that has ended stands on the first page.
const AFTERWARDS: i32 = 28;

pub fn address(id: CourseId) -> String {
    format!("{ADDRESS}/courses/{id}")
}

/// What is on its way, for the first page.
pub async fn underway(mine: &Mine, lines: &[Line]) -> Result<Markup, Error> {
    let (reader, today) = (&mine.reader, mine.today);
    let (mut open, mut over) = (Vec::new(), Vec::new());
    for line in lines {
        let ended = line.course.ended();
        if ended.is_none_or(|on| line.course.to_decide().is_some() || today.days_since(on) <= AFTERWARDS) {
            let by = access::find_consultant(mine.app.db(), line.course.by).await?;
            let rows = if ended.is_some() { &mut over } else { &mut open };
            rows.push(row(reader, line, by.as_ref(), today));
        }
    }
    Ok(html! {
        @for (head, rows) in [("my-course-head", open), ("my-course-over", over)] {
            @if !rows.is_empty() {
                section {
                    h2 { (reader.say(head)) }
                    ul.rows { @for row in rows { (row) } }
                }
            }
        }
    })
}

fn row(reader: &Reader, line: &Line, by: Option<&Consultant>, today: Day) -> Markup {
    let (course, place) = (&line.course, &line.offer.workplace);
    html! {
        li {
            h3 { bdi { (place.name) } ", " (place.site.community) }
            p.fine { (kind(reader, course.kind)) " · " bdi lang=[reader.danish()] { (line.offer.placement.title) } }
            p { (stands(reader, line, today)) }
            @if let Some(words) = comes(reader, course, by, today) { p { (words) } }
            @if course.to_decide().is_some() {
                p { (reader.say_with("my-course-signed", &[("place", &place.name)])) }
                a.big.main href=(reader.link(&format!("{}#signed", Leaf::Profile.address()))) { (reader.say("my-course-see-signed")) }
            }
            @if let Some(by) = by {
                p.fine { (reader.say_with("tell-whom-to-call", &[("name", &by.name)])) " " a.tel href={ "tel:" (by.phone.replace(' ', "")) } dir="ltr" { (by.phone) } }
            }
            @if course.stage().is_before() { (stop(reader, course)) }
            @if course.stage() == Stage::Job { (calls(reader, course, by)) }
        }
    }
}

fn stands(reader: &Reader, line: &Line, today: Day) -> String {
    let (course, place) = (&line.course, &line.offer.workplace.name);
    let day = match course.stage() {
        Stage::Running => course.last_day(),
        Stage::Ended => course.ended(),
        _ => Some(course.from),
    };
    // What nobody has written down yet is not told as if it were to come.
    let is_past = day.is_some_and(|day| day < today);
    let stage = match course.stage() {
        Stage::Talk if !course.kind.is_applied_for() && is_past => "TalkOfJobPast".to_owned(),
        Stage::Talk if !course.kind.is_applied_for() => "TalkOfJob".to_owned(),
        Stage::Granted if is_past => "GrantedPast".to_owned(),
        Stage::Running if is_past => "RunningPast".to_owned(),
        stage => format!("{stage:?}"),
    };
    let day = day.map(|day| reader.date(day)).unwrap_or_default();
    let hours = hours_of(course.hours_now());
    reader.say_with(
        "my-course-stands",
        &[("case", &stage), ("place", place), ("day", &day), ("hours", &hours)],
    )
}

/// Who comes next, and about when: of a day that has gone by it is not said that it will be.
fn comes(reader: &Reader, course: &Course, by: Option<&Consultant>, today: Day) -> Option<String> {
    let next = course.next()?;
    let What::FollowUp(_) = next.what else { return None };
    let key = match (course.stage(), next.on < today) {
        (Stage::Job, false) => "my-course-will-call",
        (Stage::Job, true) => "my-course-calls-soon",
        (_, false) => "my-course-will-talk",
        (_, true) => "my-course-talks-soon",
    };
    Some(reader.say_with(key, &[("name", &by?.name), ("day", &reader.date(next.on))]))
}

/// They have changed their mind. Nobody asks why, and nothing is left of it.
fn stop(reader: &Reader, course: &Course) -> Markup {
    html! {
        details {
            summary { (reader.say("my-course-stop")) }
            p { (reader.say("my-course-stop-about")) }
            form method="post" action=(reader.link(&address(course.id))) {
                button.answer type="submit" name="answer" value="stop" { (reader.say("my-course-stop-yes")) }
            }
        }
    }
}

/// May somebody call, now that there is a job? A yes that is taken back with one press; a no is not kept.
fn calls(reader: &Reader, course: &Course, by: Option<&Consultant>) -> Markup {
    let name = by.map(|by| by.name.as_str()).unwrap_or_default();
    html! {
        @if let Some(calls) = &course.calls {
            p { (reader.say_with(if calls.year { "my-course-calls-year" } else { "my-course-calls-on" }, &[("name", name)])) }
            form method="post" action=(reader.link(&address(course.id))) {
                button.answer type="submit" name="answer" value="no-calls" { (reader.say("my-course-calls-stop")) }
            }
        } @else {
            details {
                summary { (reader.say_with("my-course-may-call", &[("name", name)])) }
                p { (reader.say_with("my-course-calls-ask", &[("name", name)])) }
                form method="post" action=(reader.link(&address(course.id))) {
                    input type="hidden" name="text_version" value=(CALLS_VERSION);
                    label.check { input type="checkbox" name="year" value="true"; span { (reader.say("my-course-calls-also-year")) } }
                    label.check { input type="checkbox" name="read_aloud" value="true"; span { (reader.say("tell-read-aloud")) } }
                    div.yes-no.small-ones {
                        button type="submit" name="answer" value="calls" { (tick()) (reader.say("tell-yes")) }
                        button type="submit" name="answer" value="no-calls" { (cross()) (reader.say("tell-no")) }
                    }
                }
            }
        }
    }
}

/// What companies have signed, above the form of one's profile: first what one has not decided on.
pub async fn signed(mine: &Mine) -> Result<Markup, Error> {
    let lines = own_courses(&mine.app, mine.own).await?;
    let (candidate, _) = mine.candidate().await?;
    let reader = &mine.reader;
    let waiting = lines.iter().filter_map(|line| Some((line, line.course.to_decide()?)));
    let waiting: Vec<(&Line, &Signed)> = waiting.collect();
    // What one no longer says that one can is not shown as signed either.
    let kept = lines.iter().filter_map(|line| {
        let tasks: Vec<TaskId> = line
            .course
            .kept()
            .iter()
            .copied()
            .filter(|task| candidate.can.contains(task))
            .collect();
        let signed = line.course.signed.as_ref()?;
        (!tasks.is_empty()).then_some((line, signed, tasks))
    });
    let kept: Vec<(&Line, &Signed, Vec<TaskId>)> = kept.collect();
    Ok(html! {
        @if !waiting.is_empty() || !kept.is_empty() {
            section id="signed" aria-labelledby="signed-head" {
                h2 id="signed-head" { (reader.say("skills-head")) }
                @for (line, signed) in &waiting {
                    div.found {
                        p { (reader.say_with("skills-new", &[("by", &signed.by), ("place", &line.offer.workplace.name)])) }
                        (choose(reader, line, &signed.tasks, "skills-keep"))
                    }
                }
                @if !kept.is_empty() {
                    ul.rows {
                        @for (line, signed, tasks) in &kept {
                            li {
                                p { (task_list(reader, tasks)) }
                                p.fine { (reader.say_with("skills-signed-by", &[("place", &line.offer.workplace.name), ("day", &reader.full_date(signed.on))])) }
                                details {
                                    summary { (reader.say("skills-leave-out")) span.unseen { " " (line.offer.workplace.name) } }
                                    (choose(reader, line, tasks, "skills-keep-these"))
                                }
                            }
                        }
                    }
                }
            }
        }
    })
}

/// Every task with a tick; without it, it is left out.
fn choose(reader: &Reader, line: &Line, tasks: &[TaskId], key: &str) -> Markup {
    html! {
        form method="post" action=(reader.link(&format!("{}/signed", address(line.course.id)))) {
            @for task in tasks {
                label.check { input type="checkbox" name="task" value=(task.0) checked; span { (task_list(reader, &[*task])) } }
            }
            p.fine { (reader.say("skills-left-out")) }
            button.answer type="submit" { (reader.say(key)) }
        }
    }
}
