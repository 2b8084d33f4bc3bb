-- The same table as in ../sqlite/0004_filed.sql, under the same number.

-- What the municipality must keep of a plan: a document, in the bytes that it was made of on that day.
-- `present` lists the names of those who sat at the table, as JSON.
create table filed (
    filed_id uuid primary key,
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    at bigint not null,
    met_on text not null,
    kle text not null,
    present text not null,
    sha256 text not null,
    body bytea not null
);
create index filed_of_plan on filed (plan_id, at);

-- A document that could be changed would prove nothing.
create function filed_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what is filed is neither changed nor removed';
end
$$;
create trigger filed_is_not_changed before update or delete on filed for each row execute function filed_stays();
create trigger filed_is_not_emptied before truncate on filed for each statement execute function filed_stays();
