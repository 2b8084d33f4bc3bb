-- The same as in ../sqlite/0015_used.sql, under the same number.

-- The yes that a course was begun on, used up by it: for another one somebody says yes anew. Null: it was begun on none, or by
-- an older version. The question may be gone since, or be another one by now.
alter table course add column ask_id uuid;
update course set ask_id = (
    select ask.ask_id from ask
    where ask.candidate_id = course.candidate_id and ask.placement_id = course.placement_id and ask.until is not null
);
