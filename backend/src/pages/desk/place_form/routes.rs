//! The addresses of the form: a new placement, one that is changed, confirmed or taken away.

use super::{Trouble, View, YOUNG, form, of_placement, read};
use crate::app::App;
use crate::error::Error;
use crate::matching::book;
use crate::matching::looked::{Showing, View as LookedAt};
use crate::matching::market::Market;
use crate::matching::signals::whose;
use crate::matching::{Put, Thing, ThingId};
use crate::pages::desk::Tab;
use crate::pages::desk::people::{address, weeks_waited};
use crate::pages::desk::routes::AtDesk;
use crate::pages::profile::Sent;
use crate::random;
use axum::Router;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId, SignalId, WorkplaceId};
use shared::matching::candidate::{AgeBand, Candidate};
use shared::matching::gates::Context;
use shared::matching::gates::youth::for_age;
use shared::matching::list::{Limit, people_for};
use shared::matching::placement::{Opening, Placement};
use shared::matching::signal::OPEN_DAYS;
use shared::matching::verdict::Verdict;
use shared::matching::words::Kind;
use std::collections::BTreeSet;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/places/new", get(show_new_place).post(add_place))
        .route("/desk/places/{id}/edit", get(show_place_form).post(change_place))
}

const NEW: &str = "/desk/places/new";
/// People shown beside a placement that is being written.
const LOOKED: Limit = Limit { fits: 12, nearly: 0 };

/// What the form needs beside what stands in it.
struct Around {
    /// Every workplace by its id and a name that no other has.
    workplaces: Vec<(String, String)>,
    ids: BTreeSet<WorkplaceId>,
}

fn around(market: &Market) -> Around {
    let all = || market.workplaces().map(|held| &held.thing);
    let mut workplaces: Vec<(String, String)> = all()
        .map(|workplace| {
            (
                workplace.id.to_string(),
                format!("{}, {}", workplace.name, workplace.site.community),
            )
        })
        .collect();
    workplaces.sort_by_cached_key(|(_, name)| name.to_lowercase());
    Around {
        workplaces,
        ids: all().map(|workplace| workplace.id).collect(),
    }
}

/// Those for whom a placement fits as it is typed, and what youth rules say of it.
struct Preview {
    youth: Vec<(AgeBand, Verdict)>,
    fits: Vec<Candidate>,
    inputs: String,
    rules: String,
}

fn preview(market: &Market, placement: &Placement, today: Day) -> Option<Preview> {
    let workplace = &market.workplace(placement.workplace)?.thing;
    let in_force = market.in_force(today);
    let rules = &in_force.rules;
    let opening = Opening { placement, workplace };
    let nos = market.nos_to(opening);
    let listed = people_for(opening, market.candidates(), &nos, &Context { rules, today }, LOOKED);
    let is_youth = placement.kind == Kind::YouthJob;
    let ages = YOUNG.into_iter().filter(|_| is_youth);
    Some(Preview {
        youth: ages
            .map(|age| (age, for_age(age, placement, placement.begins(today), rules)))
            .collect(),
        fits: listed
            .fits
            .iter()
            .filter_map(|one| market.candidate(one.candidate).cloned())
            .collect(),
        inputs: format!("{:032x}", market.inputs_of_people(placement.id)),
        rules: in_force.version,
    })
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

fn people(at: &AtDesk, fits: &[Candidate]) -> Markup {
    html! {
        section.preview role="status" {
            div.head { h2 { (at.reader.say("place-people")) } span.faint { (fits.len()) " · " (at.reader.say("place-people-order")) } }
            @if fits.is_empty() { p.empty { (at.reader.say("place-form-nobody")) } }
            ol {
                @for candidate in fits {
                    @let weeks = weeks_waited(candidate, at.today);
                    li.could {
                        span.weeks { (weeks) span.unseen { " " (at.reader.say_count("desk-weeks", weeks)) } }
                        p { a.name href=(at.reader.link(&address(candidate.id, ""))) { bdi { (candidate.first_name) } } " " span.faint { (candidate.home.community) } }
                    }
                }
            }
        }
    }
}

/// A form as it goes out.
struct Draft<'a> {
    action: &'a str,
    sent: &'a Sent,
    seen: Option<i64>,
    trouble: &'a Trouble,
    workplaces: &'a [(String, String)],
    youth: &'a [(AgeBand, Verdict)],
    above: Markup,
    title: String,
}

fn page(at: &AtDesk, draft: Draft<'_>) -> Response {
    let view = View {
        action: draft.action,
        sent: draft.sent,
        seen: draft.seen,
        trouble: draft.trouble,
        workplaces: draft.workplaces,
        youth: draft.youth,
        above: draft.above,
    };
    let content = html! {
        main.wide-list id="main" {
            div.head { h1 { (draft.title) } }
            (form(&at.reader, &view))
        }
    };
    at.page(Tab::Places, draft.action, &draft.title, &[], &content)
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
    let mut sent = match at.asked::<SignalId>("signal") {
        Some(id) => of_signal(&at, id).await?,
        None => Sent::default(),
    };
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
    Ok(new_page(&at, &sent, &Trouble::default(), &around, &[], html! {}))
}

/// What a company has told, as the form would say it.
async fn of_signal(at: &AtDesk, id: SignalId) -> Result<Sent, Error> {
    let signal = book::signal(at.app.db(), id).await?.ok_or(Error::NotFound)?;
    let place = signal.place.clone();
    let known = at
        .app
        .desk()
        .ask(move |market| whose(market, &place).map(|workplace| workplace.id))
        .await?;
    let kind = signal.kinds().iter().next().unwrap_or(Kind::WorkPlacement);
    let placement = signal.placement(kind, PlacementId(id.0), known.unwrap_or(WorkplaceId::MIN), at.today);
    let mut sent = of_placement(&at.reader, &placement);
    // What it is called, the consultant hears on the telephone.
    sent.put_over("title", "");
    if known.is_none() {
        sent.put_over("workplace", "");
    }
    Ok(sent)
}

fn new_page(
    at: &AtDesk,
    sent: &Sent,
    trouble: &Trouble,
    around: &Around,
    youth: &[(AgeBand, Verdict)],
    above: Markup,
) -> Response {
    page(
        at,
        Draft {
            action: NEW,
            sent,
            seen: None,
            trouble,
            workplaces: &around.workplaces,
            youth,
            above,
            title: at.reader.say("places-new"),
        },
    )
}

/// Write a placement down, as the company has told it today. `do=look` only shows whom it would fit.
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
    let id = PlacementId(random::uuid(at.now)?);
    let placement = match read(&sent, id, &around.ids, None, at.today) {
        Ok(placement) => placement,
        Err(trouble) => {
            let page = new_page(&at, &sent, &trouble, &around, &[], html! {});
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if sent.get("do") == "look" {
        let preview = look(&at, &placement).await?;
        return Ok(new_page(
            &at,
            &sent,
            &Trouble::default(),
            &around,
            &preview.youth,
            people(&at, &preview.fits),
        ));
    }
    // The id was drawn just now: it cannot be there already.
    at.app
        .desk()
        .put(&Thing::Placement(Box::new(placement)), None, at.caller.person_id)
        .await?;
    Ok(Redirect::to(&at.reader.link(&format!("/desk/places/{id}?done=saved"))).into_response())
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
    let stored = stored(&at, &id).await?;
    let sent = of_placement(&at.reader, &stored.placement);
    let youth = youth_of(&at, &stored.placement).await?;
    Ok(edit_page(&at, &stored, &sent, &Trouble::default(), &youth, html! {}))
}

struct Stored {
    placement: Placement,
    revision: i64,
    name: String,
}

async fn stored(at: &AtDesk, id: &str) -> Result<Stored, Error> {
    let id: PlacementId = id.parse().map_err(|_| Error::NotFound)?;
    let found = at
        .app
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
        .await?;
    found.ok_or(Error::NotFound)
}

/// Of a job for a young person, what the rules say of it as it is stored.
async fn youth_of(at: &AtDesk, placement: &Placement) -> Result<Vec<(AgeBand, Verdict)>, Error> {
    if placement.kind != Kind::YouthJob {
        return Ok(Vec::new());
    }
    let (placement, today) = (placement.clone(), at.today);
    at.app
        .desk()
        .ask(move |market| {
            let in_force = market.in_force(today);
            YOUNG
                .map(|age| (age, for_age(age, &placement, placement.begins(today), &in_force.rules)))
                .to_vec()
        })
        .await
}

fn edit_page(
    at: &AtDesk,
    stored: &Stored,
    sent: &Sent,
    trouble: &Trouble,
    youth: &[(AgeBand, Verdict)],
    above: Markup,
) -> Response {
    page(
        at,
        Draft {
            action: &format!("/desk/places/{}/edit", stored.placement.id),
            sent,
            seen: Some(stored.revision),
            trouble,
            workplaces: &[(stored.placement.workplace.to_string(), stored.name.clone())],
            youth,
            above,
            title: stored.placement.title.clone(),
        },
    )
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
        (status = 409, description = "somebody else has changed it meanwhile: the form as it was filled in", content_type = "text/html"),
        (status = 422, description = "the form as it was filled in and what to put right", content_type = "text/html"),
    )
)]
pub async fn change_place(at: AtDesk, Path(id): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let stored = stored(&at, &id).await?;
    let (id, by) = (stored.placement.id, at.caller.person_id);
    let seen: i64 = sent.get("seen").parse().map_err(|_| Error::BadInput)?;
    let (thing, done) = match sent.get("do") {
        "remove" => (None, "removed"),
        "confirm" => (Some(confirmed(stored.placement.clone(), at.today)), "confirmed"),
        _ => match read(&sent, id, &BTreeSet::new(), Some(&stored.placement), at.today) {
            Ok(placement) if sent.get("do") == "look" => {
                let preview = look(&at, &placement).await?;
                return Ok(edit_page(
                    &at,
                    &stored,
                    &sent,
                    &Trouble::default(),
                    &preview.youth,
                    people(&at, &preview.fits),
                ));
            }
            Ok(placement) => (Some(placement), "saved"),
            Err(trouble) => {
                let page = edit_page(&at, &stored, &sent, &trouble, &[], html! {});
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
        },
    };
    let put = match thing {
        Some(placement) => {
            at.app
                .desk()
                .put(&Thing::Placement(Box::new(placement)), Some(seen), by)
                .await?
        }
        None => at.app.desk().remove(ThingId::Placement(id), seen, by).await?,
    };
    if put == Put::Stale {
        return stale(&at, &stored, sent).await;
    }
    let page = if done == "removed" {
        "/desk/places".to_owned()
    } else {
        format!("/desk/places/{id}")
    };
    Ok(Redirect::to(&at.reader.link(&format!("{page}?done={done}"))).into_response())
}

/// Somebody else was first. What one wrote stands in the form, what they wrote above it; saved once more, it counts.
async fn stale(at: &AtDesk, stored: &Stored, sent: Sent) -> Result<Response, Error> {
    // A button alone, as on the placement's own page, has no words that could be lost.
    let sent = if sent.get("title").is_empty() {
        of_placement(&at.reader, &stored.placement)
    } else {
        sent
    };
    let theirs = of_placement(&at.reader, &stored.placement);
    let other: Vec<(&str, &str, &str)> = [
        ("title", "place-form-title"),
        ("tasks", "place-form-tasks"),
        ("when", "place-form-shifts"),
        ("start", "place-form-start"),
        ("end", "place-form-end"),
        ("seats", "place-form-seats"),
        ("lifts", "place-form-lifts"),
    ]
    .into_iter()
    .filter(|(name, _)| {
        !theirs.all(name).eq(sent
            .all(name)
            .filter(|text| !text.is_empty() || theirs.all(name).count() == 1))
    })
    .map(|(name, key)| (name, key, theirs.get(name)))
    .collect();
    let above = html! {
        div.trouble role="alert" {
            b { (at.reader.say("desk-stale")) }
            @if !other.is_empty() {
                dl { @for (_, key, text) in &other { dt { (at.reader.say(key)) } dd dir="auto" { (text) } } }
            }
        }
    };
    let page = edit_page(at, stored, &sent, &Trouble::default(), &[], above);
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// Somebody has said today that it is still there.
fn confirmed(placement: Placement, today: Day) -> Placement {
    Placement {
        confirmed: today,
        expires: today.plus(OPEN_DAYS),
        ..placement
    }
}
