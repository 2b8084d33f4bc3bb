//! SQL for who has asked to be told, what waits to be sent, and what was told.

use super::{About, Number, Outcome, Phone};
use crate::db::{Db, StoreError};
use crate::words::Lang;
use shared::ids::{Millis, PlacementId};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A text that is to be sent now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub message_id: Uuid,
    pub receiver_id: Uuid,
    pub about: About,
    pub tries: i64,
}

/// The newest text to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Last {
    /// Nobody has tried to send it, so that what is new can join it.
    pub waits: bool,
    /// When it was sent or is to be.
    pub at: Millis,
}

/// A text with what it told of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    pub message_id: Uuid,
    pub about: About,
    /// When it was sent or is to be.
    pub at: Millis,
    /// `None` while it waits.
    pub outcome: Option<Outcome>,
    pub subject_id: Uuid,
}

/// Somebody asks to be told of this, and of what comes after `since`. Who has asked before changes the number and the language alone.
pub async fn ask_for(db: &Db, receiver_id: Uuid, about: About, number: &Number, since: i64) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query(
            "insert into message_phone (receiver_id, about, phone, language, since) values ($1, $2, $3, $4, $5)
             on conflict (receiver_id, about) do update set phone = excluded.phone, language = excluded.language",
        )
        .bind(receiver_id)
        .bind(about.text())
        .bind(number.phone.as_str())
        .bind(number.lang.tag())
        .bind(since)
        .execute(pool)
        .await?;
    });
    Ok(())
}

/// For this the number is gone, and so is what was not sent yet.
pub async fn take_back(db: &Db, receiver_id: Uuid, about: About) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        for sql in [
            "delete from message_phone where receiver_id = $1 and about = $2",
            "delete from message_subject where message_id in (
                 select message_id from message where receiver_id = $1 and about = $2 and outcome is null
             )",
            "delete from message where receiver_id = $1 and about = $2 and outcome is null",
        ] {
            sqlx::query(sql).bind(receiver_id).bind(about.text()).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

/// Where somebody has asked to be told of this.
pub async fn number(db: &Db, receiver_id: Uuid, about: About) -> Result<Option<Number>, StoreError> {
    let found: Option<(String, String)> = on_db!(read db, pool => {
        sqlx::query_as("select phone, language from message_phone where receiver_id = $1 and about = $2")
            .bind(receiver_id)
            .bind(about.text())
            .fetch_optional(pool)
            .await?
    });
    let Some((phone, language)) = found else { return Ok(None) };
    Ok(Some(Number {
        phone: Phone::read(&phone).ok_or(StoreError::Unreadable("message_phone"))?,
        lang: Lang::of_wish(&language),
    }))
}

/// Who has asked to be told of day jobs, and of those after which revision.
pub async fn told_of_day_jobs(db: &Db) -> Result<Vec<(Uuid, i64)>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_as("select receiver_id, since from message_phone where about = 'day-job' order by receiver_id")
            .fetch_all(pool)
            .await?
    }))
}

/// Signals that came after `after`, that nobody has taken, and of which these consultants were not told.
pub async fn untold_signals(db: &Db, after: Millis) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_as(
            "select asked.receiver_id, signal.signal_id from message_phone asked
             join consultant on consultant.person_id = asked.receiver_id
             join signal on signal.at >= asked.since and signal.at > $1
             where asked.about = 'signal' and signal.done_at is null and signal.taken_by is null and not exists (
                 select 1 from message_subject told
                 where told.receiver_id = asked.receiver_id and told.subject_id = signal.signal_id
             )
             order by asked.receiver_id, signal.at, signal.signal_id",
        )
        .bind(after)
        .fetch_all(pool)
        .await?
    }))
}

/// Whether a signal came after `after` and nobody has taken it.
pub async fn is_signal_open(db: &Db, signal_id: Uuid, after: Millis) -> Result<bool, StoreError> {
    let found: Option<i64> = on_db!(read db, pool => {
        sqlx::query_scalar("select at from signal where signal_id = $1 and at > $2 and done_at is null and taken_by is null")
            .bind(signal_id)
            .bind(after)
            .fetch_optional(pool)
            .await?
    });
    Ok(found.is_some())
}

/// Questions that candidates were asked in these hours, that wait for an answer, and of which they were not told.
pub async fn untold_asks(db: &Db, after: Millis, until: Millis) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_as(
            "select asked.receiver_id, ask.ask_id from message_phone asked
             join ask on ask.candidate_id = asked.receiver_id and ask.asked_at >= asked.since
             where asked.about = 'ask' and ask.asked_by is not null and ask.until is null
             and ask.asked_at > $1 and ask.asked_at <= $2 and not exists (
                 select 1 from message_subject told
                 where told.receiver_id = asked.receiver_id and told.subject_id = ask.ask_id
             )
             order by asked.receiver_id, ask.asked_at, ask.ask_id",
        )
        .bind(after)
        .bind(until)
        .fetch_all(pool)
        .await?
    }))
}

/// Which place a question is about and who asks, where it was asked after `after` and waits for an answer.
pub async fn open_ask(db: &Db, ask_id: Uuid, after: Millis) -> Result<Option<(PlacementId, String)>, StoreError> {
    let found: Option<(Uuid, String)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select ask.placement_id, consultant.name from ask join consultant on consultant.person_id = ask.asked_by
             where ask.ask_id = $1 and ask.asked_at > $2 and ask.until is null",
        )
        .bind(ask_id)
        .bind(after)
        .fetch_optional(pool)
        .await?
    });
    Ok(found.map(|(placement_id, name)| (PlacementId(placement_id), name)))
}

/// Everything that somebody was told of or is about to be.
pub async fn all_told(db: &Db) -> Result<BTreeSet<(Uuid, Uuid)>, StoreError> {
    let rows: Vec<(Uuid, Uuid)> = on_db!(read db, pool => {
        sqlx::query_as("select receiver_id, subject_id from message_subject").fetch_all(pool).await?
    });
    Ok(rows.into_iter().collect())
}

/// Of one kind.
pub async fn last(db: &Db, receiver_id: Uuid, about: About) -> Result<Option<Last>, StoreError> {
    let found: Option<(Option<String>, i64, i64)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select outcome, tries, coalesce(done_at, due_at) from message where receiver_id = $1 and about = $2
             order by written_at desc, message_id desc limit 1",
        )
        .bind(receiver_id)
        .bind(about.text())
        .fetch_optional(pool)
        .await?
    });
    Ok(found.map(|(outcome, tries, at)| Last {
        waits: outcome.is_none() && tries == 0,
        at,
    }))
}

/// Writes that somebody is to be told of these, each once for ever. They join a text that waits and that nobody has tried:
/// one that was tried may have arrived without them. Without one there is a new one under `message_id`. Answers how many of
/// them are new.
pub async fn write(
    db: &Db,
    message_id: Uuid,
    receiver_id: Uuid,
    about: About,
    subjects: &[Uuid],
    now: Millis,
    due: Millis,
) -> Result<u64, StoreError> {
    let mut new = 0;
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        sqlx::query(
            // The row that is there is held, so that nobody tries it before these have joined it.
            "insert into message (message_id, receiver_id, about, written_at, due_at, tries) values ($1, $2, $3, $4, $5, 0)
             on conflict (receiver_id, about) where outcome is null and tries = 0 do update set due_at = message.due_at",
        )
        .bind(message_id)
        .bind(receiver_id)
        .bind(about.text())
        .bind(now)
        .bind(due)
        .execute(&mut *transaction)
        .await?;
        for subject_id in subjects {
            new += sqlx::query(
                "insert into message_subject (receiver_id, subject_id, message_id)
                 select $1, $2, message_id from message
                 where receiver_id = $1 and about = $3 and outcome is null and tries = 0
                 on conflict do nothing",
            )
            .bind(receiver_id)
            .bind(subject_id)
            .bind(about.text())
            .execute(&mut *transaction)
            .await?
            .rows_affected();
        }
        if new == 0 {
            // Another server was first.
            transaction.rollback().await?;
        } else {
            transaction.commit().await?;
        }
    });
    Ok(new)
}

/// What is to be sent by now, at most so many.
pub async fn waiting(db: &Db, now: Millis, at_most: i64) -> Result<Vec<Waiting>, StoreError> {
    let rows: Vec<(Uuid, Uuid, String, i64)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select message_id, receiver_id, about, tries from message
             where outcome is null and due_at <= $1 order by due_at, message_id limit $2",
        )
        .bind(now)
        .bind(at_most)
        .fetch_all(pool)
        .await?
    });
    let read = |(message_id, receiver_id, about, tries): (Uuid, Uuid, String, i64)| {
        Ok(Waiting {
            message_id,
            receiver_id,
            about: About::read(&about).ok_or(StoreError::Unreadable("message"))?,
            tries,
        })
    };
    rows.into_iter().map(read).collect()
}

/// What a text tells of.
pub async fn subjects(db: &Db, message_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_scalar("select subject_id from message_subject where message_id = $1 order by subject_id")
            .bind(message_id)
            .fetch_all(pool)
            .await?
    }))
}

/// Takes a text in hand before it is tried, for one server alone; it is due anew at `next`, should nothing come of it.
pub async fn take_in_hand(db: &Db, waiting: &Waiting, next: Millis) -> Result<bool, StoreError> {
    let taken = on_db!(write db, pool => {
        sqlx::query("update message set tries = tries + 1, due_at = $1 where message_id = $2 and tries = $3 and outcome is null")
            .bind(next)
            .bind(waiting.message_id)
            .bind(waiting.tries)
            .execute(pool)
            .await?
            .rows_affected()
    });
    Ok(taken == 1)
}

pub async fn done(db: &Db, message_id: Uuid, outcome: Outcome, now: Millis) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("update message set outcome = $1, done_at = $2 where message_id = $3")
            .bind(outcome.text())
            .bind(now)
            .bind(message_id)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// Nothing is left of a text and of what it told.
pub async fn forget(db: &Db, message_id: Uuid) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        let mut transaction = pool.begin().await?;
        for sql in [
            "delete from message_subject where message_id = $1",
            "delete from message where message_id = $1",
        ] {
            sqlx::query(sql).bind(message_id).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
    });
    Ok(())
}

/// A text that was not sent yet does not tell of this any more.
pub async fn forget_subject(db: &Db, message_id: Uuid, subject_id: Uuid) -> Result<(), StoreError> {
    on_db!(write db, pool => {
        sqlx::query("delete from message_subject where message_id = $1 and subject_id = $2")
            .bind(message_id)
            .bind(subject_id)
            .execute(pool)
            .await?;
    });
    Ok(())
}

/// Texts that were written before, with what each told of.
pub async fn older(db: &Db, before: Millis) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    Ok(on_db!(read db, pool => {
        sqlx::query_as(
            "select message.message_id, message_subject.subject_id from message
             join message_subject on message_subject.message_id = message.message_id
             where message.written_at < $1 order by message.message_id",
        )
        .bind(before)
        .fetch_all(pool)
        .await?
    }))
}

/// What somebody was told of and is about to be, the newest first.
pub async fn told_to(db: &Db, receiver_id: Uuid) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<(Uuid, String, i64, Option<String>, Uuid)> = on_db!(read db, pool => {
        sqlx::query_as(
            "select message.message_id, message.about, coalesce(message.done_at, message.due_at), message.outcome, message_subject.subject_id
             from message join message_subject on message_subject.message_id = message.message_id
             where message.receiver_id = $1 order by message.written_at desc, message.message_id desc, message_subject.subject_id",
        )
        .bind(receiver_id)
        .fetch_all(pool)
        .await?
    });
    let read = |(message_id, about, at, outcome, subject_id): (Uuid, String, i64, Option<String>, Uuid)| {
        let outcome = match outcome.as_deref() {
            None => None,
            Some("sent") => Some(Outcome::Sent),
            Some("refused") => Some(Outcome::Refused),
            Some(_) => return Err(StoreError::Unreadable("message")),
        };
        Ok(Told {
            message_id,
            about: About::read(&about).ok_or(StoreError::Unreadable("message"))?,
            at,
            outcome,
            subject_id,
        })
    };
    rows.into_iter().map(read).collect()
}
