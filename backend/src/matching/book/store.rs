//! SQL for the company book: contacts and signals.

use super::{Contact, Entry, Received};
use crate::db::{Db, StoreError};
use shared::day::Day;
use shared::ids::{CompanyId, ContactId, Millis, PersonId, SignalId, WorkplaceId};
use shared::matching::signal::Signal;
use uuid::Uuid;

pub async fn add_contact(db: &Db, contact: &Contact) -> Result<bool, StoreError> {
    let body = serde_json::to_string(&contact.entry).map_err(|_| StoreError::Unreadable("contact"))?;
    let added = on_db!(write db, pool => {
        sqlx::query(
            "insert into contact (contact_id, company_id, workplace_id, person_id, at, body) values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing",
        )
        .bind(contact.contact_id.0)
        .bind(contact.company_id.0)
        .bind(contact.workplace_id.map(|id| id.0))
        .bind(contact.by.0)
        .bind(contact.at)
        .bind(&body)
        .execute(pool)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}

type ContactRow = (Uuid, Option<Uuid>, Uuid, i64, String);

/// Who has talked with a company, the newest first.
pub async fn contacts(db: &Db, company_id: CompanyId) -> Result<Vec<Contact>, StoreError> {
    let rows: Vec<ContactRow> = on_db!(read db, pool => {
        sqlx::query_as(
            "select contact_id, workplace_id, person_id, at, body from contact
             where company_id = $1 order by at desc, contact_id",
        )
        .bind(company_id.0)
        .fetch_all(pool)
        .await?
    });
    rows.into_iter().map(|row| read_contact(company_id, row)).collect()
}

fn read_contact(company_id: CompanyId, (contact_id, workplace_id, by, at, body): ContactRow) -> Result<Contact, StoreError> {
    Ok(Contact {
        contact_id: ContactId(contact_id),
        company_id,
        workplace_id: workplace_id.map(WorkplaceId),
        by: PersonId(by),
        at,
        entry: serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("contact"))?,
    })
}

/// Answers false, and changes nothing, where it has come before.
pub async fn add_signal(db: &Db, signal_id: SignalId, signal: &Signal, now: Millis) -> Result<bool, StoreError> {
    let body = serde_json::to_string(signal).map_err(|_| StoreError::Unreadable("signal"))?;
    let added = on_db!(write db, pool => {
        sqlx::query("insert into signal (signal_id, at, body) values ($1, $2, $3) on conflict do nothing")
            .bind(signal_id.0)
            .bind(now)
            .bind(&body)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(added == 1)
}

type SignalRow = (Uuid, i64, String, Option<Uuid>, Option<i64>);

fn read_signal((signal_id, at, body, taken_by, done_at): SignalRow) -> Result<Received, StoreError> {
    Ok(Received {
        signal_id: SignalId(signal_id),
        at,
        signal: serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("signal"))?,
        taken_by: taken_by.map(PersonId),
        done_at,
    })
}

/// What nobody has finished yet, the oldest first.
pub async fn open_signals(db: &Db) -> Result<Vec<Received>, StoreError> {
    let rows: Vec<SignalRow> = on_db!(read db, pool => {
        sqlx::query_as("select signal_id, at, body, taken_by, done_at from signal where done_at is null order by at, signal_id")
            .fetch_all(pool)
            .await?
    });
    rows.into_iter().map(read_signal).collect()
}

/// What somebody has finished at this instant or later, the newest first, and no more than so many.
pub async fn finished_signals(db: &Db, since: Millis, most: i64) -> Result<Vec<Received>, StoreError> {
    let rows: Vec<SignalRow> = on_db!(read db, pool => {
        sqlx::query_as(
            "select signal_id, at, body, taken_by, done_at from signal where done_at >= $1
             order by done_at desc, signal_id limit $2",
        )
        .bind(since)
        .bind(most)
        .fetch_all(pool)
        .await?
    });
    rows.into_iter().map(read_signal).collect()
}

/// Says who calls. Answers false where another has said so already, or it is done: no company is called twice.
pub async fn take_signal(db: &Db, signal_id: SignalId, by: PersonId) -> Result<bool, StoreError> {
    let taken = on_db!(write db, pool => {
        sqlx::query(
            "update signal set taken_by = $1
             where signal_id = $2 and (taken_by is null or taken_by = $1) and done_at is null",
        )
        .bind(by.0)
        .bind(signal_id.0)
        .execute(pool)
        .await?
        .rows_affected()
    });
    Ok(taken == 1)
}

/// Calls in place of a colleague, who may be ill. Answers false where it is done.
pub async fn take_over_signal(db: &Db, signal_id: SignalId, by: PersonId) -> Result<bool, StoreError> {
    let taken = on_db!(write db, pool => {
        sqlx::query("update signal set taken_by = $1 where signal_id = $2 and done_at is null")
            .bind(by.0)
            .bind(signal_id.0)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(taken == 1)
}

/// Says that somebody else may call.
pub async fn leave_signal(db: &Db, signal_id: SignalId, by: PersonId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update signal set taken_by = null where signal_id = $1 and taken_by = $2 and done_at is null")
            .bind(signal_id.0)
            .bind(by.0)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// What a company has told under this number, open or not.
pub async fn signal(db: &Db, signal_id: SignalId) -> Result<Option<Signal>, StoreError> {
    let body: Option<String> = on_db!(read db, pool => {
        sqlx::query_scalar("select body from signal where signal_id = $1").bind(signal_id.0).fetch_optional(pool).await?
    });
    body.map(|body| serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("signal")))
        .transpose()
}

/// The newest talk with each company that anybody has talked with.
pub async fn latest_contacts(db: &Db) -> Result<Vec<Contact>, StoreError> {
    let rows: Vec<(Uuid, Uuid, Option<Uuid>, Uuid, i64, String)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select company_id, contact_id, workplace_id, person_id, at, body from contact
             where not exists (
                 select 1 from contact newer
                 where newer.company_id = contact.company_id
                 and (newer.at > contact.at or newer.at = contact.at and newer.contact_id < contact.contact_id)
             )",
        )
        .fetch_all(pool)
        .await?
    });
    rows.into_iter()
        .map(|(company_id, contact_id, workplace_id, by, at, body)| {
            read_contact(CompanyId(company_id), (contact_id, workplace_id, by, at, body))
        })
        .collect()
}

pub async fn close_signal(db: &Db, signal_id: SignalId, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update signal set done_at = $1 where signal_id = $2 and done_at is null")
            .bind(now)
            .bind(signal_id.0)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// It was not done after all: it stands among the others as before.
pub async fn reopen_signal(db: &Db, signal_id: SignalId) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update signal set done_at = null where signal_id = $1").bind(signal_id.0).execute(pool).await?;
    });
    Ok(())
}

/// Every talk in which something was promised that is not kept yet.
pub async fn open_promises(db: &Db) -> Result<Vec<Contact>, StoreError> {
    // What a talk with neither looks like is told from its text, so that not every talk of all years is read.
    let rows: Vec<(Uuid, Uuid, Option<Uuid>, Uuid, i64, String)> = on_db!(read db, pool => {
        sqlx::query_as(
            r#"select company_id, contact_id, workplace_id, person_id, at, body from contact
               where body not like '%"promised":""%' and body not like '%"kept":"%' order by at desc, contact_id"#,
        )
        .fetch_all(pool)
        .await?
    });
    let read = rows.into_iter().map(|(company_id, contact_id, workplace_id, by, at, body)| {
        read_contact(CompanyId(company_id), (contact_id, workplace_id, by, at, body))
    });
    let mut contacts = read.collect::<Result<Vec<Contact>, StoreError>>()?;
    contacts.retain(|contact| contact.entry.is_promised());
    Ok(contacts)
}

/// Writes on which day the promise of a talk was kept, or that it is not kept after all. Answers false where there is
/// no such talk with this company.
pub async fn keep_promise(db: &Db, company_id: CompanyId, contact_id: ContactId, kept: Option<Day>) -> Result<bool, StoreError> {
    let found = contacts(db, company_id)
        .await?
        .into_iter()
        .find(|contact| contact.contact_id == contact_id);
    let Some(found) = found else {
        return Ok(false);
    };
    let entry = Entry { kept, ..found.entry };
    let body = serde_json::to_string(&entry).map_err(|_| StoreError::Unreadable("contact"))?;
    on_db!(write db, pool => {
        sqlx::query("update contact set body = $1 where contact_id = $2")
            .bind(&body)
            .bind(contact_id.0)
            .execute(pool)
            .await?;
    });
    Ok(true)
}
