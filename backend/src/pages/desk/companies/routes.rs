//! The addresses of the company book.

use super::forms::{company_fields, slips, workplace_fields};
use super::list::AT_ONCE;
use super::{ADDRESS, CompanyView, Draft, Row, companies, company, read};
use crate::app::App;
use crate::error::Error;
use crate::matching::access;
use crate::matching::book::{self, Contact};
use crate::matching::lists::{Offer, offer};
use crate::matching::market::Market;
use crate::matching::{Put, Thing};
use crate::pages::desk::Tab;
use crate::pages::desk::routes::AtDesk;
use crate::pages::desk::signals::routes::name_of;
use crate::pages::profile::Sent;
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;
use shared::day::Day;
use shared::ids::{CompanyId, ContactId, WorkplaceId};
use shared::matching::calendar::monday;
use shared::matching::placement::{Company, Workplace};
use std::collections::HashMap;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/companies", get(show_companies))
        .route("/desk/companies/new", get(show_new_company).post(add_company))
        .route("/desk/companies/{id}", get(show_company).post(change_company))
}

/// Every company that we know, those first to whom something was promised.
#[utoipa::path(
    get,
    path = "/desk/companies",
    params(("q" = Option<String>, Query, description = "words to look for")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_companies(at: AtDesk) -> Result<Response, Error> {
    let today = at.today;
    let mut rows = at.app.desk().ask(move |market| rows(market, today)).await?;
    let consultants = access::consultants(at.app.db()).await?;
    let latest = book::latest_contacts(at.app.db()).await?.into_iter();
    let mut latest: HashMap<CompanyId, Contact> = latest.map(|contact| (contact.company_id, contact)).collect();
    for (row, _) in &mut rows {
        let contact = latest.remove(&row.company.id);
        row.latest = contact.map(|contact| (contact.clone(), name_of(&consultants, contact.by)));
    }
    let words: Vec<String> = at.sought().split_whitespace().map(str::to_lowercase).collect();
    rows.retain(|(row, text)| {
        let talked = row
            .latest
            .as_ref()
            .map(|(contact, _)| format!("{} {}", contact.entry.with, contact.entry.note));
        let text = format!("{text} {}", talked.unwrap_or_default()).to_lowercase();
        words.iter().all(|word| text.contains(word))
    });
    rows.sort_by_cached_key(|(row, _)| (row.promise().is_none(), row.promise(), row.company.name.to_lowercase()));
    let in_all = rows.len();
    let shown: Vec<Row> = rows.into_iter().take(AT_ONCE).map(|(row, _)| row).collect();
    let content = html! { main id="main" { (companies(&at.reader, &shown, in_all, at.sought(), today)) } };
    Ok(at.page(Tab::Companies, ADDRESS, &at.reader.say("desk-companies"), &[], &content))
}

/// Each company with the words that it is found by.
fn rows(market: &Market, today: Day) -> Vec<(Row, String)> {
    let sunday = monday(today).plus(6);
    let mut rows: HashMap<CompanyId, (Row, String)> = HashMap::new();
    for held in market.companies() {
        let company = held.thing.clone();
        let text = format!(
            "{} {}",
            company.name,
            company.cvr.map(|cvr| cvr.to_string()).unwrap_or_default()
        );
        let row = Row {
            company,
            communities: Vec::new(),
            open: 0,
            running_out: 0,
            latest: None,
        };
        rows.insert(row.company.id, (row, text));
    }
    for workplace in market.workplaces().map(|held| &held.thing) {
        if let Some((row, text)) = rows.get_mut(&workplace.company) {
            text.push_str(&format!(" {} {}", workplace.name, workplace.site.community));
            if !row.communities.contains(&workplace.site.community) {
                row.communities.push(workplace.site.community.clone());
            }
        }
    }
    for opening in market.openings(today) {
        if let Some((row, text)) = rows.get_mut(&opening.workplace.company) {
            row.open += 1;
            row.running_out += u32::from(opening.placement.expires <= sunday);
            text.push_str(&format!(" {}", opening.placement.title));
        }
    }
    rows.into_values().collect()
}

/// One company: whether to call, what was said, where people work there, and its placements.
#[utoipa::path(
    get,
    path = "/desk/companies/{id}",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such company, or no consultant"),
    )
)]
pub async fn show_company(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: CompanyId = id.parse().map_err(|_| Error::NotFound)?;
    show(&at, id, Draft::default()).await
}

async fn show(at: &AtDesk, id: CompanyId, draft: Draft) -> Result<Response, Error> {
    let mut view = at
        .app
        .desk()
        .ask(move |market| view(market, id))
        .await?
        .ok_or(Error::NotFound)?;
    let consultants = access::consultants(at.app.db()).await?;
    let contacts = book::contacts(at.app.db(), id).await?.into_iter();
    view.contacts = contacts
        .map(|contact| (contact.clone(), name_of(&consultants, contact.by)))
        .collect();
    (view.me, view.draft) = (at.caller.person_id, draft);
    let content = html! { main.at-place id="main" { (company(&at.reader, &view, at.now)) } };
    Ok(at.page(Tab::Companies, &format!("{ADDRESS}/{id}"), &view.company.name, &[], &content))
}

fn view(market: &Market, id: CompanyId) -> Option<CompanyView> {
    let held = market.company(id)?;
    let mut workplaces: Vec<(Workplace, i64)> = market
        .workplaces()
        .filter(|held| held.thing.company == id)
        .map(|held| (held.thing.clone(), held.revision))
        .collect();
    workplaces.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
    let placements = market.placements().map(|held| &held.thing);
    let own = placements.filter(|placement| workplaces.iter().any(|(workplace, _)| workplace.id == placement.workplace));
    let mut offers: Vec<Offer> = own.filter_map(|placement| offer(market, placement.id)).collect();
    offers.sort_by_key(|offer| (offer.placement.expires, offer.placement.id));
    Some(CompanyView {
        company: held.thing.clone(),
        revision: held.revision,
        workplaces,
        offers,
        contacts: Vec::new(),
        me: shared::ids::PersonId::MIN,
        draft: Draft::default(),
    })
}

/// Write down a talk, or change the company or one of its workplaces. What is refused comes back as it was filled in.
#[utoipa::path(
    post,
    path = "/desk/companies/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`do` is `contact`, `company` or `workplace`; then the fields of that form"),
    responses(
        (status = 303, description = "it is saved; the place to go is the company anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such company, or no consultant"),
        (status = 409, description = "somebody else has changed it meanwhile: the page with the form as it was filled in", content_type = "text/html"),
        (status = 422, description = "the page with the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn change_company(at: AtDesk, Path(id): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let id: CompanyId = id.parse().map_err(|_| Error::NotFound)?;
    let stored = at
        .app
        .desk()
        .ask(move |market| view(market, id))
        .await?
        .ok_or(Error::NotFound)?;
    let form = match (sent.get("do"), sent.get("workplace")) {
        ("workplace", "") => "workplace-new".to_owned(),
        ("workplace", workplace) => format!("workplace-{workplace}"),
        (form @ ("contact" | "company"), _) => form.to_owned(),
        _ => return Err(Error::BadInput),
    };
    let written = match sent.get("do") {
        "contact" => contact(&at, id, &sent).await?,
        "company" => {
            let others = same_cvr(&at, id, sent.get("cvr")).await?;
            match read::company(&at.reader, &sent, id) {
                Ok(_) if others => Written::Slips(vec![at.reader.say("companies-slip-cvr-taken")]),
                Ok(company) => put(&at, Thing::Company(company), sent.get("seen").parse().ok()).await?,
                Err(slips) => Written::Slips(slips),
            }
        }
        _ => workplace(&at, &stored, &sent).await?,
    };
    let (status, slips) = match written {
        Written::Done(done) => return Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}/{id}?done={done}"))).into_response()),
        Written::Slips(slips) => (StatusCode::UNPROCESSABLE_ENTITY, slips),
        Written::Stale => (StatusCode::CONFLICT, vec![at.reader.say("desk-stale")]),
    };
    let draft = Draft { form, sent, slips };
    Ok((status, show(&at, id, draft).await?).into_response())
}

enum Written {
    /// The word of what was done.
    Done(&'static str),
    Slips(Vec<String>),
    Stale,
}

async fn contact(at: &AtDesk, id: CompanyId, sent: &Sent) -> Result<Written, Error> {
    let entry = match read::entry(&at.reader, sent) {
        Ok(entry) => entry,
        Err(slips) => return Ok(Written::Slips(slips)),
    };
    let contact = Contact {
        contact_id: ContactId(random::uuid(at.now)?),
        company_id: id,
        workplace_id: None,
        by: at.caller.person_id,
        at: at.now,
        entry,
    };
    book::add_contact(at.app.db(), &contact).await?;
    Ok(Written::Done("contact"))
}

async fn workplace(at: &AtDesk, stored: &CompanyView, sent: &Sent) -> Result<Written, Error> {
    let known = match sent.get("workplace") {
        "" => None,
        id => {
            let id: WorkplaceId = id.parse().map_err(|_| Error::BadInput)?;
            let found = stored.workplaces.iter().find(|(workplace, _)| workplace.id == id);
            Some(found.map(|(workplace, _)| workplace).ok_or(Error::NotFound)?)
        }
    };
    let id = match known {
        Some(workplace) => workplace.id,
        None => WorkplaceId(random::uuid(at.now)?),
    };
    match read::workplace(&at.reader, sent, id, stored.company.id, known) {
        Ok(workplace) => {
            let seen = sent.get("seen").parse().ok();
            if known.is_some() && seen.is_none() {
                return Err(Error::BadInput);
            }
            put(at, Thing::Workplace(workplace), seen).await
        }
        Err(slips) => Ok(Written::Slips(slips)),
    }
}

async fn put(at: &AtDesk, thing: Thing, seen: Option<i64>) -> Result<Written, Error> {
    Ok(match at.app.desk().put(&thing, seen, at.caller.person_id).await? {
        Put::Saved(_) => Written::Done("saved"),
        Put::Stale => Written::Stale,
    })
}

/// Another company has this number.
async fn same_cvr(at: &AtDesk, id: CompanyId, typed: &str) -> Result<bool, Error> {
    let Ok(cvr) = typed.parse::<shared::matching::numbers::Cvr>() else {
        return Ok(false);
    };
    at.app
        .desk()
        .ask(move |market| {
            market
                .companies()
                .any(|held| held.thing.id != id && held.thing.cvr == Some(cvr.number()))
        })
        .await
}

/// A company that is not in the book yet.
#[utoipa::path(
    get,
    path = "/desk/companies/new",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_new_company(at: AtDesk) -> Response {
    new_page(&at, &Draft::default())
}

fn new_page(at: &AtDesk, draft: &Draft) -> Response {
    let (reader, sent) = (&at.reader, &draft.sent);
    let content = html! {
        main.wide-list id="main" {
            div.head { h1 { (reader.say("companies-new")) } }
            form.desk-form method="post" action=(reader.link("/desk/companies/new")) {
                (slips(reader, Some(draft).filter(|draft| !draft.slips.is_empty())))
                (company_fields(reader, sent))
                h2 { (reader.say("companies-first-workplace")) }
                (workplace_fields(reader, sent, "new"))
                button.act.main type="submit" { (reader.say("desk-save")) }
            }
        }
    };
    at.page(
        Tab::Companies,
        "/desk/companies/new",
        &reader.say("companies-new"),
        &[],
        &content,
    )
}

/// Write a company and its first workplace into the book.
#[utoipa::path(
    post,
    path = "/desk/companies/new",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "the fields of the form"),
    responses(
        (status = 303, description = "it is in the book; the place to go is its page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn add_company(at: AtDesk, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let (id, workplace_id) = (CompanyId(random::uuid(at.now)?), WorkplaceId(random::uuid(at.now)?));
    let mut filled = sent.clone();
    if filled.get("name").is_empty() {
        filled.put_over("name", sent.get("company"));
    }
    let mut found = Vec::new();
    let company = read::company(&at.reader, &filled, id)
        .map_err(|slips| found.extend(slips))
        .ok();
    let workplace = read::workplace(&at.reader, &filled, workplace_id, id, None)
        .map_err(|slips| found.extend(slips))
        .ok();
    if same_cvr(&at, id, sent.get("cvr")).await? {
        found.push(at.reader.say("companies-slip-cvr-taken"));
    }
    let (Some(company), Some(workplace), true) = (company, workplace, found.is_empty()) else {
        let draft = Draft {
            form: String::new(),
            sent,
            slips: found,
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, new_page(&at, &draft)).into_response());
    };
    save_both(&at, company, workplace).await?;
    Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}/{id}"))).into_response())
}

async fn save_both(at: &AtDesk, company: Company, workplace: Workplace) -> Result<(), Error> {
    let (desk, by) = (at.app.desk(), at.caller.person_id);
    // Both ids were drawn just now: neither can be there already.
    desk.put(&Thing::Company(company), None, by).await?;
    desk.put(&Thing::Workplace(workplace), None, by).await?;
    Ok(())
}
