-- What was typed into a form whose session had ended when it was sent, until its user has signed in again.

-- Whose the token of a form was, once its session is gone or goes on under another one: a hash, since who reads it must not be able to send a form with it.
create table former_form_token (
    hash    bytea primary key,
    user_id uuid not null references portal_user (id) on delete cascade,
    until   timestamptz not null default clock_timestamp()
);
create index former_form_token_until on former_form_token (until);
grant select on former_form_token to "${portal}";

create function prorata_former_form_token() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from former_form_token where until < clock_timestamp() - interval '3 days';
  insert into former_form_token (hash, user_id) values (sha256(convert_to(old.csrf, 'UTF8')), old.user_id) on conflict do nothing;
  return null;
end $$;
create trigger former_form_token after delete on session for each row execute function prorata_former_form_token();
create trigger former_form_token_renewed after update of csrf on session for each row when (old.csrf <> new.csrf) execute function prorata_former_form_token();
create index session_of_form_token on session (csrf);

-- One for each session that has ended, so that nobody fills the table; of an hour.
create table typed_form (
    id        uuid primary key default gen_random_uuid(),
    user_id   uuid not null references portal_user (id) on delete cascade,
    form_hash bytea not null unique,             -- of the token that the form carried
    path      text not null,
    in_parts  boolean not null,                  -- whether it is sent in parts, not encoded like an address
    fields    text not null check (length(fields) <= 4194304),
    made      timestamptz not null default clock_timestamp()
);
create index typed_form_made on typed_form (made);
grant select, insert (user_id, form_hash, path, in_parts, fields), update (path, in_parts, fields, made) on typed_form to "${portal}";
alter table typed_form enable row level security;
alter table typed_form force row level security;
create policy own_rows on typed_form to "${portal}" using (user_id = prorata_viewer()) with check (user_id = prorata_viewer());
create policy owner_sees_all on typed_form to current_user using (true) with check (true);

create function prorata_typed_form_gone() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from typed_form where made < clock_timestamp() - interval '1 hour';
  return null;
end $$;
create trigger typed_form_gone after insert on typed_form for each statement execute function prorata_typed_form_gone();
