//! Who may use the desk, and who a candidate is.
//!
//! A person is a consultant, a candidate, both or neither. To whoever is neither, nothing here exists.

pub mod links;
mod store;

pub use store::{
    OwnLink, WayIn, add_account, add_consultant, add_labels, add_own_link, came_by_link, candidate_of,
    consultant as find_consultant, consultants, entrance, labels, own_link, set_labels, take_own_page, way_in,
};

use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use serde::{Deserialize, Serialize};
use shared::ids::{CandidateId, PersonId};
use shared::matching::week::{Parity, Quarter, Quarters, Weekday};

/// Somebody who may use the desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consultant {
    pub person_id: PersonId,
    /// As candidates and companies read it.
    pub name: String,
    pub phone: String,
    /// The one whom companies reach.
    pub entrance: bool,
}

/// That this candidate is the one who asks. Made here and nowhere else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Own {
    candidate_id: CandidateId,
}

impl Own {
    pub fn candidate_id(self) -> CandidateId {
        self.candidate_id
    }
}

/// Who reads a candidate's page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reader {
    Own(Own),
    Consultant(Consultant),
}

/// What a candidate calls a stretch of their week. Nobody else ever reads it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Label {
    pub parity: Parity,
    pub day: Weekday,
    pub start: Quarter,
    pub length: Quarters,
    pub words: String,
}

pub fn name_of(consultants: &[Consultant], id: PersonId) -> String {
    let found = consultants.iter().find(|consultant| consultant.person_id == id);
    found.map(|consultant| consultant.name.clone()).unwrap_or_default()
}

pub async fn consultant(app: &App, caller: &Caller) -> Result<Consultant, Error> {
    find_consultant(app.db(), caller.person_id).await?.ok_or(Error::NotFound)
}

/// The candidate that the person who asks is.
pub async fn own(app: &App, caller: &Caller) -> Result<Own, Error> {
    let candidate_id = candidate_of(app.db(), caller.person_id).await?;
    candidate_id.map(|candidate_id| Own { candidate_id }).ok_or(Error::NotFound)
}

/// A candidate reads their own page; a consultant reads everybody's.
pub async fn reader_of(app: &App, caller: &Caller, candidate_id: CandidateId) -> Result<Reader, Error> {
    match own(app, caller).await {
        Ok(own) if own.candidate_id == candidate_id => Ok(Reader::Own(own)),
        Ok(_) | Err(Error::NotFound) => consultant(app, caller).await.map(Reader::Consultant),
        Err(error) => Err(error),
    }
}
