-- Roles. An agent's desk is made of makers, checkers and administrators; beside lenders there are auditors, who read all that the desk reads and change nothing, and
-- borrowers, who read a deal's totals. What each may do stands in org.prorata.identity.Right.

alter table user_grant drop constraint user_grant_role_check, drop constraint user_grant_check;

-- Who was an agent keeps what it could do. An administrator is one of the whole portal: who was an agent of one deal alone does not become one.
insert into user_grant (user_id, role, deal_id, granted)
select user_id, word, deal_id, granted from user_grant cross join unnest(array['agent-maker', 'agent-checker']) word where role = 'agent'
union all
select user_id, 'agent-administrator', null, granted from user_grant where role = 'agent' and deal_id is null;
delete from user_grant where role = 'agent';
update user_grant set role = 'lender-viewer' where role = 'lender';

-- A grant of the desk's or an auditor's without a deal is one of every deal.
alter table user_grant add constraint user_grant_names_what_its_role_asks_for check (case role
  when 'agent-maker'         then lender_id is null
  when 'agent-checker'       then lender_id is null
  when 'agent-administrator' then lender_id is null and deal_id is null
  when 'auditor'             then lender_id is null
  when 'borrower'            then lender_id is null and deal_id is not null
  when 'lender-viewer'       then lender_id is not null and deal_id is not null
  when 'lender-signatory'    then lender_id is not null and deal_id is not null
  else false end);

-- The walls, from here on with three settings: 'prorata.sees' is 'all' or the deals of which the viewer reads every lender, 'prorata.keeps' likewise those it writes to,
-- 'prorata.lenders' the lenders it acts for. An auditor sees and does not keep; a borrower and an administrator do neither.
create or replace function prorata_keeps(deal uuid) returns boolean language sql stable parallel safe as $$
    select coalesce(case when pg_catalog.current_setting('prorata.keeps', true) = 'all' then true
                         else deal = any (nullif(pg_catalog.current_setting('prorata.keeps', true), '')::uuid[]) end, false)
$$;

-- For what names every lender's figures, as proposals and the trail do.
create function prorata_sees_all(deal uuid) returns boolean language sql stable parallel safe as $$
    select coalesce(case when pg_catalog.current_setting('prorata.sees', true) = 'all' then true
                         else deal = any (nullif(pg_catalog.current_setting('prorata.sees', true), '')::uuid[]) end, false)
$$;

do $$
declare
  walled text;
  reading record;
begin
  for reading in select tablename, policyname, qual from pg_policies where schemaname = current_schema() and cmd = 'SELECT' and qual like '%prorata_keeps(%' loop
    execute format('alter policy %I on %I using (%s)', reading.policyname, reading.tablename, replace(reading.qual, 'prorata_keeps(', 'prorata_sees_all('));
    execute format('alter policy %I on %I rename to seers_read', reading.policyname, reading.tablename);
  end loop;
  foreach walled in array array['proposal', 'proposal_comparison', 'proposal_part'] loop
    execute format('drop policy keepers on %I', walled);
    execute format('create policy seers_read on %I for select to "${portal}" using (prorata_sees_all(deal_id))', walled);
    execute format('create policy keepers_write on %I for insert to "${portal}" with check (prorata_keeps(deal_id))', walled);
  end loop;
end $$;
create policy keepers_decide on proposal for update to "${portal}" using (prorata_keeps(deal_id)) with check (prorata_keeps(deal_id));

-- What holds no lender's rows is read by all who enter the deal, which its pages ask; to write it takes one who keeps the deal, here too.
do $$
declare
  facts text;
begin
  foreach facts in array array['deal_version', 'deal_terms', 'fixed_component', 'booking_correction', 'adjustment', 'adjustment_line', 'calculation'] loop
    execute format('alter table %I enable row level security', facts);
    execute format('alter table %I force row level security', facts);
    execute format('create policy all_read on %I for select to "${portal}" using (true)', facts);
    execute format('create policy keepers_write on %I for insert to "${portal}" with check (prorata_keeps(deal_id))', facts);
    execute format('create policy owner_sees_all on %I to current_user using (true) with check (true)', facts);
  end loop;
end $$;
create policy keepers_take_turns on deal_version for update to "${portal}" using (prorata_keeps(deal_id)) with check (prorata_keeps(deal_id));

alter table deal enable row level security;
alter table deal force row level security;
create policy all_read on deal for select to "${portal}" using (true);
create policy keepers_write on deal for insert to "${portal}" with check (prorata_keeps(id));
create policy owner_sees_all on deal to current_user using (true) with check (true);

-- Nobody's session raises its own rights, even where a method forgot to ask: 'prorata.administers' is 'no' for every viewer who is no administrator, and not set where
-- nobody is signed in, as when the first administrator is made.
alter table user_grant enable row level security;
alter table user_grant force row level security;
create policy all_read on user_grant for select to "${portal}" using (true);
create policy administrators_grant on user_grant for insert to "${portal}" with check (current_setting('prorata.administers', true) is distinct from 'no');
create policy administrators_revoke on user_grant for delete to "${portal}" using (current_setting('prorata.administers', true) is distinct from 'no');
create policy owner_sees_all on user_grant to current_user using (true) with check (true);
