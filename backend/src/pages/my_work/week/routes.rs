//! The addresses of one's own week.

use super::form::{by_words, exact, labels, painted};
use super::{MyWeek, Trouble};
use crate::error::Error;
use crate::matching::access;
use crate::matching::{Put, Thing};
use crate::pages::my_work::Leaf;
use crate::pages::my_work::routes::Mine;
use crate::pages::profile::Sent;
use crate::pages::profile::week_words::in_words;
use axum::extract::{Form, Multipart};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use shared::matching::ical::{Busy, LARGEST};
use shared::matching::week::Weeks;

/// How often a write is tried anew where other parts of the record change at the same moment.
const TRIES: usize = 4;
/// A calendar's file, with what a form has around it.
pub const LARGEST_FORM: usize = LARGEST + 64 * 1024;

/// My week.
#[utoipa::path(
    get,
    path = "/my-work/week",
    params(("weeks" = Option<String>, Query, description = "`two`: even and odd weeks apart; `one`: every week alike")),
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_week(mine: Mine) -> Result<Response, Error> {
    let stored = mine.candidate().await?.0.free;
    show(&mine, stored, stored, |week| week).await
}

/// Change my week, or what I call its times.
#[utoipa::path(
    post,
    path = "/my-work/week",
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 409, description = "somebody else was first: the page, with both", content_type = "text/html"),
        (status = 422, description = "bad-input, or the page with what could not be read", content_type = "text/html"),
    )
)]
pub async fn write_week(mine: Mine, Form(sent): Form<Sent>) -> Result<Response, Error> {
    if sent.has("what", "labels") {
        return write_labels(&mine, &sent).await;
    }
    let now = mine.candidate().await?.0.free;
    let unreadable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(stored) = exact(sent.get("stored")) else {
        let page = show(&mine, now, now, |week| week.in_trouble(Trouble::Unreadable)).await?;
        return Ok((unreadable, page).into_response());
    };
    let wanted = match sent.get("what") {
        "type" => match Weeks::read(sent.get("typed")) {
            Ok(weeks) => weeks,
            Err(why) => {
                let typed = sent.get("typed");
                let page = show(&mine, stored, stored, |week| MyWeek {
                    typed,
                    ..week.in_trouble(Trouble::Typed(&why))
                })
                .await?;
                return Ok((unreadable, page).into_response());
            }
        },
        _ => match painted(&sent) {
            Some(weeks) => weeks,
            None => {
                let page = show(&mine, now, now, |week| week.in_trouble(Trouble::Unreadable)).await?;
                return Ok((unreadable, page).into_response());
            }
        },
    };
    match write(&mine, stored, wanted).await? {
        Ok(()) => Ok(Redirect::to(&mine.reader.link("/my-work/week?done=saved")).into_response()),
        Err(theirs) => {
            let page = show(&mine, wanted, theirs, |week| week.in_trouble(Trouble::Conflict)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// Writes the week where it still is as it was seen; else answers with what it is now.
async fn write(mine: &Mine, seen: Weeks, wanted: Weeks) -> Result<Result<(), Weeks>, Error> {
    for _ in 0..TRIES {
        let (mut candidate, revision) = mine.candidate().await?;
        if candidate.free != seen {
            return Ok(Err(candidate.free));
        }
        candidate.free = wanted;
        let thing = Thing::Candidate(Box::new(candidate));
        if let Put::Saved(_) = mine.app.desk().put(&thing, Some(revision), mine.caller.person_id).await? {
            return Ok(Ok(()));
        }
    }
    Err(Error::TooMany)
}

async fn write_labels(mine: &Mine, sent: &Sent) -> Result<Response, Error> {
    match labels(sent) {
        Ok(labels) => {
            access::set_labels(mine.app.db(), mine.own, &labels).await?;
            Ok(Redirect::to(&mine.reader.link("/my-work/week?done=saved")).into_response())
        }
        Err(bad) => {
            let typed: Vec<(String, String)> = sent
                .all("label")
                .zip(sent.all("label_when"))
                .filter(|(words, when)| !words.is_empty() || !when.is_empty())
                .map(|(words, when)| (words.to_owned(), when.to_owned()))
                .collect();
            let stored = mine.candidate().await?.0.free;
            let page = show(mine, stored, stored, |week| MyWeek {
                labels: &typed,
                ..week.in_trouble(Trouble::Label(&bad))
            });
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.await?).into_response())
        }
    }
}

/// Read a calendar's file. Nothing of it is stored: the page shows what is left of the hours in which I would work.
#[utoipa::path(
    post,
    path = "/my-work/week/calendar",
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "the page, with the week as it was read", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 400, description = "bad-input"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 413, description = "too-large"),
        (status = 422, description = "the page with why it could not be read", content_type = "text/html"),
    )
)]
pub async fn read_calendar(mine: Mine, mut form: Multipart) -> Result<Response, Error> {
    let (mut frame, mut file) = (String::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Error::BadInput)? {
        match field.name() {
            Some("frame") => frame = field.text().await.map_err(|_| Error::BadInput)?,
            Some("file") => file = field.bytes().await.map_err(|_| Error::BadInput)?.to_vec(),
            _ => {}
        }
    }
    let stored = mine.candidate().await?.0.free;
    let typed = frame.as_str();
    let again = |trouble| {
        show(&mine, stored, stored, move |week| MyWeek {
            frame: Some(typed),
            ..week.in_trouble(trouble)
        })
    };
    let frame = match Weeks::read(typed) {
        Ok(frame) => frame,
        Err(why) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, again(Trouble::Frame(&why)).await?).into_response()),
    };
    match Busy::read(&file, mine.today) {
        Ok(busy) => {
            show(&mine, busy.leaves(&frame), stored, |week| MyWeek {
                from_calendar: Some(&busy),
                frame: Some(typed),
                ..week
            })
            .await
        }
        Err(why) => Ok((StatusCode::UNPROCESSABLE_ENTITY, again(Trouble::Calendar(why)).await?).into_response()),
    }
}

impl<'a> MyWeek<'a> {
    fn in_trouble(self, trouble: Trouble<'a>) -> MyWeek<'a> {
        MyWeek {
            trouble: Some(trouble),
            ..self
        }
    }
}

/// The page with `shown` in its table; `with` says what else stands on it.
async fn show<'a>(
    mine: &Mine,
    shown: Weeks,
    stored: Weeks,
    with: impl FnOnce(MyWeek<'a>) -> MyWeek<'a>,
) -> Result<Response, Error> {
    let own = access::labels(mine.app.db(), mine.own).await?;
    let own: Vec<(String, String)> = by_words(&own)
        .into_iter()
        .map(|(words, when)| (words, in_words(&mine.reader, &when)))
        .collect();
    let asked: Option<String> = mine.asked("weeks");
    let two = match asked.as_deref() {
        Some("two") => true,
        Some("one") => false,
        _ => shown.even != shown.odd,
    };
    let page = with(MyWeek {
        shown: if two { shown } else { Weeks::every(shown.even) },
        stored,
        two,
        typed: "",
        labels: &[],
        trouble: None,
        from_calendar: None,
        frame: None,
    });
    let labels = if page.labels.is_empty() { &own } else { page.labels };
    let page = MyWeek { labels, ..page };
    let content = page.draw(&mine.reader);
    mine.page(Leaf::Week, &content).await
}
