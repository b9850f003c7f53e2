-- Drafts of deals that are being set up in the guided form: what was typed, field by field, as a document of its own. No deal yet, so no deal's lenders: but what
-- each is to hold stands in it, so only sessions that keep every deal, as who brings one in does, see or write any. prorata_keeps(null) is true for these alone.
create table setup_draft (
    id         uuid primary key default gen_random_uuid(),
    typed      text not null default '{}',
    version    bigint not null default 1,
    made       timestamptz not null default clock_timestamp(),
    made_by    uuid not null references portal_user (id),
    changed    timestamptz not null default clock_timestamp(),
    changed_by uuid not null references portal_user (id),
    deal_id    uuid unique references deal (id),       -- the deal that was made of it, which ends it
    deleted    timestamptz,
    -- What a deleted draft held is gone; the trail says that there was one.
    check (deleted is null or typed = '{}' and deal_id is null)
);
create index setup_draft_open on setup_draft (changed desc) where deleted is null;
grant select, insert (id, typed, made_by, changed_by), update (typed, version, changed, changed_by, deal_id, deleted) on setup_draft to "${portal}";
alter table setup_draft enable row level security;
alter table setup_draft force row level security;
create policy keepers_of_all on setup_draft to "${portal}" using (prorata_keeps(null)) with check (prorata_keeps(null));
create policy owner_sees_all on setup_draft to current_user using (true) with check (true);

-- What has ended stays ended.
create function prorata_draft_ended() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', message = 'prorata: a draft of which a deal was made, or that was deleted, changes no more';
end $$;
create trigger ended_for_ever before update on setup_draft for each row when (old.deal_id is not null or old.deleted is not null) execute function prorata_draft_ended();
