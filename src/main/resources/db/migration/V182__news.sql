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

-- That something of a deal is to be told is written by who keeps it alone, with what is told.
alter table news enable row level security;
alter table news force row level security;
create policy all_read on news for select to "${portal}" using (true);
create policy sent on news for delete to "${portal}" using (true);
create policy keepers_write on news for insert to "${portal}" with check (deal_id is null or prorata_keeps(deal_id));
create policy owner_sees_all on news to current_user using (true) with check (true);
