//! SQL for backup and restore: every table that holds what people wrote, row by row.

use crate::db::{Db, StoreError};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::io;
use uuid::Uuid;

/// One list for both directions, in the order in which rows can be put back: what is referred to comes first.
macro_rules! tables {
    ($($row:ident: $select:literal, $insert:literal { $($column:ident: $type:ty),* $(,)? })*) => {
        #[derive(Debug, Serialize, Deserialize)]
        #[serde(tag = "table", rename_all = "snake_case")]
        pub enum Row {
            $($row($row)),*
        }

        $(
            #[derive(Debug, FromRow, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $row {
                $($column: $type),*
            }
        )*

        /// Hands every row to `each`, all of the same moment. What `each` says comes back; its first error ends the reading.
        pub async fn read_all(db: &Db, mut each: impl FnMut(Row) -> io::Result<()>) -> Result<io::Result<()>, StoreError> {
            on_db!(read db, pool => {
                let mut transaction = pool.begin().await?;
                if db.is_postgres() {
                    // SQLite's transactions see one moment anyway.
                    sqlx::query("set transaction isolation level repeatable read read only").execute(&mut *transaction).await?;
                }
                $(
                    let mut rows = sqlx::query_as::<_, $row>($select).fetch(&mut *transaction);
                    while let Some(row) = rows.try_next().await? {
                        if let Err(error) = each(Row::$row(row)) {
                            return Ok(Err(error));
                        }
                    }
                    drop(rows);
                )*
            });
            Ok(Ok(()))
        }

        /// All of them or none.
        pub async fn write_all(db: &Db, rows: Vec<Row>) -> Result<(), StoreError> {
            on_db!(write db, pool => {
                let mut transaction = pool.begin().await?;
                for row in &rows {
                    match row {
                        $(
                            Row::$row(row) => {
                                sqlx::query($insert)$(.bind(&row.$column))*.execute(&mut *transaction).await?;
                            }
                        )*
                    }
                }
                transaction.commit().await?;
            });
            Ok(())
        }
    };
}

tables! {
    Meta: "select name, value from meta order by name",
        "insert into meta (name, value) values ($1, $2)"
        { name: String, value: String }
    Person: "select person_id, name, created_at from person order by person_id",
        "insert into person (person_id, name, created_at) values ($1, $2, $3)"
        { person_id: Uuid, name: String, created_at: i64 }
    Plan: "select plan_id, revision, changed_at from plan order by plan_id",
        "insert into plan (plan_id, revision, changed_at) values ($1, $2, $3)"
        { plan_id: Uuid, revision: i64, changed_at: i64 }
    Seat: "select person_id, plan_id, member_id from seat order by plan_id, member_id",
        "insert into seat (person_id, plan_id, member_id) values ($1, $2, $3)"
        { person_id: Uuid, plan_id: Uuid, member_id: Uuid }
    Record: "select plan_id, record_key, body from record order by plan_id, record_key",
        "insert into record (plan_id, record_key, body) values ($1, $2, $3)"
        { plan_id: Uuid, record_key: String, body: String }
    Change: "select change_id, plan_id, revision, member_id, at, outcome from change order by plan_id, revision",
        "insert into change (change_id, plan_id, revision, member_id, at, outcome) values ($1, $2, $3, $4, $5, $6)"
        { change_id: Uuid, plan_id: Uuid, revision: i64, member_id: Uuid, at: i64, outcome: String }
    ChangeBody: "select change_id, intent, patch from change_body order by change_id",
        "insert into change_body (change_id, intent, patch) values ($1, $2, $3)"
        { change_id: Uuid, intent: Option<String>, patch: String }
    SeatWish: "select plan_id, member_id, person_id, change_id from seat_wish order by plan_id, member_id",
        "insert into seat_wish (plan_id, member_id, person_id, change_id) values ($1, $2, $3, $4)"
        { plan_id: Uuid, member_id: Uuid, person_id: Uuid, change_id: Uuid }
    Invitation: "select token_hash, plan_id, member_id, expires_at, used_at from invitation order by token_hash",
        "insert into invitation (token_hash, plan_id, member_id, expires_at, used_at) values ($1, $2, $3, $4, $5)"
        { token_hash: String, plan_id: Uuid, member_id: Uuid, expires_at: i64, used_at: Option<i64> }
    Disclosure: "select plan_id, member_id, at, what from disclosure order by plan_id, at, member_id, what",
        "insert into disclosure (plan_id, member_id, at, what) values ($1, $2, $3, $4)"
        { plan_id: Uuid, member_id: Uuid, at: i64, what: String }
    Filed: "select filed_id, plan_id, member_id, at, met_on, kle, present, sha256, body from filed order by plan_id, at, filed_id",
        "insert into filed (filed_id, plan_id, member_id, at, met_on, kle, present, sha256, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        {
            filed_id: Uuid, plan_id: Uuid, member_id: Uuid, at: i64, met_on: String, kle: String, present: String,
            sha256: String, body: Vec<u8>,
        }
    Company: "select company_id, revision, body from company order by company_id",
        "insert into company (company_id, revision, body) values ($1, $2, $3)"
        { company_id: Uuid, revision: i64, body: Option<String> }
    Workplace: "select workplace_id, revision, body, company_id from workplace order by workplace_id",
        "insert into workplace (workplace_id, revision, body, company_id) values ($1, $2, $3, $4)"
        { workplace_id: Uuid, revision: i64, body: Option<String>, company_id: Uuid }
    Placement: "select placement_id, revision, body, workplace_id from placement order by placement_id",
        "insert into placement (placement_id, revision, body, workplace_id) values ($1, $2, $3, $4)"
        { placement_id: Uuid, revision: i64, body: Option<String>, workplace_id: Uuid }
    Candidate: "select candidate_id, revision, body from candidate order by candidate_id",
        "insert into candidate (candidate_id, revision, body) values ($1, $2, $3)"
        { candidate_id: Uuid, revision: i64, body: Option<String> }
    // The row is there already in a new database.
    Market: "select revision, answers from market", "update market set revision = $1, answers = $2 where one = 1"
        { revision: i64, answers: i64 }
    DeskChange: "select person_id, thing, thing_id, revision, body, at from desk_change order by person_id",
        "insert into desk_change (person_id, thing, thing_id, revision, body, at) values ($1, $2, $3, $4, $5, $6)"
        { person_id: Uuid, thing: String, thing_id: Uuid, revision: i64, body: Option<String>, at: i64 }
    CandidateLabel: "select candidate_id, body from candidate_label order by candidate_id",
        "insert into candidate_label (candidate_id, body) values ($1, $2)"
        { candidate_id: Uuid, body: String }
    CandidateAccount: "select person_id, candidate_id, by_link from candidate_account order by person_id",
        "insert into candidate_account (person_id, candidate_id, by_link) values ($1, $2, $3)"
        { person_id: Uuid, candidate_id: Uuid, by_link: bool }
    OwnLink: "select token_hash, candidate_id, expires_at, used_at from own_link order by token_hash",
        "insert into own_link (token_hash, candidate_id, expires_at, used_at) values ($1, $2, $3, $4)"
        { token_hash: String, candidate_id: Uuid, expires_at: i64, used_at: Option<i64> }
    Consultant: "select person_id, name, phone, entrance from consultant order by person_id",
        "insert into consultant (person_id, name, phone, entrance) values ($1, $2, $3, $4)"
        { person_id: Uuid, name: String, phone: String, entrance: bool }
    // Without it two who have said no would be shown to each other again.
    SaidNo: "select candidate_id, subject_id, side from said_no order by candidate_id, subject_id, side",
        "insert into said_no (candidate_id, subject_id, side) values ($1, $2, $3)"
        { candidate_id: Uuid, subject_id: Uuid, side: String }
    Ask: "select ask_id, candidate_id, placement_id, asked_by, asked_at, until, answered_at, text_version, language, read_aloud,
          present_id from ask order by ask_id",
        "insert into ask (ask_id, candidate_id, placement_id, asked_by, asked_at, until, answered_at, text_version, language, read_aloud,
          present_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        {
            ask_id: Uuid, candidate_id: Uuid, placement_id: Uuid, asked_by: Option<Uuid>, asked_at: i64, until: Option<String>,
            answered_at: Option<i64>, text_version: Option<i64>, language: Option<String>, read_aloud: Option<bool>,
            present_id: Option<Uuid>,
        }
    Course: "select course_id, revision, candidate_id, placement_id, stage, body, ask_id from course order by course_id",
        "insert into course (course_id, revision, candidate_id, placement_id, stage, body, ask_id) values ($1, $2, $3, $4, $5, $6, $7)"
        {
            course_id: Uuid, revision: i64, candidate_id: Uuid, placement_id: Uuid, stage: String, body: String,
            // Without it a yes that is used up would count again.
            ask_id: Option<Uuid>,
        }
    CourseLink: "select token_hash, course_id, expires_at, used_at from course_link order by token_hash",
        "insert into course_link (token_hash, course_id, expires_at, used_at) values ($1, $2, $3, $4)"
        { token_hash: String, course_id: Uuid, expires_at: i64, used_at: Option<i64> }
    Signal: "select signal_id, at, body, taken_by, done_at from signal order by signal_id",
        "insert into signal (signal_id, at, body, taken_by, done_at) values ($1, $2, $3, $4, $5)"
        { signal_id: Uuid, at: i64, body: String, taken_by: Option<Uuid>, done_at: Option<i64> }
    Contact: "select contact_id, company_id, workplace_id, person_id, at, body from contact order by contact_id",
        "insert into contact (contact_id, company_id, workplace_id, person_id, at, body) values ($1, $2, $3, $4, $5, $6)"
        { contact_id: Uuid, company_id: Uuid, workplace_id: Option<Uuid>, person_id: Uuid, at: i64, body: String }
    SavedSearch: "select search_id, person_id, list, name, query, seen, gone from saved_search order by search_id",
        "insert into saved_search (search_id, person_id, list, name, query, seen, gone) values ($1, $2, $3, $4, $5, $6, $7)"
        { search_id: Uuid, person_id: Uuid, list: String, name: String, query: String, seen: i64, gone: bool }
    DeskLook: "select look_id, person_id, at, what, subject_id, inputs, rules, shown from desk_look order by look_id",
        "insert into desk_look (look_id, person_id, at, what, subject_id, inputs, rules, shown) values ($1, $2, $3, $4, $5, $6, $7, $8)"
        {
            look_id: Uuid, person_id: Uuid, at: i64, what: String, subject_id: Option<Uuid>, inputs: String, rules: String,
            shown: String,
        }
    DeskLookCandidate: "select candidate_id, look_id from desk_look_candidate order by candidate_id, look_id",
        "insert into desk_look_candidate (candidate_id, look_id) values ($1, $2)"
        { candidate_id: Uuid, look_id: Uuid }
    MessagePhone: "select receiver_id, about, phone, language, since from message_phone order by receiver_id",
        "insert into message_phone (receiver_id, about, phone, language, since) values ($1, $2, $3, $4, $5)"
        { receiver_id: Uuid, about: String, phone: String, language: String, since: i64 }
    Message: "select message_id, receiver_id, about, written_at, due_at, tries, outcome, done_at from message order by message_id",
        "insert into message (message_id, receiver_id, about, written_at, due_at, tries, outcome, done_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)"
        {
            message_id: Uuid, receiver_id: Uuid, about: String, written_at: i64, due_at: i64, tries: i64, outcome: Option<String>,
            done_at: Option<i64>,
        }
    // Without it people would be told once more of what they know.
    MessageSubject: "select receiver_id, subject_id, message_id from message_subject order by receiver_id, subject_id",
        "insert into message_subject (receiver_id, subject_id, message_id) values ($1, $2, $3)"
        { receiver_id: Uuid, subject_id: Uuid, message_id: Uuid }
    RuleFile: "select rule_file_id, loaded_at, loaded_by, body, counts_from from rule_file order by rule_file_id",
        "insert into rule_file (rule_file_id, loaded_at, loaded_by, body, counts_from) values ($1, $2, $3, $4, $5)"
        { rule_file_id: Uuid, loaded_at: i64, loaded_by: Uuid, body: String, counts_from: Option<String> }
}

/// Whether nothing has been stored yet.
pub async fn is_empty(db: &Db) -> Result<bool, StoreError> {
    let found: Option<i64> = on_db!(read db, pool => {
        sqlx::query_scalar(
            "select created_at from person union all select changed_at from plan union all select 0 from meta
             union all select revision from company union all select revision from candidate limit 1",
        )
        .fetch_optional(pool)
        .await?
    });
    Ok(found.is_none())
}
