//! Word to my phone: where one asks for it and takes it back, and what one was told of.

pub mod routes;

use super::asks;
use crate::matching::lists::Offer;
use crate::matching::messages::own::{Line, News};
use crate::matching::messages::{About, KEPT_DAYS, New, Number, Outcome, Phone, text};
use crate::pages::reader::Reader;
use crate::words::Lang;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;

pub const ADDRESS: &str = "/my-work/messages";
pub const NEWS: &str = "/my-work/day-jobs";

/// What one may be told of, with the name of its tick in the form.
const OF: [(About, &str); 2] = [(About::DayJob, "day_jobs"), (About::Ask, "asks")];

/// The page as it is about to be shown.
#[derive(Debug)]
pub struct MyMessages<'a> {
    /// There is something that sends.
    pub can_send: bool,
    pub number: Option<&'a Number>,
    /// What one has asked to be told of, at that number.
    pub wants: &'a [About],
    /// They have said that they would like to hear of day jobs.
    pub hears: bool,
    /// What was sent and could not be taken.
    pub typed: Option<&'a Typed>,
    pub lines: &'a [Line],
    /// Where our pages are.
    pub origin: &'a str,
    /// Somebody who may ask, for a text to look at.
    pub asker: Option<&'a str>,
    pub today: Day,
}

/// A form that cannot be taken: its number cannot be read, or nothing is ticked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    pub phone: String,
    pub wants: Vec<About>,
}

impl Typed {
    fn is_wrong(&self) -> bool {
        Phone::read(&self.phone).is_none()
    }
}

impl MyMessages<'_> {
    pub fn draw(&self, reader: &Reader) -> Markup {
        html! {
            @if !self.can_send { p.nothing { (reader.say("my-messages-none")) } }
            @if let Some(number) = self.number { (self.stop(reader, number)) }
            @if self.can_send {
                (self.about(reader))
                @if self.number.is_some() && self.typed.is_none() {
                    details {
                        summary { (reader.say("my-messages-change")) }
                        (self.form(reader))
                    }
                } @else {
                    (self.form(reader))
                }
            }
            @if self.can_send || !self.lines.is_empty() { (self.told(reader)) }
        }
    }

    fn about(&self, reader: &Reader) -> Markup {
        let lang = self.number.map_or(reader.lang(), |number| number.lang);
        let like = |about| {
            let new = New {
                about,
                count: 1,
                first: Some(self.today.plus(1)),
                from: self.asker,
            };
            text(lang, new, self.today, self.origin)
        };
        html! {
            p.lead { (reader.say("my-messages-lead")) }
            section {
                p { (reader.say("my-messages-like")) }
                @for (about, _) in OF { p.sample lang=(lang.tag()) dir="auto" { (like(about)) } }
                p.fine { (reader.say("my-messages-little")) " " (reader.say("my-messages-when")) }
            }
        }
    }

    fn form(&self, reader: &Reader) -> Markup {
        let chosen = self.number.map_or(reader.lang(), |number| number.lang);
        let shown = self.number.map(|number| number.phone.shown());
        let value = self.typed.map(|typed| typed.phone.clone()).or(shown).unwrap_or_default();
        let wrong = self.typed.is_some_and(Typed::is_wrong);
        let about = if wrong { "phone-wrong phone-hint" } else { "phone-hint" };
        html! {
            form.profile method="post" action=(reader.link(ADDRESS)) {
                section.profile-part {
                    (self.ticks(reader))
                    div.field {
                        label for="phone" { (reader.say("my-messages-phone")) }
                        p.hint id="phone-hint" { (reader.say("my-messages-phone-hint")) }
                        @if wrong { p.trouble id="phone-wrong" { (reader.say("my-messages-wrong")) } }
                        input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" dir="ltr" maxlength="40" required
                            value=(value) aria-describedby=(about) aria-invalid=[wrong.then_some("true")] autofocus[wrong];
                    }
                    fieldset.choice {
                        legend { (reader.say("my-messages-language")) }
                        @for lang in Lang::ALL {
                            label {
                                input type="radio" name="language" value=(lang.tag()) checked[lang == chosen];
                                span lang=(lang.tag()) { (reader.say(&format!("language-{}", lang.tag()))) }
                            }
                        }
                    }
                    p.fine { (reader.say("my-messages-who")) }
                }
                button.big.main type="submit" name="do" value="save" {
                    (reader.say(if self.number.is_some() { "my-messages-save" } else { "my-messages-yes" }))
                }
            }
        }
    }

    /// A yes to each, none of them given beforehand.
    fn ticks(&self, reader: &Reader) -> Markup {
        let wants = self.typed.map_or(self.wants, |typed| typed.wants.as_slice());
        let none = self.typed.is_some_and(|typed| typed.wants.is_empty());
        html! {
            fieldset.choice aria-describedby=[none.then_some("nothing-chosen")] {
                legend { (reader.say("my-messages-of")) }
                @if none { p.trouble id="nothing-chosen" { (reader.say("my-messages-nothing-chosen")) } }
                @for (about, name) in OF {
                    label {
                        input type="checkbox" name=(name) value="true" checked[wants.contains(&about)] aria-invalid=[none.then_some("true")];
                        span {
                            (reader.say_with("my-messages-tick", &[("case", about.text())]))
                            @if about == About::DayJob && !self.hears { " " (reader.say("my-messages-yes-too")) }
                        }
                    }
                }
            }
        }
    }

    /// One press each, and nothing is asked.
    fn stop(&self, reader: &Reader, number: &Number) -> Markup {
        html! {
            section {
                p {
                    (reader.say("my-messages-to")) " "
                    b dir="ltr" { (number.phone.shown()) } " "
                    (reader.say_with("my-messages-in", &[("case", number.lang.tag())])) "."
                }
                @if self.wants.len() > 1 {
                    ul.rows {
                        @for about in self.wants {
                            li {
                                p { (reader.say_with("my-messages-tick", &[("case", about.text())])) }
                                form method="post" action=(reader.link(ADDRESS)) {
                                    input type="hidden" name="about" value=(about.text());
                                    button.answer type="submit" name="do" value="stop" {
                                        (reader.say("my-messages-stop-one"))
                                        span.unseen { ": " (reader.say_with("my-messages-tick", &[("case", about.text())])) }
                                    }
                                }
                            }
                        }
                    }
                } @else {
                    @for about in self.wants { p { (reader.say_with("my-messages-tick", &[("case", about.text())])) } }
                }
                form method="post" action=(reader.link(ADDRESS)) {
                    button.answer type="submit" name="do" value="stop" { (reader.say("my-messages-stop")) }
                }
            }
        }
    }

    fn told(&self, reader: &Reader) -> Markup {
        html! {
            section {
                h2 { (reader.say("my-messages-told")) }
                @if self.lines.is_empty() { p.nothing { (reader.say("my-messages-told-none")) } }
                ul.rows { @for line in self.lines { (told(reader, line, self.today)) } }
                p.fine { (reader.say_with("my-messages-told-kept", &[("days", &KEPT_DAYS.to_string())])) }
            }
        }
    }
}

fn told(reader: &Reader, line: &Line, today: Day) -> Markup {
    let at = wall_time(line.at);
    let key = match line.outcome {
        None => "my-messages-told-waits",
        Some(Outcome::Sent) => "my-messages-told-sent",
        Some(Outcome::Refused) => "my-messages-told-refused",
    };
    html! {
        li {
            p { (reader.say_with(key, &[("day", &reader.day(at.day, today)), ("time", &reader.time(at))])) }
            @if line.about == About::Ask { p.fine { (reader.say("my-messages-told-asked")) } }
            @for job in &line.jobs {
                @match job {
                    Some(offer) => (job_link(reader, offer)),
                    None => p.fine { (reader.say("my-messages-told-gone")) },
                }
            }
        }
    }
}

fn job_link(reader: &Reader, offer: &Offer) -> Markup {
    html! {
        a.job href=(reader.link(&asks::address(offer.placement.id))) {
            bdi lang=[reader.danish()] { (offer.placement.title) } ", " bdi { (offer.workplace.name) }
        }
    }
}

/// Where an open page says what has come since it was opened: at its end and held to the lower edge of the window, so that
/// nothing moves that somebody is reading. Empty until there is something.
pub fn strip(reader: &Reader, since: i64, news: Option<&News>) -> Markup {
    let src = reader.link(&format!("{NEWS}?since={since}"));
    html! {
        div.news id="new-day-jobs" role="status" data-src=(src) data-ask-every="20" {
            @if let Some(news) = news.filter(|news| !news.offers.is_empty()) {
                div {
                    p { (reader.say("news-day-jobs")) }
                    @for offer in &news.offers { (job_link(reader, offer)) }
                    a.job href=(reader.link(super::ADDRESS)) { (reader.say("news-day-jobs-more")) }
                }
            }
        }
    }
}
