//! What other servers on the same database have committed. Only with PostgreSQL: a SQLite file has one server.
//!
//! Nothing depends on a hint arriving: a look at the revisions finds everything that was missed.

use super::hub::Hub;
use crate::db::Db;
use crate::plan::store;
use shared::ids::PlanId;
use std::collections::HashMap;
use std::time::Duration;

const EVERY: Duration = Duration::from_millis(250);

/// Looks until the service ends.
pub async fn run(db: Db, hub: Hub) {
    let mut every = tokio::time::interval(EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let open = hub.open_plans();
        if open.is_empty() {
            continue;
        }
        let plan_ids: Vec<PlanId> = open.keys().copied().collect();
        match store::revisions(&db, &plan_ids).await {
            Ok(stored) => {
                for plan_id in behind(&open, &stored) {
                    hub.is_behind(plan_id);
                }
            }
            Err(error) => tracing::warn!(%error, "cannot see what other servers wrote"),
        }
    }
}

fn behind<'a>(open: &'a HashMap<PlanId, i64>, stored: &'a [(PlanId, i64)]) -> impl Iterator<Item = PlanId> + 'a {
    stored
        .iter()
        .filter(|(plan_id, newest)| open.get(plan_id).is_some_and(|held| held < newest))
        .map(|(plan_id, _)| *plan_id)
}

#[cfg(test)]
mod tests {
    use super::behind;
    use shared::ids::{PlanId, uuid_v7};

    #[test]
    fn only_plans_that_another_server_wrote_to_are_behind() {
        let [one, two, three] = [1, 2, 3].map(|n| PlanId(uuid_v7(n, [0; 10])));
        let open = [(one, 4), (two, 7), (three, i64::MAX)].into();
        let stored = [(one, 5), (two, 7), (three, 9)];
        assert_eq!(behind(&open, &stored).collect::<Vec<_>>(), [one]);
    }
}
