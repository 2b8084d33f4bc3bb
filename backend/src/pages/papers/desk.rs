//! A paper with many small forms on it: which of them there are for this reader, and how one is drawn.
//!
//! Whether there is a button, the rule book says. Where its answer is that the family decides, the same form
//! asks the family, and says so.

use super::fields::Fields;
use super::routes::Visit;
use crate::error::Error;
use crate::pages::parts::Field;
use crate::pages::reader::Reader;
use crate::plan::Seen;
use maud::{Markup, html};
use shared::ids::MemberId;
use shared::plan::{Intent, May, Member, Plan, Role, Text, may};

#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub visit: &'a Visit,
    pub seen: &'a Seen,
    /// Where its forms go, without the language.
    pub address: &'a str,
    /// The form that was not taken, for the person to go on with.
    pub tried: Option<&'a Fields>,
}

/// What pressing a button comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    Happens,
    /// It waits for the family's yes.
    Asks,
}

/// One of the forms: what it does, and to which of several.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    pub name: &'a str,
    /// An id, where the paper has several forms that do the same.
    pub about: &'a str,
    pub way: Way,
}

impl Deed<'_> {
    /// What the page calls a field of it.
    pub fn field(&self, name: &str) -> String {
        format!("{}-{}.{name}", self.name, self.about)
    }
}

/// A field by its keys, before its words are said; of a deed also before it has its name and what stands in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blank<'a> {
    pub name: &'a str,
    /// Keys.
    pub label: &'a str,
    pub hint: &'a str,
    /// What stands there when the form is new.
    pub value: &'a str,
    pub most: usize,
    pub must: bool,
}

impl Blank<'_> {
    /// Says its words.
    pub fn drawn(&self, reader: &Reader, draw: impl FnOnce(&Field<'_>) -> Markup) -> Markup {
        let or_none = |key: &str| if key.is_empty() { String::new() } else { reader.say(key) };
        draw(&Field {
            name: self.name,
            label: &or_none(self.label),
            hint: &or_none(self.hint),
            value: self.value,
            most: self.most,
            must: self.must,
        })
    }
}

/// How a field is drawn.
#[derive(Clone, Copy, Debug)]
pub enum As<'a> {
    Line,
    Lines,
    Day,
    Number,
    Time,
    /// One of these, each a value and what it is called.
    Select(&'a [(String, String)]),
}

impl<'a> Desk<'a> {
    pub fn reader(&self) -> &'a Reader {
        &self.visit.reader
    }

    pub fn plan(&self) -> &'a Plan {
        &self.seen.plan
    }

    pub fn me(&self) -> MemberId {
        self.seen.member_id
    }

    pub fn is_family(&self) -> bool {
        self.seen.role() == Some(Role::Family)
    }

    pub fn say(&self, key: &str) -> String {
        self.reader().say(key)
    }

    pub fn say_with(&self, key: &str, args: &[(&'static str, &str)]) -> String {
        self.reader().say_with(key, args)
    }

    pub fn name(&self, member_id: MemberId) -> &'a str {
        self.plan().member(member_id).map_or("", |member| member.name.as_str())
    }

    /// Everyone who sits at the table, as a choice.
    pub fn members(&self, is_one: impl Fn(&Member) -> bool) -> Vec<(String, String)> {
        let here = self
            .plan()
            .members()
            .filter(|member| member.left_at.is_none() && is_one(member));
        here.map(|member| (member.member_id.to_string(), member.name.clone()))
            .collect()
    }

    /// `None` where there is no button for this.
    pub fn way(&self, intent: &Intent) -> Option<Way> {
        match may(self.plan(), self.me(), intent) {
            May::Yes | May::ForTheFamily => Some(Way::Happens),
            May::Propose => Some(Way::Asks),
            May::No(_) => None,
        }
    }

    /// The deed, where there is one for this reader.
    pub fn deed<'d>(&self, name: &'d str, about: &'d str, intent: &Intent) -> Option<Deed<'d>> {
        self.way(intent).map(|way| Deed { name, about, way })
    }

    fn is_tried(&self, deed: Deed<'_>) -> Option<&'a Fields> {
        self.tried
            .filter(|tried| tried.text("do") == deed.name && tried.text("about") == deed.about)
    }

    /// What stands in a field: what was written before, or what it begins with.
    pub fn value(&self, deed: Deed<'_>, name: &str, begins: &str) -> String {
        self.is_tried(deed).map_or(begins, |tried| tried.text(name)).to_owned()
    }

    pub fn field(&self, deed: Deed<'_>, blank: Blank<'_>, drawn: As<'_>) -> Markup {
        let blank = Blank {
            name: &deed.field(blank.name),
            value: &self.value(deed, blank.name, blank.value),
            ..blank
        };
        blank.drawn(self.reader(), |field| match drawn {
            As::Line => field.line(),
            As::Lines => field.lines(),
            As::Day => field.day(),
            As::Number => field.number(),
            As::Time => field.time(),
            As::Select(options) => field.select(options),
        })
    }

    fn form(&self, deed: Deed<'_>, fields: &Markup) -> Result<Markup, Error> {
        // Each has an id of its own, so that going back and sending another one counts.
        let change_id = self.visit.change_id()?;
        Ok(html! {
            form.sheet-form method="post" action=(self.reader().link(self.address)) {
                input type="hidden" name="change_id" value=(change_id);
                input type="hidden" name="do" value=(deed.name);
                input type="hidden" name="about" value=(deed.about);
                (fields)
            }
        })
    }

    /// A form that is in sight once its title is pressed.
    pub fn folded(&self, deed: Deed<'_>, title: &str, fields: &Markup) -> Result<Markup, Error> {
        let form = self.form(
            deed,
            &html! {
                (fields)
                @if deed.way == Way::Asks {
                    (self.field(deed, Blank { name: "why_ask", label: "proposal-why-ask", hint: "proposal-why-hint", most: 500, ..Blank::default() }, As::Lines))
                }
                p { button.button type="submit" { @if deed.way == Way::Asks { (self.say("desk-propose")) } @else { (self.say("save")) } } }
            },
        )?;
        Ok(html! {
            details.fold open[self.is_tried(deed).is_some()] {
                summary { (title) }
                (form)
            }
        })
    }

    /// Some answers of the same weight, each a button. The one that stands is marked.
    pub fn answers(&self, deed: Deed<'_>, name: &str, answers: &[(&str, String)], chosen: Option<&str>) -> Result<Markup, Error> {
        self.form(
            deed,
            &html! {
                p.answers {
                    @for (value, label) in answers {
                        button.answer type="submit" name=(name) value=(value)
                            aria-pressed=[chosen.map(|chosen| if chosen == *value { "true" } else { "false" })] { (label) }
                    }
                }
                @if deed.way == Way::Asks { p.hint { (self.say("desk-asks")) } }
            },
        )
        .map(|form| html! { div.press { (form) } })
    }

    /// One button.
    pub fn button(&self, deed: Deed<'_>, label: &str) -> Result<Markup, Error> {
        let label = match deed.way {
            Way::Happens => label.to_owned(),
            Way::Asks => self.say_with("desk-propose-that", &[("what", label)]),
        };
        self.answers(deed, "pressed", &[("yes", label)], None)
    }

    /// "Said by …, written by …", where the family had handed someone its pen.
    pub fn said(&self, text: &Text) -> Markup {
        html! {
            @if let Some(written_by) = text.written_by {
                p.hint { (self.say_with("desk-said-written", &[("said", self.name(text.by)), ("written", self.name(written_by))])) }
            }
        }
    }
}
