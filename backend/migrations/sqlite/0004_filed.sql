-- The same table as in ../postgres/0004_filed.sql, under the same number.

-- What the municipality must keep of a plan: a document, in the bytes that it was made of on that day.
-- `present` lists the names of those who sat at the table, as JSON.
create table filed (
    filed_id blob primary key,
    plan_id blob not null references plan (plan_id),
    member_id blob not null,
    at integer not null,
    met_on text not null,
    kle text not null,
    present text not null,
    sha256 text not null,
    body blob not null
) strict;
create index filed_of_plan on filed (plan_id, at);

-- A document that could be changed would prove nothing.
create trigger filed_is_not_changed before update on filed
begin
    select raise(abort, 'what is filed is not changed');
end;
create trigger filed_is_not_removed before delete on filed
begin
    select raise(abort, 'what is filed is not removed');
end;
