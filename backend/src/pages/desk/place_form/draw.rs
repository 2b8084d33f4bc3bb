//! The form, part by part.

use super::shifts::MOVES;
use super::{Trouble, View};
use crate::pages::desk::law::line as line_of_law;
use crate::pages::desk::reasons::{self, each, kind, language, level_name};
use crate::pages::desk::signals::heard::new_company;
use crate::pages::profile::fields::{check, checks, line, lines, meanings, number, part, radios, select, whole_list};
use crate::pages::profile::{LANGUAGES, LEVELS, Sent, code};
use crate::pages::reader::Reader;
use crate::words::Lang;
use enumset::{EnumSet, EnumSetType};
use maud::{Markup, html};
use shared::matching::occupations::{occupations, tasks};
use shared::matching::verdict::{Missing, Question, Verdict};
use shared::matching::week::Unread;
use shared::matching::words::{Certificate, Demand, Kind, Language};
use std::fmt::Debug;

/// Empty rows beside those that are filled.
const MORE_SHIFTS: usize = 2;
const MORE_LANGUAGES: usize = 1;

pub fn form(reader: &Reader, view: &View<'_>) -> Markup {
    let sent = view.sent;
    let part = |id: &str, title: &str, about: &str, fields: &Markup| {
        let about = if about.is_empty() { String::new() } else { reader.say(about) };
        part(id, &reader.say(title), &about, fields)
    };
    html! {
        (view.above)
        (trouble(reader, view.trouble))
        form.desk-form.place-form method="post" action=(reader.link(view.action)) {
            @if let Some(seen) = view.seen { input type="hidden" name="seen" value=(seen); }
            @if !sent.get("signal").is_empty() { input type="hidden" name="signal" value=(sent.get("signal")); }
            (part("where", "place-form-where", "", &where_it_is(reader, view)))
            (part("what", "place-form-what", "", &what(reader, view)))
            (part("tasks", "place-form-tasks", "place-form-tasks-about", &html! {
                (lines(sent, "tasks", &reader.say("place-form-tasks-typed"), &reader.say("place-form-tasks-hint"), 4))
                (meanings(reader, sent, "tasks", &view.trouble.slips.unknown))
                (whole_list(reader, &tasks().iter().map(|task| named(reader, task.da, task.en)).collect::<Vec<_>>()))
            }))
            (part("shifts", "place-form-shifts", "place-form-shifts-about", &shifts(reader, sent)))
            @if view.shows_youth() { (part("youth", "place-form-youth", "place-form-youth-about", &youth(reader, view))) }
            (part("dates", "place-form-dates", "", &dates(reader, sent)))
            (part("languages", "place-form-languages", "", &languages(reader, sent)))
            (part("demands", "place-form-demands", "place-form-demands-about", &demands(reader, sent)))
            (part("could", "place-form-could", "place-form-could-about", &could(reader, sent)))
            div.acts.save {
                button.act.main type="submit" name="do" value="save" { (reader.say("desk-save")) }
                button.act type="submit" name="do" value="look" { (reader.say("place-form-look")) }
                @if view.seen.is_some() {
                    button.act type="submit" name="do" value="confirm" { (reader.say("place-form-confirm")) }
                    button.act type="submit" name="do" value="remove" { (reader.say("place-form-remove")) }
                }
            }
        }
    }
}

fn named(reader: &Reader, da: &'static str, en: &'static str) -> &'static str {
    match reader.lang() {
        Lang::Da => da,
        Lang::En => en,
    }
}

fn trouble(reader: &Reader, trouble: &Trouble) -> Markup {
    html! {
        @if !trouble.is_none() {
            div.trouble role="alert" {
                b { (reader.say("desk-not-saved")) }
                ul {
                    @for slip in &trouble.slips.slips { li { a href={ "#" (slip.part) } { (reader.say(slip.key)) } } }
                    @for unknown in &trouble.slips.unknown {
                        li { a href="#tasks" { (reader.say("place-slip-task")) " »" bdi { (unknown.line) } "«" } }
                    }
                    @for (typed, why) in &trouble.unread {
                        li { a href="#shifts" { "»" bdi { (typed) } "«: " (unread(reader, why)) } }
                    }
                }
            }
        }
    }
}

/// Why a text of days and times could not be read, and what to write instead.
pub fn unread(reader: &Reader, why: &Unread) -> String {
    let (case, word) = match why {
        Unread::Nothing => ("nothing", ""),
        Unread::TooLong => ("long", ""),
        Unread::Word(word) => ("word", word.as_str()),
        Unread::Time(word) => ("time", word.as_str()),
        Unread::NoEnd(word) => ("no-end", word.as_str()),
        Unread::Backwards(word) => ("backwards", word.as_str()),
        Unread::NoDay(word) => ("no-day", word.as_str()),
        Unread::NoTime(word) => ("no-time", word.as_str()),
        Unread::WhichWeeks(word) => ("which", word.as_str()),
        Unread::WeeksOfWhat(word) => ("of-what", word.as_str()),
    };
    reader.say_with("place-unread", &[("case", case), ("word", word)])
}

fn where_it_is(reader: &Reader, view: &View<'_>) -> Markup {
    let (chosen, signal) = (view.sent.get("workplace"), view.sent.get("signal"));
    // A workplace that was not chosen: what a company has told is of no other for being the only one in the book.
    let is_open = view.seen.is_none() && !signal.is_empty();
    html! {
        @match view.workplaces {
            [] => p { (reader.say("place-form-no-workplace")) " " a href=(reader.link("/desk/companies/new")) { (reader.say("companies-new")) } },
            [(id, name)] if !is_open || id == chosen => { input type="hidden" name="workplace" value=(id); p { b { bdi { (name) } } } },
            all => div.field { span { (reader.say("place-form-workplace")) } (select("workplace", &reader.say("place-form-workplace"), chosen, &choose(reader, all))) },
        }
        @if is_open && chosen.is_empty() {
            p { (reader.say("place-form-unknown")) " " a href=(reader.link(&new_company(signal))) { (reader.say("signals-make-company")) } }
        }
    }
}

/// One of these, and none of them until somebody has chosen.
fn choose(reader: &Reader, all: &[(String, String)]) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), reader.say("place-form-choose"))];
    choices.extend_from_slice(all);
    choices
}

fn what(reader: &Reader, view: &View<'_>) -> Markup {
    let sent = view.sent;
    let kinds: Vec<(String, String)> = EnumSet::<Kind>::all()
        .iter()
        .map(|one| (code(one), kind(reader, one)))
        .collect();
    // Two lines of the list may share a code: the first stands for both.
    let mut work: Vec<(String, String)> = Vec::new();
    for one in occupations() {
        let isco = one.isco.0.to_string();
        if work.iter().all(|(known, _)| *known != isco) {
            work.push((isco, named(reader, one.da, one.en).to_owned()));
        }
    }
    work.sort_by_key(|(_, name)| name.to_lowercase());
    html! {
        (radios(sent, "kind", &reader.say("place-kind"), &kinds))
        (check(sent, "subsidy_confirmed", &reader.say("place-form-subsidy")))
        p.hint { (reader.say("place-form-subsidy-hint")) }
        div.columns {
            (line(sent, "title", "text", &reader.say("place-form-title"), &reader.say("place-form-title-hint")))
            div.field { span { (reader.say("place-form-occupation")) } (select("occupation", &reader.say("place-form-occupation"), sent.get("occupation"), &choose(reader, &work))) }
            div {
                (number(sent, "seats", &reader.say("place-form-seats"), 99, "1"))
                @if view.seen.is_some() && sent.get("seats") == "0" { p.hint { (reader.say("place-form-seats-none")) } }
            }
        }
    }
}

fn shifts(reader: &Reader, sent: &Sent) -> Markup {
    let filled = sent.all("when").filter(|when| !when.is_empty()).count();
    let rows = sent.all("when").count().max(filled + MORE_SHIFTS);
    let at = |name: &'static str, row: usize| sent.all(name).nth(row).unwrap_or_default();
    let minutes: Vec<(String, String)> = MOVES.iter().map(|n| (n.to_string(), moved(reader, *n))).collect();
    let pauses: Vec<(String, String)> = [0, 15, 30, 45, 60]
        .iter()
        .map(|n| (n.to_string(), moved(reader, *n)))
        .collect();
    let yes_no = [
        (String::new(), reader.say("place-form-needed")),
        ("yes".to_owned(), reader.say("place-form-optional")),
    ];
    let or_nothing = |text: &str| if text.is_empty() { "0".to_owned() } else { text.to_owned() };
    html! {
        @for row in 0..rows {
            fieldset.shift-row {
                legend.unseen { (reader.say_count("place-form-row", row as u32 + 1)) }
                label.wide { (reader.say("place-form-when")) input type="text" name="when" value=(at("when", row)) maxlength="300" autocomplete="off" dir="auto" placeholder=[(row == 0).then(|| reader.say("place-form-when-like"))]; }
                label { (reader.say("place-form-pause")) (select("pause", &reader.say("place-form-pause"), &or_nothing(at("pause", row)), &pauses)) }
                label { (reader.say("place-form-earlier")) (select("earlier", &reader.say("place-form-earlier"), &or_nothing(at("earlier", row)), &minutes)) }
                label { (reader.say("place-form-later")) (select("later", &reader.say("place-form-later"), &or_nothing(at("later", row)), &minutes)) }
                label { (reader.say("place-form-days")) input type="text" name="days" value=(at("days", row)) maxlength="60" autocomplete="off" dir="auto"; }
                label { (reader.say("place-form-shortest")) input type="text" name="shortest" value=(at("shortest", row)) maxlength="8" inputmode="decimal" autocomplete="off"; }
                label { (reader.say("place-form-needed-or-not")) (select("optional", &reader.say("place-form-needed-or-not"), at("optional", row), &yes_no)) }
            }
        }
        (line(sent, "least_hours", "text", &reader.say("place-form-least"), &reader.say("place-form-least-hint")))
    }
}

fn moved(reader: &Reader, minutes: u16) -> String {
    match minutes {
        0 => reader.say("place-form-no-minutes"),
        _ => reader.say_with("week-missing", &[("minutes", &minutes.to_string())]),
    }
}

/// What the rules say, age by age. It is a pre-check.
fn youth(reader: &Reader, view: &View<'_>) -> Markup {
    html! {
        ul.youth {
            @for (age, verdict) in view.youth {
                li {
                    b { (reader.say_with("profile-age", &[("case", &code(age))])) } ": "
                    (youth_verdict(reader, verdict))
                }
            }
        }
    }
}

fn youth_verdict(reader: &Reader, verdict: &Verdict) -> Markup {
    html! {
        @match verdict {
            Verdict::Ok(_) => span.tag.good { (reader.say("place-form-youth-ok")) },
            Verdict::Fail(violation) => {
                span.tag.stop { (reader.say("place-form-youth-breaks")) } " "
                @if let Missing::Youth(rule) = violation.missing { (reasons::youth(reader, rule)) }
                (line_of_law(reader, violation.rule.as_deref()))
            }
            Verdict::Unknown(Question::Shifts) => span.tag.asks { (reader.say("place-no-shifts")) },
            Verdict::Unknown(question) => {
                span.tag.asks { (reasons::question(reader, question)) }
                (line_of_law(reader, question.rule()))
            }
        }
    }
}

fn dates(reader: &Reader, sent: &Sent) -> Markup {
    let afterwards = [
        (String::new(), reader.say("because-pay-not-said")),
        ("perhaps".to_owned(), reader.say("because-pay-perhaps")),
        ("paid".to_owned(), reader.say("place-form-paid")),
    ];
    html! {
        div.columns {
            (line(sent, "start", "date", &reader.say("place-form-start"), ""))
            (line(sent, "end", "date", &reader.say("place-form-end"), &reader.say("place-form-end-hint")))
        }
        (radios(sent, "afterwards", &reader.say("place-form-afterwards"), &afterwards))
        (number(sent, "paid_week", &reader.say("place-form-paid-week"), 104, "1"))
        (check(sent, "mentor", &reader.say("place-form-mentor")))
    }
}

fn languages(reader: &Reader, sent: &Sent) -> Markup {
    let mut all: Vec<(String, String)> = vec![(String::new(), reader.say("place-form-no-language"))];
    all.extend(
        LANGUAGES
            .iter()
            .filter_map(|code| Some(((*code).to_owned(), language(reader, Language::new(code).ok()?)))),
    );
    let levels: Vec<(String, String)> = LEVELS
        .into_iter()
        .map(|level| (code(level), level_name(reader, level)))
        .collect();
    let rows = |key: &str, language: &'static str, level: &'static str| {
        let filled = sent.all(language).filter(|code| !code.is_empty()).count();
        html! {
            fieldset.choice {
                legend { (reader.say(key)) }
                @for row in 0..filled + MORE_LANGUAGES {
                    @let named = |key: &str| format!("{} {}", reader.say(key), row + 1);
                    div.row-of {
                        (select(language, &named("place-form-language"), sent.all(language).nth(row).unwrap_or_default(), &all))
                        (select(level, &named("place-form-level"), sent.all(level).nth(row).unwrap_or("A2"), &levels))
                    }
                }
            }
        }
    };
    let mut colleagues = all[1..].to_vec();
    for more in sent
        .all("colleague")
        .filter(|more| colleagues.iter().all(|(code, _)| code != more))
        .collect::<Vec<_>>()
    {
        colleagues.push((more.to_owned(), more.to_owned()));
    }
    html! {
        div.columns {
            (rows("place-form-must", "must_language", "must_level"))
            (rows("place-form-nice", "nice_language", "nice_level"))
        }
        (checks(sent, "colleague", &reader.say("place-form-colleagues"), &colleagues))
    }
}

/// All of a closed list by their names under `key`.
fn list<T: EnumSetType + Debug>(reader: &Reader, key: &str) -> Vec<(String, String)> {
    EnumSet::<T>::all()
        .iter()
        .map(|one| (code(one), each(reader, key, EnumSet::only(one))))
        .collect()
}

fn demands(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        (checks(sent, "demand", &reader.say("place-form-demand"), &list::<Demand>(reader, "demand")))
        (number(sent, "lifts", &reader.say("place-form-lifts"), 50, "1"))
        (checks(sent, "certificate", &reader.say("place-form-certificates"), &list::<Certificate>(reader, "certificate")))
    }
}

fn could(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        (checks(sent, "spare", &reader.say("place-form-spare"), &list::<Demand>(reader, "demand")))
        div.columns {
            (number(sent, "could_lift", &reader.say("place-form-could-lift"), 50, "1"))
            (line(sent, "start_until", "date", &reader.say("place-form-start-until"), ""))
            (line(sent, "lift_from", "text", &reader.say("place-form-lift-from"), &reader.say("place-form-lift-from-hint")))
        }
        (check(sent, "buddy", &reader.say("place-form-buddy")))
    }
}
