-- What adds up is held by the database too. At the end of every transaction that wrote facts of a deal, whoever wrote them and however, the facts of that turn add up,
-- or nothing of it is kept. So that no two transactions can each look right alone (rule S10), facts can be written only in a turn of the deal: by the transaction that
-- has just taken the next version, known at that version's instant.

alter table deal_version add column turn     xid8    not null default '0';   -- the transaction that took the latest turn
alter table deal_version add column since    timestamptz not null default '-infinity';   -- what that transaction found is what was known by then
alter table deal_version add column unproved boolean not null default false; -- facts were written that were not looked at yet; never so in a committed row
revoke insert, update on deal_version from "${portal}";
grant insert (deal_id, version, last_known), update (version, last_known) on deal_version to "${portal}";

alter table entry add constraint entry_has_its_sign check (reverses is not null or case coalesce(corrects, cause) when 'transfer' then true
  when 'initial' then amount > 0 else amount < 0 end) not valid;              -- not of what was written before this was asked

-- What the check at the end of a turn looks up.
create index entry_of_payment on entry (deal_id, payment_no, tranche) where payment_no is not null;
create index entry_of_opening on entry (deal_id, tranche, amount) where coalesce(corrects, cause) = 'initial';
create index fixed_slice_of_booking on fixed_slice (deal_id, booked);
create index adjustment_slice_of_adjustment on adjustment_slice (deal_id, no);

create function prorata_refuse(words text, variadic said text[]) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'prorata: ' || format(words, variadic said);
end $$;

-- A turn: the next version, known later than any before and at an instant of this transaction. Where the clock was set back, and of the changes of one proposal, it is the
-- next microsecond. A transaction can have several turns.
create function prorata_turn() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.version <> 1 then
      perform prorata_refuse('a deal begins with version 1');
    end if;
    new.since := '-infinity';
  else
    if new.deal_id <> old.deal_id or new.version <> old.version + 1 then
      perform prorata_refuse('the next version of deal %s is %s', old.deal_id::text, (old.version + 1)::text);
    elsif new.last_known <= old.last_known then
      perform prorata_refuse('a turn of deal %s is known later than the one before it', old.deal_id::text);
    elsif old.turn <> pg_current_xact_id() then
      new.since := old.last_known;
    end if;
  end if;
  if new.last_known < now() or new.last_known > greatest(clock_timestamp(), old.last_known + interval '1 microsecond') then
    perform prorata_refuse('a turn of deal %s is known at the instant it is taken', new.deal_id::text);
  end if;
  new.turn := pg_current_xact_id();
  return new;
end $$;
create trigger turn before insert or update of version, last_known on deal_version for each row execute function prorata_turn();

-- Whatever is written is of the present turn, and is looked at when the transaction ends: or at once, where the one who writes wants constraints looked at at once.
create function prorata_wrote() returns trigger language plpgsql security definer as $$
declare
  w record;
begin
  if tg_argv[0] = 'known' then
    for w in select distinct deal_id, known from written loop
      perform prorata_to_prove(tg_table_name, w.deal_id, w.known);
    end loop;
  elsif tg_table_name = 'deal' then
    for w in select id, created from written loop
      perform prorata_to_prove(tg_table_name, w.id, w.created);
    end loop;
  elsif tg_table_name = 'deal_terms' then                                    -- the latest version is that in force
    for w in select t.deal_id, case when t.version = v.version then t.known end as known from written t join deal_version v using (deal_id) loop
      perform prorata_to_prove(tg_table_name, w.deal_id, w.known);
    end loop;
  elsif tg_table_name = 'fixed_slice' then
    for w in select distinct deal_id, booked from written loop
      perform prorata_to_prove(tg_table_name, w.deal_id, w.booked);
    end loop;
  elsif tg_table_name = 'lender_figures' then
    for w in select t.deal_id, c.known from (select distinct deal_id, calculation_no from written) t join calculation c on (c.deal_id, c.no) = (t.deal_id, t.calculation_no) loop
      perform prorata_to_prove(tg_table_name, w.deal_id, w.known);
    end loop;
  else                                                                        -- parts of an adjustment
    for w in select distinct t.deal_id, a.known from written t join adjustment a using (deal_id, no) loop
      perform prorata_to_prove(tg_table_name, w.deal_id, w.known);
    end loop;
  end if;
  return null;
end $$;

create function prorata_to_prove(of_table text, deal uuid, k timestamptz) returns void language plpgsql as $$
declare
  already boolean;
begin
  select unproved into already from deal_version where deal_id = deal and last_known = k and turn = pg_current_xact_id();
  if not found then
    perform prorata_refuse('rows of %s of deal %s were not written in the present turn of the deal', of_table, deal::text);
  elsif not already then
    update deal_version set unproved = true where deal_id = deal;
  end if;
end $$;

do $$
declare
  of_table text;
begin
  foreach of_table in array array['lender', 'lender_detail', 'entry', 'transfer', 'fixed_component', 'booking_correction', 'adjustment', 'settlement', 'calculation'] loop
    execute format('create trigger wrote after insert on %I referencing new table as written for each statement execute function prorata_wrote(known)', of_table);
  end loop;
  foreach of_table in array array['deal', 'deal_terms', 'fixed_slice', 'lender_figures', 'adjustment_line', 'adjustment_slice'] loop
    execute format('create trigger wrote after insert on %I referencing new table as written for each statement execute function prorata_wrote()', of_table);
  end loop;
end $$;

-- What is looked at when the transaction ends: what it wrote is known after "since".

create function prorata_register_adds_up(deal uuid, since timestamptz) returns void language plpgsql as $$
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
   where e.deal_id = deal and e.known > since and (r.reverses is not null or e.payment_no is distinct from r.payment_no
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

-- Every tranche opens with its principal, as the terms stand, and nothing is entered in a tranche that the terms do not have.
create function prorata_opening_adds_up(deal uuid, since timestamptz) returns void language plpgsql as $$
declare
  wrong record;
begin
  if not exists (select from entry where deal_id = deal and known > since) and not exists (select from deal_terms where deal_id = deal and known > since) then
    return;
  end if;
  with latest as materialized (select terms::jsonb -> 'tranches' as tranches from deal_terms where deal_id = deal order by version desc limit 1),
       stated as (select t ->> 'id' as tranche, (t -> 'principal' ->> 'value')::numeric as principal from latest, jsonb_array_elements(tranches) t),
       opened as (select tranche, sum(amount) as amount from entry where deal_id = deal and coalesce(corrects, cause) = 'initial' group by tranche),
       used as (select distinct tranche from entry where deal_id = deal and known > since)
  select tranche, principal, amount into wrong from stated full join opened using (tranche) full join used using (tranche)
   where principal is null or principal <> coalesce(amount, 0) limit 1;
  if found then
    perform prorata_refuse('%s of deal %s opens with %s where its terms say %s', wrong.tranche, deal::text, coalesce(wrong.amount, 0)::text, coalesce(wrong.principal::text, 'no such tranche'));
  end if;
end $$;

-- Of each component one booking stands at most. Its slices add up to its total; of principal the register has taken from each lender what it was paid, as adjusted.
create function prorata_payments_add_up(deal uuid, since timestamptz) returns void language plpgsql as $$
declare
  wrong record;
begin
  select c.payment_no, c.component, c.total, coalesce(sum(s.slice), 0) as slices into wrong
    from fixed_component c left join fixed_slice s on (s.deal_id, s.booked, s.payment_no, s.component) = (c.deal_id, c.known, c.payment_no, c.component)
   where c.deal_id = deal and c.known > since group by c.payment_no, c.component, c.known, c.total having coalesce(sum(s.slice), 0) <> c.total limit 1;
  if found then
    perform prorata_refuse('the slices of %s in payment %s of deal %s add up to %s and not to %s', wrong.component, wrong.payment_no::text, deal::text, wrong.slices::text, wrong.total::text);
  end if;

  for wrong in
    with touched as (
      select payment_no, component from fixed_component where deal_id = deal and known > since
      union select payment_no, component from booking_correction where deal_id = deal and known > since
      union select payment_no, 'principal:' || tranche from entry where deal_id = deal and known > since and payment_no is not null),
    standing as (
      select f.payment_no, f.component, f.known as booked, f.total, f.working is not null as split_here, coalesce(c.value_date, f.value_date) as value_date
        from fixed_component f join touched using (payment_no, component)
        left join lateral (select value_date, true as corrected from booking_correction b
                            where (b.deal_id, b.payment_no, b.component, b.booked) = (f.deal_id, f.payment_no, f.component, f.known) order by known desc limit 1) c on true
       where f.deal_id = deal and (c.corrected is null or c.value_date is not null))
    select payment_no, component, min(booked) as booked, coalesce(sum(total), 0) as total, bool_and(split_here) as split_here, min(value_date) as value_date, count(booked) as bookings
      from touched left join standing using (payment_no, component) group by payment_no, component
  loop
    if wrong.bookings > 1 then
      perform prorata_refuse('%s of payment %s of deal %s is booked twice', wrong.component, wrong.payment_no::text, deal::text);
    end if;
    if starts_with(wrong.component, 'principal:') then
      perform prorata_principal_adds_up(deal, wrong.payment_no, wrong.component, wrong.booked, wrong.total, wrong.value_date, wrong.split_here);
    end if;
  end loop;
end $$;

-- booked, value_date and split_here are null where no booking stands; split_here is false of what was imported as paid, whose slices may differ from what left the register.
create function prorata_principal_adds_up(deal uuid, payment int, of_component text, booked_at timestamptz, total numeric, value_date date, split_here boolean)
    returns void language plpgsql as $$
declare
  in_tranche constant text := substr(of_component, length('principal:') + 1);
  wrong record;
begin
  select coalesce(sum(amount), 0) as amount,
         min(seq) filter (where on_date is distinct from value_date and reverses is null
                          and not exists (select from entry r where r.deal_id = e.deal_id and r.reverses = e.seq)) as misplaced
    into wrong from entry e where deal_id = deal and payment_no = payment and tranche = in_tranche;
  if wrong.amount <> -total then
    perform prorata_refuse('the entries of payment %s in %s of deal %s add up to %s where %s is booked', payment::text, in_tranche, deal::text, wrong.amount::text, total::text);
  elsif wrong.misplaced is not null then
    perform prorata_refuse('entry %s of deal %s is not of the value date of payment %s', wrong.misplaced::text, deal::text, payment::text);
  end if;
  if split_here then
    select lender_id into wrong from (
        select lender_id, amount from entry where deal_id = deal and payment_no = payment and tranche = in_tranche
        union all select lender_id, slice from fixed_slice where deal_id = deal and booked = booked_at and payment_no = payment and component = of_component
        union all select s.lender_id, s.due - s.before from adjustment a join adjustment_slice s using (deal_id, no)
                   where a.deal_id = deal and a.known >= booked_at and s.payment_no = payment and s.component = of_component) paid
     group by lender_id having sum(amount) <> 0 limit 1;
    if found then
      perform prorata_refuse('payment %s took from lender %s of deal %s in %s another amount than it was paid and adjusted', payment::text, wrong.lender_id::text, deal::text, in_tranche);
    end if;
  end if;
end $$;

create function prorata_adjustments_add_up(deal uuid, since timestamptz) returns void language plpgsql as $$
declare
  wrong record;
begin
  select s.no, s.payment_no, s.component, sum(s.due - s.before) as amount into wrong from adjustment a join adjustment_slice s using (deal_id, no)
   where a.deal_id = deal and a.known > since group by s.no, s.payment_no, s.component having sum(s.due - s.before) <> 0 limit 1;
  if found then
    perform prorata_refuse('adjustment %s of %s in payment %s of deal %s adds up to %s and not to zero', wrong.no::text, wrong.component, wrong.payment_no::text, deal::text, wrong.amount::text);
  end if;
end $$;

-- Who writes facts makes the figures anew, once: a row for each lender, and the slices of each total add up to it (rule F14). until is the instant of the last turn.
create function prorata_figures_add_up(deal uuid, since timestamptz, until timestamptz) returns void language plpgsql as $$
declare
  made record;
  wrong record;
begin
  select no, body::jsonb -> 'lines' as lines into made from calculation where deal_id = deal and known = until;
  if not found or exists (select from calculation where deal_id = deal and known > since and known < until) then
    perform prorata_refuse('facts of deal %s were written without figures made of them once', deal::text);
  end if;
  if exists (select lender_id from lender_figures where deal_id = deal and calculation_no = made.no
             except select id from lender where deal_id = deal)
     or (select count(*) from lender_figures where deal_id = deal and calculation_no = made.no) <> (select count(*) from lender where deal_id = deal) then
    perform prorata_refuse('calculation %s of deal %s does not have each lender once', made.no::text, deal::text);
  end if;
  with open_line as (select row_number() over (order by n) as place, line ->> 'component' as component, (line ->> 'total')::numeric as total
                       from jsonb_array_elements(made.lines) with ordinality l (line, n) where line ->> 'fixedOn' is null),
       sums as (select place, sum(slice) as slices from lender_figures f cross join unnest(f.slices) with ordinality s (slice, place)
                 where f.deal_id = deal and f.calculation_no = made.no group by place)
  select place, component, total, slices into wrong from open_line full join sums using (place) where total is distinct from slices limit 1;
  if found then
    perform prorata_refuse('calculation %s of deal %s splits %s of line %s into %s', made.no::text, deal::text, coalesce(wrong.total::text, 'nothing'), wrong.place::text,
      coalesce(wrong.slices::text, 'nothing'));
  end if;
end $$;

-- After the import every fact is one of a proposal that two persons agreed to, with it (rule F15).
create function prorata_two_agreed(deal uuid, since timestamptz, until timestamptz) returns void language plpgsql as $$
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
        union select proposal_id from calculation where deal_id = deal and known > since) wrote
       where not exists (select from proposal p where p.deal_id = deal and p.id = wrote.proposal_id and p.state = 'approved' and p.applied_known = until)) then
    perform prorata_refuse('facts of deal %s were written without a proposal that was approved with them', deal::text);
  end if;
end $$;

create function prorata_adds_up() returns trigger language plpgsql security definer as $$
declare
  now_is deal_version;
begin
  select * into now_is from deal_version where deal_id = new.deal_id;
  perform prorata_opening_adds_up(new.deal_id, now_is.since);
  perform prorata_register_adds_up(new.deal_id, now_is.since);
  perform prorata_payments_add_up(new.deal_id, now_is.since);
  perform prorata_adjustments_add_up(new.deal_id, now_is.since);
  perform prorata_figures_add_up(new.deal_id, now_is.since, now_is.last_known);
  if now_is.version > 1 then
    perform prorata_two_agreed(new.deal_id, now_is.since, now_is.last_known);
  end if;
  update deal_version set unproved = false where deal_id = new.deal_id;
  return null;
end $$;
create constraint trigger adds_up after update of unproved on deal_version deferrable initially deferred for each row when (new.unproved) execute function prorata_adds_up();

-- They run as the owner, who sees every row, and find their tables where they were made, whatever the one who writes has set or made in a schema of his own.
do $$
begin
  execute format('alter function prorata_wrote() set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function prorata_adds_up() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
