//! The five questions.

use super::sent::{OFFERED, kind_field, task_field, time_field};
use super::{ADDRESS, refused_words};
use crate::matching::entrance::Refused;
use crate::pages::desk::reasons::task;
use crate::pages::desk::week_picture::{weekday, weekday_short};
use crate::pages::profile::Sent;
use crate::pages::reader::Reader;
use enumset::EnumSet;
use maud::{Markup, html};
use shared::matching::signal::{PartOfDay, SIGNAL_MAX};
use shared::matching::week::Weekday;
use shared::matching::words::{Kind, TaskId};

/// The form as it is about to be shown, with all that was written in it.
#[derive(Debug)]
pub struct Filled<'a> {
    pub sent: &'a Sent,
    pub pass: &'a str,
    pub refused: Option<Refused>,
}

pub fn form(reader: &Reader, filled: &Filled<'_>) -> Markup {
    let sent = filled.sent;
    html! {
        form.entry method="post" action=(reader.link(ADDRESS)) aria-label=(reader.say("entrance-form")) data-offline=(reader.say("entrance-offline")) {
            div.refused id="entry-refused" role="alert" hidden[filled.refused.is_none()] {
                @if let Some(refused) = filled.refused { p { b { (refused_words(reader, refused)) } } }
            }
            input type="hidden" name="pass" value=(filled.pass);
            fieldset {
                legend.unseen { (reader.say("entrance-about")) }
                div.about {
                    (about(reader, sent, "Room", "entrance-room", "entrance-room-what"))
                    (about(reader, sent, "Hands", "entrance-hands", "entrance-hands-what"))
                }
            }
            (question(reader, 1, "entrance-what", &tasks(reader, sent)))
            (question(reader, 2, "entrance-times", &times(reader, sent)))
            (question(reader, 3, "entrance-know", &html! {
                div.two { (text(reader, sent, "must", "text", false)) (text(reader, sent, "nice", "text", false)) }
            }))
            (question(reader, 4, "entrance-kinds", &kinds(reader, sent)))
            (question(reader, 5, "entrance-call", &html! {
                div.two {
                    (text(reader, sent, "place", "text", true)) (text(reader, sent, "name", "text", true))
                    (text(reader, sent, "phone", "tel", true)) (text(reader, sent, "not_when", "text", false))
                }
            }))
            // Out of sight and out of the keyboard's way. Whoever still meets it is told to leave it alone.
            div.trap aria-hidden="true" {
                label { (reader.say("entrance-trap")) input type="text" name="website" value="" tabindex="-1" autocomplete="off"; }
            }
            button.send type="submit" { (reader.say("entrance-send")) }
            p.fine { (reader.say("entrance-fine")) }
        }
    }
}

fn about(reader: &Reader, sent: &Sent, value: &str, key: &str, what: &str) -> Markup {
    let chosen = match sent.get("about") {
        "" => "Room",
        chosen => chosen,
    };
    html! {
        label {
            input type="radio" name="about" value=(value) checked[chosen == value];
            span { (reader.say(key)) small { (reader.say(what)) } }
        }
    }
}

/// A question with its number. Its hint lies under its key with `-hint`.
fn question(reader: &Reader, number: u8, key: &str, fields: &Markup) -> Markup {
    let hint = match number {
        1 => Some(reader.say("entrance-what-hint")),
        2 => Some(reader.say("entrance-times-hint")),
        3 => Some(reader.say("entrance-know-hint")),
        4 => Some(reader.say("entrance-kinds-hint")),
        _ => None,
    };
    html! {
        fieldset {
            legend { span.no aria-hidden="true" { (number) } (reader.say(key)) }
            @if let Some(hint) = hint { p.hint { (hint) } }
            div.f { (fields) }
        }
    }
}

fn tick(sent: &Sent, name: &str, label: &str) -> Markup {
    html! { label { input type="checkbox" name=(name) value="on" checked[!sent.get(name).is_empty()]; span { (label) } } }
}

fn tasks(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        div.chips {
            @for id in OFFERED.map(TaskId) { (tick(sent, &task_field(id), &task(reader, id))) }
        }
        (text(reader, sent, "other_task", "text", false))
    }
}

fn times(reader: &Reader, sent: &Sent) -> Markup {
    let part_name = |part: PartOfDay| reader.say_with("entrance-part", &[("case", &format!("{part:?}"))]);
    let moves = |value: &str, key: &str| {
        let chosen = if sent.get("can_move").is_empty() {
            "yes"
        } else {
            sent.get("can_move")
        };
        html! { label { input type="radio" name="can_move" value=(value) checked[chosen == value]; span { (reader.say(key)) } } }
    };
    html! {
        table.week {
            caption.unseen { (reader.say("entrance-week")) }
            thead {
                tr {
                    td {}
                    @for day in Weekday::ALL { th scope="col" { (weekday_short(reader, day)) } }
                }
            }
            tbody {
                @for part in EnumSet::<PartOfDay>::all() {
                    tr {
                        th scope="row" { (part_name(part)) }
                        @for day in Weekday::ALL {
                            @let name = time_field(day, part);
                            td {
                                label {
                                    input type="checkbox" name=(name) value="on" checked[!sent.get(&name).is_empty()];
                                    span.unseen { (weekday(reader, day)) " " (part_name(part)) }
                                }
                            }
                        }
                    }
                }
            }
        }
        fieldset.chips.moves {
            legend.unseen { (reader.say("entrance-moves")) }
            (moves("yes", "entrance-can-move"))
            (moves("no", "entrance-cannot-move"))
        }
    }
}

fn kinds(reader: &Reader, sent: &Sent) -> Markup {
    let order = [
        Kind::PaidHours,
        Kind::WorkPlacement,
        Kind::WageSubsidy,
        Kind::DayJob,
        Kind::YouthJob,
    ];
    html! {
        div.chips {
            @for kind in order {
                (tick(sent, &kind_field(kind), &reader.say_with("entrance-kind", &[("case", &format!("{kind:?}"))])))
            }
        }
    }
}

fn text(reader: &Reader, sent: &Sent, name: &str, kind: &str, is_needed: bool) -> Markup {
    let autocomplete = match name {
        "place" => "organization",
        "name" => "name",
        "phone" => "tel",
        _ => "off",
    };
    let label = reader.say_with("entrance-field", &[("case", &name.replace('_', "-"))]);
    html! {
        label.text {
            span { (label) }
            input type=(kind) name=(name) value=(sent.get(name)) maxlength=(SIGNAL_MAX) autocomplete=(autocomplete)
                dir=(if kind == "tel" { "ltr" } else { "auto" }) required[is_needed];
        }
    }
}
