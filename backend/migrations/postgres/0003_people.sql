-- The same tables as in ../sqlite/0003_people.sql, under the same number.

-- Links that the family has made for someone to come to the table by, each good for once. Only the hash of
-- what stands in the link is here.
create table invitation (
    token_hash text primary key,
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    expires_at bigint not null,
    used_at bigint
);
create index invitation_of_member on invitation (plan_id, member_id);

-- Who it is that asks for a seat, while the family has not answered. With a yes it becomes a row in seat;
-- with a no it is gone.
create table seat_wish (
    plan_id uuid not null references plan (plan_id),
    member_id uuid not null,
    person_id uuid not null references person (person_id),
    -- The change that asked, and so the proposal.
    change_id uuid not null,
    primary key (plan_id, member_id),
    constraint wish_once unique (person_id, plan_id)
);
