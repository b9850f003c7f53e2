-- What lenders exchanged into shares, without saying whose it was: what is outstanding of a deal is for all its lenders to know, another's entries are not.

create table exchanged (
  deal_id uuid not null,
  seq     bigint not null,                            -- the entry it tells of
  on_date date not null,
  known   timestamptz not null,
  tranche text not null,
  amount  numeric(38, 0) not null,                    -- minor units that left; negative where an exchange was taken back
  primary key (deal_id, seq),
  foreign key (deal_id, seq) references entry
);
grant select on exchanged to "${portal}";

insert into exchanged (deal_id, seq, on_date, known, tranche, amount)
select deal_id, seq, on_date, known, tranche, -amount from entry where coalesce(corrects, cause) = 'exchange';

-- Written by the database with each entry, whoever writes it, so that the two can never differ.
create function entry_exchanged() returns trigger language plpgsql security definer as $$
begin
  insert into exchanged (deal_id, seq, on_date, known, tranche, amount) values (new.deal_id, new.seq, new.on_date, new.known, new.tranche, -new.amount);
  return null;
end $$;
do $$ begin execute format('alter function entry_exchanged() set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;   -- no table of the caller's in between
create trigger entry_exchanged after insert on entry for each row when (coalesce(new.corrects, new.cause) = 'exchange') execute function entry_exchanged();
