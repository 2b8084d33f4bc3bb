//! May we tell a company about you? What they would get to know, in the person's own words, and two answers of the
//! same size and weight.

use super::ADDRESS;
use super::told::told;
use crate::matching::access::Consultant;
use crate::matching::answers::Ask;
use crate::matching::lists::Offer;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::PlacementId;
use shared::matching::candidate::Candidate;

/// Raised whenever the words of the question change: what somebody said yes to must be found again.
pub const VERSION: u16 = 1;
/// How long a yes counts.
pub const DAYS: i32 = 28;

/// A question as it is about to be read.
#[derive(Clone, Debug)]
pub struct Question {
    pub candidate: Candidate,
    pub offer: Offer,
    /// `None`: nobody has asked, and nothing has been answered.
    pub ask: Option<Ask>,
    /// The place is still there.
    pub open: bool,
    /// Who asks, or else the one whom companies reach.
    pub contact: Option<Consultant>,
    pub today: Day,
}

pub fn address(id: PlacementId) -> String {
    format!("{ADDRESS}/asks/{id}")
}

impl Question {
    pub fn draw(&self, reader: &Reader) -> Markup {
        let workplace = &self.offer.workplace;
        let said_yes = self
            .ask
            .as_ref()
            .filter(|ask| ask.is_yes(self.today))
            .and_then(|ask| ask.yes.as_ref());
        html! {
            p.asks-whom {
                (reader.say("tell-we-would-like")) " " b { bdi { (workplace.name) } } " "
                (reader.say_with("tell-in", &[("town", &workplace.site.community)])) " "
                (reader.say("tell-about")) " »" bdi { (self.offer.placement.title) } "«. " (reader.say("tell-may-say-no"))
            }
            section.told-list aria-labelledby="told-head" {
                h2 id="told-head" { (reader.say("tell-they-hear")) }
                dl {
                    @for (key, words) in told(reader, &self.candidate, &self.offer, self.contact.as_ref(), self.today) {
                        div { (tick()) dt { (reader.say(key)) } dd dir="auto" { (words) } }
                    }
                }
            }
            p.never-told { (cross()) span { (reader.say("tell-never-1")) " " b { (reader.say("tell-never-not")) } " " (reader.say("tell-never-2")) } }
            @match said_yes {
                Some(yes) => {
                    p.done { (reader.say_with("tell-said-yes", &[("day", &reader.date(yes.until))])) }
                    (self.form(reader, &html! {
                        button.answer type="submit" name="answer" value="back" { (reader.say("tell-take-back")) }
                    }))
                }
                None if !self.open => {
                    p.done { (reader.say("tell-not-open")) }
                    (self.form(reader, &html! {
                        button.answer type="submit" name="answer" value="back" { (reader.say("tell-away")) }
                    }))
                }
                None => (self.form(reader, &html! {
                    label.check {
                        input type="checkbox" name="read_aloud" value="true";
                        span { (reader.say("tell-read-aloud")) }
                    }
                    div.yes-no {
                        button type="submit" name="answer" value="yes" { (tick()) (reader.say("tell-yes")) }
                        button type="submit" name="answer" value="no" { (cross()) (reader.say("tell-no")) }
                    }
                })),
            }
            p.fine { (reader.say_with("tell-until", &[("day", &reader.date(self.today.plus(DAYS)))])) }
            @if let Some(contact) = &self.contact {
                p.fine {
                    (reader.say_with(if self.is_asked() { "tell-who-asks" } else { "tell-whom-to-call" }, &[("name", &contact.name)])) " "
                    a.tel href={ "tel:" (contact.phone.replace(' ', "")) } dir="ltr" { (contact.phone) }
                }
            }
        }
    }

    fn is_asked(&self) -> bool {
        self.ask.as_ref().is_some_and(|ask| ask.asked_by.is_some())
    }

    fn form(&self, reader: &Reader, answers: &Markup) -> Markup {
        html! {
            form method="post" action=(reader.link(&address(self.offer.placement.id))) {
                input type="hidden" name="text_version" value=(VERSION);
                (answers)
            }
        }
    }
}

pub fn tick() -> Markup {
    html! {
        svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" {
            path d="M4 11.5l5 5L18.5 6" fill="none" stroke="currentColor" stroke-width="2.4" {}
        }
    }
}

pub fn cross() -> Markup {
    html! {
        svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" {
            path d="M4.5 4.5l13 13M17.5 4.5l-13 13" stroke="currentColor" stroke-width="2.4" {}
        }
    }
}
