//! The addresses of the people round the table, of the links to it, and of asking for a seat.

use super::super::answers::FormIds;
use super::super::routes::{Visit, done_or_trouble};
use super::form::PeopleForm;
use super::invited::{self, closed_page, invited_page};
use super::member::address;
use super::seat::{self, seat_page};
use super::{PEOPLE, Page, people};
use crate::app::App;
use crate::auth::routes::sign_in_and_go;
use crate::error::Error;
use crate::pages::frame::sheet;
use crate::pages::parts::Done;
use crate::pages::routes::Asked;
use crate::plan;
use crate::plan::people::asking::{Asking, ask_for_seat};
use crate::plan::people::invitations;
use crate::words::Lang;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use maud::html;
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{ChangeId, MemberId};

/// Everyone who sits at the table, and what may be done about it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/people",
    params(
        ("plan_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
        ("ready" = Option<String>, Query, description = "whom the form for someone new is made ready for"),
        ("change" = Option<uuid::Uuid>, Query, description = "the proposal of which the family makes its own version"),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_people(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&PEOPLE).await?;
    let read_back = plan::written_with_pen(&visit.app, visit.plan_id, &seen).await?;
    let content = people(&visit, &seen, &FormIds::from(visit.change_id()?), &read_back, None);
    Ok(visit.page(&PEOPLE, &seen, &content))
}

/// One change to who sits at the table, who is its contact, and who has its pen.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/people",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = PeopleForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "the person has left the table: a page", content_type = "text/html"),
        (status = 303, description = "it is done or proposed; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "bad-input, or the page with the reason", content_type = "text/html"),
    )
)]
pub async fn change_people(visit: Visit, Form(form): Form<PeopleForm>) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    // One who leaves sees nothing afterwards, not even whom they have left.
    let before = visit.look(&PEOPLE).await?;
    let ways = invitations::ways_in(&visit.app, visit.plan_id, &before).await?;
    let read_back = plan::written_with_pen(&visit.app, visit.plan_id, &before).await?;
    let outcome = visit
        .hand_in(&PEOPLE, form.change(), |seen| {
            match form.about().and_then(|member_id| seen.plan.member(member_id)) {
                Some(member) => {
                    let page = Page {
                        visit: &visit,
                        seen,
                        ids: &ids,
                    };
                    page.member(member, &ways, Some(&form.ask))
                }
                None => people(&visit, seen, &ids, &read_back, Some(&form.ask)),
            }
        })
        .await?;
    Ok(match outcome {
        Ok(_) if form.is_leave_of(before.member_id) => {
            let page = Page {
                visit: &visit,
                seen: &before,
                ids: &ids,
            };
            let title = visit.reader.say("left-title");
            Html(sheet(&visit.reader, "/", &title, &page.goodbye())).into_response()
        }
        Ok(done) => visit.go_to(&PEOPLE, done),
        Err(refused) => refused,
    })
}

/// One person at the table.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/people/{member_id}",
    params(
        ("plan_id" = uuid::Uuid, Path),
        ("member_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan or member, or no seat at its table"),
    )
)]
pub async fn show_member(visit: Visit) -> Result<Response, Error> {
    let member_id: MemberId = visit.named("member_id")?;
    let seen = visit.look(&PEOPLE).await?;
    let member = seen.plan.member(member_id).ok_or(Error::NotFound)?;
    let ways = invitations::ways_in(&visit.app, visit.plan_id, &seen).await?;
    let page = Page {
        visit: &visit,
        seen: &seen,
        ids: &FormIds::from(visit.change_id()?),
    };
    let content = page.member(member, &ways, None);
    let address = address(visit.plan_id, member_id);
    Ok(visit.page_at(&PEOPLE, &address, &member.name, &seen, &content))
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkForm {
    /// What every form has. A link has no use for it: pressed twice, the later link counts.
    #[schema(value_type = uuid::Uuid)]
    #[expect(dead_code, reason = "every form of a paper sends it")]
    change_id: ChangeId,
    what: LinkWish,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkWish {
    Make,
    Withdraw,
}

/// Make a link for a member to come in by, or take it back. The link is shown in the answer and never again.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/people/{member_id}/link",
    params(
        ("plan_id" = uuid::Uuid, Path),
        ("member_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
    ),
    request_body(content = LinkForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "a page with the link", content_type = "text/html"),
        (status = 303, description = "it is taken back, or none is needed; the place to go is the page anew"),
        (status = 404, description = "not-found: no such plan or member, no seat at its table, or no link that this person gives"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn change_link(visit: Visit, Form(form): Form<LinkForm>) -> Result<Response, Error> {
    let member_id: MemberId = visit.named("member_id")?;
    let address = address(visit.plan_id, member_id);
    let back = visit.go(&address, Done::Saved);
    if form.what == LinkWish::Withdraw {
        invitations::withdraw(&visit.app, &visit.caller, visit.plan_id, member_id).await?;
        return Ok(back);
    }
    let (seen, made) = invitations::invite(&visit.app, &visit.caller, visit.plan_id, member_id).await?;
    let (Some(made), Some(member)) = (made, seen.plan.member(member_id)) else {
        return Ok(back);
    };
    let path = visit.reader.link(&invited::path(&made.token));
    let link = format!("{}{path}", visit.app.origins().public());
    let until = visit.reader.date(Day::in_denmark(made.expires_at));
    let page = Page {
        visit: &visit,
        seen: &seen,
        ids: &FormIds::from(visit.change_id()?),
    };
    let title = visit.reader.say_with("link-made", &[("name", &member.name)]);
    Ok(visit.page_at(&PEOPLE, &address, &title, &seen, &page.made(member, &link, &until)))
}

/// What a link to the table is, for the one who was sent it. Looking uses nothing up.
#[utoipa::path(
    get,
    path = "/invitations/{token}",
    params(("token" = String, Path), Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
    )
)]
pub async fn show_invitation(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
    lang: Lang,
) -> Result<Response, Error> {
    let reader = asked.reader(lang);
    Ok(match invitations::look_at(&app, &token).await? {
        Ok(invited) => Html(invited_page(&reader, &token, &invited)).into_response(),
        Err(closed) => gone(&closed_page(&reader, &token, closed)),
    })
}

/// "Yes, I would like to be part of it": makes the person, gives them the seat and signs them in.
#[utoipa::path(
    post,
    path = "/invitations/{token}",
    params(("token" = String, Path), Asked),
    responses(
        (status = 303, description = "signed in; the place to go is the plan"),
        (status = 403, description = "wrong-origin"),
        (status = 410, description = "a page that says why the link opens nothing", content_type = "text/html"),
    )
)]
pub async fn accept_invitation(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    lang: Lang,
) -> Result<Response, Error> {
    app.origins().demand_own(&headers)?;
    let reader = asked.reader(lang);
    match invitations::take_seat(&app, &token).await? {
        // The link is the proof of who they are.
        Ok((person_id, plan_id)) => sign_in_and_go(&app, person_id, &reader.link(&format!("/plans/{plan_id}"))).await,
        Err(closed) => Ok(gone(&closed_page(&reader, &token, closed))),
    }
}

fn gone(page: &str) -> Response {
    (StatusCode::GONE, Html(page.to_owned())).into_response()
}

/// Ask for a seat at a table. The form is the same whether there is such a plan or not.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/seat",
    params(("plan_id" = uuid::Uuid, Path), Asked),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: what stands there is no id"),
    )
)]
pub async fn show_seat(visit: Visit) -> Result<Response, Error> {
    let ids = FormIds::from(visit.change_id()?);
    let done = visit.asked("done");
    let page = seat_page(&visit.reader, visit.plan_id, &ids, seat::Asked::default(), done, &html! {});
    Ok(Html(page).into_response())
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatForm {
    #[schema(value_type = uuid::Uuid)]
    change_id: ChangeId,
    /// Who one is to the family.
    relation: String,
    /// What one would sit there for.
    purpose: String,
}

/// Ask. The answer is the same whether there is such a plan or not; the family's yes opens the plan.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/seat",
    params(("plan_id" = uuid::Uuid, Path), Asked),
    request_body(content = SeatForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is sent; the place to go is the form anew"),
        (status = 404, description = "not-found: what stands there is no id"),
        (status = 422, description = "bad-input, or the form with the reason", content_type = "text/html"),
    )
)]
pub async fn ask_for_a_seat(visit: Visit, Form(form): Form<SeatForm>) -> Result<Response, Error> {
    let asking = Asking {
        relation: &form.relation,
        purpose: &form.purpose,
    };
    let outcome = ask_for_seat(&visit.app, &visit.caller, visit.plan_id, form.change_id, asking).await?;
    let (trouble, status) = match done_or_trouble(outcome) {
        Ok(_) => return Ok(visit.go(&seat::address(visit.plan_id), Done::Asked)),
        Err(trouble) => trouble,
    };
    let asked = seat::Asked {
        relation: &form.relation,
        purpose: &form.purpose,
    };
    let ids = FormIds::from(visit.change_id()?);
    let trouble = trouble.summary_without_plan(&visit.reader);
    let page = seat_page(&visit.reader, visit.plan_id, &ids, asked, None, &trouble);
    Ok((status, Html(page)).into_response())
}
