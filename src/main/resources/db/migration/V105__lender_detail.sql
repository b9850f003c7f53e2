-- A lender's names and details, versioned by when the portal learnt them (rule F14). Who it is (id, place in the register, handle) stays in lender.

create table lender_detail (
  deal_id      uuid not null,
  lender_id    uuid not null,
  known        timestamptz not null,
  name         text not null,
  lei          text check (lei ~ '^[0-9A-Z]{18}[0-9]{2}$'),
  group_name   text,                                     -- affiliates share one
  published    boolean not null,                         -- may other lenders read the name?
  former_names jsonb not null check (jsonb_typeof(former_names) = 'array'),   -- [{"name": …, "until": date or null where not known}]
  contacts     jsonb not null check (jsonb_typeof(contacts) = 'array'),       -- [{"name": …, "role": …, "email": …, "phone": …}]
  provenance   text not null,
  clause       text,
  proposal_id  uuid,
  primary key (deal_id, lender_id, known),
  foreign key (deal_id, lender_id) references lender
);
create index lender_detail_of_change on lender_detail (deal_id, known);
create index lender_detail_by_name on lender_detail (deal_id, lower(name));

grant select, insert on lender_detail to "${portal}";
alter table lender_detail enable row level security;
alter table lender_detail force row level security;
create policy own_rows on lender_detail for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on lender_detail for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on lender_detail to current_user using (true) with check (true);

insert into lender_detail (deal_id, lender_id, known, name, group_name, published, former_names, contacts, provenance, clause, proposal_id)
select deal_id, id, known, name, group_name, published,
       case when former_name is null then '[]' else jsonb_build_array(jsonb_build_object('name', former_name, 'until', null)) end,
       '[]', provenance, clause, proposal_id
  from lender;

alter table lender
  drop column name, drop column former_name, drop column group_name, drop column published, drop column provenance, drop column clause;

-- Of the names that lenders have now, none is another's. A name that one has given up is free; an index cannot say so, since versions stay. The deal's row is
-- locked first, as every writer does, so that two transactions cannot each take a name unseen by the other. Who may write a lender of a deal sees them all.
create function lender_name_once() returns trigger language plpgsql as $$
begin
  perform from deal_version where deal_id = new.deal_id for update;
  if exists (select from lender_detail other
              where other.deal_id = new.deal_id and lower(other.name) = lower(new.name) and other.lender_id <> new.lender_id
                and not exists (select from lender_detail later
                                 where later.deal_id = other.deal_id and later.lender_id = other.lender_id and later.known > other.known)) then
    raise unique_violation using message = 'another lender of this deal has this legal name', constraint = 'lender_name_once';
  end if;
  return null;
end $$;
do $$ begin execute format('alter function lender_name_once() set search_path = %I, pg_temp', current_schema()); end $$;   -- no table of the caller's in between
create trigger lender_name_once after insert on lender_detail for each row execute function lender_name_once();
