-- The same tables as in ../sqlite/0001_plan.sql, under the same number.
-- Ids are uuids, instants milliseconds since 1970, bodies JSON text.

-- Facts about this database as a whole, such as that its people are invented.
create table meta (
    name text primary key,
    value text not null
);

-- Someone who has an account. No CPR number, here or anywhere.
create table person (
    person_id uuid primary key,
    name text not null,
    created_at bigint not null
);

-- `revision` is the number of changes ever made to the plan. Every write to a plan starts by raising
-- it from the value that the writer knows, so a writer with old knowledge cannot commit.
create table plan (
    plan_id uuid primary key,
    revision bigint not null,
    changed_at bigint not null
);

-- Who sits at which table. One person may sit at several.
create table seat (
    person_id uuid not null references person (person_id),
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    primary key (person_id, plan_id),
    constraint seat_once unique (plan_id, member_id)
);

-- Only the hash of what the browser holds: one who reads the database cannot sign in with it.
create table session (
    token_hash text primary key,
    person_id uuid not null references person (person_id),
    created_at bigint not null,
    seen_at bigint not null
);

-- Good for one socket to one plan.
create table ticket (
    ticket_hash text primary key,
    session_hash text not null references session (token_hash) on delete cascade,
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    expires_at bigint not null,
    used boolean not null
);
create index ticket_by_session on ticket (session_hash);

-- What a sign-in window hands to the page of another site that opened it. Good for once, and for that site.
create table embed_code (
    code_hash text primary key,
    person_id uuid not null references person (person_id),
    origin text not null,
    expires_at bigint not null
);

-- The plan as it is now: one row per card, member, agreement and so on, so that one change writes little.
create table record (
    plan_id uuid not null references plan (plan_id),
    record_key text not null,
    body text not null,
    primary key (plan_id, record_key)
);

-- Who changed what when. The words stand apart in change_body, so that they can be erased and the
-- fact that something happened stays.
create table change (
    change_id uuid primary key,
    plan_id uuid not null references plan (plan_id),
    revision bigint not null,
    member_id uuid not null,
    at bigint not null,
    outcome text not null,
    constraint change_without_gap unique (plan_id, revision)
);

-- What the person wanted, and what it did to the records. Earlier states of the plan are made of `patch`,
-- never by judging an old intent by newer rules.
create table change_body (
    change_id uuid primary key references change (change_id),
    intent text,
    patch text not null
);
