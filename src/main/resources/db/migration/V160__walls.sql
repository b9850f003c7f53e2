-- An adjustment says that something of the past was put right, and its lines between whom that moved money. A lender sees those that moved its own: how many there are is
-- not for it to count. The lenders' ids are asked for as such, so that the key of the slices finds them, however many lenders an adjustment has.
alter table adjustment enable row level security;
alter table adjustment force row level security;
alter table adjustment_line enable row level security;
alter table adjustment_line force row level security;
create policy own_rows on adjustment for select to "${portal}" using (prorata_keeps(deal_id) or exists (
  select from adjustment_slice s where s.deal_id = adjustment.deal_id and s.no = adjustment.no
     and s.lender_id = any (nullif(pg_catalog.current_setting('prorata.lenders', true), '')::uuid[])));
create policy own_rows on adjustment_line for select to "${portal}" using (prorata_keeps(deal_id) or exists (
  select from adjustment_slice s where s.deal_id = adjustment_line.deal_id and s.no = adjustment_line.no
     and s.payment_no = adjustment_line.payment_no and s.component = adjustment_line.component
     and s.lender_id = any (nullif(pg_catalog.current_setting('prorata.lenders', true), '')::uuid[])));
create policy keepers_write on adjustment for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy keepers_write on adjustment_line for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on adjustment to current_user using (true) with check (true);
create policy owner_sees_all on adjustment_line to current_user using (true) with check (true);
