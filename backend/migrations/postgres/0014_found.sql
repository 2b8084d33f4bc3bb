-- The same as in ../sqlite/0014_found.sql, under the same number.

-- Yeses that wait are counted for every page of the desk; a company's workplaces and a workplace's placements are asked for
-- before anything of them goes.
create index ask_yes on ask (until) where until is not null;
create index workplace_of_company on workplace (company_id);
create index placement_of_workplace on placement (workplace_id);

-- A look is found by whom it has shown.
drop index desk_look_of_subject;
