-- Components booked as paid, and their slices: fixed for ever.

create table fixed_component (
  deal_id     uuid not null references deal_version,
  payment_no  int  not null,
  component   text not null,
  value_date  date not null,
  known       timestamptz not null,
  total       numeric(38, 0) not null,
  working     text,                                 -- how total and split came about; null for one imported as paid
  proposal_id uuid,
  primary key (deal_id, payment_no, component)
);

create table fixed_slice (
  deal_id    uuid not null,
  payment_no int  not null,
  component  text not null,
  lender_id  uuid not null,
  slice      numeric(38, 0) not null,
  exact      text not null,
  weight     numeric,
  carry      text,
  rank       int,
  positions  numeric[] not null,
  primary key (deal_id, lender_id, payment_no, component),
  foreign key (deal_id, payment_no, component) references fixed_component,
  foreign key (deal_id, lender_id) references lender
);

grant select, insert on fixed_component, fixed_slice to "${portal}";
alter table fixed_slice enable row level security;
alter table fixed_slice force row level security;
create policy own_rows on fixed_slice for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on fixed_slice for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on fixed_slice to current_user using (true) with check (true);
