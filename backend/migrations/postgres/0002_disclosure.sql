-- The same table as in ../sqlite/0002_disclosure.sql, under the same number.

-- Who looked at a plan, when and how. Written before anything is shown, for the family to read.
create table disclosure (
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    at bigint not null,
    what text not null
);
create index disclosure_of_member on disclosure (plan_id, member_id, at);
create index disclosure_of_plan on disclosure (plan_id, at);
