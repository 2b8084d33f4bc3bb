//! The two lists, for programs: everything that a page would show, with all its reasons.

use super::lists::{self, MadeOf, Offer};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, PlacementId, WorkplaceId};
use shared::matching::candidate::{Candidate, Hours};
use shared::matching::list::{Limit, Listed};
use shared::matching::place::Site;
use shared::matching::placement::Placement;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/candidates/{candidate_id}/placements", get(show_placements))
        .route("/api/placements/{placement_id}/candidates", get(show_candidates))
}

/// How many to show.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HowMany {
    /// The most of those that fit: 0–200, 25 unless said.
    #[serde(default = "most_fits")]
    fits: u8,
    /// The most of those that a change would make possible: 0–50, 10 unless said.
    #[serde(default = "most_nearly")]
    nearly: u8,
}

fn most_fits() -> u8 {
    25
}

fn most_nearly() -> u8 {
    10
}

impl HowMany {
    fn limit(&self) -> Result<Limit, Error> {
        if self.fits > 200 || self.nearly > 50 {
            return Err(Error::BadInput);
        }
        Ok(Limit {
            fits: self.fits.into(),
            nearly: self.nearly.into(),
        })
    }
}

/// What the list was made of.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MadeOfBody {
    /// The day for which it was made.
    #[schema(value_type = String)]
    pub today: Day,
    /// A hash of everything that was known.
    pub inputs: String,
    /// The version of the rules of law. They give a pre-check: the municipality decides.
    pub rules: String,
}

/// A placement with where it is and whose. Who else works there is not told.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OfferBody {
    #[schema(value_type = Object)]
    pub placement: Placement,
    #[schema(value_type = uuid::Uuid)]
    pub workplace_id: WorkplaceId,
    pub workplace: String,
    #[schema(value_type = Object)]
    pub site: Site,
    #[schema(value_type = uuid::Uuid)]
    pub company_id: CompanyId,
    pub company: String,
}

/// Places for a candidate, those first that fit best; what a change would make possible stands apart.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlacementsBody {
    #[schema(value_type = uuid::Uuid)]
    pub candidate_id: CandidateId,
    pub made_of: MadeOfBody,
    /// Each with its reasons, whose points add up to its fit, and with what every gate says.
    #[schema(value_type = Object)]
    pub listed: Listed,
    /// The placements that are listed.
    pub offers: Vec<OfferBody>,
}

/// Somebody who looks for work, in their own words.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PersonBody {
    #[schema(value_type = uuid::Uuid)]
    pub candidate_id: CandidateId,
    pub first_name: String,
    pub strengths: Vec<String>,
    pub wish: String,
    pub community: String,
    /// In quarter hours a week.
    #[schema(value_type = Object)]
    pub hours: Hours,
    #[schema(value_type = String)]
    pub waiting_since: Day,
}

/// People for a placement, those first who have waited longest; whom a change would make possible stand apart.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CandidatesBody {
    #[schema(value_type = uuid::Uuid)]
    pub placement_id: PlacementId,
    pub made_of: MadeOfBody,
    /// Each with its reasons. They say why the two go together, and nothing of the person alone.
    #[schema(value_type = Object)]
    pub listed: Listed,
    /// The people who are listed.
    pub candidates: Vec<PersonBody>,
}

/// Places for a person, for themselves and for consultants. The look is written down first.
#[utoipa::path(
    get,
    path = "/api/candidates/{candidate_id}/placements",
    params(("candidate_id" = uuid::Uuid, Path), HowMany),
    responses(
        (status = 200, body = PlacementsBody),
        (status = 400, description = "bad-input"),
        (status = 401, description = "signed-out"),
        (status = 404, description = "not-found: no such candidate, or not for this person"),
        (status = 422, description = "bad-input: more than there may be"),
    )
)]
pub async fn show_placements(
    State(app): State<App>,
    caller: Caller,
    Path(candidate_id): Path<CandidateId>,
    Query(how_many): Query<HowMany>,
) -> Result<Json<PlacementsBody>, Error> {
    let places = lists::places_for(&app, &caller, candidate_id, how_many.limit()?).await?;
    Ok(Json(PlacementsBody {
        candidate_id,
        made_of: places.made_of.into(),
        listed: places.listed,
        offers: places.offers.into_values().map(OfferBody::from).collect(),
    }))
}

/// People for a placement, for consultants. The look is written down first.
#[utoipa::path(
    get,
    path = "/api/placements/{placement_id}/candidates",
    params(("placement_id" = uuid::Uuid, Path), HowMany),
    responses(
        (status = 200, body = CandidatesBody),
        (status = 400, description = "bad-input"),
        (status = 401, description = "signed-out"),
        (status = 404, description = "not-found: no such placement, or not for this person"),
        (status = 422, description = "bad-input: more than there may be"),
    )
)]
pub async fn show_candidates(
    State(app): State<App>,
    caller: Caller,
    Path(placement_id): Path<PlacementId>,
    Query(how_many): Query<HowMany>,
) -> Result<Json<CandidatesBody>, Error> {
    let people = lists::people_for(&app, &caller, placement_id, how_many.limit()?).await?;
    Ok(Json(CandidatesBody {
        placement_id,
        made_of: people.made_of.into(),
        listed: people.listed,
        candidates: people.candidates.into_values().map(PersonBody::from).collect(),
    }))
}

impl From<MadeOf> for MadeOfBody {
    fn from(made_of: MadeOf) -> Self {
        MadeOfBody {
            today: made_of.today,
            inputs: made_of.inputs,
            rules: made_of.rules,
        }
    }
}

impl From<Offer> for OfferBody {
    fn from(offer: Offer) -> Self {
        OfferBody {
            placement: offer.placement,
            workplace_id: offer.workplace.id,
            workplace: offer.workplace.name,
            site: offer.workplace.site,
            company_id: offer.company.id,
            company: offer.company.name,
        }
    }
}

impl From<Candidate> for PersonBody {
    fn from(candidate: Candidate) -> Self {
        PersonBody {
            candidate_id: candidate.id,
            first_name: candidate.first_name,
            strengths: candidate.strengths,
            wish: candidate.wish,
            community: candidate.home.community,
            hours: candidate.hours,
            waiting_since: candidate.waiting_since,
        }
    }
}
