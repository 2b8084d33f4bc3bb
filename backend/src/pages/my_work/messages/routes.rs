//! The addresses of word to one's own phone, and of what is new while the page stands open.

use super::{ADDRESS, MyMessages, OF, Typed, strip};
use crate::config::Config;
use crate::error::Error;
use crate::matching::access;
use crate::matching::messages::own::{history, news, so_far};
use crate::matching::messages::{About, Number, Phone, store};
use crate::pages::my_work::Leaf;
use crate::pages::my_work::routes::Mine;
use crate::words::Lang;
use axum::extract::Form;
use axum::http::header::{ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{DOCTYPE, html};
use serde::Deserialize;
use shared::matching::candidate::Candidate;

/// Where I ask for word to my phone, and what I was told of.
#[utoipa::path(
    get,
    path = "/my-work/messages",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_messages(mine: Mine) -> Result<Response, Error> {
    page(&mine, None).await
}

async fn page(mine: &Mine, typed: Option<&Typed>) -> Result<Response, Error> {
    let (number, wants) = asked_for(mine).await?;
    let history = history(&mine.app, &mine.caller, mine.own).await?;
    let (candidate, _) = mine.candidate().await?;
    let asker = access::entrance(mine.app.db()).await?;
    let page = MyMessages {
        can_send: mine.app.config().message_service.is_some(),
        number: number.as_ref(),
        wants: &wants,
        hears: candidate.day_jobs,
        typed,
        lines: &history.lines,
        origin: mine.app.origins().public(),
        asker: asker.as_ref().map(|one| one.name.as_str()),
        today: mine.today,
    };
    let status = typed.map_or(StatusCode::OK, |_| StatusCode::UNPROCESSABLE_ENTITY);
    mine.form_page(status, Leaf::Messages, &page.draw(&mine.reader)).await
}

/// Their number, and what they have asked to be told of there.
async fn asked_for(mine: &Mine) -> Result<(Option<Number>, Vec<About>), Error> {
    let (mut found, mut wants) = (None, Vec::new());
    for (about, _) in OF {
        if let Some(number) = store::number(mine.app.db(), mine.own.candidate_id().0, about).await? {
            found = Some(number);
            wants.push(about);
        }
    }
    Ok((found, wants))
}

/// `save` with a number, a language and what to be told of, or `stop`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMessages {
    r#do: String,
    /// Eight digits, or plus and the country code.
    #[serde(default)]
    phone: String,
    /// `da` or `en`.
    #[serde(default)]
    language: String,
    /// Whoever looks for work: tell me of jobs for a day or a few.
    #[serde(default)]
    day_jobs: bool,
    /// Whoever looks for work: tell me when somebody asks me something.
    #[serde(default)]
    asks: bool,
    /// What to stop, `day-job` or `ask`; without it, all.
    #[serde(default)]
    about: String,
}

/// Ask for word to my phone when there is a job for a day or a few, when somebody asks me something, or both; or take either
/// back: the number is deleted with the last one, and so is what was not sent.
#[utoipa::path(
    post,
    path = "/my-work/messages",
    request_body(content = ChangeMessages, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is written; the place to go is the page anew"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: whoever looks for no work has no such page, or nothing here sends"),
        (status = 422, description = "bad-input, or the page anew where the number cannot be read or nothing is ticked", content_type = "text/html"),
    )
)]
pub async fn change_messages(mine: Mine, Form(form): Form<ChangeMessages>) -> Result<Response, Error> {
    let (db, id) = (mine.app.db(), mine.own.candidate_id());
    let stops = form.stops()?;
    let wants = form.wants();
    let phone = form.phone.clone();
    let done = match form.asked(mine.app.config())? {
        Asked::Stop => {
            for about in stops {
                store::take_back(db, id.0, about).await?;
            }
            let (left, _) = asked_for(&mine).await?;
            if left.is_some() { "saved" } else { "stopped" }
        }
        Asked::At(number) if !wants.is_empty() => {
            for (about, _) in OF {
                if !wants.contains(&about) {
                    store::take_back(db, id.0, about).await?;
                    continue;
                }
                let since = match about {
                    About::DayJob => hear_of_day_jobs(&mine).await?,
                    About::Ask | About::Signal => mine.now,
                };
                store::ask_for(db, id.0, about, &number, since).await?;
            }
            "saved"
        }
        Asked::At(_) | Asked::Unread(_) => {
            return page(&mine, Some(&Typed { phone, wants })).await;
        }
    };
    Ok(Redirect::to(&mine.reader.link(&format!("{ADDRESS}?done={done}"))).into_response())
}

/// What such a form asks for, a candidate's and a consultant's.
#[derive(Debug)]
pub enum Asked {
    Stop,
    At(Number),
    /// What was typed is no number.
    Unread(String),
}

impl ChangeMessages {
    /// What is ticked.
    fn wants(&self) -> Vec<About> {
        let is_ticked = |about: &About| match about {
            About::DayJob => self.day_jobs,
            About::Ask => self.asks,
            About::Signal => false,
        };
        OF.into_iter().map(|(about, _)| about).filter(is_ticked).collect()
    }

    /// What is not to be told of any more, where that is asked.
    fn stops(&self) -> Result<Vec<About>, Error> {
        let known = OF.into_iter().map(|(about, _)| about);
        let named: Vec<About> = known
            .filter(|about| self.about.is_empty() || self.about == about.text())
            .collect();
        if named.is_empty() { Err(Error::BadInput) } else { Ok(named) }
    }

    /// Where nothing sends, no number is taken.
    pub fn asked(self, config: &Config) -> Result<Asked, Error> {
        match self.r#do.as_str() {
            "stop" => Ok(Asked::Stop),
            "save" if config.message_service.is_none() => Err(Error::NotFound),
            "save" => {
                let lang = Lang::ALL
                    .into_iter()
                    .find(|lang| lang.tag() == self.language)
                    .unwrap_or_default();
                let phone = Phone::read(&self.phone);
                Ok(phone.map_or(Asked::Unread(self.phone), |phone| Asked::At(Number { phone, lang })))
            }
            _ => Err(Error::BadInput),
        }
    }
}

/// Who asks for texts of day jobs would like to hear of them. Answers how far the market is then:
/// of what was there before one is not told.
async fn hear_of_day_jobs(mine: &Mine) -> Result<i64, Error> {
    let hear = |candidate: &mut Candidate| {
        let hears = std::mem::replace(&mut candidate.day_jobs, true);
        if hears { Err(()) } else { Ok(()) }
    };
    match mine.change(hear).await? {
        Ok(now) => Ok(now),
        Err(()) => so_far(&mine.app).await,
    }
}

/// Which jobs for a day or a few have come since the market was at `since`, for a page that stands open.
#[utoipa::path(
    get,
    path = "/my-work/day-jobs",
    params(("since" = Option<i64>, Query, description = "how far the market was when the page was opened")),
    responses(
        (status = 200, description = "a part of a page, with an ETag", content_type = "text/html"),
        (status = 303, description = "nobody is signed in"),
        (status = 304, description = "as the ETag says that it is known"),
        (status = 404, description = "not-found: whoever looks for no work has no such page"),
    )
)]
pub async fn show_day_jobs(mine: Mine, headers: HeaderMap) -> Result<Response, Error> {
    let since = mine.asked("since").unwrap_or(i64::MAX);
    // The words change with the language, which the address names.
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok())
        .unwrap_or_default();
    let news = news(&mine.app, &mine.caller, mine.own, since, known.trim_matches('"')).await?;
    Ok(match news {
        None => StatusCode::NOT_MODIFIED.into_response(),
        Some(news) => {
            let part = html! { (DOCTYPE) (strip(&mine.reader, since, Some(&news))) };
            ([(ETAG, format!("\"{}\"", news.tag))], Html(part.into_string())).into_response()
        }
    })
}
