//! One person reads one plan.

use super::{Look, view_for};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use shared::ids::{MemberId, PlanId};
use shared::plan::Record;

/// Who the reader is at this table, and everything they may see.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlanBody {
    #[schema(value_type = uuid::Uuid)]
    pub member_id: MemberId,
    #[schema(value_type = Vec<Object>)]
    pub records: Vec<Record>,
}

/// The plan as this person sees it.
#[utoipa::path(
    get,
    path = "/api/plans/{plan_id}",
    params(("plan_id" = uuid::Uuid, Path)),
    responses(
        (status = 200, body = PlanBody),
        (status = 401, description = "signed-out"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_plan(State(app): State<App>, caller: Caller, Path(plan_id): Path<PlanId>) -> Result<Json<PlanBody>, Error> {
    let seen = view_for(&app, &caller, plan_id, Look::Api).await?;
    Ok(Json(PlanBody {
        member_id: seen.member_id,
        records: seen.plan.records().cloned().collect(),
    }))
}
