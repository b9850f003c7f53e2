-- Users, what they may see, their sessions, and the walls between lenders.
-- Grants name deals and lenders by id only: the rooms that own those tables come later.

create table portal_user (
    id            uuid primary key,
    login         text not null unique check (login = lower(login) and login <> ''),
    name          text not null check (name <> ''),
    password_hash text not null,
    disabled      boolean not null default false,
    created       timestamptz not null default clock_timestamp()
);
grant select, insert, update (password_hash, disabled) on portal_user to "${portal}";

-- An agent's grant without a deal keeps every deal: the portal has one agency desk.
create table user_grant (
    user_id   uuid not null references portal_user (id),
    role      text not null check (role in ('agent', 'lender')),
    deal_id   uuid,
    lender_id uuid,
    granted   timestamptz not null default clock_timestamp(),
    check (role = 'agent' and lender_id is null or role = 'lender' and deal_id is not null and lender_id is not null),
    unique nulls not distinct (user_id, role, deal_id, lender_id)
);
grant select, insert, delete on user_grant to "${portal}";

-- Only the SHA-256 of the token is kept: who reads this table cannot sign in with what it holds.
create table session (
    token_hash bytea primary key,
    user_id    uuid not null references portal_user (id),
    csrf       text not null,
    created    timestamptz not null default clock_timestamp(),
    last_seen  timestamptz not null default clock_timestamp()
);
create index session_of_user on session (user_id);
grant select, insert, update (last_seen), delete on session to "${portal}";

-- A browser that has signed in to an account before: guesses from elsewhere cannot keep it out.
create table known_browser (
    token_hash bytea not null,
    user_id    uuid not null references portal_user (id),
    created    timestamptz not null default clock_timestamp(),
    primary key (token_hash, user_id)
);
create index known_browser_of_user on known_browser (user_id);
grant select, insert, delete on known_browser to "${portal}";

-- Guesses of the last hour, by the SHA-256 of the name that was typed (known or not) and by address.
create table sign_in_attempt (
    id            uuid primary key,
    at            timestamptz not null default clock_timestamp(),
    account       bytea not null,
    known_browser boolean not null,
    address       text not null
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
create index sign_in_attempt_at on sign_in_attempt (at);
grant select, insert, delete on sign_in_attempt to "${portal}";

-- One-time links that make the first administrator of a portal without users.
create table setup_link (
    token_hash bytea primary key,
    expires    timestamptz not null
);
grant select, insert, delete on setup_link to "${portal}";

-- The walls. Two settings live for one transaction: 'prorata.sees' is 'all' or the deals the viewer keeps as agent, 'prorata.lenders'
-- the lenders it is. nullif: a setting once used in a session comes back as the empty text, not as null. With nothing set, both are false.
create function prorata_keeps(deal uuid) returns boolean language sql stable parallel safe as $$
    select coalesce(case when pg_catalog.current_setting('prorata.sees', true) = 'all' then true
                         else deal = any (nullif(pg_catalog.current_setting('prorata.sees', true), '')::uuid[]) end, false)
$$;

create function prorata_sees(deal uuid, lender uuid) returns boolean language sql stable parallel safe as $$
    select coalesce(case when pg_catalog.current_setting('prorata.sees', true) = 'all' then true
                         else deal = any (nullif(pg_catalog.current_setting('prorata.sees', true), '')::uuid[])
                           or lender = any (nullif(pg_catalog.current_setting('prorata.lenders', true), '')::uuid[]) end, false)
$$;
