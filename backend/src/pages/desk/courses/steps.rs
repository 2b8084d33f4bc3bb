//! The buttons: each step that can be taken now is one press. What is pressed comes back as `Pressed`.

use super::words::with_text;
use super::{ADDRESS, address};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::matching::course::{Course, FollowUp, Stage, Step, With};
use shared::matching::decimals::{read_hours, write_parts};
use shared::matching::week::Quarters;

/// A form as it comes back.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Pressed {
    /// What was said or done, such as `apply` or `talk`; `undo` takes one's own last step back, `gone` leaves nothing.
    step: String,
    /// The day on which it was; today where nothing is written.
    on: String,
    week: String,
    with: String,
    until: String,
    hours: String,
    /// They have begun before the first day that was agreed on.
    early: bool,
    /// `list`: it was pressed in the list.
    back: String,
}

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    Take(Step, Day),
    /// A step whose day or hours cannot be read.
    Unread,
    Undo,
    /// It came to nothing.
    Gone,
}

impl Pressed {
    /// `None`: no button of ours sends that.
    pub fn act(&self, today: Day) -> Option<Act> {
        let step = match self.step.as_str() {
            "undo" => return Some(Act::Undo),
            "gone" => return Some(Act::Gone),
            "apply" => Some(Step::Apply),
            "confirm" => Some(Step::Confirm),
            "nobody" => Some(Step::NobodyToConfirm),
            "grant" => Some(Step::Grant),
            "begin" => Some(Step::Begin),
            "end" => Some(Step::End),
            "extend" => self.until.trim().parse().ok().map(|until| Step::Extend { until }),
            "hours" => read_hours(&self.hours).map(|hours| Step::Hours { hours }),
            "job" => read_hours(&self.hours).map(|hours| Step::Job { hours }),
            "talk" => Some(Step::FollowUp {
                week: self.week.parse().ok()?,
                with: [With::Both, With::Person, With::Workplace]
                    .into_iter()
                    .find(|with| with_text(*with) == self.with)?,
            }),
            _ => return None,
        };
        let on = match self.on.trim() {
            "" => Some(today),
            typed => typed.parse().ok(),
        };
        Some(step.zip(on).map_or(Act::Unread, |(step, on)| Act::Take(step, on)))
    }

    pub fn is_early(&self) -> bool {
        self.early
    }

    pub fn is_from_the_list(&self) -> bool {
        self.back == "list"
    }
}

/// Hours as a field holds them.
pub fn written_hours(hours: Quarters) -> String {
    write_parts(u32::from(hours.0), 4, '.')
}

/// Where the buttons stand.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    pub reader: &'a Reader,
    pub course: &'a Course,
    pub today: Day,
    /// In the list there is no room for a day: it is today's. Whose step it is stands in each button, unseen.
    pub in_list: Option<&'a str>,
    /// What was pressed and not taken, as it was typed.
    pub typed: Option<&'a Pressed>,
}

impl Bench<'_> {
    /// The one button that comes next.
    pub fn next(&self) -> Markup {
        let course = self.course;
        match course.stage() {
            Stage::Talk if course.kind.is_applied_for() => self.step("apply", "course-do-apply", &html! {}, true),
            Stage::Talk if self.in_list.is_some() => self.open("course-do-job"),
            Stage::Talk => self.step("job", "course-do-job", &self.hours_field("job"), true),
            Stage::Applied => self.step("confirm", "course-do-confirm", &html! {}, true),
            Stage::Confirmed => self.step("grant", "course-do-grant", &html! {}, true),
            Stage::Granted => self.step("begin", "course-do-begin", &self.early(), true),
            Stage::Running | Stage::Job => match course
                .open_follow_ups()
                .next()
                .filter(|one| one.on <= self.today || self.in_list.is_none())
            {
                Some(one) => self.talk(one),
                None if self.in_list.is_some() => self.open("course-do-open"),
                None => html! {},
            },
            Stage::Ended => self.open("course-do-open"),
        }
    }

    /// A talk that was had.
    fn talk(&self, one: FollowUp) -> Markup {
        let more = html! {
            input type="hidden" name="week" value=(one.week);
            input type="hidden" name="with" value=(with_text(one.with));
        };
        self.step("talk", "course-do-talk", &more, true)
    }

    /// A way to the course's own page, where there is more to say.
    fn open(&self, key: &str) -> Markup {
        html! {
            @if let Some(whose) = self.in_list {
                a.act href=(self.reader.link(&address(self.course.id))) { (self.reader.say(key)) span.unseen { " " (whose) } }
            }
        }
    }

    /// What was typed for this step, where it was not taken.
    fn typed(&self, step: &str) -> Option<&Pressed> {
        self.typed.filter(|pressed| pressed.step == step)
    }

    /// `is_next`: it is what the key presses. What lies folded away has no key.
    fn step(&self, step: &str, key: &str, more: &Markup, is_next: bool) -> Markup {
        let reader = self.reader;
        let on = self.typed(step).map(|pressed| pressed.on.clone()).filter(|on| !on.is_empty());
        html! {
            form.course-step method="post" action=(reader.link(&address(self.course.id))) {
                input type="hidden" name="step" value=(step);
                @if self.in_list.is_some() { input type="hidden" name="back" value="list"; }
                (more)
                @if self.in_list.is_none() {
                    label { span { (reader.say("course-on")) } input type="date" name="on" value=(on.unwrap_or_else(|| self.today.to_string())) max=(self.today.to_string()); }
                }
                button.act.main type="submit" data-key=[(is_next && self.in_list.is_none()).then_some("b")] {
                    (reader.say(key)) @if let Some(whose) = self.in_list { span.unseen { " " (whose) } }
                }
            }
        }
    }

    /// As long as the first day that was agreed on has not come, nobody has begun but who says so.
    fn early(&self) -> Markup {
        html! {
            @if self.in_list.is_none() && self.today < self.course.from {
                p.faint { (self.reader.say_with("course-agreed", &[("day", &self.reader.date(self.course.from))])) }
                label.check { input type="checkbox" name="early" value="true"; span { (self.reader.say("course-early")) } }
            }
        }
    }

    fn hours_field(&self, step: &str) -> Markup {
        let typed = self.typed(step).map(|pressed| pressed.hours.clone());
        html! {
            label {
                span { (self.reader.say("course-hours")) }
                input.course-hours name="hours" inputmode="decimal" required maxlength="6" value=(typed.unwrap_or_else(|| written_hours(self.course.hours_now())));
            }
        }
    }

    /// What else can be said now, each folded away.
    pub fn others(&self) -> Markup {
        let (reader, stage) = (self.reader, self.course.stage());
        let fold = |step: &str, key: &str, about: &str, content: &Markup| {
            html! {
                details.form open[self.typed(step).is_some()] {
                    summary { (reader.say(key)) }
                    p.faint { (reader.say(about)) }
                    (content)
                }
            }
        };
        let folded =
            |step: &str, key: &str, about: &str, field: &Markup| fold(step, key, about, &self.step(step, key, field, false));
        let nothing = html! {};
        html! {
            @if stage == Stage::Applied { (folded("nobody", "course-do-nobody", "course-about-nobody", &nothing)) }
            @if stage.is_underway() { (folded("hours", "course-do-hours", "course-about-hours", &self.hours_field("hours"))) }
            @if stage == Stage::Running {
                @let min = self.course.last_day().map(|day| day.plus(1).to_string());
                @let typed = self.typed("extend").map(|pressed| pressed.until.clone());
                @let field = html! { label { span { (reader.say("course-new-last-day")) } input type="date" name="until" required min=[min] value=[typed]; } };
                (folded("extend", "course-do-extend", "course-about-extend", &field))
                (folded("job", "course-do-job", "course-about-job", &self.hours_field("job")))
            }
            @if stage.is_underway() { (folded("end", "course-do-end", "course-about-end", &nothing)) }
            @if stage.is_before() {
                (fold("gone", "course-do-gone", "course-about-gone", &html! {
                    form method="post" action=(reader.link(&address(self.course.id))) {
                        button.act type="submit" name="step" value="gone" { (reader.say("course-do-gone-yes")) }
                    }
                }))
            }
        }
    }

    pub fn undo(&self) -> Markup {
        html! {
            form method="post" action=(self.reader.link(&address(self.course.id))) {
                @if self.in_list.is_some() { input type="hidden" name="back" value="list"; }
                button.act type="submit" name="step" value="undo" data-key="z" { (self.reader.say("desk-undo")) " " kbd aria-hidden="true" { "Z" } }
            }
        }
    }
}

/// A talk as it is about to be written down.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Talk {
    pub person: String,
    pub placement: String,
    /// The day of the talk, the first day and the last.
    pub talked: String,
    pub from: String,
    pub until: String,
    /// Hours a week.
    pub hours: String,
}

impl Talk {
    /// What the three have agreed on.
    pub fn form(&self, reader: &Reader, today: Day) -> Markup {
        html! {
            form.desk-form.course-talk method="post" action=(reader.link(&format!("{ADDRESS}/new"))) {
                input type="hidden" name="person" value=(self.person);
                input type="hidden" name="placement" value=(self.placement);
                div.columns {
                    div.field { label for="talked" { (reader.say("course-talked")) } input id="talked" type="date" name="talked" required value=(self.talked) max=(today.to_string()); }
                    div.field { label for="from" { (reader.say("course-first-day")) } input id="from" type="date" name="from" required value=(self.from); }
                    div.field { label for="until" { (reader.say("course-last-day")) } input id="until" type="date" name="until" value=(self.until); }
                    div.field.short { label for="hours" { (reader.say("course-hours")) } input id="hours" name="hours" inputmode="decimal" required maxlength="6" value=(self.hours); }
                }
                button.act.main type="submit" { (reader.say("course-begin")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_wrong_is_told_from_what_no_button_sends() {
        let today = Day::EPOCH;
        let pressed = |step: &str, on: &str| Pressed {
            step: step.into(),
            on: on.into(),
            ..Pressed::default()
        };
        assert_eq!(pressed("grant", "").act(today), Some(Act::Take(Step::Grant, today)));
        assert_eq!(pressed("undo", "").act(today), Some(Act::Undo));
        for (step, on) in [("grant", "i går"), ("job", ""), ("hours", ""), ("extend", "")] {
            assert_eq!(pressed(step, on).act(today), Some(Act::Unread), "{step}");
        }
        for step in ["refuse", "talk", ""] {
            assert_eq!(pressed(step, "").act(today), None, "{step}");
        }
    }
}
