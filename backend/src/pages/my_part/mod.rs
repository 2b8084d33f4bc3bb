//! My part: what waits for one person at all the tables where they sit. What has waited longest comes first.

mod follow_ups;
mod held;
pub mod routes;
mod waiting;

use super::papers::answers::FormIds;
use super::papers::card_address;
use super::reader::Reader;
use crate::plan::Seen;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CardId, Millis, PlanId};

pub const ADDRESS: &str = "/my-part";

/// A plan as the person sees it.
#[derive(Clone, Debug)]
pub struct Part {
    pub plan_id: PlanId,
    pub seen: Seen,
}

/// What the page is made of.
#[derive(Debug)]
pub struct MyPart<'a> {
    pub reader: &'a Reader,
    pub today: Day,
    pub now: Millis,
    pub ids: &'a FormIds,
    pub parts: &'a [Part],
}

impl MyPart<'_> {
    pub fn page(&self) -> Markup {
        let (waiting, held, follow_ups) = (self.waiting(), self.held(), self.follow_ups());
        let is_idle = waiting.is_none() && held.is_none() && follow_ups.is_none();
        html! {
            p.lead { (self.reader.say(if is_idle { "my-part-nothing" } else { "my-part-about" })) }
            @for section in [waiting, held, follow_ups].into_iter().flatten() { (section) }
            section.part {
                h2 { (self.reader.say("my-part-plans")) }
                @if self.parts.is_empty() { p.nothing { (self.reader.say("my-part-no-plan")) } }
                ul.whose-plans { @for part in self.parts { li { (self.family(part, "")) } } }
            }
        }
    }

    /// Whose plan it is, as a way to one of its pages.
    fn family(&self, part: &Part, slug: &str) -> Markup {
        let name = part.seen.plan.head().map_or("", |head| head.name.as_str());
        html! { a href=(self.reader.link(&format!("/plans/{}{slug}", part.plan_id))) { bdi { (name) } } }
    }

    fn card(&self, part: &Part, card_id: CardId) -> Markup {
        html! {
            @if let Some(card) = part.seen.plan.card(card_id) {
                a href=(self.reader.link(&card_address(part.plan_id, card_id))) dir="auto" { (card.words.words) }
            }
        }
    }

    /// A day that has come or not: "Senest 27. november.", and how long that is.
    fn until(&self, day: Day) -> Markup {
        let date = self.reader.date(day);
        html! {
            @match u32::try_from(day.days_since(self.today)) {
                Ok(left) => { (self.reader.say_with("my-part-by", &[("date", &date)])) " " (self.reader.say_count("my-part-days-left", left)) }
                Err(_) => strong { (self.reader.say_with("my-part-late", &[("date", &date)])) },
            }
        }
    }
}
