-- The same tables as in ../sqlite/0008_course.sql, under the same number.
--
-- What comes after a yes. A no has no row and no date: whoever says it, the row is gone. No plan, no family, no benefit.

-- The way of one person through one placement. The body is the record `Course` of `shared::matching::course` as JSON.
create table course (
    course_id uuid primary key,
    -- Written only over what the writer has seen.
    revision bigint not null,
    candidate_id uuid not null references candidate (candidate_id),
    placement_id uuid not null references placement (placement_id),
    -- Until they have begun, a no takes the row away.
    stage text not null check (stage in ('before', 'underway', 'ended')),
    body text not null
);
create index course_of_candidate on course (candidate_id);
create index course_of_placement on course (placement_id);

-- Links by which a company signs what somebody now can, each good for once. Only the hash of what stands in the link is here.
create table course_link (
    token_hash text primary key,
    course_id uuid not null references course (course_id),
    expires_at bigint not null,
    used_at bigint
);
create index course_link_of_course on course_link (course_id);
