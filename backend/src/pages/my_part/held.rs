//! What the person has promised, at every table.

use super::{MyPart, Part};
use crate::pages::papers::follow_up::FOLLOW_UP;
use crate::pages::parts::kept_key;
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::{Agreement, Kept};

impl MyPart<'_> {
    /// What is due first, then what has been silent longest.
    pub fn held(&self) -> Option<Markup> {
        let mut held: Vec<(&Part, &Agreement)> = self.parts.iter().flat_map(|part| self.held_in(part)).collect();
        held.sort_by_key(|(_, agreement)| {
            (
                self.next(agreement).unwrap_or(Day::in_denmark(agreement.touched_at)),
                agreement.touched_at,
            )
        });
        (!held.is_empty()).then(|| {
            html! {
                section.part {
                    h2 { (self.reader.say("promised-by-me")) }
                    ul.promises { @for (part, agreement) in &held { li { (self.one(part, agreement)) } } }
                }
            }
        })
    }

    fn held_in<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = (&'a Part, &'a Agreement)> {
        let is_mine = |agreement: &&Agreement| {
            let is_over = match agreement.repeats {
                Some(repeats) => repeats.until.is_some_and(|until| until < self.today),
                None => agreement.kept == Kept::Kept,
            };
            agreement.holder == Some(part.seen.member_id) && !is_over
        };
        part.seen
            .plan
            .agreements()
            .map(|agreement| &**agreement)
            .filter(is_mine)
            .map(move |agreement| (part, agreement))
    }

    /// The next day on which something is to be done.
    fn next(&self, agreement: &Agreement) -> Option<Day> {
        match agreement.repeats {
            Some(repeats) => repeats.next_from(self.today),
            None => agreement.due,
        }
    }

    fn one(&self, part: &Part, agreement: &Agreement) -> Markup {
        let reader = self.reader;
        html! {
            p.small { (self.family(part, &format!("/{}", FOLLOW_UP.slug))) " · " (self.card(part, agreement.card_id)) }
            p { b dir="auto" { (agreement.words.words) } }
            @match (agreement.repeats, self.next(agreement)) {
                (Some(_), Some(next)) => p { (reader.say_with("my-part-next", &[("date", &reader.date(next))])) },
                (None, Some(due)) => p { (self.until(due)) },
                (_, None) => {}
            }
            @if agreement.repeats.is_none() { p.small { (reader.say(kept_key(agreement.kept))) } }
        }
    }
}
