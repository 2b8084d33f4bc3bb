//! May we tell a company about you? What they would get to know, in the person's own words, and two answers of the
//! same size and weight.

use super::ADDRESS;
use super::home::{best_reasons, head, tel, whats_next};
use super::told::told;
use crate::app::App;
use crate::error::Error;
use crate::matching::access::{self, Consultant, name_of};
use crate::matching::answers::{self, Ask};
use crate::matching::lists::{self, Offer};
use crate::pages::desk::reasons::{because, task_list};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CandidateId, PersonId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::fit::Part;
use shared::matching::gates::{Context, Pair};
use shared::matching::list::Match;

/// Raised whenever the words of the question change: what somebody said yes to must be found again.
pub const VERSION: u16 = 1;
/// How long a yes counts.
pub const DAYS: i32 = 28;

/// A question as it is about to be read.
#[derive(Clone, Debug)]
pub struct Question {
    pub candidate: Candidate,
    pub offer: Offer,
    /// What speaks for it.
    pub pair: Match,
    /// `None`: nobody has asked, and nothing has been answered.
    pub ask: Option<Ask>,
    /// The place is still there.
    pub open: bool,
    /// Who can be called, and who can sit beside them as they answer.
    pub consultants: Vec<Consultant>,
    pub today: Day,
}

pub fn address(id: PlacementId) -> String {
    format!("{ADDRESS}/asks/{id}")
}

/// The question about a place. About one that either side has said no to there is none, and about one that is not open
/// any more only what was asked or answered before.
pub async fn question(app: &App, id: CandidateId, placement_id: PlacementId, today: Day) -> Result<Question, Error> {
    let found: Option<(Candidate, Offer, Match, bool)> = app
        .desk()
        .ask(move |market| {
            let opening = market.opening(placement_id)?;
            let open = opening.placement.is_there(today) && opening.placement.seats > 0;
            let offer = lists::offer(market, placement_id)?;
            if market.said_no(id, opening) {
                return None;
            }
            let candidate = market.candidate(id)?;
            let in_force = market.in_force(today);
            let pair = Pair {
                candidate,
                opening,
                said_no: false,
            };
            let rules = &in_force.rules;
            let pair = Match::of(&pair, &Context { rules, today });
            Some((candidate.clone(), offer, pair, open))
        })
        .await?;
    let (candidate, offer, pair, open) = found.ok_or(Error::NotFound)?;
    let asks = answers::asks_of_candidate(app.db(), id).await?;
    let ask: Option<Ask> = asks.into_iter().find(|ask| ask.placement_id == placement_id);
    if !open && ask.is_none() {
        return Err(Error::NotFound);
    }
    Ok(Question {
        candidate,
        offer,
        pair,
        ask,
        open,
        consultants: access::consultants(app.db()).await?,
        today,
    })
}

/// Whom one can call about it: who asks, or else the one whom companies reach.
pub fn contact<'a>(consultants: &'a [Consultant], ask: Option<&Ask>) -> Option<&'a Consultant> {
    let asked_by = ask.and_then(|ask| ask.asked_by);
    let asker = consultants.iter().find(|one| Some(one.person_id) == asked_by);
    asker.or_else(|| consultants.iter().find(|one| one.entrance))
}

impl Question {
    pub fn contact(&self) -> Option<&Consultant> {
        contact(&self.consultants, self.ask.as_ref())
    }

    /// The text, from what is asked to what is never told. Read by oneself or read aloud, it is the same.
    pub fn text(&self, reader: &Reader) -> Markup {
        let workplace = &self.offer.workplace;
        html! {
            p.asks-whom {
                (reader.say("tell-we-would-like")) " " b { bdi { (workplace.name) } } " "
                (reader.say_with("tell-in", &[("town", &workplace.site.community)])) " "
                (reader.say("tell-about")) " »" bdi lang=[reader.danish()] { (self.offer.placement.title) } "«. " (reader.say("tell-may-say-no"))
            }
            (self.place(reader))
            section.told-list aria-labelledby="told-head" {
                h2 id="told-head" { (reader.say("tell-they-hear")) }
                dl {
                    @for (key, words) in told(reader, &self.candidate, &self.offer, self.contact(), self.today) {
                        div { (tick()) dt { (reader.say(key)) } dd dir="auto" { (words) } }
                    }
                }
            }
            p.never-told { (cross()) span { (reader.say("tell-never-1")) " " b { (reader.say("tell-never-not")) } " " (reader.say("tell-never-2")) } }
        }
    }

    /// Two answers of the same size and weight, and until when a yes counts.
    pub fn yes_or_no(&self, reader: &Reader) -> Markup {
        html! {
            div.yes-no {
                button type="submit" name="answer" value="yes" { (tick()) (reader.say("tell-yes")) }
                button type="submit" name="answer" value="no" { (cross()) (reader.say("tell-no")) }
            }
            p.fine { (reader.say_with("tell-until", &[("day", &reader.date(self.today.plus(DAYS)))])) }
        }
    }

    pub fn draw(&self, reader: &Reader) -> Markup {
        let said_yes = self
            .ask
            .as_ref()
            .filter(|ask| ask.is_yes(self.today))
            .and_then(|ask| ask.yes.as_ref());
        html! {
            (self.text(reader))
            @match said_yes {
                Some(yes) => {
                    p.done { (reader.say_with("tell-said-yes", &[("day", &reader.date(yes.until))])) " " (self.who_was_there(reader, yes.present)) }
                    @if let Some(contact) = self.contact() { (whats_next(reader, contact)) }
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
                    (self.who_is_there(reader))
                    label.check {
                        input type="checkbox" name="read_aloud" value="true";
                        span { (reader.say("tell-read-aloud")) }
                    }
                    (self.yes_or_no(reader))
                })),
            }
            @if let Some(contact) = self.contact().filter(|_| said_yes.is_none()) {
                p.fine {
                    (reader.say_with(if self.is_asked() { "tell-who-asks" } else { "tell-whom-to-call" }, &[("name", &contact.name)])) " " (tel(contact))
                }
            }
        }
    }

    /// What one is asked to say yes to: nobody is to have to find it elsewhere first.
    fn place(&self, reader: &Reader) -> Markup {
        let placement = &self.offer.placement;
        let way = self.pair.fit.reasons.iter().find(|reason| reason.part == Part::Way);
        html! {
            section.the-place {
                h2 { (reader.say("tell-place")) }
                (head(reader, &self.offer))
                p { (reader.say_with("tell-kind", &[("case", &format!("{:?}", placement.kind))])) }
                @if !placement.tasks.is_empty() || !placement.other_tasks.is_empty() {
                    p {
                        b { (reader.say("place-tasks")) ": " }
                        (task_list(reader, &placement.tasks))
                        @for (index, words) in placement.other_tasks.iter().enumerate() {
                            @if index > 0 || !placement.tasks.is_empty() { ", " }
                            span lang=[reader.danish()] dir="auto" { (words) }
                        }
                    }
                }
                @if let Some(way) = way { p { b { (reader.say_with("part", &[("case", "Way")])) ": " } (because(reader, way, placement)) } }
                (best_reasons(reader, &self.pair, &self.offer, way.map(|way| way.part)))
            }
        }
    }

    /// Nobody is chosen for them: most are alone, and whoever is not says so.
    fn who_is_there(&self, reader: &Reader) -> Markup {
        html! {
            div.field {
                label for="present" { (reader.say("tell-who-is-there")) }
                select id="present" name="present" {
                    option value="" { (reader.say("tell-alone")) }
                    @for consultant in &self.consultants { option value=(consultant.person_id) { (consultant.name) } }
                }
            }
        }
    }

    fn who_was_there(&self, reader: &Reader, present: Option<PersonId>) -> String {
        match present {
            Some(id) => reader.say_with("tell-was-there", &[("name", &name_of(&self.consultants, id))]),
            None => reader.say("tell-was-alone"),
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
