//! The family's pen: who has it since when, and what was written with it, to be read aloud again.

use super::Page;
use crate::pages::parts;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::ids::{MemberId, Millis};
use shared::plan::{Intent, Plan, Text};

/// Something that was written down for the family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written<'p> {
    pub text: &'p Text,
    pub by: MemberId,
    pub at: Millis,
}

/// Everything on the table that someone wrote for the family, the newest first.
pub fn written(plan: &Plan) -> Vec<Written<'_>> {
    let of_cards = plan
        .cards()
        .flat_map(|card| [&card.words, &card.when, &card.why].map(|text| (text, card.added_at)));
    let of_agreements = plan.agreements().map(|agreement| (&agreement.words, agreement.touched_at));
    let of_strengths = plan.strengths().map(|strength| (&strength.words, strength.at));
    let all = of_cards.chain(of_agreements).chain(of_strengths);
    let mut written: Vec<Written<'_>> = all
        .filter(|(text, _)| !text.words.is_empty())
        .filter_map(|(text, at)| text.written_by.map(|by| Written { text, by, at }))
        .collect();
    written.sort_by_key(|written| std::cmp::Reverse(written.at));
    written
}

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
    pub(super) fn pen(&self) -> Markup {
        if !self.is_family() {
            return html! {};
        }
        let written = written(self.plan());
        let is_out = self.plan().head().is_some_and(|head| head.pen.is_some());
        html! {
            section.group id="pen" {
                h2 { (self.say("pen-title")) }
                p.hint { (self.say("pen-about")) }
                @if !is_out { (self.hand_pen()) }
                @if !written.is_empty() {
                    h3 { (self.say("pen-read-back")) }
                    p { (self.say("pen-read-back-about")) }
                    ul.read-back {
                        @for written in &written {
                            li {
                                p dir="auto" { (written.text.words) }
                                p.hint {
                                    (self.reader().say_with("pen-said", &[
                                        ("said", self.name(written.text.by)),
                                        ("wrote", self.name(written.by)),
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

#[cfg(test)]
mod tests {
    use super::written;
    use shared::ids::ChangeId;
    use shared::plan::{Answer, Audience, CellId, Change, Column, Intent, Kind, NewCard, Place, Plan};
    use shared::testing::{KARIN, MAJA, family};
    use uuid::Uuid;

    fn submit(plan: &mut Plan, n: u128, by: shared::ids::MemberId, intent: Intent) -> Answer {
        let change = Change {
            change_id: ChangeId(Uuid::from_u128(n)),
            intent,
            why: String::new(),
        };
        plan.submit(&change, by, i64::try_from(n).unwrap())
    }

    fn dream(words: &str) -> Intent {
        Intent::AddCard(NewCard {
            kind: Kind::Dream,
            place: Place::end_of(CellId {
                column: Column::Dreams,
                lane: None,
            }),
            words: words.into(),
            when: String::new(),
            why: String::new(),
            who: None,
            serves: None,
            audience: Audience::Table,
            picture: None,
            duty: None,
            help: None,
        })
    }

    #[test]
    fn what_was_written_with_the_pen_is_read_back_newest_first_and_nothing_else_is() {
        let mut plan = family();
        assert_eq!(submit(&mut plan, 1_001, MAJA, dream("Med egen hånd")), Answer::Applied);
        assert_eq!(submit(&mut plan, 1_002, MAJA, Intent::HandPen { to: KARIN }), Answer::Applied);
        assert_eq!(submit(&mut plan, 1_003, KARIN, dream("En have")), Answer::Applied);
        assert_eq!(submit(&mut plan, 1_004, KARIN, dream("En hund")), Answer::Applied);
        assert_eq!(submit(&mut plan, 1_005, MAJA, Intent::TakePen), Answer::Applied);
        let read: Vec<(&str, _, _)> = written(&plan)
            .iter()
            .map(|written| (written.text.words.as_str(), written.text.by, written.by))
            .collect();
        assert_eq!(read, [("En hund", MAJA, KARIN), ("En have", MAJA, KARIN)]);
    }
}
