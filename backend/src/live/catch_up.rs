//! What the disk holds of a plan that this server did not write: the last changes where they are few,
//! else the whole plan.

use super::core::ServerCore;
use crate::db::{Db, StoreError};
use crate::plan::store;
use shared::ids::{ChangeId, PlanId};
use shared::plan::Plan;

/// Up to this many changes are read from the log. While two servers write to one plan, the one that
/// reads less loses less often.
const FEW: i64 = 128;
/// Change ids that are read from the log, so that what is sent again is known.
pub const REMEMBERED: i64 = 4_096;

#[derive(Debug)]
pub struct Caught {
    pub plan: Plan,
    pub revision: i64,
    /// Changes that are in the log, those among them that wait here.
    pub known: Vec<ChangeId>,
    /// Whether the disk holds anything that this server did not know.
    pub is_news: bool,
}

/// `None` where there is no such plan.
pub async fn catch_up(db: &Db, plan_id: PlanId, core: &ServerCore) -> Result<Option<Caught>, StoreError> {
    let held = core.revision();
    let Some(newest) = store::revision(db, plan_id).await? else {
        return Ok(None);
    };
    if newest > held && newest - held <= FEW {
        let changes = store::changes_since(db, plan_id, held).await?;
        let known = changes.iter().map(|change| change.change_id).collect();
        let mut plan = core.committed_plan().clone();
        let mut revision = held;
        for change in changes {
            revision = change.revision;
            plan.apply(change.patch);
        }
        return Ok(Some(Caught {
            plan,
            revision,
            known,
            is_news: true,
        }));
    }
    // Nothing new, or a great deal. A change that waits here may be an old one.
    let Some(loaded) = store::load(db, plan_id).await? else {
        return Ok(None);
    };
    let mut known = store::known(db, &core.staged_ids()).await?;
    let is_news = loaded.revision != held || !known.is_empty();
    if loaded.revision != held {
        known.extend(store::change_ids_since(db, plan_id, held, REMEMBERED).await?);
    }
    Ok(Some(Caught {
        plan: loaded.plan,
        revision: loaded.revision,
        known,
        is_news,
    }))
}
