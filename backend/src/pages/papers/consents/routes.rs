//! The addresses of who may see what.

use super::super::routes::{Visit, wish};
use super::ask::{Asked, grantee, grantee_text, scope_of, scope_text, text};
use super::{CONSENTS, changed_mind, consents, draw};
use crate::error::Error;
use crate::pages::parts::Done;
use crate::plan::Seen;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{ChangeId, ConsentId};
use shared::plan::{Grantee, Intent, Scope};
use uuid::Uuid;

/// An answer to "may they see it?".
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Given {
    change_id: Uuid,
    /// A member's id, or the name of a role.
    to: String,
    /// A card's id, or the name of a column.
    what: String,
    #[schema(value_type = String)]
    until: Day,
    /// In which the text stood on the screen.
    language: String,
    #[serde(default)]
    read_aloud: bool,
    /// `yes` or `no`.
    answer: String,
}

/// Someone has changed their mind.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    change_id: Uuid,
    consent_id: Uuid,
}

impl Given {
    /// What the answer is to, for the form to carry.
    pub fn hidden(asked: &Asked, language: &str) -> Markup {
        html! {
            input type="hidden" name="to" value=(grantee_text(asked.to));
            input type="hidden" name="what" value=(scope_text(asked.what));
            input type="hidden" name="until" value=(asked.until);
            input type="hidden" name="language" value=(language);
        }
    }
}

/// Who may see what. With `to`, `what` and `days`: the page before a yes. With `card`: the list, coming from that card.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/consents",
    params(
        ("plan_id" = uuid::Uuid, Path),
        crate::pages::routes::Asked,
        ("card" = Option<uuid::Uuid>, Query),
        ("to" = Option<String>, Query),
        ("what" = Option<String>, Query),
        ("days" = Option<i32>, Query),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_consents(visit: Visit) -> Result<Response, Error> {
    let seen = visit.look(&CONSENTS).await?;
    let content = draw(&visit, &seen)?;
    let of = |name| visit.asked::<String>(name);
    let changed = of("changed-for").and_then(|to| Some((grantee(&to)?, scope_of(&of("changed-of")?)?)));
    let content = html! {
        @if let Some((to, what)) = changed { (changed_mind(&visit, &seen, to, what)) }
        (content)
    };
    Ok(visit.page(&CONSENTS, &seen, &content))
}

/// Says yes, or no. A no changes nothing and asks nothing.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/consents",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = Given, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "answered; the place to go is the list"),
        (status = 403, description = "a form of another site"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "a page that says why not; or bad-input, where it is none of our forms", content_type = "text/html"),
        (status = 503, description = "a page: it could not be written", content_type = "text/html"),
    )
)]
pub async fn answer_consent(visit: Visit, Form(given): Form<Given>) -> Result<Response, Error> {
    let (to, what): (Grantee, Scope) = grantee(&given.to).zip(scope_of(&given.what)).ok_or(Error::BadInput)?;
    match given.answer.as_str() {
        "yes" => {}
        "no" => {
            visit.look(&CONSENTS).await?;
            return Ok(Redirect::to(&visit.link(&CONSENTS)).into_response());
        }
        _ => return Err(Error::BadInput),
    }
    let intent = Intent::GiveConsent {
        to,
        what,
        until: given.until,
        text: text(&given.language, given.read_aloud),
    };
    let again = |seen: &Seen| consents(&visit, seen, None).unwrap_or_default();
    visit.submit(&CONSENTS, wish(ChangeId(given.change_id), intent), again).await
}

/// Takes a yes back.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/consents/withdraw",
    params(("plan_id" = uuid::Uuid, Path), crate::pages::routes::Asked),
    request_body(content = Withdrawn, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "taken back; the place to go is the list"),
        (status = 403, description = "a form of another site"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
        (status = 422, description = "a page that says why not; or bad-input, where it is none of our forms", content_type = "text/html"),
        (status = 503, description = "a page: it could not be written", content_type = "text/html"),
    )
)]
pub async fn withdraw_consent(visit: Visit, Form(withdrawn): Form<Withdrawn>) -> Result<Response, Error> {
    let consent_id = ConsentId(withdrawn.consent_id);
    let seen = visit.look(&CONSENTS).await?;
    let was = seen.plan.consent(consent_id).map(|consent| (consent.to, consent.what));
    let change = wish(ChangeId(withdrawn.change_id), Intent::WithdrawConsent { consent_id });
    let answered = visit.hand_in(&CONSENTS, change, |seen| consents(&visit, seen, None).unwrap_or_default());
    Ok(match (answered.await?, was) {
        (Err(refused), _) => refused,
        (Ok(_), None) => visit.go_to(&CONSENTS, Done::Saved),
        (Ok(_), Some((to, what))) => {
            let (to, what) = (grantee_text(to), scope_text(what));
            let address = format!("{}?changed-for={to}&changed-of={what}", CONSENTS.address(visit.plan_id));
            Redirect::to(&visit.reader.link(&address)).into_response()
        }
    })
}
