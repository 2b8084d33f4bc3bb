//! SQL for plans: read one, and commit changes to many at once.
//!
//! `commit` is the only way in which a stored plan changes. It raises the plan's revision from the
//! value that the batch was judged on, so what was judged on old knowledge is never written.

use super::people::store::seats_after;
use crate::db::{Db, StoreError};
use crate::live::core::{Batch, Entry};
use shared::ids::{ChangeId, MemberId, Millis, PersonId, PlanId};
use shared::live::wire::Outcome;
use shared::plan::{Change, Key, Patch, Plan, Record, diff};
use sqlx::QueryBuilder;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What became of one plan's batch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Committed {
    /// On disk.
    Saved,
    /// Nothing of it was written: the plan has another revision, or one of the changes was committed before.
    Stale,
    /// Nothing of it was written: the database refused.
    Failed,
}

/// A stored plan.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub plan: Plan,
    pub revision: i64,
}

/// One change in the log of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Logged {
    pub revision: i64,
    pub change_id: ChangeId,
    pub member_id: MemberId,
    pub at: Millis,
    pub outcome: String,
    /// `None` for the first, which made the plan.
    pub change: Option<Change>,
    pub patch: Patch,
}

/// Rows in one statement: far below the number of values that either database takes.
const ROWS: usize = 500;

/// Commits the batches, one for each plan, in one transaction; answers in their order. What goes wrong
/// with one plan does not touch the others: they are then written one by one.
pub async fn commit(db: &Db, batches: &[Batch]) -> Vec<Committed> {
    let mut rows: Vec<(usize, Result<Rows, StoreError>)> = batches.iter().map(Rows::of).enumerate().collect();
    // Every writer takes the plans in this order, so two of them never wait for each other in a ring.
    rows.sort_by_key(|(index, _)| batches.get(*index).map(|batch| batch.plan_id));
    let mut results = vec![Committed::Failed; batches.len()];
    let (indexes, writable): (Vec<usize>, Vec<Rows>) =
        rows.into_iter().filter_map(|(index, rows)| Some((index, rows.ok()?))).unzip();
    let outcome = match write(db, &writable).await {
        Ok(outcome) => outcome,
        Err(trouble) if writable.len() == 1 => vec![trouble.for_one_plan()],
        Err(_) => {
            let mut outcome = Vec::with_capacity(writable.len());
            for one in &writable {
                outcome.push(match write(db, std::slice::from_ref(one)).await {
                    Ok(committed) => committed.first().copied().unwrap_or(Committed::Failed),
                    Err(trouble) => trouble.for_one_plan(),
                });
            }
            outcome
        }
    };
    for (index, committed) in indexes.into_iter().zip(outcome) {
        if let Some(result) = results.get_mut(index) {
            *result = committed;
        }
    }
    results
}

/// The plan as it is now.
pub async fn load(db: &Db, plan_id: PlanId) -> Result<Option<Loaded>, StoreError> {
    // One statement, so that the revision and the records are of the same moment.
    let rows: Vec<(i64, Option<String>)> = on_db!(read db, pool => {
        sqlx::query_as("select plan.revision, record.body from plan left join record on record.plan_id = plan.plan_id where plan.plan_id = $1")
            .bind(plan_id.0)
            .fetch_all(pool)
            .await?
    });
    let Some(revision) = rows.first().map(|(revision, _)| *revision) else {
        return Ok(None);
    };
    let bodies = rows.iter().filter_map(|(_, body)| body.as_deref());
    let records: Result<Vec<Record>, _> = bodies.map(serde_json::from_str).collect();
    let records = records.map_err(|_| StoreError::Unreadable("record"))?;
    Ok(Some(Loaded {
        plan: Plan::from_records(records),
        revision,
    }))
}

/// The plan as it was at a revision, made of the log alone. `None` where the plan had not come so far.
pub async fn state_at(db: &Db, plan_id: PlanId, revision: i64) -> Result<Option<Plan>, StoreError> {
    let changes = changes_since(db, plan_id, 0).await?;
    if revision < 1 || changes.last().is_none_or(|last| last.revision < revision) {
        return Ok(None);
    }
    let mut plan = Plan::default();
    for change in changes.into_iter().take_while(|change| change.revision <= revision) {
        plan.apply(change.patch);
    }
    Ok(Some(plan))
}

type LoggedRow = (i64, Uuid, Uuid, i64, String, Option<String>, String);

/// The log after a revision, in order.
pub async fn changes_since(db: &Db, plan_id: PlanId, revision: i64) -> Result<Vec<Logged>, StoreError> {
    let rows: Vec<LoggedRow> = on_db!(read db, pool => {
        sqlx::query_as(
            "select change.revision, change.change_id, change.member_id, change.at, change.outcome, change_body.intent, change_body.patch
             from change join change_body on change_body.change_id = change.change_id
             where change.plan_id = $1 and change.revision > $2
             order by change.revision",
        )
        .bind(plan_id.0)
        .bind(revision)
        .fetch_all(pool)
        .await?
    });
    let unreadable = |_| StoreError::Unreadable("change_body");
    rows.into_iter()
        .map(|(revision, change_id, member_id, at, outcome, intent, patch)| {
            Ok(Logged {
                revision,
                change_id: ChangeId(change_id),
                member_id: MemberId(member_id),
                at,
                outcome,
                change: intent.as_deref().map(serde_json::from_str).transpose().map_err(unreadable)?,
                patch: serde_json::from_str(&patch).map_err(unreadable)?,
            })
        })
        .collect()
}

/// Which of these changes are in a log. Of any plan: an id names one change, wherever it was made.
pub async fn known(db: &Db, change_ids: &[ChangeId]) -> Result<Vec<ChangeId>, StoreError> {
    let mut known = Vec::new();
    for ids in change_ids.chunks(ROWS) {
        let found: Vec<Uuid> = on_db!(read db, pool => {
            let mut query = QueryBuilder::new("select change_id from change where change_id in (");
            let mut list = query.separated(", ");
            for id in ids {
                list.push_bind(id.0);
            }
            query.push(")");
            query.build_query_scalar().persistent(false).fetch_all(pool).await?
        });
        known.extend(found.into_iter().map(ChangeId));
    }
    Ok(known)
}

/// The ids of the changes after a revision, at most the `most` newest.
pub async fn change_ids_since(db: &Db, plan_id: PlanId, revision: i64, most: i64) -> Result<Vec<ChangeId>, StoreError> {
    let ids: Vec<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select change_id from change where plan_id = $1 and revision > $2 order by revision desc limit $3")
            .bind(plan_id.0)
            .bind(revision)
            .bind(most)
            .fetch_all(pool)
            .await?
    });
    Ok(ids.into_iter().rev().map(ChangeId).collect())
}

/// How far a plan has come.
pub async fn revision(db: &Db, plan_id: PlanId) -> Result<Option<i64>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar("select revision from plan where plan_id = $1").bind(plan_id.0).fetch_optional(pool).await?
    }))
}

/// How far each of these plans has come.
pub async fn revisions(db: &Db, plan_ids: &[PlanId]) -> Result<Vec<(PlanId, i64)>, StoreError> {
    let mut revisions = Vec::with_capacity(plan_ids.len());
    for ids in plan_ids.chunks(ROWS) {
        let found: Vec<(Uuid, i64)> = on_db!(read db, pool => {
            let mut query = QueryBuilder::new("select plan_id, revision from plan where plan_id in (");
            let mut list = query.separated(", ");
            for id in ids {
                list.push_bind(id.0);
            }
            query.push(")");
            query.build_query_as().persistent(false).fetch_all(pool).await?
        });
        revisions.extend(found.into_iter().map(|(id, revision)| (PlanId(id), revision)));
    }
    Ok(revisions)
}

/// Whether any plan is stored.
pub async fn any_plan(db: &Db) -> Result<bool, StoreError> {
    let found: Option<Uuid> = on_db!(read db, pool => {
        sqlx::query_scalar("select plan_id from plan limit 1").fetch_optional(pool).await?
    });
    Ok(found.is_some())
}

/// Stores a new plan as its first change, made by `by`, and seats people at it. Answers false, and changes
/// nothing, where a plan has that id already.
pub async fn create_plan(
    db: &Db,
    plan: &Plan,
    by: MemberId,
    seats: &[(PersonId, MemberId)],
    now: Millis,
) -> Result<bool, StoreError> {
    let head = plan.head().ok_or(StoreError::Unreadable("record"))?;
    let plan_id = head.plan_id.0;
    let patch = to_json(&diff(&Plan::default(), plan))?;
    let records: Vec<(String, String)> = plan
        .records()
        .map(|record| Ok((record.key().to_string(), to_json(record)?)))
        .collect::<Result<_, StoreError>>()?;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let made = sqlx::query("insert into plan (plan_id, revision, changed_at) values ($1, 1, $2) on conflict do nothing")
            .bind(plan_id)
            .bind(now)
            .execute(&mut *transaction)
            .await?;
        if made.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query("insert into change (change_id, plan_id, revision, member_id, at, outcome) values ($1, $2, 1, $3, $4, 'created')")
            .bind(plan_id)
            .bind(plan_id)
            .bind(by.0)
            .bind(now)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("insert into change_body (change_id, intent, patch) values ($1, null, $2)")
            .bind(plan_id)
            .bind(&patch)
            .execute(&mut *transaction)
            .await?;
        for (key, body) in &records {
            sqlx::query("insert into record (plan_id, record_key, body) values ($1, $2, $3)")
                .bind(plan_id)
                .bind(key)
                .bind(body)
                .execute(&mut *transaction)
                .await?;
        }
        for (person_id, member_id) in seats {
            sqlx::query("insert into seat (person_id, plan_id, member_id) values ($1, $2, $3)")
                .bind(person_id.0)
                .bind(plan_id)
                .bind(member_id.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
    });
    Ok(true)
}

/// Why a transaction was rolled back.
enum Trouble {
    /// One of the changes is in a log already.
    Duplicate,
    Refused(StoreError),
}

impl Trouble {
    fn for_one_plan(self) -> Committed {
        match self {
            Trouble::Duplicate => Committed::Stale,
            Trouble::Refused(error) => {
                tracing::error!(%error, "a batch was not written");
                Committed::Failed
            }
        }
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        Trouble::Refused(error.into())
    }
}

/// One batch as rows, made before the transaction starts so that it stays short.
struct Rows {
    plan_id: Uuid,
    expected: i64,
    revision: i64,
    changed_at: Millis,
    changes: Vec<ChangeRow>,
    /// Each record once, as the whole batch leaves it.
    put: Vec<(String, String)>,
    forget: Vec<String>,
    /// Who gets or loses a seat by it.
    seats: Vec<(&'static str, Uuid)>,
}

struct ChangeRow {
    change_id: Uuid,
    revision: i64,
    member_id: Uuid,
    at: Millis,
    outcome: &'static str,
    intent: String,
    patch: String,
}

impl Rows {
    fn of(batch: &Batch) -> Result<Self, StoreError> {
        let mut last: BTreeMap<Key, Option<&Record>> = BTreeMap::new();
        for patch in batch.entries.iter().map(|entry| &entry.patch) {
            last.extend(patch.forget.iter().map(|key| (*key, None)));
            last.extend(patch.put.iter().map(|record| (record.key(), Some(record))));
        }
        let seats = seats_after(&last);
        let mut put = Vec::new();
        let mut forget = Vec::new();
        for (key, record) in last {
            match record {
                Some(record) => put.push((key.to_string(), to_json(record)?)),
                None => forget.push(key.to_string()),
            }
        }
        Ok(Rows {
            plan_id: batch.plan_id.0,
            expected: batch.expected,
            revision: batch.entries.last().map_or(batch.expected, |entry| entry.revision),
            changed_at: batch.entries.last().map_or(0, |entry| entry.at),
            changes: batch.entries.iter().map(ChangeRow::of).collect::<Result<_, _>>()?,
            put,
            forget,
            seats,
        })
    }
}

impl ChangeRow {
    fn of(entry: &Entry) -> Result<Self, StoreError> {
        Ok(ChangeRow {
            change_id: entry.change.change_id.0,
            revision: entry.revision,
            member_id: entry.member_id.0,
            at: entry.at,
            outcome: match entry.outcome {
                Outcome::Applied => "applied",
                Outcome::Proposed => "proposed",
                Outcome::Known => "known",
                Outcome::Refused { .. } => "refused",
            },
            intent: to_json(&entry.change)?,
            patch: to_json(&entry.patch)?,
        })
    }
}

type ToWrite<'a> = (
    Vec<(&'a Rows, &'a ChangeRow)>,
    Vec<(Uuid, &'a str, &'a str)>,
    Vec<(Uuid, &'a str)>,
);

/// The rows of several plans, table by table: changes, records to put, records to forget.
fn rows_of<'a>(plans: &[&'a Rows]) -> ToWrite<'a> {
    let (mut changes, mut put, mut forget) = (vec![], vec![], vec![]);
    for plan in plans {
        changes.extend(plan.changes.iter().map(|change| (*plan, change)));
        put.extend(plan.put.iter().map(|(key, body)| (plan.plan_id, key.as_str(), body.as_str())));
        forget.extend(plan.forget.iter().map(|key| (plan.plan_id, key.as_str())));
    }
    (changes, put, forget)
}

/// One transaction for all of them, or nothing.
async fn write(db: &Db, plans: &[Rows]) -> Result<Vec<Committed>, Trouble> {
    on_db!(write db, pool => {
        // Begins with its writes, which take the locks and tell which plans are as they were judged.
        let mut transaction = pool.begin().await?;
        let mut results = Vec::with_capacity(plans.len());
        let mut current = Vec::with_capacity(plans.len());
        for plan in plans {
            let raised = sqlx::query("update plan set revision = $1, changed_at = $2 where plan_id = $3 and revision = $4")
                .bind(plan.revision)
                .bind(plan.changed_at)
                .bind(plan.plan_id)
                .bind(plan.expected)
                .execute(&mut *transaction)
                .await?;
            if raised.rows_affected() == 1 {
                results.push(Committed::Saved);
                current.push(plan);
            } else {
                results.push(Committed::Stale);
            }
        }
        let (changes, put, forget) = rows_of(&current);
        for rows in changes.chunks(ROWS) {
            let mut insert =
                QueryBuilder::new("insert into change (change_id, plan_id, revision, member_id, at, outcome) ");
            insert.push_values(rows, |mut row, (plan, change)| {
                row.push_bind(change.change_id)
                    .push_bind(plan.plan_id)
                    .push_bind(change.revision)
                    .push_bind(change.member_id)
                    .push_bind(change.at)
                    .push_bind(change.outcome);
            });
            insert.push(" on conflict do nothing");
            let inserted = insert.build().persistent(false).execute(&mut *transaction).await?.rows_affected();
            if inserted < rows.len() as u64 {
                transaction.rollback().await?;
                return Err(Trouble::Duplicate);
            }
            let mut insert = QueryBuilder::new("insert into change_body (change_id, intent, patch) ");
            insert.push_values(rows, |mut row, (_, change)| {
                row.push_bind(change.change_id).push_bind(change.intent.as_str()).push_bind(change.patch.as_str());
            });
            insert.build().persistent(false).execute(&mut *transaction).await?;
        }
        for rows in put.chunks(ROWS) {
            let mut insert = QueryBuilder::new("insert into record (plan_id, record_key, body) ");
            insert.push_values(rows, |mut row, (plan_id, key, body)| {
                row.push_bind(*plan_id).push_bind(*key).push_bind(*body);
            });
            insert.push(" on conflict (plan_id, record_key) do update set body = excluded.body");
            insert.build().persistent(false).execute(&mut *transaction).await?;
        }
        for (plan_id, key) in forget {
            sqlx::query("delete from record where plan_id = $1 and record_key = $2")
                .bind(plan_id)
                .bind(key)
                .execute(&mut *transaction)
                .await?;
        }
        for plan in current {
            for (statement, id) in &plan.seats {
                sqlx::query(*statement).bind(plan.plan_id).bind(*id).execute(&mut *transaction).await?;
            }
        }
        transaction.commit().await?;
        Ok(results)
    })
}

fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable("record"))
}
