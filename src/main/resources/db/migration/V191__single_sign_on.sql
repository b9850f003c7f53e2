-- Single sign-on by a provider outside the portal.

-- A sign-in that was begun and sent to the provider, which leads back with the state. It counts once, in the browser that began it, within ten minutes. Only hashes of state and browser are kept;
-- what the provider is to prove (nonce) and to be shown (code verifier) is made of the browser's secret and stands nowhere.
create table sso_attempt (
    state_hash   bytea primary key check (length(state_hash) = 32),
    browser_hash bytea not null check (length(browser_hash) = 32),
    address      text not null,
    leads_to     text not null,
    made         timestamptz not null default clock_timestamp(),
    used         timestamptz
);
create index sso_attempt_made on sso_attempt (made);
create index sso_attempt_address on sso_attempt (address);
grant select, insert, update (used), delete on sso_attempt to "${portal}";

-- Whom an account at the provider is: kept from the first sign-in on, so that another account that is given the same address later is not taken for it.
create table sso_link (
    issuer  text not null,
    subject text not null,
    user_id uuid not null references portal_user (id),
    since   timestamptz not null default clock_timestamp(),
    primary key (issuer, subject),
    unique (issuer, user_id)
);
grant select, insert on sso_link to "${portal}";

-- Sessions that the provider opened, to sign out at both ends. The ID token says to the provider which of its sessions is meant; it opens nothing.
create table sso_session (
    session_id uuid primary key references session (id) on delete cascade,
    issuer     text not null,
    subject    text not null,
    sid        text,
    id_token   text not null
);
create index sso_session_subject on sso_session (issuer, subject);
grant select, insert on sso_session to "${portal}";

-- Sign-outs that the provider sent: each counts once.
create table sso_logout (
    jti_hash bytea primary key check (length(jti_hash) = 32),
    received timestamptz not null default clock_timestamp()
);
create index sso_logout_received on sso_logout (received);
grant select, insert, delete on sso_logout to "${portal}";
