//! Every column of the matching's tables. A new one must be put on the list with what it is for: whoever does so is asked
//! whether it says anything of a plan, a family or a benefit.

use super::fields::FIELDS;
use backend::db::Db;
use std::collections::BTreeSet;
use tests::server::Database;

/// Tables of the plan's side. The matching has none of them, and none of the matching's refers to one but `person`.
const PLANS: &[&str] = &[
    "_sqlx_migrations",
    "change",
    "change_body",
    "disclosure",
    "embed_code",
    "filed",
    "invitation",
    "meta",
    "person",
    "plan",
    "record",
    "seat",
    "seat_wish",
    "session",
    "ticket",
];

/// Table, its columns, and what each is for.
const COLUMNS: &[(&str, &[(&str, &str)])] = &[
    (
        "market",
        &[
            ("one", "There is only one row."),
            (
                "revision",
                "How often something was written, for servers that hold it in memory.",
            ),
            ("answers", "How often somebody said no or took it back. Not who, not to what."),
            ("entrance_key", "Signs the companies' forms. Random."),
        ],
    ),
    (
        "company",
        &[
            ("company_id", "Which company."),
            ("revision", "When it was written, as a number in order."),
            ("body", "The record `Company`; its fields are listed below."),
        ],
    ),
    (
        "workplace",
        &[
            ("workplace_id", "Which workplace."),
            ("revision", "When it was written, as a number in order."),
            ("body", "The record `Workplace`; its fields are listed below."),
            ("company_id", "Whose it is."),
        ],
    ),
    (
        "placement",
        &[
            ("placement_id", "Which placement."),
            ("revision", "When it was written, as a number in order."),
            ("body", "The record `Placement`; its fields are listed below."),
            ("workplace_id", "Where it is."),
        ],
    ),
    (
        "candidate",
        &[
            ("candidate_id", "Which candidate. Says nothing of their account."),
            ("revision", "When it was written, as a number in order."),
            ("body", "The record `Candidate`; its fields are listed below."),
        ],
    ),
    (
        "desk_change",
        &[
            ("person_id", "The consultant who made the change."),
            ("thing", "Of which of the four tables, or a company's no."),
            ("thing_id", "Which record, or the candidate of the no."),
            ("revision", "What the change left."),
            (
                "body",
                "The record as it was before, or the placement of the no, to be taken back within a day.",
            ),
            ("at", "When it was changed, so that it is forgotten after a day."),
        ],
    ),
    (
        "candidate_label",
        &[
            ("candidate_id", "Whose week."),
            (
                "body",
                "What they call its stretches: theirs alone, and the one place where own words of a family could stand.",
            ),
        ],
    ),
    (
        "candidate_account",
        &[
            ("person_id", "Who signs in."),
            (
                "candidate_id",
                "As which candidate. Nothing of a plan is reached from here: only they themselves come this way.",
            ),
            ("by_link", "Whether they came by a link and have nothing else here."),
        ],
    ),
    (
        "own_link",
        &[
            ("token_hash", "What opens the door to somebody's own page, as a hash."),
            ("candidate_id", "Whose page."),
            ("expires_at", "Until when."),
            ("used_at", "When somebody had gone in."),
        ],
    ),
    (
        "consultant",
        &[
            ("person_id", "Who may use the desk."),
            ("name", "As candidates and companies read it."),
            ("phone", "As candidates and companies read it."),
            ("entrance", "The one whom companies reach."),
        ],
    ),
    (
        "said_no",
        &[
            ("candidate_id", "One of the two who are not shown to each other."),
            ("subject_id", "The other: a placement."),
            ("side", "Who may take it back. No date, no reason."),
        ],
    ),
    (
        "ask",
        &[
            ("ask_id", "Which question."),
            ("candidate_id", "Who is asked whether a company may be told of them."),
            ("placement_id", "For which placement."),
            ("asked_by", "The consultant who asks."),
            ("asked_at", "When."),
            ("until", "The last day of a yes. A no takes the row away."),
            ("answered_at", "When they said yes."),
            ("text_version", "The text that they said yes to."),
            ("language", "In which language they read it."),
            ("read_aloud", "Whether it was read to them."),
            ("present_id", "The consultant who sat beside them."),
        ],
    ),
    (
        "course",
        &[
            ("course_id", "Which way through a placement."),
            ("revision", "When it was written, as a number in order."),
            ("candidate_id", "Whose."),
            ("placement_id", "Through which placement."),
            (
                "stage",
                "Before, underway or ended: until they have begun, a no takes the row away.",
            ),
            ("body", "The record `Course`; its fields are listed below."),
            ("ask_id", "The yes that it was begun on, used up by it."),
        ],
    ),
    (
        "course_link",
        &[
            ("token_hash", "What opens the page on which a company signs, as a hash."),
            ("course_id", "What was learnt in which course."),
            ("expires_at", "Until when."),
            ("used_at", "When somebody had signed."),
        ],
    ),
    (
        "signal",
        &[
            ("signal_id", "Which word of a company."),
            ("at", "When it came."),
            ("body", "The record `Signal`; its fields are listed below."),
            ("taken_by", "The consultant who calls."),
            ("done_at", "When somebody had called."),
        ],
    ),
    (
        "contact",
        &[
            ("contact_id", "Which entry of the company book."),
            ("company_id", "With whom was talked."),
            ("workplace_id", "At which of its workplaces."),
            ("person_id", "The consultant who talked."),
            ("at", "When."),
            ("body", "The record `Entry`; its fields are listed below."),
        ],
    ),
    (
        "saved_search",
        &[
            ("search_id", "Which search."),
            ("person_id", "The consultant who keeps it."),
            ("list", "Of people or of places."),
            ("name", "What they call it."),
            ("query", "What is looked for. Never who was found."),
            ("seen", "How far the market was when they last opened it."),
            ("gone", "Taken away, and kept until the next one is, to be taken back."),
        ],
    ),
    (
        "desk_look",
        &[
            ("look_id", "Which look."),
            ("person_id", "Who looked."),
            ("at", "When."),
            ("what", "At which kind of list."),
            ("subject_id", "For which candidate or placement."),
            ("inputs", "A hash of what the list was made of."),
            ("rules", "The version of the rules of law."),
            ("shown", "The ids of what was shown, in order."),
        ],
    ),
    (
        "desk_look_candidate",
        &[
            ("candidate_id", "Who was shown, so that they can read who has looked."),
            ("look_id", "In which look."),
        ],
    ),
    (
        "message_phone",
        &[
            (
                "receiver_id",
                "Who has asked to be told: a candidate, or the person at the desk.",
            ),
            ("about", "Of day jobs, of questions to them, or of signals."),
            (
                "phone",
                "Their number, once for each thing that they said yes to and for that alone. Shown to nobody else, and gone when they take it back.",
            ),
            ("language", "The language of the text."),
            ("since", "What was there before is not told of."),
        ],
    ),
    (
        "message",
        &[
            ("message_id", "Which text. What it says is stored nowhere."),
            ("receiver_id", "To whom."),
            ("about", "Of day jobs, of questions to them, or of signals."),
            ("written_at", "When there was something to tell."),
            ("due_at", "Not before."),
            ("tries", "How often it was handed to the service that sends."),
            ("outcome", "Whether the service has taken it."),
            ("done_at", "When."),
        ],
    ),
    (
        "message_subject",
        &[
            ("receiver_id", "Who was told."),
            (
                "subject_id",
                "Of which placement, question or signal, so that nobody is told twice.",
            ),
            ("message_id", "In which text."),
        ],
    ),
    (
        "rule_file",
        &[
            ("rule_file_id", "Which file of rules of law."),
            ("loaded_at", "When it was loaded."),
            ("loaded_by", "By whom."),
            ("body", "The file. Public law, of nobody in particular."),
            ("counts_from", "From which day on it counts."),
        ],
    ),
];

/// Tables, columns and what they refer to, as the database tells them.
struct Schema {
    columns: BTreeSet<(String, String)>,
    refers: BTreeSet<(String, String)>,
}

/// A table with one of its columns, or with a table that it refers to.
type Pairs = Vec<(String, String)>;

async fn schema(db: &Db) -> Schema {
    let (columns, refers): (Pairs, Pairs) = match db {
        Db::Sqlite { writer, .. } => {
            let tables = "select m.name as a, c.name as b from sqlite_master m join pragma_table_info(m.name) c
                where m.type = 'table' and m.name not like 'sqlite_%'";
            let refers = "select m.name as a, f.\"table\" as b from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'";
            (
                sqlx::query_as(tables).fetch_all(writer).await.unwrap(),
                sqlx::query_as(refers).fetch_all(writer).await.unwrap(),
            )
        }
        Db::Postgres(pool) => {
            let tables =
                "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public'";
            let refers = "select distinct c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c where c.contype = 'f'";
            (
                sqlx::query_as(tables).fetch_all(pool).await.unwrap(),
                sqlx::query_as(refers).fetch_all(pool).await.unwrap(),
            )
        }
    };
    Schema {
        columns: columns.into_iter().collect(),
        refers: refers.into_iter().collect(),
    }
}

/// What is not as the list says.
fn wrong(schema: &Schema) -> Vec<String> {
    let ours = |table: &str| !PLANS.contains(&table);
    let columns = schema.columns.iter().map(|(table, column)| (table.as_str(), column.as_str()));
    let found: BTreeSet<(&str, &str)> = columns.filter(|(table, _)| ours(table)).collect();
    let listed = COLUMNS
        .iter()
        .flat_map(|(table, columns)| columns.iter().map(move |(column, _)| (*table, *column)));
    let listed: BTreeSet<(&str, &str)> = listed.collect();
    let mut wrong: Vec<String> = Vec::new();
    wrong.extend(
        found
            .difference(&listed)
            .map(|(table, column)| format!("{table}.{column} is not on the list")),
    );
    wrong.extend(
        listed
            .difference(&found)
            .map(|(table, column)| format!("{table}.{column} is listed and not there")),
    );
    for (table, other) in &schema.refers {
        let is_person = other == "person";
        if ours(table) != ours(other) && !(ours(table) && is_person) {
            wrong.push(format!("{table} refers to {other} on the other side"));
        }
    }
    wrong
}

#[tokio::test]
async fn every_table_and_column_of_the_matching_is_on_the_list_with_what_it_is_for() {
    for database in [Database::sqlite(), Database::postgres().await] {
        let db = Db::open(&database.url.clone().into(), None).await.unwrap();
        let wrong = wrong(&schema(&db).await);
        assert!(wrong.is_empty(), "{}: {wrong:#?}", database.url);
    }
}

#[tokio::test]
async fn a_column_and_a_table_that_nobody_listed_are_noticed_and_so_is_a_way_to_a_plan() {
    let database = Database::sqlite();
    let db = Db::open(&database.url.clone().into(), None).await.unwrap();
    let Db::Sqlite { writer, .. } = &db else {
        panic!("another database")
    };
    for sql in [
        "alter table candidate add column benefit text",
        "create table candidate_plan (candidate_id blob primary key, plan_id blob not null references plan (plan_id)) strict",
    ] {
        sqlx::query(sql).execute(writer).await.unwrap();
    }
    assert_eq!(
        wrong(&schema(&db).await),
        [
            "candidate.benefit is not on the list",
            "candidate_plan.candidate_id is not on the list",
            "candidate_plan.plan_id is not on the list",
            "candidate_plan refers to plan on the other side",
        ]
    );
}

#[test]
fn everything_on_the_lists_says_in_a_sentence_what_it_is_for() {
    for (what, parts) in COLUMNS.iter().chain(FIELDS) {
        for (part, why) in *parts {
            assert!(why.ends_with('.') && why.len() > 2, "{what}.{part}");
        }
    }
}
