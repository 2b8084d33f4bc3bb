//! The form, part by part: strengths first.

use super::fields::{check, checks, line, lines, meanings, number, part, radios, select, whole_list};
use super::needs::needs;
use super::read::{AGES, LEVELS, STATUSES, Slips};
use super::{Named, Sent, Who, code};
use crate::pages::desk::reasons::{kind, language, level_name, means};
use crate::pages::reader::Reader;
use crate::words::Lang;
use enumset::{EnumSet, EnumSetType};
use maud::{Markup, html};
use shared::matching::occupations::{occupations, tasks};
use shared::matching::place::{Mode, communities, towns};
use shared::matching::words::{Certificate, Kind, Language};
use std::fmt::Debug;

/// A form as it is about to be shown.
#[derive(Clone, Debug)]
pub struct Filled<'a> {
    pub who: Who,
    /// Where it is sent, without the language.
    pub action: &'a str,
    pub sent: &'a Sent,
    /// The revision that is being changed; `None`: somebody new.
    pub seen: Option<i64>,
    pub slips: &'a Slips,
    /// Above the form.
    pub above: Markup,
    /// What the municipality has said, for the candidate to read.
    pub terms: &'a [String],
    pub workplaces: &'a [Named],
}

/// Languages that can be chosen, the most spoken here first.
pub const LANGUAGES: [&str; 20] = [
    "da", "en", "ar", "ku", "ti", "uk", "ru", "pl", "so", "fa", "ps", "tr", "ro", "vi", "th", "bs", "de", "fr", "am", "ur",
];
/// Empty rows beside those that are filled, and the fewest there are: enough for most in one go.
const MORE_ROWS: usize = 2;
const LANGUAGE_ROWS: usize = 6;
const WAYS: usize = 3;

pub fn form(reader: &Reader, filled: &Filled<'_>) -> Markup {
    let sent = filled.sent;
    let part = |id: &str, title: &str, about: &str, fields: &Markup| {
        part(
            id,
            &reader.say(title),
            &if about.is_empty() { String::new() } else { reader.say(about) },
            fields,
        )
    };
    html! {
        (filled.above)
        (slips(reader, filled.slips))
        form.profile method="post" action=(reader.link(filled.action)) {
            @if let Some(seen) = filled.seen { input type="hidden" name="seen" value=(seen); }
            (part("words", "profile-words", "", &words(reader, sent)))
            (part("work", "profile-work", "profile-work-about", &work(reader, filled)))
            (part("languages", "profile-languages", "", &languages(reader, sent)))
            (part("travel", "profile-travel", "", &travel(reader, sent)))
            (part("needs", "profile-needs", "", &needs(reader, sent, filled.who)))
            (part("papers", "profile-papers", "", &checks(sent, "certificate", &reader.say("profile-papers-have"), &named::<Certificate>(reader, "certificate"))))
            (part("hours", "profile-hours", "profile-hours-about", &hours(reader, sent)))
            (part("about", "profile-about", "", &about(reader, sent)))
            (part("looking", "profile-looking", "", &looking(reader, filled)))
            @match filled.who {
                Who::Consultant => (part("terms", "profile-terms", "profile-terms-about", &terms(reader, filled))),
                Who::Own => @if !filled.terms.is_empty() {
                    (part("terms", "profile-terms", "profile-terms-own", &html! { ul.said { @for said in filled.terms { li { (said) } } } }))
                },
            }
            div.save { button.big.main type="submit" { (reader.say("profile-save")) } }
        }
    }
}

fn slips(reader: &Reader, slips: &Slips) -> Markup {
    html! {
        @if *slips != Slips::default() {
            div.trouble role="alert" {
                h2 { (reader.say("profile-not-saved")) }
                p { (reader.say("profile-nothing-lost")) }
                ul {
                    @for slip in &slips.slips { li { a href={ "#" (slip.part) } { (reader.say(slip.key)) } } }
                    @for unknown in &slips.unknown {
                        li { a href={ "#" (unknown.field) } { (reader.say("profile-slip-unknown")) " »" bdi { (unknown.line) } "«" } }
                    }
                }
            }
        }
    }
}

fn words(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        (lines(sent, "strengths", &reader.say("profile-strengths"), &reader.say("profile-strengths-hint"), 5))
        (lines(sent, "wish", &reader.say("profile-wish"), &reader.say("profile-wish-hint"), 3))
    }
}

fn work(reader: &Reader, filled: &Filled<'_>) -> Markup {
    let (sent, unknown) = (filled.sent, &filled.slips.unknown);
    let in_words = |da: &'static str, en: &'static str| match reader.lang() {
        Lang::Da => da,
        Lang::En => en,
    };
    let all_work: Vec<&str> = occupations().iter().map(|one| in_words(one.da, one.en)).collect();
    let all_tasks: Vec<&str> = tasks().iter().map(|one| in_words(one.da, one.en)).collect();
    let places: Vec<&str> = filled.workplaces.iter().map(|named| named.name.as_str()).collect();
    html! {
        (lines(sent, "wanted", &reader.say("profile-wanted"), &reader.say("profile-wanted-hint"), 3))
        (meanings(reader, sent, "wanted", unknown))
        (whole_list(reader, &all_work))
        (lines(sent, "can", &reader.say("profile-tasks-can"), &reader.say("profile-a-line-each"), 4))
        (meanings(reader, sent, "can", unknown))
        (lines(sent, "learn", &reader.say("profile-tasks-learn"), &reader.say("profile-a-line-each"), 2))
        (meanings(reader, sent, "learn", unknown))
        (whole_list(reader, &all_tasks))
        (lines(sent, "knows", &reader.say("profile-knows"), &reader.say("profile-knows-hint"), 2))
        (meanings(reader, sent, "knows", unknown))
        @if !places.is_empty() { (whole_list(reader, &places)) }
    }
}

fn languages(reader: &Reader, sent: &Sent) -> Markup {
    let none = (String::new(), reader.say("profile-choose"));
    let named = |code: &&str| Some((code.to_string(), language(reader, Language::new(code).ok()?)));
    let all: Vec<(String, String)> = std::iter::once(none).chain(LANGUAGES.iter().filter_map(named)).collect();
    let levels: Vec<(String, String)> = LEVELS
        .into_iter()
        .map(|level| (code(level), level_name(reader, level)))
        .collect();
    let mut rows: Vec<(&str, &str)> = sent
        .all("language")
        .zip(sent.all("level"))
        .filter(|(language, _)| !language.is_empty())
        .collect();
    rows.resize((rows.len() + MORE_ROWS).max(LANGUAGE_ROWS), ("", "A2"));
    html! {
        @for (index, (language, level)) in rows.into_iter().enumerate() {
            @let n = (index + 1).to_string();
            div.row-of {
                (select("language", &reader.say_with("profile-language-n", &[("number", &n)]), language, &all))
                (select("level", &reader.say_with("profile-level-n", &[("number", &n)]), level, &levels))
            }
        }
    }
}

fn travel(reader: &Reader, sent: &Sent) -> Markup {
    let sites = || {
        communities()
            .iter()
            .chain(towns())
            .map(|site| (site.community.clone(), site.community.clone()))
    };
    let none = || std::iter::once((String::new(), reader.say("profile-choose")));
    let homes: Vec<(String, String)> = none().chain(sites()).collect();
    let modes: Vec<(String, String)> = EnumSet::<Mode>::all()
        .iter()
        .map(|mode| (code(mode), means(reader, mode)))
        .collect();
    let early = [
        (String::new(), reader.say("profile-told-day")),
        ("yes".to_owned(), reader.say("profile-told-early")),
        ("no".to_owned(), reader.say("profile-told-never-early")),
    ];
    let rows = sent
        .all("told_to")
        .zip(sent.all("told_by"))
        .zip(sent.all("told_minutes"))
        .zip(sent.all("told_early"));
    let mut rows: Vec<_> = rows
        .filter(|(((to, _), minutes), _)| !to.is_empty() || !minutes.is_empty())
        .collect();
    rows.resize((rows.len() + 1).max(WAYS), ((("", "Bus"), ""), ""));
    html! {
        div.field { label { (reader.say("profile-home")) " " (select("home", &reader.say("profile-home"), sent.get("home"), &homes)) } }
        (checks(sent, "by", &reader.say("profile-by"), &modes))
        (number(sent, "longest", &reader.say("profile-longest"), 300, "1"))
        fieldset.told {
            legend { (reader.say("profile-told")) }
            p.hint { (reader.say("profile-told-hint")) }
            @for (index, (((to, by), minutes), is_early)) in rows.into_iter().enumerate() {
                @let named = |key: &str| format!("{} {}", reader.say(key), index + 1);
                div.row-of {
                    (select("told_to", &named("profile-told-to"), to, &homes))
                    (select("told_by", &named("profile-told-by"), by, &modes))
                    input type="number" name="told_minutes" value=(minutes) min="1" max="600" inputmode="numeric"
                        placeholder=(reader.say("profile-minutes")) aria-label=(named("profile-minutes"));
                    (select("told_early", &named("profile-told-when"), is_early, &early))
                }
            }
        }
    }
}

fn hours(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        div.beside {
            @for (name, key) in [("paid", "profile-paid"), ("placement", "profile-placement"), ("bound", "profile-bound"), ("hoped", "profile-hoped")] {
                (number(sent, name, &reader.say(key), 168, "0.25"))
            }
        }
    }
}

fn about(reader: &Reader, sent: &Sent) -> Markup {
    let ages: Vec<(String, String)> = AGES
        .into_iter()
        .map(|age| (code(age), reader.say_with("profile-age", &[("case", &code(age))])))
        .collect();
    html! {
        (line(sent, "first_name", "text", &reader.say("profile-first-name"), ""))
        (radios(sent, "age", &reader.say("profile-how-old"), &ages))
    }
}

fn looking(reader: &Reader, filled: &Filled<'_>) -> Markup {
    let sent = filled.sent;
    let statuses: Vec<(String, String)> = STATUSES
        .into_iter()
        .map(|status| (code(status), reader.say_with("profile-status", &[("case", &code(status))])))
        .collect();
    html! {
        (radios(sent, "status", &reader.say("profile-looking-now"), &statuses))
        (line(sent, "from", "date", &reader.say("profile-from"), ""))
        (check(sent, "day_jobs", &reader.say("profile-day-jobs")))
        @if filled.who == Who::Consultant {
            (line(sent, "waiting_since", "date", &reader.say("profile-waiting-since"), ""))
            h3 id="week" tabindex="-1" { (reader.say("profile-week")) }
            (lines(sent, "week", &reader.say("profile-week-when"), &reader.say("profile-week-hint"), 2))
        }
    }
}

/// Consequences, and never a benefit.
fn terms(reader: &Reader, filled: &Filled<'_>) -> Markup {
    let sent = filled.sent;
    let kinds: Vec<(String, String)> = EnumSet::<Kind>::all()
        .iter()
        .map(|one| (code(one), kind(reader, one)))
        .collect();
    html! {
        (checks(sent, "kind", &reader.say("profile-kinds"), &kinds))
        p.hint { (reader.say("profile-kinds-hint")) }
        div.beside {
            (number(sent, "placement_weeks", &reader.say("profile-placement-weeks"), 104, "1"))
            (number(sent, "subsidy_weeks", &reader.say("profile-subsidy-weeks"), 104, "1"))
        }
        p.hint { (reader.say("profile-weeks-hint")) }
        (lines(sent, "excluded", &reader.say("profile-excluded"), &reader.say("profile-a-line-each"), 2))
        (meanings(reader, sent, "excluded", &filled.slips.unknown))
        (check(sent, "outside_ratio", &reader.say("profile-outside-ratio")))
    }
}

/// All of a closed list by their names under `key`.
fn named<T: EnumSetType + Debug>(reader: &Reader, key: &str) -> Vec<(String, String)> {
    let all = EnumSet::<T>::all();
    all.iter()
        .map(|one| (code(one), reader.say_with(key, &[("case", &code(one))])))
        .collect()
}
