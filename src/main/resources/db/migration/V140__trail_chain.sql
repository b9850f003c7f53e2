-- The trail is chained by hashes: one chain for each deal and one for the portal's own rows, numbered from 1 without gaps, each row holding the hash of the row before it.
-- The database does it, as the owner: whoever writes, also with the password of the portal's role, chooses neither a row's place nor its time nor its hash.

-- What is hashed is the text as it was written, byte for byte: json keeps it, jsonb would write it anew.
alter table trail alter column details type json using details::text::json;
alter table trail add column no bigint, add column previous bytea, add column hash bytea;
alter table trail alter column seq drop identity;
create sequence trail_row owned by trail.seq;
select setval('trail_row', coalesce(max(seq), 0) + 1, false) from trail;

-- Where each chain ends; its row is locked by whoever adds to the chain, until the transaction ends. Chains do not wait for each other.
create table trail_head (
  chain text primary key,                 -- the deal's number, or portal
  no    bigint      not null,
  at    timestamptz not null,
  hash  bytea       not null
) with (fillfactor = 50);
grant select on trail_head to "${portal}";

-- A field as it is hashed: its length in bytes of UTF-8, a colon, the field, a comma; a hyphen where there is none. No two lists of fields read the same.
create function prorata_trail_field(field text) returns text language sql stable as $$
    select coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '-')
$$;

-- SHA-256 over the fields of a row in this order. org.prorata.audit.VerifyTrail says the same for those who verify an export.
create function prorata_trail_hash(of_row trail) returns bytea language sql stable as $$
    select sha256(convert_to(
        prorata_trail_field('prorata-trail-1') || prorata_trail_field(coalesce(of_row.deal_id::text, 'portal')) || prorata_trail_field(of_row.no::text)
        || prorata_trail_field(of_row.seq::text) || prorata_trail_field(to_char(of_row.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || prorata_trail_field(of_row.what) || prorata_trail_field(of_row.user_id::text) || prorata_trail_field(of_row.user_name) || prorata_trail_field(of_row.address)
        || prorata_trail_field(of_row.subject) || prorata_trail_field(of_row.details::text) || prorata_trail_field(encode(of_row.previous, 'hex')), 'UTF8'))
$$;

-- A row's time is the database's, read once the chain is locked, and later than that of the row before it also where the clock was set back.
create function prorata_trail_chain() returns trigger language plpgsql security definer as $$
declare
  of_chain constant text := coalesce(new.deal_id::text, 'portal');
  head trail_head;
begin
  loop
    select * into head from trail_head where chain = of_chain for update;
    exit when found;
    insert into trail_head values (of_chain, 0, '-infinity', decode(repeat('00', 32), 'hex')) on conflict do nothing;
  end loop;
  new.no := head.no + 1;
  new.seq := nextval('trail_row');
  new.at := greatest(clock_timestamp(), head.at + interval '1 microsecond');
  new.previous := head.hash;
  new.hash := prorata_trail_hash(new);
  update trail_head set no = new.no, at = new.at, hash = new.hash where chain = of_chain;
  return new;
end $$;

-- Rows from before the chains, in the order of their times.
do $$
declare
  was trail;
  head trail_head;
  of_chain text;
begin
  for was in select * from trail order by at, seq loop
    of_chain := coalesce(was.deal_id::text, 'portal');
    select * into head from trail_head where chain = of_chain;
    if not found then
      head := row(of_chain, 0, '-infinity'::timestamptz, decode(repeat('00', 32), 'hex'));
    end if;
    was.no := head.no + 1;
    was.previous := head.hash;
    was.hash := prorata_trail_hash(was);
    update trail set no = was.no, previous = was.previous, hash = was.hash where seq = was.seq;
    insert into trail_head values (of_chain, was.no, was.at, was.hash) on conflict (chain) do update set no = excluded.no, at = excluded.at, hash = excluded.hash;
  end loop;
end $$;

alter table trail alter column no set not null, alter column previous set not null, alter column hash set not null, alter column at drop default;
create unique index trail_chain on trail (deal_id, no) nulls not distinct;
create trigger chain before insert on trail for each row execute function prorata_trail_chain();

-- The portal's role says what happened, and nothing of where the row stands.
revoke all on trail from "${portal}";
grant select, insert (deal_id, what, user_id, user_name, address, subject, details) on trail to "${portal}";

-- Nor does the owner change rows by the way: a migration that has to says so, by disabling these triggers, and chains anew what it changed.
create function prorata_trail_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'insufficient_privilege', message = 'prorata: rows of the trail are added, and never changed or removed';
end $$;
create trigger stays before update or delete or truncate on trail for each statement execute function prorata_trail_stays();
create trigger stays before delete or truncate on trail_head for each statement execute function prorata_trail_stays();
create trigger goes_on before update on trail_head for each row when (new.chain <> old.chain or new.no <> old.no + 1 or new.at <= old.at) execute function prorata_trail_stays();

-- It runs as the owner and finds its tables where they were made, whatever the one who writes has set or made in a schema of his own.
do $$ begin execute format('alter function prorata_trail_chain() set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;
