-- What the desk knows of a transfer beside the entries that it wrote: when it was agreed, and the fee between its two parties.

create table transfer (
  deal_id        uuid not null references deal_version,
  first_entry    bigint not null,                           -- its entries are those from the first to the last
  last_entry     bigint not null check (last_entry > first_entry),
  known          timestamptz not null,
  from_lender    uuid not null,
  to_lender      uuid not null check (to_lender <> from_lender),
  tranche        text,                                      -- null: over all tranches
  amount         numeric(38, 0) not null check (amount > 0),   -- minor units of the deal's currency, over all its tranches
  trade_date     date not null,
  effective_date date not null check (effective_date >= trade_date),
  fee            numeric(38, 0) check (fee > 0),            -- a note: it moves no figure of the deal
  fee_paid_by    text check (fee_paid_by in ('seller', 'buyer')),
  reference      text not null check (reference <> ''),     -- the transfer certificate's number
  proposal_id    uuid not null,
  primary key (deal_id, first_entry),
  foreign key (deal_id, first_entry) references entry,
  foreign key (deal_id, last_entry) references entry,
  foreign key (deal_id, from_lender) references lender,
  foreign key (deal_id, to_lender) references lender,
  check ((fee is null) = (fee_paid_by is null))
);
create index transfer_of_seller on transfer (deal_id, from_lender);
create index transfer_of_buyer on transfer (deal_id, to_lender);

grant select, insert on transfer to "${portal}";

alter table transfer enable row level security;
alter table transfer force row level security;
create policy own_rows on transfer for select to "${portal}" using (prorata_sees(deal_id, from_lender) or prorata_sees(deal_id, to_lender));
create policy keepers_write on transfer for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on transfer to current_user using (true) with check (true);
