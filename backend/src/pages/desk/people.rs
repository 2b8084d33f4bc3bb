//! The people of the desk, longest wait first and never in another order.

use crate::pages::address::encoded;
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CandidateId;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::week::Quarters;

/// How many stand on the page at once.
pub const AT_ONCE: usize = 50;

/// A person in the list.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub candidate: &'a Candidate,
    /// How many places fit; `None`: not looked for, as with somebody on a pause.
    pub places: Option<u32>,
}

/// The list beside a person. `more` stand after those shown.
pub fn list(reader: &Reader, rows: &[Row<'_>], chosen: Option<CandidateId>, more: usize, query: &str, today: Day) -> Markup {
    html! {
        section.people aria-labelledby="people-head" {
            div.head {
                h2 id="people-head" { (reader.say("desk-candidates")) }
                span.faint { (rows.len() + more) }
                span.faint.last { (reader.say("desk-longest-first")) }
            }
            @if rows.is_empty() {
                p.empty { (reader.say(if query.is_empty() { "desk-nobody-yet" } else { "desk-nobody-found" })) }
            }
            ol data-rows="people" {
                @for row in rows { (person_row(reader, row, chosen, query, today)) }
            }
            @if more > 0 { p.faint.empty { (reader.say_count("desk-more", more as u32)) } }
            p { a.act href=(reader.link("/desk/people/new")) { (reader.say("profile-new")) } }
        }
    }
}

fn person_row(reader: &Reader, row: &Row<'_>, chosen: Option<CandidateId>, query: &str, today: Day) -> Markup {
    let candidate = row.candidate;
    let here = chosen == Some(candidate.id);
    let weeks = weeks_waited(candidate, today);
    html! {
        li.person-row {
            a href=(reader.link(&address(candidate.id, query))) data-row aria-current=[here.then_some("true")] {
                span.weeks { b { (weeks) } span { (reader.say_count("desk-weeks", weeks)) } }
                span.name { bdi { (candidate.first_name) } " " small { (candidate.home.community) } }
                span.hours { (hours(reader, candidate)) }
                @if let Some(words) = candidate.strengths.first() {
                    span.own dir="auto" { "»" (words) "«" }
                }
                span.foot-line {
                    (state(reader, row))
                    (ladder(candidate))
                }
            }
        }
    }
}

/// The address of a person at the desk, the search kept.
pub fn address(id: CandidateId, query: &str) -> String {
    with_search(&format!("/desk/people/{id}"), query)
}

/// An address with what was searched for.
pub fn with_search(address: &str, query: &str) -> String {
    if query.is_empty() {
        address.to_owned()
    } else {
        format!("{address}?q={}", encoded(query))
    }
}

pub fn weeks_waited(candidate: &Candidate, today: Day) -> u32 {
    u32::try_from(today.days_since(candidate.waiting_since) / 7).unwrap_or(0)
}

/// "4 (+12) → 37 t": paid now, in a placement now, hoped for.
pub fn hours(reader: &Reader, candidate: &Candidate) -> Markup {
    let hours = candidate.hours;
    html! {
        (hours_of(hours.paid))
        @if hours.placement.0 > 0 { " (+" (hours_of(hours.placement)) ")" }
        " → "
        b { (reader.say_with("desk-hours", &[("hours", &hours_of(hours.hoped))])) }
    }
}

fn state(reader: &Reader, row: &Row<'_>) -> Markup {
    match (row.candidate.status, row.places) {
        (Status::Pause, _) => html! { span.tag { (reader.say("status-pause")) } },
        (Status::Underway, _) => html! { span.tag { (reader.say("status-underway")) } },
        (Status::Looking, Some(0)) => html! { span { (reader.say("desk-no-places")) } },
        (Status::Looking, Some(places)) => html! { span { (reader.say_count("desk-places-count", places)) } },
        (Status::Looking, None) => html! { span {} },
    }
}

/// The ladder of hours, 0 to 37: paid filled, practice hatched, a mark where they hope to get. The words above say the same.
fn ladder(candidate: &Candidate) -> Markup {
    const STEP: i32 = 5;
    let x = |quarters: Quarters| 1 + i32::from(quarters.0.min(37 * 4)) * STEP / 8;
    let (paid, all) = (x(candidate.hours.paid), x(candidate.hours.paid + candidate.hours.placement));
    let hoped = x(candidate.hours.hoped);
    html! {
        svg.ladder width="98" height="18" viewBox="0 0 98 18" aria-hidden="true" {
            path.w-hour d="M1 11.5H94M1 9v4M26 9v4M51 9v4M76 9v4M93.5 9v4" {}
            @if all > paid { rect.l-practice x=(paid) y="2.5" width=(all - paid) height="7" {} }
            @if paid > 1 { rect.b-fill x="1" y="2.5" width=(paid - 1) height="7" {} }
            path.l-hope d={ "M" (hoped) " 11l-4 6h8z" } {}
        }
    }
}
