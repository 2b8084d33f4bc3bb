//! SQL for companies, workplaces, placements and candidates: each a record as JSON under its id.
//!
//! Every write begins by raising the market's revision and gives it to the row, so that servers which hold the
//! market in memory ask for what is newer. A row is written only from the revision that the writer has seen.

use crate::db::{Db, StoreError};
use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use shared::day::DAY_MS;
use shared::ids::{CandidateId, CompanyId, Millis, PersonId, PlacementId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::placement::{Company, Placement, Workplace};
use sqlx::QueryBuilder;
use uuid::Uuid;

/// One record of the market.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Thing {
    Company(Company),
    Workplace(Workplace),
    Placement(Box<Placement>),
    Candidate(Box<Candidate>),
}

/// The name of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThingId {
    Company(CompanyId),
    Workplace(WorkplaceId),
    Placement(PlacementId),
    Candidate(CandidateId),
}

/// What became of a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Put {
    /// On disk, as this revision.
    Saved(i64),
    /// Nothing was written: somebody else has changed it since, or it is there or gone already.
    Stale,
    /// Nothing was taken away: something belongs to it.
    Kept,
}

/// What was written after a revision. `None`: it is gone.
#[derive(Debug, Default)]
pub struct Newer {
    pub companies: Vec<(CompanyId, i64, Option<Company>)>,
    pub workplaces: Vec<(WorkplaceId, i64, Option<Workplace>)>,
    pub placements: Vec<(PlacementId, i64, Option<Placement>)>,
    pub candidates: Vec<(CandidateId, i64, Option<Candidate>)>,
}

/// How far the market has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stand {
    pub revision: i64,
    /// How often somebody has said no or taken it back.
    pub answers: i64,
}

/// Rows in one statement: far below the number of values that either database takes.
const ROWS: usize = 500;

pub async fn stand(db: &Db) -> Result<Stand, StoreError> {
    let (revision, answers): (i64, i64) = on_db!(read db, pool => {
        sqlx::query_as("select revision, answers from market").fetch_one(pool).await?
    });
    Ok(Stand { revision, answers })
}

/// Everything that was written after a revision. It may hold what was written while it was read.
pub async fn newer(db: &Db, than: i64) -> Result<Newer, StoreError> {
    Ok(Newer {
        companies: rows(db, COMPANY.newer, "company", CompanyId, than).await?,
        workplaces: rows(db, WORKPLACE.newer, "workplace", WorkplaceId, than).await?,
        placements: rows(db, PLACEMENT.newer, "placement", PlacementId, than).await?,
        candidates: rows(db, CANDIDATE.newer, "candidate", CandidateId, than).await?,
    })
}

async fn rows<I, T: DeserializeOwned>(
    db: &Db,
    select: &'static str,
    table: &'static str,
    id: fn(Uuid) -> I,
    than: i64,
) -> Result<Vec<(I, i64, Option<T>)>, StoreError> {
    let mut found = Vec::new();
    // Row by row: a large municipality's texts all at once would take many times the room of what is read from them.
    on_db!(read db, pool => {
        let mut rows = sqlx::query_as::<_, (Uuid, i64, Option<String>)>(select).bind(than).fetch(pool);
        while let Some((thing_id, revision, body)) = rows.try_next().await? {
            let thing = body.as_deref().map(serde_json::from_str).transpose();
            found.push((id(thing_id), revision, thing.map_err(|_| StoreError::Unreadable(table))?));
        }
    });
    Ok(found)
}

/// Writes one record: a new one where `seen` is `None`, else over the revision that the writer has seen.
pub async fn put(db: &Db, thing: &Thing, seen: Option<i64>, by: PersonId, now: Millis) -> Result<Put, StoreError> {
    let body = thing.body()?;
    write(db, thing.id(), Some((body, thing.parent())), seen, by, now).await
}

/// Takes one away to which nothing belongs any more. Of a candidate, with whom all goes, nothing is left that says anything
/// of them, and nobody can take that back.
pub async fn remove(db: &Db, id: ThingId, seen: i64, by: PersonId, now: Millis) -> Result<Put, StoreError> {
    write(db, id, None, Some(seen), by, now).await
}

/// Takes this person's own last change back, where nobody has changed the same record since, where nothing has come to
/// belong to what would go, and where what would come back has still its place. Once, and within a day; and where a revision
/// is named, only if that was the change: whoever reads an old note takes back nothing else.
pub async fn undo(db: &Db, by: PersonId, change: Option<i64>, now: Millis) -> Result<Option<(ThingId, Put)>, StoreError> {
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let next: i64 = sqlx::query_scalar(RAISE).fetch_one(&mut *transaction).await?;
        // Only now, when nobody else writes: what they have changed meanwhile is their last change.
        let last: Option<(String, Uuid, i64, Option<String>)> =
            sqlx::query_as(
                "delete from desk_change where person_id = $1 and at > $2 and revision = coalesce($3, revision)
                 and thing <> $4 returning thing, thing_id, revision, body",
            )
                .bind(by.0)
                .bind(now - UNDO_MS)
                .bind(change)
                .bind(COMPANY_NO)
                .fetch_optional(&mut *transaction)
                .await?;
        let Some((thing, thing_id, revision, body)) = last else {
            transaction.rollback().await?;
            return Ok(None);
        };
        let id = ThingId::read(&thing, thing_id).ok_or(StoreError::Unreadable("desk_change"))?;
        let belongings: i64 = match body {
            None => sqlx::query_scalar(id.table().belongings).bind(thing_id).fetch_one(&mut *transaction).await?,
            Some(_) => 0,
        };
        let changed = sqlx::query(id.table().update)
            .bind(next)
            .bind(&body)
            .bind(thing_id)
            .bind(revision)
            .execute(&mut *transaction)
            .await?;
        let homeless: i64 = match id.table().homeless {
            Some(homeless) => sqlx::query_scalar(homeless).bind(thing_id).fetch_one(&mut *transaction).await?,
            None => 0,
        };
        if let (ThingId::Candidate(_), None) = (id, &body) {
            for forget in FORGET_CANDIDATE {
                sqlx::query(forget).bind(thing_id).execute(&mut *transaction).await?;
            }
        }
        let put = if changed.rows_affected() == 1 && belongings + homeless == 0 {
            transaction.commit().await?;
            Put::Saved(next)
        } else {
            transaction.rollback().await?;
            Put::Stale
        };
        Some((id, put))
    }))
}

/// Adds what is not there yet, all of it or nothing, and leaves the rest as it is. Companies come before their
/// workplaces, and those before their placements. Answers how many were added.
pub async fn add_all(db: &Db, things: &[Thing]) -> Result<u64, StoreError> {
    let mut tables: [(&Table, Vec<Row>); 4] = [COMPANY, WORKPLACE, PLACEMENT, CANDIDATE].map(|table| (table, vec![]));
    for thing in things {
        let row = (thing.id().uuid(), thing.body()?, thing.parent());
        if let Some((_, rows)) = tables.iter_mut().find(|(table, _)| table.name == thing.id().table().name) {
            rows.push(row);
        }
    }
    let mut added = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let revision: i64 = sqlx::query_scalar(RAISE).fetch_one(&mut *transaction).await?;
        for (table, rows) in &tables {
            for rows in rows.chunks(ROWS) {
                let mut insert = QueryBuilder::new(table.add);
                insert.push_values(rows, |mut row, (id, body, parent)| {
                    row.push_bind(*id).push_bind(revision).push_bind(body.as_str());
                    if let Some(parent) = parent {
                        row.push_bind(*parent);
                    }
                });
                insert.push(" on conflict do nothing");
                added += insert.build().persistent(false).execute(&mut *transaction).await?.rows_affected();
            }
        }
        transaction.commit().await?;
    });
    Ok(added)
}

type Row = (Uuid, String, Option<Uuid>);

pub(super) const RAISE: &str = "update market set revision = revision + 1 where one = 1 returning revision";

/// Holds the market's row without raising anything, so that whoever says no comes before or after.
pub(super) const HOLD: &str = "update market set answers = answers where one = 1";

async fn write(
    db: &Db,
    id: ThingId,
    to: Option<(String, Option<Uuid>)>,
    seen: Option<i64>,
    by: PersonId,
    now: Millis,
) -> Result<Put, StoreError> {
    let table = id.table();
    let body = to.as_ref().map(|(body, _)| body.as_str());
    let parent = to.as_ref().and_then(|(_, parent)| *parent);
    Ok(on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        let revision: i64 = sqlx::query_scalar(RAISE).fetch_one(&mut *transaction).await?;
        let before: Option<String> = sqlx::query_scalar(table.body)
            .bind(id.uuid())
            .fetch_optional(&mut *transaction)
            .await?
            .flatten();
        let belongings: i64 = match (id, body) {
            (ThingId::Candidate(_), _) | (_, Some(_)) => 0,
            (_, None) => sqlx::query_scalar(table.belongings).bind(id.uuid()).fetch_one(&mut *transaction).await?,
        };
        if belongings > 0 {
            transaction.rollback().await?;
            return Ok(Put::Kept);
        }
        let changed = match seen {
            Some(seen) => {
                sqlx::query(table.update)
                    .bind(revision)
                    .bind(body)
                    .bind(id.uuid())
                    .bind(seen)
                    .execute(&mut *transaction)
                    .await?
            }
            None => {
                let insert = sqlx::query(table.insert).bind(id.uuid()).bind(revision).bind(body);
                let insert = if let Some(parent) = parent { insert.bind(parent) } else { insert };
                insert.execute(&mut *transaction).await?
            }
        };
        let homeless: i64 = match table.homeless {
            Some(homeless) => sqlx::query_scalar(homeless).bind(id.uuid()).fetch_one(&mut *transaction).await?,
            None => 0,
        };
        if changed.rows_affected() == 0 || homeless > 0 {
            transaction.rollback().await?;
            return Ok(Put::Stale);
        }
        // Nobody can take back what has been written over, so what they would have brought back is not kept.
        sqlx::query("delete from desk_change where thing_id = $1 and thing = $2")
            .bind(id.uuid())
            .bind(table.name)
            .execute(&mut *transaction)
            .await?;
        match (id, body) {
            (ThingId::Candidate(_), None) => {
                for forget in FORGET_CANDIDATE {
                    sqlx::query(forget).bind(id.uuid()).execute(&mut *transaction).await?;
                }
            }
            _ => {
                sqlx::query(REMEMBER)
                    .bind(by.0)
                    .bind(table.name)
                    .bind(id.uuid())
                    .bind(revision)
                    .bind(before)
                    .bind(now)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        transaction.commit().await?;
        Put::Saved(revision)
    }))
}

/// What stands as the thing of a change that was a company's no: beside it the candidate, and the placement as its body. It is
/// taken back where the answers are.
pub(super) const COMPANY_NO: &str = "no";

pub(super) const REMEMBER: &str = "insert into desk_change (person_id, thing, thing_id, revision, body, at) values ($1, $2, $3, $4, $5, $6)
    on conflict (person_id) do update
    set thing = excluded.thing, thing_id = excluded.thing_id, revision = excluded.revision, body = excluded.body, at = excluded.at";

/// How long a change can be taken back. What it was before may be what somebody wanted gone, such as a need at work.
pub(super) const UNDO_MS: Millis = DAY_MS;

/// Forgets how things were before what nobody can take back any more, and with whom was talked at a company that is gone.
pub async fn tidy(db: &Db, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query("delete from desk_change where at <= $1").bind(now - UNDO_MS).execute(&mut *transaction).await?;
        sqlx::query(
            "delete from contact where company_id in (select company_id from company where body is null)
             and company_id not in (select thing_id from desk_change)",
        )
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
    });
    Ok(())
}

/// That somebody looked stays, under an id that says nothing any more.
const FORGET_CANDIDATE: [&str; 12] = [
    "delete from desk_change where thing_id = $1",
    "delete from own_link where candidate_id = $1",
    "delete from candidate_label where candidate_id = $1",
    "delete from candidate_account where candidate_id = $1",
    "delete from said_no where candidate_id = $1",
    "delete from ask where candidate_id = $1",
    "delete from course_link where course_id in (select course_id from course where candidate_id = $1)",
    "delete from course where candidate_id = $1",
    "delete from desk_look_candidate where candidate_id = $1",
    "delete from message_phone where receiver_id = $1",
    "delete from message_subject where receiver_id = $1",
    "delete from message where receiver_id = $1",
];

/// A table of the market and what is said to it.
struct Table {
    name: &'static str,
    newer: &'static str,
    body: &'static str,
    insert: &'static str,
    update: &'static str,
    add: &'static str,
    /// How many records would be lost with it.
    belongings: &'static str,
    /// Whether it is there and what it belongs to is gone.
    homeless: Option<&'static str>,
}

macro_rules! tables {
    ($($table:ident $name:literal $id:literal $parent:literal $place:literal $belonging:literal $homeless:expr;)*) => {$(
        static $table: &Table = &Table {
            name: $name,
            newer: concat!("select ", $id, ", revision, body from ", $name, " where revision > $1"),
            body: concat!("select body from ", $name, " where ", $id, " = $1"),
            insert: concat!(
                "insert into ", $name, " (", $id, ", revision, body", $parent, ") values ($1, $2, $3", $place, ") on conflict do nothing"
            ),
            update: concat!("update ", $name, " set revision = $1, body = $2 where ", $id, " = $3 and revision = $4"),
            add: concat!("insert into ", $name, " (", $id, ", revision, body", $parent, ") "),
            belongings: concat!("select count(*) from ", $belonging, " where ", $id, " = $1"),
            homeless: $homeless,
        };
    )*};
}

tables! {
    COMPANY "company" "company_id" "" "" "(select company_id from workplace where body is not null) as belonging" None;
    WORKPLACE "workplace" "workplace_id" ", company_id" ", $4" "(select workplace_id from placement where body is not null) as belonging"
        Some("select count(*) from workplace join company on company.company_id = workplace.company_id
              where workplace.workplace_id = $1 and workplace.body is not null and company.body is null");
    PLACEMENT "placement" "placement_id" ", workplace_id" ", $4" "course"
        Some("select count(*) from placement join workplace on workplace.workplace_id = placement.workplace_id
              where placement.placement_id = $1 and placement.body is not null and workplace.body is null");
    CANDIDATE "candidate" "candidate_id" "" "" "course" None;
}

impl Thing {
    pub fn id(&self) -> ThingId {
        match self {
            Thing::Company(company) => ThingId::Company(company.id),
            Thing::Workplace(workplace) => ThingId::Workplace(workplace.id),
            Thing::Placement(placement) => ThingId::Placement(placement.id),
            Thing::Candidate(candidate) => ThingId::Candidate(candidate.id),
        }
    }

    fn body(&self) -> Result<String, StoreError> {
        match self {
            Thing::Company(company) => serde_json::to_string(company),
            Thing::Workplace(workplace) => serde_json::to_string(workplace),
            Thing::Placement(placement) => serde_json::to_string(placement),
            Thing::Candidate(candidate) => serde_json::to_string(candidate),
        }
        .map_err(|_| StoreError::Unreadable("market"))
    }

    /// The statement that writes it over what was seen, its id, and what is written.
    pub(super) fn update(&self) -> Result<(&'static str, Uuid, String), StoreError> {
        Ok((self.id().table().update, self.id().uuid(), self.body()?))
    }

    /// Where it belongs. A record does not move to another company or workplace.
    fn parent(&self) -> Option<Uuid> {
        match self {
            Thing::Workplace(workplace) => Some(workplace.company.0),
            Thing::Placement(placement) => Some(placement.workplace.0),
            Thing::Company(_) | Thing::Candidate(_) => None,
        }
    }
}

impl ThingId {
    fn uuid(self) -> Uuid {
        match self {
            ThingId::Company(id) => id.0,
            ThingId::Workplace(id) => id.0,
            ThingId::Placement(id) => id.0,
            ThingId::Candidate(id) => id.0,
        }
    }

    fn table(self) -> &'static Table {
        match self {
            ThingId::Company(_) => COMPANY,
            ThingId::Workplace(_) => WORKPLACE,
            ThingId::Placement(_) => PLACEMENT,
            ThingId::Candidate(_) => CANDIDATE,
        }
    }

    fn read(table: &str, id: Uuid) -> Option<ThingId> {
        match table {
            "company" => Some(ThingId::Company(CompanyId(id))),
            "workplace" => Some(ThingId::Workplace(WorkplaceId(id))),
            "placement" => Some(ThingId::Placement(PlacementId(id))),
            "candidate" => Some(ThingId::Candidate(CandidateId(id))),
            _ => None,
        }
    }
}
