//! What someone else waits for: a yes or no, an answer to a wish, help.

use super::{ADDRESS, MyPart, Part};
use crate::pages::parts::{phone, two_answers};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::Millis;
use shared::plan::{Agreement, Card, EndWish, Intent, May, Pulse, Remark, Role, Says, may};

/// One thing that waits, and since when.
struct Waits<'a> {
    since: Millis,
    part: &'a Part,
    what: What<'a>,
}

enum What<'a> {
    Asked(&'a Agreement),
    Wish(&'a Card, &'a EndWish),
    /// Someone asks for help with a card.
    Help(&'a Remark),
    /// Someone said at a follow-up that they need help.
    Stuck(&'a Pulse),
}

impl MyPart<'_> {
    pub fn waiting(&self) -> Option<Markup> {
        let mut waiting: Vec<Waits<'_>> = self.parts.iter().flat_map(waiting_in).collect();
        waiting.sort_by_key(|waits| waits.since);
        (!waiting.is_empty()).then(|| {
            html! {
                section.part {
                    h2 { (self.reader.say("my-part-waiting")) }
                    ul.promises { @for waits in &waiting { li { (self.waits(waits)) } } }
                }
            }
        })
    }

    fn waits(&self, waits: &Waits<'_>) -> Markup {
        let (reader, part) = (self.reader, waits.part);
        let since = reader.day(Day::in_denmark(waits.since), self.today);
        html! {
            p.small { (self.family(part, "")) " · " (since) }
            @match waits.what {
                What::Asked(agreement) => (self.asked(part, agreement)),
                What::Wish(card, wish) => {
                    p { (reader.say("my-part-wish")) " " (self.card(part, card.card_id)) }
                    p { (self.until(wish.by)) }
                }
                What::Help(remark) => {
                    p { (reader.say_with("my-part-help", &[("name", name_of(part, remark.by))])) " " (self.card(part, remark.card_id)) }
                    @if !remark.words.is_empty() { blockquote dir="auto" { (remark.words) } }
                }
                What::Stuck(pulse) => {
                    p {
                        (reader.say_with("my-part-stuck", &[("name", name_of(part, pulse.member_id))])) " "
                        @if let Some(member) = part.seen.plan.member(pulse.member_id) { (phone(member)) }
                    }
                    @if !pulse.words.is_empty() { blockquote dir="auto" { (pulse.words) } }
                }
            }
        }
    }

    /// Will you hold it? Yes and no weigh the same, and a no asks nothing.
    fn asked(&self, part: &Part, agreement: &Agreement) -> Markup {
        let reader = self.reader;
        let words = format!("ask-{}", agreement.agreement_id);
        html! {
            p id=(words) { (reader.say("my-part-asked")) " " b dir="auto" { (agreement.words.words) } }
            p.small { (self.card(part, agreement.card_id)) }
            @if let Some(due) = agreement.due { p { (self.until(due)) } }
            form method="post" action=(reader.link(ADDRESS)) {
                input type="hidden" name="change_id" value=(self.ids.another());
                input type="hidden" name="plan_id" value=(part.plan_id);
                input type="hidden" name="agreement_id" value=(agreement.agreement_id);
                div role="group" aria-labelledby=(words) {
                    (two_answers("yes", [("true", &reader.say("my-part-yes")), ("false", &reader.say("my-part-no"))]))
                }
            }
        }
    }
}

fn waiting_in(part: &Part) -> Vec<Waits<'_>> {
    let (plan, me) = (&part.seen.plan, part.seen.member_id);
    let waits = |since, what| Waits { since, part, what };
    let asked = plan.agreements().filter_map(|agreement| {
        let answer = Intent::AnswerAsk {
            agreement_id: agreement.agreement_id,
            yes: true,
        };
        let is_mine = agreement.asked == Some(me) && may(plan, me, &answer) == May::Yes;
        is_mine.then(|| waits(agreement.touched_at, What::Asked(agreement)))
    });
    let wishes = plan.cards().filter_map(|card| {
        let wish = card.help.as_ref()?.wish.as_ref()?;
        let is_mine = wish.answers == Some(me) && wish.answer.is_none();
        is_mine.then(|| waits(wish.asked_at, What::Wish(card, wish)))
    });
    // The contact helps with everything, others with what is theirs.
    let is_contact = part.seen.role() == Some(Role::Coordinator);
    let has_a_part = |card: &Card| {
        let holds = plan.agreements_of(card.card_id).any(|agreement| agreement.holder == Some(me));
        is_contact || card.who == Some(me) || holds
    };
    let helps = plan.remarks().filter_map(|remark| {
        let asks_me =
            remark.says == Says::NeedHelp && remark.by != me && plan.card(remark.card_id).is_some_and(|card| has_a_part(card));
        asks_me.then(|| waits(remark.at, What::Help(remark)))
    });
    let stuck = plan.pulses().filter_map(|pulse| {
        let asks_me = is_contact && pulse.needs_help && pulse.member_id != me;
        asks_me.then(|| waits(pulse.at, What::Stuck(pulse)))
    });
    asked.chain(wishes).chain(helps).chain(stuck).collect()
}

fn name_of(part: &Part, member_id: shared::ids::MemberId) -> &str {
    part.seen.plan.member(member_id).map_or("", |member| member.name.as_str())
}
