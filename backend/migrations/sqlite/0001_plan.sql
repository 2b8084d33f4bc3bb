-- The same tables as in ../postgres/0001_plan.sql, under the same number.
-- Ids are uuids (16 bytes here), instants milliseconds since 1970, bodies JSON text.

-- Facts about this database as a whole, such as that its people are invented.
create table meta (
    name text primary key,
    value text not null
) strict, without rowid;

-- Someone who has an account. No CPR number, here or anywhere.
create table person (
    person_id blob primary key,
    name text not null,
    created_at integer not null
) strict, without rowid;

-- `revision` is the number of changes ever made to the plan. Every write to a plan starts by raising
-- it from the value that the writer knows, so a writer with old knowledge cannot commit.
create table plan (
    plan_id blob primary key,
    revision integer not null,
    changed_at integer not null
) strict, without rowid;

-- Who sits at which table. One person may sit at several.
create table seat (
    person_id blob not null references person (person_id),
    plan_id blob not null references plan (plan_id),
    member_id blob not null,
    primary key (person_id, plan_id),
    constraint seat_once unique (plan_id, member_id)
) strict, without rowid;

-- Only the hash of what the browser holds: one who reads the database cannot sign in with it.
create table session (
    token_hash text primary key,
    person_id blob not null references person (person_id),
    created_at integer not null,
    seen_at integer not null
) strict, without rowid;

-- Good for one socket to one plan.
create table ticket (
    ticket_hash text primary key,
    session_hash text not null references session (token_hash) on delete cascade,
    plan_id blob not null references plan (plan_id),
    member_id blob not null,
    expires_at integer not null,
    used integer not null check (used in (0, 1))
) strict, without rowid;
create index ticket_by_session on ticket (session_hash);

-- What a sign-in window hands to the page of another site that opened it. Good for once, and for that site.
create table embed_code (
    code_hash text primary key,
    person_id blob not null references person (person_id),
    origin text not null,
    expires_at integer not null
) strict, without rowid;

-- The plan as it is now: one row per card, member, agreement and so on, so that one change writes little.
create table record (
    plan_id blob not null references plan (plan_id),
    record_key text not null,
    body text not null,
    primary key (plan_id, record_key)
) strict;

-- Who changed what when. The words stand apart in change_body, so that they can be erased and the
-- fact that something happened stays.
create table change (
    change_id blob primary key,
    plan_id blob not null references plan (plan_id),
    revision integer not null,
    member_id blob not null,
    at integer not null,
    outcome text not null,
    constraint change_without_gap unique (plan_id, revision)
) strict, without rowid;

-- What the person wanted, and what it did to the records. Earlier states of the plan are made of `patch`,
-- never by judging an old intent by newer rules.
create table change_body (
    change_id blob primary key references change (change_id),
    intent text,
    patch text not null
) strict;
