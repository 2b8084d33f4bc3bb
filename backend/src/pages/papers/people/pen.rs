//! The family's pen: who has it since when, and what was last written with it, to be read aloud again.

use super::Page;
use crate::pages::parts;
use crate::plan::history::pen::Written;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::plan::Intent;

impl Page<'_> {
    /// Above everything, while the pen is out: for the one who writes, and for those whose words they are.
    pub(super) fn pen_banner(&self) -> Markup {
        let Some(pen) = self.plan().head().and_then(|head| head.pen) else {
            return html! {};
        };
        let (says, writes) = (self.name(pen.says), self.name(pen.writes));
        let is_mine = pen.writes == self.me();
        let since = wall_time(pen.since);
        let (day, time) = (self.reader().day(since.day, self.visit.today), self.reader().time(since));
        html! {
            @if is_mine || self.is_family() {
                div.banner role="note" {
                    p {
                        @if is_mine { (self.say_of("pen-yours", says)) }
                        @else { (self.reader().say_with("pen-out", &[("name", writes), ("day", &day), ("time", &time)])) }
                    }
                    @if self.is_allowed(&Intent::TakePen) {
                        (self.small_form("take-pen", &html! {
                            p { button.answer type="submit" { (self.say(if is_mine { "pen-give" } else { "pen-take-back" })) } }
                        }))
                    }
                }
            }
        }
    }

    /// Handing it over, and reading back. For the family.
    pub(super) fn pen(&self, read_back: &[Written]) -> Markup {
        if !self.is_family() {
            return html! {};
        }
        let is_out = self.plan().head().is_some_and(|head| head.pen.is_some());
        html! {
            section.leaf id="pen" {
                h2 { (self.say("pen-title")) }
                p.hint { (self.say("pen-about")) }
                @if !is_out { (self.hand_pen()) }
                @if !read_back.is_empty() {
                    h3 { (self.say("pen-read-back")) }
                    p { (self.say("pen-read-back-about")) }
                    ul.read-back {
                        @for Written { text, .. } in read_back {
                            li {
                                p dir="auto" { (text.words) }
                                p.hint {
                                    (self.reader().say_with("pen-said", &[
                                        ("said", self.name(text.by)),
                                        ("wrote", text.written_by.map_or("", |by| self.name(by))),
                                    ]))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn hand_pen(&self) -> Markup {
        let others = || self.with_a_page().filter(|member| member.member_id != self.me());
        let Some(first) = others().next() else {
            return html! {};
        };
        if !self.is_allowed(&Intent::HandPen { to: first.member_id }) {
            return html! {};
        }
        let form = self.form(
            "hand-pen",
            &html! {
                (self.whom("to", &self.say("pen-to-whom"), others(), None))
                (parts::submit(&self.say("pen-hand")))
            },
        );
        self.folded(&self.say("pen-hand-title"), false, &form)
    }
}
