-- Four eyes: the version row that serialises the writers of a deal, and the proposals.

create table deal_version (
  deal_id    uuid primary key,
  version    bigint not null check (version > 0),
  last_known timestamptz not null
);
grant select, insert, update on deal_version to "${portal}";

create table proposal (
  deal_id         uuid not null references deal_version,
  id              uuid not null,
  kind            text not null,
  title           text not null,
  payload         text not null,
  reason          text not null,
  reference       text not null,
  base_version    bigint not null,
  idempotency_key text not null,
  payload_hash    text not null,
  made_by         uuid not null,
  made_by_name    text not null,
  made_at         timestamptz not null default clock_timestamp(),
  state           text not null default 'open' check (state in ('open', 'approved', 'rejected', 'withdrawn')),
  decided_by      uuid,
  decided_by_name text,
  decided_at      timestamptz,
  comment         text,
  applied_version bigint,
  applied_known   timestamptz,
  primary key (deal_id, id),
  unique (deal_id, made_by, idempotency_key),
  check (state = 'open' or (decided_by is not null and decided_at is not null)),
  -- four eyes, held by the database too: nobody approves what he proposed
  check (state <> 'approved' or (decided_by <> made_by and applied_version is not null and applied_known is not null))
);
create index proposal_by_state on proposal (deal_id, state, made_at);
create index proposal_by_id on proposal (id);

-- What the approver was shown: before and after for every lender, kept as it was.
create table proposal_comparison (
  deal_id     uuid not null,
  proposal_id uuid not null,
  body        text not null,
  primary key (deal_id, proposal_id),
  foreign key (deal_id, proposal_id) references proposal
);

grant select, insert on proposal, proposal_comparison to "${portal}";
grant update (state, decided_by, decided_by_name, decided_at, comment, applied_version, applied_known) on proposal to "${portal}";

-- Proposals name every lender's figures: only one who keeps the deal sees them.
alter table proposal enable row level security;
alter table proposal force row level security;
alter table proposal_comparison enable row level security;
alter table proposal_comparison force row level security;
create policy keepers on proposal to "${portal}" using (prorata_keeps(deal_id)) with check (prorata_keeps(deal_id));
create policy keepers on proposal_comparison to "${portal}" using (prorata_keeps(deal_id)) with check (prorata_keeps(deal_id));
create policy owner_sees_all on proposal to current_user using (true) with check (true);
create policy owner_sees_all on proposal_comparison to current_user using (true) with check (true);
