-- The same table as in ../postgres/0002_embed.sql, under the same number.

-- Someone signed in through a window that another site's page opened. The window hands that page a code,
-- which the page turns into a session within a minute. The row is gone as soon as that is done.
create table embed_code (
    code_hash text primary key,
    person_id blob not null references person (person_id),
    origin text not null,
    expires_at integer not null
) strict, without rowid;
