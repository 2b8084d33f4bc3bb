-- The same tables as in ../sqlite/0005_matching.sql, under the same number.
--
-- People who look for work, companies and what they offer. No plan, no family and no benefit in any of these, and of
-- health only which tasks to leave out. Bodies are the records of `shared::matching` as JSON; beside them stands what
-- a query needs. A body of null: it is gone, and servers that hold it in memory learn of that.

-- How far the matching has come. Every write to the four tables below begins by raising `revision`, so that whoever
-- holds them in memory asks for what is newer. `answers` rises when somebody says no or takes it back: a row of
-- said_no itself has no number that could tell when.
create table market (
    one bigint primary key check (one = 1),
    revision bigint not null,
    answers bigint not null,
    -- What signs the companies' forms, so that any server knows the form that another has given out. Never copied.
    entrance_key text not null
);
insert into market (one, revision, answers, entrance_key) values (1, 0, 0, gen_random_uuid()::text || gen_random_uuid()::text);

create table company (
    company_id uuid primary key,
    revision bigint not null,
    body text
);
create index company_by_revision on company (revision);

create table workplace (
    workplace_id uuid primary key,
    revision bigint not null,
    body text,
    company_id uuid not null references company (company_id)
);
create index workplace_by_revision on workplace (revision);

create table placement (
    placement_id uuid primary key,
    revision bigint not null,
    body text,
    workplace_id uuid not null references workplace (workplace_id)
);
create index placement_by_revision on placement (revision);

create table candidate (
    candidate_id uuid primary key,
    revision bigint not null,
    body text
);
create index candidate_by_revision on candidate (revision);

-- Each person's own last change to one of the four, for them to take back. Only ever one.
create table desk_change (
    person_id uuid primary key references person (person_id),
    thing text not null,
    thing_id uuid not null,
    -- What the change left. Taken back only while it is still so.
    revision bigint not null,
    -- As it was before; null where it was not there.
    body text
);

-- What the candidate calls the stretches of their week. Theirs alone: read for their own page and for nothing else.
create table candidate_label (
    candidate_id uuid primary key references candidate (candidate_id),
    body text not null
);

-- Which account is this candidate's.
create table candidate_account (
    person_id uuid primary key references person (person_id),
    candidate_id uuid not null references candidate (candidate_id),
    constraint candidate_account_once unique (candidate_id)
);

-- Who may use the desk. Name and telephone as candidates and companies read them; `entrance` marks the one whom companies reach.
create table consultant (
    person_id uuid primary key references person (person_id),
    name text not null,
    phone text not null,
    entrance boolean not null
);

-- A candidate and a placement or a company that are not shown to each other any more. No date and no reason. `side` is
-- there so that nobody takes back what the other has said; neither learns of the other's.
create table said_no (
    candidate_id uuid not null references candidate (candidate_id),
    subject_id uuid not null,
    side text not null check (side in ('candidate', 'company')),
    primary key (candidate_id, subject_id, side)
);

-- May we tell this company about you? Open while `until` is null, a yes until that day. A no removes the row.
create table ask (
    ask_id uuid primary key,
    candidate_id uuid not null references candidate (candidate_id),
    placement_id uuid not null references placement (placement_id),
    -- Null: they said yes without being asked.
    asked_by uuid references person (person_id),
    asked_at bigint not null,
    until text,
    answered_at bigint,
    -- The text that they said yes to.
    text_version bigint,
    language text,
    read_aloud boolean,
    constraint ask_once unique (candidate_id, placement_id)
);
create index ask_of_placement on ask (placement_id);

-- We have room, we need hands: what a company has told at its entrance.
create table signal (
    signal_id uuid primary key,
    at bigint not null,
    body text not null,
    -- The consultant who calls.
    taken_by uuid references person (person_id),
    done_at bigint
);
create index signal_open on signal (done_at, at);

-- The company book: who talked with whom, what they need, what was promised, whether to call.
create table contact (
    contact_id uuid primary key,
    company_id uuid not null references company (company_id),
    workplace_id uuid references workplace (workplace_id),
    person_id uuid not null references person (person_id),
    at bigint not null,
    body text not null
);
create index contact_of_company on contact (company_id, at);

create table saved_search (
    search_id uuid primary key,
    person_id uuid not null references person (person_id),
    name text not null,
    query text not null,
    constraint saved_search_once unique (person_id, name)
);

-- Who saw which list, made of what and by which rules. Written before anything is shown.
create table desk_look (
    look_id uuid primary key,
    person_id uuid not null references person (person_id),
    at bigint not null,
    what text not null,
    -- The candidate or the placement that the list is for; null where it is for nobody in particular.
    subject_id uuid,
    -- A hash of everything that the list was made of.
    inputs text not null,
    -- The version of the rules of law that it was made by.
    rules text not null,
    -- The ids of what was shown, in order, as JSON.
    shown text not null
);
create index desk_look_of_subject on desk_look (subject_id, at);

-- Which candidates a look has shown, for each to read who has seen them.
create table desk_look_candidate (
    candidate_id uuid not null references candidate (candidate_id),
    look_id uuid not null references desk_look (look_id),
    primary key (candidate_id, look_id)
);

-- Files of rules of law that were loaded. One counts from its day on; without one it is a draft, to be compared.
create table rule_file (
    rule_file_id uuid primary key,
    loaded_at bigint not null,
    loaded_by uuid not null references person (person_id),
    body text not null,
    counts_from text
);
