//! The addresses of what has come of my yes.

use super::CALLS_VERSION;
use crate::app::App;
use crate::error::Error;
use crate::matching::answers;
use crate::matching::course::{self, change, keep_signed};
use crate::pages::my_work::ADDRESS;
use crate::pages::my_work::routes::Mine;
use axum::Router;
use axum::extract::{Form, Path};
use axum::response::Response;
use axum::routing::post;
use serde::Deserialize;
use shared::ids::CourseId;
use shared::matching::course::{Calls, Course, Stage};
use shared::matching::words::TaskId;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/my-work/courses/{id}", post(answer_course))
        .route("/my-work/courses/{id}/signed", post(keep_tasks))
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerCourse {
    /// `stop`: I have changed my mind, before I have begun. `calls`: you may call me about my job; `no-calls`: you may not.
    answer: String,
    /// The text that was read. A yes to another one does not count.
    #[serde(default)]
    text_version: u16,
    /// Also after a year.
    #[serde(default)]
    year: bool,
    #[serde(default)]
    read_aloud: bool,
}

/// Say that I have changed my mind, or whether somebody may call me. A no asks nothing and is not kept.
#[utoipa::path(
    post,
    path = "/my-work/courses/{id}",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = AnswerCourse, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is one's own page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such course of one's own"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn answer_course(mine: Mine, Path(id): Path<String>, Form(form): Form<AnswerCourse>) -> Result<Response, Error> {
    let course = own(&mine, &id).await?;
    let done = match form.answer.as_str() {
        "stop" if course.stage().is_before() => {
            // The yes goes with it, and what was begun on it.
            answers::forget_ask(mine.app.db(), course.candidate, course.placement).await?;
            "back"
        }
        "calls" if course.stage() == Stage::Job && form.text_version == CALLS_VERSION => {
            let calls = Calls {
                year: form.year,
                on: mine.today,
                text_version: CALLS_VERSION,
                language: mine.reader.choice.tag.to_owned(),
                read_aloud: form.read_aloud,
            };
            set_calls(&mine, course.id, Some(calls)).await?;
            "saved"
        }
        "no-calls" => {
            set_calls(&mine, course.id, None).await?;
            "no-calls"
        }
        _ => return Err(Error::BadInput),
    };
    Ok(mine.go(&format!("{ADDRESS}?done={done}")))
}

async fn set_calls(mine: &Mine, id: CourseId, calls: Option<Calls>) -> Result<(), Error> {
    let set = |course: &mut Course| {
        course.calls.clone_from(&calls);
        Ok(())
    };
    // It cannot be the wrong time for either.
    change(&mine.app, id, set).await?.map_err(|_| Error::BadInput)
}

/// One's own course. To everybody else there is no such course.
async fn own(mine: &Mine, id: &str) -> Result<Course, Error> {
    let id: CourseId = id.parse().map_err(|_| Error::NotFound)?;
    let held = course::course(mine.app.db(), id).await?.ok_or(Error::NotFound)?;
    (held.course.candidate == mine.own.candidate_id())
        .then_some(held.course)
        .ok_or(Error::NotFound)
}

/// Keep what a company has signed that I can, or leave some of it out. Of that nothing is left.
#[utoipa::path(
    post,
    path = "/my-work/courses/{id}/signed",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`task`, once for each that stays"),
    responses(
        (status = 303, description = "it is written; the place to go is one's profile"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such course of one's own"),
    )
)]
pub async fn keep_tasks(
    mine: Mine,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let course = own(&mine, &id).await?;
    let ticked = fields.iter().filter(|(name, _)| name == "task");
    let tasks: Vec<TaskId> = ticked.filter_map(|(_, id)| id.parse().ok().map(TaskId)).collect();
    keep_signed(&mine.app, course.candidate, course.id, &tasks).await?;
    Ok(mine.go("/my-work/profile?done=saved"))
}
