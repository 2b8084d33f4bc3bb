-- The same tables as in ../sqlite/0013_asked.sql, under the same number; their reasons stand there.
alter table message_phone drop constraint message_phone_about_check;
alter table message_phone add constraint message_phone_about_check check (about in ('day-job', 'ask', 'signal'));
alter table message_phone drop constraint message_phone_pkey;
alter table message_phone add primary key (receiver_id, about);

alter table message drop constraint message_about_check;
alter table message add constraint message_about_check check (about in ('day-job', 'ask', 'signal'));

drop index message_waits_once;
create unique index message_waits_once on message (receiver_id, about) where outcome is null and tries = 0;
