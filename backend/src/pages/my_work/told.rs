//! What a company is told of somebody who has said yes, and nothing else of them (the text of the question says so).

use crate::matching::access::Consultant;
use crate::matching::lists::Offer;
use crate::pages::desk::reasons::{language, level_name, occupation, task_list};
use crate::pages::profile::week_words::in_words;
use crate::pages::reader::{Reader, hours_of, sentences};
use shared::day::Day;
use shared::matching::candidate::Candidate;
use shared::matching::shift::{final_hours, pattern};

/// Each thing that is told: the key of its name, and its words. What is empty is not there.
pub fn told(
    reader: &Reader,
    candidate: &Candidate,
    offer: &Offer,
    contact: Option<&Consultant>,
    today: Day,
) -> Vec<(&'static str, String)> {
    let mut told = vec![
        ("tell-first-name", candidate.first_name.clone()),
        ("tell-wants", wants(reader, candidate)),
        ("tell-can", can(reader, candidate)),
        ("tell-days", days(reader, candidate, offer)),
        ("tell-languages", languages(reader, candidate)),
        ("tell-start", reader.date(starts(candidate, offer, today))),
    ];
    if let Some(contact) = contact {
        told.push(("tell-contact", format!("{}, {}", contact.name, contact.phone)));
    }
    told.retain(|(_, words)| !words.is_empty());
    told
}

fn wants(reader: &Reader, candidate: &Candidate) -> String {
    if !candidate.wish.is_empty() {
        return candidate.wish.clone();
    }
    let wanted: Vec<String> = candidate.wanted.iter().map(|isco| occupation(reader, *isco)).collect();
    wanted.join(", ")
}

fn can(reader: &Reader, candidate: &Candidate) -> String {
    let own = sentences(&candidate.strengths);
    let tasks = task_list(reader, &candidate.can);
    match (own.is_empty(), tasks.is_empty()) {
        (_, true) => own,
        (true, false) => tasks,
        (false, false) => format!("{own} ({tasks})"),
    }
}

/// The hours of this place that they can be there: of the rest of their week the company hears nothing.
fn days(reader: &Reader, candidate: &Candidate, offer: &Offer) -> String {
    let shifts = &offer.placement.shifts;
    if shifts.is_empty() {
        return in_words(reader, &candidate.free);
    }
    let both = pattern(shifts, u8::MAX) & candidate.free;
    let hours = reader.say_with("my-work-hours", &[("hours", &hours_of(final_hours(shifts)))]);
    if both.is_empty() {
        hours
    } else {
        format!("{} · {hours}", in_words(reader, &both))
    }
}

fn languages(reader: &Reader, candidate: &Candidate) -> String {
    let spoken = candidate
        .speaks
        .iter()
        .map(|one| format!("{} ({})", language(reader, one.language), level_name(reader, one.level)));
    spoken.collect::<Vec<_>>().join(", ")
}

fn starts(candidate: &Candidate, offer: &Offer, today: Day) -> Day {
    let begins = offer.placement.begins(today);
    candidate.from.map_or(begins, |from| from.max(begins))
}
