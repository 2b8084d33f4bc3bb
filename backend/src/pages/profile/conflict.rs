//! What somebody else has written meanwhile, part by part, so that both can be seen and neither is lost.

use super::week_words::in_words;
use super::{Named, Who, papers, terms_in_words, trouble};
use crate::pages::desk::reasons::{each, language, level_name, means, occupation, task_list};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::matching::candidate::Candidate;

/// A profile in words: for each part of the form its id, what it is called, and what it says.
fn in_parts(reader: &Reader, candidate: &Candidate, workplaces: &[Named], who: Who) -> Vec<(&'static str, String, String)> {
    let wanted: Vec<String> = candidate.wanted.iter().map(|isco| occupation(reader, *isco)).collect();
    let spoken: Vec<String> = candidate
        .speaks
        .iter()
        .map(|one| format!("{} ({})", language(reader, one.language), level_name(reader, one.level)))
        .collect();
    let by: Vec<String> = candidate.travel.by.iter().map(|by| means(reader, by)).collect();
    let told: Vec<String> = candidate
        .travel
        .told
        .iter()
        .map(|one| {
            let when = match one.at_all_hours {
                Some(true) => "profile-told-early",
                Some(false) => "profile-told-never-early",
                None => "profile-told-day",
            };
            let by = means(reader, one.by);
            format!("{} {by}, {}: {}", one.community, reader.say(when), one.minutes)
        })
        .collect();
    let known: Vec<&str> = workplaces
        .iter()
        .filter(|named| candidate.knows.contains(&named.id))
        .map(|named| named.name.as_str())
        .collect();
    let hours = candidate.hours;
    let ladder = [hours.paid, hours.placement, hours.bound, hours.hoped].map(hours_of);
    let lifts = candidate
        .needs
        .lifts
        .map(|kilograms| reader.say_with("person-lifts", &[("kilograms", &kilograms.to_string())]));
    let day = candidate.from.map(|day| reader.date(day)).unwrap_or_default();
    let status = reader.say_with("profile-status", &[("case", &format!("{:?}", candidate.status))]);
    let age = reader.say_with("profile-age", &[("case", &format!("{:?}", candidate.age))]);
    let day_jobs = if candidate.day_jobs {
        reader.say("profile-day-jobs")
    } else {
        String::new()
    };
    let mut parts = vec![
        (
            "words",
            reader.say("profile-words"),
            format!("{} {}", candidate.strengths.join(" "), candidate.wish),
        ),
        (
            "work",
            reader.say("profile-work"),
            [
                wanted.join(", "),
                task_list(reader, &candidate.can),
                task_list(reader, &candidate.wants_to_learn),
                known.join(", "),
            ]
            .join(" · "),
        ),
        ("languages", reader.say("profile-languages"), spoken.join(", ")),
        (
            "travel",
            reader.say("profile-travel"),
            format!(
                "{} · {} · {} · {}",
                candidate.home.community,
                by.join(", "),
                candidate.travel.longest,
                told.join(", ")
            ),
        ),
        (
            "needs",
            reader.say("profile-needs"),
            format!(
                "{}: {} · {}: {} · {}",
                reader.say("profile-can"),
                each(reader, "demand", candidate.needs.can),
                reader.say("profile-cannot"),
                each(reader, "demand", candidate.needs.cannot),
                lifts.unwrap_or_default()
            ),
        ),
        ("papers", reader.say("profile-papers"), papers(reader, candidate)),
        ("hours", reader.say("profile-hours"), ladder.join(" · ")),
        (
            "about",
            reader.say("profile-about"),
            format!("{} · {age}", candidate.first_name),
        ),
        ("looking", reader.say("profile-looking"), [status, day, day_jobs].join(" · ")),
    ];
    if who == Who::Consultant {
        parts.push(("week", reader.say("profile-week"), in_words(reader, &candidate.free)));
        parts.push((
            "terms",
            reader.say("profile-terms"),
            terms_in_words(reader, &candidate.terms, workplaces).join(" "),
        ));
        let since = reader.full_date(candidate.waiting_since);
        parts.push(("terms", reader.say("profile-waiting-since"), since));
    }
    parts
}

/// What is stored now where it differs from what one wrote. The form below still holds one's own.
pub fn conflict(reader: &Reader, mine: &Candidate, theirs: &Candidate, workplaces: &[Named], who: Who) -> Markup {
    let theirs = in_parts(reader, theirs, workplaces, who);
    let mine = in_parts(reader, mine, workplaces, who);
    let parts = theirs
        .into_iter()
        .zip(mine)
        .filter(|((_, _, theirs), (_, _, mine))| mine != theirs);
    let parts: Vec<Differs> = parts
        .map(|((id, title, theirs), (_, _, mine))| Differs {
            title: html! { a href={ "#" (id) } { (title) } },
            theirs,
            mine,
        })
        .collect();
    both(reader, &parts)
}

/// A part that two have written differently.
#[derive(Clone, Debug)]
pub struct Differs {
    pub title: Markup,
    pub theirs: String,
    pub mine: String,
}

/// Theirs beside one's own, so that neither is lost.
pub fn both(reader: &Reader, parts: &[Differs]) -> Markup {
    let said = |key: &str, words: &str| {
        html! {
            dd {
                b { (reader.say(key)) } " "
                @if words.is_empty() { (reader.say("profile-nothing-said")) } @else { span dir="auto" { (words) } }
            }
        }
    };
    trouble(&html! {
        h2 { (reader.say("profile-conflict")) }
        p { (reader.say("profile-conflict-what")) }
        dl.both {
            @for part in parts {
                dt { (part.title) }
                (said("profile-stands-now", &part.theirs))
                (said("profile-you-wrote", &part.mine))
            }
        }
    })
}
