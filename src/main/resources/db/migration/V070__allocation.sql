-- Calculations: made whole whenever something that figures depend on changes, never updated (rule F14).

create table calculation (
  deal_id       uuid not null references deal_version,
  no            int  not null check (no > 0),
  known         timestamptz not null,
  terms_version bigint not null,
  body          text not null,                      -- the deal's own figures; its size does not grow with the number of lenders
  proposal_id   uuid,
  primary key (deal_id, no),
  unique (deal_id, known)
);

-- One row a lender and calculation. The arrays run parallel to the lines of the calculation's body that are not fixed.
create table lender_figures (
  deal_id        uuid not null,
  calculation_no int  not null,
  lender_id      uuid not null,
  slices         numeric[] not null,                -- minor units, or warrants; null where not yet known
  weights        numeric[] not null,
  ranks          int[]     not null,
  carries        text[]    not null,                -- fractions p/q of a unit, before the split
  positions      numeric[] not null,                -- positions by stretch of those lines that have several stretches, one after the other
  primary key (deal_id, lender_id, calculation_no),
  foreign key (deal_id, calculation_no) references calculation,
  foreign key (deal_id, lender_id) references lender
);
create index lender_figures_of_calculation on lender_figures (deal_id, calculation_no);

grant select, insert on calculation, lender_figures to "${portal}";
alter table lender_figures enable row level security;
alter table lender_figures force row level security;
create policy own_rows on lender_figures for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on lender_figures for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on lender_figures to current_user using (true) with check (true);
