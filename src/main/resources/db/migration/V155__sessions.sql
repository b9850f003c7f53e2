-- Sessions that can be shown and ended one by one, and what an administrator changes of users.

-- A session is named to people by a random number of its own: neither its token nor the token's hash leaves the server.
alter table session
  add column id      uuid not null default gen_random_uuid() unique,
  add column address text not null default '',   -- from where it was opened
  add column browser text not null default '';   -- by what, in a few words such as Firefox on Linux; empty where it did not say
-- After a change of password the session that made it goes on under another token.
grant update (token_hash, csrf) on session to "${portal}";

-- Written by every sign-in, which by that waits for whoever changes the password or disables the user at the same time.
alter table portal_user add column last_sign_in timestamptz;
grant update (last_sign_in) on portal_user to "${portal}";

-- A grant is named by a number, too, to take it away.
alter table user_grant add column id uuid not null default gen_random_uuid() unique;

-- As with grants: nobody's session disables a user, or lets one in again, unless it is an administrator's, even where a method forgot to ask.
create function prorata_disabling() returns trigger language plpgsql as $$
begin
  if current_setting('prorata.administers', true) = 'no' then
    raise exception using errcode = 'insufficient_privilege', message = 'prorata: users are disabled and let in again by administrators';
  end if;
  return new;
end $$;
create trigger administrators_disable before update of disabled on portal_user for each row when (new.disabled <> old.disabled) execute function prorata_disabling();
