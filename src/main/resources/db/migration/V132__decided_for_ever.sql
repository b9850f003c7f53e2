-- Who proposed and who approved stands on every entry for ever (rule F15): a proposal is decided once, whoever writes it, and what was decided is never written again.
create function proposal_decided_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    perform prorata_refuse('proposal %s of deal %s is %s and stays so', old.id::text, old.deal_id::text, old.state);
  end if;
  return new;
end $$;
do $$ begin execute format('alter function proposal_decided_once() set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;
create trigger decided_once before update on proposal for each row execute function proposal_decided_once();
