-- Waits until no change of the deal that took its instant by the one given is still being written, for whoever looks at the deal as it was known then. As the owner, since a
-- reader may not lock the row itself; it gives nothing back.
create function prorata_settle(of_slug text, k timestamptz) returns void language plpgsql security definer as $$
begin
  perform from deal d join deal_version v on v.deal_id = d.id where d.slug = of_slug and v.last_known < k for share of v;
end $$;
do $$ begin execute format('alter function prorata_settle(text, timestamptz) set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;
revoke execute on function prorata_settle(text, timestamptz) from public;
grant execute on function prorata_settle(text, timestamptz) to "${portal}";
