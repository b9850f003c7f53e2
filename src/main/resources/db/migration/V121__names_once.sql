-- The names of a deal's lenders are looked at once for each statement that writes them: once for each lender took a time that grew with the square of their number, and a
-- file of ten thousand lenders was not imported within a minute.
drop trigger lender_name_once on lender_detail;
create or replace function lender_name_once() returns trigger language plpgsql as $$
declare
  of_deal uuid;
begin
  for of_deal in select distinct deal_id from written loop
    perform from deal_version where deal_id = of_deal for update;
    if exists (select from (select distinct on (lender_id) lower(name) as name from lender_detail where deal_id = of_deal order by lender_id desc, known desc) now_has
                group by now_has.name having count(*) > 1) then
      raise unique_violation using message = 'another lender of this deal has this legal name', constraint = 'lender_name_once';
    end if;
  end loop;
  return null;
end $$;
do $$ begin execute format('alter function lender_name_once() set search_path = %I, pg_temp', current_schema()); end $$;   -- replacing it has let this go
create trigger lender_name_once after insert on lender_detail referencing new table as written for each statement execute function lender_name_once();
