//! The forms of a company's page: a talk, the company itself, and a workplace with the figures of the ratio rule.

use super::one::CompanyView;
use super::read::supported_rows;
use super::{ADDRESS, call_key};
use crate::matching::book::Call;
use crate::pages::profile::fields::Fields;
use crate::pages::profile::{Sent, Slips};
use crate::pages::reader::{Reader, hours_of};
use maud::{Markup, html};
use shared::matching::place::{communities, towns};
use shared::matching::placement::{Company, Workplace};

const CALLS: [Call; 3] = [Call::Welcome, Call::AsNoted, Call::DoNotCall];
/// Empty rows for supported people beside those that are there.
const MORE_ROWS: usize = 1;
/// Months that the ratio rule counts.
const MONTHS: usize = 4;

/// A form that is folded away until it is wanted, or comes back as it was filled in and with what to do. `stored` stands
/// in it otherwise.
fn folded(
    reader: &Reader,
    view: &CompanyView,
    name: &str,
    title: &Markup,
    stored: &Sent,
    fields: impl Fn(&Fields<'_>) -> Markup,
    below: &Markup,
) -> Markup {
    let (draft, none) = (view.draft.of(name), Slips::default());
    let filled = Fields {
        reader,
        sent: draft.map_or(stored, |draft| &draft.sent),
        slips: draft.map_or(&none, |draft| &draft.slips),
        // The ids of the fields must be of this form alone.
        form: name,
    };
    html! {
        details.form id={ "form-" (name) } open[draft.is_some() || name == "contact"] {
            summary { (title) }
            form.desk-form method="post" action=(reader.link(&format!("{ADDRESS}/{}", view.company.id))) {
                @if let Some(draft) = draft { (draft.above) }
                (filled.slips.draw(reader, name))
                (fields(&filled))
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

/// A talk stands open: it is what one comes here for.
pub fn contact_form(reader: &Reader, view: &CompanyView) -> Markup {
    let mut fresh = Sent::default();
    if let Some((newest, _)) = view.contacts.first() {
        fresh.put("with", &newest.entry.with);
        fresh.put("phone", &newest.entry.phone);
        fresh.put("call", format!("{:?}", newest.entry.call));
    }
    let fields = |fields: &Fields<'_>| {
        html! {
            input type="hidden" name="do" value="contact";
            (talk_fields(fields))
        }
    };
    let title = html! { (reader.say("companies-write-talk")) };
    folded(reader, view, "contact", &title, &fresh, fields, &html! {})
}

pub fn talk_fields(fields: &Fields<'_>) -> Markup {
    let calls: Vec<(String, String)> = CALLS
        .into_iter()
        .map(|call| (format!("{call:?}"), fields.reader.say(call_key(call))))
        .collect();
    let chosen = match fields.sent.get("call") {
        "" => "Welcome",
        chosen => chosen,
    };
    html! {
        div.columns {
            (fields.line("with", "text", "companies-with", ""))
            (fields.line("phone", "tel", "companies-phone", ""))
        }
        (fields.lines("note", "companies-note", "companies-note-hint", 3))
        div.columns {
            (fields.line("promised", "text", "companies-what-promised", ""))
            (fields.line("promised_by", "date", "companies-when-promised", ""))
        }
        (fields.choice("call", "companies-call", chosen, &calls))
    }
}

pub fn company_form(reader: &Reader, view: &CompanyView) -> Markup {
    let mut stored = of_company(&view.company);
    stored.put("seen", view.revision.to_string());
    let fields = |fields: &Fields<'_>| {
        html! {
            input type="hidden" name="do" value="company";
            input type="hidden" name="seen" value=(fields.sent.get("seen"));
            (company_fields(fields))
        }
    };
    let title = html! { (reader.say("companies-edit")) };
    let below = remove(reader, view, None, view.revision);
    folded(reader, view, "company", &title, &stored, fields, &below)
}

pub fn company_fields(fields: &Fields<'_>) -> Markup {
    html! {
        div.columns {
            (fields.line("company", "text", "companies-name", ""))
            (fields.line("cvr", "text", "companies-cvr", "companies-cvr-hint"))
        }
        (fields.check("public", "companies-is-public"))
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
    let mut stored = workplace.map(|(workplace, _)| of_workplace(workplace)).unwrap_or_default();
    if let Some((_, revision)) = workplace {
        stored.put("seen", revision.to_string());
    }
    let fields = |fields: &Fields<'_>| {
        html! {
            input type="hidden" name="do" value="workplace";
            @if let Some((workplace, _)) = workplace {
                input type="hidden" name="workplace" value=(workplace.id);
                input type="hidden" name="seen" value=(fields.sent.get("seen"));
            }
            (workplace_fields(fields))
        }
    };
    let title = html! { (reader.say(title)) (unseen(workplace.map(|(workplace, _)| workplace))) };
    let below = html! { @if let Some((workplace, revision)) = workplace { (remove(reader, view, Some(workplace), revision)) } };
    folded(reader, view, &name, &title, &stored, fields, &below)
}

pub fn workplace_fields(fields: &Fields<'_>) -> Markup {
    let (reader, sent) = (fields.reader, fields.sent);
    let sites: Vec<(String, String)> = communities()
        .iter()
        .chain(towns())
        .map(|site| (site.community.clone(), site.community.clone()))
        .collect();
    let mut supported = supported_rows(sent);
    supported.resize(supported.len() + MORE_ROWS, ["", ""]);
    let cell = |name: &str, row: usize, key: &str, kind: &str, value: &str| {
        fields.line_in_row(name, row, kind, &format!("{} {}", reader.say(key), row + 1), value)
    };
    html! {
        div.columns {
            (fields.line("name", "text", "companies-workplace-name", ""))
            (fields.choice("community", "companies-community", sent.get("community"), &sites))
        }
        (fields.line("p_number", "text", "companies-p-number", ""))
        fieldset.choice {
            legend { (reader.say("companies-staff")) }
            p.hint { (reader.say("companies-staff-hint")) }
            div.row-of {
                @for row in 0..MONTHS { (fields.messages(&["staff"], row)) }
                @for row in 0..MONTHS { (cell("staff", row, "companies-staff-month", "text", sent.all("staff").nth(row).unwrap_or_default())) }
            }
        }
        fieldset.choice {
            legend { (reader.say("companies-supported-now")) }
            p.hint { (reader.say("companies-supported-hint")) }
            @for (row, [hours, until]) in supported.into_iter().enumerate() {
                div.row-of {
                    (fields.messages(&["supported_hours", "supported_until"], row))
                    (cell("supported_hours", row, "companies-supported-hours", "text", hours))
                    (cell("supported_until", row, "companies-supported-until", "date", until))
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
