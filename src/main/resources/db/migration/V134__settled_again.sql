-- A settlement that was wrong is taken back by a row of its own: what was due is open again from then on, and can be settled again. Neither row is ever altered (rule F13).

alter table settlement drop constraint settlement_pkey;
alter table settlement add primary key (deal_id, no, lender_id, known);

create table settlement_reversal (
  deal_id     uuid not null,
  no          int  not null,
  lender_id   uuid not null,
  settled     timestamptz not null,                        -- since when the settlement that it takes back was known
  known       timestamptz not null check (known > settled),
  reference   text not null,
  proposal_id uuid not null,
  primary key (deal_id, no, lender_id, settled),           -- each is taken back once
  foreign key (deal_id, no, lender_id, settled) references settlement
);
create index settlement_reversal_of_lender on settlement_reversal (deal_id, lender_id);

grant select, insert on settlement_reversal to "${portal}";
alter table settlement_reversal enable row level security;
alter table settlement_reversal force row level security;
create policy own_rows on settlement_reversal for select to "${portal}" using (prorata_sees(deal_id, lender_id));
create policy keepers_write on settlement_reversal for insert to "${portal}" with check (prorata_keeps(deal_id));
create policy owner_sees_all on settlement_reversal to current_user using (true) with check (true);

create trigger wrote after insert on settlement_reversal referencing new table as written for each statement execute function prorata_wrote(known);

-- What one lender is due by one adjustment is settled once at a time, and only where something is due.
create function prorata_settlements_add_up(deal uuid, since timestamptz) returns void language plpgsql as $$
declare
  wrong record;
begin
  select s.no, s.lender_id, count(*) as times into wrong from settlement s
   where s.deal_id = deal
     and (s.no, s.lender_id) in (select w.no, w.lender_id from settlement w where w.deal_id = deal and w.known > since)
     and not exists (select from settlement_reversal r where (r.deal_id, r.no, r.lender_id, r.settled) = (s.deal_id, s.no, s.lender_id, s.known))
   group by s.no, s.lender_id having count(*) > 1 limit 1;
  if found then
    perform prorata_refuse('adjustment %s of deal %s is settled %s times with lender %s', wrong.no::text, deal::text, wrong.times::text, wrong.lender_id::text);
  end if;
  select s.no, s.lender_id into wrong from settlement s
   where s.deal_id = deal and s.known > since
     and not exists (select from adjustment_slice a where (a.deal_id, a.lender_id, a.no) = (s.deal_id, s.lender_id, s.no)) limit 1;
  if found then
    perform prorata_refuse('adjustment %s of deal %s has nothing to settle with lender %s', wrong.no::text, deal::text, wrong.lender_id::text);
  end if;
end $$;

-- As before, and asked of what takes a settlement back too.
create or replace function prorata_two_agreed(deal uuid, since timestamptz, until timestamptz) returns void language plpgsql as $$
begin
  if exists (
      select from (
        select proposal_id from entry where deal_id = deal and known > since
        union select proposal_id from deal_terms where deal_id = deal and known > since
        union select proposal_id from lender where deal_id = deal and known > since
        union select proposal_id from lender_detail where deal_id = deal and known > since
        union select proposal_id from transfer where deal_id = deal and known > since
        union select proposal_id from fixed_component where deal_id = deal and known > since
        union select proposal_id from booking_correction where deal_id = deal and known > since
        union select proposal_id from adjustment where deal_id = deal and known > since
        union select proposal_id from settlement where deal_id = deal and known > since
        union select proposal_id from settlement_reversal where deal_id = deal and known > since
        union select proposal_id from calculation where deal_id = deal and known > since) wrote
       where not exists (select from proposal p where p.deal_id = deal and p.id = wrote.proposal_id and p.state = 'approved' and p.applied_known = until)) then
    perform prorata_refuse('facts of deal %s were written without a proposal that was approved with them', deal::text);
  end if;
end $$;

create or replace function prorata_adds_up() returns trigger language plpgsql security definer as $$
declare
  now_is deal_version;
begin
  select * into now_is from deal_version where deal_id = new.deal_id;
  perform prorata_opening_adds_up(new.deal_id, now_is.since);
  perform prorata_register_adds_up(new.deal_id, now_is.since);
  perform prorata_payments_add_up(new.deal_id, now_is.since);
  perform prorata_adjustments_add_up(new.deal_id, now_is.since);
  perform prorata_settlements_add_up(new.deal_id, now_is.since);
  perform prorata_figures_add_up(new.deal_id, now_is.since, now_is.last_known);
  if now_is.version > 1 then
    perform prorata_two_agreed(new.deal_id, now_is.since, now_is.last_known);
  end if;
  update deal_version set unproved = false where deal_id = new.deal_id;
  return null;
end $$;
do $$ begin execute format('alter function prorata_adds_up() set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;   -- replacing it has let this go
