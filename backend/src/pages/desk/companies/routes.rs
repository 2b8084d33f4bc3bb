//! The addresses of the company book.

use super::forms::{company_fields, talk_fields, workplace_fields};
use super::in_the_way::in_the_way;
use super::known::{cvr_is_taken, is_it_one_of, same_cvr};
use super::list::AT_ONCE;
use super::{ADDRESS, CompanyView, Draft, Row, companies, company, read};
use crate::app::App;
use crate::error::Error;
use crate::matching::access::{self, name_of};
use crate::matching::book::{self, Contact};
use crate::matching::lists::{Offer, offer};
use crate::matching::market::Market;
use crate::matching::{Put, Thing, ThingId, add_all};
use crate::pages::address::{query, with_query};
use crate::pages::desk::Tab;
use crate::pages::desk::done::saved;
use crate::pages::desk::routes::AtDesk;
use crate::pages::desk::signals::heard::heard;
use crate::pages::desk::stale::{alert, beside};
use crate::pages::profile::fields::Fields;
use crate::pages::profile::{Sent, Slips, trouble};
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CompanyId, ContactId, WorkplaceId};
use shared::matching::calendar::monday;
use shared::matching::placement::Workplace;
use shared::matching::search::{Query, Words, keep};
use std::collections::HashMap;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/companies", get(show_companies))
        .route("/desk/companies/new", get(show_new_company).post(add_company))
        .route("/desk/companies/{id}", get(show_company).post(change_company))
        .merge(super::promises::routes::routes())
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
    let promises = book::open_promises(at.app.db()).await?;
    let mut latest: HashMap<CompanyId, Contact> = latest.map(|contact| (contact.company_id, contact)).collect();
    for (row, _) in &mut rows {
        let contact = latest.remove(&row.company.id);
        row.latest = contact.map(|contact| (contact.clone(), name_of(&consultants, contact.by)));
        let own = promises.iter().filter(|contact| contact.company_id == row.company.id);
        row.promised = book::promises(own).into_iter().next().cloned();
    }
    keep(&mut rows, &Query::new(at.sought()), |(row, text)| {
        let talked = row
            .latest
            .iter()
            .flat_map(|(contact, _)| [&contact.entry.with, &contact.entry.note]);
        talked.fold(Words::default().and(text, 0), |words, said| words.and(said, 0))
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
            promised: None,
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
    show(&at, id, StatusCode::OK, Draft::default()).await
}

async fn show(at: &AtDesk, id: CompanyId, status: StatusCode, draft: Draft) -> Result<Response, Error> {
    let mut view = whole(at, id).await?;
    view.draft = draft;
    let content = html! { main.at-place id="main" { (company(&at.reader, &view, at.now)) } };
    let path = format!("{ADDRESS}/{id}");
    Ok(at.form_page(status, Tab::Companies, &path, &view.company.name, &content))
}

/// With what was said.
async fn whole(at: &AtDesk, id: CompanyId) -> Result<CompanyView, Error> {
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
    view.me = at.caller.person_id;
    Ok(view)
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

/// Write down a talk, change the company or one of its workplaces, or take one away to which nothing belongs any more.
/// What is refused comes back as it was filled in.
#[utoipa::path(
    post,
    path = "/desk/companies/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`do` is `contact`, `company`, `workplace` or `remove`; then the fields of that form"),
    responses(
        (status = 303, description = "it is saved; the place to go is the company anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such company, or no consultant"),
        (status = 409, description = "somebody else has changed or removed it meanwhile: the page with the form as it was filled in, with both; or the page with what stands in the way of a removal", content_type = "text/html"),
        (status = 422, description = "the page with the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn change_company(at: AtDesk, Path(id): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let id: CompanyId = id.parse().map_err(|_| Error::NotFound)?;
    let Some(stored) = at.app.desk().ask(move |market| view(market, id)).await? else {
        return gone(&at, sent);
    };
    let written = match sent.get("do") {
        "contact" => contact(&at, id, &sent).await?,
        "company" => {
            let others = same_cvr(&at, id, sent.get("cvr")).await?;
            match read::company(&sent, id) {
                Ok(_) if others => Written::Slips(cvr_is_taken()),
                Ok(company) => {
                    let seen = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
                    put(&at, Thing::Company(company), Some(seen)).await?
                }
                Err(slips) => Written::Slips(slips),
            }
        }
        "workplace" => match workplace(&at, &stored, &sent).await? {
            Some(written) => written,
            None => return workplace_gone(&at, id, sent).await,
        },
        "remove" => return remove(&at, id, sent).await,
        _ => return Err(Error::BadInput),
    };
    match written {
        Written::Done(done) => Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}/{id}?{done}"))).into_response()),
        Written::Slips(slips) => again(&at, id, StatusCode::UNPROCESSABLE_ENTITY, sent, slips, html! {}).await,
        Written::Stale(mine) => stale(&at, id, *mine, sent).await,
    }
}

/// The page with the form as it was filled in.
async fn again(
    at: &AtDesk,
    id: CompanyId,
    status: StatusCode,
    sent: Sent,
    slips: Slips,
    above: Markup,
) -> Result<Response, Error> {
    let form = match (sent.get("do"), sent.get("workplace")) {
        ("workplace", "") => "workplace-new".to_owned(),
        ("workplace", workplace) => format!("workplace-{workplace}"),
        (form, _) => form.to_owned(),
    };
    let draft = Draft {
        form,
        sent,
        slips,
        above,
    };
    show(at, id, status, draft).await
}

/// Somebody else was first. Theirs stands beside one's own; saved once more, one's own counts.
async fn stale(at: &AtDesk, id: CompanyId, mine: Thing, mut sent: Sent) -> Result<Response, Error> {
    let Some(now) = at.app.desk().ask(move |market| view(market, id)).await? else {
        return gone(at, sent);
    };
    let (theirs, revision) = match &mine {
        Thing::Workplace(mine) => match now.workplaces.into_iter().find(|(theirs, _)| theirs.id == mine.id) {
            Some((theirs, revision)) => (Thing::Workplace(theirs), revision),
            None => return workplace_gone(at, id, sent).await,
        },
        _ => (Thing::Company(now.company), now.revision),
    };
    sent.put_over("seen", revision.to_string());
    let both = beside(&at.reader, theirs, Some(mine));
    again(at, id, StatusCode::CONFLICT, sent, Slips::default(), both).await
}

/// Somebody else has taken the workplace away. What one wrote stands in the form of a new one.
async fn workplace_gone(at: &AtDesk, id: CompanyId, mut sent: Sent) -> Result<Response, Error> {
    sent.put_over("workplace", "");
    let gone = alert(&at.reader, "companies-workplace-gone");
    again(at, id, StatusCode::CONFLICT, sent, Slips::default(), gone).await
}

/// Somebody else has taken the company away. What one wrote stands in the form of a new one; a talk, above it.
fn gone(at: &AtDesk, sent: Sent) -> Result<Response, Error> {
    let talk = [
        ("with", "companies-with"),
        ("phone", "companies-phone"),
        ("note", "companies-note"),
        ("promised", "companies-what-promised"),
        ("promised_by", "companies-when-promised"),
    ];
    let talk = talk.into_iter().filter(|(name, _)| !sent.get(name).is_empty());
    let said: Vec<String> = talk
        .map(|(name, key)| format!("{}: {}", at.reader.say(key), sent.get(name)))
        .collect();
    if said.is_empty() && sent.get("company").is_empty() && sent.get("name").is_empty() {
        return Err(Error::NotFound);
    }
    let above = trouble(&html! {
        b { (at.reader.say("companies-gone")) }
        ul { @for said in &said { li dir="auto" { (said) } } }
    });
    Ok(new_page(at, StatusCode::CONFLICT, &sent, &Slips::default(), &above))
}

/// Takes the company away, or the workplace that is named; or says what stands in the way.
async fn remove(at: &AtDesk, id: CompanyId, sent: Sent) -> Result<Response, Error> {
    let seen: i64 = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
    let workplace: Option<WorkplaceId> = match sent.get("workplace") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::BadInput)?),
    };
    let view = whole(at, id).await?;
    let is_own = |id: WorkplaceId| view.workplaces.iter().any(|(own, _)| own.id == id);
    if !workplace.is_none_or(is_own) {
        return Err(Error::NotFound);
    }
    let in_the_way = match in_the_way(&at.reader, &view, workplace) {
        Some(in_the_way) => in_the_way,
        None => {
            let (thing, page) = match workplace {
                Some(workplace) => (ThingId::Workplace(workplace), format!("{ADDRESS}/{id}")),
                None => (ThingId::Company(id), ADDRESS.to_owned()),
            };
            if let Put::Saved(revision) = at.app.desk().remove(thing, seen, at.caller.person_id).await? {
                let page = format!("{page}?{}", saved("removed", revision));
                return Ok(Redirect::to(&at.reader.link(&page)).into_response());
            }
            alert(&at.reader, "desk-stale")
        }
    };
    again(at, id, StatusCode::CONFLICT, sent, Slips::default(), in_the_way).await
}

enum Written {
    /// What stands in the address then.
    Done(String),
    Slips(Slips),
    /// What was to be written.
    Stale(Box<Thing>),
}

async fn contact(at: &AtDesk, id: CompanyId, sent: &Sent) -> Result<Written, Error> {
    let entry = match read::entry(sent, at.today) {
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
    Ok(Written::Done("done=contact".to_owned()))
}

/// `None`: this company has no such workplace any more.
async fn workplace(at: &AtDesk, stored: &CompanyView, sent: &Sent) -> Result<Option<Written>, Error> {
    let (known, id, seen) = match sent.get("workplace") {
        "" => (None, WorkplaceId(random::uuid(at.now)?), None),
        id => {
            let id: WorkplaceId = id.parse().map_err(|_| Error::BadInput)?;
            let seen: i64 = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
            let Some((known, _)) = stored.workplaces.iter().find(|(known, _)| known.id == id) else {
                return Ok(None);
            };
            (Some(known), id, Some(seen))
        }
    };
    Ok(Some(match read::workplace(sent, id, stored.company.id, known) {
        Ok(workplace) => put(at, Thing::Workplace(workplace), seen).await?,
        Err(slips) => Written::Slips(slips),
    }))
}

async fn put(at: &AtDesk, thing: Thing, seen: Option<i64>) -> Result<Written, Error> {
    Ok(match at.app.desk().put(&thing, seen, at.caller.person_id).await? {
        Put::Saved(revision) => Written::Done(saved("saved", revision)),
        Put::Stale | Put::Kept => Written::Stale(Box::new(thing)),
    })
}

/// A company that is not in the book yet.
#[utoipa::path(
    get,
    path = "/desk/companies/new",
    params(("signal" = Option<uuid::Uuid>, Query, description = "what it has told, to fill the form in from")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_new_company(at: AtDesk) -> Result<Response, Error> {
    let heard = heard(&at, at.query.get("signal").map_or("", String::as_str)).await?;
    let sent = heard.map(|heard| heard.company(&at.reader)).unwrap_or_default();
    Ok(new_page(&at, StatusCode::OK, &sent, &Slips::default(), &html! {}))
}

fn new_page(at: &AtDesk, status: StatusCode, sent: &Sent, slips: &Slips, above: &Markup) -> Response {
    let reader = &at.reader;
    let fields = &Fields {
        reader,
        sent,
        slips,
        form: "",
    };
    let signal = sent.get("signal");
    let content = html! {
        main.wide-list id="main" {
            div.head { h1 { (reader.say("companies-new")) } }
            form.desk-form method="post" action=(reader.link("/desk/companies/new")) {
                (above)
                (slips.draw(reader, ""))
                (company_fields(fields))
                h2 { (reader.say("companies-first-workplace")) }
                (workplace_fields(fields))
                @if !signal.is_empty() {
                    h2 { (reader.say("companies-first-talk")) }
                    input type="hidden" name="signal" value=(signal);
                    (talk_fields(fields))
                }
                button.act.main type="submit" { (reader.say("desk-save")) }
            }
        }
    };
    let path = with_query("/desk/companies/new", &query([("signal", signal)]));
    at.form_page(status, Tab::Companies, &path, &reader.say("companies-new"), &content)
}

/// Write a company and its first workplace into the book; with a signal, also the talk that came of it, and then the
/// placement that it told of.
#[utoipa::path(
    post,
    path = "/desk/companies/new",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "the fields of the form"),
    responses(
        (status = 303, description = "it is in the book; the place to go is its page, or with a signal the form of the placement"),
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
    let mut found = Slips::default();
    let mut slipped = |slips: Slips| found.slips.extend(slips.slips);
    let company = read::company(&filled, id).map_err(&mut slipped).ok();
    if same_cvr(&at, id, sent.get("cvr")).await? {
        slipped(cvr_is_taken());
    }
    let workplace = read::workplace(&filled, workplace_id, id, None).map_err(&mut slipped).ok();
    let heard = heard(&at, sent.get("signal")).await?;
    let talk = match &heard {
        Some(heard) => read::entry(&sent, at.today)
            .map_err(&mut slipped)
            .ok()
            .map(|entry| (heard, entry)),
        None => None,
    };
    let (Some(company), Some(workplace), true) = (company, workplace, found.is_none()) else {
        return Ok(new_page(&at, StatusCode::UNPROCESSABLE_ENTITY, &sent, &found, &html! {}));
    };
    if sent.get("another") != "yes"
        && let Some(question) = is_it_one_of(&at, &company.name).await?
    {
        return Ok(new_page(&at, StatusCode::UNPROCESSABLE_ENTITY, &sent, &found, &question));
    }
    add_all(at.app.db(), &[Thing::Company(company), Thing::Workplace(workplace)]).await?;
    if let Some((heard, entry)) = talk {
        heard.write_talk(&at, id, entry).await?;
        let page = format!("/desk/places/new?signal={}&workplace={workplace_id}&done=company", heard.id);
        return Ok(Redirect::to(&at.reader.link(&page)).into_response());
    }
    Ok(Redirect::to(&at.reader.link(&format!("{ADDRESS}/{id}"))).into_response())
}
