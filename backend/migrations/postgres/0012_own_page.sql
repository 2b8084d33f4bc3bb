-- Links by which somebody who looks for work comes to their own page, each good for once. Only the hash of what stands in
-- the link is here.
create table own_link (
    token_hash text primary key,
    candidate_id uuid not null references candidate (candidate_id),
    expires_at bigint not null,
    used_at bigint
);
create index own_link_of_candidate on own_link (candidate_id);

-- Whoever came by a link has no other way in than the next one, which takes the place of the first.
alter table candidate_account add column by_link boolean not null default false;
