-- The same tables as in ../postgres/0008_course.sql, under the same number.
--
-- What comes after a yes. A no has no row and no date: whoever says it, the row is gone. No plan, no family, no benefit.

-- The way of one person through one placement. The body is the record `Course` of `shared::matching::course` as JSON.
create table course (
    course_id blob primary key,
    -- Written only over what the writer has seen.
    revision integer not null,
    candidate_id blob not null references candidate (candidate_id),
    placement_id blob not null references placement (placement_id),
    -- Until they have begun, a no takes the row away.
    stage text not null check (stage in ('before', 'underway', 'ended')),
    body text not null
) strict, without rowid;
create index course_of_candidate on course (candidate_id);
create index course_of_placement on course (placement_id);

-- Links by which a company signs what somebody now can, each good for once. Only the hash of what stands in the link is here.
create table course_link (
    token_hash text primary key,
    course_id blob not null references course (course_id),
    expires_at integer not null,
    used_at integer
) strict, without rowid;
create index course_link_of_course on course_link (course_id);
