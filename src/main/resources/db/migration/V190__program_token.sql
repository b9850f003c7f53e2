-- Tokens that users make for their programs. Only the SHA-256 of the token is kept: it is 256 random bits, which nobody can try out, so a slow hash as for passwords would
-- make every request slow and protect nothing.
create table program_token (
    id           uuid primary key default gen_random_uuid(),
    user_id      uuid not null references portal_user (id),
    name         text not null check (name <> '' and length(name) <= 100),
    token_hash   bytea not null unique check (length(token_hash) = 32),
    proposes     boolean not null,
    -- What it reaches at most. Whole deals, and lenders, each beside the deal it stands for in the list before it. As with grants, deals and lenders are known by id only.
    deals        uuid[] not null,
    lender_deals uuid[] not null,
    lenders      uuid[] not null,
    made         timestamptz not null default clock_timestamp(),
    expires      timestamptz not null,
    last_used    timestamptz,
    revoked      timestamptz,
    check (cardinality(deals) + cardinality(lenders) between 1 and 100),
    check (cardinality(lender_deals) = cardinality(lenders)),
    check (not proposes or cardinality(lenders) = 0),
    check (expires > made and expires <= made + interval '366 days')
);
create unique index program_token_named_once on program_token (user_id, name) where revoked is null;
grant select, insert, update (last_used, revoked) on program_token to "${portal}";

-- What has ended stays ended.
create function prorata_token_revoked() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', message = 'prorata: a token that was revoked stays revoked';
end $$;
create trigger revoked_for_ever before update of revoked on program_token for each row when (old.revoked is not null and new.revoked is distinct from old.revoked) execute function prorata_token_revoked();
