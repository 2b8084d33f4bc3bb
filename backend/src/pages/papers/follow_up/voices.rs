//! What each says themselves, and what they have said, side by side.

use super::routes::SayPulse;
use super::{FOLLOW_UP, Page};
use crate::pages::papers::answers::{face_with_words, faces, name, one_of};
use crate::pages::parts::{self, Field};
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::text::NOTE_MAX;
use shared::plan::{Face, Intent, Member, Promises, Pulse, Role};
use std::sync::Arc;

impl Page<'_> {
    /// Five faces, own words, and whether help is needed. The family also says whether what was promised it was kept.
    pub fn say(&self, said: Option<&SayPulse>) -> Markup {
        let reader = &self.visit.reader;
        let asked = if self.is_family() {
            "pulse-question-family"
        } else {
            "pulse-question"
        };
        let promises = Promises::ALL.map(|promises| {
            let words = reader.say(&format!("promises-{}", name(promises)));
            (promises, html! { (words) })
        });
        let words = Field {
            name: "words",
            label: &reader.say("pulse-words"),
            hint: &reader.say("pulse-words-hint"),
            value: said.map_or("", |said| said.words.as_str()),
            most: NOTE_MAX,
            must: false,
        };
        let fields = html! {
            (faces(reader, &reader.say(asked), said.map(|said| said.face)))
            @if self.is_family() {
                (one_of("promises", &reader.say("pulse-promises"), &promises, said.and_then(|said| said.promises), false))
            }
            (words.lines())
            label.tick {
                input type="checkbox" name="needs_help" value="true" checked[said.is_some_and(|said| said.needs_help)];
                span { (reader.say("pulse-needs-help")) }
            }
            p.hint { (reader.say(if self.is_family() { "pulse-who-reads-family" } else { "pulse-who-reads" })) }
            (parts::submit(&reader.say("pulse-send")))
        };
        html! {
            @if self.may(&any_pulse()) {
                section.part {
                    h2 { (reader.say("pulse-title")) }
                    (parts::form(reader, &FOLLOW_UP.address(self.visit.plan_id), self.ids.another(), &fields))
                }
            }
        }
    }

    /// Everyone's word that this reader hears: those who need help first, then the family.
    pub fn voices(&self) -> Markup {
        let reader = &self.visit.reader;
        let mut heard: Vec<(&Arc<Pulse>, &Arc<Member>)> = self
            .seen
            .plan
            .pulses()
            .filter_map(|pulse| Some((pulse, self.seen.plan.member(pulse.member_id)?)))
            .collect();
        heard.sort_by_key(|(pulse, member)| (!pulse.needs_help, member.role, pulse.member_id));
        html! {
            section.part {
                h2 { (reader.say("heard-title")) }
                @if heard.is_empty() { p.nothing { (reader.say("heard-nothing")) } }
                ul.voices {
                    @for (pulse, member) in heard { li { (self.voice(pulse, member)) } }
                }
            }
        }
    }

    fn voice(&self, pulse: &Pulse, member: &Member) -> Markup {
        let reader = &self.visit.reader;
        html! {
            h3 {
                bdi { (member.name) }
                @if member.member_id == self.seen.member_id { " (" (reader.say("you")) ")" }
            }
            p.small {
                @if !member.relation.is_empty() && member.role != Role::Family { bdi { (member.relation) } " · " }
                (reader.day(Day::in_denmark(pulse.at), self.visit.today))
            }
            (face_with_words(reader, pulse.face))
            @if !pulse.words.is_empty() { blockquote dir="auto" { (pulse.words) } }
            @if let Some(promises) = pulse.promises {
                p { (reader.say("heard-promises")) " " strong { (reader.say(&format!("promises-{}", name(promises)))) } }
            }
            @if pulse.needs_help { p.needs-help { (reader.say("heard-needs-help")) " " (parts::phone(member)) } }
        }
    }
}

/// Whoever may say one word may say another.
fn any_pulse() -> Intent {
    Intent::SayPulse {
        face: Face::SoSo,
        words: String::new(),
        promises: None,
        needs_help: false,
    }
}
