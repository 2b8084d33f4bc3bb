//! What companies have told at their entrance: whoever has waited longest for a call stands on top.

pub mod heard;
mod phone;
pub mod routes;

use super::law::in_the_way;
use super::people::{address, weeks_waited};
use super::person::{Leads, ways};
use super::reasons::{because, kind, task_list};
use super::week_picture::{Size, WeekPicture};
use crate::matching::book::{Contact, Received};
use crate::matching::signals::{CouldFit, Fitting};
use crate::pages::profile::week_words::in_words;
use crate::pages::reader::{Reader, shortened};
use crate::zone::wall_time;
use maud::{Markup, html};
use phone::Phone;
use shared::day::Day;
use shared::matching::fit::Part;
use shared::matching::placement::{Company, Workplace};
use shared::matching::signal::{About, Signal};
use shared::matching::week::{Quarters, Weeks};
use std::cmp::Reverse;

pub const ADDRESS: &str = "/desk/signals";

/// How many new ones are named at the top of the desk.
const NAMED: usize = 3;
/// The most letters of each there: anybody may write to us, and what they write stands on every page.
const LONGEST_NAMED: usize = 40;

/// A signal with all that the page tells of it.
#[derive(Clone, Debug)]
pub struct Told {
    pub received: Received,
    /// The workplace of ours that it is, where its name says so.
    pub workplace: Option<(Workplace, Company)>,
    /// `None`: so many stand above it that nobody was asked about yet.
    pub fitting: Option<Fitting>,
    /// Who has said that they call, and whether that is the reader.
    pub caller: Option<(String, bool)>,
    /// A colleague talked with that company in the last days, by name.
    pub colleague: Option<(String, Contact)>,
    /// It came when more came than companies here write.
    pub is_one_of_many: bool,
}

/// All that nobody has finished.
#[derive(Clone, Debug)]
pub struct Signals {
    /// Those with people beside them first.
    pub all: Vec<Told>,
    /// So many more do not stand on the page.
    pub more: usize,
    /// What was finished in the last weeks, the newest first, each with who called.
    pub finished: Vec<(Received, Option<String>)>,
}

/// What stands at the top of every page of the desk while there are signals that nobody has taken. A page that stands
/// open asks for it again from time to time.
pub fn strip(reader: &Reader, new: &[Received]) -> Markup {
    html! {
        div.new-signals id="new-signals" role="status" data-n=(new.len()) data-src=(reader.link("/desk/signals/new")) data-ask-every="10" {
            @if !new.is_empty() {
                p dir="auto" {
                    b { (reader.say_count("signals-new", new.len() as u32)) } " "
                    @for (n, received) in new.iter().take(NAMED).enumerate() {
                        @if n > 0 { " · " }
                        bdi { (shortened(&received.signal.place, LONGEST_NAMED)) } ": " (reader.say(about(received.signal.about)))
                    }
                    @if new.len() > NAMED { " · …" }
                    " " a href=(reader.link(ADDRESS)) { (reader.say("signals-see")) }
                }
            }
        }
    }
}

/// The count beside the tabs.
pub fn badge(reader: &Reader, n: usize) -> Markup {
    html! {
        a.badge href=(reader.link(ADDRESS)) {
            (reader.say("signals-badge")) " " b.count data-count-of="new-signals" { (n) }
        }
    }
}

pub fn signals(reader: &Reader, signals: &Signals, phone: &Phone, today: Day) -> Markup {
    let Signals { all, more, finished } = signals;
    let (asked, rest) = all.split_at(all.partition_point(|told| told.fitting.is_some()));
    html! {
        section.wide-list aria-labelledby="signals-head" {
            div.head {
                h1 id="signals-head" { (reader.say("signals-head")) }
                span.faint { (all.len() + more) " · " (reader.say("signals-order")) }
                a.act.last href=(reader.link("/company-entry")) { (reader.say("signals-entrance")) }
            }
            (phone.draw(reader))
            @if all.is_empty() { p.empty { (reader.say("signals-none")) } }
            ol.signals data-rows="signals" { @for told in asked { (signal(reader, told, today)) } }
            @if !rest.is_empty() {
                div.head { h2 { (reader.say_count("signals-rest", (rest.len() + more) as u32)) } }
                p.empty { (reader.say("signals-rest-about")) }
                ol.signals { @for told in rest { (signal(reader, told, today)) } }
            }
            @if *more > 0 { p.empty { (reader.say_count("signals-more", *more as u32)) } }
            @if !finished.is_empty() {
                details.signals-finished {
                    summary { (reader.say("signals-finished")) " (" (finished.len()) ")" }
                    ol { @for (received, by) in finished { (done(reader, received, by.as_deref(), today)) } }
                }
            }
        }
    }
}

/// One that was finished: whom it was with, and the way back.
fn done(reader: &Reader, received: &Received, by: Option<&str>, today: Day) -> Markup {
    let signal = &received.signal;
    html! {
        li {
            p {
                b { bdi { (signal.place) } } " · " (reader.say(about(signal.about)))
                @if let Some(at) = received.done_at { " · " (reader.day(wall_time(at).day, today)) ": " (reader.say("signals-tag-done")) }
                @if let Some(name) = by { " · " bdi { (name) } }
            }
            p.phone { bdi { (signal.name) } " " a.tel href={ "tel:" (signal.phone.replace(' ', "")) } dir="ltr" { (signal.phone) } }
            form.acts method="post" action=(reader.link(&format!("{ADDRESS}/{}", received.signal_id))) {
                button.act type="submit" name="do" value="reopen" { (reader.say("signals-reopen")) span.unseen { " " (signal.place) } }
            }
        }
    }
}

fn signal(reader: &Reader, told: &Told, today: Day) -> Markup {
    let signal = &told.received.signal;
    let id = told.received.signal_id;
    let (at, is_new) = (wall_time(told.received.at), told.caller.is_none());
    // Whoever has said that they call may have called: only what nobody has taken is late for certain.
    let late = if is_new { told.received.days_late(today) } else { 0 };
    html! {
        li.signal id={ "signal-" (id) } data-new[is_new] {
            div {
                h2 tabindex="-1" { bdi { (signal.place) } }
                p {
                    span.tag.good[is_new] { (reader.say(if is_new { "signals-tag-new" } else { "signals-tag-taken" })) } " "
                    @if late > 0 { span.tag.stop { (reader.say_count("course-late", late)) } " " }
                    @if told.is_one_of_many { span.tag.asks { (reader.say("signals-tag-many")) } " " }
                    (reader.say(about(signal.about))) ". "
                    span.faint { (reader.day(at.day, today)) " " (reader.time(at)) }
                }
                (facts(reader, told))
                (call(reader, told, today))
                (acts(reader, told))
            }
            @if let Some(fitting) = &told.fitting { div { (people(reader, fitting, today)) } }
        }
    }
}

fn facts(reader: &Reader, told: &Told) -> Markup {
    let signal = &told.received.signal;
    let kinds: Vec<String> = signal.kinds.iter().map(|one| kind(reader, one)).collect();
    let shifts = signal.shifts();
    let title = reader.say_with("place-shifts-of", &[("place", &signal.place)]);
    let times = shifts.iter().fold(Weeks::EMPTY, |all, shift| all | shift.weeks());
    html! {
        dl.facts {
            @if !signal.tasks.is_empty() || !signal.other_task.is_empty() {
                dt { (reader.say("place-tasks")) }
                dd {
                    (task_list(reader, &signal.tasks))
                    @if !signal.tasks.is_empty() && !signal.other_task.is_empty() { ", " }
                    span lang=[reader.danish()] dir="auto" { (signal.other_task) }
                }
            }
            @if !signal.must.is_empty() { dt { (reader.say("place-must")) } dd lang=[reader.danish()] dir="auto" { (signal.must) } }
            @if !signal.nice.is_empty() { dt { (reader.say("place-nice")) } dd lang=[reader.danish()] dir="auto" { (signal.nice) } }
            @if !kinds.is_empty() { dt { (reader.say("place-kind")) } dd { (kinds.join(" · ")) } }
            @if !shifts.is_empty() {
                dt { (reader.say("place-shifts")) }
                dd {
                    p { (in_words(reader, &times)) }
                    ({ WeekPicture { title: &title, free: None, shifts: &shifts, way: Quarters(0), clashes: &[], steps: &[] }.draw(reader, Size::Row) })
                    @if signal.can_move { p.faint { (reader.say("entrance-can-move")) } }
                }
            }
            @if let Some((workplace, company)) = &told.workplace {
                dt { (reader.say("place-company")) }
                dd { a href=(reader.link(&format!("/desk/companies/{}", company.id))) { bdi { (workplace.name) } } }
            }
        }
    }
}

/// Whom to call. What a colleague did is said before the number.
fn call(reader: &Reader, told: &Told, today: Day) -> Markup {
    let signal = &told.received.signal;
    html! {
        @if let Some((name, contact)) = &told.colleague {
            p.warn { b { (reader.say_with("companies-colleague", &[("name", name), ("day", &reader.day(wall_time(contact.at).day, today))])) } " " span lang=[reader.danish()] dir="auto" { (contact.entry.note) } }
        }
        (number(reader, signal))
    }
}

fn number(reader: &Reader, signal: &Signal) -> Markup {
    html! {
        p.phone {
            bdi { (signal.name) } " "
            a.tel href={ "tel:" (signal.phone.replace(' ', "")) } dir="ltr" { (signal.phone) }
        }
        @if !signal.not_when.is_empty() { p.warn { (reader.say_with("entrance-field", &[("case", "not-when")])) ": " span lang=[reader.danish()] dir="auto" { (signal.not_when) } } }
    }
}

fn acts(reader: &Reader, told: &Told) -> Markup {
    let id = told.received.signal_id;
    let button = |does: &str, key: &str, main: bool| {
        html! { button.act.main[main] type="submit" name="do" value=(does) { (reader.say(key)) span.unseen { " " (told.received.signal.place) } } }
    };
    html! {
        form.acts method="post" action=(reader.link(&format!("{ADDRESS}/{id}"))) {
            @match &told.caller {
                None => (button("take", "signals-take", true)),
                Some((_, true)) => {
                    span.tag.good { (reader.say("signals-you-call")) }
                    (button("leave", "signals-leave", false))
                }
                Some((name, false)) => {
                    span.tag { (reader.say_with("signals-calls", &[("name", name)])) }
                    (button("take-over", "signals-take-over", false))
                }
            }
            @if told.workplace.is_none() {
                a.act href=(reader.link(&heard::new_company(id))) { (reader.say("signals-make-company")) span.unseen { " " (told.received.signal.place) } }
            }
            a.act href=(reader.link(&format!("/desk/places/new?signal={id}"))) { (reader.say("signals-make-place")) span.unseen { " " (told.received.signal.place) } }
            (button("done", "signals-done", false))
        }
    }
}

fn people(reader: &Reader, fitting: &Fitting, today: Day) -> Markup {
    html! {
        div.head { h3 { (reader.say("signals-could-fit")) } span.faint { (fitting.fits.len()) " · " (reader.say("place-people-order")) } }
        @if fitting.community.is_none() { p.faint { (reader.say("signals-nowhere")) } }
        @if fitting.fits.is_empty() { p.empty { (reader.say("place-nobody")) } }
        ol { @for one in &fitting.fits { (person(reader, one, today, false)) } }
        @if !fitting.nearly.is_empty() {
            details {
                summary { (reader.say("desk-nearly")) " (" (fitting.nearly.len()) ")" }
                ol { @for one in &fitting.nearly { (person(reader, one, today, true)) } }
            }
        }
    }
}

fn person(reader: &Reader, one: &CouldFit, today: Day, nearly: bool) -> Markup {
    let mut reasons: Vec<_> = one.one.fit.reasons.iter().collect();
    reasons.sort_by_key(|reason| Reverse(reason.points));
    let kinds: Vec<String> = one.kinds.iter().map(|one| kind(reader, *one)).collect();
    let weeks = weeks_waited(&one.candidate, today);
    html! {
        li.could {
            span.weeks { (weeks) span.unseen { " " (reader.say_count("desk-weeks", weeks)) } }
            div {
                p { a.name href=(reader.link(&address(one.candidate.id, ""))) { bdi { (one.candidate.first_name) } } " " span.faint { (one.candidate.home.community) " · " (kinds.join(" · ")) } }
                @if nearly {
                    (in_the_way(reader, &one.one, &one.placement))
                    @let leads = Leads { candidate: Some((address(one.candidate.id, ""), one.candidate.first_name.as_str())), company: None };
                    (ways(reader, &one.one, &one.placement, &leads))
                } @else {
                    p { @for reason in reasons.iter().filter(|reason| reason.points > 0 && reason.part != Part::PayAfter).take(2) { (because(reader, reason, &one.placement)) " " } }
                }
            }
        }
    }
}

fn about(about: About) -> &'static str {
    match about {
        About::Room => "signals-room",
        About::Hands => "signals-hands",
    }
}
