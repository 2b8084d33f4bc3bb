-- The same tables as in ../postgres/0013_asked.sql, under the same number.
--
-- Whoever looks for work can be told by a text that somebody asks them something. That is a yes of its own, so a telephone
-- stands here once for each thing that its owner wants to be told of, and each ends by itself.

create table message_phone_of_each (
    -- A candidate, or the person who sits at the desk.
    receiver_id blob not null,
    about text not null check (about in ('day-job', 'ask', 'signal')),
    phone text not null,
    language text not null,
    -- What was there before is not told of: of jobs the market's revision, of questions and signals the instant.
    since integer not null,
    primary key (receiver_id, about)
) strict, without rowid;
insert into message_phone_of_each (receiver_id, about, phone, language, since)
    select receiver_id, about, phone, language, since from message_phone;
drop table message_phone;
alter table message_phone_of_each rename to message_phone;

-- The same as before, and of one more thing.
create table message_of_each (
    message_id blob primary key,
    receiver_id blob not null,
    about text not null check (about in ('day-job', 'ask', 'signal')),
    written_at integer not null,
    due_at integer not null,
    tries integer not null,
    outcome text check (outcome in ('sent', 'refused')),
    done_at integer
) strict, without rowid;
insert into message_of_each (message_id, receiver_id, about, written_at, due_at, tries, outcome, done_at)
    select message_id, receiver_id, about, written_at, due_at, tries, outcome, done_at from message;
create table message_subject_of_each (
    receiver_id blob not null,
    -- A placement, a question or a signal.
    subject_id blob not null,
    message_id blob not null references message_of_each (message_id),
    primary key (receiver_id, subject_id)
) strict, without rowid;
insert into message_subject_of_each (receiver_id, subject_id, message_id)
    select receiver_id, subject_id, message_id from message_subject;
drop table message_subject;
drop table message;
alter table message_of_each rename to message;
alter table message_subject_of_each rename to message_subject;

-- One of each kind waits for each telephone, and what is new of its kind joins it.
create unique index message_waits_once on message (receiver_id, about) where outcome is null and tries = 0;
create index message_waiting on message (due_at) where outcome is null;
create index message_of_receiver on message (receiver_id, written_at);
create index message_subject_of_message on message_subject (message_id);
