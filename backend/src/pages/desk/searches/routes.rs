//! The addresses of saved searches. Each consultant has their own.

use super::{ADDRESS, LONGEST_NAME, Saved};
use crate::app::App;
use crate::error::Error;
use crate::matching::searches::{self, List, Search};
use crate::pages::address::{query, with_query};
use crate::pages::desk::filters::people::WhichPeople;
use crate::pages::desk::filters::places::WhichPlaces;
use crate::pages::desk::filters::{Given, address_of};
use crate::pages::desk::fresh::{Which, fresh, revision};
use crate::pages::desk::routes::AtDesk;
use crate::random;
use axum::Router;
use axum::extract::{Form, Query};
use axum::http::Uri;
use axum::response::Redirect;
use axum::routing::post;
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

pub fn routes() -> Router<App> {
    Router::new().route(ADDRESS, post(change_search))
}

/// Their own of this list, and the one that is open marked as seen. Asked before the list is made, so that nothing is
/// marked that the list does not show yet.
pub async fn saved(at: &AtDesk, list: List, given: &Given) -> Result<Vec<Saved>, Error> {
    let mut own = searches::searches(at.app.db(), at.caller.person_id).await?;
    own.retain(|search| search.list == list);
    let asked: Vec<(Which, i64)> = own.iter().map(|search| (which(list, &search.query), search.seen)).collect();
    let today = at.today;
    let ask = move |market: &_| fresh(market, &asked, today);
    let (fresh, revision) = at.app.desk().ask(ask).await?;
    let query = given.query();
    for search in own.iter().filter(|search| search.query == query && search.seen < revision) {
        searches::look(at.app.db(), at.caller.person_id, search.search_id, revision).await?;
    }
    let saved = own.into_iter().zip(fresh).map(|(search, fresh)| Saved { search, fresh });
    Ok(saved.collect())
}

fn which(list: List, query: &str) -> Which {
    // What cannot be read is no search: it finds everybody, as an empty one does.
    let uri: Uri = with_query("/", query).parse().unwrap_or_default();
    let fields = Query::<BTreeMap<String, String>>::try_from_uri(&uri).map(|Query(fields)| fields);
    let fields = fields.unwrap_or_default();
    match list {
        List::People => Which::People(Box::new(WhichPeople::read(&fields))),
        List::Places => Which::Places(Box::new(WhichPlaces::read(&fields))),
    }
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSearch {
    /// `save`, `rename`, `remove`, or `restore` what was taken away last.
    #[serde(rename = "do")]
    deed: String,
    /// `people` or `places`.
    list: String,
    /// What is looked for, as it stands in the address of the list.
    query: String,
    #[serde(default)]
    name: String,
    /// Which one; nothing, where a new one is saved.
    search: Option<Uuid>,
}

/// Save what is looked for, or change a saved search of one's own.
#[utoipa::path(
    post,
    path = "/desk/searches",
    request_body(content = ChangeSearch, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "it is done, or why not; the place to go is the list"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such search of theirs, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn change_search(at: AtDesk, Form(form): Form<ChangeSearch>) -> Result<Redirect, Error> {
    let (db, me) = (at.app.db(), at.caller.person_id);
    let list = List::read(&form.list).ok_or(Error::NotFound)?;
    // Only what is understood is kept.
    let understood = which(list, &form.query).given().query();
    let own = searches::searches(db, me).await?;
    let mine = form
        .search
        .and_then(|id| own.into_iter().find(|search| search.search_id == id));
    let name = form.name.trim();
    let is_name = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    let list_of = |done: &str, more: String| with_query(&with_query(&with_query(address_of(list), &understood), done), &more);
    let id_of = |id: Uuid| format!("search={id}");
    let place = match (form.deed.as_str(), mine) {
        ("save", _) if understood.is_empty() => list_of("done=nothing", String::new()),
        ("save" | "rename", _) if !is_name => list_of("done=search-name", String::new()),
        ("save", _) => {
            let search = Search {
                search_id: random::uuid(at.now)?,
                list,
                name: name.to_owned(),
                query: understood.clone(),
                seen: at.app.desk().ask(revision).await?,
            };
            match searches::save(db, me, &search).await? {
                true => list_of("done=search-saved", id_of(search.search_id)),
                false => list_of("done=search-name", String::new()),
            }
        }
        ("rename", Some(search)) => match searches::rename(db, me, &search, name).await? {
            true => {
                let was = query([
                    ("search", search.search_id.to_string().as_str()),
                    ("was", search.name.as_str()),
                ]);
                list_of("done=search-renamed", was)
            }
            false => list_of("done=search-name", String::new()),
        },
        ("remove", Some(search)) => {
            searches::remove(db, me, search.search_id).await?;
            list_of("done=search-removed", id_of(search.search_id))
        }
        ("restore", _) => {
            let id = form.search.ok_or(Error::NotFound)?;
            let done = if searches::restore(db, me, id).await? {
                "taken-back"
            } else {
                "nothing"
            };
            list_of(&format!("done={done}"), String::new())
        }
        _ => return Err(Error::NotFound),
    };
    Ok(Redirect::to(&at.reader.link(&place)))
}
