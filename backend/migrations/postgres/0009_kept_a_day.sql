-- The same tables as in ../sqlite/0009_kept_a_day.sql, under the same number.

-- When somebody changed a record. The copy of what it was before may say what somebody took away, such as a need at work,
-- so it is kept for a day and no longer. What is there already counts as old.
alter table desk_change add column at bigint not null default 0;
