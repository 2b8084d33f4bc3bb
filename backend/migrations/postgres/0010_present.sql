-- The same tables as in ../sqlite/0010_present.sql, under the same number.

-- The consultant who sat beside somebody when they said yes. Null: they were alone.
alter table ask add column present_id uuid references person (person_id);
