//! The form, part by part.

use super::View;
use super::shifts::{MOVES, ROW};
use crate::pages::desk::law::line as line_of_law;
use crate::pages::desk::reasons::{self, each, kind, language, level_name};
use crate::pages::desk::signals::heard::new_company;
use crate::pages::profile::fields::{Fields, part, select, whole_list};
use crate::pages::profile::{LANGUAGES, LEVELS, code};
use crate::pages::reader::Reader;
use crate::words::Lang;
use enumset::{EnumSet, EnumSetType};
use maud::{Markup, html};
use shared::matching::occupations::{occupations, tasks};
use shared::matching::verdict::{Missing, Question, Verdict};
use shared::matching::words::{Certificate, Demand, Kind, Language};
use std::fmt::Debug;

/// Empty rows beside those that are filled.
const MORE_SHIFTS: usize = 2;
const MORE_LANGUAGES: usize = 1;

pub fn form(reader: &Reader, view: &View<'_>) -> Markup {
    let sent = view.sent;
    let fields = &Fields {
        reader,
        sent,
        slips: view.slips,
        form: "",
    };
    let part = |id: &str, title: &str, about: &str, fields: &Markup| {
        let about = if about.is_empty() { String::new() } else { reader.say(about) };
        part(id, &reader.say(title), &about, fields)
    };
    html! {
        (view.above)
        (view.slips.draw(reader, ""))
        form.desk-form.place-form method="post" action=(reader.link(view.action)) {
            @if let Some(seen) = view.seen { input type="hidden" name="seen" value=(seen); }
            @if !sent.get("signal").is_empty() { input type="hidden" name="signal" value=(sent.get("signal")); }
            (part("where", "place-form-where", "", &where_it_is(fields, view)))
            (part("what", "place-form-what", "", &what(fields, view)))
            (part("cut-out", "place-form-tasks", "place-form-tasks-about", &html! {
                (fields.lines("tasks", "place-form-tasks-typed", "place-form-tasks-hint", 4))
                (fields.meanings("tasks"))
                (whole_list(reader, &tasks().iter().map(|task| named(reader, task.da, task.en)).collect::<Vec<_>>()))
            }))
            (part("shifts", "place-form-shifts", "place-form-shifts-about", &shifts(fields)))
            @if view.shows_youth() { (part("youth", "place-form-youth", "place-form-youth-about", &youth(reader, view))) }
            (part("dates", "place-form-dates", "", &dates(fields)))
            (part("languages", "place-form-languages", "", &languages(fields)))
            (part("demands", "place-form-demands", "place-form-demands-about", &demands(fields)))
            (part("could", "place-form-could", "place-form-could-about", &could(fields)))
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

fn where_it_is(fields: &Fields<'_>, view: &View<'_>) -> Markup {
    let reader = fields.reader;
    let (chosen, signal) = (view.sent.get("workplace"), view.sent.get("signal"));
    // A workplace that was not chosen: what a company has told is of no other for being the only one in the book.
    let is_open = view.seen.is_none() && !signal.is_empty();
    html! {
        @match view.workplaces {
            [] => p id="workplace" tabindex="-1" { (reader.say("place-form-no-workplace")) " " a href=(reader.link("/desk/companies/new")) { (reader.say("companies-new")) } },
            [(id, name)] if !is_open || id == chosen => { input type="hidden" name="workplace" value=(id); p { b { bdi { (name) } } } },
            all => (fields.choice("workplace", "place-form-workplace", chosen, &choose(reader, all))),
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

fn what(fields: &Fields<'_>, view: &View<'_>) -> Markup {
    let (reader, sent) = (fields.reader, fields.sent);
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
        (fields.radios("kind", "place-kind", &kinds))
        (fields.check("subsidy_confirmed", "place-form-subsidy"))
        p.hint { (reader.say("place-form-subsidy-hint")) }
        div.columns {
            (fields.line("title", "text", "place-form-title", "place-form-title-hint"))
            (fields.choice("occupation", "place-form-occupation", sent.get("occupation"), &choose(reader, &work)))
            div {
                (fields.number("seats", "place-form-seats", 99, "1"))
                @if view.seen.is_some() && sent.get("seats") == "0" { p.hint { (reader.say("place-form-seats-none")) } }
            }
        }
    }
}

fn shifts(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    let mut rows = fields.sent.rows(ROW);
    let filled = rows.iter().filter(|[when, ..]| !when.is_empty()).count();
    rows.resize(rows.len().max(filled + MORE_SHIFTS), [""; ROW.len()]);
    let minutes: Vec<(String, String)> = MOVES.iter().map(|n| (n.to_string(), moved(reader, *n))).collect();
    let pauses: Vec<(String, String)> = [0, 15, 30, 45, 60]
        .iter()
        .map(|n| (n.to_string(), moved(reader, *n)))
        .collect();
    let yes_no = [
        (String::new(), reader.say("place-form-needed")),
        ("yes".to_owned(), reader.say("place-form-optional")),
    ];
    let typed = |name: &str, row: usize, label: &str, text: &str, most: u16| {
        let field = fields.at(name, Some(row));
        let like = (row == 0 && name == "when").then(|| reader.say("place-form-when-like"));
        html! {
            label for=(field.id) { (reader.say(label)) }
            (field.message())
            input id=(field.id) type="text" name=(name) value=(text) maxlength=(most) autocomplete="off" dir="auto" placeholder=[like]
                aria-invalid=[field.invalid()] aria-describedby=[field.described_by("")];
        }
    };
    let or_nothing = |text: &str| if text.is_empty() { "0".to_owned() } else { text.to_owned() };
    html! {
        @for (row, [when, pause, earlier, later, days, shortest, optional]) in rows.into_iter().enumerate() {
            fieldset.shift-row {
                legend.unseen { (reader.say_count("place-form-row", row as u32 + 1)) }
                div.cell.wide { (typed("when", row, "place-form-when", when, 300)) }
                label { (reader.say("place-form-pause")) (select("pause", &reader.say("place-form-pause"), &or_nothing(pause), &pauses)) }
                label { (reader.say("place-form-earlier")) (select("earlier", &reader.say("place-form-earlier"), &or_nothing(earlier), &minutes)) }
                label { (reader.say("place-form-later")) (select("later", &reader.say("place-form-later"), &or_nothing(later), &minutes)) }
                div.cell { (typed("days", row, "place-form-days", days, 60)) }
                div.cell { (typed("shortest", row, "place-form-shortest", shortest, 8)) }
                label { (reader.say("place-form-needed-or-not")) (select("optional", &reader.say("place-form-needed-or-not"), optional, &yes_no)) }
            }
        }
        (fields.line("least_hours", "text", "place-form-least", "place-form-least-hint"))
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

fn dates(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    let afterwards = [
        (String::new(), reader.say("because-pay-not-said")),
        ("perhaps".to_owned(), reader.say("because-pay-perhaps")),
        ("paid".to_owned(), reader.say("place-form-paid")),
    ];
    html! {
        div.columns {
            (fields.line("start", "date", "place-form-start", ""))
            (fields.line("end", "date", "place-form-end", "place-form-end-hint"))
        }
        (fields.radios("afterwards", "place-form-afterwards", &afterwards))
        (fields.number("paid_week", "place-form-paid-week", 104, "1"))
        (fields.check("mentor", "place-form-mentor"))
    }
}

fn languages(fields: &Fields<'_>) -> Markup {
    let (reader, sent) = (fields.reader, fields.sent);
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
        let mut rows = sent.languages(language, level);
        rows.resize(rows.len() + MORE_LANGUAGES, ("", "A2"));
        html! {
            fieldset.choice {
                legend { (reader.say(key)) }
                @for (row, (spoken, how_well)) in rows.into_iter().enumerate() {
                    @let named = |key: &str| format!("{} {}", reader.say(key), row + 1);
                    div.row-of {
                        (fields.messages(&[language], row))
                        (fields.in_row(language, row, &named("place-form-language"), spoken, &all))
                        (fields.in_row(level, row, &named("place-form-level"), how_well, &levels))
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
        (fields.checks("colleague", "place-form-colleagues", &colleagues))
    }
}

/// All of a closed list by their names under `key`.
fn list<T: EnumSetType + Debug>(reader: &Reader, key: &str) -> Vec<(String, String)> {
    EnumSet::<T>::all()
        .iter()
        .map(|one| (code(one), each(reader, key, EnumSet::only(one))))
        .collect()
}

fn demands(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    html! {
        (fields.checks("demand", "place-form-demand", &list::<Demand>(reader, "demand")))
        (fields.number("lifts", "place-form-lifts", 50, "1"))
        (fields.checks("certificate", "place-form-certificates", &list::<Certificate>(reader, "certificate")))
    }
}

fn could(fields: &Fields<'_>) -> Markup {
    let reader = fields.reader;
    html! {
        (fields.checks("spare", "place-form-spare", &list::<Demand>(reader, "demand")))
        div.columns {
            (fields.number("could_lift", "place-form-could-lift", 50, "1"))
            (fields.line("start_until", "date", "place-form-start-until", ""))
            (fields.line("lift_from", "text", "place-form-lift-from", "place-form-lift-from-hint"))
        }
        (fields.check("buddy", "place-form-buddy"))
    }
}
