//! The addresses of the form: a new placement, one that is changed, confirmed or taken away.

use super::preview::{Preview, people, preview, youth};
use super::{View, form, of_placement, read};
use crate::app::App;
use crate::error::Error;
use crate::matching::looked::{Showing, View as LookedAt};
use crate::matching::market::Market;
use crate::matching::{Put, Thing, ThingId};
use crate::pages::address::{query, with_query};
use crate::pages::desk::Tab;
use crate::pages::desk::done::{noted, saved};
use crate::pages::desk::routes::AtDesk;
use crate::pages::desk::signals::heard::heard;
use crate::pages::desk::stale::{alert, beside};
use crate::pages::profile::known::workplaces;
use crate::pages::profile::{Sent, Slips, trouble};
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId, WorkplaceId};
use shared::matching::candidate::AgeBand;
use shared::matching::placement::Placement;
use shared::matching::signal::OPEN_DAYS;
use shared::matching::verdict::Verdict;
use std::collections::BTreeSet;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/places/new", get(show_new_place).post(add_place))
        .route("/desk/places/{id}/edit", get(show_place_form).post(change_place))
}

const NEW: &str = "/desk/places/new";

/// What the form needs beside what stands in it.
struct Around {
    /// Every workplace by its id and a name that no other has.
    workplaces: Vec<(String, String)>,
    ids: BTreeSet<WorkplaceId>,
}

fn around(market: &Market) -> Around {
    let named = workplaces(market);
    Around {
        ids: named.iter().map(|one| one.id).collect(),
        workplaces: named.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
    }
}

async fn look(at: &AtDesk, placement: &Placement) -> Result<Preview, Error> {
    let (placement, today) = (placement.clone(), at.today);
    let id = placement.id;
    let preview = at
        .app
        .desk()
        .ask(move |market| preview(market, &placement, today))
        .await?
        .ok_or(Error::NotFound)?;
    let candidates: Vec<CandidateId> = preview.fits.iter().map(|candidate| candidate.id).collect();
    let showing = Showing {
        view: LookedAt::People,
        subject_id: Some(id.0),
        inputs: preview.inputs.clone(),
        rules: preview.rules.clone(),
        shown: candidates.iter().map(|id| id.0).collect(),
        candidates,
    };
    at.look(&showing).await?;
    Ok(preview)
}

/// A form as it goes out.
struct Draft<'a> {
    action: String,
    sent: &'a Sent,
    seen: Option<i64>,
    slips: Slips,
    workplaces: Vec<(String, String)>,
    youth: Vec<(AgeBand, Verdict)>,
    above: Markup,
    title: String,
}

impl<'a> Draft<'a> {
    /// Of a placement that is not there yet.
    fn new(at: &AtDesk, around: Around, sent: &'a Sent) -> Self {
        Draft {
            action: NEW.to_owned(),
            sent,
            seen: None,
            slips: Slips::default(),
            workplaces: around.workplaces,
            youth: Vec::new(),
            above: html! {},
            title: at.reader.say("places-new"),
        }
    }

    /// `seen` is what the form is saved over: what its reader has seen, also where it comes back for another reason.
    fn edit(stored: &Stored, seen: i64, sent: &'a Sent) -> Self {
        let placement = &stored.placement;
        Draft {
            action: format!("/desk/places/{}/edit", placement.id),
            sent,
            seen: Some(seen),
            slips: Slips::default(),
            workplaces: vec![(placement.workplace.to_string(), stored.name.clone())],
            youth: Vec::new(),
            above: html! {},
            title: placement.title.clone(),
        }
    }

    fn page(&self, at: &AtDesk, status: StatusCode) -> Response {
        let view = View {
            action: &self.action,
            sent: self.sent,
            seen: self.seen,
            slips: &self.slips,
            workplaces: &self.workplaces,
            youth: &self.youth,
            above: &self.above,
        };
        let content = html! {
            main.wide-list id="main" {
                div.head { h1 lang=[self.seen.and(at.reader.danish())] { (self.title) } }
                (form(&at.reader, &view))
            }
        };
        let of_signal = match self.sent.get("signal") {
            "" => String::new(),
            signal => query([("signal", signal), ("workplace", self.sent.get("workplace"))]),
        };
        let path = with_query(&self.action, &of_signal);
        at.form_page(status, Tab::Places, &path, &self.title, &content)
    }
}

/// A placement that is not written down yet; `workplace` and `signal` fill in what is known.
#[utoipa::path(
    get,
    path = "/desk/places/new",
    params(
        ("workplace" = Option<uuid::Uuid>, Query, description = "where it is"),
        ("signal" = Option<uuid::Uuid>, Query, description = "what a company has told"),
        ("kind" = Option<String>, Query, description = "what it is"),
    ),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_new_place(at: AtDesk) -> Result<Response, Error> {
    let around = at.app.desk().ask(around).await?;
    let heard = heard(&at, at.query.get("signal").map_or("", String::as_str)).await?;
    let of_signal = heard.as_ref().map(|heard| heard.place(&at.reader, at.today));
    let mut sent = of_signal.unwrap_or_default();
    if sent.get("start").is_empty() {
        sent.put_over("start", at.today.plus(1).to_string());
    }
    for (name, asked) in [
        ("workplace", at.asked::<WorkplaceId>("workplace").map(|id| id.to_string())),
        ("kind", at.asked("kind")),
    ] {
        if let Some(asked) = asked {
            sent.put_over(name, asked);
        }
    }
    let above = heard.map(|heard| heard.beside(&at.reader)).unwrap_or_default();
    let draft = Draft {
        above,
        ..Draft::new(&at, around, &sent)
    };
    Ok(draft.page(&at, StatusCode::OK))
}

/// Write a placement down, as the company has told it today; the signal that it comes of is done with that. `do=look` only
/// shows whom it would fit.
#[utoipa::path(
    post,
    path = "/desk/places/new",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "the fields of the form"),
    responses(
        (status = 200, description = "the form with the people it would fit", content_type = "text/html"),
        (status = 303, description = "it is saved; the place to go is its page, with the people for it"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
        (status = 422, description = "the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn add_place(at: AtDesk, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let around = at.app.desk().ask(around).await?;
    let heard = heard(&at, sent.get("signal")).await?;
    let told = heard.as_ref().map(|heard| heard.beside(&at.reader)).unwrap_or_default();
    let id = PlacementId(random::uuid(at.now)?);
    let placement = match read(&sent, id, &around.ids, None, at.today) {
        Ok(placement) => placement,
        Err(slips) => {
            let draft = Draft {
                slips,
                above: told,
                ..Draft::new(&at, around, &sent)
            };
            return Ok(draft.page(&at, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    if sent.get("do") == "look" {
        let preview = look(&at, &placement).await?;
        let draft = Draft {
            youth: preview.youth,
            above: html! { (told) (people(&at.reader, &preview.fits, at.today)) },
            ..Draft::new(&at, around, &sent)
        };
        return Ok(draft.page(&at, StatusCode::OK));
    }
    let workplace = placement.workplace;
    // The id was drawn just now: it cannot be there already.
    let thing = Thing::Placement(Box::new(placement));
    let Put::Saved(revision) = at.app.desk().put(&thing, None, at.caller.person_id).await? else {
        return Err(Error::Unexpected("a new id was there already"));
    };
    let mut page = format!("/desk/places/{id}?{}", noted(&sent, revision));
    if let Some(heard) = heard {
        heard.finish(&at, workplace).await?;
        page.push_str(&format!("&signal={}", heard.id));
    }
    Ok(Redirect::to(&at.reader.link(&page)).into_response())
}

/// A placement to be changed.
#[utoipa::path(
    get,
    path = "/desk/places/{id}/edit",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such placement, or no consultant"),
    )
)]
pub async fn show_place_form(at: AtDesk, Path(id): Path<String>) -> Result<Response, Error> {
    let id: PlacementId = id.parse().map_err(|_| Error::NotFound)?;
    let stored = stored(&at, id).await?.ok_or(Error::NotFound)?;
    let sent = of_placement(&at.reader, &stored.placement);
    let (placement, today) = (stored.placement.clone(), at.today);
    let youth = at.app.desk().ask(move |market| youth(market, &placement, today)).await?;
    let draft = Draft {
        youth,
        ..Draft::edit(&stored, stored.revision, &sent)
    };
    Ok(draft.page(&at, StatusCode::OK))
}

struct Stored {
    placement: Placement,
    revision: i64,
    name: String,
}

async fn stored(at: &AtDesk, id: PlacementId) -> Result<Option<Stored>, Error> {
    at.app
        .desk()
        .ask(move |market| {
            let held = market.placement(id)?;
            let workplace = &market.workplace(held.thing.workplace)?.thing;
            Some(Stored {
                placement: held.thing.clone(),
                revision: held.revision,
                name: format!("{}, {}", workplace.name, workplace.site.community),
            })
        })
        .await
}

/// Change a placement, say that it is still there, or take it away. What is refused comes back as it was filled in.
#[utoipa::path(
    post,
    path = "/desk/places/{id}/edit",
    params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`do` is `save`, `look`, `confirm` or `remove`; `seen` is the revision that was shown; then the fields of the form"),
    responses(
        (status = 200, description = "the form with the people it would fit", content_type = "text/html"),
        (status = 303, description = "it is done; the place to go is the placement, or all of them"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such placement, or no consultant"),
        (status = 409, description = "somebody else has changed or removed it meanwhile: the form as it was filled in, with both", content_type = "text/html"),
        (status = 422, description = "the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn change_place(at: AtDesk, Path(id): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let id: PlacementId = id.parse().map_err(|_| Error::NotFound)?;
    let by = at.caller.person_id;
    let Some(stored) = stored(&at, id).await? else {
        return gone(&at, sent).await;
    };
    let seen: i64 = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
    let wanted = match sent.get("do") {
        "remove" => None,
        "confirm" if !is_filled_in(&sent) => Some(stored.placement.clone()),
        _ => match read(&sent, id, &BTreeSet::new(), Some(&stored.placement), at.today) {
            Ok(placement) => Some(placement),
            Err(slips) => {
                let draft = Draft {
                    slips,
                    ..Draft::edit(&stored, seen, &sent)
                };
                return Ok(draft.page(&at, StatusCode::UNPROCESSABLE_ENTITY));
            }
        },
    };
    let (put, done) = match (wanted.clone(), sent.get("do")) {
        (None, _) => (at.app.desk().remove(ThingId::Placement(id), seen, by).await?, "removed"),
        (Some(placement), "look") => {
            let preview = look(&at, &placement).await?;
            let draft = Draft {
                youth: preview.youth,
                above: people(&at.reader, &preview.fits, at.today),
                ..Draft::edit(&stored, seen, &sent)
            };
            return Ok(draft.page(&at, StatusCode::OK));
        }
        (Some(placement), what) => {
            let (placement, done) = match what {
                "confirm" => (confirmed(placement, at.today), "confirmed"),
                _ => (placement, "saved"),
            };
            let thing = Thing::Placement(Box::new(placement));
            (at.app.desk().put(&thing, Some(seen), by).await?, done)
        }
    };
    let revision = match put {
        Put::Saved(revision) => revision,
        Put::Stale => return stale(&at, id, wanted.filter(|_| is_filled_in(&sent)), sent).await,
        Put::Kept => {
            let draft = Draft {
                above: has_courses(&at, id),
                ..Draft::edit(&stored, seen, &sent)
            };
            return Ok(draft.page(&at, StatusCode::CONFLICT));
        }
    };
    let page = if done == "removed" {
        "/desk/places".to_owned()
    } else {
        format!("/desk/places/{id}")
    };
    let note = match done {
        "saved" => noted(&sent, revision),
        _ => saved(done, revision),
    };
    Ok(Redirect::to(&at.reader.link(&format!("{page}?{note}"))).into_response())
}

/// Somebody else was first. What one wrote stands in the form, what they wrote above it; saved once more, it counts.
async fn stale(at: &AtDesk, id: PlacementId, mine: Option<Placement>, sent: Sent) -> Result<Response, Error> {
    let Some(now) = stored(at, id).await? else {
        return gone(at, sent).await;
    };
    let sent = match is_filled_in(&sent) {
        true => sent,
        false => of_placement(&at.reader, &now.placement),
    };
    let thing = |placement| Thing::Placement(Box::new(placement));
    let draft = Draft {
        above: beside(&at.reader, thing(now.placement.clone()), mine.map(thing)),
        ..Draft::edit(&now, now.revision, &sent)
    };
    Ok(draft.page(at, StatusCode::CONFLICT))
}

/// Somebody else has taken it away. What one wrote stands in the form of a new one.
async fn gone(at: &AtDesk, mut sent: Sent) -> Result<Response, Error> {
    if !is_filled_in(&sent) {
        return Err(Error::NotFound);
    }
    let around = at.app.desk().ask(around).await?;
    if around.workplaces.iter().all(|(id, _)| id != sent.get("workplace")) {
        sent.put_over("workplace", "");
    }
    let draft = Draft {
        above: alert(&at.reader, "desk-place-gone"),
        ..Draft::new(at, around, &sent)
    };
    Ok(draft.page(at, StatusCode::CONFLICT))
}

/// What somebody has learnt here is told with the placement, so it stays.
fn has_courses(at: &AtDesk, id: PlacementId) -> Markup {
    trouble(&html! {
        b { (at.reader.say("place-form-has-courses")) } " "
        a href=(at.reader.link(&format!("/desk/places/{id}"))) { (at.reader.say("place-form-see-courses")) }
    })
}

/// More than a button, as on the placement's own page: it has words that could be lost.
fn is_filled_in(sent: &Sent) -> bool {
    sent.all("title").next().is_some()
}

/// Somebody has said today that it is still there.
fn confirmed(placement: Placement, today: Day) -> Placement {
    Placement {
        confirmed: today,
        expires: today.plus(OPEN_DAYS),
        ..placement
    }
}
