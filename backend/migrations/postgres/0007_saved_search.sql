-- The same table as in ../sqlite/0007_saved_search.sql, under the same number; its reasons stand there.
drop table saved_search;
create table saved_search (
    search_id uuid primary key,
    person_id uuid not null references person (person_id),
    list text not null check (list in ('people', 'places')),
    name text not null,
    query text not null,
    seen bigint not null,
    gone boolean not null,
    constraint saved_search_once unique (person_id, list, name)
);
