-- People who are invited, forget their password and are reached by mail.

-- Who has no address gets no mail. Two users never share one, however it is written.
alter table portal_user add column email text check (length(email) <= 254 and email ~ '^[^[:space:][:cntrl:]@,;<>"]+@[^[:space:][:cntrl:]@,;<>"]+$');
create unique index portal_user_email on portal_user (lower(email));
grant update (email) on portal_user to "${portal}";
-- Who was invited and has not come has no password, and none is right.
alter table portal_user alter column password_hash drop not null;

-- Links that work once: of the first administrator, of invitations, of new passwords and of new addresses. Only the SHA-256 of the token is kept. Those that ended stay for
-- a while, so that the trail can say why one that is tried again is refused.
create table one_time_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('setup', 'invitation', 'reset', 'email')),
    user_id    uuid references portal_user (id) on delete cascade,
    email      text,                       -- the address it confirms
    made       timestamptz not null default clock_timestamp(),
    expires    timestamptz not null,
    ended      timestamptz,
    because    text,
    check ((user_id is null) = (purpose = 'setup')),
    check ((email is not null) = (purpose = 'email')),
    check ((ended is null) = (because is null))
);
-- At most one of a kind is open for a user: sending again voids the older one.
create unique index one_time_link_open on one_time_link (user_id, purpose) where ended is null and user_id is not null;
insert into one_time_link (token_hash, purpose, expires) select token_hash, 'setup', expires from setup_link;
drop table setup_link;
grant select, insert, delete, update (ended, because) on one_time_link to "${portal}";

-- From where users have signed in: a network and a kind of browser. A sign-in from elsewhere is told to them.
create table known_place (
    user_id uuid not null references portal_user (id) on delete cascade,
    network text not null,
    browser text not null,
    since   timestamptz not null default clock_timestamp(),
    primary key (user_id, network, browser)
);
grant select, insert on known_place to "${portal}";
