-- The same table as in ../postgres/0007_saved_search.sql, under the same number.
--
-- A saved search says of which list it is, and how far the market had come when it was last opened. Nothing has
-- ever written to the table that this one takes the place of.
drop table saved_search;
create table saved_search (
    search_id blob primary key,
    person_id blob not null references person (person_id),
    list text not null check (list in ('people', 'places')),
    name text not null,
    -- What is looked for, as it stands in the page's address. Never who was found.
    query text not null,
    -- The market's revision when its owner last opened it: what was written since is new to them.
    seen integer not null,
    -- 1: taken away, and the latest that was, so that its owner can have it back.
    gone integer not null check (gone in (0, 1)),
    constraint saved_search_once unique (person_id, list, name)
) strict, without rowid;
