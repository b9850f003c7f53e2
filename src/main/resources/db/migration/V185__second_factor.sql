-- Second factors of users, what a session has proved, and which deals ask for a second factor.

-- What a user can prove itself with beside the password. How it is proved stands in a table of its own for each kind.
create table second_factor (
    id        uuid primary key default gen_random_uuid(),
    user_id   uuid not null references portal_user (id),
    kind      text not null check (kind in ('totp', 'passkey')),
    name      text not null check (name <> ''),
    added     timestamptz not null default clock_timestamp(),
    last_used timestamptz
);
create index second_factor_of_user on second_factor (user_id);
create unique index one_authenticator_of_a_user on second_factor (user_id) where kind = 'totp';
grant select, insert, update (name, last_used), delete on second_factor to "${portal}";

-- The secret is encrypted with a key that the database does not know. A code is taken once: it is of a step after the last one taken.
create table totp (
    factor_id uuid primary key references second_factor (id) on delete cascade,
    secret    bytea not null,
    last_step bigint not null
);
grant select, insert, update (last_step) on totp to "${portal}";

-- The public half of a passkey: who reads it can prove nothing with it. The counter grows where the authenticator counts at all.
create table passkey (
    factor_id     uuid primary key references second_factor (id) on delete cascade,
    credential_id bytea not null unique,
    public_key    bytea not null,
    sign_count    bigint not null,
    backup_able   boolean not null,
    backed_up     boolean not null
);
grant select, insert, update (sign_count, backed_up) on passkey to "${portal}";

-- SHA-256 of codes of 80 random bits.
create table recovery_code (
    user_id uuid not null references portal_user (id),
    hash    bytea not null,
    made    timestamptz not null default clock_timestamp(),
    used    timestamptz,
    primary key (user_id, hash)
);
grant select, insert, update (used), delete on recovery_code to "${portal}";

-- What the session has proved, and when last. Sessions that are open now were opened by a password.
alter table session
  add column second boolean not null default false,   -- whether by a second factor or a passkey, too
  add column proved timestamptz;
update session set proved = created;
alter table session alter column proved set not null, alter column proved set default clock_timestamp();
grant update (second, proved) on session to "${portal}";

-- A secret that is offered to a session, until a right code shows that it was taken.
create table totp_offer (
    session_id uuid primary key references session (id) on delete cascade,
    secret     bytea not null,
    made       timestamptz not null default clock_timestamp()
);
grant select, insert, delete on totp_offer to "${portal}";

-- What a passkey has to sign: once, within five minutes, and only where it was asked for. 'bound' is the SHA-256 of what only that browser or session has.
create table passkey_challenge (
    hash    bytea primary key,
    purpose text not null check (purpose in ('register', 'sign-in', 'prove')),
    bound   bytea not null,
    address text not null,
    expires timestamptz not null default clock_timestamp() + interval '5 minutes'
);
create index passkey_challenge_expires on passkey_challenge (expires);
create index passkey_challenge_address on passkey_challenge (address);
grant select, insert, delete on passkey_challenge to "${portal}";

-- Deals whose users must have a second factor. Not a term of the deal: no figure depends on it, and it is an administrator's to say, who reads no terms.
create table deal_second_factor (
    deal_id uuid primary key references deal (id),
    since   timestamptz not null default clock_timestamp()
);
grant select, insert, delete on deal_second_factor to "${portal}";

-- As with grants: only an administrator's session changes what a deal asks for.
alter table deal_second_factor enable row level security;
alter table deal_second_factor force row level security;
create policy all_read on deal_second_factor for select to "${portal}" using (true);
create policy administrators_ask on deal_second_factor for insert to "${portal}" with check (current_setting('prorata.administers', true) is distinct from 'no');
create policy administrators_ask_no_more on deal_second_factor for delete to "${portal}" using (current_setting('prorata.administers', true) is distinct from 'no');
create policy owner_sees_all on deal_second_factor to current_user using (true) with check (true);
