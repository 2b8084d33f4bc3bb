//! One person reads one plan.

use super::{Look, history, history_for, last_look, view_for};
use crate::app::App;
use crate::auth::AtBoard;
use crate::error::Error;
use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use shared::ids::{CardId, MemberId, PlanId};
use shared::plan::Record;

/// Who the reader is at this table, and everything they may see.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlanBody {
    #[schema(value_type = uuid::Uuid)]
    pub member_id: MemberId,
    #[schema(value_type = Vec<Object>)]
    pub records: Vec<Record>,
}

/// The cards that others have changed since this person's last visit. Before their first there was none, and nothing is new.
#[utoipa::path(
    get,
    path = "/api/plans/{plan_id}/new",
    params(("plan_id" = uuid::Uuid, Path)),
    responses(
        (status = 200, body = Vec<uuid::Uuid>),
        (status = 401, description = "signed-out"),
        (status = 404, description = "not-found: no such plan, or no seat at its table"),
    )
)]
pub async fn show_new_cards(
    State(app): State<App>,
    AtBoard(caller): AtBoard,
    Path(plan_id): Path<PlanId>,
) -> Result<Json<Vec<CardId>>, Error> {
    let (seen, entries) = history_for(&app, &caller, plan_id, Look::Api).await?;
    let since = last_look(&app, plan_id, seen.member_id).await?;
    let cards = since.map(|since| history::cards_changed_by_others(&entries, seen.member_id, since));
    Ok(Json(cards.unwrap_or_default()))
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
pub async fn show_plan(
    State(app): State<App>,
    AtBoard(caller): AtBoard,
    Path(plan_id): Path<PlanId>,
) -> Result<Json<PlanBody>, Error> {
    let seen = view_for(&app, &caller, plan_id, Look::Api).await?;
    Ok(Json(PlanBody {
        member_id: seen.member_id,
        records: seen.plan.records().cloned().collect(),
    }))
}
