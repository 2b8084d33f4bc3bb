//! The buttons: each step that can be taken now is one press. What is pressed comes back as `Pressed`.

use super::words::with_text;
use super::{ADDRESS, address};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::matching::course::{Course, FollowUp, Stage, Step, With};
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
    /// `list`: it was pressed in the list.
    back: String,
}

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    Take(Step, Day),
    Undo,
    /// It came to nothing.
    Gone,
}

impl Pressed {
    /// `None`: it cannot be read.
    pub fn act(&self, today: Day) -> Option<Act> {
        let on = if self.on.is_empty() { today } else { self.on.parse().ok()? };
        let step = match self.step.as_str() {
            "undo" => return Some(Act::Undo),
            "gone" => return Some(Act::Gone),
            "apply" => Step::Apply,
            "confirm" => Step::Confirm,
            "nobody" => Step::NobodyToConfirm,
            "grant" => Step::Grant,
            "begin" => Step::Begin,
            "end" => Step::End,
            "extend" => Step::Extend {
                until: self.until.parse().ok()?,
            },
            "hours" => Step::Hours {
                hours: read_hours(&self.hours)?,
            },
            "job" => Step::Job {
                hours: read_hours(&self.hours)?,
            },
            "talk" => Step::FollowUp {
                week: self.week.parse().ok()?,
                with: [With::Both, With::Person, With::Workplace]
                    .into_iter()
                    .find(|with| with_text(*with) == self.with)?,
            },
            _ => return None,
        };
        Some(Act::Take(step, on))
    }

    pub fn is_from_the_list(&self) -> bool {
        self.back == "list"
    }
}

/// Hours as people write them: "15", "12,5", "12.25".
pub fn read_hours(text: &str) -> Option<Quarters> {
    let hours: f32 = text.trim().replace(',', ".").parse().ok()?;
    (0.0..=168.0).contains(&hours).then(|| Quarters((hours * 4.0).round() as u16))
}

/// Hours as a field holds them.
pub fn written_hours(hours: Quarters) -> String {
    format!("{}", f32::from(hours.0) / 4.0)
}

/// Where the buttons stand.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    pub reader: &'a Reader,
    pub course: &'a Course,
    pub today: Day,
    /// In the list there is no room for a day: it is today's.
    pub in_list: bool,
}

impl Bench<'_> {
    /// The one button that comes next.
    pub fn next(&self) -> Markup {
        let course = self.course;
        match course.stage() {
            Stage::Talk if course.kind.is_applied_for() => self.button("apply", "course-do-apply", &html! {}),
            Stage::Talk if self.in_list => self.open("course-do-job"),
            Stage::Talk => self.button("job", "course-do-job", &self.hours_field()),
            Stage::Applied => self.button("confirm", "course-do-confirm", &html! {}),
            Stage::Confirmed => self.button("grant", "course-do-grant", &html! {}),
            Stage::Granted => self.button("begin", "course-do-begin", &html! {}),
            Stage::Running | Stage::Job => match course
                .open_follow_ups()
                .next()
                .filter(|one| one.on <= self.today || !self.in_list)
            {
                Some(one) => self.talk(one),
                None if self.in_list => self.open("course-do-open"),
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
        self.button("talk", "course-do-talk", &more)
    }

    /// A way to the course's own page, where there is more to say.
    fn open(&self, key: &str) -> Markup {
        html! {
            @if self.in_list { a.act href=(self.reader.link(&address(self.course.id))) { (self.reader.say(key)) } }
        }
    }

    pub fn button(&self, step: &str, key: &str, more: &Markup) -> Markup {
        let reader = self.reader;
        html! {
            form.course-step method="post" action=(reader.link(&address(self.course.id))) {
                input type="hidden" name="step" value=(step);
                @if self.in_list { input type="hidden" name="back" value="list"; }
                (more)
                @if !self.in_list {
                    label { span { (reader.say("course-on")) } input type="date" name="on" value=(self.today.to_string()) max=(self.today.to_string()); }
                }
                button.act.main type="submit" data-key=[(!self.in_list).then_some("b")] { (reader.say(key)) }
            }
        }
    }

    fn hours_field(&self) -> Markup {
        html! {
            label {
                span { (self.reader.say("course-hours")) }
                input.course-hours name="hours" inputmode="decimal" required maxlength="6" value=(written_hours(self.course.hours_now()));
            }
        }
    }

    /// What else can be said now, each folded away.
    pub fn others(&self) -> Markup {
        let (reader, stage) = (self.reader, self.course.stage());
        let fold = |key: &str, about: &str, content: &Markup| {
            html! {
                details.form {
                    summary { (reader.say(key)) }
                    p.faint { (reader.say(about)) }
                    (content)
                }
            }
        };
        html! {
            @if stage == Stage::Applied { (fold("course-do-nobody", "course-about-nobody", &self.button("nobody", "course-do-nobody", &html! {}))) }
            @if stage.is_underway() { (fold("course-do-hours", "course-about-hours", &self.button("hours", "course-do-hours", &self.hours_field()))) }
            @if stage == Stage::Running {
                @let until = self.course.last_day().map(|day| day.plus(1).to_string());
                @let field = html! { label { span { (reader.say("course-new-last-day")) } input type="date" name="until" required min=[until]; } };
                (fold("course-do-extend", "course-about-extend", &self.button("extend", "course-do-extend", &field)))
                (fold("course-do-job", "course-about-job", &self.button("job", "course-do-job", &self.hours_field())))
            }
            @if stage.is_underway() { (fold("course-do-end", "course-about-end", &self.button("end", "course-do-end", &html! {}))) }
            @if stage.is_before() {
                (fold("course-do-gone", "course-about-gone", &html! {
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
                @if self.in_list { input type="hidden" name="back" value="list"; }
                button.act type="submit" name="step" value="undo" data-key="z" { (self.reader.say("desk-undo")) " " kbd aria-hidden="true" { "Z" } }
            }
        }
    }
}

/// A talk as it is about to be written down.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    pub person: String,
    pub placement: String,
    pub talked: String,
    pub from: String,
    pub until: String,
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
    fn hours_are_read_as_people_write_them_and_nonsense_is_not() {
        assert_eq!(read_hours("12,5"), Some(Quarters(50)));
        assert_eq!(read_hours(" 15 "), Some(Quarters(60)));
        assert_eq!(written_hours(Quarters(50)), "12.5");
        for nonsense in ["", "x", "-3", "NaN", "inf", "1e9"] {
            assert_eq!(read_hours(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_form_that_cannot_be_read_asks_for_nothing() {
        let today = Day::EPOCH;
        let pressed = |step: &str, on: &str| Pressed {
            step: step.into(),
            on: on.into(),
            ..Pressed::default()
        };
        assert_eq!(pressed("grant", "").act(today), Some(Act::Take(Step::Grant, today)));
        assert_eq!(pressed("undo", "").act(today), Some(Act::Undo));
        for (step, on) in [("grant", "i går"), ("refuse", ""), ("talk", ""), ("job", ""), ("extend", "")] {
            assert_eq!(pressed(step, on).act(today), None, "{step}");
        }
    }
}
