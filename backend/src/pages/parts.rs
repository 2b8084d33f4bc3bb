//! What the forms of our pages are made of. Every field has its name in sight and its hint beside it, and
//! no answer is chosen beforehand or larger than another.

use super::reader::Reader;
use crate::plan::Seen;
use maud::{Markup, html};
use serde::{Deserialize, Deserializer};
use shared::day::Day;
use shared::ids::{ChangeId, MemberId};
use shared::plan::{Agreement, CellId, Column, Kept, Kind, Lane, Member, Orphan, Plan, Refusal, WhomToAsk};
use std::str::FromStr;

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    /// How to fill it in; empty where the label says it all.
    pub hint: &'a str,
    pub value: &'a str,
    /// The most characters, as the rules count them.
    pub most: usize,
    pub must: bool,
}

impl Field<'_> {
    /// One line.
    pub fn line(&self) -> Markup {
        self.with_label(&html! {
            input id=(self.name) name=(self.name) type="text" value=(self.value) maxlength=(self.most) dir="auto"
                autocomplete="off" required[self.must] aria-describedby=[self.described_by()];
        })
    }

    /// Several lines.
    pub fn lines(&self) -> Markup {
        self.with_label(&html! {
            textarea id=(self.name) name=(self.name) rows="3" maxlength=(self.most) dir="auto" required[self.must]
                aria-describedby=[self.described_by()] { (self.value) }
        })
    }

    /// A telephone number.
    pub fn phone(&self) -> Markup {
        self.with_label(&html! {
            input id=(self.name) name=(self.name) type="tel" value=(self.value) maxlength=(self.most) dir="ltr"
                autocomplete="off" required[self.must] aria-describedby=[self.described_by()];
        })
    }

    /// A day; `value` is empty or as `Day` writes it.
    pub fn day(&self) -> Markup {
        self.with_label(&html! {
            input id=(self.name) name=(self.name) type="date" value=(self.value) required[self.must]
                aria-describedby=[self.described_by()];
        })
    }

    /// A number from 1 to `most`.
    pub fn number(&self) -> Markup {
        self.with_label(&html! {
            input id=(self.name) name=(self.name) type="number" value=(self.value) min="1" max=(self.most) inputmode="numeric"
                required[self.must] aria-describedby=[self.described_by()];
        })
    }

    /// A time of the day, as browsers write it: "20:00".
    pub fn time(&self) -> Markup {
        self.with_label(&html! {
            input id=(self.name) name=(self.name) type="time" value=(self.value) required[self.must]
                aria-describedby=[self.described_by()];
        })
    }

    /// One of several, where there are too many to have them all in sight; each a value and what it is called.
    pub fn select(&self, options: &[(String, String)]) -> Markup {
        self.with_label(&html! {
            select id=(self.name) name=(self.name) required[self.must] aria-describedby=[self.described_by()] {
                @for (value, label) in options {
                    option value=(value) selected[value == self.value] { (label) }
                }
            }
        })
    }

    fn with_label(&self, input: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                @if !self.hint.is_empty() { p.hint id={ (self.name) "-hint" } { (self.hint) } }
                (input)
            }
        }
    }

    fn described_by(&self) -> Option<String> {
        (!self.hint.is_empty()).then(|| format!("{}-hint", self.name))
    }
}

/// One answer of several, all of the same weight. Nothing is chosen unless it was before.
pub fn choice(name: &str, question: &str, answers: &[(&str, String)], chosen: Option<&str>) -> Markup {
    html! {
        fieldset.choice {
            legend { (question) }
            @for (value, label) in answers {
                label {
                    input type="radio" name=(name) value=(value) checked[chosen == Some(*value)] required;
                    span { (label) }
                }
            }
        }
    }
}

/// A form that sends one change. `action` is an address of ours without its language.
pub fn form(reader: &Reader, action: &str, change_id: ChangeId, fields: &Markup) -> Markup {
    html! {
        form.sheet-form method="post" action=(reader.link(action)) {
            input type="hidden" name="change_id" value=(change_id);
            (fields)
        }
    }
}

pub fn submit(label: &str) -> Markup {
    html! { p { button.button type="submit" { (label) } } }
}

/// Two answers side by side, each a button of the same size and colour: `name` carries the value of the one pressed.
pub fn two_answers(name: &str, answers: [(&str, &str); 2]) -> Markup {
    html! {
        p.two {
            @for (value, label) in answers {
                button.answer type="submit" name=(name) value=(value) { (label) }
            }
        }
    }
}

/// What stands above a paper after something was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Done {
    Saved,
    /// It waits for the family's yes.
    Asked,
}

impl Done {
    pub fn text(self) -> &'static str {
        match self {
            Done::Saved => "saved",
            Done::Asked => "asked",
        }
    }

    pub fn notice(self, reader: &Reader) -> Markup {
        html! { p.done role="status" { (reader.say(&format!("paper-done-{}", self.text()))) } }
    }
}

impl FromStr for Done {
    type Err = ();

    fn from_str(text: &str) -> Result<Done, ()> {
        [Done::Saved, Done::Asked]
            .into_iter()
            .find(|done| done.text() == text)
            .ok_or(())
    }
}

/// Why a form was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// By the rules.
    Refused(Option<Refusal>),
    /// The disk is full or away.
    Later,
}

impl Trouble {
    /// What went wrong and who can help, before the form, which still holds what was written.
    pub fn summary(&self, reader: &Reader, seen: &Seen) -> Markup {
        let help = match self {
            Trouble::Refused(Some(refusal)) => whom_to_ask(reader, seen, refusal),
            Trouble::Later | Trouble::Refused(None) => html! {},
        };
        self.with_help(reader, &seen.plan, &help)
    }

    /// The same for one who sees nothing of a plan.
    pub fn summary_without_plan(&self, reader: &Reader) -> Markup {
        self.with_help(reader, &Plan::default(), &html! {})
    }

    fn with_help(&self, reader: &Reader, plan: &Plan, help: &Markup) -> Markup {
        html! {
            div.trouble role="alert" {
                h2 { (reader.say("paper-not-saved")) }
                p {
                    @match self {
                        Trouble::Later => { (reader.say("problem-storage")) " " (reader.say("paper-try-again")) }
                        Trouble::Refused(None) => (reader.say("refusal-other")),
                        Trouble::Refused(Some(refusal)) => { (refusal_words(reader, plan, refusal)) " " (help) }
                    }
                }
            }
        }
    }
}

fn refusal_words(reader: &Reader, plan: &Plan, refusal: &Refusal) -> String {
    match refusal {
        Refusal::WrongPlace { kind, column } => {
            reader.say_with(refusal.key(), &[("kind", kind_word(*kind)), ("column", column_word(*column))])
        }
        Refusal::TooLong { most } => reader.say_count(refusal.key(), *most),
        Refusal::CannotSeeIt { member_id } => reader.say_with(refusal.key(), &[("name", name_of(plan, *member_id))]),
        _ => reader.say(refusal.key()),
    }
}

fn whom_to_ask(reader: &Reader, seen: &Seen, refusal: &Refusal) -> Markup {
    let contact = || seen.plan.head().and_then(|head| seen.plan.member(head.primary_contact?));
    match (refusal.whom_to_ask(), contact()) {
        (WhomToAsk::Yourself, _) => html! {},
        (WhomToAsk::TheFamily, _) => html! { (reader.say("ask-the-family")) },
        (WhomToAsk::TheHolder, _) => html! { (reader.say("ask-the-holder-nobody")) },
        (_, Some(contact)) => {
            html! { (reader.say_with("ask-the-contact-no-phone", &[("name", &contact.name)])) " " (phone(contact)) }
        }
        (_, None) => html! { (reader.say("ask-the-contact-nobody")) },
    }
}

fn name_of(plan: &Plan, member_id: MemberId) -> &str {
    plan.member(member_id).map_or("", |member| member.name.as_str())
}

/// How the Fluent files name a kind of card.
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Dream => "dream",
        Kind::Goal => "goal",
        Kind::Help => "help",
    }
}

/// How the Fluent files name a column.
pub fn column_word(column: Column) -> &'static str {
    match column {
        Column::Dreams => "dreams",
        Column::Ourselves => "ourselves",
        Column::Network => "network",
        Column::Municipality => "municipality",
        Column::NoMore => "nomore",
    }
}

pub fn lane_key(lane: Lane) -> &'static str {
    match lane {
        Lane::Now => "lane-now",
        Lane::Soon => "lane-soon",
        Lane::Done => "lane-done",
    }
}

pub fn kept_key(kept: Kept) -> &'static str {
    match kept {
        Kept::NotYet => "kept-notyet",
        Kept::Partly => "kept-partly",
        Kept::Kept => "kept-kept",
    }
}

/// A stretch of the board in words.
pub fn place(reader: &Reader, cell: CellId) -> String {
    let column = reader.say(&format!("column-{}", column_word(cell.column)));
    match cell.lane {
        Some(lane) => {
            let lane = reader.say(lane_key(lane));
            reader.say_with("place-in-lane", &[("column", &column), ("lane", &lane)])
        }
        None => column,
    }
}

/// Whom the family can always call, and who stands in; on every page.
pub fn contact(reader: &Reader, plan: &Plan) -> Markup {
    let here = |id: Option<MemberId>| id.and_then(|id| plan.member(id)).filter(|member| member.left_at.is_none());
    let stand_in = here(plan.head().and_then(|head| head.stand_in));
    html! {
        @match (plan.contact(), stand_in) {
            (Some(contact), stand_in) => {
                p { (reader.say("contact-label")) ": " b { bdi { (contact.name) } } " " (phone(contact)) }
                @if let Some(stand_in) = stand_in {
                    p.small {
                        (reader.say_with("stand-in-call", &[("name", &contact.name), ("standin", &stand_in.name)])) " "
                        (phone(stand_in))
                    }
                }
            }
            (None, stand_in) => p {
                @match vacant_since(plan) {
                    Some(day) => (reader.say_with("contact-vacant", &[("date", &reader.date(day))])),
                    None => (reader.say("contact-none")),
                }
                @if let Some(stand_in) = stand_in {
                    " " (reader.say_with("contact-vacant-call", &[("name", &stand_in.name)])) " " (phone(stand_in))
                }
            }
        }
    }
}

/// Since when nobody is the contact: the day on which the last one left the table.
pub fn vacant_since(plan: &Plan) -> Option<Day> {
    let last = plan.member(plan.head()?.primary_contact?)?;
    last.left_at.map(Day::in_denmark)
}

/// Why an agreement is nobody's at the moment.
pub fn orphan_words(reader: &Reader, plan: &Plan, orphan: Orphan, agreement: &Agreement) -> String {
    match (orphan, agreement.holder.and_then(|holder| plan.member(holder))) {
        (Orphan::HolderLeft, Some(holder)) => reader.say_with("orphan-holder-left", &[("name", &holder.name)]),
        (Orphan::NoHolder | Orphan::HolderLeft, _) => reader.say("orphan-no-holder"),
        (Orphan::PastDue, _) => {
            let date = agreement.due.map(|due| reader.date(due)).unwrap_or_default();
            reader.say_with("orphan-past-due", &[("date", &date)])
        }
        (Orphan::Silent, _) => reader.say("orphan-silent"),
    }
}

/// A number to tap on. It runs from left to right for every reader.
pub fn phone(member: &Member) -> Markup {
    html! {
        @if let Some(phone) = &member.phone {
            a.tel href={ "tel:" (phone.split_whitespace().collect::<String>()) } dir="ltr" { (phone) }
        }
    }
}

/// For a field that may be left empty: browsers send it as an empty text.
pub fn empty_is_none<'de, D: Deserializer<'de>, T: FromStr>(from: D) -> Result<Option<T>, D::Error> {
    let text = String::deserialize(from)?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.trim()
        .parse()
        .map(Some)
        .map_err(|_| serde::de::Error::custom("not of that kind"))
}
