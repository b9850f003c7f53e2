-- Mail that the portal owes somebody. A row is written in the transaction of what it tells of, and sent once that is committed.
create table mail (
    id        uuid primary key,
    recipient text check (length(recipient) <= 254 and recipient !~ '[[:space:][:cntrl:]]'),
    subject   text check (subject <> '' and length(subject) <= 200 and subject !~ '[[:cntrl:]]'),
    body      text not null default '',     -- blank once it is sent or given up: a one-time link in it is nobody's to read any more
    late      text,                         -- who writes it when it is sent, for what may have become somebody else's business by then; its recipient is known then, too
    about     text,                         -- what that one is to write about
    made      timestamptz not null default clock_timestamp(),
    due       timestamptz not null default clock_timestamp(),
    until     timestamptz,                  -- from then on it is of no use
    tries     int not null default 0,
    sent      timestamptz,
    ended     timestamptz,                  -- when it was given up, or there was nothing left to say
    error     text,                         -- of the last try that failed
    check ((late is null) = (about is null)),
    check (late is not null or recipient is not null and subject is not null),
    check (sent is null or ended is null)
);
create index mail_waiting on mail (due) where sent is null and ended is null;
create index mail_done on mail (coalesce(sent, ended)) where sent is not null or ended is not null;
-- What waits to be written is asked for once.
create unique index mail_late_once on mail (late, about) where sent is null and ended is null;
grant select, insert, delete, update (recipient, subject, body, due, tries, sent, ended, error) on mail to "${portal}";
