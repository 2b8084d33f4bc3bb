//! The forms of a company's page: a talk, the company itself, and a workplace with the figures of the ratio rule.

use super::one::CompanyView;
use super::{ADDRESS, Draft, call_key};
use crate::matching::book::Call;
use crate::pages::profile::Sent;
use crate::pages::profile::fields::{check, line, lines, select};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::matching::place::{communities, towns};
use shared::matching::placement::{Company, Workplace};

const CALLS: [Call; 3] = [Call::Welcome, Call::AsNoted, Call::DoNotCall];
/// Empty rows for supported people beside those that are there.
const MORE_ROWS: usize = 1;

/// A form that is folded away until it is wanted, or comes back with what to do.
fn folded(
    reader: &Reader,
    view: &CompanyView,
    name: &str,
    title: &Markup,
    draft: Option<&Draft>,
    fields: &Markup,
    below: &Markup,
) -> Markup {
    html! {
        details.form id={ "form-" (name) } open[draft.is_some() || name == "contact"] {
            summary { (title) }
            form.desk-form method="post" action=(reader.link(&format!("{ADDRESS}/{}", view.company.id))) {
                @if let Some(draft) = draft { (draft.trouble) }
                (fields)
                button.act.main type="submit" { (reader.say("desk-save")) }
            }
            (below)
        }
    }
}

/// Takes a workplace away, or the company where none is named. It can be taken back, so nobody is asked twice.
fn remove(reader: &Reader, view: &CompanyView, workplace: Option<&Workplace>, seen: i64) -> Markup {
    let key = match workplace {
        Some(_) => "companies-remove-workplace",
        None => "companies-remove",
    };
    html! {
        form method="post" action=(reader.link(&format!("{ADDRESS}/{}", view.company.id))) {
            @if let Some(workplace) = workplace { input type="hidden" name="workplace" value=(workplace.id); }
            input type="hidden" name="seen" value=(seen);
            button.act type="submit" name="do" value="remove" { (reader.say(key)) (unseen(workplace)) }
        }
    }
}

/// Of several workplaces, which: read aloud, since its name stands above.
fn unseen(workplace: Option<&Workplace>) -> Markup {
    html! { @if let Some(workplace) = workplace { span.unseen { " " (workplace.name) } } }
}

/// Sentences that say what to do.
pub fn trouble(reader: &Reader, slips: &[String]) -> Markup {
    html! {
        div.trouble role="alert" {
            b { (reader.say("desk-not-saved")) }
            ul { @for slip in slips { li dir="auto" { (slip) } } }
        }
    }
}

/// A talk stands open: it is what one comes here for.
pub fn contact_form(reader: &Reader, view: &CompanyView) -> Markup {
    let draft = view.draft.of("contact");
    let mut fresh = Sent::default();
    if let Some((newest, _)) = view.contacts.first() {
        fresh.put("with", &newest.entry.with);
        fresh.put("phone", &newest.entry.phone);
        fresh.put("call", format!("{:?}", newest.entry.call));
    }
    let sent = draft.map_or(&fresh, |draft| &draft.sent);
    folded(
        reader,
        view,
        "contact",
        &html! { (reader.say("companies-write-talk")) },
        draft,
        &html! {
            input type="hidden" name="do" value="contact";
            (talk_fields(reader, sent))
        },
        &html! {},
    )
}

pub fn talk_fields(reader: &Reader, sent: &Sent) -> Markup {
    let calls: Vec<(String, String)> = CALLS
        .into_iter()
        .map(|call| (format!("{call:?}"), reader.say(call_key(call))))
        .collect();
    let chosen = match sent.get("call") {
        "" => "Welcome",
        chosen => chosen,
    };
    html! {
        div.columns {
            (line(sent, "with", "text", &reader.say("companies-with"), ""))
            (line(sent, "phone", "tel", &reader.say("companies-phone"), ""))
        }
        (lines(sent, "note", &reader.say("companies-note"), &reader.say("companies-note-hint"), 3))
        div.columns {
            (line(sent, "promised", "text", &reader.say("companies-what-promised"), ""))
            (line(sent, "promised_by", "date", &reader.say("companies-when-promised"), ""))
        }
        div.field { span { (reader.say("companies-call")) } (select("call", &reader.say("companies-call"), chosen, &calls)) }
    }
}

pub fn company_form(reader: &Reader, view: &CompanyView) -> Markup {
    let draft = view.draft.of("company");
    let stored = of_company(&view.company);
    let sent = draft.map_or(&stored, |draft| &draft.sent);
    folded(
        reader,
        view,
        "company",
        &html! { (reader.say("companies-edit")) },
        draft,
        &html! {
            input type="hidden" name="do" value="company";
            input type="hidden" name="seen" value=(seen(draft, view.revision));
            (company_fields(reader, sent))
        },
        &remove(reader, view, None, view.revision),
    )
}

/// The revision that the form is saved over: where it comes back, what its reader had seen.
fn seen(draft: Option<&Draft>, stored: i64) -> String {
    draft.map_or_else(|| stored.to_string(), |draft| draft.sent.get("seen").to_owned())
}

pub fn company_fields(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        div.columns {
            (line(sent, "company", "text", &reader.say("companies-name"), ""))
            (line(sent, "cvr", "text", &reader.say("companies-cvr"), &reader.say("companies-cvr-hint")))
        }
        (check(sent, "public", &reader.say("companies-is-public")))
    }
}

fn of_company(company: &Company) -> Sent {
    let mut sent = Sent::default();
    sent.put("company", &company.name);
    sent.put("cvr", company.cvr.map(|cvr| cvr.to_string()).unwrap_or_default());
    sent.put("public", if company.public { "yes" } else { "" });
    sent
}

/// `None`: a new one.
pub fn workplace_form(reader: &Reader, view: &CompanyView, workplace: Option<(&Workplace, i64)>) -> Markup {
    let name = workplace.map_or_else(
        || "workplace-new".to_owned(),
        |(workplace, _)| format!("workplace-{}", workplace.id),
    );
    let title = if workplace.is_some() {
        "companies-edit-workplace"
    } else {
        "companies-new-workplace"
    };
    let draft = view.draft.of(&name);
    let stored = workplace.map(|(workplace, _)| of_workplace(workplace)).unwrap_or_default();
    let sent = draft.map_or(&stored, |draft| &draft.sent);
    folded(
        reader,
        view,
        &name,
        &html! { (reader.say(title)) (unseen(workplace.map(|(workplace, _)| workplace))) },
        draft,
        &html! {
            input type="hidden" name="do" value="workplace";
            @if let Some((workplace, revision)) = workplace {
                input type="hidden" name="workplace" value=(workplace.id);
                input type="hidden" name="seen" value=(seen(draft, revision));
            }
            // The ids of the fields must be of this form alone.
            (workplace_fields(reader, sent, &name))
        },
        &html! { @if let Some((workplace, revision)) = workplace { (remove(reader, view, Some(workplace), revision)) } },
    )
}

pub fn workplace_fields(reader: &Reader, sent: &Sent, form: &str) -> Markup {
    let sites: Vec<(String, String)> = communities()
        .iter()
        .chain(towns())
        .map(|site| (site.community.clone(), site.community.clone()))
        .collect();
    let supported = sent.all("supported_until").filter(|until| !until.is_empty()).count() + MORE_ROWS;
    let field = |name: &str, key: &str, kind: &str| {
        let id = format!("{form}-{name}");
        html! {
            div.field {
                label for=(id) { (reader.say(key)) }
                input id=(id) name=(name) type=(kind) value=(sent.get(name)) maxlength="120" autocomplete="off" dir="auto";
            }
        }
    };
    let number = |name: &str, n: usize, label: &str, kind: &str, value: &str| {
        html! { input type=(kind) name=(name) value=(value) maxlength="20" autocomplete="off" inputmode=[(kind == "text").then_some("decimal")] aria-label={ (label) " " (n + 1) }; }
    };
    html! {
        div.columns {
            (field("name", "companies-workplace-name", "text"))
            div.field { span { (reader.say("companies-community")) } (select("community", &reader.say("companies-community"), sent.get("community"), &sites)) }
        }
        (field("p_number", "companies-p-number", "text"))
        fieldset.choice {
            legend { (reader.say("companies-staff")) }
            p.hint { (reader.say("companies-staff-hint")) }
            div.row-of {
                @for n in 0..4 { (number("staff", n, &reader.say("companies-staff-month"), "text", sent.all("staff").nth(n).unwrap_or_default())) }
            }
        }
        fieldset.choice {
            legend { (reader.say("companies-supported-now")) }
            p.hint { (reader.say("companies-supported-hint")) }
            @for n in 0..supported {
                div.row-of {
                    (number("supported_hours", n, &reader.say("companies-supported-hours"), "text", sent.all("supported_hours").nth(n).unwrap_or_default()))
                    (number("supported_until", n, &reader.say("companies-supported-until"), "date", sent.all("supported_until").nth(n).unwrap_or_default()))
                }
            }
        }
    }
}

fn of_workplace(workplace: &Workplace) -> Sent {
    let mut sent = Sent::default();
    sent.put("name", &workplace.name);
    sent.put("community", &workplace.site.community);
    sent.put(
        "p_number",
        workplace.p_number.map(|number| number.to_string()).unwrap_or_default(),
    );
    for month in workplace.staff.ordinary.into_iter().flatten() {
        sent.put("staff", format!("{},{:02}", month / 100, month % 100));
    }
    for one in &workplace.staff.supported {
        sent.put("supported_hours", hours_of(one.hours));
        sent.put("supported_until", one.until.to_string());
    }
    sent
}
