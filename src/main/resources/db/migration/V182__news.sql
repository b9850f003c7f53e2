-- What users are told by mail of what others did, and how they want to be told. It holds no figure and no lender: what a mail says is found out when it is sent.

-- Without a row: at once.
create table news_choice (
    user_id uuid not null references portal_user (id) on delete cascade,
    kind    text not null check (kind in ('allocation-changed', 'proposal-waits', 'new-sign-in')),
    choice  text not null check (choice in ('at-once', 'daily', 'none')),
    primary key (user_id, kind)
);
grant select, insert, update (choice) on news_choice to "${portal}";

-- What is still to be told.
create table news (
    id          uuid primary key default gen_random_uuid(),
    user_id     uuid not null references portal_user (id) on delete cascade,
    kind        text not null check (kind in ('allocation-changed', 'proposal-waits', 'new-sign-in')),
    deal_id     uuid,
    proposal_id uuid,
    browser     text,
    network     text,
    daily       boolean not null,        -- with others in one mail a day
    made        timestamptz not null default clock_timestamp(),
    check ((kind = 'new-sign-in') = (deal_id is null) and (deal_id is null) = (proposal_id is null) and (kind = 'new-sign-in') = (network is not null))
);
create index news_daily on news (user_id) where daily;
grant select, insert, delete on news to "${portal}";
