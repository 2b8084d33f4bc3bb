//! The first page: what waits for an answer, the places with their reasons, and how things stand.

use super::asks::{address, contact, cross, tick};
use super::{ADDRESS, Leaf, is_at_places, notice};
use crate::matching::access::Consultant;
use crate::matching::answers::Ask;
use crate::matching::lists::Offer;
use crate::pages::desk::lasts::lasts;
use crate::pages::desk::law::plainly;
use crate::pages::desk::person::in_words as if_words;
use crate::pages::desk::reasons::{because, kind, missing, occupation, part_name, question};
use crate::pages::profile::anchor;
use crate::pages::profile::week_words::in_words;
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::PlacementId;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::fit::{Part, Reason};
use shared::matching::list::{Listed, Match};
use shared::matching::shift::{final_hours, pattern};
use shared::matching::verdict::Asked;
use std::collections::BTreeMap;

/// What the page is made of.
#[derive(Clone, Debug)]
pub struct Home {
    pub candidate: Candidate,
    pub listed: Listed,
    /// The places that are listed, and those that one was asked about.
    pub offers: BTreeMap<PlacementId, Offer>,
    pub asks: Vec<Ask>,
    /// What one has said yes to and the company no, until one takes it away.
    pub turned_down: Vec<Ask>,
    pub consultants: Vec<Consultant>,
    pub today: Day,
    /// What could be, should my days or ways be others.
    pub what_if: Markup,
    /// What was just done.
    pub done: Option<String>,
}

/// How many questions stand on the page at once.
const QUESTIONS: usize = 3;

impl Home {
    pub fn draw(&self, reader: &Reader) -> Markup {
        html! {
            (self.asked(reader))
            (self.places(reader))
            (self.questions(reader))
            (self.nearly(reader))
            (self.what_if)
            (self.how_it_stands(reader))
        }
    }

    /// Questions that wait, and what one has said yes to.
    fn asked(&self, reader: &Reader) -> Markup {
        let open = self.with_offers(&self.asks, |ask| ask.yes.is_none());
        let yeses = self.with_offers(&self.asks, |ask| ask.is_yes(self.today));
        let turned_down = self.with_offers(&self.turned_down, |_| true);
        let all = self.asks.iter().chain(&self.turned_down);
        let gone = all.filter(|ask| !self.offers.contains_key(&ask.placement_id));
        html! {
            @for ask in gone {
                form method="post" action=(reader.link(&address(ask.placement_id))) {
                    p { (reader.say("my-work-place-gone")) }
                    button.answer type="submit" name="answer" value="back" { (reader.say("my-work-take-away")) }
                }
            }
            @if !open.is_empty() {
                section {
                    h2 { (reader.say("my-work-asked")) }
                    ul.rows.waiting {
                        @for (_, offer) in &open {
                            li {
                                p { (reader.say_with("my-work-asked-about", &[("place", &offer.workplace.name), ("town", &offer.workplace.site.community)])) }
                                (head(reader, offer))
                                @if let Some(one) = self.listed.fits.iter().find(|one| one.placement == offer.placement.id) { (best_reasons(reader, one, offer, None)) }
                                a.big.main href=(reader.link(&address(offer.placement.id))) {
                                    (reader.say("my-work-read-and-answer")) span.unseen lang=[reader.danish()] { " " (offer.placement.title) }
                                }
                            }
                        }
                    }
                }
            }
            @if !yeses.is_empty() || !turned_down.is_empty() {
                section {
                    h2 { (reader.say("my-work-said-yes")) }
                    ul.rows {
                        @for (ask, offer) in &yeses {
                            li {
                                a href=(reader.link(&address(offer.placement.id))) { bdi lang=[reader.danish()] { (offer.placement.title) } }
                                @if let Some(yes) = &ask.yes { p.fine { (reader.say_with("my-work-yes-until", &[("day", &reader.date(yes.until))])) } }
                                @if let Some(contact) = contact(&self.consultants, Some(ask)) { (whats_next(reader, contact)) }
                            }
                        }
                        @for (ask, offer) in &turned_down { li { (self.not_this_time(reader, ask, offer)) } }
                    }
                }
            }
        }
    }

    /// The company has said no. Nobody is left to wait for a call, and the word stays until its reader takes it away.
    fn not_this_time(&self, reader: &Reader, ask: &Ask, offer: &Offer) -> Markup {
        html! {
            p { b { bdi { (offer.workplace.name) } } ", " bdi lang=[reader.danish()] { (offer.placement.title) } }
            p { (reader.say("my-work-not-this-time")) }
            @if let Some(contact) = contact(&self.consultants, Some(ask)) {
                p.fine { (reader.say_with("tell-whom-to-call", &[("name", &contact.name)])) " " (tel(contact)) }
            }
            form method="post" action=(reader.link(&address(ask.placement_id))) {
                button.answer type="submit" name="answer" value="away" { (reader.say("my-work-remove")) span.unseen lang=[reader.danish()] { " " (offer.placement.title) } }
            }
        }
    }

    fn with_offers<'a>(&'a self, asks: &'a [Ask], which: impl Fn(&Ask) -> bool) -> Vec<(&'a Ask, &'a Offer)> {
        let asks = asks.iter().filter(|ask| which(ask));
        asks.filter_map(|ask| Some((ask, self.offers.get(&ask.placement_id)?)))
            .collect()
    }

    fn places(&self, reader: &Reader) -> Markup {
        let yes_to = |id: PlacementId| self.asks.iter().any(|ask| ask.placement_id == id && ask.is_yes(self.today));
        html! {
            section {
                h2 id="places" tabindex="-1" { (reader.say("my-work-places")) }
                @if let Some(done) = self.done.as_deref().filter(|done| is_at_places(done)) { (notice(reader, done)) }
                @if self.candidate.status == Status::Pause {
                    p.nothing { (reader.say("my-work-not-looking")) }
                } @else if self.listed.fits.is_empty() {
                    p.nothing { (reader.say("my-work-no-places")) }
                } @else {
                    p.fine { (reader.say("my-work-places-order")) }
                }
                ul.own-places {
                    @for one in &self.listed.fits {
                        @if let Some(offer) = self.offers.get(&one.placement) { li { (self.place(reader, one, offer, yes_to(one.placement))) } }
                    }
                }
            }
        }
    }

    fn place(&self, reader: &Reader, one: &Match, offer: &Offer, said_yes: bool) -> Markup {
        html! {
            (head(reader, offer))
            (best_reasons(reader, one, offer, None))
            @for open in one.questions() {
                p.fine { (reader.say_with("my-work-open", &[("question", &question(reader, open))])) }
                (plainly(reader, open.rule()))
            }
            details {
                summary { (reader.say("my-work-why")) span.unseen lang=[reader.danish()] { " " (offer.placement.title) } }
                dl.why-all {
                    @for reason in &one.fit.reasons {
                        div { dt { (part_name(reader, reason.part)) } dd { (because(reader, reason, &offer.placement)) } }
                    }
                }
            }
            @if said_yes {
                p.fine { a href=(reader.link(&address(one.placement))) { (reader.say("my-work-have-said-yes")) } }
            } @else {
                div.yes-no.small-ones {
                    a href=(reader.link(&address(one.placement))) { (tick()) (reader.say("my-work-try")) span.unseen lang=[reader.danish()] { " " (offer.placement.title) } }
                    form method="post" action=(reader.link(&address(one.placement))) {
                        button type="submit" name="answer" value="no" { (cross()) (reader.say("my-work-no")) span.unseen lang=[reader.danish()] { " " (offer.placement.title) } }
                    }
                }
            }
        }
    }

    /// What only they can answer, and what a yes would open.
    fn questions(&self, reader: &Reader) -> Markup {
        let own = self
            .listed
            .questions
            .iter()
            .filter(|asking| asking.question.of() == Asked::Candidate);
        let own: Vec<_> = own.take(QUESTIONS).collect();
        html! {
            @if !own.is_empty() {
                section {
                    h2 { (reader.say("my-work-questions")) }
                    ul.rows {
                        @for asking in own {
                            li {
                                p {
                                    (question(reader, &asking.question))
                                    @if let Some(to) = &asking.to { " (" (to) ")" }
                                }
                                p.fine { (reader.say_count("question-opens", asking.opens.max(1))) }
                                a.answer href={ (reader.link(Leaf::Profile.address())) "#" (anchor(&asking.question)) } {
                                    (reader.say("my-work-write-answer")) span.unseen { " " (question(reader, &asking.question)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn nearly(&self, reader: &Reader) -> Markup {
        html! {
            @if !self.listed.nearly.is_empty() {
                section {
                    h2 { (reader.say("my-work-nearly")) }
                    p.fine { (reader.say("my-work-nearly-about")) }
                    ul.own-places {
                        @for one in &self.listed.nearly {
                            @if let Some(offer) = self.offers.get(&one.placement) {
                                li {
                                    (head(reader, offer))
                                    @for violation in one.violations() {
                                        p { (missing(reader, &violation.missing, &offer.placement)) }
                                        (plainly(reader, violation.rule.as_deref()))
                                    }
                                    @for adaptation in one.adaptations.iter().take(2) { p.if-so { (if_words(reader, adaptation, &offer.placement)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn how_it_stands(&self, reader: &Reader) -> Markup {
        let paused = self.candidate.status == Status::Pause;
        html! {
            section {
                h2 { (reader.say("my-work-stands")) }
                dl.stands {
                    div {
                        dt { (reader.say("my-work-week")) }
                        dd { (in_words(reader, &self.candidate.free)) @if self.candidate.free.is_empty() { (reader.say("my-work-week-empty")) } }
                    }
                    div {
                        dt { (reader.say("my-work-looking")) }
                        dd { (reader.say_with("profile-status", &[("case", &format!("{:?}", self.candidate.status))])) }
                    }
                    div {
                        dt { (reader.say("my-work-day-jobs")) }
                        dd { (reader.say(if self.candidate.day_jobs { "my-work-day-jobs-on" } else { "my-work-day-jobs-off" })) }
                    }
                }
                div.switches {
                    @if self.candidate.status != Status::Underway {
                        (switch(reader, "status", if paused { "looking" } else { "pause" }, if paused { "my-work-look-again" } else { "my-work-pause" }))
                    }
                    (switch(reader, "day_jobs", if self.candidate.day_jobs { "no" } else { "yes" }, if self.candidate.day_jobs { "my-work-day-jobs-stop" } else { "my-work-day-jobs-start" }))
                }
                ul.ways-on {
                    @for leaf in [Leaf::Messages, Leaf::Not, Leaf::Seen] { li { a href=(reader.link(leaf.address())) { (reader.say(leaf.name())) } } }
                }
            }
        }
    }
}

fn switch(reader: &Reader, name: &str, value: &str, key: &str) -> Markup {
    html! {
        form method="post" action=(reader.link(ADDRESS)) {
            button.answer type="submit" name=(name) value=(value) { (reader.say(key)) }
        }
    }
}

/// Where it is, what it is, and when.
pub fn head(reader: &Reader, offer: &Offer) -> Markup {
    let (placement, workplace) = (&offer.placement, &offer.workplace);
    let hours = hours_of(final_hours(&placement.shifts));
    let when = in_words(reader, &pattern(&placement.shifts, u8::MAX));
    html! {
        h3 lang=[reader.danish()] dir="auto" { (placement.title) }
        p {
            bdi { (workplace.name) } ", " (workplace.site.community) " · "
            (occupation(reader, placement.occupation)) " · " (kind(reader, placement.kind)) " " (lasts(reader, placement))
        }
        @if !placement.shifts.is_empty() { p.when { (when) " · " (reader.say_with("my-work-hours", &[("hours", &hours)])) } }
    }
}

/// What speaks for it, in a line each.
/// `said`: what stands on the page already.
pub fn best_reasons(reader: &Reader, one: &Match, offer: &Offer, said: Option<Part>) -> Markup {
    html! {
        p.lead-reasons {
            @for reason in best(one, said) { span { (tick()) (because(reader, reason, &offer.placement)) } }
        }
    }
}

/// Who does what after a yes, and what to do where nothing is heard of it.
pub fn whats_next(reader: &Reader, contact: &Consultant) -> Markup {
    html! {
        p.fine { (reader.say_with("tell-next", &[("name", &contact.name)])) " " (tel(contact)) }
    }
}

pub fn tel(contact: &Consultant) -> Markup {
    html! { a.tel href={ "tel:" (contact.phone.replace(' ', "")) } dir="ltr" { (contact.phone) } }
}

/// The two reasons that weigh most, of those that speak for it.
fn best(one: &Match, said: Option<Part>) -> Vec<&Reason> {
    let speaks = |reason: &&Reason| reason.value >= 50 && Some(reason.part) != said;
    let mut reasons: Vec<&Reason> = one.fit.reasons.iter().filter(speaks).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points));
    reasons.truncate(2);
    reasons
}
