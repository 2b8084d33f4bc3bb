-- The same tables as in ../sqlite/0011_once.sql, under the same number.

-- Two people have one course at a time at a placement, however many press at once.
create unique index course_open_once on course (candidate_id, placement_id) where stage <> 'ended';

-- What is new joins a text that nobody has tried to send. One that was tried may have arrived, its answer lost.
drop index message_waits_once;
create unique index message_waits_once on message (receiver_id) where outcome is null and tries = 0;
