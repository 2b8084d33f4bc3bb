//! The addresses of one's own week.

use super::form::{Given, Meant, by_words, labels, rows_written};
use super::{MyWeek, Trouble};
use crate::error::Error;
use crate::matching::access;
use crate::pages::my_work::Leaf;
use crate::pages::my_work::routes::Mine;
use crate::pages::profile::Sent;
use crate::pages::profile::week_words::in_words;
use axum::extract::{Form, Multipart};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use shared::matching::candidate::Candidate;
use shared::matching::ical::{Busy, LARGEST};
use shared::matching::week::Weeks;

/// A calendar's file, with what a form has around it.
pub const LARGEST_FORM: usize = LARGEST + 64 * 1024;

/// My week.
#[utoipa::path(
    get,
    path = "/my-work/week",
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

/// Change my week, or what I call its times. `what` is the button: `paint`, `type` and `labels` save; `two`, `one` and
/// `before` draw the page anew with all that is not saved yet.
#[utoipa::path(
    post,
    path = "/my-work/week",
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "the page, with what is not saved yet", content_type = "text/html"),
        (status = 303, description = "it is written; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
        (status = 409, description = "somebody else was first: the page, with both", content_type = "text/html"),
        (status = 422, description = "bad-input, or the page with what could not be read", content_type = "text/html"),
    )
)]
pub async fn write_week(mine: Mine, Form(sent): Form<Sent>) -> Result<Response, Error> {
    let now = mine.candidate().await?.0.free;
    let Some(given) = Given::read(&sent, now) else {
        return in_trouble(&mine, now, now, |week| week, Trouble::Unreadable).await;
    };
    match sent.get("what") {
        "labels" => write_labels(&mine, &given).await,
        "paint" | "type" => save(&mine, &given).await,
        "two" => {
            show(&mine, given.painted, given.stored, |week| MyWeek {
                two: true,
                word: Some("week-unsaved"),
                ..given.again(week)
            })
            .await
        }
        "one" => {
            let painted = given.painted;
            let apart = painted.even != painted.odd;
            show(&mine, Weeks::every(painted.even), given.stored, |week| MyWeek {
                two: false,
                before: if apart { Some(painted) } else { given.before() },
                word: Some(if apart { "week-even-alone" } else { "week-unsaved" }),
                ..given.again(week)
            })
            .await
        }
        "before" => {
            let before = given.before().ok_or(Error::BadInput)?;
            show(&mine, before, given.stored, |week| MyWeek {
                two: before.even != before.odd,
                before: None,
                word: Some("week-unsaved"),
                ..given.again(week)
            })
            .await
        }
        _ => Err(Error::BadInput),
    }
}

/// All that was changed, or nothing.
async fn save(mine: &Mine, given: &Given<'_>) -> Result<Response, Error> {
    let wanted = match given.meant() {
        Meant::Painted => given.painted,
        Meant::Typed => match Weeks::read(given.sent.get("typed")) {
            Ok(weeks) => weeks,
            Err(why) => return again(mine, given, Trouble::Typed(&why)).await,
        },
        Meant::Both => return again(mine, given, Trouble::Both).await,
    };
    let named = match given.were_named().then(|| labels(&given.rows)).transpose() {
        Ok(named) => named,
        Err(bad) => return again(mine, given, Trouble::Label(&bad)).await,
    };
    if let Err(theirs) = write(mine, given.stored, wanted).await? {
        let page = show(mine, wanted, theirs, |week| MyWeek {
            drawn: wanted,
            typed: None,
            typed_drawn: None,
            trouble: Some(Trouble::Conflict),
            ..given.again(week)
        });
        return Ok((StatusCode::CONFLICT, page.await?).into_response());
    }
    if let Some(named) = named {
        access::set_labels(mine.app.db(), mine.own, &named).await?;
    }
    Ok(Redirect::to(&mine.reader.link("/my-work/week?done=saved")).into_response())
}

/// Writes the week where it still is as it was seen; else answers with what it is now.
async fn write(mine: &Mine, seen: Weeks, wanted: Weeks) -> Result<Result<(), Weeks>, Error> {
    let set = |candidate: &mut Candidate| {
        if candidate.free != seen {
            return Err(Box::new(candidate.free));
        }
        candidate.free = wanted;
        Ok(())
    };
    Ok(mine.change(set).await?.map(drop).map_err(|theirs| *theirs))
}

/// The names alone. A week that was painted or typed beside them stays as it is, not saved yet.
async fn write_labels(mine: &Mine, given: &Given<'_>) -> Result<Response, Error> {
    match labels(&given.rows) {
        Ok(labels) => access::set_labels(mine.app.db(), mine.own, &labels).await?,
        Err(bad) => return again(mine, given, Trouble::Label(&bad)).await,
    }
    if given.painted == given.stored && !given.was_typed() {
        return Ok(Redirect::to(&mine.reader.link("/my-work/week?done=saved")).into_response());
    }
    show(mine, given.painted, given.stored, |week| MyWeek {
        labels_drawn: Some(rows_written(&given.rows)),
        word: Some("week-names-alone"),
        ..given.again(week)
    })
    .await
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
    let (mut sent, mut file) = (Sent::default(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Error::BadInput)? {
        match field.name().map(str::to_owned) {
            Some(name) if name == "file" => file = field.bytes().await.map_err(|_| Error::BadInput)?.to_vec(),
            Some(name) => sent.put(&name, field.text().await.map_err(|_| Error::BadInput)?),
            None => {}
        }
    }
    let now = mine.candidate().await?.0.free;
    let Some(given) = Given::read(&sent, now) else {
        return in_trouble(&mine, now, now, |week| week, Trouble::Unreadable).await;
    };
    let frame = match Weeks::read(sent.get("frame")) {
        Ok(frame) => frame,
        Err(why) => return again(&mine, &given, Trouble::Frame(&why)).await,
    };
    match Busy::read(&file, mine.today) {
        Ok(busy) => {
            let painted = Some(given.painted).filter(|painted| *painted != given.stored);
            show(&mine, busy.leaves(&frame), given.stored, |week| MyWeek {
                two: week.two,
                drawn: given.stored,
                before: painted.or(given.before()),
                from_calendar: Some(&busy),
                ..given.again(week)
            })
            .await
        }
        Err(why) => again(&mine, &given, Trouble::Calendar(why)).await,
    }
}

impl Given<'_> {
    /// A page with all that was not saved, as it was sent.
    fn again<'a>(&'a self, week: MyWeek<'a>) -> MyWeek<'a> {
        let kept = |name| Some(self.sent.get(name)).filter(|text| !text.is_empty());
        let rows = self.sent.all("label").next().map(|_| ());
        MyWeek {
            drawn: self.drawn(),
            before: self.before(),
            two: week.two || self.is_two(),
            typed: kept("typed").filter(|_| self.was_typed()),
            typed_drawn: kept("typed_drawn").filter(|_| self.was_typed()),
            labels: rows.map(|()| self.rows.as_slice()),
            labels_drawn: rows.map(|()| self.rows_drawn()),
            frame: kept("frame"),
            ..week
        }
    }
}

/// Nothing is saved, and nothing of what was sent is lost.
async fn again(mine: &Mine, given: &Given<'_>, trouble: Trouble<'_>) -> Result<Response, Error> {
    in_trouble(mine, given.painted, given.stored, |week| given.again(week), trouble).await
}

async fn in_trouble<'a>(
    mine: &Mine,
    shown: Weeks,
    stored: Weeks,
    with: impl FnOnce(MyWeek<'a>) -> MyWeek<'a>,
    trouble: Trouble<'a>,
) -> Result<Response, Error> {
    let page = show(mine, shown, stored, |week| MyWeek {
        trouble: Some(trouble),
        ..with(week)
    });
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.await?).into_response())
}

/// The page with `shown` in its table; `with` says what else stands on it.
async fn show<'a>(
    mine: &Mine,
    shown: Weeks,
    stored: Weeks,
    with: impl FnOnce(MyWeek<'a>) -> MyWeek<'a>,
) -> Result<Response, Error> {
    let two = shown.even != shown.odd;
    let page = with(MyWeek {
        shown,
        stored,
        drawn: if two { shown } else { Weeks::every(shown.even) },
        before: None,
        two,
        typed: None,
        typed_drawn: None,
        labels: None,
        labels_drawn: None,
        trouble: None,
        word: None,
        from_calendar: None,
        frame: None,
    });
    let own = access::labels(mine.app.db(), mine.own).await?;
    let own: Vec<(String, String)> = by_words(&own)
        .into_iter()
        .map(|(words, when)| (words, in_words(&mine.reader, &when)))
        .collect();
    let page = MyWeek {
        shown: if page.two { page.shown } else { Weeks::every(page.shown.even) },
        labels: page.labels.or(Some(&own)),
        labels_drawn: page.labels_drawn.or_else(|| Some(rows_written(&own))),
        ..page
    };
    let content = page.draw(&mine.reader);
    mine.page(Leaf::Week, &content).await
}
