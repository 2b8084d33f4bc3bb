//! "What if I could start at nine?": a part of one's own page and of a person's page at the desk.
//!
//! Whole without a script: the form asks the page itself, and the server answers. Where `what-if.js` runs, it fetches
//! the places once, when somebody opens the part, and answers at every change by the same function and with the same
//! rows. Nothing that is supposed here is kept.

pub mod routes;

use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::lists::Offer;
use crate::matching::what_if::{Possible, possible};
use crate::pages::desk::person::facts_line;
use crate::pages::desk::reasons::by_means;
use crate::pages::my_work;
use crate::pages::profile::week_words::in_words;
use crate::pages::reader::Reader;
use enumset::EnumSet;
use maud::{DOCTYPE, Markup, html};
use shared::matching::candidate::{Candidate, Status};
use shared::matching::place::Mode;
use shared::matching::shift::pattern;
use shared::matching::week::Quarter;
use shared::matching::what_if::{WhatIf, name};
use std::collections::BTreeMap;

const SCRIPT: &str = "/widget/what-if.js";

/// Half hours at which somebody might leave home, and be there again, in quarter hours since midnight.
const LEAVES: (u8, u8) = (20, 80);
const HOME_BY: (u8, u8) = (32, 96);
/// The longest ways, one way, in minutes.
const WAYS: [u16; 7] = [15, 30, 45, 60, 75, 90, 120];

/// What the form sends, and what is not sent on with it.
const FIELDS: [&str; 6] = ["leaves", "home_by", "by", "longest", "lang", "done"];

/// Who thinks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Who {
    Own,
    Consultant,
}

/// As the form sends it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Sent {
    leaves: String,
    home_by: String,
    by: String,
    longest: String,
}

impl Sent {
    /// `None` where the page was not asked by the form.
    fn of(query: &BTreeMap<String, String>) -> Option<Sent> {
        let field = |name: &str| query.get(name).cloned().unwrap_or_default();
        query.contains_key("leaves").then(|| Sent {
            leaves: field("leaves"),
            home_by: field("home_by"),
            by: field("by"),
            longest: field("longest"),
        })
    }

    fn read(&self) -> Option<WhatIf> {
        WhatIf::read(&self.leaves, &self.home_by, &self.by, &self.longest)
    }
}

/// What was supposed, and what could come of it.
#[derive(Clone, Debug)]
struct Thought {
    sent: Sent,
    possible: Possible,
}

/// Thinks over what the form has sent.
async fn think(app: &App, caller: &Caller, candidate: &Candidate, sent: Option<Sent>) -> Result<Option<Thought>, Error> {
    let Some(sent) = sent else { return Ok(None) };
    let possible = possible(app, caller, candidate.id).await?;
    Ok(Some(Thought { sent, possible }))
}

/// The part of the page. `page` is its address, and `query` what else it was asked for.
fn part(
    reader: &Reader,
    who: Who,
    candidate: &Candidate,
    thought: Option<&Thought>,
    page: &str,
    query: &BTreeMap<String, String>,
) -> Markup {
    if candidate.status == Status::Pause {
        return html! {};
    }
    let sent = thought.map(|thought| thought.sent.clone()).unwrap_or_default();
    html! {
        section.what-if #what-if aria-labelledby="what-if-head" {
            div.head {
                h2 #what-if-head {
                    @match who {
                        Who::Own => (reader.say("what-if")),
                        Who::Consultant => (reader.say_with("what-if-they", &[("name", &candidate.first_name)])),
                    }
                }
            }
            details data-what-if open[thought.is_some()] {
                summary { (reader.say("what-if-try")) }
                p.fine.faint { (reader.say("what-if-thought")) }
                form method="get" action={ (page) "#what-if" } data-places=(reader.link(&places_address(who, candidate))) {
                    input type="hidden" name="lang" value=(reader.choice.tag);
                    @for (name, value) in query.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str())) { input type="hidden" name=(name) value=(value); }
                    (times(reader, "leaves", &reader.say("what-if-leaves"), LEAVES, &sent.leaves))
                    (times(reader, "home_by", &reader.say("what-if-home"), HOME_BY, &sent.home_by))
                    (ways(reader, candidate, &sent))
                    button.answer.act type="submit" { (reader.say("what-if-see")) }
                }
                (answer(reader, who, thought))
                p.fine.faint { (so(reader, who, candidate)) }
            }
            script type="module" src=(SCRIPT) {}
        }
    }
}

fn places_address(who: Who, candidate: &Candidate) -> String {
    match who {
        Who::Own => routes::OWN.to_owned(),
        Who::Consultant => format!("/desk/people/{}/what-if", candidate.id),
    }
}

fn times(reader: &Reader, field: &str, label: &str, (first, last): (u8, u8), chosen: &str) -> Markup {
    let mut times: Vec<u8> = (first..=last).step_by(2).collect();
    if let Ok(other) = chosen.parse()
        && !times.contains(&other)
    {
        times.push(other);
    }
    let options = times.into_iter().map(|at| (at.to_string(), clock(reader, Quarter(at))));
    select(field, label, &reader.say("what-if-as-now"), options, chosen)
}

/// "9.00", at any time of the day.
fn clock(reader: &Reader, at: Quarter) -> String {
    let (hour, minute) = (at.0 / 4, u16::from(at.0 % 4) * 15);
    reader.say_with(
        "page-time",
        &[("hour", &hour.to_string()), ("minute", &format!("{minute:02}"))],
    )
}

/// Another means of travel than they have, and another longest way.
fn ways(reader: &Reader, candidate: &Candidate, sent: &Sent) -> Markup {
    let travel = &candidate.travel;
    let others: Vec<Mode> = (EnumSet::<Mode>::all() - travel.by).iter().collect();
    let others = others.into_iter().map(|by| (name(by).to_owned(), by_means(reader, by)));
    let minutes = |minutes: u16| reader.say_with("what-if-minutes", &[("minutes", &minutes.to_string())]);
    let longest = WAYS.into_iter().filter(|way| *way != travel.longest);
    let longest = longest.map(|way| (way.to_string(), minutes(way)));
    let now = reader.say_with("what-if-as-now-minutes", &[("minutes", &travel.longest.to_string())]);
    html! {
        @if travel.by != EnumSet::all() {
            (select("by", &reader.say("what-if-by"), &reader.say("what-if-as-now"), others, &sent.by))
        }
        (select("longest", &reader.say("what-if-longest"), &now, longest, &sent.longest))
    }
}

fn select(field: &str, label: &str, now: &str, options: impl Iterator<Item = (String, String)>, chosen: &str) -> Markup {
    let id = format!("what-if-{field}");
    html! {
        div.field {
            label for=(id) { (label) }
            select id=(id) name=(field) autocomplete="off" {
                option value="" { (now) }
                @for (value, said) in options { option value=(value) selected[value == chosen] { (said) } }
            }
        }
    }
}

/// How many, as a sentence, and which. The script finds every sentence that it may need beside the one that is said.
fn answer(reader: &Reader, who: Who, thought: Option<&Thought>) -> Markup {
    let what_if = thought.map(|thought| thought.sent.read());
    let [opens, closes] = match (thought, what_if.flatten()) {
        (Some(thought), Some(what_if)) => thought.possible.suppose(&what_if),
        _ => [Vec::new(), Vec::new()],
    };
    let counts = [
        ("what-if-opens", "what-if-then", opens),
        ("what-if-closes", "what-if-not-then", closes),
    ];
    let said = match what_if {
        None => String::new(),
        Some(None) => reader.say("what-if-wrong"),
        Some(Some(what_if)) if what_if == WhatIf::default() => reader.say("what-if-nothing"),
        Some(Some(_)) => {
            // That nothing opens is said, that nothing closes is not.
            let told = counts
                .iter()
                .enumerate()
                .filter(|(at, (.., found))| *at == 0 || !found.is_empty());
            let each = told.map(|(_, (key, _, found))| count(reader, key, found.len()));
            each.collect::<Vec<_>>().join(" ")
        }
    };
    html! {
        div.what-if-answer {
            p role="status" data-nothing=(reader.say("what-if-nothing")) data-wrong=(reader.say("what-if-wrong")) { (said) }
            @for (at, (key, head, found)) in counts.iter().enumerate() {
                div hidden[found.is_empty()] {
                    p.what-if-which { (reader.say(head)) }
                    ul.own-places data-rows-of=(key) data-none=[(at == 0).then(|| count(reader, key, 0))]
                        data-one=(count(reader, key, 1)) data-more=(reader.say_with(key, &[("n", "#")])) {
                        @for offer in found { (row(reader, who, offer)) }
                    }
                }
            }
        }
    }
}

fn count(reader: &Reader, key: &str, found: usize) -> String {
    reader.say_count(key, u32::try_from(found).unwrap_or(u32::MAX))
}

fn row(reader: &Reader, who: Who, offer: &Offer) -> Markup {
    let placement = &offer.placement;
    html! {
        li data-place=(placement.id) {
            @match who {
                Who::Own => (my_work::head(reader, offer)),
                Who::Consultant => {
                    h3 { a href=(reader.link(&format!("/desk/places/{}", placement.id))) { bdi { (offer.workplace.name) } } }
                    p.faint { (facts_line(reader, offer)) }
                    @if !placement.shifts.is_empty() { p.faint { (in_words(reader, &pattern(&placement.shifts, u8::MAX))) } }
                }
            }
        }
    }
}

/// Where one says that it is so.
fn so(reader: &Reader, who: Who, candidate: &Candidate) -> Markup {
    html! {
        (reader.say("what-if-questions")) " " (reader.say("what-if-so")) " "
        @match who {
            Who::Own => {
                a href=(reader.link("/my-work/week")) { (reader.say("what-if-change-week")) }
                " · "
                a href={ (reader.link("/my-work/profile")) "#travel" } { (reader.say("what-if-change-travel")) }
            }
            Who::Consultant => {
                a href=(reader.link(&format!("/desk/people/{}/edit", candidate.id))) { (reader.say("what-if-change-them")) }
            }
        }
    }
}

/// Every place that could open or close, for the script: what it thinks with, and the rows it shows.
fn places(reader: &Reader, who: Who, possible: &Possible) -> String {
    let thought = serde_json::to_string(&(&possible.life, &possible.spots)).unwrap_or_default();
    let rows = html! {
        (DOCTYPE)
        ul data-thought=(thought) { @for offer in &possible.offers { (row(reader, who, offer)) } }
    };
    rows.into_string()
}
