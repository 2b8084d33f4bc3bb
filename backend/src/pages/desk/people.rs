//! The people of the desk, longest wait first and never in another order.

use super::found::{People, Row};
use crate::pages::address::with_query;
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::CandidateId;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::gates::FULL_WEEK;
use shared::matching::week::Quarters;

/// How many stand on the page at once.
pub const AT_ONCE: usize = 50;

/// The list of people, alone on its page or beside the one who is chosen.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    pub people: &'a People,
    pub chosen: Option<CandidateId>,
    /// What the list is narrowed to, as it stands in an address.
    pub kept: &'a str,
    /// The same in words, beside somebody who is chosen.
    pub chips: &'a Markup,
    pub today: Day,
}

impl List<'_> {
    pub fn draw(&self, reader: &Reader) -> Markup {
        let (people, rows) = (self.people, &self.people.rows);
        html! {
            section.people aria-labelledby="people-head" {
                div.head {
                    @if self.chosen.is_some() { h2 id="people-head" { (reader.say("desk-candidates")) } }
                    @else { h1 id="people-head" { (reader.say("desk-candidates")) } }
                    span.faint { (people.found) }
                    span.faint.last { (reader.say("desk-longest-first")) }
                    @if self.chosen.is_none() && !rows.is_empty() { span.last { (new_person(reader)) } }
                }
                @if self.chosen.is_some() {
                    (self.chips)
                    a.act href={ (reader.link(&with_query(ADDRESS, self.kept))) "#filters" } data-key="f" {
                        (reader.say("filter-open")) " " kbd aria-hidden="true" { "F" }
                    }
                }
                @if rows.is_empty() { (self.nobody(reader)) }
                @else { ol data-rows="people" { @for row in rows { (self.row(reader, row)) } } }
                @if people.found > rows.len() { p.faint.empty { (reader.say_count("desk-more", (people.found - rows.len()) as u32)) } }
                @if self.chosen.is_some() { p { (new_person(reader)) } }
            }
        }
    }

    /// What to do where nobody stands.
    fn nobody(&self, reader: &Reader) -> Markup {
        html! {
            @if self.people.in_all == 0 {
                p.empty { (reader.say("desk-nobody-yet")) }
                p.acts { (new_person(reader)) a.act href=(reader.link("/desk/exchange")) { (reader.say("desk-fetch-file")) } }
            } @else {
                p.empty { (reader.say("desk-nobody-found")) }
                p.acts { a.act.main href=(reader.link(ADDRESS)) { (reader.say("filter-clear")) } (new_person(reader)) }
            }
        }
    }

    fn row(&self, reader: &Reader, row: &Row) -> Markup {
        let candidate = &row.candidate;
        let here = self.chosen == Some(candidate.id);
        let weeks = weeks_waited(candidate, self.today);
        html! {
            li.person-row {
                a href=(reader.link(&address(candidate.id, self.kept))) data-row aria-current=[here.then_some("true")] {
                    span.weeks { b { (weeks) } span { (reader.say_count("desk-weeks", weeks)) } }
                    span.name { bdi { (candidate.first_name) } " " small { (candidate.home.community) } }
                    span.hours { (hours(reader, candidate)) }
                    @if let Some(words) = candidate.strengths.first() {
                        span.own dir="auto" { "»" (words) "«" }
                    }
                    span.foot-line {
                        span dir="auto" { (state(reader, row)) @if row.fresh { " " span.tag.good { (reader.say("desk-fresh")) } } }
                        (ladder(candidate))
                    }
                }
            }
        }
    }
}

fn new_person(reader: &Reader) -> Markup {
    html! { a.act href=(reader.link("/desk/people/new")) { (reader.say("profile-new")) } }
}

pub const ADDRESS: &str = "/desk/people";

/// The address of a person at the desk, what the list is narrowed to kept.
pub fn address(id: CandidateId, kept: &str) -> String {
    with_query(&format!("{ADDRESS}/{id}"), kept)
}

pub fn weeks_waited(candidate: &Candidate, today: Day) -> u32 {
    u32::try_from(today.days_since(candidate.waiting_since) / 7).unwrap_or(0)
}

/// "4 (+12) → 37 t": paid now, in a placement now, hoped for. Whoever listens hears it in words.
pub fn hours(reader: &Reader, candidate: &Candidate) -> Markup {
    let hours = candidate.hours;
    let [paid, placement, hoped] = [hours.paid, hours.placement, hours.hoped].map(hours_of);
    let case = if hours.placement.0 > 0 { "placement" } else { "paid" };
    let said = [("case", case), ("paid", &paid), ("placement", &placement), ("hoped", &hoped)];
    html! {
        span.unseen { (reader.say_with("desk-hours-said", &said)) }
        span aria-hidden="true" {
            bdi { (paid) }
            @if hours.placement.0 > 0 { " " bdi dir="ltr" { "(+" (placement) ")" } }
            " " span.turns { "→" } " "
            b { bdi { (reader.say_with("desk-hours", &[("hours", &hoped)])) } }
        }
    }
}

fn state(reader: &Reader, row: &Row) -> Markup {
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
    let x = |quarters: Quarters| 1 + i32::from(quarters.min(FULL_WEEK).0) * STEP / 8;
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

#[cfg(test)]
mod tests {
    use super::hours;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::matching::testing::plain_candidate;
    use shared::matching::week::Quarters;

    #[test]
    fn hours_are_seen_as_figures_and_heard_in_words() {
        let mut candidate = plain_candidate();
        candidate.hours.paid = Quarters(16);
        candidate.hours.hoped = Quarters(148);
        for (lang, placement, said) in [
            (Lang::Da, 48, "4 timer om ugen med løn, 12 i praktik, håber på 37"),
            (Lang::Da, 0, "4 timer om ugen med løn, håber på 37"),
            (Lang::En, 48, "4 paid hours a week, 12 in a placement, hopes for 37"),
        ] {
            candidate.hours.placement = Quarters(placement);
            let drawn = hours(&Reader::new(None, lang), &candidate).into_string();
            let (heard, seen) = drawn.split_once("<span aria-hidden=\"true\">").expect("what is seen alone");
            assert_eq!(heard, format!("<span class=\"unseen\">{said}</span>"));
            assert!(seen.contains("<span class=\"turns\">→</span>"));
            assert_eq!(seen.contains("(+12)"), placement > 0, "{seen}");
        }
    }
}
