-- The same tables as in ../postgres/0006_messages.sql, under the same number.
--
-- Word to somebody's telephone that there is something new on their page: a job for a day or a few to a candidate, what a
-- company has told to a consultant. What is sent is made when it is sent and stored nowhere.

-- Whom we may write to: only who has asked for it, for this alone. Gone when they take it back.
create table message_phone (
    -- A candidate, or the person who sits at the desk.
    receiver_id blob primary key,
    about text not null check (about in ('day-job', 'signal')),
    phone text not null,
    language text not null,
    -- What was there before is not told of: of jobs the market's revision, of signals the instant.
    since integer not null
) strict, without rowid;

-- One text to one telephone, several new things together.
create table message (
    -- Goes with every try, so that the service which sends it knows it again.
    message_id blob primary key,
    receiver_id blob not null,
    about text not null check (about in ('day-job', 'signal')),
    written_at integer not null,
    -- Not before: the night, the last text, the last try.
    due_at integer not null,
    tries integer not null,
    -- Null while it waits.
    outcome text check (outcome in ('sent', 'refused')),
    done_at integer
) strict, without rowid;
-- One waits for each telephone, and what is new joins it: so many telephones, so long is the queue.
create unique index message_waits_once on message (receiver_id) where outcome is null;
create index message_waiting on message (due_at) where outcome is null;
create index message_of_receiver on message (receiver_id, written_at);

-- What somebody was told of: once.
create table message_subject (
    receiver_id blob not null,
    -- A placement or a signal.
    subject_id blob not null,
    message_id blob not null references message (message_id),
    primary key (receiver_id, subject_id)
) strict, without rowid;
create index message_subject_of_message on message_subject (message_id);
