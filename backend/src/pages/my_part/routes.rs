//! The address of what waits for one person, at all their tables.

use super::{ADDRESS, MyPart, Part};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::matching::access;
use crate::pages::frame::{Files, page, strip};
use crate::pages::my_work;
use crate::pages::papers::answers::FormIds;
use crate::pages::papers::routes::{done_or_trouble, wish};
use crate::pages::parts::Done;
use crate::pages::reader::Reader;
use crate::pages::sign_in::door;
use crate::plan::{self, Look};
use crate::random;
use crate::words::Lang;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{AgreementId, ChangeId, PlanId};
use shared::plan::Intent;

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AskedMyPart {
    /// The language of the page.
    lang: Option<String>,
    /// What was just done.
    done: Option<String>,
}

/// A yes or a no to holding an agreement.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerAsk {
    #[schema(value_type = uuid::Uuid)]
    change_id: ChangeId,
    #[schema(value_type = uuid::Uuid)]
    plan_id: PlanId,
    #[schema(value_type = uuid::Uuid)]
    agreement_id: AgreementId,
    yes: bool,
}

/// What waits for me, at every table where I sit.
#[utoipa::path(
    get,
    path = "/my-part",
    params(AskedMyPart),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
    )
)]
pub async fn show_my_part(
    State(app): State<App>,
    Query(asked): Query<AskedMyPart>,
    lang: Lang,
    caller: Option<Caller>,
) -> Result<Response, Error> {
    let reader = Reader::new(asked.lang.as_deref(), lang);
    let Some(caller) = caller else {
        return Ok(Redirect::to(&reader.link(&door(ADDRESS))).into_response());
    };
    let done: Option<Done> = asked.done.as_deref().and_then(|done| done.parse().ok());
    show(
        &app,
        &caller,
        &reader,
        |_| html! { @if let Some(done) = done { (done.notice(&reader)) } },
    )
    .await
}

/// Say yes or no to holding an agreement.
#[utoipa::path(
    post,
    path = "/my-part",
    params(AskedMyPart),
    request_body(content = AnswerAsk, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is answered; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn answer_ask(
    State(app): State<App>,
    Query(asked): Query<AskedMyPart>,
    lang: Lang,
    headers: HeaderMap,
    caller: Option<Caller>,
    Form(form): Form<AnswerAsk>,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    let reader = Reader::new(asked.lang.as_deref(), lang);
    let Some(caller) = caller else {
        return Ok(Redirect::to(&reader.link(&door(ADDRESS))).into_response());
    };
    let member_id = plan::demand_seat(&app, caller.person_id, form.plan_id).await?;
    let intent = Intent::AnswerAsk {
        agreement_id: form.agreement_id,
        yes: form.yes,
    };
    let outcome = app.hub().decide(form.plan_id, member_id, wish(form.change_id, intent)).await;
    let (trouble, status) = match done_or_trouble(outcome.ok_or(Error::Stopping)?) {
        Ok(done) => {
            let address = format!("{ADDRESS}?done={}", done.text());
            return Ok(Redirect::to(&reader.link(&address)).into_response());
        }
        Err(trouble) => trouble,
    };
    let summary = |parts: &[Part]| {
        let part = parts.iter().find(|part| part.plan_id == form.plan_id);
        html! { @if let Some(part) = part { (trouble.summary(&reader, &part.seen)) } }
    };
    let page = show(&app, &caller, &reader, summary).await?;
    Ok((status, page).into_response())
}

/// The page, below a word on what was just done.
async fn show(app: &App, caller: &Caller, reader: &Reader, above: impl FnOnce(&[Part]) -> Markup) -> Result<Response, Error> {
    let now = app.clock().now();
    let seen = plan::all_for(app, caller, Look::MyPart).await?;
    let parts: Vec<Part> = seen.into_iter().map(|(plan_id, seen)| Part { plan_id, seen }).collect();
    let name = plan::person_name(app.db(), caller.person_id).await?.unwrap_or_default();
    let ids = FormIds::from(ChangeId(random::uuid(now)?));
    let my_part = MyPart {
        reader,
        today: Day::in_denmark(now),
        now,
        ids: &ids,
        parts: &parts,
    };
    // Whoever looks for work and sits at no table finds their way too.
    let looks_for_work = access::candidate_of(app.db(), caller.person_id).await?.is_some();
    let title = reader.say("my-part");
    let body = html! {
        a.skip href="#main" { (reader.say("page-skip")) }
        (strip(reader, &name, &html! {}))
        main.paper id="main" tabindex="-1" {
            h1 { (title) }
            (above(&parts))
            @if looks_for_work { (to_my_work(reader)) }
            (my_part.page())
        }
    };
    Ok(Html(page(reader, ADDRESS, &title, "plan", Files::default(), &body)).into_response())
}

/// The way to one's own pages about work.
fn to_my_work(reader: &Reader) -> Markup {
    html! {
        section.part {
            h2 { (reader.say("my-work")) }
            p { a.button href=(reader.link(my_work::ADDRESS)) { (reader.say("my-work-lead")) } }
        }
    }
}
