-- How many rows a deal has is known to the database only once it has counted. Until then it takes a deal that was just imported for one of a row or two, and looks through
-- all ten thousand lenders for each of them. So the portal has it count after a large import, rather than within a minute or so as it would by itself.

alter table lender_figures alter column slices set statistics 0, alter column weights set statistics 0, alter column ranks set statistics 0,
  alter column carries set statistics 0, alter column positions set statistics 0;          -- never searched by, and long to look through

create function prorata_count_rows() returns void language plpgsql security definer as $$
begin
  analyze lender, lender_detail, entry, lender_figures;
end $$;
do $$ begin execute format('alter function prorata_count_rows() set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;
revoke execute on function prorata_count_rows() from public;
grant execute on function prorata_count_rows() to "${portal}";

-- The same check as before. Reversals are found by their index: what an import writes takes nothing back, and was compared with itself row by row.
create or replace function prorata_register_adds_up(deal uuid, since timestamptz) returns void language plpgsql as $$
declare
  wrong record;
  lenders uuid[];
  first_day date;
begin
  select array_agg(distinct lender_id), min(on_date) into lenders, first_day from entry where deal_id = deal and known > since;
  if lenders is null then
    return;
  end if;

  select e.seq into wrong from entry e join entry r on (r.deal_id, r.seq) = (e.deal_id, e.reverses)
   where e.deal_id = deal and e.reverses is not null and e.known > since and (r.reverses is not null or e.payment_no is distinct from r.payment_no
         or (e.lender_id, e.tranche, e.on_date, e.amount, e.corrects) is distinct from (r.lender_id, r.tranche, r.on_date, -r.amount, coalesce(r.corrects, r.cause))) limit 1;
  if found then
    perform prorata_refuse('entry %s of deal %s does not take back just what it reverses', wrong.seq::text, deal::text);
  end if;

  select tranche, on_date, sum(amount) as amount into wrong from entry where deal_id = deal and known > since and coalesce(corrects, cause) = 'transfer'
   group by known, tranche, on_date having sum(amount) <> 0 limit 1;
  if found then
    perform prorata_refuse('the transfers of %s in %s of deal %s add up to %s and not to zero', wrong.on_date::text, wrong.tranche, deal::text, wrong.amount::text);
  end if;

  -- Positions at the end of each day that the turn can have changed; all before it as one.
  select * into wrong from (
    select lender_id, tranche, day, sum(sum(amount)) over (partition by lender_id, tranche order by day) as position
      from (select lender_id, tranche, greatest(on_date, first_day - 1) as day, amount from entry where deal_id = deal and lender_id = any (lenders)) moved
     group by lender_id, tranche, day) positions
   where position < 0 limit 1;
  if found then
    perform prorata_refuse('lender %s would hold %s in %s of deal %s on %s', wrong.lender_id::text, wrong.position::text, wrong.tranche, deal::text, wrong.day::text);
  end if;
end $$;
