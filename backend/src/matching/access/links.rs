//! Links by which somebody who was added at the desk comes to their own page.
//!
//! As with a seat at a family's table: a secret of 256 bits, good for one use within 14 days. Looking at it uses nothing up.
//! A link makes a person who has that page and nothing else. Whoever has an account already adds the page to it by their own
//! press alone, and no link opens an account of theirs.

use super::{candidate_of, find_consultant, store};
use crate::app::App;
use crate::auth::{Closed, Made, TokenHash};
use crate::error::Error;
use crate::matching::market::Market;
use crate::random;
use shared::ids::{CandidateId, PersonId};

/// Makes a link; `None` where they are not here, or sign in as they do for all else.
pub async fn make(app: &App, candidate_id: CandidateId) -> Result<Option<Made>, Error> {
    let (made, hash) = Made::new(app.clock().now())?;
    let is_made = store::add_own_link(app.db(), &hash, candidate_id, made.expires_at).await?;
    Ok(is_made.then_some(made))
}

/// Looks at a link and leaves it as it is: the first name of whose page it opens.
pub async fn look_at(app: &App, token: &str) -> Result<Result<String, Closed>, Error> {
    let Some(link) = store::own_link(app.db(), &TokenHash::of(token)).await? else {
        return Ok(Err(Closed::Unknown));
    };
    if let Some(closed) = Closed::at(app.clock().now(), link.used_at, link.expires_at) {
        return Ok(Err(closed));
    }
    let name = move |market: &Market| Some(market.candidate(link.candidate_id)?.first_name.clone());
    Ok(app.desk().ask(name).await?.ok_or(Closed::Unknown))
}

/// Whether somebody who is signed in can add a page to what they have: consultants and candidates have their own already.
pub async fn may_join(app: &App, person_id: PersonId) -> Result<bool, Error> {
    let is_consultant = find_consultant(app.db(), person_id).await?.is_some();
    Ok(!is_consultant && candidate_of(app.db(), person_id).await?.is_none())
}

/// Whose a page is now, and whose it was by an older link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Taken {
    pub by: PersonId,
    pub from: Option<PersonId>,
}

/// Makes a person of that name, whose page it is from now on.
pub async fn come_in(app: &App, token: &str, first_name: &str) -> Result<Result<Taken, Closed>, Error> {
    let person_id = PersonId(random::uuid(app.clock().now())?);
    take(app, token, person_id, Some(first_name)).await
}

/// Adds the page to what somebody has already.
pub async fn join(app: &App, token: &str, person_id: PersonId) -> Result<Result<Taken, Closed>, Error> {
    take(app, token, person_id, None).await
}

async fn take(app: &App, token: &str, by: PersonId, name: Option<&str>) -> Result<Result<Taken, Closed>, Error> {
    let (db, link, now) = (app.db(), TokenHash::of(token), app.clock().now());
    let from = match store::own_link(db, &link).await? {
        Some(link) => store::came_by_link(db, link.candidate_id).await?,
        None => None,
    };
    let is_taken = store::take_own_page(db, &link, by, name, now).await?;
    // Else somebody was first.
    Ok(if is_taken { Ok(Taken { by, from }) } else { Err(Closed::Used) })
}
