//! The sheet that a company copies into its application: every field that it asks for, filled in from what we know.
//!
//! The application itself is made by the company in VITAS, the one legal way, which tells nobody outside what it holds.
//! So the list of fields is taken from the public guidance for it (questions and answers of 2020) and from BEK 2636 of
//! 28 December 2021 § 65, and each field says which. Those of the guidance have not been seen in VITAS itself.
//! There is no number of a person here: where VITAS wants one, the company writes it there.

use crate::matching::book::Contact;
use crate::matching::course::Line;
use crate::pages::desk::reasons::{kind, task_list};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::placement::{Afterwards, Staff};
use shared::matching::shift::final_hours;
use shared::matching::words::TaskId;

/// Where it is known from that the application asks for this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Source {
    Statute,
    Guidance,
}

/// A field and what stands in it; `None`: we do not know, and the company writes it.
struct Field {
    key: &'static str,
    said: Option<String>,
    source: Source,
}

fn field(key: &'static str, said: Option<String>, source: Source) -> Field {
    let said = said.filter(|words| !words.is_empty());
    Field { key, said, source }
}

/// `contact`: the newest talk with the company.
pub fn sheet(reader: &Reader, line: &Line, contact: Option<&Contact>, back: &str, today: Day) -> Markup {
    let (course, workplace, company) = (&line.course, &line.offer.workplace, &line.offer.company);
    // A company of one place is often called as that place is.
    let place = match company.name == workplace.name {
        true => workplace.name.clone(),
        false => format!("{}, {}", company.name, workplace.name),
    };
    html! {
        main.course-sheet id="main" {
            p.sheet-tools.acts {
                a.act href=(reader.link(back)) { (reader.say("sheet-back")) }
                button.act type="button" data-print hidden { (reader.say("sheet-print")) }
            }
            h1 { (reader.say("sheet-title")) }
            p { (reader.say("sheet-about")) }
            p.decides { (reader.say("sheet-decides")) }
            (group(reader, "sheet-company", &[
                field("sheet-name", Some(place), Source::Guidance),
                field("sheet-cvr", company.cvr.map(|cvr| cvr.to_string()), Source::Guidance),
                field("sheet-p-number", workplace.p_number.map(|number| number.to_string()), Source::Statute),
                field("sheet-contact", contact.map(|contact| format!("{} {}", contact.entry.with, contact.entry.phone)), Source::Guidance),
            ]))
            (group(reader, "sheet-colleagues", &[
                field("sheet-representative", None, Source::Statute),
                field("sheet-representative-mail", None, Source::Guidance),
                field("sheet-staff", staff(reader, &workplace.staff), Source::Statute),
                field("sheet-supported", supported(reader, &workplace.staff, course.from), Source::Statute),
            ]))
            (group(reader, "sheet-placement", &[
                field("sheet-kind", Some(kind(reader, course.kind)), Source::Guidance),
                field("sheet-when", Some(dates(reader, line)), Source::Guidance),
                field("sheet-hours", Some(hours_of(course.hours)), Source::Guidance),
                field("sheet-rising", rising(reader, line), Source::Guidance),
                field("sheet-tasks", Some(tasks(reader, line)), Source::Guidance),
                field("sheet-purpose", None, Source::Guidance),
                field("sheet-trained", Some(task_list(reader, &trained(line))), Source::Guidance),
                field("sheet-pay", pay(reader, line.offer.placement.afterwards), Source::Guidance),
                field("sheet-person", Some(line.candidate.first_name.clone()), Source::Guidance),
            ]))
            p.faint { (reader.say("sheet-sources")) }
            p.faint { (reader.say_with("sheet-made", &[("day", &reader.full_date(today))])) }
        }
    }
}

fn group(reader: &Reader, title: &str, fields: &[Field]) -> Markup {
    html! {
        section {
            h2 { (reader.say(title)) }
            dl {
                @for field in fields {
                    div {
                        dt { (reader.say(field.key)) @if field.source == Source::Guidance { " *" } }
                        @match &field.said {
                            Some(said) => dd dir="auto" { (said) },
                            None => dd.blank { span.unseen { (reader.say("sheet-blank")) } },
                        }
                    }
                }
            }
        }
    }
}

fn dates(reader: &Reader, line: &Line) -> String {
    let from = reader.full_date(line.course.from);
    match line.course.last_day() {
        Some(until) => reader.say_with("course-from-until", &[("from", &from), ("until", &reader.full_date(until))]),
        None => reader.say_with("course-from", &[("from", &from)]),
    }
}

/// Full-time employees, an average of the last four months.
fn staff(reader: &Reader, staff: &Staff) -> Option<String> {
    let months = staff.ordinary?;
    let hundredths: u32 = months.iter().sum::<u32>() / months.len() as u32;
    Some(reader.hundredths(i64::from(hundredths)))
}

/// Supported people who are there on the first day.
fn supported(reader: &Reader, staff: &Staff, on: Day) -> Option<String> {
    staff.ordinary?;
    let there: Vec<String> = staff
        .supported
        .iter()
        .filter(|one| on <= one.until)
        .map(|one| reader.say_with("desk-hours-week", &[("hours", &hours_of(one.hours))]))
        .collect();
    Some(if there.is_empty() {
        "0".to_owned()
    } else {
        format!("{} ({})", there.len(), there.join(", "))
    })
}

/// The application has no field for hours that grow, so they stand as a remark.
fn rising(reader: &Reader, line: &Line) -> Option<String> {
    let last = final_hours(&line.offer.placement.shifts);
    (last > line.course.hours).then(|| reader.say_with("sheet-rising-to", &[("hours", &hours_of(last))]))
}

fn tasks(reader: &Reader, line: &Line) -> String {
    let mut all = vec![task_list(reader, &line.course.tasks)];
    all.extend(line.offer.placement.other_tasks.iter().cloned());
    all.retain(|words| !words.is_empty());
    all.join(", ")
}

/// What the person would like to learn among the tasks; else what they do not say yet that they can.
fn trained(line: &Line) -> Vec<TaskId> {
    let tasks = || line.course.tasks.iter().copied();
    let wanted: Vec<TaskId> = tasks().filter(|task| line.candidate.wants_to_learn.contains(task)).collect();
    if wanted.is_empty() {
        tasks().filter(|task| !line.candidate.can.contains(task)).collect()
    } else {
        wanted
    }
}

fn pay(reader: &Reader, afterwards: Afterwards) -> Option<String> {
    match afterwards {
        Afterwards::NotSaid => None,
        Afterwards::Perhaps => Some(reader.say("because-pay-perhaps")),
        Afterwards::PaidFromWeek(week) => Some(reader.say_with("because-pay-from", &[("week", &week.to_string())])),
    }
}
