-- The register: who lends, and every change of principal, append-only.

create table lender (
  deal_id     uuid not null references deal_version,
  id          uuid not null,
  seq         int  not null check (seq > 0),            -- register order: the order of first entries, for ever
  known       timestamptz not null,
  handle      text not null,                            -- the short name that term-sheet files use
  name        text not null,
  former_name text,
  group_name  text,                                     -- affiliates share one
  published   boolean not null,                         -- may other lenders read the name?
  provenance  text not null,
  clause      text,
  proposal_id uuid,
  primary key (deal_id, id),
  unique (deal_id, seq),
  unique (deal_id, handle)
);
create unique index lender_name_once on lender (deal_id, lower(name));

create table entry (
  deal_id     uuid not null,
  seq         bigint not null,
  on_date     date not null,
  known       timestamptz not null,
  lender_id   uuid not null,
  tranche     text not null,
  amount      numeric(38, 0) not null check (amount <> 0),   -- minor units of the deal's currency, signed
  cause       text not null check (cause in ('initial', 'transfer', 'exchange', 'payment', 'correction')),
  reference   text not null,
  provenance  text not null,
  proposal_id uuid,
  payment_no  int,
  primary key (deal_id, seq),
  foreign key (deal_id, lender_id) references lender,
  check ((cause = 'payment') = (payment_no is not null))
);
create index entry_of_lender on entry (deal_id, lender_id, on_date);

grant select, insert on lender, entry to "${portal}";

alter table lender enable row level security;
alter table lender force row level security;
alter table entry enable row level security;
alter table entry force row level security;
create policy own_rows on lender for select to "${portal}" using (prorata_sees(deal_id, id));
create policy keepers_write on lender for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy own_rows on entry for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on entry for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on lender to current_user using (true) with check (true);
create policy owner_sees_all on entry to current_user using (true) with check (true);
