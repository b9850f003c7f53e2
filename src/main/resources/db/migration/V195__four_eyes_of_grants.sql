-- Who is given more access is given it by two: one administrator asks, another accepts. And lenders may have administrators of their own, where the deal allows it.

-- Deals whose lenders may have administrators of their own. As with second factors: no term of the deal, and an administrator's to say.
create table deal_lender_administration (
    deal_id uuid primary key references deal (id),
    since   timestamptz not null default clock_timestamp()
);
grant select, insert, delete on deal_lender_administration to "${portal}";
alter table deal_lender_administration enable row level security;
alter table deal_lender_administration force row level security;
create policy all_read on deal_lender_administration for select to "${portal}" using (true);
create policy administrators_allow on deal_lender_administration for insert to "${portal}" with check (current_setting('prorata.administers', true) is distinct from 'no');
create policy administrators_forbid on deal_lender_administration for delete to "${portal}" using (current_setting('prorata.administers', true) is distinct from 'no');
create policy owner_sees_all on deal_lender_administration to current_user using (true) with check (true);

alter table user_grant drop constraint user_grant_names_what_its_role_asks_for;
alter table user_grant add constraint user_grant_names_what_its_role_asks_for check (case role
  when 'agent-maker'          then lender_id is null
  when 'agent-checker'        then lender_id is null
  when 'agent-administrator'  then lender_id is null and deal_id is null
  when 'auditor'              then lender_id is null
  when 'borrower'             then lender_id is null and deal_id is not null
  when 'lender-viewer'        then lender_id is not null and deal_id is not null
  when 'lender-signatory'     then lender_id is not null and deal_id is not null
  when 'lender-administrator' then lender_id is not null and deal_id is not null
  else false end);

-- Two more settings of the walls: 'prorata.viewer' is the user whose session it is, empty where it is nobody's; 'prorata.administered' the lenders whose users it administers.
create function prorata_viewer() returns uuid language sql stable parallel safe as $$
    select nullif(pg_catalog.current_setting('prorata.viewer', true), '')::uuid
$$;
create function prorata_administers_lender(lender uuid) returns boolean language sql stable parallel safe as $$
    select coalesce(lender = any (nullif(pg_catalog.current_setting('prorata.administered', true), '')::uuid[]), false)
$$;
-- Of a lender's own administrator, and of nobody else: it reads no user and no grant but those of its lenders, and itself. Who keeps a deal beside that is not narrowed, since
-- the portal tells others in its sessions what it decided.
create function prorata_narrowed() returns boolean language sql stable parallel safe as $$
    select coalesce(pg_catalog.current_setting('prorata.administers', true) = 'no' and pg_catalog.current_setting('prorata.keeps', true) = '{}'
        and nullif(pg_catalog.current_setting('prorata.administered', true), '') <> '{}', false)
$$;

-- How many grants a user has, kept by the database: a lender's administrator has to know that there are none but those it sees. And the lender that invited it.
alter table portal_user add column grants int not null default 0, add column invited_for uuid;
update portal_user u set grants = (select count(*) from user_grant g where g.user_id = u.id);

-- What somebody asks for a user. It stands for ever, with who decided; only its decision is written later.
create table grant_request (
    id         uuid primary key default gen_random_uuid(),
    user_id    uuid not null references portal_user (id),
    asks       text not null check (asks in ('grant', 'enable')),
    role       text,
    deal_id    uuid,
    lender_id  uuid,
    reason     text not null,
    by_lender  boolean not null,                       -- asked by one who administers that lender alone
    asked_by   uuid not null references portal_user (id),
    asked      timestamptz not null default clock_timestamp(),
    state      text not null default 'open' check (state in ('open', 'accepted', 'refused', 'withdrawn')),
    decided_by uuid references portal_user (id),
    decided    timestamptz,
    comment    text,
    check ((asks = 'grant') = (role is not null)),
    check (not by_lender or role in ('lender-viewer', 'lender-signatory', 'lender-administrator') and lender_id is not null),
    check (asked_by <> user_id),
    check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided is null) and (state = 'open') = (comment is null)),
    check ((state = 'withdrawn') = (decided_by = asked_by) or state = 'accepted'),
    check (decided_by <> user_id)
);
create unique index grant_request_open on grant_request (user_id, asks, role, deal_id, lender_id) nulls not distinct where state = 'open';
create index grant_request_decided on grant_request (decided desc) where state <> 'open';
grant select, insert (user_id, asks, role, deal_id, lender_id, reason, by_lender, asked_by), update (state, decided_by, comment) on grant_request to "${portal}";
alter table grant_request enable row level security;
alter table grant_request force row level security;
create policy administrators_read on grant_request for select to "${portal}" using (current_setting('prorata.administers', true) = 'yes' or prorata_administers_lender(lender_id));
create policy administrators_ask on grant_request for insert to "${portal}" with check (asked_by = prorata_viewer() and
  case when by_lender then prorata_administers_lender(lender_id) else current_setting('prorata.administers', true) = 'yes' end);
create policy administrators_decide on grant_request for update to "${portal}" using (current_setting('prorata.administers', true) = 'yes' or by_lender and prorata_administers_lender(lender_id))
  with check (decided_by = prorata_viewer() and (current_setting('prorata.administers', true) = 'yes' or prorata_administers_lender(lender_id)));
create policy owner_sees_all on grant_request to current_user using (true) with check (true);

-- Administrators who had come and were taken away or disabled by somebody: for a week nobody becomes one without a second person, so that none gets rid of the other to be alone.
create table administrator_taken (
    user_id uuid not null references portal_user (id),
    at      timestamptz not null default clock_timestamp()
);
grant select on administrator_taken to "${portal}";

-- Whether a user may sign in and administers: the portal where no lender is named, else that lender in that deal, where the deal allows it.
create function prorata_is_administrator(person uuid, of_deal uuid, of_lender uuid) returns boolean language sql stable as $$
    select exists (select from portal_user u join user_grant g on g.user_id = u.id where u.id = person and not u.disabled and case when of_lender is null then g.role = 'agent-administrator'
        else g.role = 'lender-administrator' and g.lender_id = of_lender and exists (select from deal_lender_administration a where a.deal_id = of_deal) end)
$$;
-- Whether it is the portal's only administrator, and has been for a week as far as those go who had come.
create function prorata_is_alone(person uuid) returns boolean language sql stable as $$
    select prorata_is_administrator(person, null, null)
       and not exists (select from portal_user u join user_grant g on g.user_id = u.id where g.role = 'agent-administrator' and not u.disabled and u.id <> person)
       and not exists (select from administrator_taken t where t.at > clock_timestamp() - interval '7 days' and t.user_id <> person)
$$;

-- What is accepted is done by the database itself, in the same moment and once; it asks again for all that must be so.
create function prorata_request_decided() returns trigger language plpgsql security definer as $$
begin
  if old.state <> 'open' then
    raise exception using errcode = 'integrity_constraint_violation', message = 'prorata: a request is decided once';
  end if;
  new.decided := clock_timestamp();
  if new.state <> 'accepted' then
    return new;
  end if;
  if new.decided_by = new.asked_by and not (new.asks = 'grant' and new.role = 'agent-administrator' and prorata_is_alone(new.asked_by)) then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: a request is accepted by another than who made it';
  end if;
  if not prorata_is_administrator(new.asked_by, new.deal_id, case when new.by_lender then new.lender_id end) then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: who made the request is no administrator any more';
  end if;
  if not (prorata_is_administrator(new.decided_by, null, null) or new.by_lender and prorata_is_administrator(new.decided_by, new.deal_id, new.lender_id)) then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: requests are accepted by administrators';
  end if;
  if new.asks = 'enable' then
    update portal_user set disabled = false where id = new.user_id;
  elsif exists (select from portal_user where id = new.user_id and disabled) then
    raise exception using errcode = 'integrity_constraint_violation', message = 'prorata: a disabled user is granted nothing';
  else
    insert into user_grant (user_id, role, deal_id, lender_id) values (new.user_id, new.role, new.deal_id, new.lender_id);
  end if;
  return new;
end $$;
create trigger request_decided before update on grant_request for each row execute function prorata_request_decided();

create function prorata_granted() returns trigger language plpgsql security definer as $$
begin
  update portal_user set grants = (select count(*) from user_grant where user_id = coalesce(new.user_id, old.user_id)) where id = coalesce(new.user_id, old.user_id);
  if tg_op = 'DELETE' and old.role = 'agent-administrator' and prorata_viewer() is not null then
    insert into administrator_taken (user_id) select id from portal_user where id = old.user_id and last_sign_in is not null;
  end if;
  return null;
end $$;
create trigger granted after insert or delete on user_grant for each row execute function prorata_granted();

create function prorata_administrator_disabled() returns trigger language plpgsql security definer as $$
begin
  insert into administrator_taken (user_id) select new.id where exists (select from user_grant where user_id = new.id and role = 'agent-administrator');
  return null;
end $$;
create trigger administrator_disabled after update of disabled on portal_user for each row
  when (new.disabled and not old.disabled and new.last_sign_in is not null and prorata_viewer() is not null) execute function prorata_administrator_disabled();

-- No session adds a grant: an accepted request does. Only where nobody is signed in does the portal, as for its first administrator and the demonstration.
drop policy administrators_grant on user_grant;
create policy nobodys_session_grants on user_grant for insert to "${portal}" with check (prorata_viewer() is null and current_setting('prorata.administers', true) is distinct from 'no');
drop policy administrators_revoke on user_grant;
create policy administrators_revoke on user_grant for delete to "${portal}" using (current_setting('prorata.administers', true) is distinct from 'no' or prorata_administers_lender(lender_id));
drop policy all_read on user_grant;
create policy all_but_narrowed_read on user_grant for select to "${portal}" using (not prorata_narrowed() or user_id = prorata_viewer() or prorata_administers_lender(lender_id));

-- Users: looked up before anybody is signed in, by all but a lender's own administrator.
alter table portal_user enable row level security;
alter table portal_user force row level security;
create policy all_but_narrowed_read on portal_user for select to "${portal}" using (not prorata_narrowed() or id = prorata_viewer() or grants = 0 and prorata_administers_lender(invited_for)
  or exists (select from user_grant g where g.user_id = portal_user.id and prorata_administers_lender(g.lender_id)));
create policy all_but_narrowed_add on portal_user for insert to "${portal}" with check (grants = 0 and (not prorata_narrowed() or prorata_administers_lender(invited_for)));
create policy all_but_narrowed_change on portal_user for update to "${portal}" using (true) with check (not prorata_narrowed() or id = prorata_viewer()
  or grants = 0 and prorata_administers_lender(invited_for) or exists (select from user_grant g where g.user_id = portal_user.id and prorata_administers_lender(g.lender_id)));
create policy owner_sees_all on portal_user to current_user using (true) with check (true);

-- Whoever is disabled is let in again by an accepted request. A lender's administrator disables whose grants are all of its lenders.
create or replace function prorata_disabling() returns trigger language plpgsql as $$
begin
  if current_user <> '${portal}' then
    return new;
  end if;
  if not new.disabled and prorata_viewer() is not null then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: a user is let in again by an accepted request';
  end if;
  if current_setting('prorata.administers', true) = 'no' and not (new.disabled and case when new.grants = 0 then prorata_administers_lender(new.invited_for)
      else new.grants = (select count(*) from user_grant g where g.user_id = new.id and prorata_administers_lender(g.lender_id)) end) then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: users are disabled and let in again by administrators';
  end if;
  return new;
end $$;

do $$                                                  -- no table of the caller's in between
declare
  definer text;
begin
  foreach definer in array array['prorata_request_decided', 'prorata_granted', 'prorata_administrator_disabled'] loop
    execute format('alter function %I() set search_path = pg_catalog, %I, pg_temp', definer, current_schema());
  end loop;
end $$;
