//! Taking a profile away for good, by oneself or by a consultant whom one has asked to.

use crate::app::App;
use crate::error::Error;
use crate::matching::desk::TRIES;
use crate::matching::{Put, ThingId, access, course};
use crate::pages::reader::Reader;
use crate::plan;
use maud::{Markup, html};
use shared::ids::{CandidateId, PersonId};

/// What goes, what stays, and a button that works once one has ticked that one is sure.
pub fn draw(reader: &Reader, action: &str) -> Markup {
    html! {
        details.erase {
            summary { (reader.say("profile-erase")) }
            p { (reader.say("profile-erase-goes")) }
            p { (reader.say("profile-erase-stays")) }
            form method="post" action=(reader.link(action)) {
                label.check {
                    input type="checkbox" name="sure" value="yes" required;
                    span { (reader.say("profile-erase-sure")) }
                }
                button.answer.act type="submit" { (reader.say("profile-erase")) }
            }
        }
    }
}

/// Whoever came to the page by a link, and has nothing else here, is forgotten with it and signed out.
///
/// Errors: `NotFound` where there is nobody of that id.
pub async fn erase(app: &App, id: CandidateId, by: PersonId) -> Result<(), Error> {
    course::end_all(app, by, id).await?;
    let came_by_link = access::came_by_link(app.db(), id).await?;
    for _ in 0..TRIES {
        let seen = app.desk().ask(move |market| market.candidate_revision(id)).await?;
        let seen = seen.ok_or(Error::NotFound)?;
        if let Put::Saved(_) = app.desk().remove(ThingId::Candidate(id), seen, by).await? {
            if let Some(person_id) = came_by_link {
                plan::forget_alone(app.db(), person_id).await?;
            }
            return Ok(());
        }
    }
    Err(Error::TooMany)
}
