//! The four core tasks, each member's own readings side by side. Nothing here is added up, neither over
//! people nor over time.

use super::MOVEMENT;
use super::routes::ReadMovement;
use crate::pages::papers::answers::{FormIds, face_with_words, faces, name, one_of};
use crate::pages::papers::routes::Visit;
use crate::pages::parts::{self, Field};
use crate::plan::Seen;
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::text::NOTE_MAX;
use shared::plan::{CoreTask, Face, Intent, May, Member, Movement, Reading, may};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Days in sight at once; the older ones fold away.
const DAYS: usize = 6;

/// One's own reading.
pub fn say(visit: &Visit, seen: &Seen, ids: &FormIds, said: Option<&ReadMovement>) -> Markup {
    let reader = &visit.reader;
    let tasks = CoreTask::ALL.map(|task| (task, task_words(visit, task)));
    let words = Field {
        name: "words",
        label: &reader.say("pulse-words"),
        hint: "",
        value: said.map_or("", |said| said.words.as_str()),
        most: NOTE_MAX,
        must: false,
    };
    let fields = html! {
        (one_of("task", &reader.say("movement-task"), &tasks, said.map(|said| said.task), true))
        (faces(reader, &reader.say("movement-face"), said.map(|said| said.face)))
        (words.lines())
        p.hint { (reader.say("movement-who-reads")) }
        (parts::submit(&reader.say("movement-send")))
    };
    let any = Intent::ReadMovement {
        task: CoreTask::Leisure,
        face: Face::SoSo,
        words: String::new(),
    };
    html! {
        @if may(&seen.plan, seen.member_id, &any) == May::Yes {
            section.part {
                h2 { (reader.say("movement-say")) }
                (parts::form(reader, &MOVEMENT.address(visit.plan_id), ids.another(), &fields))
            }
        }
    }
}

/// A table for each task that anyone has said something of: people across, days down, the newest first.
pub fn side_by_side(visit: &Visit, seen: &Seen) -> Markup {
    let reader = &visit.reader;
    let any = seen.plan.movements().any(|movement| !movement.readings.is_empty());
    html! {
        section.part {
            h2 { (reader.say("movement-title")) }
            @if !any { p.nothing { (reader.say("movement-nothing")) } }
            @for task in CoreTask::ALL { (of_task(visit, seen, task)) }
        }
    }
}

fn of_task(visit: &Visit, seen: &Seen, task: CoreTask) -> Markup {
    let of_task = |movement: &Movement| movement.readings.iter().any(|reading| reading.task == task);
    let mut said: Vec<(&Arc<Member>, &Arc<Movement>)> = seen
        .plan
        .movements()
        .filter(|movement| of_task(movement))
        .filter_map(|movement| Some((seen.plan.member(movement.member_id)?, movement)))
        .collect();
    said.sort_by_key(|(member, _)| (member.role, member.member_id));
    let days: BTreeSet<Day> = said
        .iter()
        .flat_map(|(_, movement)| readings(movement, task))
        .map(|reading| reading.on)
        .collect();
    let days: Vec<Day> = days.into_iter().rev().collect();
    let (new, old) = days.split_at(days.len().min(DAYS));
    html! {
        @if !said.is_empty() {
            (table(visit, task, &said, new))
            @if !old.is_empty() {
                details {
                    summary { (visit.reader.say("movement-older")) }
                    (table(visit, task, &said, old))
                }
            }
        }
    }
}

fn table(visit: &Visit, task: CoreTask, said: &[(&Arc<Member>, &Arc<Movement>)], days: &[Day]) -> Markup {
    let reader = &visit.reader;
    let label = reader.say(&format!("task-{}", name(task)));
    html! {
        // It can be wider than a phone; by keys it is moved where it can be reached by them.
        div.scroll role="region" aria-label=(label) tabindex="0" {
            table.side {
                caption { (label) }
                thead {
                    tr {
                        th scope="col" { (reader.say("movement-day")) }
                        @for (member, _) in said { th scope="col" { bdi { (member.name) } } }
                    }
                }
                tbody {
                    @for day in days {
                        tr {
                            th scope="row" { (reader.day(*day, visit.today)) }
                            @for (_, movement) in said {
                                td {
                                    @for reading in readings(movement, task).filter(|reading| reading.on == *day) {
                                        (face_with_words(reader, reading.face))
                                        @if !reading.words.is_empty() { blockquote dir="auto" { (reading.words) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn readings(movement: &Movement, task: CoreTask) -> impl Iterator<Item = &Reading> {
    movement.readings.iter().filter(move |reading| reading.task == task)
}

fn task_words(visit: &Visit, task: CoreTask) -> Markup {
    html! { (visit.reader.say(&format!("task-{}", name(task)))) }
}
