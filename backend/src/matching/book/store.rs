//! SQL for the company book: contacts and signals.

use super::{Contact, Received};
use crate::db::{Db, StoreError};
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

/// What nobody has finished yet, the oldest first.
pub async fn open_signals(db: &Db) -> Result<Vec<Received>, StoreError> {
    let rows: Vec<(Uuid, i64, String, Option<Uuid>)> = on_db!(read db, pool => {
        sqlx::query_as("select signal_id, at, body, taken_by from signal where done_at is null order by at, signal_id")
            .fetch_all(pool)
            .await?
    });
    rows.into_iter()
        .map(|(signal_id, at, body, taken_by)| {
            Ok(Received {
                signal_id: SignalId(signal_id),
                at,
                signal: serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("signal"))?,
                taken_by: taken_by.map(PersonId),
            })
        })
        .collect()
}

/// Says who calls. Answers false where another has said so already: no company is called twice.
pub async fn take_signal(db: &Db, signal_id: SignalId, by: PersonId) -> Result<bool, StoreError> {
    let taken = on_db!(write db, pool => {
        sqlx::query("update signal set taken_by = $1 where signal_id = $2 and (taken_by is null or taken_by = $1)")
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
