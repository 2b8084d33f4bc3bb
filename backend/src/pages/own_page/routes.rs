//! The addresses of the door to somebody's own page.

use super::{Me, closed_page, door_page, made};
use crate::app::App;
use crate::auth::Caller;
use crate::auth::routes::sign_in_and_go;
use crate::error::Error;
use crate::matching::access::links;
use crate::pages::desk::Tab;
use crate::pages::desk::routes::AtDesk;
use crate::pages::my_work;
use crate::pages::routes::{Asked, WithLink};
use crate::plan;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use shared::ids::CandidateId;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/own-page/{token}", get(show_door).post(open_door))
        .route("/desk/people/{id}/own-page", post(make_own_link))
}

/// Make a link by which somebody who looks for work comes to their own page. It is shown once.
#[utoipa::path(
    post,
    path = "/desk/people/{id}/own-page",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page with the link", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such person, one who signs in as they do for all else, or no consultant"),
    )
)]
pub async fn make_own_link(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: CandidateId = id.parse().map_err(|_| Error::NotFound)?;
    let link = links::make(&at.app, id).await?.ok_or(Error::NotFound)?;
    let content = made(&at.reader, id, &link, at.app.origins().public());
    let title = at.reader.say("own-page-made");
    Ok(at.page(Tab::People, &format!("/desk/people/{id}"), &title, &[], &content))
}

/// The door to somebody's own page. Looking uses nothing up.
#[utoipa::path(
    get,
    path = "/own-page/{token}",
    params(("token" = String, Path), Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
        (status = 429, description = "too-many"),
    )
)]
pub async fn show_door(
    WithLink { app, reader }: WithLink,
    Path(token): Path<String>,
    caller: Option<Caller>,
) -> Result<Response, Error> {
    let first_name = match links::look_at(&app, &token).await? {
        Ok(first_name) => first_name,
        Err(closed) => return Ok(gone(&closed_page(&reader, &token, closed))),
    };
    let me = match &caller {
        Some(caller) => Some(Me {
            name: plan::person_name(app.db(), caller.person_id).await?.unwrap_or_default(),
            may_join: links::may_join(&app, caller.person_id).await?,
        }),
        None => None,
    };
    Ok(Html(door_page(&reader, &token, &first_name, me.as_ref())).into_response())
}

/// `open`: it is me, and I have nothing else here. `join`: it is me who is signed in.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenDoor {
    r#do: String,
}

/// Go in, and use the link up.
#[utoipa::path(
    post,
    path = "/own-page/{token}",
    params(("token" = String, Path), Asked),
    request_body(content = OpenDoor, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "signed in; the place to go is one's own page"),
        (status = 403, description = "wrong-origin"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
        (status = 422, description = "bad-input: nobody is signed in, or whoever is has a page of their own"),
        (status = 429, description = "too-many"),
    )
)]
pub async fn open_door(
    WithLink { app, reader }: WithLink,
    Path(token): Path<String>,
    caller: Option<Caller>,
    Form(form): Form<OpenDoor>,
) -> Result<Response, Error> {
    let shut = |closed| Ok(gone(&closed_page(&reader, &token, closed)));
    let first_name = match links::look_at(&app, &token).await? {
        Ok(first_name) => first_name,
        Err(closed) => return shut(closed),
    };
    let joins = form.r#do == "join";
    let taken = match (form.r#do.as_str(), caller) {
        // The link is the proof of who they are.
        ("open", _) => links::come_in(&app, &token, &first_name).await?,
        ("join", Some(caller)) if links::may_join(&app, caller.person_id).await? => {
            links::join(&app, &token, caller.person_id).await?
        }
        _ => return Err(Error::BadInput),
    };
    let taken = match taken {
        Ok(taken) => taken,
        Err(closed) => return shut(closed),
    };
    if let Some(before) = taken.from {
        plan::forget_alone(app.db(), before).await?;
    }
    let place = reader.link(my_work::ADDRESS);
    if joins {
        Ok(Redirect::to(&place).into_response())
    } else {
        sign_in_and_go(&app, taken.by, &place).await
    }
}

fn gone(page: &str) -> Response {
    (StatusCode::GONE, Html(page.to_owned())).into_response()
}
