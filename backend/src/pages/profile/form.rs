//! The form, part by part: strengths first.

use super::fields::{Fields, part, whole_list};
use super::needs::needs;
use super::read::{AGES, LEVELS, STATUSES, ways};
use super::{Named, Sent, Slips, Who, code};
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
    pub slips: Slips,
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
    let fields = &Fields {
        reader,
        sent: filled.sent,
        slips: &filled.slips,
        form: "",
    };
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
        (filled.slips.draw(reader, ""))
        form.profile method="post" action=(reader.link(filled.action)) {
            @if let Some(seen) = filled.seen { input type="hidden" name="seen" value=(seen); }
            (part("words", "profile-words", "", &words(fields)))
            (part("work", "profile-work", "profile-work-about", &work(fields, filled.workplaces)))
            (part("languages", "profile-languages", "", &languages(fields)))
            (part("travel", "profile-travel", "", &travel(fields)))
            (part("needs", "profile-needs", "", &needs(fields, filled.who)))
            (part("papers", "profile-papers", "", &fields.checks("certificate", "profile-papers-have", &named::<Certificate>(reader, "certificate"))))
            (part("hours", "profile-hours", "profile-hours-about", &hours(fields)))
            (part("about", "profile-about", "", &about(fields)))
            (part("looking", "profile-looking", "", &looking(fields, filled.who)))
            @match filled.who {
                Who::Consultant => (part("terms", "profile-terms", "profile-terms-about", &terms(fields))),
                Who::Own => @if !filled.terms.is_empty() {
                    (part("terms", "profile-terms", "profile-terms-own", &html! { ul.said { @for said in filled.terms { li { (said) } } } }))
                },
            }
            div.save { button.big.main type="submit" { (reader.say("profile-save")) } }
        }
    }
}

fn words(fields: &Fields<'_>) -> Markup {
    html! {
        (fields.lines("strengths", "profile-strengths", "profile-strengths-hint", 5))
        (fields.lines("wish", "profile-wish", "profile-wish-hint", 3))
    }
}

fn work(fields: &Fields<'_>, workplaces: &[Named]) -> Markup {
    let reader = fields.reader;
    let in_words = |da: &'static str, en: &'static str| match reader.lang() {
        Lang::Da => da,
        Lang::En => en,
    };
    let all_work: Vec<&str> = occupations().iter().map(|one| in_words(one.da, one.en)).collect();
    let all_tasks: Vec<&str> = tasks().iter().map(|one| in_words(one.da, one.en)).collect();
    let places: Vec<&str> = workplaces.iter().map(|named| named.name.as_str()).collect();
    html! {
        (fields.lines("wanted", "profile-wanted", "profile-wanted-hint", 3))
        (fields.meanings("wanted"))
        (whole_list(reader, &all_work))
        (fields.lines("can", "profile-tasks-can", "profile-a-line-each", 4))
        (fields.meanings("can"))
        (fields.lines("learn", "profile-tasks-learn", "profile-a-line-each", 2))
        (fields.meanings("learn"))
        (whole_list(reader, &all_tasks))
        (fields.lines("knows", "profile-knows", "profile-knows-hint", 2))
        (fields.meanings("knows"))
        @if !places.is_empty() { (whole_list(reader, &places)) }
    }
}

fn languages(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    let none = (String::new(), reader.say("profile-choose"));
    let named = |code: &&str| Some((code.to_string(), language(reader, Language::new(code).ok()?)));
    let all: Vec<(String, String)> = std::iter::once(none).chain(LANGUAGES.iter().filter_map(named)).collect();
    let levels: Vec<(String, String)> = LEVELS
        .into_iter()
        .map(|level| (code(level), level_name(reader, level)))
        .collect();
    let mut rows = fields.sent.languages("language", "level");
    rows.resize((rows.len() + MORE_ROWS).max(LANGUAGE_ROWS), ("", "A2"));
    html! {
        @for (index, (language, level)) in rows.into_iter().enumerate() {
            @let n = (index + 1).to_string();
            div.row-of {
                (fields.messages(&["language"], index))
                (fields.in_row("language", index, &reader.say_with("profile-language-n", &[("number", &n)]), language, &all))
                (fields.in_row("level", index, &reader.say_with("profile-level-n", &[("number", &n)]), level, &levels))
            }
        }
    }
}

fn travel(fields: &Fields<'_>) -> Markup {
    let (reader, sent) = (fields.reader, fields.sent);
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
    let mut rows = ways(sent);
    rows.resize((rows.len() + 1).max(WAYS), ["", "Bus", "", ""]);
    html! {
        (fields.choice("home", "profile-home", sent.get("home"), &homes))
        (fields.checks("by", "profile-by", &modes))
        (fields.number("longest", "profile-longest", 300, "1"))
        fieldset.told {
            legend { (reader.say("profile-told")) }
            p.hint { (reader.say("profile-told-hint")) }
            @for (index, [to, by, minutes, is_early]) in rows.into_iter().enumerate() {
                @let named = |key: &str| format!("{} {}", reader.say(key), index + 1);
                @let field = fields.at("told_minutes", Some(index));
                div.row-of {
                    (fields.messages(&["told_to", "told_by", "told_minutes"], index))
                    (fields.in_row("told_to", index, &named("profile-told-to"), to, &homes))
                    (fields.in_row("told_by", index, &named("profile-told-by"), by, &modes))
                    input id=(field.id) type="number" name="told_minutes" value=(minutes) min="1" max="600" inputmode="numeric"
                        placeholder=(reader.say("profile-minutes")) aria-label=(named("profile-minutes"))
                        aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")];
                    (fields.in_row("told_early", index, &named("profile-told-when"), is_early, &early))
                }
            }
        }
    }
}

fn hours(fields: &Fields<'_>) -> Markup {
    html! {
        div.beside {
            @for (name, key) in [("paid", "profile-paid"), ("placement", "profile-placement"), ("bound", "profile-bound"), ("hoped", "profile-hoped")] {
                (fields.number(name, key, 168, "0.25"))
            }
        }
    }
}

fn about(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    let ages: Vec<(String, String)> = AGES
        .into_iter()
        .map(|age| (code(age), reader.say_with("profile-age", &[("case", &code(age))])))
        .collect();
    html! {
        (fields.line("first_name", "text", "profile-first-name", ""))
        (fields.radios("age", "profile-how-old", &ages))
    }
}

fn looking(fields: &Fields<'_>, who: Who) -> Markup {
    let reader = fields.reader;
    let statuses: Vec<(String, String)> = STATUSES
        .into_iter()
        .map(|status| (code(status), reader.say_with("profile-status", &[("case", &code(status))])))
        .collect();
    html! {
        (fields.radios("status", "profile-looking-now", &statuses))
        (fields.line("from", "date", "profile-from", ""))
        (fields.check("day_jobs", "profile-day-jobs"))
        @if who == Who::Consultant {
            (fields.line("waiting_since", "date", "profile-waiting-since", ""))
            h3 { (reader.say("profile-week")) }
            (fields.lines("week", "profile-week-when", "profile-week-hint", 2))
        }
    }
}

/// Consequences, and never a benefit.
fn terms(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    let kinds: Vec<(String, String)> = EnumSet::<Kind>::all()
        .iter()
        .map(|one| (code(one), kind(reader, one)))
        .collect();
    html! {
        (fields.checks("kind", "profile-kinds", &kinds))
        p.hint { (reader.say("profile-kinds-hint")) }
        div.beside {
            (fields.number("placement_weeks", "profile-placement-weeks", 104, "1"))
            (fields.number("subsidy_weeks", "profile-subsidy-weeks", 104, "1"))
        }
        p.hint { (reader.say("profile-weeks-hint")) }
        (fields.lines("excluded", "profile-excluded", "profile-a-line-each", 2))
        (fields.meanings("excluded"))
        (fields.check("outside_ratio", "profile-outside-ratio"))
    }
}

/// All of a closed list by their names under `key`.
fn named<T: EnumSetType + Debug>(reader: &Reader, key: &str) -> Vec<(String, String)> {
    let all = EnumSet::<T>::all();
    all.iter()
        .map(|one| (code(one), reader.say_with(key, &[("case", &code(one))])))
        .collect()
}
