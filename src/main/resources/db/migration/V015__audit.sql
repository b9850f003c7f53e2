-- The trail: what was done, by whom, from where. The portal's role can add rows and read them, nothing else.
create table trail (
    seq       bigint generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    deal_id   uuid,
    what      text not null check (what <> ''),
    user_id   uuid,
    user_name text not null,
    address   text not null,
    subject   text not null,
    details   jsonb not null
);
create index trail_deal on trail (deal_id, seq);
create index trail_what on trail (what, seq);
create index trail_at on trail (at);
grant select, insert on trail to "${portal}";

-- Rows may name a lender's figures: the agent alone reads them, its own deals' and, where it keeps every deal, the portal's.
alter table trail enable row level security;
alter table trail force row level security;
create policy keepers_read on trail for select to "${portal}" using (prorata_keeps(deal_id));
create policy all_write on trail for insert to "${portal}" with check (true);
create policy owner on trail to current_user using (true) with check (true);
