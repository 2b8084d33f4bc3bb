//! The addresses of the rules of law.

use super::{ADDRESS, Loaded, RulesView, address, compared, rules};
use crate::app::App;
use crate::error::Error;
use crate::matching::access;
use crate::matching::rules::{self as files, RuleFile, counting};
use crate::pages::desk::Tab;
use crate::pages::desk::routes::AtDesk;
use crate::random;
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;
use shared::day::Day;
use shared::matching::rules::{BadRules, Rules};
use uuid::Uuid;

/// The most bytes of a file of rules. The one that is shipped has fifty thousand.
const FILE: usize = 1024 * 1024;

pub fn routes() -> Router<App> {
    Router::new()
        .route(ADDRESS, get(show_rules).post(load_rules))
        .route("/desk/rules/{id}", get(show_rule_file).post(count_rule_file))
        .layer(DefaultBodyLimit::max(FILE + 4_096))
}

/// Every rule, with its source and whether it is in force.
#[utoipa::path(
    get,
    path = "/desk/rules",
    params(("q" = Option<String>, Query, description = "words to look for")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_rules(at: AtDesk) -> Result<Response, Error> {
    rules_page(&at, None).await
}

async fn rules_page(at: &AtDesk, bad: Option<BadRules>) -> Result<Response, Error> {
    let today = at.today;
    let view = RulesView {
        rules: at.app.desk().ask(move |market| market.in_force(today).rules).await?,
        files: loaded(at).await?,
        bad,
    };
    let status = match view.bad {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let content = html! { main id="main" { (rules(&at.reader, &view, at.sought(), today)) } };
    Ok(at.form_page(status, Tab::Rules, ADDRESS, &at.reader.say("desk-rules"), &content))
}

/// The newest first.
async fn loaded(at: &AtDesk) -> Result<Vec<Loaded>, Error> {
    let files = files::files(at.app.db()).await?;
    let consultants = access::consultants(at.app.db()).await?;
    let counts = counting(&files, at.today).map(|file| file.rule_file_id);
    let each = |file: &RuleFile| {
        let by = consultants.iter().find(|consultant| consultant.person_id == file.loaded_by);
        Some(Loaded {
            rules: Rules::read(&file.body).ok()?,
            by: by.map(|by| by.name.clone()).unwrap_or_default(),
            counts: counts == Some(file.rule_file_id),
            file: file.clone(),
        })
    };
    Ok(files.iter().rev().filter_map(each).collect())
}

/// A file in a form.
#[derive(Debug, utoipa::ToSchema)]
#[expect(dead_code, reason = "the form is read part by part; this is its description")]
pub struct RulesForm {
    /// JSON as that of the file that is shipped.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Load a file as a draft. Nothing is judged by it.
#[utoipa::path(
    post,
    path = "/desk/rules",
    request_body(content = RulesForm, content_type = "multipart/form-data"),
    responses(
        (status = 303, description = "it is a draft; the place to go compares it"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "the page, with what is wrong with the file", content_type = "text/html"),
    )
)]
pub async fn load_rules(at: AtDesk, form: Result<Multipart, MultipartRejection>) -> Result<Response, Error> {
    let mut form = form.map_err(|_| Error::BadInput)?;
    let mut body = String::new();
    while let Some(field) = form.next_field().await.map_err(|_| Error::BadInput)? {
        if field.name() == Some("file") {
            let bytes = field.bytes().await.map_err(|_| Error::BadInput)?;
            // What is no text is no JSON either.
            let text = std::str::from_utf8(&bytes).unwrap_or_default();
            body = text.trim_start_matches('\u{feff}').to_owned();
        }
    }
    if let Err(bad) = Rules::read(&body) {
        return rules_page(&at, Some(bad)).await;
    }
    let file = RuleFile {
        rule_file_id: random::uuid(at.now)?,
        loaded_at: at.now,
        loaded_by: at.caller.person_id,
        body,
        counts_from: None,
    };
    files::add_file(at.app.db(), &file).await?;
    Ok(Redirect::to(&at.reader.link(&address(file.rule_file_id))).into_response())
}

/// A file beside the one that counts now, field by field.
#[utoipa::path(
    get,
    path = "/desk/rules/{id}",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such file, or no consultant"),
    )
)]
pub async fn show_rule_file(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    file_page(&at, &find(&at, &id).await?, None).await
}

/// `wrong` was typed as the day and is none.
async fn file_page(at: &AtDesk, one: &Loaded, wrong: Option<&str>) -> Result<Response, Error> {
    // The one that counts is held against what it came after: the file that is shipped.
    let before = if one.counts {
        Rules::shipped()
    } else {
        let today = at.today;
        at.app.desk().ask(move |market| market.in_force(today).rules).await?
    };
    let differences = before.compare(&one.rules);
    let content = html! { main id="main" { (compared(&at.reader, &before, one, &differences, wrong, at.today)) } };
    let path = address(one.file.rule_file_id);
    Ok(at.page(Tab::Rules, &path, &at.reader.say("desk-rules"), &[], &content))
}

async fn find(at: &AtDesk, id: &str) -> Result<Loaded, Error> {
    let id: Uuid = id.parse().map_err(|_| Error::NotFound)?;
    let all = loaded(at).await?;
    all.into_iter().find(|one| one.file.rule_file_id == id).ok_or(Error::NotFound)
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountRules {
    /// A day, as a form sends it.
    #[serde(default)]
    from: String,
    act: CountAct,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum CountAct {
    /// It counts from the day on.
    Count,
    /// It is a draft again.
    Draft,
}

/// Let a file count from a day on, or make it a draft again.
#[utoipa::path(
    post,
    path = "/desk/rules/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = CountRules, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is so; the place to go is the rules"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such file, or no consultant"),
        (status = 422, description = "bad-input, or the page where the day is none", content_type = "text/html"),
    )
)]
pub async fn count_rule_file(at: AtDesk, Path(id): Path<String>, Form(form): Form<CountRules>) -> Result<Response, Error> {
    let one = find(&at, &id).await?;
    let day: Option<Day> = match (form.act, form.from.trim().parse()) {
        (CountAct::Draft, _) => None,
        (CountAct::Count, Ok(day)) => Some(day),
        (CountAct::Count, Err(_)) => {
            let page = file_page(&at, &one, Some(&form.from)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    files::count_from(at.app.db(), one.file.rule_file_id, day).await?;
    Ok(Redirect::to(&at.reader.link(&address(one.file.rule_file_id))).into_response())
}
