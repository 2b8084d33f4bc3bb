-- The same tables as in ../postgres/0005_matching.sql, under the same number.
--
-- People who look for work, companies and what they offer. No plan, no family and no benefit in any of these, and of
-- health only which tasks to leave out. Bodies are the records of `shared::matching` as JSON; beside them stands what
-- a query needs. A body of null: it is gone, and servers that hold it in memory learn of that.

-- How far the matching has come. Every write to the four tables below begins by raising `revision`, so that whoever
-- holds them in memory asks for what is newer. `answers` rises when somebody says no or takes it back: a row of
-- said_no itself has no number that could tell when.
create table market (
    one integer primary key check (one = 1),
    revision integer not null,
    answers integer not null,
    -- What signs the companies' forms, so that any server knows the form that another has given out. Never copied.
    entrance_key text not null
) strict;
insert into market (one, revision, answers, entrance_key) values (1, 0, 0, lower(hex(randomblob(32))));

create table company (
    company_id blob primary key,
    revision integer not null,
    body text
) strict, without rowid;
create index company_by_revision on company (revision);

create table workplace (
    workplace_id blob primary key,
    revision integer not null,
    body text,
    company_id blob not null references company (company_id)
) strict, without rowid;
create index workplace_by_revision on workplace (revision);

create table placement (
    placement_id blob primary key,
    revision integer not null,
    body text,
    workplace_id blob not null references workplace (workplace_id)
) strict, without rowid;
create index placement_by_revision on placement (revision);

create table candidate (
    candidate_id blob primary key,
    revision integer not null,
    body text
) strict, without rowid;
create index candidate_by_revision on candidate (revision);

-- Each person's own last change to one of the four, for them to take back. Only ever one.
create table desk_change (
    person_id blob primary key references person (person_id),
    thing text not null,
    thing_id blob not null,
    -- What the change left. Taken back only while it is still so.
    revision integer not null,
    -- As it was before; null where it was not there.
    body text
) strict, without rowid;

-- What the candidate calls the stretches of their week. Theirs alone: read for their own page and for nothing else.
create table candidate_label (
    candidate_id blob primary key references candidate (candidate_id),
    body text not null
) strict, without rowid;

-- Which account is this candidate's.
create table candidate_account (
    person_id blob primary key references person (person_id),
    candidate_id blob not null references candidate (candidate_id),
    constraint candidate_account_once unique (candidate_id)
) strict, without rowid;

-- Who may use the desk. Name and telephone as candidates and companies read them; `entrance` marks the one whom companies reach.
create table consultant (
    person_id blob primary key references person (person_id),
    name text not null,
    phone text not null,
    entrance integer not null check (entrance in (0, 1))
) strict, without rowid;

-- A candidate and a placement or a company that are not shown to each other any more. No date and no reason. `side` is
-- there so that nobody takes back what the other has said; neither learns of the other's.
create table said_no (
    candidate_id blob not null references candidate (candidate_id),
    subject_id blob not null,
    side text not null check (side in ('candidate', 'company')),
    primary key (candidate_id, subject_id, side)
) strict, without rowid;

-- May we tell this company about you? Open while `until` is null, a yes until that day. A no removes the row.
create table ask (
    ask_id blob primary key,
    candidate_id blob not null references candidate (candidate_id),
    placement_id blob not null references placement (placement_id),
    -- Null: they said yes without being asked.
    asked_by blob references person (person_id),
    asked_at integer not null,
    until text,
    answered_at integer,
    -- The text that they said yes to.
    text_version integer,
    language text,
    read_aloud integer check (read_aloud in (0, 1)),
    constraint ask_once unique (candidate_id, placement_id)
) strict, without rowid;
create index ask_of_placement on ask (placement_id);

-- We have room, we need hands: what a company has told at its entrance.
create table signal (
    signal_id blob primary key,
    at integer not null,
    body text not null,
    -- The consultant who calls.
    taken_by blob references person (person_id),
    done_at integer
) strict, without rowid;
create index signal_open on signal (done_at, at);

-- The company book: who talked with whom, what they need, what was promised, whether to call.
create table contact (
    contact_id blob primary key,
    company_id blob not null references company (company_id),
    workplace_id blob references workplace (workplace_id),
    person_id blob not null references person (person_id),
    at integer not null,
    body text not null
) strict, without rowid;
create index contact_of_company on contact (company_id, at);

create table saved_search (
    search_id blob primary key,
    person_id blob not null references person (person_id),
    name text not null,
    query text not null,
    constraint saved_search_once unique (person_id, name)
) strict, without rowid;

-- Who saw which list, made of what and by which rules. Written before anything is shown.
create table desk_look (
    look_id blob primary key,
    person_id blob not null references person (person_id),
    at integer not null,
    what text not null,
    -- The candidate or the placement that the list is for; null where it is for nobody in particular.
    subject_id blob,
    -- A hash of everything that the list was made of.
    inputs text not null,
    -- The version of the rules of law that it was made by.
    rules text not null,
    -- The ids of what was shown, in order, as JSON.
    shown text not null
) strict, without rowid;
create index desk_look_of_subject on desk_look (subject_id, at);

-- Which candidates a look has shown, for each to read who has seen them.
create table desk_look_candidate (
    candidate_id blob not null references candidate (candidate_id),
    look_id blob not null references desk_look (look_id),
    primary key (candidate_id, look_id)
) strict, without rowid;

-- Files of rules of law that were loaded. One counts from its day on; without one it is a draft, to be compared.
create table rule_file (
    rule_file_id blob primary key,
    loaded_at integer not null,
    loaded_by blob not null references person (person_id),
    body text not null,
    counts_from text
) strict, without rowid;
