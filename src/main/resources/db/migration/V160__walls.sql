-- An adjustment says that something of the past was put right, and its lines between whom that moved money. A lender sees those that moved its own: how many there are is
-- not for it to count. The lenders' ids are asked for as such, so that the key of the slices finds them, however many lenders an adjustment has.
drop policy all_read on adjustment;
drop policy all_read on adjustment_line;
create policy own_rows on adjustment for select to "${portal}" using (prorata_sees_all(deal_id) or exists (
  select from adjustment_slice s where s.deal_id = adjustment.deal_id and s.no = adjustment.no
     and s.lender_id = any (nullif(pg_catalog.current_setting('prorata.lenders', true), '')::uuid[])));
create policy own_rows on adjustment_line for select to "${portal}" using (prorata_sees_all(deal_id) or exists (
  select from adjustment_slice s where s.deal_id = adjustment_line.deal_id and s.no = adjustment_line.no
     and s.payment_no = adjustment_line.payment_no and s.component = adjustment_line.component
     and s.lender_id = any (nullif(pg_catalog.current_setting('prorata.lenders', true), '')::uuid[])));
