-- What is put right later: entries taken back, bookings corrected, and what that leaves due between lenders (rule F13). Nothing is rewritten.

alter table entry add column corrects text check (corrects in ('initial', 'transfer', 'exchange', 'payment'));   -- the cause that a correction corrects
alter table entry add column reverses bigint;                                                                   -- the entry it takes back
update entry set corrects = 'initial' where cause = 'correction';
alter table entry drop constraint entry_check;
alter table entry add constraint correction_says_of_what check ((cause = 'correction') = (corrects is not null));
alter table entry add constraint payment_is_named check ((coalesce(corrects, cause) = 'payment') = (payment_no is not null));
alter table entry add constraint reversal_comes_later check (reverses is null or (cause = 'correction' and reverses < seq));
alter table entry add foreign key (deal_id, reverses) references entry;
create unique index entry_reversed_once on entry (deal_id, reverses);

-- A component can be booked again once its booking was taken back, so a booking is told by the instant it was made.
alter table fixed_slice drop constraint fixed_slice_deal_id_payment_no_component_fkey;
alter table fixed_slice drop constraint fixed_slice_pkey;
alter table fixed_component drop constraint fixed_component_pkey;
alter table fixed_component add primary key (deal_id, payment_no, component, known);
alter table fixed_slice add column booked timestamptz;
update fixed_slice s set booked = c.known from fixed_component c where (c.deal_id, c.payment_no, c.component) = (s.deal_id, s.payment_no, s.component);
alter table fixed_slice alter column booked set not null;
alter table fixed_slice add primary key (deal_id, lender_id, payment_no, component, booked);
alter table fixed_slice add foreign key (deal_id, payment_no, component, booked) references fixed_component;

-- Another value date; none where nothing was paid after all.
create table booking_correction (
  deal_id     uuid not null,
  payment_no  int  not null,
  component   text not null,
  booked      timestamptz not null,
  known       timestamptz not null,
  value_date  date,
  proposal_id uuid,
  primary key (deal_id, payment_no, component, booked, known),
  foreign key (deal_id, payment_no, component, booked) references fixed_component
);
grant select, insert on booking_correction to "${portal}";

-- One for each change that alters what was paid. A line is one booked total split again; payment 0 is the warrants.
create table adjustment (
  deal_id     uuid not null references deal_version,
  no          int  not null check (no > 0),
  known       timestamptz not null,
  proposal_id uuid,
  primary key (deal_id, no)
);
create table adjustment_line (
  deal_id     uuid not null,
  no          int  not null,
  payment_no  int  not null,
  component   text not null,
  total       numeric(38, 0) not null,
  working     text not null,
  primary key (deal_id, no, payment_no, component),
  foreign key (deal_id, no) references adjustment
);
create table adjustment_slice (
  deal_id     uuid not null,
  no          int  not null,
  payment_no  int  not null,
  component   text not null,
  lender_id   uuid not null,
  before      numeric(38, 0) not null,                    -- paid, as adjusted until then
  due         numeric(38, 0) not null check (due <> before),
  exact       text not null,
  weight      numeric,
  carry       text,
  rank        int,
  primary key (deal_id, lender_id, no, payment_no, component),
  foreign key (deal_id, no, payment_no, component) references adjustment_line,
  foreign key (deal_id, lender_id) references lender
);
-- What one lender owed or was owed by one adjustment, settled.
create table settlement (
  deal_id     uuid not null,
  no          int  not null,
  lender_id   uuid not null,
  known       timestamptz not null,
  on_date     date not null,
  how         text not null check (how in ('paid', 'netted', 'agreed')),
  reference   text not null,
  proposal_id uuid,
  primary key (deal_id, no, lender_id),
  foreign key (deal_id, no) references adjustment,
  foreign key (deal_id, lender_id) references lender
);
create index settlement_of_lender on settlement (deal_id, lender_id);

grant select, insert on adjustment, adjustment_line, adjustment_slice, settlement to "${portal}";
alter table adjustment_slice enable row level security;
alter table adjustment_slice force row level security;
alter table settlement enable row level security;
alter table settlement force row level security;
create policy own_rows on adjustment_slice for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on adjustment_slice for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on adjustment_slice to current_user using (true) with check (true);
create policy own_rows on settlement for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on settlement for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on settlement to current_user using (true) with check (true);
