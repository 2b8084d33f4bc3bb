//! The addresses of a beginning.

use super::super::people::{PEOPLE, invited};
use super::super::routes::{Visit, wish};
use super::new_plan::{ADDRESS, NewPlanForm, demand_coordinator, laid, new_plan};
use super::{Answer, Step, step};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::pages::parts::Trouble;
use crate::pages::routes::Asked;
use crate::pages::sign_in::door;
use crate::plan::begin::begin;
use crate::random;
use crate::words::Lang;
use axum::Router;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use shared::day::Day;
use shared::ids::ChangeId;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/plans/{plan_id}/start/{step}", get(show_step).post(answer_step))
        .route("/new-plan", get(show_new_plan).post(make_new_plan))
}

/// One of the three questions, or what stands when they are asked: `step` is 1, 2, 3 or end. For the family.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/start/{step}",
    params(("plan_id" = uuid::Uuid, Path), ("step" = String, Path), crate::pages::routes::Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan or step, no seat at its table, or not of the family"),
    )
)]
pub async fn show_step(visit: Visit) -> Result<Response, Error> {
    let asked = step_of(&visit)?;
    let seen = visit.look(asked.paper()).await?;
    let content = step(&visit, &seen, asked, visit.change_id()?, &Answer::default());
    Ok(visit.page(asked.paper(), &seen, &content))
}

/// An answer to one of the questions. There may be several.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/start/{step}",
    params(("plan_id" = uuid::Uuid, Path), ("step" = String, Path), crate::pages::routes::Asked),
    request_body(content = Answer, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "saved; the place to go is the same question"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such plan or step, or no seat at its table"),
        (status = 422, description = "bad-input, or refused with a page that says why"),
    )
)]
pub async fn answer_step(visit: Visit, Form(answer): Form<Answer>) -> Result<Response, Error> {
    let asked = step_of(&visit)?;
    let change_id = answer.change_id.ok_or(Error::BadInput)?;
    let intent = answer.intent(asked, visit.reader.lang().tag()).ok_or(Error::NotFound)?;
    let again = |seen: &crate::plan::Seen| step(&visit, seen, asked, change_id, &answer);
    visit.submit(asked.paper(), wish(change_id, intent), again).await
}

fn step_of(visit: &Visit) -> Result<Step, Error> {
    let text: String = visit.named("step")?;
    Step::read(&text).ok_or(Error::NotFound)
}

/// One more family: its name, and its first adult. For those who are a family's contact already.
#[utoipa::path(
    get,
    path = "/new-plan",
    params(Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: the person is nobody's contact"),
    )
)]
pub async fn show_new_plan(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    lang: Lang,
    caller: Option<Caller>,
) -> Result<Response, Error> {
    let reader = asked.reader(lang);
    let Some(caller) = caller else {
        return Ok(Redirect::to(&reader.link(&door(ADDRESS))).into_response());
    };
    demand_coordinator(&app, &caller).await?;
    let change_id = ChangeId(random::uuid(app.clock().now())?);
    Ok(Html(new_plan(&reader, change_id, &NewPlanForm::default(), None)).into_response())
}

/// Lays the table, with the person as the family's contact.
#[utoipa::path(
    post,
    path = "/new-plan",
    params(Asked),
    request_body(content = NewPlanForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "a page with the link for the adult, shown this once", content_type = "text/html"),
        (status = 303, description = "it was done before; the place to go is who sits at the table"),
        (status = 401, description = "signed-out"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: the person is nobody's contact"),
        (status = 422, description = "bad-input, or refused with a page that says why"),
    )
)]
pub async fn make_new_plan(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    lang: Lang,
    caller: Caller,
    Form(form): Form<NewPlanForm>,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    let reader = asked.reader(lang);
    let contact = demand_coordinator(&app, &caller).await?;
    let new = form.wish().ok_or(Error::BadInput)?;
    Ok(match begin(&app, caller.person_id, &contact, &new).await? {
        Ok(Some(made)) => {
            let link = format!("{}{}", app.origins().public(), reader.link(&invited::path(&made.token)));
            Html(laid(&reader, &new, &link, Day::in_denmark(made.expires_at))).into_response()
        }
        Ok(None) => Redirect::to(&reader.link(&PEOPLE.address(new.plan_id))).into_response(),
        Err(refusal) => {
            let trouble = Trouble::Refused(Some(refusal));
            let page = new_plan(&reader, ChangeId(new.plan_id.0), &form, Some(&trouble));
            (StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response()
        }
    })
}
